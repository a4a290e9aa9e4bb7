// Runs the probe's scenarios, each in a program of its own under a watchdog.
import TestSupport
import Testing

private func runProbe(_ argument: String) -> ProgramResult {
  ChildProgram(Programs.buildFolder + "/MultiprocessProbe", [argument], patience: 240).run()
}

/// The probe knows its scenarios.
private let scenarios = runProbe("--list").output.split(separator: "\n").map(String.init)

@Suite("The runtime, without the interpreter", .serialized)
struct MultiprocessTests {
  @Test("the probe has scenarios")
  func list() { #expect(scenarios.count > 50) }

  @Test("a scenario of the probe", arguments: scenarios)
  func scenario(_ name: String) {
    let run = runProbe(name)
    #expect(run.status == 0 && !run.hung, "\(name): status \(run.status)\n\(run.errors)")
  }
}
