// `super()`, and calls of methods through it.
import Syntax

/// `super()` without arguments, inside a method.
final class SuperNode: ExpressionNode {
  fileprivate let classCell: ExpressionNode
  fileprivate let receiver: ExpressionNode?

  init(classCell: ExpressionNode, receiver: ExpressionNode?, _ location: Location) {
    self.classCell = classCell
    self.receiver = receiver
    super.init(location)
  }

  /// The class that the method stands in, once it is made.
  fileprivate func owner(_ f: Frame) -> TypeObject? {
    do { return try classCell.evaluate(f).type } catch { return nil }
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    guard let receiver else { throw f.runtimeError("super(): no arguments").at(location, f) }
    let owner: Value
    do {
      owner = try classCell.evaluate(f)
    } catch {
      throw f.runtimeError("super(): empty __class__ cell").at(location, f)
    }
    let value = try receiver.evaluate(f)
    do { return try f.makeSuper(owner, value) } catch { throw error.at(location, f) }
  }
}

extension Frame {
  /// `super(owner, receiver)`.
  func makeSuper(_ owner: Value, _ receiver: Value) throws(Raised) -> Value {
    guard let start = owner.type else {
      throw typeError("super() argument 1 must be a type, not \(typeName(owner))")
    }
    if receiver.isUnbound || receiver.isNone {
      return .object(SuperObject(start: start, receiver: .none, receiverType: nil))
    }
    if let type = receiver.type, type.isSubtype(of: start) {
      return .object(SuperObject(start: start, receiver: receiver, receiverType: type))
    }
    let type = types.type(of: receiver)
    guard type.isSubtype(of: start) else {
      throw typeError(
        "super(type, obj): obj (\(receiver.type.map { "type " + $0.name.string } ?? "instance of " + type.name.string)) "
          + "is not an instance or subtype of type (\(start.name.string)).")
    }
    return .object(SuperObject(start: start, receiver: receiver, receiverType: type))
  }
}

/// `super().name(a, b, …)`: calls without making the `super` object. Remembers what the name means for the class that
/// the method stands in and the receiver's.
final class SuperMethodCallNode: PlainCallNode {
  private let proxy: SuperNode
  private let name: Str
  private let attributeLocation: Location
  private var knownOwner: TypeObject?
  private var knownType: TypeObject?
  private var knownVersion = -1
  private var knownFunction: Function?

  init(
    _ proxy: SuperNode, _ name: Str, _ arguments: [ExpressionNode], attributeLocation: Location, _ location: Location
  ) {
    self.proxy = proxy
    self.name = name
    self.attributeLocation = attributeLocation
    super.init(arguments, location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    if let receiver = try receiver(f) {
      let slots = try arguments.evaluateAll(skipping: 1, f)
      slots.initialize(to: receiver)
      return try call(knownFunction!, given: arguments.count + 1, slots, f)
    }
    let object = try proxy.evaluate(f)
    let callee: Value
    do { callee = try f.attribute(of: object, name) } catch { throw error.at(attributeLocation, f) }
    return try callGenerally(callee, f)
  }

  /// The receiver, where it is an instance for which the name means `knownFunction`.
  private func receiver(_ f: Frame) throws(Raised) -> Value? {
    guard let node = proxy.receiver else { return nil }
    let receiver = try node.evaluate(f)
    guard let instance = receiver.instance, let start = proxy.owner(f) else { return nil }
    let type = instance.type
    if start === knownOwner, type === knownType, type.version == knownVersion { return receiver }
    guard type.isSubtype(of: start) else { return nil }
    let found = SuperObject(start: start, receiver: receiver, receiverType: type).lookup(name)
    guard let function = found?.function, function.takes(arguments.count + 1) else { return nil }
    knownOwner = start
    knownType = type
    knownVersion = type.version
    knownFunction = function
    return receiver
  }
}
