// The types of what can be called: functions of scripts, builtins, bound methods.

enum FunctionType {
  static func define(_ t: TypeBuilder) {
    t.final()
    t.method("__call__", "self, /, *args, **kwargs", .many(CallableMethods.call))
    t.method("__get__", "self, instance, owner=None, /", .three(CallableMethods.get))
    t.method("__repr__", "self, /", .one(repr))
    t.property("__name__", get: { f, this throws(Raised) in .object(try function(f, this, "__name__").name) }, set: setName)
    t.property(
      "__qualname__", get: { f, this throws(Raised) in .object(try function(f, this, "__qualname__").qualifiedName) },
      set: setQualifiedName)
    t.property("__module__", get: module, set: setModule)
    t.property(
      "__doc__", get: { f, this throws(Raised) in try function(f, this, "__doc__").documentation },
      set: { f, this, value throws(Raised) in
        try function(f, this, "__doc__").documentation = value
        return .none
      })
    t.property("__dict__", get: dictionary, set: setDictionary)
    t.property("__defaults__", get: defaults, set: setDefaults)
    t.property("__kwdefaults__", get: keywordDefaults, set: setKeywordDefaults)
    t.property("__annotations__", get: annotations, set: setAnnotations)
    t.property("__closure__", get: closure)
    t.property("__globals__") { f, this throws(Raised) in
      NamespaceView.value(try function(f, this, "__globals__").namespace, f)
    }
    t.property("__code__") { f, this throws(Raised) in .object(CodeObject(try function(f, this, "__code__").code)) }
    t.property(
      "__type_params__",
      get: { f, this throws(Raised) in
        try function(f, this, "__type_params__").knownRarities?.typeParameters ?? .tuple([])
      },
      set: { f, this, value throws(Raised) in
        guard value.payload.tuple != nil else { throw f.typeError("__type_params__ must be set to a tuple") }
        try function(f, this, "__type_params__").rarities.typeParameters = value
        return .none
      })
  }

  static func function(_ f: Frame, _ this: Value, _ name: String) throws(Raised) -> Function {
    guard let function = this.function else { throw f.wrongReceiver(this, name, of: "function") }
    return function
  }

  private static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .text("<function \(try function(f, this, "__repr__").qualifiedName.string) at \(f.address(this))>")
  }

  private static func setName(_ f: Frame, _ this: Value, _ value: Value) throws(Raised) -> Value {
    guard let name = value.payload.str else { throw f.typeError("__name__ must be set to a string object") }
    try function(f, this, "__name__").name = name
    return .none
  }

  private static func setQualifiedName(_ f: Frame, _ this: Value, _ value: Value) throws(Raised) -> Value {
    guard let name = value.payload.str else { throw f.typeError("__qualname__ must be set to a string object") }
    try function(f, this, "__qualname__").qualifiedName = name
    return .none
  }

  private static func module(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let function = try function(f, this, "__module__")
    return function.knownRarities?.moduleName ?? .object(function.namespace.name)
  }

  private static func setModule(_ f: Frame, _ this: Value, _ value: Value) throws(Raised) -> Value {
    try function(f, this, "__module__").rarities.moduleName = value
    return .none
  }

  private static func dictionary(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let function = try function(f, this, "__dict__")
    if function.attributes == nil { function.attributes = Dict() }
    return .object(function.attributes!)
  }

  private static func setDictionary(_ f: Frame, _ this: Value, _ value: Value) throws(Raised) -> Value {
    guard let dict = value.payload.dict else {
      throw f.typeError("__dict__ must be set to a dictionary, not a '\(f.typeName(value))'")
    }
    try function(f, this, "__dict__").attributes = dict
    return .none
  }

  private static func defaults(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let defaults = try function(f, this, "__defaults__").defaults
    return defaults.isEmpty ? .none : .tuple(defaults)
  }

  private static func setDefaults(_ f: Frame, _ this: Value, _ value: Value) throws(Raised) -> Value {
    let function = try function(f, this, "__defaults__")
    guard value.isNone || value.payload.tuple != nil else {
      throw f.typeError("__defaults__ must be set to a tuple object")
    }
    // More defaults than parameters: the last ones count.
    function.defaults = ContiguousArray((value.payload.tuple?.items ?? []).suffix(function.code.positionalCount))
    return .none
  }

  private static func keywordDefaults(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let function = try function(f, this, "__kwdefaults__")
    let defaults = Dict()
    for (index, value) in function.keywordDefaults.enumerated() where !value.isUnbound {
      defaults[function.code.slotNames[function.code.positionalCount + index]] = value
    }
    return defaults.count > 0 ? .object(defaults) : .none
  }

  private static func setKeywordDefaults(_ f: Frame, _ this: Value, _ value: Value) throws(Raised) -> Value {
    let function = try function(f, this, "__kwdefaults__")
    guard value.isNone || value.payload.dict != nil else {
      throw f.typeError("__kwdefaults__ must be set to a dict object")
    }
    for index in function.keywordDefaults.indices {
      let name = function.code.slotNames[function.code.positionalCount + index]
      function.keywordDefaults[index] = value.payload.dict?[name] ?? .unbound
    }
    return .none
  }

  private static func annotations(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let function = try function(f, this, "__annotations__")
    if function.annotations == nil { function.annotations = Dict() }
    return .object(function.annotations!)
  }

  private static func setAnnotations(_ f: Frame, _ this: Value, _ value: Value) throws(Raised) -> Value {
    guard value.isNone || value.payload.dict != nil else {
      throw f.typeError("__annotations__ must be set to a dict object")
    }
    try function(f, this, "__annotations__").annotations = value.payload.dict
    return .none
  }

  private static func closure(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let cells = try function(f, this, "__closure__").closure
    return cells.isEmpty ? .none : .tuple(ContiguousArray(cells.map { .object($0) }))
  }
}

/// A `code` object: what a function's `__code__` tells about it.
final class CodeObject: NativeObject {
  let code: FunctionCode
  /// What `compile` made it of; nil for the code of a function.
  let program: Program?

  init(_ code: FunctionCode, program: Program? = nil) {
    self.code = code
    self.program = program
  }

  override func nativeType(_ types: Types) -> TypeObject {
    types.native(named: "code", CodeObject.define)
  }

  private static func define(_ t: TypeBuilder) {
    t.final()
    func attribute(_ name: String, _ value: @escaping (FunctionCode) -> Value) {
      t.property(name) { f, this throws(Raised) in
        guard let object = this.native(CodeObject.self) else { throw f.wrongReceiver(this, name, of: "code") }
        return value(object.code)
      }
    }
    attribute("co_name") { .object($0.name) }
    attribute("co_qualname") { .object($0.qualifiedName) }
    attribute("co_filename") { .text($0.file.path) }
    attribute("co_firstlineno") { .int($0.file.line(at: Int($0.range.start))) }
    attribute("co_argcount") { .int($0.positionalCount) }
    attribute("co_posonlyargcount") { .int($0.positionalOnlyCount) }
    attribute("co_kwonlyargcount") { .int($0.keywordOnlyCount) }
    attribute("co_nlocals") { .int($0.slotCount - $0.freeSlots.count) }
    attribute("co_varnames") { code in
      let free = Set(code.freeSlots)
      return .tuple(ContiguousArray(code.slotNames.indices.filter { !free.contains($0) }.map { .object(code.slotNames[$0]) }))
    }
    attribute("co_freevars") { code in .tuple(ContiguousArray(code.freeSlots.map { .object(code.slotNames[$0]) })) }
    attribute("co_flags") { code in
      .int(3 | (code.hasStarred ? 4 : 0) | (code.hasDoubleStarred ? 8 : 0) | (code.isGenerator ? 32 : 0))
    }
    t.method(
      "__repr__", "self, /",
      .one { f, this throws(Raised) in
        guard let code = this.native(CodeObject.self)?.code else { throw f.wrongReceiver(this, "__repr__", of: "code") }
        let line = code.file.line(at: Int(code.range.start))
        return .text(
          "<code object \(code.name.string) at \(f.address(this)), file \"\(code.file.path)\", line \(line)>")
      })
  }
}

enum BoundMethodType {
  static func define(_ t: TypeBuilder) {
    t.final()
    t.new("function, instance, /", new)
    t.method("__call__", "self, /, *args, **kwargs", .many(CallableMethods.call))
    t.method("__get__", "self, instance, owner=None, /", .three { _, this, _, _ throws(Raised) in this })
    t.method("__repr__", "self, /", .one(repr))
    t.comparisons([.equal, .notEqual])
    t.hashing()
    t.property("__func__", get: { f, this throws(Raised) in try method(f, this, "__func__").function })
    t.property("__self__", get: { f, this throws(Raised) in try method(f, this, "__self__").receiver })
    t.property("__doc__") { f, this throws(Raised) in
      try f.attribute(of: method(f, this, "__doc__").function, f.interpreter.names[.__doc__])
    }
  }

  private static func method(_ f: Frame, _ this: Value, _ name: String) throws(Raised) -> BoundMethod {
    guard let method = this.boundMethod else { throw f.wrongReceiver(this, name, of: "method") }
    return method
  }

  private static func new(_ f: Frame, _ cls: TypeObject, _ arguments: Arguments) throws(Raised) -> Value {
    if !f.isCallable(arguments[0]) { throw f.typeError("first argument must be callable") }
    if arguments[1].isNone { throw f.typeError("instance must not be None") }
    return .object(BoundMethod(function: arguments[0], receiver: arguments[1]))
  }

  private static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let method = try method(f, this, "__repr__")
    let name = try f.optionalAttribute(of: method.function, f.interpreter.names[.__qualname__])?.payload.str?.string
    return .text("<bound method \(name ?? "?") of \(try f.repr(method.receiver).string)>")
  }
}

/// What all callables have in common.
enum CallableMethods {
  static func call(_ f: Frame, _ arguments: Arguments) throws(Raised) -> Value {
    try f.call(
      arguments[0], CallArguments(arguments.starred(1), keywords: arguments.doubleStarred(2).keywordList))
  }

  static func get(_ f: Frame, _ this: Value, _ instance: Value, _ owner: Value) throws(Raised) -> Value {
    instance.isNone && !owner.isNone && owner.type !== f.types.none ? this : try f.bind(this, to: instance)
  }
}
