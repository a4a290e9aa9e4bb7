// The memory of multiprocessing's Value and Array, and of SharedMemory.
import CPosixShim
import Glibc

/// Bytes that every holder sees at the same address; what they mean is the program's business, and so is a lock.
///
/// Body: format (u32).
public final class SharedMemory: SharedObject {
  /// The bytes, 16-byte aligned. Valid while the process holds the object.
  public let bytes: UnsafeMutableRawBufferPointer

  /// `count` zero bytes. `format` is what `Runtime.objects()` says of their meaning: a code of the program's own.
  /// Throws `.arenaFull`.
  public init(count: Int, format: UInt32 = 0, name: String = "memory") throws(RuntimeError) {
    let handle = try Registry.create(.memory, name: name)
    do {
      let block = try Heap.allocate(count)
      memset(block.content, 0, count)
      Word32(ObjectEntry(handle.index).body).value = format
      Registry.build(block, into: ObjectEntry(handle.index))
      bytes = UnsafeMutableRawBufferPointer(start: block.content, count: count)
    } catch {
      Registry.drop(handle.index)
      throw error
    }
    super.init(created: handle)
  }

  /// The memory of a handle.
  public init(_ handle: Handle) throws(RuntimeError) {
    guard SharedObject.kind(of: handle) == .memory, let block = Block(address: ObjectEntry(handle.index).auxiliary.value)
    else { throw .wrongKind(handle, expected: .memory) }
    bytes = UnsafeMutableRawBufferPointer(start: block.content, count: Int(block.size.value))
    try super.init(handle, kinds: .memory)
  }

  /// What the object table shows of the memory of an entry.
  static func state(of entry: ObjectEntry, _ block: Block) -> ObjectDescription.State {
    let size = Int(block.size.value)
    let start = [UInt8](UnsafeRawBufferPointer(start: block.content, count: min(size, 64)))
    return .memory(size: size, start: start, format: Word32(entry.body).value)
  }
}
