// `multiprocessing.connection.deliver_challenge` and `answer_challenge`: each side of a connection shows that it knows
// the key, without saying it.
import Interpreter
import ManagerWire

enum ChallengeFunctions {
  static func define(_ m: ModuleBuilder) {
    m.function("deliver_challenge", "connection, authkey, digest_name='sha256'", .many(deliver))
    m.function("answer_challenge", "connection, authkey", .two(answer))
  }

  private static func key(_ value: Value, _ f: Frame) throws(Raised) -> [UInt8] {
    guard let key = value.payload.bytes?.bytes else {
      throw f.valueError("Authkey must be bytes, not \(try f.str(.object(f.types.type(of: value))).string)")
    }
    return key
  }

  private static func refused(_ message: String, _ f: Frame) -> Raised {
    f.error(f.types[module: "multiprocessing.AuthenticationError"], .text(message))
  }

  private static func send(_ bytes: [UInt8], _ connection: Value, _ f: Frame) throws(Raised) {
    _ = try f.callMethod(connection, "send_bytes", CallArguments([.bytes(bytes)]))
  }

  private static func receive(_ connection: Value, _ f: Frame) throws(Raised) -> [UInt8] {
    let limit = Value.int(Challenge.longestMessage)
    return try f.bytes(f.callMethod(connection, "recv_bytes", CallArguments([limit])))
  }

  private static func deliver(_ f: Frame, _ a: Arguments) throws(Raised) -> Value {
    let key = try key(a[1], f)
    do {
      let challenge = try Challenge()
      try send(challenge.bytes, a[0], f)
      if try challenge.isAnswered(by: receive(a[0], f), key: key) {
        try send(Challenge.welcome, a[0], f)
        return .none
      }
    } catch let raised as Raised {
      throw raised
    } catch {
      try send(Challenge.failure, a[0], f)
      throw f.raised(error)
    }
    try send(Challenge.failure, a[0], f)
    throw refused("digest received was wrong", f)
  }

  private static func answer(_ f: Frame, _ connection: Value, _ authkey: Value) throws(Raised) -> Value {
    let key = try key(authkey, f)
    let message = try receive(connection, f)
    guard message.starts(with: Challenge.prefix) else {
      throw refused("Protocol error, expected challenge: message=\(try f.repr(.bytes(message)).string)", f)
    }
    do {
      try send(Challenge(received: message).answer(key: key), connection, f)
    } catch let raised as Raised {
      throw raised
    } catch {
      throw f.raised(error)
    }
    if try receive(connection, f) != Challenge.welcome { throw refused("digest sent was rejected", f) }
    return .none
  }
}
