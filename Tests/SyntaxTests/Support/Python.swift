// CPython, where there is one to ask.

import Foundation
import Testing

/// A Python 3.12 or newer: `$PPD_PYTHON`, else `python3.13`, else `python3`.
enum Python {
  static let missing: Comment = "no Python 3.12 or newer: set PPD_PYTHON, or put python3.13 or python3 into PATH"

  /// The interpreter's path; nil if there is none.
  static let path: String? = {
    let environment = ProcessInfo.processInfo.environment
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let installed = ["python3.13", "python3"].flatMap { name in folders.map { "\($0)/\(name)" } }
    let candidates = (environment["PPD_PYTHON"].map { [$0] } ?? []) + installed
    return candidates.first { path in
      guard FileManager.default.isExecutableFile(atPath: path) else { return false }
      let answer = try? run(path, "import sys; print(sys.version_info >= (3, 12))", input: Data())
      return answer == "True\n"
    }
  }()

  /// What `program` answers to `input`.
  static func run(_ program: String, input: Data) throws -> String {
    guard let path else { throw GrammarError(message: "no Python") }
    return try run(path, program, input: input)
  }

  private static func run(_ path: String, _ program: String, input: Data) throws -> String {
    // The input goes through a file, so that neither side waits for the other's pipe.
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("ppd-\(UUID().uuidString)")
    try input.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-c", program]
    process.standardInput = try FileHandle(forReadingFrom: file)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// CPython's trees of `sources`, in the notation of ``PythonTree``, each `ok TREE` or `no MESSAGE`.
  static func trees(of sources: [String]) throws -> [String] {
    var input = Data()
    for source in sources {
      input.append(Data("\(source.utf8.count)\n".utf8))
      input.append(Data(source.utf8))
    }
    let answers = try run(pythonTreeProgram, input: input).split(separator: "\n", omittingEmptySubsequences: true)
    return answers.map(String.init)
  }
}
