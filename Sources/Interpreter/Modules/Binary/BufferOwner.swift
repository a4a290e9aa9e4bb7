// Objects whose memory others may look into: the buffer protocol.

/// An object that shows its bytes to `memoryview`, and to everything that takes bytes-like objects.
public protocol BufferOwner: Object {
  /// Bytes in the buffer.
  var bufferCount: Int { get }
  var isBufferReadOnly: Bool { get }
  /// What the bytes are, as a character of the module `struct`; mostly `B`.
  var bufferFormat: String { get }
  /// Calls with the bytes, which must not be changed where the buffer is read-only.
  func withBuffer<Result>(_ body: (UnsafeMutableRawBufferPointer) -> Result) -> Result
}

extension BufferOwner {
  public var bufferFormat: String { "B" }

  /// A copy of the bytes.
  var bufferBytes: [UInt8] { withBuffer { Array($0) } }
}

extension Bytes: BufferOwner {
  public var bufferCount: Int { bytes.count }
  public var isBufferReadOnly: Bool { true }

  public func withBuffer<Result>(_ body: (UnsafeMutableRawBufferPointer) -> Result) -> Result {
    bytes.withUnsafeBytes { body(UnsafeMutableRawBufferPointer(mutating: $0)) }
  }
}

extension ByteArray: BufferOwner {
  public var bufferCount: Int { bytes.count }
  public var isBufferReadOnly: Bool { false }

  public func withBuffer<Result>(_ body: (UnsafeMutableRawBufferPointer) -> Result) -> Result {
    bytes.withUnsafeMutableBytes { body($0) }
  }
}
