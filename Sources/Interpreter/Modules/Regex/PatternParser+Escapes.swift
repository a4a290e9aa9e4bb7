// Everything that begins with a backslash.

extension PatternParser {
  enum SetEscape {
    case character(UInt32)
    case set(CharacterSet.Category)
  }

  /// Escapes that mean one character everywhere.
  static let controls: [UInt32: UInt32] = [
    0x61: 7, 0x66: 12, 0x6e: 10, 0x72: 13, 0x74: 9, 0x76: 11, 0x5c: 0x5c,
  ]

  static func isOctal(_ scalar: UInt32) -> Bool { scalar &- 0x30 < 8 }
  static func isDigit(_ scalar: UInt32) -> Bool { scalar &- 0x30 < 10 }
  private static func isHex(_ scalar: UInt32) -> Bool { ASCII.hexValue(scalar) != nil }
  private static func isLetter(_ scalar: UInt32) -> Bool { (scalar | 0x20) &- 0x61 < 26 }

  /// An escape outside of a set; the backslash has been taken.
  mutating func parseEscape(_ start: Int) throws(Raised) -> RegexNode {
    guard let letter = takeAny() else { throw failure("bad escape (end of pattern)", at: start) }
    switch letter {
    case 0x41: return .boundary(.textStart)
    case 0x5a: return .boundary(.textEnd)
    case 0x62: return .boundary(.wordEdge(characterKinds))
    case 0x42: return .boundary(.noWordEdge(characterKinds))
    case 0x64, 0x44, 0x73, 0x53, 0x77, 0x57:
      return .set(CharacterSet(ranges: [], categories: [category(letter)], isNegated: false, mode: .exact))
    case 0x30:
      let digits = takeWhile(limit: 2, PatternParser.isOctal)
      return .character(UInt32(digits, radix: 8) ?? 0, caseMode)
    case 0x31...0x39: return try parseReference(start)
    default: return .character(try escapedCharacter(letter, start), caseMode)
    }
  }

  /// An escape in a set; the backslash has been taken.
  mutating func parseSetEscape(_ start: Int) throws(Raised) -> SetEscape {
    guard let letter = takeAny() else { throw failure("bad escape (end of pattern)", at: start) }
    switch letter {
    case 0x64, 0x44, 0x73, 0x53, 0x77, 0x57: return .set(category(letter))
    case 0x62: return .character(8)
    case 0x30...0x37:
      position -= 1
      let digits = takeWhile(limit: 3, PatternParser.isOctal)
      return .character(try octal(digits, start))
    case 0x38, 0x39: throw badEscape(start)
    default: return .character(try escapedCharacter(letter, start))
    }
  }

  private func category(_ letter: UInt32) -> CharacterSet.Category {
    CharacterSet.Category(letter: letter, kinds: characterKinds)
  }

  private func badEscape(_ start: Int) -> Raised {
    failure("bad escape \(piece(start, position))", at: start)
  }

  private func octal(_ digits: String, _ start: Int) throws(Raised) -> UInt32 {
    let value = UInt32(digits, radix: 8) ?? 0
    if value > 0o377 {
      throw failure("octal escape value \(piece(start, position)) outside of range 0-0o377", at: start)
    }
    return value
  }

  /// `\12`: a group, unless three octal digits make a character.
  private mutating func parseReference(_ start: Int) throws(Raised) -> RegexNode {
    position -= 1
    var digits = takeWhile(limit: 2, PatternParser.isDigit)
    if digits.utf8.count == 2, digits.utf8.allSatisfy({ PatternParser.isOctal(UInt32($0)) }),
      let third = next, PatternParser.isOctal(third)
    {
      position += 1
      digits.unicodeScalars.append(Unicode.Scalar(UInt8(third)))
      return .character(try octal(digits, start), caseMode)
    }
    guard let group = Int(digits), group < groupCount else {
      throw failure("invalid group reference \(digits)", at: start + 1)
    }
    return try reference(to: group, at: start)
  }

  /// The character that an escape names: `\n`, `\x41`, `\u20ac`, `\N{EURO SIGN}`, `\.`.
  private mutating func escapedCharacter(_ letter: UInt32, _ start: Int) throws(Raised) -> UInt32 {
    if let control = PatternParser.controls[letter] { return control }
    switch letter {
    case 0x78: return try hexadecimal(2, start)
    case 0x75 where !isBytes: return try hexadecimal(4, start)
    case 0x55 where !isBytes:
      let scalar = try hexadecimal(8, start)
      if scalar > 0x10ffff { throw badEscape(start) }
      return scalar
    case 0x4e where !isBytes: return try namedCharacter(start)
    default:
      if PatternParser.isLetter(letter) { throw badEscape(start) }
      return letter
    }
  }

  private mutating func hexadecimal(_ count: Int, _ start: Int) throws(Raised) -> UInt32 {
    let digits = takeWhile(limit: count, PatternParser.isHex)
    guard digits.utf8.count == count, let value = UInt32(digits, radix: 16) else {
      throw failure("incomplete escape \(piece(start, position))", at: start)
    }
    return value
  }

  private mutating func namedCharacter(_ start: Int) throws(Raised) -> UInt32 {
    if !take("{") { throw failure("missing {", at: position) }
    let name = try takeName("}", "character name")
    guard let scalar = UnicodeData.scalar(named: name.string) else {
      throw failure("undefined character name \(StrType.repr(name).string)", at: start)
    }
    return scalar
  }
}
