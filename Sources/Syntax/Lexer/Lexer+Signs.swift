// Operators and brackets.

extension Lexer {
  static let maximumBrackets = 200

  /// An operator, a bracket, or a character that begins no token.
  mutating func sign() throws(Failure) -> Token {
    let first = byte(position)
    switch first {
    case UInt8(ascii: "("): return try open(.leftParenthesis)
    case UInt8(ascii: "["): return try open(.leftBracket)
    case UInt8(ascii: "{"): return try open(.leftBrace)
    case UInt8(ascii: ")"): return try close(.rightParenthesis, UInt8(ascii: "("))
    case UInt8(ascii: "]"): return try close(.rightBracket, UInt8(ascii: "["))
    case UInt8(ascii: "}"): return try close(.rightBrace, UInt8(ascii: "{"))
    case UInt8(ascii: ":"): return colon()
    case UInt8(ascii: ","): return take(.comma, 1)
    case UInt8(ascii: ";"): return take(.semicolon, 1)
    case UInt8(ascii: "~"): return take(.tilde, 1)
    case UInt8(ascii: "="): return withEqual(.equal, .equalEqual)
    case UInt8(ascii: "+"): return withEqual(.plus, .plusEqual)
    case UInt8(ascii: "-"):
      return byte(position + 1) == UInt8(ascii: ">") ? take(.arrow, 2) : withEqual(.minus, .minusEqual)
    case UInt8(ascii: "*"): return doubled(.star, .starEqual, .doubleStar, .doubleStarEqual)
    case UInt8(ascii: "/"): return doubled(.slash, .slashEqual, .doubleSlash, .doubleSlashEqual)
    case UInt8(ascii: "<"): return doubled(.less, .lessEqual, .leftShift, .leftShiftEqual)
    case UInt8(ascii: ">"): return doubled(.greater, .greaterEqual, .rightShift, .rightShiftEqual)
    case UInt8(ascii: "%"): return withEqual(.percent, .percentEqual)
    case UInt8(ascii: "@"): return withEqual(.at, .atEqual)
    case UInt8(ascii: "&"): return withEqual(.ampersand, .ampersandEqual)
    case UInt8(ascii: "|"): return withEqual(.bar, .barEqual)
    case UInt8(ascii: "^"): return withEqual(.caret, .caretEqual)
    case UInt8(ascii: "!"): return withEqual(.exclamation, .notEqual)
    case UInt8(ascii: "$"), UInt8(ascii: "?"), UInt8(ascii: "`"): return take(.unknown, 1)
    default:
      let hex = String(first, radix: 16, uppercase: true)
      let code = String(repeating: "0", count: 4 - hex.count) + hex
      throw failure("invalid non-printable character U+\(code)", position, position + 1)
    }
  }

  private mutating func withEqual(_ plain: Token.Kind, _ withEqual: Token.Kind) -> Token {
    byte(position + 1) == UInt8(ascii: "=") ? take(withEqual, 2) : take(plain, 1)
  }

  private mutating func doubled(
    _ plain: Token.Kind, _ plainEqual: Token.Kind, _ double: Token.Kind, _ doubleEqual: Token.Kind
  ) -> Token {
    guard byte(position + 1) == byte(position) else { return withEqual(plain, plainEqual) }
    return byte(position + 2) == UInt8(ascii: "=") ? take(doubleEqual, 3) : take(double, 2)
  }

  /// In a replacement field the first colon outside inner brackets begins the format spec, even before a `=`.
  private mutating func colon() -> Token {
    if let field = brackets.last, field.role == .field {
      brackets[brackets.count - 1].role = .spec
      return take(.colon, 1)
    }
    return withEqual(.colon, .colonEqual)
  }

  private mutating func open(_ kind: Token.Kind) throws(Failure) -> Token {
    try push(Bracket(byte: byte(position), offset: position, role: .plain))
    return take(kind, 1)
  }

  mutating func push(_ bracket: Bracket) throws(Failure) {
    guard brackets.count < Lexer.maximumBrackets else {
      throw failure("too many nested parentheses", position, position + 1)
    }
    brackets.append(bracket)
  }

  private mutating func close(_ kind: Token.Kind, _ opening: UInt8) throws(Failure) -> Token {
    let closing = String(UnicodeScalar(byte(position)))
    guard let open = brackets.last else {
      throw failure("unmatched '\(closing)'", position, position + 1)
    }
    if open.byte != opening {
      // What a field's own brace encloses has no other opening bracket.
      if open.role != .plain { throw failure("f-string: unmatched '\(closing)'", position, position + 1) }
      let line = file.line(at: open.offset)
      let place = line == file.line(at: position) ? "" : " on line \(line)"
      throw failure(
        "closing parenthesis '\(closing)' does not match opening parenthesis '\(open.character)'\(place)",
        position, position + 1)
    }
    brackets.removeLast()
    return take(kind, 1)
  }
}
