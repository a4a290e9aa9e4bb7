// Text: immutable, indexed by Unicode scalar in constant time.
import Glibc

/// A `str`.
///
/// ```
///  units ──▶ | u0 | u1 | … | u(count-1) |     1 byte a scalar when every scalar is below U+0100 (Latin-1),
///                                             4 bytes otherwise; lone surrogates are scalars like others
/// ```
///
/// The width is always the smallest that fits, so equal texts have equal units. The units of a short text stand in the
/// object itself; those of a longer one in memory that it owns alone, or in the ``GrowingUnits`` that a text built by
/// repeated `+` shares with the texts it grew from.
public final class Str: Object {
  /// Bytes a scalar takes in `units`.
  public enum Width: UInt8 {
    case one = 1
    case four = 4
  }

  /// Where the units are.
  private enum Storage: UInt8 {
    /// In `room`.
    case inside
    /// In memory of this string's own, whose address is in `room`.
    case owned
    /// In memory whose address is in `room`, with a reference to the `GrowingUnits` that own it.
    case shared
  }

  public let width: Width
  public private(set) var isASCII: Bool
  /// Whether the intern table holds this very object: interned strings are equal only if identical.
  var isInterned = false
  /// Whether `+` made it: if it is added to again, it probably grows in a loop.
  let isConcatenation: Bool
  private let storage: Storage
  /// Number of scalars.
  public private(set) var count: Int
  private var cachedHash = 0
  /// The units of a short text; of others, where they are and who owns them.
  private var room: (UInt64, UInt64, UInt64) = (0, 0, 0)

  /// The most bytes that find room in the object.
  static let roomSize = MemoryLayout<(UInt64, UInt64, UInt64)>.size

  /// A string whose `units` the caller has yet to write.
  init(unwritten count: Int, width: Width, isASCII: Bool, isConcatenation: Bool = false) {
    let size = count * Int(width.rawValue)
    storage = size > Str.roomSize ? .owned : .inside
    if size > Str.roomSize { room.0 = UInt64(UInt(bitPattern: Str.allocate(size))) }
    self.count = count
    self.width = width
    self.isASCII = isASCII
    self.isConcatenation = isConcatenation
    super.init(kind: .str)
  }

  /// Takes over `units`, which ``allocate(_:)`` made.
  init(adopting units: UnsafeMutableRawPointer, count: Int, width: Width, isASCII: Bool) {
    room.0 = UInt64(UInt(bitPattern: units))
    self.count = count
    self.width = width
    self.isASCII = isASCII
    storage = .owned
    isConcatenation = false
    super.init(kind: .str)
  }

  /// The first `count` of the units that several strings share.
  init(sharing owner: GrowingUnits, count: Int, width: Width, isASCII: Bool) {
    room.0 = UInt64(UInt(bitPattern: owner.base))
    room.1 = UInt64(UInt(bitPattern: Unmanaged.passRetained(owner).toOpaque()))
    self.count = count
    self.width = width
    self.isASCII = isASCII
    storage = .shared
    isConcatenation = true
    super.init(kind: .str)
  }

  deinit {
    switch storage {
    case .inside: break
    case .owned: free(units)
    case .shared: Unmanaged<GrowingUnits>.fromOpaque(UnsafeRawPointer(bitPattern: UInt(room.1))!).release()
    }
  }

  /// Where the units are, as long as the string lives.
  @inline(__always)
  var units: UnsafeMutableRawPointer {
    if storage != .inside { return UnsafeMutableRawPointer(bitPattern: UInt(room.0)).unsafelyUnwrapped }
    // A stored property of an object stays where it is as long as the object lives.
    return withUnsafeMutablePointer(to: &room) { UnsafeMutableRawPointer($0) }
  }

  /// Who owns the units, when several strings share them.
  var owner: GrowingUnits? {
    storage == .shared
      ? Unmanaged<GrowingUnits>.fromOpaque(UnsafeRawPointer(bitPattern: UInt(room.1))!).takeUnretainedValue() : nil
  }

  /// Appends a text in place. To be called only on a string that nobody but the caller can see.
  /// - Returns: whether there was room for it.
  func extend(by next: Str) -> Bool {
    guard let owner, width == next.width || width == .four else { return false }
    let end = count * Int(width.rawValue)
    let size = end + next.count * Int(width.rawValue)
    guard owner.used == end, owner.capacity >= size else { return false }
    next.copy(to: owner.base + end, as: width)
    owner.used = size
    count += next.count
    if !next.isASCII { isASCII = false }
    cachedHash = 0
    return true
  }

  /// Memory for units, which the string that adopts it frees.
  static func allocate(_ byteCount: Int) -> UnsafeMutableRawPointer {
    guard let memory = malloc(max(byteCount, 1)) else { fatalError("out of memory") }
    return memory
  }

  /// The scalars of a Latin-1 text.
  @inline(__always)
  var narrow: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: units.assumingMemoryBound(to: UInt8.self), count: count)
  }

  /// The scalars of a text with a scalar past U+00FF.
  @inline(__always)
  var wide: UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(start: units.assumingMemoryBound(to: UInt32.self), count: count)
  }

  /// The scalar at `index`, which must be in bounds.
  @inline(__always)
  public subscript(index: Int) -> UInt32 {
    width == .one ? UInt32(narrow[index]) : wide[index]
  }

  /// Hash of the text: 0 for the empty one alone.
  @inline(__always)
  var hash: Int { cachedHash != 0 ? cachedHash : computedHash() }

  private func computedHash() -> Int {
    if count == 0 { return 0 }
    var state: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(truncatingIfNeeded: count)
    let bytes = UnsafeRawBufferPointer(start: units, count: count * Int(width.rawValue))
    var offset = 0
    while offset + 8 <= bytes.count {
      state = Str.mix(state ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    state = Str.mix(state ^ Str.rest(bytes, offset))
    let result = Int(bitPattern: UInt(state))
    cachedHash = result == 0 || result == -1 ? -2 : result
    return cachedHash
  }

  /// The bytes from `offset` on, less than eight, in a word. Where four or more are left some of them are in it twice.
  @inline(__always)
  private static func rest(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    let count = bytes.count &- offset
    if count >= 4 {
      let first = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
      let last = bytes.loadUnaligned(fromByteOffset: bytes.count &- 4, as: UInt32.self)
      return UInt64(first) << 32 | UInt64(last)
    }
    if count == 0 { return 0 }
    return UInt64(bytes[offset]) << 16 | UInt64(bytes[offset &+ count >> 1]) << 8 | UInt64(bytes[bytes.count &- 1])
  }

  private static func mix(_ x: UInt64) -> UInt64 {
    let product = x.multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
    return product.high ^ product.low
  }

  /// Whether both hold the same text.
  @inline(__always)
  static func == (a: Str, b: Str) -> Bool {
    if a === b { return true }
    if a.count != b.count || a.width != b.width || (a.isInterned && b.isInterned) { return false }
    // What a short text leaves of its room is zero.
    if a.storage == .inside, b.storage == .inside { return a.room == b.room }
    return memcmp(a.units, b.units, a.count * Int(a.width.rawValue)) == 0
  }
}
