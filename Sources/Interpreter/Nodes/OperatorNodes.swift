// Unary and binary operators: one node class an operand shape, so that small ints and floats are read where they stand.
// Whatever is not answered at once goes to a function of its own: the fast way then needs no frame to speak of.
import Syntax

/// `left op right`, any operand shape.
class BinaryNode: ExpressionNode {
  final let op: BinaryOperator
  final let left: ExpressionNode
  final let right: ExpressionNode

  init(_ op: BinaryOperator, _ left: ExpressionNode, _ right: ExpressionNode, _ location: Location) {
    self.op = op
    self.left = left
    self.right = right
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let l = try left.evaluate(f)
    let r = try right.evaluate(f)
    if case .int(let x) = l, case .int(let y) = r, let value = FastArithmetic.ints(op, x, y) { return value }
    if case .float(let x) = l, case .float(let y) = r, let value = FastArithmetic.floats(op, x, y) { return value }
    return try combine(l, r, f)
  }

  @inline(never)
  final func combine(_ l: Value, _ r: Value, _ f: Frame) throws(Raised) -> Value {
    if op == .add, let left = l.address, let right = r.address, let text = concatenation(left, right) {
      return .object(text)
    }
    if let value = FastArithmetic.mixed(op, l, r) { return value }
    do { return try f.binary(op, l, r) } catch { throw error.at(location, f) }
  }

  /// One text after the other, where the objects at the two addresses are that.
  @inline(__always)
  private func concatenation(_ left: UnsafeMutableRawPointer, _ right: UnsafeMutableRawPointer) -> Str? {
    Unmanaged<Object>.fromOpaque(left)._withUnsafeGuaranteedRef { left in
      Unmanaged<Object>.fromOpaque(right)._withUnsafeGuaranteedRef { right in
        guard left.kind == .str, right.kind == .str else { return nil }
        return unsafeDowncast(left, to: Str.self) + unsafeDowncast(right, to: Str.self)
      }
    }
  }

  /// The operation with nothing known of the operands.
  @inline(never)
  final func evaluateBoth(_ f: Frame) throws(Raised) -> Value {
    try combine(left.evaluate(f), right.evaluate(f), f)
  }

  /// The operation with the left operand already there.
  @inline(never)
  final func evaluateRight(_ l: Value, _ f: Frame) throws(Raised) -> Value {
    try combine(l, right.evaluate(f), f)
  }
}

/// `place op place`.
final class BinaryPlacePlaceNode: BinaryNode {
  private let a: Place
  private let b: Place

  init(
    _ op: BinaryOperator, _ a: Place, _ b: Place, _ left: ExpressionNode, _ right: ExpressionNode, _ location: Location
  ) {
    self.a = a
    self.b = b
    super.init(op, left, right, location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let p = a.pointer(f)
    let q = b.pointer(f)
    if case .int(let x) = p.pointee, case .int(let y) = q.pointee, let value = FastArithmetic.ints(op, x, y) {
      return value
    }
    if case .float(let x) = p.pointee, case .float(let y) = q.pointee, let value = FastArithmetic.floats(op, x, y) {
      return value
    }
    return try evaluateBoth(f)
  }
}

/// `place op 7`.
final class BinaryPlaceIntNode: BinaryNode {
  private let operandPlace: Place
  private let constant: Int

  init(
    _ op: BinaryOperator, _ place: Place, _ constant: Int, _ left: ExpressionNode, _ right: ExpressionNode,
    _ location: Location
  ) {
    operandPlace = place
    self.constant = constant
    super.init(op, left, right, location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    if case .int(let x) = operandPlace.pointer(f).pointee, let value = FastArithmetic.ints(op, x, constant) {
      return value
    }
    return try evaluateBoth(f)
  }
}

/// `expression op 7`.
final class BinaryNodeIntNode: BinaryNode {
  private let constant: Int

  init(_ op: BinaryOperator, _ left: ExpressionNode, _ constant: Int, _ right: ExpressionNode, _ location: Location) {
    self.constant = constant
    super.init(op, left, right, location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let l = try left.evaluate(f)
    if case .int(let x) = l, let value = FastArithmetic.ints(op, x, constant) { return value }
    return try combine(l, .int(constant), f)
  }
}

/// `expression op place`.
final class BinaryNodePlaceNode: BinaryNode {
  private let operandPlace: Place

  init(_ op: BinaryOperator, _ left: ExpressionNode, _ place: Place, _ right: ExpressionNode, _ location: Location) {
    operandPlace = place
    super.init(op, left, right, location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let l = try left.evaluate(f)
    let q = operandPlace.pointer(f)
    if case .float(let x) = l, case .float(let y) = q.pointee, let value = FastArithmetic.floats(op, x, y) {
      return value
    }
    if case .int(let x) = l, case .int(let y) = q.pointee, let value = FastArithmetic.ints(op, x, y) { return value }
    return try evaluateRight(l, f)
  }
}

/// `place op expression`.
final class BinaryPlaceNodeNode: BinaryNode {
  private let operandPlace: Place

  init(_ op: BinaryOperator, _ place: Place, _ left: ExpressionNode, _ right: ExpressionNode, _ location: Location) {
    operandPlace = place
    super.init(op, left, right, location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    // A number is read before the right operand is evaluated, which may assign to the place.
    switch operandPlace.pointer(f).pointee {
    case .int(let x):
      let r = try right.evaluate(f)
      if case .int(let y) = r, let value = FastArithmetic.ints(op, x, y) { return value }
      return try combine(.int(x), r, f)
    case .float(let x):
      let r = try right.evaluate(f)
      if case .float(let y) = r, let value = FastArithmetic.floats(op, x, y) { return value }
      return try combine(.float(x), r, f)
    default:
      return try evaluateBoth(f)
    }
  }
}

/// `-x`, `+x`, `~x`.
final class UnaryNode: ExpressionNode {
  private let op: UnaryOperator
  private let operand: ExpressionNode

  init(_ op: UnaryOperator, _ operand: ExpressionNode, _ location: Location) {
    self.op = op
    self.operand = operand
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let value = try operand.evaluate(f)
    do { return try f.unary(op, value) } catch { throw error.at(location, f) }
  }
}
