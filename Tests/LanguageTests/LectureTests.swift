// The lecture and the examples: every script under scripts/lecture and scripts/examples, as users run them.
import TestSupport
import Testing

@Suite("The lecture and the examples")
struct LectureTests {
  /// The names of the lecture's examples. Each is there as the lecture has it and in ppd's builtins.
  /// Those of several programs that talk to each other are in `ConversationTests`.
  static let lecture = Programs.files(in: "scripts/lecture", endings: ["_modulo.ppd"]).map {
    String($0.dropLast("_modulo.ppd".count))
  }.filter { !$0.hasPrefix("basemanager") && $0 != "chat" }
  static let examples = Programs.files(in: "scripts/examples", endings: [".ppd"])

  private func run(_ program: String, _ script: String) -> ProgramResult {
    let result = ChildProgram(program, ["\(Programs.root)/scripts/\(script)"], environment: ["NO_COLOR": "1"]).run()
    #expect(!result.hung, "\(script) hangs under \(program)")
    #expect(result.errors == "", "\(script) under \(program)")
    #expect(result.status == 0, "\(script) under \(program)")
    return result
  }

  /// What of an output does not depend on the moment. The barrier's example prints the time, and CPython lets each of
  /// its processes print only when it ends, and mixes their lines.
  private func lines(_ result: ProgramResult, of example: String) -> [String] {
    let lines = result.output.split(separator: "\n").map(String.init)
    if example == "manager_list" {
      // Each process prints the list as it then is, and CPython mixes their lines; the last one has all in some order.
      return lines.filter { $0.hasPrefix("Results") }.map { String($0.sorted()) }
    }
    guard example == "barrier" else { return lines }
    return lines.joined().replacing(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}/, with: "<time>")
      .replacing("MeuProcesso-", with: "\nMeuProcesso-").split(separator: "\n").map(String.init).sorted()
  }

  @Test("an example of the lecture prints under ppd what it prints under CPython", arguments: lecture)
  func agreesWithCPython(example: String) {
    guard let python = Programs.python else { return print("skipped: \(Programs.pythonMissing)") }
    let expected = lines(run(python, "lecture/\(example)_modulo.ppd"), of: example)
    #expect(!expected.isEmpty)
    #expect(lines(run(Programs.ppd, "lecture/\(example)_modulo.ppd"), of: example) == expected)
  }

  @Test("an example in ppd's builtins prints what it prints in the lecture's form", arguments: lecture)
  func agreesWithTheModule(example: String) {
    let expected = lines(run(Programs.ppd, "lecture/\(example)_modulo.ppd"), of: example)
    #expect(!expected.isEmpty)
    #expect(lines(run(Programs.ppd, "lecture/\(example).ppd"), of: example) == expected)
  }

  @Test("an example finds its own result right", arguments: examples)
  func example(script: String) {
    #expect(run(Programs.ppd, "examples/\(script)").output != "")
  }
}
