// Assignments, and what may stand on their left.

extension Parser {
  /// ```ebnf
  /// expressionStatement = { starTargets "=" } assignedValue | singleTarget augmentedOperator assignedValue
  ///   | annotationTarget ":" expression [ "=" assignedValue ] ;
  /// ```
  mutating func expressionStatement() throws(Failure) -> Statement {
    try checkStatementStart()
    let start = start
    let value = try assignedValue()
    if at(.equal) { return try assignment(to: value, start) }
    if at(.colon) { return try annotatedAssignment(to: value, start) }
    if let sign = augmentedOperator() {
      try singleTarget(value)
      try advance()
      let right = try assignedValue()
      return Statement(.augmentedAssign(target: value, sign, value: right), range(from: start))
    }
    return Statement(.expression(value), range(from: start))
  }

  private mutating func assignment(to first: Expression, _ start: Int32) throws(Failure) -> Statement {
    try checkFirstTarget(first, start)
    var targets: [Expression] = []
    var value = first
    while at(.equal) {
      try starTargets(value, for: .assignment)
      targets.append(value)
      try advance()
      value = try assignedValue()
    }
    return Statement(.assign(targets: targets, value: value), range(from: start))
  }

  private mutating func annotatedAssignment(to target: Expression, _ start: Int32) throws(Failure) -> Statement {
    let colon = try advance()
    guard token.kind.startsExpression else {
      throw annotationTarget(target) == nil ? unexpected("an annotation after ':'") : misplacedColon(colon)
    }
    let annotation = try expression()
    if let failure = annotationTarget(target) { throw failure }
    let value = try accept(.equal) ? try assignedValue() : nil
    return Statement(.annotatedAssign(target: target, annotation: annotation, value: value), range(from: start))
  }

  /// ```ebnf
  /// augmentedOperator = "+=" | "-=" | "*=" | "/=" | "//=" | "%=" | "@=" | "&=" | "|=" | "^=" | "<<=" | ">>=" | "**=" ;
  /// ```
  func augmentedOperator() -> BinaryOperator? {
    switch token.kind {
    case .plusEqual: .add
    case .minusEqual: .subtract
    case .starEqual: .multiply
    case .slashEqual: .divide
    case .doubleSlashEqual: .floorDivide
    case .percentEqual: .modulo
    case .atEqual: .matrixMultiply
    case .ampersandEqual: .bitAnd
    case .barEqual: .bitOr
    case .caretEqual: .bitXor
    case .leftShiftEqual: .leftShift
    case .rightShiftEqual: .rightShift
    case .doubleStarEqual: .power
    default: nil
    }
  }

  // MARK: Targets

  /// What a target is for.
  enum TargetUse {
    case assignment, deletion

    var verb: String { self == .deletion ? "delete" : "assign to" }
  }

  /// ```ebnf
  /// starTargets = starTarget { "," starTarget } [ "," ] ;
  /// starTarget = [ "*" ] target ;
  /// target = name | primary "." name | primary "[" slices "]" | "(" [ target | starTarget "," [ starTargets ] ] ")"
  ///   | "[" [ starTargets ] "]" ;
  /// ```
  /// Checks that an expression that was parsed is one.
  func starTargets(_ expression: Expression, for use: TargetUse) throws(Failure) {
    if case .yield = expression.kind { throw Failure("assignment to yield expression not possible", expression.range) }
    if case .yieldFrom = expression.kind {
      throw Failure("assignment to yield expression not possible", expression.range)
    }
    if let wrong = expression.invalidTarget(for: use) {
      throw Failure("cannot \(use.verb) \(wrong.description)", wrong.range)
    }
  }

  /// ```ebnf
  /// singleTarget = name | primary "." name | primary "[" slices "]" | "(" singleTarget ")" ;
  /// ```
  /// Checks that an expression that was parsed is one.
  func singleTarget(_ expression: Expression) throws(Failure) {
    switch expression.kind {
    case .name, .attribute, .subscript_: return
    default:
      throw Failure(
        "'\(expression.description)' is an illegal expression for augmented assignment", expression.range)
    }
  }

  /// ```ebnf
  /// annotationTarget = singleTarget ;
  /// ```
  /// What is wrong with an expression that was parsed, if it is none.
  func annotationTarget(_ expression: Expression) -> Failure? {
    switch expression.kind {
    case .name, .attribute, .subscript_: nil
    case .list, .tuple: Failure("only single target (not \(expression.description)) can be annotated", expression.range)
    default: Failure("illegal target for annotation", expression.range)
    }
  }

  /// ```ebnf
  /// delStatement = "del" delTarget { "," delTarget } [ "," ] ;
  /// delTarget = name | primary "." name | primary "[" slices "]"
  ///   | "(" [ delTarget [ "," [ delTarget { "," delTarget } [ "," ] ] ] ] ")"
  ///   | "[" [ delTarget { "," delTarget } [ "," ] ] "]" ;
  /// ```
  mutating func delStatement() throws(Failure) -> Statement {
    let start = start
    try expect(.del)
    var targets: [Expression] = []
    repeat {
      let target = try starExpression()
      try starTargets(target, for: .deletion)
      targets.append(target)
    } while try accept(.comma) && startsStarExpression
    return Statement(.delete(targets), range(from: start))
  }

  /// ```ebnf
  /// loopTargets = starTargets ;
  /// ```
  /// The targets of a `for`: parsed up to the level that leaves the `in` alone.
  mutating func loopTargets() throws(Failure) -> Expression {
    let targets = try loopVariables()
    try starTargets(targets, for: .assignment)
    return targets
  }

  /// What stands where the targets of a `for` should.
  mutating func loopVariables() throws(Failure) -> Expression {
    let start = start
    let first = at(.star) ? try starred() : try bitwiseOr()
    var targets = first
    if at(.comma) {
      var items = [first]
      while try accept(.comma), startsStarExpression {
        items.append(at(.star) ? try starred() : try bitwiseOr())
      }
      targets = Expression(.tuple(items), range(from: start))
    }
    return targets
  }
}

extension Expression {
  /// The part of a would-be target that cannot be assigned to or deleted.
  func invalidTarget(for use: Parser.TargetUse) -> Expression? {
    switch kind {
    case .name, .attribute, .subscript_: nil
    case .list(let items), .tuple(let items):
      items.lazy.compactMap { $0.invalidTarget(for: use) }.first
    case .starred(let value): use == .deletion ? self : value.invalidTarget(for: use)
    default: self
    }
  }

  /// What messages call this expression.
  var description: String {
    switch kind {
    case .name: "name"
    case .constant(.none): "None"
    case .constant(.true_): "True"
    case .constant(.false_): "False"
    case .constant(.ellipsis): "ellipsis"
    case .constant: "literal"
    case .formatted: "f-string expression"
    case .unary, .binary, .and, .or: "expression"
    case .comparison: "comparison"
    case .conditional: "conditional expression"
    case .lambda: "lambda"
    case .call: "function call"
    case .attribute: "attribute"
    case .subscript_: "subscript"
    case .slice: "slice"
    case .starred: "starred"
    case .list: "list"
    case .tuple: "tuple"
    case .set: "set display"
    case .dict: "dict literal"
    case .comprehension(.list, _, _, _): "list comprehension"
    case .comprehension(.set, _, _, _): "set comprehension"
    case .comprehension(.dict, _, _, _): "dict comprehension"
    case .comprehension(.generator, _, _, _): "generator expression"
    case .walrus: "named expression"
    case .yield, .yieldFrom: "yield expression"
    }
  }
}
