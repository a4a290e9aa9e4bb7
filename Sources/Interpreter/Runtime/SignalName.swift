// Names of signals.
import Glibc

/// The names of signals, as C and Python have them.
public enum SignalName {
  /// The name of a signal: `SIGKILL`; `signal 40` where it has none.
  public static func text(_ number: Int32) -> String {
    numbers.first { $0.value == number }?.key ?? "signal \(number)"
  }

  /// Every name; of several for a signal the usual one comes first.
  static let numbers: KeyValuePairs<String, Int32> = [
    "SIGABRT": SIGABRT, "SIGALRM": SIGALRM, "SIGBUS": SIGBUS, "SIGCHLD": SIGCHLD, "SIGCONT": SIGCONT,
    "SIGFPE": SIGFPE, "SIGHUP": SIGHUP, "SIGILL": SIGILL, "SIGINT": SIGINT, "SIGIO": SIGIO, "SIGKILL": SIGKILL,
    "SIGPIPE": SIGPIPE, "SIGPROF": SIGPROF, "SIGPWR": SIGPWR, "SIGQUIT": SIGQUIT, "SIGRTMAX": 64, "SIGRTMIN": 34,
    "SIGSEGV": SIGSEGV, "SIGSTKFLT": SIGSTKFLT, "SIGSTOP": SIGSTOP, "SIGSYS": SIGSYS, "SIGTERM": SIGTERM,
    "SIGTRAP": SIGTRAP, "SIGTSTP": SIGTSTP, "SIGTTIN": SIGTTIN, "SIGTTOU": SIGTTOU, "SIGURG": SIGURG,
    "SIGUSR1": SIGUSR1, "SIGUSR2": SIGUSR2, "SIGVTALRM": SIGVTALRM, "SIGWINCH": SIGWINCH, "SIGXCPU": SIGXCPU,
    "SIGXFSZ": SIGXFSZ,
    // Other names of the same signals.
    "SIGCLD": SIGCHLD, "SIGIOT": SIGABRT, "SIGPOLL": SIGIO,
  ]
}
