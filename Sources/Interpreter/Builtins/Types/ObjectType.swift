// The type `object`: what every object can do unless its class says otherwise.

enum ObjectType {
  static func define(_ t: TypeBuilder) {
    // Instances of `object` itself have no attributes of their own.
    t.type.slotNames = []
    t.new("*args, **kwargs") { f, cls, arguments throws(Raised) in
      guard arguments.starred(0).isEmpty, arguments.doubleStarred(1).count == 0 else {
        throw f.typeError("object() takes no arguments")
      }
      return .object(Instance(cls))
    }
    t.constructor()
    t.method("__init__", "self, /, *args, **kwargs", .many(initialize))
    t.method("__repr__", "self, /", .one { f, this throws(Raised) in .object(f.defaultRepr(this)) })
    t.method("__str__", "self, /", .one { f, this throws(Raised) in
      try f.callSpecial(.__repr__, this) ?? .object(f.defaultRepr(this))
    })
    t.method("__format__", "self, format_spec, /", .two(format))
    t.method("__hash__", "self, /", .one { f, this throws(Raised) in .int(f.identity(this) >> 4) })
    t.method("__eq__", "self, value, /", .two(isEqual))
    t.method("__ne__", "self, value, /", .two(isUnequal))
    for order in ["__lt__", "__le__", "__gt__", "__ge__"] {
      t.method(order, "self, value, /", .two { _, _, _ throws(Raised) in .notImplemented })
    }
    t.method("__getattribute__", "self, name, /", .two(attribute))
    t.method("__setattr__", "self, name, value, /", .three(setAttribute))
    t.method("__delattr__", "self, name, /", .two(deleteAttribute))
    t.method("__dir__", "self, /", .one(attributeNames))
    t.method("__getstate__", "self, /", .one(state))
    t.classMethod("__init_subclass__", "cls, /, **kwargs", .many(initializeSubclass))
    t.classMethod("__subclasshook__", "cls, object, /", .two { _, _, _ throws(Raised) in .notImplemented })
    t.property("__class__", get: { f, this throws(Raised) in .object(f.types.type(of: this)) }, set: setClass)
    t.constant("__doc__", .none)
    remember(t)
  }

  /// Keeps the methods whose presence means "not overridden".
  private static func remember(_ t: TypeBuilder) {
    func method(_ name: SpecialName) -> Value { t.type.attributes[t.interpreter.names[name]] ?? .none }
    t.interpreter.objectNew = method(.__new__)
    t.interpreter.objectInit = method(.__init__)
    t.interpreter.objectHash = method(.__hash__)
    t.interpreter.objectGetAttribute = method(.__getattribute__)
    t.interpreter.objectSetAttribute = method(.__setattr__)
    t.interpreter.objectDeleteAttribute = method(.__delattr__)
  }

  // MARK: Making

  private static func initialize(_ f: Frame, _ arguments: Arguments) throws(Raised) -> Value {
    if arguments.starred(1).isEmpty, arguments.doubleStarred(2).count == 0 { return .none }
    let type = f.types.type(of: arguments[0])
    if type.special(.__init__).map({ !$0.isIdentical(to: f.interpreter.objectInit) }) ?? false {
      throw f.typeError("object.__init__() takes exactly one argument (the instance to initialize)")
    }
    if type.nativeBase == nil, type.special(.__new__).map({ $0.isIdentical(to: f.interpreter.objectNew) }) ?? true {
      throw f.typeError("\(type.name.string)() takes no arguments")
    }
    return .none
  }

  private static func initializeSubclass(_ f: Frame, _ arguments: Arguments) throws(Raised) -> Value {
    if arguments.doubleStarred(1).count > 0 {
      let name = arguments[0].type?.qualifiedName.string ?? f.typeName(arguments[0])
      throw f.typeError("\(name).__init_subclass__() takes no keyword arguments")
    }
    return .none
  }

  // MARK: Comparison and text

  private static func isEqual(_ f: Frame, _ this: Value, _ other: Value) throws(Raised) -> Value {
    this.isIdentical(to: other) ? .bool(true) : .notImplemented
  }

  /// The contrary of what the type's `__eq__` says.
  private static func isUnequal(_ f: Frame, _ this: Value, _ other: Value) throws(Raised) -> Value {
    guard let answer = try f.callSpecial(.__eq__, this, other), !answer.isNotImplemented else {
      return .notImplemented
    }
    return .bool(try !f.truth(answer))
  }

  private static func format(_ f: Frame, _ this: Value, _ spec: Value) throws(Raised) -> Value {
    guard let text = spec.payload.str else {
      throw f.typeError("__format__() argument must be str, not \(f.typeName(spec))")
    }
    if text.count > 0 {
      throw f.typeError("unsupported format string passed to \(f.typeName(this)).__format__")
    }
    return .object(try f.str(this))
  }

  // MARK: Attributes

  private static func attribute(_ f: Frame, _ this: Value, _ name: Value) throws(Raised) -> Value {
    let name = try f.attributeName(name)
    if let value = try f.plainAttribute(of: this, f.types.type(of: this), name, fallBack: false) { return value }
    throw f.missingAttribute(of: this, name)
  }

  private static func setAttribute(_ f: Frame, _ this: Value, _ name: Value, _ value: Value) throws(Raised) -> Value {
    try f.plainSetAttribute(of: this, f.types.type(of: this), f.attributeName(name), value)
    return .none
  }

  private static func deleteAttribute(_ f: Frame, _ this: Value, _ name: Value) throws(Raised) -> Value {
    try f.plainSetAttribute(of: this, f.types.type(of: this), f.attributeName(name), nil)
    return .none
  }

  private static func attributeNames(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .list(ContiguousArray(f.attributeNames(of: this).map { .text($0) }))
  }

  /// What a pickle or a copy of the object keeps: its attributes, and those in slots.
  private static func state(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    guard let instance = this.instance else { return .none }
    let slots = instance.type.slotMembers
    let attributes = Dict()
    let slotted = Dict()
    for item in instance.slotValues?.values.items ?? [] { try slotted.set(item.key, item.value, f) }
    for (name, value) in instance.attributes {
      if slots.contains(name.string) { slotted[name] = value } else { attributes[name] = value }
    }
    let plain: Value = attributes.count > 0 ? .object(attributes) : .none
    return slotted.count > 0 ? .tuple([plain, .object(slotted)]) : plain
  }

  private static func setClass(_ f: Frame, _ this: Value, _ value: Value) throws(Raised) -> Value {
    guard let type = value.type else {
      throw f.typeError("__class__ must be set to a class, not '\(f.typeName(value))' object")
    }
    guard let instance = this.instance, type.isHeapType else {
      throw f.typeError("__class__ assignment only supported for mutable types or ModuleType subclasses")
    }
    guard instance.type.nativeBase === type.nativeBase, instance.type.allSlotNames == type.allSlotNames else {
      throw f.typeError(
        "__class__ assignment: '\(type.name.string)' object layout differs from '\(instance.type.name.string)'")
    }
    // The shape belongs to the old class: the attributes move to a dictionary.
    _ = instance.materializeDictionary()
    instance.type = type
    return .none
  }

  // MARK: `__dict__` of instances

  /// The `__dict__` that a class statement gives its class, where no base has one.
  static func makeDictionaryAttribute(of type: TypeObject) -> Value {
    let getter = Builtin("__dict__", "self, /", .one(dictionary))
    getter.owner = type.name.string
    return .object(
      Property(
        getter: .object(getter),
        setter: .object(Builtin("__dict__", "self, value, /", .two(setDictionary))),
        deleter: .object(Builtin("__dict__", "self, /", .one(deleteDictionary)))))
  }

  /// The `__weakref__` beside it; ppd's weak references leave no trace in the object.
  static func makeWeakReferenceAttribute(of type: TypeObject) -> Value {
    let getter = Builtin("__weakref__", "self, /", .one { _, _ throws(Raised) in .none })
    getter.owner = type.name.string
    return .object(Property(getter: .object(getter)))
  }

  private static func dictionary(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    guard let instance = this.instance else { throw f.missingAttribute(of: this, f.interpreter.names[.__dict__]) }
    return .object(instance.materializeDictionary())
  }

  private static func setDictionary(_ f: Frame, _ this: Value, _ value: Value) throws(Raised) -> Value {
    guard let dict = value.dict else {
      throw f.typeError("__dict__ must be set to a dictionary, not a '\(f.typeName(value))'")
    }
    this.instance?.adopt(dict)
    return .none
  }

  private static func deleteDictionary(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    this.instance?.adopt(Dict())
    return .none
  }
}

extension Frame {
  /// The text of an attribute's name, as `getattr` and `setattr` take it. Raises TypeError for others.
  public func attributeName(_ name: Value) throws(Raised) -> Str {
    guard let text = name.payload.str else {
      throw typeError("attribute name must be string, not '\(typeName(name))'")
    }
    return interpreter.intern(text)
  }
}

extension CallArguments {
  var isEmpty: Bool { positional.isEmpty && keywords.isEmpty }
}

extension Dict {
  /// The items whose keys are texts, as keyword arguments.
  var keywordList: [(name: Str, value: Value)] {
    items.compactMap { item in item.key.str.map { (name: $0, value: item.value) } }
  }
}
