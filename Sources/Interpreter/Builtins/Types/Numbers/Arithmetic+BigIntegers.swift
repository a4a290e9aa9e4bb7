// Operators on ints of any size.
import Glibc
import Syntax

extension Arithmetic {
  /// `a op b`; nil for `@`.
  static func bigIntegers(_ op: BinaryOperator, _ a: BigInt, _ b: BigInt, _ f: Frame) throws(Raised) -> Value? {
    switch op {
    case .add: return .integer(a + b)
    case .subtract: return .integer(a - b)
    case .multiply: return .integer(a * b)
    case .divide: return .float(try trueQuotient(a, b, f))
    case .floorDivide:
      if b.isZero { throw f.zeroDivision("integer division or modulo by zero") }
      return .integer(a.floorDivided(by: b).quotient)
    case .modulo:
      if b.isZero { throw f.zeroDivision("integer modulo by zero") }
      return .integer(a.floorDivided(by: b).remainder)
    case .power: return try power(a, b, f)
    case .leftShift:
      if b.sign == .minus { throw f.valueError("negative shift count") }
      if a.isZero { return .int(0) }
      if b.magnitude.bitWidth > 67 { throw f.overflowError("too many digits in integer") }
      guard let count = Int(exactly: b) else { throw memoryError(f) }
      return try shiftLeft(a, count, f)
    case .rightShift:
      if b.sign == .minus { throw f.valueError("negative shift count") }
      guard let count = Int(exactly: b) else { return .int(a.sign == .minus ? -1 : 0) }
      return .integer(a >> count)
    case .bitAnd: return .integer(a & b)
    case .bitOr: return .integer(a | b)
    case .bitXor: return .integer(a ^ b)
    case .matrixMultiply: return nil
    }
  }

  /// An int may have at most this many bits: 4 GiB of them.
  private static let mostBits = 1 << 35

  private static func memoryError(_ f: Frame) -> Raised { f.error(f.types[.MemoryError]) }

  static func shiftLeft(_ a: BigInt, _ count: Int, _ f: Frame) throws(Raised) -> Value {
    if a.isZero { return .int(0) }
    if count > mostBits - a.magnitude.bitWidth { throw memoryError(f) }
    return .integer(a << count)
  }

  private static func power(_ a: BigInt, _ b: BigInt, _ f: Frame) throws(Raised) -> Value {
    if b.sign == .minus { return try power(double(.big(a), f), double(.big(b), f), f) }
    if let exponent = Int(exactly: b) { return try bigPower(a, exponent, f) }
    switch a {
    case 0, 1: return .integer(a)
    case -1: return .int(b.magnitude.isOdd ? -1 : 1)
    default: throw memoryError(f)
    }
  }

  /// `a ** exponent` for an exponent that is not negative.
  static func bigPower(_ a: BigInt, _ exponent: Int, _ f: Frame) throws(Raised) -> Value {
    if exponent == 0 { return .int(1) }
    if a.isZero { return .int(0) }
    // Powers of two in the base are a shift at the end.
    let zeros = a.magnitude.trailingZeroBitCount
    let odd = a.magnitude >> zeros
    let bits = odd == 1 ? 0 : odd.bitWidth - 1
    let (least, overflow) = (bits + zeros).multipliedReportingOverflow(by: exponent)
    if overflow || least > mostBits { throw memoryError(f) }
    let sign: BigInt.Sign = a.sign == .minus && exponent & 1 == 1 ? .minus : .plus
    let result = odd == 1 ? odd : odd.power(exponent)
    return .integer(BigInt(sign: sign, magnitude: result << (zeros * exponent)))
  }

  /// `pow(base, exponent, modulus)`.
  static func power(
    _ base: BigInt, _ exponent: BigInt, modulo modulus: BigInt, _ f: Frame
  ) throws(Raised) -> Value {
    if modulus.isZero { throw f.valueError("pow() 3rd argument cannot be 0") }
    let size = modulus.magnitude
    var base = base.floorDivided(by: BigInt(size)).remainder.magnitude
    if exponent.sign == .minus {
      guard let inverse = size == 1 ? 0 : base.inverse(size) else {
        throw f.valueError("base is not invertible for the given modulus")
      }
      base = inverse
    }
    var result: BigUInt = size == 1 ? 0 : 1
    let bits = exponent.magnitude
    for bit in (0..<bits.bitWidth).reversed() {
      result = result * result % size
      if bits[bitAt: bit] { result = result * base % size }
    }
    let value = BigInt(result)
    return .integer(modulus.sign == .minus && !result.isZero ? value + modulus : value)
  }

  /// `a / b`, rounded once, to the nearest even.
  static func trueQuotient(_ a: BigInt, _ b: BigInt, _ f: Frame) throws(Raised) -> Double {
    if b.isZero { throw f.zeroDivision("division by zero") }
    if a.isZero { return b.sign == .minus ? -0.0 : 0.0 }
    let difference = a.magnitude.bitWidth - b.magnitude.bitWidth
    let tooLarge = "integer division result too large for a float"
    if difference > Double.greatestFiniteMagnitude.exponent + 1 { throw f.overflowError(tooLarge) }
    let negative = a.sign != b.sign
    // Below the subnormals nothing is left.
    if difference < -1075 { return negative ? -0.0 : 0.0 }
    // The quotient gets two bits more than a float holds, fewer where the result is subnormal.
    let shift = max(difference, -1021) - 55
    let dividend = shift <= 0 ? a.magnitude << -shift : a.magnitude >> shift
    let (quotient, remainder) = dividend.divided(by: b.magnitude)
    var digits = UInt(truncatingIfNeeded: quotient)
    let isExact = remainder.isZero && (shift <= 0 || a.magnitude.trailingZeroBitCount >= shift)
    if !isExact { digits |= 1 }
    let width = 64 - digits.leadingZeroBitCount
    let extra = max(width, -1021 - shift) - 53
    let half: UInt = 1 << UInt(extra - 1)
    if digits & half != 0 && digits & (3 * half - 1) != 0 { digits += half }
    digits &= ~(2 * half - 1)
    let result = scalbn(Double(digits), shift)
    if result.isInfinite { throw f.overflowError(tooLarge) }
    return negative ? -result : result
  }

  /// The float nearest to a number. Raises OverflowError where an int is too large.
  static func double(_ number: Number, _ f: Frame) throws(Raised) -> Double {
    switch number {
    case .small(let value): return Double(value)
    case .real(let value): return value
    case .big(let value):
      let result = value.nearestDouble
      if result.isInfinite { throw f.overflowError("int too large to convert to float") }
      return result
    }
  }
}
