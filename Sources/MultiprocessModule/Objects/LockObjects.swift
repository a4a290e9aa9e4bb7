// Lock and RLock.
import Interpreter
import Multiprocess

/// A lock of either kind, as a condition or a shared value uses it.
protocol LockLike: TreeObject, Transferable {
  var acquirable: any Acquirable { get }
}

/// `multiprocessing.synchronize.Lock`.
final class LockObject: TreeObject, LockLike, TakeableObject {
  static let title = "Lock"
  let primitive: Lock

  init(_ lock: Lock, _ tree: Tree, _ f: Frame) {
    primitive = lock
    super.init("multiprocessing.synchronize.Lock", tree, f)
  }

  var acquirable: any Acquirable { primitive }
  var transferTag: TransferTag { .lock }

  override func enterBlock(_ f: Frame) throws(Raised) -> Value? { .bool(try take(until: .never, f)) }
  override func leaveBlock(_ f: Frame) throws(Raised) { _ = try giveBack(f) }

  static func define(_ t: TypeBuilder) {
    defineTaking(t)
    t.method(
      "__repr__", "self, /",
      .one { (f, this) throws(Raised) in
        let lock = try receiver(this, "__repr__", of: title, f).primitive
        return .text("<Lock(owner=\(Owner.describe(lock.ownerPID, isMine: lock.isMine, f)))>")
      })
  }
}

/// `multiprocessing.synchronize.RLock`.
final class RecursiveLockObject: TreeObject, LockLike, TakeableObject {
  static let title = "RLock"
  let primitive: RecursiveLock

  init(_ lock: RecursiveLock, _ tree: Tree, _ f: Frame) {
    primitive = lock
    super.init("multiprocessing.synchronize.RLock", tree, f)
  }

  var acquirable: any Acquirable { primitive }
  var transferTag: TransferTag { .recursiveLock }

  override func enterBlock(_ f: Frame) throws(Raised) -> Value? { .bool(try take(until: .never, f)) }
  override func leaveBlock(_ f: Frame) throws(Raised) { _ = try giveBack(f) }

  static func define(_ t: TypeBuilder) {
    defineTaking(t)
    t.method(
      "__repr__", "self, /",
      .one { (f, this) throws(Raised) in
        let lock = try receiver(this, "__repr__", of: title, f).primitive
        let depth = lock.isMine ? "\(lock.depth)" : lock.ownerPID == nil ? "0" : "nonzero"
        return .text("<RLock(\(Owner.describe(lock.ownerPID, isMine: lock.isMine, f)), \(depth))>")
      })
  }
}

/// How `repr` names who holds a lock.
private enum Owner {
  static func describe(_ pid: Int32?, isMine: Bool, _ f: Frame) -> String {
    guard let pid else { return "None" }
    if isMine, let tree = try? Tree.of(f) { return tree.current.name }
    return Runtime.processes().first { $0.pid == pid }?.name ?? "SomeOtherProcess"
  }
}
