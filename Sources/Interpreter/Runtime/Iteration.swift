// Iteration: from any iterable to an iterator in Swift.

extension Frame {
  /// An iterator over the members. Raises TypeError where the value is not iterable.
  public func iterate(_ value: Value) throws(Raised) -> Iterator {
    guard case .object(let object) = value else { throw notIterable(value) }
    switch object.kind {
    case .iterator: return unsafeDowncast(object, to: Iterator.self)
    case .generator: return GeneratorIterator(unsafeDowncast(object, to: Generator.self))
    case .list: return ListIterator(unsafeDowncast(object, to: List.self))
    case .tuple: return TupleIterator(unsafeDowncast(object, to: Tuple.self))
    case .str: return StrIterator(unsafeDowncast(object, to: Str.self))
    case .range: return RangeType.iterator(unsafeDowncast(object, to: RangeObject.self))
    case .dict: return DictIterator(unsafeDowncast(object, to: Dict.self), .keys)
    case .dictView: return (object as! DictView).makeIterator()
    case .set, .frozenSet: return SetIterator(unsafeDowncast(object, to: SetObject.self))
    case .bytes: return BytesIterator(value)
    case .byteArray: return BytesIterator(value)
    default: return try iterateSpecial(value)
    }
  }

  private func iterateSpecial(_ value: Value) throws(Raised) -> Iterator {
    let type = types.type(of: value)
    if let method = type.special(.__iter__), !method.isNone {
      let made = try call(bind(method, to: value))
      if let iterator = made.iterator { return iterator }
      if case .object(let object) = made, object.kind == .generator { return try iterate(made) }
      guard types.type(of: made).special(.__next__) != nil else {
        throw typeError("iter() returned non-iterator of type '\(typeName(made))'")
      }
      return SpecialIterator(made)
    }
    if type.special(.__getitem__) != nil, type.special(.__iter__) == nil { return IndexIterator(value) }
    throw notIterable(value)
  }

  private func notIterable(_ value: Value) -> Raised {
    typeError("'\(typeName(value))' object is not iterable")
  }

  /// All members.
  public func collect(_ value: Value) throws(Raised) -> ContiguousArray<Value> {
    if let list = value.list { return list.items }
    if let tuple = value.tuple { return tuple.items }
    if let text = value.str { return try characters(of: text) }
    var items: ContiguousArray<Value> = []
    let iterator = try iterate(value)
    if let remaining = iterator.remaining {
      try checkMemory(remaining, times: MemoryLayout<Value>.stride)
      items.reserveCapacity(remaining)
    }
    while let item = try iterator.next(self) { items.append(item) }
    return items
  }

  private func characters(of text: Str) throws(Raised) -> ContiguousArray<Value> {
    try checkMemory(text.count, times: MemoryLayout<Value>.stride)
    var items: ContiguousArray<Value> = []
    items.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      items.append(.object(interpreter.character(text[index])))
      index &+= 1
    }
    return items
  }

  /// The iterator as a value, as `iter(x)` returns it: a script's own iterator as it is.
  func iteratorValue(_ value: Value) throws(Raised) -> Value {
    if case .object(let object) = value, object.kind == .generator { return value }
    let iterator = try iterate(value)
    if let special = iterator as? SpecialIterator { return special.object }
    if let generator = iterator as? GeneratorIterator { return .object(generator.generator) }
    return .object(iterator)
  }

  /// `next(it)`; nil at the end.
  public func next(_ value: Value) throws(Raised) -> Value? {
    if let iterator = value.iterator { return try iterator.next(self) }
    if case .object(let object) = value, object.kind == .generator {
      return try unsafeDowncast(object, to: Generator.self).next(self)
    }
    guard types.type(of: value).special(.__next__) != nil else {
      throw typeError("'\(typeName(value))' object is not an iterator")
    }
    return try SpecialIterator(value).next(self)
  }
}

/// Asks an object's `__next__`.
final class SpecialIterator: Iterator {
  let object: Value

  init(_ object: Value) {
    self.object = object
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    do {
      return try f.callSpecial(.__next__, object)
    } catch where error.exception.type.isSubtype(of: f.types[.StopIteration]) {
      return nil
    }
  }
}

/// Asks an object's `__getitem__` for 0, 1, 2 … until it raises IndexError.
private final class IndexIterator: Iterator {
  private var object: Value?
  private var index = 0

  init(_ object: Value) {
    self.object = object
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    guard let object else { return nil }
    do {
      index += 1
      return try f.callSpecial(.__getitem__, object, .int(index - 1))
    } catch where error.exception.type.isSubtype(of: f.types[.IndexError])
      || error.exception.type.isSubtype(of: f.types[.StopIteration])
    {
      self.object = nil
      return nil
    }
  }
}
