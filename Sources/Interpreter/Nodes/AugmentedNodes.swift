// `target op= value`: the target's parts are evaluated once, numbers change where they stand.
import Syntax

/// `x op= expression` for any target.
class AugmentedAssignNode: StatementNode {
  final let op: BinaryOperator
  final let value: ExpressionNode
  final let location: Location

  init(_ op: BinaryOperator, _ value: ExpressionNode, _ location: Location) {
    self.op = op
    self.value = value
    self.location = location
  }

  @inline(never)
  final func combine(_ old: Value, _ f: Frame) throws(Raised) -> Value {
    try combine(old, value.evaluate(f), f)
  }

  /// The operation on any two values, small ints and floats first.
  @inline(__always)
  final func combineQuickly(_ old: Value, _ operand: Value, _ f: Frame) throws(Raised) -> Value {
    if case .int(let x) = old, case .int(let y) = operand, let result = FastArithmetic.ints(op, x, y) { return result }
    if case .float(let x) = old, case .float(let y) = operand, let result = FastArithmetic.floats(op, x, y) {
      return result
    }
    return try combine(old, operand, f)
  }

  @inline(never)
  final func combine(_ old: Value, _ operand: Value, _ f: Frame) throws(Raised) -> Value {
    if let result = FastArithmetic.mixed(op, old, operand) { return result }
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

/// `variable op= expression` for a local or a global.
class AugmentedPlaceNode: AugmentedAssignNode {
  final let place: Place
  private let variable: ExpressionNode

  init(
    _ place: Place, _ variable: ExpressionNode, _ op: BinaryOperator, _ value: ExpressionNode, _ location: Location
  ) {
    self.place = place
    self.variable = variable
    super.init(op, value, location)
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    let p = place.pointer(f)
    // The operand may assign to the place: the old value is read before.
    switch p.pointee {
    case .int(let x):
      let operand = try value.evaluate(f)
      if case .int(let y) = operand, let result = FastArithmetic.ints(op, x, y) {
        p.store(result)
      } else {
        p.store(try combine(.int(x), operand, f))
      }
    case .float(let x):
      let operand = try value.evaluate(f)
      if case .float(let y) = operand, let result = FastArithmetic.floats(op, x, y) {
        p.store(result)
      } else {
        p.store(try combine(.float(x), operand, f))
      }
    default:
      try executeSlowly(f)
    }
    return .next
  }

  @inline(never)
  final func executeSlowly(_ f: Frame) throws(Raised) {
    if op == .add, place.pointer(f).pointee.str != nil { return try addToText(f) }
    place.pointer(f).store(try combine(variable.evaluate(f), f))
  }

  private func addToText(_ f: Frame) throws(Raised) {
    let old = place.pointer(f).pointee
    let operand = try value.evaluate(f)
    // The operand may have assigned to the variable.
    let isUnchanged = old.isIdentical(to: place.pointer(f).pointee)
    if isUnchanged, let addition = operand.str {
      place.pointer(f).pointee = .unbound
      place.pointer(f).initialize(to: .object(grown(consume old, by: addition)))
    } else {
      place.pointer(f).store(try combine(old, operand, f))
    }
  }

  /// `text + addition` for a text that the caller gives away: where nobody else has it, it grows in place.
  private func grown(_ text: consuming Value, by addition: Str) -> Str {
    var text = text.str!
    if isKnownUniquelyReferenced(&text), text.extend(by: addition) { return text }
    return text + addition
  }
}

/// `variable op= place`.
final class AugmentedPlacePlaceNode: AugmentedPlaceNode {
  private let operand: Place

  init(
    _ place: Place, _ variable: ExpressionNode, _ op: BinaryOperator, _ operand: Place, _ value: ExpressionNode,
    _ location: Location
  ) {
    self.operand = operand
    super.init(place, variable, op, value, location)
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    let p = place.pointer(f)
    let q = operand.pointer(f)
    if case .int(let x) = p.pointee, case .int(let y) = q.pointee, let result = FastArithmetic.ints(op, x, y) {
      p.initialize(to: result)
    } else if case .float(let x) = p.pointee, case .float(let y) = q.pointee,
      let result = FastArithmetic.floats(op, x, y)
    {
      p.initialize(to: result)
    } else {
      try executeSlowly(f)
    }
    return .next
  }
}

/// `variable op= expression` for a variable that closures share.
final class AugmentedCellNode: AugmentedAssignNode {
  private let variable: CellNode

  init(_ variable: CellNode, _ op: BinaryOperator, _ value: ExpressionNode, _ location: Location) {
    self.variable = variable
    super.init(op, value, location)
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    let p = f.cellPlace(variable.slot)
    if case .int(let x) = p.pointee {
      let operand = try value.evaluate(f)
      if case .int(let y) = operand, let result = FastArithmetic.ints(op, x, y) {
        p.store(result)
      } else {
        p.store(try combine(.int(x), operand, f))
      }
    } else {
      p.store(try combine(variable.evaluate(f), f))
    }
    return .next
  }
}

/// `object.name op= expression`.
final class AugmentedAttributeNode: AugmentedAssignNode {
  private let attribute: AttributeNode
  /// The object's place, where evaluating the operand cannot put another object there.
  private let receiver: Place?

  init(
    _ attribute: AttributeNode, isStable: Bool, _ op: BinaryOperator, _ value: ExpressionNode, _ location: Location
  ) {
    self.attribute = attribute
    let place = (attribute as? PlaceAttributeNode)?.receiver
    receiver = isStable && place?.isLocal == true ? place : nil
    super.init(op, value, location)
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    if let receiver {
      let p = receiver.pointer(f)
      if let heap = p.object, let field = heap._withUnsafeGuaranteedRef({ attribute.field(of: $0) }) {
        switch field.pointee {
        case .float(let x):
          let operand = try value.evaluate(f)
          if case .float(let y) = operand, let result = FastArithmetic.floats(op, x, y) {
            try store(result, p, f)
          } else {
            try store(combine(.float(x), operand, f), p, f)
          }
          return .next
        case .int(let x):
          let operand = try value.evaluate(f)
          if case .int(let y) = operand, let result = FastArithmetic.ints(op, x, y) {
            try store(result, p, f)
          } else {
            try store(combine(.int(x), operand, f), p, f)
          }
          return .next
        default: break
        }
      }
    }
    return try executeSlowly(f)
  }

  /// Sets the attribute of the object at a place.
  @inline(__always)
  private func store(_ result: Value, _ p: UnsafeMutablePointer<Value>, _ f: Frame) throws(Raised) {
    if let heap = p.object, let field = heap._withUnsafeGuaranteedRef({ attribute.writableField(of: $0) }) {
      field.store(result)
    } else {
      try attribute.write(attribute.object.evaluate(f), result, f)
    }
  }

  @inline(never)
  private func executeSlowly(_ f: Frame) throws(Raised) -> Flow {
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
    if case .object(let object) = container, object.kind == .list, case .int(let index) = key {
      let list = unsafeDowncast(object, to: List.self)
      if index >= 0, index < list.count {
        let result = try combineQuickly(list[index], value.evaluate(f), f)
        if let place = list.place(index) { place.store(result) } else { try set(container, key, result, f) }
        return .next
      }
    }
    if let dict = container.dict { return try execute(dict, key, f) }
    let old: Value
    do { old = try f.item(of: container, key) } catch { throw error.at(targetLocation, f) }
    try set(container, key, combine(old, f), f)
    return .next
  }

  /// The same for a dict, whose key is looked up once unless the operand changes the dict.
  private func execute(_ dict: Dict, _ key: Value, _ f: Frame) throws(Raised) -> Flow {
    let position: Int
    do { position = try dict.position(of: key, f) } catch { throw error.at(targetLocation, f) }
    if position < 0 { throw f.keyError(key).at(targetLocation, f) }
    let version = dict.version
    let result = try combineQuickly(dict.entries[position].value, value.evaluate(f), f)
    if dict.version == version { dict.setValue(result, at: position) } else { try set(.object(dict), key, result, f) }
    return .next
  }

  private func set(_ container: Value, _ key: Value, _ result: Value, _ f: Frame) throws(Raised) {
    do { try f.setItem(of: container, key, result) } catch { throw error.at(targetLocation, f) }
  }
}
