// The containers whose storage is a Swift array: list, tuple, bytes and bytearray.

/// A `list`.
public final class List: Object {
  public var items: ContiguousArray<Value>

  public init(_ items: ContiguousArray<Value> = []) {
    self.items = items
    super.init(kind: .list)
  }

  /// Replaces the member at an index that counts from the start. Answers false where there is none.
  @inline(__always)
  func replace(_ index: Int, by value: Value) -> Bool {
    guard index >= 0, index < items.count else { return false }
    let old = items[index]
    items[index] = value
    // The old member goes when the list is in order again: its `__del__` may look at it.
    withExtendedLifetime(old) {}
    return true
  }
}

/// A `tuple`.
public final class Tuple: Object {
  public let items: ContiguousArray<Value>
  /// Hash once computed, else nil.
  var cachedHash: Int?

  public init(_ items: ContiguousArray<Value>) {
    self.items = items
    super.init(kind: .tuple)
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
  public static func tuple(_ items: ContiguousArray<Value>) -> Value { .object(Tuple(items)) }
  /// A new `bytes`.
  public static func bytes(_ bytes: [UInt8]) -> Value { .object(Bytes(bytes)) }
}
