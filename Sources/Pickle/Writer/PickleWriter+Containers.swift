// Values with parts: list, dict, set, tuple, frozenset.

extension PickleWriter {
  /// Starts a list; its items follow in a `PickleBatch`. It can be referred to from inside itself.
  @inlinable
  public func beginList(identity: ObjectIdentifier?) { begin(.emptyList, identity) }

  /// Starts a dict; its keys and values follow in turn in a `PickleBatch`.
  @inlinable
  public func beginDict(identity: ObjectIdentifier?) { begin(.emptyDict, identity) }

  /// Starts a set; its items follow in a `PickleBatch`.
  @inlinable
  public func beginSet(identity: ObjectIdentifier?) { begin(.emptySet, identity) }

  @inlinable
  func begin(_ opcode: Opcode, _ identity: ObjectIdentifier?) {
    beginValue()
    emit(opcode)
    memoize(identity)
  }

  /// Starts a tuple of `count` items, which follow, and then `endTuple`.
  @inlinable
  public func beginTuple(count: Int) {
    beginValue()
    if count > 3 { emit(.mark) }
  }

  /// Makes a tuple of the `count` values just written.
  ///
  /// A tuple that holds itself (through a list, say) has been written whole while its items were: then those items
  /// are dropped for a reference to it.
  @inlinable
  public func endTuple(count: Int, identity: ObjectIdentifier?) {
    if count == 0 { return emit(.emptyTuple) }
    if let identity, let index = memo.index(of: identity) {
      if count > 3 {
        emit(.popMark)
      } else {
        for _ in 0..<count { emit(.pop) }
      }
      return writeGet(index)
    }
    switch count {
    case 1: emit(.tuple1)
    case 2: emit(.tuple2)
    case 3: emit(.tuple3)
    default: emit(.tuple)
    }
    memoize(identity)
  }

  /// Starts a frozenset; its items follow, and then `endFrozenSet`.
  @inlinable
  public func beginFrozenSet() {
    beginValue()
    emit(.mark)
  }

  /// Makes a frozenset of the values since `beginFrozenSet`, or refers to it, as `endTuple` does.
  @inlinable
  public func endFrozenSet(identity: ObjectIdentifier?) {
    if let identity, let index = memo.index(of: identity) {
      emit(.popMark)
      return writeGet(index)
    }
    emit(.frozenSet)
    memoize(identity)
  }
}
