// How the lexer and the parser stop.

/// The mistake that ended the parse, with what the caller must know to answer.
final class Failure: Error {
  let error: SyntaxError
  /// Whether more text could mend it.
  let isIncomplete: Bool
  /// Whether it is about the form of a token and not about the order of tokens.
  let isLexical: Bool
  /// How far the parser had read when it knew.
  let reach: Int32
  /// Whether it is no more than "this is not what I expected".
  let isGeneric: Bool

  init(
    _ error: SyntaxError, isIncomplete: Bool = false, isLexical: Bool = false, isGeneric: Bool = false,
    reach: Int32? = nil
  ) {
    self.error = error
    self.reach = reach ?? error.range.end
    self.isIncomplete = isIncomplete
    self.isLexical = isLexical
    self.isGeneric = isGeneric
  }

  convenience init(_ message: String, _ range: SourceRange) {
    self.init(SyntaxError(message, range))
  }
}
