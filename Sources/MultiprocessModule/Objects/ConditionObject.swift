// Condition.
import Interpreter
import Multiprocess

/// `multiprocessing.synchronize.Condition`.
final class ConditionObject: TreeObject, Transferable {
  static let typeName = "multiprocessing.synchronize.Condition"
  let condition: Condition
  private let lock: any LockLike

  init(_ condition: Condition, lock: any LockLike, _ tree: Tree, _ f: Frame) {
    self.condition = condition
    self.lock = lock
    super.init(ConditionObject.typeName, tree, f)
  }

  var transferTag: TransferTag { .condition }
  var transferDetail: Value { .none }
  var transferHandles: [Handle] { get throws(Raised) { [condition.handle] + (try lock.transferHandles) } }

  static func define(_ t: TypeBuilder) {
    t.method("acquire", "self, /, block=True, timeout=None", .three(acquire))
    t.method("release", "self, /", .one(release))
    t.method("__enter__", "self, /", .one(enter))
    t.method("__exit__", "self, type, value, traceback, /", .four(exit))
    t.method(
      "wait", "self, /, timeout=None",
      .two(wait))
    t.method("wait_for", "self, /, predicate, timeout=None", .three(waitFor))
    t.method("notify", "self, /, n=1", .two(notify))
    t.method("notify_all", "self, /", .one(notifyAll))
    t.method("__repr__", "self, /", .one(repr))
    t.sharedName { (f, this) throws(Raised) in try receiver(this, "name", of: "Condition", f).condition }
  }

  private static func acquire(_ f: Frame, _ this: Value, _ block: Value, _ timeout: Value) throws(Raised) -> Value {
    let object = try receiver(this, "acquire", of: "Condition", f)
    let deadline = try f.deadline(timeout: timeout, block: f.flag(block, default: true))
    return .bool(try object.tree.waiting(f) { try object.lock.acquirable.acquire(until: deadline) })
  }

  private static func release(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let object = try receiver(this, "release", of: "Condition", f)
    object.publish(f)
    do { try object.lock.acquirable.release() } catch { throw f.raised(error) }
    return .none
  }

  private static func enter(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    try acquire(f, this, .unbound, .unbound)
  }

  private static func exit(_ f: Frame, _ this: Value, _: Value, _: Value, _: Value) throws(Raised) -> Value {
    try release(f, this)
  }

  private func wait(until deadline: Deadline, _ f: Frame) throws(Raised) -> Bool {
    guard lock.acquirable.isMine else {
      throw f.error(.AssertionError, "must acquire() condition before using wait()")
    }
    return try tree.waiting(f) { try condition.wait(until: deadline) }
  }

  private static func wait(_ f: Frame, _ this: Value, _ timeout: Value) throws(Raised) -> Value {
    let object = try receiver(this, "wait", of: "Condition", f)
    return .bool(try object.wait(until: f.deadline(timeout: timeout), f))
  }

  private static func waitFor(
    _ f: Frame, _ this: Value, _ predicate: Value, _ timeout: Value
  ) throws(Raised) -> Value {
    let object = try receiver(this, "wait_for", of: "Condition", f)
    let deadline = try f.deadline(timeout: timeout)
    var result = try f.call(predicate)
    while try !f.truth(result) {
      let wasNotified = try object.wait(until: deadline, f)
      result = try f.call(predicate)
      if !wasNotified { break }
    }
    return result
  }

  private func notify(_ count: Int, _ f: Frame) throws(Raised) {
    guard lock.acquirable.isMine else { throw f.error(.AssertionError, "lock is not owned") }
    publish(f)
    do { try condition.notify(count) } catch { throw f.raised(error) }
  }

  private static func notify(_ f: Frame, _ this: Value, _ count: Value) throws(Raised) -> Value {
    try receiver(this, "notify", of: "Condition", f).notify(count.isUnbound ? 1 : f.index(count), f)
    return .none
  }

  private static func notifyAll(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    try receiver(this, "notify_all", of: "Condition", f).notify(.max, f)
    return .none
  }

  private static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let object = try receiver(this, "__repr__", of: "Condition", f)
    return .text("<Condition(\(try f.repr(.object(object.lock)).string), \(object.condition.waiterCount))>")
  }
}
