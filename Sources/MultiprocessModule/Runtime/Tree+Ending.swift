// How a process of the tree ends: with its children, and by SIGINT or SIGTERM all together.
import CPosixShim
import Glibc
import Interpreter
import Multiprocess

extension Tree {
  /// From now on SIGINT and SIGTERM end the whole tree.
  func watchSignals() {
    interpreter.signals.unwindOnTermination()
    interpreter.signals.willEnd = { [unowned self] in passOn($0, from: $1) }
    interpreter.endingReport = { [unowned self] in report(of: $0, by: $1) }
  }

  /// A signal came that ends this process unless the script catches it.
  ///
  /// A terminal's key goes to every process by itself. What a process of the tree sends is meant for one process, and
  /// SIGTERM from there ends it at once, as in Python. All else is passed on.
  private func passOn(_ signal: Int32, from origin: ppd_signal_origin) {
    if origin.sender == 0 { return }
    if !origin.relayed, Runtime.hasStarted(origin.sender) {
      if signal == SIGTERM { ppd_signal_die(SIGTERM) }
      return
    }
    Runtime.relay(signal)
  }

  /// One line for a process that a signal ended; nothing for a child that was not at work.
  private func report(of exception: ExceptionObject, by signal: Int32) -> String {
    if exception === idleEnding, parent != nil { return "" }
    let place = exception.place.map { " at \($0)" } ?? ""
    let verb = signal == SIGTERM ? "terminated" : "interrupted"
    return "Process \(current.name) (pid \(getpid())) \(verb)\(place)\n"
  }

  /// The last thing that a process does: daemons are terminated, the other children joined. Where a signal has ended
  /// the script, it ends all of them.
  func finish(_ f: Frame) throws(Raised) {
    frame = f
    let isFirstTime = !hasFailedToFinish
    if parent == nil, isFirstTime { try logEnding(f) }
    if hasWorkers { forgetWorkers() }
    if let signal = interpreter.endingSignal { return endAll(by: signal, f) }
    do {
      try waiting(f) { try Runtime.finish() }
    } catch {
      // What has come is reported, and then this is called again: the children must end, one way or the other.
      if hasFailedToFinish { Runtime.signalDescendants(SIGKILL) }
      hasFailedToFinish = true
      interpreter.exitHooks.append(finish)
      throw error
    }
    if parent == nil, isFirstTime { try logEnd(f) }
  }

  /// Logs, in the words that multiprocessing has for it, what the end of a process consists in.
  func logEnding(_ f: Frame) throws(Raised) {
    if logger == nil { return }
    try log("process shutting down", f)
    try log("running all \"atexit\" finalizers with priority >= 0", level: "debug", f)
    _ = try ProcessObject.active(self, f)
    for child in children where child.isDaemon { try log("calling terminate() for daemon \(child.name)", f) }
    for child in children { try log("calling join() for process \(child.name)", f) }
  }

  /// Logs what comes after the children's end.
  func logEnd(_ f: Frame) throws(Raised) {
    try log("running the remaining \"atexit\" finalizers", level: "debug", f)
  }

  /// Ends the children by a signal and waits for them. Who wants to wait no longer sends another one, which kills them.
  private func endAll(by signal: Int32, _ f: Frame) {
    Runtime.relay(signal, insisting: true)
    do {
      try waiting(f) { try Runtime.joinChildren() }
    } catch {
      Runtime.signalDescendants(SIGKILL)
    }
  }
}
