// SIGINT, SIGTERM and SIGKILL on a program of several processes: who runs its cleanup, who says what, who stays.
import TestSupport
import Testing

@Suite("The end of a process tree")
struct EndingTests {
  /// Runs a script that may use `from_outside(what)`: a process that is none of the tree's calls `what(pid of the main
  /// process)`. All output has ended when this returns, so no process is left that could write.
  private func run(_ script: String) -> ProgramResult {
    let outside = """
      import os, signal, sys, time
      def from_outside(what):
          main = os.getpid()
          if os.fork() == 0:
              signal.signal(signal.SIGINT, signal.SIG_IGN)
              signal.signal(signal.SIGTERM, signal.SIG_IGN)
              what(main)
              os._exit(0)
      def say(*words):
          os.write(1, (' '.join(map(str, words)) + '\\n').encode())

      """
    let result = ChildProgram(Programs.ppd, ["-c", outside + script], environment: ["NO_COLOR": "1"], patience: 30).run()
    #expect(!result.hung)
    return result
  }

  /// Two children, one asleep and one busy, each with something to clean up; `signalled` is sent once they are at it.
  /// - Parameter step: what the busy one does again and again.
  private func workers(step: String = "pass", then signalled: String) -> String {
    """
    def work(name, ready, task):
        try:
            ready.release()
            task()
        finally:
            say('cleaned', name)
    def sleep():
        time.sleep(60)
    def loop():
        while True: \(step)
    ready = semaphore(0)
    a = spawn(work, 'a', ready, sleep, name='a')
    b = spawn(work, 'b', ready, loop, name='b')
    ready.acquire()
    ready.acquire()
    \(signalled)
    try:
        a.join()
    finally:
        a.join()
        b.join()
        say('codes', a.exitcode, b.exitcode)
    """
  }

  private func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

  @Test(
    "Ctrl-C ends the tree, whether the first process or all of them get it: cleanup runs, each says one line",
    arguments: ["lambda pid: os.kill(pid, signal.SIGINT)", "lambda pid: os.killpg(0, signal.SIGINT)"])
  func interrupt(_ sending: String) {
    let result = run(workers(then: "from_outside(\(sending))"))
    #expect(result.status == 130)
    #expect(lines(result.output).sorted() == ["cleaned a", "cleaned b", "codes 130 130"])
    let said = lines(result.errors)
    #expect(said.count == 3 && said.allSatisfy { $0.hasPrefix("Process ") && $0.text(after: "interrupted at") != nil })
  }

  @Test(
    "SIGTERM ends the tree by that signal, whether the first process or all of them get it: cleanup runs",
    arguments: ["lambda pid: os.kill(pid, signal.SIGTERM)", "lambda pid: os.killpg(0, signal.SIGTERM)"])
  func terminate(_ sending: String) {
    let result = run(workers(then: "from_outside(\(sending))"))
    #expect(result.status == 143)
    #expect(lines(result.output).sorted() == ["cleaned a", "cleaned b", "codes -15 -15"])
    let said = lines(result.errors)
    #expect(said.count == 3 && said.allSatisfy { $0.hasPrefix("Process ") && $0.text(after: "terminated at") != nil })
  }

  @Test("SIGTERM that comes twice, of itself and passed on, before a process has looked counts once: cleanup runs")
  func terminateTwice() {
    let computing = "sys.set_int_max_str_digits(0)\nbig = 10 ** 60000\n"
    let result = run(
      computing + workers(step: "str(big)", then: "from_outside(lambda pid: os.killpg(0, signal.SIGTERM))"))
    #expect(result.status == 143)
    #expect(lines(result.output).sorted() == ["cleaned a", "cleaned b", "codes -15 -15"])
  }

  @Test("a script's own handlers win", arguments: ["SIGINT", "SIGTERM"])
  func ownHandler(_ signal: String) {
    let result = run(
      """
      done = event()
      signal.signal(signal.\(signal), lambda number, frame: done.set())
      def work(done):
          done.wait()
          say('told')
      p = spawn(work, done)
      from_outside(lambda pid: os.kill(pid, signal.\(signal)))
      p.join()
      say(p.exitcode)
      """)
    #expect(result.status == 0)
    #expect(result.output == "told\n0\n")
    #expect(result.errors == "")
  }

  @Test("an interrupted program waits for nobody: children that ignore it, that wait, and that joined at the end")
  func ignoring() {
    let result = run(
      """
      def deaf(ready):
          signal.signal(signal.SIGINT, signal.SIG_IGN)
          ready.wait()
          time.sleep(60)
      def waiting(ready, q):
          ready.wait()
          q.get()
      ready = barrier(3)
      spawn(deaf, ready, name='deaf')
      spawn(waiting, ready, queue(), name='waiting')
      ready.wait()
      from_outside(lambda pid: (time.sleep(0.1), os.kill(pid, signal.SIGINT)))
      """)
    #expect(result.status == 130)
    // Who only waited has nothing to say.
    #expect(result.errors.text(after: "Process waiting") == nil)
    #expect(result.errors.text(after: "Process deaf") != nil)
  }

  @Test("a second Ctrl-C ends what does not want to end")
  func secondInterrupt() {
    let result = run(
      """
      def stubborn(ready):
          while True:
              try:
                  ready.set()
                  time.sleep(60)
              except KeyboardInterrupt:
                  say('no')
      ready = event()
      spawn(stubborn, ready)
      ready.wait()
      def twice(pid):
          os.kill(pid, signal.SIGINT)
          time.sleep(0.5)
          os.kill(pid, signal.SIGINT)
      from_outside(twice)
      """)
    #expect(result.status == 130)
    #expect(result.output.hasPrefix("no\n"))
  }

  @Test("terminate() ends a process at once, as in Python; so does a signal to itself")
  func terminateAtOnce() {
    let result = run(
      """
      def work(ready):
          try:
              ready.set()
              while True: pass
          finally:
              say('never said')
      def suicide():
          try:
              os.kill(os.getpid(), signal.SIGTERM)
          finally:
              say('never said')
      ready = event()
      p = spawn(work, ready)
      ready.wait()
      p.terminate()
      p.join()
      q = spawn(suicide)
      q.join()
      say(p.exitcode, q.exitcode)
      """)
    #expect(result.output == "-15 -15\n")
    #expect(result.status == 0)
  }

  @Test("children catch an interrupt of the whole tree and go on")
  func caught() {
    let result = run(
      """
      def work(ready, q):
          try:
              ready.wait()
              time.sleep(60)
          except KeyboardInterrupt:
              q.put('caught')
          q.put('went on')
      ready, q = barrier(2), queue()
      p = spawn(work, ready, q)
      ready.wait()
      from_outside(lambda pid: os.killpg(0, signal.SIGINT))
      try:
          time.sleep(60)
      except KeyboardInterrupt:
          say('main')
      say(q.get(), q.get())
      p.join()
      say(p.exitcode)
      """)
    #expect(result.output == "main\ncaught went on\n0\n")
    #expect(result.status == 0)
    #expect(result.errors == "")
  }

  @Test("a killed parent leaves no child that waits for it")
  func killedParent() {
    let result = run(
      """
      def daemon(ready):
          ready.wait()
          while True: pass
      def waiting(ready, what):
          ready.wait()
          what()
      def parent(ready, q, near, e, l, b):
          spawn(daemon, ready, daemon=True)
          for what in (q.get, near.recv, e.wait, l.acquire, b.wait):
              spawn(waiting, ready, what)
          ready.wait()
          time.sleep(60)
      ready, q, e, l, b = barrier(8), queue(), event(), semaphore(0), barrier(2)
      near, far = pipe()
      p = spawn(parent, ready, q, near, e, l, b)
      ready.wait()
      del q, near, far, e, l, b
      from_outside(lambda pid: (os.kill(p.pid, signal.SIGKILL), os.kill(pid, signal.SIGKILL)))
      time.sleep(60)
      """)
    #expect(result.status == 137)
    // Who only waited for the dead leaves without a word.
    #expect(result.errors == "")
  }
}
