// The builtins about names: globals, locals, vars, dir, __import__.
import Syntax

enum NamespaceFunctions {
  static func define(_ m: ModuleBuilder) {
    m.function("globals", "", .zero { (f) throws(Raised) in NamespaceView.value(f.code.namespace, f) })
    m.function("locals", "", .zero { (f) throws(Raised) in try locals(f) })
    m.function("vars", "object=None, /", .one(vars))
    m.function("dir", "object=None, /", .one(dir))
    m.function("__import__", "name, globals=None, locals=None, fromlist=(), level=0", .many(importModule))
  }

  /// The names of the running function with their values; of a module, its globals.
  private static func locals(_ f: Frame) throws(Raised) -> Value {
    if let namespace = f.classNamespace { return namespace }
    guard let names = f.localNames else { return NamespaceView.value(f.code.namespace, f) }
    return .object(names)
  }

  private static func vars(_ f: Frame, _ object: Value) throws(Raised) -> Value {
    if object.isUnbound { return try locals(f) }
    guard let dictionary = try f.optionalAttribute(of: object, f.interpreter.names[.__dict__]) else {
      throw f.typeError("vars() argument must have __dict__ attribute")
    }
    return dictionary
  }

  private static func dir(_ f: Frame, _ object: Value) throws(Raised) -> Value {
    if object.isUnbound {
      let names = try f.collect(locals(f)).compactMap { $0.str?.string }
      return names.sorted(by: scalarOrder).asList(f)
    }
    let type = f.types.type(of: object)
    if type.isHeapType, let method = type.special(.__dir__), method.builtin == nil {
      let names = try f.collect(f.call(f.bind(method, to: object)))
      return try f.call(f.interpreter.builtins[f.interpreter.intern("sorted")]!, .list(names))
    }
    if let module = object.module, let method = module.namespace[f.interpreter.names[.__dir__]] {
      return try f.call(f.interpreter.builtins[f.interpreter.intern("sorted")]!, f.call(method))
    }
    return f.attributeNames(of: object).sorted(by: scalarOrder).asList(f)
  }

  /// Python's order of texts, which is not Swift's.
  private static func scalarOrder(_ a: String, _ b: String) -> Bool {
    a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
  }

  private static func importModule(_ f: Frame, _ a: Arguments) throws(Raised) -> Value {
    guard let name = a[0].payload.str else {
      throw f.typeError("module name must be a string")
    }
    let module = try f.importModule(name.string)
    let wantsMember = a[3].isUnbound ? false : try f.truth(a[3])
    if wantsMember || !name.string.contains(".") { return module }
    return try f.importModule(String(name.string.prefix { $0 != "." }))
  }
}

extension [String] {
  fileprivate func asList(_ f: Frame) -> Value {
    .list(ContiguousArray(map { .object(f.interpreter.intern($0)) }))
  }
}

extension Frame {
  /// Where the running class body defines its names: a dict, or what the metaclass' `__prepare__` made.
  fileprivate var classNamespace: Value? { code.slotNames.first?.count == 0 ? self[0] : nil }

  /// The values of the running function's variables at this moment, or the names of the running class body; nil where
  /// a module's body runs.
  var localNames: Dict? {
    if let namespace = classNamespace?.payload.dict { return namespace }
    if code.name.string == "<module>" { return nil }
    let names = Dict()
    for (slot, name) in code.slotNames.enumerated() where !name.isHidden {
      var value = self[slot]
      if let cell = value.cast(.cell, Cell.self) { value = cell.value }
      if !value.isUnbound { names[name] = value }
    }
    return names
  }
}

extension Str {
  /// Whether a slot's name is the lowering's own (`.0`).
  fileprivate var isHidden: Bool { count == 0 || self[0] == 0x2e }
}
