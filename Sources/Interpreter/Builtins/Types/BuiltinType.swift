// The types of functions and methods written in Swift, bound ones included.

/// `builtin_function_or_method`, and what CPython calls the others: they differ in their names.
enum BuiltinType {
  static func define(_ t: TypeBuilder) {
    t.final()
    t.method("__call__", "self, /, *args, **kwargs", .many(CallableMethods.call))
    t.method("__get__", "self, instance, owner=None, /", .three(get))
    t.method("__repr__", "self, /", .one(repr))
    t.comparisons([.equal, .notEqual])
    t.hashing()
    t.property("__name__", get: { f, this throws(Raised) in .object(try builtin(f, this, "__name__").name) })
    t.property("__qualname__", get: qualifiedName)
    t.property("__module__", get: module)
    t.property("__self__", get: owner)
    t.property("__doc__", get: documentation)
    t.property("__text_signature__") { f, this throws(Raised) in
      .text("(\(try builtin(f, this, "__text_signature__").signatureText))")
    }
  }

  private static func builtin(_ f: Frame, _ this: Value, _ name: String) throws(Raised) -> Builtin {
    guard let builtin = this.builtin ?? this.boundMethod?.function.builtin else {
      throw f.wrongReceiver(this, name, of: "builtin_function_or_method")
    }
    return builtin
  }

  private static func get(_ f: Frame, _ this: Value, _ object: Value, _ owner: Value) throws(Raised) -> Value {
    this.boundMethod == nil ? try CallableMethods.get(f, this, object, owner) : this
  }

  private static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let builtin = try builtin(f, this, "__repr__")
    let name = builtin.name.string
    if let receiver = this.boundMethod?.receiver {
      let kind = builtin.isSlot ? "method-wrapper '\(name)'" : "built-in method \(name)"
      return .text("<\(kind) of \(f.typeName(receiver)) object at \(f.address(receiver))>")
    }
    guard let owner = builtin.owner else { return .text("<built-in function \(name)>") }
    if !builtin.isMethod { return .text("<built-in method \(name) of type object at \(f.address(this))>") }
    return .text("<\(builtin.isSlot ? "slot wrapper" : "method") '\(name)' of '\(owner)' objects>")
  }

  private static func qualifiedName(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let builtin = try builtin(f, this, "__qualname__")
    if !builtin.isSlot, let receiver = this.boundMethod?.receiver {
      let type = receiver.type ?? f.types.type(of: receiver)
      return .text("\(type.qualifiedName.string).\(builtin.name.string)")
    }
    guard let owner = builtin.owner else { return .object(builtin.name) }
    return .text("\(owner).\(builtin.name.string)")
  }

  private static func module(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let builtin = try builtin(f, this, "__module__")
    if let name = builtin.moduleName { return .text(name) }
    return builtin.owner == nil ? .text("builtins") : .none
  }

  /// The object that a method is bound to, the type whose `__new__` it is, or the module of a function.
  private static func owner(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    if let method = this.boundMethod { return method.receiver }
    let builtin = try builtin(f, this, "__self__")
    if let type = builtin.constructs { return .object(type) }
    let module = f.interpreter.modules[f.interpreter.intern(builtin.moduleName ?? "builtins")]
    guard builtin.owner == nil, let module else { throw f.missingAttribute(of: this, f.interpreter.names[.__self__]) }
    return module
  }

  private static func documentation(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    try builtin(f, this, "__doc__").help.map { .text($0.description) } ?? .none
  }
}

extension Builtin {
  /// Whether it is what an operator or a built-in function calls, which CPython writes in a slot of the type.
  var isSlot: Bool {
    guard isMethod, let owner else { return false }
    let name = name.string
    if !name.hasPrefix("__") || !name.hasSuffix("__") || Self.unslotted.contains(name) { return false }
    return !Self.coexisting.contains("\(owner).\(name)")
  }

  private static let unslotted: Set<String> = [
    "__bytes__", "__ceil__", "__complex__", "__copy__", "__deepcopy__", "__dir__", "__enter__", "__exit__",
    "__floor__", "__format__", "__getnewargs__", "__getstate__", "__instancecheck__", "__length_hint__", "__reduce__",
    "__reduce_ex__", "__reversed__", "__round__", "__set_name__", "__setstate__", "__sizeof__", "__subclasscheck__",
    "__subclasses__", "__trunc__",
  ]

  /// Methods that CPython has beside a slot.
  private static let coexisting: Set<String> = [
    "dict.__contains__", "dict.__getitem__", "frozenset.__contains__", "list.__getitem__", "set.__contains__",
  ]
}

extension Types {
  /// The type of a function written in Swift.
  func type(of builtin: Builtin) -> TypeObject {
    if !builtin.isMethod { return self[.builtin] }
    return native(named: builtin.isSlot ? "wrapper_descriptor" : "method_descriptor", BuiltinType.define)
  }

  /// The type of a method with its receiver.
  func type(of method: BoundMethod) -> TypeObject {
    guard let builtin = method.function.builtin else { return self[.boundMethod] }
    return builtin.isSlot ? native(named: "method-wrapper", BuiltinType.define) : self[.builtin]
  }
}
