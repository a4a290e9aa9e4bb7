// The source lines that an error shows, with markers under a range of them.

/// Lines of source, each with a line of markers under it, in CPython's layout:
///
///     return 10 // (i - 1)
///            ~~~^^~~~~~~~~
///
/// The lines lose their common indentation. Markers are aligned by display width and keep the line's tabs.
public struct Excerpt: Sendable {
  /// The lines to print, without line ends. Indenting them is the caller's part, or ``text(indent:)``'s.
  public let lines: [String]

  /// The lines, each preceded by `indent` spaces and followed by a line feed.
  public func text(indent: Int = 4) -> String {
    lines.map { String(repeating: " ", count: indent) + $0 + "\n" }.joined()
  }

  /// Marks `range` with `~` and `inner`, the part of it that counts, with `^`; without `inner`, all of it with `^`.
  /// Of a range of many lines, only the first, the last and those around `inner` are shown.
  public init(_ file: SourceFile, _ range: SourceRange, inner: SourceRange? = nil) {
    self.init(file, range, inner: inner, isMarked: true)
  }

  /// The excerpt of a traceback: finds the part that counts itself (a binary operator, a call's parentheses, a
  /// subscript's brackets), and leaves the markers out where the range is all that the line does.
  public static func ofTraceback(_ file: SourceFile, _ range: SourceRange) -> Excerpt {
    let anchor = Anchor(file, range)
    return Excerpt(file, range, inner: anchor.inner, isMarked: anchor.isWorthMarking)
  }

  private init(_ file: SourceFile, _ range: SourceRange, inner: SourceRange?, isMarked: Bool) {
    let first = file.line(at: Int(range.start))
    let last = max(first, file.line(at: max(Int(range.start), Int(range.end) - 1)))
    let indentation = (first...last).map { file.indentation(ofLine: $0) }.min() ?? 0
    var shown: Set = [first, last]
    if let inner {
      for offset in [inner.start, inner.end - 1] {
        let line = file.line(at: Int(offset))
        shown.formUnion(max(first, line - 1)...min(last, line + 1))
      }
    }
    var lines: [String] = []
    var previous = first - 1
    for line in shown.sorted() {
      if line - previous == 2 {
        // A gap of one line is filled, not named.
        let between = MarkedLine(file, line - 1, dropping: indentation, range, inner)
        lines += isMarked ? [between.text, between.markers] : [between.text]
      } else if line - previous > 2 {
        lines.append("...<\(line - previous - 1) lines>...")
      }
      let marked = MarkedLine(file, line, dropping: indentation, range, inner)
      lines += isMarked && !marked.markers.isEmpty ? [marked.text, marked.markers] : [marked.text]
      previous = line
    }
    self.lines = lines
  }
}

/// One line of an excerpt.
struct MarkedLine {
  let text: String
  let markers: String

  /// Longer lines are cut around the range.
  private static let maximumBytes = 1000
  private static let context = 60

  init(_ file: SourceFile, _ line: Int, dropping indentation: Int, _ range: SourceRange, _ inner: SourceRange? = nil) {
    var bytes = file.byteRange(ofLine: line)
    let all = bytes
    bytes = min(bytes.lowerBound + indentation, bytes.upperBound)..<bytes.upperBound
    var start = max(Int(range.start), bytes.lowerBound)
    if Int(range.start) < bytes.lowerBound { start += file.leadingSpaces(bytes) }
    var end = max(start, min(Int(range.end), bytes.upperBound))
    if start == end, start == Int(range.start) { end += 1 }
    var prefix = ""
    var suffix = ""
    if bytes.count > MarkedLine.maximumBytes {
      let from = file.characterStart(max(bytes.lowerBound, start - MarkedLine.context))
      let to = file.characterStart(min(bytes.upperBound, start + 2 * MarkedLine.context))
      if from > bytes.lowerBound { prefix = "..." }
      if to < bytes.upperBound { suffix = "..." }
      bytes = from..<max(from, to)
      end = min(end, max(bytes.upperBound, start + 1))
    }
    func piece(_ from: Int, _ to: Int) -> String {
      let low = min(max(from, bytes.lowerBound), bytes.upperBound)
      return String(decoding: file.bytes[low..<max(low, min(to, bytes.upperBound))], as: UTF8.self)
    }
    func marks(_ from: Int, _ to: Int, _ mark: Character) -> String {
      // Past the end of the line one column stands for the line end.
      let beyond = max(0, to - max(from, all.upperBound))
      return String(repeating: mark, count: displayWidth(piece(from, to)) + (beyond > 0 && from >= all.upperBound ? 1 : 0))
    }
    text = prefix + piece(bytes.lowerBound, bytes.upperBound) + suffix
    let lead = prefix + piece(bytes.lowerBound, start)
    let blank = lead.map { $0 == "\t" ? "\t" : String(repeating: " ", count: $0.displayWidth) }.joined()
    var markers: String
    if let inner {
      let innerStart = min(max(Int(inner.start), start), end)
      let innerEnd = min(max(Int(inner.end), innerStart), end)
      markers = marks(start, innerStart, "~") + marks(innerStart, innerEnd, "^") + marks(innerEnd, end, "~")
    } else {
      markers = marks(start, end, "^")
    }
    if markers.isEmpty, start >= bytes.lowerBound, Int(range.start) >= bytes.lowerBound { markers = "^" }
    self.markers = markers.isEmpty ? "" : blank + markers
  }
}

extension SourceFile {
  /// How many spaces and tabs a line begins with; a blank line has no say in what is common.
  fileprivate func indentation(ofLine line: Int) -> Int {
    let range = byteRange(ofLine: line)
    let count = leadingSpaces(range)
    return count == range.count ? Int.max : count
  }

  fileprivate func leadingSpaces(_ range: Range<Int>) -> Int {
    bytes[range].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == 0x0C }.count
  }

  /// The beginning of the character that holds the byte at `offset`.
  fileprivate func characterStart(_ offset: Int) -> Int {
    var offset = min(offset, bytes.count)
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
