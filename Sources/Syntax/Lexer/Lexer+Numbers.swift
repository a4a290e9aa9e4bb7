// Numeric literals: their form. What they are worth, the parser says.

extension Lexer {
  /// ```ebnf
  /// NUMBER = integer | float | imaginary ;
  /// integer = "0" { ["_"] "0" } | nonZeroDigit { ["_"] digit } | "0" ( "x" | "X" ) ["_"] hexDigit { ["_"] hexDigit }
  ///   | "0" ( "o" | "O" ) ["_"] octalDigit { ["_"] octalDigit }
  ///   | "0" ( "b" | "B" ) ["_"] binaryDigit { ["_"] binaryDigit } ;
  /// float = digits "." [ digits ] [ exponent ] | "." digits [ exponent ] | digits exponent ;
  /// imaginary = ( float | digits ) ( "j" | "J" ) ;
  /// exponent = ( "e" | "E" ) [ "+" | "-" ] digits ;
  /// digits = digit { ["_"] digit } ;
  /// digit = "0" | nonZeroDigit ;
  /// nonZeroDigit = "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" ;
  /// hexDigit = digit | "a" | "b" | "c" | "d" | "e" | "f" | "A" | "B" | "C" | "D" | "E" | "F" ;
  /// octalDigit = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" ;
  /// binaryDigit = "0" | "1" ;
  /// ```
  mutating func number() throws(Failure) -> Token {
    let start = position
    var end = start
    if byte(start) == UInt8(ascii: "0") {
      switch byte(start + 1) | 0x20 {
      case UInt8(ascii: "x"): return try radixNumber("hexadecimal", radix: 16)
      case UInt8(ascii: "o"): return try radixNumber("octal", radix: 8)
      case UInt8(ascii: "b"): return try radixNumber("binary", radix: 2)
      default: break
      }
    }
    try digits(&end)
    let integerEnd = end
    var isInteger = true
    if byte(end) == UInt8(ascii: ".") {
      isInteger = false
      end += 1
      if byte(end).isDigit { try digits(&end) }
    }
    if byte(end) | 0x20 == UInt8(ascii: "e") {
      let sign = byte(end + 1) == UInt8(ascii: "+") || byte(end + 1) == UInt8(ascii: "-") ? 1 : 0
      if byte(end + 1 + sign).isDigit {
        isInteger = false
        end += 1 + sign
        try digits(&end)
      } else if sign == 1 {
        throw invalid("decimal", from: start, at: end)
      }
    }
    var literal = "decimal"
    if byte(end) | 0x20 == UInt8(ascii: "j") {
      isInteger = false
      literal = "imaginary"
      end += 1
    }
    if isInteger, byte(start) == UInt8(ascii: "0"), let wrong = firstNonZero(start, integerEnd) {
      throw failure(
        "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers", start,
        wrong)
    }
    try checkEnd(of: literal, from: start, at: end)
    return take(.number, end - start)
  }

  /// Passes `digit { ["_"] digit }`.
  private func digits(_ end: inout Int) throws(Failure) {
    let start = end
    while true {
      while byte(end).isDigit { end += 1 }
      guard byte(end) == UInt8(ascii: "_") else { return }
      guard byte(end + 1).isDigit else { throw invalid("decimal", from: start, at: end + 1) }
      end += 1
    }
  }

  /// The end of an integer's leading zeros, if something other than zeros follows them.
  private func firstNonZero(_ start: Int, _ end: Int) -> Int? {
    var offset = start
    while offset < end, byte(offset) == UInt8(ascii: "0") || byte(offset) == UInt8(ascii: "_") { offset += 1 }
    return offset < end ? offset : nil
  }

  private mutating func radixNumber(_ literal: String, radix: UInt32) throws(Failure) -> Token {
    let start = position
    var end = start + 2
    repeat {
      if byte(end) == UInt8(ascii: "_") { end += 1 }
      guard let first = byte(end).hexValue, first < radix else {
        throw wrongDigit(literal, from: start, at: end)
      }
      while let value = byte(end).hexValue, value < radix { end += 1 }
    } while byte(end) == UInt8(ascii: "_")
    if byte(end).isDigit { throw wrongDigit(literal, from: start, at: end) }
    try checkEnd(of: literal, from: start, at: end)
    return take(.number, end - start)
  }

  private func wrongDigit(_ literal: String, from start: Int, at end: Int) -> Failure {
    guard byte(end).isDigit else { return invalid(literal, from: start, at: end) }
    let digit = Character(UnicodeScalar(byte(end)))
    return failure("invalid digit '\(digit)' in \(literal) literal", end, end + 1)
  }

  private func invalid(_ literal: String, from start: Int, at end: Int) -> Failure {
    failure("invalid \(literal) literal", start, max(end, start + 1))
  }

  /// Nothing that could be part of a name may follow a number, except a keyword: `1if x else 2`.
  private func checkEnd(of literal: String, from start: Int, at end: Int) throws(Failure) {
    guard byte(end).continuesName else { return }
    for keyword in ["and", "else", "for", "if", "in", "is", "not", "or"] {
      if bytes[end...].starts(with: keyword.utf8) { return }
    }
    if byte(end) >= 0x80, !scalar(at: end).0.continuesIdentifier { return }
    throw invalid(literal, from: start, at: end)
  }
}
