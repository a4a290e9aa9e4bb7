// The checks of expressions.

extension Checker {
  /// Checks an expression whose value is used. A starred one has its place only in a display, a call or a subscript.
  mutating func check(_ expression: Expression, allowsStar: Bool = false) throws(Failure) {
    warn(of: expression)
    switch expression.kind {
    case .constant: break
    case .name(let name): use(name)
    case .starred(let value):
      guard allowsStar else { throw Failure("can't use starred expression here", expression.range) }
      try check(value)
    case .list(let items), .tuple(let items), .set(let items):
      for item in items { try check(item, allowsStar: true) }
    case .formatted(let parts): try check(parts)
    case .call(let function, let arguments):
      try check(function)
      try check(arguments)
    case .lambda(let parameters, let body):
      try checkDefaults(parameters)
      try enter(.function) { checker throws(Failure) in
        try checker.bind(parameters)
        try checker.check(body)
      }
    case .comprehension(let kind, let element, let value, let clauses):
      try checkComprehension(kind, element, value, clauses)
    case .walrus(let name, let value):
      try bindWalrus(name, expression.range)
      try check(value)
    case .yield, .yieldFrom:
      try checkYield(expression)
      for child in expression.children { try check(child) }
    case .unary, .binary, .comparison, .and, .or, .conditional, .attribute, .subscript_, .slice, .dict:
      for child in expression.children { try check(child) }
    }
  }

  private mutating func check(_ parts: [FormattedPart]) throws(Failure) {
    for part in parts {
      guard case .replacement(let value, _, _, let spec, _) = part else { continue }
      try check(value)
      if let spec { try check(spec) }
    }
  }

  mutating func check(_ arguments: [Argument]) throws(Failure) {
    var keywords = KeySet<String>()
    for argument in arguments {
      if case .keyword(let name, let value) = argument {
        let range = name.range.union(value.range)
        try checkAssignable(name.text, range)
        guard keywords.insert(name.text) else {
          throw Failure("keyword argument repeated: \(name.text)", range)
        }
      }
      try check(argument.value)
    }
  }

  private func checkYield(_ expression: Expression) throws(Failure) {
    switch scope.kind {
    case .function: break
    case .comprehension(let kind): throw Failure("'yield' inside \(kind.description)", expression.range)
    case .annotation(let place):
      throw Failure("yield expression cannot be used within \(place)", expression.range)
    case .module, .class_:
      let word = if case .yieldFrom = expression.kind { "yield from" } else { "yield" }
      throw Failure("'\(word)' outside function", expression.range)
    }
  }

  // MARK: Comprehensions

  private mutating func checkComprehension(
    _ kind: ComprehensionKind, _ element: Expression, _ value: Expression?, _ clauses: [ComprehensionClause]
  ) throws(Failure) {
    // The first iterable belongs to the scope around the comprehension.
    try checkIterable(clauses[0].iterable)
    try enter(.comprehension(kind)) { checker throws(Failure) in
      for (index, clause) in clauses.enumerated() {
        try checker.bindIteration(clause.target)
        if index > 0 { try checker.checkIterable(clause.iterable) }
        for condition in clause.conditions { try checker.check(condition) }
      }
      if let value { try checker.check(value) }
      try checker.check(element)
    }
  }

  private mutating func checkIterable(_ iterable: Expression) throws(Failure) {
    scope.iterables += 1
    try check(iterable)
    scope.iterables -= 1
  }
}

extension ComprehensionKind {
  fileprivate var description: String {
    switch self {
    case .list: "list comprehension"
    case .set: "set comprehension"
    case .dict: "dict comprehension"
    case .generator: "generator expression"
    }
  }
}
