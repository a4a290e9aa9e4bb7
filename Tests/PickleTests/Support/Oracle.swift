// CPython, where there is one, as the judge of our messages.

import Foundation

/// Runs `oracle.py`, one process for all the questions of a test.
enum Oracle {
  /// The interpreter to ask: `PPD_PYTHON`, else `python3`; nil where neither runs.
  static let python: String? = {
    let command = ProcessInfo.processInfo.environment["PPD_PYTHON"] ?? "python3"
    return (try? run(command, ["-c", "pass"], "")) == nil ? nil : command
  }()

  private static func ask(_ questions: [String]) throws -> [String] {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("oracle.py").path
    let answer = try run(python!, [script], questions.joined(separator: "\n") + "\n")
    let lines = answer.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast().map {
      String(Substring($0))
    }
    guard lines.count == questions.count else { throw Failed(what: "\(lines.count) answers to \(questions.count)") }
    return lines
  }

  /// Messages and canonical texts of expressions, as CPython writes and prints them.
  static func dump(_ expressions: [String], protocol version: Int) throws -> [(message: [UInt8], text: String)] {
    try ask(expressions.map { "dump \(version) \($0)" }).map { answer in
      let parts = answer.utf8.split(separator: UInt8(ascii: " "))
      return (bytes(hex: String(Substring(parts[0]))), String(Substring(parts[1])))
    }
  }

  /// Canonical texts of what CPython loads.
  static func load(_ messages: [[UInt8]]) throws -> [String] { try ask(messages.map { "load " + hex($0) }) }

  struct Failed: Error { var what: String }

  /// Input and output are files, so that neither side waits for the other to read.
  private static func run(_ command: String, _ arguments: [String], _ input: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pickle-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (inputFile, outputFile) = (folder.appendingPathComponent("in"), folder.appendingPathComponent("out"))
    try Data(input.utf8).write(to: inputFile)
    try Data().write(to: outputFile)

    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [command] + arguments
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed(what: "\(command) ended with \(process.terminationStatus)") }
    return String(decoding: try Data(contentsOf: outputFile), as: UTF8.self)
  }
}
