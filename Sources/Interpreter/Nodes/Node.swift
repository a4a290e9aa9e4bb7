// The executable tree: an expression node yields a value, a statement node says how to go on.
import Syntax

/// What a statement did to the flow of control.
enum Flow {
  case next
  case break_
  case continue_
  /// The function ends; what it returns is the frame's result (``Frame/resultPlace``).
  case return_
}

/// An executable expression.
class ExpressionNode {
  final let location: Location

  init(_ location: Location) {
    self.location = location
  }

  func evaluate(_ f: Frame) throws(Raised) -> Value {
    preconditionFailure("\(type(of: self)) does not evaluate")
  }

  /// Where the value stands, for nodes that need not be evaluated to look at it.
  var place: Place? { nil }

  /// The truth of the value; comparisons answer without making a value.
  func test(_ f: Frame) throws(Raised) -> Bool {
    let value = try evaluate(f)
    if case .bool(let truth) = value { return truth }
    if case .int(let number) = value { return number != 0 }
    do { return try f.truth(value) } catch { throw error.at(location, f) }
  }
}

/// An executable statement.
class StatementNode {
  func execute(_ f: Frame) throws(Raised) -> Flow {
    preconditionFailure("\(type(of: self)) does not execute")
  }
}

extension Raised {
  /// The same error, once the traceback has an entry for the frame it is in.
  func at(_ location: Location, _ f: Frame) -> Raised {
    if exception.needsLocation {
      exception.addTraceback(f.code, location)
      exception.needsLocation = false
      if exception.context == nil, let handled = f.interpreter.handled { exception.setContext(handled) }
    }
    return self
  }
}
