// Random sentences of a grammar.

/// Random numbers that are the same in every run.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Walks a grammar at random, and towards the shortest end once a sentence is deep.
struct SentenceGenerator {
  private let grammar: Grammar
  private var random: SplitMix64
  /// How deep the shallowest sentence of each rule is.
  private let heights: [String: Int]
  /// The rules that were expanded so far.
  private(set) var expanded: Set<String> = []

  private var text = ""
  private var indentation = 0
  private var isAtLineStart = true
  private var fieldDepth = 0
  /// How many rules may still be expanded before every choice is the shortest.
  private var budget = 0
  /// Whether an unbracketed `lambda` would end a replacement field too early.
  private var forbidsLambda = false

  init(_ grammar: Grammar, seed: UInt64) {
    self.grammar = grammar
    random = SplitMix64(state: seed)
    heights = SentenceGenerator.heights(of: grammar)
  }

  /// A sentence of `rule`, in which about `size` rules are expanded, no deeper than `depth`.
  mutating func sentence(of rule: String, depth: Int, size: Int) -> String {
    (text, indentation, isAtLineStart, fieldDepth, forbidsLambda) = ("", 0, true, 0, false)
    budget = size
    expand(.rule(rule), depth)
    return text
  }

  // MARK: Walking

  private mutating func expand(_ node: Grammar.Node, _ depth: Int) {
    let depth = budget > 0 ? depth : 0
    switch node {
    case .literal(let word): emit(word)
    case .inWords: preconditionFailure("what is said in words is made in lexeme(_:)")
    case .rule(let name): expandRule(name, depth)
    case .sequence(let parts): for part in parts { expand(part, depth) }
    case .choice(let alternatives): expand(choose(alternatives, depth), depth)
    case .option(let part): if depth > 0, Bool.random(using: &random) { expand(part, depth) }
    case .repetition(let part):
      for _ in 0..<(depth > 0 ? [0, 0, 0, 0, 0, 1, 1, 2].randomElement(using: &random)! : 0) { expand(part, depth) }
    }
  }

  private mutating func expandRule(_ name: String, _ depth: Int) {
    expanded.insert(name)
    budget -= 1
    if let lexeme = lexeme(name) { return emit(lexeme) }
    let outside = forbidsLambda
    defer { forbidsLambda = outside }
    switch name {
    case "NEWLINE": return endLine()
    case "INDENT": indentation += 1
    case "DEDENT": indentation -= 1
    case "END": break
    case "strings": strings(depth)
    case "formattedString": formattedString(depth)
    case "parenthesised", "list", "braced", "arguments", "generatorArgument", "slices":
      forbidsLambda = false
      expand(grammar[name]!, depth - 1)
    default: expand(grammar[name]!, depth - 1)
    }
  }

  private mutating func choose(_ alternatives: [Grammar.Node], _ depth: Int) -> Grammar.Node {
    let allowed = alternatives.filter { alternative in
      if case .rule("lambda") = alternative { !forbidsLambda } else { true }
    }
    if depth > 0 { return allowed.randomElement(using: &random)! }
    return allowed.min { height($0) < height($1) }!
  }

  private func height(_ node: Grammar.Node) -> Int { SentenceGenerator.height(node, heights) ?? .max }

  private static func heights(of grammar: Grammar) -> [String: Int] {
    var heights: [String: Int] = [:]
    while true {
      let before = heights
      for production in grammar.productions {
        if let height = height(production.node, heights) { heights[production.name] = height + 1 }
      }
      if heights == before { return heights }
    }
  }

  private static func height(_ node: Grammar.Node, _ heights: [String: Int]) -> Int? {
    switch node {
    case .literal, .inWords, .option, .repetition: return 0
    case .rule(let name): return heights[name]
    case .sequence(let parts):
      let known = parts.compactMap { height($0, heights) }
      return known.count == parts.count ? known.max() : nil
    case .choice(let parts): return parts.compactMap { height($0, heights) }.min()
    }
  }

  // MARK: Words

  private mutating func emit(_ word: String) {
    if isAtLineStart {
      text += String(repeating: "  ", count: indentation)
      isAtLineStart = false
    } else {
      text += " "
    }
    text += word
  }

  private mutating func endLine() {
    text += "\n"
    isAtLineStart = true
  }

  /// A token of the kinds whose spelling varies.
  private mutating func lexeme(_ rule: String) -> String? {
    switch rule {
    case "NAME":
      ["a", "b", "x", "y", "value", "_", "__x", "naïve", "ﬁ", "名", "match", "case", "type", "print", "f", "rb"]
        .randomElement(using: &random)
    case "captureName": ["a", "b", "match", "case"].randomElement(using: &random)
    case "integer":
      ["0", "00", "7", "1_000", "0xF_f", "0o17", "0B_01", "123456789012345678901234567890"]
        .randomElement(using: &random)
    case "float": ["1.", ".5", "1.5e-3", "1e5", "0_1.2_3E+4", "1.7976931348623157e308"].randomElement(using: &random)
    case "imaginary": ["1j", ".5J", "1e3j", "007j"].randomElement(using: &random)
    case "STRING": string(isBytes: false)
    default: nil
    }
  }

  private mutating func string(isBytes: Bool) -> String {
    let prefix = (isBytes ? ["b", "B", "rb", "bR"] : ["", "", "r", "u", "R"]).randomElement(using: &random)!
    let quote = ["'", "\"", "'''", "\"\"\""].randomElement(using: &random)!
    let contents = [
      "", "a", "{x}", "\\n", "\\\\", "\\'", "\\\"", "\\\n", "\\x41", "\\101", "#", isBytes ? "~" : "é",
      isBytes ? "z" : prefix.isEmpty ? "\\N{BULLET}\\ud800" : "z",
    ]
    let content = (0..<Int.random(in: 0...3, using: &random)).map { _ in contents.randomElement(using: &random)! }
    return prefix + quote + content.joined() + quote
  }

  private mutating func strings(_ depth: Int) {
    let isBytes = Int.random(in: 0..<4, using: &random) == 0
    for _ in 0...[0, 0, 1].randomElement(using: &random)! {
      if isBytes || depth <= 0 || Bool.random(using: &random) {
        emit(string(isBytes: isBytes))
      } else {
        expandRule("formattedString", depth - 1)
      }
    }
  }

  // MARK: f-strings

  private mutating func formattedString(_ depth: Int) {
    // A string of its own: the depth of fields counts from here.
    let outside = fieldDepth
    defer { fieldDepth = outside }
    fieldDepth = 0
    let quote = ["'", "\"", "'''", "\"\"\""].randomElement(using: &random)!
    emit(["f", "F", "rf", "fR"].randomElement(using: &random)! + quote)
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      if depth > 0, Bool.random(using: &random) {
        replacementField(depth - 1)
      } else {
        text += ["a", "{{", "}}", " ", "é", "#"].randomElement(using: &random)!
      }
    }
    text += quote
  }

  private mutating func replacementField(_ depth: Int) {
    expanded.insert("replacementField")
    fieldDepth += 1
    let outside = forbidsLambda
    forbidsLambda = true
    text += "{"
    if fieldDepth == 1, Int.random(in: 0..<4, using: &random) == 0 {
      // Of fields in specs, and of values with other strings or with `!=`, CPython 3.13 documents only a part.
      expandRule("name", depth - 1)
      emit("=")
    } else {
      expandRule("assignedValue", depth - 1)
    }
    if Bool.random(using: &random) { emit(["!s", "!r", "!a"].randomElement(using: &random)!) }
    if Bool.random(using: &random) {
      emit(":")
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        if fieldDepth < 3, depth > 0, Bool.random(using: &random) {
          replacementField(depth - 1)
        } else {
          text += [">", "10", ".3f", "é"].randomElement(using: &random)!
        }
      }
    }
    emit("}")
    forbidsLambda = outside
    fieldDepth -= 1
  }
}
