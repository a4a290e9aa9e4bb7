// Subscripts, slices, lengths and indices.

extension Frame {
  /// `container[key]`.
  public func item(of container: Value, _ key: Value) throws(Raised) -> Value {
    if case .object(let object) = container {
      switch object.kind {
      case .list: return try ListType.item(unsafeDowncast(object, to: List.self), key, self)
      case .tuple: return try TupleType.item(unsafeDowncast(object, to: Tuple.self), key, self)
      case .dict:
        if let value = try unsafeDowncast(object, to: Dict.self).value(of: key, self) { return value }
        throw keyError(key)
      case .str: return try StrType.item(unsafeDowncast(object, to: Str.self), key, self)
      case .bytes: return try BytesType.item(unsafeDowncast(object, to: Bytes.self).bytes, key, self)
      case .byteArray: return try ByteArrayType.item(unsafeDowncast(object, to: ByteArray.self), key, self)
      case .range: return try RangeType.item(unsafeDowncast(object, to: RangeObject.self), key, self)
      case .type: return try TypeType.item(unsafeDowncast(object, to: TypeObject.self), key, self)
      case .native: if let value = try object.item(at: key, self) { return value }
      default: break
      }
      if let dict = inheritedDict(object, .__getitem__) {
        if let value = try dict.value(of: key, self) { return value }
        if let value = try callSpecial(.__missing__, container, key) { return value }
        throw keyError(key)
      }
      if let value = try callSpecial(.__getitem__, container, key) { return value }
    }
    throw typeError("'\(typeName(container))' object is not subscriptable")
  }

  /// The table of an instance of a subclass of `dict` that leaves a special method as `dict` has it.
  private func inheritedDict(_ object: Object, _ name: SpecialName) -> Dict? {
    guard object.kind == .instance else { return nil }
    let instance = unsafeDowncast(object, to: Instance.self)
    guard let dict = instance.payload.dict, let method = instance.type.special(name),
      let own = types[.dict].special(name), method.isIdentical(to: own)
    else { return nil }
    return dict
  }

  /// `container[key] = value`.
  public func setItem(of container: Value, _ key: Value, _ value: Value) throws(Raised) {
    if case .object(let object) = container {
      switch object.kind {
      case .list: return try ListType.setItem(unsafeDowncast(object, to: List.self), key, value, self)
      case .dict: return try unsafeDowncast(object, to: Dict.self).set(key, value, self)
      case .byteArray: return try ByteArrayType.setItem(unsafeDowncast(object, to: ByteArray.self), key, value, self)
      case .native: if try object.setItem(at: key, value, self) { return }
      default: break
      }
      if let dict = inheritedDict(object, .__setitem__) { return try dict.set(key, value, self) }
      if try callSpecial(.__setitem__, container, key, value) != nil { return }
    }
    throw typeError("'\(typeName(container))' object does not support item assignment")
  }

  /// `del container[key]`.
  public func deleteItem(of container: Value, _ key: Value) throws(Raised) {
    if case .object(let object) = container {
      switch object.kind {
      case .list: return try ListType.deleteItem(unsafeDowncast(object, to: List.self), key, self)
      case .dict:
        if try unsafeDowncast(object, to: Dict.self).remove(key, self) == nil { throw keyError(key) }
        return
      case .byteArray: return try ByteArrayType.deleteItem(unsafeDowncast(object, to: ByteArray.self), key, self)
      default: break
      }
      if try callSpecial(.__delitem__, container, key) != nil { return }
    }
    throw typeError("'\(typeName(container))' object doesn't support item deletion")
  }

  /// `len(container)`.
  public func length(_ container: Value) throws(Raised) -> Int {
    if case .object(let object) = container {
      switch object.kind {
      case .list: return unsafeDowncast(object, to: List.self).count
      case .tuple: return unsafeDowncast(object, to: Tuple.self).items.count
      case .dict: return unsafeDowncast(object, to: Dict.self).count
      case .str: return unsafeDowncast(object, to: Str.self).count
      case .set, .frozenSet: return unsafeDowncast(object, to: SetObject.self).count
      case .bytes: return unsafeDowncast(object, to: Bytes.self).bytes.count
      case .byteArray: return unsafeDowncast(object, to: ByteArray.self).bytes.count
      case .range: return try RangeType.length(unsafeDowncast(object, to: RangeObject.self), self)
      case .dictView: return (object as! DictView).count
      case .native: if let count = object.memberCount { return count }
      default: break
      }
      if let value = try callSpecial(.__len__, container) {
        let count = try size(value, "cannot fit 'int' into an index-sized integer")
        if count < 0 { throw valueError("__len__() should return >= 0") }
        return count
      }
    }
    throw typeError("object of type '\(typeName(container))' has no len()")
  }

  /// The integer that a value stands for where an index is needed (`__index__`). Raises TypeError for others,
  /// OverflowError past 64 bits.
  public func index(_ value: Value) throws(Raised) -> Int {
    switch value {
    case .int(let index): return index
    case .bool(let truth): return truth ? 1 : 0
    default: break
    }
    let integer = try integerValue(value)
    if case .int(let index) = integer { return index }
    throw error(.IndexError, "cannot fit 'int' into an index-sized integer")
  }

  /// The integer that a value stands for where a number of things is needed. Raises TypeError for others,
  /// OverflowError past 64 bits.
  public func size(
    _ value: Value, _ message: @autoclosure () -> String = "Python int too large to convert to C ssize_t"
  ) throws(Raised) -> Int {
    if case .int(let size) = value { return size }
    if case .int(let size) = try integerValue(value) { return size }
    throw overflowError(message())
  }

  /// The int of any size that a value stands for by `__index__`. Raises TypeError where it has none.
  public func integerValue(_ value: Value) throws(Raised) -> Value {
    switch value.payload {
    case .int, .object(_ as BigInteger): return value.payload
    case .bool(let truth): return .int(truth ? 1 : 0)
    default: break
    }
    if let made = try callSpecial(.__index__, value) {
      switch made.payload {
      case .int, .object(_ as BigInteger): return made.payload
      case .bool(let truth): return .int(truth ? 1 : 0)
      default: throw typeError("__index__ returned non-int (type \(typeName(made)))")
      }
    }
    throw typeError("'\(typeName(value))' object cannot be interpreted as an integer")
  }

  /// A position in a sequence of `count` members, negative ones counted from the end. Raises IndexError, with
  /// `message`, when out of range, and TypeError, naming the `sequence`, when no integer.
  public func position(
    _ key: Value, count: Int, _ sequence: @autoclosure () -> String, message: @autoclosure () -> String
  ) throws(Raised) -> Int {
    var index: Int
    if case .int(let given) = key {
      index = given
    } else {
      if key.bigInt == nil, types.type(of: key).special(.__index__) == nil {
        throw typeError("\(sequence()) indices must be integers or slices, not \(typeName(key))")
      }
      index = try self.index(key)
    }
    if index < 0 { index += count }
    if index < 0 || index >= count { throw indexError(message()) }
    return index
  }

  /// The members that a slice picks from a sequence of `count`.
  public func resolve(_ slice: Slice, count: Int) throws(Raised) -> (start: Int, stop: Int, step: Int, count: Int) {
    let step = slice.step.isNone ? 1 : try sliceIndex(slice.step)
    if step == 0 { throw valueError("slice step cannot be zero") }
    func clamp(_ index: Int) -> Int {
      let index = index < 0 ? index + count : index
      return step > 0 ? min(max(index, 0), count) : min(max(index, -1), count - 1)
    }
    let start = slice.lower.isNone ? (step > 0 ? 0 : count - 1) : clamp(try sliceIndex(slice.lower))
    let stop = slice.upper.isNone ? (step > 0 ? count : -1) : clamp(try sliceIndex(slice.upper))
    let length = step > 0
      ? (stop > start ? (stop - start - 1) / step + 1 : 0)
      : (start > stop ? (start - stop - 1) / (step == .min ? .max : -step) + 1 : 0)
    return (start, stop, step, length)
  }

  /// An end of a slice, clamped to 64 bits. Raises TypeError for what is no index.
  func sliceIndex(_ value: Value) throws(Raised) -> Int {
    if case .int(let index) = value { return index }
    if value.bigInt == nil, types.type(of: value).special(.__index__) == nil {
      throw typeError("slice indices must be integers or None or have an __index__ method")
    }
    let integer = try integerValue(value)
    if case .int(let index) = integer { return index }
    return integer.bigInt!.sign == .minus ? Int.min / 2 : Int.max / 2
  }
}
