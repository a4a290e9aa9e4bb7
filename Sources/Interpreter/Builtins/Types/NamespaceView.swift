// A module's globals seen as a dict, as `globals()` and `module.__dict__` give them.

/// A `dict` whose items are a namespace's: reading and writing it reads and writes the globals.
final class NamespaceView: TypedObject {
  let namespace: Namespace

  private init(_ type: TypeObject, _ namespace: Namespace) {
    self.namespace = namespace
    super.init(type)
  }

  static func value(_ namespace: Namespace, _ f: Frame) -> Value {
    let name = "builtins.globals"
    let type: TypeObject
    if let known = f.types.known(name) {
      type = known
    } else {
      type = f.types.make("dict", base: f.types[.dict], define)
      f.types.register(type, as: name)
    }
    return .object(NamespaceView(type, namespace))
  }

  private static func receiver(_ this: Value) -> NamespaceView { this.native(NamespaceView.self)! }

  /// The items at this moment.
  var dict: Dict {
    let dict = Dict()
    for binding in namespace.bindings { dict[binding.name] = binding.value }
    return dict
  }

  private func value(of key: Value, _ f: Frame) -> Value? {
    key.payload.str.flatMap { namespace[f.interpreter.intern($0)] }
  }

  private func set(_ key: Value, _ value: Value?, _ f: Frame) throws(Raised) {
    guard let name = key.payload.str else { throw f.typeError("globals must have str keys, not \(f.typeName(key))") }
    namespace[f.interpreter.intern(name)] = value
  }

  private static func define(_ t: TypeBuilder) {
    t.method("__getitem__", "self, key, /", .two { (f, this, key) throws(Raised) in
      guard let value = receiver(this).value(of: key, f) else { throw f.keyError(key) }
      return value
    })
    t.method("__setitem__", "self, key, value, /", .three { (f, this, key, value) throws(Raised) in
      try receiver(this).set(key, value, f)
      return .none
    })
    t.method("__delitem__", "self, key, /", .two { (f, this, key) throws(Raised) in
      guard receiver(this).value(of: key, f) != nil else { throw f.keyError(key) }
      try receiver(this).set(key, nil, f)
      return .none
    })
    t.method("__contains__", "self, key, /", .two { (f, this, key) throws(Raised) in
      .bool(receiver(this).value(of: key, f) != nil)
    })
    t.method("__len__", "self, /", .one { (f, this) throws(Raised) in .int(receiver(this).namespace.bindings.count) })
    t.method("__repr__", "self, /", .one { (f, this) throws(Raised) in
      // The globals may hold their own view.
      let view = receiver(this)
      return .object(
        try f.reprOnce(view.namespace, "{...}") { () throws(Raised) in try f.repr(.object(view.dict)) })
    })
    t.method("__eq__", "self, other, /", .two { (f, this, other) throws(Raised) in
      let other = other.native(NamespaceView.self).map { .object($0.dict) } ?? other
      return .bool(try f.isEqual(.object(receiver(this).dict), other))
    })
    // The rest is what a dict of the items answers.
    for name in ["__iter__", "__reversed__", "keys", "values", "items", "copy", "__or__"] {
      t.method(name, "self, *args", .many { (f, a) throws(Raised) in
        try f.callMethod(.object(receiver(a[0]).dict), name, CallArguments(a.starred(1)))
      })
    }
    t.method("get", "self, key, default=None, /", .three { (f, this, key, standard) throws(Raised) in
      receiver(this).value(of: key, f) ?? (standard.isUnbound ? .none : standard)
    })
    t.method("setdefault", "self, key, default=None, /", .three { (f, this, key, standard) throws(Raised) in
      if let value = receiver(this).value(of: key, f) { return value }
      let value = standard.isUnbound ? .none : standard
      try receiver(this).set(key, value, f)
      return value
    })
    t.method("pop", "self, key, default=None, /", .three { (f, this, key, standard) throws(Raised) in
      guard let value = receiver(this).value(of: key, f) else {
        if standard.isUnbound { throw f.keyError(key) }
        return standard
      }
      try receiver(this).set(key, nil, f)
      return value
    })
    t.method("update", "self, *args, **kwargs", .many { (f, a) throws(Raised) in
      let added = Dict()
      let update = CallArguments(
        a.starred(1), keywords: a.doubleStarred(2).items.compactMap { item in item.key.str.map { ($0, item.value) } })
      _ = try f.callMethod(.object(added), "update", update)
      for item in added.items { try receiver(a[0]).set(item.key, item.value, f) }
      return .none
    })
  }
}
