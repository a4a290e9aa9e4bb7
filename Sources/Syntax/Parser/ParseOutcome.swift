// What the parser answers.

/// The parser's answer for a text.
public enum ParseOutcome: Sendable {
  case complete(Module)
  /// The text is a beginning: an open bracket, string or block could go on. The error says what was missing.
  case incomplete(SyntaxError)
  case invalid(SyntaxError)
}

/// Something in a text that is valid and yet hardly meant.
public struct SyntaxWarning: Sendable {
  public let message: String
  public let range: SourceRange

  public init(_ message: String, _ range: SourceRange) {
    self.message = message
    self.range = range
  }
}

/// One mistake in a text: what was expected, and where.
public struct SyntaxError: Error, Sendable {
  public enum Kind: String, Sendable {
    case syntax = "SyntaxError"
    case indentation = "IndentationError"
    case tab = "TabError"
  }

  public let kind: Kind
  public let message: String
  public let range: SourceRange

  public init(_ message: String, _ range: SourceRange, kind: Kind = .syntax) {
    self.kind = kind
    self.message = message
    self.range = range
  }
}
