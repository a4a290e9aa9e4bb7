// Keyed digests: how a peer shows that it knows the key without saying it.
import Hashes

/// The digests with which the two sides can authenticate each other, by their names on the wire.
public enum Digest: String, CaseIterable, Sendable {
  case md5, sha256, sha384, sha3_256, sha3_384

  /// Bytes of a digest.
  public var count: Int {
    switch self {
    case .md5: 16
    case .sha256, .sha3_256: 32
    case .sha384, .sha3_384: 48
    }
  }

  /// Bytes that its hash takes at once.
  private var blockSize: Int {
    switch self {
    case .md5, .sha256: 64
    case .sha384: 128
    case .sha3_256: 136
    case .sha3_384: 104
    }
  }

  private func hash(_ pieces: [UInt8]...) -> [UInt8] {
    var state =
      switch self {
      case .md5: HashState(MD5())
      case .sha256: HashState(SHA256(digestSize: count))
      case .sha384: HashState(SHA512(digestSize: count))
      case .sha3_256, .sha3_384: HashState(SHA3(digestSize: count, capacity: 2 * count))
      }
    for piece in pieces { state.update(piece) }
    return state.digest()
  }

  /// HMAC (RFC 2104) of a message under a key.
  public func authenticate(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
    var padded = key.count > blockSize ? hash(key) : key
    padded += [UInt8](repeating: 0, count: blockSize - padded.count)
    let inner = hash(padded.map { $0 ^ 0x36 }, message)
    return hash(padded.map { $0 ^ 0x5c }, inner)
  }
}

/// Whether two byte strings are equal, in a time that depends on their lengths only.
func equalsInConstantTime(_ a: [UInt8], _ b: [UInt8]) -> Bool {
  guard a.count == b.count else { return false }
  var difference: UInt8 = 0
  for index in a.indices { difference |= a[index] ^ b[index] }
  return difference == 0
}
