// Subscripts and slices of lists.

extension ListType {
  @inline(__always)
  static func item(_ list: List, _ key: Value, _ f: Frame) throws(Raised) -> Value {
    if case .int(let index) = key {
      let count = list.count
      let position = index < 0 ? index &+ count : index
      if position >= 0 && position < count { return list[position] }
    }
    return try generalItem(list, key, f)
  }

  private static func generalItem(_ list: List, _ key: Value, _ f: Frame) throws(Raised) -> Value {
    guard let slice = key.slice else {
      return list[try f.position(key, count: list.count, "list", message: "list index out of range")]
    }
    return .list(try f.members(of: list.items, slice))
  }

  static func setItem(_ list: List, _ key: Value, _ value: Value, _ f: Frame) throws(Raised) {
    if let slice = key.slice { return try setSlice(list, slice, value, f) }
    let position = try f.position(key, count: list.count, "list", message: "list assignment index out of range")
    list.store(value, at: position)
  }

  static func deleteItem(_ list: List, _ key: Value, _ f: Frame) throws(Raised) {
    if let slice = key.slice { return try deleteSlice(list, slice, f) }
    let position = try f.position(
      key, count: list.items.count, "list", message: "list assignment index out of range")
    _ = list.items.remove(at: position)
  }

  private static func setSlice(_ list: List, _ slice: Slice, _ value: Value, _ f: Frame) throws(Raised) {
    if let packed = list.packed?.takeUnretainedValue(), let new = value.list?.packed?.takeUnretainedValue() {
      let (start, _, step, count) = try f.resolve(slice, count: packed.count)
      if count == new.count, packed.store(new, from: start, step: step) { return }
    }
    let new: ContiguousArray<Value>
    do {
      new = try f.collect(value)
    } catch  where error.exception.type === f.types[.TypeError] && !f.isIterable(value) {
      throw f.typeError("must assign iterable to extended slice")
    }
    // The bounds count from the list as it is now: making the new members may have changed it.
    let (start, stop, step, count) = try f.resolve(slice, count: list.items.count)
    if step == 1 {
      let old = list.items
      list.items.replaceSubrange(start..<max(start, stop), with: new)
      withExtendedLifetime(old) {}
      return
    }
    if new.count != count {
      throw f.valueError("attempt to assign sequence of size \(new.count) to extended slice of size \(count)")
    }
    let old = list.items
    for index in 0..<count { list.items[start + index * step] = new[index] }
    withExtendedLifetime(old) {}
  }

  private static func deleteSlice(_ list: List, _ slice: Slice, _ f: Frame) throws(Raised) {
    let (start, stop, step, count) = try f.resolve(slice, count: list.items.count)
    if count == 0 { return }
    if step == 1 {
      let gone = ContiguousArray(list.items[start..<stop])
      list.items.removeSubrange(start..<stop)
      withExtendedLifetime(gone) {}
      return
    }
    let first = step > 0 ? start : start + (count - 1) * step
    let stride = step.magnitude
    var kept: ContiguousArray<Value> = []
    kept.reserveCapacity(list.items.count - count)
    for index in list.items.indices {
      let isPicked = index >= first && UInt(index - first) % stride == 0 && UInt(index - first) / stride < UInt(count)
      if !isPicked { kept.append(list.items[index]) }
    }
    replaceItems(of: list, kept)
  }
}

extension Frame {
  /// The members that a slice picks.
  func members(of items: ContiguousArray<Value>, _ slice: Slice) throws(Raised) -> ContiguousArray<Value> {
    let (start, stop, step, count) = try resolve(slice, count: items.count)
    if step == 1 { return start < stop ? ContiguousArray(items[start..<stop]) : [] }
    var picked: ContiguousArray<Value> = []
    picked.reserveCapacity(count)
    var index = start
    for _ in 0..<count {
      picked.append(items[index])
      index &+= step
    }
    return picked
  }

  /// Whether `iter(value)` would find a way.
  func isIterable(_ value: Value) -> Bool {
    if value.iterator != nil { return true }
    let type = types.type(of: value)
    return type.special(.__iter__).map { !$0.isNone } ?? (type.special(.__getitem__) != nil)
  }
}
