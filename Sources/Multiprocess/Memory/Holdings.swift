// Which objects each process holds: a bit for each object, in or behind the process's slot.
import CPosixShim
import Glibc

/// The bits of what a process holds, by object index. The first 512 lie in the slot; a process that holds an object
/// beyond moves them to a block, which doubles.
enum Holdings {
  static let inlineCapacity = UInt64(ProcessSlot.inlineHoldingsWords)

  /// The word that holds the bit of object `index`, or nil beyond what the process has room for.
  @inline(__always)
  static func word(of index: UInt32, in process: ProcessSlot) -> Word64? {
    let word = Int(index >> 6)
    if let block = Block(address: process.holdingsAddress.value) {
      return word < Int(process.holdingsCapacity.value) ? Word64(block.content + word &* 8) : nil
    }
    guard word < ProcessSlot.inlineHoldingsWords else { return nil }
    return Word64(process.base + ProcessSlot.inlineHoldings + word &* 8)
  }

  static func contains(_ index: UInt32, in process: ProcessSlot) -> Bool {
    guard let word = word(of: index, in: process) else { return false }
    return word.value & 1 << UInt64(index & 63) != 0
  }

  static func set(_ index: UInt32, in process: ProcessSlot, _ journal: Journal) {
    guard let word = word(of: index, in: process) else { preconditionFailure("reserve comes first") }
    journal.set(word, word.value | 1 << UInt64(index & 63))
  }

  static func clear(_ index: UInt32, in process: ProcessSlot, _ journal: Journal) {
    guard let word = word(of: index, in: process) else { return }
    journal.set(word, word.value & ~(1 << UInt64(index & 63)))
  }

  /// The words that `process` has room for.
  static func capacity(of process: ProcessSlot) -> Int {
    process.holdingsAddress.value == 0 ? ProcessSlot.inlineHoldingsWords : Int(process.holdingsCapacity.value)
  }

  /// Makes room in this process's bits for object `index`.
  static func reserve(for index: UInt32) throws(RuntimeError) {
    let needed = Int(index >> 6) + 1
    guard needed > capacity(of: me) else { return }
    var words = capacity(of: me)
    while words < needed { words *= 2 }
    try move(me, toCapacity: words)
  }

  /// Moves the bits of `process` (this one, or a child that has not begun) to a block of `words` words.
  private static func move(_ process: ProcessSlot, toCapacity words: Int) throws(RuntimeError) {
    let block = try Heap.allocate(words * 8)
    memset(block.content, 0, words * 8)
    for index in 0..<min(words, capacity(of: process)) {
      Word64(block.content + index * 8).value = word(of: UInt32(index * 64), in: process)?.value ?? 0
    }
    let old = Block(address: process.holdingsAddress.value)
    // Under the registry's lock, since the monitor reads the bits of others under it.
    section(arena.registryLock) { journal in
      journal.set(process.holdingsCapacity, UInt64(words))
      journal.set(process.holdingsAddress, block.address)
      block.ceaseOwned(by: me, journal)
      if let old { old.becomeOwned(by: me, journal) }
    }
    if let old { Heap.free(old) }
  }

  /// Has `child`, whose slot this process has just set up, hold what this process holds, as a fork will give it.
  static func inherit(to child: ProcessSlot) throws(RuntimeError) {
    let words = capacity(of: me)
    if words > ProcessSlot.inlineHoldingsWords { try move(child, toCapacity: words) }
    for index in 0..<words {
      guard let mine = word(of: UInt32(index * 64), in: me), mine.value != 0,
        let its = word(of: UInt32(index * 64), in: child)
      else { continue }
      section(arena.registryLock) { journal in
        journal.set(its, mine.value)
        forEachBit(of: mine.value) { bit in
          let references = ObjectEntry(UInt32(index * 64 + bit)).references
          journal.set(references, references.value + 1)
        }
      }
    }
  }

  /// Has `process`, which has died or leaves, hold nothing.
  static func dropAll(of process: ProcessSlot) {
    for index in 0..<capacity(of: process) {
      guard let word = word(of: UInt32(index * 64), in: process) else { continue }
      forEachBit(of: word.value) { bit in Registry.drop(UInt32(index * 64 + bit), heldBy: process) }
    }
    guard let block = Block(address: process.holdingsAddress.value) else { return }
    privately { journal in
      journal.set(process.holdingsAddress, 0)
      block.becomeOwned(by: me, journal)
    }
    Heap.free(block)
  }

  @inline(__always)
  static func forEachBit(of word: UInt64, _ body: (Int) -> Void) {
    var bits = word
    while bits != 0 {
      body(bits.trailingZeroBitCount)
      bits &= bits &- 1
    }
  }
}
