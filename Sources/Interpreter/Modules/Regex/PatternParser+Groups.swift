// Everything that begins with a parenthesis.

extension PatternParser {
  // group: alternatives | '?' extension
  mutating func parseGroup(_ start: Int) throws(Raised) -> RegexNode? {
    if !take("?") { return try parseCapture(nil, start) }
    guard let kind = takeAny() else { throw failure("unexpected end of pattern", at: position) }
    switch Character(Unicode.Scalar(kind) ?? "\u{fffd}") {
    case "P": return try parseNamed(start)
    case ":": return try parseBody(start)
    case "#": return try skipComment(start)
    case "=": return .look(try parseBody(start), behind: nil, isNegated: false)
    case "!": return try parseNegativeLook(start)
    case "<": return try parseLookbehind(start)
    case "(": return try parseConditional(start)
    case ">": return .atomic(try parseBody(start))
    default:
      if kind == 0x2d || PatternFlags(letter: kind) != nil {
        position -= 1
        return try parseScopedFlags(start)
      }
      throw failure("unknown extension ?\(piece(position - 1, position))", at: position - 2)
    }
  }

  /// The alternatives up to the closing parenthesis. Flags that were set inside end with them.
  private mutating func parseBody(_ start: Int) throws(Raised) -> RegexNode {
    let node = try parseAlternatives()
    if !take(")") { throw failure("missing ), unterminated subpattern", at: start) }
    // A group is one item, whatever it consists of.
    if case .sequence = node { return node }
    return .sequence([node])
  }

  private mutating func parseCapture(_ name: (text: Str, position: Int)?, _ start: Int) throws(Raised) -> RegexNode {
    let group = groupCount
    groupCount += 1
    groupWidths.append(nil)
    if let name {
      if let known = groupNames.first(where: { $0.name == name.text }) {
        throw failure(
          "redefinition of group name \(StrType.repr(name.text).string) as group \(group); was group \(known.group)",
          at: name.position)
      }
      groupNames.append((name.text, group))
    }
    let body = try parseBody(start)
    groupWidths[group] = body.width(groupWidths)
    return .group(group, body)
  }

  // MARK: Names

  // '?P<name>' alternatives | '?P=name'
  private mutating func parseNamed(_ start: Int) throws(Raised) -> RegexNode {
    if take("<") {
      let name = try takeName(">", "group name")
      let place = position - name.count - 1
      try checkName(name, at: place)
      return try parseCapture((name, place), start)
    }
    if take("=") {
      let name = try takeName(")", "group name")
      let place = position - name.count - 1
      try checkName(name, at: place)
      guard let group = groupNames.first(where: { $0.name == name })?.group else {
        throw failure("unknown group name \(StrType.repr(name).string)", at: place)
      }
      return try reference(to: group, at: place)
    }
    guard takeAny() != nil else { throw failure("unexpected end of pattern", at: position) }
    throw failure("unknown extension ?P\(piece(position - 1, position))", at: position - 3)
  }

  /// The text up to the terminator, which is taken too.
  mutating func takeName(_ terminator: Character, _ what: String) throws(Raised) -> Str {
    let start = position
    while let scalar = next {
      if scalar == terminator.unicodeScalars.first?.value {
        if position == start { throw failure("missing \(what)", at: start) }
        position += 1
        return text.substring(start, position - 1)
      }
      position += 1
    }
    if position == start { throw failure("missing \(what)", at: start) }
    throw failure("missing \(terminator), unterminated name", at: start)
  }

  func checkName(_ name: Str, at place: Int) throws(Raised) {
    if StrType.isIdentifier(name) && (!isBytes || name.isASCII) { return }
    let shown = isBytes ? BytesType.repr(Array(name.narrow)).string.dropFirst() : StrType.repr(name).string[...]
    throw failure("bad character in group name \(shown)", at: place)
  }

  /// A reference to a group, which must be closed.
  func reference(to group: Int, at place: Int) throws(Raised) -> RegexNode {
    if groupWidths[group] == nil { throw failure("cannot refer to an open group", at: place) }
    try checkLookbehind(group)
    return .reference(group, caseMode)
  }

  private func checkLookbehind(_ group: Int) throws(Raised) {
    guard let first = lookbehindGroups else { return }
    if group >= groupCount || groupWidths[group] == nil {
      throw failure("cannot refer to an open group", at: position)
    }
    if group >= first {
      throw failure("cannot refer to group defined in the same lookbehind subpattern", at: position)
    }
  }

  // '?(' (name | number) ')' sequence ('|' sequence)?
  private mutating func parseConditional(_ start: Int) throws(Raised) -> RegexNode {
    let name = try takeName(")", "group name")
    let place = position - name.count - 1
    let group: Int
    if let number = Int(name.string), name.string.utf8.allSatisfy({ $0 &- 0x30 < 10 }) {
      if number == 0 { throw failure("bad group number", at: place) }
      group = number
      awaitedGroups.append((number, place))
    } else {
      try checkName(name, at: place)
      guard let known = groupNames.first(where: { $0.name == name })?.group else {
        throw failure("unknown group name \(StrType.repr(name).string)", at: place)
      }
      group = known
    }
    try checkLookbehind(group)
    let yes = try parseSequence()
    let no = take("|") ? try parseSequence() : .empty
    if next == 0x7c { throw failure("conditional backref with more than two branches", at: position) }
    if !take(")") { throw failure("missing ), unterminated subpattern", at: start) }
    return .conditional(group, yes, no)
  }

  // MARK: Looking around

  private mutating func parseNegativeLook(_ start: Int) throws(Raised) -> RegexNode {
    let isEmpty = next == 0x29
    let body = try parseBody(start)
    return isEmpty ? .failure : .look(body, behind: nil, isNegated: true)
  }

  private mutating func parseLookbehind(_ start: Int) throws(Raised) -> RegexNode {
    guard let kind = takeAny() else { throw failure("unexpected end of pattern", at: position) }
    if kind != 0x3d && kind != 0x21 {
      throw failure("unknown extension ?<\(piece(position - 1, position))", at: position - 3)
    }
    let outer = lookbehindGroups
    lookbehindGroups = outer ?? groupCount
    let isEmpty = next == 0x29
    let body = try parseBody(start)
    lookbehindGroups = outer
    if kind == 0x21 && isEmpty { return .failure }
    let width = body.width(groupWidths)
    if width.lowerBound != width.upperBound { hasLookbehindOfNoWidth = true }
    return .look(body, behind: width.lowerBound, isNegated: kind == 0x21)
  }

  private mutating func skipComment(_ start: Int) throws(Raised) -> RegexNode? {
    while let scalar = takeAny() {
      if scalar == 0x29 { return nil }
    }
    throw failure("missing ), unterminated comment", at: start)
  }

  // MARK: Flags

  /// Flags for the whole pattern, which may only stand at its start.
  mutating func parseLeadingFlags() throws(Raised) {
    while true {
      let start = position
      if flags.contains(.verbose) { _ = takeWhile(limit: .max) { $0 == 0x20 || $0 &- 9 < 5 } }
      guard position + 2 < text.count, text[position] == 0x28, text[position + 1] == 0x3f,
        PatternFlags(letter: text[position + 2]) != nil
      else {
        position = start
        return
      }
      position += 2
      guard case .global(let added) = try parseFlags() else {
        position = start
        return
      }
      flags.formUnion(added)
    }
  }

  private enum Flags {
    case global(PatternFlags)
    case scoped(added: PatternFlags, removed: PatternFlags)
  }

  private mutating func parseScopedFlags(_ start: Int) throws(Raised) -> RegexNode {
    guard case .scoped(let added, let removed) = try parseFlags() else {
      throw failure("global flags not at the start of the expression", at: start)
    }
    let outer = flags
    if !added.isDisjoint(with: .kinds) { flags.subtract(.kinds) }
    flags.formUnion(added)
    flags.subtract(removed)
    defer { flags = outer }
    return try parseBody(start)
  }

  // flags: letter+ ('-' letter+)? (')' | ':')
  private mutating func parseFlags() throws(Raised) -> Flags {
    var added: PatternFlags = []
    var removed: PatternFlags = []
    while let letter = next, let flag = PatternFlags(letter: letter) {
      position += 1
      try checkKindFlag(flag)
      added.insert(flag)
      if added.intersection(.kinds).rawValue.nonzeroBitCount > 1 {
        throw failure("bad inline flags: flags 'a', 'u' and 'L' are incompatible", at: position)
      }
    }
    if take(")") { return .global(added) }
    if take("-") {
      guard next.flatMap(PatternFlags.init(letter:)) != nil else {
        throw unknownFlag("missing flag")
      }
      while let letter = next, let flag = PatternFlags(letter: letter) {
        position += 1
        if PatternFlags.kinds.contains(flag) {
          throw failure("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", at: position)
        }
        removed.insert(flag)
      }
      if !take(":") { throw unknownFlag("missing :") }
      if !added.isDisjoint(with: removed) {
        throw failure("bad inline flags: flag turned on and off", at: position - 1)
      }
      return .scoped(added: added, removed: removed)
    }
    if !take(":") { throw unknownFlag("missing -, : or )") }
    return .scoped(added: added, removed: removed)
  }

  private func unknownFlag(_ missing: String) -> Raised {
    let isLetter = next.map(UnicodeData.isAlphabetic) ?? false
    return failure(isLetter ? "unknown flag" : missing, at: position)
  }

  private func checkKindFlag(_ flag: PatternFlags) throws(Raised) {
    if flag == .locale && !isBytes {
      throw failure("bad inline flags: cannot use 'L' flag with a str pattern", at: position)
    }
    if flag == .unicode && isBytes {
      throw failure("bad inline flags: cannot use 'u' flag with a bytes pattern", at: position)
    }
  }
}
