// The type `type`: what classes themselves can do.

enum TypeType {
  static func define(_ t: TypeBuilder) {
    t.new("*args, **kwargs", new)
    t.method("__call__", "self, /, *args, **kwargs", .many(call))
    t.method("__init__", "self, /, *args, **kwargs", .many(initialize))
    t.classMethod("__prepare__", "cls, /, *args, **kwargs", .many { _, _ throws(Raised) in .object(Dict()) })
    t.method("__repr__", "self, /", .one(repr))
    t.method("__or__", "self, value, /", .two(UnionType.join))
    t.method("__ror__", "self, value, /", .two { f, this, other throws(Raised) in try UnionType.join(f, other, this) })
    t.method("__instancecheck__", "self, instance, /", .two(isInstance))
    t.method("__subclasscheck__", "self, subclass, /", .two(isSubclass))
    t.method("__subclasses__", "self, /", .one(subclasses))
    t.method("__dir__", "self, /", .one(attributeNames))
    t.method("mro", "self, /", .one { f, this throws(Raised) in .list(objects(try type(f, this, "mro").mro)) })
    t.property("__name__", get: { f, this throws(Raised) in .object(try type(f, this, "__name__").name) }, set: setName)
    t.property(
      "__qualname__", get: { f, this throws(Raised) in .object(try type(f, this, "__qualname__").qualifiedName) },
      set: setQualifiedName)
    t.property("__module__", get: module, set: setModule)
    t.property("__doc__", get: documentation, set: setDocumentation)
    t.property("__dict__") { f, this throws(Raised) in
      .object(MappingProxy(.object(try type(f, this, "__dict__").attributes)))
    }
    t.property("__bases__", get: { f, this throws(Raised) in .tuple(objects(try type(f, this, "__bases__").bases)) })
    t.property("__base__") { f, this throws(Raised) in
      try type(f, this, "__base__").bases.first.map { .object($0) } ?? .none
    }
    t.property("__mro__", get: { f, this throws(Raised) in .tuple(objects(try type(f, this, "__mro__").mro)) })
    t.property("__annotations__", get: annotations, set: setAnnotations)
    t.property("__abstractmethods__", get: abstractMethods, set: setAbstractMethods)
    t.property("__type_params__") { f, this throws(Raised) in
      try type(f, this, "__type_params__").attributes[f.interpreter.names[.__type_params__]] ?? .tuple([])
    }
    func method(_ name: SpecialName) -> Value { t.type.attributes[t.interpreter.names[name]] ?? .none }
    t.interpreter.typeCall = method(.__call__)
    t.interpreter.typeInstanceCheck = method(.__instancecheck__)
    t.interpreter.typeSubclassCheck = method(.__subclasscheck__)
  }

  private static func objects(_ types: [TypeObject]) -> ContiguousArray<Value> {
    ContiguousArray(types.map { .object($0) })
  }

  static func type(_ f: Frame, _ this: Value, _ method: String) throws(Raised) -> TypeObject {
    guard let type = this.type else { throw f.wrongReceiver(this, method, of: "type") }
    return type
  }

  // MARK: Making

  /// `type(name, bases, namespace)`, and `type.__new__(metaclass, name, bases, namespace)`. (`type(x)` is answered
  /// where types are called.)
  private static func new(_ f: Frame, _ cls: TypeObject, _ arguments: Arguments) throws(Raised) -> Value {
    let given = arguments.starred(0)
    guard given.count == 3 else {
      throw f.typeError("type.__new__() takes exactly 3 arguments (\(given.count) given)")
    }
    guard let name = given[0].payload.str else {
      throw f.typeError("type.__new__() argument 1 must be str, not \(f.typeName(given[0]))")
    }
    if name.string.unicodeScalars.contains("\0") { throw f.valueError("type name must not contain null characters") }
    guard let bases = given[1].payload.tuple else {
      throw f.typeError("type.__new__() argument 2 must be tuple, not \(f.typeName(given[1]))")
    }
    guard let namespace = given[2].payload.dict else {
      throw f.typeError("type.__new__() argument 3 must be dict, not \(f.typeName(given[2]))")
    }
    let keywords = arguments.doubleStarred(1).keywordList
    // A base may have a more derived metaclass with a `__new__` of its own.
    let metaclass = try f.mostDerivedMetaclass(cls, bases.items)
    if metaclass !== cls, let new = metaclass.special(.__new__), !metaclass.isMadeNatively(by: new) {
      return try f.call(f.bind(new, to: .unbound), CallArguments([.object(metaclass)] + given, keywords: keywords))
    }
    return .object(
      try f.makeClass(name: name, bases: bases.items, namespace: namespace, keywords: keywords, metaclass: metaclass))
  }

  private static func initialize(_ f: Frame, _ arguments: Arguments) throws(Raised) -> Value {
    let given = arguments.starred(1).count
    if given != 1, given != 3 { throw f.typeError("type.__init__() takes 1 or 3 arguments") }
    if given == 1, arguments.doubleStarred(2).count > 0 {
      throw f.typeError("type.__init__() takes no keyword arguments")
    }
    return .none
  }

  private static func call(_ f: Frame, _ arguments: Arguments) throws(Raised) -> Value {
    try f.instantiate(
      type(f, arguments[0], "__call__"),
      CallArguments(arguments.starred(1), keywords: arguments.doubleStarred(2).keywordList))
  }

  // MARK: Subscripts

  /// `cls[key]`: `__class_getitem__`, or an alias of a built-in container (`list[int]`).
  static func item(_ type: TypeObject, _ key: Value, _ f: Frame) throws(Raised) -> Value {
    if let metatype = type.metatype, let method = metatype.special(.__getitem__) {
      return try f.call(method, .object(type), key)
    }
    if let method = type.special(.__class_getitem__) { return try f.call(f.bind(method, to: .unbound, type), key) }
    let generic: [Object.Kind] = [.list, .dict, .tuple, .set, .frozenSet, .type]
    if generic.contains(where: { f.types[$0] === type }) { return try genericAlias(f, .object(type), key) }
    throw f.typeError("type '\(type.name.string)' is not subscriptable")
  }

  /// `__class_getitem__` of generic built-in types.
  static func genericAlias(_ f: Frame, _ cls: Value, _ key: Value) throws(Raised) -> Value {
    .object(GenericAlias(origin: cls, arguments: key.tuple?.items ?? [key]))
  }

  // MARK: Text and names

  static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .text("<class '\(try type(f, this, "__repr__").fullName)'>")
  }

  private static func setName(_ f: Frame, _ this: Value, _ value: Value) throws(Raised) -> Value {
    let type = try mutable(f, this, "__name__")
    guard let name = value.payload.str else {
      throw f.typeError("can only assign string to \(type.name.string).__name__, not '\(f.typeName(value))'")
    }
    type.name = name
    return .none
  }

  private static func setQualifiedName(_ f: Frame, _ this: Value, _ value: Value) throws(Raised) -> Value {
    let type = try mutable(f, this, "__qualname__")
    guard let name = value.payload.str else {
      throw f.typeError("can only assign string to \(type.name.string).__qualname__, not '\(f.typeName(value))'")
    }
    type.qualifiedName = name
    return .none
  }

  private static func module(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let type = try type(f, this, "__module__")
    return type.attributes[f.interpreter.names[.__module__]] ?? .object(type.moduleName)
  }

  private static func setModule(_ f: Frame, _ this: Value, _ value: Value) throws(Raised) -> Value {
    let type = try mutable(f, this, "__module__")
    if let name = value.payload.str { type.moduleName = name }
    type.setAttribute(f.interpreter.names[.__module__], value)
    return .none
  }

  private static func documentation(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let type = try type(f, this, "__doc__")
    if let text = type.help { return .text(text.description) }
    return type.attributes[f.interpreter.names[.__doc__]] ?? .none
  }

  private static func setDocumentation(_ f: Frame, _ this: Value, _ value: Value) throws(Raised) -> Value {
    try mutable(f, this, "__doc__").setAttribute(f.interpreter.names[.__doc__], value)
    return .none
  }

  private static func annotations(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let type = try type(f, this, "__annotations__")
    let name = f.interpreter.names[.__annotations__]
    if let known = type.attributes[name] { return known }
    guard type.isHeapType else { throw f.missingAttribute(of: this, name) }
    let made = Value.object(Dict())
    type.attributes[name] = made
    return made
  }

  private static func setAnnotations(_ f: Frame, _ this: Value, _ value: Value) throws(Raised) -> Value {
    try mutable(f, this, "__annotations__").setAttribute(f.interpreter.names[.__annotations__], value)
    return .none
  }

  private static func mutable(_ f: Frame, _ this: Value, _ name: String) throws(Raised) -> TypeObject {
    let type = try type(f, this, name)
    guard type.isHeapType else {
      throw f.typeError("cannot set '\(name)' attribute of immutable type '\(type.name.string)'")
    }
    return type
  }

  // MARK: Relations

  private static func isInstance(_ f: Frame, _ this: Value, _ object: Value) throws(Raised) -> Value {
    .bool(try f.isInstanceByBases(object, type(f, this, "__instancecheck__")))
  }

  private static func isSubclass(_ f: Frame, _ this: Value, _ other: Value) throws(Raised) -> Value {
    guard let subclass = other.type else { throw f.typeError("issubclass() arg 1 must be a class") }
    return .bool(try f.isSubclassByBases(subclass, type(f, this, "__subclasscheck__")))
  }

  private static func subclasses(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .list(objects(try type(f, this, "__subclasses__").liveSubclasses))
  }

  private static func attributeNames(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .list(ContiguousArray(f.attributeNames(of: this).map { .text($0) }))
  }

  private static func abstractMethods(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let type = try type(f, this, "__abstractmethods__")
    guard type.isAbstractBase else {
      throw f.missingAttribute(of: this, f.interpreter.names[.__abstractmethods__])
    }
    let names = Value.list(ContiguousArray(type.abstractMethods.map { .object($0) }))
    return try f.call(.object(f.types[.frozenSet]), names)
  }

  private static func setAbstractMethods(_ f: Frame, _ this: Value, _ value: Value) throws(Raised) -> Value {
    let type = try mutable(f, this, "__abstractmethods__")
    type.abstractMethods = try f.collect(value).compactMap { $0.payload.str }
    type.isAbstractBase = true
    return .none
  }
}

extension TypeObject {
  /// `module.Qualified.name`, without the module for built-in types.
  var fullName: String {
    let module = moduleName.string
    return module == "builtins" ? qualifiedName.string : "\(module).\(qualifiedName.string)"
  }
}
