// Where a client and a server of one tree exchange messages without a word to the system.
import CPosixShim
import Glibc
import Multiprocess

/// Room for one message in the tree's memory, beside the socket of a connection.
///
/// A request lies here only while the server looks, and a reply only while the client does; whoever stops looking says
/// so in the same word that tells where the exchange stands, and all else goes by the socket. So nobody ever sleeps
/// beside a message, and the end of either side is the end of its socket.
///
/// ```
///  0  state: phase · 8 while the server looks (u32)
///  4  length of the message (u32)
///  8  message
///
///              ┌─ the server takes it ─▶ awaiting ─ the server replies ─▶ answered ─┐
///  idle ─▶ asked                            │                                       │
///   ▲  └─ request by the socket ────────────┘                                       │
///   │     the client stops looking: asked ─▶ left, awaiting ─▶ idle                 │
///   └──────────────────────────────────────────────────────── the client takes it ──┘
/// ```
final class Mailbox {
  private enum Phase: UInt32 {
    /// Nothing is under way, or the reply comes by the socket.
    case idle
    /// A request lies here, and the client looks here for the reply.
    case asked
    /// A request lies here whose reply goes by the socket.
    case left
    /// The server has the request, and the client looks here for the reply.
    case awaiting
    /// The reply lies here.
    case answered
  }

  private static let watched: UInt32 = 8
  private static let header = 8
  /// Bytes of the memory: a page.
  private static let size = 4096

  private let memory: SharedMemory
  private let word: UnsafeMutablePointer<UInt32>

  /// A new one, that nobody looks into. Throws `.arenaFull`.
  convenience init() throws(RuntimeError) {
    self.init(try SharedMemory(count: Mailbox.size, name: "mailbox"))
  }

  /// The one that a client has made.
  convenience init(_ handle: Handle) throws(RuntimeError) {
    let memory = try SharedMemory(handle)
    guard memory.bytes.count >= Mailbox.size else { throw .wrongKind(handle, expected: .memory) }
    self.init(memory)
  }

  private init(_ memory: SharedMemory) {
    self.memory = memory
    word = memory.bytes.baseAddress!.assumingMemoryBound(to: UInt32.self)
  }

  var handle: Handle { memory.handle }

  // MARK: State

  private var phase: Phase? { Phase(rawValue: ppd_load32(word) & ~Mailbox.watched) }

  /// Goes from one phase to another; false when it is in neither, or no longer in that one.
  private func change(_ old: Phase, to new: Phase) -> Bool {
    while true {
      let state = ppd_load32(word)
      guard state & ~Mailbox.watched == old.rawValue else { return false }
      if ppd_cas32(word, state, state & Mailbox.watched | new.rawValue) { return true }
    }
  }

  private func store(_ message: UnsafeRawBufferPointer) {
    word[1] = UInt32(message.count)
    UnsafeMutableRawBufferPointer(rebasing: memory.bytes[Mailbox.header...]).copyMemory(from: message)
  }

  private func fits(_ message: UnsafeRawBufferPointer) -> Bool { message.count <= Mailbox.size - Mailbox.header }

  /// The message that lies here, until the other side has reason to write.
  private var message: UnsafeRawBufferPointer {
    let count = min(Int(word[1]), Mailbox.size - Mailbox.header)
    return UnsafeRawBufferPointer(rebasing: memory.bytes[Mailbox.header..<Mailbox.header + count])
  }

  // MARK: The client's side

  /// Lays a request here, if the server looks and it fits.
  func ask(_ request: UnsafeRawBufferPointer) -> Bool {
    guard ppd_load32(word) == Mailbox.watched | Phase.idle.rawValue, fits(request) else { return false }
    store(request)
    return ppd_cas32(word, Mailbox.watched | Phase.idle.rawValue, Mailbox.watched | Phase.asked.rawValue)
  }

  /// Looks here for the reply to a request that is sent by the socket.
  func askBySocket() { _ = change(.idle, to: .awaiting) }

  /// Whether there is a reason to look no longer: the reply lies here, or comes by the socket.
  var isDecided: Bool {
    let phase = phase
    return phase == .answered || phase == .idle
  }

  /// Takes the reply, valid until the next request; nil when it comes by the socket, for which the client looks no longer
  /// here.
  func takeReply() -> UnsafeRawBufferPointer? {
    while true {
      switch phase {
      case .answered: if change(.answered, to: .idle) { return message }
      case .asked: if change(.asked, to: .left) { return nil }
      case .awaiting: if change(.awaiting, to: .idle) { return nil }
      default: return nil
      }
    }
  }

  // MARK: The server's side

  func watch() { _ = ppd_or32(word, Mailbox.watched) }

  /// Looks no longer, unless a request lies here: then false.
  func stopWatching() -> Bool {
    while true {
      let state = ppd_load32(word)
      if hasRequest { return false }
      if ppd_cas32(word, state, state & ~Mailbox.watched) { return true }
    }
  }

  @inline(__always)
  var hasRequest: Bool {
    let phase = phase
    return phase == .asked || phase == .left
  }

  /// Takes the request, valid until it is replied to.
  func takeRequest() -> UnsafeRawBufferPointer? {
    while hasRequest {
      if change(.asked, to: .awaiting) || change(.left, to: .idle) { return message }
    }
    return nil
  }

  /// Lays a reply here; false when it is to go by the socket.
  func answer(_ reply: UnsafeRawBufferPointer) -> Bool {
    guard phase == .awaiting else { return false }
    guard fits(reply) else {
      _ = change(.awaiting, to: .idle)
      return false
    }
    store(reply)
    return change(.awaiting, to: .answered)
  }
}
