// Unary and binary operators: one node class an operand shape, so that small ints and floats are read where they stand.
import Glibc
import Syntax

/// The operator on two small ints; nil where it overflows, divides by zero or is not for ints.
@inline(__always)
private func fastInt(_ op: BinaryOperator, _ x: Int, _ y: Int) -> Value? {
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
      return .int(remainder < 0 ? remainder + y : remainder)
    }
    return nil
  case .floorDivide:
    if y > 0 {
      let quotient = x / y
      return .int(x % y < 0 ? quotient - 1 : quotient)
    }
    return nil
  case .bitAnd: return .int(x & y)
  case .bitOr: return .int(x | y)
  case .bitXor: return .int(x ^ y)
  default: return nil
  }
}

/// The operator on two floats; nil where it divides by zero or has special cases.
@inline(__always)
private func fastFloat(_ op: BinaryOperator, _ x: Double, _ y: Double) -> Value? {
  switch op {
  case .add: return .float(x + y)
  case .subtract: return .float(x - y)
  case .multiply: return .float(x * y)
  case .divide: return y == 0 ? nil : .float(x / y)
  case .power: return x > 0 ? positivePower(x, y) : nil
  default: return nil
  }
}

/// `x ** y` for a positive base, nil where it overflows.
private func positivePower(_ x: Double, _ y: Double) -> Value? {
  let result = pow(x, y)
  return result.isFinite ? .float(result) : nil
}

/// The operator on what is written in the two values, nil where no fast way exists.
@inline(__always)
private func fast(_ op: BinaryOperator, _ l: Value, _ r: Value) -> Value? {
  switch (l, r) {
  case (.int(let x), .int(let y)): return fastInt(op, x, y)
  case (.float(let x), .float(let y)): return fastFloat(op, x, y)
  case (.float(let x), .int(let y)): return fastFloat(op, x, Double(y))
  case (.int(let x), .float(let y)): return fastFloat(op, Double(x), y)
  default: return nil
  }
}

/// Any operand shape.
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
    if let value = fast(op, l, r) { return value }
    return try general(l, r, f)
  }

  final func general(_ l: Value, _ r: Value, _ f: Frame) throws(Raised) -> Value {
    do { return try f.binary(op, l, r) } catch { throw error.at(location, f) }
  }
}

/// `local op local`.
final class BinaryLocalLocalNode: BinaryNode {
  private let a: Int
  private let b: Int

  init(_ op: BinaryOperator, _ left: LocalNode, _ right: LocalNode, _ location: Location) {
    a = left.slot
    b = right.slot
    super.init(op, left, right, location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    if case .int(let x) = f[a], case .int(let y) = f[b], let value = fastInt(op, x, y) { return value }
    if case .float(let x) = f[a], case .float(let y) = f[b], let value = fastFloat(op, x, y) { return value }
    return try general(left.evaluate(f), right.evaluate(f), f)
  }
}

/// `local op 7`.
final class BinaryLocalIntNode: BinaryNode {
  private let slot: Int
  private let constant: Int

  init(_ op: BinaryOperator, _ left: LocalNode, _ constant: Int, _ right: ExpressionNode, _ location: Location) {
    slot = left.slot
    self.constant = constant
    super.init(op, left, right, location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    if case .int(let x) = f[slot], let value = fastInt(op, x, constant) { return value }
    let l = try left.evaluate(f)
    if let value = fast(op, l, .int(constant)) { return value }
    return try general(l, .int(constant), f)
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
    if let value = fast(op, l, .int(constant)) { return value }
    return try general(l, .int(constant), f)
  }
}

/// `local op expression`.
final class BinaryLocalNodeNode: BinaryNode {
  private let slot: Int

  init(_ op: BinaryOperator, _ left: LocalNode, _ right: ExpressionNode, _ location: Location) {
    slot = left.slot
    super.init(op, left, right, location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    // A number is read before the right operand is evaluated, which may assign to the local.
    switch f[slot] {
    case .int(let x):
      let r = try right.evaluate(f)
      if case .int(let y) = r, let value = fastInt(op, x, y) { return value }
      return try slow(.int(x), r, f)
    case .float(let x):
      let r = try right.evaluate(f)
      if case .float(let y) = r, let value = fastFloat(op, x, y) { return value }
      return try slow(.float(x), r, f)
    default:
      return try general(left.evaluate(f), right.evaluate(f), f)
    }
  }

  private func slow(_ l: Value, _ r: Value, _ f: Frame) throws(Raised) -> Value {
    if let value = fast(op, l, r) { return value }
    return try general(l, r, f)
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

/// `x op= expression` for any target: evaluates the target's parts once.
class AugmentedAssignNode: StatementNode {
  final let op: BinaryOperator
  final let value: ExpressionNode
  final let location: Location

  init(_ op: BinaryOperator, _ value: ExpressionNode, _ location: Location) {
    self.op = op
    self.value = value
    self.location = location
  }

  final func combine(_ old: Value, _ f: Frame) throws(Raised) -> Value {
    let operand = try value.evaluate(f)
    if let result = fast(op, old, operand) { return result }
    do { return try f.inPlace(op, old, operand) } catch { throw error.at(location, f) }
  }
}

/// `variable op= expression`.
final class AugmentedVariableNode: AugmentedAssignNode {
  private let variable: ExpressionNode
  private let target: TargetNode

  init(
    _ variable: ExpressionNode, _ target: TargetNode, _ op: BinaryOperator, _ value: ExpressionNode,
    _ location: Location
  ) {
    self.variable = variable
    self.target = target
    super.init(op, value, location)
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    try target.assign(combine(variable.evaluate(f), f), f)
    return .next
  }
}

/// `local op= expression`.
final class AugmentedLocalNode: AugmentedAssignNode {
  private let variable: LocalNode

  init(_ variable: LocalNode, _ op: BinaryOperator, _ value: ExpressionNode, _ location: Location) {
    self.variable = variable
    super.init(op, value, location)
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    let slot = variable.slot
    switch f[slot] {
    case .int(let x):
      let operand = try value.evaluate(f)
      if case .int(let y) = operand, let result = fastInt(op, x, y) {
        f[slot] = result
        return .next
      }
      f[slot] = try slow(.int(x), operand, f)
    case .float(let x):
      let operand = try value.evaluate(f)
      if case .float(let y) = operand, let result = fastFloat(op, x, y) {
        f[slot] = result
        return .next
      }
      f[slot] = try slow(.float(x), operand, f)
    default:
      f[slot] = try combine(variable.evaluate(f), f)
    }
    return .next
  }

  private func slow(_ l: Value, _ r: Value, _ f: Frame) throws(Raised) -> Value {
    if let result = fast(op, l, r) { return result }
    do { return try f.inPlace(op, l, r) } catch { throw error.at(location, f) }
  }
}

/// `object.name op= expression`.
final class AugmentedAttributeNode: AugmentedAssignNode {
  private let attribute: AttributeNode

  init(_ attribute: AttributeNode, _ op: BinaryOperator, _ value: ExpressionNode, _ location: Location) {
    self.attribute = attribute
    super.init(op, value, location)
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    let object = try attribute.object.evaluate(f)
    let result = try combine(attribute.read(object, f), f)
    try attribute.write(object, result, f)
    return .next
  }
}

/// `container[key] op= expression`.
final class AugmentedSubscriptNode: AugmentedAssignNode {
  private let container: ExpressionNode
  private let key: ExpressionNode
  private let targetLocation: Location

  init(
    _ container: ExpressionNode, _ key: ExpressionNode, _ targetLocation: Location, _ op: BinaryOperator,
    _ value: ExpressionNode, _ location: Location
  ) {
    self.container = container
    self.key = key
    self.targetLocation = targetLocation
    super.init(op, value, location)
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    let container = try container.evaluate(f)
    let key = try key.evaluate(f)
    let old: Value
    do { old = try f.item(of: container, key) } catch { throw error.at(targetLocation, f) }
    let result = try combine(old, f)
    do { try f.setItem(of: container, key, result) } catch { throw error.at(targetLocation, f) }
    return .next
  }
}
