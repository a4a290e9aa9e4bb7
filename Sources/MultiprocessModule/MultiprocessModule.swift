// The module `multiprocessing` and its submodules.
import Interpreter
import Multiprocess

/// Makes processes and what they share known to an interpreter: the modules and ppd's own builtins.
public func registerMultiprocess(in interpreter: Interpreter) {
  interpreter.registerModule("_pickle", PickleModule.defineErrors)
  interpreter.registerModule("pickle", PickleModule.define)
  interpreter.registerModule("_multiprocessing", WorkersModule.define)
  interpreter.registerModule("multiprocessing.process", SubmoduleTypes.defineProcess)
  interpreter.registerModule("multiprocessing.synchronize", SubmoduleTypes.defineSynchronize)
  interpreter.registerModule("multiprocessing.queues", SubmoduleTypes.defineQueues)
  interpreter.registerModule("multiprocessing.connection", SubmoduleTypes.defineConnection)
  interpreter.registerModule("multiprocessing.sharedctypes", SubmoduleTypes.defineSharedTypes)
  interpreter.registerModule("multiprocessing", MultiprocessingModule.define)
  interpreter.registerModule("_manager", ManagerModule.define)
  for (name, source) in pythonModules {
    interpreter.registerModule(name) { (m) throws(Raised) in
      for part in source { try m.source(part) }
    }
  }
  ProcessBuiltins.register(interpreter)
}

/// The modules that are written in Python.
private let pythonModules: KeyValuePairs<String, [StaticString]> = [
  "concurrent": [FuturesLibrary.package],
  "concurrent.futures": [FuturesLibrary.exports],
  "concurrent.futures._base": [FuturesLibrary.futures, FuturesLibrary.waiting],
  "concurrent.futures.process": [FuturesLibrary.processes],
  "concurrent.futures.thread": [FuturesLibrary.threads],
  "ctypes": [CtypesLibrary.source, CtypesLibrary.structures],
  "logging.handlers": [LogHandlersLibrary.source, LogHandlersLibrary.files],
  "multiprocessing.context": [ContextLibrary.source],
  "multiprocessing.dummy": [RefusedLibrary.dummy],
  "multiprocessing.forkserver": [RefusedLibrary.starters],
  "multiprocessing.heap": [RefusedLibrary.heap],
  "multiprocessing.managers": [
    ManagersLibrary.managers, ManagersLibrary.objects, ManagersLibrary.proxies, ManagersLibrary.synchronized,
  ],
  "multiprocessing.pool": [PoolLibrary.results, PoolLibrary.pool],
  "multiprocessing.popen_fork": [RefusedLibrary.starters],
  "multiprocessing.popen_forkserver": [RefusedLibrary.starters],
  "multiprocessing.popen_spawn_posix": [RefusedLibrary.starters],
  "multiprocessing.reduction": [ReductionLibrary.source],
  "multiprocessing.resource_sharer": [RefusedLibrary.sharer],
  "multiprocessing.resource_tracker": [ReductionLibrary.tracker],
  "multiprocessing.shared_memory": [SharedMemoryLibrary.source],
  "multiprocessing.spawn": [ReductionLibrary.spawn],
  "multiprocessing.util": [UtilLibrary.logging, UtilLibrary.finalizers, UtilLibrary.system],
  "threading": [ThreadingLibrary.source],
]

/// The names of `multiprocessing` itself.
private enum MultiprocessingModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    defineExceptions(m)
    for name in ["pickle", "_queue"] { _ = try m.requires(name) }
    for name in ["process", "synchronize", "queues", "connection", "sharedctypes"] {
      m.constant(name, .object(try m.requires("multiprocessing.\(name)")))
    }
    try defineProcesses(m)
    defineObjects(m)
    defineForwards(m)
    let sharedTypes = ModuleBuilder(module: try m.requires("multiprocessing.sharedctypes"), frame: m.frame)
    sharedTypes.reexport("Value", "Array", "RawValue", "RawArray", from: m.module)
    let connection = ModuleBuilder(module: try m.requires("multiprocessing.connection"), frame: m.frame)
    connection.reexport("Pipe", "BufferTooShort", from: m.module)
  }

  private static func defineExceptions(_ m: ModuleBuilder) {
    let home = "multiprocessing.context"
    let base = m.type("ProcessError", base: m.types[.Exception], from: home)
    m.type("BufferTooShort", base: base, from: home)
    m.type("TimeoutError", base: base, from: home)
    m.type("AuthenticationError", base: base, from: home)
    m.type("ProcessDied", base: base)
    m.exception("DeadlockError", base: .RuntimeError)
    m.exception("RemoteTraceback")
  }

  private static func defineProcesses(_ m: ModuleBuilder) throws(Raised) {
    let process = try m.requires("multiprocessing.process")
    m.reexport("current_process", "parent_process", "active_children", from: process)
    let base = m.types[module: "multiprocessing.process.BaseProcess"]
    for name in ["Process", "ForkProcess", "SpawnProcess", "ForkServerProcess"] {
      m.type(name, base: base, from: "multiprocessing.context")
    }
    m.function("cpu_count", "", .zero { (f) throws(Raised) in
      let count = try f.call(f.attribute(of: f.importModule("os"), "cpu_count"))
      if count.isNone { throw f.error(.NotImplementedError, "cannot determine number of cpus") }
      return count
    })
    m.function("freeze_support", "", .zero { (f) throws(Raised) in .none })
    m.function("allow_connection_pickling", "", .zero { (f) throws(Raised) in .none })
    // Every start method is accepted, and all processes start by fork: this has nothing to set.
    m.function("set_forkserver_preload", "module_names, /", .one { (f, _) throws(Raised) in .none })
  }

  /// Names whose modules are large and Python: the module is imported at the first call.
  private static func defineForwards(_ m: ModuleBuilder) {
    let forwards = [
      "multiprocessing.context": [
        "get_context", "get_start_method", "set_start_method", "get_all_start_methods", "Pool",
      ],
      "multiprocessing.spawn": ["set_executable"],
      "multiprocessing.util": ["get_logger", "log_to_stderr"],
    ]
    for (home, names) in forwards {
      for name in names {
        m.function(name, "*args, **kwargs", .many { (f, a) throws(Raised) in
          let keywords = a.doubleStarred(1).items.compactMap { item in item.key.str.map { (name: $0, value: item.value) } }
          let function = try f.attribute(of: f.importModule(home), name)
          return try f.call(function, CallArguments(a.starred(0), keywords: keywords))
        })
      }
    }
    m.constants(["SUBDEBUG": 5, "SUBWARNING": 25])
  }

  private static func defineObjects(_ m: ModuleBuilder) {
    m.function("Manager", "", .zero { (f) throws(Raised) in
      try f.callMethod(f.importModule("multiprocessing.managers"), "_manager_builtin", CallArguments([.none, .none]))
    })
    func maker(_ name: String, _ signature: String, _ body: @escaping (Maker, Arguments) throws(Raised) -> Value) {
      m.function(name, signature, .many { (f, a) throws(Raised) in try body(Maker(f), a) })
    }
    maker("Queue", "maxsize=0") { (make, a) throws(Raised) in try make.queue(.queue, maxSize: a[0], name: .unbound) }
    maker("JoinableQueue", "maxsize=0") { (make, a) throws(Raised) in
      try make.queue(.joinable, maxSize: a[0], name: .unbound)
    }
    maker("SimpleQueue", "") { (make, a) throws(Raised) in try make.queue(.simple, maxSize: .unbound, name: .unbound) }
    maker("Pipe", "duplex=True") { (make, a) throws(Raised) in try make.pipe(duplex: a[0], name: .unbound) }
    maker("Lock", "") { (make, a) throws(Raised) in try make.lock(name: .unbound) }
    maker("RLock", "") { (make, a) throws(Raised) in try make.recursiveLock(name: .unbound) }
    maker("Condition", "lock=None") { (make, a) throws(Raised) in try make.condition(lock: a[0], name: .unbound) }
    maker("Event", "") { (make, a) throws(Raised) in try make.event(name: .unbound) }
    maker("Semaphore", "value=1") { (make, a) throws(Raised) in
      try make.semaphore(a[0], isBounded: false, name: .unbound)
    }
    maker("BoundedSemaphore", "value=1") { (make, a) throws(Raised) in
      try make.semaphore(a[0], isBounded: true, name: .unbound)
    }
    maker("Barrier", "parties=None, action=None, timeout=None") { (make, a) throws(Raised) in
      try make.barrier("Barrier", parties: a[0], action: a[1], timeout: a[2], name: .unbound)
    }
    func initial(_ arguments: ContiguousArray<Value>, _ f: Frame) throws(Raised) -> Value {
      if arguments.count > 1 { throw f.typeError("__init__ expected at most 1 argument, got \(arguments.count)") }
      return arguments.first ?? .unbound
    }
    maker("Value", "typecode_or_type, *args, lock=True") { (make, a) throws(Raised) in
      if let made = try composite("_shared_value", a[0], .tuple(a.starred(1)), lock: a[2], make.f) { return made }
      let first = try initial(a.starred(1), make.f)
      return try make.value(TypeCode.read(a[0], make.f), first, lock: a[2], name: .unbound)
    }
    maker("RawValue", "typecode_or_type, *args") { (make, a) throws(Raised) in
      if let made = try composite("_shared_value", a[0], .tuple(a.starred(1)), lock: .bool(false), make.f) {
        return made
      }
      let first = try initial(a.starred(1), make.f)
      return try make.value(TypeCode.read(a[0], make.f), first, lock: .bool(false), name: .unbound)
    }
    maker("Array", "typecode_or_type, size_or_initializer, *, lock=True") { (make, a) throws(Raised) in
      if let made = try composite("_shared_array", a[0], a[1], lock: a[2], make.f) { return made }
      return try make.array(TypeCode.read(a[0], make.f), a[1], lock: a[2], name: .unbound)
    }
    maker("RawArray", "typecode_or_type, size_or_initializer") { (make, a) throws(Raised) in
      if let made = try composite("_shared_array", a[0], a[1], lock: .bool(false), make.f) { return made }
      return try make.array(TypeCode.read(a[0], make.f), a[1], lock: .bool(false), name: .unbound)
    }
  }

  /// What the module `ctypes` makes of a structure or an array type; nil for the types of numbers and characters.
  private static func composite(
    _ function: String, _ type: Value, _ content: Value, lock: Value, _ f: Frame
  ) throws(Raised) -> Value? {
    guard type.type != nil else { return nil }
    let fields = try f.optionalAttribute(of: type, f.interpreter.intern("_fields_"))
    let length = try f.optionalAttribute(of: type, f.interpreter.intern("_length_"))
    if fields == nil, length == nil { return nil }
    let lock = lock.isUnbound ? .bool(true) : lock
    return try f.callMethod(f.importModule("ctypes"), function, CallArguments([type, content, lock]))
  }
}
