// What Lock, RLock, Semaphore and BoundedSemaphore have in common: they are taken and given back.
import Interpreter
import Multiprocess

/// A synchronisation object of the runtime that is taken and given back.
protocol Takeable: SharedObject {
  func acquire(until deadline: Deadline) throws(RuntimeError) -> Bool
  func release() throws(RuntimeError)
}

extension Lock: Takeable {}
extension RecursiveLock: Takeable {}
extension Semaphore: Takeable {}

/// The Python object of a takeable one.
protocol TakeableObject: TreeObject, Transferable {
  associatedtype Primitive: Takeable
  /// The name of the type in messages.
  static var title: String { get }
  var primitive: Primitive { get }
}

extension TakeableObject {
  var transferDetail: Value { .none }
  var transferHandles: [Handle] { [primitive.handle] }

  /// The methods of all takeable objects.
  static func defineTaking(_ t: TypeBuilder) {
    t.method("acquire", "self, /, block=True, timeout=None", .three { (f, this, block, timeout) throws(Raised) in
      let object = try receiver(this, "acquire", of: title, f)
      let deadline = try f.deadline(timeout: timeout, block: f.flag(block, default: true))
      return .bool(try object.take(until: deadline, f))
    })
    t.method(
      "release", "self, /",
      .one { (f, this) throws(Raised) in try receiver(this, "release", of: title, f).giveBack(f) })
    t.method(
      "__enter__", "self, /",
      .one { (f, this) throws(Raised) in
        .bool(try receiver(this, "__enter__", of: title, f).take(until: .never, f))
      })
    t.method(
      "__exit__", "self, type, value, traceback, /",
      .four { (f, this, _, _, _) throws(Raised) in try receiver(this, "__exit__", of: title, f).giveBack(f) })
    t.sharedName { (f, this) throws(Raised) in try receiver(this, "name", of: title, f).primitive }
  }

  @inline(__always)
  func take(until deadline: Deadline, _ f: Frame) throws(Raised) -> Bool {
    let primitive = primitive
    return try tree.waiting(f) { try primitive.acquire(until: deadline) }
  }

  @inline(__always)
  func giveBack(_ f: Frame) throws(Raised) -> Value {
    publish(f)
    do { try primitive.release() } catch { throw f.raised(error) }
    return .none
  }
}
