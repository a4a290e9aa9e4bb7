// The builtins that run a text: eval, exec, compile.
import Syntax

/// A parsed text and what becomes of the value of its last expression.
struct Program {
  let module: Module
  let result: Lowering.Result
}

enum EvaluationFunctions {
  static func define(_ m: ModuleBuilder) {
    m.function("eval", "source, /, globals=None, locals=None", .many { (f, a) throws(Raised) in
      let program = try program(a[0], "eval", .returned, f)
      return try run(Program(module: program.module, result: .returned), globals: a[1], locals: a[2], "eval", f)
    })
    m.function("exec", "source, /, globals=None, locals=None, *, closure=None", .many { (f, a) throws(Raised) in
      _ = try run(program(a[0], "exec", .dropped, f), globals: a[1], locals: a[2], "exec", f)
      return .none
    })
    m.function(
      "compile", "source, filename, mode, flags=0, dont_inherit=False, optimize=-1", .many(compile))
  }

  // MARK: Texts

  private static func compile(_ f: Frame, _ a: Arguments) throws(Raised) -> Value {
    guard let name = a[1].payload.str else {
      throw f.typeError("compile() argument 'filename' must be str, bytes or os.PathLike object, not \(f.typeName(a[1]))")
    }
    guard let mode = a[2].payload.str else {
      throw f.typeError("compile() argument 'mode' must be str, not \(f.typeName(a[2]))")
    }
    let result: Lowering.Result
    switch mode.string {
    case "exec": result = .dropped
    case "eval": result = .returned
    case "single": result = .shown
    default: throw f.valueError("compile() mode must be 'exec', 'eval' or 'single'")
    }
    let text = try text(a[0], "compile", f)
    let program = try parsed(SourceFile(name: name.string, bytes: text, isShown: false), result, f)
    let namespace = Namespace(name: f.interpreter.names[.__main__])
    let code = Lowering.lower(program.module, into: namespace, f.interpreter, result: result)
    return .object(CodeObject(code, program: program))
  }

  /// What `source` says: a text, or what `compile` made of one.
  private static func program(
    _ source: Value, _ caller: String, _ result: Lowering.Result, _ f: Frame
  ) throws(Raised) -> Program {
    if let code = source.native(CodeObject.self) {
      guard let program = code.program else {
        throw f.typeError("\(caller)() takes the code that compile() makes, not that of a function")
      }
      return program
    }
    var text = try text(source, caller, f)
    // An expression may be indented.
    if result == .returned { text = Array(text.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) }
    return try parsed(SourceFile(name: "<string>", bytes: text, isShown: false), result, f)
  }

  private static func text(_ source: Value, _ caller: String, _ f: Frame) throws(Raised) -> [UInt8] {
    let bytes: [UInt8]
    switch source.payload {
    case let value where value.str != nil: bytes = value.str!.utf8
    case let value where value.bytes != nil: bytes = value.bytes!.bytes
    case let value where value.byteArray != nil: bytes = value.byteArray!.bytes
    default:
      throw f.typeError(
        "\(caller)() arg 1 must be a string, bytes or \(caller == "compile" ? "AST" : "code") object")
    }
    if bytes.contains(0) {
      let raised = f.error(.SyntaxError, "source code string cannot contain null bytes")
      raised.exception[detail: "msg"] = raised.exception.arguments.items.first
      throw raised
    }
    return bytes
  }

  private static func parsed(_ file: SourceFile, _ result: Lowering.Result, _ f: Frame) throws(Raised) -> Program {
    let module = try f.interpreter.parsed(file, f)
    if result == .returned { try requireExpression(module, f) }
    return Program(module: module, result: result)
  }

  /// Only an expression has a value.
  private static func requireExpression(_ module: Module, _ f: Frame) throws(Raised) {
    if module.body.count == 1, case .expression = module.body[0].kind { return }
    let place = module.body.dropFirst().first?.range ?? module.body.first?.range ?? SourceRange(0, 0)
    throw f.interpreter.syntaxError(
      SyntaxError("invalid syntax: an expression is expected here, not a statement", place), in: module.file, f)
  }

  // MARK: Namespaces

  private static func run(
    _ program: Program, globals: Value, locals: Value, _ caller: String, _ f: Frame
  ) throws(Raised) -> Value {
    let globals = globals.isNone || globals.isUnbound ? nil : globals
    var locals = locals.isNone || locals.isUnbound ? nil : locals
    if let locals, f.types.type(of: locals).special(.__getitem__) == nil {
      throw f.typeError("\(caller)() locals must be a mapping or None, not \(f.typeName(locals))")
    }
    if let globals, locals.map({ $0.isIdentical(to: globals) }) ?? false { locals = nil }
    guard let globals else {
      // A function's variables can be read; what the text assigns is forgotten with the copy.
      if locals == nil { locals = f.localNames.map { .object($0) } }
      return try run(program, in: f.code.namespace, locals, f)
    }
    if let view = globals.native(NamespaceView.self) { return try run(program, in: view.namespace, locals, f) }
    guard let dict = globals.payload.dict else {
      throw f.typeError(
        caller == "exec" ? "exec() globals must be a dict, not \(f.typeName(globals))" : "globals must be a dict")
    }
    let namespace = f.namespace(mirroring: dict)
    defer { f.copyBack(namespace, to: dict) }
    return try run(program, in: namespace, locals, f)
  }

  private static func run(
    _ program: Program, in namespace: Namespace, _ locals: Value?, _ f: Frame
  ) throws(Raised) -> Value {
    let code = Lowering.lower(
      program.module, into: namespace, f.interpreter, result: program.result, hasLocals: locals != nil)
    return try f.interpreter.run(code, locals: locals, f)
  }
}

extension Frame {
  /// A namespace with the items of a dict: the one that functions in it have already, where an earlier text defined
  /// them in the same dict.
  fileprivate func namespace(mirroring dict: Dict) -> Namespace {
    let names = interpreter.names!
    if dict[names[.__builtins__]] == nil {
      dict[names[.__builtins__]] = interpreter.modules[interpreter.intern("builtins")]
    }
    let known = dict.items.lazy.compactMap { $0.value.function?.namespace }.first {
      $0.mirrored == ObjectIdentifier(dict)
    }
    let name = dict[names[.__name__]]?.str ?? interpreter.intern("builtins")
    let namespace = known ?? Namespace(name: interpreter.intern(name))
    namespace.mirrored = ObjectIdentifier(dict)
    for binding in namespace.bindings where dict[binding.name] == nil { namespace[binding.name] = nil }
    for item in dict.items {
      if let name = item.key.str { namespace[interpreter.intern(name)] = item.value }
    }
    namespace.builtins = limitedBuiltins(dict[names[.__builtins__]])
    return namespace
  }

  /// What a dict's own `__builtins__` leaves of the builtins; nil where that is all.
  private func limitedBuiltins(_ value: Value?) -> Namespace? {
    if let dict = value?.payload.dict {
      let limited = Namespace(name: interpreter.intern("builtins"))
      for item in dict.items {
        if let name = item.key.str { limited[interpreter.intern(name)] = item.value }
      }
      return limited
    }
    return value?.isNone ?? false ? Namespace(name: interpreter.intern("builtins")) : nil
  }

  /// Brings what a text assigned and deleted into the dict that it ran in.
  fileprivate func copyBack(_ namespace: Namespace, to dict: Dict) {
    for item in dict.items {
      if let name = item.key.str, namespace[interpreter.intern(name)] == nil { dict[interpreter.intern(name)] = nil }
    }
    for binding in namespace.bindings { dict[binding.name] = binding.value }
  }
}
