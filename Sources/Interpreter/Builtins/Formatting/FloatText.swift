// The text of floats in the styles of format specifications and `%`, every digit right.
import Glibc

/// Floats as ASCII text.
enum FloatText {
  enum Style {
    /// `1.5e+10`
    case exponent
    /// `15000000000.0`
    case fixed
    /// The shorter of both, without zeros at the end.
    case general
    /// As `general`, with a point and a digit after it where there would be none.
    case generalWithPoint
    /// As `repr`.
    case shortest
  }

  /// The greatest precision that CPython takes.
  static let mostDigits = Int(Int32.max)

  /// - Parameters:
  ///   - precision: digits after the point, for the general styles significant digits.
  ///   - isAlternate: keeps the point, and the zeros at the end in the general styles.
  ///   - coercesNegativeZero: what is rounded to zero has no sign.
  static func make(
    _ number: Double, _ style: Style, precision: Int, isAlternate: Bool = false, coercesNegativeZero: Bool = false
  ) -> [UInt8] {
    if number.isNaN { return Array("nan".utf8) }
    if number.isInfinite { return Array((number < 0 ? "-inf" : "inf").utf8) }
    var text: [UInt8]
    switch style {
    case .exponent: text = print(isAlternate ? "%#.*e" : "%.*e", precision, number)
    case .fixed: text = print(isAlternate ? "%#.*f" : "%.*f", precision, number)
    case .general: text = print(isAlternate ? "%#.*g" : "%.*g", precision, number)
    case .generalWithPoint: text = generalWithPoint(number, max(precision, 1), isAlternate)
    case .shortest: text = shortest(number, isAlternate)
    }
    if coercesNegativeZero, text.first == 0x2d, !text.contains(where: { $0 > 0x30 && $0 <= 0x39 }) {
      text.removeFirst()
    }
    return text
  }

  /// C's `printf` for one double with a precision; the C library rounds correctly whatever the precision.
  private static func print(_ format: String, _ precision: Int, _ number: Double) -> [UInt8] {
    // Room for most; longer texts say how much they need.
    var buffer = [UInt8](repeating: 0, count: 64)
    let count = write(&buffer, format, precision, number)
    if count >= buffer.count {
      buffer = [UInt8](repeating: 0, count: count + 1)
      _ = write(&buffer, format, precision, number)
    }
    buffer.removeLast(buffer.count - count)
    return buffer
  }

  private static func write(_ buffer: inout [UInt8], _ format: String, _ precision: Int, _ number: Double) -> Int {
    withVaList([Int32(truncatingIfNeeded: precision), number]) { list in
      buffer.withUnsafeMutableBytes { target in
        Int(vsnprintf(target.baseAddress!.assumingMemoryBound(to: CChar.self), target.count, format, list))
      }
    }
  }

  private static func shortest(_ number: Double, _ isAlternate: Bool) -> [UInt8] {
    var text = Array(FloatType.repr(number).utf8)
    if isAlternate, !text.contains(0x2e), let exponent = text.firstIndex(of: 0x65) { text.insert(0x2e, at: exponent) }
    return text
  }

  /// Switches to an exponent one digit earlier than `general`, since the digit after the point counts.
  private static func generalWithPoint(_ number: Double, _ precision: Int, _ isAlternate: Bool) -> [UInt8] {
    let scientific = print("%.*e", precision - 1, number)
    let mark = scientific.lastIndex(of: 0x65)!
    let exponent = Int(String(decoding: scientific[(mark + 1)...], as: UTF8.self))!
    if exponent >= -4 && exponent < precision - 1 {
      var text = print("%.*f", precision - 1 - exponent, number)
      if !isAlternate {
        while text.last == 0x30, text[text.count - 2] != 0x2e { text.removeLast() }
      }
      return text
    }
    var mantissa = Array(scientific[..<mark])
    if isAlternate {
      if !mantissa.contains(0x2e) { mantissa.append(0x2e) }
    } else if mantissa.contains(0x2e) {
      while mantissa.last == 0x30 { mantissa.removeLast() }
      if mantissa.last == 0x2e { mantissa.removeLast() }
    }
    return mantissa + scientific[mark...]
  }
}
