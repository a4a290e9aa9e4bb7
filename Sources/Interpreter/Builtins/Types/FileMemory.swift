// Files in memory: io.BytesIO and io.StringIO; and binary files that a script's own class implements.

/// What a file in memory holds, and the place in it where the next read or write begins.
private struct MemoryContents<Element: BinaryInteger> {
  var items: [Element] = []
  /// May lie behind the end.
  var position = 0

  /// What is still to be read.
  var rest: ArraySlice<Element> { items[min(position, items.count)...] }

  /// Reads at most so many items.
  mutating func take(_ count: Int) -> ArraySlice<Element> {
    let taken = rest.prefix(max(count, 0))
    position = max(position, taken.endIndex)
    return taken
  }

  /// Writes over what is there and behind it, with zeros up to a position behind the end.
  mutating func put(_ new: some Sequence<Element>) {
    if position > items.count { items += [Element](repeating: 0, count: position - items.count) }
    if position == items.count {
      items.append(contentsOf: new)
      position = items.count
    } else {
      let new = Array(new)
      items.replaceSubrange(position..<min(position + new.count, items.count), with: new)
      position += new.count
    }
  }

  /// Drops what lies behind `size`.
  mutating func truncate(to size: Int) {
    if size < items.count { items.removeLast(items.count - size) }
  }
}

/// `io.BytesIO`.
final class BytesFile: BinaryFile, BufferOwner {
  private var memory: MemoryContents<UInt8>

  init(_ type: TypeObject, _ contents: [UInt8] = []) {
    memory = MemoryContents(items: contents)
    super.init(type)
  }

  /// Begins anew (`__init__`).
  func reset(_ contents: [UInt8]) {
    memory = MemoryContents(items: contents)
    isClosed = false
  }

  var contents: [UInt8] { memory.items }
  var bufferCount: Int { memory.items.count }
  var isBufferReadOnly: Bool { false }

  func withBuffer<Result>(_ body: (UnsafeMutableRawBufferPointer) -> Result) -> Result {
    memory.items.withUnsafeMutableBytes { body($0) }
  }

  override var isReadable: Bool { true }
  override var isWritable: Bool { true }

  override func isSeekable(_ f: Frame) throws(Raised) -> Bool {
    try ensureOpen("seekable", f)
    return true
  }

  override func readBytes(_ count: Int?, _ f: Frame) throws(Raised) -> [UInt8] {
    try ensureOpen("read", f)
    return Array(memory.take(count ?? .max))
  }

  override func readSome(_ limit: Int, _ f: Frame) throws(Raised) -> [UInt8] { try readBytes(limit, f) }

  override func readLineBytes(_ limit: Int?, _ f: Frame) throws(Raised) -> [UInt8] {
    try ensureOpen("readline", f)
    let line = memory.rest.prefix { $0 != 10 }.count + 1
    return Array(memory.take(min(line, limit ?? .max)))
  }

  override func peek(_ f: Frame) throws(Raised) -> [UInt8] { Array(memory.rest) }

  override func write(_ data: Value, _ f: Frame) throws(Raised) -> Int {
    try ensureOpen("write", f)
    return try super.write(data, f)
  }

  override func writeBytes(_ bytes: some Sequence<UInt8>, _ f: Frame) throws(Raised) {
    try ensureOpen("write", f)
    memory.put(bytes)
  }

  override func seek(_ offset: Int, _ whence: Int, _ f: Frame) throws(Raised) -> Int {
    try ensureOpen("seek", f)
    switch whence {
    case 0:
      if offset < 0 { throw f.valueError("negative seek value \(offset)") }
      memory.position = offset
    case 1: memory.position = max(0, memory.position + offset)
    case 2: memory.position = max(0, memory.items.count + offset)
    default: throw f.valueError("invalid whence (\(whence), should be 0, 1 or 2)")
    }
    return memory.position
  }

  override func tell(_ f: Frame) throws(Raised) -> Int {
    try ensureOpen("tell", f)
    return memory.position
  }

  override func truncate(_ size: Int?, _ f: Frame) throws(Raised) -> Int {
    try ensureOpen("truncate", f)
    let size = size ?? memory.position
    if size < 0 { throw f.valueError("negative size value \(size)") }
    memory.truncate(to: size)
    return size
  }
}

/// `io.StringIO`.
final class StringFile: FileObject {
  private var memory = MemoryContents<UInt32>()
  private(set) var newline: TextFile.Newline = .lineFeed

  /// Begins anew (`__init__`).
  func reset(_ text: Str, newline: TextFile.Newline, _ f: Frame) throws(Raised) {
    self.newline = newline
    memory = MemoryContents()
    isClosed = false
    _ = try write(.object(text), f)
    memory.position = 0
  }

  override func ensureOpen(_ operation: String, _ f: Frame) throws(Raised) {
    if isClosed {
      // The methods of `IOBase` end their message with a full stop.
      throw f.valueError("I/O operation on closed file" + (operation == "isatty" ? "." : ""))
    }
  }

  override var isReadable: Bool { true }
  override var isWritable: Bool { true }

  override func isSeekable(_ f: Frame) throws(Raised) -> Bool {
    try ensureOpen("seekable", f)
    return true
  }

  func text(_ f: Frame) throws(Raised) -> Str {
    try ensureOpen("getvalue", f)
    return Str(scalars: memory.items)
  }

  private func take(_ count: Int) -> Value {
    .object(memory.take(count).withUnsafeBufferPointer { Str(scalars: $0) })
  }

  override func read(_ count: Int?, _ f: Frame) throws(Raised) -> Value {
    try ensureOpen("read", f)
    return take(count ?? .max)
  }

  override func readLine(_ limit: Int?, _ f: Frame) throws(Raised) -> Value {
    try ensureOpen("readline", f)
    let rest = memory.rest
    return take(min(lineEnd(of: rest) - rest.startIndex, limit ?? .max))
  }

  /// Where the first line of what is left ends.
  private func lineEnd(of rest: ArraySlice<UInt32>) -> Int {
    func pair(at index: Int) -> Bool { index + 1 < rest.endIndex && rest[index + 1] == 10 }
    switch newline {
    case .lineFeed, .universal: return rest.firstIndex(of: 10).map { $0 + 1 } ?? rest.endIndex
    case .carriageReturn: return rest.firstIndex(of: 13).map { $0 + 1 } ?? rest.endIndex
    case .both: return rest.indices.first { rest[$0] == 13 && pair(at: $0) }.map { $0 + 2 } ?? rest.endIndex
    case .untranslated:
      guard let end = rest.firstIndex(where: { $0 == 10 || $0 == 13 }) else { return rest.endIndex }
      return rest[end] == 13 && pair(at: end) ? end + 2 : end + 1
    }
  }

  override func write(_ data: Value, _ f: Frame) throws(Raised) -> Int {
    guard let text = data.payload.str else {
      throw f.typeError("string argument expected, got '\(f.typeName(data))'")
    }
    try ensureOpen("write", f)
    var scalars = [UInt32](unsafeUninitializedCapacity: text.count) { target, count in
      if let base = target.baseAddress { text.copyWide(to: base) }
      count = text.count
    }
    translate(&scalars)
    memory.put(scalars)
    return text.count
  }

  private func translate(_ scalars: inout [UInt32]) {
    switch newline {
    case .lineFeed, .untranslated: return
    case .universal:
      guard scalars.contains(13) else { return }
      var result: [UInt32] = []
      var index = 0
      while index < scalars.count {
        let isReturn = scalars[index] == 13
        result.append(isReturn ? 10 : scalars[index])
        index += isReturn && index + 1 < scalars.count && scalars[index + 1] == 10 ? 2 : 1
      }
      scalars = result
    case .carriageReturn: scalars = scalars.map { $0 == 10 ? 13 : $0 }
    case .both:
      scalars = Array(scalars.split(separator: 10, omittingEmptySubsequences: false).joined(separator: [13, 10]))
    }
  }

  override func flush(_ f: Frame) throws(Raised) {}

  override func seek(_ offset: Int, _ whence: Int, _ f: Frame) throws(Raised) -> Int {
    try ensureOpen("seek", f)
    switch whence {
    case 0:
      if offset < 0 { throw f.valueError("Negative seek position \(offset)") }
      memory.position = offset
    case 1, 2:
      if offset != 0 { throw f.error(f.types[.OSError], .text("Can't do nonzero cur-relative seeks")) }
      if whence == 2 { memory.position = memory.items.count }
    default: throw f.valueError("Invalid whence (\(whence), should be 0, 1 or 2)")
    }
    return memory.position
  }

  override func tell(_ f: Frame) throws(Raised) -> Int {
    try ensureOpen("tell", f)
    return memory.position
  }

  override func truncate(_ size: Int?, _ f: Frame) throws(Raised) -> Int {
    try ensureOpen("truncate", f)
    let size = size ?? memory.position
    if size < 0 { throw f.valueError("Negative size value \(size)") }
    memory.truncate(to: size)
    return size
  }

  override func close(_ f: Frame) throws(Raised) {
    isClosed = true
    memory.items = []
  }
}

/// A binary file whose operations are the methods of a script's object, below a `TextIOWrapper`.
final class ForeignBinaryFile: BinaryFile {
  let object: Value

  init(_ object: Value, _ f: Frame) {
    self.object = object
    super.init(f.types[module: "io.BufferedIOBase"])
  }

  private func call(_ name: String, _ arguments: Value..., f: Frame) throws(Raised) -> Value {
    try f.callMethod(object, name, CallArguments(ContiguousArray(arguments)))
  }

  // The object itself says whether it can; what it cannot do it raises.
  override var isReadable: Bool { true }
  override var isWritable: Bool { true }
  override func isSeekable(_ f: Frame) throws(Raised) -> Bool { try f.truth(call("seekable", f: f)) }

  override func readBytes(_ count: Int?, _ f: Frame) throws(Raised) -> [UInt8] {
    try f.bytesLike(call("read", .int(count ?? -1), f: f))
  }

  override func readSome(_ limit: Int, _ f: Frame) throws(Raised) -> [UInt8] { try readBytes(limit, f) }

  override func writeBytes(_ bytes: some Sequence<UInt8>, _ f: Frame) throws(Raised) {
    _ = try call("write", .bytes(Array(bytes)), f: f)
  }

  override func flush(_ f: Frame) throws(Raised) { _ = try call("flush", f: f) }

  override func close(_ f: Frame) throws(Raised) {
    if isClosed { return }
    isClosed = true
    _ = try call("close", f: f)
  }

  override func seek(_ offset: Int, _ whence: Int, _ f: Frame) throws(Raised) -> Int {
    try f.index(call("seek", .int(offset), .int(whence), f: f))
  }

  override func tell(_ f: Frame) throws(Raised) -> Int { try f.index(call("tell", f: f)) }
  override func fileDescriptor(_ f: Frame) throws(Raised) -> Int32 { Int32(try f.index(call("fileno", f: f))) }
  override func isTerminal(_ f: Frame) throws(Raised) -> Bool { try f.truth(call("isatty", f: f)) }
}
