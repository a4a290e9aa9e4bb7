// The making of classes, as class statements and `type(name, bases, namespace)` do it.

extension Frame {
  /// Makes a class, as `type.__new__` does. Raises what CPython raises for bases that do not go together, bad
  /// `__slots__`, and so on.
  ///
  /// - Parameters:
  ///   - namespace: what the class body defined. Its content is copied.
  ///   - keywords: what `__init_subclass__` gets.
  ///   - metaclass: the type of the class; a base may have one that is more derived.
  public func makeClass(
    name: Str, bases: ContiguousArray<Value>, namespace: Dict, keywords: [(name: Str, value: Value)] = [],
    metaclass: TypeObject? = nil
  ) throws(Raised) -> TypeObject {
    var baseTypes: [TypeObject] = []
    for base in bases {
      guard let type = base.type else {
        if try optionalAttribute(of: base, interpreter.names[.__mro_entries__]) != nil {
          throw typeError("type() doesn't support MRO entry resolution; use types.new_class()")
        }
        throw typeError("bases must be types")
      }
      baseTypes.append(type)
    }
    let metaclass = try mostDerivedMetaclass(metaclass ?? types.type, bases)
    let maker = ClassMaker(name, baseTypes, namespace, keywords, metaclass, self)
    let type = try maker.make()
    try maker.announce(type)
    return type
  }

  /// The metaclass of a class: the most derived one among the given one and those of the bases.
  func mostDerivedMetaclass(_ given: TypeObject, _ bases: ContiguousArray<Value>) throws(Raised) -> TypeObject {
    var winner = given
    for base in bases {
      let inherited = types.type(of: base)
      if winner.isSubtype(of: inherited) { continue }
      guard inherited.isSubtype(of: winner) else {
        throw typeError(
          "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of "
            + "all its bases")
      }
      winner = inherited
    }
    return winner
  }

  /// The bases with those that are no types replaced by what their `__mro_entries__` names.
  func resolveBases(_ bases: ContiguousArray<Value>) throws(Raised) -> ContiguousArray<Value> {
    var resolved: ContiguousArray<Value> = []
    for base in bases {
      if base.type == nil, let method = try optionalAttribute(of: base, interpreter.names[.__mro_entries__]) {
        let entries = try call(method, .tuple(bases))
        guard let entries = entries.tuple else { throw typeError("__mro_entries__ must return a tuple") }
        resolved += entries.items
      } else {
        resolved.append(base)
      }
    }
    return resolved
  }
}

/// Makes one class, step by step.
private struct ClassMaker {
  private let name: Str
  private let bases: [TypeObject]
  private let namespace: Dict
  private let keywords: [(name: Str, value: Value)]
  private let metaclass: TypeObject
  private let f: Frame

  init(
    _ name: Str, _ bases: [TypeObject], _ namespace: Dict, _ keywords: [(name: Str, value: Value)],
    _ metaclass: TypeObject, _ f: Frame
  ) {
    self.name = name
    self.bases = bases.isEmpty ? [f.types.object] : bases
    self.namespace = namespace
    self.keywords = keywords
    self.metaclass = metaclass
    self.f = f
  }

  private var names: SpecialNames { f.interpreter.names }

  /// The class, before anybody else is told of it.
  func make() throws(Raised) -> TypeObject {
    try checkBases()
    let attributes = Dict(minimumCapacity: namespace.count + 4)
    for item in namespace.items { try attributes.set(item.key, item.value, f) }
    let classCell = attributes[names[.__classcell__]]
    attributes[names[.__classcell__]] = nil
    let slots = try readSlots(attributes)
    let moduleName = attributes[names[.__module__]]
    let type = TypeObject(
      name: f.interpreter.intern(name), bases: bases, attributes: attributes, isHeapType: true,
      moduleName: moduleName?.payload.str ?? f.code.namespace.name, interpreter: f.interpreter)
    type.metatype = metaclass === f.types.type ? nil : metaclass
    type.isMetatype = bases.contains { $0.isMetatype || $0 === f.types.type }
    type.mro = try linearize(type)
    if let order = try customOrder(of: type) { type.mro = order }
    type.slotNames = slots
    try adjust(attributes, of: type)
    if metaclass.mro.contains(where: \.isAbstractMetatype) || bases.contains(where: \.isAbstractBase) {
      type.isAbstractBase = true
      type.abstractMethods = try abstractMethods(of: type)
    }
    if attributes[names[.__del__]] != nil { f.interpreter.hasFinalizers = true }
    classCell?.cast(.cell, Cell.self)?.value = .object(type)
    return type
  }

  /// Tells the members of the class their names, and the bases that they have a new subclass.
  func announce(_ type: TypeObject) throws(Raised) {
    if let made = metaclass.mro.lazy.compactMap(\.classMade).first { try made(f, type, namespace) }
    for item in namespace.items {
      guard let name = item.key.str else { continue }
      do {
        _ = try f.callSpecial(.__set_name__, item.value, .object(type), item.key)
      } catch {
        try addSetNameNote(to: error.exception, item.value, name, type)
        throw error
      }
    }
    for base in type.mro.dropFirst() {
      guard let hook = base.attributes[names[.__init_subclass__]] else { continue }
      _ = try f.call(f.bind(hook, to: .unbound, type), CallArguments(keywords: keywords))
      return
    }
  }

  private func addSetNameNote(
    to exception: ExceptionObject, _ member: Value, _ name: Str, _ type: TypeObject
  ) throws(Raised) {
    let note = "Error calling __set_name__ on '\(f.typeName(member))' instance '\(name.string)' in '\(type.name.string)'"
    _ = try f.callMethod(.object(exception), "add_note", CallArguments([.text(note)]))
  }

  // MARK: Bases

  private func checkBases() throws(Raised) {
    var native: TypeObject?
    for base in bases {
      if !base.isSubclassable { throw f.typeError("type '\(base.name.string)' is not an acceptable base type") }
      guard let candidate = base.nativeBase else { continue }
      if let known = native {
        let fit = known.isSubtype(of: candidate) || candidate.isSubtype(of: known)
          || (known.isException && candidate.isException)
        if !fit { throw f.typeError("multiple bases have instance lay-out conflict") }
        if candidate.isSubtype(of: known) { native = candidate }
      } else {
        native = candidate
      }
    }
    try checkSlots()
  }

  /// Two bases cannot both bring slots, unless one of them inherits the other's.
  private func checkSlots() throws(Raised) {
    var owner: TypeObject?
    for base in bases {
      guard let candidate = base.mro.first(where: \.bringsSlots) else { continue }
      if let known = owner, !known.isSubtype(of: candidate) {
        guard candidate.isSubtype(of: known) else { throw f.typeError("multiple bases have instance lay-out conflict") }
        owner = candidate
      } else if owner == nil {
        owner = candidate
      }
    }
  }

  /// The method resolution order: C3.
  private func linearize(_ type: TypeObject) throws(Raised) -> [TypeObject] {
    for (index, base) in bases.enumerated() where bases[..<index].contains(where: { $0 === base }) {
      throw f.typeError("duplicate base class \(base.name.string)")
    }
    var order = [type]
    var lists = bases.map(\.mro) + [bases]
    while true {
      lists.removeAll(where: \.isEmpty)
      if lists.isEmpty { return order }
      guard
        let next = lists.lazy.map({ $0[0] }).first(where: { candidate in
          !lists.contains { $0.dropFirst().contains { $0 === candidate } }
        })
      else { throw inconsistentOrder(lists) }
      order.append(next)
      for index in lists.indices where lists[index][0] === next { lists[index].removeFirst() }
    }
  }

  /// What the metaclass' own `mro()` says; nil where it has none.
  private func customOrder(of type: TypeObject) throws(Raised) -> [TypeObject]? {
    guard metaclass !== f.types.type,
      let method = metaclass.mro.lazy.filter(\.isHeapType).compactMap({ $0.attributes[f.interpreter.intern("mro")] }).first
    else { return nil }
    var order: [TypeObject] = []
    for member in try f.collect(f.call(f.bind(method, to: .object(type)))) {
      guard let member = member.type else {
        throw f.typeError("mro() returned a non-class ('\(f.typeName(member))')")
      }
      order.append(member)
    }
    return order
  }

  /// The error names the types that nothing could be put before.
  private func inconsistentOrder(_ lists: [[TypeObject]]) -> Raised {
    var heads: [TypeObject] = []
    for list in lists where !heads.contains(where: { $0 === list[0] }) { heads.append(list[0]) }
    return f.typeError(
      "Cannot create a consistent method resolution order (MRO) for bases "
        + heads.map(\.name.string).joined(separator: ", "))
  }

  // MARK: Slots

  /// The names of `__slots__`, mangled; nil where the class has none. Puts a member for each into the attributes.
  private func readSlots(_ attributes: Dict) throws(Raised) -> Set<String>? {
    guard let declared = attributes[names[.__slots__]] else { return nil }
    let items = declared.payload.str != nil ? [declared] : try f.collect(declared)
    var slots: Set<String> = []
    for item in items {
      guard let text = item.payload.str else {
        throw f.typeError("__slots__ items must be strings, not '\(f.typeName(item))'")
      }
      let slot = text.string
      guard isIdentifier(slot) else { throw f.typeError("__slots__ must be identifiers") }
      if slot == "__dict__" || slot == "__weakref__" {
        slots.insert(slot)
        continue
      }
      let mangled = mangle(slot)
      if attributes[f.interpreter.intern(mangled)] != nil, !slots.contains(mangled) {
        throw f.error(.ValueError, "'\(slot)' in __slots__ conflicts with class variable")
      }
      slots.insert(mangled)
      attributes[f.interpreter.intern(mangled)] = .object(SlotMember(f.interpreter.intern(mangled), owner: name))
    }
    let variable: [TypeObject] = [f.types.int, f.types[.bytes], f.types[.tuple]]
    if !slots.isEmpty, let base = bases.compactMap(\.nativeBase).first, variable.contains(where: { $0 === base }) {
      throw f.typeError("nonempty __slots__ not supported for subtype of '\(base.name.string)'")
    }
    return slots
  }

  private func isIdentifier(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first == "_" || first.properties.isXIDStart else { return false }
    return text.unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isXIDContinue }
  }

  /// A private name (`__x`) as methods of the class see it (`_Class__x`).
  private func mangle(_ slot: String) -> String {
    guard slot.hasPrefix("__"), !slot.hasSuffix("__") else { return slot }
    let owner = name.string.drop { $0 == "_" }
    return owner.isEmpty ? slot : "_\(owner)\(slot)"
  }

  // MARK: Attributes

  /// Does to the namespace what Python does with every class': wraps the implicit static and class methods, and adds
  /// what is missing.
  private func adjust(_ attributes: Dict, of type: TypeObject) throws(Raised) {
    if let qualifiedName = attributes[names[.__qualname__]] {
      guard let text = qualifiedName.payload.str else {
        throw f.typeError("type __qualname__ must be a str, not \(f.typeName(qualifiedName))")
      }
      type.qualifiedName = text
      attributes[names[.__qualname__]] = nil
    }
    if attributes[names[.__module__]] == nil { attributes[names[.__module__]] = .object(type.moduleName) }
    wrap(.__new__, as: .staticMethod, in: attributes)
    wrap(.__init_subclass__, as: .classMethod, in: attributes)
    wrap(.__class_getitem__, as: .classMethod, in: attributes)
    if attributes[names[.__eq__]] != nil, attributes[names[.__hash__]] == nil {
      attributes[names[.__hash__]] = Value.none
    }
    if type.allSlotNames == nil, !bases.contains(where: { $0.lookup(names[.__dict__]) != nil }) {
      attributes[names[.__dict__]] = ObjectType.makeDictionaryAttribute(of: type)
      if !bases.contains(where: { $0.lookup(names[.__weakref__]) != nil }) {
        attributes[names[.__weakref__]] = ObjectType.makeWeakReferenceAttribute(of: type)
      }
    }
    if attributes[names[.__doc__]] == nil { attributes[names[.__doc__]] = Value.none }
  }

  private func wrap(_ name: SpecialName, as kind: Object.Kind, in attributes: Dict) {
    guard let function = attributes[names[name]], function.function != nil else { return }
    attributes[names[name]] = .object(WrappedMethod(kind: kind, function: function))
  }

  /// The abstract methods that the class defines, or inherits and does not define.
  private func abstractMethods(of type: TypeObject) throws(Raised) -> [Str] {
    var methods: [Str] = []
    for item in namespace.items {
      if let name = item.key.str, try f.isAbstract(item.value) { methods.append(name) }
    }
    for base in bases {
      for name in base.abstractMethods where !methods.contains(where: { $0 == name }) {
        if let value = type.lookup(name), try f.isAbstract(value) { methods.append(name) }
      }
    }
    return methods
  }
}

extension Frame {
  /// Whether a class attribute is an abstract method or property.
  func isAbstract(_ value: Value) throws(Raised) -> Bool {
    guard case .object(let object) = value else { return false }
    switch object.kind {
    case .function, .instance, .native, .property, .staticMethod, .classMethod:
      guard let flag = try optionalAttribute(of: value, interpreter.names[.__isabstractmethod__]) else { return false }
      return try truth(flag)
    default: return false
    }
  }
}
