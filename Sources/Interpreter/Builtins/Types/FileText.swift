// Text files: io.TextIOWrapper over a binary file.
import Glibc

/// How characters become bytes. What is not UTF-8, ASCII or Latin-1 has no place in a text file here.
struct TextEncoding {
  enum Form {
    case utf8, utf8WithSignature, ascii, latin1
  }

  let form: Form
  /// As the script gave it.
  let name: String
  let errors: String

  /// Raises LookupError for a name that is no encoding of text files.
  init(_ name: String, errors: String, _ f: Frame) throws(Raised) {
    self.name = name
    self.errors = errors
    switch String(name.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 }) {
    case "utf-8", "utf8", "u8", "cp65001": form = .utf8
    case "utf-8-sig": form = .utf8WithSignature
    case "ascii", "us-ascii", "646": form = .ascii
    case "latin-1", "latin1", "iso-8859-1", "iso8859-1", "l1", "8859", "cp819": form = .latin1
    default: throw f.error(.LookupError, "unknown encoding: \(name)")
    }
  }

  func decode(_ bytes: [UInt8], _ f: Frame) throws(Raised) -> Str {
    if form == .latin1 || bytes.allSatisfy({ $0 < 0x80 }) {
      return bytes.withUnsafeBufferPointer { Str(latin1: $0) }
    }
    let name = form == .utf8WithSignature ? "utf-8" : self.name
    let decoded = try f.callMethod(.bytes(bytes), "decode", CallArguments([.text(name), .text(errors)]))
    return decoded.str!
  }

  func encode(_ text: Str, _ f: Frame) throws(Raised) -> [UInt8] {
    if text.isASCII { return Array(text.narrow) }
    let name = form == .utf8WithSignature ? "utf-8" : self.name
    let encoded = try f.callMethod(.object(text), "encode", CallArguments([.text(name), .text(errors)]))
    return encoded.bytes!.bytes
  }

  static let signature: [UInt8] = [0xef, 0xbb, 0xbf]
}

/// A text file.
final class TextFile: FileObject {
  /// What ends a line, and what becomes of it.
  enum Newline: String {
    /// `\n`, `\r` and `\r\n` end a line and read as `\n`.
    case universal
    /// They end a line and stay what they are.
    case untranslated = ""
    case lineFeed = "\n"
    case carriageReturn = "\r"
    case both = "\r\n"
  }

  let binary: BinaryFile
  private var encoding: TextEncoding
  private var newline: Newline
  private let givenMode: String?
  private(set) var isLineBuffered: Bool
  private(set) var writesThrough = false
  /// Bytes read and not yet decoded.
  private var pending: [UInt8] = []
  private var position = 0
  private var isAtStart = true
  private var telling = true
  /// Whether the binary file goes its own way (`detach`).
  private(set) var isDetached = false
  /// Whether text goes into the bytes below just as UTF-8.
  var isPlain: Bool { encoding.form == .utf8 && !isDetached && !binary.isClosed && !writesThrough && !isLineBuffered }
  /// The ends of lines that were met, in the order \r, \n, \r\n, as bits.
  private var seenNewlines = 0

  init(
    _ type: TypeObject, _ binary: BinaryFile, encoding: TextEncoding, newline: Newline, mode: String?,
    isLineBuffered: Bool = false
  ) {
    self.binary = binary
    self.encoding = encoding
    self.newline = newline
    givenMode = mode
    self.isLineBuffered = isLineBuffered
    super.init(type)
  }

  var encodingName: String { encoding.name }
  var errorsName: String { encoding.errors }
  /// The name of the file below, unbound where it has none.
  var name: Value { binary.name }
  var mode: String? { givenMode }

  /// `newlines`: the ends of lines met so far.
  var newlinesMet: Value {
    let names = ["\r", "\n", "\r\n"].enumerated().filter { seenNewlines & 1 << $0.offset != 0 }.map { $0.element }
    switch names.count {
    case 0: return .none
    case 1: return .text(names[0])
    default: return .tuple(ContiguousArray(names.map { .text($0) }))
    }
  }

  override func ensureOpen(_ operation: String, _ f: Frame) throws(Raised) {
    if isDetached { throw f.valueError("underlying buffer has been detached") }
    if binary.isClosed { throw f.valueError("I/O operation on closed file.") }
  }

  override var isReadable: Bool { binary.isReadable }
  override var isWritable: Bool { binary.isWritable }

  override func isSeekable(_ f: Frame) throws(Raised) -> Bool { try binary.isSeekable(f) }

  // MARK: Reading

  private func ensureReadable(_ f: Frame) throws(Raised) {
    try ensureOpen("read", f)
    if !binary.isReadable { throw f.unsupportedOperation("not readable") }
  }

  /// Reads more bytes. False at the end of the file.
  private func fill(_ f: Frame) throws(Raised) -> Bool {
    let more = try binary.readSome(OutputStream.blockSize, f)
    if position > 0 {
      pending.removeFirst(position)
      position = 0
    }
    pending += more
    if isAtStart, encoding.form == .utf8WithSignature, pending.count >= 3 || more.isEmpty {
      if pending.starts(with: TextEncoding.signature) { pending.removeFirst(3) }
    }
    if !more.isEmpty { isAtStart = false }
    return !more.isEmpty
  }

  /// Decodes the next bytes, up to `end`, and translates their ends of lines.
  private func take(upTo end: Int, _ f: Frame) throws(Raised) -> Str {
    let bytes = Array(pending[position..<end])
    position = end
    guard newline == .universal || newline == .untranslated, bytes.contains(13) else {
      if newline == .universal || newline == .untranslated, bytes.contains(10) { seenNewlines |= 2 }
      return try encoding.decode(bytes, f)
    }
    return try encoding.decode(translated(bytes), f)
  }

  private func translated(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let isPair = bytes[index] == 13 && index + 1 < bytes.count && bytes[index + 1] == 10
      switch bytes[index] {
      case 13: seenNewlines |= isPair ? 4 : 1
      case 10: seenNewlines |= 2
      default: break
      }
      if newline == .universal && bytes[index] == 13 {
        result.append(10)
        index += isPair ? 2 : 1
      } else {
        result.append(bytes[index])
        index += 1
        if isPair {
          result.append(10)
          index += 1
        }
      }
    }
    return result
  }

  override func read(_ count: Int?, _ f: Frame) throws(Raised) -> Value {
    try ensureReadable(f)
    guard let count else {
      pending.removeFirst(position)
      position = 0
      if isAtStart { _ = try fill(f) }
      pending += try binary.readBytes(nil, f)
      telling = true
      return .object(try take(upTo: pending.count, f))
    }
    var end = 0
    while true {
      let (found, complete) = extent(of: count)
      end = found
      if complete { break }
      if try !fill(f) {
        // What is incomplete at the end of the file is the decoder's to report.
        end = pending.count
        break
      }
    }
    return .object(try take(upTo: end, f))
  }

  /// Where the next `count` characters end among the pending bytes, and whether they are all there.
  private func extent(of count: Int) -> (end: Int, complete: Bool) {
    var index = position
    for _ in 0..<count {
      guard index < pending.count else { return (index, false) }
      let byte = pending[index]
      if byte == 13, newline == .universal {
        // Whether it is a `\r\n` shows only with the next byte.
        guard index + 1 < pending.count else { return (index, false) }
        index += pending[index + 1] == 10 ? 2 : 1
      } else {
        let length = characterLength(byte)
        guard index + length <= pending.count else { return (index, false) }
        index += length
      }
    }
    return (index, true)
  }

  /// The bytes of the character that a byte begins.
  private func characterLength(_ lead: UInt8) -> Int {
    guard encoding.form == .utf8 || encoding.form == .utf8WithSignature else { return 1 }
    return lead < 0xc2 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 1
  }

  override func readLine(_ limit: Int?, _ f: Frame) throws(Raised) -> Value {
    try ensureReadable(f)
    var searched = position
    while true {
      let found = lineEnd(from: searched)
      if let found, limit == nil { return .object(try take(upTo: found, f)) }
      if let limit {
        let (end, complete) = extent(of: limit)
        if let found, !complete || found <= end { return .object(try take(upTo: found, f)) }
        if complete { return .object(try take(upTo: end, f)) }
      }
      let unsearched = max(pending.count - 1, position) - position
      if try !fill(f) { return .object(try take(upTo: lineEndAtEnd(), f)) }
      searched = position + unsearched
    }
  }

  /// Past the end of the first line, nil where it does not end among the pending bytes.
  private func lineEnd(from start: Int) -> Int? {
    switch newline {
    case .lineFeed: return pending[start...].firstIndex(of: 10).map { $0 + 1 }
    case .carriageReturn: return pending[start...].firstIndex(of: 13).map { $0 + 1 }
    case .both:
      var index = start
      while let found = pending[index...].firstIndex(of: 13) {
        if found + 1 < pending.count, pending[found + 1] == 10 { return found + 2 }
        index = found + 1
      }
      return nil
    case .universal, .untranslated:
      guard let found = pending[start...].firstIndex(where: { $0 == 10 || $0 == 13 }) else { return nil }
      if pending[found] == 10 { return found + 1 }
      guard found + 1 < pending.count else { return nil }
      return pending[found + 1] == 10 ? found + 2 : found + 1
    }
  }

  /// The end of the first line when no more bytes come.
  private func lineEndAtEnd() -> Int {
    lineEnd(from: position) ?? pending.count
  }

  override func willIterate() {
    telling = false
  }

  /// Iteration is over: `tell` works again.
  func didIterate() {
    telling = true
  }

  // MARK: Writing

  override func write(_ data: Value, _ f: Frame) throws(Raised) -> Int {
    guard let text = data.payload.str else {
      throw f.typeError("write() argument must be str, not \(f.typeName(data))")
    }
    try ensureOpen("write", f)
    if !binary.isWritable { throw f.unsupportedOperation("not writable") }
    pending.removeAll()
    position = 0
    try writeEncoded(text, f)
    if isLineBuffered || writesThrough, writesThrough || containsLineEnd(text) { try binary.flush(f) }
    return text.count
  }

  private func writeEncoded(_ text: Str, _ f: Frame) throws(Raised) {
    let translates = newline == .carriageReturn || newline == .both
    let isPlain = text.isASCII || encoding.form == .utf8 && !text.hasSurrogates
    if isPlain, !translates, encoding.form != .utf8WithSignature, let file = binary as? DescriptorFile {
      isAtStart = false
      return try file.writeText(text, f)
    }
    var bytes = try encoding.encode(text, f)
    if translates {
      let end = Array(newline.rawValue.utf8)
      bytes = Array(bytes.split(separator: 10, omittingEmptySubsequences: false).joined(separator: end))
    }
    if encoding.form == .utf8WithSignature, isAtStart, try binary.isSeekable(f) ? try binary.tell(f) == 0 : true {
      bytes = TextEncoding.signature + bytes
    }
    isAtStart = false
    try binary.writeBytes(bytes, f)
  }

  private func containsLineEnd(_ text: Str) -> Bool {
    text.width == .one ? text.narrow.contains { $0 == 10 || $0 == 13 } : text.wide.contains { $0 == 10 || $0 == 13 }
  }

  override func flush(_ f: Frame) throws(Raised) {
    try ensureOpen("flush", f)
    telling = true
    try binary.flush(f)
  }

  override func close(_ f: Frame) throws(Raised) {
    if isDetached { throw f.valueError("underlying buffer has been detached") }
    try binary.close(f)
    isClosed = true
  }

  // MARK: Position

  override func seek(_ offset: Int, _ whence: Int, _ f: Frame) throws(Raised) -> Int {
    try ensureOpen("seek", f)
    if try !binary.isSeekable(f) { throw f.unsupportedOperation("underlying stream is not seekable") }
    var target = offset
    switch whence {
    case 0: if offset < 0 { throw f.valueError("negative seek position \(offset)") }
    case 1:
      if offset != 0 { throw f.unsupportedOperation("can't do nonzero cur-relative seeks") }
      target = try tell(f)
    case 2: if offset != 0 { throw f.unsupportedOperation("can't do nonzero end-relative seeks") }
    default: throw f.valueError("invalid whence (\(whence), should be 0, 1 or 2)")
    }
    try binary.flush(f)
    pending.removeAll()
    position = 0
    telling = true
    isAtStart = target == 0
    return try binary.seek(target, whence == 2 ? 2 : 0, f)
  }

  override func tell(_ f: Frame) throws(Raised) -> Int {
    try ensureOpen("tell", f)
    if try !binary.isSeekable(f) { throw f.unsupportedOperation("underlying stream is not seekable") }
    if !telling { throw f.error(f.types[.OSError], .text("telling position disabled by next() call")) }
    return try binary.tell(f) - (pending.count - position)
  }

  override func truncate(_ size: Int?, _ f: Frame) throws(Raised) -> Int {
    try ensureOpen("truncate", f)
    try binary.flush(f)
    return try binary.truncate(size, f)
  }

  override func fileDescriptor(_ f: Frame) throws(Raised) -> Int32 { try binary.fileDescriptor(f) }
  override func isTerminal(_ f: Frame) throws(Raised) -> Bool { try binary.isTerminal(f) }

  func detach(_ f: Frame) throws(Raised) -> Value {
    try flush(f)
    isDetached = true
    return .object(binary)
  }

  /// `reconfigure`; nil leaves a setting as it is.
  func reconfigure(
    encoding: TextEncoding?, newline: Newline?, lineBuffering: Bool?, writeThrough: Bool?, _ f: Frame
  ) throws(Raised) {
    if encoding != nil || newline != nil, !isAtStart, binary.isReadable, !binary.isWritable {
      throw f.unsupportedOperation("It is not possible to set the encoding or newline of stream after the first read")
    }
    try binary.flush(f)
    if let encoding { self.encoding = encoding }
    if let newline { self.newline = newline }
    if let lineBuffering { isLineBuffered = lineBuffering }
    if let writeThrough { writesThrough = writeThrough }
  }
}
