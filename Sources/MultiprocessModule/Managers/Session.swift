// The server's side of its clients.
import CPosixShim
import Glibc
import Interpreter
import ManagerWire
import Multiprocess

/// A client process, or a thread of a CPython client: it holds objects and owns locks for as long as it is connected.
///
/// A ppd process is one client however many connections it makes; every other connection is a client of its own.
final class ClientObject: TypedObject {
  static let typeName = "_manager.Client"
  /// By which the client says that a further connection is its own; empty for one that cannot.
  let mark: String
  var sessionCount = 0
  /// How often it holds each object, by the objects' numbers.
  var holds: [Int: Int] = [:]
  /// What it has acquired and not given back.
  private(set) var acquired: [Value] = []

  init(mark: String, _ f: Frame) {
    self.mark = mark
    super.init(f.types[module: ClientObject.typeName])
  }

  /// What it has acquired; it has nothing from now on.
  func takeAcquired() -> [Value] {
    defer { acquired = [] }
    return acquired
  }

  static func define(_ t: TypeBuilder) {
    // Notes that lock._forsake() is to be called when the client goes.
    t.method("has_acquired", "self, lock, /", .two {
      (f, this, lock) throws(Raised) in
      try receiver(this, "has_acquired", of: "Client", f).acquired.append(lock)
      return .none
    })
    // Takes has_acquired back.
    t.method("has_released", "self, lock, /", .two { (f, this, lock) throws(Raised) in
      let client = try receiver(this, "has_released", of: "Client", f)
      if let index = client.acquired.lastIndex(where: { $0.isIdentical(to: lock) }) { client.acquired.remove(at: index) }
      return .none
    })
  }
}

/// One connection to the server.
final class Session {
  enum Stage {
    /// Neither side has shown yet that it knows the key.
    case handshake(Handshake)
    /// One request to the server itself, and the end.
    case control
    /// Requests to objects.
    case serving
  }

  let token: UInt64
  let descriptor: Int32
  let reader = FrameReader(limit: Challenge.longestMessage)
  let writer = FrameWriter()
  var stage: Stage
  var client: ClientObject
  /// Whether the client is a ppd, which may make requests to the server itself in between.
  var isPPD = false
  /// Whether the client is a process of the server's own tree, with which it shares objects.
  var isSameTree = false
  /// Where requests and replies of a process of the tree lie while both sides look.
  var mailbox: Mailbox?
  /// Whether the server looks there.
  var isWatched = false
  /// The request at work.
  var task: ServerTask?
  /// The message that the task is to deal with, valid until the task waits.
  var message = UnsafeRawBufferPointer(start: nil, count: 0)
  /// The last reply, whose objects live until the client has had the time to hold them itself.
  var lastReply: Value = .none
  /// Whether the connection ends once everything is sent.
  var isClosing = false
  var hasEnded = false
  /// Whether its messages are being dealt with: the end of a task need not look for the next.
  var isProcessing = false
  /// Counts what the session has done, so that a timer set before means nothing.
  var progress = 0
  /// What the server polls for.
  var interest = (read: true, write: false)

  init(token: UInt64, descriptor: Int32, _ handshake: Handshake, _ client: ClientObject) {
    self.token = token
    self.descriptor = descriptor
    self.client = client
    stage = .handshake(handshake)
  }

  var isAuthenticated: Bool {
    if case .handshake = stage { return false }
    return true
  }

  /// Whether the peer keeps us waiting: for the rest of its message, for the next word of the handshake, or for taking
  /// what is sent.
  var isKeptWaiting: Bool {
    writer.isWaiting || !isAuthenticated || (task == nil && reader.pendingCount > 0)
  }
}
