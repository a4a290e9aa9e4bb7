// `in` and `not in`, which answer without making a value.
import Syntax

/// `item in container` or, with `isNegated`, `item not in container`.
final class MembershipNode: ExpressionNode {
  private let item: ExpressionNode
  private let container: ExpressionNode
  private let isNegated: Bool
  /// Where the container stands, if it needs no evaluation.
  private let containerPlace: Place?

  init(_ item: ExpressionNode, _ container: ExpressionNode, isNegated: Bool, _ location: Location) {
    containerPlace = container.place
    self.item = item
    self.container = container
    self.isNegated = isNegated
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value { .bool(try test(f)) }

  override func test(_ f: Frame) throws(Raised) -> Bool {
    let item = try item.evaluate(f)
    if case .int(let number) = item, let set = containerPlace?.pointer(f).object,
      let isMember = set._withUnsafeGuaranteedRef({ $0.quickContains(number) })
    {
      return isMember != isNegated
    }
    let container = try container.evaluate(f)
    do { return try f.contains(container, item) != isNegated } catch { throw error.at(location, f) }
  }
}

extension Object {
  /// Whether an int is a member of a set; nil for all other objects, and where it takes more than a look.
  @inline(__always)
  fileprivate func quickContains(_ number: Int) -> Bool? {
    kind == .set ? unsafeDowncast(self, to: SetObject.self).holds(number) : nil
  }
}
