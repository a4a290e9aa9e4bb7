// Objects whose class a module written in Swift defines.

/// The base of modules' own objects. Subclasses override ``Object/nativeType(_:)``.
open class NativeObject: Object {
  /// Attributes that scripts have set.
  public final var attributes: Dict?

  public init() {
    super.init(kind: .native)
  }

  /// Whether scripts may set attributes that the type does not have.
  open var hasAttributes: Bool { false }
}

/// A class attribute written in Swift that computes an instance's attribute.
open class DataDescriptor: NativeObject {
  /// Whether it comes before an attribute that an instance of the type has itself.
  open func overridesInstance(of type: TypeObject) -> Bool { true }

  open func get(_ object: Value, _ f: Frame) throws(Raised) -> Value {
    .none
  }

  /// A nil value deletes.
  open func set(_ object: Value, _ value: Value?, _ f: Frame) throws(Raised) {
    throw f.attributeError("attribute is read-only")
  }
}
