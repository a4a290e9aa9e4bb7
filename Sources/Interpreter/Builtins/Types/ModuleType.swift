// The types of modules, cells and generators.

enum ModuleType {
  static func define(_ t: TypeBuilder) {
    t.new("name, doc=None", new)
    t.method("__repr__", "self, /", .one(repr))
    t.property("__dict__", get: dictionary)
  }

  private static func new(_ f: Frame, _ cls: TypeObject, _ arguments: Arguments) throws(Raised) -> Value {
    guard let name = arguments[0].payload.str else {
      throw f.typeError("module() argument 'name' must be str, not \(f.typeName(arguments[0]))")
    }
    let key = f.interpreter.intern(name)
    let module = ModuleObject(name: key, namespace: Namespace(name: key), isBuiltin: false)
    module.namespace[f.interpreter.names[.__name__]] = .object(key)
    module.namespace[f.interpreter.names[.__doc__]] = arguments[1].isUnbound ? .none : arguments[1]
    return .object(module)
  }

  private static func module(_ f: Frame, _ this: Value, _ name: String) throws(Raised) -> ModuleObject {
    guard let module = this.payload.module else { throw f.wrongReceiver(this, name, of: "module") }
    return module
  }

  private static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let module = try module(f, this, "__repr__")
    let name = module.name.string
    if let file = module.namespace[f.interpreter.names[.__file__]]?.str {
      return .text("<module '\(name)' from \(try f.repr(.object(file)).string)>")
    }
    return .text(module.isBuiltin ? "<module '\(name)' (built-in)>" : "<module '\(name)'>")
  }

  private static func dictionary(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let dict = Dict()
    for binding in try module(f, this, "__dict__").namespace.bindings { dict[binding.name] = binding.value }
    return .object(dict)
  }
}

enum CellType {
  static func define(_ t: TypeBuilder) {
    t.final()
    t.new("contents=None, /") { _, _, arguments throws(Raised) in .object(Cell(arguments[0])) }
    t.property("cell_contents", get: contents, set: setContents)
    t.method("__repr__", "self, /", .one(repr))
  }

  private static func cell(_ f: Frame, _ this: Value) throws(Raised) -> Cell {
    guard let cell = this.cast(.cell, Cell.self) else { throw f.wrongReceiver(this, "cell_contents", of: "cell") }
    return cell
  }

  private static func contents(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let value = try cell(f, this).value
    if value.isUnbound { throw f.valueError("cell is empty") }
    return value
  }

  private static func setContents(_ f: Frame, _ this: Value, _ value: Value) throws(Raised) -> Value {
    try cell(f, this).value = value
    return .none
  }

  private static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let value = try cell(f, this).value
    if value.isUnbound { return .text("<cell at \(f.address(this)): empty>") }
    return .text("<cell at \(f.address(this)): \(f.typeName(value)) object at \(f.address(value))>")
  }
}

enum GeneratorType {
  static func define(_ t: TypeBuilder) {
    t.final()
    t.method("__iter__", "self, /", .one { _, this throws(Raised) in this })
    t.method("__next__", "self, /", .one { f, this throws(Raised) in
      try generator(f, this, "__next__").send(f, .none)
    })
    t.method("send", "self, value, /", .two { f, this, value throws(Raised) in
      try generator(f, this, "send").send(f, value)
    })
    t.method("throw", "self, typ, val=None, tb=None, /", .many(raise))
    t.method("close", "self, /", .one { f, this throws(Raised) in try generator(f, this, "close").close(f) })
    t.method("__repr__", "self, /", .one(repr))
    t.property("gi_frame", get: frame)
    t.property("gi_yieldfrom", get: { _, _ throws(Raised) in .none })
    t.property("gi_suspended") { f, this throws(Raised) in
      let generator = try generator(f, this, "gi_suspended")
      return .bool(generator.hasStarted && !generator.isRunning && !generator.isFinished)
    }
    t.property("gi_running", get: { f, this throws(Raised) in .bool(try generator(f, this, "gi_running").isRunning) })
    t.property("gi_code") { f, this throws(Raised) in
      .object(CodeObject(try generator(f, this, "gi_code").function.code))
    }
    t.property(
      "__name__",
      get: { f, this throws(Raised) in
        let generator = try generator(f, this, "__name__")
        return .object(generator.ownName ?? generator.function.name)
      },
      set: { f, this, name throws(Raised) in
        try generator(f, this, "__name__").ownName = text(name, "__name__", f)
        return .none
      })
    t.property(
      "__qualname__", get: { f, this throws(Raised) in .object(qualifiedName(try generator(f, this, "__qualname__"))) },
      set: { f, this, name throws(Raised) in
        try generator(f, this, "__qualname__").ownQualifiedName = text(name, "__qualname__", f)
        return .none
      })
  }

  private static func qualifiedName(_ generator: Generator) -> Str {
    generator.ownQualifiedName ?? generator.function.qualifiedName
  }

  private static func text(_ value: Value, _ name: String, _ f: Frame) throws(Raised) -> Str {
    guard let text = value.payload.str else { throw f.typeError("\(name) must be set to a string object") }
    return text
  }

  private static func generator(_ f: Frame, _ this: Value, _ name: String) throws(Raised) -> Generator {
    guard let generator = this.cast(.generator, Generator.self) else {
      throw f.wrongReceiver(this, name, of: "generator")
    }
    return generator
  }

  /// What the body's frame tells; None once the body has ended.
  private static func frame(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let generator = try generator(f, this, "gi_frame")
    if generator.isFinished { return .none }
    let code = generator.function.code
    return .object(FrameRecord(.init(code: code, location: Location(code.range))))
  }

  /// `throw(exception)`, or the older `throw(type, value, traceback)`.
  private static func raise(_ f: Frame, _ arguments: Arguments) throws(Raised) -> Value {
    let generator = try generator(f, arguments[0], "throw")
    let exception: ExceptionObject
    if let given = arguments[1].exception {
      if !arguments[2].isUnbound, !arguments[2].isNone {
        throw f.typeError("instance exception may not have a separate value")
      }
      exception = given
    } else if let type = arguments[1].type, type.isException {
      exception = try f.makeException(type, arguments[2])
    } else {
      throw f.typeError(
        "exceptions must be classes or instances deriving from BaseException, not \(f.typeName(arguments[1]))")
    }
    exception.needsLocation = true
    return try generator.throwIn(f, exception)
  }

  private static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let name = qualifiedName(try generator(f, this, "__repr__")).string
    return .text("<generator object \(name) at \(f.address(this))>")
  }
}

extension Frame {
  /// The exception of a type and a value, which may be one of it already, its arguments, or nothing.
  fileprivate func makeException(_ type: TypeObject, _ value: Value) throws(Raised) -> ExceptionObject {
    if let exception = value.exception, exception.type.isSubtype(of: type) { return exception }
    let arguments: ContiguousArray<Value> = value.isUnbound || value.isNone ? [] : value.tuple?.items ?? [value]
    guard let exception = try call(.object(type), CallArguments(arguments)).exception else {
      throw typeError("calling \(type.name.string) should have returned an instance of BaseException")
    }
    return exception
  }
}
