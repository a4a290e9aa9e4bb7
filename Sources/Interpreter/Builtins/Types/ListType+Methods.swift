// The methods of lists.

extension ListType {
  static func append(_ f: Frame, _ this: Value, _ item: Value) throws(Raised) -> Value {
    try f.list(this, "append").items.append(item)
    return .none
  }

  static func extend(_ f: Frame, _ this: Value, _ iterable: Value) throws(Raised) -> Value {
    try extend(f.list(this, "extend"), with: iterable, f)
    return .none
  }

  /// Appends the members of any iterable. When the iterable raises, what it gave before stays.
  static func extend(_ list: List, with iterable: Value, _ f: Frame) throws(Raised) {
    if let other = iterable.list {
      list.items.append(contentsOf: other.items)
    } else if let other = iterable.tuple {
      list.items.append(contentsOf: other.items)
    } else {
      let iterator = try f.iterate(iterable)
      if let remaining = iterator.remaining, remaining > list.items.capacity - list.items.count {
        try f.checkMemory(remaining, times: MemoryLayout<Value>.stride)
        list.items.reserveCapacity(max(list.items.count + remaining, list.items.count * 2))
      }
      while let item = try iterator.next(f) { list.items.append(item) }
    }
  }

  static func insert(_ f: Frame, _ this: Value, _ index: Value, _ item: Value) throws(Raised) -> Value {
    let list = try f.list(this, "insert")
    let index = try f.size(index)
    let count = list.items.count
    list.items.insert(item, at: index < 0 ? max(index + count, 0) : min(index, count))
    return .none
  }

  static func pop(_ f: Frame, _ this: Value, _ index: Value) throws(Raised) -> Value {
    let list = try f.list(this, "pop")
    if index.isUnbound {
      guard let last = list.items.popLast() else { throw f.indexError("pop from empty list") }
      return last
    }
    var index = try f.size(index)
    let count = list.items.count
    if count == 0 { throw f.indexError("pop from empty list") }
    if index < 0 { index += count }
    if index < 0 || index >= count { throw f.indexError("pop index out of range") }
    return list.items.remove(at: index)
  }

  static func remove(_ f: Frame, _ this: Value, _ item: Value) throws(Raised) -> Value {
    let list = try f.list(this, "remove")
    guard let index = try firstIndex(of: item, in: list, from: 0, to: .max, f) else {
      throw f.valueError("list.remove(x): x not in list")
    }
    if index < list.items.count { _ = list.items.remove(at: index) }
    return .none
  }

  static func clear(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    replaceItems(of: try f.list(this, "clear"), [])
    return .none
  }

  static func copy(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .list(try f.list(this, "copy").items)
  }

  static func index(
    _ f: Frame, _ this: Value, _ item: Value, _ start: Value, _ stop: Value
  ) throws(Raised) -> Value {
    let list = try f.list(this, "index")
    let count = list.items.count
    let lower = try f.searchBound(start, default: 0, count)
    let upper = try f.searchBound(stop, default: .max, count)
    guard let index = try firstIndex(of: item, in: list, from: lower, to: upper, f) else {
      throw f.valueError("\(try f.repr(item).string) is not in list")
    }
    return .int(index)
  }

  static func count(_ f: Frame, _ this: Value, _ item: Value) throws(Raised) -> Value {
    let list = try f.list(this, "count")
    var count = 0
    var index = 0
    while index < list.items.count {
      if try f.isEqual(list.items[index], item) { count += 1 }
      index += 1
    }
    return .int(count)
  }

  static func reverse(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    try f.list(this, "reverse").items.reverse()
    return .none
  }

  static func reversed(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .object(ReversedListIterator(try f.list(this, "__reversed__")))
  }

  static func sort(_ f: Frame, _ a: Arguments) throws(Raised) -> Value {
    let list = try f.list(a[0], "sort")
    try sort(list, key: a[1], reverse: a[2], f)
    return .none
  }

  /// Sorts in place, stably. While it sorts, the list is empty to whoever looks.
  static func sort(_ list: List, key: Value, reverse: Value, _ f: Frame) throws(Raised) {
    let isReversed = reverse.isUnbound ? false : try f.truth(reverse)
    var items = list.items
    list.items = []
    do {
      try Sorting.sort(&items, key: key.isUnbound ? .none : key, isReversed: isReversed, f)
    } catch {
      replaceItems(of: list, items)
      throw error
    }
    // An empty array that never held anything has no capacity.
    let wasModified = list.items.capacity != 0
    replaceItems(of: list, items)
    if wasModified { throw f.valueError("list modified during sort") }
  }
}

extension Frame {
  /// A bound of `index(value, start, stop)`, negative ones counted from the end.
  func searchBound(_ bound: Value, default: Int, _ count: Int) throws(Raised) -> Int {
    if bound.isUnbound { return `default` }
    if bound.bigInt == nil, types.type(of: bound).special(.__index__) == nil {
      throw typeError("slice indices must be integers or have an __index__ method")
    }
    let index = try sliceIndex(bound)
    return index < 0 ? max(index + count, 0) : index
  }
}
