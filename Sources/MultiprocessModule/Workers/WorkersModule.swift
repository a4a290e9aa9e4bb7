// The module `_multiprocessing`: what the Python parts of the library need of the Swift ones.
import Glibc
import Interpreter
import Multiprocess

enum WorkersModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.type("Workers", define)
    m.type("Segment", SegmentObject.define)
    // How many outcomes and deaths have been dealt with, in all the crews.
    m.function(
      "handled", "crews, /",
      .one { (f, crews) throws(Raised) in .int(try get(f, all: crews).reduce(0) { $0 + $1.handledCount }) })
    // Waits for an outcome of one of the crews and deals with it, unless more than `handled` have been already.
    m.function(
      "wait", "crews, handled, timeout=None, /",
      .three(wait))
    // What processes do is logged by logger.info() from now on.
    m.function("use_logger", "logger, /", .one {
      (f, logger) throws(Raised) in
      try Tree.of(f).logger = logger
      return .none
    })
    // The function says how messages to processes hold objects of the type; `dumps` makes such a message.
    m.function("register_reducer", "type, function, /", .two { (f, type, function) throws(Raised) in
      guard let type = type.type else { throw f.typeError("a type is required, not '\(f.typeName(type))'") }
      try Tree.of(f).reducers.register(type, function)
      return .none
    })
    m.function("dumps", "obj, /", .one { (f, value) throws(Raised) in
      .bytes(try PickleModule.pickle(value, reducers: Tree.of(f).reducers, f))
    })
    // Calls function() when a child begins, in the child.
    m.function("at_start", "function, /", .one(atStart))
    // Calls function() when the process ends: before what atexit calls, or last of all, when the children have ended.
    m.function("at_exit", "function, last=False, /", .two(atExit))
    m.constant("MAXFD", .int(max(256, sysconf(Int32(_SC_OPEN_MAX)))))
    try m.source(FeederLibrary.source)
  }

  private static func atStart(_ f: Frame, _ function: Value) throws(Raised) -> Value {
    func hook(_ f: Frame) throws(Raised) { _ = try f.call(function) }
    try Tree.of(f).startHooks.append(hook)
    return .none
  }

  private static func atExit(_ f: Frame, _ function: Value, _ last: Value) throws(Raised) -> Value {
    func hook(_ f: Frame) throws(Raised) { _ = try f.call(function) }
    if try f.flag(last, default: false) {
      f.interpreter.exitHooks.insert(hook, at: 0)
    } else {
      f.interpreter.exitHooks.append(hook)
    }
    return .none
  }

  private static func get(_ f: Frame, _ this: Value) throws(Raised) -> Workers {
    try Workers.receiver(this, "submit", of: "Workers", f)
  }

  private static func define(_ t: TypeBuilder) {
    t.new("size, hire, bereaved, failed, /") { (f, _, a) throws(Raised) in try Workers.make(f, a) }
    // Gives the workers a task, whose outcome receiver(kind, value, detail) gets.
    t.method(
      "submit", "self, manner, function, arguments, keywords, receiver, /",
      .many { (f, a) throws(Raised) in
        try get(f, a[0]).submit([a[1], a[2], a[3], a[4]], for: a[5], f)
        return .none
      })
    // Starts a worker.
    t.method("employ", "self, place, /", .two { (f, this, place) throws(Raised) in
      try get(f, this).employ(f.index(place), f)
      return .none
    })
    // Deals with the outcomes that have come.
    t.method("attend", "self, /", .one { (f, this) throws(Raised) in
      let crew = try get(f, this)
      try crew.attend(f)
      return .none
    })
    // No more tasks: workers end once all are done.
    t.method("close", "self, /", .one { (f, this) throws(Raised) in
      try get(f, this).tasks.shutDown()
      return .none
    })
    // No more tasks, nor those that nobody has begun.
    t.method("discard", "self, /", .one { (f, this) throws(Raised) in
      try get(f, this).tasks.shutDown(immediate: true)
      return .none
    })
    // Expects no more outcomes; the receivers of those outstanding.
    t.method("abandon", "self, /", .one {
      (f, this) throws(Raised) in .list(try get(f, this).abandon())
    })
    // Forgets the workers, which have left.
    t.method("dismiss", "self, /", .one { (f, this) throws(Raised) in
      try get(f, this).dismiss()
      return .none
    })
    // Does tasks, in a worker.
    t.method("serve", "self, place, limit, /", .three { (f, this, place, limit) throws(Raised) in
      try get(f, this).serve(f.index(place), limit: f.index(limit), f)
      return .none
    })
    // Says that this worker cannot begin.
    t.method("report_failure", "self, exception, /", .two {
      (f, this, exception) throws(Raised) in
      guard let failure = exception.exception else { throw f.typeError("an exception is required") }
      try get(f, this).reportFailure(failure, f)
      return .none
    })
    // The tasks whose outcome has not come.
    t.property("outstanding", get: { (f, this) throws(Raised) in
      .int(try get(f, this).outstandingCount)
    })
    // The tasks that no worker has begun.
    t.property("queued", get: { (f, this) throws(Raised) in
      .int(try get(f, this).tasks.count)
    })
    // The workers.
    t.property("processes", get: { (f, this) throws(Raised) in .list(try get(f, this).processes) })
  }

  private static func get(_ f: Frame, all crews: Value) throws(Raised) -> [Workers] {
    var found: [Workers] = []
    for crew in try f.collect(crews) { found.append(try get(f, crew)) }
    return found
  }

  private static func wait(_ f: Frame, _ crews: Value, _ handled: Value, _ timeout: Value) throws(Raised) -> Value {
    let deadline = try f.deadline(timeout: timeout)
    let crews = try get(f, all: crews)
    // Between the script's look at its result and this call a signal may have brought the outcome.
    guard try crews.reduce(0, { $0 + $1.handledCount }) == f.index(handled) else { return .none }
    try Workers.wait(for: crews, until: deadline, Tree.of(f), f)
    return .none
  }
}
