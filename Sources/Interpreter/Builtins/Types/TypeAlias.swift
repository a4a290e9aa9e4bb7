// What a `type` statement makes: a name for a type expression, which is evaluated when somebody asks for it.

/// `typing.TypeAliasType`.
final class TypeAlias: NativeObject {
  private let name: Str
  private let parameters: ContiguousArray<Value>
  /// Unbound until somebody asks for it.
  private var value: Value
  /// A function that evaluates the value.
  private let evaluate: Value
  private let moduleName: Value

  init(name: Str, parameters: ContiguousArray<Value>, value: Value, evaluate: Value, moduleName: Value) {
    self.name = name
    self.parameters = parameters
    self.value = value
    self.evaluate = evaluate
    self.moduleName = moduleName
  }

  override func nativeType(_ types: Types) -> TypeObject { TypeAlias.type(types) }

  static func type(_ types: Types) -> TypeObject {
    types.native(named: "TypeAliasType", module: "typing", TypeAlias.define)
  }

  private static func define(_ t: TypeBuilder) {
    t.new("name, value, *, type_params=()") { f, _, arguments throws(Raised) in
      guard let name = arguments[0].str else {
        throw f.typeError("typealias() argument 'name' must be str, not \(f.typeName(arguments[0]))")
      }
      guard let parameters = arguments[2].tuple else { throw f.typeError("type_params must be a tuple") }
      return .object(
        TypeAlias(
          name: name, parameters: parameters.items, value: arguments[1], evaluate: .none,
          moduleName: .object(f.code.namespace.name)))
    }
    t.method("__repr__", "self, /", .one { f, this throws(Raised) in .object(try alias(f, this).name) })
    t.method("__getitem__", "self, item, /", .two(item))
    t.method("__or__", "self, value, /", .two(UnionType.join))
    t.method("__ror__", "self, value, /", .two { f, this, other throws(Raised) in try UnionType.join(f, other, this) })
    t.property("__name__", get: { f, this throws(Raised) in .object(try alias(f, this).name) })
    t.property("__module__", get: { f, this throws(Raised) in try alias(f, this).moduleName })
    t.property("__type_params__", get: { f, this throws(Raised) in .tuple(try alias(f, this).parameters) })
    t.property("__parameters__", get: { f, this throws(Raised) in .tuple(try alias(f, this).parameters) })
    t.property("__value__", get: value)
  }

  private static func alias(_ f: Frame, _ this: Value) throws(Raised) -> TypeAlias {
    guard let alias = this.native(TypeAlias.self) else {
      throw f.typeError("a type alias is required, not '\(f.typeName(this))'")
    }
    return alias
  }

  private static func value(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let alias = try alias(f, this)
    if case .unbound = alias.value { alias.value = try f.call(alias.evaluate) }
    return alias.value
  }

  private static func item(_ f: Frame, _ this: Value, _ key: Value) throws(Raised) -> Value {
    guard try !alias(f, this).parameters.isEmpty else {
      throw f.typeError("Only generic type aliases are subscriptable")
    }
    return .object(GenericAlias(origin: this, arguments: key.tuple?.items ?? [key]))
  }
}
