// Requests and replies as they are written, without a tuple made for them first.
import Interpreter
import ManagerWire
import Multiprocess

/// What is asked of a server: a method of an object, or something of the server itself.
struct ServerRequest {
  /// Nil for a request to the server itself.
  let object: Str?
  let method: Str
  let arguments: ArraySlice<Value>
  let keywords: Dict?

  init(object: Str?, method: Str, _ arguments: ContiguousArray<Value>.SubSequence, _ keywords: Dict? = nil) {
    self.object = object
    self.method = method
    self.arguments = arguments
    self.keywords = keywords
  }

  init(_ request: ControlRequest, _ arguments: ContiguousArray<Value>, _ keywords: Dict? = nil) {
    self.init(object: nil, method: Str(request.rawValue), arguments[...], keywords)
  }

  init(_ request: LinkRequest, _ arguments: ContiguousArray<Value>) {
    self.init(object: nil, method: Str(request.rawValue), arguments[...])
  }
}

extension Encoder {
  /// Encodes a request, as ``encode(_:_:_:)`` does a value: (object, method, arguments, keywords).
  func encode<R>(
    _ request: ServerRequest, _ f: Frame, _ body: (UnsafeRawBufferPointer, [Handle]) throws(Raised) -> R
  ) throws(Raised) -> R {
    try encode(f, { (encoder) throws(Raised) in try encoder.write(request, f) }, body)
  }

  private func write(_ request: ServerRequest, _ f: Frame) throws(Raised) {
    writer.beginTuple(count: 4)
    if let object = request.object { write(object) } else { writer.writeNone() }
    write(request.method)
    writer.beginTuple(count: request.arguments.count)
    for (index, argument) in request.arguments.enumerated() {
      do { try write(argument, f) } catch { throw f.located(error, "argument \(index)") }
    }
    writer.endTuple(count: request.arguments.count, identity: nil)
    if let keywords = request.keywords { try write(.object(keywords), f) } else { writer.beginDict(identity: nil) }
    writer.endTuple(count: 4, identity: nil)
  }

  private func write(_ text: Str) {
    text.withUTF8 { writer.writeString(utf8: $0, identity: nil) }
  }

  /// Encodes a reply: (kind, result).
  func encode<R>(
    _ reply: Reply, _ f: Frame, _ body: (UnsafeRawBufferPointer, [Handle]) throws(Raised) -> R
  ) throws(Raised) -> R {
    try encode(
      f,
      { (encoder) throws(Raised) in
        encoder.writer.beginTuple(count: 2)
        encoder.writer.writeString(reply.kind.rawValue)
        try encoder.write(reply.result, f)
        encoder.writer.endTuple(count: 2, identity: nil)
      }, body)
  }
}
