// Subscripts and slices.

/// `container[key]`.
class SubscriptNode: ExpressionNode {
  fileprivate final let container: ExpressionNode
  fileprivate final let key: ExpressionNode

  init(_ container: ExpressionNode, _ key: ExpressionNode, _ location: Location) {
    self.container = container
    self.key = key
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let container = try container.evaluate(f)
    let key = try key.evaluate(f)
    if case .int(let index) = key, case .object(let object) = container, let member = member(of: object, index) {
      return member
    }
    return try item(of: container, key, f)
  }

  /// A member of a list or tuple by an index that counts from the start.
  @inline(__always)
  fileprivate final func member(of object: Object, _ index: Int) -> Value? {
    if object.kind == .list {
      let list = unsafeDowncast(object, to: List.self)
      if index >= 0, index < list.items.count { return list.items[index] }
    } else if object.kind == .tuple {
      let tuple = unsafeDowncast(object, to: Tuple.self)
      if index >= 0, index < tuple.items.count { return tuple.items[index] }
    }
    return nil
  }

  @inline(never)
  fileprivate final func item(of container: Value, _ key: Value, _ f: Frame) throws(Raised) -> Value {
    do { return try f.item(of: container, key) } catch { throw error.at(location, f) }
  }
}

/// `place[key]`, where evaluating the key cannot put another object into the place.
final class PlaceSubscriptNode: SubscriptNode {
  private let containerPlace: Place

  init(_ place: Place, _ container: ExpressionNode, _ key: ExpressionNode, _ location: Location) {
    containerPlace = place
    super.init(container, key, location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    if case .object(let object) = containerPlace.pointer(f).pointee {
      let key = try key.evaluate(f)
      if case .int(let index) = key, let member = member(of: object, index) { return member }
      return try item(of: container.evaluate(f), key, f)
    }
    return try item(of: container.evaluate(f), key.evaluate(f), f)
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
