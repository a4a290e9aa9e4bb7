// Parses patterns of the module `re`. See `PatternParser+Groups.swift` and `PatternParser+Escapes.swift` for the rest.

/// Reads one pattern. Every error is an `re.PatternError` that says where.
struct PatternParser {
  let f: Frame
  /// The pattern; the bytes of a bytes pattern are scalars below U+0100.
  let text: Str
  let isBytes: Bool
  var flags: PatternFlags
  var position = 0
  /// How many groups have been opened, and the whole match.
  var groupCount = 1
  var groupNames: [(name: Str, group: Int)] = []
  /// The widths of the groups that are closed.
  var groupWidths: [ClosedRange<Int>?] = [nil]
  /// The first group that the look-behind which is being parsed contains.
  var lookbehindGroups: Int?
  /// Whether a look-behind could match texts of several lengths, which is an error once all others are ruled out.
  var hasLookbehindOfNoWidth = false
  /// Where `(?(n)` asked for a group that may come later.
  var awaitedGroups: [(group: Int, position: Int)] = []

  init(_ f: Frame, _ text: Str, isBytes: Bool, flags: PatternFlags) {
    self.f = f
    self.text = text
    self.isBytes = isBytes
    self.flags = flags
  }

  // pattern: ('(?' flags ')')* alternatives
  mutating func parse() throws(Raised) -> RegexNode {
    try parseLeadingFlags()
    try checkKinds()
    let node = try parseAlternatives()
    if position < text.count { throw failure("unbalanced parenthesis", at: position) }
    for awaited in awaitedGroups where awaited.group >= groupCount {
      throw failure("invalid group reference \(awaited.group)", at: awaited.position)
    }
    if hasLookbehindOfNoWidth {
      throw PatternErrors.make("look-behind requires fixed-width pattern", text, isBytes: isBytes, at: nil, f)
    }
    return node
  }

  /// Settles what letters are: those of Unicode in a text, unless it says otherwise.
  private mutating func checkKinds() throws(Raised) {
    if isBytes {
      if flags.contains(.unicode) { throw f.valueError("cannot use UNICODE flag with a bytes pattern") }
      if flags.contains(.locale) && flags.contains(.ascii) {
        throw f.valueError("ASCII and LOCALE flags are incompatible")
      }
      return
    }
    if flags.contains(.locale) { throw f.valueError("cannot use LOCALE flag with a str pattern") }
    if flags.contains(.ascii) && flags.contains(.unicode) {
      throw f.valueError("ASCII and UNICODE flags are incompatible")
    }
    if !flags.contains(.ascii) { flags.insert(.unicode) }
  }

  var caseMode: CaseMode { flags.caseMode(isBytes: isBytes) }
  var characterKinds: CharacterKinds { flags.characterKinds(isBytes: isBytes) }

  // MARK: Reading

  var next: UInt32? { position < text.count ? text[position] : nil }

  mutating func take(_ character: Character) -> Bool {
    guard next == character.unicodeScalars.first?.value else { return false }
    position += 1
    return true
  }

  mutating func takeAny() -> UInt32? {
    guard let scalar = next else { return nil }
    position += 1
    return scalar
  }

  /// At most `limit` characters that belong.
  mutating func takeWhile(limit: Int, _ belongs: (UInt32) -> Bool) -> String {
    let start = position
    while position < text.count, position - start < limit, belongs(text[position]) { position += 1 }
    return piece(start, position)
  }

  func piece(_ lower: Int, _ upper: Int) -> String { text.substring(lower, upper).string }

  /// An error at a position of the pattern.
  func failure(_ message: String, at position: Int) -> Raised {
    PatternErrors.make(message, text, isBytes: isBytes, at: position, f)
  }

  // MARK: Alternatives, sequences and repetitions

  // alternatives: sequence ('|' sequence)*
  mutating func parseAlternatives() throws(Raised) -> RegexNode {
    try f.checkNativeStack()
    var branches = [try parseSequence()]
    while take("|") { branches.append(try parseSequence()) }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  // sequence: (item quantifier?)*
  mutating func parseSequence() throws(Raised) -> RegexNode {
    var nodes: [RegexNode] = []
    while let scalar = next, scalar != 0x7c, scalar != 0x29 {
      if flags.contains(.verbose), skipSpaceOrComment(scalar) { continue }
      if let quantifier = try takeQuantifier() {
        try repeatLast(&nodes, quantifier)
      } else if let node = try parseItem() {
        nodes.append(node)
      }
    }
    return nodes.count == 1 ? nodes[0] : nodes.isEmpty ? .empty : .sequence(nodes)
  }

  private mutating func skipSpaceOrComment(_ scalar: UInt32) -> Bool {
    if scalar == 0x20 || scalar &- 9 < 5 {
      position += 1
      return true
    }
    if scalar != 0x23 { return false }
    while let scalar = takeAny(), scalar != 0x0a {
      // A backslash hides the character after it, a line feed too.
      if scalar == 0x5c { position = min(position + 1, text.count) }
    }
    return true
  }

  // item: '.' | '^' | '$' | '[' set ']' | '(' group ')' | '\' escape | character
  private mutating func parseItem() throws(Raised) -> RegexNode? {
    let start = position
    guard let scalar = takeAny() else { return nil }
    switch scalar {
    case 0x2e: return .any(includesLineFeed: flags.contains(.dotAll))
    case 0x5e: return .boundary(flags.contains(.multiline) ? .lineStart : .textStart)
    case 0x24: return .boundary(flags.contains(.multiline) ? .lineEnd : .lastLineEnd)
    case 0x5b: return try parseSet(start)
    case 0x28: return try parseGroup(start)
    case 0x5c: return try parseEscape(start)
    default: return .character(scalar, caseMode)
    }
  }

  private struct Quantifier {
    let least: Int
    let most: Int
    let position: Int
  }

  // quantifier: '*' | '+' | '?' | '{' n? (',' m?)? '}'
  private mutating func takeQuantifier() throws(Raised) -> Quantifier? {
    let start = position
    switch next {
    case 0x2a:
      position += 1
      return Quantifier(least: 0, most: RegexNode.unlimited, position: start)
    case 0x2b:
      position += 1
      return Quantifier(least: 1, most: RegexNode.unlimited, position: start)
    case 0x3f:
      position += 1
      return Quantifier(least: 0, most: 1, position: start)
    case 0x7b: return try takeBounds(start)
    default: return nil
    }
  }

  /// The bounds in braces; nil, with nothing taken, where the brace is a character.
  private mutating func takeBounds(_ start: Int) throws(Raised) -> Quantifier? {
    position += 1
    if next == 0x7d {
      position = start
      return nil
    }
    func isDigit(_ scalar: UInt32) -> Bool { scalar &- 0x30 < 10 }
    let lower = takeWhile(limit: .max, isDigit)
    let upper = take(",") ? takeWhile(limit: .max, isDigit) : lower
    guard take("}") else {
      position = start
      return nil
    }
    let least = lower.isEmpty ? 0 : try bound(lower)
    let most = upper.isEmpty ? RegexNode.unlimited : try bound(upper)
    if most < least { throw failure("min repeat greater than max repeat", at: start + 1) }
    return Quantifier(least: least, most: most, position: start)
  }

  private func bound(_ digits: String) throws(Raised) -> Int {
    guard let number = Int(digits), number < 4_294_967_295 else {
      throw f.overflowError("the repetition number is too large")
    }
    return number
  }

  private mutating func repeatLast(_ nodes: inout [RegexNode], _ quantifier: Quantifier) throws(Raised) {
    guard let item = nodes.last else { throw failure("nothing to repeat", at: quantifier.position) }
    switch item {
    case .boundary: throw failure("nothing to repeat", at: quantifier.position)
    case .repetition: throw failure("multiple repeat", at: quantifier.position)
    default: break
    }
    let greed: RegexNode.Greed = take("?") ? .lazy : take("+") ? .possessive : .greedy
    nodes[nodes.count - 1] = .repetition(item, least: quantifier.least, most: quantifier.most, greed)
  }

  // MARK: Sets

  /// A member of a set: a character, or a category.
  private enum Member {
    case character(UInt32)
    case category(CharacterSet.Category)
  }

  // set: '^'? member+, where a member may be 'a-z'
  private mutating func parseSet(_ start: Int) throws(Raised) -> RegexNode {
    var ranges: [ClosedRange<UInt32>] = []
    var categories: [CharacterSet.Category] = []
    let isNegated = take("^")
    let first = position
    while true {
      let memberStart = position
      guard let scalar = takeAny() else { throw failure("unterminated character set", at: start) }
      if scalar == 0x5d && memberStart > first { break }
      let lower = try parseMember(scalar, memberStart)
      if next == 0x2d && !endsAfterHyphen(start) {
        position += 1
        let upperStart = position
        guard let second = takeAny() else { throw failure("unterminated character set", at: start) }
        let upper = try parseMember(second, upperStart)
        guard case .character(let low) = lower, case .character(let high) = upper, low <= high else {
          let range = piece(memberStart, position)
          throw failure("bad character range \(range)", at: memberStart)
        }
        ranges.append(low...high)
        continue
      }
      switch lower {
      case .character(let scalar): ranges.append(scalar...scalar)
      case .category(let category): categories.append(category)
      }
    }
    if !isNegated, categories.isEmpty, ranges.count == 1, ranges[0].count == 1 {
      return .character(ranges[0].lowerBound, caseMode)
    }
    return .set(CharacterSet(ranges: ranges, categories: categories, isNegated: isNegated, mode: caseMode))
  }

  /// Whether the hyphen at the position is the last member of its set.
  private func endsAfterHyphen(_ start: Int) -> Bool {
    position + 1 < text.count && text[position + 1] == 0x5d
  }

  private mutating func parseMember(_ scalar: UInt32, _ start: Int) throws(Raised) -> Member {
    if scalar != 0x5c { return .character(scalar) }
    switch try parseSetEscape(start) {
    case .set(let category): return .category(category)
    case .character(let scalar): return .character(scalar)
    }
  }
}

/// Makes `re.PatternError`.
enum PatternErrors {
  static func make(_ message: String, _ text: Str, isBytes: Bool, at position: Int?, _ f: Frame) -> Raised {
    let pattern: Value = isBytes ? .bytes(Array(text.narrow)) : .object(text)
    let place: Value = position.map { .int($0) } ?? .none
    do throws(Raised) {
      let type = try f.attribute(of: f.importModule("re"), "PatternError")
      guard let made = try f.call(type, .text(message), pattern, place).exception else {
        return f.typeError("exceptions must derive from BaseException")
      }
      return Raised(made)
    } catch {
      return error
    }
  }
}
