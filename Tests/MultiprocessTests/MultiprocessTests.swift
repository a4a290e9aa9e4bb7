// Runs the probe's scenarios, each in a program of its own under a watchdog.
import Foundation
import Testing

/// Runs a scenario of the probe; records what it said when it fails or takes too long.
func runScenario(_ name: String, environment: [String: String] = [:], seconds: Double = 60) throws {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent("MultiprocessProbe")
  process.arguments = [name]
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
  let output = Pipe()
  process.standardError = output
  try process.run()
  let watchdog = DispatchWorkItem { kill(process.processIdentifier, SIGKILL) }
  DispatchQueue.global().asyncAfter(deadline: .now() + seconds, execute: watchdog)
  let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  watchdog.cancel()
  let end = process.terminationReason == .exit ? "exit \(process.terminationStatus)" : "ended by the watchdog or a signal"
  #expect(process.terminationReason == .exit && process.terminationStatus == 0, "\(name): \(end)\n\(said)")
}

@Suite("Arena and registry")
struct BasicsTests {
  @Test(
    arguments: [
      "objects are created and dropped without growth",
      "an object dies with its last reference and its handle becomes stale",
      "a handle of another kind is refused",
      "ten thousand objects live side by side",
      "random blocks never overlap and all come back",
    ])
  func scenario(_ name: String) throws { try runScenario(name) }

  @Test("a full arena throws and stays usable")
  func fullArena() throws {
    try runScenario("a full arena throws and stays usable", environment: ["PPD_ARENA_SIZE": "16000000"])
  }
}
