// The framing of `multiprocessing.connection`: a length before each message.
import CPosixShim

/// Lengths as the wire has them.
///
/// ```
///  up to 0x7fffffff bytes   | length: 4, big-endian |             message …
///  more                     | ff ff ff ff           | length: 8 | message …
/// ```
public enum Framing {
  /// The longest message whose length fits into the short form.
  public static let longestShort = 0x7fff_ffff
  /// Bytes of the short form's header, with which both forms begin.
  static let shortHeader = 4
  static let longHeader = 12

  /// The header of a message of `count` bytes.
  public static func header(_ count: Int) -> [UInt8] {
    if count <= longestShort { return bigEndian(UInt32(count)) }
    return bigEndian(UInt32.max) + bigEndian(UInt64(count))
  }

  /// A message with its header.
  public static func frame(_ message: [UInt8]) -> [UInt8] { header(message.count) + message }

  private static func bigEndian<T: FixedWidthInteger>(_ value: T) -> [UInt8] {
    withUnsafeBytes(of: value.bigEndian) { Array($0) }
  }

  /// The length that a buffer begins with, and the size of the header; nil where the header has not all come.
  ///
  /// A length of the short form with its highest bit set means the long form only when all its bits are; CPython sends
  /// no other.
  static func length(_ bytes: UnsafeRawBufferPointer) throws(WireError) -> (message: UInt64, header: Int)? {
    guard bytes.count >= shortHeader else { return nil }
    let short = UInt32(bigEndian: bytes.loadUnaligned(as: UInt32.self))
    if short <= UInt32(longestShort) { return (UInt64(short), shortHeader) }
    guard short == .max else { throw .malformed("a message of negative length") }
    guard bytes.count >= longHeader else { return nil }
    return (UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: shortHeader, as: UInt64.self)), longHeader)
  }
}
