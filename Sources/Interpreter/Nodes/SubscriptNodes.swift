// Subscripts and slices.

/// `container[key]`.
final class SubscriptNode: ExpressionNode {
  private let container: ExpressionNode
  private let key: ExpressionNode

  init(_ container: ExpressionNode, _ key: ExpressionNode, _ location: Location) {
    self.container = container
    self.key = key
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let container = try container.evaluate(f)
    let key = try key.evaluate(f)
    if case .int(let index) = key, case .object(let object) = container {
      if object.kind == .list {
        let list = unsafeDowncast(object, to: List.self)
        if index >= 0, index < list.items.count { return list.items[index] }
      } else if object.kind == .tuple {
        let tuple = unsafeDowncast(object, to: Tuple.self)
        if index >= 0, index < tuple.items.count { return tuple.items[index] }
      }
    }
    do { return try f.item(of: container, key) } catch { throw error.at(location, f) }
  }
}

/// `lower:upper:step` inside a subscript.
final class SliceNode: ExpressionNode {
  private let lower: ExpressionNode?
  private let upper: ExpressionNode?
  private let step: ExpressionNode?

  init(_ lower: ExpressionNode?, _ upper: ExpressionNode?, _ step: ExpressionNode?, _ location: Location) {
    self.lower = lower
    self.upper = upper
    self.step = step
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let lower = try lower?.evaluate(f) ?? .none
    let upper = try upper?.evaluate(f) ?? .none
    let step = try step?.evaluate(f) ?? .none
    return .object(Slice(lower: lower, upper: upper, step: step))
  }
}
