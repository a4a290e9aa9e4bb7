// ppd's own builtins: spawn, queue, pipe, value, array, lock, rlock, condition, event, semaphore, barrier, manager.
import Interpreter

enum ProcessBuiltins {
  /// Adds the builtins to what every module sees.
  static func register(_ interpreter: Interpreter) {
    func add(_ name: String, _ signature: String, _ body: @escaping (Frame, Arguments) throws(Raised) -> Value) {
      let builtin = Builtin(name, signature, .many(body))
      interpreter.builtins[interpreter.intern(name)] = .object(builtin)
    }
    add("spawn", "target, /, *args, name=None, daemon=None, **kwargs", spawn)
    add("queue", "maxsize=0, *, name=None") { (f, a) throws(Raised) in
      try Maker(f).queue(.joinable, maxSize: a[0], name: a[1])
    }
    add("pipe", "duplex=True, *, name=None") { (f, a) throws(Raised) in
      try Maker(f).pipe(duplex: a[0], name: a[1])
    }
    add("value", "typecode_or_initial, initial=None, *, lock=True, name=None", value)
    add("array", "typecode_or_items, size_or_items=None, *, lock=True, name=None", array)
    add("lock", "*, name=None") { (f, a) throws(Raised) in try Maker(f).lock(name: a[0]) }
    add("rlock", "*, name=None") { (f, a) throws(Raised) in
      try Maker(f).recursiveLock(name: a[0])
    }
    add("condition", "lock=None, *, name=None") { (f, a) throws(Raised) in
      try Maker(f).condition(lock: a[0], name: a[1])
    }
    add("event", "*, name=None") { (f, a) throws(Raised) in try Maker(f).event(name: a[0]) }
    add("semaphore", "n=1, *, name=None") { (f, a) throws(Raised) in
      try Maker(f).semaphore(a[0], isBounded: false, name: a[1])
    }
    add("manager", "*, address=None, authkey=None") { (f, a) throws(Raised) in
      let given = ContiguousArray([a[0], a[1]].map { $0.isUnbound ? Value.none : $0 })
      return try f.callMethod(f.importModule("multiprocessing.managers"), "_manager_builtin", CallArguments(given))
    }
    add("barrier", "parties=None, action=None, timeout=None, *, name=None") {
      (f, a) throws(Raised) in
      try Maker(f).barrier("barrier", parties: a[0], action: a[1], timeout: a[2], name: a[3])
    }
  }

  private static func spawn(_ f: Frame, _ a: Arguments) throws(Raised) -> Value {
    _ = try Tree.of(f)
    guard f.isCallable(a[0]) else {
      throw f.typeError("spawn() needs a function to call, not \(f.typeName(a[0])): write spawn(f, x), not spawn(f(x))")
    }
    let process = try ProcessObject.make(
      target: a[0], arguments: a.starred(1), keywords: a.doubleStarred(4), name: a[2], daemon: a[3], f)
    _ = try f.callMethod(process, "start")
    return process
  }

  private static func value(_ f: Frame, _ a: Arguments) throws(Raised) -> Value {
    let maker = try Maker(f)
    if a[1].isUnbound {
      if let text = a[0].str, text.count == 1 {
        return try maker.value(TypeCode.read(a[0], f), .unbound, lock: a[2], name: a[3])
      }
      return try maker.value(TypeCode.suiting(a[0], f), a[0], lock: a[2], name: a[3])
    }
    return try maker.value(TypeCode.read(a[0], f), a[1], lock: a[2], name: a[3])
  }

  private static func array(_ f: Frame, _ a: Arguments) throws(Raised) -> Value {
    let maker = try Maker(f)
    if !a[1].isUnbound { return try maker.array(TypeCode.read(a[0], f), a[1], lock: a[2], name: a[3]) }
    if case .int = a[0] { return try maker.array(.longLong, a[0], lock: a[2], name: a[3]) }
    if a[0].bytes != nil { return try maker.array(.char, a[0], lock: a[2], name: a[3]) }
    let items = try f.collect(a[0])
    let isReal = items.contains { if case .float = $0 { true } else { false } }
    let code = isReal ? TypeCode.double : try items.first.map { (item) throws(Raised) in try TypeCode.suiting(item, f) } ?? .longLong
    return try maker.array(code, .list(items), lock: a[2], name: a[3])
  }
}
