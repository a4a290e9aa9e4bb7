// types.SimpleNamespace.

/// An object that has just the attributes it was given.
final class SimpleNamespace: TypedObject {
  override var hasAttributes: Bool { true }

  /// The type, made when first needed.
  static func type(_ f: Frame) -> TypeObject {
    let name = "types.SimpleNamespace"
    if let known = f.types.known(name) { return known }
    let type = f.types.make("SimpleNamespace", module: "types", define)
    f.types.register(type, as: name)
    return type
  }

  static func value(_ attributes: KeyValuePairs<String, Value>, _ f: Frame) -> Value {
    value(attributes.map { ($0.key, $0.value) }, f)
  }

  static func value(_ attributes: [(String, Value)], _ f: Frame) -> Value {
    let namespace = SimpleNamespace(type(f))
    namespace.attributes = Dict()
    for (name, value) in attributes { namespace.attributes?[f.interpreter.intern(name)] = value }
    return .object(namespace)
  }

  private static func dictionary(_ this: Value, _ f: Frame) throws(Raised) -> Dict {
    if let instance = this.instance { return instance.materializeDictionary() }
    let namespace = try receiver(this, "__init__", of: "types.SimpleNamespace", f)
    if namespace.attributes == nil { namespace.attributes = Dict() }
    return namespace.attributes!
  }

  private static func define(_ t: TypeBuilder) {
    t.blank { (f, cls) throws(Raised) in .object(SimpleNamespace(cls.isHeapType ? type(f) : cls)) }
    t.method("__init__", "self, mapping_or_iterable=None, /, **kwargs", .many { (f, a) throws(Raised) in
      let target = try dictionary(a[0], f)
      if !a[1].isUnbound {
        let given = Dict()
        _ = try f.callMethod(.object(given), "update", CallArguments([a[1]]))
        for item in given.items {
          guard item.key.payload.str != nil else { throw f.typeError("keywords must be strings") }
          try target.set(item.key, item.value, f)
        }
      }
      for item in a.doubleStarred(2).items { try target.set(item.key, item.value, f) }
      return .none
    })
    t.property("__dict__") { (f, this) throws(Raised) in .object(try dictionary(this, f)) }
    t.method("__repr__", "self, /", .one { (f, this) throws(Raised) in
      let type = f.types.type(of: this)
      var parts: [String] = []
      for item in try dictionary(this, f).items {
        parts.append("\(item.key.str?.string ?? "")=\(try f.repr(item.value).string)")
      }
      let name = type.isHeapType ? type.name.string : "namespace"
      return .text("\(name)(\(parts.joined(separator: ", ")))")
    })
    t.method("__eq__", "self, other, /", .two { (f, this, other) throws(Raised) in
      guard other.native(SimpleNamespace.self) != nil else { return .notImplemented }
      return .bool(try f.isEqual(.object(dictionary(this, f)), .object(dictionary(other, f))))
    })
  }
}
