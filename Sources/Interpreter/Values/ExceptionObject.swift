// Exceptions, and the Swift error that carries one.
import CPosixShim
import Syntax

/// The Swift error that unwinds while a Python exception looks for its handler.
///
/// Errors must be Sendable; this one stays in the interpreter's only thread.
public struct Raised: Error, @unchecked Sendable {
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
  /// The argument of an exception that was made with just one, until somebody asks for them all: most are raised,
  /// handled and forgotten without a tuple.
  private var onlyArgument = Value.unbound
  private var argumentTuple: Tuple?
  /// Attributes that scripts set; made when first needed.
  public var attributes: Dict?
  /// What its built-in type keeps beside the arguments: `errno`, `name`, `value` …; made when first needed.
  private var details: Dict?
  public var cause: Value = .none
  public var context: ExceptionObject?
  var suppressesContext = false
  /// The innermost frame that it passed, and the others from there outwards: one alone takes no array.
  private var innermostEntry: TracebackEntry?
  private var outerEntries: [TracebackEntry] = []
  /// Whether the frame where it now is has still to be added to the traceback.
  var needsLocation = true
  /// Text that stands for the traceback in the place of entries: an exception that came from another process.
  public var foreignTraceback: String?
  /// The known name that a report offers for one that was not found; asked for only when a report is made.
  var suggestion: ((Frame) -> String?)?

  public init(_ type: TypeObject, _ arguments: ContiguousArray<Value> = []) {
    self.type = type
    if !arguments.isEmpty { argumentTuple = Tuple(arguments) }
    super.init(kind: .exception)
  }

  public init(_ type: TypeObject, argument: Value) {
    self.type = type
    onlyArgument = argument
    super.init(kind: .exception)
  }

  /// What it was made from, `args`.
  public var arguments: Tuple {
    get {
      if let argumentTuple { return argumentTuple }
      let made = Tuple(onlyArgument.isUnbound ? [] : [onlyArgument])
      self.arguments = made
      return made
    }
    set {
      argumentTuple = newValue
      onlyArgument = .unbound
    }
  }

  /// The frames it passed, innermost first.
  var traceback: [TracebackEntry] {
    get { innermostEntry.map { [$0] + outerEntries } ?? [] }
    set {
      innermostEntry = newValue.first
      outerEntries = Array(newValue.dropFirst())
    }
  }

  var hasTraceback: Bool { innermostEntry != nil }

  /// Notes that it passed a frame.
  func addTraceback(_ code: FunctionCode, _ location: Location) {
    let entry = TracebackEntry(code: code, location: location)
    if innermostEntry == nil { innermostEntry = entry } else { outerEntries.append(entry) }
  }

  /// A detail by its attribute's name; nil where it was never given. Some are just an argument by its place.
  public subscript(detail name: String) -> Value? {
    get { details?[type.interpreter.intern(name)] ?? ExceptionType.argument(name, of: self) }
    set {
      if details == nil { details = Dict() }
      details![type.interpreter.intern(name)] = newValue
    }
  }

  /// Makes `handled`, during whose handling this exception was raised, its context. The chain stays free of cycles.
  func setContext(_ handled: ExceptionObject) {
    if handled === self { return }
    var link = handled
    var visited: Set<ObjectIdentifier> = []
    while let next = link.context, visited.insert(ObjectIdentifier(link)).inserted {
      if next === self {
        link.context = nil
        break
      }
      link = next
    }
    context = handled
  }

  /// Sets what `raise … from cause` names.
  func setCause(_ cause: Value) {
    self.cause = cause
    suppressesContext = true
  }

  deinit {
    if ppd_stack_is_low() {
      LateReleases.add {
        $0 = [onlyArgument, Value(argumentTuple), Value(attributes), Value(details), cause, Value(context)]
        (onlyArgument, argumentTuple, attributes, details, cause, context) = (.unbound, nil, nil, nil, .none, nil)
      }
    }
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

/// A `traceback`: the frames that an exception passed, from one of them inwards.
public final class Traceback: Object {
  /// Innermost first, as the exception has them; the traceback's own frame is the last.
  let entries: ArraySlice<ExceptionObject.TracebackEntry>

  init(_ entries: ArraySlice<ExceptionObject.TracebackEntry>) {
    self.entries = entries
    super.init(kind: .traceback)
  }
}
