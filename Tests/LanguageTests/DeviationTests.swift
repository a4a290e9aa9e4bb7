// Deviations from Python: each a script that says its cause and what it prints, and fails once it no longer deviates.
import TestSupport
import Testing

private let folder = "Tests/LanguageTests/Scripts/deviations"

@Test("a deviation prints what it says, and CPython prints something else",
  arguments: Programs.files(in: folder, endings: [".ppd"]))
func deviationIsAsDescribed(_ script: String) throws {
  let text = try #require(readText("\(Programs.root)/\(folder)/\(script)"))
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  #expect(lines.contains { $0.hasPrefix("# cause: ") }, "a deviation names its cause")
  #expect(lines.contains { $0.hasPrefix("# workaround: ") }, "a deviation names a workaround")
  let expected = lines.compactMap { $0.text(after: "# expect: ") }
  let actual = ChildProgram(Programs.ppd, [script], folder: "\(Programs.root)/\(folder)").run()
  #expect(!actual.hung, "ppd hangs")
  #expect(actual.output == expected.map { $0 + "\n" }.joined(), "\(actual.errors)")
  if let python = Programs.python {
    let other = ChildProgram(python, [script], folder: "\(Programs.root)/\(folder)", patience: 20).run()
    #expect(other.hung || other.output != actual.output || other.status != actual.status, "it no longer deviates")
  }
}
