// The hash functions by the names that `hashlib` has for them.
internal import Crypto

/// A hash function without parameters. Those with some are ``Blake2``.
public enum NamedHash: String, CaseIterable, Sendable {
  case md5, sha1
  case sha224, sha256, sha384, sha512
  case sha3_224, sha3_256, sha3_384, sha3_512
  case shake_128, shake_256

  /// The digest of a message of which nothing has come.
  public func begin() -> any MessageDigest {
    switch self {
    case .md5: LibraryDigest(Insecure.MD5.self)
    case .sha1: LibraryDigest(Insecure.SHA1.self)
    case .sha224: BlockDigest(SHA224())
    case .sha256: LibraryDigest(SHA256.self)
    case .sha384: LibraryDigest(SHA384.self)
    case .sha512: LibraryDigest(SHA512.self)
    case .sha3_224: Sponge(capacity: 56, digestSize: 28)
    case .sha3_256: LibraryDigest(SHA3_256.self)
    case .sha3_384: LibraryDigest(SHA3_384.self)
    case .sha3_512: LibraryDigest(SHA3_512.self)
    case .shake_128: Sponge(shakeOfCapacity: 32)
    case .shake_256: Sponge(shakeOfCapacity: 64)
    }
  }

  /// The digest of a whole message.
  public func digest(_ message: [UInt8]) -> [UInt8] {
    var digest = begin()
    digest.update(message)
    return digest.digest()
  }
}
