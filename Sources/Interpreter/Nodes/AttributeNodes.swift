// Attribute access with an inline cache: the field of the shape that was last seen.
import Syntax

/// `object.name`.
class AttributeNode: ExpressionNode {
  final let object: ExpressionNode
  final let name: Str
  /// The shape of the instance that was last read, and the field of the name.
  private final var readShape = 0
  private final var readField = 0
  /// Where the name is none of the shape's fields but a plain value in the class: a copy of that.
  private final var classValue: UnsafeMutablePointer<Value>?
  /// The shape of the instance whose property the name was last, and what reads it.
  private final var propertyShape = 0
  private final var propertyGetter: Function?
  /// The shape that the last write found, and the field it wrote.
  private final var writeShape = 0
  private final var writeField = 0
  /// The shape after a write that adds the attribute; nil when the field is there already.
  private final var grownShape: Shape?
  /// The type of module objects that have the attribute as a property written in Swift, and how that reads and writes.
  private final var propertyType: TypeObject?
  private final var propertyVersion = -1
  private final var getter: Builtin?
  private final var setter: Builtin?

  init(_ object: ExpressionNode, _ name: Str, _ location: Location) {
    self.object = object
    self.name = name
    super.init(location)
  }

  deinit {
    classValue?.deinitialize(count: 1)
    classValue?.deallocate()
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let value = try object.evaluate(f)
    if case .object(let heap) = value, let field = field(of: heap) { return field.load() }
    return try readSlowly(value, f)
  }

  /// Where the attribute of an instance can be read, if it has the shape that was last read.
  @inline(__always)
  final func field(of heap: Object) -> UnsafeMutablePointer<Value>? {
    guard heap.kind == .instance else { return nil }
    let instance = unsafeDowncast(heap, to: Instance.self)
    guard let shape = instance.shape, shape.id == readShape else { return nil }
    return classValue ?? instance.fields + readField
  }

  /// Where the attribute of an instance is to be written at once, if it has the shape that was last written: its field,
  /// or the one that the instance gets.
  @inline(__always)
  final func writableField(of heap: Object) -> UnsafeMutablePointer<Value>? {
    guard heap.kind == .instance else { return nil }
    let instance = unsafeDowncast(heap, to: Instance.self)
    guard let shape = instance.shape, shape.id == writeShape else { return nil }
    if let grownShape { return instance.addField(becoming: grownShape) }
    return instance.fields + writeField
  }

  /// The attribute of an object that was evaluated already.
  final func read(_ value: Value, _ f: Frame) throws(Raised) -> Value {
    if case .object(let heap) = value, let field = field(of: heap) { return field.load() }
    return try readSlowly(value, f)
  }

  @inline(never)
  private final func readSlowly(_ value: Value, _ f: Frame) throws(Raised) -> Value {
    if case .object(let heap) = value {
      if heap.kind == .instance {
        let instance = unsafeDowncast(heap, to: Instance.self)
        f.enterCall(location)
        if let shape = instance.shape, shape.id == propertyShape, let propertyGetter {
          do { return try f.call(.object(propertyGetter), value) } catch { throw error.at(location, f) }
        }
        rememberRead(instance)
      } else if heap.kind == .native {
        f.enterCall(location)
        do {
          if let property = try heap.property(name, f) { return property }
          if knowsProperty(heap, f), let getter, case .one(let body) = getter.body { return try body(f, value) }
        } catch {
          throw error.at(location, f)
        }
      }
    }
    do { return try f.attribute(of: value, name) } catch { throw error.at(location, f) }
  }

  /// Whether the name is a property of the object's type; remembered for the type.
  private final func knowsProperty(_ object: Object, _ f: Frame) -> Bool {
    let type = object.nativeType(f.types)
    if type === propertyType, type.version == propertyVersion { return getter != nil }
    propertyType = type
    propertyVersion = type.version
    let property = type.lookup(name)?.cast(.property, Property.self)
    getter = property?.getter.builtin
    setter = property?.setter.builtin
    return getter != nil
  }

  private final func rememberRead(_ instance: Instance) {
    guard let shape = instance.shape, !instance.type.overridesAttributeAccess else { return }
    let inClass = instance.type.lookup(name)
    if let getter = inClass?.cast(.property, Property.self)?.getter.function {
      if getter.takes(1), instance.type.special(.__getattr__) == nil {
        propertyShape = shape.id
        propertyGetter = getter
      }
      return
    }
    if let field = shape.field(name) {
      if inClass != nil { return }
      readField = field
      forgetClassValue()
    } else {
      guard let inClass, inClass.isPlainInClass else { return }
      forgetClassValue()
      classValue = .allocate(capacity: 1)
      classValue!.initialize(to: inClass)
    }
    readShape = shape.id
  }

  private final func forgetClassValue() {
    guard let classValue else { return }
    self.classValue = nil
    classValue.deinitialize(count: 1)
    classValue.deallocate()
  }

  /// Sets the attribute of an object that was evaluated already.
  final func write(_ value: Value, _ newValue: consuming Value, _ f: Frame) throws(Raised) {
    if case .object(let heap) = value, let field = writableField(of: heap) {
      field.store(newValue)
    } else {
      try writeSlowly(value, newValue, f)
    }
  }

  @inline(never)
  private final func writeSlowly(_ value: Value, _ newValue: Value, _ f: Frame) throws(Raised) {
    if case .object(let heap) = value {
      if heap.kind == .instance {
        rememberWrite(unsafeDowncast(heap, to: Instance.self))
      } else if heap.kind == .native {
        do {
          if try heap.setProperty(name, newValue, f) { return }
          if knowsProperty(heap, f), let setter, case .two(let body) = setter.body {
            _ = try body(f, value, newValue)
            return
          }
        } catch {
          throw error.at(location, f)
        }
      }
    }
    do { try f.setAttribute(of: value, name, newValue) } catch { throw error.at(location, f) }
  }

  private final func rememberWrite(_ instance: Instance) {
    let type = instance.type
    guard let shape = instance.shape, type.lookup(name) == nil, type.allSlotNames == nil,
      !type.overridesAttributeSetting
    else { return }
    writeShape = shape.id
    if let field = shape.field(name) {
      writeField = field
      grownShape = nil
    } else {
      grownShape = shape.adding(name)
    }
  }
}

extension Value {
  /// Whether an attribute of a class that has this value gives instances the value as it is, and nobody waits for its
  /// end.
  fileprivate var isPlainInClass: Bool {
    guard case .object(let object) = self else { return true }
    switch object.kind {
    case .str, .bytes, .bigInteger: return true
    default: return false
    }
  }
}

/// `place.name`: looks at the object where it stands.
final class PlaceAttributeNode: AttributeNode {
  let receiver: Place

  init(_ receiver: Place, _ object: ExpressionNode, _ name: Str, _ location: Location) {
    self.receiver = receiver
    super.init(object, name, location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    if let heap = receiver.pointer(f).object, let field = heap._withUnsafeGuaranteedRef({ field(of: $0) }) {
      return field.load()
    }
    return try evaluateObject(f)
  }

  @inline(never)
  private func evaluateObject(_ f: Frame) throws(Raised) -> Value {
    try read(object.evaluate(f), f)
  }
}

/// `object.name = …`.
final class AttributeTarget: TargetNode {
  private let attribute: AttributeNode
  private let receiver: Place?

  init(_ attribute: AttributeNode) {
    self.attribute = attribute
    receiver = (attribute as? PlaceAttributeNode)?.receiver
  }

  override func assign(_ value: consuming Value, _ f: Frame) throws(Raised) {
    if let receiver, let heap = receiver.pointer(f).object,
      let field = heap._withUnsafeGuaranteedRef({ attribute.writableField(of: $0) })
    {
      field.store(value)
    } else {
      try attribute.write(attribute.object.evaluate(f), value, f)
    }
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
