// Messages out of what arrives on a socket.
import CPosixShim
import Glibc
import Multiprocess

/// The incoming side of a connection: bytes go in as they come, messages come out whole.
///
/// The buffer grows with what has arrived, never with what was announced: a peer makes us hold what it has sent and
/// nothing more.
///
/// ```
///  base        start                      end            capacity
///   | taken     | header | message … | header | mes…  |   free   |
/// ```
public final class FrameReader {
  private var base: UnsafeMutableRawPointer
  private var capacity: Int
  private var start = 0
  private var end = 0
  /// The most bytes a message may have.
  public var limit: Int

  private static let smallest = 4096
  /// A buffer above this is given back once it is empty.
  private static let kept = 1 << 20

  /// - Parameter limit: the most bytes a message may have.
  public init(limit: Int) {
    self.limit = limit
    capacity = FrameReader.smallest
    base = .allocate(byteCount: capacity, alignment: 16)
  }

  deinit { base.deallocate() }

  /// Bytes that have arrived and have not been taken.
  public var pendingCount: Int { end - start }

  /// What one look at a socket came to.
  public enum Arrival: Equatable {
    case bytes(Int)
    /// Nothing is there now.
    case nothing
    /// The peer has closed.
    case end
  }

  /// Reads what the socket has, at most what there is room for; with `waits`, a blocking socket waits for something.
  /// Throws `SystemError`; a closed connection is `.end`.
  public func fill(from descriptor: Int32, waits: Bool = true) throws(SystemError) -> Arrival {
    if end == capacity { makeRoom() }
    let flags = waits ? 0 : Int32(MSG_DONTWAIT)
    while true {
      let count = recv(descriptor, base + end, capacity - end, flags)
      if count > 0 {
        end += count
        return .bytes(count)
      }
      if count == 0 { return .end }
      switch errno {
      case EINTR, EAGAIN: return .nothing
      case ECONNRESET, EPIPE, ENOTCONN: return .end
      default: throw SystemError("recv")
      }
    }
  }

  /// Adds bytes as if they had arrived.
  public func append(_ bytes: UnsafeRawBufferPointer) {
    while capacity - end < bytes.count { makeRoom() }
    guard let source = bytes.baseAddress else { return }
    (base + end).copyMemory(from: source, byteCount: bytes.count)
    end += bytes.count
  }

  private func makeRoom() {
    let pending = end - start
    if start >= capacity / 2 {
      base.copyMemory(from: base + start, byteCount: pending)
    } else {
      let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity * 2, alignment: 16)
      larger.copyMemory(from: base + start, byteCount: pending)
      base.deallocate()
      base = larger
      capacity *= 2
    }
    start = 0
    end = pending
  }

  /// The next message, to be used before anything else is done with the reader; nil when it has not all come.
  public func next() throws(WireError) -> UnsafeRawBufferPointer? {
    let pending = UnsafeRawBufferPointer(start: base + start, count: end - start)
    guard let (length, header) = try Framing.length(pending) else { return nil }
    guard length <= UInt64(limit) else { throw .tooLarge(announced: length, limit: limit) }
    let count = Int(length)
    guard pending.count - header >= count else { return nil }
    let message = UnsafeRawBufferPointer(start: base + start + header, count: count)
    start += header + count
    if start == end { restart() }
    return message
  }

  /// Nothing is pending: the next bytes go to the front. The message that was just given out stays where it is.
  private func restart() {
    start = 0
    end = 0
  }

  /// Gives back a large buffer when nothing is pending; to be called when the last message has been dealt with.
  public func release() {
    guard start == end, capacity > FrameReader.kept else { return }
    base.deallocate()
    capacity = FrameReader.smallest
    base = .allocate(byteCount: capacity, alignment: 16)
    restart()
  }
}
