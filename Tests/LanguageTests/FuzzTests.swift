// Fuzzing: mutated texts for the parser, generated programs for the interpreter. Two programs in the folder Programs do it.
// PPD_FUZZ_COUNT makes the runs longer, PPD_FUZZ_SEED gives them another seed.
import Glibc
import TestSupport
import Testing

@Suite("Fuzzing")
struct FuzzTests {
  private func number(_ name: String) -> Int? {
    getenv(name).flatMap { Int(String(cString: $0)) }
  }

  private func fuzz(_ program: String, count: Int) {
    let count = number("PPD_FUZZ_COUNT") ?? count
    let seed = number("PPD_FUZZ_SEED") ?? 1
    let result = ChildProgram(
      Programs.ppd, [program, String(count), String(seed)],
      environment: ["FUZZ_TEXT": "/tmp/ppd-fuzz-\(getpid())-\(program)"],
      folder: "\(Programs.root)/Tests/LanguageTests/Programs", patience: 60 + Double(count)
    ).run()
    #expect(!result.hung)
    #expect(result.status == 0, "seed \(seed): \(result.output)\(result.errors)")
  }

  @Test("a mutated script compiles or raises SyntaxError")
  func parser() { fuzz("fuzz_parser.ppd", count: 200) }

  @Test("a generated program neither crashes nor hangs the interpreter")
  func interpreter() { fuzz("fuzz_interpreter.ppd", count: 20) }
}
