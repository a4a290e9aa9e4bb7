// Messages cut into pieces, too large ones, and lengths that lie.
import Testing

@testable import ManagerWire

@Suite("Framing")
struct FramingTests {
  private func messages(of bytes: [UInt8], piece: Int, limit: Int = 1 << 20) throws -> [[UInt8]] {
    let reader = FrameReader(limit: limit)
    var found: [[UInt8]] = []
    var start = 0
    while start < bytes.count {
      let end = min(start + piece, bytes.count)
      bytes[start..<end].withUnsafeBytes { reader.append($0) }
      while let message = try reader.next() { found.append(Array(message)) }
      start = end
    }
    #expect(reader.pendingCount == 0)
    return found
  }

  @Test("messages come out whole, however they are cut", arguments: [1, 2, 3, 5, 64, 4096, 100_000])
  func pieces(piece: Int) throws {
    let sent = [0, 1, 3, 4, 255, 4092, 4096, 5000, 70_000].map { count in (0..<count).map { UInt8(truncatingIfNeeded: $0) } }
    #expect(try messages(of: sent.flatMap(Framing.frame), piece: piece) == sent)
  }

  @Test("the form for large messages is read, also where the short one would do")
  func largeForm() throws {
    let message: [UInt8] = [1, 2, 3]
    let frame: [UInt8] = [0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 3] + message
    #expect(try messages(of: frame, piece: 1) == [message])
  }

  @Test("a length beyond 31 bits is written in the form for large messages")
  func header() {
    #expect(Framing.header(5) == [0, 0, 0, 5])
    #expect(Framing.header(Framing.longestShort) == [0x7f, 0xff, 0xff, 0xff])
    #expect(Framing.header(Framing.longestShort + 1) == [0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0x80, 0, 0, 0])
  }

  @Test("an announced length beyond the limit is refused before anything is held for it")
  func limit() throws {
    #expect(throws: WireError.tooLarge(announced: 1001, limit: 1000)) {
      try messages(of: [0, 0, 3, 0xe9], piece: 4, limit: 1000)
    }
    let huge: [UInt8] = [UInt8](repeating: 0xff, count: 12)
    #expect(throws: WireError.tooLarge(announced: .max, limit: 1000)) { try messages(of: huge, piece: 12, limit: 1000) }
  }

  @Test("a negative length is malformed")
  func negative() throws {
    #expect(throws: WireError.malformed("a message of negative length")) {
      try messages(of: [0x80, 0, 0, 0], piece: 4)
    }
  }
}

@Suite("Addresses")
struct AddressTests {
  @Test("a client reaches the server of the same port on this machine, by whatever name")
  func reaches() {
    let everywhere = Address.tcp(host: "0.0.0.0", port: 5000)
    #expect(Address.tcp(host: "localhost", port: 5000).reaches(everywhere))
    #expect(Address.tcp(host: "127.0.0.1", port: 5000).reaches(.tcp(host: "localhost", port: 5000)))
    #expect(!Address.tcp(host: "localhost", port: 5001).reaches(everywhere))
    #expect(!Address.tcp(host: "example.org", port: 5000).reaches(everywhere))
    #expect(Address.unix(path: "/a").reaches(.unix(path: "/a")) && !Address.unix(path: "/a").reaches(.unix(path: "/b")))
  }

  @Test("only paths and the names of this machine are local")
  func local() {
    #expect(Address.unix(path: "/a").isLocal && Address.tcp(host: "127.0.0.2", port: 1).isLocal)
    #expect(!Address.tcp(host: "0.0.0.0", port: 1).isLocal && !Address.tcp(host: "", port: 1).isLocal)
  }
}
