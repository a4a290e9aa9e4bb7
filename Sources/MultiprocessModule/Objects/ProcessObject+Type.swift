// The methods and attributes of Process.
import Glibc
import Interpreter
import Multiprocess

extension ProcessObject {
  static func define(_ t: TypeBuilder) {
    t.blank(blank)
    t.method(
      "__init__", "self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None", .many(initialize))
    t.method("start", "self, /", .one(start))
    t.method("run", "self, /", .one(run))
    t.method("join", "self, /, timeout=None", .two(join))
    t.method("is_alive", "self, /", .one(isAlive))
    t.method("terminate", "self, /", .one { (f, this) throws(Raised) in
      try signal(f, this, SIGTERM, "terminate")
    })
    t.method("kill", "self, /", .one { (f, this) throws(Raised) in
      try signal(f, this, SIGKILL, "kill")
    })
    t.method("close", "self, /", .one(close))
    t.method("result", "self, /, timeout=None", .two(result))
    t.method("__enter__", "self, /", .one { (f, this) throws(Raised) in this })
    t.method("__exit__", "self, type, value, traceback, /", .four(exit))
    t.method("__repr__", "self, /", .one(repr))
    defineProperties(t)
  }

  private static func defineProperties(_ t: TypeBuilder) {
    t.property(
      "name", get: { (f, this) throws(Raised) in .text(try known(f, this).name) },
      set: { (f, this, value) throws(Raised) in
        guard let name = value.str else { throw f.error(.AssertionError, "name must be a string") }
        try known(f, this).name = name.string
        return .none
      })
    t.property("authkey", get: { (f, this) throws(Raised) in
      let key = Value.bytes(try known(f, this).tree.authenticationKey)
      return .object(Instance(f.types[module: "multiprocessing.process.AuthenticationString"], payload: key))
    },
      set: { (f, this, key) throws(Raised) in
        try known(f, this).tree.authenticationKey = f.bytes(key)
        return .none
      })
    // Classes that override run() use these, as the base's run() does.
    t.property("_target", get: { (f, this) throws(Raised) in try get(f, this).target })
    t.property("_args", get: { (f, this) throws(Raised) in try get(f, this).arguments })
    t.property("_kwargs", get: { (f, this) throws(Raised) in try get(f, this).keywords })
    t.property("_identity", get: {
      (f, this) throws(Raised) in
      .tuple(ContiguousArray(try get(f, this).identity.map { .int($0) }))
    })
    t.property("daemon", get: { (f, this) throws(Raised) in .bool(try known(f, this).isDaemon) },
      set: { (f, this, value) throws(Raised) in
        let process = try get(f, this)
        if process.child != nil { throw f.error(.AssertionError, "process has already started") }
        process.isDaemon = try f.truth(value)
        return .none
      })
    for name in ["pid", "ident"] {
      t.property(name, get: { (f, this) throws(Raised) in try get(f, this).pid })
    }
    t.property("exitcode", get: { (f, this) throws(Raised) in try get(f, this).exitCode(f) })
    t.property("sentinel", get: { (f, this) throws(Raised) in
      guard let child = try get(f, this).child else { throw f.valueError("process not started") }
      do { return .int(Int(try child.sentinel())) } catch { throw f.raised(error) }
    })
  }

  /// The process of a method, closed or not.
  private static func known(_ f: Frame, _ this: Value) throws(Raised) -> ProcessObject {
    try receiver(this, "start", of: "Process", f)
  }

  /// The process of a method that a closed one refuses.
  static func get(_ f: Frame, _ this: Value) throws(Raised) -> ProcessObject {
    let process = try known(f, this)
    if process.isClosed { throw f.valueError("process object is closed") }
    return process
  }

  private static func initialize(_ f: Frame, _ a: Arguments) throws(Raised) -> Value {
    let process = try get(f, a[0])
    if !a[1].isUnbound, !a[1].isNone { throw f.error(.AssertionError, "group argument must be None for now") }
    process.target = a[2].isUnbound ? .none : a[2]
    process.arguments = a[4].isUnbound ? .tuple([]) : .tuple(try f.collect(a[4]))
    if !a[5].isUnbound { process.keywords = .object(try f.copyOfMapping(a[5])) }
    try process.setOptions(name: a[3], daemon: a[6], f)
    return .none
  }
}
