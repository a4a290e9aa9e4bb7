// A program on a terminal of its own, whose keys a test presses and whose screen it reads.
import Glibc

/// A program that runs on a pseudo-terminal. It and all it started end with it, at the latest when its time is over.
public final class PseudoTerminal {
  public let pid: pid_t
  private let controller: Int32
  private let end: Double
  /// What the program has written so far.
  public private(set) var bytes: [UInt8] = []
  public private(set) var screen: Screen
  private var reaped: Int32?

  /// Starts a program.
  ///
  /// - Parameter patience: seconds until the watchdog ends it, and every wait fails.
  public init(
    _ path: String, _ arguments: [String] = [], environment: [String: String], width: Int = 80, height: Int = 24,
    patience: Double = 60
  ) {
    end = seconds() + patience
    screen = Screen(width: width, height: height)
    controller = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var (number, lock): (UInt32, Int32) = (0, 0)
    precondition(
      controller >= 0 && ioctl(controller, PseudoTerminal.setLock, &lock) == 0
        && ioctl(controller, PseudoTerminal.getNumber, &number) == 0, "no pseudo-terminal")
    var size = winsize(ws_row: UInt16(height), ws_col: UInt16(width), ws_xpixel: 0, ws_ypixel: 0)
    precondition(ioctl(controller, UInt(TIOCSWINSZ), &size) == 0, "the terminal takes no size")
    pid = PseudoTerminal.spawn(path, arguments, environment, on: "/dev/pts/\(number)")
  }

  /// Linux' TIOCSPTLCK and TIOCGPTN, which Swift does not import.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  deinit {
    hangUp()
  }

  private static func spawn(
    _ path: String, _ arguments: [String], _ environment: [String: String], on terminal: String
  ) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the leader of a session opens is its own.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | Int16(0x80) /* POSIX_SPAWN_SETSID */)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var pid: pid_t = 0
    let failure = posix_spawn(&pid, path, &actions, &attributes, &words, &variables)
    precondition(failure == 0, "cannot start \(path): \(String(cString: strerror(failure)))")
    return pid
  }

  // MARK: Keys

  /// Presses keys: writes them to the terminal, and reads what comes meanwhile.
  public func type(_ keys: String) {
    var rest = Array(keys.utf8)[...]
    _ = fcntl(controller, F_SETFL, O_NONBLOCK)
    while !rest.isEmpty, seconds() < end {
      let count = rest.withUnsafeBytes { write(controller, $0.baseAddress, min($0.count, 512)) }
      if count > 0 { rest = rest.dropFirst(count) }
      read(for: count > 0 ? 0 : 0.02)
    }
  }

  public func enter(_ line: String) { type(line + "\r") }

  public func resize(width: Int, height: Int) {
    var size = winsize(ws_row: UInt16(height), ws_col: UInt16(width), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
  }

  // MARK: Seeing

  /// Reads until `condition` holds.
  /// - Returns: false when the time is over or the program has ended without it.
  public func wait(until condition: (PseudoTerminal) -> Bool) -> Bool {
    while !condition(self) {
      if seconds() >= end { return false }
      if !read(for: 0.05), !condition(self) { return false }
    }
    return true
  }

  /// Waits for a text on the screen.
  public func waits(for text: String) -> Bool { wait { $0.screen.text.contains(text) } }

  /// Waits until the last line begins so: until a prompt waits for keys.
  public func waits(forLastLine line: String) -> Bool { wait { $0.screen.lines.last == line } }

  /// Reads what there is, or comes in so many seconds.
  /// - Returns: false when the program has closed the terminal.
  @discardableResult
  private func read(for time: Double) -> Bool {
    var wait = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
    guard poll(&wait, 1, Int32(time * 1000)) > 0 else { return true }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(controller, &chunk, chunk.count)
    if count > 0 {
      bytes += chunk[..<count]
      screen.write(chunk[..<count])
      return true
    }
    return count < 0 && (errno == EINTR || errno == EAGAIN)
  }

  // MARK: The end

  /// Waits for the program to end.
  /// - Returns: its status as shells show it; nil when the time was over first, and the program was killed.
  public func finish() -> Int32? {
    var status: Int32 = 0
    while seconds() < end {
      read(for: 0.02)
      if waitpid(pid, &status, WNOHANG) == pid {
        let signal = status & 0x7f
        reaped = signal == 0 ? (status >> 8) & 0xff : 128 + signal
        return reaped
      }
    }
    return nil
  }

  private var isClosed = false

  /// Closes the terminal, as its window does.
  public func closeTerminal() {
    if !isClosed { close(controller) }
    isClosed = true
  }

  private func hangUp() {
    closeTerminal()
    if reaped == nil {
      kill(-pid, SIGKILL)
      kill(pid, SIGKILL)
      var status: Int32 = 0
      while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    }
  }
}

/// Whether a process lives.
public func processLives(_ pid: pid_t) -> Bool {
  guard let text = readText("/proc/\(pid)/stat"), let state = text.split(separator: ")").last?.dropFirst().first else {
    return false
  }
  return state != "Z" && state != "X"
}

private func seconds() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}
