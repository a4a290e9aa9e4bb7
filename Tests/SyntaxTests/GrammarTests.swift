// grammar/ppd.ebnf against the parser's own rules, against random sentences, and against CPython.

import Testing

@testable import Syntax

@Suite("The grammar")
struct GrammarTests {
  let grammar: Grammar

  init() throws {
    grammar = try Grammar(Repository.text("grammar/ppd.ebnf"))
  }

  @Test("every name that a production uses has a production")
  func closed() {
    #expect(grammar.undefined == [])
    #expect(Set(grammar.productions.map(\.name)).count == grammar.productions.count)
  }

  @Test("the rules above the functions of the parser and the lexer are the productions of ppd.ebnf")
  func rulesInSources() throws {
    var rules: [String: String] = [:]
    for path in Repository.files(in: "Sources/Syntax", ending: ".swift") {
      for comment in try RuleComment.all(in: Repository.text(path)) {
        let productions = try Grammar(comment.rules).productions
        for production in productions {
          #expect(rules.updateValue(production.text, forKey: production.name) == nil, "\(production.name) twice")
        }
        // The lexer's functions have names of their own; the parser's are the grammar's.
        guard path.contains("/Parser/") else { continue }
        #expect(
          productions.contains { $0.name == comment.function }, "\(path): \(comment.function) bears no rule of its name"
        )
      }
    }
    for production in grammar.productions {
      #expect(rules.removeValue(forKey: production.name) == production.text, "\(production.name)")
    }
    #expect(rules == [:], "rules that ppd.ebnf does not have")
  }

  /// Deep and shallow sentences of statements, the same in every run.
  private static let sentences: (texts: [String], expanded: Set<String>) = {
    guard let text = try? Repository.text("grammar/ppd.ebnf"), let grammar = try? Grammar(text) else { return ([], []) }
    var generator = SentenceGenerator(grammar, seed: 13)
    var texts: [String] = []
    for depth in [20, 40, 60, 80] {
      for rule in ["statement", "simpleStatements", "compoundStatement", "matchStatement"] {
        for _ in 0..<100 { texts.append(generator.sentence(of: rule, depth: depth, size: 8 * depth)) }
      }
    }
    return (texts, generator.expanded)
  }()

  @Test("random sentences reach every production above the tokens")
  func coverage() {
    let tokens = grammar.productions.drop { $0.name != "NAME" }.map(\.name)
    let productions = Set(grammar.productions.map(\.name)).subtracting(tokens).subtracting(["module"])
    #expect(productions.subtracting(Self.sentences.expanded) == [])
  }

  @Test("the parser accepts random sentences")
  func acceptsSentences() {
    #expect(Self.sentences.texts.count == 1600)
    for text in Self.sentences.texts {
      let file = SourceFile(name: "sentence", text: text)
      do {
        _ = try parseBody(file)
      } catch {
        Issue.record("\(error.error.render(in: file))\n\(text)")
      }
    }
  }

  @Test("CPython makes the same trees of random sentences", .enabled(if: Python.path != nil, Python.missing))
  func sameTreesOfSentences() throws {
    let texts = Self.sentences.texts
    let answers = try Python.trees(of: texts)
    try #require(answers.count == texts.count)
    for (text, answer) in zip(texts, answers) {
      #expect(answer == "ok " + tree(of: text), "\(text)")
    }
  }

  @Test("accepted samples are complete", arguments: Repository.files(in: "grammar/accept", ending: ".ppd"))
  func accepts(path: String) throws {
    let file = try SourceFile(name: path, text: Repository.text(path))
    switch parse(file) {
    case .complete: break
    case .incomplete(let error), .invalid(let error): Issue.record("\(error.render(in: file))")
    }
  }

  @Test("CPython makes the same trees of accepted samples", .enabled(if: Python.path != nil, Python.missing))
  func sameTreesOfSamples() throws {
    let paths = Repository.files(in: "grammar/accept", ending: ".ppd")
    try #require(!paths.isEmpty)
    let texts = try paths.map(Repository.text)
    for ((path, text), answer) in zip(zip(paths, texts), try Python.trees(of: texts)) {
      #expect(answer == "ok " + tree(of: text), "\(path)")
    }
  }

  private func tree(of text: String) -> String {
    let file = SourceFile(name: "sentence", text: text)
    do {
      return PythonTree(file: file).text(Module(file: file, body: try parseBody(file)))
    } catch {
      return error.error.message
    }
  }
}

/// The rules in a doc comment, and the function that they stand above.
private struct RuleComment {
  let rules: String
  let function: String

  static func all(in source: String) -> [RuleComment] {
    var comments: [RuleComment] = []
    var rules: [Substring] = []
    var isInside = false
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      let text = line.drop { $0 == " " }
      if text.hasPrefix("/// ```") {
        isInside = text.hasSuffix("ebnf")
      } else if isInside {
        rules.append(text.dropFirst(4))
      } else if !rules.isEmpty, let name = text.firstRange(of: "func ") {
        let function = text[name.upperBound...].prefix { $0.isLetter || $0.isNumber }
        comments.append(RuleComment(rules: rules.joined(separator: "\n"), function: String(function)))
        rules = []
      }
    }
    return comments
  }
}
