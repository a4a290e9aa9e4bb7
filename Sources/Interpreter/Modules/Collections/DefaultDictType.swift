// The type `collections.defaultdict`.

enum DefaultDictType {
  static func define(_ t: TypeBuilder) {
    t.blank { f, type throws(Raised) in
      let instance = Instance(type, payload: .object(Dict()))
      instance.setAttribute(factoryName(f), .none)
      return .object(instance)
    }
    t.method("__init__", "self, default_factory=None, /, *args, **kwargs", .four(initialize))
    t.method("__missing__", "self, key, /", .two(missing))
    for name in ["copy", "__copy__"] {
      t.method(name, "self, /", .one(copy))
    }
    t.method("__or__", "self, value, /", .two { f, this, other throws(Raised) in try union(f, this, this, other) })
    t.method("__ror__", "self, value, /", .two { f, this, other throws(Raised) in try union(f, this, other, this) })
    t.method("__repr__", "self, /", .one(repr))
    t.method(
      "__reduce__", "self, /",
      .one { f, this throws(Raised) in
        let (instance, dict) = try f.dictInstance(this, "__reduce__", of: "defaultdict")
        let factory = self.factory(instance, f)
        let arguments: ContiguousArray<Value> = factory.isNone ? [] : [factory]
        return .tuple([
          .object(instance.type), .tuple(arguments), .none, .none, .object(DictIterator(dict, .items)),
        ])
      })
  }

  private static func factoryName(_ f: Frame) -> Str { f.interpreter.intern("default_factory") }

  private static func factory(_ instance: Instance, _ f: Frame) -> Value {
    instance.attribute(factoryName(f)) ?? .none
  }

  private static func initialize(
    _ f: Frame, _ this: Value, _ factory: Value, _ arguments: Value, _ keywords: Value
  ) throws(Raised) -> Value {
    let (instance, dict) = try f.dictInstance(this, "__init__", of: "defaultdict")
    let factory = factory.isUnbound ? .none : factory
    if !factory.isNone, !f.isCallable(factory) { throw f.typeError("first argument must be callable or None") }
    let given = arguments.tuple?.items ?? []
    if given.count > 1 { throw f.typeError("dict expected at most 1 argument, got \(given.count)") }
    instance.setAttribute(factoryName(f), factory)
    try DictType.fill(dict, given.first ?? .unbound, keywords, f)
    return .none
  }

  private static func missing(_ f: Frame, _ this: Value, _ key: Value) throws(Raised) -> Value {
    let (instance, _) = try f.dictInstance(this, "__missing__", of: "defaultdict")
    let factory = factory(instance, f)
    if factory.isNone { throw f.keyError(key) }
    let value = try f.call(factory)
    try f.setItem(of: this, key, value)
    return value
  }

  private static func copy(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let (instance, dict) = try f.dictInstance(this, "copy", of: "defaultdict")
    return try f.call(.object(instance.type), factory(instance, f), .object(dict))
  }

  private static func union(_ f: Frame, _ this: Value, _ l: Value, _ r: Value) throws(Raised) -> Value {
    guard let left = l.payload.dict, let right = r.payload.dict else { return .notImplemented }
    let (instance, _) = try f.dictInstance(this, "__or__", of: "defaultdict")
    let made = try f.call(.object(instance.type), factory(instance, f), .object(left))
    if let dict = made.payload.dict { try DictType.merge(.object(right), into: dict, f) }
    return made
  }

  private static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let (instance, dict) = try f.dictInstance(this, "__repr__", of: "defaultdict")
    let content = try f.repr(.object(dict)).string
    let factory = try f.reprOnce(instance, "...") { () throws(Raised) in try f.repr(self.factory(instance, f)) }
    return .text("\(f.types.type(of: this).name.string)(\(factory.string), \(content))")
  }
}
