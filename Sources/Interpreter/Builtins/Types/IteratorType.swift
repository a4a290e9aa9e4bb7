// The methods that every built-in iterator has.

enum IteratorType {
  static func define(_ t: TypeBuilder) {
    t.method("__iter__", "self, /", .one { _, this throws(Raised) in this })
    t.method("__next__", "self, /", .one(next))
    if typesWithLengthHint.contains(t.type.name.string) { t.method("__length_hint__", "self, /", .one(lengthHint)) }
  }

  /// The types whose iterators know how many members are left.
  private static let typesWithLengthHint = [
    "list_iterator", "list_reverseiterator", "tuple_iterator", "range_iterator", "set_iterator", "str_iterator",
    "str_ascii_iterator", "bytes_iterator", "bytearray_iterator", "reversed", "dict_keyiterator", "dict_valueiterator",
    "dict_itemiterator", "dict_reversekeyiterator", "dict_reversevalueiterator", "dict_reverseitemiterator", "repeat",
    "_deque_iterator", "_deque_reverse_iterator",
  ]

  private static func receiver(_ this: Value, _ method: SpecialName, _ f: Frame) throws(Raised) -> Iterator {
    guard let iterator = this.payload.iterator else {
      throw f.typeError("descriptor '\(method)' requires an iterator object but received a '\(f.typeName(this))'")
    }
    return iterator
  }

  private static func next(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    guard let value = try receiver(this, .__next__, f).next(f) else { throw f.stopIteration() }
    return value
  }

  private static func lengthHint(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .int(try receiver(this, .__length_hint__, f).remaining ?? 0)
  }
}

extension Frame {
  /// What ends an iteration.
  func stopIteration() -> Raised {
    Raised(ExceptionObject(types[.StopIteration]))
  }
}
