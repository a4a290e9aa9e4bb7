// Who keeps what alive, over forks and deaths.
import CPosixShim
import Glibc
import Multiprocess

let lifetimes: [String: Scenario] = [
  "what a killed process held is dropped": {
    let before = Runtime.objectCount
    let memory = Runtime.memory.used
    for _ in 0..<5 {
      let ready = try Semaphore(0)
      let holder = try child {
        var held: [SharedObject] = []
        for _ in 0..<1000 {
          let queue = try Queue()
          try queue.put(1)
          held += [try Lock(), queue, try SharedMemory(count: 1000)]
        }
        try ready.release()
        sleep(milliseconds: 60_000)
        withExtendedLifetime(held) {}
      }
      _ = try ready.acquire()
      try expect(Runtime.objectCount >= before + 3001, "the child's objects live")
      try holder.send(signal: SIGKILL)
      _ = try holder.join()
    }
    try expectEqual(Runtime.objectCount, before)
    try expect(Runtime.memory.used <= memory + 20 * 65536, "memory: \(Runtime.memory.used - memory)")
  },
  "a child keeps what its parent drops": {
    var queue: Queue? = try Queue()
    let handle = queue!.handle
    let go = try Event()
    let keeper = try child {
      _ = try go.wait()
      try queue!.put(4)
      try expectEqual(queue!.getInt(), 4)
    }
    queue = nil
    try expect(SharedObject.kind(of: handle) == .queue, "the child holds it")
    go.set()
    try joinAll([keeper])
    try expect(SharedObject.kind(of: handle) == nil, "gone with the child")
  },
  "queues, locks and values by the million leave nothing": {
    for _ in 0..<100 { _ = try (Queue(), Lock(), SharedMemory(count: 8)) }
    let before = (Runtime.memory.used, Runtime.objectCount, residentPages())
    for _ in 0..<(isLong ? 1_000_000 : 100_000) { _ = try (Queue(), Lock(), SharedMemory(count: 8)) }
    try expectEqual(Runtime.memory.used, before.0)
    try expectEqual(Runtime.objectCount, before.1)
    try expect(residentPages() < before.2 + 200, "\(residentPages() - before.2) pages more")
  },
  "an emptied queue gives its memory back to the system": {
    let queue = try Queue()
    let before = sharedPages()
    for number in 0..<3_000_000 { try queue.put(number) }
    try expect(sharedPages() > before + 40_000, "it holds much")
    for number in 0..<3_000_000 { try expectEqual(queue.getInt(), number) }
    // 64 MiB may stay for the next to come.
    try expect(sharedPages() < before + 17_000, "\(sharedPages() - before) pages are left")
  },
  "a gigabyte in one message": {
    let queue = try Queue()
    let sender = try child {
      let message = try Message(count: 1 << 30)
      message.bytes.storeBytes(of: 1, toByteOffset: 0, as: UInt8.self)
      message.bytes.storeBytes(of: 2, toByteOffset: 1 << 30 - 1, as: UInt8.self)
      try queue.put(message)
    }
    try queue.get { bytes in
      try expectEqual(bytes.count, 1 << 30)
      try expectEqual([bytes[0], bytes[1], bytes[1 << 30 - 1]], [1, 0, 2])
    }
    try joinAll([sender])
  },
  "a queue goes with all that is in it, however much": {
    let objects = Runtime.objectCount
    let before = Runtime.memory.used
    for _ in 0..<2 {
      let queue = try Queue()
      let data = [UInt8](repeating: 1, count: 60)
      for number in 0..<20_000 {
        if number % 10 == 0 {
          let inner = try Queue()
          try data.withUnsafeBytes { try queue.put($0, handles: [inner.handle]) }
        } else {
          try data.withUnsafeBytes { try queue.put($0) }
        }
      }
    }
    try expectEqual(Runtime.objectCount, objects)
    try expect(Runtime.memory.used < before + 1_000_000, "\(Runtime.memory.used - before) bytes are left")
  },
  "objects that hold each other through messages go together": {
    let before = Runtime.objectCount
    for _ in 0..<100 {
      let outer = try Queue()
      var inner = try Queue()
      for _ in 0..<50 {
        let next = try Queue()
        try withUnsafeBytes(of: inner.handle.rawValue) { try next.put($0, handles: [inner.handle]) }
        inner = next
      }
      try withUnsafeBytes(of: inner.handle.rawValue) { try outer.put($0, handles: [inner.handle]) }
    }
    try expectEqual(Runtime.objectCount, before)
  },
]

private func residentPages() -> Int { statm(1) }
private func sharedPages() -> Int { statm(2) }

private func statm(_ field: Int) -> Int {
  guard let file = fopen("/proc/self/statm", "r") else { return 0 }
  defer { fclose(file) }
  var buffer = [UInt8](repeating: 0, count: 200)
  let count = fread(&buffer, 1, 200, file)
  return Int(String(decoding: buffer.prefix(count), as: UTF8.self).split(separator: " ")[field]) ?? 0
}
