// Compound statements: conditions, loops, `try`, `with`.

extension Parser {
  /// ```ebnf
  /// compoundStatement = ifStatement | whileStatement | forStatement | tryStatement | withStatement | matchStatement
  ///   | decorated | functionDefinition | classDefinition ;
  /// ```
  /// Nil if the present token begins none.
  mutating func compoundStatement() throws(Failure) -> Statement? {
    switch token.kind {
    case .if_: return try ifStatement()
    case .while_: return try whileStatement()
    case .for_: return try forStatement()
    case .try_: return try tryStatement()
    case .with: return try withStatement()
    case .def: return try functionDefinition(decorators: [])
    case .class_: return try classDefinition(decorators: [])
    case .at: return try decorated()
    case .async: throw excludedAsync()
    case .name: return atSoftKeyword("match") ? try matchStatement() : nil
    default: return nil
    }
  }

  /// ```ebnf
  /// ifStatement = "if" namedExpression ":" block { "elif" namedExpression ":" block } [ elseBlock ] ;
  /// ```
  mutating func ifStatement() throws(Failure) -> Statement {
    let start = start
    var branches: [Branch] = []
    repeat {
      let head = try advance()
      let test = try namedExpression()
      try colon()
      let body = try block(of: "'\(head.kind.rawValue)' statement", head.range.start)
      branches.append(Branch(test: test, body: body))
      guard branches.count <= Parser.maximumBranches else {
        throw Failure("too many branches (more than \(Parser.maximumBranches) in one 'if' statement)", token.range)
      }
    } while at(.elif)
    let otherwise = try elseBlock()
    return Statement(.if_(branches, otherwise: otherwise), range(from: start))
  }

  /// ```ebnf
  /// elseBlock = "else" ":" block ;
  /// ```
  /// Nil if there is none.
  mutating func elseBlock() throws(Failure) -> [Statement]? {
    guard at(.else_) else { return nil }
    let head = try advance()
    try require(.colon)
    return try block(of: "'else' statement", head.range.start)
  }

  /// ```ebnf
  /// whileStatement = "while" namedExpression ":" block [ elseBlock ] ;
  /// ```
  mutating func whileStatement() throws(Failure) -> Statement {
    let start = start
    try expect(.while_)
    let test = try namedExpression()
    try colon()
    let body = try block(of: "'while' statement", start)
    let otherwise = try elseBlock()
    return Statement(.while_(test, body: body, otherwise: otherwise), range(from: start))
  }

  /// ```ebnf
  /// forStatement = "for" loopTargets "in" starExpressions ":" block [ elseBlock ] ;
  /// ```
  mutating func forStatement() throws(Failure) -> Statement {
    let start = start
    try expect(.for_)
    let target = try loopTargets()
    try expect(.in_, "'in' after the loop's variables")
    let iterable = try starExpressions()
    try colon()
    let body = try block(of: "'for' statement", start)
    let otherwise = try elseBlock()
    return Statement(
      .for_(target: target, iterable: iterable, body: body, otherwise: otherwise), range(from: start))
  }

  /// ```ebnf
  /// tryStatement = "try" ":" block ( exceptClauses [ elseBlock ] [ finallyBlock ] | finallyBlock ) ;
  /// exceptClauses = exceptClause { exceptClause } | exceptStarClause { exceptStarClause } ;
  /// ```
  mutating func tryStatement() throws(Failure) -> Statement {
    let start = start
    try expect(.try_)
    try require(.colon)
    let body = try block(of: "'try' statement", start)
    var handlers: [ExceptHandler] = []
    while at(.except) {
      let head = token.range
      let handler = try exceptClause()
      if let first = handlers.first, first.isStarred != handler.isStarred {
        throw Failure("cannot have both 'except' and 'except*' on the same 'try'", head)
      }
      handlers.append(handler)
    }
    let otherwise = handlers.isEmpty ? nil : try elseBlock()
    let finally = try finallyBlock()
    guard !handlers.isEmpty || finally != nil else {
      throw Failure(
        SyntaxError("expected 'except' or 'finally' block", visible(token.range)), isIncomplete: isAtEndAfterDedents)
    }
    return Statement(
      .try_(body: body, handlers: handlers, otherwise: otherwise, finally: finally), range(from: start))
  }

  /// ```ebnf
  /// exceptClause = "except" [ expression [ "as" name ] ] ":" block ;
  /// exceptStarClause = "except" "*" expression [ "as" name ] ":" block ;
  /// ```
  mutating func exceptClause() throws(Failure) -> ExceptHandler {
    let start = start
    try advance()
    let isStarred = try accept(.star)
    if isStarred, at(.colon) || at(.newline) { throw Failure("expected one or more exception types", token.range) }
    var type: Expression?
    var name: Name?
    if !at(.colon), !at(.newline) {
      let first = self.start
      type = try expression()
      if at(.comma) { throw try unparenthesisedTypes(first) }
      if try accept(.as_) {
        name = try self.name("a name after 'as'")
      }
    }
    try colon()
    let body = try block(of: isStarred ? "'except*' statement" : "'except' statement", start)
    return ExceptHandler(isStarred: isStarred, type: type, name: name, body: body, range: range(from: start))
  }

  /// ```ebnf
  /// finallyBlock = "finally" ":" block ;
  /// ```
  /// Nil if there is none.
  mutating func finallyBlock() throws(Failure) -> [Statement]? {
    guard at(.finally) else { return nil }
    let head = try advance()
    try require(.colon)
    return try block(of: "'finally' statement", head.range.start)
  }

  /// ```ebnf
  /// withStatement = "with" ( "(" withItem { "," withItem } [ "," ] ")" | withItem { "," withItem } ) ":" block ;
  /// ```
  mutating func withStatement() throws(Failure) -> Statement {
    let start = start
    try expect(.with)
    let items = try withItems()
    try colon()
    let body = try block(of: "'with' statement", start)
    return Statement(.with(items, body: body), range(from: start))
  }

  /// The items, whose parentheses may be the statement's or the first item's own: what follows them tells.
  private mutating func withItems() throws(Failure) -> [WithItem] {
    let first = self
    var parenthesised: Failure?
    if at(.leftParenthesis) {
      do throws(Failure) {
        try advance()
        var items: [WithItem] = []
        repeat { items.append(try withItem()) } while try accept(.comma) && !at(.rightParenthesis)
        try closeBracket(.rightParenthesis)
        if at(.colon) || at(.newline) { return items }
      } catch {
        parenthesised = error
      }
      self = first
    }
    do throws(Failure) {
      var items: [WithItem] = []
      repeat { items.append(try withItem()) } while try accept(.comma)
      return items
    } catch {
      guard let parenthesised, parenthesised.error.range.end >= error.error.range.end else { throw error }
      throw parenthesised
    }
  }

  /// ```ebnf
  /// withItem = expression [ "as" starTarget ] ;
  /// ```
  mutating func withItem() throws(Failure) -> WithItem {
    let context = try expression()
    guard try accept(.as_) else { return WithItem(context: context, target: nil) }
    let target = try starExpression()
    try starTargets(target, for: .assignment)
    return WithItem(context: context, target: target)
  }
}
