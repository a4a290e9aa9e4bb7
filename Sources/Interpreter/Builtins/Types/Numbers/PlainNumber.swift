// Numbers in their commonest spelling, `-12` or `3.25`, read where they stand.

/// A text of a sign, up to 18 decimal digits and at most one point between or beside them.
struct PlainNumber {
  private let isNegative: Bool
  private let digits: Int
  /// Digits after the point; nil where there is no point.
  private let places: Int?

  /// Nil for any other text.
  init?(_ text: Str) {
    guard text.isASCII else { return nil }
    let units = text.narrow
    var index = 0
    let sign = units.count > 0 ? units[0] : 0
    isNegative = sign == UInt8(ascii: "-")
    if isNegative || sign == UInt8(ascii: "+") { index = 1 }
    var digits = 0
    var count = 0
    var point: Int?
    while index < units.count {
      let byte = units[index]
      if ASCII.isDigit(byte) {
        digits = digits &* 10 &+ Int(byte &- 0x30)
        count &+= 1
      } else if byte == UInt8(ascii: "."), point == nil {
        point = count
      } else {
        return nil
      }
      index &+= 1
    }
    guard count > 0, count <= 18 else { return nil }
    self.digits = digits
    places = point.map { count - $0 }
  }

  /// Nil where there is a point.
  var int: Int? { places == nil ? (isNegative ? -digits : digits) : nil }

  /// The nearest float; nil where that takes more than a division of two floats without an error of their own.
  var float: Double? {
    guard digits < 1 << 53 else { return nil }
    let magnitude = Double(digits) / PlainNumber.powers[places ?? 0]
    return isNegative ? -magnitude : magnitude
  }

  private static let powers: [Double] = (0...18).map { (0..<$0).reduce(1) { power, _ in power * 10 } }
}
