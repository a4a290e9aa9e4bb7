// What `list.sort` and `sorted` do: as much of the order as fits in a machine word comes from a radix sort, the rest
// from Timsort.

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
    try sort(&items, by: key.isNone ? items : keys, f)
  }

  private static func sort(
    _ items: inout ContiguousArray<Value>, by keys: ContiguousArray<Value>, _ f: Frame
  ) throws(Raised) {
    var ranks: ContiguousArray<Ranked>
    var failure: Raised?
    if let digest = KeyDigest(keys) {
      ranks = digest.ranks
      RadixSort.sort(&ranks)
      if !digest.isDecisive {
        do throws(Raised) { try sortTies(&ranks, by: keys, f) } catch { failure = error }
      }
    } else {
      ranks = Ranked.inOrder(keys.count)
      do throws(Raised) { try sort(&ranks, by: keys, f) } catch { failure = error }
    }
    arrange(&items, ranks)
    if let failure { throw failure }
  }

  /// Sorts each stretch of ranks with the same digest by what they stand for.
  private static func sortTies(
    _ ranks: inout ContiguousArray<Ranked>, by keys: ContiguousArray<Value>, _ f: Frame
  ) throws(Raised) {
    var start = 0
    while start < ranks.count {
      var end = start + 1
      while end < ranks.count, ranks[end].digest == ranks[start].digest { end += 1 }
      if end - start > 1 {
        var ties = ContiguousArray(ranks[start..<end])
        var failure: Raised?
        do throws(Raised) { try sort(&ties, by: keys, f) } catch { failure = error }
        ranks.replaceSubrange(start..<end, with: ties)
        if let failure { throw failure }
      }
      start = end
    }
  }

  private static func sort(
    _ ranks: inout ContiguousArray<Ranked>, by keys: ContiguousArray<Value>, _ f: Frame
  ) throws(Raised) {
    try keys.withUnsafePointer { pointer throws(Raised) in
      try Timsort.sort(&ranks, by: GeneralOrder(keys: pointer, frame: f))
    }
  }

  /// Puts the items into the order of the ranks, which name each of them once: only bits move, no reference counts.
  private static func arrange(_ items: inout ContiguousArray<Value>, _ ranks: ContiguousArray<Ranked>) {
    items.withUnsafeMutableBufferPointer { items in
      let source = UnsafeMutablePointer<Value>.allocate(capacity: items.count)
      source.moveInitialize(from: items.baseAddress!, count: items.count)
      for (position, rank) in ranks.enumerated() {
        (items.baseAddress! + position).moveInitialize(from: source + Int(rank.index), count: 1)
      }
      source.deallocate()
    }
  }
}

/// A member of what is sorted: its position before, and a number that orders as far as it can tell.
struct Ranked: BitwiseCopyable {
  var digest: UInt64
  let index: UInt32

  static func inOrder(_ count: Int) -> ContiguousArray<Ranked> {
    ContiguousArray((0..<count).lazy.map { Ranked(digest: 0, index: UInt32(truncatingIfNeeded: $0)) })
  }
}

/// What of the order of values of one kind fits in 64 bits each.
private struct KeyDigest {
  let ranks: ContiguousArray<Ranked>
  /// Whether values with the same digest are equal.
  let isDecisive: Bool

  /// Nil where the values are of several kinds, or of one without a digest.
  init?(_ keys: ContiguousArray<Value>) {
    var ranks = Ranked.inOrder(keys.count)
    switch keys[0] {
    case .int, .float: isDecisive = true
    default: isDecisive = false
    }
    guard KeyDigest.fill(&ranks, keys, { $0 }) || KeyDigest.fill(&ranks, keys, KeyDigest.firstMember) else { return nil }
    self.ranks = ranks
  }

  /// The first member of a tuple, which decides where it can.
  private static func firstMember(_ value: Value) -> Value {
    guard let tuple = value.tuple, !tuple.items.isEmpty else { return .unbound }
    return tuple.items[0]
  }

  /// Digests a part of each key. Returns whether all were of the first one's kind, and had a digest.
  @inline(__always)
  private static func fill(
    _ ranks: inout ContiguousArray<Ranked>, _ keys: ContiguousArray<Value>, _ part: (Value) -> Value
  ) -> Bool {
    switch part(keys[0]) {
    case .int:
      for index in ranks.indices {
        guard case .int(let number) = part(keys[index]) else { return false }
        ranks[index].digest = UInt64(bitPattern: Int64(number)) ^ (1 << 63)
      }
    case .float:
      for index in ranks.indices {
        // A NaN has no place in any order: the result depends on the way of sorting.
        guard case .float(let number) = part(keys[index]), !number.isNaN else { return false }
        let bits = (number + 0).bitPattern
        ranks[index].digest = bits >> 63 == 1 ? ~bits : bits ^ (1 << 63)
      }
    case .object(let first) where first.kind == .str:
      for index in ranks.indices {
        guard let text = part(keys[index]).str, text.width == .one else { return false }
        ranks[index].digest = text.prefix
      }
    default: return false
    }
    return true
  }
}

extension Str {
  /// The first eight scalars of a Latin-1 text as one number, which orders as they do.
  fileprivate var prefix: UInt64 {
    let units = units
    if count >= 8 { return units.loadUnaligned(as: UInt64.self).bigEndian }
    var prefix: UInt64 = 0
    for index in 0..<count {
      prefix |= UInt64(units.load(fromByteOffset: index, as: UInt8.self)) << UInt64(56 - 8 * index)
    }
    return prefix
  }
}

/// Any values by their `<`.
private struct GeneralOrder: SortOrder {
  let keys: UnsafePointer<Value>
  let frame: Frame

  func isLess(_ a: Ranked, _ b: Ranked) throws(Raised) -> Bool {
    try frame.isLess(keys[Int(a.index)], keys[Int(b.index)])
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
