// A block of the heap: what one allocation gives, and the list of blocks that a process has in its hands.

/// A block of the heap. It is either part of a shared structure or *owned*: on the list of one process, which frees it
/// or builds it in; when that process dies, the block is freed.
///
///     +0   next      ┐ in the owner's list
///     +8   previous  ┘
///     +16  size      of the content, in bytes (u64)
///     +24  handles   how many shared objects the content keeps alive (u32)
///     +28  link      of the span's free list, while the block is free (u32)
///     +32  content   first the handles (u64 each), then what the user stores
struct Block: Equatable {
  let base: UnsafeMutableRawPointer

  static let headerSize = 32

  @inline(__always) init(_ base: UnsafeMutableRawPointer) { self.base = base }
  @inline(__always) init?(address: UInt64) {
    guard let base = UnsafeMutableRawPointer(bitPattern: UInt(address)) else { return nil }
    self.base = base
  }

  @inline(__always) var address: UInt64 { UInt64(UInt(bitPattern: base)) }
  @inline(__always) var next: Word64 { Word64(base) }
  @inline(__always) var previous: Word64 { Word64(base + 8) }
  @inline(__always) var size: Word64 { Word64(base + 16) }
  @inline(__always) var handleCount: Word32 { Word32(base + 24) }
  @inline(__always) var freeLink: Word32 { Word32(base + 28) }
  @inline(__always) var content: UnsafeMutableRawPointer { base + Block.headerSize }

  /// The `index`th handle that the block keeps alive.
  func handle(_ index: Int) -> Word64 { Word64(content + index * 8) }

  /// Puts the block on the list of what `process` owns.
  @inline(__always)
  func becomeOwned(by process: ProcessSlot, _ journal: Journal) {
    let first = process.ownedBlocks.value
    journal.set(next, first)
    journal.set(previous, 0)
    if let first = Block(address: first) { journal.set(first.previous, address) }
    journal.set(process.ownedBlocks, address)
  }

  /// Takes the block off the list of what `process` owns.
  @inline(__always)
  func ceaseOwned(by process: ProcessSlot, _ journal: Journal) {
    let after = next.value
    let before = previous.value
    if let after = Block(address: after) { journal.set(after.previous, before) }
    if let before = Block(address: before) {
      journal.set(before.next, after)
    } else {
      journal.set(process.ownedBlocks, after)
    }
  }
}
