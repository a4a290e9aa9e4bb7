// `collections.namedtuple`: classes whose instances are tuples with names for their members.
import Syntax

/// Makes the classes.
struct NamedTupleMaker {
  private let name: Str
  private let fields: [Str]
  private let defaults: ContiguousArray<Value>
  private let f: Frame

  /// - Parameter defaults: of the last fields.
  init(_ name: Str, fields: [Str], defaults: ContiguousArray<Value>, _ f: Frame) {
    self.name = name
    self.fields = fields.map { f.interpreter.intern($0) }
    self.defaults = defaults
    self.f = f
  }

  /// The class.
  func make(module: Value) throws(Raised) -> TypeObject {
    let namespace = Dict()
    let names = ContiguousArray(fields.map { Value.object($0) })
    func set(_ key: String, _ value: Value) { namespace[f.interpreter.intern(key)] = value }
    set("__module__", module)
    set("__doc__", .text("\(name.string)(\(fields.map(\.string).joined(separator: ", ")))"))
    set("__slots__", .tuple([]))
    set("_fields", .tuple(names))
    set("_field_defaults", .object(fieldDefaults))
    set("__match_args__", .tuple(names))
    set("__new__", .object(constructor))
    for (key, builtin) in methods { set(key, builtin) }
    for (index, field) in fields.enumerated() { namespace[field] = .object(NamedTupleField(index)) }
    return try f.makeClass(name: name, bases: [.object(f.types[.tuple])], namespace: namespace)
  }

  private var fieldDefaults: Dict {
    let dict = Dict()
    for (field, value) in zip(fields.suffix(defaults.count), defaults) { dict[field] = value }
    return dict
  }

  /// `__new__`, a function like a script's, so that its errors are worded like theirs.
  private var constructor: Function {
    let new = f.interpreter.names[.__new__]
    let qualifiedName = f.interpreter.intern("\(name.string).__new__")
    let code = FunctionCode(
      name: new, qualifiedName: qualifiedName, file: f.code.file, range: f.code.range, namespace: f.code.namespace,
      slotNames: [f.interpreter.intern("_cls")] + fields, positionalCount: fields.count + 1,
      documentation: .text("Create new instance of \(name.string)(\(fields.map(\.string).joined(separator: ", ")))"),
      body: NewNamedTupleNode(fieldCount: fields.count))
    return Function(
      code: code, name: new, qualifiedName: qualifiedName, defaults: defaults, keywordDefaults: [], closure: [],
      namespace: f.code.namespace)
  }

  // MARK: Methods

  private var methods: [(String, Value)] {
    let fields = fields
    let make = Builtin(
      "_make", "cls, iterable", isMethod: true,
      .two { f, cls, iterable throws(Raised) in
        let members = try f.collect(iterable)
        if members.count != fields.count {
          throw f.typeError("Expected \(fields.count) arguments, got \(members.count)")
        }
        guard let type = cls.type else { throw f.typeError("_make() needs a class") }
        return .object(Instance(type, payload: .tuple(members)))
      })
    let replace = Builtin(
      "_replace", "self, /, **kwds", isMethod: true,
      .two { f, this, changes throws(Raised) in
        try self.replace(this, changes.dict ?? Dict(), fields, f)
      })
    let asDict = Builtin(
      "_asdict", "self", isMethod: true,
      .one { f, this throws(Raised) in
        let dict = Dict()
        for (field, value) in zip(fields, try f.tuple(this, "_asdict").items) { dict[field] = value }
        return .object(dict)
      })
    let repr = Builtin(
      "__repr__", "self", isMethod: true,
      .one { f, this throws(Raised) in
        var parts: [String] = []
        for (field, value) in zip(fields, try f.tuple(this, "__repr__").items) {
          parts.append("\(field.string)=\(try f.repr(value).string)")
        }
        return .text("\(f.typeName(this))(\(parts.joined(separator: ", ")))")
      })
    let arguments = Builtin(
      "__getnewargs__", "self", isMethod: true,
      .one { f, this throws(Raised) in
        .object(try f.tuple(this, "__getnewargs__"))
      })
    return [
      ("_make", .object(WrappedMethod(kind: .classMethod, function: .object(make)))), ("_replace", .object(replace)),
      ("__replace__", .object(replace)), ("_asdict", .object(asDict)), ("__repr__", .object(repr)),
      ("__getnewargs__", .object(arguments)),
    ]
  }

  private func replace(_ this: Value, _ changes: Dict, _ fields: [Str], _ f: Frame) throws(Raised) -> Value {
    var members = try f.tuple(this, "_replace").items
    var unknown: ContiguousArray<Value> = []
    for change in changes.items {
      if let name = change.key.str, let index = fields.firstIndex(where: { $0 == name }) {
        members[index] = change.value
      } else {
        unknown.append(change.key)
      }
    }
    if !unknown.isEmpty { throw f.typeError("Got unexpected field names: \(try f.repr(.list(unknown)).string)") }
    return .object(Instance(f.types.type(of: this), payload: .tuple(members)))
  }
}

/// The body of a named tuple's `__new__`: the class is in the first slot, the members in the following.
private final class NewNamedTupleNode: StatementNode {
  private let fieldCount: Int

  init(fieldCount: Int) {
    self.fieldCount = fieldCount
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    guard let type = f[0].type else { throw f.typeError("__new__(X): X is not a type object (\(f.typeName(f[0])))") }
    var members: ContiguousArray<Value> = []
    members.reserveCapacity(fieldCount)
    for slot in 0..<fieldCount { members.append(f[slot + 1]) }
    f.resultPlace.store(.object(Instance(type, payload: .tuple(members))))
    return .return_
  }
}

/// The class attribute that reads one member.
private final class NamedTupleField: DataDescriptor {
  private let index: Int

  init(_ index: Int) {
    self.index = index
  }

  override func get(_ object: Value, _ f: Frame) throws(Raised) -> Value {
    guard let tuple = object.payload.tuple, index < tuple.items.count else {
      throw f.typeError(
        "descriptor for index '\(index)' for tuple subclasses doesn't apply to '\(f.typeName(object))' object")
    }
    return tuple.items[index]
  }

  override func set(_ object: Value, _ value: Value?, _ f: Frame) throws(Raised) {
    throw f.attributeError(value == nil ? "can't delete attribute" : "can't set attribute")
  }

  override func nativeType(_ types: Types) -> TypeObject {
    types.native(named: "_tuplegetter") { t in
      t.type.moduleName = t.interpreter.intern("collections")
      t.final()
      t.method(
        "__repr__", "self, /",
        .one { f, this throws(Raised) in
          guard let field = this.native(NamedTupleField.self) else { return .object(f.defaultRepr(this)) }
          return .text("_tuplegetter(\(field.index), 'Alias for field number \(field.index)')")
        })
      t.property(
        "__doc__",
        get: { _, this throws(Raised) in
          this.native(NamedTupleField.self).map { .text("Alias for field number \($0.index)") } ?? .none
        })
    }
  }
}

/// The function `namedtuple`.
enum NamedTupleFunction {
  static func define(_ m: ModuleBuilder) {
    m.function("namedtuple", "typename, field_names, *, rename=False, defaults=None, module=None", .many(namedTuple))
  }

  private static func namedTuple(_ f: Frame, _ a: Arguments) throws(Raised) -> Value {
    let name = try f.str(a[0])
    var fields = try fieldNames(a[1], f)
    let renames = a[2].isUnbound ? false : try f.truth(a[2])
    if renames { rename(&fields) }
    try check(name.string, fields, allowsUnderscore: renames, f)
    var defaults: ContiguousArray<Value> = []
    if !a[3].isUnbound && !a[3].isNone { defaults = try f.collect(a[3]) }
    if defaults.count > fields.count { throw f.typeError("Got more default values than field names") }
    let module = a[4].isUnbound || a[4].isNone ? Value.object(f.code.namespace.name) : a[4]
    let maker = NamedTupleMaker(name, fields: fields.map { Str($0) }, defaults: defaults, f)
    return .object(try maker.make(module: module))
  }

  private static func fieldNames(_ given: Value, _ f: Frame) throws(Raised) -> [String] {
    if let text = given.payload.str {
      return text.string.split { $0 == "," || $0.isWhitespace }.map(String.init)
    }
    var names: [String] = []
    for item in try f.collect(given) { names.append(try f.str(item).string) }
    return names
  }

  /// Replaces names that cannot be fields by their positions.
  private static func rename(_ fields: inout [String]) {
    var seen: Set<String> = []
    for (index, field) in fields.enumerated() {
      if !isIdentifier(field) || keywords.contains(field) || field.hasPrefix("_") || seen.contains(field) {
        fields[index] = "_\(index)"
      }
      seen.insert(field)
    }
  }

  private static func check(_ name: String, _ fields: [String], allowsUnderscore: Bool, _ f: Frame) throws(Raised) {
    for text in [name] + fields {
      if !isIdentifier(text) {
        throw f.valueError("Type names and field names must be valid identifiers: \(try quoted(text, f))")
      }
      if keywords.contains(text) {
        throw f.valueError("Type names and field names cannot be a keyword: \(try quoted(text, f))")
      }
    }
    var seen: Set<String> = []
    for field in fields {
      if field.hasPrefix("_") && !allowsUnderscore {
        throw f.valueError("Field names cannot start with an underscore: \(try quoted(field, f))")
      }
      if !seen.insert(field).inserted {
        throw f.valueError("Encountered duplicate field name: \(try quoted(field, f))")
      }
    }
  }

  private static func quoted(_ text: String, _ f: Frame) throws(Raised) -> String {
    try f.repr(.text(text)).string
  }

  private static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first == "_" || first.properties.isXIDStart else { return false }
    return text.unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isXIDContinue }
  }

  private static let keywords: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
  ]
}
