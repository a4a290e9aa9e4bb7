// What can go wrong between two peers.

/// A conversation that cannot go on.
public enum WireError: Error, Equatable {
  /// The peer has closed the connection.
  case closed
  /// The peer announced a message larger than what is accepted, in bytes.
  case tooLarge(announced: UInt64, limit: Int)
  /// The peer said something that the protocol does not have at this point.
  case malformed(String)
  /// The keys differ: the peer's answer to our challenge was wrong.
  case wrongAnswer
  /// The keys differ: the peer did not accept our answer.
  case rejected
  /// The peer asks for a digest that is not offered here.
  case unknownDigest(String)
  /// The peer was silent or slow for longer than is waited for.
  case timedOut
  /// An address that cannot be used; the text says why.
  case badAddress(String)
}
