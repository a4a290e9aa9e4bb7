// The way in: text to tree, or to one mistake.

/// Parses a text.
///
/// - Parameters:
///   - file: The text. It must be UTF-8.
///   - interactive: As at Python's prompt: a compound statement is complete only after an empty last line.
/// - Returns: The tree; or that the text is a beginning and what it lacks; or the first mistake in it.
public func parse(_ file: SourceFile, interactive: Bool = false) -> ParseOutcome {
  do throws(Failure) {
    let (body, inLiterals) = try parseText(file)
    let warnings = try Checker.check(body, of: file)
    let module = Module(file: file, body: body, warnings: inLiterals + warnings)
    if interactive, let last = body.last, last.isCompound, !file.endsInEmptyLine {
      let error = SyntaxError("expected an empty line after the block", file.endOfText)
      return .incomplete(error)
    }
    return .complete(module)
  } catch {
    // At the prompt an empty line says that the block will not come.
    let isOver = interactive && !error.isLexical && file.endsInEmptyLine
    let mistake = error.error.moved(into: file)
    return error.isIncomplete && !isOver ? .incomplete(mistake) : .invalid(mistake)
  }
}

/// The statements of a text, by the grammar alone.
func parseBody(_ file: SourceFile) throws(Failure) -> [Statement] {
  try parseText(file).body
}

/// The same, and what is to be said of the literals.
private func parseText(_ file: SourceFile) throws(Failure) -> (body: [Statement], warnings: [SyntaxWarning]) {
  try checkEncoding(file)
  var parser = try Parser(file)
  do throws(Failure) {
    return (try parser.module(), parser.warnings)
  } catch {
    throw try parser.withSuggestion(for: parser.worse(than: error))
  }
}

extension Parser {
  /// The mistake to report when `failure` stopped the parser: a bracket that was left open on an earlier line is the
  /// likelier cause, and so is a malformed token later in the same statement.
  fileprivate func worse(than failure: Failure) -> Failure {
    let isFinal = failure.isLexical || failure.isIncomplete || failure.error.kind == .indentation
    let isInField = lexer.brackets.contains { $0.role != .plain }
    guard !isFinal, !isInField else { return failure }
    var lexer = lexer
    let line = file.line(at: Int(max(failure.reach, token.range.start)))
    do throws(Failure) {
      var next = token
      while next.kind != .newline, next.kind != .end { next = try lexer.next() }
      return failure
    } catch {
      guard let open = lexer.brackets.last, lexer.position >= lexer.bytes.count else { return error }
      guard file.line(at: open.offset) < line else { return failure }
      return Failure(error.error, isLexical: true)
    }
  }
}

extension Statement {
  /// Whether this is a statement with blocks.
  var isCompound: Bool {
    switch kind {
    case .if_, .while_, .for_, .try_, .with, .function, .class_, .match: true
    default: false
    }
  }
}

extension SyntaxError {
  /// The error at the end of the last line that has text, if it was past that.
  fileprivate func moved(into file: SourceFile) -> SyntaxError {
    let end = file.endOfText
    guard range.start > end.start else { return self }
    return SyntaxError(message, end, kind: kind)
  }
}

extension SourceFile {
  /// The empty range after the last line that has text.
  fileprivate var endOfText: SourceRange {
    let end = bytes.lastIndex { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }.map { $0 + 1 } ?? 0
    return SourceRange(end, end)
  }

  /// Whether the last line that has an end is blank.
  var endsInEmptyLine: Bool {
    guard let last = bytes.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") else { return false }
    let line = byteRange(ofLine: line(at: bytes.count) - 1)
    return bytes[line].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == 0x0C }
  }
}
