// grammar/ppd.tmLanguage.json: whole, and up to date with the lexer.

import Foundation
import Testing

@testable import Syntax

@Suite("The editor grammar")
struct EditorGrammarTests {
  private let patterns: [[String: Any]]
  private let repository: [String: Any]

  init() throws {
    let data = Data(try Repository.text("grammar/ppd.tmLanguage.json").utf8)
    let grammar = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    repository = try #require(grammar["repository"] as? [String: Any])
    patterns = EditorGrammarTests.patterns(in: grammar)
  }

  /// Every object that is a rule, however deep.
  private static func patterns(in value: Any) -> [[String: Any]] {
    if let object = value as? [String: Any] {
      let isRule = ["match", "begin", "include"].contains { object[$0] != nil }
      return (isRule ? [object] : []) + object.values.flatMap(patterns)
    }
    return (value as? [Any])?.flatMap(patterns) ?? []
  }

  private func expression(_ pattern: String) throws -> NSRegularExpression {
    // An end refers to the quote that its beginning captured.
    let text = pattern.replacing(#"\\1"#, with: "'").replacing(#"\1"#, with: "'").replacing(#"\2"#, with: "'")
    return try NSRegularExpression(pattern: text, options: .anchorsMatchLines)
  }

  @Test("every rule that is included exists")
  func includes() {
    let included = patterns.compactMap { $0["include"] as? String }
    #expect(!included.isEmpty)
    for name in included { #expect(repository[String(name.dropFirst())] != nil, "\(name)") }
  }

  @Test("every pattern is a regular expression")
  func compiles() throws {
    for pattern in patterns {
      for key in ["match", "begin", "end"] {
        if let text = pattern[key] as? String { _ = try expression(text) }
      }
    }
  }

  @Test("every keyword is coloured as one", arguments: Token.Kind.allCases.filter(\.isKeyword))
  func keywords(kind: Token.Kind) throws {
    let rules = EditorGrammarTests.patterns(in: try #require(repository["keywords"]))
    let word = kind.rawValue
    let isColoured = try rules.compactMap { $0["match"] as? String }.contains { pattern in
      let match = try expression(pattern).firstMatch(in: word, range: NSRange(word.startIndex..., in: word))
      return match?.range.length == word.utf16.count
    }
    #expect(isColoured)
  }

  @Test(
    "numbers are coloured whole",
    arguments: ["0", "1_000", "0xFF", "0b1_0", "0o17", "1.5", "1.", ".5e-3", "1e5j", "3J"])
  func numbers(number: String) throws {
    let rules = EditorGrammarTests.patterns(in: try #require(repository["numbers"]))
    let isColoured = try rules.compactMap { $0["match"] as? String }.contains { pattern in
      let match = try expression(pattern).firstMatch(in: number, range: NSRange(number.startIndex..., in: number))
      return match?.range.length == number.utf16.count
    }
    #expect(isColoured)
  }
}
