// What ppd's managers do that CPython's cannot: interrupted calls, killed holders, a server's death and its address.
import TestSupport
import Testing

@Suite("Managers beyond Python")
struct ManagerTests {
  private func ppd(_ script: String) -> ProgramResult {
    let result = ChildProgram(Programs.ppd, ["-c", script], environment: ["NO_COLOR": "1"], patience: 60).run()
    #expect(!result.hung, "\(result.output) \(result.errors)")
    return result
  }

  @Test("a handler's exception ends a call that waits, and the proxy serves on")
  func interruptedCalls() {
    let result = ppd(
      """
      import signal
      class Enough(Exception): pass
      def alarm(number, frame): raise Enough
      signal.signal(signal.SIGALRM, alarm)
      with manager() as m:
          line, lock, items = m.queue(), m.lock(), m.list()
          for turn in range(5):
              signal.setitimer(signal.ITIMER_REAL, 0.02)
              try:
                  line.get()
              except Enough:
                  items.append(turn)
          print(items, len(items))
          line.put('kept')
          print(line.get(), line.empty(), lock.acquire(), lock.acquire(False), lock.release())
      """)
    #expect(result.output == "[0, 1, 2, 3, 4] 5\nkept True True False None\n", "\(result.errors)")
  }

  @Test("what a killed process held goes, and what it had acquired is given back")
  func killedHolder() {
    let result = ppd(
      """
      import os, signal, time
      def hold(items, lock, told):
          held = [m.list([n]) for n in range(10)]
          lock.acquire()
          told.put(m._number_of_objects())
          time.sleep(60)
      with manager() as m:
          items, lock, told = m.list(), m.lock(), queue()
          before = m._number_of_objects()
          child = spawn(hold, items, lock, told)
          print(told.get() - before, lock.acquire(False))
          os.kill(child.pid, signal.SIGKILL)
          print(lock.acquire(timeout=30), items)
          deadline = time.monotonic() + 30
          while m._number_of_objects() > before and time.monotonic() < deadline:
              time.sleep(0.01)
          print(m._number_of_objects() - before)
      """)
    #expect(result.output == "10 False\nTrue []\n0\n", "\(result.errors)")
  }

  @Test("a call to a server that was killed names the server's address, whether it waits or is new")
  func deadServer() {
    let result = ppd(
      """
      import os, signal
      m = manager()
      items, line = m.list(), m.queue()
      def end():
          import time
          time.sleep(0.2)
          os.kill(m._process.pid, signal.SIGKILL)
      killer = spawn(end)
      for call in (line.get, lambda: items.append(1), lambda: m.list()):
          try:
              call()
          except ConnectionError as error:
              print(m.address in str(error), type(error).__mro__[-4].__name__)
      killer.join()
      """)
    #expect(result.output == String(repeating: "True OSError\n", count: 3), "\(result.errors)")
  }

  @Test("each program has a key of its own, which its processes know")
  func randomKeys() {
    let script = """
      from multiprocessing import current_process
      def tell(): return current_process().authkey.hex()
      print(spawn(tell).result() == tell(), len(tell()), tell())
      """
    let (first, second) = (ppd(script).output, ppd(script).output)
    #expect(first.hasPrefix("True 64 ") && second.hasPrefix("True 64 "))
    #expect(first != second)
  }

  @Test("messages go by the socket for those whose mailboxes the server does not look into")
  func manyClients() {
    let result = ppd(
      """
      def add(total, times):
          for _ in range(times):
              total.append(1)
      with manager() as m:
          totals = m.list()
          workers = [spawn(add, totals, 20) for _ in range(24)]
          for worker in workers:
              worker.join()
          print(len(totals), [worker.exitcode for worker in workers] == [0] * 24)
      """)
    #expect(result.output == "480 True\n", "\(result.errors)")
  }
}
