// Processes of every trade at work, and one of them killed every few milliseconds.
import CPosixShim
import Glibc
import Multiprocess

/// Workers that use everything the runtime offers, each written so that what they leave behind can be checked.
final class RandomDeaths {
  private static let producers = 3
  private static let mostMessages = 4_000_000
  private let kills = isLong ? 1000 : 60

  private let queue: Queue
  private let bounded: Queue
  private let lock: Lock
  private let recursive: RecursiveLock
  private let barrier: Barrier
  private let condition: Condition
  private let semaphore: Multiprocess.Semaphore
  private let event: Event
  private let pipe: (first: Connection, second: Connection)
  private let handles: Queue
  private let control: SharedMemory
  private let seen: SharedMemory

  /// Words of `control`: stop, inside of each lock, pairs of counters, the number of the pause; from 64 on attempted and
  /// acknowledged numbers of each producer; from 192 on the last pause that each worker has kept.
  private var words: UnsafeMutablePointer<Int> { control.bytes.baseAddress!.assumingMemoryBound(to: Int.self) }
  private var counts: UnsafeMutablePointer<UInt8> { seen.bytes.baseAddress!.assumingMemoryBound(to: UInt8.self) }
  /// This worker's number, in its own process.
  private var place = 0

  /// Whether the work goes on. Waits while the work pauses.
  private func goesOn() -> Bool {
    while words[6] != 0 {
      words[192 + place] = words[6]
      usleep(500)
    }
    return words[0] == 0
  }

  init() throws {
    queue = try Queue()
    bounded = try Queue(maxSize: 5)
    lock = try Lock()
    recursive = try RecursiveLock()
    barrier = try Barrier(parties: 3)
    condition = try Condition()
    semaphore = try Semaphore(4)
    event = try Event()
    pipe = try Pipe.make()
    handles = try Queue(maxSize: 50)
    control = try SharedMemory(count: 8 * 256)
    seen = try SharedMemory(count: RandomDeaths.producers * RandomDeaths.mostMessages)
  }

  // MARK: The trades

  private var trades: [(name: String, work: () throws -> Void)] {
    var trades: [(String, () throws -> Void)] = []
    for producer in 0..<RandomDeaths.producers { trades.append(("producer", { try self.produce(producer) })) }
    for _ in 0..<3 { trades.append(("consumer", consume)) }
    for _ in 0..<2 { trades.append(("locker", guardSections)) }
    for _ in 0..<3 { trades.append(("party", meet)) }
    trades += [
      ("waiter", awaitNotice), ("waiter", awaitNotice), ("notifier", giveNotice), ("permits", passPermits),
      ("sender", sendInOrder), ("receiver", receiveInOrder), ("maker", makeAndSend), ("opener", receiveAndOpen),
      ("bounded producer", fill), ("bounded consumer", empty), ("parent", haveChildren), ("parent", haveChildren),
      ("adder", add), ("adder", add), ("setter", setAndClear), ("listener", awaitEvent),
    ]
    return trades
  }

  /// Notes what it tries and what was acknowledged; its successor goes on after what was tried.
  private func produce(_ producer: Int) throws {
    let attempted = words + 64 + producer
    let acknowledged = words + 128 + producer
    while goesOn(), attempted.pointee + 1 < RandomDeaths.mostMessages {
      guard queue.count < 20_000 else {
        usleep(200)
        continue
      }
      let number = attempted.pointee + 1
      attempted.pointee = number
      let message = producer << 32 | number
      if number % 5 == 0 {
        // One that lies in a block.
        let bytes = [Int](repeating: message, count: 20)
        try bytes.withUnsafeBytes { try queue.put($0) }
      } else {
        try queue.put(message)
      }
      acknowledged.pointee = number
    }
  }

  private func consume() throws {
    while goesOn() { _ = try take(until: .after(0.02)) }
  }

  private func take(until deadline: Deadline) throws -> Bool {
    do {
      try queue.get(until: deadline) { bytes in
        let message = bytes.loadUnaligned(as: Int.self)
        let (producer, number) = (message >> 32, message & 0xffff_ffff)
        try expect(bytes.count == (number % 5 == 0 ? 160 : 8), "length \(bytes.count) of \(number)")
        counts[producer * RandomDeaths.mostMessages + number] += 1
      }
      return true
    } catch RuntimeError.empty {
      return false
    }
  }

  private func guardSections() throws {
    while goesOn() {
      guard try lock.acquire(until: .after(5)) else { throw Failure(description: "the lock hangs") }
      try beAlone(words + 1)
      try lock.release()
      guard try recursive.acquire(until: .after(5)), try recursive.acquire() else {
        throw Failure(description: "the recursive lock hangs")
      }
      try beAlone(words + 2)
      try recursive.release()
      try recursive.release()
    }
  }

  /// What protects `inside` lets in one at a time: whoever is noted there is dead.
  private func beAlone(_ inside: UnsafeMutablePointer<Int>) throws {
    let other = inside.pointee
    try expect(other == 0 || isGone(other), "process \(other) is inside as well")
    inside.pointee = Int(getpid())
    inside.pointee = 0
  }

  /// Two counters that change together under the lock; who finds them apart finishes what the dead began.
  private func add() throws {
    while goesOn() {
      guard try lock.acquire(until: .after(5)) else { throw Failure(description: "the lock hangs") }
      let ahead = words[10] - words[11]
      try expect(ahead == 0 || ahead == 1, "the counters are \(ahead) apart")
      words[11] = words[10]
      words[10] += 1
      words[11] += 1
      try lock.release()
    }
  }

  private func setAndClear() throws {
    while goesOn() {
      event.set()
      usleep(50)
      event.clear()
    }
  }

  private func awaitEvent() throws {
    while goesOn() { _ = try event.wait(until: .after(0.02)) }
  }

  private func meet() throws {
    while goesOn() {
      do {
        _ = try barrier.wait(until: .after(0.05))
      } catch RuntimeError.brokenBarrier {
        barrier.reset()
      }
    }
  }

  private func awaitNotice() throws {
    while goesOn() {
      guard try condition.lock.acquire(until: .after(5)) else { throw Failure(description: "the condition's lock hangs") }
      _ = try condition.wait(until: .after(0.02))
      try expect(condition.lock.isMine, "the lock is taken again")
      try condition.lock.release()
    }
  }

  private func giveNotice() throws {
    while goesOn() {
      guard try condition.lock.acquire(until: .after(5)) else { throw Failure(description: "the condition's lock hangs") }
      try condition.notify(2)
      try condition.lock.release()
      usleep(20)
    }
  }

  private func passPermits() throws {
    while goesOn() { if try semaphore.acquire(until: .after(0.02)) { try semaphore.release() } }
  }

  private func sendInOrder() throws {
    while goesOn() {
      // A full pipe would make it wait for a receiver that pauses.
      guard words[4] - words[5] < 8000 else {
        usleep(200)
        continue
      }
      words[4] += 1
      try pipe.first.send(words[4])
      if words[4] % 1000 == 0 { usleep(100) }
    }
  }

  private func receiveInOrder() throws {
    while goesOn() {
      guard try pipe.second.poll(until: .after(0.02)) else { continue }
      let number = try pipe.second.receiveInt()
      try expect(number > words[5], "\(number) after \(words[5])")
      words[5] = number
    }
  }

  private func makeAndSend() throws {
    while goesOn() {
      let inner = try Queue()
      try inner.put(3)
      let value = try SharedMemory(count: 2000)
      let both = [inner.handle, value.handle]
      do {
        try both.map(\.rawValue).withUnsafeBytes { try handles.put($0, handles: both, until: .after(0.02)) }
      } catch RuntimeError.full {
      }
    }
  }

  private func receiveAndOpen() throws {
    while goesOn() {
      do {
        let inner = try handles.get(until: .after(0.02)) { bytes in
          _ = try SharedMemory(Handle(rawValue: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
          return try Queue(Handle(rawValue: bytes.loadUnaligned(as: UInt64.self)))
        }
        try expectEqual(inner.getInt(until: .now), 3)
      } catch RuntimeError.empty {
      }
    }
  }

  private func fill() throws {
    while goesOn() {
      do { try bounded.put(1, until: .after(0.02)) } catch RuntimeError.full {}
    }
  }

  private func empty() throws {
    while goesOn() {
      try expect(bounded.count <= 5, "\(bounded.count) in a queue of 5")
      do { _ = try bounded.getInt(until: .after(0.02)) } catch RuntimeError.empty {}
    }
  }

  private func haveChildren() throws {
    while goesOn() { try joinAll([child("grandchild") { _ = try Lock().acquire() }]) }
  }

  // MARK: The deaths

  func run() throws {
    let objects = Runtime.objectCount
    var random = SplitMix(seed: UInt64(getpid()))
    var workers = try trades.enumerated().map { (trade: $1, process: try start($1, at: $0)) }
    var lostHands = 0
    var lostPermits: UInt32 = 0
    for round in 1...kills {
      sleep(milliseconds: UInt32(random.next(4)))
      let unlucky = random.next(workers.count)
      let (trade, victim) = workers[unlucky]
      let code = try victim.exitCode()
      try expect(code == nil, "\(trade.name) left by itself with \(code ?? 0)")
      try victim.send(signal: SIGKILL)
      _ = try victim.join()
      if trade.name == "consumer" || trade.name == "producer" { lostHands += 1 }
      if trade.name == "permits" { lostPermits += 1 }
      try pause(round, but: unlucky, of: workers.count) { try checkInvariants() }
      workers[unlucky].process = try start(trade, at: unlucky)
    }
    words[0] = 1
    try joinAll(workers.map(\.process))
    try waitUntilAlone()

    while try take(until: .now) {}
    try checkMessages(lostHands)
    try expect(semaphore.value + lostPermits >= 4 && semaphore.value <= 4, "\(semaphore.value) permits")
    try expect(lock.acquire(until: .now) && recursive.acquire(until: .now), "the locks are free")
    try recursive.release()
    try lock.release()
    while !handles.isEmpty { try handles.get { _ in } }
    try expectEqual(Runtime.objectCount, objects)
    try checkInvariants()
  }

  private func start(_ trade: (name: String, work: () throws -> Void), at place: Int) throws -> ChildProcess {
    try child(trade.name) {
      self.place = place
      try trade.work()
    }
  }

  /// Runs `body` while all workers but the dead one pause and no child of theirs is left.
  private func pause(_ round: Int, but dead: Int, of count: Int, _ body: () throws -> Void) throws {
    words[6] = round
    defer { words[6] = 0 }
    var rounds = 0
    func isQuiet() -> Bool {
      (0..<count).allSatisfy { $0 == dead || words[192 + $0] == round } && Runtime.processes().count == count
    }
    while !isQuiet() {
      sleep(milliseconds: 1)
      rounds += 1
      try expect(rounds < 60_000, "the workers do not come to a pause: \(Runtime.processes())")
    }
    try body()
  }

  /// What can be checked while nobody works.
  private func checkInvariants() throws {
    try expect(queue.count <= 20_000 + RandomDeaths.producers, "\(queue.count) messages")
    try expect(bounded.count <= 5, "\(bounded.count) in a queue of 5")
    try expect(semaphore.value <= 4, "\(semaphore.value) permits")
    try expect(lock.ownerPID == nil && recursive.ownerPID == nil, "a lock is held")
    try expectEqual(condition.waiterCount, 0)
    #if DEBUG
      try expectEqual(Runtime._invariantCheck(), [])
    #endif
  }

  private func checkMessages(_ lostHands: Int) throws {
    var missing = 0
    var total = 0
    for producer in 0..<RandomDeaths.producers {
      let attempted = words[64 + producer]
      total += attempted
      guard attempted > 0 else { continue }
      for number in 1...attempted {
        let count = counts[producer * RandomDeaths.mostMessages + number]
        try expect(count <= 1, "message \(number) of producer \(producer) came \(count) times")
        if count == 0 { missing += 1 }
      }
    }
    // A killed consumer may have had one in its hands; a killed producer may have tried one more.
    try expect(missing <= lostHands, "\(missing) of \(total) messages are missing, \(lostHands) hands were lost")
    say("\(kills) deaths, \(total) messages, \(missing) in the hands of \(lostHands) who died")
  }
}

/// Whether no process of this number executes anything any more.
func isGone(_ pid: Int) -> Bool {
  guard let file = fopen("/proc/\(pid)/stat", "r") else { return true }
  defer { fclose(file) }
  var buffer = [UInt8](repeating: 0, count: 200)
  let count = fread(&buffer, 1, 200, file)
  let text = String(decoding: buffer.prefix(count), as: UTF8.self)
  // The state stands behind the name, which is in parentheses.
  guard let state = text.split(separator: ")").last else { return true }
  return state.hasPrefix(" Z") || state.hasPrefix(" X")
}
