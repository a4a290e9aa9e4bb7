// Process: what a script starts and waits for.
import Glibc
import Interpreter
import Multiprocess

/// `multiprocessing.Process`.
final class ProcessObject: TreeObject {
  static let typeName = "multiprocessing.Process"

  var name: String
  private(set) var isDaemon: Bool
  private var target: Value = .none
  private var arguments: Value = .tuple([])
  private var keywords: Value = .object(Dict())
  /// Its place in the tree: the numbers of the children from the first process down.
  private var identity: [Int]
  private let parentPID: Int32
  private let isMain: Bool
  /// The process, once started; nil in the process itself.
  private var child: ChildProcess?
  /// The script's place where it was started.
  private var origin = ""
  /// Whether this is the object of the process that runs.
  private var isSelf = false
  private var isClosed = false
  /// What the target returned, in the process itself.
  private var returned: Value = .none

  private init(
    name: String, isDaemon: Bool, identity: [Int], parentPID: Int32, isMain: Bool, _ tree: Tree, _ f: Frame
  ) {
    self.name = name
    self.isDaemon = isDaemon
    self.identity = identity
    self.parentPID = parentPID
    self.isMain = isMain
    super.init(ProcessObject.typeName, tree, f)
  }

  /// The object of the first process.
  static func main(_ tree: Tree, _ f: Frame) throws(Raised) -> ProcessObject {
    let process = ProcessObject(
      name: "MainProcess", isDaemon: false, identity: [], parentPID: 0, isMain: true, tree, f)
    process.isSelf = true
    return process
  }

  /// A process that is not started: what `Process.__new__` makes.
  private static func blank(_ f: Frame, _ type: TypeObject) throws(Raised) -> Value {
    let tree = try Tree.of(f)
    tree.childCount += 1
    let identity = tree.current.identity + [tree.childCount]
    return .object(
      ProcessObject(
        name: "\(type.name.string)-" + identity.map(String.init).joined(separator: ":"), isDaemon: tree.current.isDaemon,
        identity: identity, parentPID: getpid(), isMain: false, tree, f))
  }

  /// A process for `spawn`, not yet started.
  static func make(
    target: Value, arguments: ContiguousArray<Value>, keywords: Dict, name: Value, daemon: Value, _ f: Frame
  ) throws(Raised) -> Value {
    let value = try blank(f, f.types[module: typeName])
    let process = try receiver(value, "spawn", of: "Process", f)
    process.target = target
    process.arguments = .tuple(arguments)
    process.keywords = .object(keywords)
    try process.setOptions(name: name, daemon: daemon, f)
    return value
  }

  private func setOptions(name: Value, daemon: Value, _ f: Frame) throws(Raised) {
    if !name.isUnbound, !name.isNone { self.name = try f.str(name).string }
    if !daemon.isUnbound, !daemon.isNone { isDaemon = try f.truth(daemon) }
  }

  // MARK: The type

  static func define(_ t: TypeBuilder) {
    t.blank(blank)
    t.method(
      "__init__", "self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None", .many(initialize))
    t.method("start", "self, /", doc: "Starts the process, which calls run().", .one(start))
    t.method("run", "self, /", doc: "What the process does: calls the target. Subclasses override it.", .one(run))
    t.method("join", "self, /, timeout=None", doc: "Waits until the process ends, or timeout seconds.", .two(join))
    t.method("is_alive", "self, /", doc: "Whether the process runs.", .one(isAlive))
    t.method("terminate", "self, /", doc: "Ends the process by SIGTERM.", .one { (f, this) throws(Raised) in
      try signal(f, this, SIGTERM, "terminate")
    })
    t.method("kill", "self, /", doc: "Ends the process by SIGKILL.", .one { (f, this) throws(Raised) in
      try signal(f, this, SIGKILL, "kill")
    })
    t.method("close", "self, /", doc: "Lets go of a process that has ended.", .one(close))
    t.method(
      "result", "self, /, timeout=None",
      doc: "Waits for the process and returns what its target returned, or raises what it raised.", .two(result))
    t.method("__enter__", "self, /", .one { (f, this) throws(Raised) in this })
    t.method("__exit__", "self, type, value, traceback, /", .four(exit))
    t.method("__repr__", "self, /", .one(repr))
    defineProperties(t)
  }

  private static func defineProperties(_ t: TypeBuilder) {
    t.property(
      "name", doc: "The name, for people only.", get: { (f, this) throws(Raised) in .text(try get(f, this).name) },
      set: { (f, this, value) throws(Raised) in
        guard let name = value.str else { throw f.error(.AssertionError, "name must be a string") }
        try get(f, this).name = name.string
        return .none
      })
    t.property(
      "daemon", doc: "Whether it ends with its parent. To be set before start().",
      get: { (f, this) throws(Raised) in .bool(try get(f, this).isDaemon) },
      set: { (f, this, value) throws(Raised) in
        let process = try get(f, this)
        if process.child != nil { throw f.error(.AssertionError, "process has already started") }
        process.isDaemon = try f.truth(value)
        return .none
      })
    for name in ["pid", "ident"] {
      t.property(name, doc: "The process id, None before start().", get: { (f, this) throws(Raised) in try get(f, this).pid })
    }
    t.property(
      "exitcode", doc: "None while it runs; the exit code, or minus the signal that ended it.",
      get: { (f, this) throws(Raised) in try get(f, this).exitCode(f) })
    t.property(
      "sentinel", doc: "A descriptor that becomes readable when the process ends.",
      get: { (f, this) throws(Raised) in
        guard let child = try get(f, this).child else { throw f.valueError("process not started") }
        do { return .int(Int(try child.sentinel())) } catch { throw f.raised(error) }
      })
  }

  private static func get(_ f: Frame, _ this: Value) throws(Raised) -> ProcessObject {
    let process = try receiver(this, "start", of: "Process", f)
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

  // MARK: Running

  private static func start(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let process = try get(f, this)
    if process.child != nil { throw f.error(.AssertionError, "cannot start a process twice") }
    if process.isSelf || process.parentPID != getpid() {
      throw f.error(.AssertionError, "can only start a process object created by current process")
    }
    process.tree.frame = f
    for hook in f.interpreter.forkHooks.before.reversed() { try hook(f) }
    process.origin = "\(f.fileName):\(f.line)"
    do {
      process.child = try ChildProcess.spawn(name: process.name, daemon: process.isDaemon) {
        process.runInChild(this, f)
      }
    } catch {
      throw f.raised(error)
    }
    for hook in f.interpreter.forkHooks.afterInParent { try hook(f) }
    // The target and its arguments are the child's now; what they hold can go as soon as the script lets go of it.
    process.target = .none
    process.arguments = .tuple([])
    process.keywords = .object(Dict())
    return .none
  }

  private static func run(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let process = try get(f, this)
    if process.target.isNone { return .none }
    let keywords = (process.keywords.dict?.items ?? []).compactMap { item in
      item.key.str.map { (name: $0, value: item.value) }
    }
    process.returned = try f.call(
      process.target, CallArguments(process.arguments.tuple?.items ?? [], keywords: keywords))
    return .none
  }

  /// The whole life of the child.
  /// - Returns: its exit code.
  private func runInChild(_ this: Value, _ f: Frame) -> Int32 {
    isSelf = true
    tree.current = self
    f.interpreter.handled = nil
    let status: Int32
    do {
      for hook in f.interpreter.forkHooks.afterInChild { try hook(f) }
      let value = try f.callMethod(this, "run")
      leaveResult(value.isNone ? returned : value, f)
      status = 0
    } catch {
      status = fail(error, f)
    }
    return f.interpreter.finish(status: status, f)
  }

  // MARK: Results

  private func leaveResult(_ value: Value, _ f: Frame) {
    if value.isNone { return }
    do {
      try leave(.tuple([.bool(true), value]), f)
    } catch {
      leaveFailure(error.exception, f.renderTraceback(error.exception), f)
    }
  }

  private func leaveFailure(_ exception: ExceptionObject, _ traceback: String, _ f: Frame) {
    do {
      try leave(.tuple([.bool(false), .object(exception), .text(traceback)]), f)
    } catch {
      // An exception that cannot be pickled goes as its text.
      let text = (try? f.repr(.object(exception)).string) ?? exception.type.name.string
      let stand = f.runtimeError(text).exception
      try? leave(.tuple([.bool(false), .object(stand), .text(traceback)]), f)
    }
  }

  private func leave(_ value: Value, _ f: Frame) throws(Raised) {
    try tree.encoder.encode(value, f) { (bytes, handles) throws(Raised) in
      do { Runtime.setResult(try Message(bytes, handles: handles)) } catch { throw f.raised(error) }
    }
  }

  /// Reports an exception that ended the process.
  /// - Returns: the exit code.
  private func fail(_ raised: Raised, _ f: Frame) -> Int32 {
    let exception = raised.exception
    if exception.type.isSubtype(of: f.types[.SystemExit]) { return f.interpreter.reportUncaught(raised, f) }
    if exception.type.isSubtype(of: f.types[.KeyboardInterrupt]) {
      f.interpreter.writeError("Process \(name) (pid \(getpid())) interrupted\(place(of: exception))\n", f)
      return 130
    }
    let traceback = f.renderTraceback(exception)
    leaveFailure(exception, traceback, f)
    f.interpreter.writeError("Process \(name) (pid \(getpid())), spawned at \(origin), failed:\n\(traceback)", f)
    return 1
  }

  private func place(of exception: ExceptionObject) -> String {
    exception.place.map { " at \($0)" } ?? ""
  }

  private static func result(_ f: Frame, _ this: Value, _ timeout: Value) throws(Raised) -> Value {
    let process = try get(f, this)
    guard let child = process.child else { throw f.error(.AssertionError, "can only get the result of a started process") }
    let deadline = try f.deadline(timeout: timeout)
    if try !process.tree.waiting(f, { () throws in try child.join(until: deadline) }) {
      throw f.error(f.types[module: "multiprocessing.TimeoutError"], .text("the process has not ended"))
    }
    return try process.outcome(of: child, f)
  }

  private func outcome(of child: ChildProcess, _ f: Frame) throws(Raised) -> Value {
    let left: Value?
    let code: Int32?
    do {
      left = try child.result { try Decoder.decode($0, tree, f) }
      code = try child.exitCode()
    } catch {
      throw f.raised(error)
    }
    if let code, code < 0 {
      throw f.error(
        f.types[module: "multiprocessing.ProcessDied"],
        .text("process \(name) (pid \(child.pid)) was killed by \(SignalName.text(-code))"))
    }
    guard let parts = left?.tuple?.items, parts.count >= 2 else {
      if let code, code != 0 {
        throw f.error(
          f.types[module: "multiprocessing.ProcessDied"],
          .text("process \(name) (pid \(child.pid)) ended with exit code \(code) and left no result"))
      }
      return .none
    }
    if case .bool(true) = parts[0] { return parts[1] }
    guard let exception = parts[1].exception, parts.count == 3, let traceback = parts[2].str else { return .none }
    exception.cause = .object(
      f.error(f.types[module: "multiprocessing.RemoteTraceback"], .text("\n\"\"\"\n\(traceback.string)\"\"\"")).exception)
    throw Raised(exception)
  }

  // MARK: Waiting and ending

  private static func join(_ f: Frame, _ this: Value, _ timeout: Value) throws(Raised) -> Value {
    let process = try get(f, this)
    guard let child = try process.ownChild(f, "join") else {
      throw f.error(.AssertionError, "can only join a started process")
    }
    let deadline = try f.deadline(timeout: timeout)
    _ = try process.tree.waiting(f) { try child.join(until: deadline) }
    return .none
  }

  /// The child, nil before start. Raises in any process but the one that started it.
  private func ownChild(_ f: Frame, _ what: String) throws(Raised) -> ChildProcess? {
    if isSelf || parentPID != getpid() {
      throw f.error(.AssertionError, "can only \(what) a child process")
    }
    return child
  }

  private static func isAlive(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let process = try get(f, this)
    if process.isSelf { return .bool(true) }
    guard let child = try process.ownChild(f, "test") else { return .bool(false) }
    do { return .bool(try child.isAlive()) } catch { throw f.raised(error) }
  }

  private static func signal(_ f: Frame, _ this: Value, _ number: Int32, _ what: String) throws(Raised) -> Value {
    guard let child = try get(f, this).child else {
      throw f.attributeError("the process has not been started, so there is nothing to \(what)")
    }
    do { try child.send(signal: number) } catch { throw f.raised(error) }
    return .none
  }

  private static func close(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let process = try receiver(this, "close", of: "Process", f)
    if let child = process.child, !process.isClosed {
      let alive: Bool
      do { alive = try child.isAlive() } catch { throw f.raised(error) }
      if alive {
        throw f.valueError(
          "Cannot close a process while it is still running. You should first call join() or terminate().")
      }
    }
    process.isClosed = true
    return .none
  }

  /// The end of `with spawn(…)`: waits for the process; an exception in the block terminates it first.
  private static func exit(_ f: Frame, _ this: Value, _ type: Value, _: Value, _: Value) throws(Raised) -> Value {
    let process = try get(f, this)
    guard let child = process.child else { return .none }
    if !type.isNone { _ = try signal(f, this, SIGTERM, "terminate") }
    _ = try process.tree.waiting(f) { try child.join() }
    return .none
  }

  // MARK: Looks

  private var pid: Value {
    if isSelf { return .int(Int(getpid())) }
    return child.map { .int(Int($0.pid)) } ?? .none
  }

  private func exitCode(_ f: Frame) throws(Raised) -> Value {
    guard let child, !isSelf else { return .none }
    do { return try child.exitCode().map { .int(Int($0)) } ?? .none } catch { throw f.raised(error) }
  }

  private static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let process = try receiver(this, "__repr__", of: "Process", f)
    if process.isMain { return .text("<_MainProcess name='\(process.name)' parent=None started>") }
    var parts = ["name='\(process.name)'"]
    if case .int(let pid) = process.pid { parts.append("pid=\(pid)") }
    parts.append("parent=\(process.parentPID)")
    parts.append(try process.status(f))
    if process.isDaemon { parts.append("daemon") }
    return .text("<\(f.typeName(this)) \(parts.joined(separator: " "))>")
  }

  private func status(_ f: Frame) throws(Raised) -> String {
    if isClosed { return "closed" }
    if isSelf { return "started" }
    guard child != nil else { return "initial" }
    guard case .int(let code) = try exitCode(f) else { return "started" }
    return code < 0 ? "stopped exitcode=-\(SignalName.text(Int32(-code)))" : "stopped exitcode=\(code)"
  }

  /// The living children, as `active_children` lists them.
  static func active(_ tree: Tree) -> [Int32] {
    ChildProcess.active.map(\.pid)
  }

  /// Whether this object stands for the child.
  func isProcess(_ pid: Int32) -> Bool { child?.pid == pid }
}

/// Names of signals.
enum SignalName {
  private static let names: [Int32: String] = [
    SIGHUP: "SIGHUP", SIGINT: "SIGINT", SIGQUIT: "SIGQUIT", SIGILL: "SIGILL", SIGTRAP: "SIGTRAP", SIGABRT: "SIGABRT",
    SIGBUS: "SIGBUS", SIGFPE: "SIGFPE", SIGKILL: "SIGKILL", SIGUSR1: "SIGUSR1", SIGSEGV: "SIGSEGV", SIGUSR2: "SIGUSR2",
    SIGPIPE: "SIGPIPE", SIGALRM: "SIGALRM", SIGTERM: "SIGTERM", SIGCHLD: "SIGCHLD", SIGCONT: "SIGCONT",
    SIGSTOP: "SIGSTOP", SIGXCPU: "SIGXCPU", SIGXFSZ: "SIGXFSZ",
  ]

  static func text(_ number: Int32) -> String { names[number] ?? "signal \(number)" }
}
