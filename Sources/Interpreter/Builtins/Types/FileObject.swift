// What every file object is: the base of binary files, text files and files in memory.
import Glibc

/// A file object. Its Python methods (see `FileMethods.swift`) come down to the few operations here; what a kind of
/// file does not support raises `io.UnsupportedOperation`.
open class FileObject: TypedObject {
  /// Whether `close` has been called.
  var isClosed = false

  /// `<_io.StringIO object at …>` and the like may get attributes.
  open override var hasAttributes: Bool { true }

  /// Raises ValueError where the file is closed; `operation` is for the message.
  func ensureOpen(_ operation: String, _ f: Frame) throws(Raised) {
    if isClosed { throw f.valueError("I/O operation on closed file.") }
  }

  func unsupported(_ operation: String, _ f: Frame) -> Raised {
    f.unsupportedOperation(operation)
  }

  var isReadable: Bool { false }
  var isWritable: Bool { false }
  func isSeekable(_ f: Frame) throws(Raised) -> Bool { false }

  /// At most `count` units (bytes or characters), all for nil.
  func read(_ count: Int?, _ f: Frame) throws(Raised) -> Value { throw unsupported("read", f) }
  /// A line with its end, at most `limit` units of it; empty at the end of the file.
  func readLine(_ limit: Int?, _ f: Frame) throws(Raised) -> Value { throw unsupported("readline", f) }
  /// Returns the units written.
  func write(_ data: Value, _ f: Frame) throws(Raised) -> Int { throw unsupported("write", f) }
  func flush(_ f: Frame) throws(Raised) { try ensureOpen("flush", f) }
  func close(_ f: Frame) throws(Raised) { isClosed = true }
  func seek(_ offset: Int, _ whence: Int, _ f: Frame) throws(Raised) -> Int { throw unsupported("seek", f) }
  func tell(_ f: Frame) throws(Raised) -> Int { throw unsupported("tell", f) }
  func truncate(_ size: Int?, _ f: Frame) throws(Raised) -> Int { throw unsupported("truncate", f) }
  func fileDescriptor(_ f: Frame) throws(Raised) -> Int32 { throw unsupported("fileno", f) }

  func isTerminal(_ f: Frame) throws(Raised) -> Bool {
    try ensureOpen("isatty", f)
    return false
  }

  /// Iteration has begun: text files forbid `tell` until its end.
  func willIterate() {}
}

/// A file of bytes.
open class BinaryFile: FileObject {
  /// At most `count` bytes, all for nil.
  func readBytes(_ count: Int?, _ f: Frame) throws(Raised) -> [UInt8] { throw unsupported("read", f) }
  /// Some bytes, as few as come at once, at most `limit`; empty at the end of the file.
  func readSome(_ limit: Int, _ f: Frame) throws(Raised) -> [UInt8] { throw unsupported("read1", f) }
  func readLineBytes(_ limit: Int?, _ f: Frame) throws(Raised) -> [UInt8] { throw unsupported("read", f) }
  func writeBytes(_ bytes: some Sequence<UInt8>, _ f: Frame) throws(Raised) { throw unsupported("write", f) }
  /// The next bytes, which stay to be read.
  func peek(_ f: Frame) throws(Raised) -> [UInt8] { throw unsupported("peek", f) }
  var name: Value { .unbound }
  var modeText: String? { nil }

  override func read(_ count: Int?, _ f: Frame) throws(Raised) -> Value { .bytes(try readBytes(count, f)) }
  override func readLine(_ limit: Int?, _ f: Frame) throws(Raised) -> Value { .bytes(try readLineBytes(limit, f)) }

  override func write(_ data: Value, _ f: Frame) throws(Raised) -> Int {
    let bytes = try f.bytesLike(data)
    try writeBytes(bytes, f)
    return bytes.count
  }
}

extension Frame {
  /// `io.UnsupportedOperation`.
  func unsupportedOperation(_ message: String) -> Raised {
    do {
      _ = try interpreter.builtinModule("io", self)
      return error(types[module: "io.UnsupportedOperation"], .text(message))
    } catch {
      return error
    }
  }

  /// The bytes of a bytes-like object. Raises TypeError for others.
  func bytesLike(_ value: Value) throws(Raised) -> [UInt8] {
    try BytesType.argument(self, value)
  }
}
