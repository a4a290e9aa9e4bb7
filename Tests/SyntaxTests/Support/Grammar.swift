// A grammar in EBNF, read so that sentences can be made from it.

/// Productions by name.
struct Grammar {
  indirect enum Node {
    case literal(String)
    case rule(String)
    /// `? … ?`
    case inWords(String)
    case sequence([Node])
    case choice([Node])
    case option(Node)
    case repetition(Node)
  }

  /// A production as text, its white space made even.
  struct Production: Equatable {
    let name: String
    let text: String
    let node: Node

    static func == (a: Production, b: Production) -> Bool { a.name == b.name && a.text == b.text }
  }

  private(set) var productions: [Production] = []
  private var byName: [String: Node] = [:]

  /// Reads productions. Comments stand between `(*` and `*)`.
  init(_ text: String) throws {
    var reader = GrammarReader(text)
    while let production = try reader.production() {
      productions.append(production)
      byName[production.name] = production.node
    }
  }

  subscript(name: String) -> Node? { byName[name] }

  /// The names that productions use and none defines.
  var undefined: Set<String> {
    var names: Set<String> = []
    for production in productions { production.node.collectRules(into: &names) }
    return names.filter { byName[$0] == nil }
  }
}

extension Grammar.Node {
  fileprivate func collectRules(into names: inout Set<String>) {
    switch self {
    case .literal, .inWords: break
    case .rule(let name): names.insert(name)
    case .sequence(let parts), .choice(let parts): for part in parts { part.collectRules(into: &names) }
    case .option(let part), .repetition(let part): part.collectRules(into: &names)
    }
  }
}

/// Says where a grammar cannot be read.
struct GrammarError: Error {
  let message: String
}

private struct GrammarReader {
  private var tokens: [String] = []
  private var position = 0

  init(_ text: String) {
    var rest = text[...]
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
      } else if rest.hasPrefix("(*") {
        rest = rest.firstRange(of: "*)").map { rest[$0.upperBound...] } ?? ""
      } else if first == "\"" || first == "'" || first == "?" {
        let end = rest.dropFirst().firstIndex(of: first) ?? rest.index(before: rest.endIndex)
        tokens.append(String(rest[...end]))
        rest = rest[rest.index(after: end)...]
      } else if first.isLetter || first == "_" {
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        tokens.append(String(name))
        rest = rest[name.endIndex...]
      } else {
        tokens.append(String(first))
        rest.removeFirst()
      }
    }
  }

  private var next: String? { position < tokens.count ? tokens[position] : nil }

  private mutating func expect(_ token: String) throws {
    guard next == token else { throw GrammarError(message: "expected \(token), found \(next ?? "the end")") }
    position += 1
  }

  mutating func production() throws -> Grammar.Production? {
    guard let name = next else { return nil }
    let start = position
    position += 1
    try expect("=")
    let node = try choice()
    try expect(";")
    return Grammar.Production(name: name, text: tokens[start..<position].joined(separator: " "), node: node)
  }

  private mutating func choice() throws -> Grammar.Node {
    var alternatives = [try sequence()]
    while next == "|" {
      position += 1
      alternatives.append(try sequence())
    }
    return alternatives.count == 1 ? alternatives[0] : .choice(alternatives)
  }

  private mutating func sequence() throws -> Grammar.Node {
    var parts: [Grammar.Node] = []
    while let token = next, !["|", ";", ")", "]", "}"].contains(token) { parts.append(try part()) }
    guard !parts.isEmpty else { throw GrammarError(message: "an empty sequence before \(next ?? "the end")") }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func part() throws -> Grammar.Node {
    guard let token = next else { throw GrammarError(message: "the grammar ends in a production") }
    position += 1
    switch token.first {
    case "(":
      let node = try choice()
      try expect(")")
      return node
    case "[":
      let node = try choice()
      try expect("]")
      return .option(node)
    case "{":
      let node = try choice()
      try expect("}")
      return .repetition(node)
    case "\"", "'": return .literal(String(token.dropFirst().dropLast()))
    case "?": return .inWords(String(token.dropFirst().dropLast()))
    default: return .rule(token)
    }
  }
}
