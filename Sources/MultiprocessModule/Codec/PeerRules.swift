// What a message may do that comes from outside the process tree: make data, and nothing of the sender's choosing.
import Interpreter
import Pickle

/// The rules for messages of peers that are known by their key only.
///
/// Stricter than those inside a tree: names are those of data types, of exceptions, and of what the script's own files
/// define; only types are called, and only what the message itself has made is given a state.
struct PeerRules {
  let f: Frame

  /// Types and functions whose calls make data or proxies.
  private static let constructors: [String: Set<String>] = [
    "array": ["array"],
    "builtins": [
      "bool", "bytearray", "bytes", "complex", "dict", "float", "frozenset", "int", "list", "range", "set", "slice", "str",
      "tuple",
    ],
    "collections": ["Counter", "OrderedDict", "defaultdict", "deque"],
    "datetime": ["date", "datetime", "time", "timedelta", "timezone"],
    "multiprocessing.managers": ["RebuildProxy", "Token", "Namespace", "Value"],
    "types": ["SimpleNamespace"],
  ]

  /// Names that are values, not to be called by a message.
  private static let values: [String: Set<String>] = [
    "builtins": [
      "Ellipsis", "NotImplemented", "abs", "all", "any", "bin", "chr", "divmod", "hash", "hex", "len", "max", "min",
      "object", "oct", "ord", "pow", "repr", "round", "sorted", "sum", "type",
    ],
    "multiprocessing.managers": ["AutoProxy"],
  ]

  private func refusal(_ what: String) -> Raised { f.unpicklingError("a message from another machine or program \(what)") }

  // MARK: Names

  func global(_ module: String, _ name: String) throws(Raised) -> Value {
    if let stand = Replacement.named(module, name) { return .object(stand) }
    if PeerRules.constructors[module]?.contains(name) ?? false || PeerRules.values[module]?.contains(name) ?? false {
      _ = try f.importModule(module)
      if let value = try f.lookUp(module, name) { return value }
    }
    if let value = try ownName(module, name) { return value }
    throw refusal("may not name \(module).\(name)")
  }

  /// A class or function of the script's own files, an exception of any module, a proxy's class.
  private func ownName(_ module: String, _ name: String) throws(Raised) -> Value? {
    guard let owner = f.interpreter.modules[f.interpreter.intern(module)]?.module else { return nil }
    var value = Value.object(owner)
    for part in name.split(separator: ".") {
      // Between the module and the last name there are only classes.
      guard value.module != nil || value.type != nil,
        let next = try f.optionalAttribute(of: value, f.interpreter.intern(String(part)))
      else { return nil }
      value = next
    }
    if let type = value.type {
      let isOwn = type.isScriptDefined && !owner.isBuiltin
      return isOwn || type.isExceptionType || isProxy(type) ? value : nil
    }
    return value.function != nil && !owner.isBuiltin ? value : nil
  }

  private func isProxy(_ type: TypeObject) -> Bool {
    guard let base = ManagerTypes.baseProxy(f) else { return false }
    return type.isSubtype(of: base)
  }

  // MARK: Calls and states

  /// Checks what a message wants to call.
  func checkCall(_ callable: Value) throws(Raised) {
    if let type = callable.type, type !== f.types.type, type !== f.types.object { return }
    if callable.object is Replacement { return }
    if let function = callable.function, function === ManagerTypes.rebuildProxy(f) { return }
    throw refusal("may not call \((try? f.repr(callable).string) ?? "that")")
  }

  /// Checks what a message wants to give a state.
  func checkState(of target: Value) throws(Raised) {
    guard target.instance != nil || target.exception != nil || target.native(TypedObject.self) != nil else {
      throw refusal("may not change a \(f.typeName(target))")
    }
  }
}

/// What old protocols call instead of having an opcode, and how a bound method travels.
final class Replacement: Object {
  private let make: (Frame, ContiguousArray<Value>) throws(Raised) -> Value

  private init(_ make: @escaping (Frame, ContiguousArray<Value>) throws(Raised) -> Value) {
    self.make = make
    super.init(kind: .native)
  }

  func call(_ f: Frame, _ arguments: ContiguousArray<Value>) throws(Raised) -> Value { try make(f, arguments) }

  static func named(_ module: String, _ name: String) -> Replacement? {
    switch (module, name) {
    case ("_codecs", "encode"): Replacement(encode)
    case ("copyreg", "_reconstructor"): Replacement(reconstruct)
    case ("builtins", "getattr"): Replacement(boundMethod)
    case ("array", "_array_reconstructor"): Replacement(reconstructArray)
    default: nil
    }
  }

  /// Bytes, in protocols that have none: text of which each scalar is a byte.
  private static func encode(_ f: Frame, _ arguments: ContiguousArray<Value>) throws(Raised) -> Value {
    guard let text = arguments.first?.str, arguments.count <= 2, let encoding = arguments.last?.str?.string,
      arguments.count == 1 || encoding == "latin1"
    else { throw f.unpicklingError("_codecs.encode of something other than Latin-1 text") }
    var bytes: [UInt8] = []
    for index in 0..<text.count {
      guard let byte = UInt8(exactly: text[index]) else { throw f.unpicklingError("_codecs.encode of text beyond Latin-1") }
      bytes.append(byte)
    }
    return .bytes(bytes)
  }

  /// An instance, in protocols without NEWOBJ: class, built-in base, the base's value.
  private static func reconstruct(_ f: Frame, _ arguments: ContiguousArray<Value>) throws(Raised) -> Value {
    guard arguments.count == 3, let cls = arguments[0].type, arguments[1].type != nil else {
      throw f.unpicklingError("copyreg._reconstructor with other arguments than a class, its base and a value")
    }
    try PeerRules(f: f).checkCall(arguments[0])
    return try f.newObject(cls, CallArguments(arguments[2].isNone ? [] : [arguments[2]]))
  }

  /// A method that is not private, of an object that the message made or a class that it may name.
  private static func boundMethod(_ f: Frame, _ arguments: ContiguousArray<Value>) throws(Raised) -> Value {
    guard arguments.count == 2, let name = arguments[1].str?.string, !name.hasPrefix("_") else {
      throw f.unpicklingError("a message from another machine or program may not read private attributes")
    }
    let method = try f.attribute(of: arguments[0], name)
    guard method.boundMethod != nil || method.function != nil else {
      throw f.unpicklingError("a message from another machine or program may read methods only")
    }
    return method
  }
}
