// What the lexer makes of text: tokens and their kinds.

/// A word, sign or literal of the language, and where it stands.
public struct Token: Sendable, Hashable {
  public let kind: Kind
  public let range: SourceRange

  public init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  /// A kind's raw value is the token's spelling, or a description in words where the spelling varies.
  public enum Kind: String, Sendable, CaseIterable {
    case false_ = "False"
    case none = "None"
    case true_ = "True"
    case and
    case as_ = "as"
    case assert
    case async
    case await
    case break_ = "break"
    case class_ = "class"
    case continue_ = "continue"
    case def
    case del
    case elif
    case else_ = "else"
    case except
    case finally
    case for_ = "for"
    case from
    case global
    case if_ = "if"
    case import_ = "import"
    case in_ = "in"
    case is_ = "is"
    case lambda
    case nonlocal
    case not
    case or
    case pass
    case raise
    case return_ = "return"
    case try_ = "try"
    case while_ = "while"
    case with
    case yield

    case name = "a name"
    case number = "a number"
    case string = "a string"
    /// An f-string's prefix and opening quote.
    case formattedStart = "an f-string"
    /// Text of an f-string or of a format spec, as written.
    case formattedText = "text of an f-string"
    /// An f-string's closing quote.
    case formattedEnd = "the end of an f-string"

    case leftParenthesis = "("
    case rightParenthesis = ")"
    case leftBracket = "["
    case rightBracket = "]"
    case leftBrace = "{"
    case rightBrace = "}"
    case colon = ":"
    case colonEqual = ":="
    case comma = ","
    case semicolon = ";"
    case dot = "."
    case ellipsis = "..."
    case arrow = "->"
    case exclamation = "!"
    case equal = "="

    case plus = "+"
    case minus = "-"
    case star = "*"
    case doubleStar = "**"
    case slash = "/"
    case doubleSlash = "//"
    case percent = "%"
    case at = "@"
    case leftShift = "<<"
    case rightShift = ">>"
    case ampersand = "&"
    case bar = "|"
    case caret = "^"
    case tilde = "~"

    case equalEqual = "=="
    case notEqual = "!="
    case less = "<"
    case lessEqual = "<="
    case greater = ">"
    case greaterEqual = ">="

    case plusEqual = "+="
    case minusEqual = "-="
    case starEqual = "*="
    case doubleStarEqual = "**="
    case slashEqual = "/="
    case doubleSlashEqual = "//="
    case percentEqual = "%="
    case atEqual = "@="
    case leftShiftEqual = "<<="
    case rightShiftEqual = ">>="
    case ampersandEqual = "&="
    case barEqual = "|="
    case caretEqual = "^="

    case newline = "the end of the line"
    case indent = "an indent"
    case dedent = "the end of the block"
    case end = "the end of the file"
    /// Only where comments are asked for.
    case comment = "a comment"
    /// A character that begins no token: `$`, `?` or a backquote.
    case unknown = "an unknown character"
  }
}

extension Token.Kind {
  /// Whether this is a hard keyword.
  public var isKeyword: Bool {
    switch self {
    case .false_, .none, .true_, .and, .as_, .assert, .async, .await, .break_, .class_, .continue_, .def, .del, .elif,
      .else_, .except, .finally, .for_, .from, .global, .if_, .import_, .in_, .is_, .lambda, .nonlocal, .not, .or,
      .pass, .raise, .return_, .try_, .while_, .with, .yield:
      true
    default: false
    }
  }

  /// Whether this is a keyword that no expression holds.
  var isStatementKeyword: Bool {
    switch self {
    case .and, .or, .not, .in_, .is_, .if_, .else_, .for_, .lambda, .yield, .await: false
    default: isKeyword
    }
  }

  /// Whether an expression may begin with this token and cannot go on with it: `-` and `(` may do both.
  var onlyStartsExpression: Bool {
    switch self {
    case .name, .number, .string, .formattedStart, .true_, .false_, .none, .ellipsis, .lambda, .tilde, .leftBrace,
      .await:
      true
    default: false
    }
  }

  /// Whether an expression may begin with this token.
  var startsExpression: Bool {
    switch self {
    case .not, .minus, .plus, .leftParenthesis, .leftBracket: true
    default: onlyStartsExpression
    }
  }

  /// How a message names this token: `')'`, or in words where the spelling varies.
  var description: String {
    switch self {
    case .name, .number, .string, .formattedStart, .formattedText, .formattedEnd, .newline, .indent, .dedent, .end,
      .comment, .unknown:
      rawValue
    default: "'\(rawValue)'"
    }
  }
}

/// Whether `text` is a hard keyword, as Python's `keyword.iskeyword` says.
public func isKeyword(_ text: String) -> Bool {
  Token.Kind(rawValue: text)?.isKeyword ?? false
}

/// Python's hard keywords.
public var keywords: [String] { Token.Kind.allCases.filter(\.isKeyword).map(\.rawValue) }

/// Whether `text` has the form of a name, as Python's `str.isidentifier` says: keywords have it too.
public func isIdentifier(_ text: String) -> Bool {
  let scalars = text.unicodeScalars
  guard let first = scalars.first, first.startsIdentifier else { return false }
  return scalars.dropFirst().allSatisfy(\.continuesIdentifier)
}

extension Unicode.Scalar {
  var startsIdentifier: Bool { self == "_" || properties.isXIDStart }
  var continuesIdentifier: Bool { properties.isXIDContinue }
}
