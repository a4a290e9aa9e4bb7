// Complex numbers and their arithmetic.
import Glibc

/// A complex number.
struct Complex: Equatable {
  var real: Double
  var imaginary: Double

  init(_ real: Double, _ imaginary: Double) {
    self.real = real
    self.imaginary = imaginary
  }

  static func + (a: Complex, b: Complex) -> Complex { Complex(a.real + b.real, a.imaginary + b.imaginary) }
  static func - (a: Complex, b: Complex) -> Complex { Complex(a.real - b.real, a.imaginary - b.imaginary) }
  static prefix func - (a: Complex) -> Complex { Complex(-a.real, -a.imaginary) }

  static func * (a: Complex, b: Complex) -> Complex {
    Complex(a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real)
  }

  /// The quotient by Smith's method, which scales by the divisor's larger part; nil for a divisor of zero.
  func divided(by b: Complex) -> Complex? {
    if abs(b.real) >= abs(b.imaginary) {
      if b.real == 0 { return nil }
      let ratio = b.imaginary / b.real
      let scale = b.real + b.imaginary * ratio
      return Complex((real + imaginary * ratio) / scale, (imaginary - real * ratio) / scale)
    }
    if abs(b.imaginary) >= abs(b.real) {
      let ratio = b.real / b.imaginary
      let scale = b.real * ratio + b.imaginary
      return Complex((real * ratio + imaginary) / scale, (imaginary * ratio - real) / scale)
    }
    return Complex(.nan, .nan)
  }

  /// The power; nil for zero to a negative or complex power.
  func power(_ exponent: Complex) -> Complex? {
    if exponent.imaginary == 0, exponent.real == floor(exponent.real), abs(exponent.real) <= 100 {
      let power = power(Int(abs(exponent.real)))
      return exponent.real > 0 ? power : Complex(1, 0).divided(by: power)
    }
    if exponent == Complex(0, 0) { return Complex(1, 0) }
    if self == Complex(0, 0) { return exponent.imaginary != 0 || exponent.real < 0 ? nil : Complex(0, 0) }
    let size = hypot(real, imaginary)
    let angle = atan2(imaginary, real)
    var length = pow(size, exponent.real)
    var phase = angle * exponent.real
    if exponent.imaginary != 0 {
      length *= exp(-angle * exponent.imaginary)
      phase += exponent.imaginary * log(size)
    }
    return Complex(length * cos(phase), length * sin(phase))
  }

  private func power(_ exponent: Int) -> Complex {
    var result = Complex(1, 0)
    var square = self
    var rest = exponent
    while rest > 0 {
      if rest & 1 != 0 { result = result * square }
      rest >>= 1
      square = square * square
    }
    return result
  }

  /// As `repr` shows it: without a real part of +0.
  var description: String {
    let imaginary = Complex.part(self.imaginary)
    if real == 0 && real.sign == .plus { return imaginary + "j" }
    let sign = imaginary.hasPrefix("-") ? "" : "+"
    return "(\(Complex.part(real))\(sign)\(imaginary)j)"
  }

  private static func part(_ value: Double) -> String {
    let text = FloatType.repr(value)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Reads a complex number as `complex(text)` does; nil where it is malformed.
  init?(reading text: NumberText) {
    guard var plain = NumberText.withoutUnderscores(text.ascii) else { return nil }
    if plain.first == UInt8(ascii: "(") {
      guard plain.count >= 2, plain.last == UInt8(ascii: ")") else { return nil }
      plain = Array(NumberText(Array(plain[1..<plain.count - 1])).ascii)
    }
    guard let last = plain.last else { return nil }
    guard last | 0x20 == UInt8(ascii: "j") else {
      guard let real = FloatType.read(plain[...]) else { return nil }
      self.init(real, 0)
      return
    }
    let digits = plain.dropLast()
    let split = Complex.startOfImaginary(digits)
    guard let imaginary = Complex.imaginary(digits[split...]) else { return nil }
    if split == 0 {
      self.init(0, imaginary)
    } else {
      guard let real = FloatType.read(digits[..<split]) else { return nil }
      self.init(real, imaginary)
    }
  }

  /// The last sign that does not belong to an exponent, 0 where there is none.
  private static func startOfImaginary(_ text: ArraySlice<UInt8>) -> Int {
    text.indices.last { index in
      (text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-"))
        && (index == 0 || text[index - 1] | 0x20 != UInt8(ascii: "e"))
    } ?? 0
  }

  private static func imaginary(_ text: ArraySlice<UInt8>) -> Double? {
    switch String(decoding: text, as: UTF8.self) {
    case "", "+": 1
    case "-": -1
    default: FloatType.read(text)
    }
  }
}
