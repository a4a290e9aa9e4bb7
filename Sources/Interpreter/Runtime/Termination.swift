// How a program ends: uncaught exceptions, exit statuses, exit hooks.
import CPosixShim
import Glibc

extension Interpreter {
  /// Reports an exception that nobody caught, as CPython does at the top of a program.
  ///
  /// SystemExit reports its message, if it has one; all others their traceback on standard error.
  /// - Returns: the exit status: SystemExit's, 130 for KeyboardInterrupt, 141 where the output's reader has gone, else 1.
  public func reportUncaught(_ raised: Raised, _ f: Frame) -> Int32 {
    let exception = raised.exception
    let signal = signal(behind: exception)
    if let signal { endingSignal = signal }
    if signal == nil, exception.type.isSubtype(of: types[.SystemExit]) { return exitStatus(of: exception, f) }
    // Whoever read the output has had enough: no error of the script's.
    if output.hasLostReader, exception.type.isSubtype(of: types[.BrokenPipeError]) { return 141 }
    if !callExceptHook(exception, f) {
      let report = signal.flatMap { endingReport?(exception, $0) }
      writeError(report ?? f.renderTraceback(exception, style: errorStyle), f)
    }
    return signal.map { 128 + $0 } ?? 1
  }

  /// The signal that an uncaught exception stands for: SIGINT for KeyboardInterrupt, SIGTERM for the SystemExit that one
  /// raised.
  private func signal(behind exception: ExceptionObject) -> Int32? {
    if let ending = signals.ending, ending.exception === exception { return ending.signal }
    return exception.type.isSubtype(of: types[.KeyboardInterrupt]) ? SIGINT : nil
  }

  /// Ends the process as SIGTERM does where that has ended the script; else returns.
  public func dieIfTerminated() {
    if endingSignal == SIGTERM { ppd_signal_die(SIGTERM) }
  }

  /// Lets the script's own `sys.excepthook` report.
  /// - Returns: false where it has none.
  public func callExceptHook(_ exception: ExceptionObject, _ f: Frame) -> Bool {
    guard let sys = modules[intern("sys")]?.module, let hook = sys.namespace[intern("excepthook")],
      let original = sys.namespace[intern("__excepthook__")]
    else { return false }
    let isOriginal = hook.isIdentical(to: original)
    // A replaced `sys.stderr` is where the original one writes too.
    if isOriginal, standardStreams.error?.value.isIdentical(to: sys.namespace[intern("__stderr__")] ?? .none) ?? true {
      return false
    }
    do {
      let traceback = try f.attribute(of: .object(exception), "__traceback__")
      _ = try f.call(hook, .object(exception.type), .object(exception), traceback)
    } catch {
      writeError("Error in sys.excepthook:\n\(f.renderTraceback(error.exception))\nOriginal exception was:\n", f)
      return false
    }
    return true
  }

  /// The status that SystemExit asks for; a code that is neither None nor an int goes to standard error.
  private func exitStatus(of exception: ExceptionObject, _ f: Frame) -> Int32 {
    let code: Value
    switch exception.arguments.items.count {
    case 0: return 0
    case 1: code = exception.arguments.items[0]
    default: code = .object(exception.arguments)
    }
    if code.isNone { return 0 }
    if code.bigInt != nil { return Int32(truncatingIfNeeded: code.lowBits) & 0xff }
    let text = (try? f.str(code).string) ?? "<exception str() failed>"
    writeError(text + "\n", f)
    return 1
  }

  /// Writes a text to standard error in one piece, after what standard output has still to say.
  public func writeError(_ text: String, _ f: Frame) {
    _ = output.flush()
    do {
      try errorOutput.write(text.utf8, f)
      try errorOutput.flush(f)
    } catch {
      // Standard error is gone: there is nowhere left to say so.
      errorOutput.discard()
    }
  }

  /// Lets the main module's objects go in the order of their definition, so that their `__del__` run. Functions,
  /// classes and modules stay, for those methods to use.
  private func letGoOfGlobals() {
    guard hasFinalizers, let main = modules[names[.__main__]]?.module else { return }
    for binding in main.namespace.bindings {
      switch binding.value.object?.kind {
      case nil, .function, .builtin, .type, .module: continue
      default: main.namespace[binding.name] = nil
      }
    }
  }

  /// Runs what `atexit` and modules registered, newest first, lets the globals go, and flushes the output. A forked child
  /// leaves the globals, whose `__del__` are its parent's business, too.
  /// - Returns: the status, changed to 120 where the output cannot be written (141 for a closed pipe).
  public func finish(status: Int32, keepingGlobals: Bool = false, _ f: Frame) -> Int32 {
    var status = status
    while let hook = exitHooks.popLast() {
      do { try hook(f) } catch { status = reportUncaught(error, f) }
    }
    if !keepingGlobals { letGoOfGlobals() }
    openFiles.flush()
    let failure = output.flush()
    _ = errorOutput.flush()
    if failure == EPIPE { return 141 }
    return failure == 0 ? status : 120
  }
}
