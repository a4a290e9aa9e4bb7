// The module `operator`: the operators as functions, and getters as objects.
import Syntax

enum OperatorModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    binaryOperators(m)
    comparisons(m)
    unaryOperators(m)
    containers(m)
    m.type("itemgetter", ItemGetter.define)
    m.type("attrgetter", AttributeGetter.define)
    m.type("methodcaller", MethodCaller.define)
  }

  /// A function, also under its name with underscores.
  private static func row(_ m: ModuleBuilder, _ name: String, _ signature: String, _ body: Builtin.Body) {
    m.function(name, signature, body)
    let bare = name.hasSuffix("_") ? String(name.dropLast()) : name
    m.reexport(name, as: "__\(bare)__")
  }

  private static func binaryOperators(_ m: ModuleBuilder) {
    let names: KeyValuePairs<String, BinaryOperator> = [
      "add": .add, "sub": .subtract, "mul": .multiply, "truediv": .divide, "floordiv": .floorDivide, "mod": .modulo,
      "pow": .power, "matmul": .matrixMultiply, "lshift": .leftShift, "rshift": .rightShift, "and_": .bitAnd,
      "or_": .bitOr, "xor": .bitXor,
    ]
    for (name, op) in names {
      row(m, name, "a, b, /", .two { f, a, b throws(Raised) in try f.binary(op, a, b) })
      let bare = name.hasSuffix("_") ? String(name.dropLast()) : name
      row(m, "i" + bare, "a, b, /", .two { f, a, b throws(Raised) in try f.inPlace(op, a, b) })
    }
  }

  private static func comparisons(_ m: ModuleBuilder) {
    let names: KeyValuePairs<String, ComparisonOperator> = [
      "eq": .equal, "ne": .notEqual, "lt": .less, "le": .lessOrEqual, "gt": .greater, "ge": .greaterOrEqual,
    ]
    for (name, op) in names {
      row(m, name, "a, b, /", .two { f, a, b throws(Raised) in try f.compare(op, a, b) })
    }
    m.function("is_", "a, b, /", .two { _, a, b throws(Raised) in .bool(a.isIdentical(to: b)) })
    m.function("is_not", "a, b, /", .two { _, a, b throws(Raised) in .bool(!a.isIdentical(to: b)) })
  }

  private static func unaryOperators(_ m: ModuleBuilder) {
    let names: KeyValuePairs<String, UnaryOperator> = [
      "neg": .negative, "pos": .positive, "inv": .invert, "invert": .invert, "not_": .not,
    ]
    for (name, op) in names { row(m, name, "a, /", .one { f, a throws(Raised) in try f.unary(op, a) }) }
    m.function("truth", "a, /", .one { f, a throws(Raised) in .bool(try f.truth(a)) })
    row(m, "index", "a, /", .one { f, a throws(Raised) in try f.integerValue(a) })
    row(
      m, "abs", "a, /",
      .one { f, a throws(Raised) in
        guard let function = f.interpreter.builtins[f.interpreter.intern("abs")] else { return .none }
        return try f.call(function, a)
      })
  }

  private static func containers(_ m: ModuleBuilder) {
    row(m, "concat", "a, b, /", .two { f, a, b throws(Raised) in try concatenate(f, a, b, isInPlace: false) })
    row(m, "iconcat", "a, b, /", .two { f, a, b throws(Raised) in try concatenate(f, a, b, isInPlace: true) })
    row(m, "contains", "a, b, /", .two { f, a, b throws(Raised) in .bool(try f.contains(a, b)) })
    row(m, "getitem", "a, b, /", .two { f, a, b throws(Raised) in try f.item(of: a, b) })
    row(
      m, "setitem", "a, b, c, /",
      .three { f, a, b, c throws(Raised) in
        try f.setItem(of: a, b, c)
        return .none
      })
    row(
      m, "delitem", "a, b, /",
      .two { f, a, b throws(Raised) in
        try f.deleteItem(of: a, b)
        return .none
      })
    m.function("countOf", "a, b, /", .two(countOf))
    m.function("indexOf", "a, b, /", .two(indexOf))
    m.function("length_hint", "obj, default=0, /", .two(lengthHint))
    row(
      m, "call", "obj, /, *args, **kwargs",
      .three { f, function, arguments, keywords throws(Raised) in
        let named = keywords.dict?.items.compactMap { item in item.key.str.map { ($0, item.value) } } ?? []
        return try f.call(function, CallArguments(arguments.tuple?.items ?? [], keywords: named))
      })
  }

  private static func concatenate(_ f: Frame, _ a: Value, _ b: Value, isInPlace: Bool) throws(Raised) -> Value {
    guard f.types.type(of: a).special(.__getitem__) != nil else {
      throw f.typeError("'\(f.typeName(a))' object can't be concatenated")
    }
    return isInPlace ? try f.inPlace(.add, a, b) : try f.binary(.add, a, b)
  }

  private static func countOf(_ f: Frame, _ container: Value, _ item: Value) throws(Raised) -> Value {
    let items = try f.iterate(container)
    var count = 0
    while let member = try items.next(f) {
      if try f.isEqual(member, item) { count += 1 }
    }
    return .int(count)
  }

  private static func indexOf(_ f: Frame, _ container: Value, _ item: Value) throws(Raised) -> Value {
    let items = try f.iterate(container)
    var index = 0
    while let member = try items.next(f) {
      if try f.isEqual(member, item) { return .int(index) }
      index += 1
    }
    throw f.valueError("sequence.index(x): x not in sequence")
  }

  private static func lengthHint(_ f: Frame, _ object: Value, _ fallback: Value) throws(Raised) -> Value {
    let fallback = fallback.isUnbound ? .int(0) : fallback
    guard fallback.bigInt != nil else {
      throw f.typeError("'\(f.typeName(fallback))' object cannot be interpreted as an integer")
    }
    let type = f.types.type(of: object)
    if type.special(.__len__) != nil { return .int(try f.length(object)) }
    guard let hint = try f.callSpecial(.__length_hint__, object), !hint.isNotImplemented else { return fallback }
    guard hint.bigInt != nil else { throw f.typeError("__length_hint__ must be an integer, not \(f.typeName(hint))") }
    if case .int(let count) = hint, count < 0 { throw f.valueError("__length_hint__() should return >= 0") }
    return hint
  }
}

extension ModuleBuilder {
  /// Gives one of the module's names another name besides.
  func reexport(_ name: String, as alias: String) {
    if let value = module.namespace[interpreter.intern(name)] { constant(alias, value) }
  }
}

/// `itemgetter(item, …)`.
final class ItemGetter: CallableObject {
  private let keys: ContiguousArray<Value>

  private init(_ type: TypeObject, _ keys: ContiguousArray<Value>) {
    self.keys = keys
    super.init(type)
  }

  static func define(_ t: TypeBuilder) {
    let type = t.type
    t.new("item, /, *items") { [unowned type] _, _, a throws(Raised) in
      .object(ItemGetter(type, [a[0]] + a.starred(1)))
    }
    t.callable()
    t.method(
      "__repr__", "self, /",
      .one { f, this throws(Raised) in
        let keys = try receiver(this, "__repr__", of: "itemgetter", f).keys
        return .text("operator.itemgetter(\(try f.reprs(keys)))")
      })
    t.method(
      "__reduce__", "self, /",
      .one { f, this throws(Raised) in
        let keys = try receiver(this, "__reduce__", of: "itemgetter", f).keys
        return .tuple([.object(f.types.type(of: this)), .tuple(keys)])
      })
  }

  override func call(_ f: Frame, _ arguments: CallArguments) throws(Raised) -> Value {
    let object = try f.onlyArgument(arguments, of: "itemgetter")
    if keys.count == 1 { return try f.item(of: object, keys[0]) }
    var items: ContiguousArray<Value> = []
    for key in keys { items.append(try f.item(of: object, key)) }
    return .tuple(items)
  }
}

/// `attrgetter(name, …)`, where a name may be a path with dots.
final class AttributeGetter: CallableObject {
  private let names: ContiguousArray<Value>
  private let paths: [[Str]]

  private init(_ type: TypeObject, _ names: ContiguousArray<Value>, _ paths: [[Str]]) {
    self.names = names
    self.paths = paths
    super.init(type)
  }

  static func define(_ t: TypeBuilder) {
    let type = t.type
    t.new("attr, /, *attrs") { [unowned type] f, _, a throws(Raised) in
      let names: ContiguousArray<Value> = [a[0]] + a.starred(1)
      var paths: [[Str]] = []
      for name in names {
        guard let text = name.payload.str else { throw f.typeError("attribute name must be a string") }
        let parts = text.string.split(separator: ".", omittingEmptySubsequences: false)
        paths.append(parts.map { f.interpreter.intern(String($0)) })
      }
      return .object(AttributeGetter(type, names, paths))
    }
    t.callable()
    t.method(
      "__repr__", "self, /",
      .one { f, this throws(Raised) in
        let names = try receiver(this, "__repr__", of: "attrgetter", f).names
        return .text("operator.attrgetter(\(try f.reprs(names)))")
      })
    t.method(
      "__reduce__", "self, /",
      .one { f, this throws(Raised) in
        let names = try receiver(this, "__reduce__", of: "attrgetter", f).names
        return .tuple([.object(f.types.type(of: this)), .tuple(names)])
      })
  }

  override func call(_ f: Frame, _ arguments: CallArguments) throws(Raised) -> Value {
    let object = try f.onlyArgument(arguments, of: "attrgetter")
    var values: ContiguousArray<Value> = []
    for path in paths {
      var value = object
      for name in path { value = try f.attribute(of: value, name) }
      values.append(value)
    }
    return values.count == 1 ? values[0] : .tuple(values)
  }
}

/// `methodcaller(name, …)`.
final class MethodCaller: CallableObject {
  private let name: Str
  private let arguments: CallArguments

  private init(_ type: TypeObject, _ name: Str, _ arguments: CallArguments) {
    self.name = name
    self.arguments = arguments
    super.init(type)
  }

  static func define(_ t: TypeBuilder) {
    let type = t.type
    t.new("*args, **kwargs") { [unowned type] f, _, a throws(Raised) in
      guard let first = a.starred(0).first else {
        throw f.typeError("methodcaller needs at least one argument, the method name")
      }
      guard let name = first.payload.str else { throw f.typeError("method name must be a string") }
      let named = a.doubleStarred(1).items.compactMap { item in item.key.str.map { ($0, item.value) } }
      let arguments = CallArguments(ContiguousArray(a.starred(0).dropFirst()), keywords: named)
      return .object(MethodCaller(type, f.interpreter.intern(name), arguments))
    }
    t.callable()
    t.method(
      "__repr__", "self, /",
      .one { f, this throws(Raised) in
        let caller = try receiver(this, "__repr__", of: "methodcaller", f)
        let parts = try f.reprs([.object(caller.name)] + caller.arguments.positional, caller.arguments.keywords)
        return .text("operator.methodcaller(\(parts))")
      })
  }

  override func call(_ f: Frame, _ arguments: CallArguments) throws(Raised) -> Value {
    let object = try f.onlyArgument(arguments, of: "methodcaller")
    return try f.call(f.attribute(of: object, name), self.arguments)
  }
}

extension Frame {
  /// The one positional argument of a call. Raises TypeError for others.
  fileprivate func onlyArgument(_ arguments: CallArguments, of name: String) throws(Raised) -> Value {
    if !arguments.keywords.isEmpty { throw typeError("\(name)() takes no keyword arguments") }
    if arguments.positional.count != 1 {
      throw typeError("\(name) expected 1 argument, got \(arguments.positional.count)")
    }
    return arguments.positional[0]
  }

  /// The values as a call would be written with them as arguments.
  func reprs(
    _ values: ContiguousArray<Value>, _ keywords: [(name: Str, value: Value)] = []
  ) throws(Raised) -> String {
    var parts: [String] = []
    for value in values { parts.append(try repr(value).string) }
    for (name, value) in keywords { parts.append("\(name.string)=\(try repr(value).string)") }
    return parts.joined(separator: ", ")
  }
}
