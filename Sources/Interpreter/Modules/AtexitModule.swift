// The module `atexit`.

enum AtexitModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    let handlers = ExitHandlers()
    m.interpreter.exitHooks.append { f in handlers.run(f) }
    m.function("register", "func, /, *args, **kwargs", .many { (f, a) throws(Raised) in
      if !f.isCallable(a[0]) { throw f.typeError("the first argument must be callable") }
      let keywords = a.doubleStarred(2).items.compactMap { item in item.key.str.map { ($0, item.value) } }
      handlers.list.append((a[0], CallArguments(a.starred(1), keywords: keywords)))
      return a[0]
    })
    m.function("unregister", "func, /", .one { (f, function) throws(Raised) in
      var kept: [ExitHandlers.Handler] = []
      for handler in handlers.list where try !f.isEqual(handler.function, function) { kept.append(handler) }
      handlers.list = kept
      return .none
    })
    m.function("_run_exitfuncs", "", .zero { (f) throws(Raised) in
      handlers.run(f)
      return .none
    })
    m.function("_clear", "", .zero { (f) throws(Raised) in
      handlers.list.removeAll()
      return .none
    })
    m.function("_ncallbacks", "", .zero { (f) throws(Raised) in .int(handlers.list.count) })
  }
}

/// What scripts want to run when the program ends.
private final class ExitHandlers {
  typealias Handler = (function: Value, arguments: CallArguments)

  var list: [Handler] = []

  /// Runs them, the last registered first. What one raises is reported and stops none of the others.
  func run(_ f: Frame) {
    // What is registered from now on never runs.
    defer { list.removeAll() }
    for handler in list.reversed() {
      do {
        _ = try f.call(handler.function, handler.arguments)
      } catch {
        f.interpreter.reportUnraisable(error.exception, in: handler.function)
      }
    }
  }
}
