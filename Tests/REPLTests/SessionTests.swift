// The session at a scripted console: what each entry answers.
import Glibc
import Interpreter
import TestSupport
import Testing

@testable import REPL

/// A console that plays entries and keeps what was shown.
private final class ScriptedConsole: Console {
  private var entries: [Entry]
  private(set) var shown: [(text: String, kind: TextKind)] = []
  private(set) var prompts: [String] = []

  init(_ entries: [Entry]) {
    self.entries = entries
  }

  func read(_ prompt: Prompt, _ background: any Background) -> Entry {
    prompts.append(prompt.text)
    return entries.isEmpty ? .end : entries.removeFirst()
  }

  func print(_ text: String, as kind: TextKind) {
    shown.append((text, kind))
  }
}

/// A console at which nobody types: it looks at the background as long as that asks for it.
private final class IdleConsole: Console {
  func read(_ prompt: Prompt, _ background: any Background) -> Entry {
    for _ in 0..<10 where background.interval >= 0 { background.serve() }
    return .end
  }

  func print(_ text: String, as kind: TextKind) {}
}

/// Processes of which one has died, while the system cannot yet say how.
private final class DyingChild: ProcessControl {
  private var looksUntilEnd = 5
  private(set) var isSettled = false

  func processes() -> [ProcessRow] { [] }
  func locate() {}
  func objects() -> [ObjectRow] { [] }
  func unsettledChildren() -> [Int32: String] { isSettled ? [:] : [1: "child"] }
  func takeEndings() -> [ProcessEnding] {
    looksUntilEnd -= 1
    guard looksUntilEnd == 0 else { return [] }
    isSettled = true
    return [ProcessEnding(pid: 1, name: "child", code: 0)]
  }
  func send(_ signal: Int32, to pid: Int32) -> Bool { false }
  func wait(for pid: Int32?, _ f: Frame) throws(Raised) {}
}

@Suite("A session at the prompt", .serialized)
struct SessionTests {
  @Test("a child that has died is looked for until the system says how, though nothing else happens")
  func dyingChild() {
    let child = DyingChild()
    let interpreter = Interpreter()
    interpreter.withLargeStack {
      let session = Session(
        interpreter, main: interpreter.makeMainModule(fileName: nil), console: IdleConsole(), processes: child)
      _ = session.run(banner: nil)
    }
    #expect(child.isSettled)
  }

  /// What a session answers to entries.
  private func answers(_ entries: [Entry]) -> (shown: [String], prompts: [String], status: Int32) {
    let console = ScriptedConsole(entries)
    var status: Int32 = -1
    let interpreter = Interpreter()
    interpreter.withLargeStack {
      let session = Session(interpreter, main: interpreter.makeMainModule(fileName: nil), console: console)
      status = session.run(banner: nil)
    }
    return (console.shown.map(\.text), console.prompts, status)
  }

  private func answers(_ texts: String...) -> [String] { answers(texts.map(Entry.text)).shown }

  @Test("an expression shows its value, and _ is the last one; None shows nothing")
  func results() {
    #expect(answers("6 * 7", "_ + 1", "None", "x = 'é'", "x") == ["42\n", "43\n", "'é'\n"])
  }

  @Test("the lines of a block come one by one where the console has no blocks, and an empty one ends it")
  func linesOfBlock() {
    let session = answers([.text("def f(n):"), .text("    return n + 1"), .text(""), .text("f(1)")])
    #expect(session.shown == ["2\n"])
    #expect(session.prompts == ["ppd[1]> ", "   ...> ", "   ...> ", "ppd[2]> ", "ppd[3]> "])
  }

  @Test("an error names the cell and shows its source, and the session goes on")
  func errors() {
    let shown = answers("def f(n):\n    return 1 // n\n", "f(0)", "1")
    #expect(
      shown == [
        """
        Traceback (most recent call last):
          File "<ppd:2>", line 1, in <module>
            f(0)
            ~^^^
          File "<ppd:1>", line 2, in f
            return 1 // n
                   ~~^^~~
        ZeroDivisionError: integer division or modulo by zero

        """, "1\n",
      ])
  }

  @Test("a syntax error points at the mistake")
  func syntaxErrors() {
    let shown = answers("1 +* 2")
    #expect(shown.count == 1)
    #expect(shown[0].hasPrefix("  File \"<ppd:1>\", line 1\n    1 +* 2\n"))
    #expect(shown[0].contains("\nSyntaxError: "))
  }

  @Test("a cell that raises SystemExit ends the session with its status, exit alone with 0, and nothing runs after it")
  func exits() {
    #expect(answers([.text("raise SystemExit(7)"), .text("1")]).status == 7)
    let session = answers([.text("exit"), .text("1")])
    #expect(session.status == 0)
    #expect(session.shown.isEmpty)
    #expect(answers([.text("quit()"), .text("1")]).shown.isEmpty)
    #expect(answers([.text("exit = 5"), .text("exit"), .end]).shown == ["5\n"])
  }

  @Test("the end of the input leaves, a dropped entry does not, a closed terminal leaves with 129")
  func ends() {
    #expect(answers([.cancelled, .text("1"), .end]).shown == ["1\n"])
    #expect(answers([.end]).status == 0)
    #expect(answers([.hangUp(signal: SIGHUP)]).status == 129)
  }

  @Test("an unknown command is answered with the one that was meant")
  func unknownCommands() {
    #expect(answers(":hlp")[0].contains(":help?"))
    #expect(answers(":exa")[0].contains(":examples?"))
    #expect(answers(":")[0].contains(":help"))
  }

  @Test("help explains a builtin, a method, a module, a keyword, the user's own function, and says so of nothing")
  func help() {
    #expect(answers(":help print")[0].hasPrefix("print("))
    #expect(answers("str.split?")[0].hasPrefix("str.split("))
    #expect(answers(":help time")[0].hasPrefix("module time\n"))
    #expect(answers(":help while")[0].hasPrefix("while "))
    #expect(answers("def f(a, b=2):\n    'Adds.'\n", "f?") == ["f(a, b=2)\n    Adds.\n"])
    #expect(answers(":help lenn")[0].contains("'len'?"))
  }

  @Test("names are listed and forgotten")
  func names() {
    let shown = answers("alpha = 1", ":vars", ":reset", ":vars")
    #expect(shown.count == 3)
    #expect(shown[0].contains("alpha") && shown[0].contains("int"))
    #expect(!shown[2].contains("alpha"))
  }

  /// A new folder with a file in it.
  private func folder(with name: String, _ text: String) -> String {
    var template = Array("/tmp/ppd-session-XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil, "no temporary folder")
    let folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let file = fopen("\(folder)/\(name)", "w")
    fputs(text, file)
    fclose(file)
    return folder
  }

  @Test("a loaded file shares the names here, one that is run has its own")
  func loading() {
    let folder = folder(with: "lab.ppd", "here = 5\nfrom sys import argv\n")
    #expect(answers(":load \(folder)/lab.ppd", "here") == ["5\n"])
    #expect(answers(":load \(folder)/lab", "here") == ["5\n"])
    let fresh = answers(":run \(folder)/lab.ppd one", "here")
    #expect(fresh.count == 1 && fresh[0].contains("NameError"))
    #expect(answers(":load \(folder)/lob")[0].contains("lob"))
  }

  @Test("the cells of a session are saved without its commands, and never over a file that is there")
  func saving() {
    let folder = folder(with: "there.ppd", "kept")
    let path = "\(folder)/cells.ppd"
    let shown = answers("def f():\n    return 1\n", ":vars", "f()", ":save \(path)", ":save \(folder)/there.ppd")
    #expect(shown.last?.contains("-f") == true)
    #expect(readText(path) == "def f():\n    return 1\n\nf()\n")
    #expect(readText("\(folder)/there.ppd") == "kept")
  }

  @Test("a replaced sys.displayhook and sys.excepthook are asked")
  func hooks() {
    let shown = answers(
      "import sys; seen = []", "sys.displayhook = seen.append", "5", "sys.displayhook = sys.__displayhook__",
      "def hook(t, v, tb): seen.append(t.__name__)\n", "sys.excepthook = hook", "1 / 0",
      "sys.excepthook = sys.__excepthook__", "seen")
    #expect(shown.last == "[5, 'ZeroDivisionError']\n")
  }

  @Test("the time of a cell is told behind its result")
  func timing() {
    let shown = answers(":time 6 * 7")
    #expect(shown.count == 2 && shown[0] == "42\n")
    #expect(answers(":time 1 / 0").first?.contains("ZeroDivisionError") == true)
  }
}
