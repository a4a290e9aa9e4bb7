// Messages on their way into a socket.
import CPosixShim
import Glibc
import Multiprocess

/// The outgoing side of a connection: what the socket does not take at once waits here.
public final class FrameWriter {
  private var waiting: [UInt8] = []
  private var start = 0

  public init() {}

  /// Whether the socket has still to take something.
  public var isWaiting: Bool { start < waiting.count }
  /// Bytes the socket has still to take.
  public var waitingCount: Int { waiting.count - start }

  /// Sends a message, or as much of it as the socket takes. Throws `.closed`.
  public func send(_ message: UnsafeRawBufferPointer, to descriptor: Int32) throws(WireError) {
    let header = Framing.header(message.count)
    if isWaiting {
      waiting += header
      waiting += message
      return try flush(to: descriptor)
    }
    var sent = 0
    while sent < header.count {
      let count = header.withUnsafeBytes {
        ppd_send_two(descriptor, $0.baseAddress! + sent, $0.count - sent, message.baseAddress, message.count)
      }
      if count < 0 {
        if try FrameWriter.mustWait() { return keep(header[sent...], message[...]) }
        continue
      }
      sent += count
    }
    let body = sent - header.count
    if body < message.count {
      keep([], message[body...])
      try flush(to: descriptor)
    }
  }

  private func keep(_ header: ArraySlice<UInt8>, _ message: Slice<UnsafeRawBufferPointer>) {
    waiting += header
    waiting += message
  }

  /// Sends what waits, or as much of it as the socket takes. Throws `.closed`.
  public func flush(to descriptor: Int32) throws(WireError) {
    while start < waiting.count {
      let count = waiting.withUnsafeBytes { ppd_send(descriptor, $0.baseAddress! + start, $0.count - start) }
      if count >= 0 {
        start += count
      } else if try FrameWriter.mustWait() {
        return
      }
    }
    waiting = []
    start = 0
  }

  /// Reads `errno` after a failed send: whether the socket takes nothing now.
  private static func mustWait() throws(WireError) -> Bool {
    switch errno {
    case EINTR: return false
    case EAGAIN: return true
    default: throw .closed
    }
  }
}
