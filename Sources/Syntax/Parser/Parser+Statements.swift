// Statements: lines, blocks and the small statements.

extension Parser {
  /// ```ebnf
  /// module = { statement } END ;
  /// ```
  mutating func module() throws(Failure) -> [Statement] {
    var statements: [Statement] = []
    while !at(.end) { try statement(into: &statements) }
    return statements
  }

  /// ```ebnf
  /// statement = compoundStatement | simpleStatements ;
  /// ```
  mutating func statement(into statements: inout [Statement]) throws(Failure) {
    links = 0
    if let compound = try compoundStatement() {
      statements.append(compound)
    } else {
      try simpleStatements(into: &statements)
    }
  }

  /// ```ebnf
  /// simpleStatements = simpleStatement { ";" simpleStatement } [ ";" ] NEWLINE ;
  /// ```
  mutating func simpleStatements(into statements: inout [Statement]) throws(Failure) {
    repeat {
      links = 0
      lineStart = start
      statements.append(try simpleStatement())
    } while try accept(.semicolon) && !at(.newline)
    try endLine()
  }

  private mutating func endLine() throws(Failure) {
    guard at(.newline) else { throw unexpectedAfterStatement() }
    try advance()
  }

  /// ```ebnf
  /// simpleStatement = "pass" | "break" | "continue" | delStatement | returnStatement | raiseStatement
  ///   | globalStatement | nonlocalStatement | importStatement | fromStatement | assertStatement
  ///   | typeStatement | expressionStatement ;
  /// ```
  mutating func simpleStatement() throws(Failure) -> Statement {
    switch token.kind {
    case .pass: return Statement(.pass, try advance().range)
    case .break_: return Statement(.break_, try advance().range)
    case .continue_: return Statement(.continue_, try advance().range)
    case .del: return try delStatement()
    case .return_: return try returnStatement()
    case .raise: return try raiseStatement()
    case .global: return try globalStatement()
    case .nonlocal: return try nonlocalStatement()
    case .import_: return try importStatement()
    case .from: return try fromStatement()
    case .assert: return try assertStatement()
    default:
      if let alias = try typeStatement() { return alias }
      return try expressionStatement()
    }
  }

  /// ```ebnf
  /// returnStatement = "return" [ starExpressions ] ;
  /// ```
  mutating func returnStatement() throws(Failure) -> Statement {
    let start = start
    try expect(.return_)
    let value = startsStarExpression ? try starExpressions() : nil
    return Statement(.return_(value), range(from: start))
  }

  /// ```ebnf
  /// raiseStatement = "raise" [ expression [ "from" expression ] ] ;
  /// ```
  mutating func raiseStatement() throws(Failure) -> Statement {
    let start = start
    try expect(.raise)
    let exception = token.kind.startsExpression ? try expression() : nil
    if let exception, at(.comma) {
      let text = file.text(in: exception.range)
      throw Failure("invalid syntax: an exception's message is its argument: 'raise \(text)(...)'", token.range)
    }
    var cause: Expression?
    if exception != nil, try accept(.from) { cause = try expression() }
    return Statement(.raise(exception, cause: cause), range(from: start))
  }

  /// ```ebnf
  /// globalStatement = "global" name { "," name } ;
  /// ```
  mutating func globalStatement() throws(Failure) -> Statement {
    let start = start
    try expect(.global)
    return Statement(.global(try names()), range(from: start))
  }

  /// ```ebnf
  /// nonlocalStatement = "nonlocal" name { "," name } ;
  /// ```
  mutating func nonlocalStatement() throws(Failure) -> Statement {
    let start = start
    try expect(.nonlocal)
    return Statement(.nonlocal(try names()), range(from: start))
  }

  private mutating func names() throws(Failure) -> [Name] {
    var names = [try name()]
    while try accept(.comma) { names.append(try name()) }
    return names
  }

  /// ```ebnf
  /// assertStatement = "assert" expression [ "," expression ] ;
  /// ```
  mutating func assertStatement() throws(Failure) -> Statement {
    let start = start
    try expect(.assert)
    let test = try expression()
    let message = try accept(.comma) ? try expression() : nil
    return Statement(.assert(test, message: message), range(from: start))
  }

  // MARK: Blocks

  /// ```ebnf
  /// block = NEWLINE INDENT statement { statement } DEDENT | simpleStatements ;
  /// ```
  /// The body of `owner`, as messages name it, whose first word stands at `start`.
  mutating func block(of owner: String, _ start: Int32) throws(Failure) -> [Statement] {
    var statements: [Statement] = []
    guard try accept(.newline) else {
      if at(.newline) || at(.end) || token.kind.startsCompoundStatement {
        throw unexpected("a simple statement or a new line after ':'")
      }
      try simpleStatements(into: &statements)
      return statements
    }
    try openBlock(of: owner, start)
    while try !closeBlock() { try statement(into: &statements) }
    return statements
  }

  /// Passes the indent of a body.
  mutating func openBlock(of owner: String, _ start: Int32) throws(Failure) {
    guard at(.indent) else {
      let message = "expected an indented block after \(owner) on line \(file.line(at: Int(start)))"
      throw Failure(
        SyntaxError(message, placeOfBlock, kind: .indentation), isIncomplete: at(.end) || isAtEndAfterDedents)
    }
    try advance()
  }

  /// Passes the end of a body, if the present token is one.
  mutating func closeBlock() throws(Failure) -> Bool {
    try accept(.dedent)
  }

  /// Where a message about a missing body points: at the word that stands there instead.
  private var placeOfBlock: SourceRange {
    visible(at(.dedent) ? peekPastDedents().range : token.range)
  }

  /// Whether nothing but the ends of blocks is left.
  var isAtEndAfterDedents: Bool {
    at(.end) || at(.dedent) && peekPastDedents().kind == .end
  }

  private func peekPastDedents() -> Token {
    var lexer = lexer
    do {
      var next = try lexer.next()
      while next.kind == .dedent { next = try lexer.next() }
      return next
    } catch {
      return token
    }
  }

  /// Passes the colon that ends a compound statement's head.
  mutating func colon() throws(Failure) {
    if at(.newline) { throw Failure("expected ':'", visible(token.range)) }
    try expect(.colon)
  }
}

extension Token.Kind {
  var startsCompoundStatement: Bool {
    switch self {
    case .if_, .while_, .for_, .try_, .with, .def, .class_, .at, .async: true
    default: false
    }
  }
}
