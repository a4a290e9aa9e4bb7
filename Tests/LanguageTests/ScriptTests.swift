// Every script under Scripts against CPython: the same output, exit status and last line of errors.
import TestSupport
import Testing

/// Folders whose scripts are held against CPython.
private let scripts = Programs.files(in: "Tests/LanguageTests/Scripts", endings: [".ppd"]).filter { path in
  // Files in folders of their own are modules that scripts import.
  path.split(separator: "/").count == 2 && !path.hasPrefix("deviations/")
}

/// The absolute path of a script, since CPython's tracebacks make paths absolute, and its folder.
private func place(of script: String) -> (path: String, folder: String) {
  let parts = script.split(separator: "/")
  let folder = "\(Programs.root)/Tests/LanguageTests/Scripts/\(parts[0])"
  return ("\(folder)/\(parts[1])", folder)
}

@Test(
  "a script prints under ppd what it prints under CPython",
  .enabled(if: Programs.python != nil, "\(Programs.pythonMissing)"), arguments: scripts)
func scriptAgreesWithCPython(_ script: String) throws {
  let python = try #require(Programs.python)
  let (path, folder) = place(of: script)
  let environment = ["PYTHONWARNINGS": "ignore::DeprecationWarning"]
  let expected = ChildProgram(python, [path], environment: environment, folder: folder).run()
  let actual = ChildProgram(Programs.ppd, [path], environment: ["NO_COLOR": "1"], folder: folder).run()
  #expect(!expected.hung, "CPython hangs")
  #expect(!actual.hung, "ppd hangs")
  #expect(actual.output == expected.output)
  #expect(actual.status == expected.status, "\(actual.errors)")
  if script.hasPrefix("errors/") {
    #expect(actual.errors == expected.errors)
  } else {
    #expect(actual.lastErrorLine == expected.lastErrorLine)
  }
}

@Test(
  "a script does the same on nodes for any operand as on those for special shapes",
  arguments: scripts.filter { $0.hasPrefix("language/") || $0.hasPrefix("errors/") })
func generalNodesAgree(_ script: String) {
  let (path, folder) = place(of: script)
  let special = ChildProgram(Programs.ppd, [path], environment: ["NO_COLOR": "1"], folder: folder).run()
  let general = ChildProgram(
    Programs.ppd, [path], environment: ["NO_COLOR": "1", "PPD_GENERIC_NODES": "1"], folder: folder
  ).run()
  #expect(!general.hung)
  #expect(general.output == special.output)
  #expect(general.errors == special.errors)
  #expect(general.status == special.status)
}
