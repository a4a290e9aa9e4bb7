// Reading and writing ints.

extension IntType {
  /// What came of reading an int.
  enum Reading {
    case value(Value)
    case malformed
    /// More decimal digits than the interpreter converts.
    case tooLong(digits: Int)
  }

  /// Reads an int as `int(text, base)` does; base 0 goes by the prefix.
  static func read(_ text: NumberText, base: Int, limit: Int) -> Reading {
    var rest = text.ascii
    var isNegative = false
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest.removeFirst()
    }
    var radix = base
    if let prefixed = prefixRadix(rest), base == 0 || base == prefixed {
      radix = prefixed
      rest.removeFirst(2)
      if rest.first == UInt8(ascii: "_") { rest.removeFirst() }
    } else if base == 0 {
      radix = 10
      // `017` was octal once; only zeros may begin with a zero.
      if rest.first == 48, rest.contains(where: { $0 != 48 && $0 != UInt8(ascii: "_") }) { return .malformed }
    }
    guard let digits = digits(rest, radix: radix) else { return .malformed }
    if limit > 0 && digits.count > limit && radix & (radix - 1) != 0 { return .tooLong(digits: digits.count) }
    return .value(value(digits, radix: radix, isNegative: isNegative))
  }

  private static func prefixRadix(_ text: ArraySlice<UInt8>) -> Int? {
    guard text.count > 2, text.first == 48 else { return nil }
    switch text[text.startIndex + 1] | 0x20 {
    case UInt8(ascii: "x"): return 16
    case UInt8(ascii: "o"): return 8
    case UInt8(ascii: "b"): return 2
    default: return nil
    }
  }

  /// The values of the digits, without the single underscores between them; nil where there is anything else.
  private static func digits(_ text: ArraySlice<UInt8>, radix: Int) -> [UInt8]? {
    var digits: [UInt8] = []
    digits.reserveCapacity(text.count)
    var follows = false
    for byte in text {
      if byte == UInt8(ascii: "_") {
        if !follows { return nil }
        follows = false
        continue
      }
      guard let digit = digit(byte), Int(digit) < radix else { return nil }
      digits.append(digit)
      follows = true
    }
    return follows ? digits : nil
  }

  @inline(__always)
  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 97...122: byte - 87
    case 65...90: byte - 55
    default: nil
    }
  }

  private static func value(_ digits: [UInt8], radix: Int, isNegative: Bool) -> Value {
    var small = 0
    for digit in digits {
      let (product, overflow) = small.multipliedReportingOverflow(by: radix)
      let (sum, carry) = product.addingReportingOverflow(Int(digit))
      if overflow || carry {
        return .integer(
          BigInt(sign: isNegative ? .minus : .plus, magnitude: BigUInt(digits: digits, radix: radix)))
      }
      small = sum
    }
    return .int(isNegative ? -small : small)
  }

  /// The int that ASCII digits of a base from 2 to 36 spell: a literal's, whose form the lexer has checked.
  static func parse(digits: [UInt8], radix: Int) -> Value {
    value(digits.map { digit($0)! }, radix: radix, isNegative: false)
  }

  /// The decimal digits. Raises ValueError where there are more than the interpreter converts.
  static func decimal(_ integer: BigInteger, _ f: Frame) throws(Raised) -> String {
    let value = integer.value
    let limit = f.interpreter.integerDigitLimit
    // Three bits a digit is more than enough to say that there are too many.
    if limit > 0 && value.magnitude.bitWidth / 4 > limit { throw tooLong(f) }
    let digits = value.magnitude.decimalDigits
    if limit > 0 && digits.count > limit { throw tooLong(f) }
    return (value.sign == .minus ? "-" : "") + String(decoding: digits, as: UTF8.self)
  }

  private static func tooLong(_ f: Frame, digits: Int? = nil) -> Raised {
    let count = digits.map { ": value has \($0) digits" } ?? ""
    return f.valueError(
      "Exceeds the limit (\(f.interpreter.integerDigitLimit) digits) for integer string conversion\(count); "
        + "use sys.set_int_max_str_digits() to increase the limit")
  }

  /// The digits of an int in base 2, 8 or 16 with Python's prefix: `-0x1f`.
  static func prefixed(_ value: Value, bitsPerDigit bits: Int) -> String {
    let prefix = bits == 1 ? "0b" : bits == 3 ? "0o" : "0x"
    if case .int(let small) = value {
      return (small < 0 ? "-" : "") + prefix + String(small.magnitude, radix: 1 << bits)
    }
    let big = value.bigInt!
    let digits = big.magnitude.digits(bitsPerDigit: bits)
    return (big.sign == .minus ? "-" : "") + prefix + String(decoding: digits, as: UTF8.self)
  }

  /// The int that a str, bytes or bytearray spells. Raises CPython's ValueError for a malformed one.
  static func read(_ value: Value, _ text: NumberText, base: Int, _ f: Frame) throws(Raised) -> Value {
    switch read(text, base: base, limit: f.interpreter.integerDigitLimit) {
    case .value(let value): return value
    case .tooLong(let digits): throw tooLong(f, digits: digits)
    case .malformed:
      let shown = try f.repr(value.payload.byteArray.map { .bytes($0.bytes) } ?? value)
      let start = shown.substring(0, min(shown.count, 200)).string
      throw f.valueError("invalid literal for int() with base \(base): \(start)")
    }
  }
}
