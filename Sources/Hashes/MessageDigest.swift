// What all hash functions have in common, and those of swift-crypto.
internal import Crypto

/// The digest of a message that comes piece by piece. A copy goes its own way.
public protocol MessageDigest {
  /// Bytes that the function takes at once, as HMAC wants to know.
  var blockSize: Int { get }
  /// Bytes of the digest; 0 where the caller says how many, with ``ExtendableDigest/digest(count:)``.
  var digestSize: Int { get }
  /// Takes more of the message.
  mutating func update(_ bytes: [UInt8])
  /// The digest of what has come; more may follow.
  func digest() -> [UInt8]
}

/// A digest that is as long as one likes.
public protocol ExtendableDigest: MessageDigest {
  /// The first `count` bytes of the digest of what has come; more may follow.
  func digest(count: Int) -> [UInt8]
}

/// A hash function of swift-crypto.
struct LibraryDigest<Function: Crypto.HashFunction>: MessageDigest {
  private var function = Function()

  init(_: Function.Type) {}

  var blockSize: Int { Function.blockByteCount }
  var digestSize: Int { Function.Digest.byteCount }

  mutating func update(_ bytes: [UInt8]) { function.update(data: bytes) }

  func digest() -> [UInt8] { Array(function.finalize()) }
}
