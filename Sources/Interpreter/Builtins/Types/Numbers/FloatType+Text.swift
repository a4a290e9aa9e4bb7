// Reading and writing floats.
import Glibc

/// The digits of floats, as the C library writes them: correctly rounded at any length.
enum FloatText {
  /// `%.*f`.
  static func fixed(_ value: Double, places: Int) -> String {
    printed(capacity: places + 330) { vsnprintf($0, $1, "%.*f", $2) } arguments: { [Int32(places), value] }
  }

  /// `%.*e`: one digit before the point.
  static func scientific(_ value: Double, places: Int) -> String {
    printed(capacity: places + 16) { vsnprintf($0, $1, "%.*e", $2) } arguments: { [Int32(places), value] }
  }

  private static func printed(
    capacity: Int, _ print: (UnsafeMutablePointer<CChar>, Int, CVaListPointer) -> Int32, arguments: () -> [CVarArg]
  ) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
      let count = withVaList(arguments()) { print(buffer.baseAddress!, capacity, $0) }
      return String(decoding: UnsafeRawBufferPointer(buffer).prefix(Int(count)), as: UTF8.self)
    }
  }

  /// The fewest significant digits that read back as the same float, and where the point stands among them:
  /// 0.d₁d₂… · 10^point. The value is finite and not negative.
  static func shortest(_ value: Double) -> (digits: [UInt8], point: Int) {
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    var text = value.description.utf8.makeIterator()
    while let byte = text.next() {
      switch byte {
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "e"):
        var isNegative = false
        while let byte = text.next() {
          if byte == UInt8(ascii: "-") {
            isNegative = true
          } else if byte != UInt8(ascii: "+") {
            exponent = exponent * 10 + Int(byte - 48)
          }
        }
        if isNegative { exponent = -exponent }
      default: digits.append(byte)
      }
    }
    var start = (point ?? digits.count) + exponent
    let zeros = digits.prefix { $0 == 48 }.count
    if zeros == digits.count { return ([48], 1) }
    digits.removeFirst(zeros)
    start -= zeros
    while digits.last == 48 { digits.removeLast() }
    return (digits, start)
  }
}

extension FloatType {
  /// `repr(value)`: the shortest text that reads back as the same float.
  static func repr(_ value: Double) -> String {
    if let whole = Int(exactly: value), whole.magnitude < 1_000_000_000_000_000, whole != 0 { return "\(whole).0" }
    if !value.isFinite { return value.isNaN ? "nan" : value > 0 ? "inf" : "-inf" }
    let (digits, point) = FloatText.shortest(abs(value))
    var text: [UInt8] = value.sign == .minus ? [UInt8(ascii: "-")] : []
    if point > 16 || point < -3 {
      text.append(digits[0])
      if digits.count > 1 {
        text.append(UInt8(ascii: "."))
        text += digits[1...]
      }
      let exponent = point - 1
      text += Array("e\(exponent < 0 ? "-" : "+")\(abs(exponent) < 10 ? "0" : "")\(abs(exponent))".utf8)
    } else if point <= 0 {
      text += Array("0.".utf8) + Array(repeating: 48, count: -point) + digits
    } else if digits.count <= point {
      text += digits + Array(repeating: 48, count: point - digits.count) + Array(".0".utf8)
    } else {
      text += digits[..<point] + [UInt8(ascii: ".")] + digits[point...]
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads a float as `float(text)` does; nil where it is malformed.
  static func read(_ text: NumberText) -> Double? {
    NumberText.withoutUnderscores(text.ascii).flatMap { read($0[...]) }
  }

  /// Reads a float without underscores and white space.
  static func read(_ plain: ArraySlice<UInt8>) -> Double? {
    special(plain) ?? decimal(Array(plain))
  }

  /// An infinity or NaN, in any case, with an optional sign.
  static func special(_ text: ArraySlice<UInt8>) -> Double? {
    var rest = text
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    guard (3...8).contains(rest.count) else { return nil }
    switch String(decoding: rest.map { $0 | 0x20 }, as: UTF8.self) {
    case "inf", "infinity": return isNegative ? -.infinity : .infinity
    case "nan": return isNegative ? -.nan : .nan
    default: return nil
    }
  }

  private static func decimal(_ text: [UInt8]) -> Double? {
    var index = 0
    func current() -> UInt8 { index < text.count ? text[index] : 0 }
    func digits() -> Int {
      let start = index
      while NumberText.isDigit(current()) { index += 1 }
      return index - start
    }
    func sign() { if current() == UInt8(ascii: "-") || current() == UInt8(ascii: "+") { index += 1 } }
    sign()
    var count = digits()
    if current() == UInt8(ascii: ".") {
      index += 1
      count += digits()
    }
    if count == 0 { return nil }
    if current() | 0x20 == UInt8(ascii: "e") {
      index += 1
      sign()
      if digits() == 0 { return nil }
    }
    if index != text.count { return nil }
    return strtod(String(decoding: text, as: UTF8.self), nil)
  }

  // MARK: Hexadecimal

  /// `value.hex()`.
  static func hexadecimal(_ value: Double) -> String {
    if !value.isFinite { return repr(value) }
    let sign = value.sign == .minus ? "-" : ""
    if value == 0 { return sign + "0x0.0p+0" }
    let digits = String(value.significandBitPattern, radix: 16)
    let fraction = String(repeating: "0", count: 13 - digits.count) + digits
    let exponent = value.isNormal ? Int(value.exponent) : -1022
    return "\(sign)0x\(value.isNormal ? 1 : 0).\(fraction)p\(exponent < 0 ? "" : "+")\(exponent)"
  }

  static func fromHex(_ f: Frame, _ cls: Value, _ text: Value) throws(Raised) -> Value {
    guard let text = text.payload.str else { throw f.typeError("bad argument type for built-in operation") }
    let plain = NumberText(text).ascii
    guard let value = special(plain) ?? hexadecimal(reading: Array(plain)) else {
      throw f.valueError("invalid hexadecimal floating-point string")
    }
    if value.isInfinite && special(plain) == nil {
      throw f.overflowError("hexadecimal value too large to represent as a float")
    }
    guard let type = cls.type, type !== f.types.float else { return .float(value) }
    return try f.call(cls, .float(value))
  }

  /// Reads `[sign] ['0x'] digits ['.' digits] ['p' exponent]`; nil where it is malformed.
  private static func hexadecimal(reading text: [UInt8]) -> Double? {
    var index = 0
    func current() -> UInt8 { index < text.count ? text[index] : 0 }
    func isHexDigit(_ byte: UInt8) -> Bool { NumberText.isDigit(byte) || (97...102).contains(byte | 0x20) }
    func digits(_ isDigit: (UInt8) -> Bool) -> Int {
      let start = index
      while isDigit(current()) { index += 1 }
      return index - start
    }
    func sign() { if current() == UInt8(ascii: "-") || current() == UInt8(ascii: "+") { index += 1 } }
    sign()
    let hasSign = index == 1
    if current() == 48, index + 1 < text.count, text[index + 1] | 0x20 == UInt8(ascii: "x") { index += 2 }
    let start = index
    var count = digits(isHexDigit)
    if current() == UInt8(ascii: ".") {
      index += 1
      count += digits(isHexDigit)
    }
    if count == 0 { return nil }
    if current() | 0x20 == UInt8(ascii: "p") {
      index += 1
      sign()
      if digits(NumberText.isDigit) == 0 { return nil }
    }
    if index != text.count { return nil }
    let prefix = hasSign && text[0] == UInt8(ascii: "-") ? "-0x" : "0x"
    return strtod(prefix + String(decoding: text[start...], as: UTF8.self), nil)
  }
}
