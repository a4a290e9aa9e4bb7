// Buffered output to a descriptor that never tears a line.
import Glibc

/// Where bytes wait before they go to a file descriptor.
///
/// What a full buffer writes ends at the end of a line, and to a pipe goes in pieces of at most `PIPE_BUF` bytes, which
/// the kernel never mixes with those of other processes. Only `flush` writes a line that is not yet complete.
public final class OutputStream {
  /// When the bytes go out by themselves.
  public enum Policy {
    /// With each end of a line: terminals, and the error output.
    case line
    /// When so many bytes wait.
    case block(Int)
    /// At once.
    case immediate
  }

  public let descriptor: Int32
  public var policy: Policy
  private var buffer: [UInt8] = []
  /// Bytes that have left the buffer since the beginning.
  private var leftCount = 0
  private let isPipe: Bool

  /// The size of CPython's buffers.
  public static let blockSize = 8192

  public init(descriptor: Int32, policy: Policy) {
    self.descriptor = descriptor
    self.policy = policy
    isPipe = OutputStream.hasType(S_IFIFO, descriptor)
  }

  /// One of the standard streams: by lines to a terminal and for errors, else by blocks.
  public convenience init(descriptor: Int32) {
    let byLine = descriptor == 2 || isatty(descriptor) == 1
    self.init(descriptor: descriptor, policy: byLine ? .line : .block(OutputStream.blockSize))
  }

  private static func hasType(_ type: mode_t, _ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == type
  }

  /// Whether nobody reads any more what this stream writes: the other end of a pipe was closed.
  public private(set) var hasLostReader = false

  /// Whether what has been written so far ends with a line end; so does nothing.
  public private(set) var endsLine = true

  /// Somebody else has ended the line: a terminal that echoes Enter, or a prompt that begins a line of its own.
  public func lineWasEnded() {
    endsLine = true
  }

  /// Bytes that wait.
  public var pendingCount: Int { buffer.count }

  /// Takes bytes over, and writes what is due. Raises OSError.
  public func write(_ bytes: some Sequence<UInt8>, _ f: Frame) throws(Raised) {
    let start = buffer.count
    buffer.append(contentsOf: bytes)
    try writeDue(from: start, f)
  }

  /// Takes text over as UTF-8, and writes what is due. Raises OSError.
  public func write(_ text: Str, _ f: Frame) throws(Raised) {
    let start = buffer.count
    text.appendUTF8(to: &buffer)
    try writeDue(from: start, f)
  }

  private func writeDue(from start: Int, _ f: Frame) throws(Raised) {
    switch policy {
    case .immediate: try flush(f)
    case .line: if buffer[start...].contains(where: { $0 == OutputStream.lineFeed || $0 == 13 }) { try flush(f) }
    case .block(let size):
      guard buffer.count >= size, let end = buffer.lastIndex(of: OutputStream.lineFeed) else {
        // A line of a megabyte goes out in parts after all.
        if buffer.count > OutputStream.longestLine { try flush(f) }
        return
      }
      try write(upTo: end + 1, f)
    }
  }

  private static let lineFeed = UInt8(ascii: "\n")
  private static let longestLine = 1 << 20

  /// Writes all that waits. Raises OSError, and what a signal's handler raises.
  public func flush(_ f: Frame) throws(Raised) {
    try write(upTo: buffer.count, f)
  }

  private func write(upTo end: Int, _ f: Frame) throws(Raised) {
    let goal = leftCount + end
    // A signal's handler may write to this stream too, so the goal is counted from the stream's beginning.
    while leftCount < goal {
      let code = drain(upTo: goal - leftCount)
      if code == EINTR {
        try f.interpreter.handlePendingSignals(f)
      } else if code != 0 {
        // What could not be written never will be: the next flush must not fail for it again.
        discard()
        throw f.osError(code)
      }
    }
  }

  /// Writes all that waits, for places where nothing can be raised: before a fork, at the end.
  /// - Returns: 0, or the `errno` of the failure, after which nothing waits any more.
  @discardableResult
  public func flush() -> Int32 {
    while true {
      let code = drain(upTo: buffer.count)
      if code == EINTR { continue }
      if code != 0 { discard() }
      return code
    }
  }

  /// Forgets what waits: for a child that must not write what its parent will.
  public func discard() {
    leftCount += buffer.count
    buffer.removeAll()
  }

  /// write(2) until the first `end` bytes are out, which then leave the buffer.
  /// - Returns: 0 or `errno`; `EINTR` with the rest still in the buffer.
  private func drain(upTo end: Int) -> Int32 {
    var written = 0
    var failure: Int32 = 0
    buffer.withUnsafeBytes { bytes in
      while written < end {
        let piece = pieceLength(bytes, written, end)
        let count = Glibc.write(descriptor, bytes.baseAddress! + written, piece)
        if count >= 0 {
          written += count
          if count > 0 { endsLine = bytes[written - 1] == OutputStream.lineFeed }
        } else if errno == EAGAIN {
          var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          if poll(&wait, 1, -1) < 0 && errno == EINTR { failure = EINTR; return }
        } else {
          failure = errno
          return
        }
      }
    }
    leftCount += written
    if failure == EPIPE { hasLostReader = true }
    if written == buffer.count { buffer.removeAll(keepingCapacity: true) } else { buffer.removeFirst(written) }
    return failure
  }

  /// The bytes of the next write: to a pipe as many whole lines as the kernel writes in one piece.
  private func pieceLength(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Int {
    let atomic = Int(PIPE_BUF)
    guard isPipe, end - start > atomic else { return end - start }
    if let last = bytes[start..<start + atomic].lastIndex(of: OutputStream.lineFeed) { return last + 1 - start }
    let next = bytes[start..<end].firstIndex(of: OutputStream.lineFeed).map { $0 + 1 } ?? end
    return next - start
  }
}

extension Interpreter {
  /// Writes what waits for the standard output and the error output. To be called before a fork, before blocking, and
  /// before anything that another process can observe, so that lines appear in the order of events.
  public func flushOutput(_ f: Frame) throws(Raised) {
    if output.pendingCount > 0 { try output.flush(f) }
    if errorOutput.pendingCount > 0 { try errorOutput.flush(f) }
  }
}
