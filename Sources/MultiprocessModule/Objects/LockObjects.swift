// Lock, RLock, Semaphore and BoundedSemaphore.
import Interpreter
import Multiprocess

/// A lock of either kind, as a condition or a shared value uses it.
protocol LockLike: TreeObject, Transferable {
  var acquirable: any Acquirable { get }
  var shared: SharedObject { get }
}

/// `multiprocessing.synchronize.Lock`.
final class LockObject: TreeObject, LockLike {
  static let typeName = "multiprocessing.synchronize.Lock"
  let lock: Lock

  init(_ lock: Lock, _ tree: Tree, _ f: Frame) {
    self.lock = lock
    super.init(LockObject.typeName, tree, f)
  }

  var acquirable: any Acquirable { lock }
  var shared: SharedObject { lock }
  var transferTag: TransferTag { .lock }
  var transferDetail: Value { .none }
  var transferHandles: [Handle] { [lock.handle] }

  static func define(_ t: TypeBuilder) {
    t.method("acquire", "self, /, block=True, timeout=None", doc: Documentation.acquire, .three(acquire))
    t.method("release", "self, /", doc: Documentation.release, .one(release))
    t.method("__enter__", "self, /", .one(enter))
    t.method("__exit__", "self, type, value, traceback, /", .four(exit))
    t.method("__repr__", "self, /", .one(repr))
    t.sharedName { (f, this) throws(Raised) in try receiver(this, "name", of: "Lock", f).lock }
  }

  private static func acquire(_ f: Frame, _ this: Value, _ block: Value, _ timeout: Value) throws(Raised) -> Value {
    let object = try receiver(this, "acquire", of: "Lock", f)
    let deadline = try f.deadline(timeout: timeout, block: f.flag(block, default: true))
    return .bool(try object.tree.waiting(f) { try object.lock.acquire(until: deadline) })
  }

  private static func release(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let object = try receiver(this, "release", of: "Lock", f)
    object.publish(f)
    do { try object.lock.release() } catch { throw f.raised(error) }
    return .none
  }

  private static func enter(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let object = try receiver(this, "__enter__", of: "Lock", f)
    return .bool(try object.tree.waiting(f) { try object.lock.acquire() })
  }

  private static func exit(_ f: Frame, _ this: Value, _: Value, _: Value, _: Value) throws(Raised) -> Value {
    try release(f, this)
  }

  private static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let lock = try receiver(this, "__repr__", of: "Lock", f).lock
    return .text("<Lock(owner=\(Owner.describe(lock.ownerPID, isMine: lock.isMine, f)))>")
  }
}

/// `multiprocessing.synchronize.RLock`.
final class RecursiveLockObject: TreeObject, LockLike {
  static let typeName = "multiprocessing.synchronize.RLock"
  let lock: RecursiveLock

  init(_ lock: RecursiveLock, _ tree: Tree, _ f: Frame) {
    self.lock = lock
    super.init(RecursiveLockObject.typeName, tree, f)
  }

  var acquirable: any Acquirable { lock }
  var shared: SharedObject { lock }
  var transferTag: TransferTag { .recursiveLock }
  var transferDetail: Value { .none }
  var transferHandles: [Handle] { [lock.handle] }

  static func define(_ t: TypeBuilder) {
    t.method("acquire", "self, /, block=True, timeout=None", doc: Documentation.acquire, .three(acquire))
    t.method("release", "self, /", doc: Documentation.release, .one(release))
    t.method("__enter__", "self, /", .one(enter))
    t.method("__exit__", "self, type, value, traceback, /", .four(exit))
    t.method("__repr__", "self, /", .one(repr))
    t.sharedName { (f, this) throws(Raised) in try receiver(this, "name", of: "RLock", f).lock }
  }

  private static func acquire(_ f: Frame, _ this: Value, _ block: Value, _ timeout: Value) throws(Raised) -> Value {
    let object = try receiver(this, "acquire", of: "RLock", f)
    let deadline = try f.deadline(timeout: timeout, block: f.flag(block, default: true))
    return .bool(try object.tree.waiting(f) { try object.lock.acquire(until: deadline) })
  }

  private static func release(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let object = try receiver(this, "release", of: "RLock", f)
    object.publish(f)
    do { try object.lock.release() } catch { throw f.raised(error) }
    return .none
  }

  private static func enter(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let object = try receiver(this, "__enter__", of: "RLock", f)
    return .bool(try object.tree.waiting(f) { try object.lock.acquire() })
  }

  private static func exit(_ f: Frame, _ this: Value, _: Value, _: Value, _: Value) throws(Raised) -> Value {
    try release(f, this)
  }

  private static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .text(try receiver(this, "__repr__", of: "RLock", f).description(f))
  }

  func description(_ f: Frame) -> String {
    let owner = Owner.describe(lock.ownerPID, isMine: lock.isMine, f)
    return "<RLock(\(owner), \(lock.isMine ? "\(lock.depth)" : lock.ownerPID == nil ? "0" : "nonzero"))>"
  }
}

/// `multiprocessing.synchronize.Semaphore` and `BoundedSemaphore`.
final class SemaphoreObject: TreeObject, Transferable {
  static let typeName = "multiprocessing.synchronize.Semaphore"
  static let boundedTypeName = "multiprocessing.synchronize.BoundedSemaphore"
  let semaphore: Semaphore
  private let isBounded: Bool

  init(_ semaphore: Semaphore, isBounded: Bool, _ tree: Tree, _ f: Frame) {
    self.semaphore = semaphore
    self.isBounded = isBounded
    super.init(isBounded ? SemaphoreObject.boundedTypeName : SemaphoreObject.typeName, tree, f)
  }

  var transferTag: TransferTag { isBounded ? .boundedSemaphore : .semaphore }
  var transferDetail: Value { .none }
  var transferHandles: [Handle] { [semaphore.handle] }

  static func define(_ t: TypeBuilder) {
    t.method("acquire", "self, /, block=True, timeout=None", doc: Documentation.acquire, .three(acquire))
    t.method("release", "self, /", doc: Documentation.release, .one(release))
    t.method("get_value", "self, /", doc: "How many more acquires would not wait.", .one(value))
    t.method("__enter__", "self, /", .one(enter))
    t.method("__exit__", "self, type, value, traceback, /", .four(exit))
    t.method("__repr__", "self, /", .one(repr))
    t.sharedName { (f, this) throws(Raised) in try receiver(this, "name", of: "Semaphore", f).semaphore }
  }

  private static func acquire(_ f: Frame, _ this: Value, _ block: Value, _ timeout: Value) throws(Raised) -> Value {
    let object = try receiver(this, "acquire", of: "Semaphore", f)
    let deadline = try f.deadline(timeout: timeout, block: f.flag(block, default: true))
    return .bool(try object.tree.waiting(f) { try object.semaphore.acquire(until: deadline) })
  }

  private static func release(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let object = try receiver(this, "release", of: "Semaphore", f)
    object.publish(f)
    do { try object.semaphore.release() } catch { throw f.raised(error) }
    return .none
  }

  private static func value(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .int(Int(try receiver(this, "get_value", of: "Semaphore", f).semaphore.value))
  }

  private static func enter(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let object = try receiver(this, "__enter__", of: "Semaphore", f)
    return .bool(try object.tree.waiting(f) { try object.semaphore.acquire() })
  }

  private static func exit(_ f: Frame, _ this: Value, _: Value, _: Value, _: Value) throws(Raised) -> Value {
    try release(f, this)
  }

  private static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let object = try receiver(this, "__repr__", of: "Semaphore", f)
    let value = "value=\(object.semaphore.value)"
    return .text(
      object.isBounded
        ? "<BoundedSemaphore(\(value), maxvalue=\(object.semaphore.maximum))>" : "<Semaphore(\(value))>")
  }
}

/// How `repr` names who holds a lock.
enum Owner {
  static func describe(_ pid: Int32?, isMine: Bool, _ f: Frame) -> String {
    guard let pid else { return "None" }
    if isMine, let tree = try? Tree.of(f) { return tree.current.name }
    return Runtime.processes().first { $0.pid == pid }?.name ?? "SomeOtherProcess"
  }
}

/// Texts that several types share.
enum Documentation {
  static let acquire = "Waits until it is free and takes it. False when block is false or timeout seconds passed first."
  static let release = "Gives it back."
}
