// `a, b = b, a`: several values for as many targets, without a tuple between them.

/// `first, second = one, two`.
final class PairAssignNode: StatementNode {
  private let target: SequenceTarget
  private let first: ExpressionNode
  private let second: ExpressionNode

  init(_ target: SequenceTarget, _ first: ExpressionNode, _ second: ExpressionNode) {
    self.target = target
    self.first = first
    self.second = second
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    let one = try first.evaluate(f)
    let two = try second.evaluate(f)
    try target.assignPair(one, two, f)
    return .next
  }
}
