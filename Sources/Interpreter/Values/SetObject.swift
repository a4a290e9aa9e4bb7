// Sets and frozen sets. Their hash table probes, grows and shrinks as CPython's does, so that sets of ints, floats and
// tuples of these show their members in CPython's order.
import CPosixShim
import Glibc

/// A `set` or, by its kind, a `frozenset`: members with their hashes, by open addressing.
///
/// ```
///  entries   | hash key | free | hash key | dead | …      power of two
///              ╰── up to ten neighbours are tried, then the probe jumps
/// ```
///
/// A free entry has no key and hash 0, a dead one (its member was removed) no key and hash -1, which no key has.
public final class SetObject: Object {
  struct Entry {
    var hash: Int
    var key: Value

    @inline(__always) var isAlive: Bool { !key.isUnbound }
    @inline(__always) var isFree: Bool { hash == 0 && key.isUnbound }

    static var free: Entry { Entry(hash: 0, key: .unbound) }
    static var dead: Entry { Entry(hash: -1, key: .unbound) }
  }

  private(set) var entries: UnsafeMutablePointer<Entry>
  private(set) var mask = SetObject.leastSlots - 1
  /// Entries that are not free.
  private var filled = 0
  /// Number of members.
  public private(set) var count = 0
  /// Where `pop` looks first.
  private var finger = 0
  /// Changes with every change of the table, so that lookups notice what `__eq__` does to it.
  private var version = 0
  /// A frozen set's hash once computed.
  var cachedHash: Int?

  private static let leastSlots = 8
  private static let neighbours = 9

  public init(frozen: Bool = false) {
    entries = SetObject.allocate(SetObject.leastSlots)
    super.init(kind: frozen ? .frozenSet : .set)
  }

  /// A set with the same members. Its table is the one that adding them all to an empty set makes.
  init(copying other: SetObject, frozen: Bool) {
    var slots = SetObject.leastSlots
    if other.count * 5 >= (slots - 1) * 3 {
      while slots <= other.count * 2 { slots *= 2 }
    }
    let isSame = slots == other.mask + 1 && other.filled == other.count
    entries = isSame ? .allocate(capacity: slots) : SetObject.allocate(slots)
    mask = slots - 1
    super.init(kind: frozen ? .frozenSet : .set)
    if isSame {
      copy(other)
      filled = other.count
      count = other.count
    } else if other.count > 0 {
      fill(from: other)
    }
  }

  deinit {
    if ppd_stack_is_low() {
      LateReleases.add {
        $0 = members
        entries.update(repeating: .free, count: mask + 1)
      }
    }
    SetObject.release(entries, mask + 1)
  }

  /// Lets go of a table. Only objects need it.
  private static func release(_ entries: UnsafeMutablePointer<Entry>, _ slots: Int) {
    var slot = 0
    while slot < slots {
      if let key = entries[slot].key.address { ppd_release(key) }
      slot &+= 1
    }
    entries.deallocate()
  }

  private static func allocate(_ slots: Int) -> UnsafeMutablePointer<Entry> {
    let entries = UnsafeMutablePointer<Entry>.allocate(capacity: slots)
    entries.initialize(repeating: .free, count: slots)
    return entries
  }

  /// Fills a table, in which no object stands, with the entries of another of the same size.
  private func copy(_ other: SetObject) {
    memcpy(entries, other.entries, (mask + 1) * MemoryLayout<Entry>.stride)
    var slot = 0
    while slot <= mask {
      if let key = entries[slot].key.address { ppd_retain(key) }
      slot &+= 1
    }
  }

  /// Where the probe goes after the neighbourhood of `slot`.
  @inline(__always)
  private func jump(_ slot: Int, _ perturbation: inout UInt) -> Int {
    perturbation >>= 5
    return Int(truncatingIfNeeded: UInt(bitPattern: slot) &* 5 &+ 1 &+ perturbation) & mask
  }

  @inline(__always)
  private func neighbourhoodEnd(_ slot: Int) -> Int {
    slot + SetObject.neighbours <= mask ? slot + SetObject.neighbours : slot
  }

  // MARK: Lookup

  /// The slot of a key or, where it is absent, the one to insert it at: the last dead entry that the search passed,
  /// else the free one where it ended. Raises what the keys' `__eq__` raises.
  @inline(__always)
  private func find(_ key: Value, _ hash: Int, _ f: Frame) throws(Raised) -> (slot: Int, isFound: Bool) {
    if case .int(let number) = key, let found = find(number, hash) { return found }
    return try findGenerally(key, hash, f)
  }

  /// The same for an int; nil where a member of the same hash is none, and only user code may be able to tell.
  @inline(__always)
  private func find(_ number: Int, _ hash: Int) -> (slot: Int, isFound: Bool)? {
    var perturbation = UInt(bitPattern: hash)
    var home = hash & mask
    var dead: Int?
    while true {
      let end = neighbourhoodEnd(home)
      var slot = home
      while slot <= end {
        let entry = entries + slot
        if entry.pointee.hash == hash {
          switch entry.pointee.key {
          case .int(let member): if member == number { return (slot, true) }
          case .unbound where hash == 0: return (dead ?? slot, false)
          default: return nil
          }
        } else if entry.pointee.isFree {
          return (dead ?? slot, false)
        } else if !entry.pointee.isAlive {
          dead = slot
        }
        slot &+= 1
      }
      home = jump(home, &perturbation)
    }
  }

  private func findGenerally(_ key: Value, _ hash: Int, _ f: Frame) throws(Raised) -> (slot: Int, isFound: Bool) {
    restart: while true {
      var perturbation = UInt(bitPattern: hash)
      var home = hash & mask
      var dead: Int?
      while true {
        let end = neighbourhoodEnd(home)
        var slot = home
        while slot <= end {
          if entries[slot].hash == hash, entries[slot].isAlive {
            let candidate = entries[slot].key
            if candidate.isIdentical(to: key) { return (slot, true) }
            let before = version
            let isEqual = try f.isEqual(candidate, key)
            if version != before { continue restart }
            if isEqual { return (slot, true) }
          } else if entries[slot].isFree {
            return (dead ?? slot, false)
          } else if !entries[slot].isAlive {
            dead = slot
          }
          slot += 1
        }
        home = jump(home, &perturbation)
      }
    }
  }

  /// The free slot for a key that is known to be absent from a table without dead entries.
  private func freeSlot(_ hash: Int) -> Int {
    var perturbation = UInt(bitPattern: hash)
    var home = hash & mask
    while true {
      let end = neighbourhoodEnd(home)
      var slot = home
      while slot <= end {
        if !entries[slot].isAlive { return slot }
        slot &+= 1
      }
      home = jump(home, &perturbation)
    }
  }

  /// Whether a key is a member.
  func contains(_ key: Value, hash: Int, _ f: Frame) throws(Raised) -> Bool {
    count > 0 ? try find(key, hash, f).isFound : false
  }

  /// Whether an int is a member; nil where it takes user code to tell.
  @inline(__always)
  func holds(_ number: Int) -> Bool? {
    find(number, Arithmetic.hash(number))?.isFound
  }

  // MARK: Changing the table

  /// Adds a key. Returns whether it is new.
  func insert(_ key: Value, hash: Int, _ f: Frame) throws(Raised) -> Bool {
    let (slot, isFound) = try find(key, hash, f)
    if isFound { return false }
    let wasFree = entries[slot].isFree
    // No object stood there.
    (entries + slot).initialize(to: Entry(hash: hash, key: key))
    count += 1
    version &+= 1
    if !wasFree { return true }
    filled += 1
    if filled * 5 >= mask * 3 { resize(for: growth) }
    return true
  }

  /// Removes a key. Returns whether it was a member.
  func remove(_ key: Value, hash: Int, _ f: Frame) throws(Raised) -> Bool {
    let (slot, isFound) = try find(key, hash, f)
    if isFound { _ = remove(at: slot) }
    return isFound
  }

  private func remove(at slot: Int) -> Value {
    let key = entries[slot].key
    entries[slot] = .dead
    count -= 1
    version &+= 1
    return key
  }

  /// Removes and returns any member, nil where there is none.
  func pop() -> Value? {
    if count == 0 { return nil }
    var slot = finger & mask
    while !entries[slot].isAlive { slot = slot == mask ? 0 : slot + 1 }
    finger = slot + 1
    return remove(at: slot)
  }

  func removeAll() {
    let old = entries
    let oldSlots = mask + 1
    entries = SetObject.allocate(SetObject.leastSlots)
    mask = SetObject.leastSlots - 1
    filled = 0
    count = 0
    version &+= 1
    // The members go when the table is in order again.
    SetObject.release(old, oldSlots)
  }

  /// Takes over the members of a set that nobody else uses. Where `pop` goes on stays.
  func take(from other: SetObject) {
    swap(&entries, &other.entries)
    swap(&mask, &other.mask)
    swap(&filled, &other.filled)
    swap(&count, &other.count)
    version &+= 1
  }

  /// How large the table becomes when it must grow, or sheds its dead entries.
  private var growth: Int { count > 50_000 ? count * 2 : count * 4 }

  /// Makes a table of more than `minimum` slots, without dead entries.
  private func resize(for minimum: Int) {
    var slots = SetObject.leastSlots
    while slots <= minimum { slots *= 2 }
    let old = entries
    let oldSlots = mask + 1
    entries = SetObject.allocate(slots)
    mask = slots - 1
    for slot in 0..<oldSlots where old[slot].isAlive {
      (entries + freeSlot(old[slot].hash)).moveInitialize(from: old + slot, count: 1)
    }
    // Nothing is left in it.
    old.deallocate()
    filled = count
    version &+= 1
  }

  /// Makes room before `more` keys are added, of which few are expected to be members already.
  func reserve(_ more: Int) {
    if (filled + more) * 5 >= mask * 3 { resize(for: (count + more) * 2) }
  }

  /// Rids the table of dead entries when they are more than a quarter.
  func compact() {
    if filled - count > mask / 4 { resize(for: growth) }
  }

  /// Adds the member of a set of one.
  @inline(__always)
  func merge(_ key: Value, hash: Int, _ f: Frame) throws(Raised) {
    reserve(1)
    _ = try insert(key, hash: hash, f)
  }

  /// Adds the members of another set.
  func merge(_ other: SetObject, _ f: Frame) throws(Raised) {
    if other === self || other.count == 0 { return }
    reserve(other.count)
    if filled > 0 {
      var position = 0
      while let (key, hash) = other.next(&position) { _ = try insert(key, hash: hash, f) }
    } else {
      fill(from: other)
    }
  }

  /// Gives an empty table, which has room for them, the members of another set.
  private func fill(from other: SetObject) {
    if mask == other.mask && other.filled == other.count {
      copy(other)
    } else {
      for slot in 0...other.mask where other.entries[slot].isAlive {
        (entries + freeSlot(other.entries[slot].hash)).initialize(to: other.entries[slot])
      }
    }
    filled = other.count
    count = other.count
    version &+= 1
  }

  // MARK: Walking

  /// The next member at or after `position` with its hash; `position` moves past it. Nil at the end.
  @inline(__always)
  func next(_ position: inout Int) -> (key: Value, hash: Int)? {
    while position <= mask {
      let slot = position
      position += 1
      if entries[slot].isAlive { return (entries[slot].key, entries[slot].hash) }
    }
    return nil
  }

  /// The members, in the order of the table.
  var members: ContiguousArray<Value> {
    var members: ContiguousArray<Value> = []
    members.reserveCapacity(count)
    var position = 0
    while let (key, _) = next(&position) { members.append(key) }
    return members
  }
}
