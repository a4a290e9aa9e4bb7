// What `sub` and `expand` put in place of a match: text with references to groups.

/// A parsed replacement such as `\2-\g<year>`.
struct ReplacementTemplate {
  enum Part {
    case text(Str)
    case group(Int)
  }

  let source: Str
  private(set) var parts: [Part] = []

  /// Raises `re.PatternError`, and IndexError for the name of no group.
  init(_ source: Str, for pattern: PatternObject, _ f: Frame) throws(Raised) {
    self.source = source
    var reader = TemplateReader(f, source, pattern)
    parts = try reader.parse()
  }

  /// Appends the replacement of a match.
  func append(_ match: MatchObject, to builder: inout StrBuilder) {
    for part in parts {
      switch part {
      case .text(let text): builder.append(text)
      case .group(let group) where match.hasMatched(group):
        builder.append(match.subject.text, match.start(of: group), match.end(of: group))
      case .group: break
      }
    }
  }
}

private struct TemplateReader {
  let f: Frame
  let pattern: PatternObject
  var parser: PatternParser
  var parts: [ReplacementTemplate.Part] = []
  var literal = StrBuilderBox()

  init(_ f: Frame, _ source: Str, _ pattern: PatternObject) {
    self.f = f
    self.pattern = pattern
    parser = PatternParser(f, source, isBytes: pattern.isBytes, flags: [])
  }

  mutating func parse() throws(Raised) -> [ReplacementTemplate.Part] {
    while let scalar = parser.takeAny() {
      if scalar == 0x5c {
        try parseEscape(parser.position - 1)
      } else {
        literal.append(scalar)
      }
    }
    endLiteral()
    return parts
  }

  private mutating func endLiteral() {
    if let text = literal.take() { parts.append(.text(text)) }
  }

  private mutating func reference(_ group: Int, at place: Int) throws(Raised) {
    if group > pattern.groupCount { throw parser.failure("invalid group reference \(group)", at: place) }
    endLiteral()
    parts.append(.group(group))
  }

  private mutating func parseEscape(_ start: Int) throws(Raised) {
    guard let letter = parser.takeAny() else { throw parser.failure("bad escape (end of pattern)", at: start) }
    switch letter {
    case 0x67: try parseGroup(start)
    case 0x30:
      let digits = parser.takeWhile(limit: 2, PatternParser.isOctal)
      literal.append((UInt32(digits, radix: 8) ?? 0) & 0xff)
    case 0x31...0x39: try parseNumber(start)
    default:
      if letter == 0x5c || PatternParser.controls[letter] == nil {
        if (letter | 0x20) &- 0x61 < 26 {
          throw parser.failure("bad escape \(parser.piece(start, parser.position))", at: start)
        }
        if letter != 0x5c { literal.append(0x5c) }
      }
      literal.append(PatternParser.controls[letter] ?? letter)
    }
  }

  private mutating func parseNumber(_ start: Int) throws(Raised) {
    parser.position -= 1
    var digits = parser.takeWhile(limit: 2, PatternParser.isDigit)
    if digits.utf8.count == 2, digits.utf8.allSatisfy({ PatternParser.isOctal(UInt32($0)) }),
      let third = parser.next, PatternParser.isOctal(third)
    {
      parser.position += 1
      digits.unicodeScalars.append(Unicode.Scalar(UInt8(third)))
      let value = UInt32(digits, radix: 8) ?? 0
      if value > 0o377 {
        throw parser.failure("octal escape value \\\(digits) outside of range 0-0o377", at: start)
      }
      return literal.append(value)
    }
    try reference(Int(digits) ?? 0, at: start + 1)
  }

  // '\g<' (name | number) '>'
  private mutating func parseGroup(_ start: Int) throws(Raised) {
    if !parser.take("<") { throw parser.failure("missing <", at: parser.position) }
    let place = parser.position
    let name = try parser.takeName(">", "group name")
    if name.string.utf8.allSatisfy({ $0 &- 0x30 < 10 }) {
      guard let group = Int(name.string), group <= pattern.groupCount else {
        throw parser.failure("invalid group reference \(name.string)", at: place)
      }
      return try reference(group, at: place)
    }
    try parser.checkName(name, at: place)
    guard let group = pattern.groupNames.first(where: { $0.name == name })?.group else {
      throw f.indexError("unknown group name \(StrType.repr(name).string)")
    }
    try reference(group, at: place)
  }
}

/// Scalars that become a text.
private struct StrBuilderBox {
  private var scalars: [UInt32] = []

  mutating func append(_ scalar: UInt32) { scalars.append(scalar) }

  /// The text, where there is any; starts anew.
  mutating func take() -> Str? {
    if scalars.isEmpty { return nil }
    var builder = StrBuilder(capacity: scalars.count)
    for scalar in scalars { builder.append(scalar) }
    scalars.removeAll()
    return builder.finish()
  }
}
