// The two challenges, one in each direction, that a connection begins with.

/// One side of the mutual authentication: feed it the peer's messages, send what it says.
///
/// ```
///   listener                       client
///      │ ── #CHALLENGE#… ───────────▶ │
///      │ ◀──────────── answer ─────── │
///      │ ── #WELCOME# ──────────────▶ │      or #FAILURE#, and the end
///      │ ◀─────── #CHALLENGE#… ────── │
///      │ ── answer ─────────────────▶ │
///      │ ◀─────────── #WELCOME# ───── │
/// ```
public struct Handshake: Sendable {
  public enum Side: Sendable {
    case listener, client
  }

  private enum Stage {
    case awaitingChallenge, awaitingAnswer(Challenge), awaitingVerdict, done
  }

  private let side: Side
  private let key: [UInt8]
  private var stage: Stage
  /// What is to be sent before anything is received; nil for the client, who listens first.
  public let opening: [UInt8]?

  public init(_ side: Side, key: [UInt8]) throws(WireError) {
    self.side = side
    self.key = key
    switch side {
    case .client:
      stage = .awaitingChallenge
      opening = nil
    case .listener:
      let challenge = try Challenge()
      stage = .awaitingAnswer(challenge)
      opening = challenge.bytes
    }
  }

  /// Whether both sides have shown that they know the key.
  public var isDone: Bool {
    if case .done = stage { return true }
    return false
  }

  /// What is to be sent in return for a message, in order.
  public struct Reply: Equatable {
    public var messages: [[UInt8]] = []
    /// Why the connection is to be closed once these are sent.
    public var failure: WireError?
  }

  /// Takes the peer's next message.
  public mutating func receive(_ bytes: [UInt8]) -> Reply {
    var reply = Reply()
    do throws(WireError) {
      reply.messages = try advance(bytes)
    } catch {
      // Only a wrong answer is the peer's to know; the rest it can only have meant.
      if error == .wrongAnswer { reply.messages = [Challenge.failure] }
      reply.failure = error
    }
    return reply
  }

  private mutating func advance(_ bytes: [UInt8]) throws(WireError) -> [[UInt8]] {
    switch stage {
    case .awaitingChallenge:
      let answer = try Challenge(received: bytes).answer(key: key)
      stage = .awaitingVerdict
      return [answer]
    case .awaitingVerdict:
      guard bytes == Challenge.welcome else { throw .rejected }
      guard side == .client else { return finish() }
      let challenge = try Challenge()
      stage = .awaitingAnswer(challenge)
      return [challenge.bytes]
    case .awaitingAnswer(let challenge):
      guard try challenge.isAnswered(by: bytes, key: key) else { throw .wrongAnswer }
      if side == .client { return finish() + [Challenge.welcome] }
      stage = .awaitingChallenge
      return [Challenge.welcome]
    case .done:
      throw .malformed("a message of the handshake after its end")
    }
  }

  private mutating func finish() -> [[UInt8]] {
    stage = .done
    return []
  }
}
