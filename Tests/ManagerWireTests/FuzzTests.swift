// Malformed connections, frames and pickles at a live server.
import Glibc
import ManagerWire
import TestSupport
import Testing

@Suite("A server under attack", .serialized)
struct ServerFuzzTests {
  /// How many connections attack: 10,000 where PPD_FUZZ asks for all, else a tenth.
  private static let count = getenv("PPD_FUZZ") == nil ? 1_000 : 10_000

  private static let script = """
    import os
    class Thing:
        def touch(self):
            return 'touched'
    def run(*args):
        os._exit(7)
    m = manager(address=address, authkey=key)
    m.register('thing', callable=Thing)
    m.serve_forever()
    """

  private var random = SystemRandomNumberGenerator()

  /// What somebody without the key, or with bad intentions, sends.
  private mutating func attack(_ server: LiveServer) throws {
    let peer = try server.connect()
    switch Int.random(in: 0..<6, using: &random) {
    case 0: peer.send(raw: noise(most: 300))
    case 1: break
    case 2: peer.send(raw: [0x7f, 0xff, 0xff, 0xff] + noise(most: 100))
    case 3:
      // Words of the handshake, out of order.
      for _ in 0..<4 { peer.send([Array("#WELCOME#".utf8), Array("#CHALLENGE#".utf8), noise(most: 60), []].randomElement(using: &random)!) }
      while let message = peer.receive() {
        #expect(message != Array("#WELCOME#".utf8), "somebody without the key got in")
      }
    case 4:
      #expect(try !peer.authenticate(key: noise(most: 20) + [0]))
    default:
      #expect(try peer.authenticate(key: server.key))
      for _ in 0..<Int.random(in: 1...3, using: &random) { peer.send(pickle()) }
      if Bool.random(using: &random) { _ = peer.receive() }
    }
  }

  private mutating func noise(most: Int) -> [UInt8] {
    (0..<Int.random(in: 0...most, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
  }

  /// A pickle that is damaged, or asks for what it may not have.
  private mutating func pickle() -> [UInt8] {
    let hostile = [
      "cos\nsystem\n(S'true'\ntR.", "c__main__\nrun\n(I1\ntR.", "c__main__\nos\n.", "cbuiltins\neval\n(S'1'\ntR.",
      "cbuiltins\ngetattr\n(c__main__\nrun\nS'__globals__'\ntR.", "c__main__\nThing\n(dS'touch'\nNsb.",
      "(Nc__main__\nrun\n(I1\ntRS'dummy'\n)}t.", "cmultiprocessing.managers\nBaseManager\n)R.", "cbuiltins\nprint\n(I1\ntR.",
      "(N(I1\n(I2\nt.", "N.", "]" + String(repeating: "]", count: 3000) + ".", "(NS'shutdown'\nI1\nI2\nt.",
    ].map { Array($0.utf8) }
    var message = hostile.randomElement(using: &random)!
    if Bool.random(using: &random), !message.isEmpty {
      message[Int.random(in: 0..<message.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    return message
  }

  /// Whether somebody with the key is served, and how many objects there are.
  private func objectCount(_ server: LiveServer) throws -> [UInt8]? {
    let peer = try server.connect()
    guard try peer.authenticate(key: server.key) else { return nil }
    peer.send(Array("(NS'number_of_objects'\n)}t.".utf8))
    return peer.receive()
  }

  @Test("it goes on serving, its memory stays flat, and nobody gets in")
  mutating func survives() throws {
    let server = try LiveServer(script: Self.script, key: "a key of enough bytes")
    let before = try #require(try objectCount(server))
    for _ in 0..<200 { try attack(server) }
    let memory = server.residentMemory
    for round in 0..<Self.count {
      try attack(server)
      if round % 250 == 0 { #expect(try objectCount(server) == before, "round \(round)") }
    }
    #expect(server.isAlive)
    #expect(try objectCount(server) == before)
    #expect(server.residentMemory < memory + 8192, "KiB, from \(memory)")
  }

  @Test("a silent crowd holds up nobody")
  func silentCrowd() throws {
    let server = try LiveServer(script: Self.script, key: "a key of enough bytes")
    let crowd = try (0..<300).map { _ in try server.connect() }
    for (index, peer) in crowd.enumerated() where index % 2 == 0 { peer.send(raw: [0, 0, 0, 20, 1, 2, 3]) }
    #expect(try objectCount(server) != nil)
    withExtendedLifetime(crowd) {}
  }

  @Test("a peer that says nothing is sent away after ten seconds, one with the key is not")
  func silentPeer() throws {
    let server = try LiveServer(script: Self.script, key: "a key of enough bytes")
    let known = try server.connect()
    #expect(try known.authenticate(key: server.key))
    let silent = try server.connect()
    let halfway = try server.connect()
    halfway.send(raw: [0, 0, 0, 20, 1])
    for stranger in [silent, halfway] {
      #expect(stranger.receive() != nil, "the challenge")
      #expect(stranger.waitForEnd(seconds: 60))
    }
    known.send(Array("(NS'number_of_objects'\n)}t.".utf8))
    #expect(known.receive() != nil)
  }

  @Test("a message longer than the limit ends the connection, before the handshake and after")
  func longMessages() throws {
    let server = try LiveServer(script: Self.script, key: "a key of enough bytes")
    let stranger = try server.connect()
    #expect(stranger.receive() != nil, "the challenge")
    stranger.send(raw: [0, 0, 1, 1])
    #expect(stranger.waitForEnd(seconds: 5))
    let known = try server.connect()
    #expect(try known.authenticate(key: server.key))
    known.send(raw: [0xff, 0xff, 0xff, 0xff, 0, 0, 0, 1, 0, 0, 0, 0])
    #expect(known.waitForEnd(seconds: 60))
    #expect(server.residentMemory < 1 << 20)
  }

  @Test("a value that nests a million levels deep is refused, however it is made")
  func deepNesting() throws {
    let server = try LiveServer(script: Self.script, key: "a key of enough bytes")
    let levels = 1_000_000
    let fromInside = String(repeating: "]", count: levels) + String(repeating: "a", count: levels - 1) + "."
    // Each list is put into the one before, which the memo has, and takes its place there.
    let fromOutside = "]q\u{0}" + String(repeating: "]q\u{1}h\u{0}h\u{1}a0h\u{1}q\u{0}0", count: levels / 4) + "."
    for pickle in [fromInside, fromOutside] {
      let peer = try server.connect()
      #expect(try peer.authenticate(key: server.key))
      peer.send(pickle.unicodeScalars.map { UInt8($0.value) })
      let answer = try #require(peer.receive())
      #expect(String(decoding: answer, as: UTF8.self).text(after: "nests deeper than") != nil)
      #expect(server.isAlive)
    }
    #expect(try objectCount(server) != nil)
  }

  @Test("the socket can be opened by its owner only")
  func mode() throws {
    let server = try LiveServer(script: Self.script, key: "a key of enough bytes")
    guard case .unix(let path) = server.address else { return }
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }
}
