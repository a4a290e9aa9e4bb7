// Displays: parentheses, lists, sets, dicts, and the comprehensions in them.

extension Parser {
  /// ```ebnf
  /// parenthesised = "(" [ yieldExpression | namedExpression [ comprehensionClauses ]
  ///   | starNamedExpression "," [ starNamedExpressions ] ] ")" ;
  /// ```
  /// A group, a tuple or a generator. A group has the range of what it holds, the others that of their parentheses.
  mutating func parenthesised() throws(Failure) -> Expression {
    let start = start
    try expect(.leftParenthesis)
    if try accept(.rightParenthesis) { return Expression(.tuple([]), range(from: start)) }
    if at(.yield) {
      let value = try yieldExpression()
      if at(.equal) { throw Failure("assignment to yield expression not possible", value.range) }
      try closeBracket(.rightParenthesis)
      return value
    }
    if at(.doubleStar) {
      throw Failure("cannot use double starred expression here", token.range)
    }
    let first = try starNamedExpression()
    if at(.for_) || at(.async) {
      let clauses = try comprehensionClauses(of: first)
      try closeBracket(.rightParenthesis)
      return Expression(
        .comprehension(.generator, element: first, value: nil, clauses: clauses), range(from: start))
    }
    if at(.comma) {
      let items = try starNamedExpressions(after: first)
      try closeBracket(.rightParenthesis)
      return Expression(.tuple(items), range(from: start))
    }
    if case .starred = first.kind, at(.rightParenthesis) {
      throw Failure("cannot use starred expression here", first.range)
    }
    try closeBracket(.rightParenthesis)
    return first
  }

  /// ```ebnf
  /// starNamedExpressions = starNamedExpression { "," starNamedExpression } [ "," ] ;
  /// ```
  /// The rest of the list that `first` begins, up to a closing bracket.
  mutating func starNamedExpressions(after first: Expression) throws(Failure) -> [Expression] {
    var items = [first]
    let base = links
    var deepest = links
    while try accept(.comma) {
      if at(.for_) { throw unparenthesisedTarget(items) }
      guard startsStarExpression else { break }
      links = base
      items.append(try starNamedExpression())
      deepest = max(deepest, links)
      if at(.for_) { throw unparenthesisedTarget(items) }
    }
    links = deepest
    return items
  }

  /// ```ebnf
  /// list = "[" [ starNamedExpressions | namedExpression comprehensionClauses ] "]" ;
  /// ```
  mutating func list() throws(Failure) -> Expression {
    let start = start
    try expect(.leftBracket)
    if try accept(.rightBracket) { return Expression(.list([]), range(from: start)) }
    let first = try starNamedExpression()
    if at(.for_) || at(.async) {
      let clauses = try comprehensionClauses(of: first)
      try closeBracket(.rightBracket)
      return Expression(.comprehension(.list, element: first, value: nil, clauses: clauses), range(from: start))
    }
    let items = try starNamedExpressions(after: first)
    try closeBracket(.rightBracket)
    return Expression(.list(items), range(from: start))
  }

  /// ```ebnf
  /// braced = "{" [ starNamedExpressions | namedExpression comprehensionClauses
  ///   | dictItem { "," dictItem } [ "," ] | expression ":" expression comprehensionClauses ] "}" ;
  /// ```
  /// A set or a dict.
  mutating func braced() throws(Failure) -> Expression {
    let start = start
    try expect(.leftBrace)
    if try accept(.rightBrace) { return Expression(.dict([]), range(from: start)) }
    if at(.doubleStar) { return try dict(start, first: try dictItem()) }
    let firstStart = self.start
    let first = try starNamedExpression()
    if at(.colon) {
      if case .starred = first.kind { throw unexpected("',' or '}'") }
      if case .walrus = first.kind, first.range.start == firstStart { throw unexpected("',' or '}'") }
      return try dict(start, first: (first, try dictValue()))
    }
    if at(.for_) || at(.async) {
      let clauses = try comprehensionClauses(of: first)
      try closeBracket(.rightBrace)
      return Expression(.comprehension(.set, element: first, value: nil, clauses: clauses), range(from: start))
    }
    let items = try starNamedExpressions(after: first)
    try closeBracket(.rightBrace)
    return Expression(.set(items), range(from: start))
  }

  /// The rest of a dict, after its first item.
  private mutating func dict(
    _ start: Int32, first: (key: Expression?, value: Expression)
  ) throws(Failure) -> Expression {
    if at(.for_) || at(.async) {
      guard let key = first.key else {
        let stars = SourceRange(Int(first.value.range.start) - 2, Int(first.value.range.start))
        throw Failure("dict unpacking cannot be used in dict comprehension", stars)
      }
      let clauses = try comprehensionClauses(of: key)
      try closeBracket(.rightBrace)
      return Expression(
        .comprehension(.dict, element: key, value: first.value, clauses: clauses), range(from: start))
    }
    var items = [first]
    let base = links
    var deepest = links
    while try accept(.comma), !at(.rightBrace) {
      links = base
      items.append(try dictItem())
      deepest = max(deepest, links)
    }
    links = deepest
    try closeBracket(.rightBrace)
    return Expression(.dict(items), range(from: start))
  }

  /// ```ebnf
  /// dictItem = expression ":" expression | "**" bitwiseOr ;
  /// ```
  mutating func dictItem() throws(Failure) -> (key: Expression?, value: Expression) {
    if try accept(.doubleStar) { return (nil, try bitwiseOr()) }
    let key = try expression()
    guard at(.colon) else {
      throw Failure("':' expected after dictionary key", SourceRange(Int(key.range.end) - 1, Int(key.range.end)))
    }
    return (key, try dictValue())
  }

  private mutating func dictValue() throws(Failure) -> Expression {
    let colon = try advance()
    if at(.rightBrace) || at(.comma) {
      throw Failure("expression expected after dictionary key and ':'", colon.range)
    }
    if at(.star) { throw Failure("cannot use a starred expression in a dictionary value", token.range) }
    return try expression()
  }

  /// ```ebnf
  /// comprehensionClauses = comprehensionClause { comprehensionClause } ;
  /// ```
  mutating func comprehensionClauses(of element: Expression) throws(Failure) -> [ComprehensionClause] {
    if case .starred = element.kind {
      throw Failure("iterable unpacking cannot be used in comprehension", element.range)
    }
    var clauses: [ComprehensionClause] = []
    repeat { clauses.append(try comprehensionClause()) } while at(.for_) || at(.async)
    return clauses
  }

  /// ```ebnf
  /// comprehensionClause = "for" loopTargets "in" disjunction { "if" disjunction } ;
  /// ```
  mutating func comprehensionClause() throws(Failure) -> ComprehensionClause {
    if at(.async) { throw excluded("async for", token.range.union(peek().range)) }
    try expect(.for_)
    let target = try loopVariables()
    guard at(.in_) else { throw Failure("'in' expected after for-loop variables", visible(token.range)) }
    try starTargets(target, for: .assignment)
    try advance()
    let iterable = try disjunction()
    var conditions: [Expression] = []
    while try accept(.if_) { conditions.append(try disjunction()) }
    return ComprehensionClause(target: target, iterable: iterable, conditions: conditions)
  }
}
