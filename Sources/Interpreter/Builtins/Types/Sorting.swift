// What `list.sort` and `sorted` do: the keys decide which order is cheapest, then Timsort works on stand-ins.

enum Sorting {
  /// Sorts values stably by themselves or, where `key` is not None, by what it returns for each. When a comparison
  /// raises, the values are left in some order.
  static func sort(
    _ items: inout ContiguousArray<Value>, key: Value, isReversed: Bool, _ f: Frame
  ) throws(Raised) {
    var keys: ContiguousArray<Value> = []
    if !key.isNone {
      keys.reserveCapacity(items.count)
      for item in items { keys.append(try f.call(key, item)) }
    }
    if items.count < 2 { return }
    // Reversed before and after, equal members keep their order.
    if isReversed {
      items.reverse()
      keys.reverse()
    }
    defer { if isReversed { items.reverse() } }
    if key.isNone { try sortPlain(&items, f) } else { try sort(&items, by: keys, f) }
  }

  private static func sortPlain(_ items: inout ContiguousArray<Value>, _ f: Frame) throws(Raised) {
    if var numbers = ints(items) {
      numbers.sort()
      for index in numbers.indices { items[index] = .int(numbers[index]) }
    } else if var numbers = floats(items) {
      numbers.sort()
      for index in numbers.indices { items[index] = .float(numbers[index]) }
    } else {
      try sort(&items, by: items, f)
    }
  }

  private static func sort(
    _ items: inout ContiguousArray<Value>, by keys: ContiguousArray<Value>, _ f: Frame
  ) throws(Raised) {
    if let numbers = ints(keys) {
      arrange(&items, Ranked.rank(numbers)) { $0.key < $1.key }
    } else if let numbers = floats(keys) {
      arrange(&items, Ranked.rank(numbers)) { $0.key < $1.key }
    } else if let prefixes = textPrefixes(keys) {
      // By their prefixes first, by all of their scalars only where these are equal.
      arrange(&items, Ranked.rank(prefixes)) { a, b in
        a.key != b.key ? a.key < b.key : Str.compare(keys[a.index].str!, keys[b.index].str!) < 0
      }
    } else {
      try keys.withUnsafePointer { pointer throws(Raised) in
        let indices = ContiguousArray(keys.indices.map { Ranked(key: UInt8(0), index: $0) })
        try arrange(&items, indices, by: GeneralOrder(keys: pointer, frame: f))
      }
    }
  }

  /// Sorts ranks by comparisons that cannot raise, equal ones by position, and puts the items into their order.
  private static func arrange<Key>(
    _ items: inout ContiguousArray<Value>, _ ranks: ContiguousArray<Ranked<Key>>,
    _ isLess: (Ranked<Key>, Ranked<Key>) -> Bool
  ) {
    var ranks = ranks
    ranks.sort { a, b in isLess(a, b) || (a.index < b.index && !isLess(b, a)) }
    items = ContiguousArray(ranks.lazy.map { [items] in items[$0.index] })
  }

  /// Sorts the ranks and puts the items into their order, also when a comparison raised.
  private static func arrange<Key, Order: SortOrder>(
    _ items: inout ContiguousArray<Value>, _ ranks: ContiguousArray<Ranked<Key>>, by order: Order
  ) throws(Raised) where Order.Element == Ranked<Key> {
    var ranks = ranks
    defer { items = ContiguousArray(ranks.lazy.map { [items] in items[$0.index] }) }
    try Timsort.sort(&ranks, by: order)
  }

  // MARK: Keys of one kind

  private static func ints(_ values: ContiguousArray<Value>) -> ContiguousArray<Int>? {
    guard case .int = values[0] else { return nil }
    var numbers: ContiguousArray<Int> = []
    numbers.reserveCapacity(values.count)
    for value in values {
      guard case .int(let number) = value else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  /// The numbers, nil unless all are floats in a total order: a NaN makes the result depend on the way of sorting.
  private static func floats(_ values: ContiguousArray<Value>) -> ContiguousArray<Double>? {
    guard case .float = values[0] else { return nil }
    var numbers: ContiguousArray<Double> = []
    numbers.reserveCapacity(values.count)
    for value in values {
      guard case .float(let number) = value, !number.isNaN else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  /// The first eight scalars of each text as one number that orders as the texts do; nil unless all are Latin-1 texts.
  private static func textPrefixes(_ values: ContiguousArray<Value>) -> ContiguousArray<UInt64>? {
    guard values[0].str != nil else { return nil }
    var prefixes: ContiguousArray<UInt64> = []
    prefixes.reserveCapacity(values.count)
    for value in values {
      guard let text = value.str, text.width == .one else { return nil }
      var prefix: UInt64 = 0
      for index in 0..<8 { prefix = prefix << 8 | (index < text.count ? UInt64(text.narrow[index]) : 0) }
      prefixes.append(prefix)
    }
    return prefixes
  }
}

/// A key, or a part of it, with the position of the member that it stands for.
private struct Ranked<Key: BitwiseCopyable>: BitwiseCopyable {
  let key: Key
  let index: Int

  static func rank(_ keys: ContiguousArray<Key>) -> ContiguousArray<Ranked> {
    ContiguousArray(keys.enumerated().lazy.map { Ranked(key: $1, index: $0) })
  }
}

/// Any values by their `<`.
private struct GeneralOrder: SortOrder {
  let keys: UnsafePointer<Value>
  let frame: Frame

  func isLess(_ a: Ranked<UInt8>, _ b: Ranked<UInt8>) throws(Raised) -> Bool {
    try frame.isLess(keys[a.index], keys[b.index])
  }
}

extension ContiguousArray where Element == Value {
  /// Calls `body` with the address of the members, which must not change meanwhile.
  fileprivate func withUnsafePointer(
    _ body: (UnsafePointer<Value>) throws(Raised) -> Void
  ) throws(Raised) {
    try withUnsafeBufferPointer { buffer throws(Raised) in try body(buffer.baseAddress!) }
  }
}
