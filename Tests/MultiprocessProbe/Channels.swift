// Queues, pipes and waiting for several things.
import CPosixShim
import Glibc
import Multiprocess

let channels: [String: Scenario] = [
  "a queue keeps the order of one producer": {
    let queue = try Queue()
    let producer = try child { for number in 0..<100_000 { try queue.put(number) } }
    for number in 0..<100_000 { try expectEqual(queue.getInt(), number) }
    try joinAll([producer])
    try expect(queue.isEmpty, "empty")
  },
  "a producer may leave before anybody gets": {
    let queue = try Queue()
    let data = [UInt8](repeating: 3, count: 1_000_000)
    try joinAll([child { for _ in 0..<20 { try data.withUnsafeBytes { try queue.put($0) } } }])
    try expectEqual(queue.count, 20)
    for _ in 0..<20 { try expect(queue.get { $0.elementsEqual(data) }, "the same bytes") }
  },
  "many producers and consumers get each message once": {
    let queue = try Queue()
    let out = try Queue()
    let each = 5000
    let producers = try (0..<4).map { producer in
      try child { for number in 0..<each { try putOfVaryingLength(queue, producer * each + number) } }
    }
    let consumers = try (0..<4).map { _ in
      try child {
        while true {
          let number = try getOfVaryingLength(queue)
          if number < 0 { break }
          try out.put(number)
        }
      }
    }
    try joinAll(producers)
    for _ in consumers { try putOfVaryingLength(queue, -1) }
    try joinAll(consumers)
    var seen = Set<Int>()
    while !out.isEmpty { try expect(seen.insert(try out.getInt()).inserted, "once") }
    try expectEqual(seen.count, 4 * each)
  },
  "messages of every length arrive whole": {
    let queue = try Queue()
    let lengths = Array(0...300) + [1000, 4064, 4096, 32_736, 32_737, 65_504, 65_505, 100_000, 1_000_003]
    let producer = try child {
      for length in lengths {
        try (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ length) }.withUnsafeBytes { try queue.put($0) }
      }
    }
    for length in lengths {
      try queue.get { bytes in
        try expectEqual(bytes.count, length)
        for (index, byte) in bytes.enumerated() where byte != UInt8(truncatingIfNeeded: index &* 7 &+ length) {
          throw Failure(description: "byte \(index) of \(length)")
        }
      }
    }
    try joinAll([producer])
  },
  "a bounded queue waits when full and tells the truth": {
    let queue = try Queue(maxSize: 3)
    for number in 0..<3 { try queue.put(number) }
    try expect(queue.isFull && queue.count == 3, "full")
    try expectThrows(.full) { try queue.put(3, until: .now) }
    try expectThrows(.full) { try queue.put(3, until: .after(0.02)) }
    let producer = try child { for number in 3..<5000 { try queue.put(number) } }
    for number in 0..<5000 {
      try expect(queue.count <= 3, "never more than three")
      try expectEqual(queue.getInt(), number)
    }
    try joinAll([producer])
    try expectThrows(.empty) { try queue.getInt(until: .now) }
    try expectThrows(.empty) { try queue.getInt(until: .after(0.02)) }
  },
  "a shut queue gives what it holds and then says so": {
    let queue = try Queue()
    let waiter = try child {
      try expectEqual(queue.getInt(), 1)
      try expectThrows(.shutDown) { try queue.getInt() }
    }
    try queue.put(1)
    sleep(milliseconds: 20)
    queue.shutDown()
    try expectThrows(.shutDown) { try queue.put(2) }
    try joinAll([waiter])
    let other = try Queue(maxSize: 1)
    try other.put(1)
    let blocked = try child { try expectThrows(.shutDown) { try other.put(2) } }
    sleep(milliseconds: 20)
    other.shutDown(immediate: true)
    try joinAll([blocked])
    try expectThrows(.shutDown) { try other.getInt() }
    try expect(other.join(until: .now), "nobody waits for what was dropped")
  },
  "joining a queue waits for its tasks": {
    let queue = try Queue()
    try expectThrows(.taskDoneTooOften) { try queue.taskDone() }
    for number in 0..<100 { try queue.put(number) }
    try expect(!queue.join(until: .now), "unfinished")
    let workers = try (0..<3).map { _ in
      try child(daemon: true) {
        while true {
          _ = try queue.getInt()
          try queue.taskDone()
        }
      }
    }
    try expect(queue.join(until: .never), "finished")
    try expectEqual(queue.unfinishedTasks, 0)
    for worker in workers { try worker.send(signal: SIGTERM) }
  },
  "objects travel through queues to processes that were there before": {
    let queue = try Queue()
    let back = try Queue()
    let receiver = try child {
      let lock = try queue.get { try Lock(Handle(rawValue: $0.loadUnaligned(as: UInt64.self))) }
      _ = try lock.acquire()
      try back.put(1)
      _ = try queue.getInt()
      try lock.release()
    }
    var lock: Lock? = try Lock()
    let handle = lock!.handle
    try withUnsafeBytes(of: handle.rawValue) { try queue.put($0, handles: [handle]) }
    _ = try back.getInt()
    try expect(!lock!.acquire(until: .now), "the receiver has it")
    lock = nil
    try expect(SharedObject.kind(of: handle) == .lock, "the receiver keeps it alive")
    try queue.put(0)
    try joinAll([receiver])
    try expect(SharedObject.kind(of: handle) == nil, "gone with its last holder")
  },
  "a message keeps its objects alive, and takes them along": {
    let before = Runtime.objectCount
    var queue: Queue? = try Queue()
    for _ in 0..<100 {
      let inner = try Queue()
      try inner.put(7)
      try withUnsafeBytes(of: inner.handle.rawValue) { try queue!.put($0, handles: [inner.handle]) }
    }
    try expectEqual(Runtime.objectCount, before + 101)
    let inner = try queue!.get { try Queue(Handle(rawValue: $0.loadUnaligned(as: UInt64.self))) }
    try expectEqual(inner.getInt(), 7)
    queue = nil
    try expectEqual(Runtime.objectCount, before + 1)
    try expectThrows(.staleHandle(Handle(rawValue: 1))) { _ = try Message(count: 8, handles: [Handle(rawValue: 1)]) }
  },
  "both ends of a pipe send and receive": {
    let (near, far) = try Pipe.make()
    let echo = try child {
      near.close()
      do {
        while true { try far.send(far.receiveInt() + 1) }
      } catch RuntimeError.endOfFile {
      }
    }
    far.close()
    try expect(!near.poll(), "nothing yet")
    for number in 0..<10_000 {
      try near.send(number)
      try expectEqual(near.receiveInt(), number + 1)
    }
    near.close()
    try joinAll([echo])
    try expectThrows(.closed) { try near.send(1) }
  },
  "a one-way pipe reads at one end and writes at the other": {
    let (reader, writer) = try Pipe.make(duplex: false)
    try expectThrows(.wrongDirection) { try reader.send(1) }
    try expectThrows(.wrongDirection) { try writer.receiveInt() }
    try writer.send(5)
    writer.close()
    try expect(reader.poll(), "a message")
    try expectEqual(reader.receiveInt(), 5)
    try expect(reader.poll(), "the end")
    try expectThrows(.endOfFile) { try reader.receiveInt() }
  },
  "a pipe breaks when nobody holds its other end": {
    let (near, far) = try Pipe.make()
    let holder = try child { sleep(milliseconds: 60_000) }
    far.close()
    try near.send(1)
    try expect(!near.poll(until: .after(0.05)), "the child holds the other end")
    try holder.send(signal: SIGKILL)
    try expectThrows(.endOfFile) { try near.receiveInt() }
    try expectThrows(.brokenPipe) { try near.send(1) }
    _ = try holder.join()
  },
  "a pipe makes its sender wait when it holds very much": {
    let (near, far) = try Pipe.make()
    let data = [UInt8](repeating: 1, count: 1_000_000)
    let sent = try Semaphore(0)
    let sender = try child {
      for _ in 0..<30 {
        try data.withUnsafeBytes { try near.send($0) }
        try sent.release()
      }
    }
    sleep(milliseconds: 200)
    try expect(sent.value >= 1 && sent.value < 30, "\(sent.value) went through")
    for _ in 0..<30 { try expectEqual(far.receive { $0.count }, 1_000_000) }
    try joinAll([sender])
  },
  "waiting for several things tells which are ready": {
    let (near, far) = try Pipe.make()
    let queue = try Queue()
    let worker = try child { _ = try queue.getInt() }
    let work: [Waitable] = [.connection(near), .process(worker)]
    try expectEqual(try Runtime.wait(for: work, until: .now), [])
    try expectEqual(try Runtime.wait(for: work, until: .after(0.02)), [])
    let sender = try child {
      sleep(milliseconds: 50)
      try far.send(1)
    }
    try expectEqual(try Runtime.wait(for: work), [0])
    try queue.put(1)
    try expectEqual(try Runtime.wait(for: [.process(worker)]), [0])
    try expectEqual(try Runtime.wait(for: work), [0, 1])
    try joinAll([worker, sender])
    try queue.put(1)
    var ends: [Int32] = [0, 0]
    try expectEqual(pipe(&ends), 0)
    let writer = try child {
      sleep(milliseconds: 50)
      try expectEqual(write(ends[1], "x", 1), 1)
    }
    let idle = try Queue()
    try expectEqual(try Runtime.wait(for: [.queue(idle), .descriptor(ends[0])]), [1])
    try joinAll([writer])
    var many: [Waitable] = try (0..<200).map { _ in .queue(try Queue()) }
    many.append(.queue(queue))
    try expectEqual(try Runtime.wait(for: many), [200])
  },
]

/// A number in a message whose length depends on it: some lie in a slot, some in blocks.
private func putOfVaryingLength(_ queue: Queue, _ number: Int) throws {
  let padding = number < 0 ? 0 : [0, 30, 100, 5000][number & 3]
  var bytes = [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: 8 + padding)
  bytes.withUnsafeMutableBytes { $0.storeBytes(of: number, as: Int.self) }
  try bytes.withUnsafeBytes { try queue.put($0) }
}

private func getOfVaryingLength(_ queue: Queue) throws -> Int {
  try queue.get { bytes in
    let number = bytes.loadUnaligned(as: Int.self)
    try expect(bytes.dropFirst(8).allSatisfy { $0 == UInt8(truncatingIfNeeded: number) }, "message \(number) is torn")
    return number
  }
}
