// One line of source with a line of markers for under it.

/// A line as a terminal shows it, and the markers of the part of a range that is on it.
struct MarkedLine {
  let text: String
  /// Empty if nothing of the range is on the line.
  let markers: String

  /// Longer lines are cut around the range.
  private static let maximumBytes = 1000
  private static let context = 60

  /// - Parameters:
  ///   - indentation: How many bytes to leave out at the line's beginning.
  ///   - inner: The part of `range` to mark with `^`, the rest with `~`; nil to mark all of it with `^`.
  init(_ file: SourceFile, _ number: Int, dropping indentation: Int, _ range: SourceRange, _ inner: SourceRange? = nil) {
    let whole = file.byteRange(ofLine: number)
    let line = min(whole.lowerBound + indentation, whole.upperBound)..<whole.upperBound
    let marked = MarkedLine.part(of: range, on: line, of: file)
    let window = MarkedLine.window(on: line, around: marked, of: file)

    func text(_ part: Range<Int>) -> String { file.printableText(part.clamped(to: window)) }
    func marks(_ part: Range<Int>, _ mark: Character) -> String {
      // One column stands for the line end.
      let lineEnd = part.upperBound > line.upperBound ? 1 : 0
      return String(repeating: mark, count: displayWidth(text(part)) + lineEnd)
    }

    let prefix = window.lowerBound > line.lowerBound ? "..." : ""
    let suffix = window.upperBound < line.upperBound ? "..." : ""
    self.text = prefix + text(window) + suffix
    guard !marked.isEmpty else {
      markers = ""
      return
    }
    let blank = (prefix + text(window.lowerBound..<max(window.lowerBound, marked.lowerBound)))
      .map { $0 == "\t" ? "\t" : String(repeating: " ", count: $0.displayWidth) }.joined()
    if let inner {
      let core = (Int(inner.start)..<Int(inner.end)).clamped(to: marked)
      markers =
        blank + marks(marked.lowerBound..<core.lowerBound, "~") + marks(core, "^")
        + marks(core.upperBound..<marked.upperBound, "~")
    } else {
      // A combining character alone has no width, and a mark all the same.
      let all = marks(marked, "^")
      markers = blank + (all.isEmpty ? "^" : all)
    }
  }

  /// The bytes of `range` on `line`, one past the line for its end; without the spaces before a line that the range
  /// goes on on.
  private static func part(of range: SourceRange, on line: Range<Int>, of file: SourceFile) -> Range<Int> {
    var start = Int(range.start)
    if start < line.lowerBound {
      start = line.lowerBound + file.leadingSpaces(in: line)
      if start == line.upperBound { return start..<start }
    }
    start = min(start, line.upperBound)
    let end = min(Int(range.end), line.upperBound)
    return start..<max(end, start + 1)
  }

  private static func window(on line: Range<Int>, around marked: Range<Int>, of file: SourceFile) -> Range<Int> {
    guard line.count > maximumBytes else { return line }
    let start = file.characterStart(max(line.lowerBound, marked.lowerBound - context))
    let end = file.characterStart(min(line.upperBound, marked.lowerBound + 2 * context))
    return start..<max(start, end)
  }
}

extension SourceFile {
  func leadingSpaces(in range: Range<Int>) -> Int {
    bytes[range].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == 0x0C }.count
  }

  /// The beginning of the character that holds the byte at `offset`.
  fileprivate func characterStart(_ offset: Int) -> Int {
    var offset = min(offset, bytes.count)
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  /// The text of `range` without control characters: nothing in a source may move the terminal's cursor.
  fileprivate func printableText(_ range: Range<Int>) -> String {
    let text = String(decoding: bytes[range], as: UTF8.self)
    guard bytes[range].contains(where: \.isControl) else { return text }
    return String(text.map { $0.utf8.allSatisfy(\.isControl) ? "\u{FFFD}" : $0 })
  }
}

extension UInt8 {
  /// Whether this is a control character other than a tab.
  fileprivate var isControl: Bool { self < 0x20 && self != UInt8(ascii: "\t") || self == 0x7F }
}
