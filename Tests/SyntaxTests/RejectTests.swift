// grammar/reject: each mistake has its picture, and says at least what CPython says.

import Foundation
import Testing

@testable import Syntax

@Suite("Rejected samples")
struct RejectTests {
  static let paths = Repository.files(in: "grammar/reject", ending: ".ppd")

  private static func file(_ path: String) throws -> SourceFile {
    let name = path.dropFirst("grammar/reject/".count)
    return SourceFile(
      name: String(name), bytes: Array(try Data(contentsOf: Repository.root.appendingPathComponent(path))))
  }

  private static func error(_ file: SourceFile) -> SyntaxError? {
    switch parse(file) {
    case .complete: nil
    case .incomplete(let error), .invalid(let error): error
    }
  }

  @Test("each mistake has its picture", arguments: paths)
  func picture(path: String) throws {
    let file = try Self.file(path)
    let error = try #require(Self.error(file))
    try Golden.expect(error.render(in: file), at: path.replacingSuffix(".ppd", with: ".expected"))
  }

  /// Samples about which ppd says something better than CPython, or that CPython accepts.
  private static let deviations: Set = [
    // CPython would have the comma in both; ppd knows the methods of strings.
    "strings/forgotten-dot",
    // CPython 3.13 misspells "exclamation".
    "f-strings/conversion-after-space",
  ]

  @Test(
    "where CPython has a message of its own, ppd's begins with it",
    .enabled(if: Python.path != nil, Python.missing))
  func messages() throws {
    let paths = Self.paths.filter { !$0.contains("/absent/") && !$0.contains("/limits/") && !$0.contains("/encoding/") }
    let program = #"""
      import sys, warnings
      warnings.simplefilter('ignore')
      source = sys.stdin.buffer
      while line := source.readline():
          try:
              compile(source.read(int(line)), 'sample', 'exec')
              print('no error')
          except SyntaxError as error:
              print(f'{type(error).__name__}: {error.msg}')
      """#
    var input = Data()
    for path in paths {
      let bytes = try Self.file(path).bytes
      input.append(Data("\(bytes.count)\n".utf8))
      input.append(Data(bytes))
    }
    let answers = try Python.run(program, input: input).split(separator: "\n")
    try #require(answers.count == paths.count)
    for (path, answer) in zip(paths, answers) {
      guard !Self.deviations.contains(where: { path.hasSuffix("/\($0).ppd") }) else { continue }
      let error = try #require(Self.error(try Self.file(path)))
      #expect("\(error.kind.rawValue): \(error.message)".hasPrefix(answer), "\(path)")
    }
  }
}

extension String {
  fileprivate func replacingSuffix(_ suffix: String, with other: String) -> String {
    String(dropLast(suffix.count)) + other
  }
}
