// The allocator of the arena, shared by all processes: small blocks from spans of one size class.
import CPosixShim

/// Gives and takes blocks. Every operation is one section under the heap's lock, so a process may die anywhere in it.
/// A new block belongs to the process that asked; freeing takes a block that the process owns.
enum Heap {
  /// A block with room for `size` bytes, owned by this process.
  static func allocate(_ size: Int) throws(RuntimeError) -> Block {
    let total = size + Block.headerSize
    return try section(arena.heapLock) { journal throws(RuntimeError) in
      let block: Block
      if total <= SizeClass.largest {
        block = try allocateSmall(SizeClass.index(ofSize: total), journal)
      } else {
        let spans = (total + Arena.spanSize - 1) / Arena.spanSize
        guard spans < arena.spanCount else { throw .arenaFull(bytes: size) }
        let run = try takeRun(of: UInt32(spans), journal)
        mark(run, length: UInt32(spans), state: SpanDescriptor.large, journal)
        block = Block(address(ofSpan: run))
      }
      block.size.value = UInt64(size)
      block.handleCount.value = 0
      block.becomeOwned(by: me, journal)
      return block
    }
  }

  /// Frees a block that `owner` owns and that keeps no handle alive.
  static func free(_ block: Block, ownedBy owner: ProcessSlot = me) {
    let dirtyRun: UInt32? = section(arena.heapLock) { journal in
      block.ceaseOwned(by: owner, journal)
      let span = self.span(of: block)
      let descriptor = SpanDescriptor(span)
      if descriptor.state.value == SpanDescriptor.large {
        return giveRun(span, length: descriptor.length.value, dirty: descriptor.length.value, journal)
      }
      return freeSmall(block, span, descriptor, journal)
    }
    if let dirtyRun, arena.dirtySpans.value > dirtyLimit { trim(dirtyRun) }
  }

  static func address(ofSpan span: UInt32) -> UnsafeMutableRawPointer { arena.heap + Int(span) &* Arena.spanSize }

  static func span(of block: Block) -> UInt32 { UInt32((block.base - arena.heap) / Arena.spanSize) }

  // MARK: Small blocks

  private static func allocateSmall(_ sizeClass: Int, _ journal: Journal) throws(RuntimeError) -> Block {
    let partial = arena.partialSpan(ofClass: sizeClass)
    let size = SizeClass.size(ofClass: sizeClass)
    if partial.value == 0 {
      let span = try takeRun(of: 1, journal)
      let descriptor = SpanDescriptor(span)
      mark(span, length: 1, state: SpanDescriptor.small, journal)
      journal.set(descriptor.sizeClass, UInt32(sizeClass))
      journal.set(descriptor.used, 0)
      journal.set(descriptor.free, 0)
      journal.set(descriptor.carved, 0)
      push(span, on: partial, journal)
    }
    let span = partial.value
    let descriptor = SpanDescriptor(span)
    let start = address(ofSpan: span)
    let block: Block
    if descriptor.free.value != 0 {
      block = Block(start + Int(descriptor.free.value - 1) &* 16)
      journal.set(descriptor.free, block.freeLink.value)
    } else {
      block = Block(start + Int(descriptor.carved.value))
      journal.set(descriptor.carved, descriptor.carved.value + UInt32(size))
    }
    journal.set(descriptor.used, descriptor.used.value + 1)
    if isFull(descriptor, blockSize: size) { unlink(span, from: partial, journal) }
    return block
  }

  /// Returns the free run that the span became part of, if it emptied.
  private static func freeSmall(
    _ block: Block, _ span: UInt32, _ descriptor: SpanDescriptor, _ journal: Journal
  ) -> UInt32? {
    let sizeClass = Int(descriptor.sizeClass.value)
    let partial = arena.partialSpan(ofClass: sizeClass)
    let wasFull = isFull(descriptor, blockSize: SizeClass.size(ofClass: sizeClass))
    journal.set(block.freeLink, descriptor.free.value)
    journal.set(descriptor.free, UInt32((block.base - address(ofSpan: span)) / 16 + 1))
    journal.set(descriptor.used, descriptor.used.value - 1)
    if wasFull { push(span, on: partial, journal) }
    // The last span with room stays, so that a lone block taken and given back does not move spans about.
    guard descriptor.used.value == 0, partial.value != span || descriptor.next.value != 0 else { return nil }
    unlink(span, from: partial, journal)
    return giveRun(span, length: 1, dirty: 1, journal)
  }

  @inline(__always)
  private static func isFull(_ descriptor: SpanDescriptor, blockSize: Int) -> Bool {
    descriptor.free.value == 0 && Int(descriptor.carved.value) + blockSize > Arena.spanSize
  }

  // MARK: Lists of spans

  static func push(_ span: UInt32, on head: Word32, _ journal: Journal) {
    let descriptor = SpanDescriptor(span)
    let first = head.value
    journal.set(descriptor.next, first)
    journal.set(descriptor.previous, 0)
    if first != 0 { journal.set(SpanDescriptor(first).previous, span) }
    journal.set(head, span)
  }

  static func unlink(_ span: UInt32, from head: Word32, _ journal: Journal) {
    let descriptor = SpanDescriptor(span)
    let next = descriptor.next.value
    let previous = descriptor.previous.value
    if next != 0 { journal.set(SpanDescriptor(next).previous, previous) }
    journal.set(previous == 0 ? head : SpanDescriptor(previous).next, next)
  }
}
