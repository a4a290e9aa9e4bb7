// CPython, where there is one, as the judge of our messages.

import TestSupport

/// Runs `oracle.py`, one process for all the questions of a test.
enum Oracle {
  /// The interpreter to ask: `PPD_PYTHON`, else `python3`; nil where neither runs.
  static let python: String? = [Programs.python, "python3"].compactMap { $0 }.first {
    ChildProgram("/usr/bin/env", [$0, "-c", "pass"]).run().status == 0
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

  private struct Failed: Error { var errors: String }

  private static func ask(_ questions: [String]) throws -> [String] {
    let script = Programs.root + "/Tests/PickleTests/oracle.py"
    let input = questions.joined(separator: "\n") + "\n"
    let answer = ChildProgram("/usr/bin/env", [python!, script], input: input, patience: 300).run()
    let lines = answer.output.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
    guard answer.status == 0, lines.count == questions.count else { throw Failed(errors: answer.errors) }
    return lines.map { String(Substring($0)) }
  }
}
