// multiprocessing.Lock and RLock.
import CPosixShim

/// What a condition can be built on.
public protocol Acquirable: SharedObject {
  /// Takes the lock; false when `deadline` passed first.
  func acquire(until deadline: Deadline) throws(RuntimeError) -> Bool
  /// Gives it back.
  func release() throws(RuntimeError)
  /// Whether this process owns it.
  var isMine: Bool { get }
  /// Gives it back entirely, however often it was taken; returns how often that was.
  func releaseAll() throws(RuntimeError) -> UInt32
  /// Takes it as often as `releaseAll` said, waiting as long as it takes.
  func reacquire(_ depth: UInt32) throws(RuntimeError)
}

extension Acquirable {
  /// Takes the lock, waiting as long as it takes.
  public func acquire() throws(RuntimeError) -> Bool { try acquire(until: .never) }
}

/// `multiprocessing.Lock`: at most one process owns it; any process may release it. When its owner dies it is free.
public final class Lock: SharedObject, Acquirable {
  private let word: OwnedWord

  /// A new lock.
  public init(name: String = "lock") throws(RuntimeError) {
    let handle = try Registry.create(.lock, name: name)
    word = OwnedWord(ObjectEntry(handle.index))
    super.init(created: handle)
  }

  /// The lock of a handle.
  public init(_ handle: Handle) throws(RuntimeError) {
    word = OwnedWord(ObjectEntry(handle.index))
    try super.init(handle, kinds: .lock)
  }

  @inline(__always)
  public func acquire(until deadline: Deadline = .never) throws(RuntimeError) -> Bool {
    try word.acquire(handle, until: deadline)
  }

  /// Throws `.releasedTooOften` when nobody owns it.
  @inline(__always)
  public func release() throws(RuntimeError) {
    if word.isMine { word.releaseMine() } else { try releaseForAnother() }
  }

  private func releaseForAnother() throws(RuntimeError) {
    let holder = word.holder
    entry.flags.or(ObjectEntry.releasedByOthers)
    guard holder != 0, word.releaseFor(holder) else { throw .releasedTooOften }
  }

  public var isMine: Bool { word.isMine }

  /// The pid of the owner, if there is one.
  public var ownerPID: Int32? { word.holder == 0 ? nil : Int32(arena.slot(word.holder).pid.value) }

  public func releaseAll() throws(RuntimeError) -> UInt32 {
    try release()
    return 1
  }

  public func reacquire(_ depth: UInt32) throws(RuntimeError) { _ = try acquire() }
}

/// `multiprocessing.RLock`: its owner may take it again; it is free when it was released as often. When its owner dies
/// it is free.
public final class RecursiveLock: SharedObject, Acquirable {
  private let word: OwnedWord

  /// A new lock.
  public init(name: String = "rlock") throws(RuntimeError) {
    let handle = try Registry.create(.recursiveLock, name: name)
    word = OwnedWord(ObjectEntry(handle.index))
    super.init(created: handle)
  }

  /// The lock of a handle.
  public init(_ handle: Handle) throws(RuntimeError) {
    word = OwnedWord(ObjectEntry(handle.index))
    try super.init(handle, kinds: .recursiveLock)
  }

  @inline(__always)
  public func acquire(until deadline: Deadline = .never) throws(RuntimeError) -> Bool {
    if word.isMine {
      word.depth.value += 1
      return true
    }
    guard try word.acquire(handle, until: deadline) else { return false }
    word.depth.value = 1
    return true
  }

  /// Throws `.notOwner` when another process, or none, owns it.
  @inline(__always)
  public func release() throws(RuntimeError) {
    guard word.isMine else { throw .notOwner }
    let depth = word.depth.value
    if depth > 1 {
      word.depth.value = depth - 1
    } else {
      word.releaseMine()
    }
  }

  public var isMine: Bool { word.isMine }

  /// How often the owner has taken it; 0 when it is free.
  public var depth: UInt32 { word.holder == 0 ? 0 : word.depth.value }

  /// The pid of the owner, if there is one.
  public var ownerPID: Int32? { word.holder == 0 ? nil : Int32(arena.slot(word.holder).pid.value) }

  public func releaseAll() throws(RuntimeError) -> UInt32 {
    guard word.isMine else { throw .notOwner }
    let depth = word.depth.value
    word.releaseMine()
    return depth
  }

  public func reacquire(_ depth: UInt32) throws(RuntimeError) {
    _ = try acquire()
    word.depth.value = depth
  }
}
