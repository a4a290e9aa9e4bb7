// What all exceptions have: arguments, texts, chaining, notes, the traceback.

extension ExceptionType {
  static func defineBase(_ t: TypeBuilder) {
    t.method("__repr__", "self, /", .one(repr))
    t.method("__str__", "self, /", .one(str))
    t.method("__reduce__", "self, /", .one(reduce))
    t.method("__setstate__", "self, state, /", .two(setState))
    t.method("add_note", "self, object, /", .two(addNote))
    t.method("with_traceback", "self, object, /", .two(withTraceback))
    t.property("args", get: arguments, set: setArguments)
    t.property("__cause__", get: cause, set: setCause)
    t.property("__context__", get: context, set: setContext)
    t.property("__suppress_context__", get: suppressesContext, set: setSuppressesContext)
    t.property("__traceback__", get: traceback, set: setTraceback)
    t.property("__dict__", get: dictionary, set: setDictionary)
  }

  static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let exception = try exception(f, this, "__repr__")
    let name = exception.type.name.string
    if exception.arguments.items.count == 1 {
      return .text("\(name)(\(try f.repr(exception.arguments.items[0]).string))")
    }
    return .object(Str(name) + (try f.repr(.object(exception.arguments))))
  }

  static func str(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let exception = try exception(f, this, "__str__")
    switch exception.arguments.items.count {
    case 0: return .object(Str.empty)
    case 1: return .object(try f.str(exception.arguments.items[0]))
    default: return .object(try f.repr(.object(exception.arguments)))
    }
  }

  static func reduce(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let exception = try exception(f, this, "__reduce__")
    var parts: ContiguousArray<Value> = [.object(exception.type), .object(exception.arguments)]
    if let attributes = exception.attributes, attributes.count > 0 { parts.append(.object(attributes)) }
    return .tuple(parts)
  }

  private static func setState(_ f: Frame, _ this: Value, _ state: Value) throws(Raised) -> Value {
    if state.isNone { return .none }
    guard let dict = state.dict else { throw f.typeError("state is not a dictionary") }
    for item in dict.items {
      guard let name = item.key.str else { throw f.typeError("attribute name must be string") }
      try f.setAttribute(of: this, name, item.value)
    }
    return .none
  }

  private static func addNote(_ f: Frame, _ this: Value, _ note: Value) throws(Raised) -> Value {
    let exception = try exception(f, this, "add_note")
    guard note.payload.str != nil else { throw f.typeError("note must be a str, not '\(f.typeName(note))'") }
    let name = f.interpreter.names[.__notes__]
    if let notes = exception.attributes?[name] {
      guard let list = notes.payload.list else { throw f.typeError("Cannot add note: __notes__ is not a list") }
      list.items.append(note)
    } else {
      try f.setAttribute(of: this, name, .list([note]))
    }
    return .none
  }

  private static func withTraceback(_ f: Frame, _ this: Value, _ traceback: Value) throws(Raised) -> Value {
    _ = try setTraceback(f, this, traceback)
    return this
  }

  private static func arguments(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .object(try exception(f, this, "args").arguments)
  }

  private static func setArguments(_ f: Frame, _ this: Value, _ value: Value) throws(Raised) -> Value {
    try exception(f, this, "args").arguments = Tuple(try f.collect(value))
    return .none
  }

  private static func cause(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    try exception(f, this, "__cause__").cause
  }

  private static func setCause(_ f: Frame, _ this: Value, _ value: Value) throws(Raised) -> Value {
    guard value.isNone || value.exception != nil else {
      throw f.typeError("exception cause must be None or derive from BaseException")
    }
    try exception(f, this, "__cause__").setCause(value)
    return .none
  }

  private static func context(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    try exception(f, this, "__context__").context.map { .object($0) } ?? .none
  }

  private static func setContext(_ f: Frame, _ this: Value, _ value: Value) throws(Raised) -> Value {
    guard value.isNone || value.exception != nil else {
      throw f.typeError("exception context must be None or derive from BaseException")
    }
    try exception(f, this, "__context__").context = value.exception
    return .none
  }

  private static func suppressesContext(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .bool(try exception(f, this, "__suppress_context__").suppressesContext)
  }

  private static func setSuppressesContext(_ f: Frame, _ this: Value, _ value: Value) throws(Raised) -> Value {
    guard case .bool(let truth) = value else { throw f.typeError("attribute value type must be bool") }
    try exception(f, this, "__suppress_context__").suppressesContext = truth
    return .none
  }

  private static func traceback(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    f.tracebackValue(of: try exception(f, this, "__traceback__"))
  }

  private static func setTraceback(_ f: Frame, _ this: Value, _ value: Value) throws(Raised) -> Value {
    let exception = try exception(f, this, "__traceback__")
    if value.isNone {
      exception.traceback = []
    } else if let traceback = value.cast(.traceback, Traceback.self) {
      exception.traceback = Array(traceback.entries)
    } else {
      throw f.typeError("__traceback__ must be a traceback or None")
    }
    return .none
  }

  private static func dictionary(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let exception = try exception(f, this, "__dict__")
    if exception.attributes == nil { exception.attributes = Dict() }
    return .object(exception.attributes!)
  }

  private static func setDictionary(_ f: Frame, _ this: Value, _ value: Value) throws(Raised) -> Value {
    guard let dict = value.payload.dict else {
      throw f.typeError("__dict__ must be set to a dictionary, not a '\(f.typeName(value))'")
    }
    try exception(f, this, "__dict__").attributes = dict
    return .none
  }
}
