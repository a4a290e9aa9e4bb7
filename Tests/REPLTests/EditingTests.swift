// Indentation, pasted text, completion and the history's file: what the line editor asks.
import Glibc
import Interpreter
import TestSupport
import Testing

@testable import REPL

@Suite("Editing")
struct EditingTests {
  @Test(
    "the next line is indented as the last one, more after a colon or bracket, less after the end of a block",
    arguments: [
      ("x = 1", 0), ("def f():", 4), ("def f():\n    if x:", 8), ("    return x", 0), ("        break", 4), ("f(", 4),
      ("if x: # why", 4), ("s = '# :'", 0), ("        returned = 1", 8), ("", 0), ("def f():\n    pass", 0),
    ])
  func nextIndentation(text: String, spaces: Int) {
    #expect(Indentation.next(after: text) == spaces)
  }

  @Test(
    "Backspace takes one character, or the indentation back to the last multiple of four",
    arguments: [("", 0), ("ab", 1), ("    ", 4), ("x\n      ", 2), ("x\n", 1), ("    a", 1)])
  func backspace(text: String, count: Int) {
    #expect(Indentation.backspace(after: text) == count)
  }

  @Test("long lines are broken between words, below their last column, where there is room for one")
  func folding() {
    #expect(folded("short\n", width: 5) == "short\n")
    #expect(folded("  name  does this and that", width: 34) == "  name  does this and that")
    #expect(folded("  name  does this and that and other things", width: 34) == "  name  does this and that and\n        other things")
    #expect(folded("a  wide  column of words that go on", width: 20) == "a wide column of\nwords that go on")
    #expect(folded("    漢字漢字 漢字漢字", width: 14) == "    漢字漢字\n    漢字漢字")
  }

  @Test("pasted text loses prompts, output between them, and common indentation; nothing else")
  func pastedText() {
    #expect(PastedText.cleaned("  a\r\n    b\r\n") == "a\n  b\n")
    #expect(
      PastedText.cleaned(">>> for i in x:\n...     print(i)\n... \n1\n2\n>>> y\n") == "for i in x:\n    print(i)\n\ny")
    #expect(PastedText.cleaned("ppd[1]> x = 1\nppd[2]> x\n1") == "x = 1\nx")
    #expect(PastedText.cleaned("if x:\n\ty = '>>> no'") == "if x:\n        y = '>>> no'")
    #expect(PastedText.cleaned("...") == "...")
    #expect(PastedText.cleaned("é\r漢字") == "é\n漢字")
  }

  @Test(
    "an entry is complete when the parser says so; a block wants an empty line, commands and questions are always",
    arguments: [
      ("1 + 1", true), ("f(", false), ("'''a", false), ("if x:", false), ("if x:\n    y", false),
      ("if x:\n    y\n", true),
      ("def f():", false), (":load x", true), ("spawn?", true), ("1 +", true), ("", true), ("@d", false),
      ("x = [\n1]", true),
    ])
  func completeness(text: String, isComplete: Bool) {
    #expect((Completeness(of: text) == .complete) == isComplete)
  }

  @Test("Tab finds names, attributes of values and modules, keys, keywords and commands, and runs no property")
  func completion() {
    let interpreter = Interpreter()
    var found: [String: [String]] = [:]
    var suffixes: [String: String] = [:]
    interpreter.withLargeStack {
      let main = interpreter.makeMainModule(fileName: nil)
      let console = SilentConsole([
        .text("import time"), .text("class A:\n    size = 1\n    @property\n    def trap(self): raise SystemExit(9)\n"),
        .text("alpha, d = A(), {'one': 1, 'only': 2, 3: 4}"),
      ])
      #expect(Session(interpreter, main: main, console: console).run(banner: nil) == 0)
      let completer = Completer(interpreter, main: main) { ["worker-1", "4312"] }
      for text in [
        "alph", "alpha.si", "alpha.trap.re", "time.slee", "d['on", "whil", ":hel", ":kill wor", "print(alpha.s",
        "'alph",
        "x = 1 # alph", "import mat", "from time import slee", "",
      ] {
        let completions = completer.complete(text)
        found[text] = completions.candidates
        suffixes[text] = completions.suffix
      }
    }
    #expect(found["alph"] == ["alpha"])
    #expect(found["alpha.si"] == ["size"])
    #expect(found["alpha.trap.re"] == [])
    #expect(found["time.slee"] == ["sleep"] && suffixes["time.slee"] == "(")
    #expect(found["d['on"] == ["one']", "only']"])
    #expect(found["whil"] == ["while"])
    #expect(found[":hel"] == [":help"])
    #expect(found[":kill wor"] == ["worker-1"])
    #expect(found["print(alpha.s"] == ["size"])
    #expect(found["'alph"] == [] && found["x = 1 # alph"] == [] && found[""] == [])
    #expect(found["import mat"] == ["math"])
    #expect(found["from time import slee"] == ["sleep"])
  }

  @Test("a history keeps blocks, drops repetitions, and reads half a line that a killed session left")
  func history() {
    var template = Array("/tmp/ppd-history-XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil, "no temporary folder")
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self) + "/deep/er/history"
    let history = History(path: path)
    for entry in ["a", "def f():\n    return '\\n'", "def f():\n    return '\\n'", "b"] {
      #expect(history.add(entry) == nil)
    }
    #expect(History(path: path).entries == ["a", "def f():\n    return '\\n'", "b"])
    let file = fopen(path, "a")
    fputs("half", file)
    fclose(file)
    #expect(History(path: path).add("next") == nil)
    #expect(History(path: path).entries.suffix(2) == ["half", "next"])
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
  }

  @Test("a history that grows past its limit keeps the last entries")
  func longHistory() {
    var template = Array("/tmp/ppd-history-XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil, "no temporary folder")
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self) + "/history"
    let file = fopen(path, "w")
    for index in 0..<(History.limit + 50) { fputs("entry \(index)\n", file) }
    fclose(file)
    let history = History(path: path)
    #expect(history.entries.count == History.limit)
    #expect(history.entries.first == "entry 50")
    #expect((readText(path) ?? "").split(separator: "\n").count == History.limit)
  }

  @Test("a history that cannot be kept says so once")
  func brokenHistory() {
    let history = History(path: "/proc/nowhere/history")
    #expect(history.add("a") != nil)
    #expect(history.add("b") == nil)
    #expect(history.entries == ["a", "b"])
  }
}

/// A console that plays entries and shows nothing.
final class SilentConsole: Console {
  private var entries: [Entry]

  init(_ entries: [Entry]) {
    self.entries = entries
  }

  func read(_ prompt: Prompt, _ background: any Background) -> Entry { entries.isEmpty ? .end : entries.removeFirst() }
  func print(_ text: String, as kind: TextKind) {}
}
