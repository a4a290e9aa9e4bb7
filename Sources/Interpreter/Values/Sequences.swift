// The containers whose storage is a Swift array: list, tuple, bytes and bytearray.
import CPosixShim

/// A `list`.
public final class List: Object {
  public var items: ContiguousArray<Value>

  public init(_ items: ContiguousArray<Value> = []) {
    self.items = items
    super.init(kind: .list)
  }

  deinit {
    if ppd_stack_is_low() { LateReleases.add { swap(&$0, &items) } }
  }

  /// Where the member stands whose index counts from the start, to be written over at once; nil where there is none.
  @inline(__always)
  func place(_ index: Int) -> UnsafeMutablePointer<Value>? {
    guard index >= 0, index < items.count else { return nil }
    // An array is one reference to its storage, which nobody else may hold if it is to be written.
    let storage = withUnsafePointer(to: &items) { UnsafeRawPointer($0).load(as: UnsafeMutableRawPointer.self) }
    guard ppd_is_only_reference(storage) else { return ownPlace(index) }
    return items.withUnsafeBufferPointer { UnsafeMutablePointer(mutating: $0.baseAddress.unsafelyUnwrapped + index) }
  }

  @inline(never)
  private func ownPlace(_ index: Int) -> UnsafeMutablePointer<Value> {
    withUnsafeMutablePointer(to: &items[index]) { $0 }
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
