// The slots that messages lie in.
import CPosixShim
import Glibc

/// A block of 4096 bytes with 63 slots:
///
///     0   block header
///     32  next chunk (address) · number of the message in the first slot (u64)
///     64  slots of 64 bytes
struct Chunk {
  let block: Block

  static let capacity = 63
  static let size = 4096 - Block.headerSize

  @inline(__always) init(_ block: Block) { self.block = block }
  @inline(__always) init?(address: UInt64) {
    guard let block = Block(address: address) else { return nil }
    self.block = block
  }

  @inline(__always) var next: Word64 { Word64(block.base + 32) }
  @inline(__always) var first: Word64 { Word64(block.base + 40) }

  /// The slot of message number `position`.
  @inline(__always)
  func slot(_ position: UInt64) -> Slot { Slot(block.base + 64 + Int(position &- first.value) &* 64) }
}

/// One message: 64 bytes.
///
///     0  length, with the top bit set when the bytes lie in a block (u64)
///     8  the bytes, or the block's address
struct Slot {
  let base: UnsafeMutableRawPointer

  /// The longest message that lies in its slot.
  static let inlineCapacity = 56
  private static let inBlock: UInt64 = 1 << 63

  @inline(__always) init(_ base: UnsafeMutableRawPointer) { self.base = base }

  @inline(__always) var length: Int { Int(Word64(base).value & ~Slot.inBlock) }
  @inline(__always) var bytes: UnsafeMutableRawPointer { base + 8 }

  @inline(__always) var block: Block? {
    Word64(base).value & Slot.inBlock == 0 ? nil : Block(address: Word64(base + 8).value)
  }

  @inline(__always)
  func store(_ bytes: UnsafeRawBufferPointer) {
    Word64(base).value = UInt64(bytes.count)
    if let start = bytes.baseAddress { memcpy(self.bytes, start, bytes.count) }
  }

  @inline(__always)
  func store(_ block: Block, length: Int) {
    Word64(base).value = UInt64(length) | Slot.inBlock
    Word64(base + 8).value = block.address
  }
}
