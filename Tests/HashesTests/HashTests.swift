// The hash functions against the examples of their specifications.
import Hashes
import Testing

private func hex(_ bytes: [UInt8]) -> String {
  bytes.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
}

/// A hash function by the name that `hashlib` has for it.
private func begin(_ name: String) -> any MessageDigest {
  if let blake = Blake2(rawValue: name) { return blake.begin(digestSize: blake.longestDigest) }
  return NamedHash(rawValue: name)!.begin()
}

private func digest(_ name: String, _ message: [UInt8]) -> [UInt8] {
  var digest = begin(name)
  digest.update(message)
  return digest.digest()
}

/// All that have a size of their own.
private let names = NamedHash.allCases.map(\.rawValue).filter { begin($0).digestSize > 0 } + Blake2.allCases.map(\.rawValue)

@Suite("Hashes")
struct HashTests {
  @Test(
    "the examples of RFC 1321, FIPS 180, FIPS 202 and RFC 7693",
    arguments: [
      ("md5", "", "d41d8cd98f00b204e9800998ecf8427e"),
      ("md5", "abc", "900150983cd24fb0d6963f7d28e17f72"),
      ("md5", "abcdefghijklmnopqrstuvwxyz", "c3fcd3d76192e4007dfb496cca67e13b"),
      (
        "md5", "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
        "57edf4a22be3c955ac49da2e2107b67a"
      ),
      ("sha1", "abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
      ("sha224", "abc", "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7"),
      ("sha256", "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("sha256", "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "sha256", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        "sha384", "abc",
        "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"
      ),
      (
        "sha512", "abc",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
      ),
      ("sha3_224", "abc", "e642824c3f8cf24ad09234ee7d3c766fc9a3a5168d0c94ad73b46fdf"),
      ("sha3_256", "abc", "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532"),
      (
        "blake2b", "abc",
        "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d17d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923"
      ),
      ("blake2s", "abc", "508c5e8c327c14e2e1a72ba34eeb452f37458b209ed63a294d999b4c86675982"),
    ])
  func examples(name: String, text: String, expected: String) {
    #expect(hex(digest(name, Array(text.utf8))) == expected)
  }

  @Test("a million times the letter a, FIPS 180's long example")
  func longMessage() {
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    #expect(hex(digest("sha256", text)) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("a message says the same in one piece and in many", arguments: names)
  func pieces(name: String) {
    let message = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 7) }
    for size in [1, 3, 63, 64, 65, 128, 999] {
      var pieces = begin(name)
      for start in stride(from: 0, to: message.count, by: size) {
        pieces.update(Array(message[start..<min(start + size, message.count)]))
      }
      #expect(pieces.digest() == digest(name, message), "pieces of \(size)")
    }
  }

  @Test("every length around the edges of a block has a digest of its own", arguments: names)
  func lengths(name: String) {
    let all = (0..<300).map { digest(name, [UInt8](repeating: 7, count: $0)) }
    #expect(Set(all).count == 300)
    #expect(all.allSatisfy { $0.count == begin(name).digestSize })
  }

  @Test("an extendable function goes on where a shorter digest ends")
  func extendable() throws {
    let shake = try #require(NamedHash.shake_128.begin() as? any ExtendableDigest)
    #expect(hex(shake.digest(count: 32)) == "7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26")
    #expect(Array(shake.digest(count: 500).prefix(32)) == shake.digest(count: 32))
  }

  @Test("a copy goes its own way", arguments: names)
  func copies(name: String) {
    var original = begin(name)
    original.update([1])
    var copy = original
    copy.update([2])
    #expect(original.digest() == digest(name, [1]))
    #expect(copy.digest() == digest(name, [1, 2]))
  }
}
