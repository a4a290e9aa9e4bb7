// `_fibers`: how parts of the library that are written in Python wait for each other's changes inside a server.

enum FibersModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    // Lets others run until changed(object, what) or timeout seconds. False at once where there are no others.
    m.function(
      "pause", "object, what, timeout=None, /",
      .three(pause))
    // Lets those go on that wait for this change, at most count.
    m.function("changed", "object, what, count=1, /", .three(changed))
    // For whom the running request is, None outside a server.
    m.function("client", "", .zero { f throws(Raised) in
      f.interpreter.fiberScheduler?.client ?? .none
    })
  }

  private static func pause(_ f: Frame, _ object: Value, _ what: Value, _ timeout: Value) throws(Raised) -> Value {
    guard let scheduler = f.interpreter.fiberScheduler, let object = object.object, let what = what.str else {
      return .bool(false)
    }
    var seconds: Double?
    switch timeout {
    case .int(let whole): seconds = Double(whole)
    case .float(let real): seconds = real
    default: break
    }
    _ = try scheduler.wait(forChangeOf: object, what.string, timeout: seconds, f)
    return .bool(true)
  }

  private static func changed(_ f: Frame, _ object: Value, _ what: Value, _ count: Value) throws(Raised) -> Value {
    guard let scheduler = f.interpreter.fiberScheduler, let object = object.object, let what = what.str else {
      return .none
    }
    var most = 1
    if case .int(let count) = count { most = count }
    scheduler.changed(object, what.string, count: most)
    return .none
  }
}
