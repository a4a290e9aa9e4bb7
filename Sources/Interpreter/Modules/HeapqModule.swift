// The module `heapq`: lists as binary heaps, the smallest member first.

enum HeapqModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.function("heappush", "heap, item, /", .two(push))
    m.function("heappop", "heap, /", .one(pop))
    m.function("heapify", "heap, /", .one(heapify))
    m.function("heappushpop", "heap, item, /", .two(pushPop))
    m.function("heapreplace", "heap, item, /", .two(replace))
    m.function("nlargest", "n, iterable, key=None", .three { f, n, iterable, key throws(Raised) in
      try extremes(f, n, iterable, key, isLargest: true)
    })
    m.function("nsmallest", "n, iterable, key=None", .three { f, n, iterable, key throws(Raised) in
      try extremes(f, n, iterable, key, isLargest: false)
    })
    m.function("merge", "*iterables, key=None, reverse=False", .three(merge))
  }

  private static func heap(_ value: Value, _ function: StaticString, _ f: Frame) throws(Raised) -> List {
    guard let list = value.payload.list else {
      throw f.typeError("\(function) must be list, not \(f.typeName(value))")
    }
    return list
  }

  private static func push(_ f: Frame, _ heap: Value, _ item: Value) throws(Raised) -> Value {
    let heap = try self.heap(heap, "heappush() argument 1", f)
    heap.items.append(item)
    try siftUp(heap, from: heap.items.count - 1, to: 0, f)
    return .none
  }

  private static func pop(_ f: Frame, _ heap: Value) throws(Raised) -> Value {
    let heap = try self.heap(heap, "heappop() argument", f)
    guard let last = heap.items.popLast() else { throw f.indexError("index out of range") }
    if heap.items.isEmpty { return last }
    return try replaceFirst(heap, by: last, f)
  }

  private static func replace(_ f: Frame, _ heap: Value, _ item: Value) throws(Raised) -> Value {
    let heap = try self.heap(heap, "heapreplace() argument 1", f)
    if heap.items.isEmpty { throw f.indexError("index out of range") }
    return try replaceFirst(heap, by: item, f)
  }

  private static func pushPop(_ f: Frame, _ heap: Value, _ item: Value) throws(Raised) -> Value {
    let heap = try self.heap(heap, "heappushpop() argument 1", f)
    guard let first = heap.items.first, try f.isLess(first, item) else { return item }
    if heap.items.isEmpty { throw f.indexError("index out of range") }
    return try replaceFirst(heap, by: item, f)
  }

  private static func heapify(_ f: Frame, _ heap: Value) throws(Raised) -> Value {
    let heap = try self.heap(heap, "heapify() argument", f)
    for position in (0..<heap.items.count / 2).reversed() { try siftDown(heap, from: position, f) }
    return .none
  }

  private static func replaceFirst(_ heap: List, by item: Value, _ f: Frame) throws(Raised) -> Value {
    let first = heap.items[0]
    heap.items[0] = item
    try siftDown(heap, from: 0, f)
    return first
  }

  /// Moves a member up to where its parent, if above `top`, is not larger.
  private static func siftUp(_ heap: List, from position: Int, to top: Int, _ f: Frame) throws(Raised) {
    var position = position
    while position > top {
      let parent = (position - 1) / 2
      guard try isLess(heap, position, parent, f) else { return }
      heap.items.swapAt(position, parent)
      position = parent
    }
  }

  /// Moves a member down to a leaf, its smaller children up, then the member up again to its place. That takes fewer
  /// comparisons than stopping on the way down: the member mostly comes from the end of the heap.
  private static func siftDown(_ heap: List, from start: Int, _ f: Frame) throws(Raised) {
    let count = heap.items.count
    var position = start
    while position < count / 2 {
      var child = 2 * position + 1
      if child + 1 < count, try !isLess(heap, child, child + 1, f) { child += 1 }
      heap.items.swapAt(position, child)
      position = child
    }
    try siftUp(heap, from: position, to: start, f)
  }

  @inline(__always)
  private static func isLess(_ heap: List, _ a: Int, _ b: Int, _ f: Frame) throws(Raised) -> Bool {
    let count = heap.items.count
    let isLess = try f.isLess(heap.items[a], heap.items[b])
    if heap.items.count != count { throw f.runtimeError("list changed size during iteration") }
    return isLess
  }

  private static func extremes(
    _ f: Frame, _ n: Value, _ iterable: Value, _ key: Value, isLargest: Bool
  ) throws(Raised) -> Value {
    let count = try f.size(n)
    var items = try f.collect(iterable)
    try Sorting.sort(&items, key: key.isUnbound ? .none : key, isReversed: isLargest, f)
    return .list(ContiguousArray(items.prefix(max(count, 0))))
  }

  private static func merge(_ f: Frame, _ iterables: Value, _ key: Value, _ reverse: Value) throws(Raised) -> Value {
    let sources = try f.iterators(over: iterables.tuple?.items ?? [])
    let isReversed = reverse.isUnbound ? false : try f.truth(reverse)
    return .object(MergeIterator(sources, key: key.isUnbound ? .none : key, isReversed: isReversed))
  }
}

/// What `heapq.merge` returns: the smallest of the sources' next members first, equal ones in the sources' order.
private final class MergeIterator: Iterator {
  private struct Head {
    var key: Value
    var value: Value
    let source: Int
  }

  private let sources: ContiguousArray<Iterator>
  private let key: Value
  private let isReversed: Bool
  /// A heap of the sources' next members; nil before the first is asked for.
  private var heads: ContiguousArray<Head>?

  init(_ sources: ContiguousArray<Iterator>, key: Value, isReversed: Bool) {
    self.sources = sources
    self.key = key
    self.isReversed = isReversed
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    if heads == nil {
      heads = []
      for source in sources.indices {
        if let head = try read(source, f) { heads!.append(head) }
      }
      for position in (0..<heads!.count / 2).reversed() { try siftDown(position, f) }
    }
    guard let first = heads!.first else { return nil }
    if let head = try read(first.source, f) {
      heads![0] = head
    } else {
      heads!.swapAt(0, heads!.count - 1)
      heads!.removeLast()
    }
    try siftDown(0, f)
    return first.value
  }

  private func read(_ source: Int, _ f: Frame) throws(Raised) -> Head? {
    guard let value = try sources[source].next(f) else { return nil }
    return Head(key: key.isNone ? value : try f.call(key, value), value: value, source: source)
  }

  private func precedes(_ a: Int, _ b: Int, _ f: Frame) throws(Raised) -> Bool {
    let (a, b) = (heads![a], heads![b])
    let (low, high) = isReversed ? (b, a) : (a, b)
    if try f.isLess(low.key, high.key) { return true }
    if try f.isLess(high.key, low.key) { return false }
    return a.source < b.source
  }

  private func siftDown(_ start: Int, _ f: Frame) throws(Raised) {
    var position = start
    while 2 * position + 1 < heads!.count {
      var child = 2 * position + 1
      if child + 1 < heads!.count, try precedes(child + 1, child, f) { child += 1 }
      guard try precedes(child, position, f) else { return }
      heads!.swapAt(position, child)
      position = child
    }
  }

  override var typeName: String { "generator" }
}
