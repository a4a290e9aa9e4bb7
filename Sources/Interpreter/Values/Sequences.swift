// The containers whose storage is a Swift array: list, tuple, bytes and bytearray.
import CPosixShim

/// A `list`.
public final class List: Object {
  /// Whether `stored` has one object, the ``PackedItems`` that have the items.
  private var isPacked = false
  private var stored: ContiguousArray<Value>

  public init(_ items: ContiguousArray<Value> = []) {
    stored = items
    super.init(kind: .list)
  }

  init(_ packed: PackedItems) {
    isPacked = true
    stored = [.object(packed)]
    super.init(kind: .list)
  }

  deinit {
    if ppd_stack_is_low() { LateReleases.add { swap(&$0, &stored) } }
  }

  /// All items as values, which they are from then on where they have been packed.
  public var items: ContiguousArray<Value> {
    @inline(__always) _read {
      if isPacked { unpack() }
      yield stored
    }
    @inline(__always) _modify {
      if isPacked { unpack() }
      yield &stored
    }
  }

  @inline(__always)
  public var count: Int { packed?._withUnsafeGuaranteedRef(\.count) ?? stored.count }

  /// The item of an index that is in range.
  @inline(__always)
  public subscript(index: Int) -> Value {
    packed?._withUnsafeGuaranteedRef { $0.item(at: index) } ?? stored[index]
  }

  /// The items, where they are packed: the list's own, not counted.
  @inline(__always)
  var packed: Unmanaged<PackedItems>? {
    guard isPacked, let address = stored.withUnsafeBufferPointer({ $0.baseAddress.unsafelyUnwrapped.pointee.address })
    else { return nil }
    return .fromOpaque(address)
  }

  @inline(never)
  private func unpack() {
    guard let packed = packed?.takeUnretainedValue() else { return }
    stored = ContiguousArray((0..<packed.count).lazy.compactMap(packed.item(at:)))
    isPacked = false
  }

  /// Where the item stands whose index counts from the start, to be looked at at once; nil where there is none or the
  /// items are packed.
  @inline(__always)
  func constantPlace(_ index: Int) -> UnsafePointer<Value>? {
    guard !isPacked, index >= 0, index < stored.count else { return nil }
    return stored.withUnsafeBufferPointer { $0.baseAddress.unsafelyUnwrapped + index }
  }

  /// The same, to be written over at once.
  @inline(__always)
  func place(_ index: Int) -> UnsafeMutablePointer<Value>? {
    guard !isPacked, index >= 0, index < stored.count else { return nil }
    // An array is one reference to its storage, which nobody else may hold if it is to be written.
    let storage = withUnsafePointer(to: &stored) { UnsafeRawPointer($0).load(as: UnsafeMutableRawPointer.self) }
    guard ppd_is_only_reference(storage) else { return ownPlace(index) }
    return stored.withUnsafeBufferPointer { UnsafeMutablePointer(mutating: $0.baseAddress.unsafelyUnwrapped + index) }
  }

  @inline(never)
  private func ownPlace(_ index: Int) -> UnsafeMutablePointer<Value> {
    withUnsafeMutablePointer(to: &stored[index]) { $0 }
  }

  /// Replaces the item of an index that is in range. The old one goes when the list is in order again.
  func store(_ item: Value, at index: Int) {
    if let packed, packed._withUnsafeGuaranteedRef({ $0.store(item, at: index) }) { return }
    let old = items[index]
    items[index] = item
    withExtendedLifetime(old) {}
  }
}

/// A `tuple`.
public final class Tuple: Object {
  public private(set) var items: ContiguousArray<Value>
  /// The one tuple without members.
  nonisolated(unsafe) static let empty = Tuple([])
  /// Hash once computed, else nil.
  var cachedHash: Int?

  public init(_ items: ContiguousArray<Value>) {
    self.items = items
    super.init(kind: .tuple)
  }

  deinit {
    if ppd_stack_is_low() { LateReleases.add { swap(&$0, &items) } }
  }
}

/// A `bytes`.
public final class Bytes: Object {
  public let bytes: [UInt8]

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    super.init(kind: .bytes)
  }
}

/// A `bytearray`.
public final class ByteArray: Object {
  public var bytes: [UInt8]

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    super.init(kind: .byteArray)
  }
}

extension Value {
  /// A new `list`.
  public static func list(_ items: ContiguousArray<Value>) -> Value { .object(List(items)) }
  /// A new `tuple`.
  public static func tuple(_ items: ContiguousArray<Value>) -> Value {
    .object(items.isEmpty ? Tuple.empty : Tuple(items))
  }
  /// A new `bytes`.
  public static func bytes(_ bytes: [UInt8]) -> Value { .object(Bytes(bytes)) }
}
