// What can be called besides types: functions, builtins, and methods bound to their receiver.
import CPosixShim
import Syntax

/// A function that a script defined.
public final class Function: Object {
  let code: FunctionCode
  var name: Str
  var qualifiedName: Str
  /// Values of the last positional parameters that have a default.
  var defaults: ContiguousArray<Value>
  /// Defaults of keyword-only parameters, unbound where there is none.
  var keywordDefaults: ContiguousArray<Value>
  /// The cells of the enclosing functions' variables, in the order of the code's `freeSlots`.
  let closure: ContiguousArray<Cell>
  let namespace: Namespace
  /// `__dict__`, made when first needed.
  var attributes: Dict?
  var documentation: Value
  /// `__annotations__`, made when first needed.
  var annotations: Dict?
  /// What few functions have, made when first set.
  private var details: Rarities?

  init(
    code: FunctionCode, name: Str, qualifiedName: Str, defaults: ContiguousArray<Value>,
    keywordDefaults: ContiguousArray<Value>, closure: ContiguousArray<Cell>, namespace: Namespace
  ) {
    self.code = code
    self.name = name
    self.qualifiedName = qualifiedName
    self.defaults = defaults
    self.keywordDefaults = keywordDefaults
    self.closure = closure
    self.namespace = namespace
    documentation = code.documentation
    super.init(kind: .function)
  }

  /// `__module__`, where a script has set it, and `__type_params__`.
  final class Rarities {
    var moduleName: Value?
    var typeParameters = Value.tuple([])
  }

  /// To be written; see `knownRarities` for a look that makes nothing.
  var rarities: Rarities {
    if let details { return details }
    let made = Rarities()
    details = made
    return made
  }

  var knownRarities: Rarities? { details }

  deinit {
    if ppd_stack_is_low() {
      LateReleases.add {
        $0 = defaults + keywordDefaults + [Value(attributes)]
        (defaults, keywordDefaults, attributes) = ([], [], nil)
      }
    }
  }

  /// Lets go of what a script has set of a function that only garbage refers to.
  func letGo() {
    (attributes, annotations, details) = (nil, nil, nil)
  }

  /// Whether that many positional arguments fit, as they stand or with defaults after them.
  @inline(__always)
  func takes(_ given: Int) -> Bool {
    let code = code
    guard code.takesOnlyPositions, given <= code.positionalCount else { return false }
    return given == code.positionalCount || given &+ defaults.count >= code.positionalCount
  }

  /// Puts defaults into the slots of the positional parameters that no argument was given for. Raises TypeError where
  /// there are none any more: evaluating the arguments may have changed them.
  @inline(__always)
  func fillDefaults(_ slots: UnsafeMutablePointer<Value>, given: Int, _ f: Frame) throws(Raised) {
    if given < code.positionalCount { try fillMissing(slots, given: given, f) }
  }

  private func fillMissing(_ slots: UnsafeMutablePointer<Value>, given: Int, _ f: Frame) throws(Raised) {
    let count = code.positionalCount
    guard takes(given) else {
      let values = ContiguousArray(UnsafeMutableBufferPointer(start: slots, count: given))
      slots.deinitialize(count: given)
      _ = try ArgumentBinding(self, f).bind(CallArguments(values))
      return
    }
    for index in given..<count { (slots + index).initialize(to: defaults[index - count + defaults.count]) }
  }
}

/// A method with its receiver: `object.method`.
public final class BoundMethod: Object {
  public let function: Value
  public let receiver: Value

  public init(function: Value, receiver: Value) {
    self.function = function
    self.receiver = receiver
    super.init(kind: .boundMethod)
  }
}

/// A variable that closures share, or a module's global.
public final class Cell: Object {
  public var value: Value

  public init(_ value: Value = .unbound) {
    self.value = value
    super.init(kind: .cell)
  }

  deinit {
    if ppd_stack_is_low() { LateReleases.add { $0 = [value]; value = .unbound } }
  }

  /// Where `value` stands: a stored property of a final class stays at its address as long as the object lives.
  @inline(__always)
  var place: UnsafeMutablePointer<Value> {
    withUnsafeMutablePointer(to: &value) { $0 }
  }
}

/// A function written in Swift.
public final class Builtin: Object {
  /// The Swift function, by the number of arguments it takes. A fixed one gets `unbound` for each omitted optional.
  public enum Body {
    case zero((Frame) throws(Raised) -> Value)
    case one((Frame, Value) throws(Raised) -> Value)
    case two((Frame, Value, Value) throws(Raised) -> Value)
    case three((Frame, Value, Value, Value) throws(Raised) -> Value)
    case four((Frame, Value, Value, Value, Value) throws(Raised) -> Value)
    /// Any signature: the values of its parameters in order. (A fixed one may have any signature, too, but is then
    /// called like this.)
    case many((Frame, Arguments) throws(Raised) -> Value)
  }

  /// Takes the arguments of a call without keywords as they stand, a method's receiver first.
  public typealias DirectBody = (Frame, ContiguousArray<Value>) throws(Raised) -> Value

  public let name: Str
  /// The type that the method belongs to, for messages; nil for a function.
  public internal(set) var owner: String?
  /// The type whose `__new__` it is; nil for others.
  var constructs: TypeObject?
  /// The module that `repr` and pickles name.
  public internal(set) var moduleName: String?
  public let body: Body
  /// The same as `body` for calls without keywords, where those are many: no argument list is made for it.
  let direct: DirectBody?
  /// The parameters as written, e.g. `iterable, /, *, key=None, reverse=False`.
  public let signatureText: String
  /// The parsed parameters, from the first call that needs them.
  lazy var signature = Signature(parsing: signatureText)
  /// The number of arguments that `body` takes without looking at the signature, -1 for `many`.
  let arity: Int
  /// How many of those must be given.
  let required: Int
  /// Whether attribute access on an instance binds the receiver (methods do, functions don't).
  public let isMethod: Bool

  /// - Parameter signature: as Python would print it, without parentheses. Parameters before `/` are
  ///   positional-only; a parameter with `=` is optional and reaches the body as `unbound` when not given.
  public init(
    _ name: String, _ signature: String, isMethod: Bool = false, _ body: Body,
    direct: DirectBody? = nil
  ) {
    self.direct = direct
    self.name = Str(name)
    signatureText = signature
    let (hasStar, optional) = Builtin.scan(signature)
    self.body = hasStar ? body.readingArguments : body
    self.isMethod = isMethod
    switch self.body {
    case .zero: arity = 0
    case .one: arity = 1
    case .two: arity = 2
    case .three: arity = 3
    case .four: arity = 4
    case .many: arity = -1
    }
    required = arity < 0 ? -1 : arity - optional
    super.init(kind: .builtin)
  }

  /// Whether that many positional arguments fit without a look at the signature.
  @inline(__always)
  func takes(_ given: Int) -> Bool { given <= arity && given >= required }

  /// Whether a signature has a star, and how many parameters it says may be omitted.
  private static func scan(_ signature: String) -> (hasStar: Bool, optional: Int) {
    var signature = signature
    return signature.withUTF8 { text in
      var hasStar = false
      var optional = 0
      for byte in text {
        if byte == UInt8(ascii: "*") { hasStar = true }
        if byte == UInt8(ascii: "=") { optional += 1 }
      }
      return (hasStar, optional)
    }
  }
}

extension Builtin.Body {
  /// The same with its arguments read by the signature, which `*args`, `**kwargs` and keyword-only parameters need.
  fileprivate var readingArguments: Builtin.Body {
    switch self {
    case .zero(let body): .many { f, _ throws(Raised) in try body(f) }
    case .one(let body): .many { f, a throws(Raised) in try body(f, a[0]) }
    case .two(let body): .many { f, a throws(Raised) in try body(f, a[0], a[1]) }
    case .three(let body): .many { f, a throws(Raised) in try body(f, a[0], a[1], a[2]) }
    case .four(let body): .many { f, a throws(Raised) in try body(f, a[0], a[1], a[2], a[3]) }
    case .many: self
    }
  }
}
