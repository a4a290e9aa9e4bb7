// The source lines of a traceback's frame with the marks under the part that failed.
import Syntax

/// The lines that one frame of a traceback shows.
///
/// ```
///     total = price * count + fee()     the lines of the expression, less their common indentation
///             ~~~~~~^~~~~~~             `^` under the operator, the call's parentheses or the subscript, `~` under
///                                       the rest; only `^` where the expression has no such part
/// ```
struct MarkedSource {
  /// The text lines of the range, without trailing blanks and common indentation.
  private let source: [[UInt8]]
  /// Where the range begins in the first line and ends in the last, in bytes.
  private let start: Int
  private let end: Int
  /// Where the anchor begins and ends; nil where the whole range is marked alike.
  private let anchor: (start: Position, end: Position)?

  private struct Position {
    let line: Int
    let offset: Int
  }

  init(_ entry: ExceptionObject.TracebackEntry) {
    let file = entry.code.file
    let range = entry.location.range
    let first = file.line(at: Int(range.start))
    let last = max(first, file.line(at: Int(range.end)))
    let lines = (first...last).map { MarkedSource.withoutTrailingBlanks(file.bytes[file.byteRange(ofLine: $0)]) }
    let margin = MarkedSource.commonIndentation(lines)
    source = lines.map { Array($0.dropFirst(margin)) }
    func position(_ offset: Int32) -> Position {
      let line = file.line(at: Int(offset))
      return Position(line: line - first, offset: max(0, file.column(at: Int(offset)) - margin))
    }
    start = position(range.start).offset
    end = min(position(range.end).offset, source[source.count - 1].count)
    anchor = entry.location.anchor.map { (position($0.start), position($0.end)) }
  }

  private static func withoutTrailingBlanks(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var line = line
    while let last = line.last, isBlank(last) { line.removeLast() }
    return Array(line)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (9...13).contains(byte)
  }

  /// The length of the blanks with which every line that is not empty begins.
  private static func commonIndentation(_ lines: [[UInt8]]) -> Int {
    var margin: ArraySlice<UInt8>?
    for line in lines where !line.isEmpty {
      let indentation = line.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      guard let known = margin else {
        margin = indentation
        continue
      }
      margin = known.prefix(zip(known, indentation).prefix { $0 == $1 }.count)
    }
    return margin?.count ?? 0
  }

  // MARK: Lines

  /// The lines and marks, ready to be indented. Of a long expression only its ends and its anchor are shown.
  var lines: [String] {
    if source.allSatisfy(\.isEmpty) { return [] }
    let isMarked = showsMarks
    var shown: [[UInt8]] = []
    var previous: Int?
    func show(_ line: Int) {
      shown.append(source[line])
      if isMarked { shown.append(marks(under: line)) }
    }
    for line in significantLines {
      if let previous, line - previous == 2 {
        show(line - 1)
      } else if let previous, line - previous > 2 {
        shown.append(Array("...<\(line - previous - 1) lines>...".utf8))
      }
      show(line)
      previous = line
    }
    let margin = MarkedSource.commonIndentation(shown)
    return shown.map { String(decoding: $0.dropFirst(margin), as: UTF8.self) }
  }

  private var significantLines: [Int] {
    var lines: Set<Int> = [0, source.count - 1]
    if let anchor {
      lines.formUnion(anchor.start.line - 1...anchor.start.line + 1)
      lines.formUnion(anchor.end.line - 1...anchor.end.line + 1)
    }
    return lines.filter(source.indices.contains).sorted()
  }

  private func marks(under line: Int) -> [UInt8] {
    let text = source[line]
    let blanks = text.prefix(while: MarkedSource.isBlank).count
    let width = line == source.count - 1 ? columns(line, end) : columns(line, text.count)
    let first = line == 0 ? columns(0, start) : 0
    return (0..<width).map { column in
      if column < blanks || column < first { return UInt8(ascii: " ") }
      guard let anchor else { return UInt8(ascii: "^") }
      let isAfterStart = line > anchor.start.line
        || (line == anchor.start.line && column >= columns(line, anchor.start.offset))
      let isBeforeEnd = line < anchor.end.line
        || (line == anchor.end.line && column < columns(line, anchor.end.offset))
      return isAfterStart && isBeforeEnd ? UInt8(ascii: "^") : UInt8(ascii: "~")
    }
  }

  /// The terminal columns that the first bytes of a line take.
  private func columns(_ line: Int, _ bytes: Int) -> Int {
    String(decoding: source[line].prefix(bytes), as: UTF8.self).unicodeScalars.reduce(0) { $0 + displayWidth($1) }
  }

  // MARK: Whether to mark

  /// Marks that would say nothing are left out: under a whole line, or under the one call that the line is about.
  private var showsMarks: Bool {
    if isPlainCall { return false }
    if anchor != nil { return true }
    let last = source[source.count - 1]
    return !source[0].prefix(start).allSatisfy(MarkedSource.isBlank)
      || !last.dropFirst(end).allSatisfy(MarkedSource.isBlank)
  }

  /// Whether the lines are `return f(…)` or `target = f(…)`, and the call is what is to be marked.
  private var isPlainCall: Bool {
    let text = Array(source.joined(separator: [UInt8(ascii: "\n")]))
    guard case .complete(let module) = parse(SourceFile(name: "", bytes: text)), let statement = module.body.first else {
      return false
    }
    let call: Expression
    switch statement.kind {
    case .return_(let value?):
      guard case .call(let function, _) = value.kind, case .name = function.kind else { return false }
      call = value
    case .assign(_, let value):
      guard case .call = value.kind else { return false }
      call = value
    default: return false
    }
    let endOfRange = text.count - source[source.count - 1].count + end
    return call.range == SourceRange(start, endOfRange)
  }
}
