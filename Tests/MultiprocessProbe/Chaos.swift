// Deaths: at every instruction of one operation, and at random under load.
import CPosixShim
import CTraceShim
import Glibc
import Multiprocess

let chaos: [String: Scenario] = [
  "a put may die at any instruction": {
    let queue = try Queue()
    try dyingAnywhere {
      try queue.put(1)
    } then: { finished in
      let count = queue.count
      try expect(finished ? count == 1 : count <= 1, "\(count) messages")
      for _ in 0..<count { try expectEqual(queue.getInt(), 1) }
      try queue.put(2)
      try expectEqual(queue.getInt(), 2)
    }
  },
  "a put of a large message with objects may die at any instruction": {
    let queue = try Queue()
    let lock = try Lock()
    let data = [UInt8](repeating: 9, count: 500)
    try dyingAnywhere {
      try data.withUnsafeBytes { try queue.put($0, handles: [lock.handle]) }
    } then: { finished in
      let count = queue.count
      try expect(finished ? count == 1 : count <= 1, "\(count) messages")
      for _ in 0..<count { try expect(queue.get { $0.elementsEqual(data) }, "whole") }
      try expect(lock.acquire(until: .now), "the lock is still there")
      try lock.release()
    }
  },
  "a get may die at any instruction": {
    let queue = try Queue()
    try dyingAnywhere {
      try queue.put(1)
      try queue.put(2)
    } operation: {
      _ = try queue.getInt()
    } then: { finished in
      let count = queue.count
      try expect(count == 1 || count == 2 && !finished, "\(count) messages")
      if count == 2 { try expectEqual(queue.getInt(), 1) }
      try expectEqual(queue.getInt(), 2)
    }
  },
  "a get of a large message with objects may die at any instruction": {
    let queue = try Queue()
    let lock = try Lock()
    let data = [UInt8](repeating: 9, count: 5000)
    try dyingAnywhere {
      try data.withUnsafeBytes { try queue.put($0, handles: [lock.handle]) }
      try queue.put(2)
    } operation: {
      _ = try queue.get { _ in }
    } then: { finished in
      let count = queue.count
      try expect(count == 1 || count == 2 && !finished, "\(count) messages")
      if count == 2 { try expect(queue.get { $0.elementsEqual(data) }, "whole") }
      try expectEqual(queue.getInt(), 2)
    }
  },
  "going to the next chunk may die at any instruction": {
    // 63 messages fill a chunk.
    let queue = try Queue()
    var next = 0
    for _ in 0..<62 {
      try queue.put(0)
      _ = try queue.getInt()
    }
    try dyingAnywhere {
      try queue.put(0)
      try queue.put(1)
      _ = try queue.getInt()
      _ = try queue.getInt()
    } then: { _ in
      while !queue.isEmpty { _ = try queue.getInt() }
      // Up to the last slot of the chunk again.
      for _ in 0..<(63 + next % 3) {
        try queue.put(0)
        _ = try queue.getInt()
      }
      next += 1
    }
  },
  "taking and giving back locks may die at any instruction": {
    let lock = try Lock()
    let recursive = try RecursiveLock()
    try dyingAnywhere {
      _ = try lock.acquire()
      _ = try recursive.acquire()
      _ = try recursive.acquire()
      try recursive.release()
      try recursive.release()
      try lock.release()
    } then: { _ in
      try expect(lock.acquire(until: .after(5)) && recursive.acquire(until: .after(5)), "usable")
      try expectEqual(recursive.depth, 1)
      try recursive.release()
      try lock.release()
    }
  },
  "making and dropping objects may die at any instruction": {
    try dyingAnywhere {
      let queue = try Queue()
      try queue.put(1)
      _ = try (Lock(), SharedMemory(count: 300), Condition(), Pipe.make())
    } then: { _ in
    }
  },
  "large blocks may die at any instruction": {
    try dyingAnywhere {
      let small = try Message(count: 70_000)
      let large = try Message(count: 300_000)
      _ = try (small.count, large.count, Message(count: 200_000).count)
    } then: { _ in
    }
  },
  "opening a received object may die at any instruction": {
    let queue = try Queue()
    try dyingAnywhere {
      let lock = try Lock()
      try withUnsafeBytes(of: lock.handle.rawValue) { try queue.put($0, handles: [lock.handle]) }
    } operation: {
      let lock = try queue.get { try Lock(Handle(rawValue: $0.loadUnaligned(as: UInt64.self))) }
      _ = try lock.acquire()
      try lock.release()
    } then: { _ in
      while !queue.isEmpty { try queue.get { _ in } }
    }
  },
  "notifying may die at any instruction": {
    let condition = try Condition()
    try dyingAnywhere {
      _ = try condition.lock.acquire()
      try condition.notifyAll()
      try condition.lock.release()
    } then: { finished in
      if !finished {
        _ = try condition.lock.acquire()
        try condition.notifyAll()
        try condition.lock.release()
      }
    } meanwhile: {
      _ = try condition.lock.acquire()
      _ = try condition.wait()
      try condition.lock.release()
    } isReady: {
      condition.waiterCount == 1
    }
  },
  "passing a barrier may die at any instruction": {
    let barrier = try Barrier(parties: 2)
    try dyingAnywhere {
      _ = try barrier.wait(until: .after(30))
    } then: { _ in
      barrier.reset()
      try expectEqual(barrier.waiterCount, 0)
    } meanwhile: {
      do { _ = try barrier.wait(until: .after(30)) } catch RuntimeError.brokenBarrier {}
    } isReady: {
      barrier.waiterCount == 1
    }
  },
  "starting a process may die at any instruction": {
    let queue = try Queue()
    try dyingAnywhere {
      try joinAll([child("grandchild") { try queue.put(1) }])
    } then: { finished in
      try waitUntilAlone()
      let count = queue.count
      try expect(finished ? count == 1 : count <= 1, "\(count) messages")
      for _ in 0..<count { try expectEqual(queue.getInt(), 1) }
    }
  },
  "leaving may die at any instruction": {
    let queue = try Queue()
    let lock = try Lock()
    try dyingAnywhere(leaves: true) {
      try queue.put(1)
    } operation: {
      _ = try lock.acquire()
      let message = try Message(count: 100, handles: [queue.handle])
      Runtime.setResult(message)
      try Runtime.finish()
    } then: { _ in
      try expectEqual(queue.getInt(), 1)
      try expect(lock.acquire(until: .after(5)), "free")
      try lock.release()
    }
  },
  "random deaths under load lose nothing, double nothing, hang nothing": { try RandomDeaths().run() },
]

// MARK: - Every instruction

/// The steps that one scenario may take in its short form; they decide how many deaths it sees.
private let stepBudget = 30_000

/// Runs `operation` in a child again and again and kills it each time after another number of instructions: after each
/// one in the long form, else at points spread over the operation. The last time it completes. After each death `check`
/// is told whether the operation had completed, and must find everything in order.
///
/// - Parameters:
///   - leaves: the operation cannot be repeated in one process
///   - prepare: done before each child, in this process
///   - bystander: done by another child meanwhile, which must end well
///   - isReady: whether the bystander is where it should be before the child begins
private func dyingAnywhere(
  leaves: Bool = false, prepare: () throws -> Void = {}, operation: () throws -> Void,
  then check: (Bool) throws -> Void, meanwhile bystander: (() throws -> Void)? = nil, isReady: () -> Bool = { true }
) throws {
  /// One child, killed after `instructions`; returns how many it executed.
  func die(after instructions: Int) throws -> Int {
    try prepare()
    let other = try bystander.map { try child("bystander", $0) }
    while !isReady() { usleep(100) }
    let victim = try child("victim") {
      guard trace_me() == 0 else { throw Failure(description: "this system does not let us trace") }
      try operation()
      trace_stop()
    }
    try expect(trace_wait(victim.pid), "the victim stops")
    let done = trace_step(victim.pid, instructions)
    try victim.send(signal: SIGKILL)
    while try !victim.join() {}
    try check(done < instructions)
    if let other { try joinAll([other]) }
    try waitUntilAlone()
    #if DEBUG
      let broken = Runtime._invariantCheck()
      try expect(broken.isEmpty, "after \(instructions) instructions: \(broken)")
    #endif
    return done
  }
  /// What runs for the first time looks up symbols and types: this process does that for its children.
  func warmUp() throws {
    try prepare()
    let other = try bystander.map { try child("bystander", $0) }
    while !isReady() { usleep(100) }
    try operation()
    try check(true)
    if let other { try joinAll([other]) }
  }
  let objects = Runtime.objectCount
  if !leaves { try warmUp() }
  let length = try die(after: .max)
  let deaths = isLong ? length : min(length, max(4, 2 * stepBudget / length))
  for death in 0..<deaths { _ = try die(after: length * death / deaths) }
  try expectEqual(Runtime.objectCount, objects)
  say("\(deaths + 1) deaths in \(length) instructions")
}
