// The product and quotient of big magnitudes by way of their limbs.
import BigInt

extension BigUInt {
  /// Shorter operands are as well off with the package's own loops.
  private static var limbLimit: Int { 4 }

  /// The limbs, the least significant first, without leading zeros.
  var limbs: [UInt] {
    let words = words
    return [UInt](unsafeUninitializedCapacity: words.count) { buffer, count in
      for word in words {
        buffer[count] = word
        count += 1
      }
      while count > 0 && buffer[count - 1] == 0 { count -= 1 }
    }
  }

  /// The product.
  func times(_ other: BigUInt) -> BigUInt {
    if Swift.min(words.count, other.words.count) < BigUInt.limbLimit { return self * other }
    return BigUInt(words: BigUInt.product(limbs, other.limbs))
  }

  /// The limbs of a product. Either factor may be zero, and then has no limbs.
  static func product(_ a: [UInt], _ b: [UInt]) -> [UInt] {
    let (long, short) = a.count >= b.count ? (a, b) : (b, a)
    if short.isEmpty { return [] }
    let count = long.count + short.count
    return [UInt](unsafeUninitializedCapacity: count) { buffer, initialized in
      let target = buffer.baseAddress!
      target.initialize(repeating: 0, count: count)
      long.withUnsafeBufferPointer { long in
        short.withUnsafeBufferPointer { short in
          Limbs.multiply(long.baseAddress!, long.count, short.baseAddress!, short.count, into: target)
        }
      }
      initialized = target[count - 1] == 0 ? count - 1 : count
    }
  }

  /// Quotient and remainder of a division by a magnitude other than zero.
  func divided(by divisor: BigUInt) -> (quotient: BigUInt, remainder: BigUInt) {
    if self < divisor { return (0, self) }
    if divisor.words.count < BigUInt.limbLimit { return quotientAndRemainder(dividingBy: divisor) }
    let (quotient, remainder) = BigUInt.quotient(limbs, divisor.limbs)
    return (BigUInt(words: quotient), BigUInt(words: remainder))
  }

  /// The limbs of quotient and remainder. The divisor has two limbs at least and no leading zeros.
  static func quotient(_ a: [UInt], _ b: [UInt]) -> (quotient: [UInt], remainder: [UInt]) {
    if a.count < b.count { return ([], a) }
    let shift = UInt(b[b.count - 1].leadingZeroBitCount)
    // One limb more at the top, so that the quotient has no bit beyond its limbs.
    var rest = shifted(a, left: shift, count: a.count + 1)
    let divisor = shift == 0 ? b : shifted(b, left: shift, count: b.count)
    let count = rest.count - divisor.count
    var quotient = [UInt](repeating: 0, count: count)
    rest.withUnsafeMutableBufferPointer { rest in
      divisor.withUnsafeBufferPointer { divisor in
        quotient.withUnsafeMutableBufferPointer { quotient in
          _ = Limbs.divide(
            rest.baseAddress!, count, by: divisor.baseAddress!, divisor.count, quotient: quotient.baseAddress!)
        }
      }
    }
    rest.removeSubrange(b.count...)
    return (trimmed(quotient), trimmed(shifted(rest, right: shift)))
  }

  /// The limbs without leading zeros.
  static func trimmed(_ limbs: [UInt]) -> [UInt] {
    var limbs = limbs
    while limbs.last == 0 { limbs.removeLast() }
    return limbs
  }

  private static func shifted(_ limbs: [UInt], left shift: UInt, count: Int) -> [UInt] {
    var result = limbs
    result.append(contentsOf: repeatElement(0, count: count - limbs.count))
    if shift == 0 { return result }
    for index in stride(from: count - 1, to: 0, by: -1) {
      result[index] = result[index] << shift | result[index - 1] >> (64 - shift)
    }
    result[0] <<= shift
    return result
  }

  private static func shifted(_ limbs: [UInt], right shift: UInt) -> [UInt] {
    if shift == 0 { return limbs }
    var result = limbs
    for index in 0..<limbs.count - 1 { result[index] = limbs[index] >> shift | limbs[index + 1] << (64 - shift) }
    result[limbs.count - 1] >>= shift
    return result
  }
}
