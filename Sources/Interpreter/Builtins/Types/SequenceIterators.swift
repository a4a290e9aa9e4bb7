// The iterators of list, tuple and range.

/// Goes forward through a list, which may change meanwhile.
final class ListIterator: Iterator {
  private var list: List?
  private var index = 0

  init(_ list: List) {
    self.list = list
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    guard let list else { return nil }
    if index < list.count {
      let item = list[index]
      index &+= 1
      return item
    }
    self.list = nil
    return nil
  }

  override var typeName: String { "list_iterator" }

  override var remaining: Int? { list.map { max($0.count - index, 0) } ?? 0 }
}

/// Goes backward through a list, which may change meanwhile.
final class ReversedListIterator: Iterator {
  private var list: List?
  private var index: Int

  init(_ list: List) {
    self.list = list
    index = list.count - 1
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    guard let list else { return nil }
    if index >= 0, index < list.count {
      let item = list[index]
      index &-= 1
      return item
    }
    self.list = nil
    return nil
  }

  override var typeName: String { "list_reverseiterator" }

  override var remaining: Int? { list.map { index < $0.count ? index + 1 : 0 } ?? 0 }
}

/// Goes through a tuple.
final class TupleIterator: Iterator {
  private let tuple: Tuple
  private var index = 0

  init(_ tuple: Tuple) {
    self.tuple = tuple
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    guard index < tuple.items.count else { return nil }
    let item = tuple.items[index]
    index &+= 1
    return item
  }

  override var typeName: String { "tuple_iterator" }

  override var remaining: Int? { tuple.items.count - index }
}

/// Counts through a range.
final class RangeIterator: Iterator {
  private var value: Int
  private let step: Int
  private var left: Int

  init(from start: Int, step: Int, count: Int) {
    value = start
    self.step = step
    left = count
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    guard left > 0 else { return nil }
    left &-= 1
    let member = value
    value &+= step
    return .int(member)
  }

  override var typeName: String { "range_iterator" }

  override var remaining: Int? { left }
}

/// Counts through a range of integers of any size.
final class LongRangeIterator: Iterator {
  private var value: BigInt
  private let step: BigInt
  private var left: BigInt

  init(from start: BigInt, step: BigInt, count: BigInt) {
    value = start
    self.step = step
    left = count
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    guard left > 0 else { return nil }
    left = left - 1
    let member = value
    value = value + step
    return .integer(member)
  }

  override var typeName: String { "longrange_iterator" }
}

/// Goes backward through any sequence by its `__getitem__`: what `reversed` makes.
final class ReversedIterator: Iterator {
  private var sequence: Value?
  private var index: Int

  init(_ sequence: Value, count: Int) {
    self.sequence = sequence
    index = count - 1
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    guard let sequence, index >= 0 else {
      self.sequence = nil
      return nil
    }
    do {
      index -= 1
      return try f.item(of: sequence, .int(index + 1))
    } catch
      where error.exception.type.isSubtype(of: f.types[.IndexError])
      || error.exception.type.isSubtype(of: f.types[.StopIteration])
    {
      self.sequence = nil
      return nil
    }
  }

  override var typeName: String { "reversed" }

  override var remaining: Int? { sequence == nil ? 0 : index + 1 }
}
