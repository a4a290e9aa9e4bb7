// Two sides that talk to each other, and sides that lie.
import Testing

@testable import ManagerWire

@Suite("The handshake")
struct HandshakeTests {
  private static let key = Array("a key".utf8)

  /// Lets two handshakes talk until neither has anything to say.
  private func talk(_ listener: inout Handshake, _ client: inout Handshake) -> (listener: WireError?, client: WireError?) {
    var toClient = [listener.opening].compactMap { $0 }
    var toListener: [[UInt8]] = []
    var failures: (listener: WireError?, client: WireError?)
    while !toClient.isEmpty || !toListener.isEmpty {
      if !toClient.isEmpty {
        let reply = client.receive(toClient.removeFirst())
        toListener += reply.messages
        failures.client = failures.client ?? reply.failure
      } else {
        let reply = listener.receive(toListener.removeFirst())
        toClient += reply.messages
        failures.listener = failures.listener ?? reply.failure
      }
    }
    return failures
  }

  @Test("two sides with the same key come to an end that both call done")
  func sameKey() throws {
    var listener = try Handshake(.listener, key: Self.key)
    var client = try Handshake(.client, key: Self.key)
    let failures = talk(&listener, &client)
    #expect(failures.listener == nil && failures.client == nil)
    #expect(listener.isDone && client.isDone)
  }

  @Test("a client with another key is told so and is never done")
  func otherKey() throws {
    var listener = try Handshake(.listener, key: Self.key)
    var client = try Handshake(.client, key: Array("another".utf8))
    let failures = talk(&listener, &client)
    #expect(failures.listener == .wrongAnswer)
    #expect(failures.client == .rejected)
    #expect(!listener.isDone && !client.isDone)
  }

  @Test("no two challenges are the same")
  func fresh() throws {
    let challenges = try (0..<100).map { _ in try Challenge().bytes }
    #expect(Set(challenges).count == 100)
  }

  @Test("the old form, twenty bytes without a digest's name, is answered with HMAC-MD5")
  func oldForm() throws {
    let message = (0..<20).map { UInt8($0) }
    let challenge = try Challenge(received: Challenge.prefix + message)
    #expect(try challenge.answer(key: Self.key) == Digest.md5.authenticate(message, key: Self.key))
  }

  @Test("an old peer's answer, HMAC-MD5 over all of the new form, is accepted")
  func oldAnswer() throws {
    let challenge = try Challenge()
    let answer = Digest.md5.authenticate(challenge.message, key: Self.key)
    #expect(try challenge.isAnswered(by: answer, key: Self.key))
    #expect(try !challenge.isAnswered(by: answer, key: Self.key + [1]))
  }

  @Test("a digest that is not offered is refused by name")
  func unknownDigest() throws {
    let challenge = try Challenge(received: Challenge.prefix + Array("{blake2b}".utf8) + [UInt8](repeating: 1, count: 40))
    #expect(throws: WireError.unknownDigest("blake2b")) { try challenge.answer(key: Self.key) }
  }

  @Test("a challenge sent back to who made it is no way in")
  func reflection() throws {
    var listener = try Handshake(.listener, key: Self.key)
    let reply = listener.receive(listener.opening!)
    #expect(reply.failure != nil)
    #expect(!listener.isDone)
  }

  @Test("nothing but the right words in the right order gets through")
  func nonsense() throws {
    var random = SystemRandomNumberGenerator()
    let words = [Challenge.prefix, Challenge.welcome, Challenge.failure, [], [0], Array("{sha256}".utf8), Array("{".utf8)]
    for round in 0..<2000 {
      var side = try Handshake(round % 2 == 0 ? .listener : .client, key: Self.key)
      for _ in 0..<6 {
        var message = words.randomElement(using: &random)!
        message += (0..<Int.random(in: 0...60, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        if side.receive(message).failure != nil { break }
      }
      #expect(!side.isDone)
    }
  }
}
