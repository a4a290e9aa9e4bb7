// `in` and `not in`, which answer without making a value.
import Syntax

/// `item in container` or, with `isNegated`, `item not in container`.
final class MembershipNode: ExpressionNode {
  private let item: ExpressionNode
  private let container: ExpressionNode
  private let isNegated: Bool

  init(_ item: ExpressionNode, _ container: ExpressionNode, isNegated: Bool, _ location: Location) {
    self.item = item
    self.container = container
    self.isNegated = isNegated
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value { .bool(try test(f)) }

  override func test(_ f: Frame) throws(Raised) -> Bool {
    let item = try item.evaluate(f)
    let container = try container.evaluate(f)
    do { return try f.contains(container, item) != isNegated } catch { throw error.at(location, f) }
  }
}
