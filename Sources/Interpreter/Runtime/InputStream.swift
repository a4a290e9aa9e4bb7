// Buffered input from a descriptor.
import Glibc

/// Where bytes that came from a file descriptor wait to be read.
public final class InputStream {
  let descriptor: Int32
  private var buffer: [UInt8] = []
  private var position = 0
  /// Whether a read can take as long as somebody else likes: everything but regular files.
  private let mayBlock: Bool

  public init(descriptor: Int32) {
    self.descriptor = descriptor
    var status = stat()
    mayBlock = fstat(descriptor, &status) != 0 || status.st_mode & S_IFMT != S_IFREG
  }

  /// Bytes read ahead.
  var availableCount: Int { buffer.count - position }

  /// The bytes read ahead.
  var available: ArraySlice<UInt8> { buffer[position...] }

  /// Takes bytes out of those read ahead.
  func take(_ count: Int) -> [UInt8] {
    let taken = Array(buffer[position..<position + count])
    position += count
    if position == buffer.count { drop() }
    return taken
  }

  /// Forgets what was read ahead.
  func drop() {
    buffer.removeAll(keepingCapacity: true)
    position = 0
  }

  /// Reads ahead by one read(2).
  /// - Returns: false at the end of the file.
  func fill(_ f: Frame) throws(Raised) -> Bool {
    let more = try InputStream.read(descriptor, OutputStream.blockSize, mayBlock: mayBlock, f)
    if position > 0 {
      buffer.removeFirst(position)
      position = 0
    }
    buffer += more
    return !more.isEmpty
  }

  /// read(2) that lets signals' handlers run while it waits. Empty at the end of the file.
  static func read(
    _ descriptor: Int32, _ count: Int, mayBlock: Bool, waits: Bool = true, _ f: Frame
  ) throws(Raised) -> [UInt8] {
    while true {
      if mayBlock { try f.interpreter.wait(for: descriptor, timeout: nil, f) }
      var code: Int32 = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: count) { target, filled in
        let result = Glibc.read(descriptor, target.baseAddress, count)
        filled = max(0, result)
        if result < 0 { code = errno }
      }
      switch code {
      case 0: return bytes
      case EAGAIN where !waits: throw f.osError(code)
      case EINTR, EAGAIN: try f.interpreter.handlePendingSignals(f)
      default: throw f.osError(code)
      }
    }
  }

  /// Exactly `count` bytes, fewer only at the end of the file; all of the rest for nil.
  func read(_ count: Int?, _ f: Frame) throws(Raised) -> [UInt8] {
    guard let count else {
      var all = take(availableCount)
      while true {
        let more = try InputStream.read(descriptor, 1 << 16, mayBlock: mayBlock, f)
        if more.isEmpty { return all }
        all += more
      }
    }
    while availableCount < count, try fill(f) {}
    return take(min(count, availableCount))
  }

  /// The bytes up to and including the next line feed, at most `limit` of them.
  func readLine(limit: Int?, _ f: Frame) throws(Raised) -> [UInt8] {
    var searched = 0
    while true {
      if let end = buffer[(position + searched)...].firstIndex(of: UInt8(ascii: "\n")) {
        return take(min(end + 1 - position, limit ?? .max))
      }
      searched = availableCount
      if let limit, searched >= limit { return take(limit) }
      if try !fill(f) { return take(availableCount) }
    }
  }
}
