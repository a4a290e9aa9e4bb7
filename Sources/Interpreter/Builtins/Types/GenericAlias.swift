// What type expressions make at run time: `list[int]`, `int | str`, and the read-only view of a class' attributes.

/// `list[int]`: the origin with its type arguments, which nothing checks.
final class GenericAlias: NativeObject {
  let origin: Value
  let arguments: ContiguousArray<Value>

  init(origin: Value, arguments: ContiguousArray<Value>) {
    self.origin = origin
    self.arguments = arguments
  }

  override func nativeType(_ types: Types) -> TypeObject {
    types.native(named: "GenericAlias", module: "types", GenericAlias.define)
  }

  private static func define(_ t: TypeBuilder) {
    t.new("origin, args, /") { _, _, arguments throws(Raised) in
      .object(GenericAlias(origin: arguments[0], arguments: arguments[1].tuple?.items ?? [arguments[1]]))
    }
    t.method("__repr__", "self, /", .one(repr))
    t.method("__call__", "self, /, *args, **kwargs", .many(call))
    t.method("__getitem__", "self, item, /", .two(item))
    t.method("__mro_entries__", "self, bases, /", .two { f, this, _ throws(Raised) in .tuple([try alias(f, this).origin]) })
    t.method("__getattr__", "self, name, /", .two(attribute))
    t.method("__instancecheck__", "self, instance, /", .two(refuseInstanceCheck))
    t.method("__subclasscheck__", "self, subclass, /", .two(refuseSubclassCheck))
    t.method("__eq__", "self, value, /", .two(isEqual))
    t.method("__hash__", "self, /", .one(hash))
    t.method("__or__", "self, value, /", .two(UnionType.join))
    t.method("__ror__", "self, value, /", .two { f, this, other throws(Raised) in try UnionType.join(f, other, this) })
    t.property("__origin__", get: { f, this throws(Raised) in try alias(f, this).origin })
    t.property("__args__", get: { f, this throws(Raised) in .tuple(try alias(f, this).arguments) })
    t.property("__parameters__", get: { f, this throws(Raised) in .tuple(try f.typeParameters(alias(f, this).arguments)) })
  }

  private static func alias(_ f: Frame, _ this: Value) throws(Raised) -> GenericAlias {
    guard let alias = this.native(GenericAlias.self) else {
      throw f.typeError("a generic alias is required, not '\(f.typeName(this))'")
    }
    return alias
  }

  private static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let alias = try alias(f, this)
    var parts: [String] = []
    for argument in alias.arguments { parts.append(try f.typeExpression(argument)) }
    let arguments = parts.isEmpty ? "()" : parts.joined(separator: ", ")
    return .text("\(try f.typeExpression(alias.origin))[\(arguments)]")
  }

  private static func call(_ f: Frame, _ arguments: Arguments) throws(Raised) -> Value {
    try f.call(
      alias(f, arguments[0]).origin,
      CallArguments(arguments.starred(1), keywords: arguments.doubleStarred(2).keywordList))
  }

  private static func item(_ f: Frame, _ this: Value, _ key: Value) throws(Raised) -> Value {
    let alias = try alias(f, this)
    let parameters = try f.typeParameters(alias.arguments)
    if parameters.isEmpty { throw f.typeError("\(try f.repr(this).string) is not a generic class") }
    let given = key.tuple?.items ?? [key]
    if given.count != parameters.count {
      let word = given.count > parameters.count ? "many" : "few"
      throw f.typeError(
        "Too \(word) arguments for \(try f.repr(this).string); actual \(given.count), expected \(parameters.count)")
    }
    return .object(
      GenericAlias(
        origin: alias.origin, arguments: try f.replace(parameters, by: given, in: alias.arguments)))
  }

  private static func attribute(_ f: Frame, _ this: Value, _ name: Value) throws(Raised) -> Value {
    try f.attribute(of: alias(f, this).origin, f.attributeName(name))
  }

  private static func refuseInstanceCheck(_ f: Frame, _ this: Value, _ object: Value) throws(Raised) -> Value {
    throw f.typeError("isinstance() argument 2 cannot be a parameterized generic")
  }

  private static func refuseSubclassCheck(_ f: Frame, _ this: Value, _ type: Value) throws(Raised) -> Value {
    throw f.typeError("issubclass() argument 2 cannot be a parameterized generic")
  }

  private static func isEqual(_ f: Frame, _ this: Value, _ other: Value) throws(Raised) -> Value {
    guard let a = this.native(GenericAlias.self), let b = other.native(GenericAlias.self) else { return .notImplemented }
    if try !f.isEqual(a.origin, b.origin) { return .bool(false) }
    return .bool(try f.isEqual(.tuple(a.arguments), .tuple(b.arguments)))
  }

  private static func hash(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let alias = try alias(f, this)
    return .int(try f.hash(alias.origin) ^ f.hash(.tuple(alias.arguments)))
  }
}

/// `int | str`: a type expression that `isinstance` understands.
final class UnionType: NativeObject {
  let members: ContiguousArray<Value>

  private init(_ members: ContiguousArray<Value>) {
    self.members = members
  }

  override func nativeType(_ types: Types) -> TypeObject {
    types.native(named: "UnionType", module: "types", UnionType.define)
  }

  private static func define(_ t: TypeBuilder) {
    t.method("__repr__", "self, /", .one(repr))
    t.method("__or__", "self, value, /", .two(join))
    t.method("__ror__", "self, value, /", .two { f, this, other throws(Raised) in try join(f, other, this) })
    t.method(
      "__instancecheck__", "self, instance, /",
      .two { f, this, object throws(Raised) in
        .bool(try f.isInstance(object, .tuple(union(f, this).members)))
      })
    t.method(
      "__subclasscheck__", "self, subclass, /",
      .two { f, this, type throws(Raised) in .bool(try f.isSubclass(type, .tuple(union(f, this).members))) })
    t.method("__eq__", "self, value, /", .two(isEqual))
    t.method("__hash__", "self, /", .one(hash))
    t.property("__args__", get: { f, this throws(Raised) in .tuple(try union(f, this).members) })
    t.property("__parameters__", get: { f, this throws(Raised) in .tuple(try f.typeParameters(union(f, this).members)) })
  }

  private static func union(_ f: Frame, _ this: Value) throws(Raised) -> UnionType {
    guard let union = this.native(UnionType.self) else {
      throw f.typeError("a union is required, not '\(f.typeName(this))'")
    }
    return union
  }

  /// `l | r` of two type expressions; NotImplemented where one is none.
  static func join(_ f: Frame, _ l: Value, _ r: Value) throws(Raised) -> Value {
    guard let left = parts(l, f), let right = parts(r, f) else { return .notImplemented }
    var members: ContiguousArray<Value> = []
    for part in left + right {
      var isKnown = false
      for member in members where try f.isEqual(member, part) { isKnown = true }
      if !isKnown { members.append(part) }
    }
    return members.count == 1 ? members[0] : .object(UnionType(members))
  }

  private static func parts(_ value: Value, _ f: Frame) -> ContiguousArray<Value>? {
    if let union = value.native(UnionType.self) { return union.members }
    if value.isNone { return [.object(f.types.none)] }
    return value.type != nil || value.native(GenericAlias.self) != nil || value.native(TypeAlias.self) != nil ? [value] : nil
  }

  private static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    var parts: [String] = []
    for member in try union(f, this).members { parts.append(try f.typeExpression(member)) }
    return .text(parts.joined(separator: " | "))
  }

  private static func isEqual(_ f: Frame, _ this: Value, _ other: Value) throws(Raised) -> Value {
    guard let a = this.native(UnionType.self), let b = other.native(UnionType.self) else { return .notImplemented }
    if a.members.count != b.members.count { return .bool(false) }
    for member in a.members where try !f.contains(.tuple(b.members), member) { return .bool(false) }
    return .bool(true)
  }

  private static func hash(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    var hash = 0
    for member in try union(f, this).members { hash ^= try f.hash(member) }
    return .int(hash)
  }
}

extension Frame {
  /// The type variables among type expressions and inside them, each once.
  func typeParameters(_ arguments: ContiguousArray<Value>) throws(Raised) -> ContiguousArray<Value> {
    var found: ContiguousArray<Value> = []
    for argument in arguments where argument.type == nil {
      for parameter in try ownTypeParameters(argument) where !found.contains(where: { $0.isIdentical(to: parameter) }) {
        found.append(parameter)
      }
    }
    return found
  }

  private func ownTypeParameters(_ argument: Value) throws(Raised) -> ContiguousArray<Value> {
    if try optionalAttribute(of: argument, interpreter.intern("__typing_subst__")) != nil { return [argument] }
    return try optionalAttribute(of: argument, interpreter.intern("__parameters__"))?.tuple?.items ?? []
  }

  /// Type expressions with type variables replaced, also inside them.
  func replace(
    _ parameters: ContiguousArray<Value>, by given: ContiguousArray<Value>, in arguments: ContiguousArray<Value>
  ) throws(Raised) -> ContiguousArray<Value> {
    var replaced: ContiguousArray<Value> = []
    func value(of parameter: Value) -> Value {
      parameters.firstIndex { $0.isIdentical(to: parameter) }.map { given[$0] } ?? parameter
    }
    for argument in arguments {
      if parameters.contains(where: { $0.isIdentical(to: argument) }) {
        replaced.append(value(of: argument))
        continue
      }
      let inner = argument.type == nil ? try ownTypeParameters(argument) : []
      replaced.append(inner.isEmpty ? argument : try item(of: argument, .tuple(ContiguousArray(inner.map(value)))))
    }
    return replaced
  }

  /// A type as it is written in a type expression: `int`, `lab.Point`, `None`, `...`.
  func typeExpression(_ value: Value) throws(Raised) -> String {
    if let type = value.type { return type === types.none ? "None" : type.fullName }
    if case .ellipsis = value { return "..." }
    return try repr(value).string
  }
}
