// Runs the probe's scenarios, each in a program of its own under a watchdog.
import Foundation
import Testing

/// The program beside the tests that holds the scenarios.
private let probe = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
  .appendingPathComponent("MultiprocessProbe")

/// Runs the probe; ends it after `seconds`. What it wrote, and how it ended.
private func runProbe(_ argument: String, seconds: Double) throws -> (output: String, end: String, success: Bool) {
  let process = Process()
  process.executableURL = probe
  process.arguments = [argument]
  let output = Pipe()
  process.standardOutput = output
  process.standardError = output
  process.standardInput = FileHandle.nullDevice
  try process.run()
  let watchdog = DispatchWorkItem { kill(process.processIdentifier, SIGKILL) }
  DispatchQueue.global().asyncAfter(deadline: .now() + seconds, execute: watchdog)
  // Waiting for the program, not for the end of its output: a process that it leaves behind must not hold the tests.
  process.waitUntilExit()
  let wasStopped = watchdog.isCancelled == false && process.terminationReason == .uncaughtSignal
  watchdog.cancel()
  let text = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
  let success = process.terminationReason == .exit && process.terminationStatus == 0
  let end = wasStopped ? "ended by a signal, or not within \(seconds) s" : "status \(process.terminationStatus)"
  return (text, end, success)
}

private let scenarios: [String] = {
  let list = try? runProbe("--list", seconds: 10).output.split(separator: "\n").map(String.init)
  return list.flatMap { $0.isEmpty ? nil : $0 } ?? ["the probe lists no scenario"]
}()

@Suite("The runtime, without the interpreter", .serialized)
struct MultiprocessTests {
  @Test("a scenario of the probe", arguments: scenarios)
  func scenario(_ name: String) throws {
    let run = try runProbe(name, seconds: 120)
    #expect(run.success, "\(run.end)\n\(run.output)")
  }
}
