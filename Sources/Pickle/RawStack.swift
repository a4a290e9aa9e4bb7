// A stack of values that keeps its memory from one message to the next.

/// Unlike `Array` it has no reference count and no copy on write, and `removeAll` keeps the storage.
@frozen
@usableFromInline
struct RawStack<Element>: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<Element>
  @usableFromInline var count: Int
  @usableFromInline var capacity: Int

  /// Storage above this is given back by `removeAll`, so that one large message does not hold memory for ever.
  @inlinable static var keptBytes: Int { 4 << 20 }

  @inlinable
  init(capacity: Int = 16) {
    self.base = .allocate(capacity: capacity)
    self.count = 0
    self.capacity = capacity
  }

  @inlinable
  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }

  @inlinable
  subscript(index: Int) -> Element {
    get { base[index] }
    set { base[index] = newValue }
  }

  @inlinable
  @inline(__always)
  mutating func push(_ element: consuming Element) {
    if count == capacity { resize(to: capacity * 2) }
    (base + count).initialize(to: element)
    count += 1
  }

  /// The caller has checked that there is one.
  @inlinable
  mutating func pop() -> Element {
    count -= 1
    return (base + count).move()
  }

  @inlinable
  mutating func removeLast(from newCount: Int) {
    (base + newCount).deinitialize(count: count - newCount)
    count = newCount
  }

  @inlinable
  mutating func removeAll() {
    removeLast(from: 0)
    if capacity * MemoryLayout<Element>.stride > Self.keptBytes { resize(to: 16) }
  }

  @inlinable
  @inline(never)
  mutating func resize(to newCapacity: Int) {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: newCapacity)
    larger.moveInitialize(from: base, count: count)
    base.deallocate()
    base = larger
    capacity = newCapacity
  }
}
