// Calls with keywords, and no stars, whose parameters are found once for the code that is called.
import Syntax

/// `f(a, b=c)`. The arguments of a function go straight into the slots of its frame.
final class KeywordCallNode: ExpressionNode {
  private let callee: ExpressionNode
  private let values: NodeList<ExpressionNode>
  /// The names of the last arguments.
  private let names: [Str]
  /// What the call is where its parameters are not known.
  private let general: [ArgumentNode]
  private var knownCode: FunctionCode?
  private var knownGiven = 0
  /// The slot of each argument's parameter.
  private var targets: [Int] = []
  /// The slots of the parameters that get defaults.
  private var missing: [Int] = []

  init(
    _ callee: ExpressionNode, _ values: [ExpressionNode], names: [Str], general: [ArgumentNode], _ location: Location
  ) {
    self.callee = callee
    self.values = NodeList(values)
    self.names = names
    self.general = general
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let callee = try callee.evaluate(f)
    if case .object(let object) = callee {
      switch object.kind {
      case .function:
        let function = unsafeDowncast(object, to: Function.self)
        if fits(function, given: 0) { return try call(function, on: .unbound, f) }
      case .boundMethod:
        let method = unsafeDowncast(object, to: BoundMethod.self)
        if let function = method.function.function, fits(function, given: 1) {
          return try call(function, on: method.receiver, f)
        }
      case .type:
        let type = unsafeDowncast(object, to: TypeObject.self)
        if type.isMadePlainly, let initializer = type.initializer, fits(initializer, given: 1) {
          return try make(type, initializer, f)
        }
      default: break
      }
    }
    let arguments = try f.evaluate(general, callee: callee, location)
    f.enterCall(location)
    do { return try f.call(callee, arguments) } catch { throw error.at(location, f) }
  }

  /// Whether each argument has a parameter of its own and each other parameter a default. `given` values come before
  /// the arguments.
  private func fits(_ function: Function, given: Int) -> Bool {
    if knownCode !== function.code || knownGiven != given {
      guard learn(function.code, given: given) else { return false }
    }
    return missing.allSatisfy { !function.defaultValue(ofParameter: $0).isUnbound }
  }

  private func learn(_ code: FunctionCode, given: Int) -> Bool {
    let positional = given + values.count - names.count
    guard !code.hasStarred, !code.hasDoubleStarred, positional <= code.positionalCount else { return false }
    var targets = Array(given..<max(given, positional))
    for name in names {
      let named = max(code.positionalOnlyCount, positional)..<code.parameterCount
      guard let slot = named.first(where: { code.slotNames[$0] == name }), !targets.contains(slot) else { return false }
      targets.append(slot)
    }
    knownCode = code
    knownGiven = given
    self.targets = targets
    missing = (given..<code.parameterCount).filter { !targets.contains($0) }
    return true
  }

  private func make(_ type: TypeObject, _ initializer: Function, _ f: Frame) throws(Raised) -> Value {
    let instance = Value.object(Instance(type))
    let result = try call(initializer, on: instance, f)
    if case .none = result { return instance }
    throw f.typeError("__init__() should return None, not '\(f.typeName(result))'").at(location, f)
  }

  /// Runs a function that fits, after the receiver where there is one.
  private func call(_ function: Function, on receiver: Value, _ f: Frame) throws(Raised) -> Value {
    let count = function.code.parameterCount
    let slots = f.nextSlots
    slots.initialize(repeating: .unbound, count: count)
    if !receiver.isUnbound { slots.pointee = receiver }
    // An argument's own call may come back to this node with another function.
    let targets = targets
    let missing = missing
    f.header.pointee.slotCount += Frame.headerSlots + count
    do {
      for index in 0..<values.count { slots[targets[index]] = try values.evaluate(index, f) }
    } catch {
      f.header.pointee.slotCount -= Frame.headerSlots + count
      slots.deinitialize(count: count)
      throw error
    }
    f.header.pointee.slotCount -= Frame.headerSlots + count
    for slot in missing { slots[slot] = function.defaultValue(ofParameter: slot) }
    f.enterCall(location)
    do { return try f.run(function, slots) } catch { throw error.at(location, f) }
  }
}

extension Function {
  /// The default of the parameter in a slot, unbound where it has none.
  fileprivate func defaultValue(ofParameter slot: Int) -> Value {
    if slot >= code.positionalCount { return keywordDefaults[slot - code.positionalCount] }
    let index = slot - code.positionalCount + defaults.count
    return index >= 0 ? defaults[index] : .unbound
  }
}
