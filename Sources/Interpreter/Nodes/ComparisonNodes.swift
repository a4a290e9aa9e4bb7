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
    if let truth = fastCompare(op, l, r) { return .bool(truth) }
    do { return try f.compare(op, l, r) } catch { throw error.at(location, f) }
  }

  override func test(_ f: Frame) throws(Raised) -> Bool {
    let l = try left.evaluate(f)
    let r = try right.evaluate(f)
    if let truth = fastCompare(op, l, r) { return truth }
    return try general(l, r, f)
  }

  final func general(_ l: Value, _ r: Value, _ f: Frame) throws(Raised) -> Bool {
    do { return try f.truth(f.compare(op, l, r)) } catch { throw error.at(location, f) }
  }
}

@inline(__always)
private func fastInt(_ op: ComparisonOperator, _ x: Int, _ y: Int) -> Bool? {
  switch op {
  case .equal, .is_: x == y
  case .notEqual, .isNot: x != y
  case .less: x < y
  case .lessOrEqual: x <= y
  case .greater: x > y
  case .greaterOrEqual: x >= y
  case .in_, .notIn: nil
  }
}

@inline(__always)
private func fastFloat(_ op: ComparisonOperator, _ x: Double, _ y: Double) -> Bool? {
  switch op {
  case .equal: x == y
  case .notEqual: x != y
  case .less: x < y
  case .lessOrEqual: x <= y
  case .greater: x > y
  case .greaterOrEqual: x >= y
  case .is_, .isNot, .in_, .notIn: nil
  }
}

@inline(__always)
private func fastCompare(_ op: ComparisonOperator, _ l: Value, _ r: Value) -> Bool? {
  switch (l, r) {
  case (.int(let x), .int(let y)): return fastInt(op, x, y)
  case (.float(let x), .float(let y)): return fastFloat(op, x, y)
  default:
    if op == .is_ { return l.isIdentical(to: r) }
    if op == .isNot { return !l.isIdentical(to: r) }
    return nil
  }
}

/// `local op local`.
final class CompareLocalLocalNode: CompareNode {
  private let a: Int
  private let b: Int

  init(_ op: ComparisonOperator, _ left: LocalNode, _ right: LocalNode, _ location: Location) {
    a = left.slot
    b = right.slot
    super.init(op, left, right, location)
  }

  override func test(_ f: Frame) throws(Raised) -> Bool {
    if case .int(let x) = f[a], case .int(let y) = f[b], let truth = fastInt(op, x, y) { return truth }
    let l = try left.evaluate(f)
    let r = try right.evaluate(f)
    if let truth = fastCompare(op, l, r) { return truth }
    return try general(l, r, f)
  }
}

/// `expression op 7`.
final class CompareNodeIntNode: CompareNode {
  private let constant: Int

  init(_ op: ComparisonOperator, _ left: ExpressionNode, _ constant: Int, _ right: ExpressionNode, _ location: Location)
  {
    self.constant = constant
    super.init(op, left, right, location)
  }

  override func test(_ f: Frame) throws(Raised) -> Bool {
    let l = try left.evaluate(f)
    if case .int(let x) = l, let truth = fastInt(op, x, constant) { return truth }
    return try general(l, .int(constant), f)
  }
}

/// `local op 7`.
final class CompareLocalIntNode: CompareNode {
  private let slot: Int
  private let constant: Int

  init(_ op: ComparisonOperator, _ left: LocalNode, _ constant: Int, _ right: ExpressionNode, _ location: Location) {
    slot = left.slot
    self.constant = constant
    super.init(op, left, right, location)
  }

  override func test(_ f: Frame) throws(Raised) -> Bool {
    if case .int(let x) = f[slot], let truth = fastInt(op, x, constant) { return truth }
    return try general(left.evaluate(f), .int(constant), f)
  }
}

/// `a < b <= c`.
final class ChainNode: ExpressionNode {
  private let first: ExpressionNode
  private let rest: [(op: ComparisonOperator, operand: ExpressionNode, location: Location)]

  init(
    _ first: ExpressionNode, _ rest: [(op: ComparisonOperator, operand: ExpressionNode, location: Location)],
    _ location: Location
  ) {
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

/// `a and b and c`.
final class AndNode: ExpressionNode {
  private let operands: [ExpressionNode]

  init(_ operands: [ExpressionNode], _ location: Location) {
    self.operands = operands
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    for operand in operands.dropLast() {
      let value = try operand.evaluate(f)
      do { if try !f.truth(value) { return value } } catch { throw error.at(location, f) }
    }
    return try operands[operands.count - 1].evaluate(f)
  }

  override func test(_ f: Frame) throws(Raised) -> Bool {
    for operand in operands where try !operand.test(f) { return false }
    return true
  }
}

/// `a or b or c`.
final class OrNode: ExpressionNode {
  private let operands: [ExpressionNode]

  init(_ operands: [ExpressionNode], _ location: Location) {
    self.operands = operands
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    for operand in operands.dropLast() {
      let value = try operand.evaluate(f)
      do { if try f.truth(value) { return value } } catch { throw error.at(location, f) }
    }
    return try operands[operands.count - 1].evaluate(f)
  }

  override func test(_ f: Frame) throws(Raised) -> Bool {
    for operand in operands where try operand.test(f) { return true }
    return false
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
