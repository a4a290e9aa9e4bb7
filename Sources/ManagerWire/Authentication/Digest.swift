// Keyed digests: how a peer shows that it knows the key without saying it.
internal import Crypto

/// The digests with which the two sides can authenticate each other, by their names on the wire.
public enum Digest: String, CaseIterable, Sendable {
  case md5, sha256, sha384, sha3_256, sha3_384

  private var function: any HashFunction.Type {
    switch self {
    case .md5: Insecure.MD5.self
    case .sha256: SHA256.self
    case .sha384: SHA384.self
    case .sha3_256: SHA3_256.self
    case .sha3_384: SHA3_384.self
    }
  }

  /// Bytes of a digest.
  public var count: Int { function.digestSize }

  /// HMAC (RFC 2104) of a message under a key.
  public func authenticate(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
    function.authenticate(message, key: SymmetricKey(data: key))
  }

  /// Whether `code` is the HMAC of a message under a key. How long that takes does not depend on where they differ.
  public func isAuthentic(_ code: some Collection<UInt8>, of message: [UInt8], key: [UInt8]) -> Bool {
    function.isAuthentic(Array(code), of: message, key: SymmetricKey(data: key))
  }
}

extension HashFunction {
  fileprivate static var digestSize: Int { Digest.byteCount }

  fileprivate static func authenticate(_ message: [UInt8], key: SymmetricKey) -> [UInt8] {
    Array(HMAC<Self>.authenticationCode(for: message, using: key))
  }

  fileprivate static func isAuthentic(_ code: [UInt8], of message: [UInt8], key: SymmetricKey) -> Bool {
    HMAC<Self>.isValidAuthenticationCode(code, authenticating: message, using: key)
  }
}
