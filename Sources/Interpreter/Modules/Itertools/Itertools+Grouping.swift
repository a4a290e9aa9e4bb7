// The iterators of `itertools` that put items into tuples and groups, and `tee`.
import CPosixShim

/// `zip_longest(*iterables, fillvalue)`.
final class ZipLongestIterator: Iterator {
  /// Nil where an iterator has ended.
  private var iterators: ContiguousArray<Iterator?>
  private var left: Int
  private let filler: Value

  init(_ iterators: ContiguousArray<Iterator>, filler: Value) {
    self.iterators = ContiguousArray(iterators.map { $0 })
    left = iterators.count
    self.filler = filler
  }

  deinit {
    if ppd_stack_is_low() { LateReleases.add { $0.append(contentsOf: iterators.lazy.map { Value($0) }); iterators = [] } }
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    if left == 0 { return nil }
    var members: ContiguousArray<Value> = []
    members.reserveCapacity(iterators.count)
    for index in iterators.indices {
      if let member = try iterators[index]?.pull(f) {
        members.append(member)
        continue
      }
      if iterators[index] != nil {
        iterators[index] = nil
        left -= 1
        if left == 0 { return nil }
      }
      members.append(filler)
    }
    return .tuple(members)
  }

  override var typeName: String { "zip_longest" }
}

/// `pairwise(iterable)`.
final class PairwiseIterator: AdaptingIterator {
  private var previous: Value?

  override func next(_ f: Frame) throws(Raised) -> Value? {
    if previous == nil { previous = try pullSource(f) }
    guard let first = previous, let second = try pullSource(f) else {
      previous = nil
      return nil
    }
    previous = second
    return .tuple([first, second])
  }

  override var typeName: String { "pairwise" }
}

/// `batched(iterable, n, strict)`.
final class BatchedIterator: AdaptingIterator {
  private let count: Int
  private let isStrict: Bool

  init(_ items: Iterator, count: Int, isStrict: Bool) {
    self.count = count
    self.isStrict = isStrict
    super.init(items)
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    guard source != nil else { return nil }
    var batch: ContiguousArray<Value> = []
    while batch.count < count, let item = try pullSource(f) { batch.append(item) }
    if batch.count < count {
      source = nil
      if batch.isEmpty { return nil }
      if isStrict { throw f.valueError("batched(): incomplete batch") }
    }
    return .tuple(batch)
  }

  override var typeName: String { "batched" }
}

/// `groupby(iterable, key)`: pairs of a key and an iterator over the neighbours that have it.
final class GroupByIterator: AdaptingIterator {
  private let key: Value
  /// The item read last and its key, not yet yielded by a group.
  private var current: (key: Value, value: Value)?
  /// The key of the group that was yielded last.
  private var target: Value?
  private weak var group: GroupIterator?

  init(_ items: Iterator, key: Value) {
    self.key = key
    super.init(items)
  }

  private func advance(_ f: Frame) throws(Raised) -> Bool {
    guard let value = try pullSource(f) else {
      current = nil
      return false
    }
    current = (key.isNone ? value : try f.call(key, value), value)
    return true
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    group = nil
    // What is left of the last group is skipped.
    while true {
      if let current {
        guard let target, try f.isEqual(target, current.key) else { break }
      }
      if try !advance(f) { return nil }
    }
    target = current!.key
    let group = GroupIterator(self, key: current!.key)
    self.group = group
    return .tuple([current!.key, .object(group)])
  }

  /// The next member of a group; nil when the group is over or another one has begun.
  fileprivate func nextMember(of asking: GroupIterator, _ f: Frame) throws(Raised) -> Value? {
    guard group === asking else { return nil }
    if current == nil, try !advance(f) { return nil }
    guard let current, try f.isEqual(asking.key, current.key) else { return nil }
    self.current = nil
    return current.value
  }

  override var typeName: String { "groupby" }
}

/// The members of one group of `groupby`.
final class GroupIterator: Iterator {
  private let owner: GroupByIterator
  fileprivate let key: Value

  init(_ owner: GroupByIterator, key: Value) {
    self.owner = owner
    self.key = key
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    try owner.nextMember(of: self, f)
  }

  override var typeName: String { "_grouper" }
}

/// One of the iterators that `tee` returns. What the fastest has read waits for the others.
final class TeeIterator: AdaptingIterator {
  /// Items in the order of reading; the chain is let go where no iterator needs it.
  private final class Link {
    var value: Value?
    var next: Link?

    deinit {
      // One after the other: a long chain must not recurse.
      var rest = next.take()
      while let link = rest, isKnownUniquelyReferenced(&rest) {
        _ = link
        rest = rest?.next.take()
      }
    }
  }

  private var link: Link

  init(_ items: Iterator) {
    link = Link()
    super.init(items)
  }

  private init(_ items: Iterator?, at link: Link) {
    self.link = link
    super.init(items)
  }

  /// An iterator that goes on from where this one is.
  func copy() -> TeeIterator { TeeIterator(source, at: link) }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    if link.value == nil {
      guard let value = try pullSource(f) else { return nil }
      link.value = value
      link.next = Link()
    }
    let value = link.value
    link = link.next!
    return value
  }

  override var typeName: String { "_tee" }
}
