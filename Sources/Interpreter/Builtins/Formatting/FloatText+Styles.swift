// Floats in the styles of format specifications and of `%`.

extension FloatText {
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
  static func text(
    _ number: Double, _ style: Style, precision: Int, isAlternate: Bool = false, coercesNegativeZero: Bool = false
  ) -> [UInt8] {
    if number.isNaN { return Array("nan".utf8) }
    if number.isInfinite { return Array((number < 0 ? "-inf" : "inf").utf8) }
    var text: [UInt8]
    switch style {
    case .exponent: text = Array(scientific(number, places: precision).utf8)
    case .fixed: text = Array(fixed(number, places: precision).utf8)
    case .general: text = general(number, max(precision, 1), isAlternate, withPoint: false)
    case .generalWithPoint: text = general(number, max(precision, 1), isAlternate, withPoint: true)
    case .shortest: text = Array(FloatType.repr(number).utf8)
    }
    if isAlternate, !text.contains(point) { text.insert(point, at: text.firstIndex(of: mark) ?? text.count) }
    if coercesNegativeZero, text.first == 0x2d, !text.contains(where: { $0 > 0x30 && $0 <= 0x39 }) {
      text.removeFirst()
    }
    return text
  }

  private static let point = UInt8(ascii: ".")
  /// The mark of the exponent.
  private static let mark = UInt8(ascii: "e")

  /// - Parameter withPoint: whether the digit after the point counts, which brings the exponent one digit earlier.
  private static func general(_ number: Double, _ precision: Int, _ isAlternate: Bool, withPoint: Bool) -> [UInt8] {
    let rounded = Array(scientific(number, places: precision - 1).utf8)
    let end = rounded.lastIndex(of: mark)!
    let exponent = Int(String(decoding: rounded[(end + 1)...], as: UTF8.self))!
    if exponent < -4 || exponent >= (withPoint ? precision - 1 : precision) {
      let mantissa = rounded[..<end]
      return Array((isAlternate ? mantissa : withoutZeros(mantissa, keeping: 0)) + rounded[end...])
    }
    let text = Array(fixed(number, places: precision - 1 - exponent).utf8)
    return isAlternate ? text : Array(withoutZeros(text[...], keeping: withPoint ? 1 : 0))
  }

  /// Without the zeros at the end of a fraction, and without the point where no digit is left after it. At least
  /// `kept` digits stay.
  private static func withoutZeros(_ text: ArraySlice<UInt8>, keeping kept: Int) -> ArraySlice<UInt8> {
    guard let point = text.firstIndex(of: point) else { return text }
    var end = text.endIndex
    while end - 1 > point + kept, text[end - 1] == 0x30 { end -= 1 }
    return text[..<(end - 1 == point ? point : end)]
  }
}
