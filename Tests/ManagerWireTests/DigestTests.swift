// The keyed digests against their specifications' examples.
import Testing

@testable import ManagerWire

private func hex(_ bytes: [UInt8]) -> String {
  bytes.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
}

@Suite("Digests")
struct DigestTests {
  @Test(
    "the keyed digests of RFC 2202's and RFC 4231's examples",
    arguments: [
      (Digest.md5, [UInt8](repeating: 0x0b, count: 16), "Hi There", "9294727a3638bb1c13f48ef8158bfc9d"),
      (.md5, Array("Jefe".utf8), "what do ya want for nothing?", "750c783e6ab0b503eaa86e310a5db738"),
      (
        .md5, [UInt8](repeating: 0xaa, count: 80), "Test Using Larger Than Block-Size Key - Hash Key First",
        "6b1ab7fe4bd7bf8f0b62e6ce61b9d0cd"
      ),
      (
        .sha256, [UInt8](repeating: 0x0b, count: 20), "Hi There",
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
      ),
      (
        .sha256, Array("Jefe".utf8), "what do ya want for nothing?",
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
      ),
      (
        .sha256, [UInt8](repeating: 0xaa, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
      ),
    ])
  func keyed(digest: Digest, key: [UInt8], text: String, expected: String) {
    #expect(hex(digest.authenticate(Array(text.utf8), key: key)) == expected)
  }

  @Test(
    "the keyed digests of CPython's other names",
    arguments: [
      (Digest.sha384, "af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649"),
      (.sha3_256, "c7d4072e788877ae3596bbb0da73b887c9171f93095b294ae857fbe2645e1ba5"),
      (.sha3_384, "f1101f8cbf9766fd6764d2ed61903f21ca9b18f57cf3e1a23ca13508a93243ce48c045dc007f26a21b3f5e0e9df4c20a"),
    ])
  func others(digest: Digest, expected: String) {
    let answer = digest.authenticate(Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8))
    #expect(hex(answer) == expected)
    #expect(answer.count == digest.count)
  }
}
