// The module `_multiprocessing`: what the Python parts of the library need of the Swift ones.
import Interpreter
import Multiprocess

enum WorkersModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.type("Workers", define)
    m.type("Segment", SegmentObject.define)
    m.function(
      "handled", "crews, /", doc: "How many outcomes and deaths have been dealt with, in all the crews.",
      .one { (f, crews) throws(Raised) in .int(try get(f, all: crews).reduce(0) { $0 + $1.handledCount }) })
    m.function(
      "wait", "crews, handled, timeout=None, /",
      doc: "Waits for an outcome of one of the crews and deals with it, unless more than `handled` have been already.",
      .three(wait))
    m.function("use_logger", "logger, /", doc: "What processes do is logged by logger.info() from now on.", .one {
      (f, logger) throws(Raised) in
      try Tree.of(f).logger = logger
      return .none
    })
    m.function(
      "at_exit", "function, /", doc: "Calls function() when the process ends, before what atexit calls.", .one(atExit))
  }

  private static func atExit(_ f: Frame, _ function: Value) throws(Raised) -> Value {
    func hook(_ f: Frame) throws(Raised) { _ = try f.call(function) }
    f.interpreter.exitHooks.append(hook)
    return .none
  }

  private static func get(_ f: Frame, _ this: Value) throws(Raised) -> Workers {
    try Workers.receiver(this, "submit", of: "Workers", f)
  }

  private static func define(_ t: TypeBuilder) {
    t.new("size, hire, bereaved, failed, /") { (f, _, a) throws(Raised) in try Workers.make(f, a) }
    t.method(
      "submit", "self, manner, function, arguments, keywords, receiver, /",
      doc: "Gives the workers a task, whose outcome receiver(kind, value, detail) gets.",
      .many { (f, a) throws(Raised) in
        try get(f, a[0]).submit([a[1], a[2], a[3], a[4]], for: a[5], f)
        return .none
      })
    t.method("employ", "self, place, /", doc: "Starts a worker.", .two { (f, this, place) throws(Raised) in
      try get(f, this).employ(f.index(place), f)
      return .none
    })
    t.method("attend", "self, /", doc: "Deals with the outcomes that have come.", .one { (f, this) throws(Raised) in
      let crew = try get(f, this)
      try crew.attend(f)
      return .none
    })
    t.method("close", "self, /", doc: "No more tasks: workers end once all are done.", .one { (f, this) throws(Raised) in
      try get(f, this).tasks.shutDown()
      return .none
    })
    t.method("discard", "self, /", doc: "No more tasks, nor those that nobody has begun.", .one { (f, this) throws(Raised) in
      try get(f, this).tasks.shutDown(immediate: true)
      return .none
    })
    t.method("abandon", "self, /", doc: "Expects no more outcomes; the receivers of those outstanding.", .one {
      (f, this) throws(Raised) in .list(try get(f, this).abandon())
    })
    t.method("dismiss", "self, /", doc: "Forgets the workers, which have left.", .one { (f, this) throws(Raised) in
      try get(f, this).dismiss()
      return .none
    })
    t.method("serve", "self, place, limit, /", doc: "Does tasks, in a worker.", .three { (f, this, place, limit) throws(Raised) in
      try get(f, this).serve(f.index(place), limit: f.index(limit), f)
      return .none
    })
    t.method("report_failure", "self, exception, /", doc: "Says that this worker cannot begin.", .two {
      (f, this, exception) throws(Raised) in
      guard let failure = exception.exception else { throw f.typeError("an exception is required") }
      try get(f, this).reportFailure(failure, f)
      return .none
    })
    t.property("outstanding", doc: "The tasks whose outcome has not come.", get: { (f, this) throws(Raised) in
      .int(try get(f, this).outstandingCount)
    })
    t.property("queued", doc: "The tasks that no worker has begun.", get: { (f, this) throws(Raised) in
      .int(try get(f, this).tasks.count)
    })
    t.property("processes", doc: "The workers.", get: { (f, this) throws(Raised) in .list(try get(f, this).processes) })
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
