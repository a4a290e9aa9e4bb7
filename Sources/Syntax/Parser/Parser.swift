// The parser's hands: the present token, how to pass it, and how to complain. The grammar is in the extensions.

/// A recursive-descent parser. Each function that parses bears the name of a rule of `grammar/ppd.ebnf`, and the rule
/// stands above it. A value: a copy is a place to come back to.
///
/// The tree it makes is never deeper than ``maximumNesting`` and ``maximumLinks`` allow, so that whoever walks or
/// frees it needs a bounded stack.
struct Parser {
  var lexer: Lexer
  /// The token that comes next.
  var token: Token
  /// Where the last token that is no layout ended.
  var previousEnd: Int32 = 0
  /// Where the present statement, or the present line of a compound one, begins.
  var lineStart: Int32 = 0
  /// How many expressions are open inside each other.
  var nesting = 0
  /// How many operators and trailers stand on each other on the way from the present place to the deepest leaf.
  var links = 0

  /// What is to be said of the literals passed so far.
  var warnings: [SyntaxWarning] = []

  /// Whether mistakes are looked into; not while trying what might stand at a place.
  var givesHints = true

  static let maximumNesting = 400
  static let maximumLinks = 3000
  static let maximumBranches = 12_000

  init(_ file: SourceFile) throws(Failure) {
    lexer = Lexer(file)
    token = try lexer.next()
    lineStart = token.range.start
  }

  var file: SourceFile { lexer.file }
  var start: Int32 { token.range.start }

  // MARK: Tokens

  /// Passes the present token and gives it.
  @discardableResult
  mutating func advance() throws(Failure) -> Token {
    let passed = token
    token = try lexer.next()
    switch passed.kind {
    case .newline, .indent, .dedent, .end: lineStart = token.range.start
    default: previousEnd = passed.range.end
    }
    return passed
  }

  func at(_ kind: Token.Kind) -> Bool { token.kind == kind }

  /// Passes the present token if it is `kind`.
  mutating func accept(_ kind: Token.Kind) throws(Failure) -> Bool {
    guard token.kind == kind else { return false }
    try advance()
    return true
  }

  /// Passes a token that CPython, too, says it expected.
  @discardableResult
  mutating func require(_ kind: Token.Kind) throws(Failure) -> Token {
    guard token.kind == kind else {
      throw Failure("expected \(kind.description)", token.range)
    }
    return try advance()
  }

  /// Passes a token without which the syntax is invalid.
  @discardableResult
  mutating func expect(_ kind: Token.Kind, _ what: String? = nil) throws(Failure) -> Token {
    guard token.kind == kind else { throw unexpected(what ?? kind.description) }
    return try advance()
  }

  /// The token after the present one; `end` where there is none.
  func peek() -> Token {
    var lexer = lexer
    do { return try lexer.next() } catch { return Token(.end, token.range) }
  }

  /// Whether the present token is the name `text`, which is a keyword only in its place.
  func atSoftKeyword(_ text: StaticString) -> Bool {
    token.kind == .name && isSpelled(token, text)
  }

  func isSpelled(_ token: Token, _ text: StaticString) -> Bool {
    let range = Int(token.range.start)..<Int(token.range.end)
    return range.count == text.utf8CodeUnitCount
      && lexer.bytes[range].elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: range.count))
  }

  /// ```ebnf
  /// name = NAME ;
  /// ```
  /// The present token as a name, NFKC-normalised.
  mutating func name(_ what: String = "a name") throws(Failure) -> Name {
    guard token.kind == .name else {
      if token.kind.isKeyword {
        throw unexpected("\(what), and \(token.kind.description) is a keyword")
      }
      throw unexpected(what)
    }
    let passed = try advance()
    return Name(identifier(passed), passed.range)
  }

  /// A name token's text, NFKC-normalised.
  func identifier(_ token: Token) -> String {
    let text = file.text(in: token.range)
    return text.utf8.count == text.unicodeScalars.count ? text : text.compatibilityComposed
  }

  // MARK: Ranges and limits

  /// From `start` to the end of the last token.
  func range(from start: Int32) -> SourceRange {
    SourceRange(Int(start), Int(previousEnd))
  }

  /// Counts an operator or trailer that stands on what was parsed before it.
  mutating func link() throws(Failure) {
    links += 1
    guard links <= Parser.maximumLinks else {
      throw Failure("too many nested operators (more than \(Parser.maximumLinks) in one expression)", token.range)
    }
  }

  /// Enters an expression inside an expression.
  mutating func descend() throws(Failure) {
    nesting += 1
    guard nesting <= Parser.maximumNesting else {
      throw Failure("too many nested expressions", token.range)
    }
  }

  mutating func ascend() {
    nesting -= 1
  }

  // MARK: Complaints

  /// "This is not what I expected here", for the present token.
  func unexpected(_ expected: String) -> Failure {
    switch token.kind {
    case .indent:
      return Failure(SyntaxError("unexpected indent", token.range, kind: .indentation))
    case .unknown:
      let character = file.text(in: token.range)
      return foreignSign() ?? Failure("invalid syntax: '\(character)' has no meaning here", token.range)
    default:
      return foreignSign()
        ?? Failure(
          SyntaxError("invalid syntax: expected \(expected)", visible(token.range)), isGeneric: true)
    }
  }

  /// `range`, widened to one column where it is empty, so that a caret has a place.
  func visible(_ range: SourceRange) -> SourceRange {
    range.start < range.end ? range : SourceRange(Int(range.start), Int(range.start) + 1)
  }

  func excluded(_ what: String, _ range: SourceRange) -> Failure {
    Failure("'\(what)' is not part of ppd", range)
  }
}
