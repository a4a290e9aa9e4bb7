// Floats rounded to a few decimal places, exactly, in integer arithmetic.

/// `round(|number| · 10^places)` of a float, ties to even, with its sign: what `%.2f` shows.
///
/// A float is m · 2^e with m below 2⁵³; times 10^15 at most that fits in 128 bits, and what 2^e shifts out says how to
/// round.
struct FixedDecimal {
  let isNegative: Bool
  /// The magnitude in units of the last place.
  let scaled: UInt64
  let places: Int

  private static let powers: [UInt64] = (0...15).map { (0..<$0).reduce(1) { power, _ in power * 10 } }

  /// Nil for what is too large, or wants too many places, for this way.
  init?(_ number: Double, places: Int) {
    guard places >= 0, places < FixedDecimal.powers.count else { return nil }
    let power = FixedDecimal.powers[places]
    guard number.magnitude * Double(power) < 1e18 else { return nil }
    isNegative = number.sign == .minus
    self.places = places
    let exponent = max(Int(number.exponentBitPattern), 1) - 1075
    let significand = number.significandBitPattern | (number.exponentBitPattern == 0 ? 0 : 1 << 52)
    if exponent >= 0 {
      scaled = significand << UInt64(exponent) * power
      return
    }
    let product = UInt128(significand) * UInt128(power)
    // Less than half a unit of the last place.
    if exponent < -127 {
      scaled = 0
      return
    }
    let shift = UInt128(-exponent)
    let whole = UInt64(truncatingIfNeeded: product >> shift)
    let rest = product & (1 << shift - 1)
    let half = UInt128(1) << (shift - 1)
    scaled = rest > half || (rest == half && whole & 1 == 1) ? whole + 1 : whole
  }

  /// The nearest float; nil where that takes more than a division.
  var rounded: Double? {
    guard scaled < 1 << 53 else { return nil }
    let magnitude = Double(scaled) / Double(FixedDecimal.powers[places])
    return isNegative ? -magnitude : magnitude
  }

  /// Characters without the sign.
  var count: Int { Str.decimalCount(Int(whole)) + (places > 0 ? places + 1 : 0) }

  private var whole: UInt64 { scaled / FixedDecimal.powers[places] }

  /// Writes the magnitude: `count` characters.
  func write(to target: UnsafeMutablePointer<UInt8>) {
    let whole = whole
    let wholeCount = Str.decimalCount(Int(whole))
    Str.writeDecimal(Int(whole), wholeCount, to: target)
    if places == 0 { return }
    target[wholeCount] = UInt8(ascii: ".")
    var fraction = scaled - whole * FixedDecimal.powers[places]
    var index = wholeCount + places
    while index > wholeCount {
      target[index] = UInt8(truncatingIfNeeded: 0x30 + fraction % 10)
      fraction /= 10
      index -= 1
    }
  }
}
