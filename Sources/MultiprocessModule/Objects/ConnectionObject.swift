// The ends of a Pipe.
import Interpreter
import Multiprocess

/// `multiprocessing.connection.Connection`.
final class ConnectionObject: TreeObject, Transferable {
  static let typeName = "multiprocessing.connection.Connection"
  let connection: Connection

  init(_ connection: Connection, _ tree: Tree, _ f: Frame) {
    self.connection = connection
    super.init(ConnectionObject.typeName, tree, f)
  }

  var transferTag: TransferTag { .connection }
  var transferDetail: Value { .none }
  var transferHandles: [Handle] { [connection.handle] }

  static func define(_ t: TypeBuilder) {
    t.method("send", "self, obj, /", .two(send))
    t.method("recv", "self, /", .one(receive))
    t.method("poll", "self, /, timeout=0.0", .two(poll))
    t.method("send_bytes", "self, /, buf, offset=0, size=None", .four(sendBytes))
    t.method("recv_bytes", "self, /, maxlength=None", .two(receiveBytes))
    t.method("recv_bytes_into", "self, /, buf, offset=0", .three(receiveBytesInto))
    t.method("close", "self, /", .one(close))
    t.method("fileno", "self, /", .one(fileNumber))
    t.property("closed", get: { (f, this) throws(Raised) in .bool(try get(f, this).isClosed) })
    t.property("readable", get: { (f, this) throws(Raised) in .bool(try get(f, this).isReadable) })
    t.property("writable", get: { (f, this) throws(Raised) in .bool(try get(f, this).isWritable) })
    t.method("__enter__", "self, /", .one { (f, this) throws(Raised) in this })
    t.method("__exit__", "self, type, value, traceback, /", .four { (f, this, _, _, _) throws(Raised) in try close(f, this) })
    t.method("__repr__", "self, /", .one(repr))
    t.sharedName(get)
  }

  private static func get(_ f: Frame, _ this: Value) throws(Raised) -> Connection {
    try receiver(this, "recv", of: "Connection", f).connection
  }

  private func send(_ bytes: UnsafeRawBufferPointer, _ handles: [Handle], _ f: Frame) throws(Raised) {
    publish(f)
    do {
      try tree.waiting(f) { try connection.send(bytes, handles: handles) }
    } catch where !connection.isWritable && !connection.isClosed {
      throw f.error(.OSError, "connection is read-only")
    }
  }

  @inline(__always)
  private func checkReadable(_ f: Frame) throws(Raised) {
    if !connection.isClosed, !connection.isReadable { throw f.error(.OSError, "connection is write-only") }
  }

  private func receive<R>(_ f: Frame, _ body: (UnsafeRawBufferPointer) throws -> R) throws(Raised) -> R {
    try checkReadable(f)
    return try tree.waiting(f) { try connection.receive(body) }
  }

  private static func send(_ f: Frame, _ this: Value, _ item: Value) throws(Raised) -> Value {
    let object = try receiver(this, "send", of: "Connection", f)
    try object.tree.encoder.encode(item, f) { (bytes, handles) throws(Raised) in try object.send(bytes, handles, f) }
    return .none
  }

  private static func receive(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let object = try receiver(this, "recv", of: "Connection", f)
    try object.checkReadable(f)
    var item = Value.none
    try object.tree.waiting(f) { try object.connection.take { item = try Decoder.decode($0, object.tree, f) } }
    return item
  }

  private static func poll(_ f: Frame, _ this: Value, _ timeout: Value) throws(Raised) -> Value {
    let object = try receiver(this, "poll", of: "Connection", f)
    try object.checkReadable(f)
    let deadline: Deadline = timeout.isUnbound ? .now : try f.deadline(timeout: timeout)
    return .bool(try object.tree.waiting(f) { try object.connection.poll(until: deadline) })
  }

  private static func sendBytes(
    _ f: Frame, _ this: Value, _ buffer: Value, _ offset: Value, _ size: Value
  ) throws(Raised) -> Value {
    let object = try receiver(this, "send_bytes", of: "Connection", f)
    let bytes = try f.messageBytes(buffer, offset: offset, size: size)
    let outcome = bytes.withUnsafeBytes { buffer in
      Result { () throws(Raised) in try object.send(buffer, [], f) }
    }
    try outcome.get()
    return .none
  }

  private static func receiveBytes(_ f: Frame, _ this: Value, _ most: Value) throws(Raised) -> Value {
    let object = try receiver(this, "recv_bytes", of: "Connection", f)
    let limit = most.isUnbound || most.isNone ? Int.max : try f.index(most)
    if limit < 0 { throw f.valueError("negative maxlength") }
    let bytes = try object.receive(f) { Array($0) }
    if bytes.count > limit { throw f.error(.OSError, "bad message length") }
    return .bytes(bytes)
  }

  private static func receiveBytesInto(
    _ f: Frame, _ this: Value, _ buffer: Value, _ offset: Value
  ) throws(Raised) -> Value {
    let object = try receiver(this, "recv_bytes_into", of: "Connection", f)
    return try f.store(into: buffer, offset: offset) { () throws(Raised) in try object.receive(f) { Array($0) } }
  }

  private static func close(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let object = try receiver(this, "close", of: "Connection", f)
    object.publish(f)
    object.connection.close()
    return .none
  }

  private static func fileNumber(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    throw f.error(.OSError, "a ppd connection has no file descriptor: use multiprocessing.connection.wait")
  }

  private static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .text("<multiprocessing.connection.Connection object at \(f.address(this))>")
  }
}

extension Frame {
  /// The part of a buffer that `send_bytes(buf, offset, size)` means.
  func messageBytes(_ buffer: Value, offset: Value, size: Value) throws(Raised) -> [UInt8] {
    let bytes = try bytes(buffer)
    let start = offset.isUnbound ? 0 : try index(offset)
    if start < 0 { throw valueError("offset is negative") }
    if start > bytes.count { throw valueError("buffer length < offset") }
    let count = size.isUnbound || size.isNone ? bytes.count - start : try index(size)
    if count < 0 { throw valueError("size is negative") }
    if start + count > bytes.count { throw valueError("buffer length < offset + size") }
    return start == 0 && count == bytes.count ? bytes : Array(bytes[start..<start + count])
  }

  /// What `recv_bytes_into(buf, offset)` does with the message that it receives.
  func store(
    into buffer: Value, offset: Value, _ receive: () throws(Raised) -> [UInt8]
  ) throws(Raised) -> Value {
    guard let target = buffer.payload.object as? any BufferOwner, !target.isBufferReadOnly else {
      throw typeError("a writable bytes-like object is required, not '\(typeName(buffer))'")
    }
    let start = offset.isUnbound ? 0 : try index(offset)
    if start < 0 { throw valueError("negative offset") }
    if start > target.bufferCount { throw valueError("offset too large") }
    let bytes = try receive()
    guard start + bytes.count <= target.bufferCount else {
      throw error(types[module: "multiprocessing.BufferTooShort"], .bytes(bytes))
    }
    target.withBuffer { UnsafeMutableRawBufferPointer(rebasing: $0[start...]).copyBytes(from: bytes) }
    return .int(bytes.count)
  }

  /// The bytes of a bytes-like argument.
  func bytes(_ value: Value) throws(Raised) -> [UInt8] {
    if let bytes = value.payload.bytes { return bytes.bytes }
    if let bytes = value.payload.byteArray { return bytes.bytes }
    if let owner = value.payload.object as? any BufferOwner { return owner.withBuffer { Array($0) } }
    throw typeError("a bytes-like object is required, not '\(typeName(value))'")
  }
}
