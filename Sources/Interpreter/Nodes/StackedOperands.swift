// Operands that are evaluated on the value stack: a call's arguments, a display's members.

/// Expressions whose values go, one after the other, into the slots that the next frame would have.
struct StackedOperands {
  let nodes: NodeList<ExpressionNode>
  /// How much longer the frame is meanwhile: a call in one of them must not use the slots where the others stand already.
  /// Zero where there can be no such call.
  private let room: Int

  /// The most that are evaluated so; `ValueStack.reserve` has place for them.
  static let most = 200

  init(_ nodes: [ExpressionNode]) {
    self.nodes = NodeList(nodes)
    room = nodes.dropFirst().contains { $0.place == nil } ? Frame.headerSlots + nodes.count + 1 : 0
  }

  @inline(__always)
  var count: Int { nodes.count }

  @inline(__always)
  func evaluate(_ index: Int, _ f: Frame) throws(Raised) -> Value { try nodes.evaluate(index, f) }

  /// Evaluates all of them, after `skipped` (0 or 1) slots that the caller fills.
  /// - Returns: the next frame's slots.
  @inline(__always)
  func evaluateAll(skipping skipped: Int = 0, _ f: Frame) throws(Raised) -> UnsafeMutablePointer<Value> {
    let slots = f.nextSlots
    f.header.pointee.slotCount &+= room
    var index = 0
    do {
      while index < nodes.count {
        (slots + (index &+ skipped)).initialize(to: try nodes.evaluate(index, f))
        index &+= 1
      }
    } catch {
      f.header.pointee.slotCount &-= room
      (slots + skipped).deinitialize(count: index)
      throw error
    }
    f.header.pointee.slotCount &-= room
    return slots
  }

  /// Evaluates all of them into an array.
  @inline(__always)
  func collect(_ f: Frame) throws(Raised) -> ContiguousArray<Value> {
    if count == 0 { return [] }
    return ContiguousArray(taking: try evaluateAll(f), count: count)
  }
}
