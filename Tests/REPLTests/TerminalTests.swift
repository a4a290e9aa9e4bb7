// The prompt on real pseudo-terminals: what only they show.
import Glibc
import TestSupport
import Testing

@Suite("The prompt on a terminal", .serialized)
struct TerminalTests {
  /// A folder of its own for the history of a test.
  private func historyPath() -> String {
    var template = Array("/tmp/ppd-repl-XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil, "no temporary folder")
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self) + "/history"
  }

  private func start(
    _ arguments: [String] = ["-q"], history: String? = nil, width: Int = 80, height: Int = 24,
    environment: [String: String] = [:]
  ) -> PseudoTerminal {
    let base = [
      "TERM": "xterm", "LANG": "C.UTF-8", "PPD_LANG": "en", "NO_COLOR": "1", "PPD_HISTORY": history ?? historyPath(),
      "HOME": "/nonexistent", "PATH": "/usr/bin:/bin",
    ]
    return PseudoTerminal(
      Programs.ppd, arguments, environment: base.merging(environment) { $1 }, width: width, height: height)
  }

  private func leave(_ terminal: PseudoTerminal) {
    terminal.type("\u{4}")
    #expect(terminal.finish() == 0, "\(terminal.screen.text)")
  }

  private static let sleeper = "def work(i):\r    import time\rtime.sleep(60)\r\r"

  @Test("a greeting, a result, the next number")
  func firstSteps() {
    let terminal = start([])
    #expect(terminal.waits(for: "ppd[1]>"))
    #expect(terminal.screen.lines[0].contains(":help"))
    terminal.enter("6 * 7")
    #expect(terminal.waits(forLastLine: "ppd[2]>"))
    #expect(terminal.screen.lines.suffix(3) == ["ppd[1]> 6 * 7", "42", "ppd[2]>"])
    leave(terminal)
  }

  @Test("accents, wide characters and the keys that move among them")
  func accents() {
    let terminal = start()
    #expect(terminal.waits(for: "ppd[1]>"))
    terminal.type("'ação 漢字 é'")
    terminal.type("\u{1b}[D\u{1b}[D\u{7f}ã ")
    #expect(terminal.waits(for: "ppd[1]> 'ação 漢字ã é'"))
    terminal.type("\r")
    #expect(terminal.waits(for: "\n'ação 漢字ã é'\nppd[2]>"), "\(terminal.screen.text)")
    leave(terminal)
  }

  @Test("a block is indented as it is typed, and Backspace takes an indentation back")
  func indentation() {
    let terminal = start()
    #expect(terminal.waits(for: "ppd[1]>"))
    terminal.type("def f(n):\rif n:\rreturn 1\rreturn [\r0][0]\r")
    #expect(terminal.waits(for: "        0][0]"))
    terminal.type("\r")
    #expect(terminal.waits(forLastLine: "ppd[2]>"), "\(terminal.screen.text)")
    terminal.enter("f(0), f(1)")
    #expect(terminal.waits(for: "\n(0, 1)\n"), "\(terminal.screen.text)")
    terminal.type("for i in 1, 2:\rif i:\rprint('in', i)\r\u{7f}\u{7f}")
    terminal.type("x = 1\r\r")
    #expect(terminal.waits(for: "in 2"), "\(terminal.screen.text)")
    leave(terminal)
  }

  @Test("four hundred pasted lines with prompts and indentation come as they are and wait for Enter")
  func paste() {
    let terminal = start(height: 30)
    #expect(terminal.waits(for: "ppd[1]>"))
    var lines = ["    >>> def count():", "    ...     n = 0"]
    for _ in 0..<397 { lines.append("    ...     n += 1") }
    lines.append("    ...     return n")
    terminal.type("\u{1b}[200~" + lines.joined(separator: "\r") + "\r\u{1b}[201~")
    #expect(terminal.waits(for: "    return n"))
    #expect(!terminal.screen.text.contains("ppd[2]>"))
    terminal.type("\r\r")
    #expect(terminal.waits(for: "ppd[2]>"))
    terminal.enter("count()")
    #expect(terminal.waits(for: "\n397\n"), "\(terminal.screen.text.suffix(400))")
    leave(terminal)
  }

  @Test("a child's lines come above a block that is being typed, and the block stays whole")
  func outputDuringBlock() {
    let terminal = start()
    #expect(terminal.waits(for: "ppd[1]>"))
    terminal.type("def say(e):\rprint('one'); e.wait(); print('two')\r\r")
    terminal.enter("e = event(); p = spawn(say, e, name='talker')")
    #expect(terminal.waits(for: "[talker \(childPid(terminal) ?? 0)] one"), "\(terminal.screen.text)")
    terminal.enter("spawn(lambda: (__import__('time').sleep(1), e.set()), name='later') and None")
    terminal.type("def g(x):\rif x:\rreturn 'half")
    #expect(terminal.waits(for: "] two"))
    #expect(terminal.wait { $0.screen.lines.last == "        return 'half" }, "\(terminal.screen.text)")
    let block = terminal.screen.lines.suffix(3)
    #expect(Array(block) == ["def g(x):", "    if x:", "        return 'half"])
    terminal.type("'\r\r")
    terminal.enter("g(1)")
    #expect(terminal.waits(for: "\n'half'\n"), "\(terminal.screen.text)")
    #expect(terminal.waits(for: "[talker \(childPid(terminal) ?? 0)] ended"))
    leave(terminal)
  }

  private func childPid(_ terminal: PseudoTerminal) -> Int? {
    _ = terminal.waits(for: "[talker ")
    return terminal.screen.text.text(after: "[talker ").flatMap { Int($0.prefix { $0.isNumber }) }
  }

  @Test("a child's line during Ctrl-R leaves the search as it was")
  func outputDuringSearch() {
    let terminal = start()
    #expect(terminal.waits(for: "ppd[1]>"))
    terminal.enter("needle = 'hay'")
    #expect(terminal.waits(for: "ppd[2]>"))
    terminal.type("def say():\rimport time; time.sleep(1); print('from the child')\r\r")
    terminal.enter("p = spawn(say)")
    #expect(terminal.waits(for: "ppd[4]>"))
    terminal.type("\u{12}needl")
    #expect(terminal.waits(for: "] from the child"))
    #expect(terminal.waits(for: "] ended"))
    terminal.type("e")
    #expect(terminal.waits(for: "needle = 'hay'\nbck:needle"), "\(terminal.screen.text)")
    // A key that moves ends the search and does what it always does.
    terminal.type("\u{1b}[F + '!'\r")
    #expect(terminal.waits(for: "ppd[4]> needle = 'hay' + '!'"), "\(terminal.screen.text)")
    #expect(terminal.waits(for: "ppd[5]>"), "\(terminal.screen.text)")
    leave(terminal)
  }

  @Test("output and changes of the terminal's size while a line is typed lose nothing of it")
  func resizing() {
    let terminal = start(width: 80, height: 24)
    #expect(terminal.waits(for: "ppd[1]>"))
    terminal.type("def flood():\rfor i in range(300): print('line', i)\r\r")
    terminal.enter("p = spawn(flood, name='flood')")
    terminal.type("'typed' + ")
    for width in [60, 100, 50, 80] {
      terminal.resize(width: width, height: 24)
      terminal.type(" ")
    }
    #expect(terminal.waits(for: "line 299"))
    terminal.type("'on'\r")
    #expect(terminal.wait { $0.screen.text.contains("\n'typedon'\n") }, "\(terminal.screen.text.suffix(600))")
    leave(terminal)
  }

  @Test("Ctrl-C at the prompt drops the line and leaves children alone; in a cell it interrupts it and what it started")
  func interrupts() {
    let terminal = start()
    #expect(terminal.waits(for: "ppd[1]>"))
    terminal.type(TerminalTests.sleeper)
    terminal.enter("p = spawn(work, 1)")
    terminal.type("half a line\u{3}")
    #expect(
      terminal.wait { $0.screen.lines.suffix(2).map { $0.prefix(8) } == ["ppd[3]> ", "ppd[3]> "] },
      "\(terminal.screen.text)")
    #expect(terminal.screen.text.contains("ppd[3]> half a line^C"))
    terminal.enter("p.is_alive()")
    #expect(terminal.waits(for: "\nTrue\n"), "\(terminal.screen.text)")
    terminal.enter("q = spawn(work, 2); q.join()")
    #expect(terminal.wait { $0.screen.text.contains("q.join()\n") || true })
    usleep(300_000)
    terminal.type("\u{3}")
    #expect(terminal.waits(for: "KeyboardInterrupt"), "\(terminal.screen.text)")
    terminal.enter("q.join(); p.is_alive(), q.exitcode")
    #expect(terminal.waits(for: "(True, 130)"), "\(terminal.screen.text)")
    terminal.type("while True: pass\r\r")
    usleep(300_000)
    terminal.type("\u{3}")
    #expect(terminal.wait { $0.screen.text.text(after: "while True: pass")?.contains("KeyboardInterrupt") == true })
    terminal.enter(":kill all")
    #expect(terminal.waits(for: "killed by SIGTERM"))
    leave(terminal)
  }

  @Test("leaving with living children asks once, and then leaves none")
  func leaving() {
    let terminal = start()
    #expect(terminal.waits(for: "ppd[1]>"))
    terminal.type(TerminalTests.sleeper)
    terminal.enter("ps = [spawn(work, i) for i in range(2)]; [p.pid for p in ps]")
    #expect(terminal.waits(for: "ppd[3]>"))
    let pids = pids(terminal)
    #expect(pids.count == 2)
    terminal.type("\u{4}")
    #expect(terminal.waits(for: "2 processes still running; Ctrl-D again ends them"))
    for pid in pids { #expect(processLives(pid)) }
    leave(terminal)
    for pid in pids { #expect(!processLives(pid)) }
  }

  /// The pids of the only list of two numbers on the screen.
  private func pids(_ terminal: PseudoTerminal) -> [pid_t] {
    for line in terminal.screen.lines where line.first == "[" && line.last == "]" {
      return line.dropFirst().dropLast().split(separator: ",").compactMap { Int32($0.drop { $0 == " " }) }
    }
    return []
  }

  @Test("a closed terminal, SIGHUP and SIGKILL leave no process behind", arguments: ["close", "hup", "kill"])
  func hangUp(how: String) {
    let terminal = start()
    #expect(terminal.waits(for: "ppd[1]>"))
    terminal.type(TerminalTests.sleeper)
    terminal.enter("ps = [spawn(work, i) for i in range(2)]; [p.pid for p in ps]")
    #expect(terminal.waits(for: "ppd[3]>"))
    let pids = pids(terminal)
    #expect(pids.count == 2)
    switch how {
    case "close": terminal.closeTerminal()
    case "hup": kill(terminal.pid, SIGHUP)
    default: kill(terminal.pid, SIGKILL)
    }
    #expect(terminal.finish() != nil)
    var left = 200
    while left > 0, pids.contains(where: processLives) {
      usleep(20_000)
      left -= 1
    }
    for pid in pids { #expect(!processLives(pid)) }
  }

  @Test("a block comes back whole after a restart; Up and Down go by lines in it and by entries outside")
  func history() {
    let path = historyPath()
    let first = start(history: path)
    #expect(first.waits(for: "ppd[1]>"))
    first.type("def f():\rreturn 'recalled'\r\r")
    #expect(first.waits(for: "ppd[2]>"))
    leave(first)
    let second = start(history: path)
    #expect(second.waits(for: "ppd[1]>"))
    second.type("\u{1b}[A")
    #expect(second.waits(for: "def f():\n    return 'recalled'"), "\(second.screen.text)")
    second.type("\r\r")
    #expect(second.waits(for: "ppd[2]>"))
    second.enter("f()")
    #expect(second.waits(for: "\n'recalled'\n"))
    leave(second)
  }

  @Test("Down leaves fresh text alone")
  func downOnFreshText() {
    let terminal = start()
    #expect(terminal.waits(for: "ppd[1]>"))
    terminal.type("'fresh'\u{1b}[B\u{1b}[B")
    terminal.type("\r")
    #expect(terminal.waits(for: "\n'fresh'\nppd[2]>"), "\(terminal.screen.text)")
    leave(terminal)
  }

  @Test("two sessions share the history, and neither loses an entry")
  func sharedHistory() {
    let path = historyPath()
    let (one, two) = (start(history: path), start(history: path))
    for (name, terminal) in [("one", one), ("two", two)] {
      #expect(terminal.waits(for: "ppd[1]>"))
      for index in 0..<5 {
        terminal.enter("'\(name)-\(index)'")
        #expect(terminal.waits(for: "ppd[\(index + 2)]>"))
      }
    }
    leave(one)
    leave(two)
    let kept = (readText(path) ?? "").split(separator: "\n").map(String.init)
    #expect(Set(kept) == Set((0..<5).flatMap { ["'one-\($0)'", "'two-\($0)'"] }))
  }

  @Test("a locale without UTF-8 does not spoil accents", arguments: ["C", "POSIX"])
  func plainLocale(locale: String) {
    let terminal = start(environment: ["LC_ALL": locale])
    #expect(terminal.waits(for: "ppd[1]>"))
    terminal.enter("'ação'.upper()")
    #expect(terminal.waits(for: "\n'AÇÃO'\n"), "\(terminal.screen.text)")
    leave(terminal)
  }

  @Test("a dumb terminal gets lines without escape sequences")
  func dumbTerminal() {
    let terminal = start(environment: ["TERM": "dumb"])
    #expect(terminal.waits(for: "ppd[1]>"))
    terminal.enter("def f():")
    #expect(terminal.waits(for: "...>"))
    terminal.enter("    return 'dumb'")
    #expect(terminal.wait { $0.screen.lines.last == "   ...>" })
    terminal.enter("")
    #expect(terminal.waits(for: "ppd[2]>"))
    terminal.enter("f()")
    #expect(terminal.waits(for: "\n'dumb'\n"), "\(terminal.screen.text)")
    #expect(!terminal.bytes.contains(0x1B))
    leave(terminal)
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
    #expect(terminal.waits(for: "ppd[1]>"))
    terminal.enter("6 * 7")
    #expect(terminal.waits(for: "42"))
    terminal.type("\u{4}")
    #expect(terminal.finish() == 0)
  }

  @Test("Tab completes names, attributes and keys, and lists what there is on the second")
  func completion() {
    let terminal = start()
    #expect(terminal.waits(for: "ppd[1]>"))
    terminal.enter("prices = {'apple': 1, 'apricot': 2}")
    #expect(terminal.waits(for: "ppd[2]>"))
    terminal.type("pric\t['app\t\r")
    #expect(terminal.waits(for: "\n1\n"), "\(terminal.screen.text)")
    terminal.type("prices['ap\t\t")
    #expect(terminal.waits(for: "apple']    apricot']"), "\(terminal.screen.text)")
    terminal.type("r\t\r")
    #expect(terminal.waits(for: "\n2\n"), "\(terminal.screen.text)")
    terminal.type("'x'.spli\t\u{3}")
    terminal.type("prices.setd\t")
    #expect(terminal.waits(for: "prices.setdefault"))
    terminal.type("\u{3}")
    leave(terminal)
  }

  @Test("the file that PPD_STARTUP names runs before the first prompt, and -i opens it after a script whatever that raised")
  func before() {
    let folder = historyPath().split(separator: "/").dropLast().joined(separator: "/")
    let file = fopen("/\(folder)/start.py", "w")
    fputs("prepared = 'ready'\nlate = late if 'late' in globals() else 'first'\n", file)
    fclose(file)
    let terminal = start(["-q", "-i", "-c", "late = 5; 1 / 0"], environment: ["PPD_STARTUP": "/\(folder)/start.py"])
    #expect(terminal.waits(for: "ppd[1]>"))
    #expect(terminal.screen.text.contains("ZeroDivisionError"))
    terminal.enter("prepared, late")
    #expect(terminal.waits(for: "\n('ready', 5)\n"), "\(terminal.screen.text)")
    leave(terminal)
  }

  @Test("vi's keys, where the user's .editrc asks for them")
  func viKeys() {
    let home = historyPath().split(separator: "/").dropLast().joined(separator: "/")
    let file = fopen("/\(home)/.editrc", "w")
    fputs("bind -v\n", file)
    fclose(file)
    let terminal = start(environment: ["HOME": "/\(home)"])
    #expect(terminal.waits(for: "ppd[1]>"))
    terminal.type("hello'\u{1b}")
    terminal.type("0i'\r")
    #expect(terminal.waits(for: "\n'hello'\n"), "\(terminal.screen.text)")
    terminal.type("\u{1b}k0xi'J\r")
    #expect(terminal.waits(for: "\n'Jhello'\n"), "\(terminal.screen.text)")
    leave(terminal)
  }

  @Test("a deadlock of children is reported while one sits at the prompt")
  func deadlock() {
    let terminal = start()
    #expect(terminal.waits(for: "ppd[1]>"))
    terminal.type("def grab(a, b):\ra.acquire(); import time; time.sleep(0.5); b.acquire()\r\r")
    terminal.enter("a, b = lock(name='a'), lock(name='b')")
    terminal.enter("p, q = spawn(grab, a, b, name='p'), spawn(grab, b, a, name='q')")
    #expect(terminal.waits(for: "Deadlock: 2 processes wait"), "\(terminal.screen.text)")
    #expect(terminal.waits(for: "DeadlockError"), "\(terminal.screen.text)")
    let bothEnded = terminal.wait { $0.screen.text.split(separator: "] ended with exit code 1").count == 3 }
    #expect(bothEnded, "\(terminal.screen.text)")
    leave(terminal)
  }
}
