// What pools and executors do beyond Python: workers that die, initializers that fail, callbacks whatever the parent does.
import TestSupport
import Testing

@Suite("Pools at work")
struct PoolTests {
  private func ppd(_ script: String) -> ProgramResult {
    let result = ChildProgram(Programs.ppd, ["-c", script], environment: ["NO_COLOR": "1"], patience: 60).run()
    #expect(!result.hung)
    return result
  }

  @Test("workers killed at random lose their own tasks and no others, and are replaced", arguments: 1...3)
  func chaos(_ seed: Int) {
    let result = ppd(
      """
      import multiprocessing as mp, os, random, signal, time
      random.seed(\(seed))
      def work(n):
          time.sleep(0.003)
          return n
      kills, outcomes, reported = 0, [], []
      with mp.Pool(3) as pool:
          for _ in range(4):
              results = [
                  pool.apply_async(work, (n,), callback=reported.append, error_callback=lambda e: reported.append(e))
                  for n in range(30)]
              for _ in range(3):
                  time.sleep(random.random() * 0.01)
                  for process in pool._pool[:1]:
                      os.kill(process.pid, signal.SIGKILL)
                      kills += 1
              for n, r in enumerate(results):
                  try:
                      outcomes.append(r.get() == n)
                  except mp.ProcessDied as e:
                      outcomes.append('SIGKILL' in str(e))
          failures = sum(isinstance(r, mp.ProcessDied) for r in reported)
          print(len(outcomes), all(outcomes), len(reported), failures <= kills, pool.map(abs, range(-3, 0)))
      """)
    #expect(result.output == "120 True 120 True [3, 2, 1]\n", "\(result.errors)")
    #expect(result.status == 0)
  }

  @Test("idle workers that are killed stop nobody")
  func idleWorkersKilled() {
    let result = ppd(
      """
      import multiprocessing as mp, os, signal
      with mp.Pool(2) as pool:
          for process in pool._pool:
              os.kill(process.pid, signal.SIGKILL)
          print(pool.map(abs, range(-3, 0)), pool.map(abs, range(2)))
      """)
    #expect(result.output == "[3, 2, 1] [0, 1]\n")
  }

  @Test("idle workers that are killed are replaced, however soon after their start")
  func idleWorkersReplaced() {
    let result = ppd(
      """
      import multiprocessing as mp, os, signal, time
      for round in range(10):
          with mp.Pool(2) as pool:
              killed = [process.pid for process in pool._pool]
              for pid in killed:
                  os.kill(pid, signal.SIGKILL)
              while any(process.pid in killed for process in pool._pool):
                  pool.apply(abs, (-1,))
                  time.sleep(0.01)
      print('replaced')
      """)
    #expect(result.output == "replaced\n", "\(result.errors)")
  }

  @Test("a callback that raises is reported and stops nothing")
  func failingCallback() {
    let result = ppd(
      """
      import multiprocessing as mp
      def fail(value): raise ValueError('callback')
      with mp.Pool(1) as pool:
          print(pool.apply_async(abs, (-1,), callback=fail).get(), pool.apply(abs, (-2,)))
      """)
    #expect(result.output == "1 2\n")
    #expect(result.errors.contains("ValueError: callback"))
    #expect(result.status == 0)
  }

  @Test("a result that was asked of a terminated pool is an error, not a wait for ever")
  func resultOfTerminatedPool() {
    let result = ppd(
      """
      import multiprocessing as mp, time
      pool = mp.Pool(1)
      result = pool.apply_async(time.sleep, (60,))
      pool.terminate()
      try:
          result.get()
      except mp.ProcessError as e:
          print(e)
      """)
    #expect(result.output == "the pool was terminated before the task was done\n")
  }

  @Test("tasks that wait for each other for ever are a deadlock, which the parent learns of")
  func deadlockInTasks() {
    let result = ppd(
      """
      import multiprocessing as mp, sys
      lock = mp.Lock()
      def hold():
          sys.stderr = None
          lock.acquire()
          lock.acquire()
      with mp.Pool(1) as pool:
          try:
              pool.apply(hold)
          except mp.DeadlockError:
              print('deadlock')
      """)
    #expect(result.output == "deadlock\n")
  }

  @Test("a message may name any function but calls only what makes data")
  func messagesCallNothing() {
    let result = ppd(
      """
      import os, pickle
      class Trick:
          def __reduce__(self):
              return os.system, ('echo called',)
      print(pickle.loads(pickle.dumps(os.getpid)) is os.getpid)
      try:
          pickle.loads(pickle.dumps(Trick()))
      except pickle.UnpicklingError as e:
          print(e)
      """)
    #expect(result.output == "True\na message may not call <built-in function system>\n")
  }

  @Test("a child that uses its parent's pool is told so")
  func poolOfTheParent() {
    let result = ppd(
      """
      import multiprocessing as mp, time
      def child():
          for use in (lambda: pool.apply(abs, (1,)), lambda: pending.get()):
              try:
                  use()
              except RuntimeError as e:
                  print(e)
      with mp.Pool(1) as pool:
          pending = pool.apply_async(time.sleep, (0.2,))
          process = mp.Process(target=child)
          process.start()
          process.join()
      """)
    let refusal = "a pool or executor can only be used by the process that made it\n"
    #expect(result.output == refusal + refusal)
  }
}
