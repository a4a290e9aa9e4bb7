// `multiprocessing.connection`'s Listener and Client, and the connections that they make.
import Glibc
import Interpreter
import ManagerWire
import Multiprocess

/// `multiprocessing.connection.Listener`.
final class ListenerObject: TypedObject {
  static let typeName = "multiprocessing.connection.Listener"
  private let descriptor: Int32
  private let address: Address
  private let key: [UInt8]?
  private var lastAccepted: Value = .none
  private var isClosed = false
  /// Who made it: a forked child does not remove the file of its parent's socket.
  private let owner = getpid()

  private init(_ descriptor: Int32, _ address: Address, key: [UInt8]?, _ f: Frame) {
    self.descriptor = descriptor
    self.address = address
    self.key = key
    super.init(f.types[module: ListenerObject.typeName])
  }

  deinit { shut() }

  private func shut() {
    if isClosed { return }
    isClosed = true
    Glibc.close(descriptor)
    if owner == getpid() { address.removeFile() }
  }

  static func define(_ t: TypeBuilder) {
    t.new("address=None, family=None, backlog=1, authkey=None") { (f, _, a) throws(Raised) in
      try make(f, a[0], family: a[1], backlog: a[2], key: a[3])
    }
    t.method("accept", "self, /", .one(accept))
    t.method("close", "self, /", .one { (f, this) throws(Raised) in
      try receiver(this, "close", of: "Listener", f).shut()
      return .none
    })
    t.method("fileno", "self, /", .one { (f, this) throws(Raised) in
      .int(Int(try receiver(this, "fileno", of: "Listener", f).descriptor))
    })
    t.property("address", get: { (f, this) throws(Raised) in
      try receiver(this, "address", of: "Listener", f).address.value
    })
    t.property("last_accepted", get: { (f, this) throws(Raised) in
      try receiver(this, "last_accepted", of: "Listener", f).lastAccepted
    })
    t.method("__enter__", "self, /", .one { (f, this) throws(Raised) in this })
    t.method("__exit__", "self, type, value, traceback, /", .four { (f, this, _, _, _) throws(Raised) in
      try receiver(this, "__exit__", of: "Listener", f).shut()
      return .none
    })
  }

  private static func make(
    _ f: Frame, _ address: Value, family: Value, backlog: Value, key: Value
  ) throws(Raised) -> Value {
    let key = try f.key(key)
    let backlog = backlog.isUnbound ? 1 : try f.index(backlog)
    let wanted: Address
    do {
      wanted = if !address.isUnbound, !address.isNone {
        try f.socketAddress(address, family: family)
      } else if family.str?.string == "AF_INET" {
        .tcp(host: "localhost", port: 0)
      } else {
        try Address.unused()
      }
      let (descriptor, bound) = try StreamSocket.listen(at: wanted, backlog: Int32(clamping: backlog))
      return .object(ListenerObject(descriptor, bound, key: key, f))
    } catch {
      throw f.raised(error, peer: (try? f.socketAddress(address)) ?? .unix(path: ""))
    }
  }

  private static func accept(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let listener = try receiver(this, "accept", of: "Listener", f)
    if listener.isClosed { throw f.error(.OSError, "listener is closed") }
    while true {
      try f.interpreter.wait(for: listener.descriptor, timeout: nil, f)
      do {
        guard let descriptor = try StreamSocket.accept(listener.descriptor) else { continue }
        let connection = PeerConnection(descriptor, peer: listener.address)
        if let key = listener.key { try connection.authenticate(.listener, key: key, f) }
        listener.lastAccepted = StreamSocket.peerAddress(descriptor)?.value ?? .none
        return .object(try SocketConnectionObject.make(connection, f))
      } catch {
        throw f.raised(error, peer: listener.address)
      }
    }
  }
}

/// What `Client` returns and `Listener.accept` too: a connection over a socket, with the methods of a pipe's end.
final class SocketConnectionObject: TypedObject {
  let connection: PeerConnection

  private init(_ connection: PeerConnection, _ type: TypeObject) {
    self.connection = connection
    super.init(type)
  }

  static func make(_ connection: PeerConnection, _ f: Frame) throws(Raised) -> SocketConnectionObject {
    _ = try Tree.of(f)
    return SocketConnectionObject(connection, f.types[module: "multiprocessing.connection._SocketConnection"])
  }

  /// `Client(address, family=None, authkey=None, *, timeout=0)`.
  static func connect(_ f: Frame, _ a: Arguments) throws(Raised) -> Value {
    let address = try f.socketAddress(a[0], family: a[1])
    let patience = a[3].isUnbound ? Deadline.now : try f.deadline(timeout: a[3])
    return .object(
      try make(
        PeerConnection.connect(to: address, key: f.key(a[2]), patience: patience.secondsLeft ?? .infinity, f), f))
  }

  static func define(_ t: TypeBuilder) {
    t.method("send", "self, obj, /", .two(send))
    t.method("recv", "self, /", .one(receive))
    t.method("poll", "self, /, timeout=0.0", .two(poll))
    t.method("send_bytes", "self, /, buf, offset=0, size=None", .four(sendBytes))
    t.method("recv_bytes", "self, /, maxlength=None", .two(receiveBytes))
    t.method("recv_bytes_into", "self, /, buf, offset=0", .three(receiveBytesInto))
    t.method("close", "self, /", .one { (f, this) throws(Raised) in
      try get(f, this).close()
      return .none
    })
    t.method("fileno", "self, /", .one { (f, this) throws(Raised) in
      let connection = try get(f, this)
      if connection.isClosed { throw f.error(.OSError, "handle is closed") }
      return .int(Int(connection.descriptor))
    })
    t.property("closed", get: { (f, this) throws(Raised) in .bool(try get(f, this).isClosed) })
    for name in ["readable", "writable"] { t.property(name, get: { (f, this) throws(Raised) in .bool(true) }) }
    t.method("__enter__", "self, /", .one { (f, this) throws(Raised) in this })
    t.method("__exit__", "self, type, value, traceback, /", .four { (f, this, _, _, _) throws(Raised) in
      try get(f, this).close()
      return .none
    })
    t.method("__repr__", "self, /", .one { (f, this) throws(Raised) in
      .text("<multiprocessing.connection.Connection object at \(f.address(this))>")
    })
  }

  private static func get(_ f: Frame, _ this: Value) throws(Raised) -> PeerConnection {
    try receiver(this, "recv", of: "Connection", f).connection
  }

  private static func send(_ f: Frame, _ this: Value, _ item: Value) throws(Raised) -> Value {
    let connection = try get(f, this)
    f.interpreter.flushForOthers()
    try Tree.of(f).encoder.encode(item, f) { (bytes, handles) throws(Raised) in
      if !handles.isEmpty { throw f.typeError("a shared object can only be sent to processes of its own tree, not over a socket") }
      try connection.send(bytes, f)
    }
    return .none
  }

  private static func receive(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let connection = try get(f, this)
    guard let message = try connection.receive(f) else { return .none }
    return try Decoder.decode(message, Tree.of(f), f, sender: .peer)
  }

  private static func poll(_ f: Frame, _ this: Value, _ timeout: Value) throws(Raised) -> Value {
    .bool(try get(f, this).poll(f, until: timeout.isUnbound ? .now : f.deadline(timeout: timeout)))
  }

  private static func sendBytes(
    _ f: Frame, _ this: Value, _ buffer: Value, _ offset: Value, _ size: Value
  ) throws(Raised) -> Value {
    let connection = try get(f, this)
    f.interpreter.flushForOthers()
    try connection.send(f.messageBytes(buffer, offset: offset, size: size), f)
    return .none
  }

  private static func receiveBytes(_ f: Frame, _ this: Value, _ most: Value) throws(Raised) -> Value {
    let connection = try get(f, this)
    let bytes = try connection.receive(f).map { Array($0) } ?? []
    if !most.isUnbound, !most.isNone, try bytes.count > f.index(most) {
      connection.close()
      throw f.error(.OSError, "bad message length")
    }
    return .bytes(bytes)
  }

  private static func receiveBytesInto(
    _ f: Frame, _ this: Value, _ buffer: Value, _ offset: Value
  ) throws(Raised) -> Value {
    let connection = try get(f, this)
    return try f.store(into: buffer, offset: offset) { () throws(Raised) in
      try connection.receive(f).map { Array($0) } ?? []
    }
  }
}
