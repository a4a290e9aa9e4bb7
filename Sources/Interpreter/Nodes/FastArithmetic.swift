// Operators on small ints and floats, inlined into the nodes: what they answer without a call.
import Glibc
import Syntax

enum FastArithmetic {
  /// The ints that a double holds exactly.
  private static let exact = -(1 << 53)...(1 << 53)

  /// The operator on two small ints; nil where it overflows, divides by zero or is not for ints.
  @inline(__always)
  static func ints(_ op: BinaryOperator, _ x: Int, _ y: Int) -> Value? {
    switch op {
    case .add:
      let (sum, overflow) = x.addingReportingOverflow(y)
      return overflow ? nil : .int(sum)
    case .subtract:
      let (difference, overflow) = x.subtractingReportingOverflow(y)
      return overflow ? nil : .int(difference)
    case .multiply:
      let (product, overflow) = x.multipliedReportingOverflow(by: y)
      return overflow ? nil : .int(product)
    case .modulo:
      if y > 0 {
        let remainder = x % y
        return .int(remainder < 0 ? remainder &+ y : remainder)
      }
      return nil
    case .floorDivide:
      if y > 0 {
        let quotient = x / y
        return .int(x % y < 0 ? quotient &- 1 : quotient)
      }
      return nil
    case .divide:
      return y != 0 && exact.contains(x) && exact.contains(y) ? .float(Double(x) / Double(y)) : nil
    case .bitAnd: return .int(x & y)
    case .bitOr: return .int(x | y)
    case .bitXor: return .int(x ^ y)
    case .rightShift: return y >= 0 ? .int(x >> min(y, 63)) : nil
    case .leftShift:
      if y >= 0, y < 63 {
        let shifted = x &<< y
        return shifted &>> y == x ? .int(shifted) : nil
      }
      return nil
    case .power, .matrixMultiply: return nil
    }
  }

  /// The operator on two floats; nil where it divides by zero or has special cases.
  @inline(__always)
  static func floats(_ op: BinaryOperator, _ x: Double, _ y: Double) -> Value? {
    switch op {
    case .add: .float(x + y)
    case .subtract: .float(x - y)
    case .multiply: .float(x * y)
    case .divide: y == 0 ? nil : .float(x / y)
    case .power: power(x, y)
    default: nil
    }
  }

  /// The operator on what is written in the two values, nil where no fast way exists.
  static func mixed(_ op: BinaryOperator, _ l: Value, _ r: Value) -> Value? {
    switch (l, r) {
    case (.int(let x), .int(let y)): ints(op, x, y)
    case (.float(let x), .float(let y)): floats(op, x, y)
    case (.float(let x), .int(let y)): floats(op, x, Double(y))
    case (.int(let x), .float(let y)): floats(op, Double(x), y)
    default: nil
    }
  }

  /// `x ** y` for a positive base, nil where it overflows.
  @inline(never)
  private static func power(_ x: Double, _ y: Double) -> Value? {
    guard x > 0 else { return nil }
    let result = pow(x, y)
    return result.isFinite ? .float(result) : nil
  }

  /// A comparison of two small ints or two floats.
  @inline(__always)
  static func holds<Number: Comparable>(_ op: ComparisonOperator, _ x: Number, _ y: Number) -> Bool {
    switch op {
    case .equal: x == y
    case .notEqual: x != y
    case .less: x < y
    case .lessOrEqual: x <= y
    case .greater: x > y
    case .greaterOrEqual: x >= y
    case .is_, .isNot, .in_, .notIn: preconditionFailure("\(op.symbol) has a node of its own")
    }
  }
}
