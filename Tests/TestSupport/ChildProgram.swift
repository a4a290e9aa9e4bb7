// Runs a program under test to its end, or to the watchdog's: a hang fails one case and not the run.
import Glibc
import Synchronization

/// What a program did.
public struct ProgramResult: Sendable {
  public let output: String
  public let errors: String
  /// As shells show it: the exit code, or 128 plus the signal's number.
  public let status: Int32
  /// Whether the watchdog had to end it.
  public let hung: Bool

  /// The last line of the error output that is not empty.
  public var lastErrorLine: String {
    errors.split(separator: "\n").last.map(String.init) ?? ""
  }
}

/// A program to run in a process group of its own, so that all it starts ends with it.
public struct ChildProgram: Sendable {
  public var path: String
  public var arguments: [String]
  public var input: String
  public var environment: [String: String]
  public var folder: String?
  /// Seconds until the watchdog ends the program and all its children.
  public var patience: Double

  public init(
    _ path: String, _ arguments: [String] = [], input: String = "", environment: [String: String] = [:],
    folder: String? = nil, patience: Double = 60
  ) {
    self.path = path
    self.arguments = arguments
    self.input = input
    self.environment = environment
    self.folder = folder
    self.patience = patience
  }

  /// Runs the program. Traps where it cannot be started: then the test itself is wrong.
  public func run() -> ProgramResult {
    let (pid, input, output, errors) = starting.withLock { _ in start() }
    var exchange = Exchange(input: input, output: output, errors: errors, text: self.input)
    let hung = !exchange.run(until: monotonicSeconds() + patience)
    if hung { kill(-pid, SIGKILL) }
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    kill(-pid, SIGKILL)
    exchange.closeAll()
    let signal = status & 0x7f
    return ProgramResult(
      output: String(decoding: exchange.outputBytes, as: UTF8.self),
      errors: String(decoding: exchange.errorBytes, as: UTF8.self),
      status: signal == 0 ? (status >> 8) & 0xff : 128 + signal, hung: hung)
  }

  /// - Returns: the program, and our ends of its pipes.
  private func start() -> (pid: pid_t, input: Int32, output: Int32, errors: Int32) {
    let (input, output, errors) = (Pipe(), Pipe(), Pipe())
    let pid = spawn(input, output, errors)
    for end in [input.readEnd, output.writeEnd, errors.writeEnd] { close(end) }
    return (pid, input.writeEnd, output.readEnd, errors.readEnd)
  }

  private func spawn(_ input: Pipe, _ output: Pipe, _ errors: Pipe) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input.readEnd, 0)
    posix_spawn_file_actions_adddup2(&actions, output.writeEnd, 1)
    posix_spawn_file_actions_adddup2(&actions, errors.writeEnd, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    posix_spawnattr_setpgroup(&attributes, 0)
    // The threads that run tests block signals, and this library ignores SIGPIPE: neither is the program's business.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let command = (folder.map { ["/usr/bin/env", "-C", $0] } ?? []) + [path] + arguments
    var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = mergedEnvironment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var pid: pid_t = 0
    let failure = posix_spawnp(&pid, command[0], &actions, &attributes, &words, &variables)
    precondition(failure == 0, "cannot start \(path): \(String(cString: strerror(failure)))")
    return pid
  }

  private var mergedEnvironment: [String: String] {
    var merged: [String: String] = [:]
    var entry = environ
    while let text = entry.pointee {
      let parts = String(cString: text).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      merged[String(parts[0])] = parts.count > 1 ? String(parts[1]) : ""
      entry += 1
    }
    return merged.merging(environment) { $1 }
  }
}

/// One program at a time starts, so that none inherits the ends of another's pipes.
private let starting = Mutex(())

private struct Pipe {
  let readEnd: Int32
  let writeEnd: Int32

  init() {
    var ends: [Int32] = [0, 0]
    precondition(pipe(&ends) == 0, "no pipe")
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    readEnd = ends[0]
    writeEnd = ends[1]
  }
}

/// Feeds a program's input and collects its output until both outputs are closed.
private struct Exchange {
  private var input: Int32
  private var output: Int32
  private var errors: Int32
  private var pending: ArraySlice<UInt8>
  private(set) var outputBytes: [UInt8] = []
  private(set) var errorBytes: [UInt8] = []

  init(input: Int32, output: Int32, errors: Int32, text: String) {
    self.input = input
    self.output = output
    self.errors = errors
    pending = Array(text.utf8)[...]
    _ = fcntl(input, F_SETFL, O_NONBLOCK)
    signal(SIGPIPE, SIG_IGN)
    if pending.isEmpty { closeInput() }
  }

  /// - Returns: whether both outputs were closed before `end`.
  mutating func run(until end: Double) -> Bool {
    while output >= 0 || errors >= 0 {
      let rest = end - monotonicSeconds()
      if rest <= 0 { return false }
      var polled = [
        pollfd(fd: output, events: Int16(POLLIN), revents: 0), pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
        pollfd(fd: input, events: Int16(POLLOUT), revents: 0),
      ]
      if poll(&polled, 3, Int32(min(rest * 1000, 1e6))) < 0 { continue }
      if polled[0].revents != 0 { Exchange.read(&output, into: &outputBytes) }
      if polled[1].revents != 0 { Exchange.read(&errors, into: &errorBytes) }
      if input >= 0, polled[2].revents != 0 { feed() }
    }
    return true
  }

  private static func read(_ descriptor: inout Int32, into bytes: inout [UInt8]) {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(descriptor, &chunk, chunk.count)
    if count > 0 {
      bytes.append(contentsOf: chunk[..<count])
    } else if count == 0 || errno != EINTR {
      close(descriptor)
      descriptor = -1
    }
  }

  private mutating func feed() {
    let count = pending.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
    if count > 0 { pending = pending.dropFirst(count) }
    if pending.isEmpty || (count < 0 && errno != EAGAIN && errno != EINTR) { closeInput() }
  }

  private mutating func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  mutating func closeAll() {
    closeInput()
    for descriptor in [output, errors] where descriptor >= 0 { close(descriptor) }
    output = -1
    errors = -1
  }
}

private func monotonicSeconds() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}
