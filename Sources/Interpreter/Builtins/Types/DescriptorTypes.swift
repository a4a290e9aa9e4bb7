// The descriptors that scripts make: property, staticmethod, classmethod, and `super`.

enum PropertyType {
  static func define(_ t: TypeBuilder) {
    t.new("fget=None, fset=None, fdel=None, doc=None", new)
    t.method("getter", "self, fget, /", .two { f, this, function throws(Raised) in
      try changed(f, this, "getter", getter: function)
    })
    t.method("setter", "self, fset, /", .two { f, this, function throws(Raised) in
      try changed(f, this, "setter", setter: function)
    })
    t.method("deleter", "self, fdel, /", .two { f, this, function throws(Raised) in
      try changed(f, this, "deleter", deleter: function)
    })
    t.method("__get__", "self, instance, owner=None, /", .three(get))
    t.method("__set__", "self, instance, value, /", .three(set))
    t.method("__delete__", "self, instance, /", .two(delete))
    t.method("__set_name__", "self, owner, name, /", .three(setName))
    t.method("__repr__", "self, /", .one(repr))
    t.property("fget", get: { f, this throws(Raised) in try property(f, this, "fget").getter })
    t.property("fset", get: { f, this throws(Raised) in try property(f, this, "fset").setter })
    t.property("fdel", get: { f, this throws(Raised) in try property(f, this, "fdel").deleter })
    t.property("__name__", get: name, set: { f, this, value throws(Raised) in
      try property(f, this, "__name__").name = value.payload.str
      return .none
    })
    t.property("__doc__", get: documentation, set: { f, this, value throws(Raised) in
      try property(f, this, "__doc__").documentation = value
      return .none
    })
    t.property("__isabstractmethod__", get: isAbstract)
  }

  private static func property(_ f: Frame, _ this: Value, _ name: String) throws(Raised) -> Property {
    guard let property = this.payload.cast(.property, Property.self) else {
      throw f.wrongReceiver(this, name, of: "property")
    }
    return property
  }

  private static func new(_ f: Frame, _ cls: TypeObject, _ arguments: Arguments) throws(Raised) -> Value {
    func given(_ index: Int) -> Value { arguments[index].isUnbound ? .none : arguments[index] }
    return .object(Property(getter: given(0), setter: given(1), deleter: given(2), documentation: given(3)))
  }

  /// A copy with other functions, as `@x.setter` makes it.
  private static func changed(
    _ f: Frame, _ this: Value, _ method: String, getter: Value? = nil, setter: Value? = nil, deleter: Value? = nil
  ) throws(Raised) -> Value {
    let old = try property(f, this, method)
    let functions: ContiguousArray<Value> = [
      getter ?? old.getter, setter ?? old.setter, deleter ?? old.deleter, old.documentation,
    ]
    // A subclass' property stays one of the subclass.
    let made = try f.call(.object(f.types.type(of: this)), CallArguments(functions))
    made.payload.cast(.property, Property.self)?.name = old.name
    return made
  }

  private static func get(_ f: Frame, _ this: Value, _ instance: Value, _ owner: Value) throws(Raised) -> Value {
    if instance.isNone {
      if owner.isNone || owner.isUnbound { throw f.typeError("__get__(None, None) is invalid") }
      return this
    }
    let property = try property(f, this, "__get__")
    if property.getter.isNone { throw f.propertyLacks("getter", property, instance) }
    return try f.call(property.getter, instance)
  }

  private static func set(_ f: Frame, _ this: Value, _ instance: Value, _ value: Value) throws(Raised) -> Value {
    let property = try property(f, this, "__set__")
    if property.setter.isNone { throw f.propertyLacks("setter", property, instance) }
    _ = try f.call(property.setter, instance, value)
    return .none
  }

  private static func delete(_ f: Frame, _ this: Value, _ instance: Value) throws(Raised) -> Value {
    let property = try property(f, this, "__delete__")
    if property.deleter.isNone { throw f.propertyLacks("deleter", property, instance) }
    _ = try f.call(property.deleter, instance)
    return .none
  }

  private static func setName(_ f: Frame, _ this: Value, _ owner: Value, _ name: Value) throws(Raised) -> Value {
    try property(f, this, "__set_name__").name = name.payload.str
    return .none
  }

  private static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    if let builtin = try property(f, this, "__repr__").getter.builtin, let owner = builtin.owner {
      return .text("<attribute '\(builtin.name.string)' of '\(owner)' objects>")
    }
    return .object(f.defaultRepr(this))
  }

  private static func name(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let property = try property(f, this, "__name__")
    if let name = property.name { return .object(name) }
    if let name = try f.optionalAttribute(of: property.getter, f.interpreter.names[.__name__]) { return name }
    throw f.missingAttribute(of: this, f.interpreter.names[.__name__])
  }

  private static func documentation(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let property = try property(f, this, "__doc__")
    if !property.documentation.isNone { return property.documentation }
    return try f.optionalAttribute(of: property.getter, f.interpreter.names[.__doc__]) ?? .none
  }

  private static func isAbstract(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let property = try property(f, this, "__isabstractmethod__")
    for function in [property.getter, property.setter, property.deleter] where try f.isAbstract(function) {
      return .bool(true)
    }
    return .bool(false)
  }
}

enum StaticMethodType {
  static func define(_ t: TypeBuilder) {
    t.new("function, /") { _, _, arguments throws(Raised) in
      .object(WrappedMethod(kind: .staticMethod, function: arguments[0]))
    }
    t.method("__get__", "self, instance, owner=None, /", .three { f, this, _, _ throws(Raised) in
      try WrappedMethodRows.function(f, this, "__get__")
    })
    t.method("__call__", "self, /, *args, **kwargs", .many { f, arguments throws(Raised) in
      try f.call(
        WrappedMethodRows.function(f, arguments[0], "__call__"),
        CallArguments(arguments.starred(1), keywords: arguments.doubleStarred(2).keywordList))
    })
    WrappedMethodRows.define(t)
  }
}

enum ClassMethodType {
  static func define(_ t: TypeBuilder) {
    t.new("function, /") { _, _, arguments throws(Raised) in
      .object(WrappedMethod(kind: .classMethod, function: arguments[0]))
    }
    t.method("__get__", "self, instance, owner=None, /", .three { f, this, instance, owner throws(Raised) in
      let receiver = owner.isNone || owner.isUnbound ? Value.object(f.types.type(of: instance)) : owner
      return .object(BoundMethod(function: try WrappedMethodRows.function(f, this, "__get__"), receiver: receiver))
    })
    WrappedMethodRows.define(t)
  }
}

/// What static and class methods have in common.
private enum WrappedMethodRows {
  static func define(_ t: TypeBuilder) {
    let title = t.type.name.string
    t.method("__repr__", "self, /", .one { f, this throws(Raised) in
      .text("<\(title)(\(try f.repr(function(f, this, "__repr__")).string))>")
    })
    t.property("__func__", get: { f, this throws(Raised) in try function(f, this, "__func__") })
    t.property("__wrapped__", get: { f, this throws(Raised) in try function(f, this, "__wrapped__") })
    t.property("__isabstractmethod__") { f, this throws(Raised) in
      .bool(try f.isAbstract(function(f, this, "__isabstractmethod__")))
    }
    // The names and texts of the function that is wrapped.
    for name in ["__name__", "__qualname__", "__module__", "__doc__", "__annotations__", "__dict__"] {
      t.property(name) { f, this throws(Raised) in
        try f.attribute(of: function(f, this, name), f.interpreter.intern(name))
      }
    }
  }

  static func function(_ f: Frame, _ this: Value, _ name: String) throws(Raised) -> Value {
    guard case .object(let object) = this.payload, object.kind == .staticMethod || object.kind == .classMethod else {
      throw f.wrongReceiver(this, name, of: "staticmethod")
    }
    return unsafeDowncast(object, to: WrappedMethod.self).function
  }
}

enum SuperType {
  static func define(_ t: TypeBuilder) {
    t.new("type=None, object=None, /", new)
    t.method("__repr__", "self, /", .one(repr))
    t.property("__thisclass__", get: { f, this throws(Raised) in .object(try proxy(f, this).start) })
    t.property("__self__", get: { f, this throws(Raised) in try proxy(f, this).receiver })
    t.property("__self_class__", get: { f, this throws(Raised) in
      try proxy(f, this).receiverType.map { .object($0) } ?? .none
    })
    t.method("__get__", "self, instance, owner=None, /", .three { f, this, instance, _ throws(Raised) in
      try f.bind(this, to: instance)
    })
  }

  private static func proxy(_ f: Frame, _ this: Value) throws(Raised) -> SuperObject {
    guard let proxy = this.cast(.superObject, SuperObject.self) else { throw f.wrongReceiver(this, "super", of: "super") }
    return proxy
  }

  /// `super(type, object)`. (`super()` without arguments is an expression of its own, which knows where it stands.)
  private static func new(_ f: Frame, _ cls: TypeObject, _ arguments: Arguments) throws(Raised) -> Value {
    if arguments[0].isUnbound {
      throw f.runtimeError(
        f.code.parameterCount == 0 ? "super(): no arguments" : "super(): __class__ cell not found")
    }
    return try f.makeSuper(arguments[0], arguments[1])
  }

  private static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let proxy = try proxy(f, this)
    let receiver = proxy.receiverType.map { "<\($0.name.string) object>" } ?? "NULL"
    return .text("<super: <class '\(proxy.start.name.string)'>, \(receiver)>")
  }
}
