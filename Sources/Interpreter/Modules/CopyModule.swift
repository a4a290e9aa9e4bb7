// The module `copy`: shallow and deep copies.

enum CopyModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.function("copy", "x", .one { f, x throws(Raised) in
      try Copier(f, memo: nil).shallow(x)
    })
    m.function("deepcopy", "x, memo=None", .two { f, x, memo throws(Raised) in
      try Copier(f, memo: memo.payload.dict ?? Dict()).deep(x)
    })
    m.function("replace", "obj, /, **changes", .two(replace))
    m.exception("Error")
    m.constant("error", m.module.namespace[m.interpreter.intern("Error")] ?? .none)
  }

  private static func replace(_ f: Frame, _ object: Value, _ changes: Value) throws(Raised) -> Value {
    guard let method = f.types.type(of: object).lookup(f.interpreter.intern("__replace__")) else {
      throw f.typeError("replace() does not support \(f.typeName(object)) objects")
    }
    let keywords = changes.dict?.items.compactMap { item in item.key.str.map { (name: $0, value: item.value) } } ?? []
    return try f.call(method, CallArguments([object], keywords: keywords))
  }
}

/// Makes copies: shallow ones, and deep ones in which what occurs twice is copied once.
private struct Copier {
  private let f: Frame
  /// Copies by the identity of their originals; under its own identity, a list that keeps the originals alive.
  private let memo: Dict?

  init(_ f: Frame, memo: Dict?) {
    self.f = f
    self.memo = memo
  }

  // MARK: Shallow

  func shallow(_ value: Value) throws(Raised) -> Value {
    if isAtomic(value) { return value }
    if let list = value.list { return .list(list.items) }
    if let dict = value.dict { return .object(dict.copy()) }
    if let bytes = value.byteArray { return .object(ByteArray(bytes.bytes)) }
    if let set = value.cast(.set, SetObject.self) { return .object(SetType.copy(set)) }
    if value.tuple != nil || value.anySet != nil || value.slice != nil || value.boundMethod != nil { return value }
    if let method = method("__copy__", of: value) { return try f.call(method, value) }
    if let reduced = try reduced(value) { return try rebuild(value, reduced) { item throws(Raised) in item } }
    if let instance = value.instance {
      return try copy(instance, payload: shallow(instance.builtinPart)) { item throws(Raised) in item }
    }
    throw cannotCopy(value)
  }

  // MARK: Deep

  func deep(_ value: Value) throws(Raised) -> Value {
    if isAtomic(value) { return value }
    try f.checkNativeStack()
    let identity = Value.int(f.identity(value))
    if let known = try memo?.value(of: identity, f) { return known }
    let copy = try deepCopy(value, identity)
    if !copy.isIdentical(to: value) {
      try remember(copy, identity)
      try keepAlive(value)
    }
    return copy
  }

  private func deepCopy(_ value: Value, _ identity: Value) throws(Raised) -> Value {
    if let list = value.list {
      let copy = List()
      try remember(.object(copy), identity)
      var index = 0
      while index < list.count {
        copy.items.append(try deep(list[index]))
        index += 1
      }
      return .object(copy)
    }
    if let dict = value.dict {
      let copy = Dict(minimumCapacity: dict.count)
      try remember(.object(copy), identity)
      for item in dict.items { try copy.set(deep(item.key), deep(item.value), f) }
      return .object(copy)
    }
    if let tuple = value.tuple { return try deepTuple(tuple, identity) }
    if let bytes = value.byteArray { return .object(ByteArray(bytes.bytes)) }
    if let set = value.anySet {
      let copy = SetObject(frozen: set.kind == .frozenSet)
      for member in set.members { try copy.insert(deep(member), f) }
      return .object(copy)
    }
    if let slice = value.slice {
      return .object(Slice(lower: try deep(slice.lower), upper: try deep(slice.upper), step: try deep(slice.step)))
    }
    if let method = value.boundMethod {
      return .object(BoundMethod(function: method.function, receiver: try deep(method.receiver)))
    }
    if let method = method("__deepcopy__", of: value) { return try f.call(method, value, .object(memo ?? Dict())) }
    if let reduced = try reduced(value) { return try rebuild(value, reduced, deep) }
    if let instance = value.instance { return try deepInstance(instance, identity) }
    throw cannotCopy(value)
  }

  private func deepTuple(_ tuple: Tuple, _ identity: Value) throws(Raised) -> Value {
    var members: ContiguousArray<Value> = []
    var isSame = true
    for member in tuple.items {
      let copy = try deep(member)
      if !copy.isIdentical(to: member) { isSame = false }
      members.append(copy)
    }
    // A member that leads back to the tuple has copied it already.
    if let known = try memo?.value(of: identity, f) { return known }
    return isSame ? .object(tuple) : .tuple(members)
  }

  private func deepInstance(_ instance: Instance, _ identity: Value) throws(Raised) -> Value {
    let payload = instance.builtinPart
    // A mutable payload may lead back to the instance, which must be known before.
    if let list = payload.list {
      let copy = Instance(instance.type, payload: .object(List()))
      try remember(.object(copy), identity)
      for item in list.items { copy.payload.list?.items.append(try deep(item)) }
      return try fill(copy, from: instance, deep)
    }
    if let dict = payload.dict {
      let copy = Instance(instance.type, payload: .object(Dict()))
      try remember(.object(copy), identity)
      for item in dict.items { try copy.payload.dict?.set(deep(item.key), deep(item.value), f) }
      return try fill(copy, from: instance, deep)
    }
    let copy = Instance(instance.type, payload: payload.isUnbound ? .unbound : try deep(payload))
    try remember(.object(copy), identity)
    return try fill(copy, from: instance, deep)
  }

  private func remember(_ copy: Value, _ identity: Value) throws(Raised) {
    try memo?.set(identity, copy, f)
  }

  private func keepAlive(_ value: Value) throws(Raised) {
    guard let memo else { return }
    let own = Value.int(f.identity(.object(memo)))
    if let list = try memo.value(of: own, f)?.list {
      list.items.append(value)
    } else {
      try memo.set(own, .list([value]), f)
    }
  }

  // MARK: Instances

  private func copy(
    _ instance: Instance, payload: Value, _ transform: (Value) throws(Raised) -> Value
  ) throws(Raised) -> Value {
    try fill(Instance(instance.type, payload: payload), from: instance, transform)
  }

  /// Gives a new instance the state of another one, by `__getstate__` and `__setstate__` where the class has them.
  private func fill(
    _ copy: Instance, from instance: Instance, _ transform: (Value) throws(Raised) -> Value
  ) throws(Raised) -> Value {
    let original = Value.object(instance)
    let made = Value.object(copy)
    let getState = method("__getstate__", of: original)
    let setState = method("__setstate__", of: original)
    if getState == nil && setState == nil {
      for (name, value) in instance.attributes { copy.setAttribute(name, try transform(value)) }
      for item in instance.slotValues?.values.items ?? [] {
        guard let name = item.key.str else { continue }
        try f.setAttribute(of: made, name, transform(item.value))
      }
      return made
    }
    let state: Value
    if let getState {
      state = try f.call(getState, original)
    } else {
      state = .object(instance.materializeDictionary())
    }
    try setStateOf(made, transform(state), setState)
    return made
  }

  private func setStateOf(_ made: Value, _ state: Value, _ setState: Value?) throws(Raised) {
    if let setState {
      _ = try f.call(setState, made, state)
      return
    }
    var attributes = state
    if let pair = state.tuple?.items, pair.count == 2 {
      attributes = pair[0]
      for item in pair[1].payload.dict?.items ?? [] where item.key.str != nil {
        try f.setAttribute(of: made, item.key.str!, item.value)
      }
    }
    for item in attributes.payload.dict?.items ?? [] where item.key.str != nil {
      if let instance = made.instance {
        instance.setAttribute(f.interpreter.intern(item.key.str!), item.value)
      } else {
        try f.setAttribute(of: made, item.key.str!, item.value)
      }
    }
  }

  /// What a function registered in `copyreg`, `__reduce_ex__` or `__reduce__` returns where the type has its own; nil
  /// where it has none.
  private func reduced(_ value: Value) throws(Raised) -> Value? {
    if let registry = f.interpreter.modules[f.interpreter.intern("copyreg")]?.module?.namespace,
      let functions = registry[f.interpreter.intern("dispatch_table")]?.dict,
      let function = try functions.value(of: .object(f.types.type(of: value)), f)
    {
      return try f.call(function, value)
    }
    if let method = method("__reduce_ex__", of: value) { return try f.call(method, value, .int(4)) }
    if let method = method("__reduce__", of: value) { return try f.call(method, value) }
    return nil
  }

  /// Makes an object from what a reduction says: a callable, its arguments, a state, list items and dict items.
  private func rebuild(
    _ value: Value, _ reduced: Value, _ transform: (Value) throws(Raised) -> Value
  ) throws(Raised) -> Value {
    // A text names a global, of which there is just one.
    if reduced.payload.str != nil { return value }
    guard let parts = reduced.payload.tuple?.items, parts.count >= 2, let given = parts[1].payload.tuple else {
      throw f.typeError("__reduce__ must return a string or tuple")
    }
    var arguments: ContiguousArray<Value> = []
    for argument in given.items { arguments.append(try transform(argument)) }
    let made = try f.call(parts[0], CallArguments(arguments))
    try remember(made, .int(f.identity(value)))
    if parts.count > 2, !parts[2].isNone {
      try setStateOf(made, transform(parts[2]), method("__setstate__", of: made))
    }
    if parts.count > 3, !parts[3].isNone {
      let items = try f.iterate(parts[3])
      let append = try f.attribute(of: made, "append")
      while let item = try items.next(f) { _ = try f.call(append, transform(item)) }
    }
    if parts.count > 4, !parts[4].isNone {
      let items = try f.iterate(parts[4])
      while let pair = try items.next(f)?.payload.tuple?.items, pair.count == 2 {
        try f.setItem(of: made, transform(pair[0]), transform(pair[1]))
      }
    }
    return made
  }

  // MARK: Kinds

  /// A method of the value's type, nil where it is that of `object` or there is none.
  private func method(_ name: String, of value: Value) -> Value? {
    let name = f.interpreter.intern(name)
    guard let method = f.types.type(of: value).lookup(name) else { return nil }
    return f.types.object.lookup(name).map { $0.isIdentical(to: method) } ?? false ? nil : method
  }

  /// Whether the value is its own copy.
  private func isAtomic(_ value: Value) -> Bool {
    guard case .object(let object) = value else { return true }
    switch object.kind {
    case .bigInteger, .str, .bytes, .range, .function, .builtin, .type, .property: return true
    default: return false
    }
  }

  private func cannotCopy(_ value: Value) -> Raised {
    f.typeError("cannot pickle '\(f.typeName(value))' object")
  }
}
