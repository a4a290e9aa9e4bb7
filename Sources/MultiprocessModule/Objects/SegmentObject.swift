// Memory that has a name in the system: what SharedMemory is made of.
import Glibc
import Interpreter

/// A POSIX shared memory object that is mapped here: `shm_open(3)` and `mmap(2)`. Any program may open it by its name.
final class SegmentObject: TypedObject, BufferOwner {
  static let typeName = "_multiprocessing.Segment"
  private var memory: UnsafeMutableRawBufferPointer

  private init(_ memory: UnsafeMutableRawBufferPointer, _ type: TypeObject) {
    self.memory = memory
    super.init(type)
  }

  deinit { unmap() }

  static func define(_ t: TypeBuilder) {
    t.new("name, size, /") { (f, _, a) throws(Raised) in try open(f, a[0], a[1]) }
    t.method("__len__", "self, /", .one { (f, this) throws(Raised) in
      .int(try receiver(this, "__len__", of: "Segment", f).memory.count)
    })
    // Unmaps the memory. Nobody may look into it any more.
    t.method("close", "self, /", .one { (f, this) throws(Raised) in
      try receiver(this, "close", of: "Segment", f).unmap()
      return .none
    })
    // Takes the name away; the memory goes with the last who has it mapped.
    t.staticMethod("unlink", "name, /", .one {
      (f, name) throws(Raised) in
      let path = try f.str(name).string
      if shm_unlink(path) != 0 { throw f.osError(errno, .text(path)) }
      return .none
    })
  }

  /// - Parameter size: bytes of a new object; None opens one that exists.
  private static func open(_ f: Frame, _ name: Value, _ size: Value) throws(Raised) -> Value {
    let path = try f.str(name).string
    let isNew = !size.isNone
    let descriptor = shm_open(path, isNew ? O_RDWR | O_CREAT | O_EXCL : O_RDWR, 0o600)
    if descriptor < 0 { throw f.osError(errno, .text(path)) }
    defer { Glibc.close(descriptor) }
    do throws(Raised) {
      let count = isNew ? try grow(descriptor, to: f.index(size), f) : try measure(descriptor, f)
      guard let address = mmap(nil, count, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0), address != MAP_FAILED else {
        throw f.osError(errno)
      }
      let memory = UnsafeMutableRawBufferPointer(start: address, count: count)
      return .object(SegmentObject(memory, f.types[module: typeName]))
    } catch {
      if isNew { shm_unlink(path) }
      throw error
    }
  }

  private static func grow(_ descriptor: Int32, to count: Int, _ f: Frame) throws(Raised) -> Int {
    // Unlike ftruncate(2), this fails now and not by a signal later where the system has not that much memory.
    let code = posix_fallocate(descriptor, 0, count)
    if code != 0 { throw f.osError(code) }
    return count
  }

  private static func measure(_ descriptor: Int32, _ f: Frame) throws(Raised) -> Int {
    var status = stat()
    if fstat(descriptor, &status) != 0 { throw f.osError(errno) }
    return Int(status.st_size)
  }

  private func unmap() {
    if let address = memory.baseAddress { munmap(address, memory.count) }
    memory = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  }

  var bufferCount: Int { memory.count }
  var isBufferReadOnly: Bool { false }

  func withBuffer<Result>(_ body: (UnsafeMutableRawBufferPointer) -> Result) -> Result { body(memory) }
}
