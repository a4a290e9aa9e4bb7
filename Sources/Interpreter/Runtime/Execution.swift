// Running source text: parsing, lowering, and the code of modules.
import CPosixShim
import Syntax

extension Interpreter {
  /// Makes the module `__main__`.
  /// - Parameter fileName: its `__file__`, where it has one.
  public func makeMainModule(fileName: String?) -> ModuleObject {
    let name = names[.__main__]
    let module = ModuleObject(name: name, namespace: Namespace(name: name), isBuiltin: false)
    module.namespace[names[.__name__]] = .object(name)
    module.namespace[names[.__doc__]] = Value.none
    module.namespace[names[.__package__]] = Value.none
    module.namespace[names[.__builtins__]] = modules[intern("builtins")]
    if let fileName { module.namespace[names[.__file__]] = .text(fileName) }
    modules[name] = .object(module)
    return module
  }

  /// Parses and runs a text in a namespace. Raises SyntaxError and what the text raises.
  public func execute(_ file: SourceFile, in namespace: Namespace, _ f: Frame) throws(Raised) {
    _ = try run(Lowering.lower(parsed(file, f), into: namespace, self), f)
  }

  /// The tree of a text. Gives the warnings about it. Raises SyntaxError.
  public func parsed(_ file: SourceFile, _ f: Frame) throws(Raised) -> Module {
    switch parse(file) {
    case .complete(let module):
      if !module.warnings.isEmpty { try show(module.warnings, in: file, f) }
      return module
    case .incomplete(let error), .invalid(let error):
      throw syntaxError(error, in: file, f)
    }
  }

  private func show(_ warnings: [SyntaxWarning], in file: SourceFile, _ f: Frame) throws(Raised) {
    let warn = try f.attribute(of: f.importModule("warnings"), "warn_explicit")
    for warning in warnings {
      let line = file.line(at: Int(warning.range.start))
      let arguments: ContiguousArray<Value> = [
        .text(warning.message), .object(f.types[.SyntaxWarning]), .text(file.name), .int(line),
      ]
      let text = file.isShown ? Value.text(file.text(ofLine: line)) : .none
      _ = try f.call(warn, CallArguments(arguments, keywords: [(intern("_line"), text)]))
    }
  }

  /// Runs a parsed cell of the prompt; the value of a last expression statement goes to `showResult`.
  public func executeCell(_ module: Module, in namespace: Namespace, _ f: Frame) throws(Raised) {
    _ = try run(Lowering.lower(module, into: namespace, self, result: .shown), f)
  }

  /// Runs the code of a module in a frame above `f`, and returns what it returns.
  ///
  /// - Parameter locals: the mapping that holds the code's names, where it was lowered to have one.
  func run(_ code: FunctionCode, locals: Value? = nil, _ f: Frame) throws(Raised) -> Value {
    try f.checkNativeStack()
    if f.header.pointee.depth >= recursionLimit {
      throw f.error(.RecursionError, "maximum recursion depth exceeded")
    }
    let slots = f.nextSlots
    let frame = Frame(slots: slots)
    frame.begin(code, caller: f.slots, depth: f.header.pointee.depth + 1, self)
    for slot in 0..<code.slotCount { (slots + slot).initialize(to: .unbound) }
    if let locals { frame[0] = locals }
    defer { slots.deinitialize(count: code.slotCount) }
    if !code.documentation.isNone { code.namespace[names[.__doc__]] = code.documentation }
    do {
      let flow = try code.body.execute(frame)
      // What came during the last statement is not lost.
      try frame.checkSignals()
      return frame.takeResult(flow)
    } catch {
      frame.dropResult()
      error.exception.needsLocation = true
      throw error
    }
  }

  /// A SyntaxError as a Python exception, with its file, line, columns and text.
  public func syntaxError(_ error: SyntaxError, in file: SourceFile, _ f: Frame) -> Raised {
    let type: BuiltinException =
      switch error.kind {
      case .syntax: .SyntaxError
      case .indentation: .IndentationError
      case .tab: .TabError
      }
    let place = file.place(of: error.range)
    let exception = ExceptionObject(f.types[type], [.text(error.message), .tuple(place)])
    exception.readSyntaxError(message: .text(error.message), place)
    return Raised(exception)
  }

  /// What happens with the value of an expression at the prompt, or in code that was compiled as if it stood there.
  func showResult(_ value: Value, _ f: Frame) throws(Raised) {
    if let resultHandler { return try resultHandler(value, f) }
    _ = try f.callMethod(f.importModule("sys"), "displayhook", CallArguments([value]))
  }

  /// Runs `body` on a native stack of a gigabyte, so that deep recursion ends in RecursionError and nothing worse.
  /// To be called once, around everything that the interpreter does.
  public func withLargeStack(_ body: @escaping () -> Void) {
    SeparateStack(bytes: 1 << 30, reserve: 1 << 20, body).run()
  }
}
