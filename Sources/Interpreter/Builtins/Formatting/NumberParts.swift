// The parts of a number's text that formatting arranges.

/// A number as ASCII text, in parts: `-` `0x` `ff`, or `1234` and `.5e+07`.
struct NumberParts {
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
      digits = number.magnitude.digits(bitsPerDigit: radix.trailingZeroBitCount)
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
}
