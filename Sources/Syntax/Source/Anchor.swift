// Which part of a failed expression a traceback points at.

/// The part of a range that counts, and whether to mark it at all.
struct Anchor {
  /// A binary operator, a call's parentheses or a subscript's brackets.
  let inner: SourceRange?
  /// False where the range is empty, the whole line, or the call that a line returns or assigns.
  let isWorthMarking: Bool

  /// Longer texts are not looked into.
  private static let maximumBytes = 100_000

  init(_ file: SourceFile, _ range: SourceRange) {
    let first = file.byteRange(ofLine: file.line(at: Int(range.start)))
    let last = file.byteRange(ofLine: file.line(at: max(Int(range.start), Int(range.end) - 1)))
    let start = min(Int(range.start), first.upperBound)
    let end = min(max(Int(range.end), last.lowerBound), last.upperBound)
    let isAlone = file.bytes[first.lowerBound..<start].isBlank && file.bytes[end..<last.upperBound].isBlank
    guard last.upperBound - first.lowerBound <= Anchor.maximumBytes else {
      inner = nil
      isWorthMarking = !isAlone
      return
    }
    inner = Anchor.inner(file, range)
    if range.start == range.end || Anchor.isResult(file, range, first.lowerBound..<last.upperBound) {
      isWorthMarking = false
    } else {
      isWorthMarking = inner != nil || !isAlone
    }
  }

  private static func inner(_ file: SourceFile, _ range: SourceRange) -> SourceRange? {
    // Between parentheses, so that lines may break anywhere; one byte before, so that offsets stay easy to compare.
    let text = [UInt8(ascii: "(")] + file.text(in: range).utf8 + [UInt8(ascii: "\n"), UInt8(ascii: ")")]
    let segment = SourceFile(name: file.name, bytes: text)
    guard let body = try? parseBody(segment), body.count == 1, case .expression(let value) = body[0].kind else {
      return nil
    }
    let found: SourceRange?
    switch value.kind {
    case .binary(let left, _, _): found = token(in: segment, after: left) { $0 != .rightParenthesis }
    case .call(let function, _): found = rest(of: value, in: segment, after: function, from: .leftParenthesis)
    case .subscript_(let object, _): found = rest(of: value, in: segment, after: object, from: .leftBracket)
    default: found = nil
    }
    let shift = Int(range.start) - 1
    return found.map { SourceRange(Int($0.start) + shift, Int($0.end) + shift) }
  }

  private static func rest(
    of whole: Expression, in file: SourceFile, after part: Expression, from opening: Token.Kind
  ) -> SourceRange? {
    token(in: file, after: part) { $0 == opening }.map { SourceRange(Int($0.start), Int(whole.range.end)) }
  }

  /// The first token after `part` that `matches`.
  private static func token(
    in file: SourceFile, after part: Expression, where matches: (Token.Kind) -> Bool
  ) -> SourceRange? {
    var lexer = Lexer(file)
    while let token = try? lexer.next(), token.kind != .end {
      if token.range.start >= part.range.end, matches(token.kind) { return token.range }
    }
    return nil
  }

  /// Whether `range` is the call that its lines return or assign: `return f(x)`, `y = f(x)`.
  private static func isResult(_ file: SourceFile, _ range: SourceRange, _ lines: Range<Int>) -> Bool {
    let start = lines.lowerBound + file.leadingSpaces(in: lines)
    let segment = SourceFile(name: file.name, bytes: Array(file.bytes[start..<max(start, lines.upperBound)]))
    guard let statement = try? parseBody(segment).first else { return false }
    let value: Expression
    switch statement.kind {
    case .return_(let result?):
      guard case .call(let function, _) = result.kind, case .name = function.kind else { return false }
      value = result
    case .assign(_, let result):
      guard case .call = result.kind else { return false }
      value = result
    default: return false
    }
    return Int(value.range.start) + start == Int(range.start) && Int(value.range.end) + start == Int(range.end)
  }
}

extension ArraySlice<UInt8> {
  fileprivate var isBlank: Bool { allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } }
}
