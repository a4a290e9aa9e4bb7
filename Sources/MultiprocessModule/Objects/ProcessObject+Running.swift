// Starting a process, its life in the child, and the result that it leaves.
import Glibc
import Interpreter
import Multiprocess

extension ProcessObject {
  static func start(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let process = try get(f, this)
    if process.child != nil { throw f.error(.AssertionError, "cannot start a process twice") }
    if process.isSelf || process.parentPID != getpid() {
      throw f.error(.AssertionError, "can only start a process object created by current process")
    }
    process.tree.frame = f
    // Looked up here, for the child not to fill caches of its own.
    let run = try process.ownRun(this, f)
    let atexit = f.interpreter.modules[process.tree.names.atexit]
    for hook in f.interpreter.forkHooks.before.reversed() { try hook(f) }
    do {
      process.child = try ChildProcess.spawn(name: process.name, daemon: process.isDaemon) {
        process.live(run, atexit, f)
      }
    } catch {
      throw f.raised(error)
    }
    process.tree.forgetEndedChildren()
    process.tree.children.append(process)
    for hook in f.interpreter.forkHooks.afterInParent { try hook(f) }
    // The target and its arguments are the child's now; what they hold can go as soon as the script lets go of it.
    process.target = .none
    process.arguments = .tuple([])
    process.keywords = .object(Dict())
    return .none
  }

  static func run(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    try get(f, this).callTarget(f)
    return .none
  }

  private func callTarget(_ f: Frame) throws(Raised) {
    if !target.isNone { returned = try f.call(target, callArguments) }
  }

  /// The script's `run`, of a subclass or of the object itself; nil where it has none.
  private func ownRun(_ this: Value, _ f: Frame) throws(Raised) -> Value? {
    let run = try f.attribute(of: this, tree.names.run)
    guard let method = run.boundMethod, method.receiver.isIdentical(to: this),
      method.function.builtin?.name.string == "run"
    else { return run }
    return nil
  }

  /// What the target is called with.
  private var callArguments: CallArguments {
    let positional = arguments.tuple?.items ?? []
    guard let keywords = keywords.dict, keywords.count > 0 else { return CallArguments(positional) }
    return CallArguments(
      positional, keywords: keywords.items.compactMap { item in item.key.str.map { (name: $0, value: item.value) } })
  }

  /// The whole life of the child, which consists in calling `run`, or else the target. Each page that it is the first to
  /// touch, of code or of data, costs it more than a system call: so it does only what it must.
  /// - Returns: its exit code.
  private func live(_ run: Value?, _ atexit: Value?, _ f: Frame) -> Int32 {
    isSelf = true
    tree.become(self)
    f.interpreter.handled = nil
    var status: Int32
    do {
      for hook in f.interpreter.forkHooks.afterInChild { try hook(f) }
      for hook in tree.startHooks { try hook(f) }
      // What the parent wants done at its end is not this process' business.
      if let atexit { _ = try f.callMethod(atexit, "_clear") }
      try tree.log("child process calling self.run()", f)
      if let run {
        let value = try f.call(run)
        if !value.isNone { returned = value }
      } else {
        try callTarget(f)
      }
      leaveResult(returned, f)
      status = 0
    } catch {
      status = fail(error, f)
    }
    status = f.interpreter.finish(status: status, keepingGlobals: true, f)
    if tree.hasWorkers { tree.forgetWorkers() }
    do {
      try tree.log("process exiting with exitcode \(status)", f)
      try tree.logEnding(f)
      try tree.logEnd(f)
    } catch {
      f.interpreter.writeError(f.renderTraceback(error.exception), f)
    }
    return f.interpreter.endingSignal == SIGTERM ? -SIGTERM : status
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
    let ending: [BuiltinException] = [.SystemExit, .KeyboardInterrupt]
    if ending.contains(where: { exception.type.isSubtype(of: f.types[$0]) }) {
      return f.interpreter.reportUncaught(raised, f)
    }
    let traceback = f.renderTraceback(exception)
    leaveFailure(exception, traceback, f)
    let shown = f.renderTraceback(exception, style: f.interpreter.errorStyle)
    let place = f.scriptFrame
    f.interpreter.writeError(
      "Process \(name) (pid \(getpid())), spawned at \(place.fileName):\(place.line), failed:\n\(shown)", f)
    return 1
  }

  static func result(_ f: Frame, _ this: Value, _ timeout: Value) throws(Raised) -> Value {
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
}
