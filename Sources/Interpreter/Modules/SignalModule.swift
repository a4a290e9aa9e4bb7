// The module `signal`.
import CPosixShim
import Glibc

enum SignalModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.constant("NSIG", .int(SignalTable.count))
    m.constants(["ITIMER_REAL": 0, "ITIMER_VIRTUAL": 1, "ITIMER_PROF": 2])
    let numbers = Dict()
    for (name, number) in SignalName.numbers { numbers[m.interpreter.intern(name)] = .int(Int(number)) }
    m.constant("_numbers", .object(numbers))
    m.constant("ItimerError", .object(m.types[.OSError]))
    defineHandlers(m)
    defineSending(m)
    defineMasks(m)
    defineTimers(m)
    try m.source(source)
  }

  /// The enums, and the functions that answer with their members.
  private static let source: StaticString = #"""
    from enum import IntEnum as _IntEnum

    Signals = _IntEnum('Signals', _numbers, module='signal')
    Handlers = _IntEnum('Handlers', {'SIG_DFL': 0, 'SIG_IGN': 1}, module='signal')
    Sigmasks = _IntEnum('Sigmasks', {'SIG_BLOCK': 0, 'SIG_UNBLOCK': 1, 'SIG_SETMASK': 2}, module='signal')
    for _kind in (Signals, Handlers, Sigmasks):
        globals().update(_kind.__members__)


    def _member(value, kind):
        try:
            return kind(value)
        except (ValueError, TypeError):
            return value


    def signal(signalnum, handler, /):
        'Set the action for the given signal.'
        return _member(_signal(signalnum, handler), Handlers)


    def getsignal(signalnum, /):
        'Return the current action for the given signal.'
        return _member(_getsignal(signalnum), Handlers)


    def pthread_sigmask(how, mask, /):
        return {_member(number, Signals) for number in _pthread_sigmask(how, mask)}


    def sigpending():
        return {_member(number, Signals) for number in _sigpending()}


    def sigwait(sigset, /):
        return _member(_sigwait(sigset), Signals)


    def valid_signals():
        return {_member(number, Signals) for number in range(1, NSIG) if number not in (32, 33)}


    del _kind, _numbers
    """#

  // MARK: Handlers

  private static func number(_ value: Value, _ f: Frame) throws(Raised) -> Int32 {
    let number = try f.int32(value)
    guard number > 0, number < SignalTable.count else { throw f.valueError("signal number out of range") }
    return number
  }

  /// What `signal.signal` and `getsignal` show of an action.
  private static func value(of action: SignalTable.Action, _ f: Frame) -> Value {
    switch action {
    case .defaultAction, .terminate: return .int(0)
    case .ignore: return .int(1)
    case .interrupt:
      let module = f.interpreter.modules[f.interpreter.intern("signal")]?.module
      return module?.namespace[f.interpreter.intern("default_int_handler")] ?? .none
    case .call(let handler): return handler
    case .serve, .unknown: return .none
    }
  }

  private static func defineHandlers(_ m: ModuleBuilder) {
    m.function("default_int_handler", "signalnum, frame, /", .two { (f, _, _) throws(Raised) in
      throw Raised(ExceptionObject(f.types[.KeyboardInterrupt]))
    })
    m.function("_signal", "signalnum, handler, /", .two { (f, signal, handler) throws(Raised) in
      let number = try number(signal, f)
      let action = try action(handler, f)
      // Signals that have come so far are for the handler that was.
      try f.interpreter.handlePendingSignals(f)
      let before = value(of: f.interpreter.signals.actions[Int(number)], f)
      let code = f.interpreter.signals.set(number, action)
      if code != 0 { throw f.osError(code) }
      return before
    })
    m.function("_getsignal", "signalnum, /", .one { (f, signal) throws(Raised) in
      value(of: f.interpreter.signals.actions[Int(try number(signal, f))], f)
    })
    m.function("siginterrupt", "signalnum, flag, /", .two { (f, signal, _) throws(Raised) in
      _ = try number(signal, f)
      return .none
    })
    m.function("strsignal", "signalnum, /", .one { (f, signal) throws(Raised) in
      let number = try number(signal, f)
      guard let text = Glibc.strsignal(number), !String(cString: text).hasPrefix("Unknown") else { return .none }
      return .text(String(cString: text))
    })
    m.function("set_wakeup_fd", "fd, /, *, warn_on_full_buffer=True", .many { (f, a) throws(Raised) in .int(-1) })
  }

  private static func action(_ handler: Value, _ f: Frame) throws(Raised) -> SignalTable.Action {
    if f.isCallable(handler) {
      if let builtin = handler.builtin, builtin.name.string == "default_int_handler" { return .interrupt }
      return .call(handler)
    }
    if handler.bigInt != nil {
      switch try f.index(handler) {
      case 0: return .defaultAction
      case 1: return .ignore
      default: break
      }
    }
    throw f.typeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
  }

  // MARK: Sending and waiting

  private static func defineSending(_ m: ModuleBuilder) {
    m.function("raise_signal", "signalnum, /", .one { (f, signal) throws(Raised) in
      try f.interpreter.flushOutput(f)
      if Glibc.raise(try f.int32(signal)) != 0 { throw f.osError(errno) }
      try f.interpreter.handlePendingSignals(f)
      return .none
    })
    m.function("pthread_kill", "thread_id, signalnum, /", .two { (f, _, signal) throws(Raised) in
      if Glibc.raise(try f.int32(signal)) != 0 { throw f.osError(errno) }
      try f.interpreter.handlePendingSignals(f)
      return .none
    })
    m.function("pause", "", .zero { (f) throws(Raised) in
      try f.interpreter.flushOutput(f)
      // Returns once a signal has come and its handler has run.
      repeat {
        if ppd_wait(-1, 0, nil) < 0, errno != EINTR { throw f.osError(errno) }
      } while try !f.interpreter.handlePendingSignals(f)
      return .none
    })
    m.function("_sigwait", "sigset, /", .one { (f, signals) throws(Raised) in
      try f.interpreter.flushOutput(f)
      var set = try signalSet(signals, f)
      var number: Int32 = 0
      let code = Glibc.sigwait(&set, &number)
      if code != 0 { throw f.osError(code) }
      return .int(Int(number))
    })
    let reports = StructSequence(
      m, "struct_siginfo",
      fields: ["si_signo", "si_code", "si_errno", "si_pid", "si_uid", "si_status", "si_band"])
    m.function("sigwaitinfo", "sigset, /", .one { (f, signals) throws(Raised) in
      try firstToCome(signals, seconds: nil, reports, f)
    })
    m.function("sigtimedwait", "sigset, timeout, /", .two { (f, signals, timeout) throws(Raised) in
      try firstToCome(signals, seconds: f.double(timeout), reports, f)
    })
  }

  /// The signal of the set that comes within a time, with what is known of it.
  private static func firstToCome(
    _ signals: Value, seconds: Double?, _ reports: StructSequence, _ f: Frame
  ) throws(Raised) -> Value {
    if let seconds, !(seconds >= 0) { throw f.valueError("timeout must be non-negative") }
    try f.interpreter.flushOutput(f)
    var set = try signalSet(signals, f)
    let end = seconds.map { monotonicSeconds() + $0 }
    var report = ppd_signal_report()
    while true {
      let left = end.map { max(0, $0 - monotonicSeconds()) }
      var time = timespec(seconds: left ?? 0)
      let code = left == nil ? ppd_signal_await(&set, nil, &report) : ppd_signal_await(&set, &time, &report)
      if code == 0 {
        return reports.value(
          [report.number, report.code, report.error, report.process, report.user, report.status, report.band]
            .map { .int(Int($0)) })
      }
      switch errno {
      case EAGAIN: return .none
      case EINTR: try f.interpreter.handlePendingSignals(f)
      default: throw f.osError(errno)
      }
    }
  }

  // MARK: Masks

  private static func signalSet(_ signals: Value, _ f: Frame) throws(Raised) -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in try f.collect(signals) {
      let number = try f.index(signal)
      guard number > 0, number < SignalTable.count else {
        throw f.valueError("signal number \(number) out of range [1; \(SignalTable.count - 1)]")
      }
      sigaddset(&set, Int32(number))
    }
    return set
  }

  private static func members(_ set: sigset_t) -> Value {
    var set = set
    return .list(
      ContiguousArray((1..<Int32(SignalTable.count)).filter { sigismember(&set, $0) == 1 }.map { .int(Int($0)) }))
  }

  private static func defineMasks(_ m: ModuleBuilder) {
    m.function("_pthread_sigmask", "how, mask, /", .two { (f, how, mask) throws(Raised) in
      var set = try signalSet(mask, f)
      var before = sigset_t()
      let code = Glibc.pthread_sigmask(try f.int32(how), &set, &before)
      if code != 0 { throw f.osError(code) }
      try f.interpreter.handlePendingSignals(f)
      return members(before)
    })
    m.function("_sigpending", "", .zero { (f) throws(Raised) in
      var set = sigset_t()
      try f.check(Glibc.sigpending(&set))
      return members(set)
    })
  }

  // MARK: Timers

  private static func defineTimers(_ m: ModuleBuilder) {
    m.function("alarm", "seconds, /", .one { (f, seconds) throws(Raised) in
      .int(Int(Glibc.alarm(UInt32(bitPattern: try f.int32(seconds)))))
    })
    m.function("setitimer", "which, seconds, interval=0.0, /", .three { (f, which, seconds, interval) throws(Raised) in
      var timer = itimerval(
        it_interval: timeval(seconds: interval.isUnbound ? 0 : try f.double(interval)),
        it_value: timeval(seconds: try f.double(seconds)))
      var before = itimerval()
      try f.check(ppd_set_timer(f.int32(which), &timer, &before))
      return .tuple([.float(before.it_value.seconds), .float(before.it_interval.seconds)])
    })
    m.function("getitimer", "which, /", .one { (f, which) throws(Raised) in
      var timer = itimerval()
      try f.check(ppd_get_timer(f.int32(which), &timer))
      return .tuple([.float(timer.it_value.seconds), .float(timer.it_interval.seconds)])
    })
  }
}

extension timeval {
  fileprivate init(seconds: Double) {
    let whole = seconds.rounded(.down)
    self.init(tv_sec: Int(whole), tv_usec: Int((seconds - whole) * 1e6))
  }

  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}
