// Sums, products, quotients, shifts and powers of magnitudes.

extension BigUInt {
  // MARK: Sums

  static func + (a: BigUInt, b: BigUInt) -> BigUInt {
    let (long, short) = a.limbs.count >= b.limbs.count ? (a.limbs, b.limbs) : (b.limbs, a.limbs)
    return BigUInt(count: long.count + 1) { target in
      target.initialize(from: long, count: long.count)
      target[long.count] = 0
      let carry = Limbs.add(short, short.count, to: target)
      _ = Limbs.add(limb: carry, to: target + short.count, long.count + 1 - short.count)
    }
  }

  static func += (a: inout BigUInt, b: BigUInt) { a = a + b }

  /// The difference; `b` is not above `a`.
  static func - (a: BigUInt, b: BigUInt) -> BigUInt {
    BigUInt(count: a.limbs.count) { target in
      target.initialize(from: a.limbs, count: a.limbs.count)
      let borrow = Limbs.subtract(b.limbs, b.limbs.count, from: target)
      _ = Limbs.subtract(limb: borrow, from: target + b.limbs.count, a.limbs.count - b.limbs.count)
    }
  }

  // MARK: Products

  static func * (a: BigUInt, b: BigUInt) -> BigUInt {
    let (long, short) = a.limbs.count >= b.limbs.count ? (a.limbs, b.limbs) : (b.limbs, a.limbs)
    if short.isEmpty { return 0 }
    return BigUInt(count: long.count + short.count) { target in
      Limbs.multiply(long, long.count, short, short.count, into: target)
    }
  }

  static func *= (a: inout BigUInt, b: BigUInt) { a = a * b }

  func power(_ exponent: Int) -> BigUInt {
    var result: BigUInt = 1
    for bit in (0..<(Int.bitWidth - exponent.leadingZeroBitCount)).reversed() {
      result *= result
      if exponent >> bit & 1 != 0 { result *= self }
    }
    return result
  }

  // MARK: Quotients

  static func / (a: BigUInt, b: BigUInt) -> BigUInt { a.divided(by: b).quotient }

  static func % (a: BigUInt, b: BigUInt) -> BigUInt { a.divided(by: b).remainder }

  /// Quotient and remainder of a division by a magnitude other than zero.
  func divided(by divisor: BigUInt) -> (quotient: BigUInt, remainder: BigUInt) {
    if self < divisor { return (0, self) }
    if divisor.limbs.count == 1 {
      let (quotient, remainder) = divided(byLimb: divisor.limbs[0])
      return (quotient, BigUInt(remainder))
    }
    // The division wants a divisor whose top bit is set, and one limb more at the dividend's top, so that the quotient
    // has no bit beyond its limbs.
    let shift = divisor.limbs[divisor.limbs.count - 1].leadingZeroBitCount
    let divisor = divisor << shift
    let count = limbs.count + 1 - divisor.limbs.count
    var quotient = [UInt](repeating: 0, count: count)
    let remainder = BigUInt(count: limbs.count + 1) { rest in
      Limbs.shiftLeft(limbs, limbs.count, by: UInt(shift), into: rest)
      _ = Limbs.divide(rest, count, by: divisor.limbs, divisor.limbs.count, quotient: &quotient)
    }
    return (BigUInt(limbs: quotient), remainder >> shift)
  }

  private func divided(byLimb limb: UInt) -> (quotient: BigUInt, remainder: UInt) {
    if limbs.count == 1 {
      let (quotient, remainder) = limbs[0].quotientAndRemainder(dividingBy: limb)
      return (BigUInt(quotient), remainder)
    }
    let shift = UInt(limb.leadingZeroBitCount)
    var remainder: UInt = 0
    let quotient = BigUInt(count: limbs.count + 1) { target in
      Limbs.shiftLeft(limbs, limbs.count, by: shift, into: target)
      remainder = Limbs.divide(target, limbs.count + 1, by: Limbs.Divisor(limb << shift))
    }
    return (quotient, remainder >> shift)
  }

  // MARK: Shifts

  static func << (a: BigUInt, count: Int) -> BigUInt {
    let (whole, bits) = count.quotientAndRemainder(dividingBy: 64)
    if a.isZero || count == 0 { return a }
    return BigUInt(count: a.limbs.count + whole + 1) { target in
      target.initialize(repeating: 0, count: whole)
      Limbs.shiftLeft(a.limbs, a.limbs.count, by: UInt(bits), into: target + whole)
    }
  }

  static func >> (a: BigUInt, count: Int) -> BigUInt {
    let (whole, bits) = count.quotientAndRemainder(dividingBy: 64)
    if count == 0 { return a }
    let left = a.limbs.count - whole
    if left <= 0 { return 0 }
    return BigUInt(count: left) { target in
      for index in 0..<left {
        let above = index + 1 < left ? a.limbs[whole + index + 1] : 0
        target[index] = a.limbs[whole + index] >> UInt(bits) | above << UInt(64 - bits)
      }
    }
  }

  // MARK: Common divisors

  /// The greatest common divisor; `gcd(0, n)` is n.
  func gcd(_ other: BigUInt) -> BigUInt {
    var (a, b) = self >= other ? (self, other) : (other, self)
    while b.limbs.count > 1 { (a, b) = BigUInt.euclideanSteps(a, b) }
    guard let divisor = b.limbs.first else { return a }
    var (x, y) = (divisor, a.divided(byLimb: divisor).remainder)
    while y != 0 { (x, y) = (y, x % y) }
    return BigUInt(x)
  }

  /// As many steps of Euclid's algorithm as the leading 62 bits of both are sure of (Lehmer), one at least.
  private static func euclideanSteps(_ a: BigUInt, _ b: BigUInt) -> (BigUInt, BigUInt) {
    let shift = a.bitWidth - 62
    var x = Int(UInt(truncatingIfNeeded: a >> shift))
    var y = Int(UInt(truncatingIfNeeded: b >> shift))
    // a' = m₀·a + m₁·b and b' = n₀·a + n₁·b.
    var (m0, m1, n0, n1) = (1, 0, 0, 1)
    while y + n0 != 0, y + n1 != 0 {
      let quotient = (x + m0) / (y + n0)
      if quotient != (x + m1) / (y + n1) { break }
      (m0, n0) = (n0, m0 - quotient * n0)
      (m1, n1) = (n1, m1 - quotient * n1)
      (x, y) = (y, x - quotient * y)
    }
    if m1 == 0 { return (b, a % b) }
    func combined(_ p: Int, _ q: Int) -> BigUInt {
      (BigInt(p) * BigInt(a) + BigInt(q) * BigInt(b)).magnitude
    }
    return (combined(m0, m1), combined(n0, n1))
  }

  /// The inverse among the numbers modulo `modulus`, which is above 1; nil where there is none.
  func inverse(_ modulus: BigUInt) -> BigUInt? {
    var (a, b) = (modulus, self % modulus)
    var (before, factor): (BigInt, BigInt) = (0, 1)
    while !b.isZero {
      let (quotient, remainder) = a.divided(by: b)
      (before, factor) = (factor, before - BigInt(quotient) * factor)
      (a, b) = (b, remainder)
    }
    if a != 1 { return nil }
    return before.floorDivided(by: BigInt(modulus)).remainder.magnitude
  }
}
