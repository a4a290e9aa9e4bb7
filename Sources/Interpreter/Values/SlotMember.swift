// What `__slots__` puts into a class: a descriptor for each name.

/// A `member_descriptor`.
///
/// Where instances have slots only, the values stand among the instance's attributes, and attribute access finds them
/// there first. Where instances have a `__dict__` too, the values must not show in it: they stand in a ``SlotValues``.
final class SlotMember: DataDescriptor {
  let name: Str
  let owner: Str

  init(_ name: Str, owner: Str) {
    self.name = name
    self.owner = owner
  }

  override func overridesInstance(of type: TypeObject) -> Bool { type.keepsSlotsApart }

  override func nativeType(_ types: Types) -> TypeObject {
    types.native(named: "member_descriptor") { t in
      t.final()
      t.method("__repr__", "self, /", .one { f, this throws(Raised) in
        let member = try SlotMember.member(f, this, "__repr__")
        return .text("<member '\(member.name.string)' of '\(member.owner.string)' objects>")
      })
      t.method("__get__", "self, instance, owner=None, /", .three { f, this, instance, _ throws(Raised) in
        instance.isNone ? this : try SlotMember.member(f, this, "__get__").get(instance, f)
      })
      t.method("__set__", "self, instance, value, /", .three { f, this, instance, value throws(Raised) in
        try SlotMember.member(f, this, "__set__").set(instance, value, f)
        return .none
      })
      t.method("__delete__", "self, instance, /", .two { f, this, instance throws(Raised) in
        try SlotMember.member(f, this, "__delete__").set(instance, nil, f)
        return .none
      })
      t.property("__name__") { f, this throws(Raised) in
        .object(try SlotMember.member(f, this, "__name__").name)
      }
    }
  }

  private static func member(_ f: Frame, _ this: Value, _ method: String) throws(Raised) -> SlotMember {
    guard let member = this.native(SlotMember.self) else { throw f.wrongReceiver(this, method, of: "member_descriptor") }
    return member
  }

  override func get(_ object: Value, _ f: Frame) throws(Raised) -> Value {
    let instance = try receiver(object, f)
    let value = instance.type.keepsSlotsApart ? instance.slotValues?.values[name] : instance.attribute(name)
    guard let value else { throw f.missingAttribute(of: object, name) }
    return value
  }

  override func set(_ object: Value, _ value: Value?, _ f: Frame) throws(Raised) {
    let instance = try receiver(object, f)
    if instance.type.keepsSlotsApart {
      let slots = instance.slotValues ?? SlotValues()
      if value == nil, slots.values[name] == nil { throw f.attributeError(name.string) }
      slots.values[name] = value
      instance.payload = .object(slots)
    } else if let value {
      instance.setAttribute(name, value)
    } else {
      guard instance.attribute(name) != nil else { throw f.attributeError(name.string) }
      instance.materializeDictionary()[name] = nil
    }
  }

  private func receiver(_ object: Value, _ f: Frame) throws(Raised) -> Instance {
    guard let instance = object.instance, instance.type.slotMembers.contains(name.string) else {
      throw f.typeError(
        "descriptor '\(name.string)' for '\(owner.string)' objects doesn't apply to a '\(f.typeName(object))' object")
    }
    return instance
  }
}

/// The values of the slots of an instance that has a `__dict__` too. It stands in the instance's payload, which such
/// an instance has no other use for.
final class SlotValues: NativeObject {
  let values = Dict()
}

extension Instance {
  var slotValues: SlotValues? { payload.object as? SlotValues }

  /// The built-in value that the instance is by one of its bases; unbound for others.
  public var builtinPart: Value { slotValues == nil ? payload : .unbound }
}

extension TypeObject {
  /// The names that `__slots__` allows in instances; nil where some class in the MRO gives them a `__dict__`.
  var allSlotNames: Set<String>? {
    guard slotNames != nil else { return nil }
    var names: Set<String> = []
    for type in mro where type.isHeapType {
      guard let slots = type.slotNames else { return nil }
      names.formUnion(slots)
    }
    return names.contains("__dict__") ? nil : names
  }

  /// Whether `__slots__` of the class itself gives its instances room for values.
  var bringsSlots: Bool { isHeapType && !(slotNames ?? []).isSubset(of: ["__dict__", "__weakref__"]) }

  /// The names that `__slots__` of the class and its bases declare.
  var slotMembers: Set<String> {
    mro.reduce(into: []) { names, type in names.formUnion(type.slotNames ?? []) }
  }
}
