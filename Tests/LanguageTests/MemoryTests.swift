// That a script which runs for hours does not grow.
import TestSupport
import Testing

@Test("calls, exceptions, closures, generators and the like leave no memory behind")
func memoryStaysTheSame() {
  let result = ChildProgram(
    Programs.ppd, ["memory.ppd"], folder: "\(Programs.root)/Tests/LanguageTests/Programs", patience: 300
  ).run()
  #expect(!result.hung)
  #expect(result.status == 0, "\(result.output)\(result.errors)")
}
