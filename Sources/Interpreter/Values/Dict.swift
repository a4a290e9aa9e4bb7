// Dictionaries: insertion-ordered, O(1) delete, with keys whose equality may be user code that raises.
import CPosixShim
import Glibc

/// A `dict`.
///
/// ```
///  entries   | key mark value mark | key mark value mark | …   in order of insertion; a deleted entry's key is unbound
///  indices   | -1 | 2 | -1 | 0 | -1 | 1 | …                    right behind them, a power of two, by linear probing:
///                                                              position in entries, -1 free
/// ```
///
/// Up to five entries have no indices: they are looked through one by one.
public final class Dict: Object {
  /// The hash stands in the padding of the two values.
  struct Entry {
    var key: Value
    /// Both halves of the hash, mixed: what lookups compare, and what says where a probe begins.
    let mark: UInt32
    var value: Value
    private let upperHash: UInt32

    @inline(__always)
    init(hash: Int, key: Value, value: Value) {
      self.key = key
      self.value = value
      mark = Entry.mark(hash)
      upperHash = UInt32(truncatingIfNeeded: hash >> 32)
    }

    @inline(__always)
    static func mark(_ hash: Int) -> UInt32 { UInt32(truncatingIfNeeded: hash ^ (hash >> 32)) }

    @inline(__always)
    var hash: Int { Int(bitPattern: UInt(upperHash) << 32 | UInt(mark ^ upperHash)) }
  }

  /// Whether some key is an instance of a class, whose `__eq__` could call itself equal to a text.
  private var hasForeignKeys = false
  private var versionCount: UInt32 = 0
  private(set) var entries: UnsafeMutablePointer<Entry>
  /// Entries in use, deleted ones included.
  private var used: UInt32 = 0
  /// No entry before this one is alive: taking items from the front, one after the other, is O(1) each.
  private var first: UInt32 = 0
  private var alive: UInt32 = 0
  /// Entries that there is room for.
  private var capacity: UInt32 = 0
  /// One less than the number of indices; 0 where there are none.
  private var mask: UInt32 = 0

  /// Number of items.
  @inline(__always)
  public var count: Int { Int(alive) }
  /// Changes whenever a key comes or goes, so that iterators notice.
  @inline(__always)
  var version: UInt32 { versionCount }

  /// An index that stands for no entry.
  private static let vacant: Int32 = -1
  /// As many entries are found without indices.
  private static let mostScanned = 5

  public init(minimumCapacity: Int = 0) {
    entries = Dict.noEntries
    super.init(kind: .dict)
    if minimumCapacity > 0 { allocate(for: minimumCapacity) }
  }

  deinit {
    if ppd_stack_is_low() { releaseLate() }
    release()
  }

  private func releaseLate() {
    LateReleases.add { held in
      for item in items {
        held.append(item.key)
        held.append(item.value)
      }
      release()
      capacity = 0
    }
  }

  /// What stands for the entries of a dict that never had any.
  private static var noEntries: UnsafeMutablePointer<Entry> { UnsafeMutablePointer(bitPattern: 16)! }

  private func release() {
    if capacity == 0 { return }
    for position in 0..<Int(used) {
      // Only objects need to be let go.
      if let key = entries[position].key.address { ppd_release(key) }
      if let value = entries[position].value.address { ppd_release(value) }
    }
    free(entries)
  }

  /// Takes memory for so many entries, all of it unused.
  private func allocate(for items: Int) {
    var slots = 0
    var room = Dict.mostScanned
    if items > Dict.mostScanned {
      slots = 16
      while slots * 2 / 3 < items { slots *= 2 }
      room = slots * 2 / 3
    }
    guard let memory = malloc(room * MemoryLayout<Entry>.stride + slots * MemoryLayout<Int32>.stride) else {
      fatalError("out of memory")
    }
    entries = memory.bindMemory(to: Entry.self, capacity: room)
    capacity = UInt32(room)
    mask = slots == 0 ? 0 : UInt32(slots - 1)
    memset(memory + room * MemoryLayout<Entry>.stride, 0xff, slots * MemoryLayout<Int32>.stride)
  }

  @inline(__always)
  private var indices: UnsafeMutablePointer<Int32> {
    UnsafeMutableRawPointer(entries + Int(capacity)).assumingMemoryBound(to: Int32.self)
  }

  @inline(__always)
  private func slot(_ mark: UInt32) -> Int {
    // Python hashes of small ints are the ints themselves: neighbours probe well, but strides of powers of two do
    // not, so the upper bits are folded in.
    Int((mark ^ (mark >> 7) ^ (mark >> 17)) & mask)
  }

  @inline(__always)
  private func slot(after slot: Int) -> Int { (slot &+ 1) & Int(mask) }

  // MARK: Lookup of texts and ints, which never runs user code

  /// Position in `entries` of the first key for which `isSought` holds among those with that mark, or -1.
  @inline(__always)
  private func search(_ mark: UInt32, _ isSought: (UnsafeMutablePointer<Entry>) -> Bool) -> Int {
    if self.mask == 0 {
      var position = 0
      while position < Int(used) {
        if entries[position].mark == mark, isSought(entries + position) { return position }
        position &+= 1
      }
      return -1
    }
    let indices = indices
    var slot = slot(mark)
    while true {
      let position = Int(indices[slot])
      if position < 0 { return -1 }
      if entries[position].mark == mark, isSought(entries + position) { return position }
      slot = self.slot(after: slot)
    }
  }

  /// Position in `entries` of a text key, or -1.
  @inline(__always)
  func position(ofText key: Str) -> Int {
    search(Entry.mark(key.hash)) { entry in
      guard let object = entry.pointee.key.address else { return false }
      if object == Unmanaged.passUnretained(key).toOpaque() { return true }
      return Unmanaged<Object>.fromOpaque(object)._withUnsafeGuaranteedRef { object in
        object.kind == .str && unsafeDowncast(object, to: Str.self) == key
      }
    }
  }

  /// Position in `entries` of a text or an int, or -1; nil for other keys, and where only user code could tell.
  @inline(__always)
  func quickPosition(of key: UnsafePointer<Value>) -> Int? {
    if case .int(let number) = key.pointee {
      var hasOthers = false
      let found = search(Entry.mark(Arithmetic.hash(number))) { entry in
        if case .int(let other) = entry.pointee.key { return other == number }
        // A bool, a float or an object may be equal to the number.
        hasOthers = true
        return false
      }
      return found < 0 && hasOthers ? nil : found
    }
    guard let address = key.pointee.address else { return nil }
    return Unmanaged<Object>.fromOpaque(address)._withUnsafeGuaranteedRef { object in
      guard object.kind == .str else { return nil }
      let found = position(ofText: unsafeDowncast(object, to: Str.self))
      return found < 0 && hasForeignKeys ? nil : found
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
        if position >= 0 { setValue(newValue, at: position) } else { insert(.object(key), key.hash, newValue) }
      } else if position >= 0 {
        remove(at: position)
      }
    }
  }

  // MARK: Lookup by any key

  /// Position in `entries` of a key, or -1. Raises what the keys' `__eq__` raises.
  func position(of key: Value, hash: Int, _ f: Frame) throws(Raised) -> Int {
    switch key {
    case .int(let number): return try intPosition(number, hash, f)
    case .object(let object) where object.kind == .str:
      return try textPosition(unsafeDowncast(object, to: Str.self), f)
    default: return try generalPosition(key, hash, f)
    }
  }

  /// Position in `entries` of a key, or -1. Raises TypeError for an unhashable key.
  @inline(__always)
  func position(of key: Value, _ f: Frame) throws(Raised) -> Int {
    switch key {
    case .int(let number): return try intPosition(number, Arithmetic.hash(number), f)
    case .object(let object) where object.kind == .str:
      return try textPosition(unsafeDowncast(object, to: Str.self), f)
    default: return try generalPosition(key, f.hash(key), f)
    }
  }

  @inline(__always)
  private func textPosition(_ key: Str, _ f: Frame) throws(Raised) -> Int {
    let found = position(ofText: key)
    return found >= 0 || !hasForeignKeys ? found : try generalPosition(.object(key), key.hash, f)
  }

  @inline(__always)
  private func intPosition(_ number: Int, _ hash: Int, _ f: Frame) throws(Raised) -> Int {
    var hasOthers = false
    let found = search(Entry.mark(hash)) { entry in
      if case .int(let other) = entry.pointee.key { return other == number }
      // A bool, a float or an object may be equal to the number.
      hasOthers = true
      return false
    }
    return found >= 0 || !hasOthers ? found : try generalPosition(.int(number), hash, f)
  }

  private func generalPosition(_ key: Value, _ hash: Int, _ f: Frame) throws(Raised) -> Int {
    let mark = Entry.mark(hash)
    restart: while true {
      var slot = slot(mark)
      var scanned = 0
      while true {
        let position = mask == 0 ? (scanned < Int(used) ? scanned : -1) : Int(indices[slot])
        if position < 0 { return -1 }
        if entries[position].mark == mark, !entries[position].key.isUnbound, entries[position].hash == hash {
          let candidate = entries[position].key
          if candidate.isIdentical(to: key) { return position }
          let before = version
          if try f.isEqual(candidate, key) { return position }
          if version != before { continue restart }
        }
        scanned += 1
        slot = self.slot(after: slot)
      }
    }
  }

  /// The value of a key. Raises TypeError for an unhashable key.
  public func value(of key: Value, _ f: Frame) throws(Raised) -> Value? {
    let position = try position(of: key, f)
    return position < 0 ? nil : entries[position].value
  }

  /// Sets the value of a key. Raises TypeError for an unhashable key.
  public func set(_ key: Value, _ value: Value, _ f: Frame) throws(Raised) {
    if let text = key.str {
      let position = try textPosition(text, f)
      if position >= 0 { setValue(value, at: position) } else { insert(key, text.hash, value) }
    } else {
      try set(key, hash: f.hash(key), value, f)
    }
  }

  /// Sets the value of a key whose hash is known.
  func set(_ key: Value, hash: Int, _ value: Value, _ f: Frame) throws(Raised) {
    let position = try position(of: key, hash: hash, f)
    if position >= 0 { setValue(value, at: position) } else { insert(key, hash, value) }
  }

  /// Replaces the value at a position that `position(of:hash:_:)` gave.
  @inline(__always)
  func setValue(_ value: consuming Value, at position: Int) {
    // What the old value's destruction runs (`__del__`) may look at the dict: it finds the new one.
    valuePlace(position).store(value)
  }

  /// Where the value at a position stands, to be written over at once.
  @inline(__always)
  func valuePlace(_ position: Int) -> UnsafeMutablePointer<Value> {
    withUnsafeMutablePointer(to: &entries[position].value) { $0 }
  }

  /// Removes a key and returns its value, nil where there was none.
  public func remove(_ key: Value, _ f: Frame) throws(Raised) -> Value? {
    let position = try position(of: key, f)
    if position < 0 { return nil }
    let value = entries[position].value
    remove(at: position)
    return value
  }

  // MARK: Changing the table

  /// Adds an entry whose key is known to be absent.
  func insert(_ key: Value, _ hash: Int, _ value: Value) {
    if used == capacity { grow() }
    (entries + Int(used)).initialize(to: Entry(hash: hash, key: key, value: value))
    if mask != 0 { enter(Int(used)) }
    used += 1
    alive += 1
    versionCount &+= 1
    if case .object(let object) = key, object.kind != .str, object.kind != .tuple { hasForeignKeys = true }
  }

  /// Gives the entry at a position its index.
  @inline(__always)
  private func enter(_ position: Int) {
    let indices = indices
    var slot = slot(entries[position].mark)
    while indices[slot] >= 0 { slot = self.slot(after: slot) }
    indices[slot] = Int32(truncatingIfNeeded: position)
  }

  func remove(at position: Int) {
    if mask != 0 {
      var slot = slot(entries[position].mark)
      while indices[slot] != Int32(truncatingIfNeeded: position) { slot = self.slot(after: slot) }
      vacate(slot)
    }
    let entry = (entries + position).move()
    (entries + position).initialize(to: Entry(hash: 0, key: .unbound, value: .unbound))
    alive -= 1
    versionCount &+= 1
    if position == Int(used) - 1 { trimEnd() } else if position == Int(first) { trimStart() }
    // The entry goes only now: what its destruction runs (`__del__`) finds the table in order.
    withExtendedLifetime(entry) {}
  }

  /// Frees a slot and moves the later ones of its chain up, so that no chain is broken.
  private func vacate(_ slot: Int) {
    let indices = indices
    var gap = slot
    var next = gap
    while true {
      next = self.slot(after: next)
      if indices[next] == Dict.vacant { break }
      let home = self.slot(entries[Int(indices[next])].mark)
      // An index may move to the gap unless its home lies between the two.
      if (next - home) & Int(mask) >= (next - gap) & Int(mask) {
        indices[gap] = indices[next]
        gap = next
      }
    }
    indices[gap] = Dict.vacant
  }

  private func trimEnd() {
    while used > 0, entries[Int(used) - 1].key.isUnbound { used -= 1 }
    first = min(first, used)
  }

  private func trimStart() {
    while first < used, entries[Int(first)].key.isUnbound { first += 1 }
  }

  public func removeAll() {
    let old = Dict()
    swap(&entries, &old.entries)
    swap(&used, &old.used)
    swap(&first, &old.first)
    swap(&alive, &old.alive)
    swap(&capacity, &old.capacity)
    swap(&mask, &old.mask)
    hasForeignKeys = false
    versionCount &+= 1
    // The old entries go only now, for the same reason.
    withExtendedLifetime(old) {}
  }

  /// Makes room for another entry, and rids the table of deleted ones.
  private func grow() {
    let items = Int(alive)
    let old = entries
    let oldUsed = Int(used)
    let hadMemory = capacity != 0
    allocate(for: items < Dict.mostScanned ? items + 1 : items + items / 2 + 1)
    var next = 0
    for position in 0..<oldUsed where !old[position].key.isUnbound {
      (entries + next).moveInitialize(from: old + position, count: 1)
      if mask != 0 { enter(next) }
      next += 1
    }
    if hadMemory { free(old) }
    used = UInt32(next)
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
    if position < Int(first) { position = Int(first) }
    while position < Int(used) {
      let entry = position
      position &+= 1
      if !entries[entry].key.isUnbound { return entry }
    }
    return nil
  }

  /// Where in `entries` the last item before `position` stands. Nil where there is none.
  func previousPosition(_ position: Int) -> Int? {
    var entry = min(position, Int(used)) - 1
    while entry >= Int(first) {
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
}
