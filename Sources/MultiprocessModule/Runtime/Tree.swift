// What the bindings keep for each process: the interpreter, the process that runs, counters, and the runtime's hooks.
import CPosixShim
import Glibc
import Interpreter
import Multiprocess
import Pickle

/// This process' side of the process tree.
final class Tree {
  unowned let interpreter: Interpreter
  /// The process object of this process.
  private(set) var current: ProcessObject!
  /// The process that started this one; nil in the first.
  private(set) var parent: ProcessObject?
  /// What stands for it in scripts, once one has asked for that.
  var parentObject: ParentProcessObject?
  /// The children that nobody has seen end, in the order they were started.
  var children: [ProcessObject] = []
  /// Who shows the processes to people, where somebody does.
  var view: ProcessView?
  /// What the library wants done first in each new child.
  var startHooks: [ForkHooks.Hook] = []
  /// Children made so far, for their default names.
  var childCount = 0
  /// Logs what processes do; nil until the script asks for it.
  var logger: Value?
  /// The crews whose workers have tasks.
  var activeWorkers: [Workers] = []
  /// Those that the script waits for.
  var awaited: [Workers] = []
  /// The exception by which a signal ended a wait of the runtime: whom it ends was not at work.
  var idleEnding: ExceptionObject?
  /// Whether waiting for the children at the end has come to an error.
  var hasFailedToFinish = false
  /// The frame of the binding that runs, for the line that reports show.
  var frame: Frame
  /// What `ForkingPickler.register` was told.
  let reducers = Reducers()
  private(set) lazy var encoder = Encoder(sharesObjects: true, reducers)
  /// Names that are looked up often, interned.
  let names: (value: Str, run: Str, atexit: Str)
  /// Reads the messages that come, one at a time.
  private(set) lazy var reader = PickleReader(Decoder(f: frame, tree: self))
  /// What the processes of the tree know and nobody else: the key with which they talk to each other over sockets.
  var authenticationKey = Tree.randomBytes(32)
  /// By which processes of the tree know each other over sockets.
  let mark = Tree.randomBytes(8).map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
  /// The connections of this process to managers' servers, once there was one.
  private(set) lazy var links = ServerLinks(self)
  /// The server that runs in this process.
  var server: ManagerServer?
  private var objectCounts: [String: Int] = [:]
  private var fileNumbers: [String: UInt32] = [:]

  private init(_ interpreter: Interpreter) {
    self.interpreter = interpreter
    frame = interpreter.rootFrame
    names = (interpreter.intern("value"), interpreter.intern("run"), interpreter.intern("atexit"))
    view = ProcessView.of(interpreter)
  }

  private static let key = "multiprocessing"

  /// The tree of an interpreter whose script has used one.
  static func known(to interpreter: Interpreter) -> Tree? {
    interpreter.moduleState[key].map { unsafeDowncast($0, to: Tree.self) }
  }

  private static func randomBytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  /// The tree of an interpreter, and with it the runtime, started at the first use.
  static func of(_ f: Frame) throws(Raised) -> Tree {
    if let known = known(to: f.interpreter) { return known }
    // The objects' types belong to the modules, also when a script only uses ppd's own builtins.
    _ = try f.importModule("multiprocessing")
    let tree = Tree(f.interpreter)
    f.interpreter.moduleState.insert(tree, for: key)
    do {
      try Runtime.start(hooks: tree.hooks)
    } catch {
      throw f.raised(error)
    }
    tree.current = try ProcessObject.main(tree, f)
    f.interpreter.signals.changed = { [unowned tree] in tree.reconsiderSignals() }
    tree.reconsiderSignals()
    f.interpreter.exitHooks.insert(tree.finish, at: 0)
    f.interpreter.systemFork = Runtime.fork
    f.interpreter.forkHooks.afterInChild.append { [unowned tree] _ in tree.forgetChildren() }
    tree.watchSignals()
    return tree
  }

  private var hooks: Hooks {
    var hooks = Hooks()
    hooks.beforeBlocking = { [unowned self] in
      notePosition()
      interpreter.flushForOthers()
    }
    hooks.interrupted = { [unowned self] in ppd_signal_pending() != 0 && interpreter.serveSignals() }
    hooks.childEnded = { [unowned self] child, end in view?.note(child, end) }
    hooks.inChild = { [unowned self] in forgetParent() }
    hooks.waitElsewhere = { [unowned self] deadline in
      guard let scheduler = interpreter.fiberScheduler else { return .alone }
      return scheduler.waitAWhile(timeout: deadline.secondsLeft) ? .lookAgain : .giveUp
    }
    hooks.beforeExit = { [unowned self] in interpreter.flushForOthers() }
    return hooks
  }

  /// Writes where the script is into the process table.
  func notePosition() {
    Runtime.position.pointee = position(of: frame)
  }

  /// Has this process note where it runs whenever a signal asks for it that nobody else uses.
  private func answerRequests() {
    guard interpreter.signals.isDefault(ProcessView.request) else { return }
    interpreter.signals.set(ProcessView.request, .serve { [unowned self] frame in
      guard let frame else { return }
      Runtime.position.pointee = position(of: frame) | Runtime.positionWasRequested
    })
  }

  private func position(of frame: Frame) -> UInt64 {
    let frame = frame.scriptFrame
    let file = frame.fileName
    let number: UInt32
    if let known = fileNumbers[file] {
      number = known
    } else {
      number = Runtime.number(ofFile: file)
      fileNumbers[file] = number
    }
    return UInt64(number) << 32 | UInt64(UInt32(truncatingIfNeeded: frame.line))
  }

  /// In the child of any fork: its parent's children are not its own.
  private func forgetChildren() {
    if !children.isEmpty { leave(&children, for: []) }
  }

  /// In a child: it is the process of this object.
  func become(_ process: ProcessObject) {
    // The reference moves as it is.
    withUnsafeMutablePointer(to: &current) { old in
      withUnsafeMutablePointer(to: &parent) { $0.moveInitialize(from: old, count: 1) }
      old.initialize(to: process)
    }
  }

  /// Sets a variable of a child that holds objects of its parent's: to release them would cost a page for each.
  private func leave<Held>(_ variable: inout Held, for value: Held) {
    withUnsafeMutablePointer(to: &variable) { $0.initialize(to: value) }
  }

  /// What a forked child does not take over from its parent.
  private func forgetParent() {
    ppd_signal_forget()
    ppd_signal_set_master(ppd_parent())
    interpreter.endingSignal = nil
    if hasWorkers { forgetWorkers() }
    if view != nil { answerRequests() }
    view = nil
    parentObject = nil
    childCount = 0
    ppd_detach_input()
  }

  /// Whether there are workers with tasks, or signals about them.
  var hasWorkers: Bool { !activeWorkers.isEmpty || !awaited.isEmpty || interpreter.signals.hasObservers }

  /// Leaves workers to themselves: in a child, whose parent's they are, and at the end.
  func forgetWorkers() {
    activeWorkers = []
    awaited = []
    interpreter.signals.forgetObservers()
    reconsiderSignals()
  }

  /// Logs what a process does, where the script wants to know.
  /// - Parameter level: the name of a logger's method.
  func log(_ text: @autoclosure () -> String, level: String = "info", _ f: Frame) throws(Raised) {
    if let logger { _ = try f.callMethod(logger, level, CallArguments([.text(text())])) }
  }

  // MARK: Names

  /// The name of a new shared object: the one given, else the variable that it is assigned to, else `kind-1`.
  func name(_ given: Value, kind: String, _ f: Frame) throws(Raised) -> String {
    if !given.isUnbound, !given.isNone {
      guard let text = given.str else { throw f.typeError("name must be a string, not \(f.typeName(given))") }
      return text.string
    }
    if let variable = f.assignedVariable { return variable }
    objectCounts[kind, default: 0] += 1
    return "\(kind)-\(objectCounts[kind]!)"
  }

  // MARK: Waiting

  /// Lets go of the children that have ended: whoever asks them something holds them himself.
  func forgetEndedChildren() {
    children.removeAll(where: \.hasEnded)
  }

  /// Runs an operation of the runtime that may wait. When a signal interrupts it, its handler runs, and the operation
  /// goes on unless that raised.
  @inline(__always)
  func waiting<R>(_ f: Frame, _ body: () throws -> R) throws(Raised) -> R {
    frame = f
    while true {
      do {
        return try body()
      } catch {
        try handle(error, f)
      }
    }
  }

  /// Returns when the operation is to be tried again.
  private func handle(_ error: any Error, _ f: Frame) throws(Raised) {
    if case RuntimeError.interrupted = error {
      do {
        try f.interpreter.handlePendingSignals(f)
      } catch {
        idleEnding = error.exception
        throw error
      }
      try f.interpreter.fiberScheduler?.checkEnd(f)
    } else {
      throw f.raised(error)
    }
  }
}

extension Interpreter {
  /// Writes what the script has printed, before another process can see what it does next.
  @inline(__always)
  func flushForOthers() {
    if output.pendingCount > 0 { _ = output.flush() }
    if errorOutput.pendingCount > 0 { _ = errorOutput.flush() }
  }
}

extension Frame {
  /// The deadline that Python's `block` and `timeout` arguments mean.
  func deadline(timeout: Value, block: Bool = true) throws(Raised) -> Deadline {
    if !block { return .now }
    switch timeout {
    case .unbound, .none: return .never
    case .int(let seconds): return .after(Double(max(0, seconds)))
    case .float(let seconds): return .after(max(0, seconds))
    case .bool(let truth): return .after(truth ? 1 : 0)
    default:
      guard timeout.str == nil, case .float(let seconds) = try call(.object(types.float), timeout) else {
        throw typeError("must be real number, not \(typeName(timeout))")
      }
      return .after(max(0, seconds))
    }
  }

  /// The truth of an optional argument.
  func flag(_ value: Value, default standard: Bool) throws(Raised) -> Bool {
    value.isUnbound ? standard : try truth(value)
  }
}
