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

  private(set) var units: UnsafeMutableRawPointer
  /// Number of scalars.
  public let count: Int
  public let width: Width
  public let isASCII: Bool
  /// Whether the intern table holds this very object: interned strings are equal only if identical.
  var isInterned = false
  /// Whether `+` made it: if it is added to again, it probably grows in a loop.
  let isConcatenation: Bool
  /// Whether the units are memory of this string's own.
  private let ownsUnits: Bool
  /// Who owns the units, when several strings share them.
  let owner: GrowingUnits?
  private var cachedHash = 0
  /// Where the units of a short text stand.
  private var room: (UInt64, UInt64, UInt64) = (0, 0, 0)

  /// The most bytes that find room in the object.
  static let roomSize = MemoryLayout<(UInt64, UInt64, UInt64)>.size

  /// A string whose `units` the caller has yet to write.
  init(unwritten count: Int, width: Width, isASCII: Bool, isConcatenation: Bool = false) {
    let size = count * Int(width.rawValue)
    ownsUnits = size > Str.roomSize
    // Any address will do until the object is there.
    units = ownsUnits ? Str.allocate(size) : UnsafeMutableRawPointer(bitPattern: 8)!
    self.count = count
    self.width = width
    self.isASCII = isASCII
    self.isConcatenation = isConcatenation
    owner = nil
    super.init(kind: .str)
    // A stored property of an object stays where it is as long as the object lives.
    if !ownsUnits { units = withUnsafeMutablePointer(to: &room) { UnsafeMutableRawPointer($0) } }
  }

  /// Takes over `units`, which ``allocate(_:)`` made.
  init(adopting units: UnsafeMutableRawPointer, count: Int, width: Width, isASCII: Bool) {
    self.units = units
    self.count = count
    self.width = width
    self.isASCII = isASCII
    ownsUnits = true
    isConcatenation = false
    owner = nil
    super.init(kind: .str)
  }

  /// The first `count` of the units that several strings share.
  init(sharing owner: GrowingUnits, count: Int, width: Width, isASCII: Bool) {
    units = owner.base
    self.count = count
    self.width = width
    self.isASCII = isASCII
    ownsUnits = false
    isConcatenation = true
    self.owner = owner
    super.init(kind: .str)
  }

  deinit {
    if ownsUnits { free(units) }
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

  /// Hash of the text; never 0 once computed.
  var hash: Int {
    if cachedHash != 0 { return cachedHash }
    var state: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(truncatingIfNeeded: count)
    let bytes = UnsafeRawBufferPointer(start: units, count: count * Int(width.rawValue))
    var offset = 0
    while offset + 8 <= bytes.count {
      state = Str.mix(state ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < bytes.count {
      rest = rest << 8 | UInt64(bytes[offset])
      offset += 1
    }
    state = Str.mix(state ^ rest)
    let result = Int(bitPattern: UInt(state))
    cachedHash = result == 0 || result == -1 ? -2 : result
    return cachedHash
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
    return memcmp(a.units, b.units, a.count * Int(a.width.rawValue)) == 0
  }
}
