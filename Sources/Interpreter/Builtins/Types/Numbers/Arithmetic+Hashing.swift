// Hashes of numbers: equal numbers of different types have equal hashes, namely their value modulo 2⁶¹ − 1.
import Glibc

extension Arithmetic {
  private static let modulus: UInt = (1 << 61) - 1

  /// Python reserves −1 for errors.
  private static func hash(magnitude: UInt, isNegative: Bool) -> Int {
    let hash = isNegative ? -Int(magnitude) : Int(magnitude)
    return hash == -1 ? -2 : hash
  }

  @inline(__always)
  static func hash(_ value: Int) -> Int {
    if value.magnitude < modulus { return value == -1 ? -2 : value }
    return hash(magnitude: value.magnitude % modulus, isNegative: value < 0)
  }

  static func hash(_ value: BigInt) -> Int {
    var rest: UInt = 0
    for word in value.magnitude.limbs.reversed() {
      // 2⁶⁴ is 8 here: a rotation by three bits among 61.
      rest = (rest << 3 & modulus) + rest >> 58 + (word & modulus) + word >> 61
      rest = (rest & modulus) + rest >> 61
    }
    return hash(magnitude: rest % modulus, isNegative: value.sign == .minus)
  }

  static func hash(_ value: Double) -> Int {
    if let whole = Int(exactly: value) { return hash(whole) }
    if value.isInfinite { return value > 0 ? 314159 : -314159 }
    if value.isNaN { return Int(truncatingIfNeeded: value.bitPattern >> 4) }
    // value = significand · 2^exponent with an integral significand; 2⁶¹ is 1, so the exponent is a rotation.
    let significand = UInt(value.significandBitPattern | (value.isNormal ? 1 << 52 : 0))
    let exponent = (value.isNormal ? Int(value.exponent) : -1022) - 52
    let rotation = UInt(((exponent % 61) + 61) % 61)
    let rotated = (significand << rotation & modulus) | (significand >> (61 - rotation))
    return hash(magnitude: rotated % modulus, isNegative: value < 0)
  }
}
