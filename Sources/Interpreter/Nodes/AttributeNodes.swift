// Attribute access with an inline cache: the field of the shape that was last seen.
import Syntax

/// `object.name`.
final class AttributeNode: ExpressionNode {
  let object: ExpressionNode
  let name: Str
  /// The type of module objects that have the attribute as a property written in Swift, and how that reads and writes.
  private var propertyType: TypeObject?
  private var propertyVersion = -1
  private var getter: Builtin?
  private var setter: Builtin?
  private var readShape: Shape?
  private var readVersion = -1
  private var readField = 0
  private var writeShape: Shape?
  private var writeVersion = -1
  private var writeField = 0
  /// The shape after a write that adds the attribute; nil when the field is there already.
  private var grownShape: Shape?

  init(_ object: ExpressionNode, _ name: Str, _ location: Location) {
    self.object = object
    self.name = name
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    try read(object.evaluate(f), f)
  }

  /// The attribute of an object that was evaluated already.
  @inline(__always)
  func read(_ value: Value, _ f: Frame) throws(Raised) -> Value {
    if case .object(let heap) = value, heap.kind == .instance {
      let instance = unsafeDowncast(heap, to: Instance.self)
      if let shape = instance.shape, shape === readShape, shape.type.version == readVersion {
        return instance.fields[readField]
      }
      rememberRead(instance)
    } else if case .object(let heap) = value, heap.kind == .native, knowsProperty(heap, f), let getter,
      case .one(let body) = getter.body
    {
      do { return try body(f, value) } catch { throw error.at(location, f) }
    }
    do { return try f.attribute(of: value, name) } catch { throw error.at(location, f) }
  }

  /// Whether the name is a property of the object's type; remembered for the type.
  private func knowsProperty(_ object: Object, _ f: Frame) -> Bool {
    let type = object.nativeType(f.types)
    if type === propertyType, type.version == propertyVersion { return getter != nil }
    propertyType = type
    propertyVersion = type.version
    let property = type.lookup(name)?.cast(.property, Property.self)
    getter = property?.getter.builtin
    setter = property?.setter.builtin
    return getter != nil
  }

  private func rememberRead(_ instance: Instance) {
    guard let shape = instance.shape, let field = shape.field(name), instance.type.lookup(name) == nil,
      !instance.type.overridesAttributeAccess
    else { return }
    readShape = shape
    readVersion = shape.type.version
    readField = field
  }

  /// Sets the attribute of an object that was evaluated already.
  @inline(__always)
  func write(_ value: Value, _ newValue: Value, _ f: Frame) throws(Raised) {
    if case .object(let heap) = value, heap.kind == .instance {
      let instance = unsafeDowncast(heap, to: Instance.self)
      if let shape = instance.shape, shape === writeShape, shape.type.version == writeVersion {
        if let grownShape {
          instance.append(newValue, becoming: grownShape)
        } else {
          instance.fields[writeField] = newValue
        }
        return
      }
      rememberWrite(instance)
    } else if case .object(let heap) = value, heap.kind == .native, knowsProperty(heap, f), let setter,
      case .two(let body) = setter.body
    {
      do { _ = try body(f, value, newValue) } catch { throw error.at(location, f) }
      return
    }
    do { try f.setAttribute(of: value, name, newValue) } catch { throw error.at(location, f) }
  }

  private func rememberWrite(_ instance: Instance) {
    let type = instance.type
    guard let shape = instance.shape, type.lookup(name) == nil, type.allSlotNames == nil, !type.overridesAttributeSetting
    else { return }
    writeShape = shape
    writeVersion = type.version
    if let field = shape.field(name) {
      writeField = field
      grownShape = nil
    } else {
      grownShape = shape.adding(name)
    }
  }
}

/// `object.name = …`.
final class AttributeTarget: TargetNode {
  private let attribute: AttributeNode

  init(_ attribute: AttributeNode) {
    self.attribute = attribute
  }

  override func assign(_ value: Value, _ f: Frame) throws(Raised) {
    try attribute.write(attribute.object.evaluate(f), value, f)
  }

  override func delete(_ f: Frame) throws(Raised) {
    let object = try attribute.object.evaluate(f)
    do { try f.deleteAttribute(of: object, attribute.name) } catch { throw error.at(attribute.location, f) }
  }
}

extension TypeObject {
  /// Whether a class of the MRO takes attribute assignment into its own hands.
  var overridesAttributeSetting: Bool {
    guard let setter = special(.__setattr__) else { return false }
    return !setter.isIdentical(to: interpreter.objectSetAttribute)
  }
}
