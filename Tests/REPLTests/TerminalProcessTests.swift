// The prompt on real pseudo-terminals while processes run: their output, their ends, the keys that reach them.
import Glibc
import TestSupport
import Testing

@Suite("The prompt on a terminal, with processes", .serialized)
struct TerminalProcessTests {
  /// A session whose first cell defines `work(i)`, which sleeps for a minute.
  private func withSleeper() -> PseudoTerminal {
    let terminal = PseudoTerminal.ppd()
    terminal.enter("def work(i):\rimport time\rtime.sleep(60)\r", as: 1)
    return terminal
  }

  /// Starts two of them, as cells 2 and 3.
  /// - Returns: their numbers.
  private func startTwo(_ terminal: PseudoTerminal) -> [pid_t] {
    terminal.enter("p, q = spawn(work, 1), spawn(work, 2)", as: 2)
    terminal.enter("print('pids', p.pid, q.pid)", as: 3)
    let line = terminal.screen.lines.first { $0.hasPrefix("pids ") }
    let pids = (line ?? "").split(separator: " ").compactMap { pid_t($0) }
    #expect(pids.count == 2, "\(terminal.screen.text)")
    return pids
  }

  @Test("a child's lines come above a block that is being typed, and the block stays whole")
  func outputDuringBlock() {
    let terminal = PseudoTerminal.ppd()
    terminal.enter("def say(e):\rprint('one'); e.wait(); print('two')\r", as: 1)
    terminal.enter("go, e = event(), event()", as: 2)
    terminal.enter("p = spawn(say, e, name='talker')", as: 3)
    terminal.enter("q = spawn(lambda: (go.wait(), __import__('time').sleep(1), e.set()) and None, name='later')", as: 4)
    let pid = terminal.number(after: "[talker ") ?? 0
    terminal.expect("[talker \(pid)] one")
    terminal.enter("go.set()", as: 5)
    terminal.type("def g(x):\rif x:\rreturn 'half")
    terminal.expect("] two")
    #expect(terminal.waits(forLastLine: "        return 'half"), "\(terminal.screen.text)")
    #expect(Array(terminal.screen.lines.suffix(3)) == ["def g(x):", "    if x:", "        return 'half"])
    terminal.enter("'\r", as: 6)
    terminal.enter("g(1)", as: 7)
    terminal.expect("\n'half'\n")
    terminal.expect("[talker \(pid)] ended")
    terminal.waitForEnds(2)
    terminal.leave()
  }

  @Test("a child's line during Ctrl-R leaves the search as it was")
  func outputDuringSearch() {
    let terminal = PseudoTerminal.ppd()
    terminal.enter("needle = 'hay'", as: 1)
    terminal.enter("go = event()", as: 2)
    terminal.enter("p = spawn(lambda: (go.wait(), __import__('time').sleep(1), print('from the child')) and None)", as: 3)
    terminal.enter("go.set()", as: 4)
    terminal.type("\u{12}needl")
    terminal.expect("] from the child")
    terminal.waitForEnds(1)
    terminal.type("e")
    terminal.expect("needle = 'hay'\nbck:needle")
    // A key that moves ends the search and does what it always does.
    terminal.type("\u{1b}[F + '!'\r")
    terminal.expect("ppd[5]> needle = 'hay' + '!'")
    terminal.expectPrompt(6)
    terminal.leave()
  }

  @Test("output and changes of the terminal's size while a line is typed lose nothing of it")
  func resizing() {
    let terminal = PseudoTerminal.ppd()
    terminal.enter("def flood():\rfor i in range(300): print('line', i)\r", as: 1)
    terminal.type("p = spawn(flood, name='flood')\r")
    terminal.expect("ppd[3]>")
    terminal.type("'typed' + ")
    for width in [60, 100, 50, 80] {
      terminal.resize(width: width, height: 24)
      terminal.type(" ")
    }
    terminal.expect("line 299")
    terminal.waitForEnds(1)
    terminal.type("'on'\r")
    terminal.expect("\n'typedon'\n")
    terminal.expectPrompt(4)
    terminal.leave()
  }

  @Test("a child that never stops writing leaves the keyboard its turn")
  func flood() {
    let terminal = PseudoTerminal.ppd()
    terminal.enter("def flood():\rwhile True: print('flood ' * 10)\r", as: 1)
    terminal.type("p = spawn(flood, name='river')\r")
    terminal.expect("flood flood")
    terminal.type("p.kill()\r")
    terminal.expect("] killed by SIGKILL")
    terminal.enter("6 * 7", as: 4)
    terminal.expect("\n42\n")
    terminal.leave()
  }

  @Test("Ctrl-C at the prompt drops the line and leaves children alone; in a cell it interrupts it and what it started")
  func interrupts() {
    let terminal = withSleeper()
    terminal.enter("p = spawn(work, 1)", as: 2)
    terminal.type("half a line\u{3}")
    terminal.expect("ppd[3]> half a line^C")
    terminal.expectPrompt(3)
    terminal.enter("p.is_alive()", as: 3)
    terminal.expect("\nTrue\n")
    terminal.type("q = spawn(work, 2); print('join' 'ing'); q.join()\r")
    terminal.expect("\njoining")
    terminal.type("\u{3}")
    terminal.expect("KeyboardInterrupt")
    terminal.expectPrompt(5)
    terminal.enter("q.join(); p.is_alive(), q.exitcode", as: 5)
    terminal.expect("(True, 130)")
    terminal.type("if True:\rprint('spin' 'ning')\rwhile True: pass\r\r\r")
    terminal.expect("\nspinning")
    terminal.type("\u{3}")
    #expect(
      terminal.wait { $0.screen.text.text(after: "\nspinning")?.contains("KeyboardInterrupt") == true },
      "\(terminal.screen.text)")
    terminal.expectPrompt(7)
    terminal.type(":kill all\r")
    terminal.expect("killed by SIGTERM")
    terminal.expectPrompt(7)
    terminal.leave()
  }

  @Test("leaving with living children asks once, and then leaves none")
  func leaving() {
    let terminal = withSleeper()
    let pids = startTwo(terminal)
    terminal.type("\u{4}")
    terminal.expect("2 processes still running; Ctrl-D again ends them")
    terminal.expectPrompt(4)
    for pid in pids { #expect(processLives(pid)) }
    terminal.leave()
    for pid in pids { #expect(!processLives(pid)) }
  }

  @Test("a closed terminal, SIGHUP and SIGKILL leave no process behind", arguments: ["close", "hup", "kill"])
  func hangUp(how: String) {
    let terminal = withSleeper()
    let pids = startTwo(terminal)
    switch how {
    case "close": terminal.closeTerminal()
    case "hup": kill(terminal.pid, SIGHUP)
    default: kill(terminal.pid, SIGKILL)
    }
    #expect(terminal.finish() != nil)
    var left = 3000
    while left > 0, pids.contains(where: processLives) {
      usleep(20_000)
      left -= 1
    }
    for pid in pids { #expect(!processLives(pid)) }
  }

  @Test("a deadlock of children is reported while one sits at the prompt, and both have their names")
  func deadlock() {
    let terminal = PseudoTerminal.ppd()
    terminal.enter("def grab(a, b):\ra.acquire(); import time; time.sleep(0.5); b.acquire()\r", as: 1)
    terminal.enter("a, b = lock(name='a'), lock(name='b')", as: 2)
    terminal.type("p, q = spawn(grab, a, b, name='left'), spawn(grab, b, a, name='right')\r")
    terminal.expect("Deadlock: 2 processes wait")
    terminal.waitForEnds(2, "ended with exit code 1")
    for name in ["left", "right"] {
      #expect(
        terminal.screen.lines.contains { $0.hasPrefix("[\(name) ") && $0.contains("DeadlockError") },
        "\(terminal.screen.text)")
    }
    terminal.leave()
  }

  @Test(":ps tells where a process waits, where it runs and where it sleeps")
  func places() {
    let terminal = PseudoTerminal.ppd()
    terminal.enter("never = event()", as: 1)
    terminal.enter("def wait():\rnever.wait()\r", as: 2)
    terminal.enter("def run():\rx = 0\rwhile True:\rx += 1\r", as: 3)
    terminal.enter("def sleep():\rimport time\rx = 1; y = 2\rtime.sleep(600)\r", as: 4)
    terminal.enter("ps = [spawn(work, name=work.__name__) for work in (wait, run, sleep)]", as: 5)
    // A process that has just started, or gets no processor, does not answer at once.
    let areThere = { (terminal: PseudoTerminal) -> Bool in
      let lines = terminal.screen.lines
      return [("wait", "<ppd:2>:2"), ("run", "<ppd:3>:3"), ("sleep", "<ppd:4>:4")].allSatisfy { name, place in
        lines.contains { $0.contains(" \(name) ") && $0.contains(" \(place) ") }
      }
    }
    for round in 1...100 where !areThere(terminal) {
      terminal.type(":ps\r")
      _ = terminal.wait { areThere($0) || $0.screen.lines.count { $0.hasPrefix("PID ") } >= round }
    }
    #expect(terminal.wait(until: areThere), "\(terminal.screen.text)")
    terminal.type(":kill all\r")
    terminal.waitForEnds(3, "killed by SIGTERM")
    terminal.leave()
  }

  @Test(":top shows what processes do and holds their output back; a key ends it", arguments: [80, 40])
  func top(width: Int) {
    let terminal = PseudoTerminal.ppd(width: width)
    terminal.enter("go = event()", as: 1)
    terminal.enter("p = spawn(lambda: (go.wait(), print('it' ' went')) and None, name='w')", as: 2)
    terminal.type(":top\r")
    terminal.expect("1 proc, twice a second")
    #expect(terminal.wait { $0.screen.lines.contains { $0.contains(" w ") } }, "\(terminal.screen.text)")
    // A heading, the table of processes, an empty line and that of objects: rows that are too long are cut, not wrapped.
    let isWhole = terminal.wait { terminal in
      let view = terminal.screen.lines.drop { !$0.contains("twice a second") }
      return view.count == 6
    }
    #expect(isWhole, "\(terminal.screen.text)")
    terminal.type("x")
    terminal.expectPrompt(3)
    #expect(!terminal.screen.text.contains("twice a second"))
    terminal.enter("q = spawn(lambda: (__import__('time').sleep(1), go.set()) and None, name='s')", as: 3)
    terminal.type(":top\r")
    terminal.expect("2 procs, twice a second")
    terminal.expect("0 procs, twice a second")
    #expect(!terminal.screen.text.contains("] it went"))
    terminal.type(" ")
    terminal.expect("] it went")
    terminal.waitForEnds(2)
    terminal.enter("6 * 7", as: 4)
    terminal.expect("\n42\n")
    terminal.leave()
  }
}

extension PseudoTerminal {
  /// Waits until so many children have been said to have ended, so that none delays leaving.
  fileprivate func waitForEnds(_ count: Int, _ notice: String = "ended", _ location: SourceLocation = #_sourceLocation) {
    let isThere = wait { $0.screen.text.split(separator: "] \(notice)\n").count > count }
    #expect(isThere, "\(screen.text.suffix(2000))", sourceLocation: location)
  }
}
