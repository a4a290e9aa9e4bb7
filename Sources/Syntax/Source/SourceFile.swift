// Source text with its name and its line table.

/// A script's text: UTF-8 bytes, the name that tracebacks show, and where each line begins.
public final class SourceFile: Sendable {
  /// The name that tracebacks print, e.g. `lab.ppd` or `<ppd:3>`.
  public let name: String
  /// Where the file is, whatever folder the program goes to later; the name for a text that is no file.
  public let path: String
  /// The text. Line ends are as in the file.
  public let bytes: [UInt8]
  /// Offset of each line's first byte.
  let lineStarts: [Int32]
  /// Whether tracebacks show its lines. They don't for a text that a script made up at run time.
  public let isShown: Bool

  public init(name: String, path: String? = nil, bytes: [UInt8], isShown: Bool = true) {
    self.name = name
    self.path = path ?? name
    self.bytes = bytes
    self.isShown = isShown
    var starts: [Int32] = [0]
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      i += 1
      if byte == UInt8(ascii: "\r"), i < bytes.count, bytes[i] == UInt8(ascii: "\n") { i += 1 }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { starts.append(Int32(clamping: i)) }
    }
    lineStarts = starts
  }

  public convenience init(name: String, text: String, isShown: Bool = true) {
    self.init(name: name, bytes: Array(text.utf8), isShown: isShown)
  }

  /// The 1-based line that holds the byte at `offset`.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The 0-based column of the byte at `offset`, in bytes.
  public func column(at offset: Int) -> Int {
    offset - Int(lineStarts[line(at: offset) - 1])
  }

  /// Offsets of a 1-based line's bytes, without its line end.
  public func byteRange(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
    let start = Int(lineStarts[line - 1])
    var end = line < lineStarts.count ? Int(lineStarts[line]) : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// A 1-based line's text, without its line end.
  public func text(ofLine line: Int) -> String {
    String(decoding: bytes[byteRange(ofLine: line)], as: UTF8.self)
  }

  /// The text in `range`.
  public func text(in range: SourceRange) -> String {
    let start = min(max(0, Int(range.start)), bytes.count)
    let end = min(max(start, Int(range.end)), bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
