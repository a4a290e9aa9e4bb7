// Runs of free spans: found by size, split, joined with their neighbours, and given back to the system.
import CPosixShim
import Glibc

extension Heap {
  /// Free spans that may keep their memory; beyond it, free runs are given back to the system. 64 MiB.
  static let dirtyLimit: UInt32 = 1024

  private static let binCount = 32
  /// How many runs of the smallest fitting bin are looked at before a larger bin is split.
  private static let searchLimit = 16

  private static func bin(ofLength length: UInt32) -> Int { 31 - length.leadingZeroBitCount }

  /// Takes `length` spans out of the free runs, or from the untouched ones.
  static func takeRun(of length: UInt32, _ journal: Journal) throws(RuntimeError) -> UInt32 {
    guard arena.spansInUse.value + length <= arena.spanLimit.value else {
      throw .arenaFull(bytes: Int(length) * Arena.spanSize)
    }
    if let run = findRun(of: length, limit: searchLimit) { return take(run, length, journal) }
    if Int(arena.frontier.value) + Int(length) <= arena.spanCount {
      let run = arena.frontier.value
      journal.set(arena.frontier, run + length)
      journal.set(arena.spansInUse, arena.spansInUse.value + length)
      return run
    }
    if let run = findRun(of: length, limit: .max) { return take(run, length, journal) }
    throw .arenaFull(bytes: Int(length) * Arena.spanSize)
  }

  /// A free run of at least `length` spans; looks at no more than `limit` runs of the bin that also holds shorter ones.
  private static func findRun(of length: UInt32, limit: Int) -> UInt32? {
    let smallest = bin(ofLength: length)
    var run = arena.firstRun(ofBin: smallest).value
    var looked = 0
    while run != 0, looked < limit {
      if SpanDescriptor(run).length.value >= length { return run }
      run = SpanDescriptor(run).next.value
      looked += 1
    }
    for bin in smallest + 1..<binCount where arena.firstRun(ofBin: bin).value != 0 {
      return arena.firstRun(ofBin: bin).value
    }
    return nil
  }

  /// Takes a free run off its list and puts what exceeds `length` back.
  private static func take(_ run: UInt32, _ length: UInt32, _ journal: Journal) -> UInt32 {
    let descriptor = SpanDescriptor(run)
    let whole = descriptor.length.value
    let dirty = descriptor.dirty.value
    unlink(run, from: arena.firstRun(ofBin: bin(ofLength: whole)), journal)
    journal.set(arena.dirtySpans, arena.dirtySpans.value - min(dirty, length))
    journal.set(arena.spansInUse, arena.spansInUse.value + length)
    if whole > length { insert(run + length, length: whole - length, dirty: dirty - min(dirty, length), journal) }
    return run
  }

  /// Gives a run back and joins it with free neighbours; `dirty` of its spans may hold memory. Returns the joined run.
  static func giveRun(_ run: UInt32, length: UInt32, dirty: UInt32, _ journal: Journal) -> UInt32 {
    var start = run
    var whole = length
    var wholeDirty = dirty
    journal.set(arena.dirtySpans, arena.dirtySpans.value + dirty)
    journal.set(arena.spansInUse, arena.spansInUse.value - length)
    let after = run + length
    if after < arena.frontier.value, SpanDescriptor(after).state.value == SpanDescriptor.freeHead {
      let descriptor = SpanDescriptor(after)
      unlink(after, from: arena.firstRun(ofBin: bin(ofLength: descriptor.length.value)), journal)
      whole += descriptor.length.value
      wholeDirty += descriptor.dirty.value
    }
    if let before = freeRun(endingAt: run - 1) {
      let descriptor = SpanDescriptor(before)
      unlink(before, from: arena.firstRun(ofBin: bin(ofLength: descriptor.length.value)), journal)
      start = before
      whole += descriptor.length.value
      wholeDirty += descriptor.dirty.value
    }
    insert(start, length: whole, dirty: wholeDirty, journal)
    return start
  }

  private static func freeRun(endingAt span: UInt32) -> UInt32? {
    let descriptor = SpanDescriptor(span)
    switch descriptor.state.value {
    case SpanDescriptor.freeTail: return span - descriptor.length.value + 1
    case SpanDescriptor.freeHead where descriptor.length.value == 1: return span
    default: return nil
    }
  }

  /// Makes a free run of the spans and puts it on its list.
  private static func insert(_ run: UInt32, length: UInt32, dirty: UInt32, _ journal: Journal) {
    mark(run, length: length, state: SpanDescriptor.freeHead, journal)
    journal.set(SpanDescriptor(run).dirty, dirty)
    push(run, on: arena.firstRun(ofBin: bin(ofLength: length)), journal)
  }

  /// Writes state and length at both ends of a run, where its neighbours look.
  static func mark(_ run: UInt32, length: UInt32, state: UInt32, _ journal: Journal) {
    let first = SpanDescriptor(run)
    journal.set(first.state, state)
    journal.set(first.length, length)
    guard length > 1 else { return }
    let last = SpanDescriptor(run + length - 1)
    journal.set(last.state, state == SpanDescriptor.freeHead ? SpanDescriptor.freeTail : state)
    journal.set(last.length, length)
  }

  /// Gives the memory of a free run back to the system. Meanwhile the run is a block of this process: should it die,
  /// the run is freed as any block.
  static func trim(_ run: UInt32) {
    let taken: (block: Block, length: UInt32)? = section(arena.heapLock) { journal in
      let descriptor = SpanDescriptor(run)
      guard descriptor.state.value == SpanDescriptor.freeHead, descriptor.dirty.value > 0 else { return nil }
      let length = descriptor.length.value
      _ = take(run, length, journal)
      mark(run, length: length, state: SpanDescriptor.large, journal)
      let block = Block(address(ofSpan: run))
      block.handleCount.value = 0
      block.becomeOwned(by: me, journal)
      return (block, length)
    }
    guard let (block, length) = taken else { return }
    // The first page stays: it holds the block's header.
    let bytes = Int(length) * Arena.spanSize - 4096
    let removed = madvise(block.base + 4096, bytes, Int32(MADV_REMOVE)) == 0
    _ = section(arena.heapLock) { journal in
      block.ceaseOwned(by: me, journal)
      return giveRun(run, length: length, dirty: removed ? 0 : length, journal)
    }
  }
}
