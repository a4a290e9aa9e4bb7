// Signals: noted by a C handler, acted on between two operations of the script.
import CPosixShim
import Glibc

/// What a script wants done about each signal.
public final class SignalTable {
  /// The action of a signal.
  public enum Action {
    case defaultAction
    case ignore
    /// Raise KeyboardInterrupt, as SIGINT does from the start.
    case interrupt
    /// Raise SystemExit, and die of SIGTERM in the end: its default action in a program of several processes.
    case terminate
    case call(Value)
    /// Run Swift code of the program around the interpreter, which touches no script and raises nothing. Waits go on
    /// while it runs. It gets the frame that runs; nil within a wait.
    case serve((Frame?) -> Void)
    /// Somebody else than the script has set one.
    case unknown
  }

  /// By signal number.
  private(set) var actions = [Action](repeating: .defaultAction, count: SignalTable.count)

  /// What the program around the script does when a signal comes, before the script's own handler runs.
  public typealias Observer = (Frame) throws(Raised) -> Void
  private(set) var observers: [Int32: Observer] = [:]

  /// A signal that has raised an exception which ends the script, unless the script catches it.
  struct Ending {
    let signal: Int32
    let exception: ExceptionObject
    let time: Double
  }

  /// The last one.
  var ending: Ending?
  /// Called before such an exception is raised, with the signal: for who has other processes to look after.
  public var willEnd: (Int32, ppd_signal_origin) -> Void = { _, _ in }

  /// Called when what the script wants done about signals has changed.
  public var changed: () -> Void = {}

  /// Whether a handler of the script's may run at any time.
  public var hasHandlers: Bool {
    actions.contains { if case .call = $0 { true } else { false } }
  }

  /// Signal numbers are below this.
  public static let count = 65

  /// Reads what the process inherited, and catches SIGINT and ignores SIGPIPE as CPython does.
  /// To be called once, when a program starts to run scripts.
  public func install() {
    for number in 1..<Int32(SignalTable.count) {
      var present = sigaction()
      guard sigaction(number, nil, &present) == 0 else { continue }
      let ignored = unsafeBitCast(present.__sigaction_handler.sa_handler, to: Int.self) == 1
      actions[Int(number)] = ignored ? .ignore : .defaultAction
    }
    if case .defaultAction = actions[Int(SIGINT)] { set(SIGINT, .interrupt) }
    set(SIGPIPE, .ignore)
  }

  /// Whether a signal does what the system does by default.
  public func isDefault(_ number: Int32) -> Bool {
    if case .defaultAction = actions[Int(number)] { true } else { false }
  }

  /// Whether a signal raises KeyboardInterrupt.
  public func isInterrupt(_ number: Int32) -> Bool {
    if case .interrupt = actions[Int(number)] { true } else { false }
  }

  /// Sets the action of a signal.
  /// - Returns: 0, or `errno`.
  @discardableResult
  public func set(_ number: Int32, _ action: Action) -> Int32 {
    if install(number, action, isObserved: observers[number] != nil) < 0 { return errno }
    actions[Int(number)] = action
    changed()
    return 0
  }

  private func install(_ number: Int32, _ action: Action, isObserved: Bool) -> Int32 {
    if isObserved { return ppd_signal_catch(number) }
    return switch action {
    case .defaultAction: ppd_signal_release(number, false)
    case .ignore: ppd_signal_release(number, true)
    case .interrupt, .terminate, .call, .serve, .unknown: ppd_signal_catch(number)
    }
  }

  /// Has SIGTERM raise SystemExit, where the script has not said what it wants. The process itself and its master (see
  /// `ppd_signal_set_master`) still end it at once.
  public func unwindOnTermination() {
    guard isDefault(SIGTERM), ppd_signal_catch_termination() == 0 else { return }
    actions[Int(SIGTERM)] = .terminate
  }

  /// Lets `observer` run whenever the signal comes, or, with nil, no more. Only for signals whose default action is to
  /// be ignored: the default action does not happen while they are observed.
  public func observe(_ number: Int32, _ observer: Observer?) {
    observers[number] = observer
    _ = install(number, actions[Int(number)], isObserved: observer != nil)
  }

  /// Whether somebody observes the signal.
  public func isObserved(_ number: Int32) -> Bool { observers[number] != nil }

  /// Whether somebody observes any.
  public var hasObservers: Bool { !observers.isEmpty }

  /// Forgets all observers: for a forked child, whose parent's they were.
  public func forgetObservers() {
    for number in observers.keys { observe(number, nil) }
  }
}

extension Frame {
  /// Lets a signal that has come be handled, as each call of a function does. Raises what its handler raises,
  /// KeyboardInterrupt for Ctrl-C.
  @inline(__always)
  func checkSignals() throws(Raised) {
    if ppd_signal_pending() != 0 { try interpreter.attend(self) }
  }

  /// The same at a place of the script, as each turn of a loop does.
  @inline(__always)
  func checkSignals(at location: @autoclosure () -> Location) throws(Raised) {
    guard ppd_signal_pending() != 0 else { return }
    enterCall(location())
    try interpreter.attend(self)
  }
}

extension Interpreter {
  /// What nodes do at loops' back edges and at calls when `ppd_signal_pending()`: act on signals, and collect garbage
  /// where that is due.
  @inline(never)
  fileprivate func attend(_ f: Frame) throws(Raised) {
    try handlePendingSignals(f)
    collectIfDue()
  }

  /// Acts on the signals that came, as `attend` does and everything that blocks when a system call returns `EINTR`.
  /// Raises what the script's handlers raise, and
  /// KeyboardInterrupt for SIGINT.
  ///
  /// - Returns: whether a signal came that is the script's own affair.
  @discardableResult
  public func handlePendingSignals(_ f: Frame) throws(Raised) -> Bool {
    var concernsScript = false
    var pending = PendingSignals()
    while let number = pending.next() {
      if let observer = signals.observers[number] { try observer(f) }
      switch signals.actions[Int(number)] {
      case .interrupt, .terminate: try end(by: number, ppd_signal_origin(number))
      case .call(let handler):
        concernsScript = true
        _ = try f.call(handler, .int(Int(number)), .object(FrameRecord(running: f)))
      case .serve(let body): body(f)
      case .defaultAction, .ignore, .unknown: break
      }
    }
    return concernsScript
  }

  /// Raises what SIGINT or SIGTERM means. One that a parent passes on has often been here before it: Ctrl-C at a terminal
  /// goes to every process. It is dropped where the script is about to end anyway, or has had one in the last second.
  private func end(by signal: Int32, _ origin: ppd_signal_origin) throws(Raised) {
    let now = monotonicSeconds()
    if origin.relayed, let last = signals.ending, isUnwinding(last.exception) || now - last.time < 1 { return }
    let exception =
      signal == SIGTERM
      ? ExceptionObject(types[.SystemExit], [.int(Int(128 + SIGTERM))]) : ExceptionObject(types[.KeyboardInterrupt])
    signals.ending = SignalTable.Ending(signal: signal, exception: exception, time: now)
    signals.willEnd(signal, origin)
    throw Raised(exception)
  }

  /// Whether the exception, or one that was raised on its way, is being handled.
  private func isUnwinding(_ exception: ExceptionObject) -> Bool {
    var handled = handled
    while let one = handled {
      if one === exception { return true }
      handled = one.context
    }
    return false
  }

  /// Runs what the program around the interpreter wants done about the signals that came (``SignalTable/Action/serve(_:)``).
  /// - Returns: whether others came, which are the script's business.
  public func serveSignals() -> Bool {
    var others: [Int32] = []
    var pending = PendingSignals()
    while let number = pending.next() {
      if case .serve(let body) = signals.actions[Int(number)] { body(nil) } else { others.append(number) }
    }
    for number in others { ppd_signal_note(number) }
    return !others.isEmpty
  }

  /// Waits until a descriptor is ready (or, with nil, just the time) or the seconds have passed, and runs the handlers
  /// of signals that come meanwhile.
  /// - Parameter timeout: seconds; nil waits for ever.
  /// - Returns: whether the descriptor is ready.
  @discardableResult
  public func wait(
    for descriptor: Int32?, events: Int32 = POLLIN, timeout: Double?, _ f: Frame
  ) throws(Raised) -> Bool {
    try flushOutput(f)
    if let fiberScheduler { return try fiberScheduler.wait(for: descriptor, events: events, timeout: timeout, f) }
    let end = timeout.map { monotonicSeconds() + $0 }
    while true {
      var result: Int32
      if let end {
        var rest = timespec(seconds: max(0, end - monotonicSeconds()))
        result = ppd_wait(descriptor ?? -1, Int16(events), &rest)
      } else {
        result = ppd_wait(descriptor ?? -1, Int16(events), nil)
      }
      if result > 0 { return true }
      if result == 0 { return false }
      if errno != EINTR { throw f.osError(errno) }
      try handlePendingSignals(f)
    }
  }
}

/// The signals that have come, each once: one that comes again while its handler runs waits for the next look, lest
/// signals that come faster than they are handled keep the script from going on.
private struct PendingSignals {
  private var taken: UInt64 = 0

  mutating func next() -> Int32? {
    guard ppd_signal_pending() != 0 else { return nil }
    let number = ppd_signal_take()
    if number == 0 { return nil }
    if taken >> UInt64(number - 1) & 1 == 1 {
      ppd_signal_note(number)
      return nil
    }
    taken |= 1 << UInt64(number - 1)
    return number
  }
}

extension timespec {
  init(seconds: Double) {
    let bounded = min(seconds, 9e9)
    let whole = bounded.rounded(.down)
    self.init(tv_sec: Int(whole), tv_nsec: Int((bounded - whole) * 1e9))
  }
}

/// CLOCK_MONOTONIC in seconds.
func monotonicSeconds() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}
