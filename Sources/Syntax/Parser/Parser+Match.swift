// The match statement. `match` and `case` are keywords only where this statement can begin.

extension Parser {
  /// ```ebnf
  /// matchStatement = "match" subject ":" NEWLINE INDENT caseBlock { caseBlock } DEDENT ;
  /// ```
  /// Nil, and nothing passed, if the name `match` begins something else: `match(x)`, `match = 1`.
  mutating func matchStatement() throws(Failure) -> Statement? {
    let start = start
    let next = peek().kind
    guard next.startsExpression || next == .star else { return nil }
    let first = self
    let subject: Expression
    do throws(Failure) {
      try advance()
      subject = try self.subject()
      if at(.newline), next.onlyStartsExpression { throw Failure("expected ':'", visible(token.range)) }
      guard at(.colon), peek().kind == .newline else {
        self = first
        return nil
      }
    } catch {
      // What cannot be an expression either is a match statement with a mistake.
      if next.onlyStartsExpression { throw error }
      self = first
      return nil
    }
    try advance()
    try advance()
    try openBlock(of: "'match' statement", start)
    var cases: [MatchCase] = []
    repeat { cases.append(try caseBlock()) } while try !closeBlock()
    return Statement(.match(subject: subject, cases), range(from: start))
  }

  /// ```ebnf
  /// subject = namedExpression | starNamedExpression "," [ starNamedExpressions ] ;
  /// ```
  mutating func subject() throws(Failure) -> Expression {
    let start = start
    let first = try starNamedExpression()
    if at(.comma) {
      let items = try starNamedExpressions(after: first)
      return Expression(.tuple(items), range(from: start))
    }
    if case .starred = first.kind { throw unexpected("',' after a starred subject") }
    return first
  }

  /// ```ebnf
  /// caseBlock = "case" patterns [ "if" namedExpression ] ":" block ;
  /// ```
  mutating func caseBlock() throws(Failure) -> MatchCase {
    let start = start
    guard atSoftKeyword("case") else { throw unexpected("'case'") }
    try advance()
    let pattern = try patterns()
    let condition = try accept(.if_) ? try namedExpression() : nil
    try colon()
    let body = try block(of: "'case' statement", start)
    return MatchCase(pattern: pattern, condition: condition, body: body)
  }
}
