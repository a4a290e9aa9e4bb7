// The models of the lock and the queue, examined in all their states by spin, where that is installed.
import Glibc
import TestSupport
import Testing

/// One examination: of a model with sizes, for states that must not be, or for cycles in which nothing is achieved.
struct Examination: CustomStringConvertible {
  let model: String
  let sizes: [String]
  let compilerOptions: [String]
  let options: [String]

  var description: String { ([model] + sizes).joined(separator: " ") }

  static func states(_ model: String, _ sizes: String..., options: [String] = []) -> Examination {
    Examination(model: model, sizes: sizes, compilerOptions: ["-DSAFETY"], options: options)
  }

  static func cycles(_ model: String, _ sizes: String...) -> Examination {
    Examination(model: model, sizes: sizes, compilerOptions: ["-DNP", "-DNFAIR=3"], options: ["-l", "-f"])
  }
}

private let spin = (["/usr/bin/spin", "/usr/local/bin/spin"] as [String]).first { access($0, X_OK) == 0 }

@Suite("The protocols, as models")
struct ProtocolModelTests {
  @Test(
    "no order of steps, and no kill between two, breaks the model",
    .enabled(if: spin != nil, "spin is not installed (Debian's package spin)"),
    arguments: [
      Examination.states("lock", "USERS=3", "KILLS=0", "GIVE_UPS=1"),
      .cycles("lock", "USERS=2", "KILLS=1", "GIVE_UPS=1"),
      // Consumers wait for ever when all is taken: only the model's own assertions count.
      .states("queue", "PRODUCERS=1", "CONSUMERS=2", "MESSAGES=1", "KILLS=0", options: ["-E"]),
      .states("queue", "PRODUCERS=1", "CONSUMERS=1", "MESSAGES=2", "KILLS=1", options: ["-E"]),
      .cycles("queue", "PRODUCERS=1", "CONSUMERS=1", "MESSAGES=2", "KILLS=1"),
    ])
  func holds(_ examination: Examination) throws {
    var template = Array("/tmp/ppd-model-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    defer { _ = ChildProgram("/bin/rm", ["-r", folder]).run() }
    func run(_ program: String, _ arguments: [String]) -> ProgramResult {
      let result = ChildProgram(program, arguments, folder: folder, patience: 300).run()
      #expect(result.status == 0 && !result.hung, "\(program): \(result.output)\(result.errors)")
      return result
    }
    let model = "\(Programs.root)/Tests/ProtocolModels/\(examination.model).pml"
    _ = run(try #require(spin), ["-a"] + examination.sizes.map { "-D" + $0 } + [model])
    _ = run("/usr/bin/cc", ["-w", "-O2", "-DCOLLAPSE"] + examination.compilerOptions + ["-o", "pan", "pan.c"])
    let report = run("\(folder)/pan", ["-m1000000"] + examination.options)
    #expect(report.output.contains("errors: 0"), "\(report.output)")
    #expect(!report.output.contains("max search depth too small"))
  }
}
