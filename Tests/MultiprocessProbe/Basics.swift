// The arena, its allocator and the registry, in one process.
import CPosixShim
import Glibc
import Multiprocess

let basics: [String: Scenario] = [
  "objects are created and dropped without growth": {
    for _ in 0..<1000 { try makeSome() }
    let before = Runtime.memory.used
    let objects = Runtime.objectCount
    for _ in 0..<100_000 { try makeSome() }
    try expectEqual(Runtime.memory.used, before)
    try expectEqual(Runtime.objectCount, objects)
  },
  "an object dies with its last reference and its handle becomes stale": {
    var lock: Lock? = try Lock()
    let handle = lock!.handle
    var again: Lock? = try Lock(handle)
    lock = nil
    _ = try Lock(handle)
    again = nil
    try expect(again == nil && lock == nil, "gone")
    try expectThrows(.staleHandle(handle)) { try Lock(handle) }
  },
  "a handle of another kind is refused": {
    let event = try Event()
    try expectThrows(.wrongKind(event.handle, expected: .lock)) { try Lock(event.handle) }
    try expectThrows(.wrongKind(event.handle, expected: .queue)) { try Queue(event.handle) }
  },
  "ten thousand objects live side by side": {
    let before = Runtime.objectCount
    var locks: [Lock] = []
    for _ in 0..<10_000 { locks.append(try Lock()) }
    try expectEqual(Set(locks.map(\.handle)).count, 10_000)
    try joinAll([child { for lock in locks { try expect(lock.acquire(), "acquire") } }])
    for lock in locks { try expect(lock.acquire(until: .now), "released by the dead") }
    locks = []
    try expectEqual(Runtime.objectCount, before)
  },
  "a full arena throws and stays usable": {
    let before = Runtime.memory.used
    var kept: [SharedMemory] = []
    var full = false
    while !full {
      do {
        kept.append(try SharedMemory(count: 100_000))
      } catch RuntimeError.arenaFull {
        full = true
      }
    }
    try expect(kept.count > 10, "room for \(kept.count)")
    try expectThrows(.arenaFull(bytes: 1 << 40)) { try SharedMemory(count: 1 << 40) }
    kept = []
    try expectEqual(Runtime.memory.used, before)
    _ = try SharedMemory(count: 100_000)
  },
  "random blocks never overlap and all come back": {
    let before = Runtime.memory.used
    var random = SplitMix(seed: 7)
    var kept: [(memory: SharedMemory, mark: UInt8)] = []
    for round in 0..<20_000 {
      if kept.count > 200 || (!kept.isEmpty && random.next(3) == 0) {
        let (memory, mark) = kept.swapRemove(at: random.next(kept.count))
        try expect(isFilled(memory, with: mark), "block of \(memory.bytes.count) was overwritten")
      } else {
        let size = random.next(4) == 0 ? random.next(300_000) : random.next(3000)
        let memory = try SharedMemory(count: size)
        try expect(isFilled(memory, with: 0), "a new block is zero")
        let mark = UInt8(truncatingIfNeeded: round)
        memset(memory.bytes.baseAddress!, Int32(mark), size)
        kept.append((memory, mark))
      }
    }
    kept = []
    let after = Runtime.memory.used
    try expect(after <= before + 40 * 65536, "\(after - before) bytes are left")
  },
]

/// Whether every byte is `mark`: the first one is, and each is as the one before.
private func isFilled(_ memory: SharedMemory, with mark: UInt8) -> Bool {
  guard let first = memory.bytes.first, let start = memory.bytes.baseAddress else { return true }
  return first == mark && memcmp(start, start + 1, memory.bytes.count - 1) == 0
}

private func makeSome() throws {
  let lock = try Lock()
  let queue = try Queue()
  try queue.put(1)
  let memory = try SharedMemory(count: 100)
  _ = (lock, memory)
}

/// A small generator, so that every run does the same.
struct SplitMix {
  var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}

extension Array {
  mutating func swapRemove(at index: Int) -> Element {
    swapAt(index, count - 1)
    return removeLast()
  }
}
