// Generators: a function's body as a coroutine that yields values.
import CPosixShim
import Syntax

/// A `generator`.
public final class Generator: Object {
  let function: Function
  /// The names that a script has given it.
  var ownName: Str?
  var ownQualifiedName: Str?
  private let state: GeneratorState

  /// Takes over the parameters and cells in a frame that was just entered.
  init(taking frame: Frame, function: Function) {
    self.function = function
    state = GeneratorState(taking: frame, function: function)
    super.init(kind: .generator)
  }

  deinit {
    state.abandon()
  }

  /// Runs the `finally` blocks of a body that only garbage refers to.
  /// - Returns: whether the body had begun and not ended.
  func abandon() -> Bool {
    guard hasStarted, !isFinished, !isRunning else { return false }
    state.abandon()
    return true
  }

  var isRunning: Bool { state.isRunning }

  var hasStarted: Bool { state.hasStarted }

  /// Whether the body has ended.
  var isFinished: Bool { state.isFinished }

  /// The next yielded value, nil when the body has returned.
  func next(_ f: Frame) throws(Raised) -> Value? {
    try withExtendedLifetime(self) { () throws(Raised) in try state.next(f) }
  }

  /// What `yield` returned last, nil when the body returned (see `result`).
  func advance(_ f: Frame, sending value: Value) throws(Raised) -> Value? {
    if !state.hasStarted, !value.isNone {
      throw f.typeError("can't send non-None value to a just-started generator")
    }
    return try withExtendedLifetime(self) { () throws(Raised) in try state.resume(with: .value(value), f) }
  }

  /// `send(value)`: the next yielded value. Raises StopIteration with the result at the end.
  func send(_ f: Frame, _ value: Value) throws(Raised) -> Value {
    if let value = try advance(f, sending: value) { return value }
    throw stopIteration(f)
  }

  /// `throw(exception)`: raises it where the body stands.
  func throwIn(_ f: Frame, _ exception: ExceptionObject) throws(Raised) -> Value {
    if let value = try raise(exception, f) { return value }
    throw stopIteration(f)
  }

  /// Raises an exception where the body stands; nil when the body returned upon it.
  func raise(_ exception: ExceptionObject, _ f: Frame) throws(Raised) -> Value? {
    try withExtendedLifetime(self) { () throws(Raised) in try state.resume(with: .exception(exception), f) }
  }

  /// `close()`: raises GeneratorExit where the body stands. Returns what the body returned.
  func close(_ f: Frame) throws(Raised) -> Value {
    try withExtendedLifetime(self) { () throws(Raised) in try state.close(f) }
  }

  /// What the body returned; taken once.
  func takeResult() -> Value { state.takeResult() }

  private func stopIteration(_ f: Frame) -> Raised {
    let result = takeResult()
    return result.isNone ? Raised(ExceptionObject(f.types[.StopIteration])) : f.error(f.types[.StopIteration], result)
  }
}

/// The running part of a generator. Separate from the object, so that the body does not keep its own object alive.
final class GeneratorState: Coroutine {
  enum Resumption {
    case value(Value)
    case exception(ExceptionObject)
  }

  private let function: Function
  /// The slots until the body starts, when they move to its own value stack.
  private var parameters: ContiguousArray<Value>
  /// The body's frame, once it has started.
  private var slots: UnsafeMutablePointer<Value>?
  /// What the `yield` at which the body stands returns, unless it raises `thrown`.
  private var sent = Value.none
  private var thrown: ExceptionObject?
  /// What the last `yield` handed out, until the resumer has taken it.
  private var yielded = Value.unbound
  private var failure: ExceptionObject?
  private var result: Value = .none
  /// The exception whose handler the body is in.
  private var handled: ExceptionObject?

  init(taking frame: Frame, function: Function) {
    self.function = function
    parameters = ContiguousArray(taking: frame.slots, count: function.code.slotCount)
    super.init(frame.interpreter)
  }

  var hasStarted: Bool { state != .fresh }
  var isRunning: Bool { state == .running }
  var isFinished: Bool { state == .finished }

  /// Runs the body until its next `yield`; nil when it returned.
  func resume(with resumption: Resumption, _ f: Frame) throws(Raised) -> Value? {
    if isRunning { throw f.valueError("generator already executing") }
    if isFinished {
      if case .exception(let exception) = resumption { throw Raised(exception) }
      return nil
    }
    if !hasStarted, case .exception(let exception) = resumption {
      finish()
      // Nothing in the body has been reached that could be marked.
      let start = Int(function.code.range.start)
      exception.addTraceback(function.code, Location(SourceRange(start, start)))
      throw Raised(exception)
    }
    if isTooDeep(f) { throw f.error(.RecursionError, "maximum recursion depth exceeded") }
    if !hasStarted { start(f) }
    switch resumption {
    case .value(let value): sent = value
    case .exception(let exception): thrown = exception
    }
    return try run(f)
  }

  /// The same as resuming with None.
  @inline(__always)
  func next(_ f: Frame) throws(Raised) -> Value? {
    if state != .suspended || isTooDeep(f) { return try resume(with: .value(.none), f) }
    return try run(f)
  }

  @inline(__always)
  private func isTooDeep(_ f: Frame) -> Bool {
    f.header.pointee.depth >= interpreter.recursionLimit || ppd_stack_is_low()
  }

  private func run(_ f: Frame) throws(Raised) -> Value? {
    // The body runs as if the resumer had called it.
    Frame(slots: slots.unsafelyUnwrapped).setCaller(f)
    if handled == nil && interpreter.handled == nil {
      resume()
      if interpreter.handled != nil { keepHandled(outer: nil) }
    } else {
      let outer = interpreter.handled
      if let handled { interpreter.handled = handled }
      resume()
      keepHandled(outer: outer)
    }
    if state == .finished { return try end() }
    let place = withUnsafeMutablePointer(to: &yielded) { $0 }
    let value = place.move()
    place.initialize(to: .unbound)
    return value
  }

  /// Keeps the exception whose handler the body has not left, and gives the resumer its own back.
  private func keepHandled(outer: ExceptionObject?) {
    handled = state == .finished || interpreter.handled === outer ? nil : interpreter.handled
    interpreter.handled = outer
  }

  /// The body has returned or raised.
  private func end() throws(Raised) -> Value? {
    finish()
    if let failure {
      self.failure = nil
      throw Raised(failure)
    }
    return nil
  }

  private func start(_ f: Frame) {
    let stacks = interpreter.takeCoroutineStacks()
    let code = function.code
    let frame = Frame(slots: stacks.values + Frame.headerSlots)
    frame.begin(code, caller: f.slots, depth: f.header.pointee.depth + 1, interpreter, generator: self)
    parameters.withUnsafeMutableBufferPointer { buffer in
      for index in 0..<buffer.count { (frame.slots + index).initialize(to: buffer[index]) }
    }
    parameters = []
    slots = frame.slots
    prepare(stacks)
  }

  override func runBody() {
    let frame = Frame(slots: slots!)
    do {
      result = frame.takeResult(try function.code.body.execute(frame))
    } catch {
      frame.dropResult()
      failure = replacingStopIteration(error.exception, frame)
      failure!.needsLocation = true
    }
    frame.slots.deinitialize(count: function.code.slotCount)
  }

  /// A StopIteration that leaves a generator's body becomes a RuntimeError.
  private func replacingStopIteration(_ exception: ExceptionObject, _ frame: Frame) -> ExceptionObject {
    guard exception.type.isSubtype(of: interpreter.types[.StopIteration]) else { return exception }
    let replacement = frame.runtimeError("generator raised StopIteration").exception
    replacement.cause = .object(exception)
    replacement.context = exception
    replacement.suppressesContext = true
    return replacement
  }

  private func finish() {
    state = .finished
    giveStacksBack()
    slots = nil
    parameters = []
  }

  /// Called by the body: the value that it is about to yield.
  @inline(__always)
  func handOut(_ value: consuming Value) {
    let place = withUnsafeMutablePointer(to: &yielded) { $0 }
    place.initialize(to: value)
  }

  /// Called by the body: yields what it has handed out, and returns what the resumer sends.
  func wait() throws(Raised) -> Value {
    suspend()
    if let thrown {
      self.thrown = nil
      throw Raised(thrown)
    }
    if case .none = sent { return .none }
    let value = sent
    sent = .none
    return value
  }

  func takeResult() -> Value {
    defer { result = .none }
    return result
  }

  func close(_ f: Frame) throws(Raised) -> Value {
    if isFinished { return .none }
    if !hasStarted {
      finish()
      return .none
    }
    let exit = ExceptionObject(f.types[.GeneratorExit])
    do throws(Raised) {
      if try resume(with: .exception(exit), f) != nil { throw f.runtimeError("generator ignored GeneratorExit") }
      return takeResult()
    } catch where error.exception.type.isSubtype(of: f.types[.GeneratorExit])
      || error.exception.type.isSubtype(of: f.types[.StopIteration])
    {
      return .none
    }
  }

  /// The generator object goes: runs the body's `finally` blocks, and reports an exception in them.
  func abandon() {
    if isFinished || isRunning || state == .stuck { return }
    interpreter.detached { f in
      do throws(Raised) {
        _ = try close(f)
      } catch {
        interpreter.reportUnraisable(error.exception, in: .object(function))
      }
    }
    if hasStarted, !isFinished { state = .stuck }
  }
}

extension Frame {
  /// The generator whose body the frame runs.
  var generator: GeneratorState? { header.pointee.generator }

  fileprivate func setCaller(_ f: Frame) {
    header.pointee.caller = f.slots
    header.pointee.depth = f.header.pointee.depth + 1
  }
}

/// Yields what a generator yields.
final class GeneratorIterator: Iterator {
  let generator: Generator

  init(_ generator: Generator) {
    self.generator = generator
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    try generator.next(f)
  }

  override var typeName: String { "generator" }
}

extension Interpreter {
  /// Stacks that a finished generator left, or new ones.
  func takeCoroutineStacks() -> CoroutineStacks {
    idleStacks.popLast() ?? CoroutineStacks()
  }

  /// Keeps a few stacks for the next generators.
  func giveBack(_ stacks: CoroutineStacks) {
    if idleStacks.count < 32 { idleStacks.append(stacks) }
  }
}
