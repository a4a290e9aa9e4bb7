// The prompt on real pseudo-terminals: what only they show of editing.
import Glibc
import TestSupport
import Testing

@Suite("The prompt on a terminal", .serialized)
struct TerminalTests {
  @Test("a greeting, a result, the next number")
  func firstSteps() {
    let terminal = PseudoTerminal.ppd([])
    #expect(terminal.screen.lines[0].contains(":help"))
    terminal.enter("6 * 7", as: 1)
    #expect(terminal.screen.lines.suffix(3) == ["ppd[1]> 6 * 7", "42", "ppd[2]>"])
    terminal.leave()
  }

  @Test("accents, wide characters and the keys that move among them")
  func accents() {
    let terminal = PseudoTerminal.ppd()
    terminal.type("'ação 漢字 é'")
    terminal.type("\u{1b}[D\u{1b}[D\u{7f}ã ")
    terminal.expect("ppd[1]> 'ação 漢字ã é'")
    terminal.type("\r")
    terminal.expect("\n'ação 漢字ã é'\nppd[2]>")
    terminal.leave()
  }

  @Test("a block is indented as it is typed, and Backspace takes an indentation back")
  func indentation() {
    let terminal = PseudoTerminal.ppd()
    terminal.type("def f(n):\rif n:\rreturn 1\rreturn [\r0][0]\r")
    terminal.expect("        0][0]")
    terminal.enter("", as: 1)
    terminal.enter("f(0), f(1)", as: 2)
    terminal.expect("\n(0, 1)\n")
    terminal.type("for i in 1, 2:\rif i:\rprint('in', i)\r\u{7f}\u{7f}")
    terminal.type("x = 1\r\r")
    terminal.expect("in 2")
    terminal.expectPrompt(4)
    terminal.leave()
  }

  @Test("four hundred pasted lines with prompts and indentation come as they are and wait for Enter")
  func paste() {
    let terminal = PseudoTerminal.ppd(height: 30)
    var lines = ["    >>> def count():", "    ...     n = 0"]
    for _ in 0..<397 { lines.append("    ...     n += 1") }
    lines.append("    ...     return n")
    terminal.type("\u{1b}[200~" + lines.joined(separator: "\r") + "\r\u{1b}[201~")
    terminal.expect("    return n")
    #expect(!terminal.screen.text.contains("ppd[2]>"))
    terminal.enter("\r", as: 1)
    terminal.enter("count()", as: 2)
    terminal.expect("\n397\n")
    terminal.leave()
  }

  @Test("a block comes back whole after a restart; Up and Down go by lines in it and by entries outside")
  func history() {
    let path = temporaryFolder() + "/history"
    let first = PseudoTerminal.ppd(history: path)
    first.enter("def f():\rreturn 'recalled'\r", as: 1)
    first.leave()
    let second = PseudoTerminal.ppd(history: path)
    second.type("\u{1b}[A")
    second.expect("def f():\n    return 'recalled'")
    second.enter("\r", as: 1)
    second.enter("f()", as: 2)
    second.expect("\n'recalled'\n")
    second.leave()
  }

  @Test("Down leaves fresh text alone")
  func downOnFreshText() {
    let terminal = PseudoTerminal.ppd()
    terminal.enter("'fresh'\u{1b}[B\u{1b}[B", as: 1)
    terminal.expect("\n'fresh'\nppd[2]>")
    terminal.leave()
  }

  @Test("two sessions share the history, and neither loses an entry")
  func sharedHistory() {
    let path = temporaryFolder() + "/history"
    let (one, two) = (PseudoTerminal.ppd(history: path), PseudoTerminal.ppd(history: path))
    for index in 0..<5 {
      one.enter("'one-\(index)'", as: index + 1)
      two.enter("'two-\(index)'", as: index + 1)
    }
    one.leave()
    two.leave()
    let kept = (readText(path) ?? "").split(separator: "\n").map(String.init)
    #expect(Set(kept) == Set((0..<5).flatMap { ["'one-\($0)'", "'two-\($0)'"] }))
  }

  @Test("a locale without UTF-8 does not spoil accents", arguments: ["C", "POSIX"])
  func plainLocale(locale: String) {
    let terminal = PseudoTerminal.ppd(environment: ["LC_ALL": locale])
    terminal.enter("'ação'.upper()", as: 1)
    terminal.expect("\n'AÇÃO'\n")
    terminal.leave()
  }

  @Test("a dumb terminal gets lines without escape sequences")
  func dumbTerminal() {
    let terminal = PseudoTerminal.ppd(environment: ["TERM": "dumb"])
    terminal.type("def f():\r")
    terminal.expect("...>")
    terminal.type("    return 'dumb'\r")
    terminal.expect("return 'dumb'\n   ...>")
    terminal.enter("", as: 1)
    terminal.enter("f()", as: 2)
    terminal.expect("\n'dumb'\n")
    #expect(!terminal.bytes.contains(0x1B))
    terminal.leave()
  }

  @Test("a pipe on either side makes it plain: prompts and errors apart from the results")
  func pipes() {
    let result = ChildProgram(
      Programs.ppd, ["-q", "-i"], input: "x = 20\nx + 1\nundefined\n'é'\n",
      environment: ["NO_COLOR": "1", "PPD_LANG": "en", "PPD_HISTORY": "/nonexistent/history"]
    ).run()
    #expect(!result.hung)
    #expect(result.status == 0)
    #expect(result.output == "21\n'é'\n")
    #expect(result.errors.text(after: "NameError: name 'undefined' is not defined") != nil)
    let terminal = PseudoTerminal(
      "/bin/sh", ["-c", "\"$0\" -q | cat", Programs.ppd],
      environment: ["TERM": "xterm", "PPD_LANG": "en", "NO_COLOR": "1", "PATH": "/usr/bin:/bin"])
    terminal.expect("ppd[1]>")
    terminal.type("6 * 7\r")
    terminal.expect("42")
    terminal.expect("ppd[2]>")
    terminal.leave()
  }

  @Test("Tab completes names, attributes and keys, and lists what there is on the second")
  func completion() {
    let terminal = PseudoTerminal.ppd()
    terminal.enter("prices = {'apple': 1, 'apricot': 2}", as: 1)
    terminal.type("pric\t['app\t\r")
    terminal.expect("\n1\n")
    terminal.expectPrompt(3)
    terminal.type("prices['ap\t\t")
    terminal.expect("apple']    apricot']")
    terminal.type("r\t\r")
    terminal.expect("\n2\n")
    terminal.expectPrompt(4)
    terminal.type("'x'.spli\t\u{3}")
    terminal.type("prices.setd\t")
    terminal.expect("prices.setdefault")
    terminal.type("\u{3}")
    terminal.leave()
  }

  @Test("the file that PPD_STARTUP names runs before the first prompt, and -i opens it after a script whatever that raised")
  func before() {
    let file = temporaryFolder() + "/start.py"
    writeFile(file, "prepared = 'ready'\nlate = late if 'late' in globals() else 'first'\n")
    let terminal = PseudoTerminal.ppd(["-q", "-i", "-c", "late = 5; 1 / 0"], environment: ["PPD_STARTUP": file])
    terminal.expect("ZeroDivisionError")
    terminal.enter("prepared, late", as: 1)
    terminal.expect("\n('ready', 5)\n")
    terminal.leave()
  }

  @Test("vi's keys, where the user's .editrc asks for them")
  func viKeys() {
    let home = temporaryFolder()
    writeFile("\(home)/.editrc", "bind -v\n")
    let terminal = PseudoTerminal.ppd(environment: ["HOME": home])
    terminal.type("hello'\u{1b}")
    terminal.enter("0i'", as: 1)
    terminal.expect("\n'hello'\n")
    terminal.enter("\u{1b}k0xi'J", as: 2)
    terminal.expect("\n'Jhello'\n")
    terminal.leave()
  }

  @Test(":edit changes a cell in $EDITOR and runs it; where the editor fails nothing runs; Ctrl-C works as before")
  func externalEditor() {
    let terminal = PseudoTerminal.ppd(environment: ["EDITOR": "sed -i s/first/second/"])
    terminal.enter("'fir' 'st first'", as: 1)
    terminal.enter("'another'", as: 2)
    terminal.enter(":edit 1", as: 3)
    terminal.expect("\n'fir' 'st second'\n'first second'\nppd[4]>")
    terminal.type(":edit 9\r")
    terminal.expect("there is no cell '9'")
    terminal.enter("import os; os.environ['EDITOR'] = 'false'", as: 4)
    terminal.type(":edit\r")
    terminal.expect("the editor 'false' failed; nothing was run")
    terminal.expectPrompt(5)
    terminal.type("import time; print('sleep' 'ing'); time.sleep(600)\r")
    terminal.expect("\nsleeping")
    terminal.type("\u{3}")
    terminal.expect("KeyboardInterrupt")
    terminal.expectPrompt(6)
    terminal.leave()
  }

  @Test("Ctrl-Z goes back to the shell, and fg to the line as it was")
  func suspension() {
    let terminal = PseudoTerminal("/bin/bash", ["--norc", "--noprofile", "-i"], environment: [
        "TERM": "xterm", "LANG": "C.UTF-8", "PPD_LANG": "en", "NO_COLOR": "1", "PS1": "shell: ", "PATH": "/usr/bin:/bin",
        "PPD_HISTORY": temporaryFolder() + "/history", "HISTFILE": "",
      ])
    terminal.expect("shell:")
    terminal.type("\(Programs.ppd) -q\r")
    terminal.expect("ppd[1]>")
    terminal.type("'half")
    terminal.expect("ppd[1]> 'half")
    terminal.type("\u{1a}")
    terminal.expect("Stopped")
    #expect(terminal.waits(forLastLine: "shell:"), "\(terminal.screen.text)")
    terminal.type("fg\r")
    #expect(terminal.waits(forLastLine: "ppd[1]> 'half"), "\(terminal.screen.text)")
    terminal.enter(" and half'", as: 1)
    terminal.expect("\n'half and half'\n")
    terminal.type("\u{4}")
    #expect(terminal.waits(forLastLine: "shell:"), "\(terminal.screen.text)")
    terminal.type("exit\r")
    #expect(terminal.finish() == 0)
  }
}
