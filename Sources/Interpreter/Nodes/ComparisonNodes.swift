// Comparisons, alone and chained, and the logic of `not`, `and`, `or` and `if … else`.
import Syntax

/// `left op right`, any operand shape.
class CompareNode: ExpressionNode {
  final let op: ComparisonOperator
  final let left: ExpressionNode
  final let right: ExpressionNode

  init(_ op: ComparisonOperator, _ left: ExpressionNode, _ right: ExpressionNode, _ location: Location) {
    self.op = op
    self.left = left
    self.right = right
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let l = try left.evaluate(f)
    let r = try right.evaluate(f)
    do { return try f.compare(op, l, r) } catch { throw error.at(location, f) }
  }

  override func test(_ f: Frame) throws(Raised) -> Bool {
    try testBoth(f)
  }

  @inline(never)
  final func truth(_ l: Value, _ r: Value, _ f: Frame) throws(Raised) -> Bool {
    if let answer = textsCompare(l.address, r.address) { return answer }
    do {
      let answer = try f.compare(op, l, r)
      if case .bool(let truth) = answer { return truth }
      return try f.truth(answer)
    } catch {
      throw error.at(location, f)
    }
  }

  /// Whether two texts are equal (or not), without counting references to them; nil for other operators and operands.
  @inline(__always)
  final func textsCompare(_ l: UnsafeMutableRawPointer?, _ r: UnsafeMutableRawPointer?) -> Bool? {
    guard op == .equal || op == .notEqual, let l, let r else { return nil }
    return Unmanaged<Object>.fromOpaque(l)._withUnsafeGuaranteedRef { left in
      Unmanaged<Object>.fromOpaque(r)._withUnsafeGuaranteedRef { right in
        guard left.kind == .str, right.kind == .str else { return nil }
        return (unsafeDowncast(left, to: Str.self) == unsafeDowncast(right, to: Str.self)) == (op == .equal)
      }
    }
  }

  /// The truth with nothing known of the operands.
  @inline(never)
  final func testBoth(_ f: Frame) throws(Raised) -> Bool {
    try truth(left.evaluate(f), right.evaluate(f), f)
  }

  /// The truth with the left operand already there.
  @inline(never)
  final func testRight(_ l: Value, _ f: Frame) throws(Raised) -> Bool {
    try truth(l, right.evaluate(f), f)
  }
}

/// `expression < expression` and the other orders.
class OrderNode: CompareNode {
  final override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let l = try left.evaluate(f)
    let r = try right.evaluate(f)
    if case .int(let x) = l, case .int(let y) = r { return .bool(FastArithmetic.holds(op, x, y)) }
    do { return try f.compare(op, l, r) } catch { throw error.at(location, f) }
  }

  override func test(_ f: Frame) throws(Raised) -> Bool {
    let l = try left.evaluate(f)
    let r = try right.evaluate(f)
    if case .int(let x) = l, case .int(let y) = r { return FastArithmetic.holds(op, x, y) }
    if case .float(let x) = l, case .float(let y) = r { return FastArithmetic.holds(op, x, y) }
    return try truth(l, r, f)
  }
}

/// `place < place`.
final class OrderPlacePlaceNode: OrderNode {
  private let a: Place
  private let b: Place

  init(
    _ op: ComparisonOperator, _ a: Place, _ b: Place, _ left: ExpressionNode, _ right: ExpressionNode,
    _ location: Location
  ) {
    self.a = a
    self.b = b
    super.init(op, left, right, location)
  }

  override func test(_ f: Frame) throws(Raised) -> Bool {
    let p = a.pointer(f)
    let q = b.pointer(f)
    if case .int(let x) = p.pointee, case .int(let y) = q.pointee { return FastArithmetic.holds(op, x, y) }
    if case .float(let x) = p.pointee, case .float(let y) = q.pointee { return FastArithmetic.holds(op, x, y) }
    return try testOthers(p, q, f)
  }

  @inline(never)
  private func testOthers(
    _ p: UnsafeMutablePointer<Value>, _ q: UnsafeMutablePointer<Value>, _ f: Frame
  ) throws(Raised) -> Bool {
    if let answer = textsCompare(p.pointee.address, q.pointee.address) { return answer }
    return try testBoth(f)
  }
}

/// `place < 7`.
final class OrderPlaceIntNode: OrderNode {
  private let operandPlace: Place
  private let constant: Int

  init(
    _ op: ComparisonOperator, _ place: Place, _ constant: Int, _ left: ExpressionNode, _ right: ExpressionNode,
    _ location: Location
  ) {
    operandPlace = place
    self.constant = constant
    super.init(op, left, right, location)
  }

  override func test(_ f: Frame) throws(Raised) -> Bool {
    if case .int(let x) = operandPlace.pointer(f).pointee { return FastArithmetic.holds(op, x, constant) }
    return try testBoth(f)
  }
}

/// `expression < 7`.
final class OrderNodeIntNode: OrderNode {
  private let constant: Int

  init(_ op: ComparisonOperator, _ left: ExpressionNode, _ constant: Int, _ right: ExpressionNode, _ location: Location)
  {
    self.constant = constant
    super.init(op, left, right, location)
  }

  override func test(_ f: Frame) throws(Raised) -> Bool {
    let l = try left.evaluate(f)
    if case .int(let x) = l { return FastArithmetic.holds(op, x, constant) }
    return try truth(l, .int(constant), f)
  }
}

/// `expression < place`.
final class OrderNodePlaceNode: OrderNode {
  private let operandPlace: Place

  init(_ op: ComparisonOperator, _ left: ExpressionNode, _ place: Place, _ right: ExpressionNode, _ location: Location)
  {
    operandPlace = place
    super.init(op, left, right, location)
  }

  override func test(_ f: Frame) throws(Raised) -> Bool {
    let l = try left.evaluate(f)
    let q = operandPlace.pointer(f)
    if case .int(let x) = l, case .int(let y) = q.pointee { return FastArithmetic.holds(op, x, y) }
    if case .float(let x) = l, case .float(let y) = q.pointee { return FastArithmetic.holds(op, x, y) }
    return try testRight(l, f)
  }
}

/// `place is place`, and with `isNot` its opposite.
final class IdentityPlacePlaceNode: CompareNode {
  private let a: Place
  private let b: Place

  init(
    _ op: ComparisonOperator, _ a: Place, _ b: Place, _ left: ExpressionNode, _ right: ExpressionNode,
    _ location: Location
  ) {
    self.a = a
    self.b = b
    super.init(op, left, right, location)
  }

  override func test(_ f: Frame) throws(Raised) -> Bool {
    let p = a.pointer(f)
    let q = b.pointer(f)
    switch p.pointee {
    case .object(let x):
      if case .object(let y) = q.pointee { return (x === y) == (op == .is_) }
      if case .none = q.pointee { return op == .isNot }
    case .none:
      if case .none = q.pointee { return op == .is_ }
    default: break
    }
    return try testBoth(f)
  }
}

/// `a < b <= c`.
final class ChainNode: ExpressionNode {
  /// A comparison of the operand before with another.
  struct Step {
    let op: ComparisonOperator
    let operand: ExpressionNode
    let location: Location

    @inline(__always)
    fileprivate func holds(_ l: Value, _ r: Value, _ f: Frame) throws(Raised) -> Bool {
      if case .int(let x) = l, case .int(let y) = r, op.isOrder { return FastArithmetic.holds(op, x, y) }
      do { return try f.truth(f.compare(op, l, r)) } catch { throw error.at(location, f) }
    }
  }

  private let first: ExpressionNode
  private let rest: [Step]

  init(_ first: ExpressionNode, _ rest: [Step], _ location: Location) {
    self.first = first
    self.rest = rest
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    var left = try first.evaluate(f)
    var result = Value.none
    for (index, step) in rest.enumerated() {
      let right = try step.operand.evaluate(f)
      do {
        result = try f.compare(step.op, left, right)
        if index < rest.count - 1, try !f.truth(result) { return result }
      } catch {
        throw error.at(step.location, f)
      }
      left = right
    }
    return result
  }

  override func test(_ f: Frame) throws(Raised) -> Bool {
    var left = try first.evaluate(f)
    for step in rest {
      let right = try step.operand.evaluate(f)
      if try !step.holds(left, right, f) { return false }
      left = right
    }
    return true
  }
}

/// `not x`.
final class NotNode: ExpressionNode {
  private let operand: ExpressionNode

  init(_ operand: ExpressionNode, _ location: Location) {
    self.operand = operand
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let value = try operand.evaluate(f)
    do { return .bool(try !f.truth(value)) } catch { throw error.at(location, f) }
  }

  override func test(_ f: Frame) throws(Raised) -> Bool { try !operand.test(f) }
}

/// `a and b`. Longer ones are `a and (b and c)`.
final class AndNode: ExpressionNode {
  private let first: ExpressionNode
  private let second: ExpressionNode

  init(_ first: ExpressionNode, _ second: ExpressionNode, _ location: Location) {
    self.first = first
    self.second = second
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    if let value = try evaluateFirst(f) { return value }
    return try second.evaluate(f)
  }

  /// The first operand if it is the answer. If it is not, it goes before the second is evaluated.
  private func evaluateFirst(_ f: Frame) throws(Raised) -> Value? {
    let value = try first.evaluate(f)
    do { return try !f.truth(value) ? value : nil } catch { throw error.at(location, f) }
  }

  override func test(_ f: Frame) throws(Raised) -> Bool {
    if try !first.test(f) { return false }
    return try second.test(f)
  }
}

/// `a or b`. Longer ones are `a or (b or c)`.
final class OrNode: ExpressionNode {
  private let first: ExpressionNode
  private let second: ExpressionNode

  init(_ first: ExpressionNode, _ second: ExpressionNode, _ location: Location) {
    self.first = first
    self.second = second
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    if let value = try evaluateFirst(f) { return value }
    return try second.evaluate(f)
  }

  /// The first operand if it is the answer. If it is not, it goes before the second is evaluated.
  private func evaluateFirst(_ f: Frame) throws(Raised) -> Value? {
    let value = try first.evaluate(f)
    do { return try f.truth(value) ? value : nil } catch { throw error.at(location, f) }
  }

  override func test(_ f: Frame) throws(Raised) -> Bool {
    if try first.test(f) { return true }
    return try second.test(f)
  }
}

/// `then if condition else otherwise`.
final class ConditionalNode: ExpressionNode {
  private let condition: ExpressionNode
  private let then: ExpressionNode
  private let otherwise: ExpressionNode

  init(_ condition: ExpressionNode, _ then: ExpressionNode, _ otherwise: ExpressionNode, _ location: Location) {
    self.condition = condition
    self.then = then
    self.otherwise = otherwise
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    try condition.test(f) ? then.evaluate(f) : otherwise.evaluate(f)
  }

  override func test(_ f: Frame) throws(Raised) -> Bool {
    try condition.test(f) ? then.test(f) : otherwise.test(f)
  }
}

extension ComparisonOperator {
  /// Whether it is one of `== != < <= > >=`.
  @inline(__always)
  fileprivate var isOrder: Bool {
    switch self {
    case .is_, .isNot, .in_, .notIn: false
    default: true
    }
  }
}
