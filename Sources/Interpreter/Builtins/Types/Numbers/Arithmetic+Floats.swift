// Operators on floats.
import Glibc
import Syntax

extension Arithmetic {
  /// `a op b`; nil for operators that floats do not have.
  @inline(__always)
  static func floats(_ op: BinaryOperator, _ a: Double, _ b: Double, _ f: Frame) throws(Raised) -> Value? {
    switch op {
    case .add: return .float(a + b)
    case .subtract: return .float(a - b)
    case .multiply: return .float(a * b)
    case .divide:
      if b == 0 { throw f.zeroDivision("float division by zero") }
      return .float(a / b)
    case .floorDivide:
      if b == 0 { throw f.zeroDivision("float floor division by zero") }
      return .float(floorDivided(a, by: b).quotient)
    case .modulo:
      if b == 0 { throw f.zeroDivision("float modulo by zero") }
      return .float(modulo(a, b))
    case .power: return try power(a, b, f)
    case .matrixMultiply, .leftShift, .rightShift, .bitAnd, .bitOr, .bitXor: return nil
    }
  }

  /// `a % b` for a divisor other than 0: of the divisor's sign, even where it is zero.
  @inline(__always)
  static func modulo(_ a: Double, _ b: Double) -> Double {
    let remainder = fmod(a, b)
    if remainder == 0 { return copysign(0, b) }
    return (b < 0) != (remainder < 0) ? remainder + b : remainder
  }

  /// `divmod(a, b)` for a divisor other than 0.
  static func floorDivided(_ a: Double, by b: Double) -> (quotient: Double, remainder: Double) {
    var remainder = fmod(a, b)
    // The remainder is exact, so this is a whole number but for rounding.
    var division = (a - remainder) / b
    if remainder == 0 {
      remainder = copysign(0, b)
    } else if (b < 0) != (remainder < 0) {
      remainder += b
      division -= 1
    }
    if division == 0 { return (copysign(0, a / b), remainder) }
    let whole = floor(division)
    return (division - whole > 0.5 ? whole + 1 : whole, remainder)
  }

  /// `a ** b`: complex for a negative base and a broken exponent.
  static func power(_ a: Double, _ b: Double, _ f: Frame) throws(Raised) -> Value {
    if a == 0 && b < 0 && b.isFinite { throw f.zeroDivision("0.0 cannot be raised to a negative power") }
    let result = pow(a, b)
    if result.isFinite { return .float(result) }
    if !a.isFinite || !b.isFinite { return .float(result) }
    if result.isNaN { return try ComplexType.power(Complex(a, 0), Complex(b, 0), f) }
    throw f.error(f.types[.OverflowError], .int(Int(ERANGE)), .text("Numerical result out of range"))
  }
}
