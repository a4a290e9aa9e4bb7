// Locks, semaphores, events, conditions, barriers.
import CPosixShim
import Glibc
import Multiprocess

let locks: [String: Scenario] = [
  "a lock excludes": {
    let lock = try Lock()
    try hammer(acquire: { _ = try lock.acquire() }, release: { try lock.release() })
  },
  "a recursive lock excludes": {
    let lock = try RecursiveLock()
    try hammer(
      acquire: {
        _ = try lock.acquire()
        _ = try lock.acquire()
      },
      release: {
        try lock.release()
        try lock.release()
      })
  },
  "a semaphore of one excludes": {
    let semaphore = try Semaphore(1)
    try hammer(acquire: { _ = try semaphore.acquire() }, release: { try semaphore.release() })
  },
  "any process may release a lock, only the owner a recursive one": {
    let lock = try Lock()
    let recursive = try RecursiveLock()
    try expectThrows(.releasedTooOften) { try lock.release() }
    try expectThrows(.notOwner) { try recursive.release() }
    _ = try lock.acquire()
    _ = try recursive.acquire()
    try joinAll([
      child {
        try expect(!lock.isMine && !recursive.isMine, "a child does not own what its parent locked")
        try lock.release()
        try expectThrows(.notOwner) { try recursive.release() }
        try expect(!recursive.acquire(until: .after(0.01)), "still locked")
      }
    ])
    try expect(lock.acquire(until: .now), "released by the child")
    try expect(!lock.acquire(until: .after(0.01)), "a lock is not recursive")
    try recursive.release()
  },
  "a lock whose owner was killed goes to the next": {
    let lock = try Lock()
    let recursive = try RecursiveLock()
    let taken = try Event()
    for _ in 0..<20 {
      let owner = try child {
        _ = try lock.acquire()
        _ = try recursive.acquire()
        _ = try recursive.acquire()
        taken.set()
        sleep(milliseconds: 60_000)
      }
      _ = try taken.wait()
      taken.clear()
      let waiter = try child {
        _ = try lock.acquire()
        _ = try recursive.acquire()
        try expectEqual(recursive.depth, 1)
        try lock.release()
        try recursive.release()
      }
      try owner.send(signal: SIGKILL)
      try joinAll([waiter])
      try expectEqual(try owner.join(), true)
      try expectEqual(try owner.exitCode(), -SIGKILL)
    }
  },
  "a lock whose owner left is free": {
    let lock = try Lock()
    try joinAll([child { _ = try lock.acquire() }])
    try expect(lock.acquire(until: .now), "free")
  },
  "a bounded semaphore refuses more than it began with": {
    let bounded = try Semaphore(2, bounded: true)
    try expectThrows(.releasedTooOften) { try bounded.release() }
    _ = try bounded.acquire()
    try expectEqual(bounded.value, 1)
    try bounded.release()
    let plain = try Semaphore(0)
    try plain.release()
    try plain.release()
    try expectEqual(plain.value, 2)
  },
  "every permit wakes a waiter": {
    let semaphore = try Semaphore(0)
    let waiters = try (0..<8).map { _ in try child { _ = try semaphore.acquire() } }
    sleep(milliseconds: 50)
    for _ in 0..<8 { try semaphore.release() }
    try joinAll(waiters)
    try expectEqual(semaphore.value, 0)
  },
  "an event wakes all who wait": {
    let event = try Event()
    try expect(!event.wait(until: .after(0.01)), "not set")
    let waiters = try (0..<8).map { _ in try child { try expect(event.wait(), "set") } }
    sleep(milliseconds: 50)
    event.set()
    try joinAll(waiters)
    try expect(event.isSet && event.wait(until: .now), "stays set")
    event.clear()
    try expect(!event.isSet, "cleared")
  },
  "a notification wakes as many as it says": {
    let condition = try Condition()
    let woken = try Semaphore(0)
    let waiters = try (0..<6).map { _ in
      try child {
        _ = try condition.lock.acquire()
        try expect(condition.wait(), "notified")
        try condition.lock.release()
        try woken.release()
      }
    }
    while condition.waiterCount < 6 { sleep(milliseconds: 1) }
    try expectThrows(.notOwner) { try condition.notify() }
    try expectThrows(.notOwner) { try condition.wait() }
    _ = try condition.lock.acquire()
    try condition.notify(2)
    try expectEqual(condition.waiterCount, 4)
    try condition.lock.release()
    for _ in 0..<2 { _ = try woken.acquire() }
    try expect(!woken.acquire(until: .after(0.1)), "only two")
    _ = try condition.lock.acquire()
    try condition.notifyAll()
    try condition.lock.release()
    try joinAll(waiters)
  },
  "a condition gives its recursive lock back entirely while it waits": {
    let condition = try Condition()
    let other = try child {
      _ = try condition.lock.acquire()
      try condition.notify()
      try condition.lock.release()
    }
    _ = try condition.lock.acquire()
    _ = try condition.lock.acquire()
    // The child may have been first: then nobody was there to be notified.
    _ = try condition.wait(until: .after(0.2))
    try expect(condition.lock.isMine, "taken again")
    try condition.lock.release()
    try expect(condition.lock.isMine, "as often")
    try expect(!condition.wait(until: .after(0.02)), "nobody notifies")
    try condition.lock.release()
    try expect(!condition.lock.isMine, "given back")
    try joinAll([other])
  },
  "a killed waiter's notification goes to the next": {
    let condition = try Condition(lock: Lock())
    func waiter() throws -> ChildProcess {
      try child {
        _ = try condition.lock.acquire()
        _ = try condition.wait()
        try condition.lock.release()
      }
    }
    let first = try waiter()
    while condition.waiterCount < 1 { sleep(milliseconds: 1) }
    let second = try waiter()
    while condition.waiterCount < 2 { sleep(milliseconds: 1) }
    try first.send(signal: SIGSTOP)
    _ = try condition.lock.acquire()
    try condition.notify()
    try condition.lock.release()
    try first.send(signal: SIGKILL)
    try joinAll([second])
    _ = try first.join()
  },
  "parties pass a barrier together, in rounds": {
    let barrier = try Barrier(parties: 5)
    let rounds = 300
    let counter = try SharedMemory(count: 8).bytes.baseAddress!
    let lock = try Lock()
    let actions = try Semaphore(0)
    try joinAll((0..<5).map { _ in
      try child {
        for round in 1...rounds {
          _ = try lock.acquire()
          counter.storeBytes(of: counter.load(as: Int.self) + 1, as: Int.self)
          try lock.release()
          let place = try barrier.wait { try actions.release() }
          try expect((0..<5).contains(place), "place \(place)")
          try expect(counter.load(as: Int.self) >= round * 5, "everybody has come")
        }
      }
    })
    try expectEqual(counter.load(as: Int.self), rounds * 5)
    try expectEqual(actions.value, UInt32(rounds))
    try expect(!barrier.isBroken && barrier.waiterCount == 0, "whole and empty")
  },
  "a barrier breaks by timeout, abort, reset, a failing action and a death": {
    let barrier = try Barrier(parties: 2)
    try expectThrows(.brokenBarrier) { try barrier.wait(until: .after(0.01)) }
    try expect(barrier.isBroken, "broken")
    try expectThrows(.brokenBarrier) { try barrier.wait() }
    barrier.reset()
    try expect(!barrier.isBroken, "whole")
    func waiter() throws -> ChildProcess {
      let waiter = try child { try expectThrows(.brokenBarrier) { try barrier.wait() } }
      while barrier.waiterCount < 1 { sleep(milliseconds: 1) }
      return waiter
    }
    var one = try waiter()
    barrier.reset()
    try joinAll([one])
    try expect(!barrier.isBroken, "reset does not leave it broken")
    one = try waiter()
    barrier.abort()
    try joinAll([one])
    try expect(barrier.isBroken, "abort does")
    barrier.reset()
    one = try waiter()
    do {
      _ = try barrier.wait { throw Failure(description: "action") }
      try expect(false, "the action's error")
    } catch let failure as Failure {
      try expectEqual(failure.description, "action")
    }
    try joinAll([one])
    barrier.reset()
    let bigger = try Barrier(parties: 3)
    let patient = try child { try expectThrows(.brokenBarrier) { try bigger.wait() } }
    let victim = try child { _ = try bigger.wait() }
    while bigger.waiterCount < 2 { sleep(milliseconds: 1) }
    try victim.send(signal: SIGKILL)
    try joinAll([patient])
    _ = try victim.join()
  },
  "waits end at their deadline, not before": {
    let lock = try Lock()
    _ = try lock.acquire()
    let start = monotonicNanoseconds()
    try expect(!lock.acquire(until: .after(0.35)), "locked")
    try expect(monotonicNanoseconds() - start >= 350_000_000, "too early")
  },
  "the interrupted hook ends a wait": {
    var hooks = Hooks()
    hooks.interrupted = { signalCame }
    Runtime.setHooks(hooks)
    try handle(SIGALRM) { _ in signalCame = true }
    Runtime.handlesSignals = true
    let queue = try Queue()
    alarm(1)
    try expectThrows(.interrupted) { try queue.getInt() }
    signalCame = false
    try queue.put(5)
    try expectEqual(try queue.getInt(), 5)
  },
]

nonisolated(unsafe) private var signalCame = false

/// Four processes add to a counter that only a lock protects.
private func hammer(acquire: () throws -> Void, release: () throws -> Void) throws {
  let counter = try SharedMemory(count: 8)
  let word = counter.bytes.baseAddress!.assumingMemoryBound(to: Int.self)
  try joinAll((0..<4).map { _ in
    try child {
      for _ in 0..<50_000 {
        try acquire()
        word.pointee += 1
        try release()
      }
    }
  })
  try expectEqual(word.pointee, 200_000)
}
