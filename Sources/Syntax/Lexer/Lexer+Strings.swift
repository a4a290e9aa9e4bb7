// Strings and f-strings: where they end. What they hold, the parser says.

extension Lexer {
  static let maximumFormattedStrings = 150

  /// ```ebnf
  /// STRING = [ stringPrefix ] ( shortString | longString ) ;
  /// stringPrefix = "r" | "u" | "b" | "br" | "rb" ;
  /// shortString = "'" { escaped | ? any character but a line end and "'" ? } "'"
  ///   | '"' { escaped | ? any character but a line end and '"' ? } '"' ;
  /// longString = "'''" { escaped | ? any character ? } "'''" | '"""' { escaped | ? any character ? } '"""' ;
  /// escaped = "\" ? any character ? ;
  /// FSTRING_START = ( "f" | "fr" | "rf" ) ( "'" | '"' | "'''" | '"""' ) ;
  /// ```
  /// A string or bytes literal, or the beginning of an f-string. A prefix may be written in either case.
  mutating func string(prefix: Int) throws(Failure) -> Token {
    let start = position
    let quote = byte(start + prefix)
    let isTriple = byte(start + prefix + 1) == quote && byte(start + prefix + 2) == quote
    let opening = prefix + (isTriple ? 3 : 1)
    let letters = bytes[start..<start + prefix].map { $0 | 0x20 }
    if letters.contains(UInt8(ascii: "f")) {
      guard formattedStrings.count < Lexer.maximumFormattedStrings else {
        throw failure("too many nested f-strings", start, start + opening)
      }
      formattedStrings.append(
        FormattedString(
          start: start, quote: quote, isTriple: isTriple, isRaw: letters.contains(UInt8(ascii: "r")),
          depth: brackets.count))
      return take(.formattedStart, opening)
    }
    var end = start + opening
    while true {
      let next = byte(end)
      if next == quote, !isTriple || closes(quote, at: end) {
        end += isTriple ? 3 : 1
        return take(.string, end - start)
      }
      if next == UInt8(ascii: "\\") {
        end += 1 + max(1, lineEnd(at: end + 1))
      } else if end >= bytes.count || !isTriple && lineEnd(at: end) > 0 {
        throw unterminatedString(start, prefix, min(end, bytes.count), isTriple: isTriple)
      } else {
        end += 1
      }
    }
  }

  private func closes(_ quote: UInt8, at offset: Int) -> Bool {
    byte(offset) == quote && byte(offset + 1) == quote && byte(offset + 2) == quote
  }

  private func unterminatedString(_ start: Int, _ prefix: Int, _ end: Int, isTriple: Bool) -> Failure {
    let quote = byte(start + prefix)
    if let string = formattedStrings.last, string.quote == quote, string.isTriple == isTriple {
      return failure("f-string: expecting '}'", start, start + 1, isIncomplete: isTriple)
    }
    if isTriple {
      let line = file.line(at: max(0, bytes.count - 1))
      return failure(
        "unterminated triple-quoted string literal (detected at line \(line))", start, start + prefix + 3,
        isIncomplete: true)
    }
    let endsInContinuation = end == bytes.count && end > start && continuesLine(before: end)
    let escapedEnd = end >= start + 2 && byte(end - 1) == quote && byte(end - 2) == UInt8(ascii: "\\")
    let hint = escapedEnd ? "; perhaps you escaped the end quote?" : ""
    let line = file.line(at: endsInContinuation ? end - 1 : end)
    return failure(
      "unterminated string literal (detected at line \(line))\(hint)", start, start + prefix + 1,
      isIncomplete: endsInContinuation)
  }

  /// Whether the text before `offset` ends in a backslash and a line end.
  private func continuesLine(before offset: Int) -> Bool {
    var end = offset
    if end > 0, byte(end - 1) == UInt8(ascii: "\n") { end -= 1 }
    if end > 0, byte(end - 1) == UInt8(ascii: "\r") { end -= 1 }
    return end < offset && end > 0 && byte(end - 1) == UInt8(ascii: "\\")
  }

  // MARK: f-strings

  /// Whether the next byte is text of an f-string or of a format spec.
  var isInFormattedText: Bool {
    guard let string = formattedStrings.last else { return false }
    return brackets.count == string.depth || brackets[brackets.count - 1].role == .spec
  }

  /// ```ebnf
  /// FSTRING_TEXT = ? text of an f-string up to a "{" or "}" that is not doubled, or to its closing quote ? ;
  /// FSTRING_END = ? the quote that the f-string began with ? ;
  /// ```
  /// The next piece of an f-string: text, a field's brace, or the closing quote.
  mutating func formattedText() throws(Failure) -> Token? {
    guard let string = formattedStrings.last else { return nil }
    let isSpec = brackets.count > string.depth
    let end = try endOfFormattedText(string, isSpec: isSpec)
    if end > position { return take(.formattedText, end - position) }
    switch byte(position) {
    case UInt8(ascii: "{"):
      if isSpec, brackets.count - string.depth > 2 {
        throw failure("f-string: expressions nested too deeply", position, position + 1)
      }
      try push(Bracket(byte: byte(position), offset: position, role: .field))
      return take(.leftBrace, 1)
    case UInt8(ascii: "}"):
      brackets.removeLast()
      return take(.rightBrace, 1)
    default:
      if isSpec { throw failure("f-string: expecting '}', or format specs", position, position + 1) }
      formattedStrings.removeLast()
      return take(.formattedEnd, string.isTriple ? 3 : 1)
    }
  }

  /// The offset of the quote or brace that ends the text at ``position``.
  private func endOfFormattedText(_ string: FormattedString, isSpec: Bool) throws(Failure) -> Int {
    var end = position
    while true {
      let next = byte(end)
      switch next {
      case UInt8(ascii: "{"), UInt8(ascii: "}"):
        if isSpec { return end }
        if byte(end + 1) == next {
          end += 2
        } else if next == UInt8(ascii: "{") {
          return end
        } else {
          throw failure("f-string: single '}' is not allowed", end, end + 1)
        }
      case UInt8(ascii: "\\"):
        end = endOfEscape(end, in: string)
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        if !string.isTriple, !isSpec { throw unterminated(string, at: end) }
        end += 1
      default:
        if next == string.quote, !string.isTriple || closes(string.quote, at: end) { return end }
        if end >= bytes.count {
          if isSpec, !string.isTriple { throw neverClosed(brackets[brackets.count - 1]) }
          throw unterminated(string, at: bytes.count)
        }
        end += 1
      }
    }
  }

  /// The end of an escape sequence as far as it may hide a quote or brace.
  private func endOfEscape(_ offset: Int, in string: FormattedString) -> Int {
    let next = byte(offset + 1)
    if next == UInt8(ascii: "{") || next == UInt8(ascii: "}") { return offset + 1 }
    if !string.isRaw, next == UInt8(ascii: "N"), byte(offset + 2) == UInt8(ascii: "{") {
      var end = offset + 3
      while byte(end) != UInt8(ascii: "}"), byte(end) != string.quote, byte(end) != 0, lineEnd(at: end) == 0 {
        end += 1
      }
      return byte(end) == UInt8(ascii: "}") ? end + 1 : end
    }
    return min(bytes.count, offset + 1 + max(1, lineEnd(at: offset + 1)))
  }

  func unterminated(_ string: FormattedString, at end: Int) -> Failure {
    if string.isTriple {
      let line = file.line(at: max(0, bytes.count - 1))
      return failure(
        "unterminated triple-quoted f-string literal (detected at line \(line))", string.start, string.start + 1,
        isIncomplete: true)
    }
    let endsInContinuation = end == bytes.count && continuesLine(before: end)
    let line = file.line(at: endsInContinuation ? end - 1 : end)
    return failure(
      "unterminated f-string literal (detected at line \(line))", string.start, string.start + 1,
      isIncomplete: endsInContinuation)
  }
}
