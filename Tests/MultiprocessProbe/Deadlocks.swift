// Deadlocks that must be reported, and waits that must not be taken for one.
import CPosixShim
import Glibc
import Multiprocess

let deadlocks: [String: Scenario] = [
  "two locks in opposite order are a deadlock, even while others run": {
    let first = try Lock(name: "first")
    let second = try Lock(name: "second")
    let ready = try Barrier(parties: 2)
    func philosopher(_ name: String, _ one: Lock, _ other: Lock) throws -> ChildProcess {
      try child(name) {
        _ = try one.acquire()
        _ = try ready.wait()
        do {
          _ = try other.acquire()
          throw Failure(description: "acquired")
        } catch RuntimeError.deadlock(let report) {
          let both = report.processes.filter { $0.waitsFor == .lock }
          try expectEqual(both.map(\.name).sorted(), ["left", "right"])
          try expectEqual(Set(both.map(\.object)), ["first", "second"])
          try expectEqual(Set(both.map(\.holderName)), ["left", "right"])
          try expect(!report.processes.contains { $0.name == "busy" }, "the busy one is not part of it")
        }
      }
    }
    let busy = try child("busy") { while true { sleep(milliseconds: 5) } }
    let both = [try philosopher("left", first, second), try philosopher("right", second, first)]
    try within(seconds: 2) { try joinDespiteDeadlock(both) }
    try busy.send(signal: SIGKILL)
  },
  "everybody waiting for messages is a deadlock": {
    let queue = try Queue()
    let children = try (0..<3).map { _ in
      try child {
        do {
          _ = try queue.getInt()
        } catch RuntimeError.deadlock(let report) {
          try expect(report.processes.count >= 3, "all of them: \(report.processes)")
        }
      }
    }
    try within(seconds: 2) { try joinDespiteDeadlock(children) }
  },
  "a process alone with what it waits for is a deadlock": {
    try expectDeadlock { try Event().wait() }
    try expectDeadlock { try Semaphore(0).acquire() }
    try expectDeadlock { try Queue().getInt() }
    let lock = try Lock()
    _ = try lock.acquire()
    try expectDeadlock { try lock.acquire() }
    let (near, far) = try Pipe.make()
    try expectDeadlock { try near.receiveInt() }
    withExtendedLifetime(far) {}
    try expectDeadlock { try Barrier(parties: 2).wait() }
    let condition = try Condition()
    _ = try condition.lock.acquire()
    try expectDeadlock { try condition.wait() }
    try expect(condition.lock.isMine, "the lock is taken back")
  },
  "joining a child that waits for its parent's lock is a deadlock": {
    let lock = try RecursiveLock()
    _ = try lock.acquire()
    let waiter = try child {
      do {
        _ = try lock.acquire()
        throw Failure(description: "acquired")
      } catch RuntimeError.deadlock {
      }
    }
    try expectDeadlock { try waiter.join() }
    try joinAll([waiter])
  },
  "the report has one owner": {
    let queue = try Queue()
    let owners = try Semaphore(0)
    let children = try (0..<4).map { _ in
      try child {
        do {
          _ = try queue.getInt()
        } catch RuntimeError.deadlock(let report) {
          if report.isMine { try owners.release() }
        }
      }
    }
    do { try joinAll(children) } catch RuntimeError.deadlock(let report) {
      if report.isMine { try owners.release() }
      try joinAll(children)
    }
    try expectEqual(owners.value, 1)
  },
  "slow, sleeping, limited and signalled waits are no deadlock": {
    let queue = try Queue()
    let slow = try child("slow") {
      sleep(milliseconds: 1500)
      try queue.put(1)
    }
    try expectEqual(queue.getInt(), 1)
    try joinAll([slow])
    let spinning = try child("spinning") {
      let end = monotonicNanoseconds() + 1_200_000_000
      while monotonicNanoseconds() < end {}
      try queue.put(2)
    }
    try expectEqual(queue.getInt(), 2)
    try joinAll([spinning])
    try expectThrows(.empty) { try queue.getInt(until: .after(1.2)) }
    let limited = try child("limited") {
      try expect(!Event().wait(until: .after(1.2)), "nobody sets it")
      try queue.put(3)
    }
    try expectEqual(queue.getInt(), 3)
    try joinAll([limited])
    try handle(SIGALRM) { _ in flag.pointee = 1 }
    Runtime.handlesSignals = true
    var hooks = Hooks()
    hooks.interrupted = { flag.pointee == 1 }
    Runtime.setHooks(hooks)
    alarm(2)
    try expectThrows(.interrupted) { try queue.getInt() }
  },
  "a lock that another process releases is no deadlock": {
    let lock = try Lock()
    _ = try lock.acquire()
    let signaller = try child {
      sleep(milliseconds: 1200)
      try lock.release()
    }
    try expect(lock.acquire(), "released by the child")
    try joinAll([signaller])
  },
  "a handle that left the runtime is no deadlock": {
    let event = try Event()
    event.markExported()
    let outsider = try child { sleep(milliseconds: 1500); event.set() }
    try expect(event.wait(), "set")
    try joinAll([outsider])
    let lonely = try Event()
    lonely.markExported()
    try expect(!lonely.wait(until: .after(1.5)), "not set")
  },
  "busy traffic is never taken for a deadlock": {
    // Every process is asleep at most instants, and a wake-up is always on its way.
    let ring = try (0..<6).map { _ in try Queue() }
    let children = try (0..<6).map { place in
      try child {
        for _ in 0..<3000 {
          let value = try ring[place].getInt()
          try ring[(place + 1) % 6].put(value + 1)
        }
      }
    }
    try ring[0].put(0)
    try joinAll(children)
    try expectEqual(ring[0].getInt(), 18_000)
  },
]

nonisolated(unsafe) private let flag = UnsafeMutablePointer<Int>.allocate(capacity: 1)

private func expectDeadlock<Result>(line: Int = #line, _ body: () throws -> Result) throws {
  do {
    _ = try body()
  } catch RuntimeError.deadlock {
    return
  }
  throw Failure(description: "line \(line): no deadlock")
}

/// Joins children of which a deadlock has a hold: this process is part of it.
private func joinDespiteDeadlock(_ children: [ChildProcess]) throws {
  try expectDeadlock { try joinAll(children) }
  try joinAll(children)
}

/// Fails when `body` takes implausibly long for a report that should come within a second.
private func within(seconds: Double, _ body: () throws -> Void) throws {
  let start = monotonicNanoseconds()
  try body()
  let taken = Double(monotonicNanoseconds() - start) / 1e9
  try expect(taken < seconds * 5, "took \(taken) s")
}
