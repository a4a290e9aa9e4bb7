// One process's reference to a shared object.
import CPosixShim

/// How many `SharedObject`s of this process stand for each object that it holds.
nonisolated(unsafe) private var referenceCounts: [UInt32: Int] = [:]

/// A reference to a shared object: the process holds the object while one of these lives. A forked child holds what
/// its parent held.
public class SharedObject {
  /// The object's name in the whole tree.
  public let handle: Handle

  @inline(__always) var entry: ObjectEntry { ObjectEntry(handle.index) }

  /// Takes over an object that this process has just made.
  init(created handle: Handle) {
    self.handle = handle
    referenceCounts[handle.index, default: 0] += 1
  }

  /// Holds the object of a handle that came from elsewhere.
  init(_ handle: Handle, kinds: ObjectKind...) throws(RuntimeError) {
    guard let entry = ObjectEntry.of(handle) else { throw .staleHandle(handle) }
    guard kinds.contains(where: { $0.rawValue == entry.kind.value }) else {
      throw .wrongKind(handle, expected: kinds[0])
    }
    self.handle = handle
    if referenceCounts[handle.index, default: 0] == 0 { try Registry.hold(handle) }
    referenceCounts[handle.index, default: 0] += 1
  }

  deinit {
    if !isLetGo { letGo() }
  }

  /// Whether `letGo` was called before the end.
  var isLetGo: Bool { false }

  /// One reference fewer; the last one of this process drops the object.
  func letGo() {
    // An initialiser that threw has counted nothing.
    guard let count = referenceCounts[handle.index], ObjectEntry.of(handle) != nil else { return }
    if count > 1 {
      referenceCounts[handle.index] = count - 1
    } else {
      referenceCounts[handle.index] = nil
      Registry.drop(handle.index)
    }
  }

  /// What the object is.
  public var kind: ObjectKind { ObjectKind(rawValue: entry.kind.value) ?? .lock }

  /// The object's name in messages for people; at most 28 bytes.
  public var name: String {
    get { entry.name }
    set { entry.name = newValue }
  }

  /// Says that the handle leaves the runtime (through a socket or a file), where nobody can see who may still get it:
  /// waiting for the object is never taken for a deadlock.
  public func markExported() { entry.flags.or(ObjectEntry.exported) }

  /// The kind of a handle's object, if it lives.
  public static func kind(of handle: Handle) -> ObjectKind? {
    ObjectEntry.of(handle).flatMap { ObjectKind(rawValue: $0.kind.value) }
  }
}
