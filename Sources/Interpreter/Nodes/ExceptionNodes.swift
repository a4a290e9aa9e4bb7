// Raising and handling exceptions, and `with`.
import Syntax

/// `raise exception from cause`.
final class RaiseNode: StatementNode {
  private let exception: ExpressionNode?
  private let cause: ExpressionNode?
  private let location: Location

  init(_ exception: ExpressionNode?, cause: ExpressionNode?, _ location: Location) {
    self.exception = exception
    self.cause = cause
    self.location = location
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    guard let exception else { throw try reraised(f) }
    let value = try exception.evaluate(f)
    let raised: ExceptionObject
    do {
      raised = try f.makeException(value)
      if let cause { try f.setCause(of: raised, to: cause.evaluate(f)) }
    } catch {
      throw error.at(location, f)
    }
    raised.needsLocation = true
    throw Raised(raised).at(location, f)
  }

  private func reraised(_ f: Frame) throws(Raised) -> Raised {
    guard let handled = f.interpreter.handled else {
      throw f.runtimeError("No active exception to reraise").at(location, f)
    }
    return Raised(handled)
  }
}

extension Frame {
  /// The exception that `raise value` raises: an instance as it is, a class called without arguments.
  func makeException(_ value: Value) throws(Raised) -> ExceptionObject {
    if let exception = value.exception { return exception }
    if let type = value.type, type.isException {
      let made = try call(value)
      if let exception = made.exception { return exception }
      throw typeError(
        "calling \(try repr(value).string) should have returned an instance of BaseException, "
          + "not \(try repr(.object(types.type(of: made))).string)")
    }
    throw typeError("exceptions must derive from BaseException")
  }

  fileprivate func setCause(of exception: ExceptionObject, to cause: Value) throws(Raised) {
    if cause.isNone {
      exception.cause = .none
    } else if cause.exception != nil || cause.type?.isException == true {
      exception.cause = .object(try makeException(cause))
    } else {
      throw typeError("exception causes must derive from BaseException")
    }
    exception.suppressesContext = true
  }

  /// Whether an exception is of one of the types that stand in an `except` clause.
  func matches(_ exception: ExceptionObject, _ types: Value) throws(Raised) -> Bool {
    if let type = types.type, type.isException { return exception.type.isSubtype(of: type) }
    if let members = types.payload.tuple?.items, members.allSatisfy({ $0.type?.isException ?? false }) {
      return members.contains { exception.type.isSubtype(of: $0.type!) }
    }
    throw typeError("catching classes that do not inherit from BaseException is not allowed")
  }
}

/// `except types as name: body`, and the clauses after it.
final class HandlerNode {
  let types: ExpressionNode?
  let target: TargetNode?
  let body: StatementNode
  let location: Location
  let next: HandlerNode?

  init(
    _ types: ExpressionNode?, _ target: TargetNode?, _ body: StatementNode, _ location: Location, next: HandlerNode?
  ) {
    self.types = types
    self.target = target
    self.body = body
    self.location = location
    self.next = next
  }

  /// Runs the body if the exception is of the types, else asks the next clause; raises the exception after the last.
  func handle(_ error: Raised, _ f: Frame) throws(Raised) -> Flow {
    if let types {
      let value = try types.evaluate(f)
      let isMatch: Bool
      do { isMatch = try f.matches(error.exception, value) } catch { throw error.at(location, f) }
      if !isMatch {
        guard let next else { throw error }
        return try next.handle(error, f)
      }
    }
    guard let target else { return try body.execute(f) }
    try target.assign(.object(error.exception), f)
    // Python unbinds the name at the end, so that the exception does not keep its frames alive.
    let flow: Flow
    do {
      flow = try body.execute(f)
    } catch {
      try target.assign(.unbound, f)
      throw error
    }
    try target.assign(.unbound, f)
    return flow
  }
}

/// A `try` with handlers: what `try … except … else` and `try … except* … else` have in common.
class HandlingNode: StatementNode {
  /// The first handler.
  let handler: HandlerNode
  private let body: StatementNode
  private let otherwise: StatementNode?

  init(_ body: StatementNode, _ handler: HandlerNode, otherwise: StatementNode?) {
    self.body = body
    self.handler = handler
    self.otherwise = otherwise
  }

  final override func execute(_ f: Frame) throws(Raised) -> Flow {
    let flow: Flow
    do {
      flow = try body.execute(f)
    } catch {
      let interpreter = f.interpreter
      let outer = interpreter.handled
      interpreter.handled = error.exception
      defer { interpreter.handled = outer }
      return try handle(error, f)
    }
    if case .next = flow, let otherwise { return try otherwise.execute(f) }
    return flow
  }

  /// Handles what the body raised, or raises what is left of it.
  func handle(_ error: Raised, _ f: Frame) throws(Raised) -> Flow {
    preconditionFailure("\(type(of: self)) must handle exceptions")
  }
}

/// `try … except … else`.
final class TryNode: HandlingNode {
  override func handle(_ error: Raised, _ f: Frame) throws(Raised) -> Flow { try handler.handle(error, f) }
}

/// `try … finally`.
final class FinallyNode: StatementNode {
  private let body: StatementNode
  private let finally: StatementNode

  init(_ body: StatementNode, finally: StatementNode) {
    self.body = body
    self.finally = finally
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    let flow: Flow
    do {
      flow = try body.execute(f)
    } catch {
      let interpreter = f.interpreter
      let outer = interpreter.handled
      interpreter.handled = error.exception
      defer { interpreter.handled = outer }
      let flow = try finally.execute(f)
      if case .next = flow { throw error }
      return flow
    }
    let after = try finally.execute(f)
    if case .next = after { return flow }
    if after != .return_ { f.dropResult() }
    return after
  }
}

/// `with context as target: body`, one context.
final class WithNode: StatementNode {
  private let context: ExpressionNode
  private let target: TargetNode?
  private let body: StatementNode

  init(_ context: ExpressionNode, _ target: TargetNode?, _ body: StatementNode) {
    self.context = context
    self.target = target
    self.body = body
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    let manager = try context.evaluate(f)
    if case .object(let object) = manager, object.kind == .native, let flow = try execute(object, manager, f) {
      return flow
    }
    let type = f.types.type(of: manager)
    guard let enter = type.special(.__enter__) else { throw missing("__enter__", manager, f) }
    guard let exit = type.special(.__exit__) else { throw missing("__exit__", manager, f) }
    f.enterCall(context.location)
    let entered: Value
    do { entered = try f.callUnbound(enter, manager) } catch { throw error.at(context.location, f) }
    let flow: Flow
    do {
      try target?.assign(entered, f)
      flow = try body.execute(f)
    } catch {
      if try suppresses(error.exception, exit, manager, f) { return .next }
      throw error
    }
    f.enterCall(context.location)
    do { _ = try f.callUnbound(exit, manager, .none, .none, .none) } catch { throw error.at(context.location, f) }
    return flow
  }

  /// As `execute`, for an object that needs no look-up; nil for others.
  private func execute(_ object: Object, _ manager: Value, _ f: Frame) throws(Raised) -> Flow? {
    f.enterCall(context.location)
    let entered: Value?
    do { entered = try object.enterBlock(f) } catch { throw error.at(context.location, f) }
    guard let entered else { return nil }
    let flow: Flow
    do {
      try target?.assign(entered, f)
      flow = try body.execute(f)
    } catch {
      guard let exit = f.types.type(of: manager).special(.__exit__) else { throw missing("__exit__", manager, f) }
      if try suppresses(error.exception, exit, manager, f) { return .next }
      throw error
    }
    f.enterCall(context.location)
    do { try object.leaveBlock(f) } catch { throw error.at(context.location, f) }
    return flow
  }

  /// Calls `__exit__` with the exception; whether it says that the exception is done with.
  private func suppresses(
    _ exception: ExceptionObject, _ exit: Value, _ manager: Value, _ f: Frame
  ) throws(Raised) -> Bool {
    let interpreter = f.interpreter
    let outer = interpreter.handled
    interpreter.handled = exception
    defer { interpreter.handled = outer }
    f.enterCall(context.location)
    do {
      let answer = try f.callUnbound(
        exit, manager, .object(exception.type), .object(exception), f.tracebackValue(of: exception))
      return try f.truth(answer)
    } catch {
      throw error.at(context.location, f)
    }
  }

  private func missing(_ name: String, _ manager: Value, _ f: Frame) -> Raised {
    var message = "'\(f.typeName(manager))' object does not support the context manager protocol"
    if name == "__exit__" { message += " (missed __exit__ method)" }
    return f.typeError(message).at(context.location, f)
  }
}

extension Frame {
  /// Calls a method found on a type, with its receiver.
  func callUnbound(_ method: Value, _ receiver: Value) throws(Raised) -> Value {
    if method.function != nil || method.builtin != nil { return try call(method, receiver) }
    return try call(bind(method, to: receiver))
  }

  func callUnbound(_ method: Value, _ receiver: Value, _ a: Value, _ b: Value, _ c: Value) throws(Raised) -> Value {
    if let builtin = method.builtin, case .four(let body) = builtin.body { return try body(self, receiver, a, b, c) }
    if method.function != nil || method.builtin != nil {
      return try call(method, CallArguments([receiver, a, b, c]))
    }
    return try call(bind(method, to: receiver), a, b, c)
  }
}
