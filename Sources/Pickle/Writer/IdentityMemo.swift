// The writer's memo: which objects a message holds already, by identity.

/// An open-addressed hash table from object identity to memo index. Emptying it is one addition: an entry counts only
/// while its generation is the table's.
///
///     entry (16 bytes)   | object identity : 8 | generation : 4 | memo index : 4 |
@frozen
@usableFromInline
struct IdentityMemo: ~Copyable {
  @frozen
  @usableFromInline
  struct Entry {
    @usableFromInline var identity: UInt
    @usableFromInline var generation: UInt32
    @usableFromInline var index: UInt32

    @inlinable
    init(identity: UInt, generation: UInt32, index: UInt32) {
      self.identity = identity
      self.generation = generation
      self.index = index
    }
  }

  @usableFromInline var entries: UnsafeMutablePointer<Entry>
  /// The capacity is 2 to this power; a hash's upper bits choose the entry.
  @usableFromInline var capacityLog2: Int
  @usableFromInline var count = 0
  @usableFromInline var generation: UInt32 = 1

  @inlinable static var initialCapacityLog2: Int { 6 }
  /// A table above this size (1 MiB) is given back when it is emptied.
  @inlinable static var keptCapacityLog2: Int { 16 }

  @usableFromInline
  init() {
    capacityLog2 = Self.initialCapacityLog2
    entries = Self.makeEntries(capacityLog2)
  }

  @inlinable
  deinit { entries.deallocate() }

  @usableFromInline
  static func makeEntries(_ capacityLog2: Int) -> UnsafeMutablePointer<Entry> {
    let entries = UnsafeMutablePointer<Entry>.allocate(capacity: 1 << capacityLog2)
    entries.initialize(repeating: Entry(identity: 0, generation: 0, index: 0), count: 1 << capacityLog2)
    return entries
  }

  /// The entry of `identity`, or the free one where it belongs.
  @inlinable
  func slot(of identity: UInt) -> UnsafeMutablePointer<Entry> {
    // Objects are 16-byte aligned; the multiplication spreads the rest over the upper bits.
    var position = Int(truncatingIfNeeded: ((identity >> 4) &* 0x9E37_79B9_7F4A_7C15) >> UInt(64 - capacityLog2))
    while true {
      let entry = entries + position
      if entry.pointee.generation != generation || entry.pointee.identity == identity { return entry }
      position = (position + 1) & ((1 << capacityLog2) - 1)
    }
  }

  @inlinable
  func index(of object: ObjectIdentifier) -> Int? {
    guard count > 0 else { return nil }
    let entry = slot(of: UInt(bitPattern: object))
    return entry.pointee.generation == generation ? Int(entry.pointee.index) : nil
  }

  @inlinable
  mutating func insert(_ object: ObjectIdentifier, index: Int) {
    if count &* 2 >= 1 << capacityLog2 { grow() }
    let identity = UInt(bitPattern: object)
    let entry = slot(of: identity)
    if entry.pointee.generation != generation { count += 1 }
    entry.pointee = Entry(identity: identity, generation: generation, index: UInt32(truncatingIfNeeded: index))
  }

  @inlinable
  mutating func removeAll() {
    if count > 0 { forget() }
  }

  @usableFromInline
  mutating func forget() {
    count = 0
    if capacityLog2 > Self.keptCapacityLog2 || generation == .max {
      entries.deallocate()
      capacityLog2 = Self.initialCapacityLog2
      entries = Self.makeEntries(capacityLog2)
      generation = 1
    } else {
      generation += 1
    }
  }

  @usableFromInline
  mutating func grow() {
    let old = UnsafeMutableBufferPointer(start: entries, count: 1 << capacityLog2)
    capacityLog2 += 1
    entries = Self.makeEntries(capacityLog2)
    for entry in old where entry.generation == generation {
      slot(of: entry.identity).pointee = entry
    }
    old.deallocate()
  }
}
