// Event.
import Interpreter
import Multiprocess

/// `multiprocessing.synchronize.Event`.
final class EventObject: TreeObject, Transferable {
  static let typeName = "multiprocessing.synchronize.Event"
  let event: Event

  init(_ event: Event, _ tree: Tree, _ f: Frame) {
    self.event = event
    super.init(EventObject.typeName, tree, f)
  }

  var transferTag: TransferTag { .event }
  var transferDetail: Value { .none }
  var transferHandles: [Handle] { [event.handle] }

  static func define(_ t: TypeBuilder) {
    t.method("is_set", "self, /", .one(isSet))
    t.method("set", "self, /", .one(set))
    t.method("clear", "self, /", .one(clear))
    t.method("wait", "self, /, timeout=None", .two(wait))
    t.method("__repr__", "self, /", .one(repr))
    t.sharedName { (f, this) throws(Raised) in try receiver(this, "name", of: "Event", f).event }
  }

  private static func isSet(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .bool(try receiver(this, "is_set", of: "Event", f).event.isSet)
  }

  private static func set(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let object = try receiver(this, "set", of: "Event", f)
    object.publish(f)
    object.event.set()
    return .none
  }

  private static func clear(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let object = try receiver(this, "clear", of: "Event", f)
    object.publish(f)
    object.event.clear()
    return .none
  }

  private static func wait(_ f: Frame, _ this: Value, _ timeout: Value) throws(Raised) -> Value {
    let object = try receiver(this, "wait", of: "Event", f)
    let deadline = try f.deadline(timeout: timeout)
    return .bool(try object.tree.waiting(f) { try object.event.wait(until: deadline) })
  }

  private static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let object = try receiver(this, "__repr__", of: "Event", f)
    return .text("<Event at \(f.address(this)) \(object.event.isSet ? "set" : "unset")>")
  }
}
