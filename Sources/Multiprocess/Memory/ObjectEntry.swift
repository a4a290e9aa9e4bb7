// Handles of shared objects and the table that they index.
import CPosixShim

/// The name of a shared object in the whole process tree: 64 bits that may travel in any message. A generation (32 bits)
/// over an index (32 bits); an index used again gets a new generation, so a stale handle is recognised.
public struct Handle: Hashable, Sendable, CustomStringConvertible {
  public let rawValue: UInt64

  public init(rawValue: UInt64) { self.rawValue = rawValue }

  init(index: UInt32, generation: UInt32) { rawValue = UInt64(generation) << 32 | UInt64(index) }

  /// No object.
  public static let none = Handle(rawValue: 0)

  @inline(__always) var index: UInt32 { UInt32(truncatingIfNeeded: rawValue) }
  @inline(__always) var generation: UInt32 { UInt32(truncatingIfNeeded: rawValue >> 32) }

  public var description: String { "#\(index).\(generation)" }
}

/// What a shared object is.
public enum ObjectKind: UInt32, Sendable {
  case lock = 1
  case recursiveLock, semaphore, boundedSemaphore, condition, event, barrier, memory, queue, pipe, connection

  /// As messages for people call it.
  public var title: String {
    switch self {
    case .lock: "lock"
    case .recursiveLock: "rlock"
    case .semaphore, .boundedSemaphore: "semaphore"
    case .condition: "condition"
    case .event: "event"
    case .barrier: "barrier"
    case .memory: "shared memory"
    case .queue: "queue"
    case .pipe: "pipe"
    case .connection: "connection"
    }
  }
}

/// An entry of the object table, 128 bytes.
///
///     0   generation   odd while the object lives
///     4   kind
///     8   references   processes that hold it, messages and objects that refer to it
///     12  next         free entry, or next object to bury
///     16  auxiliary    block of the object (address), or a handle it refers to
///     24  references of messages and objects (part of +8) · flags  (u32 each)
///     32  name         length (u32), 28 bytes of UTF-8
///     64  body         64 bytes, as the kind lays them out
struct ObjectEntry {
  let base: UnsafeMutableRawPointer

  @inline(__always) init(_ index: UInt32) { base = arena.objects + Int(index) &* Arena.objectSize }

  @inline(__always) var generation: Word32 { Word32(base) }
  @inline(__always) var kind: Word32 { Word32(base + 4) }
  var references: Word32 { Word32(base + 8) }
  var next: Word32 { Word32(base + 12) }
  var auxiliary: Word64 { Word64(base + 16) }
  var inside: Word32 { Word32(base + 24) }
  var flags: Word32 { Word32(base + 28) }
  @inline(__always) var body: UnsafeMutableRawPointer { base + 64 }

  /// A lock that a process other than its owner has released: its owner tells nothing about who will release it.
  static let releasedByOthers: UInt32 = 1
  /// Its handle may have left the runtime (through a socket or a file): nobody knows who may still get it.
  static let exported: UInt32 = 2

  var name: String {
    get { ShortName(base + 32, capacity: 28).text }
    nonmutating set { ShortName(base + 32, capacity: 28).text = newValue }
  }

  /// The entry of a handle whose object lives.
  static func of(_ handle: Handle) -> ObjectEntry? {
    guard handle.index > 0, handle.index < arena.objectCount, handle.generation & 1 == 1 else { return nil }
    let entry = ObjectEntry(handle.index)
    return entry.generation.load() == handle.generation ? entry : nil
  }
}
