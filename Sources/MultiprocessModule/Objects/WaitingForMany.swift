// multiprocessing.connection.wait.
import Interpreter
import Multiprocess

enum WaitingForMany {
  static func wait(_ f: Frame, _ objects: Value, _ timeout: Value) throws(Raised) -> Value {
    let tree = try Tree.of(f)
    let deadline = try f.deadline(timeout: timeout)
    let objects = try f.collect(objects)
    var things: [Waitable] = []
    for object in objects { things.append(try waitable(object, tree, f)) }
    // CPython answers at once where there is nothing to wait for.
    if things.isEmpty { return .list([]) }
    let ready = try tree.waiting(f) { try Runtime.wait(for: things, until: deadline) }
    return .list(ContiguousArray(ready.map { objects[$0] }))
  }

  private static func waitable(_ object: Value, _ tree: Tree, _ f: Frame) throws(Raised) -> Waitable {
    if let connection = object.native(ConnectionObject.self)?.connection {
      if connection.isClosed { throw f.error(.OSError, "handle is closed") }
      if !connection.isReadable { throw f.error(.OSError, "connection is write-only") }
      return .connection(connection)
    }
    if let queue = object.native(QueueObject.self) { return .queue(queue.queue) }
    if let child = object.native(ProcessObject.self)?.child { return .process(child) }
    let descriptor: Int
    if case .int(let number) = object {
      descriptor = number
    } else if let method = try f.optionalAttribute(of: object, f.interpreter.intern("fileno")) {
      descriptor = try f.index(f.call(method))
    } else {
      throw f.valueError("Invalid file object: \(try f.repr(object).string)")
    }
    guard let descriptor = Int32(exactly: descriptor), descriptor >= 0 else {
      throw f.valueError("Invalid file descriptor: \(descriptor)")
    }
    // A child's sentinel stands for the child, whose end wakes a waiter at once.
    if let child = tree.children.first(where: { $0.child?.hasSentinel(descriptor) ?? false })?.child {
      return .process(child)
    }
    return .descriptor(descriptor)
  }
}
