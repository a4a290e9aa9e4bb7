// Every script under Scripts against CPython: the same output, exit status and last line of errors.
import TestSupport
import Testing

/// Folders whose scripts are held against CPython.
private let scripts = Programs.files(in: "Tests/LanguageTests/Scripts", endings: [".ppd"]).filter { path in
  // Files in folders of their own are modules that scripts import.
  path.split(separator: "/").count == 2 && !path.hasPrefix("deviations/")
}

@Test("a script prints under ppd what it prints under CPython", arguments: scripts)
func scriptAgreesWithCPython(_ script: String) throws {
  guard let python = Programs.python else {
    print("skipped: \(Programs.pythonMissing)")
    return
  }
  let folder = "\(Programs.root)/Tests/LanguageTests/Scripts/\(script.split(separator: "/")[0])"
  // By its whole path, since CPython's tracebacks make it whole.
  let path = "\(folder)/\(script.split(separator: "/")[1])"
  let expected = ChildProgram(python, [path], folder: folder).run()
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
