// Exceptions, and the Swift error that carries one.
import Syntax

/// The Swift error that unwinds while a Python exception looks for its handler.
public struct Raised: Error {
  public let exception: ExceptionObject

  public init(_ exception: ExceptionObject) {
    self.exception = exception
  }
}

/// An exception.
public final class ExceptionObject: Object {
  /// A frame that the exception passed through.
  struct TracebackEntry {
    let code: FunctionCode
    let location: Location
  }

  public internal(set) var type: TypeObject
  public var arguments: Tuple
  /// Attributes that scripts, or the types' constructors, set; made when first needed.
  public var attributes: Dict?
  public var cause: Value = .none
  public var context: ExceptionObject?
  var suppressesContext = false
  /// The frames it passed, innermost first.
  var traceback: [TracebackEntry] = []
  /// Whether the frame where it now is has still to be added to the traceback.
  var needsLocation = true
  /// Text that stands for the traceback in the place of entries: an exception that came from another process.
  public var foreignTraceback: String?

  public init(_ type: TypeObject, _ arguments: ContiguousArray<Value> = []) {
    self.type = type
    self.arguments = Tuple(arguments)
    super.init(kind: .exception)
  }
}

/// Where a node stands: its range and, inside it, what the traceback marks with `^`.
public struct Location {
  public let range: SourceRange
  /// The operator or the call's parentheses; nil marks the whole range.
  public let anchor: SourceRange?

  public init(_ range: SourceRange, anchor: SourceRange? = nil) {
    self.range = range
    self.anchor = anchor
  }
}
