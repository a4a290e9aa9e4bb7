// Dictionaries: insertion-ordered, O(1) delete, with keys whose equality may be user code that raises.

/// A `dict`.
///
/// ```
///  indices   | -1 | 2 | -1 | 0 | -1 | 1 | …      power of two, linear probing: position in entries, -1 free
///  entries   | hash key value | hash key value | … in order of insertion; a deleted entry's key is unbound
/// ```
public final class Dict: Object {
  struct Entry {
    var hash: Int
    var key: Value
    var value: Value
  }

  private(set) var entries: UnsafeMutablePointer<Entry>
  private var indices: UnsafeMutablePointer<Int32>
  /// Entries in use, deleted ones included.
  private(set) var used = 0
  /// No entry before this one is alive: taking items from the front, one after the other, is O(1) each.
  private var first = 0
  /// Number of items.
  public private(set) var count = 0
  private var mask: Int
  private var capacity: Int
  /// Changes whenever a key comes or goes, so that iterators notice.
  private(set) var version = 0

  private static let free: Int32 = -1

  public init(minimumCapacity: Int = 0) {
    let slots = Dict.slotCount(for: minimumCapacity)
    mask = slots - 1
    capacity = Dict.capacity(ofSlots: slots)
    entries = .allocate(capacity: capacity)
    indices = .allocate(capacity: slots)
    indices.initialize(repeating: Dict.free, count: slots)
    super.init(kind: .dict)
  }

  deinit {
    entries.deinitialize(count: used)
    entries.deallocate()
    indices.deallocate()
  }

  private static func slotCount(for items: Int) -> Int {
    var slots = 8
    while capacity(ofSlots: slots) < items { slots *= 2 }
    return slots
  }

  private static func capacity(ofSlots slots: Int) -> Int { slots * 2 / 3 }

  @inline(__always)
  private func slot(_ hash: Int) -> Int {
    // Python hashes of small ints are the ints themselves: neighbours probe well, but strides of powers of two do
    // not, so the upper bits are folded in.
    (hash ^ (hash >> 7) ^ (hash >> 17)) & mask
  }

  // MARK: Lookup by text, which never runs user code

  /// Position in `entries` of a text key, or -1.
  @inline(__always)
  func position(ofText key: Str) -> Int {
    let hash = key.hash
    var slot = slot(hash)
    while true {
      let position = Int(indices[slot])
      if position >= 0 {
        if entries[position].hash == hash, case .object(let object) = entries[position].key, object.kind == .str,
          unsafeDowncast(object, to: Str.self) == key
        {
          return position
        }
      } else if indices[slot] == Dict.free {
        return -1
      }
      slot = (slot + 1) & mask
    }
  }

  /// The value of a text key; nil where there is none (an instance of a `str` subclass as key is not seen).
  @inline(__always)
  public subscript(key: Str) -> Value? {
    get {
      let position = position(ofText: key)
      return position < 0 ? nil : entries[position].value
    }
    set {
      let position = position(ofText: key)
      if let newValue {
        if position >= 0 { entries[position].value = newValue } else { insert(.object(key), key.hash, newValue) }
      } else if position >= 0 {
        remove(at: position)
      }
    }
  }

  // MARK: Lookup by any key

  /// Position in `entries` of a key, or -1. Raises what the keys' `__eq__` raises.
  func position(of key: Value, hash: Int, _ f: Frame) throws(Raised) -> Int {
    if let text = key.str { return try textPosition(text, f) }
    return try generalPosition(key, hash, f)
  }

  private func textPosition(_ key: Str, _ f: Frame) throws(Raised) -> Int {
    let found = position(ofText: key)
    return found >= 0 || !hasForeignKeys ? found : try generalPosition(.object(key), key.hash, f)
  }

  /// Whether some key is an instance of a class, whose `__eq__` could call itself equal to a text.
  private var hasForeignKeys = false

  private func generalPosition(_ key: Value, _ hash: Int, _ f: Frame) throws(Raised) -> Int {
    restart: while true {
      var slot = slot(hash)
      while true {
        let position = Int(indices[slot])
        if position >= 0 {
          if entries[position].hash == hash {
            let candidate = entries[position].key
            if candidate.isIdentical(to: key) { return position }
            let before = version
            if try f.isEqual(candidate, key) { return position }
            if version != before { continue restart }
          }
        } else if indices[slot] == Dict.free {
          return -1
        }
        slot = (slot + 1) & mask
      }
    }
  }

  /// The value of a key. Raises TypeError for an unhashable key.
  public func value(of key: Value, _ f: Frame) throws(Raised) -> Value? {
    let position = try position(of: key, hash: f.hash(key), f)
    return position < 0 ? nil : entries[position].value
  }

  /// Sets the value of a key. Raises TypeError for an unhashable key.
  public func set(_ key: Value, _ value: Value, _ f: Frame) throws(Raised) {
    try set(key, hash: f.hash(key), value, f)
  }

  /// Sets the value of a key whose hash is known.
  func set(_ key: Value, hash: Int, _ value: Value, _ f: Frame) throws(Raised) {
    let position = try position(of: key, hash: hash, f)
    if position >= 0 {
      let old = entries[position].value
      entries[position].value = value
      withExtendedLifetime(old) {}
    } else {
      insert(key, hash, value)
    }
  }

  /// Removes a key and returns its value, nil where there was none.
  public func remove(_ key: Value, _ f: Frame) throws(Raised) -> Value? {
    let position = try position(of: key, hash: f.hash(key), f)
    if position < 0 { return nil }
    let value = entries[position].value
    remove(at: position)
    return value
  }

  // MARK: Changing the table

  /// Adds an entry whose key is known to be absent.
  func insert(_ key: Value, _ hash: Int, _ value: Value) {
    if used == capacity { resize(for: count + 1) }
    var slot = slot(hash)
    while indices[slot] >= 0 { slot = (slot + 1) & mask }
    indices[slot] = Int32(truncatingIfNeeded: used)
    (entries + used).initialize(to: Entry(hash: hash, key: key, value: value))
    used += 1
    count += 1
    version &+= 1
    if case .object(let object) = key, object.kind != .str, object.kind != .tuple { hasForeignKeys = true }
  }

  func remove(at position: Int) {
    var slot = slot(entries[position].hash)
    while indices[slot] != Int32(truncatingIfNeeded: position) { slot = (slot + 1) & mask }
    vacate(slot)
    let entry = (entries + position).move()
    (entries + position).initialize(to: Entry(hash: 0, key: .unbound, value: .unbound))
    count -= 1
    version &+= 1
    if position == used - 1 { trimEnd() } else if position == first { trimStart() }
    // The entry goes only now: what its destruction runs (`__del__`) finds the table in order.
    withExtendedLifetime(entry) {}
  }

  /// Frees a slot and moves the later ones of its chain up, so that no chain is broken.
  private func vacate(_ slot: Int) {
    var gap = slot
    var next = gap
    while true {
      next = (next + 1) & mask
      if indices[next] == Dict.free { break }
      let home = self.slot(entries[Int(indices[next])].hash)
      // An index may move to the gap unless its home lies between the two.
      if (next - home) & mask >= (next - gap) & mask {
        indices[gap] = indices[next]
        gap = next
      }
    }
    indices[gap] = Dict.free
  }

  private func trimEnd() {
    while used > 0, entries[used - 1].key.isUnbound {
      used -= 1
      (entries + used).deinitialize(count: 1)
    }
    first = min(first, used)
  }

  private func trimStart() {
    while first < used, entries[first].key.isUnbound { first += 1 }
  }

  public func removeAll() {
    let old = Dict(minimumCapacity: 0)
    swap(&entries, &old.entries)
    swap(&indices, &old.indices)
    swap(&used, &old.used)
    swap(&first, &old.first)
    swap(&count, &old.count)
    swap(&mask, &old.mask)
    swap(&capacity, &old.capacity)
    hasForeignKeys = false
    version &+= 1
  }

  private func resize(for items: Int) {
    let slots = Dict.slotCount(for: items + items / 2 + 1)
    let newCapacity = Dict.capacity(ofSlots: slots)
    let newEntries = UnsafeMutablePointer<Entry>.allocate(capacity: newCapacity)
    let newIndices = UnsafeMutablePointer<Int32>.allocate(capacity: slots)
    newIndices.initialize(repeating: Dict.free, count: slots)
    mask = slots - 1
    var next = 0
    for position in 0..<used {
      if entries[position].key.isUnbound {
        (entries + position).deinitialize(count: 1)
        continue
      }
      (newEntries + next).moveInitialize(from: entries + position, count: 1)
      var slot = slot(newEntries[next].hash)
      while newIndices[slot] >= 0 { slot = (slot + 1) & mask }
      newIndices[slot] = Int32(truncatingIfNeeded: next)
      next += 1
    }
    entries.deallocate()
    indices.deallocate()
    entries = newEntries
    indices = newIndices
    capacity = newCapacity
    used = next
    first = 0
  }

  // MARK: Walking

  /// The next item at or after `position` in order of insertion; `position` moves past it. Nil at the end.
  @inline(__always)
  public func next(_ position: inout Int) -> (key: Value, value: Value)? {
    guard let entry = nextPosition(&position) else { return nil }
    return (entries[entry].key, entries[entry].value)
  }

  /// The next item, with the hash of its key.
  func nextEntry(_ position: inout Int) -> (key: Value, value: Value, hash: Int)? {
    guard let entry = nextPosition(&position) else { return nil }
    return (entries[entry].key, entries[entry].value, entries[entry].hash)
  }

  /// Where in `entries` the next item at or after `position` stands; `position` moves past it. Nil at the end.
  @inline(__always)
  func nextPosition(_ position: inout Int) -> Int? {
    if position < first { position = first }
    while position < used {
      let entry = position
      position += 1
      if !entries[entry].key.isUnbound { return entry }
    }
    return nil
  }

  /// Where in `entries` the last item before `position` stands. Nil where there is none.
  func previousPosition(_ position: Int) -> Int? {
    var entry = min(position, used) - 1
    while entry >= first {
      if !entries[entry].key.isUnbound { return entry }
      entry -= 1
    }
    return nil
  }

  /// A dict with the same items.
  func copy() -> Dict {
    let copy = Dict(minimumCapacity: count)
    var position = 0
    while let (key, value, hash) = nextEntry(&position) { copy.insert(key, hash, value) }
    return copy
  }

  /// The items, in order, at this moment.
  public var items: [(key: Value, value: Value)] {
    var items: [(key: Value, value: Value)] = []
    items.reserveCapacity(count)
    var position = 0
    while let item = next(&position) { items.append(item) }
    return items
  }

  /// Replaces the value at a position that `position(of:hash:_:)` gave.
  @inline(__always)
  func setValue(_ value: Value, at position: Int) {
    entries[position].value = value
  }
}
