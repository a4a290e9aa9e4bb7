// Queue, JoinableQueue and SimpleQueue.
import Interpreter
import Multiprocess

/// `multiprocessing.queues.Queue`, `JoinableQueue` and `SimpleQueue`.
final class QueueObject: TreeObject, Transferable {
  enum Flavor: String {
    case queue = "multiprocessing.queues.Queue"
    case joinable = "multiprocessing.queues.JoinableQueue"
    case simple = "multiprocessing.queues.SimpleQueue"

    init(_ tag: TransferTag) {
      self = tag == .joinableQueue ? .joinable : tag == .simpleQueue ? .simple : .queue
    }
  }

  let queue: Queue
  private let flavor: Flavor
  /// Whether this process has said that it is done with the queue.
  private var isClosed = false

  init(_ queue: Queue, _ flavor: Flavor, _ tree: Tree, _ f: Frame) {
    self.queue = queue
    self.flavor = flavor
    super.init(flavor.rawValue, tree, f)
  }

  var transferTag: TransferTag {
    switch flavor {
    case .queue: .queue
    case .joinable: .joinableQueue
    case .simple: .simpleQueue
    }
  }

  var transferDetail: Value { .none }
  var transferHandles: [Handle] { [queue.handle] }

  // MARK: Methods

  static func define(_ t: TypeBuilder) {
    t.method("put", "self, /, obj, block=True, timeout=None", .four(put))
    t.method("put_nowait", "self, /, obj", .two(putNow))
    t.method("get", "self, /, block=True, timeout=None", .three(get))
    t.method("get_nowait", "self, /", .one(getNow))
    t.method("empty", "self, /", .one(empty))
    t.method("full", "self, /", .one(full))
    t.method("qsize", "self, /", .one(size))
    t.method("close", "self, /", .one(close))
    t.method("join_thread", "self, /", .one(joinThread))
    t.method("cancel_join_thread", "self, /", .one(nothing))
    t.method(
      "shutdown", "self, /, immediate=False",
      .two(shutDown))
    for name in ["_reader", "_writer"] {
      t.property(name, get: { (f, this) throws(Raised) in this })
    }
    t.method("__iter__", "self, /", .one(iterate))
    t.method("__repr__", "self, /", .one(repr))
    t.sharedName { (f, this) throws(Raised) in try receiver(this, "name", of: "Queue", f).queue }
  }

  static func defineJoinable(_ t: TypeBuilder) {
    t.method("task_done", "self, /", .one(taskDone))
    t.method("join", "self, /", .one(join))
  }

  /// Raises where this process has closed the queue.
  @inline(__always)
  private func checkOpen(_ f: Frame) throws(Raised) {
    if isClosed { throw closedError(f) }
  }

  private func closedError(_ f: Frame) -> Raised {
    if flavor == .simple { return f.error(.OSError, "handle is closed") }
    return f.valueError("Queue \((try? f.repr(.object(self)).string) ?? "") is closed")
  }

  private func put(_ item: Value, until deadline: Deadline, _ f: Frame) throws(Raised) {
    try checkOpen(f)
    publish(f)
    try tree.encoder.encode(item, f) { (bytes, handles) throws(Raised) in
      try tree.waiting(f) { try queue.put(bytes, handles: handles, until: deadline) }
    }
  }

  private func get(until deadline: Deadline, _ f: Frame) throws(Raised) -> Value {
    try checkOpen(f)
    var item = Value.none
    try tree.waiting(f) { try queue.take(until: deadline) { item = try Decoder.decode($0, tree, f) } }
    return item
  }

  private static func put(
    _ f: Frame, _ this: Value, _ item: Value, _ block: Value, _ timeout: Value
  ) throws(Raised) -> Value {
    let object = try receiver(this, "put", of: "Queue", f)
    try object.put(item, until: f.deadline(timeout: timeout, block: f.flag(block, default: true)), f)
    return .none
  }

  private static func putNow(_ f: Frame, _ this: Value, _ item: Value) throws(Raised) -> Value {
    try receiver(this, "put_nowait", of: "Queue", f).put(item, until: .now, f)
    return .none
  }

  private static func get(_ f: Frame, _ this: Value, _ block: Value, _ timeout: Value) throws(Raised) -> Value {
    let object = try receiver(this, "get", of: "Queue", f)
    return try object.get(until: f.deadline(timeout: timeout, block: f.flag(block, default: true)), f)
  }

  private static func getNow(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    try receiver(this, "get_nowait", of: "Queue", f).get(until: .now, f)
  }

  private static func empty(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .bool(try receiver(this, "empty", of: "Queue", f).queue.isEmpty)
  }

  private static func full(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .bool(try receiver(this, "full", of: "Queue", f).queue.isFull)
  }

  private static func size(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .int(try receiver(this, "qsize", of: "Queue", f).queue.count)
  }

  private static func nothing(_ f: Frame, _ this: Value) throws(Raised) -> Value { .none }

  private static func close(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    try receiver(this, "close", of: "Queue", f).isClosed = true
    return .none
  }

  private static func joinThread(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    guard try receiver(this, "join_thread", of: "Queue", f).isClosed else {
      throw f.error(.AssertionError, "Queue \(try f.repr(this).string) not closed")
    }
    return .none
  }

  private static func shutDown(_ f: Frame, _ this: Value, _ immediate: Value) throws(Raised) -> Value {
    let object = try receiver(this, "shutdown", of: "Queue", f)
    object.publish(f)
    object.queue.shutDown(immediate: try f.flag(immediate, default: false))
    return .none
  }

  private static func iterate(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .object(QueueIterator(try receiver(this, "__iter__", of: "Queue", f)))
  }

  private static func taskDone(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let object = try receiver(this, "task_done", of: "JoinableQueue", f)
    object.publish(f)
    do { try object.queue.taskDone() } catch { throw f.raised(error) }
    return .none
  }

  private static func join(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let object = try receiver(this, "join", of: "JoinableQueue", f)
    _ = try object.tree.waiting(f) { try object.queue.join() }
    return .none
  }

  private static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .text("<\(try receiver(this, "__repr__", of: "Queue", f).flavor.rawValue) object at \(f.address(this))>")
  }

  /// The next item, nil once the queue is shut down and empty.
  fileprivate func next(_ f: Frame) throws(Raised) -> Value? {
    try tree.waiting(f) {
      do {
        return try queue.get { try Decoder.decode($0, tree, f) }
      } catch RuntimeError.shutDown {
        return nil
      }
    }
  }
}

/// `for item in queue`.
private final class QueueIterator: Iterator {
  private let queue: QueueObject

  init(_ queue: QueueObject) {
    self.queue = queue
  }

  override func next(_ f: Frame) throws(Raised) -> Value? { try queue.next(f) }
  override var typeName: String { "queue_iterator" }
}
