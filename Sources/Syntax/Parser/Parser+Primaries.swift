// Primaries: atoms and the calls, subscripts and attributes that follow them.

extension Parser {
  /// ```ebnf
  /// primary = atom { "." name | "(" [ arguments | generatorArgument ] ")" | "[" slices "]" } ;
  /// ```
  mutating func primary() throws(Failure) -> Expression {
    let start = start
    var value = try atom()
    while true {
      switch token.kind {
      case .dot:
        try link()
        try advance()
        let name = try name("an attribute's name after '.'")
        value = Expression(.attribute(value, name), range(from: start))
      case .leftParenthesis:
        try link()
        let arguments = try arguments()
        value = Expression(.call(value, arguments), range(from: start))
      case .leftBracket:
        try link()
        try advance()
        let index = try slices()
        try closeBracket(.rightBracket)
        value = Expression(.subscript_(value, index), range(from: start))
      default:
        return value
      }
    }
  }

  /// ```ebnf
  /// slices = slice | ( slice | starred ) { "," ( slice | starred ) } [ "," ] ;
  /// ```
  mutating func slices() throws(Failure) -> Expression {
    let start = start
    let isStarred = at(.star)
    if isStarred {
      let next = peek()
      if !next.kind.startsExpression { throw Failure("Invalid star expression", next.range) }
    }
    let first = isStarred ? try starred() : try slice()
    guard isStarred || at(.comma) else { return first }
    var items = [first]
    var deepest = links
    while try accept(.comma), !at(.rightBracket) {
      items.append(at(.star) ? try starred() : try slice())
      deepest = max(deepest, links)
    }
    links = deepest
    return Expression(.tuple(items), range(from: start))
  }

  /// ```ebnf
  /// slice = [ expression ] ":" [ expression ] [ ":" [ expression ] ] | namedExpression ;
  /// ```
  mutating func slice() throws(Failure) -> Expression {
    let start = start
    let lower = at(.colon) ? nil : try namedExpression()
    guard at(.colon) else {
      guard let lower else { throw unexpected("an index") }
      return lower
    }
    if let lower, case .walrus = lower.kind, lower.range.start == start {
      throw unexpected("']'")
    }
    try advance()
    let upper = endsSlicePart ? nil : try expression()
    var step: Expression?
    if try accept(.colon) { step = endsSlicePart ? nil : try expression() }
    return Expression(.slice(lower: lower, upper: upper, step: step), range(from: start))
  }

  private var endsSlicePart: Bool { at(.colon) || at(.comma) || at(.rightBracket) }

  /// ```ebnf
  /// atom = name | "True" | "False" | "None" | "..." | NUMBER | strings | parenthesised | list | braced ;
  /// ```
  mutating func atom() throws(Failure) -> Expression {
    switch token.kind {
    case .name:
      let passed = try advance()
      return Expression(.name(identifier(passed)), passed.range)
    case .number:
      let constant = try numberValue(token)
      return Expression(.constant(constant), try advance().range)
    case .string, .formattedStart: return try strings()
    case .leftParenthesis: return try parenthesised()
    case .leftBracket: return try list()
    case .leftBrace: return try braced()
    case .true_: return Expression(.constant(.true_), try advance().range)
    case .false_: return Expression(.constant(.false_), try advance().range)
    case .none: return Expression(.constant(.none), try advance().range)
    case .ellipsis: return Expression(.constant(.ellipsis), try advance().range)
    case .await: throw excluded("await", token.range)
    default:
      throw unexpected(
        token.kind.isStatementKeyword ? "an expression, and \(token.kind.description) is a keyword" : "an expression")
    }
  }

  /// Passes the bracket that closes a display, a call or a subscript.
  mutating func closeBracket(_ kind: Token.Kind) throws(Failure) {
    guard token.kind == kind else { throw unexpected("',' or \(kind.description)") }
    try advance()
  }
}
