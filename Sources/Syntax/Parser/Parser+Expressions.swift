// Expressions, from the loosest binding to the comparison.

extension Parser {
  /// ```ebnf
  /// starExpressions = starExpression { "," starExpression } [ "," ] ;
  /// ```
  /// Several make a tuple without parentheses.
  mutating func starExpressions() throws(Failure) -> Expression {
    let start = start
    let first = try starExpression()
    guard at(.comma) else { return first }
    var items = [first]
    let base = links
    var deepest = links
    while try accept(.comma), startsStarExpression {
      links = base
      items.append(try starExpression())
      deepest = max(deepest, links)
    }
    links = deepest
    return Expression(.tuple(items), range(from: start))
  }

  var startsStarExpression: Bool { token.kind.startsExpression || at(.star) }

  /// ```ebnf
  /// starExpression = starred | expression ;
  /// ```
  mutating func starExpression() throws(Failure) -> Expression {
    at(.star) ? try starred() : try expression()
  }

  /// ```ebnf
  /// starNamedExpression = starred | namedExpression ;
  /// ```
  mutating func starNamedExpression() throws(Failure) -> Expression {
    at(.star) ? try starred() : try namedExpression()
  }

  /// ```ebnf
  /// starred = "*" bitwiseOr ;
  /// ```
  mutating func starred() throws(Failure) -> Expression {
    let start = start
    try advance()
    try link()
    let value = try bitwiseOr()
    return Expression(.starred(value), range(from: start))
  }

  /// ```ebnf
  /// yieldExpression = "yield" ( "from" expression | [ starExpressions ] ) ;
  /// ```
  mutating func yieldExpression() throws(Failure) -> Expression {
    let start = start
    try expect(.yield)
    if try accept(.from) {
      let iterable = try expression()
      return Expression(.yieldFrom(iterable), range(from: start))
    }
    let value = startsStarExpression ? try starExpressions() : nil
    return Expression(.yield(value), range(from: start))
  }

  /// ```ebnf
  /// assignedValue = yieldExpression | starExpressions ;
  /// ```
  mutating func assignedValue() throws(Failure) -> Expression {
    at(.yield) ? try yieldExpression() : try starExpressions()
  }

  /// ```ebnf
  /// namedExpression = name ":=" expression | expression ;
  /// ```
  mutating func namedExpression() throws(Failure) -> Expression {
    let start = start
    let target = try expression()
    if at(.colonEqual) { return try walrus(target, start) }
    if at(.equal) { throw try misplacedAssignment(to: target, start) }
    return target
  }

  /// The rest of `name := expression`.
  mutating func walrus(_ target: Expression, _ start: Int32) throws(Failure) -> Expression {
    guard let name = bareName(target, start) else {
      throw Failure("cannot use assignment expressions with \(target.description)", target.range)
    }
    try advance()
    try link()
    let value = try expression()
    return Expression(.walrus(name, value), range(from: start))
  }

  /// The name that `expression`, whose first token begins at `start`, is; nil if it is more or has parentheses.
  func bareName(_ expression: Expression, _ start: Int32) -> Name? {
    guard case .name(let text) = expression.kind, expression.range.start == start else { return nil }
    return Name(text, expression.range)
  }

  /// ```ebnf
  /// expression = { disjunction "if" disjunction "else" } ( disjunction | lambda ) ;
  /// ```
  /// `a if b else c if d else e` is `a if b else (c if d else e)`.
  mutating func expression() throws(Failure) -> Expression {
    try descend()
    defer { ascend() }
    if at(.lambda) { return try lambda() }
    var start = start
    var last = try disjunction()
    if token.kind.onlyStartsExpression { try checkForgottenSign(after: last, start) }
    guard at(.if_) else { return last }
    var branches: [(start: Int32, then: Expression, test: Expression)] = []
    while at(.if_) {
      try advance()
      try link()
      let test = try disjunction()
      guard at(.else_) else {
        if at(.colon) { throw unexpected("'else'") }
        if token.kind.onlyStartsExpression { try checkForgottenSign(after: test, test.range.start) }
        throw Failure("expected 'else' after 'if' expression", last.range.union(test.range))
      }
      try advance()
      branches.append((start, last, test))
      start = self.start
      if at(.lambda) {
        last = try lambda()
        break
      }
      last = try disjunction()
    }
    for branch in branches.reversed() {
      last = Expression(
        .conditional(test: branch.test, then: branch.then, otherwise: last), range(from: branch.start))
    }
    return last
  }

  /// ```ebnf
  /// lambda = "lambda" [ lambdaParameters ] ":" expression ;
  /// ```
  mutating func lambda() throws(Failure) -> Expression {
    let start = start
    try expect(.lambda)
    let parameters = at(.colon) ? Parameters() : try parameters(of: .lambda, until: .colon)
    let isField = lexer.brackets.last?.role == .spec
    if at(.colon), isField {
      throw Failure(
        "f-string: lambda expressions are not allowed without parentheses",
        SourceRange(Int(start), Int(token.range.end)))
    }
    try require(.colon)
    try link()
    let body = try expression()
    return Expression(.lambda(parameters, body: body), range(from: start))
  }

  /// ```ebnf
  /// disjunction = conjunction { "or" conjunction } ;
  /// ```
  mutating func disjunction() throws(Failure) -> Expression {
    let start = start
    let first = try conjunction()
    guard at(.or) else { return first }
    var operands = [first]
    while try accept(.or) { operands.append(try conjunction()) }
    try link()
    return Expression(.or(operands), range(from: start))
  }

  /// ```ebnf
  /// conjunction = inversion { "and" inversion } ;
  /// ```
  mutating func conjunction() throws(Failure) -> Expression {
    let start = start
    let first = try inversion()
    guard at(.and) else { return first }
    var operands = [first]
    while try accept(.and) { operands.append(try inversion()) }
    try link()
    return Expression(.and(operands), range(from: start))
  }

  /// ```ebnf
  /// inversion = { "not" } comparison ;
  /// ```
  mutating func inversion() throws(Failure) -> Expression {
    var starts: [Int32] = []
    while at(.not) {
      starts.append(start)
      try advance()
      try link()
    }
    var operand = try comparison()
    for start in starts.reversed() {
      operand = Expression(.unary(.not, operand), range(from: start))
    }
    return operand
  }

  /// ```ebnf
  /// comparison = bitwiseOr { comparisonOperator bitwiseOr } ;
  /// ```
  mutating func comparison() throws(Failure) -> Expression {
    let start = start
    let first = try bitwiseOr()
    guard var sign = try comparisonOperator() else { return first }
    var rest: [(ComparisonOperator, Expression)] = []
    while true {
      if at(.not) { throw try misplacedNot() }
      rest.append((sign, try bitwiseOr()))
      guard let next = try comparisonOperator() else { break }
      sign = next
    }
    try link()
    return Expression(.comparison(first, rest: rest), range(from: start))
  }

  /// ```ebnf
  /// comparisonOperator = "==" | "!=" | "<" | "<=" | ">" | ">=" | "in" | "not" "in" | "is" [ "not" ] ;
  /// ```
  /// Passes an operator if the present token begins one.
  mutating func comparisonOperator() throws(Failure) -> ComparisonOperator? {
    switch token.kind {
    case .equalEqual:
      try advance()
      return .equal
    case .notEqual:
      try advance()
      return .notEqual
    case .less:
      try advance()
      return .less
    case .lessEqual:
      try advance()
      return .lessOrEqual
    case .greater:
      try advance()
      return .greater
    case .greaterEqual:
      try advance()
      return .greaterOrEqual
    case .in_:
      try advance()
      return .in_
    case .not:
      try advance()
      try expect(.in_, "'in' after 'not'")
      return .notIn
    case .is_:
      try advance()
      return try accept(.not) ? .isNot : .is_
    default: return nil
    }
  }
}
