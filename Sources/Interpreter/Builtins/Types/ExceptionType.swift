// The exception types: what all have, and how each reads the arguments that it is made from.

enum ExceptionType {
  /// Fills the type of a built-in exception.
  static func define(_ exception: BuiltinException, _ t: TypeBuilder) {
    let initialize = initializer(of: exception)
    let name = exception.rawValue
    t.blank { _, cls throws(Raised) in .object(ExceptionObject(cls)) }
    t.new("*args, **kwargs") { f, cls, arguments throws(Raised) in
      let made = ExceptionObject(choose(cls, arguments.starred(0), f), arguments.starred(0))
      if made.isGroup(f) { try readGroup(f, made) }
      try initialize(f, made, KeywordDetails(arguments.doubleStarred(1), of: name))
      return .object(made)
    }
    if !readsArguments(exception) {
      let type = t.type
      t.newFromOne { [unowned type] _, argument throws(Raised) in .object(ExceptionObject(type, argument: argument)) }
    }
    if exception == .BaseException { defineBase(t) }
    if definesInitializer(exception) {
      t.method(
        "__init__", "self, /, *args, **kwargs",
        .many { f, arguments throws(Raised) in
          let this = try ExceptionType.exception(f, arguments[0], "__init__")
          this.arguments = Tuple(arguments.starred(1))
          try initialize(f, this, KeywordDetails(arguments.doubleStarred(2), of: name))
          return .none
        })
    }
    defineDetails(exception, t)
  }

  /// Reads an exception's arguments into its details.
  typealias Initialize = (Frame, ExceptionObject, KeywordDetails) throws(Raised) -> Void

  private static func definesInitializer(_ exception: BuiltinException) -> Bool {
    switch exception {
    case .BaseException, .OSError, .ImportError, .NameError, .AttributeError, .SyntaxError,
      .UnicodeDecodeError, .UnicodeEncodeError, .UnicodeTranslateError, .BaseExceptionGroup:
      true
    default: false
    }
  }

  /// Whether the type does more with its arguments than keep them.
  private static func readsArguments(_ exception: BuiltinException) -> Bool {
    if exception == .BaseException { return false }
    if definesInitializer(exception) || [.StopIteration, .SystemExit].contains(exception) { return true }
    return exception.base.map(readsArguments) ?? false
  }

  /// How the type, or the nearest base that differs from BaseException, reads its arguments.
  private static func initializer(of exception: BuiltinException) -> Initialize {
    switch exception {
    case .NameError:
      { f, this, keywords throws(Raised) in try keywords.read(["name"], into: this, f) }
    case .AttributeError:
      { f, this, keywords throws(Raised) in try keywords.read(["name", "obj"], into: this, f) }
    case .ImportError:
      { f, this, keywords throws(Raised) in
        try keywords.read(["name", "path", "name_from"], into: this, f)
      }
    case .OSError: readOSError
    case .SyntaxError: readSyntaxError
    case .UnicodeDecodeError, .UnicodeEncodeError:
      { f, this, keywords throws(Raised) in
        try keywords.refuseAll(f)
        try checkUnicodeError(f, this, encodingDetails)
      }
    case .UnicodeTranslateError:
      { f, this, keywords throws(Raised) in
        try keywords.refuseAll(f)
        try checkUnicodeError(f, this, translationDetails)
      }
    default:
      if let base = exception.base {
        initializer(of: base)
      } else {
        { f, _, keywords throws(Raised) in try keywords.refuseAll(f) }
      }
    }
  }

  /// The type that a call of `cls` makes: an OSError with an errno is one of OSError's own subclasses.
  private static func choose(_ cls: TypeObject, _ arguments: ContiguousArray<Value>, _ f: Frame) -> TypeObject {
    if cls === f.types[.OSError], (2...5).contains(arguments.count), case .int(let code) = arguments[0] {
      return f.types[osErrorType(Int32(truncatingIfNeeded: code))]
    }
    return cls
  }

  /// The receiver of a method of exceptions.
  static func exception(_ f: Frame, _ this: Value, _ method: String) throws(Raised) -> ExceptionObject {
    guard let exception = this.exception else { throw f.wrongReceiver(this, method, of: "BaseException") }
    return exception
  }
}

/// The keyword arguments that an exception was made with.
struct KeywordDetails {
  private let given: Dict
  private let typeName: String

  init(_ given: Dict, of typeName: String) {
    self.given = given
    self.typeName = typeName
  }

  /// Raises TypeError where there are any.
  func refuseAll(_ f: Frame) throws(Raised) {
    if given.count > 0 { throw f.typeError("\(typeName)() takes no keyword arguments") }
  }

  /// Stores those that the type knows as details. Raises TypeError for others.
  func read(_ names: [String], into exception: ExceptionObject, _ f: Frame) throws(Raised) {
    for name in given.textKeys where !names.contains(name) {
      throw f.typeError("\(typeName)() got an unexpected keyword argument '\(name)'")
    }
    for name in names {
      if let value = given[f.interpreter.intern(name)] { exception[detail: name] = value }
    }
  }
}
