// What ppd does for processes beyond Python: results, deaths, deadlocks, failures as one block.
import TestSupport
import Testing

@Suite("Processes at work")
struct ProcessTests {
  private func ppd(_ script: String) -> ProgramResult {
    let result = ChildProgram(Programs.ppd, ["-c", script], environment: ["NO_COLOR": "1"], patience: 30).run()
    #expect(!result.hung)
    return result
  }

  @Test("a child's failure is one block that names the process and where it was spawned")
  func failureBlock() {
    let result = ppd("def worker(i):\n    return 10 // (i - 1)\np = spawn(worker, 1, name='worker-1')\np.join()\nprint(p.exitcode)")
    #expect(result.output == "1\n")
    #expect(result.status == 0)
    let lines = result.errors.split(separator: "\n").map(String.init)
    #expect(lines.first?.hasPrefix("Process worker-1 (pid ") == true)
    #expect(lines.first?.hasSuffix("), spawned at <string>:3, failed:") == true)
    #expect(lines.last == "ZeroDivisionError: integer division or modulo by zero")
  }

  @Test("a result is the target's value, or its exception with the child's traceback")
  func results() {
    let result = ppd(
      """
      def half(n):
          if n % 2: raise ValueError(n)
          return n // 2
      print(spawn(half, 42).result())
      try:
          spawn(half, 3).result()
      except ValueError as e:
          print(e.args, 'half' in str(e.__cause__))
      """)
    #expect(result.output == "21\n(3,) True\n")
  }

  @Test("the result of a killed process is ProcessDied, with the signal's name")
  func death() {
    let result = ppd(
      """
      import os, signal, multiprocessing
      def die(): os.kill(os.getpid(), signal.SIGKILL)
      try:
          spawn(die).result()
      except multiprocessing.ProcessDied as e:
          print('SIGKILL' in str(e))
      """)
    #expect(result.output == "True\n")
  }

  @Test("a lock whose owner was killed is free for the next")
  func lockOfTheDead() {
    let result = ppd(
      """
      import os, signal
      l = lock()
      def take():
          l.acquire()
          os.kill(os.getpid(), signal.SIGKILL)
      p = spawn(take)
      p.join()
      print(l.acquire(timeout=10))
      """)
    #expect(result.output == "True\n")
  }

  @Test("two processes that wait for each other's lock are reported, and the program ends")
  func deadlock() {
    let result = ppd(
      """
      import time
      def work(x, y):
          with x:
              time.sleep(0.2)
              with y:
                  pass
      first, second = lock(name='first'), lock(name='second')
      p = spawn(work, first, second, name='ana')
      q = spawn(work, second, first, name='bia')
      p.join()
      """)
    #expect(result.status == 1)
    #expect(result.errors.text(after: "Deadlock: ") != nil)
    #expect(result.errors.text(after: "waits for lock 'second', held by bia") != nil)
    #expect(result.lastErrorLine.hasPrefix("multiprocessing.DeadlockError: "))
  }

  @Test("a queue that nobody will ever fill is a deadlock, a sleeping producer is none")
  func emptyQueue() {
    #expect(ppd("q = queue()\nq.get()").lastErrorLine.hasPrefix("multiprocessing.DeadlockError: "))
    let slow = ppd(
      """
      import time
      def late(q):
          time.sleep(1.5)
          q.put('at last')
      q = queue()
      spawn(late, q)
      print(q.get())
      """)
    #expect(slow.output == "at last\n")
    #expect(slow.errors == "")
  }

  @Test("programs that are merely slow, sleeping, or waiting for others than processes are no deadlock")
  func noFalseAlarm() {
    let folder = "\(Programs.root)/Tests/LanguageTests/Programs"
    let result = ChildProgram(Programs.ppd, ["no_false_alarms.ppd", "18", "6"], folder: folder, patience: 180).run()
    #expect(!result.hung)
    #expect(result.output == "18 runs, 0 of them bad\n", "\(result.errors)")
  }

  @Test("who forks by itself has a child that holds what it holds, and takes nothing with it")
  func rawFork() {
    let result = ppd(
      """
      import os
      near, far = pipe()
      l, r = lock(), rlock()
      r.acquire()
      pid = os.fork()
      if pid == 0:
          near.send(('child', l.acquire(False), r.acquire(False)))
          raise SystemExit(5)
      print(far.recv(), os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
      # The child died with the lock; the parent's own is still the parent's, and so is the pipe.
      print(l.acquire(timeout=10))
      r.release()
      near.send('parent')
      print(far.recv())
      for _ in range(200):
          if os.fork() == 0:
              os._exit(0)
          os.wait()
      del near
      try:
          far.recv()
      except EOFError:
          print('end')
      """)
    #expect(result.output == "('child', True, False) 5\nTrue\nparent\nend\n", "\(result.errors)")
  }

  @Test("an object that cannot be pickled raises where it is put, and says where it stands")
  func unpicklable() {
    let result = ppd("q = queue()\nq.put({'ok': 1, 'bad': [1, (x for x in ())]})")
    #expect(result.status == 1)
    #expect(result.errors.text(after: "line 2, in <module>") != nil)
    #expect(result.errors.text(after: "TypeError: cannot pickle 'generator' object") != nil)
    #expect(result.errors.text(after: "while pickling key 'bad'") != nil)
  }

  @Test("with spawn joins at the end of the block")
  func withSpawn() {
    let result = ppd(
      """
      import time
      v = value(0)
      def work():
          time.sleep(0.1)
          v.add(5)
      with spawn(work) as p:
          pass
      print(v.value, p.exitcode)
      """)
    #expect(result.output == "5 0\n")
  }

  @Test("updates of a value lose nothing")
  func atomicUpdates() {
    let result = ppd(
      """
      v = value(0)
      def work():
          for i in range(2000):
              v.add(1)
              v.update(lambda x: x + 1)
      ps = [spawn(work) for i in range(4)]
      for p in ps: p.join()
      print(v.value)
      """)
    #expect(result.output == "16000\n")
  }
}
