// Buffered binary files around a raw stream: `io.BufferedReader(raw)` and its like. (What `open` makes reads and writes
// its descriptor itself; see `FileDescriptor.swift`.)

/// A binary file that buffers what a raw stream, mostly an object of a script's class, reads and writes.
final class BufferedFile: BinaryFile {
  enum Direction {
    case reads, writes, both
  }

  let raw: Value
  private let direction: Direction
  private let size: Int
  /// What was read from the raw stream; up to `taken` it has gone to the reader.
  private var ahead: [UInt8] = []
  private var taken = 0
  /// What has still to be written to the raw stream.
  private var waiting: [UInt8] = []
  /// Whether the raw stream goes its own way.
  private(set) var isDetached = false

  /// Raises UnsupportedOperation where the raw stream does not go in that direction, ValueError for no room.
  init(_ type: TypeObject, _ raw: Value, _ direction: Direction, size: Int, _ f: Frame) throws(Raised) {
    self.raw = raw
    self.direction = direction
    self.size = size
    super.init(type)
    func require(_ method: String, _ participle: String) throws(Raised) {
      if try !f.truth(call(method, f: f)) { throw f.unsupportedOperation("File or stream is not \(participle).") }
    }
    if direction == .both { try require("seekable", "seekable") }
    if direction != .writes { try require("readable", "readable") }
    if direction != .reads { try require("writable", "writable") }
    if size <= 0 { throw f.valueError("buffer size must be strictly positive") }
  }

  private func call(_ name: String, _ arguments: Value..., f: Frame) throws(Raised) -> Value {
    try f.callMethod(raw, name, CallArguments(ContiguousArray(arguments)))
  }

  override var isReadable: Bool { direction != .writes }
  override var isWritable: Bool { direction != .reads }
  override var modeText: String? { nil }

  override func ensureOpen(_ operation: String, _ f: Frame) throws(Raised) {
    if isDetached { throw f.valueError("raw stream has been detached") }
    guard isClosed else { return }
    switch operation {
    case "read", "readline", "readinto", "peek", "seek", "truncate", "flush":
      throw f.valueError("\(operation) of closed file")
    case "write": throw f.valueError("write to closed file")
    default: throw f.valueError("I/O operation on closed file.")
    }
  }

  // MARK: Reading

  private var available: Int { ahead.count - taken }

  private func ensureReadable(_ operation: String, _ f: Frame) throws(Raised) {
    if !isReadable { throw unsupported(operation, f) }
    try ensureOpen(operation, f)
    try writeWaiting(f)
  }

  /// Some bytes of the raw stream; empty at its end.
  private func readRaw(_ limit: Int, _ f: Frame) throws(Raised) -> [UInt8] {
    let buffer = ByteArray([UInt8](repeating: 0, count: limit))
    let answer = try call("readinto", .object(MemoryView(bytesOf: buffer)), f: f)
    if answer.isNone { return [] }
    let count = try f.index(answer)
    guard (0...limit).contains(count) else {
      throw f.error(
        .OSError, "raw readinto() returned invalid length \(count) (should have been between 0 and \(limit))")
    }
    return Array(buffer.bytes.prefix(count))
  }

  /// Reads ahead. False at the end of the stream.
  private func fill(_ f: Frame) throws(Raised) -> Bool {
    let more = try readRaw(size, f)
    ahead.removeFirst(taken)
    taken = 0
    ahead += more
    return !more.isEmpty
  }

  private func take(_ count: Int) -> [UInt8] {
    defer { taken += count }
    return Array(ahead[taken..<taken + count])
  }

  override func readBytes(_ count: Int?, _ f: Frame) throws(Raised) -> [UInt8] {
    try ensureReadable("read", f)
    guard let count else {
      let known = take(available)
      if try f.optionalAttribute(of: raw, f.interpreter.intern("readall")) != nil {
        let rest = try call("readall", f: f)
        return rest.isNone ? known : known + (try f.bytesLike(rest))
      }
      while try fill(f) {}
      return known + take(available)
    }
    while available < count, try fill(f) {}
    return take(min(count, available))
  }

  override func readSome(_ limit: Int, _ f: Frame) throws(Raised) -> [UInt8] {
    try ensureReadable("read", f)
    if available == 0 { _ = try fill(f) }
    return take(min(limit, available))
  }

  override func readLineBytes(_ limit: Int?, _ f: Frame) throws(Raised) -> [UInt8] {
    try ensureReadable("readline", f)
    var seen = 0
    while true {
      if let end = ahead[(taken + seen)...].firstIndex(of: UInt8(ascii: "\n")) {
        return take(min(end + 1 - taken, limit ?? .max))
      }
      seen = available
      if let limit, seen >= limit { return take(limit) }
      if try !fill(f) { return take(available) }
    }
  }

  override func peek(_ f: Frame) throws(Raised) -> [UInt8] {
    try ensureReadable("peek", f)
    if available == 0 { _ = try fill(f) }
    return Array(ahead[taken...])
  }

  /// Goes back to where the reader is, so that what is written next comes there.
  private func forgetReadAhead(_ f: Frame) throws(Raised) {
    if available > 0 { _ = try call("seek", .int(-available), .int(1), f: f) }
    (ahead, taken) = ([], 0)
  }

  // MARK: Writing

  override func write(_ data: Value, _ f: Frame) throws(Raised) -> Int {
    if !isWritable { throw unsupported("write", f) }
    return try super.write(data, f)
  }

  override func writeBytes(_ bytes: some Sequence<UInt8>, _ f: Frame) throws(Raised) {
    try ensureOpen("write", f)
    try forgetReadAhead(f)
    let bytes = Array(bytes)
    if waiting.count + bytes.count > size { try writeWaiting(f) }
    waiting += bytes
    if waiting.count > size { try writeWaiting(f) }
  }

  private func writeWaiting(_ f: Frame) throws(Raised) {
    while !waiting.isEmpty {
      let answer = try call("write", .bytes(waiting), f: f)
      if answer.isNone { throw f.error(f.types[.BlockingIOError], .text("write could not complete without blocking")) }
      let count = try f.index(answer)
      guard (0...waiting.count).contains(count) else {
        throw f.error(
          .OSError, "raw write() returned invalid length \(count) (should have been between 0 and \(waiting.count))")
      }
      waiting.removeFirst(count)
    }
  }

  override func flush(_ f: Frame) throws(Raised) {
    try ensureOpen("flush", f)
    try writeWaiting(f)
  }

  // MARK: The raw stream

  override func isSeekable(_ f: Frame) throws(Raised) -> Bool {
    try ensureOpen("seekable", f)
    return try f.truth(call("seekable", f: f))
  }

  override func seek(_ offset: Int, _ whence: Int, _ f: Frame) throws(Raised) -> Int {
    try ensureOpen("seek", f)
    guard (0...2).contains(whence) else { throw f.valueError("whence value \(whence) unsupported") }
    try writeWaiting(f)
    let position = try f.index(call("seek", .int(whence == 1 ? offset - available : offset), .int(whence), f: f))
    (ahead, taken) = ([], 0)
    return position
  }

  override func tell(_ f: Frame) throws(Raised) -> Int {
    try ensureOpen("tell", f)
    return try f.index(call("tell", f: f)) - available + waiting.count
  }

  override func truncate(_ size: Int?, _ f: Frame) throws(Raised) -> Int {
    try ensureOpen("truncate", f)
    if !isWritable { throw unsupported("truncate", f) }
    let size = if let size { size } else { try tell(f) }
    try writeWaiting(f)
    return try f.index(call("truncate", .int(size), f: f))
  }

  override func fileDescriptor(_ f: Frame) throws(Raised) -> Int32 { Int32(try f.index(call("fileno", f: f))) }
  override func isTerminal(_ f: Frame) throws(Raised) -> Bool { try f.truth(call("isatty", f: f)) }

  override func close(_ f: Frame) throws(Raised) {
    if isClosed { return }
    var failure: Raised?
    do { try flush(f) } catch { failure = error }
    isClosed = true
    _ = try call("close", f: f)
    if let failure { throw failure }
  }

  /// Hands the raw stream back. The file is of no use any more.
  func detach(_ f: Frame) throws(Raised) -> Value {
    try flush(f)
    isDetached = true
    return raw
  }
}
