// Magnitudes of any size.

/// An integer of any size that is not negative.
///
/// ```
///   | limb 0 | limb 1 | … | limb n-1 |     value = Σ limb i · 2^(64 i),  limb n-1 ≠ 0
/// ```
struct BigUInt: Hashable, Sendable {
  /// 64 bits each, the least significant first, the last one not zero: none for zero.
  let limbs: [UInt]

  /// - Parameter limbs: may end in zeros.
  init(limbs: [UInt]) {
    self.limbs = BigUInt.trimmed(limbs)
  }

  /// A magnitude whose limbs, `count` of them, are written where they will stay. They may end in zeros.
  @inline(__always)
  init(count: Int, _ write: (Limbs.Target) -> Void) {
    limbs = [UInt](unsafeUninitializedCapacity: count) { buffer, length in
      guard let target = buffer.baseAddress else { return }
      write(target)
      length = count
      while length > 0, target[length - 1] == 0 { length -= 1 }
    }
  }

  init(_ limb: UInt) {
    limbs = limb == 0 ? [] : [limb]
  }

  /// The whole part of a finite float that is not negative.
  init(_ value: Double) {
    guard value >= 1 else {
      self.init(0 as UInt)
      return
    }
    // A significand of 53 bits, whose last one counts 2^shift.
    let shift = Int(value.exponent) - Double.significandBitCount
    let significand = UInt(value.significandBitPattern | 1 << 52)
    self = shift >= 0 ? BigUInt(significand) << shift : BigUInt(significand >> UInt(-shift))
  }

  /// Without the zeros at the end.
  static func trimmed(_ limbs: [UInt]) -> [UInt] {
    var limbs = limbs
    while limbs.last == 0 { limbs.removeLast() }
    return limbs
  }

  var isZero: Bool { limbs.isEmpty }

  var isOdd: Bool { !isZero && limbs[0] & 1 == 1 }

  /// Number of bits; 0 for zero.
  var bitWidth: Int {
    guard let last = limbs.last else { return 0 }
    return limbs.count * 64 - last.leadingZeroBitCount
  }

  /// Number of zero bits below the lowest one; 0 for zero.
  var trailingZeroBitCount: Int {
    guard let index = limbs.firstIndex(where: { $0 != 0 }) else { return 0 }
    return index * 64 + limbs[index].trailingZeroBitCount
  }

  /// The bit at `index`, which is less than the width.
  subscript(bitAt index: Int) -> Bool {
    let (limb, bit) = index.quotientAndRemainder(dividingBy: 64)
    return limbs[limb] >> UInt(bit) & 1 != 0
  }
}

extension BigUInt: ExpressibleByIntegerLiteral {
  init(integerLiteral value: UInt) {
    self.init(value)
  }
}

extension BigUInt: Comparable {
  static func < (a: BigUInt, b: BigUInt) -> Bool {
    if a.limbs.count != b.limbs.count { return a.limbs.count < b.limbs.count }
    return Limbs.compare(a.limbs, b.limbs, a.limbs.count) < 0
  }
}

extension UInt {
  /// Nil where the magnitude has more than 64 bits.
  init?(exactly value: BigUInt) {
    if value.limbs.count > 1 { return nil }
    self = value.limbs.first ?? 0
  }

  /// The lowest 64 bits.
  init(truncatingIfNeeded value: BigUInt) {
    self = value.limbs.first ?? 0
  }
}
