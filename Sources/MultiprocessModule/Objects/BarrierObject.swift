// Barrier.
import Interpreter
import Multiprocess

/// `multiprocessing.synchronize.Barrier`.
final class BarrierObject: TreeObject, Transferable {
  static let typeName = "multiprocessing.synchronize.Barrier"
  let barrier: Barrier
  private let action: Value
  /// Seconds that `wait` waits where the call names none.
  private let timeout: Value

  init(_ barrier: Barrier, action: Value, timeout: Value, _ tree: Tree, _ f: Frame) {
    self.barrier = barrier
    self.action = action
    self.timeout = timeout
    super.init(BarrierObject.typeName, tree, f)
  }

  var transferTag: TransferTag { .barrier }
  var transferDetail: Value { action }
  var transferHandles: [Handle] { [barrier.handle] }

  static func define(_ t: TypeBuilder) {
    t.method(
      "wait", "self, /, timeout=None",
      .two(wait))
    t.method("abort", "self, /", .one(abort))
    t.method("reset", "self, /", .one(reset))
    t.property("parties", get: { (f, this) throws(Raised) in .int(try get(f, this).parties) })
    t.property("n_waiting", get: { (f, this) throws(Raised) in .int(try get(f, this).waiterCount) })
    t.property("broken", get: { (f, this) throws(Raised) in .bool(try get(f, this).isBroken) })
    t.method("__repr__", "self, /", .one(repr))
    t.sharedName(get)
  }

  private static func get(_ f: Frame, _ this: Value) throws(Raised) -> Barrier {
    try receiver(this, "wait", of: "Barrier", f).barrier
  }

  private static func wait(_ f: Frame, _ this: Value, _ timeout: Value) throws(Raised) -> Value {
    let object = try receiver(this, "wait", of: "Barrier", f)
    let deadline = try f.deadline(timeout: timeout.isUnbound || timeout.isNone ? object.timeout : timeout)
    object.publish(f)
    let action = object.action
    return .int(
      try object.tree.waiting(f) {
        if action.isNone { return try object.barrier.wait(until: deadline) }
        return try object.barrier.wait(until: deadline) { _ = try f.call(action) }
      })
  }

  private static func abort(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    try get(f, this).abort()
    return .none
  }

  private static func reset(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    try get(f, this).reset()
    return .none
  }

  private static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let barrier = try get(f, this)
    let state = barrier.isBroken ? "broken" : "waiters=\(barrier.waiterCount)/\(barrier.parties)"
    return .text("<multiprocessing.synchronize.Barrier at \(f.address(this)): \(state)>")
  }
}
