// The storage of `collections.deque` and its iterators.
import CPosixShim

/// A `deque`: a ring of members with room to grow at both ends.
///
/// ```
///  slots   | c | d |   |   | a | b |      capacity is a power of two
///                            ▲
///                            head, count = 4
/// ```
final class Deque: TypedObject {
  private var slots: UnsafeMutablePointer<Value>
  private var capacity = 8
  private var head = 0
  private(set) var count = 0
  /// The most members it holds; nil for any number.
  var limit: Int?
  /// Changes with every insertion and removal, so that iterators notice.
  private(set) var version = 0

  init(_ type: TypeObject, limit: Int? = nil) {
    slots = .allocate(capacity: 8)
    self.limit = limit
    super.init(type)
  }

  override var memberCount: Int? { count }

  deinit {
    if ppd_stack_is_low() {
      LateReleases.add { held in
        for index in 0..<count { held.append((slots + position(index)).move()) }
        count = 0
      }
    }
    for index in 0..<count { (slots + position(index)).deinitialize(count: 1) }
    slots.deallocate()
  }

  /// The slot of the member at `index`.
  @inline(__always)
  private func position(_ index: Int) -> Int { (head &+ index) & (capacity &- 1) }

  /// The member at an index in bounds.
  @inline(__always)
  subscript(index: Int) -> Value {
    get { slots[position(index)] }
    set { slots[position(index)] = newValue }
  }

  var members: ContiguousArray<Value> { ContiguousArray((0..<count).lazy.map { self[$0] }) }

  private func grow() {
    let larger = UnsafeMutablePointer<Value>.allocate(capacity: capacity * 2)
    for index in 0..<count { (larger + index).moveInitialize(from: slots + position(index), count: 1) }
    slots.deallocate()
    slots = larger
    capacity *= 2
    head = 0
  }

  /// Adds at the right end; a full deque drops its leftmost member.
  func append(_ value: Value) {
    if count == capacity { grow() }
    (slots + position(count)).initialize(to: value)
    count &+= 1
    version &+= 1
    if let limit, count > limit { _ = popFirst() }
  }

  /// Adds at the left end; a full deque drops its rightmost member.
  func prepend(_ value: Value) {
    if count == capacity { grow() }
    head = (head &- 1) & (capacity &- 1)
    (slots + head).initialize(to: value)
    count &+= 1
    version &+= 1
    if let limit, count > limit { _ = popLast() }
  }

  func popFirst() -> Value? {
    if count == 0 { return nil }
    let value = (slots + head).move()
    head = (head &+ 1) & (capacity &- 1)
    count &-= 1
    version &+= 1
    return value
  }

  func popLast() -> Value? {
    if count == 0 { return nil }
    count &-= 1
    version &+= 1
    return (slots + position(count)).move()
  }

  /// Inserts before the member at `index`, which may be `count`.
  func insert(_ value: Value, at index: Int) {
    if index < count / 2 {
      prepend(value)
      for place in 0..<index { swap(place, place + 1) }
    } else {
      append(value)
      for place in stride(from: count - 1, to: index, by: -1) { swap(place, place - 1) }
    }
  }

  func remove(at index: Int) -> Value? {
    if index < count / 2 {
      for place in stride(from: index, to: 0, by: -1) { swap(place, place - 1) }
      return popFirst()
    }
    for place in index..<count - 1 { swap(place, place + 1) }
    return popLast()
  }

  /// Exchanges two members. Their number stays, so iterators go on.
  func swap(_ a: Int, _ b: Int) {
    Swift.swap(&slots[position(a)], &slots[position(b)])
  }

  /// Moves members from the right end to the left one or, with a negative `steps`, from left to right.
  func rotate(_ steps: Int) {
    if count < 2 { return }
    let steps = ((steps % count) + count) % count
    if steps <= count / 2 {
      for _ in 0..<steps { if let value = popLast() { prepend(value) } }
    } else {
      for _ in 0..<count - steps { if let value = popFirst() { append(value) } }
    }
  }

  func reverse() {
    for index in 0..<count / 2 { swap(index, count - 1 - index) }
  }

  /// Replaces all members. The old ones go when the deque is in order again.
  func removeAll() {
    let old = members
    while popLast() != nil {}
    withExtendedLifetime(old) {}
  }
}

/// Goes through a deque in either direction.
final class DequeIterator: Iterator {
  private let deque: Deque
  private let isReversed: Bool
  private let version: Int
  private var index = 0

  init(_ deque: Deque, isReversed: Bool) {
    self.deque = deque
    self.isReversed = isReversed
    version = deque.version
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    if deque.version != version { throw f.runtimeError("deque mutated during iteration") }
    if index == deque.count { return nil }
    index += 1
    return deque[isReversed ? deque.count - index : index - 1]
  }

  override var typeName: String { isReversed ? "_deque_reverse_iterator" : "_deque_iterator" }

  override var remaining: Int? { deque.count - index }
}
