// The hash table of whatever every start of the program needs: names, scopes, modules, attributes.

/// What can be a key of a ``HashTable``.
public protocol TableKey: Equatable {
  /// The same for equal keys; its lower bits differ for most others.
  var tableHash: Int { get }
}

extension String: TableKey {
  @inlinable
  public var tableHash: Int {
    var text = self
    let hash = text.withUTF8 { units in
      units.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }
}

/// A dictionary that only grows and keeps the order in which keys came.
///
/// ```
///   places    | 0 | 2 | 0 | 0 | 1 | 3 | 0 | 0 |     1 + where the entry is, 0 for none; the hash says where to begin
///   entries   | key, content | key, content | key, content |
/// ```
///
/// For each pair of types, `Dictionary` has the Swift runtime look through all conformances of the program for that of
/// its keys to `Hashable`: a seventh of what a start executes, and of the memory it touches.
@frozen
public struct HashTable<Key: TableKey, Content> {
  @usableFromInline var entries: ContiguousArray<(key: Key, content: Content)> = []
  @usableFromInline var places: ContiguousArray<Int32> = []

  @inlinable
  public init() {}

  @inlinable
  public var count: Int { entries.count }

  /// The keys in the order in which they came.
  @inlinable
  public var keys: [Key] { entries.map(\.key) }

  /// What they stand for, in the same order.
  @inlinable
  public var contents: [Content] { entries.map(\.content) }

  @inlinable
  public subscript(key: Key) -> Content? {
    position(of: key).map { entries[$0].content }
  }

  @inlinable
  public subscript(key: Key, default absent: @autoclosure () -> Content) -> Content {
    get { self[key] ?? absent() }
    _modify {
      if position(of: key) == nil { append(key, absent()) }
      yield &entries[position(of: key).unsafelyUnwrapped].content
    }
  }

  @inlinable
  public func contains(_ key: Key) -> Bool { position(of: key) != nil }

  /// Adds a key, or replaces what it stands for.
  @inlinable
  public mutating func insert(_ content: Content, for key: Key) {
    if let position = position(of: key) { entries[position].content = content } else { append(key, content) }
  }

  @inlinable
  public mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    for place in places.indices { places[place] = 0 }
  }

  @inlinable
  func position(of key: Key) -> Int? {
    guard !places.isEmpty else { return nil }
    let place = place(of: key)
    return places[place] == 0 ? nil : Int(places[place]) - 1
  }

  /// Where the key's entry is noted, or is to be.
  @inlinable
  func place(of key: Key) -> Int {
    let last = places.count &- 1
    var place = key.tableHash & last
    while places[place] != 0, entries[Int(places[place]) - 1].key != key { place = (place &+ 1) & last }
    return place
  }

  @inlinable
  mutating func append(_ key: Key, _ content: Content) {
    entries.append((key, content))
    if entries.count * 3 > places.count * 2 { return spread() }
    places[place(of: key)] = Int32(entries.count)
  }

  /// Gives the entries twice the places.
  @inlinable
  mutating func spread() {
    let count = Swift.max(places.count * 2, 8)
    places = []
    places.reserveCapacity(count)
    for _ in 0..<count { places.append(0) }
    for (position, entry) in entries.enumerated() { places[place(of: entry.key)] = Int32(position + 1) }
  }
}

/// A set of what can be a key.
public typealias KeySet<Key: TableKey> = HashTable<Key, Void>

extension HashTable where Content == Void {
  /// Adds a member; false where it was one.
  @discardableResult @inlinable
  public mutating func insert(_ member: Key) -> Bool {
    if contains(member) { return false }
    append(member, ())
    return true
  }
}
