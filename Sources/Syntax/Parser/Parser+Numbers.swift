// What a numeric literal is worth.

extension Parser {
  /// Python's limit on decimal literals: reading one takes time that grows with the square of its length.
  private static let maximumDigits = 4300

  /// The value of a number token.
  func numberValue(_ token: Token) throws(Failure) -> Constant {
    let literal = lexer.bytes[Int(token.range.start)..<Int(token.range.end)]
    // Most numbers are short and plain.
    if literal.count < 16, literal.allSatisfy(\.isDigit) {
      return .integer(IntegerLiteral(radix: 10, digits: String(decoding: literal, as: UTF8.self)))
    }
    let bytes = literal.filter { $0 != UInt8(ascii: "_") }
    let text = String(decoding: bytes, as: UTF8.self)
    if bytes.count > 2, bytes[0] == UInt8(ascii: "0") {
      switch bytes[1] | 0x20 {
      case UInt8(ascii: "x"): return .integer(IntegerLiteral(radix: 16, digits: String(text.dropFirst(2))))
      case UInt8(ascii: "o"): return .integer(IntegerLiteral(radix: 8, digits: String(text.dropFirst(2))))
      case UInt8(ascii: "b"): return .integer(IntegerLiteral(radix: 2, digits: String(text.dropFirst(2))))
      default: break
      }
    }
    if bytes.allSatisfy(\.isDigit) {
      guard bytes.count <= Parser.maximumDigits else {
        throw Failure(
          "Exceeds the limit (\(Parser.maximumDigits) digits) for integer string conversion: value has "
            + "\(bytes.count) digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal "
            + "for huge integer literals to avoid decimal conversion limits.", token.range)
      }
      return .integer(IntegerLiteral(radix: 10, digits: text))
    }
    let isImaginary = bytes.last.map { $0 | 0x20 } == UInt8(ascii: "j")
    // Swift wants a digit on both sides of the point.
    var digits = isImaginary ? String(text.dropLast()) : text
    if digits.hasPrefix(".") { digits = "0" + digits }
    guard let value = Double(digits) ?? Double(digits.replacingPoint()) else {
      throw Failure("invalid decimal literal", token.range)
    }
    return isImaginary ? .imaginary(value) : .float(value)
  }
}

extension String {
  /// `1.` as `1.0` and `1.e5` as `1.0e5`.
  fileprivate func replacingPoint() -> String {
    guard let point = firstIndex(of: ".") else { return self }
    return self[...point] + "0" + self[index(after: point)...]
  }
}
