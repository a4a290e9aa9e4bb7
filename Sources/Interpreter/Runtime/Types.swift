// The built-in types.
import Syntax

/// Every built-in type, made when the interpreter starts.
public final class Types {
  public let object: TypeObject
  public let type: TypeObject
  private let interpreter: Interpreter
  private var byKind: [TypeObject?] = Array(repeating: nil, count: 256)
  private var exceptions: [TypeObject] = []
  private var natives = HashTable<String, TypeObject>()
  private var moduleTypes = HashTable<String, TypeObject>()

  public private(set) var none: TypeObject
  public private(set) var ellipsis: TypeObject
  public private(set) var notImplemented: TypeObject
  public private(set) var bool: TypeObject
  public private(set) var int: TypeObject
  public private(set) var float: TypeObject

  init(_ interpreter: Interpreter) {
    self.interpreter = interpreter
    func bare(_ name: String, _ bases: [TypeObject]) -> TypeObject {
      let type = TypeObject(
        name: interpreter.intern(name), bases: bases, attributes: Dict(), isHeapType: false,
        moduleName: interpreter.intern("builtins"), interpreter: interpreter)
      type.mro = [type] + (bases.first?.mro ?? [])
      return type
    }
    object = bare("object", [])
    type = bare("type", [object])
    none = bare("NoneType", [object])
    ellipsis = bare("ellipsis", [object])
    notImplemented = bare("NotImplementedType", [object])
    int = bare("int", [object])
    bool = bare("bool", [int])
    float = bare("float", [object])
    for exception in BuiltinException.allCases {
      let base = exception.base.map { exceptions[$0.number] } ?? object
      exceptions.append(bare(exception.rawValue, [base]))
    }
    // The one built-in type with two bases.
    let group = self[.ExceptionGroup]
    group.bases.append(self[.Exception])
    group.mro = [group, self[.BaseExceptionGroup], self[.Exception], self[.BaseException], object]
  }

  /// Fills the types with their methods. Separate from `init`, since methods' tables refer to types.
  func populate() {
    TypeBuilder.fill(object, interpreter, ObjectType.define)
    TypeBuilder.fill(type, interpreter, TypeType.define)
    TypeBuilder.fill(none, interpreter, Singletons.defineNone)
    TypeBuilder.fill(ellipsis, interpreter, Singletons.defineEllipsis)
    TypeBuilder.fill(notImplemented, interpreter, Singletons.defineNotImplemented)
    TypeBuilder.fill(int, interpreter, IntType.define)
    TypeBuilder.fill(bool, interpreter, BoolType.define)
    TypeBuilder.fill(float, interpreter, FloatType.define)
    byKind[Int(Object.Kind.bigInteger.rawValue)] = int
    byKind[Int(Object.Kind.type.rawValue)] = type
    let kinds: [(Object.Kind, String, (TypeBuilder) -> Void)] = [
      (.str, "str", StrType.define), (.bytes, "bytes", BytesType.define), (.byteArray, "bytearray", ByteArrayType.define),
      (.list, "list", ListType.define), (.tuple, "tuple", TupleType.define), (.dict, "dict", DictType.define),
      (.set, "set", SetType.define), (.frozenSet, "frozenset", FrozenSetType.define),
      (.range, "range", RangeType.define), (.slice, "slice", SliceType.define),
      (.function, "function", FunctionType.define), (.builtin, "builtin_function_or_method", BuiltinType.define),
      (.boundMethod, "method", BoundMethodType.define), (.module, "module", ModuleType.define),
      (.cell, "cell", CellType.define), (.generator, "generator", GeneratorType.define),
      (.property, "property", PropertyType.define), (.staticMethod, "staticmethod", StaticMethodType.define),
      (.classMethod, "classmethod", ClassMethodType.define), (.superObject, "super", SuperType.define),
      (.dictView, "dict_keys", DictViewType.define), (.traceback, "traceback", TracebackType.define),
    ]
    for (kind, name, define) in kinds { byKind[Int(kind.rawValue)] = make(name, define) }
    for exception in BuiltinException.allCases {
      TypeBuilder.fill(self[exception], interpreter) { ExceptionType.define(exception, $0) }
    }
  }

  /// A new built-in type.
  public func make(
    _ name: String, module: String = "builtins", base: TypeObject? = nil,
    _ define: (TypeBuilder) -> Void
  ) -> TypeObject {
    let base = base ?? object
    let type = TypeObject(
      name: interpreter.intern(name), bases: [base], attributes: Dict(), isHeapType: false,
      moduleName: interpreter.intern(module), interpreter: interpreter)
    type.mro = [type] + base.mro
    type.isNamedWithModule = Types.modulesInC.contains(module)
    type.blank = base.blank
    TypeBuilder.fill(type, interpreter, define)
    return type
  }

  /// Modules that CPython has in C, whose types messages name with their module.
  private static let modulesInC = [
    "array", "collections", "functools", "io", "itertools", "operator", "os", "re", "sys", "time", "types",
    "typing",
  ]

  @inline(__always)
  public subscript(exception: BuiltinException) -> TypeObject { exceptions[exception.number] }

  /// The type of objects of a kind that has just one.
  public subscript(kind: Object.Kind) -> TypeObject { byKind[Int(kind.rawValue)]! }

  /// A module's type by its full name (`datetime.date`); its module must have been imported.
  public subscript(module name: String) -> TypeObject { moduleTypes[name]! }

  /// A module's type by its full name, nil where the module has not been imported.
  public func known(_ name: String) -> TypeObject? { moduleTypes[name] }

  func register(_ type: TypeObject, as name: String) {
    moduleTypes.insert(type, for: name)
  }

  /// The type of a built-in iterator, by its name.
  func iterator(named name: String) -> TypeObject {
    native(named: name, IteratorType.define)
  }

  /// A type that no program asks for by name, made when its first object is: iterators and views.
  func native(named name: String, module: String = "builtins", _ define: (TypeBuilder) -> Void) -> TypeObject {
    if let type = natives[name] { return type }
    let type = make(name, module: module, define)
    natives.insert(type, for: name)
    return type
  }

  /// The type of a value.
  public func type(of value: Value) -> TypeObject {
    switch value {
    case .unbound, .none: none
    case .ellipsis: ellipsis
    case .notImplemented: notImplemented
    case .bool: bool
    case .int: int
    case .float: float
    case .object(let object):
      switch object.kind {
      case .instance: unsafeDowncast(object, to: Instance.self).type
      case .exception: unsafeDowncast(object, to: ExceptionObject.self).type
      case .iterator: iterator(named: unsafeDowncast(object, to: Iterator.self).typeName)
      case .native, .dictView: object.nativeType(self)
      case .type: unsafeDowncast(object, to: TypeObject.self).metatype ?? type
      case .builtin: type(of: unsafeDowncast(object, to: Builtin.self))
      case .boundMethod: type(of: unsafeDowncast(object, to: BoundMethod.self))
      default: byKind[Int(object.kind.rawValue)]!
      }
    }
  }
}

/// Fills one type: a row a method.
public struct TypeBuilder {
  public let type: TypeObject
  public let interpreter: Interpreter

  static func fill(_ type: TypeObject, _ interpreter: Interpreter, _ define: (TypeBuilder) -> Void) {
    define(TypeBuilder(type: type, interpreter: interpreter))
  }

  /// A method. `signature` begins with `self`.
  public func method(
    _ name: String, _ signature: String, _ body: Builtin.Body, direct: Builtin.DirectBody? = nil
  ) {
    let builtin = Builtin(name, signature, isMethod: true, body, direct: direct)
    builtin.owner = type.name.string
    set(name, .object(builtin))
  }

  /// A static method.
  public func staticMethod(_ name: String, _ signature: String, _ body: Builtin.Body) {
    let builtin = Builtin(name, signature, body)
    builtin.owner = type.name.string
    set(name, .object(WrappedMethod(kind: .staticMethod, function: .object(builtin))))
  }

  /// A class method. `signature` begins with `cls`.
  public func classMethod(_ name: String, _ signature: String, _ body: Builtin.Body) {
    let builtin = Builtin(name, signature, isMethod: true, body)
    builtin.owner = type.name.string
    set(name, .object(WrappedMethod(kind: .classMethod, function: .object(builtin))))
  }

  /// An attribute that is computed when read, and written where `set` is given.
  public func property(
    _ name: String, get: @escaping (Frame, Value) throws(Raised) -> Value,
    set setter: ((Frame, Value, Value) throws(Raised) -> Value)? = nil
  ) {
    let getter = Builtin(name, "self, /", .one(get))
    getter.owner = type.name.string
    let set = setter.map { Value.object(Builtin(name, "self, value, /", .two($0))) } ?? .none
    self.set(name, .object(Property(getter: .object(getter), setter: set)))
  }

  /// A class attribute.
  public func constant(_ name: String, _ value: Value) {
    set(name, value)
  }

  /// How a call of the type makes an object. For immutable types, whose subclasses get their payload from it too.
  public func new(_ signature: String, _ new: @escaping TypeObject.New) {
    type.newSignatureText = signature
    type.new = new
    inheritOrDefineConstructor()
  }

  /// What a call of the type with one positional argument makes, when such calls are many. The same as `new` would.
  func newFromOne(_ make: @escaping (Frame, Value) throws(Raised) -> Value) {
    type.newFromOne = make
  }

  /// How an empty object is made, which `__init__` then fills. For mutable types; subclasses get it as payload.
  public func blank(_ blank: @escaping (Frame, TypeObject) throws(Raised) -> Value) {
    type.blank = blank
    inheritOrDefineConstructor()
  }

  private func inheritOrDefineConstructor() {
    if type.mro.count == 2 { constructor() }
  }

  /// Forbids class statements to inherit from the type.
  public func final() {
    type.isSubclassable = false
  }

  private func set(_ name: String, _ value: Value) {
    type.attributes[interpreter.intern(name)] = value
  }
}
