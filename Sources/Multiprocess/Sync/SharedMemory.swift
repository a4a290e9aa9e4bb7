// The memory of multiprocessing's Value and Array, and of SharedMemory.
import CPosixShim
import Glibc

/// Bytes that every holder sees at the same address; what they mean is the program's business, and so is a lock.
public final class SharedMemory: SharedObject {
  /// The bytes, 16-byte aligned. Valid while the process holds the object.
  public let bytes: UnsafeMutableRawBufferPointer

  /// `count` zero bytes. Throws `.arenaFull`.
  public init(count: Int, name: String = "memory") throws(RuntimeError) {
    let handle = try Registry.create(.memory, name: name)
    do {
      let block = try Heap.allocate(count)
      memset(block.content, 0, count)
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
}
