// The names that every module sees.

extension Interpreter {
  /// Fills `builtins`: functions, types, exceptions and constants.
  func registerBuiltins() {
    let name = intern("builtins")
    let module = ModuleObject(name: name, namespace: builtins, isBuiltin: true)
    modules[name] = .object(module)
    let m = ModuleBuilder(module: module, frame: rootFrame)
    m.describe()
    BuiltinTypes.define(m)
    ObjectFunctions.define(m)
    NamespaceFunctions.define(m)
    EvaluationFunctions.define(m)
    ConsoleFunctions.define(m)
    CollectionFunctions.define(m)
    NumberFunctions.define(m)
  }
}

/// The types and constants among the builtins.
private enum BuiltinTypes {
  static func define(_ m: ModuleBuilder) {
    let types = m.types
    let named: [TypeObject] = [types.object, types.type, types.bool, types.int, types.float]
    for type in named { m.constant(type.name.string, .object(type)) }
    let kinds: [Object.Kind] = [
      .str, .bytes, .byteArray, .list, .tuple, .dict, .set, .frozenSet, .range, .slice, .property, .staticMethod,
      .classMethod, .superObject,
    ]
    for kind in kinds { m.constant(types[kind].name.string, .object(types[kind])) }
    for exception in BuiltinException.allCases {
      m.constant(exception.rawValue, .object(types[exception]))
    }
    m.type("memoryview", MemoryViewType.define)
    // The names that OSError had before it took over.
    for alias in ["IOError", "EnvironmentError"] { m.constant(alias, .object(types[.OSError])) }
    m.constant("None", .none)
    m.constant("True", .bool(true))
    m.constant("False", .bool(false))
    m.constant("Ellipsis", .ellipsis)
    m.constant("NotImplemented", .notImplemented)
    m.constant("__debug__", .bool(true))
  }
}
