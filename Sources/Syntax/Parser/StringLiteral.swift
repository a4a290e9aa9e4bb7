// What a string literal says: its prefix read and its escapes replaced.

/// A string literal's prefix, and where its content is.
struct StringLiteral {
  let range: SourceRange
  let content: Range<Int>
  let isRaw: Bool
  let isBytes: Bool

  /// Reads a ``Token/Kind/string`` or a ``Token/Kind/formattedStart`` token.
  init(_ token: Token, in bytes: [UInt8]) {
    range = token.range
    var offset = Int(token.range.start)
    var isRaw = false
    var isBytes = false
    while true {
      let letter = bytes[offset] | 0x20
      if letter == UInt8(ascii: "r") {
        isRaw = true
      } else if letter == UInt8(ascii: "b") {
        isBytes = true
      } else if letter != UInt8(ascii: "f"), letter != UInt8(ascii: "u") {
        break
      }
      offset += 1
    }
    self.isRaw = isRaw
    self.isBytes = isBytes
    let end = Int(token.range.end)
    let quote = bytes[offset]
    // Two quotes alone are the empty string; with a third they open a long one.
    let isTriple = end - offset >= 3 && bytes[offset + 1] == quote && bytes[offset + 2] == quote
    let width = isTriple ? 3 : 1
    content = token.kind == .string ? offset + width..<end - width : end..<end
  }

  /// The text or bytes that the literal stands for. Its first escape that none is adds a warning.
  func decoded(_ file: SourceFile, _ warnings: inout [SyntaxWarning]) throws(Failure) -> [UInt8] {
    if isBytes, let wrong = file.bytes[content].firstIndex(where: { $0 >= 0x80 }) {
      throw Failure("bytes can only contain ASCII literal characters", SourceRange(wrong, wrong + 1))
    }
    return try decode(content, doublesBraces: false, file, &warnings)
  }

  /// What a piece of an f-string's text stands for.
  func decodedText(
    _ token: Token, doublesBraces: Bool, _ file: SourceFile, _ warnings: inout [SyntaxWarning]
  ) throws(Failure) -> [UInt8] {
    try decode(Int(token.range.start)..<Int(token.range.end), doublesBraces: doublesBraces, file, &warnings)
  }

  private func decode(
    _ content: Range<Int>, doublesBraces: Bool, _ file: SourceFile, _ warnings: inout [SyntaxWarning]
  ) throws(Failure) -> [UInt8] {
    let isPlain = !file.bytes[content].contains {
      $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\r")
        || doublesBraces && ($0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}"))
    }
    if isPlain { return Array(file.bytes[content]) }
    var decoder = EscapeDecoder(
      file: file, content: content, literal: self, doublesBraces: doublesBraces)
    let decoded = try decoder.decode()
    if let warning = decoder.warning { warnings.append(warning) }
    return decoded
  }
}

/// Replaces escapes, line ends and doubled braces.
private struct EscapeDecoder {
  let file: SourceFile
  let content: Range<Int>
  let literal: StringLiteral
  let doublesBraces: Bool
  var position = 0
  var output: [UInt8] = []
  /// What is to be said of the first escape that is none.
  var warning: SyntaxWarning?

  init(file: SourceFile, content: Range<Int>, literal: StringLiteral, doublesBraces: Bool) {
    self.file = file
    self.content = content
    self.literal = literal
    self.doublesBraces = doublesBraces
    position = content.lowerBound
    output.reserveCapacity(content.count)
  }

  func byte(_ offset: Int) -> UInt8 { offset < content.upperBound ? file.bytes[offset] : 0 }

  mutating func decode() throws(Failure) -> [UInt8] {
    while position < content.upperBound {
      let next = byte(position)
      position += 1
      switch next {
      case UInt8(ascii: "\\") where !literal.isRaw:
        try escape()
      case UInt8(ascii: "\r"):
        // Every line end in a literal is one line feed, however the file has it.
        if byte(position) == UInt8(ascii: "\n") { position += 1 }
        output.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "{"), UInt8(ascii: "}"):
        if doublesBraces, byte(position) == next { position += 1 }
        output.append(next)
      default:
        output.append(next)
      }
    }
    return output
  }

  /// Replaces the escape whose backslash was passed.
  private mutating func escape() throws(Failure) {
    let letter = byte(position)
    position += 1
    switch letter {
    case UInt8(ascii: "\n"): break
    case UInt8(ascii: "\r"):
      if byte(position) == UInt8(ascii: "\n") { position += 1 }
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): output.append(letter)
    case UInt8(ascii: "a"): output.append(0x07)
    case UInt8(ascii: "b"): output.append(0x08)
    case UInt8(ascii: "f"): output.append(0x0C)
    case UInt8(ascii: "n"): output.append(0x0A)
    case UInt8(ascii: "r"): output.append(0x0D)
    case UInt8(ascii: "t"): output.append(0x09)
    case UInt8(ascii: "v"): output.append(0x0B)
    case UInt8(ascii: "0")...UInt8(ascii: "7"): octal(letter)
    case UInt8(ascii: "x"): try hexadecimal(digits: 2, "\\xXX")
    case UInt8(ascii: "u") where !literal.isBytes: try hexadecimal(digits: 4, "\\uXXXX")
    case UInt8(ascii: "U") where !literal.isBytes: try hexadecimal(digits: 8, "\\UXXXXXXXX")
    case UInt8(ascii: "N") where !literal.isBytes: try named()
    default:
      // An unknown escape stands for itself, backslash included.
      output.append(UInt8(ascii: "\\"))
      position -= 1
      if letter < 0x80 { warn("escape sequence", from: position - 1, to: position + 1) }
    }
  }

  private mutating func octal(_ first: UInt8) {
    var value = UInt32(first - UInt8(ascii: "0"))
    for _ in 0..<2 {
      let digit = byte(position)
      guard UInt8(ascii: "0") <= digit, digit <= UInt8(ascii: "7") else { break }
      value = value * 8 + UInt32(digit - UInt8(ascii: "0"))
      position += 1
    }
    if value > 0o377 { warn("octal escape sequence", from: position - 4, to: position) }
    append(value)
  }

  private mutating func warn(_ what: String, from start: Int, to end: Int) {
    if warning != nil { return }
    let escape = String(decoding: file.bytes[start..<end], as: UTF8.self)
    warning = SyntaxWarning("invalid \(what) '\(escape)'", SourceRange(start, end))
  }

  private mutating func hexadecimal(digits: Int, _ form: String) throws(Failure) {
    let start = position - 2
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = byte(position).hexValue else {
        if literal.isBytes {
          throw failure("(value error) invalid \\x escape at position \(start - content.lowerBound)", start)
        }
        throw unicodeFailure("truncated \(form) escape", start)
      }
      value = value << 4 | digit
      position += 1
    }
    guard value <= 0x10FFFF else { throw unicodeFailure("illegal Unicode character", start) }
    append(value)
  }

  private mutating func named() throws(Failure) {
    let start = position - 2
    guard byte(position) == UInt8(ascii: "{"),
      let close = file.bytes[position..<content.upperBound].firstIndex(of: UInt8(ascii: "}")), close > position + 1
    else {
      if byte(position) == UInt8(ascii: "{") { position = content.upperBound }
      throw unicodeFailure("malformed \\N character escape", start)
    }
    let name = String(decoding: file.bytes[position + 1..<close], as: UTF8.self)
    position = close + 1
    guard let scalar = CharacterNames.scalar(named: name) else {
      throw unicodeFailure("unknown Unicode character name", start)
    }
    append(scalar.value)
  }

  /// A byte of a bytes literal, or a code point as UTF-8; a surrogate as if it were a character.
  private mutating func append(_ value: UInt32) {
    if literal.isBytes || value < 0x80 {
      output.append(UInt8(truncatingIfNeeded: value))
    } else if value < 0x800 {
      output.append(UInt8(0xC0 | value >> 6))
      output.append(UInt8(0x80 | value & 0x3F))
    } else if value < 0x10000 {
      output.append(UInt8(0xE0 | value >> 12))
      output.append(UInt8(0x80 | value >> 6 & 0x3F))
      output.append(UInt8(0x80 | value & 0x3F))
    } else {
      output.append(UInt8(0xF0 | value >> 18))
      output.append(UInt8(0x80 | value >> 12 & 0x3F))
      output.append(UInt8(0x80 | value >> 6 & 0x3F))
      output.append(UInt8(0x80 | value & 0x3F))
    }
  }

  private func unicodeFailure(_ reason: String, _ start: Int) -> Failure {
    // Python counts characters here, and a codec's positions are those of the last byte it looked at.
    let first = codePoints(content.lowerBound..<start)
    let last = first + codePoints(start..<min(position, content.upperBound)) - 1
    return failure(
      "(unicode error) 'unicodeescape' codec can't decode bytes in position \(first)-\(last): \(reason)", start)
  }

  private func codePoints(_ range: Range<Int>) -> Int {
    file.bytes[range].count { $0 & 0xC0 != 0x80 }
  }

  private func failure(_ message: String, _ start: Int) -> Failure {
    Failure(message, SourceRange(start, max(start + 2, min(position, content.upperBound))))
  }
}
