// Integers of any size.

/// An integer of any size: what a script's `int` is beyond 64 bits.
///
/// The interpreter has its own, since ints are what it computes with, and a package's brings Foundation into every
/// start of the program.
struct BigInt: Hashable, Sendable {
  enum Sign: Sendable {
    case plus
    case minus
  }

  let sign: Sign
  let magnitude: BigUInt

  /// - Parameter sign: does not matter for zero, which is `plus`.
  init(sign: Sign, magnitude: BigUInt) {
    self.sign = magnitude.isZero ? .plus : sign
    self.magnitude = magnitude
  }

  init(_ magnitude: BigUInt) {
    self.init(sign: .plus, magnitude: magnitude)
  }

  init(_ value: Int) {
    self.init(sign: value < 0 ? .minus : .plus, magnitude: BigUInt(value.magnitude))
  }

  init(_ value: UInt) {
    self.init(BigUInt(value))
  }

  /// The whole part of a finite float.
  init(_ value: Double) {
    self.init(sign: value < 0 ? .minus : .plus, magnitude: BigUInt(value.magnitude))
  }

  var isZero: Bool { magnitude.isZero }
}

extension BigInt: ExpressibleByIntegerLiteral {
  init(integerLiteral value: Int) {
    self.init(value)
  }
}

extension BigInt: Comparable {
  static func < (a: BigInt, b: BigInt) -> Bool {
    switch (a.sign, b.sign) {
    case (.plus, .plus): a.magnitude < b.magnitude
    case (.minus, .minus): b.magnitude < a.magnitude
    case (.minus, .plus): true
    case (.plus, .minus): false
    }
  }
}

// MARK: Operators

extension BigInt {
  static prefix func - (a: BigInt) -> BigInt {
    BigInt(sign: a.sign == .plus ? .minus : .plus, magnitude: a.magnitude)
  }

  static func + (a: BigInt, b: BigInt) -> BigInt {
    if a.sign == b.sign { return BigInt(sign: a.sign, magnitude: a.magnitude + b.magnitude) }
    if a.magnitude >= b.magnitude { return BigInt(sign: a.sign, magnitude: a.magnitude - b.magnitude) }
    return BigInt(sign: b.sign, magnitude: b.magnitude - a.magnitude)
  }

  static func - (a: BigInt, b: BigInt) -> BigInt { a + -b }

  static func * (a: BigInt, b: BigInt) -> BigInt {
    BigInt(sign: a.sign == b.sign ? .plus : .minus, magnitude: a.magnitude * b.magnitude)
  }

  /// Quotient rounded towards minus infinity, and the remainder of the divisor's sign. The divisor is not zero.
  func floorDivided(by divisor: BigInt) -> (quotient: BigInt, remainder: BigInt) {
    let (quotient, remainder) = magnitude.divided(by: divisor.magnitude)
    if sign == divisor.sign {
      return (BigInt(quotient), BigInt(sign: divisor.sign, magnitude: remainder))
    }
    if remainder.isZero { return (BigInt(sign: .minus, magnitude: quotient), 0) }
    return (
      BigInt(sign: .minus, magnitude: quotient + 1),
      BigInt(sign: divisor.sign, magnitude: divisor.magnitude - remainder)
    )
  }

  static func << (a: BigInt, count: Int) -> BigInt { BigInt(sign: a.sign, magnitude: a.magnitude << count) }

  /// Rounded towards minus infinity.
  static func >> (a: BigInt, count: Int) -> BigInt {
    let shifted = a.magnitude >> count
    if a.sign == .plus { return BigInt(shifted) }
    let isExact = a.magnitude.trailingZeroBitCount >= count
    return BigInt(sign: .minus, magnitude: isExact ? shifted : shifted + 1)
  }
}

// MARK: Bits

extension BigInt {
  /// The lowest limbs of the two's complement.
  func twosComplement(count: Int) -> [UInt] {
    var limbs = magnitude.limbs.prefix(count) + Array(repeating: 0, count: max(0, count - magnitude.limbs.count))
    if sign == .minus { limbs.withUnsafeMutableBufferPointer { Limbs.negate($0.baseAddress!, count) } }
    return Array(limbs)
  }

  /// The integer whose two's complement is given; the top bit of the last limb is its sign.
  init(twosComplement limbs: [UInt]) {
    var limbs = limbs
    let isNegative = limbs.last.map { Int(bitPattern: $0) < 0 } ?? false
    if isNegative { limbs.withUnsafeMutableBufferPointer { Limbs.negate($0.baseAddress!, $0.count) } }
    self.init(sign: isNegative ? .minus : .plus, magnitude: BigUInt(limbs: limbs))
  }

  /// One limb more than the longer operand has, for the sign.
  private static func combined(_ a: BigInt, _ b: BigInt, _ combine: (UInt, UInt) -> UInt) -> BigInt {
    let count = max(a.magnitude.limbs.count, b.magnitude.limbs.count) + 1
    return BigInt(twosComplement: zip(a.twosComplement(count: count), b.twosComplement(count: count)).map(combine))
  }

  static func & (a: BigInt, b: BigInt) -> BigInt { combined(a, b, &) }
  static func | (a: BigInt, b: BigInt) -> BigInt { combined(a, b, |) }
  static func ^ (a: BigInt, b: BigInt) -> BigInt { combined(a, b, ^) }
}

// MARK: Conversions

extension BigInt: CustomStringConvertible {
  /// The decimal digits.
  var description: String {
    (sign == .minus ? "-" : "") + String(decoding: magnitude.decimalDigits, as: UTF8.self)
  }
}

extension Int {
  /// Nil where the integer does not fit in 64 bits.
  init?(exactly value: BigInt) {
    guard let magnitude = UInt(exactly: value.magnitude) else { return nil }
    if value.sign == .plus {
      self.init(exactly: magnitude)
    } else {
      guard magnitude <= Int.min.magnitude else { return nil }
      self = 0 &- Int(bitPattern: magnitude)
    }
  }

  /// The lowest 64 bits of the two's complement.
  init(truncatingIfNeeded value: BigInt) {
    let bits = Int(bitPattern: UInt(truncatingIfNeeded: value.magnitude))
    self = value.sign == .plus ? bits : 0 &- bits
  }

  /// The nearest 64-bit integer.
  init(clamping value: BigInt) {
    self = Int(exactly: value) ?? (value.sign == .plus ? .max : .min)
  }
}

extension BigInt {
  /// The nearest float, ties to even; infinite where the integer is too large.
  var nearestDouble: Double {
    let width = magnitude.bitWidth
    if width > 1024 { return sign == .minus ? -.infinity : .infinity }
    var result: Double
    if let small = UInt(exactly: magnitude) {
      result = Double(small)
    } else {
      // The top 64 bits, the last of which stands for all that are below.
      let shift = width - 64
      var top = UInt(truncatingIfNeeded: magnitude >> shift)
      if magnitude.trailingZeroBitCount < shift { top |= 1 }
      result = Double(sign: .plus, exponent: shift, significand: Double(top))
    }
    return sign == .minus ? -result : result
  }
}
