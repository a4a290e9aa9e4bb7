// Set displays, and the union of a set with one of a single member.
import Syntax

/// `{a, *b}`.
final class SetNode: ExpressionNode {
  private let members: DisplayMembers
  /// The one member of a set of one.
  let onlyMember: ExpressionNode?
  private let isConstant: Bool
  /// The set to copy where all members are constants.
  private var prototype: SetObject?

  init(_ members: [DisplayMember], _ location: Location) {
    self.members = DisplayMembers(members, location, isSet: true)
    onlyMember = members.count == 1 && !members[0].isStarred ? members[0].node : nil
    isConstant = members.count > 2 && members.allSatisfy { !$0.isStarred && $0.node is ConstantNode }
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    if let prototype { return .object(SetType.copy(prototype)) }
    let set = try collect(f)
    if !isConstant { return .object(set) }
    // CPython makes two frozen sets of them, the second from the first: that shows in the members' order.
    let prototype = SetObject()
    for member in set.members { try prototype.insert(member, f) }
    self.prototype = prototype
    return .object(SetType.copy(prototype))
  }

  private func collect(_ f: Frame) throws(Raised) -> SetObject {
    let set = SetObject()
    if let onlyMember {
      let item = try onlyMember.evaluate(f)
      do { try set.insert(item, f) } catch { throw error.at(location, f) }
      return set
    }
    for item in try members.evaluate(f) {
      do { try set.insert(item, f) } catch { throw error.at(location, f) }
    }
    return set
  }
}

/// `set | {member}`: the display's set is not made where there is a set to its left.
final class MemberUnionNode: BinaryNode {
  private let member: ExpressionNode

  init(_ left: ExpressionNode, _ display: SetNode, _ member: ExpressionNode, _ location: Location) {
    self.member = member
    super.init(.bitOr, left, display, location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let l = try left.evaluate(f)
    guard let set = l.anySet else { return try combine(l, right.evaluate(f), f) }
    let member = try member.evaluate(f)
    let hash: Int
    do { hash = try f.hash(member) } catch { throw error.at(right.location, f) }
    let union = SetType.copy(set)
    do { try union.merge(member, hash: hash, f) } catch { throw error.at(location, f) }
    return .object(union)
  }
}
