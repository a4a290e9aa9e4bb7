// Operators on ints of 64 bits. What overflows goes on as a big integer.
import Syntax

extension Arithmetic {
  /// `a op b`; nil for `@`, which ints do not have.
  @inline(__always)
  static func integers(_ op: BinaryOperator, _ a: Int, _ b: Int, _ f: Frame) throws(Raised) -> Value? {
    switch op {
    case .add:
      let (sum, overflow) = a.addingReportingOverflow(b)
      return overflow ? .integer(BigInt(a) + BigInt(b)) : .int(sum)
    case .subtract:
      let (difference, overflow) = a.subtractingReportingOverflow(b)
      return overflow ? .integer(BigInt(a) - BigInt(b)) : .int(difference)
    case .multiply:
      let (product, overflow) = a.multipliedReportingOverflow(by: b)
      return overflow ? .integer(BigInt(a) * BigInt(b)) : .int(product)
    case .divide: return .float(try trueQuotient(a, b, f))
    case .floorDivide: return try floorQuotient(a, b, f)
    case .modulo: return .int(try modulo(a, b, f))
    case .power: return try power(a, b, f)
    case .leftShift: return try shiftLeft(a, b, f)
    case .rightShift:
      if b < 0 { throw f.valueError("negative shift count") }
      return .int(a >> min(b, 63))
    case .bitAnd: return .int(a & b)
    case .bitOr: return .int(a | b)
    case .bitXor: return .int(a ^ b)
    case .matrixMultiply: return nil
    }
  }

  /// `a // b`: rounded towards minus infinity.
  @inline(__always)
  static func floorQuotient(_ a: Int, _ b: Int, _ f: Frame) throws(Raised) -> Value {
    if b == 0 { throw f.zeroDivision("integer division or modulo by zero") }
    if b == -1 { return a == .min ? .integer(-BigInt(a)) : .int(-a) }
    let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
    return .int(remainder != 0 && (remainder ^ b) < 0 ? quotient - 1 : quotient)
  }

  /// `a % b`: of the divisor's sign.
  @inline(__always)
  static func modulo(_ a: Int, _ b: Int, _ f: Frame) throws(Raised) -> Int {
    if b == 0 { throw f.zeroDivision("integer modulo by zero") }
    if b == -1 { return 0 }
    let remainder = a % b
    return remainder != 0 && (remainder ^ b) < 0 ? remainder + b : remainder
  }

  /// `a / b`, rounded once.
  @inline(__always)
  static func trueQuotient(_ a: Int, _ b: Int, _ f: Frame) throws(Raised) -> Double {
    if b == 0 { throw f.zeroDivision("division by zero") }
    // Both are exact as floats, so the quotient is rounded just once.
    if a.magnitude <= 1 << 53 && b.magnitude <= 1 << 53 { return Double(a) / Double(b) }
    return try trueQuotient(BigInt(a), BigInt(b), f)
  }

  private static func power(_ a: Int, _ b: Int, _ f: Frame) throws(Raised) -> Value {
    if b < 0 { return try power(Double(a), Double(b), f) }
    var result = 1
    var square = a
    var rest = b
    while true {
      if rest & 1 != 0 {
        let (product, overflow) = result.multipliedReportingOverflow(by: square)
        if overflow { return try bigPower(BigInt(a), b, f) }
        result = product
      }
      rest >>= 1
      if rest == 0 { return .int(result) }
      let (product, overflow) = square.multipliedReportingOverflow(by: square)
      if overflow { return try bigPower(BigInt(a), b, f) }
      square = product
    }
  }

  private static func shiftLeft(_ a: Int, _ b: Int, _ f: Frame) throws(Raised) -> Value {
    if b < 0 { throw f.valueError("negative shift count") }
    if b < 63 {
      let shifted = a << b
      if shifted >> b == a { return .int(shifted) }
    }
    return try shiftLeft(BigInt(a), b, f)
  }
}
