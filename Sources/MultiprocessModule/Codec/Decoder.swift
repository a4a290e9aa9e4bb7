// From pickles to values: everything that a process receives. Only names from a closed list, and what the scripts
// themselves define, are ever called.
import Interpreter
import Multiprocess
import Pickle

/// Makes the interpreter's values of a pickle.
struct Decoder: PickleBuilder {
  typealias Failure = Raised

  let f: Frame
  let tree: Tree
  /// Who sent the message.
  var sender = Sender.tree
  /// The `pickle.Unpickler` that is asked what names and persistent identifiers stand for.
  var unpickler: Value?
  /// Follows the nesting of what others than processes of the tree send.
  var nesting: NestingGuard?

  enum Sender {
    /// A process of this tree.
    case tree
    /// A process of this tree through a socket, or somebody who knows the key.
    case local, peer
  }

  /// Decodes a message.
  static func decode(
    _ message: UnsafeRawBufferPointer, _ tree: Tree, _ f: Frame, sender: Sender = .tree
  ) throws(Raised) -> Value {
    if let value = ScalarMessage.read(message) { return value }
    // Each level takes two bytes at least.
    let mayNestDeep = sender != .tree && message.count > 2 * NestingGuard.limit
    let decoder = Decoder(f: f, tree: tree, sender: sender, nesting: mayNestDeep ? NestingGuard() : nil)
    return try tree.reader.read(message, for: decoder)
  }

  func failure(_ error: PickleError) -> Raised { f.unpicklingError(error.description) }

  // MARK: Scalars

  func makeNone() -> Value { .none }
  func makeBool(_ value: Bool) -> Value { .bool(value) }
  func makeInt(_ value: Int) -> Value { .int(value) }
  func makeFloat(_ value: Double) -> Value { .float(value) }

  func makeBigInt(littleEndianTwosComplement bytes: UnsafeRawBufferPointer) throws(Raised) -> Value {
    Value.integer(littleEndianTwosComplement: bytes)
  }

  func makeBigInt(decimal: UnsafeRawBufferPointer) throws(Raised) -> Value {
    try f.call(.object(f.types.int), .text(String(decoding: decimal, as: UTF8.self)))
  }

  func makeString(utf8: UnsafeRawBufferPointer, isASCII: Bool) throws(Raised) -> Value {
    .object(Str(utf8: utf8.bindMemory(to: UInt8.self)))
  }

  func makeBytes(_ bytes: UnsafeRawBufferPointer) throws(Raised) -> Value { .bytes(Array(bytes)) }
  func makeByteArray(_ bytes: UnsafeRawBufferPointer) throws(Raised) -> Value { .object(ByteArray(Array(bytes))) }

  // MARK: Containers

  func makeTuple(_ items: UnsafeBufferPointer<Value>) throws(Raised) -> Value {
    let tuple = Value.tuple(ContiguousArray(items))
    try nesting?.note(tuple, holds: items, f)
    return tuple
  }

  func makeList() -> Value { .list([]) }
  func makeDict() -> Value { .object(Dict()) }
  func makeSet() -> Value { .object(SetObject()) }

  func makeFrozenSet(_ items: UnsafeBufferPointer<Value>) throws(Raised) -> Value {
    let set = SetObject(frozen: true)
    for item in items { try set.insert(item, f) }
    try nesting?.note(.object(set), holds: items, f)
    return .object(set)
  }

  func append(_ items: UnsafeBufferPointer<Value>, to list: Value) throws(Raised) {
    try nesting?.note(list, holds: items, f)
    if let list = list.payload.list {
      list.items.append(contentsOf: items)
    } else {
      for item in items { _ = try f.callMethod(list, "append", CallArguments([item])) }
    }
  }

  func add(_ items: UnsafeBufferPointer<Value>, to set: Value) throws(Raised) {
    try nesting?.note(set, holds: items, f)
    guard let set = set.payload.anySet else { throw f.unpicklingError("ADDITEMS to a \(f.typeName(set))") }
    for item in items { try set.insert(item, f) }
  }

  func setItems(_ keysAndValues: UnsafeBufferPointer<Value>, of dict: Value) throws(Raised) {
    try nesting?.note(dict, holds: keysAndValues, f)
    for index in stride(from: 0, to: keysAndValues.count, by: 2) {
      try f.setItem(of: dict, keysAndValues[index], keysAndValues[index + 1])
    }
  }

  // MARK: Names, calls and instances

  /// What a name stands for. Naming something runs nothing: any function or class of the script's and of the built-in
  /// modules may be mentioned.
  func global(module: Value, name: Value) throws(Raised) -> Value {
    if let unpickler { return try f.callMethod(unpickler, "find_class", CallArguments([module, name])) }
    return try named(module, name)
  }

  /// What a name stands for where no script says otherwise.
  func named(_ module: Value, _ name: Value) throws(Raised) -> Value {
    guard var module = module.str?.string, let name = name.str?.string else {
      throw f.unpicklingError("a global's name is no str")
    }
    if sender != .tree { return try PeerRules(f: f).global(module, name) }
    // The module that has in C what `os` offers.
    if module == "posix" { module = "os" }
    _ = try f.interpreter.builtinModule(module, f)
    guard let value = try f.lookUp(module, name) else {
      if let stand = Replacement.named(module, name) { return .object(stand) }
      throw f.error(.AttributeError, "Can't get attribute '\(name)' on module '\(module)'")
    }
    guard Callables.mayBeNamed(value) else {
      throw f.unpicklingError("'\(module).\(name)' is neither a function nor a class")
    }
    return value
  }

  /// A call that the message asks for: only of what makes data, and, inside the tree, of what the script itself defines.
  func reduce(_ callable: Value, _ arguments: Value) throws(Raised) -> Value {
    guard let arguments = arguments.tuple else { throw f.unpicklingError("the arguments of a call are no tuple") }
    if let replacement = callable.object as? Replacement {
      let made = try replacement.call(f, arguments.items)
      try nesting?.note(made, holds: CollectionOfOne(.object(arguments)), f)
      return made
    }
    if sender != .tree {
      try PeerRules(f: f).checkCall(callable)
      let made = try f.call(callable, CallArguments(arguments.items))
      try nesting?.note(made, holds: CollectionOfOne(.object(arguments)), f)
      return made
    }
    if !Callables.mayBeCalled(callable, f) {
      throw f.unpicklingError("a message may not call \(try f.repr(callable).string)")
    }
    return try f.call(callable, CallArguments(arguments.items))
  }

  func newObject(_ type: Value, _ arguments: Value, keywords: Value?) throws(Raised) -> Value {
    guard let cls = type.type, let arguments = arguments.tuple else {
      throw f.unpicklingError("NEWOBJ of what is no class")
    }
    if sender != .tree { try PeerRules(f: f).checkCall(type) }
    let given = (keywords?.dict?.items ?? []).compactMap { item in item.key.str.map { (name: $0, value: item.value) } }
    let made = try f.newObject(cls, CallArguments(arguments.items, keywords: given))
    try nesting?.note(made, holds: CollectionOfOne(.object(arguments)), f)
    return made
  }

  func build(_ instance: Value, state: Value) throws(Raised) {
    if sender != .tree { try PeerRules(f: f).checkState(of: instance) }
    try nesting?.note(instance, holds: CollectionOfOne(state), f)
    try f.setState(of: instance, state)
  }

  func persistentLoad(_ identifier: Value) throws(Raised) -> Value {
    if let unpickler { return try f.callMethod(unpickler, "persistent_load", CallArguments([identifier])) }
    if sender == .peer { throw f.unpicklingError("a message from outside the process tree mentions a shared object") }
    return try Transfers.receive(identifier, tree, f)
  }
}

/// What a message may name, and what it may call.
private enum Callables {
  /// By module: the data types, and the functions that make data, of the built-in modules.
  private static let constructors: [String: Set<String>] = [
    "array": ["array"],
    "builtins": [
      "bool", "bytearray", "bytes", "complex", "dict", "float", "frozenset", "getattr", "int", "list", "object", "range",
      "set", "slice", "str", "tuple", "type",
    ],
    "collections": ["Counter", "OrderedDict", "defaultdict", "deque"],
    "datetime": ["date", "datetime", "time", "timedelta", "timezone"],
    "random": ["Random"],
    "copyreg": ["_reconstructor"],
    "functools": ["partial"],
  ]

  static func mayBeNamed(_ value: Value) -> Bool {
    switch value {
    case .ellipsis, .notImplemented: true
    default: value.type != nil || value.function != nil || value.builtin != nil || value.boundMethod != nil
    }
  }

  static func mayBeCalled(_ value: Value, _ f: Frame) -> Bool {
    if let type = value.type {
      if type.isScriptDefined || type.isExceptionType { return true }
      return constructors[type.moduleName.string]?.contains(type.name.string) ?? false
    }
    if let builtin = value.builtin {
      return constructors[builtin.moduleName ?? "builtins"]?.contains(builtin.name.string) ?? false
    }
    return value.function != nil || value.boundMethod != nil
  }
}
