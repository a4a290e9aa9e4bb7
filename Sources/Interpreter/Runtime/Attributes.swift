// Attribute access: descriptors, instances, types, modules, and what each kind of object answers itself.

extension Frame {
  /// `object.name`. Raises AttributeError, with a suggestion where a near name exists.
  public func attribute(of object: Value, _ name: Str) throws(Raised) -> Value {
    if let value = try findAttribute(of: object, name) { return value }
    // A method has the attributes of its function.
    throw missingAttribute(of: object.boundMethod?.function.function.map { .object($0) } ?? object, name)
  }

  public func attribute(of object: Value, _ name: String) throws(Raised) -> Value {
    try attribute(of: object, interpreter.intern(name))
  }

  /// `object.name`, nil where there is none: an AttributeError of `__getattr__` or of a property counts as none.
  public func optionalAttribute(of object: Value, _ name: Str) throws(Raised) -> Value? {
    do {
      return try findAttribute(of: object, name)
    } catch where error.exception.type.isSubtype(of: types[.AttributeError]) {
      return nil
    }
  }

  /// `object.name`, nil where nothing has it. Raises what `__getattr__` and properties raise.
  private func findAttribute(of object: Value, _ name: Str) throws(Raised) -> Value? {
    let name = interpreter.intern(name)
    let type = types.type(of: object)
    guard type.isHeapType, let override = type.special(.__getattribute__),
      !override.isIdentical(to: interpreter.objectGetAttribute)
    else { return try plainAttribute(of: object, type, name, fallBack: true) }
    do {
      return try call(bind(override, to: object), .object(name))
    } catch where error.exception.type.isSubtype(of: types[.AttributeError]) {
      guard let fallback = type.special(.__getattr__) else { throw error }
      return try call(bind(fallback, to: object), .object(name))
    }
  }

  /// What `object.__getattribute__` finds; with `fallBack`, `__getattr__` is asked for what is missing.
  func plainAttribute(of object: Value, _ type: TypeObject, _ name: Str, fallBack: Bool) throws(Raised) -> Value? {
    let inType = type.lookup(name)
    if let inType, isDataDescriptor(inType, type) { return try descriptorValue(inType, object, type, fallBack) }
    if let own = try ownAttribute(of: object, name) { return own }
    if let inType { return try descriptorValue(inType, object, type, fallBack) }
    guard fallBack else { return nil }
    if let fallback = type.special(.__getattr__) { return try call(bind(fallback, to: object), .object(name)) }
    if let fallback = object.module?.namespace[interpreter.names[.__getattr__]] {
      return try call(fallback, .object(name))
    }
    return nil
  }

  private func descriptorValue(
    _ descriptor: Value, _ object: Value, _ type: TypeObject, _ fallBack: Bool
  ) throws(Raised) -> Value {
    guard fallBack, type.isHeapType, let fallback = type.special(.__getattr__) else {
      return try bind(descriptor, to: object, type)
    }
    do {
      return try bind(descriptor, to: object, type)
    } catch where error.exception.type.isSubtype(of: types[.AttributeError]) {
      // A property that raises AttributeError counts as a missing attribute.
      guard case .object(let kind) = descriptor, kind.kind == .property || kind.kind == .instance else { throw error }
      return try call(bind(fallback, to: object), .object(type.interpreter.intern(propertyName(descriptor, type))))
    }
  }

  private func propertyName(_ descriptor: Value, _ type: TypeObject) -> String {
    for owner in type.mro {
      for item in owner.attributes.items where item.value.isIdentical(to: descriptor) {
        return item.key.str?.string ?? ""
      }
    }
    return ""
  }

  /// The attribute that the object has itself, in its dictionary or by its kind.
  private func ownAttribute(of object: Value, _ name: Str) throws(Raised) -> Value? {
    guard case .object(let heap) = object else { return nil }
    switch heap.kind {
    case .instance: return unsafeDowncast(heap, to: Instance.self).attribute(name)
    case .module: return unsafeDowncast(heap, to: ModuleObject.self).namespace[name]
    case .exception: return unsafeDowncast(heap, to: ExceptionObject.self).attributes?[name]
    case .function: return unsafeDowncast(heap, to: Function.self).attributes?[name]
    case .native: return (heap as? NativeObject)?.attributes?[name]
    case .boundMethod: return try optionalAttribute(of: unsafeDowncast(heap, to: BoundMethod.self).function, name)
    case .superObject: return try attribute(ofSuper: unsafeDowncast(heap, to: SuperObject.self), name)
    case .type:
      let type = unsafeDowncast(heap, to: TypeObject.self)
      guard let value = type.lookup(name) else { return nil }
      return try bind(value, to: .unbound, type)
    default: return nil
    }
  }

  private func attribute(ofSuper proxy: SuperObject, _ name: Str) throws(Raised) -> Value? {
    guard let value = proxy.lookup(name) else { return nil }
    // `super()` in a class method: the receiver is the class itself.
    if let receiver = proxy.receiver.type, receiver === proxy.receiverType {
      return try bind(value, to: .unbound, receiver)
    }
    return try bind(value, to: proxy.receiver, proxy.receiverType)
  }

  private func isDataDescriptor(_ value: Value, _ owner: TypeObject) -> Bool {
    guard case .object(let object) = value else { return false }
    switch object.kind {
    case .property: return true
    case .instance:
      let type = unsafeDowncast(object, to: Instance.self).type
      return type.special(.__set__) != nil || type.special(.__delete__) != nil
    case .native: return (object as? DataDescriptor)?.overridesInstance(of: owner) ?? false
    default: return false
    }
  }

  /// What a class attribute is on an instance: functions become bound methods, properties their value. An unbound
  /// `object` means access through the class.
  func bind(_ attribute: Value, to object: Value, _ type: TypeObject? = nil) throws(Raised) -> Value {
    guard case .object(let heap) = attribute else { return attribute }
    switch heap.kind {
    case .function:
      return object.isUnbound ? attribute : .object(BoundMethod(function: attribute, receiver: object))
    case .builtin:
      if object.isUnbound || !unsafeDowncast(heap, to: Builtin.self).isMethod { return attribute }
      return .object(BoundMethod(function: attribute, receiver: object))
    case .property:
      if object.isUnbound { return attribute }
      let getter = unsafeDowncast(heap, to: Property.self).getter
      if getter.isNone { throw propertyLacks("getter", unsafeDowncast(heap, to: Property.self), object) }
      return try call(getter, object)
    case .staticMethod:
      return unsafeDowncast(heap, to: WrappedMethod.self).function
    case .classMethod:
      let owner = type ?? types.type(of: object)
      return .object(BoundMethod(function: unsafeDowncast(heap, to: WrappedMethod.self).function, receiver: .object(owner)))
    case .native:
      if let callable = heap as? CallableObject, callable.bindsAsMethod, !object.isUnbound {
        return .object(BoundMethod(function: attribute, receiver: object))
      }
      guard let descriptor = heap as? DataDescriptor else { return attribute }
      return object.isUnbound ? attribute : try descriptor.get(object, self)
    case .superObject:
      let proxy = unsafeDowncast(heap, to: SuperObject.self)
      if proxy.receiverType != nil || object.isUnbound || object.isNone { return attribute }
      return try makeSuper(.object(proxy.start), object)
    case .instance:
      guard let get = unsafeDowncast(heap, to: Instance.self).type.special(.__get__) else { return attribute }
      let owner = type ?? types.type(of: object)
      return try call(get, attribute, object.isUnbound ? .none : object, .object(owner))
    default:
      return attribute
    }
  }

  /// `object.name = value`.
  public func setAttribute(of object: Value, _ name: Str, _ value: Value) throws(Raised) {
    let name = interpreter.intern(name)
    let type = types.type(of: object)
    if type.isHeapType, let override = type.special(.__setattr__), !override.isIdentical(to: interpreter.objectSetAttribute)
    {
      _ = try call(bind(override, to: object), .object(name), value)
    } else {
      try plainSetAttribute(of: object, type, name, value)
    }
  }

  /// What `object.__setattr__` does, and with a nil value `object.__delattr__`.
  func plainSetAttribute(of object: Value, _ type: TypeObject, _ name: Str, _ value: Value?) throws(Raised) {
    if let descriptor = type.lookup(name), isDataDescriptor(descriptor, type) {
      return try setDescriptor(descriptor, object, type, name, value)
    }
    guard case .object(let heap) = object else { throw cannotSet(object, type, name, value) }
    switch heap.kind {
    case .instance:
      let instance = unsafeDowncast(heap, to: Instance.self)
      if let slots = type.allSlotNames, !slots.contains(name.string) { throw cannotSet(object, type, name, value) }
      if let value {
        instance.setAttribute(name, value)
      } else {
        guard instance.attribute(name) != nil else {
          // A slot says less than other attributes.
          throw type.slotMembers.contains(name.string)
            ? attributeError(name.string) : missingAttribute(of: object, name)
        }
        instance.materializeDictionary()[name] = nil
      }
    case .module:
      let namespace = unsafeDowncast(heap, to: ModuleObject.self).namespace
      if value == nil, namespace[name] == nil { throw missingAttribute(of: object, name) }
      namespace[name] = value
    case .type:
      let target = unsafeDowncast(heap, to: TypeObject.self)
      guard target.isHeapType else {
        throw typeError("cannot set '\(name.string)' attribute of immutable type '\(target.name.string)'")
      }
      if value == nil, target.attributes[name] == nil { throw missingAttribute(of: object, name) }
      target.setAttribute(name, value)
    case .exception:
      let exception = unsafeDowncast(heap, to: ExceptionObject.self)
      try setIn(&exception.attributes, object, name, value)
    case .function:
      let function = unsafeDowncast(heap, to: Function.self)
      try setIn(&function.attributes, object, name, value)
    case .native:
      guard let native = heap as? NativeObject, native.hasAttributes else {
        throw cannotSet(object, type, name, value)
      }
      try setIn(&native.attributes, object, name, value)
    default:
      throw cannotSet(object, type, name, value)
    }
  }

  private func setIn(_ attributes: inout Dict?, _ object: Value, _ name: Str, _ value: Value?) throws(Raised) {
    if value == nil, attributes?[name] == nil { throw missingAttribute(of: object, name) }
    if attributes == nil { attributes = Dict() }
    attributes![name] = value
  }

  private func setDescriptor(
    _ descriptor: Value, _ object: Value, _ type: TypeObject, _ name: Str, _ value: Value?
  ) throws(Raised) {
    if let property = descriptor.cast(.property, Property.self) {
      let accessor = value == nil ? property.deleter : property.setter
      if accessor.isNone { throw propertyLacks(value == nil ? "deleter" : "setter", property, object) }
      _ = if let value { try call(accessor, object, value) } else { try call(accessor, object) }
    } else if let native = descriptor.object as? DataDescriptor {
      try native.set(object, value, self)
    } else if let value {
      if try callSpecial(.__set__, descriptor, object, value) == nil { throw attributeError("__set__") }
    } else if try callSpecial(.__delete__, descriptor, object) == nil {
      throw attributeError("__delete__")
    }
  }

  /// CPython's AttributeError for a property without the accessor that is needed.
  func propertyLacks(_ accessor: String, _ property: Property, _ object: Value) -> Raised {
    if accessor != "getter", let builtin = property.getter.builtin, let owner = builtin.owner {
      if !property.setter.isNone, owner == "BaseException" {
        return typeError("\(builtin.name.string) may not be deleted")
      }
      if ["complex", "range", "slice"].contains(owner) { return attributeError("readonly attribute") }
      let type = types.type(of: object).mro.first { $0.name.string == owner }
      let name = type?.messageName ?? owner
      return attributeError("attribute '\(builtin.name.string)' of '\(name)' objects is not writable")
    }
    let name = property.name.map { " '\($0.string)'" } ?? ""
    return attributeError("property\(name) of '\(typeName(object))' object has no \(accessor)")
  }

  private func cannotSet(_ object: Value, _ type: TypeObject, _ name: Str, _ value: Value?) -> Raised {
    if type.lookup(name) != nil {
      return attributeError("'\(type.name.string)' object attribute '\(name.string)' is read-only")
    }
    let raised = missingAttribute(of: object, name)
    raised.exception.arguments = Tuple([
      .text("'\(type.name.string)' object has no attribute '\(name.string)' and no __dict__ for setting new attributes")
    ])
    return raised
  }

  /// `del object.name`.
  public func deleteAttribute(of object: Value, _ name: Str) throws(Raised) {
    let name = interpreter.intern(name)
    let type = types.type(of: object)
    if type.isHeapType, let override = type.special(.__delattr__),
      !override.isIdentical(to: interpreter.objectDeleteAttribute)
    {
      _ = try call(bind(override, to: object), .object(name))
    } else {
      try plainSetAttribute(of: object, type, name, nil)
    }
  }

  /// CPython's AttributeError for a name that is not there.
  func missingAttribute(of object: Value, _ name: Str) -> Raised {
    let wrong = name.string
    var message: String
    switch object.object?.kind {
    case .type:
      message = "type object '\(object.type!.name.string)' has no attribute '\(wrong)'"
    case .module:
      message = "module '\(object.module!.name.string)' has no attribute '\(wrong)'"
    case .superObject:
      message = "'super' object has no attribute '\(wrong)'"
    default:
      message = "'\(typeName(object))' object has no attribute '\(wrong)'"
    }
    let raised = attributeError(message)
    raised.exception.suggestion = { f in
      // Private names are offered only for what looks private itself.
      let names = f.attributeNames(of: object)
      return nearest(to: wrong, among: wrong.hasPrefix("_") ? names : names.filter { !$0.hasPrefix("_") })
    }
    raised.exception[detail: "name"] = .object(name)
    raised.exception[detail: "obj"] = object
    return raised
  }

  /// The names that `dir(object)` lists, sorted.
  public func attributeNames(of object: Value) -> [String] {
    var names: Set<String> = []
    if case .object(let heap) = object {
      switch heap.kind {
      case .instance: for item in unsafeDowncast(heap, to: Instance.self).attributes { names.insert(item.name.string) }
      case .module:
        for item in unsafeDowncast(heap, to: ModuleObject.self).namespace.bindings { names.insert(item.name.string) }
        return names.sorted()
      case .type:
        for type in unsafeDowncast(heap, to: TypeObject.self).mro { names.formUnion(type.attributeNames) }
        return names.sorted()
      case .exception: names.formUnion(unsafeDowncast(heap, to: ExceptionObject.self).attributes?.textKeys ?? [])
      case .function: names.formUnion(unsafeDowncast(heap, to: Function.self).attributes?.textKeys ?? [])
      case .native: names.formUnion((heap as? NativeObject)?.attributes?.textKeys ?? [])
      default: break
      }
    }
    for type in types.type(of: object).mro { names.formUnion(type.attributeNames) }
    return names.sorted()
  }
}

extension TypeObject {
  fileprivate var attributeNames: [String] { attributes.textKeys }
}

extension Dict {
  /// The keys that are texts.
  var textKeys: [String] { items.compactMap { $0.key.str?.string } }
}
