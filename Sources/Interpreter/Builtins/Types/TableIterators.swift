// The iterators of dicts and sets, which notice when the table changes below them.

/// Goes through the keys, values or items of a dict in order of insertion.
final class DictIterator: Iterator {
  private var dict: Dict?
  private let part: DictPart
  private var position = 0
  /// Number of items that the dict must keep; -1 once it did not.
  private var expected: Int
  private var left: Int

  init(_ dict: Dict, _ part: DictPart) {
    self.dict = dict
    self.part = part
    expected = dict.count
    left = dict.count
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    guard let dict, let entry = try nextEntry(dict, f) else { return nil }
    return dict.member(at: entry, part)
  }

  override var yieldsPairs: Bool { part == .items }

  override func nextPair(_ f: Frame) throws(Raised) -> (Value, Value)? {
    guard let dict, let entry = try nextEntry(dict, f) else { return nil }
    return (dict.entries[entry].key, dict.entries[entry].value)
  }

  /// Where the next entry stands, nil at the end.
  @inline(__always)
  private func nextEntry(_ dict: Dict, _ f: Frame) throws(Raised) -> Int? {
    if dict.count != expected {
      expected = -1
      throw f.runtimeError("dictionary changed size during iteration")
    }
    guard let entry = dict.nextPosition(&position) else {
      self.dict = nil
      return nil
    }
    if left == 0 {
      self.dict = nil
      throw f.runtimeError("dictionary keys changed during iteration")
    }
    left &-= 1
    return entry
  }

  override var typeName: String { "dict_\(part.iteratorName)iterator" }

  override var remaining: Int? { dict.map { $0.count == expected ? left : 0 } ?? 0 }
}

/// Goes through the keys, values or items of a dict from the last to the first.
final class ReversedDictIterator: Iterator {
  private var dict: Dict?
  private let part: DictPart
  private var position = Int.max
  private var expected: Int
  private var left: Int

  init(_ dict: Dict, _ part: DictPart) {
    self.dict = dict
    self.part = part
    expected = dict.count
    left = dict.count
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    guard let dict else { return nil }
    if dict.count != expected {
      expected = -1
      throw f.runtimeError("dictionary changed size during iteration")
    }
    guard let entry = dict.previousPosition(position) else {
      self.dict = nil
      return nil
    }
    position = entry
    left -= 1
    return dict.member(at: entry, part)
  }

  override var typeName: String { "dict_reverse\(part.iteratorName)iterator" }

  override var remaining: Int? { dict.map { $0.count == expected ? left : 0 } ?? 0 }
}

extension Dict {
  /// The key, the value or the pair of both that stands at a position.
  @inline(__always)
  fileprivate func member(at entry: Int, _ part: DictPart) -> Value {
    switch part {
    case .keys: entries[entry].key
    case .values: entries[entry].value
    case .items: .tuple([entries[entry].key, entries[entry].value])
    }
  }
}

extension DictPart {
  /// The part as the iterators' names give it.
  fileprivate var iteratorName: String {
    switch self {
    case .keys: "key"
    case .values: "value"
    case .items: "item"
    }
  }
}

/// Goes through the members of a set in the order of its table.
final class SetIterator: Iterator {
  private var set: SetObject?
  private var position = 0
  private var expected: Int
  private var left: Int

  init(_ set: SetObject) {
    self.set = set
    expected = set.count
    left = expected
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    guard let set else { return nil }
    if set.count != expected {
      expected = -1
      throw f.runtimeError("Set changed size during iteration")
    }
    guard let (key, _) = set.next(&position) else {
      self.set = nil
      return nil
    }
    left &-= 1
    return key
  }

  override var typeName: String { "set_iterator" }

  override var remaining: Int? { self.set.map { $0.count == expected ? left : 0 } ?? 0 }
}
