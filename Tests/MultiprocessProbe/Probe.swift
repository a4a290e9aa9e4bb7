// Scenarios that fork: each runs in a program of its own, started by the tests under a watchdog.
import CPosixShim
import Glibc
import Multiprocess

/// What a scenario found wrong.
struct Failure: Error, CustomStringConvertible {
  let description: String
}

/// Fails the scenario unless `condition` holds.
func expect(_ condition: Bool, _ what: @autoclosure () -> String, line: Int = #line) throws {
  if !condition { throw Failure(description: "line \(line): \(what())") }
}

/// Fails the scenario unless the two are equal.
func expectEqual<Value: Equatable>(_ found: Value, _ wanted: Value, line: Int = #line) throws {
  if found != wanted { throw Failure(description: "line \(line): \(found) is not \(wanted)") }
}

/// Fails the scenario unless `body` throws exactly `wanted`.
func expectThrows<Result>(_ wanted: RuntimeError, line: Int = #line, _ body: () throws -> Result) throws {
  do {
    _ = try body()
  } catch let error as RuntimeError where error == wanted {
    return
  }
  throw Failure(description: "line \(line): \(wanted) was not thrown")
}

/// Starts a child that runs `body` and exits with 0, or with 1 and a message when it throws.
@discardableResult
func child(_ name: String = "child", daemon: Bool = false, _ body: () throws -> Void) throws -> ChildProcess {
  try ChildProcess.spawn(name: name, daemon: daemon) {
    do {
      try body()
      return 0
    } catch {
      say("\(name): \(error)")
      return 1
    }
  }
}

/// Joins the children and fails the scenario unless each left with 0.
func joinAll(_ children: [ChildProcess], line: Int = #line) throws {
  for child in children {
    try expect(child.join(), "join", line: line)
    let code = try child.exitCode()
    try expect(code == 0, "\(child.name) left with \(code ?? -999)", line: line)
  }
}

/// Handles a signal without SA_RESTART, so that it ends a wait.
func handle(_ signal: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) throws {
  var action = sigaction()
  action.__sigaction_handler.sa_handler = handler
  try expectEqual(sigaction(signal, &action, nil), 0)
}

/// Waits until this is the only process left.
func waitUntilAlone(line: Int = #line) throws {
  var rounds = 0
  while Runtime.processes().count > 1 {
    _ = try Event().wait(until: .after(0.05))
    rounds += 1
    try expect(rounds < 600, "\(Runtime.processes().map(\.name)) are left", line: line)
  }
}

func say(_ text: String) {
  let bytes = Array((text + "\n").utf8)
  _ = bytes.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
}

func sleep(milliseconds: UInt32) { Runtime.outside { _ = usleep(milliseconds * 1000) } }

extension Queue {
  func put(_ value: Int, until deadline: Deadline = .never) throws {
    try withUnsafeBytes(of: value) { try put($0, until: deadline) }
  }
  func getInt(until deadline: Deadline = .never) throws -> Int {
    try get(until: deadline) { $0.loadUnaligned(as: Int.self) }
  }
}

extension Connection {
  func send(_ value: Int) throws { try withUnsafeBytes(of: value) { try send($0) } }
  func receiveInt() throws -> Int { try receive { $0.loadUnaligned(as: Int.self) } }
}

/// Whether scenarios run in their long form: PPD_LONG is set.
let isLong = getenv("PPD_LONG") != nil

typealias Scenario = @Sendable () throws -> Void

@main
enum Probe {
  static let scenarios: [String: Scenario] = [
    basics, locks, channels, processes, lifetimes, deadlocks, chaos, measurements,
  ].reduce(into: [:]) { all, some in all.merge(some) { _, _ in fatalError("two scenarios of one name") } }

  /// Scenarios that fill the arena or its tables: they run in a small one.
  static let smallArena: Set = ["a full arena throws and stays usable", "too many processes are an error and harm nothing"]

  static func main() {
    let name = CommandLine.arguments.dropFirst().first ?? "--help"
    if name == "--list" { return print(scenarios.keys.filter { $0 != "measure" }.sorted().joined(separator: "\n")) }
    guard let scenario = scenarios[name] else {
      say("usage: MultiprocessProbe --list | SCENARIO | measure [CASE]")
      exit(2)
    }
    // Whoever started this program may have blocked signals that scenarios send.
    var none = sigset_t()
    sigemptyset(&none)
    sigprocmask(SIG_SETMASK, &none, nil)
    do {
      if smallArena.contains(name) { setenv("PPD_ARENA_SIZE", "16000000", 1) }
      try Runtime.start()
      try scenario()
      try Runtime.finish()
    } catch {
      say("\(name): \(error)")
      Runtime.signalDescendants(SIGKILL)
      exit(1)
    }
  }
}
