// The read-only view of a mapping, as which a class shows its attributes.

/// A `mappingproxy`.
final class MappingProxy: NativeObject {
  let mapping: Value

  init(_ mapping: Value) {
    self.mapping = mapping
  }

  override func nativeType(_ types: Types) -> TypeObject {
    types.native(named: "mappingproxy", MappingProxy.define)
  }

  private static func define(_ t: TypeBuilder) {
    t.final()
    t.new("mapping, /") { _, _, arguments throws(Raised) in .object(MappingProxy(arguments[0])) }
    t.method("__getitem__", "self, key, /", .two { f, this, key throws(Raised) in try f.item(of: mapping(f, this), key) })
    t.method(
      "__contains__", "self, key, /",
      .two { f, this, key throws(Raised) in .bool(try f.contains(mapping(f, this), key)) })
    t.method("__len__", "self, /", .one { f, this throws(Raised) in .int(try f.length(mapping(f, this))) })
    t.method("__iter__", "self, /", .one { f, this throws(Raised) in try f.iteratorValue(mapping(f, this)) })
    t.method("__eq__", "self, value, /", .two(isEqual))
    t.method(
      "__or__", "self, value, /",
      .two { f, this, other throws(Raised) in
        try f.binary(.bitOr, mapping(f, this), other.native(MappingProxy.self)?.mapping ?? other)
      })
    t.method(
      "__repr__", "self, /",
      .one { f, this throws(Raised) in .text("mappingproxy(\(try f.repr(mapping(f, this)).string))") })
    t.method("__str__", "self, /", .one { f, this throws(Raised) in .object(try f.str(mapping(f, this))) })
    for name in ["keys", "values", "items", "copy", "__reversed__"] {
      t.method(name, "self, /", .one { f, this throws(Raised) in try f.callMethod(mapping(f, this), name) })
    }
    t.method(
      "get", "self, key, default=None, /",
      .three { f, this, key, fallback throws(Raised) in
        let fallback: Value = fallback.isUnbound ? .none : fallback
        return try f.callMethod(mapping(f, this), "get", CallArguments([key, fallback]))
      })
    t.unhashable()
  }

  private static func mapping(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    guard let proxy = this.native(MappingProxy.self) else {
      throw f.typeError("a mappingproxy is required, not '\(f.typeName(this))'")
    }
    return proxy.mapping
  }

  private static func isEqual(_ f: Frame, _ this: Value, _ other: Value) throws(Raised) -> Value {
    try f.compare(.equal, mapping(f, this), other.native(MappingProxy.self)?.mapping ?? other)
  }
}
