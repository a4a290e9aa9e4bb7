// One challenge and its answer, in both of the forms that CPython has had.

/// What one side sends and the other must answer.
///
/// Up to CPython 3.11 a challenge is 20 random bytes and its answer their HMAC-MD5. Since 3.12 a challenge names a digest,
/// `{sha256}` and 40 random bytes, and so does its answer. An older peer takes the new form for random bytes and answers
/// with HMAC-MD5 over all of it, so the new form serves everybody. Which form a peer's own challenge has tells how to
/// answer it.
public struct Challenge: Equatable, Sendable {
  /// What follows `#CHALLENGE#`.
  let message: [UInt8]

  /// What a challenge begins with, and the two answers to an answer.
  public static let prefix = Array("#CHALLENGE#".utf8)
  public static let welcome = Array("#WELCOME#".utf8)
  public static let failure = Array("#FAILURE#".utf8)
  /// The most bytes that anything has which is said before both sides have authenticated each other.
  public static let longestMessage = 256

  private static let randomCount = 40
  /// A challenge of up to this size has no digest's name. The old form has 20 bytes.
  private static let longestUnnamed = 20

  /// A challenge to send.
  public init() throws(WireError) {
    var random = [UInt8](repeating: 0, count: Challenge.randomCount)
    var generator = SystemRandomNumberGenerator()
    for index in random.indices { random[index] = UInt8.random(in: 0...255, using: &generator) }
    message = Array("{\(Digest.sha256.rawValue)}".utf8) + random
  }

  /// A challenge that was received. Throws `.malformed`.
  public init(received bytes: [UInt8]) throws(WireError) {
    guard bytes.starts(with: Challenge.prefix) else { throw .malformed("a challenge was expected") }
    message = Array(bytes[Challenge.prefix.count...])
    guard message.count >= Challenge.longestUnnamed else { throw .malformed("a challenge of \(message.count) bytes") }
  }

  /// The message that carries it.
  public var bytes: [UInt8] { Challenge.prefix + message }

  /// The answer to a received challenge. Throws `.unknownDigest`, `.malformed`.
  public func answer(key: [UInt8]) throws(WireError) -> [UInt8] {
    if message.count <= Challenge.longestUnnamed { return Digest.md5.authenticate(message, key: key) }
    guard let named = try Challenge.named(message) else { throw .malformed("a challenge that names no digest") }
    return Array("{\(named.digest.rawValue)}".utf8) + named.digest.authenticate(message, key: key)
  }

  /// Whether `answer` proves that the peer knows the key. Throws `.unknownDigest`.
  public func isAnswered(by answer: [UInt8], key: [UInt8]) throws(WireError) -> Bool {
    if answer.count == Digest.md5.count {
      return Digest.md5.isAuthentic(answer, of: message, key: key)
    }
    guard let named = try Challenge.named(answer) else { return false }
    return named.digest.isAuthentic(named.rest, of: message, key: key)
  }

  /// The digest that a text in braces at the start names, and what follows; nil where there is no such text.
  private static func named(_ bytes: [UInt8]) throws(WireError) -> (digest: Digest, rest: ArraySlice<UInt8>)? {
    guard bytes.first == UInt8(ascii: "{"), let end = bytes.prefix(20).firstIndex(of: UInt8(ascii: "}")) else {
      return nil
    }
    let name = String(decoding: bytes[1..<end], as: UTF8.self)
    guard let digest = Digest(rawValue: name) else { throw .unknownDigest(name) }
    return (digest, bytes[(end + 1)...])
  }
}
