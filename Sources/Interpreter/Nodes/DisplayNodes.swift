// Constants, and the displays that make containers and formatted strings.
import Syntax

/// A literal.
final class ConstantNode: ExpressionNode {
  private let storage: UnsafeMutablePointer<Value>

  init(_ value: Value, _ location: Location) {
    storage = .allocate(capacity: 1)
    storage.initialize(to: value)
    super.init(location)
  }

  deinit {
    storage.deinitialize(count: 1)
    storage.deallocate()
  }

  var value: Value { storage.pointee }

  override var place: Place? { Place(storage) }

  override func evaluate(_ f: Frame) throws(Raised) -> Value { storage.load() }
}

/// A member of a list, tuple or set display.
struct DisplayMember {
  let node: ExpressionNode
  let isStarred: Bool
}

/// The members of a display, evaluated in order.
struct DisplayMembers {
  private let members: [DisplayMember]
  /// The members, where they are few and none has a star.
  private let plain: StackedOperands
  /// So few that displays in displays, as deep as brackets may be nested, have place on the value stack.
  private static let mostStacked = 12
  /// The whole display's.
  private let location: Location
  /// Whether the display is a set's, which says less of a member that is not iterable.
  private let isSet: Bool

  init(_ members: [DisplayMember], _ location: Location, isSet: Bool = false) {
    self.members = members
    let isPlain = members.count <= DisplayMembers.mostStacked && !members.contains { $0.isStarred }
    plain = StackedOperands(isPlain ? members.map(\.node) : [])
    self.location = location
    self.isSet = isSet
  }

  @inline(__always)
  func evaluate(_ f: Frame) throws(Raised) -> ContiguousArray<Value> {
    plain.count > 0 ? try plain.collect(f) : try evaluateGenerally(f)
  }

  @inline(never)
  private func evaluateGenerally(_ f: Frame) throws(Raised) -> ContiguousArray<Value> {
    var items: ContiguousArray<Value> = []
    items.reserveCapacity(members.count)
    for member in members {
      let value = try member.node.evaluate(f)
      if member.isStarred {
        do {
          items.append(contentsOf: try f.collect(value))
        } catch {
          throw (isSet ? error : f.starred(error, value)).at(location, f)
        }
      } else {
        items.append(value)
      }
    }
    return items
  }
}

extension Frame {
  /// CPython's message for `*x` where `x` is not iterable.
  fileprivate func starred(_ error: Raised, _ value: Value) -> Raised {
    guard error.exception.type === types[.TypeError], !error.exception.hasTraceback else { return error }
    return typeError("Value after * must be an iterable, not \(typeName(value))")
  }
}

/// `[a, *b]`.
final class ListNode: ExpressionNode {
  private let members: DisplayMembers

  init(_ members: [DisplayMember], _ location: Location) {
    self.members = DisplayMembers(members, location)
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value { .list(try members.evaluate(f)) }
}

/// `(a, *b)`.
final class TupleNode: ExpressionNode {
  private let members: DisplayMembers

  init(_ members: [DisplayMember], _ location: Location) {
    self.members = DisplayMembers(members, location)
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value { .tuple(try members.evaluate(f)) }
}

/// `{a: b, **c}`.
final class DictNode: ExpressionNode {
  private let items: [(key: ExpressionNode?, value: ExpressionNode)]

  init(_ items: [(key: ExpressionNode?, value: ExpressionNode)], _ location: Location) {
    self.items = items
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let dict = Dict(minimumCapacity: items.count)
    for item in items {
      if let key = item.key {
        let key = try key.evaluate(f)
        let value = try item.value.evaluate(f)
        do { try dict.set(key, value, f) } catch { throw error.at(location, f) }
      } else {
        let mapping = try item.value.evaluate(f)
        do { try DictType.mergeMapping(mapping, into: dict, f) } catch { throw error.at(location, f) }
      }
    }
    return .object(dict)
  }
}

/// An f-string.
final class FormattedNode: ExpressionNode {
  enum Part {
    case literal(Str)
    case replacement(ExpressionNode, FormattedPart.Conversion?, spec: FormattedNode?, Location)
  }

  private let parts: [Part]
  /// The text where all of it is literal, as most specifications are.
  private let constant: Str?
  /// Characters that the text probably has.
  private let capacity: Int

  init(_ parts: [Part], _ location: Location) {
    self.parts = parts
    if parts.count == 1, case .literal(let text) = parts[0] { constant = text } else { constant = nil }
    capacity = parts.reduce(0) { sum, part in if case .literal(let text) = part { sum + text.count } else { sum + 16 } }
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value { .object(try text(f)) }

  private func text(_ f: Frame) throws(Raised) -> Str {
    if let constant { return constant }
    var builder = StrBuilder(capacity: capacity)
    for part in parts {
      switch part {
      case .literal(let text): builder.append(text)
      case .replacement(let node, let conversion, let spec, let location):
        try append(node, conversion, spec, location, f, to: &builder)
      }
    }
    return builder.finish()
  }

  private func append(
    _ node: ExpressionNode, _ conversion: FormattedPart.Conversion?, _ spec: FormattedNode?, _ location: Location,
    _ f: Frame, to builder: inout StrBuilder
  ) throws(Raised) {
    var value = try node.evaluate(f)
    let specification = if let spec { try spec.text(f) } else { Str.empty }
    do {
      if conversion != nil { value = try converted(value, conversion, f) }
      try f.appendFormatted(value, specification, to: &builder)
    } catch {
      throw error.at(location, f)
    }
  }

  private func converted(
    _ value: Value, _ conversion: FormattedPart.Conversion?, _ f: Frame
  ) throws(Raised) -> Value {
    switch conversion {
    case .str: .object(try f.str(value))
    case .repr: .object(try f.repr(value))
    case .ascii: .object(StrType.ascii(try f.repr(value)))
    case nil: value
    }
  }
}

/// `(name := value)`.
final class WalrusNode: ExpressionNode {
  private let target: TargetNode
  private let value: ExpressionNode

  init(_ target: TargetNode, _ value: ExpressionNode, _ location: Location) {
    self.target = target
    self.value = value
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let value = try value.evaluate(f)
    try target.assign(value, f)
    return value
  }
}
