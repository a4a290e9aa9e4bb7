// The iterators of `itertools` over products, permutations and combinations of pools.

/// `product(*iterables, repeat)`: like nested loops, the last pool turns fastest.
final class ProductIterator: Iterator {
  private let pools: ContiguousArray<ContiguousArray<Value>>
  private var indices: ContiguousArray<Int>
  private var isFresh = true
  private var isDone: Bool

  init(_ pools: ContiguousArray<ContiguousArray<Value>>) {
    self.pools = pools
    indices = ContiguousArray(repeating: 0, count: pools.count)
    isDone = pools.contains(where: \.isEmpty)
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    if isDone { return nil }
    if isFresh { isFresh = false } else { turn() }
    if isDone { return nil }
    var members: ContiguousArray<Value> = []
    members.reserveCapacity(pools.count)
    for index in pools.indices { members.append(pools[index][indices[index]]) }
    return .tuple(members)
  }

  private func turn() {
    for index in indices.indices.reversed() {
      indices[index] += 1
      if indices[index] < pools[index].count { return }
      indices[index] = 0
    }
    isDone = true
  }

  override var typeName: String { "product" }
}

/// `permutations(iterable, r)`, in the order of the members' positions.
final class PermutationsIterator: Iterator {
  private let pool: ContiguousArray<Value>
  private let size: Int
  private var indices: ContiguousArray<Int>
  /// For each place, how many choices are left before it turns.
  private var cycles: ContiguousArray<Int>
  private var isFresh = true
  private var isDone: Bool

  init(_ pool: ContiguousArray<Value>, _ size: Int) {
    self.pool = pool
    self.size = size
    indices = ContiguousArray(pool.indices)
    isDone = size > pool.count
    cycles = isDone ? [] : ContiguousArray((0..<size).map { pool.count - $0 })
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    if isDone { return nil }
    if isFresh { isFresh = false } else { turn() }
    return isDone ? nil : .tuple(ContiguousArray(indices.prefix(size).lazy.map { [pool] in pool[$0] }))
  }

  private func turn() {
    for place in (0..<size).reversed() {
      cycles[place] -= 1
      if cycles[place] > 0 {
        indices.swapAt(place, indices.count - cycles[place])
        return
      }
      indices.append(indices.remove(at: place))
      cycles[place] = indices.count - place
    }
    isDone = true
  }

  override var typeName: String { "permutations" }
}

/// `combinations(iterable, r)`, in the order of the members' positions.
final class CombinationsIterator: Iterator {
  private let pool: ContiguousArray<Value>
  private var indices: ContiguousArray<Int>
  private var isFresh = true
  private var isDone: Bool

  init(_ pool: ContiguousArray<Value>, _ size: Int) {
    self.pool = pool
    isDone = size > pool.count
    indices = isDone ? [] : ContiguousArray(0..<size)
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    if isDone { return nil }
    if isFresh { isFresh = false } else { turn() }
    return isDone ? nil : .tuple(ContiguousArray(indices.lazy.map { [pool] in pool[$0] }))
  }

  private func turn() {
    let offset = pool.count - indices.count
    guard let place = indices.indices.last(where: { indices[$0] != $0 + offset }) else {
      isDone = true
      return
    }
    let first = indices[place] + 1
    for later in place..<indices.count { indices[later] = first + later - place }
  }

  override var typeName: String { "combinations" }
}

/// `combinations_with_replacement(iterable, r)`, in the order of the members' positions.
final class MultisetsIterator: Iterator {
  private let pool: ContiguousArray<Value>
  private var indices: ContiguousArray<Int>
  private var isFresh = true
  private var isDone: Bool

  init(_ pool: ContiguousArray<Value>, _ size: Int) {
    self.pool = pool
    indices = ContiguousArray(repeating: 0, count: size)
    isDone = pool.isEmpty && size > 0
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    if isDone { return nil }
    if isFresh { isFresh = false } else { turn() }
    return isDone ? nil : .tuple(ContiguousArray(indices.lazy.map { [pool] in pool[$0] }))
  }

  private func turn() {
    guard let place = indices.indices.last(where: { indices[$0] != pool.count - 1 }) else {
      isDone = true
      return
    }
    let member = indices[place] + 1
    for later in place..<indices.count { indices[later] = member }
  }

  override var typeName: String { "combinations_with_replacement" }
}
