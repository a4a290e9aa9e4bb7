// All tokens of a text at once, for editors.

/// The tokens of a text, comments and layout included, up to its end or to the first mistake of form.
///
/// - Returns: The tokens, the last of them ``Token/Kind/end`` if the whole text could be read; and the mistake that
///   stopped the lexer otherwise.
public func tokenize(_ file: SourceFile) -> (tokens: [Token], error: SyntaxError?) {
  var tokens: [Token] = []
  do throws(Failure) {
    try checkEncoding(file)
    var lexer = Lexer(file, keepsComments: true)
    repeat { tokens.append(try lexer.next()) } while tokens[tokens.count - 1].kind != .end
    return (tokens, nil)
  } catch {
    return (tokens, error.error)
  }
}
