// Semaphore and BoundedSemaphore.
import Interpreter
import Multiprocess

/// `multiprocessing.synchronize.Semaphore` and `BoundedSemaphore`.
final class SemaphoreObject: TreeObject, TakeableObject {
  static let title = "Semaphore"
  let primitive: Semaphore
  private let isBounded: Bool

  init(_ semaphore: Semaphore, isBounded: Bool, _ tree: Tree, _ f: Frame) {
    primitive = semaphore
    self.isBounded = isBounded
    super.init("multiprocessing.synchronize.\(isBounded ? "BoundedSemaphore" : "Semaphore")", tree, f)
  }

  var transferTag: TransferTag { isBounded ? .boundedSemaphore : .semaphore }

  override func enterBlock(_ f: Frame) throws(Raised) -> Value? { .bool(try take(until: .never, f)) }
  override func leaveBlock(_ f: Frame) throws(Raised) { _ = try giveBack(f) }

  static func define(_ t: TypeBuilder) {
    defineTaking(t)
    t.method(
      "get_value", "self, /",
      .one { (f, this) throws(Raised) in .int(Int(try receiver(this, "get_value", of: title, f).primitive.value)) })
    t.method(
      "__repr__", "self, /",
      .one { (f, this) throws(Raised) in
        let object = try receiver(this, "__repr__", of: title, f)
        let value = "value=\(object.primitive.value)"
        return .text(
          object.isBounded
            ? "<BoundedSemaphore(\(value), maxvalue=\(object.primitive.maximum))>" : "<Semaphore(\(value))>")
      })
  }
}
