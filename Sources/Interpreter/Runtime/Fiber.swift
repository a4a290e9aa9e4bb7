// Fibers: pieces of a program that run in turn, each on stacks of its own, so that one that waits holds up no other.
import CPosixShim

/// Swift code, and the script's code that it calls, which can be left in the middle and go on later.
public final class Fiber {
  private let interpreter: Interpreter
  private let coroutine: FiberCoroutine
  /// What the interpreter keeps for whoever runs: the exception being handled, the containers whose `repr` is made.
  private var handled: ExceptionObject?
  private var containersInRepr: [ObjectIdentifier] = []

  /// - Parameter body: gets a frame at the bottom of the fiber's own value stack.
  public init(_ interpreter: Interpreter, _ body: @escaping (Frame) -> Void) {
    self.interpreter = interpreter
    coroutine = FiberCoroutine(interpreter, body)
  }

  /// Whether the body has run to its end.
  public var isFinished: Bool { coroutine.state == .finished }

  /// Runs the body until it suspends or ends.
  public func resume() {
    if coroutine.state == .fresh { coroutine.prepare(interpreter.takeCoroutineStacks()) }
    let outside = exchange()
    coroutine.resume()
    handled = interpreter.handled
    containersInRepr = interpreter.containersInRepr
    (interpreter.handled, interpreter.containersInRepr) = outside
    if coroutine.state == .finished { coroutine.giveStacksBack() }
  }

  /// Leaves the body until it is resumed. Called by the body, which may stand on a stack that is not the coroutine's own
  /// (see ``LateReleases``).
  public func suspend() {
    let limit = ppd_stack_limit()
    coroutine.suspend()
    ppd_set_stack_limit(limit)
  }

  private func exchange() -> (ExceptionObject?, [ObjectIdentifier]) {
    defer { (interpreter.handled, interpreter.containersInRepr) = (handled, containersInRepr) }
    return (interpreter.handled, interpreter.containersInRepr)
  }
}

private final class FiberCoroutine: Coroutine {
  private let body: (Frame) -> Void

  init(_ interpreter: Interpreter, _ body: @escaping (Frame) -> Void) {
    self.body = body
    super.init(interpreter)
  }

  override func runBody() {
    body(interpreter.bottomFrame(on: stacks!))
  }
}

/// Who decides which fiber runs. While a fiber runs, `Interpreter.fiberScheduler` is set, and whatever would block the
/// process asks it to let the others run instead.
open class FiberScheduler {
  public init() {}

  /// Returns when the descriptor is ready (true) or the seconds have passed (false; nil waits for ever).
  open func wait(for descriptor: Int32?, events: Int32, timeout: Double?, _ f: Frame) throws(Raised) -> Bool {
    fatalError("a scheduler overrides wait")
  }

  /// Returns when somebody has said `changed` for the object and the word (true), or the seconds have passed (false).
  open func wait(
    forChangeOf object: Object, _ what: String, timeout: Double?, _ f: Frame
  ) throws(Raised) -> Bool {
    fatalError("a scheduler overrides wait")
  }

  /// Lets up to `count` fibers go on that wait for this change, the longest waiting first.
  open func changed(_ object: Object, _ what: String, count: Int) {
    fatalError("a scheduler overrides changed")
  }

  /// Returns soon, at the latest after the seconds: what the fiber waits for is changed by others than fibers, who do not
  /// say so. False when the fiber is to end.
  open func waitAWhile(timeout: Double?) -> Bool {
    fatalError("a scheduler overrides waitAWhile")
  }

  /// Raises when the running fiber is to end.
  open func checkEnd(_ f: Frame) throws(Raised) {}

  /// For whom the running fiber works, as the objects see it that know an owner.
  open var client: Value { .none }
}
