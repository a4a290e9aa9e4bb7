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
    if parent == nil, !hasFailedToFinish { try log("process shutting down", f) }
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
