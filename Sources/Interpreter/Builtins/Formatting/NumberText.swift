// The parts of a number's text that formatting arranges.
import BigInt

/// A number as ASCII text, in parts: `-` `0x` `ff`, or `1234` and `.5e+07`.
struct NumberText {
  var isNegative: Bool
  var prefix: [UInt8] = []
  /// What separators go between and zeros go before; empty for `inf` and `nan`.
  var digits: [UInt8]
  /// The point and what follows it.
  var rest: [UInt8] = []

  /// An int or bool in a radix that is a power of two.
  init(integer value: Value, radix: Int, prefix: String) {
    let number = value.bigInt ?? 0
    isNegative = number.sign == .minus
    self.prefix = Array(prefix.utf8)
    if let small = Int(exactly: number) {
      digits = Array(String(small.magnitude, radix: radix).utf8)
    } else {
      digits = Array(String(number.magnitude, radix: radix).utf8)
    }
  }

  /// An int or bool in decimal. Raises ValueError where it has too many digits.
  init(decimal value: Value, _ f: Frame) throws(Raised) {
    let text: [UInt8]
    switch value {
    case .int(let number): text = Array(String(number).utf8)
    case .bool(let truth): text = [truth ? 0x31 : 0x30]
    default: text = try f.repr(value).utf8
    }
    isNegative = text.first == 0x2d
    digits = isNegative ? Array(text.dropFirst()) : text
  }

  /// The text of a float.
  init(_ text: [UInt8]) {
    isNegative = text.first == 0x2d
    let unsigned = isNegative ? text.dropFirst() : text[...]
    let end = unsigned.firstIndex { !ASCII.isDigit($0) } ?? unsigned.endIndex
    digits = Array(unsigned[..<end])
    rest = Array(unsigned[end...])
  }

  /// Puts letters into upper case: `0XFF`, `1E+10`, `INF`.
  mutating func makeUppercase() {
    prefix = prefix.map(ASCII.upper)
    digits = digits.map(ASCII.upper)
    rest = rest.map(ASCII.upper)
  }

  /// The float that a number is, by `__float__` or `__index__` where it has to; nil for what is no number. Raises
  /// OverflowError for an int past the floats.
  static func double(_ value: Value, _ f: Frame) throws(Raised) -> Double? {
    switch value.payload {
    case .int(let number): return Double(number)
    case .bool(let truth): return truth ? 1 : 0
    case .float(let number): return number
    default: break
    }
    if let number = value.bigInt {
      let double = Double(number)
      if double.isInfinite { throw f.overflowError("int too large to convert to float") }
      return double
    }
    if let made = try f.callSpecial(.__float__, value) {
      guard case .float(let number) = made.payload else {
        throw f.typeError("\(f.typeName(value)).__float__ returned non-float (type \(f.typeName(made)))")
      }
      return number
    }
    if f.types.type(of: value).special(.__index__) != nil { return try double(f.integerValue(value), f) }
    return nil
  }
}

extension Frame {
  /// The int that is left of a float without its fraction. Raises for infinities and NaN.
  func truncated(_ number: Double) throws(Raised) -> Value {
    if number.isNaN { throw valueError("cannot convert float NaN to integer") }
    if number.isInfinite { throw overflowError("cannot convert float infinity to integer") }
    if let small = Int(exactly: number.rounded(.towardZero)) { return .int(small) }
    return .integer(BigInt(number.rounded(.towardZero)))
  }
}
