// Operators on numbers: int, bool and float. Small ints and floats first, everything else by the general path.
import Syntax

/// The arithmetic of int, bool and float. An answer of nil means that an operand is of another type.
enum Arithmetic {
  /// `l op r`.
  @inline(__always)
  static func binary(_ op: BinaryOperator, _ l: Value, _ r: Value, _ f: Frame) throws(Raised) -> Value? {
    switch (l, r) {
    case (.int(let a), .int(let b)): return try integers(op, a, b, f)
    case (.float(let a), .float(let b)): return try floats(op, a, b, f)
    case (.int(let a), .float(let b)): return try floats(op, Double(a), b, f)
    case (.float(let a), .int(let b)): return try floats(op, a, Double(b), f)
    default: return try general(op, l, r, f)
    }
  }

  /// `-v`, `+v` or `~v`.
  @inline(__always)
  static func unary(_ op: UnaryOperator, _ v: Value) -> Value? {
    switch (op, v) {
    case (.negative, .int(let value)): return value == .min ? .integer(-BigInt(value)) : .int(-value)
    case (.negative, .float(let value)): return .float(-value)
    case (.positive, .int), (.positive, .float): return v
    case (.invert, .int(let value)): return .int(~value)
    case (.not, _): return nil
    default: return generalUnary(op, v)
    }
  }

  /// `l op r` as truth.
  @inline(__always)
  static func compare(_ op: ComparisonOperator, _ l: Value, _ r: Value) -> Bool? {
    switch (l, r) {
    case (.int(let a), .int(let b)): return holds(op, a, b)
    case (.float(let a), .float(let b)): return holds(op, a, b)
    default: return generalCompare(op, l, r)
    }
  }

  /// A number by how it is stored.
  enum Number {
    case small(Int)
    case big(BigInt)
    case real(Double)

    /// Nil for what is neither int, bool nor float.
    @inline(__always)
    init?(_ value: Value) {
      switch value {
      case .int(let value): self = .small(value)
      case .bool(let truth): self = .small(truth ? 1 : 0)
      case .float(let value): self = .real(value)
      default:
        guard let big = value.bigInteger else { return nil }
        self = .big(big.value)
      }
    }

    /// The integer; nil for a float.
    var integer: BigInt? {
      switch self {
      case .small(let value): BigInt(value)
      case .big(let value): value
      case .real: nil
      }
    }
  }

  private static func general(_ op: BinaryOperator, _ l: Value, _ r: Value, _ f: Frame) throws(Raised) -> Value? {
    if case .bool(let a) = l, case .bool(let b) = r {
      switch op {
      case .bitAnd: return .bool(a && b)
      case .bitOr: return .bool(a || b)
      case .bitXor: return .bool(a != b)
      default: return try integers(op, a ? 1 : 0, b ? 1 : 0, f)
      }
    }
    guard let a = Number(l), let b = Number(r) else { return nil }
    switch (a, b) {
    case (.small(let a), .small(let b)):
      return try integers(op, a, b, f)
    case (.real(let a), _):
      return hasFloatForm(op) ? try floats(op, a, double(b, f), f) : nil
    case (_, .real(let b)):
      return hasFloatForm(op) ? try floats(op, double(a, f), b, f) : nil
    default:
      return try bigIntegers(op, a.integer!, b.integer!, f)
    }
  }

  private static func hasFloatForm(_ op: BinaryOperator) -> Bool {
    switch op {
    case .add, .subtract, .multiply, .divide, .floorDivide, .modulo, .power: true
    case .matrixMultiply, .leftShift, .rightShift, .bitAnd, .bitOr, .bitXor: false
    }
  }

  private static func generalUnary(_ op: UnaryOperator, _ v: Value) -> Value? {
    switch (op, Number(v)) {
    case (_, nil), (.not, _), (.invert, .real): nil
    case (_, .small(let value)): unary(op, .int(value))
    case (_, .real(let value)): unary(op, .float(value))
    case (.negative, .big(let value)): .integer(-value)
    case (.positive, .big): v
    case (.invert, .big(let value)): .integer(-value - 1)
    }
  }

  // MARK: Comparison

  @inline(__always)
  private static func holds<T: Comparable>(_ op: ComparisonOperator, _ a: T, _ b: T) -> Bool? {
    switch op {
    case .equal: a == b
    case .notEqual: a != b
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    case .is_, .isNot, .in_, .notIn: nil
    }
  }

  private static func generalCompare(_ op: ComparisonOperator, _ l: Value, _ r: Value) -> Bool? {
    guard let a = Number(l), let b = Number(r) else { return nil }
    switch (a, b) {
    case (.small(let a), .small(let b)): return holds(op, a, b)
    case (.big(let a), .big(let b)): return holds(op, a, b)
    case (.small, .big(let b)): return op.holds(forOrder: b.sign == .minus ? 1 : -1)
    case (.big(let a), .small): return op.holds(forOrder: a.sign == .minus ? -1 : 1)
    case (.real(let a), .real(let b)): return holds(op, a, b)
    case (_, .real(let b)):
      if b.isNaN { return op == .notEqual }
      return op.holds(forOrder: order(a, b))
    case (.real(let a), _):
      if a.isNaN { return op == .notEqual }
      return op.holds(forOrder: -order(b, a))
    }
  }

  /// The order of an integer and a float that is no NaN: exact, no rounding of the integer.
  private static func order(_ a: Number, _ b: Double) -> Int {
    switch a {
    case .small(let a):
      // 2⁶³ and beyond lie outside the small ints.
      if b >= 0x1p63 { return -1 }
      if b < -0x1p63 { return 1 }
      let whole = Int(b)
      if a != whole { return a < whole ? -1 : 1 }
      let fraction = b - Double(whole)
      return fraction > 0 ? -1 : fraction < 0 ? 1 : 0
    case .big(let a):
      if abs(b) < 0x1p63 || b.isInfinite {
        if b.isInfinite { return b > 0 ? -1 : 1 }
        return a.sign == .minus ? -1 : 1
      }
      let whole = BigInt(b)
      return a == whole ? 0 : a < whole ? -1 : 1
    case .real(let a):
      return a < b ? -1 : a > b ? 1 : 0
    }
  }
}
