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
    let excerpt = Excerpt(file, range, inner: anchor.inner, isMarked: anchor.isWorthMarking)
    return Excerpt(excerpt.lines.map { line in
      String(line.prefix(upTo: line.lastIndex { !$0.isWhitespace }.map(line.index(after:)) ?? line.startIndex))
    })
  }

  private init(_ lines: [String]) {
    self.lines = lines
  }

  private init(_ file: SourceFile, _ range: SourceRange, inner: SourceRange?, isMarked: Bool) {
    let first = file.line(at: Int(range.start))
    let last = max(first, file.line(at: max(Int(range.start), Int(range.end) - 1)))
    let indentation = (first...last).compactMap { file.indentation(ofLine: $0) }.min() ?? 0
    var shown: Set = [first, last]
    for offset in inner.map({ [$0.start, $0.end - 1] }) ?? [] {
      let line = file.line(at: Int(offset))
      shown.formUnion(max(first, line - 1)...min(last, line + 1))
    }
    var lines: [String] = []
    func show(_ line: Int) {
      let marked = MarkedLine(file, line, dropping: indentation, range, inner)
      lines.append(marked.text)
      if isMarked, !marked.markers.isEmpty { lines.append(marked.markers) }
    }
    var previous = first - 1
    for line in shown.sorted() {
      // A gap of one line is filled; a longer one is named.
      if line - previous == 2 { show(line - 1) }
      if line - previous > 2 { lines.append("...<\(line - previous - 1) lines>...") }
      show(line)
      previous = line
    }
    self.lines = lines
  }
}

extension SourceFile {
  /// How many spaces and tabs a line begins with; nil for a blank line, which has no say in what is common.
  fileprivate func indentation(ofLine line: Int) -> Int? {
    let range = byteRange(ofLine: line)
    let count = leadingSpaces(in: range)
    return count == range.count ? nil : count
  }
}
