// The lexer: from bytes to tokens, one at a time, so that a long text needs no list of them.

/// Reads tokens from a text. A value: a copy is a place to come back to.
struct Lexer {
  let bytes: [UInt8]
  let file: SourceFile
  /// Whether comments come as tokens; for editors.
  let keepsComments: Bool
  /// Offset of the next byte to read.
  var position = 0

  /// The open brackets, innermost last.
  var brackets: [Bracket] = []
  /// The open f-strings, innermost last.
  var formattedStrings: [FormattedString] = []

  /// The columns of the open blocks. The first is the module's.
  var indents = [Indent()]
  /// Blocks that the present line opened (positive) or closed (negative) and that have no token yet.
  var pendingIndents = 0
  var isAtLineStart = true
  /// Whether the present line has a token, so that its end is one too.
  var lineHasTokens = false

  /// An open bracket.
  struct Bracket {
    let byte: UInt8
    let offset: Int
    var role: Role

    enum Role {
      case plain
      /// The `{` of a replacement field, before its format spec.
      case field
      /// The same, after its colon: what follows is text again.
      case spec
    }

    var range: SourceRange { SourceRange(offset, offset + 1) }
    var character: String { String(UnicodeScalar(byte)) }
  }

  /// An open f-string.
  struct FormattedString {
    let start: Int
    let quote: UInt8
    let isTriple: Bool
    let isRaw: Bool
    /// How many brackets were open where it began.
    let depth: Int
  }

  init(_ file: SourceFile, keepsComments: Bool = false) {
    self.file = file
    self.keepsComments = keepsComments
    bytes = file.bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  // MARK: Bytes

  /// The byte at `offset`; 0, which no text holds, past the end.
  func byte(_ offset: Int) -> UInt8 {
    offset < bytes.count ? bytes[offset] : 0
  }

  /// The length of the line end at `offset`: 0 where there is none.
  func lineEnd(at offset: Int) -> Int {
    switch byte(offset) {
    case UInt8(ascii: "\n"): 1
    case UInt8(ascii: "\r"): byte(offset + 1) == UInt8(ascii: "\n") ? 2 : 1
    default: 0
    }
  }

  /// The scalar at `offset` and its length. The text is known to be valid UTF-8.
  func scalar(at offset: Int) -> (Unicode.Scalar, length: Int) {
    let first = byte(offset)
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for i in 1..<length { value = value << 6 | UInt32(byte(offset + i) & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// Passes `count` bytes and gives them as a token.
  mutating func take(_ kind: Token.Kind, _ count: Int) -> Token {
    let start = position
    position += count
    return Token(kind, SourceRange(start, position))
  }

  func failure(
    _ message: String, _ start: Int, _ end: Int, kind: SyntaxError.Kind = .syntax, isIncomplete: Bool = false
  ) -> Failure {
    Failure(SyntaxError(message, SourceRange(start, end), kind: kind), isIncomplete: isIncomplete, isLexical: true)
  }

  // MARK: Tokens

  /// ```ebnf
  /// NEWLINE = ? the end of a line that holds a token and has no bracket open ? ;
  /// END = ? the end of the file ? ;
  /// ```
  /// The next token. After the last line come a ``Token/Kind/newline`` where it had none, the dedents, and then
  /// ``Token/Kind/end`` for ever.
  mutating func next() throws(Failure) -> Token {
    if isInFormattedText, let token = try formattedText() { return token }
    if isAtLineStart { try indentation() }
    if pendingIndents > 0 {
      pendingIndents -= 1
      let line = file.byteRange(ofLine: file.line(at: position))
      return Token(.indent, SourceRange(line.lowerBound, position))
    }
    if pendingIndents < 0 {
      pendingIndents += 1
      return take(.dedent, 0)
    }
    while true {
      switch byte(position) {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0C:
        position += 1
      case UInt8(ascii: "\\"):
        try lineContinuation()
      case UInt8(ascii: "#"):
        let start = position
        skipComment()
        if keepsComments { return Token(.comment, SourceRange(start, position)) }
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        let length = lineEnd(at: position)
        if !brackets.isEmpty {
          position += length
          continue
        }
        isAtLineStart = true
        guard lineHasTokens else {
          position += length
          return try next()
        }
        lineHasTokens = false
        return take(.newline, length)
      case 0:
        return try end()
      default:
        lineHasTokens = true
        return try word()
      }
    }
  }

  mutating func skipComment() {
    while position < bytes.count, lineEnd(at: position) == 0 { position += 1 }
  }

  /// A token that is no layout, at a byte that is no space.
  private mutating func word() throws(Failure) -> Token {
    let first = byte(position)
    switch first {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...:
      return try nameOrPrefixedString()
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return try number()
    case UInt8(ascii: "."):
      if byte(position + 1).isDigit { return try number() }
      let isEllipsis = byte(position + 1) == UInt8(ascii: ".") && byte(position + 2) == UInt8(ascii: ".")
      return isEllipsis ? take(.ellipsis, 3) : take(.dot, 1)
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      return try string(prefix: 0)
    default:
      return try sign()
    }
  }

  /// The end of the text: closes the line and the blocks, and complains of open brackets.
  private mutating func end() throws(Failure) -> Token {
    if let open = brackets.last { throw neverClosed(open) }
    if lineHasTokens {
      lineHasTokens = false
      isAtLineStart = true
      return take(.newline, 0)
    }
    return take(.end, 0)
  }

  func neverClosed(_ bracket: Bracket) -> Failure {
    failure("'\(bracket.character)' was never closed", bracket.offset, bracket.offset + 1, isIncomplete: true)
  }

  /// Passes a backslash and the line end after it.
  mutating func lineContinuation() throws(Failure) {
    let length = lineEnd(at: position + 1)
    if length == 0, position + 1 < bytes.count {
      throw failure("unexpected character after line continuation character", position + 1, position + 2)
    }
    if position + 1 + length >= bytes.count {
      if let open = brackets.last { throw neverClosed(open) }
      throw failure("unexpected EOF while parsing", position, position + 1, isIncomplete: true)
    }
    position += 1 + length
  }
}

extension UInt8 {
  var isDigit: Bool { UInt8(ascii: "0") <= self && self <= UInt8(ascii: "9") }

  /// The value of a hexadecimal digit.
  var hexValue: UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A")) + 10
    default: nil
    }
  }

  /// Whether a name may hold this byte; what a non-ASCII character is, its scalar says.
  var continuesName: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      true
    default: false
    }
  }
}
