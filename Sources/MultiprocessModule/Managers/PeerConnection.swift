// A connection to another program, as somebody uses it who waits for each answer.
import CPosixShim
import Glibc
import Interpreter
import ManagerWire
import Multiprocess

/// Whole messages over a socket. What waits here can be interrupted by signals, counts as waiting outside the process
/// tree, and inside a server lets the other requests go on.
final class PeerConnection {
  let descriptor: Int32
  let peer: Address
  private let reader: FrameReader
  private let writer = FrameWriter()
  private var briefLook = BriefLook()
  private(set) var isClosed = false

  /// The most bytes a message may have once the peer has shown that it knows the key: 1 GiB.
  static let longestMessage = 1 << 30
  /// How long a peer may take for the whole of the handshake.
  static let handshakePatience = 20.0
  /// How long a blocking call lasts before signals are looked for: one that comes just before the call waits no longer.
  private static let slice: UInt64 = 100_000_000

  /// Takes over a connected descriptor.
  init(_ descriptor: Int32, peer: Address) {
    self.descriptor = descriptor
    self.peer = peer
    reader = FrameReader(limit: PeerConnection.longestMessage)
    _ = ppd_set_blocking(descriptor, 1)
    _ = ppd_set_timeout(descriptor, SO_RCVTIMEO, PeerConnection.slice)
    _ = ppd_set_timeout(descriptor, SO_SNDTIMEO, PeerConnection.slice)
  }

  deinit { close() }

  func close() {
    if isClosed { return }
    isClosed = true
    Glibc.close(descriptor)
  }

  // MARK: Connecting

  /// Connects to a server and, with a key, lets both sides show that they know it.
  /// - Parameter patience: how many seconds to go on trying while nobody listens there; 0 tries once.
  static func connect(
    to address: Address, key: [UInt8]?, patience: Double = 0, _ f: Frame
  ) throws(Raised) -> PeerConnection {
    let end = Deadline.after(patience)
    while true {
      do {
        let connection = PeerConnection(try begin(address, f), peer: address)
        if let key { try connection.authenticate(.client, key: key, f) }
        return connection
      } catch {
        let raised = f.raised(error, peer: address)
        guard isTransient(error), !end.hasPassed else { throw raised }
        _ = try f.interpreter.wait(for: nil, timeout: min(0.05, end.secondsLeft ?? 0), f)
      }
    }
  }

  /// Whether nobody listens there yet.
  private static func isTransient(_ error: any Error) -> Bool {
    guard let code = (error as? SystemError)?.code else { return false }
    return [ECONNREFUSED, ENOENT, ECONNRESET, ETIMEDOUT, EAGAIN].contains(code)
  }

  private static func begin(_ address: Address, _ f: Frame) throws -> Int32 {
    let descriptor = try StreamSocket.connect(to: address)
    do {
      try f.interpreter.wait(for: descriptor, events: POLLOUT, timeout: nil, f)
      try StreamSocket.connectionOutcome(descriptor)
    } catch {
      Glibc.close(descriptor)
      throw error
    }
    return descriptor
  }

  /// The challenges in both directions.
  func authenticate(_ side: Handshake.Side, key: [UInt8], _ f: Frame) throws(Raised) {
    reader.limit = Challenge.longestMessage
    let end = Deadline.after(PeerConnection.handshakePatience)
    do {
      var handshake = try Handshake(side, key: key)
      if let opening = handshake.opening { try send(opening, f) }
      while !handshake.isDone {
        guard let message = try receive(f, until: end) else { throw WireError.timedOut }
        let reply = handshake.receive(Array(message))
        for message in reply.messages { try send(message, f) }
        if let failure = reply.failure { throw failure }
      }
    } catch {
      close()
      throw f.raised(error, peer: peer)
    }
    reader.limit = PeerConnection.longestMessage
  }

  // MARK: Messages

  func send(_ bytes: [UInt8], _ f: Frame) throws(Raised) {
    let outcome = bytes.withUnsafeBytes { bytes in Result { () throws(Raised) in try send(bytes, f) } }
    try outcome.get()
  }

  /// Sends a message. Raises BrokenPipeError when the peer has closed.
  func send(_ bytes: UnsafeRawBufferPointer, _ f: Frame) throws(Raised) {
    try checkOpen(f)
    do throws(WireError) {
      try writer.send(bytes, to: descriptor)
    } catch {
      throw f.osError(EPIPE)
    }
    while writer.isWaiting {
      try f.interpreter.wait(for: descriptor, events: POLLOUT, timeout: nil, f)
      do throws(WireError) { try writer.flush(to: descriptor) } catch { throw f.osError(EPIPE) }
    }
  }

  /// Sends a message if the peer takes it; nobody is left to whom a failure could be told.
  func sendQuietly(_ bytes: UnsafeRawBufferPointer) {
    do throws(WireError) { try writer.send(bytes, to: descriptor) } catch { close() }
  }

  /// Waits for the next message, which is to be used before anything else is done here; nil when `deadline` passed
  /// first. Raises EOFError when the peer has closed.
  /// - Parameter looksBriefly: whether the message may come within microseconds.
  func receive(
    _ f: Frame, until deadline: Deadline = .never, looksBriefly: Bool = true
  ) throws(Raised) -> UnsafeRawBufferPointer? {
    try checkOpen(f)
    while true {
      do throws(WireError) {
        if let message = try reader.next() { return message }
      } catch {
        close()
        throw f.raised(error, peer: peer)
      }
      if looksBriefly, arrivesBriefly(f) { continue }
      if try !fill(f, until: deadline) { return nil }
    }
  }

  /// Whether a message, or the end, is there by `deadline`.
  func poll(_ f: Frame, until deadline: Deadline) throws(Raised) -> Bool {
    try checkOpen(f)
    if reader.pendingCount > 0 { return true }
    return try f.interpreter.wait(for: descriptor, timeout: deadline.secondsLeft, f)
  }

  /// Reads what comes next; false when `deadline` passed first.
  private func fill(_ f: Frame, until deadline: Deadline) throws(Raised) -> Bool {
    while true {
      if f.interpreter.fiberScheduler != nil || deadline != .never {
        guard try f.interpreter.wait(for: descriptor, timeout: deadline.secondsLeft, f) else { return false }
      }
      let arrival: FrameReader.Arrival
      do {
        arrival = Runtime.isStarted
          ? try Runtime.outside { try reader.fill(from: descriptor) } : try reader.fill(from: descriptor)
      } catch {
        throw f.raised(error, peer: peer)
      }
      switch arrival {
      case .bytes: return true
      case .end:
        close()
        throw f.error(f.types[.EOFError])
      case .nothing: try f.interpreter.handlePendingSignals(f)
      }
    }
  }

  /// Whether something comes within a moment. The end, and what goes wrong, is for `fill`; other fibers are not kept
  /// waiting.
  private func arrivesBriefly(_ f: Frame) -> Bool {
    if f.interpreter.fiberScheduler != nil { return false }
    var arrival: FrameReader.Arrival?
    _ = briefLook.until {
      arrival = try? reader.fill(from: descriptor, waits: false)
      return arrival != .nothing
    }
    if case .bytes = arrival { return true }
    return false
  }

  private func checkOpen(_ f: Frame) throws(Raised) {
    if isClosed { throw f.error(.OSError, "handle is closed") }
  }
}
