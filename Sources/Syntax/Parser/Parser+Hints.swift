// Mistakes that people make, recognised where they happen.

extension Parser {
  /// `f(a b)`, `print x`, `"{}"format(x)`: an expression right after an expression. Returns where there is nothing
  /// better to say than that something else was expected.
  mutating func checkForgottenSign(after left: Expression, _ start: Int32) throws(Failure) {
    guard givesHints else { return }
    if let name = bareName(left, start), name.text == "print" || name.text == "exec" {
      if let right = try attempt({ parser throws(Failure) in try parser.starExpressions() }) {
        throw Failure(
          "Missing parentheses in call to '\(name.text)'. Did you mean \(name.text)(...)?",
          left.range.union(right.range))
      }
      return
    }
    let method = file.text(in: token.range)
    if left.isText, Parser.textMethods.contains(method), peek().kind == .leftParenthesis {
      throw Failure("invalid syntax. Perhaps you forgot a '.' before '\(method)'?", left.range.union(token.range))
    }
    guard !lexer.brackets.isEmpty, !startsWithWordOfItsOwn(start) else { return }
    // Also for what the attempt itself finds: a bracket that is never closed.
    let right = try attempt { parser throws(Failure) in try (parser.expression(), parser.start) }
    if let (right, next) = right, isInBrackets {
      let error = SyntaxError("invalid syntax. Perhaps you forgot a comma?", left.range.union(right.range))
      throw Failure(error, reach: next)
    }
  }

  /// Whether the present token stands inside of brackets. An opening brace that it is itself does not count.
  private var isInBrackets: Bool { lexer.brackets.count > (at(.leftBrace) ? 1 : 0) }

  /// The methods of strings that are called on a literal.
  private static let textMethods: Set = [
    "capitalize", "center", "count", "decode", "encode", "endswith", "find", "format", "format_map", "index", "isdigit",
    "join", "ljust", "lower", "lstrip", "maketrans", "partition", "replace", "rjust", "rsplit", "rstrip", "split",
    "splitlines", "startswith", "strip", "title", "translate", "upper", "zfill",
  ]

  /// Whether the expression at `start` begins with a name and a string, as an unknown string prefix would, or with a
  /// word that is a keyword elsewhere.
  private func startsWithWordOfItsOwn(_ start: Int32) -> Bool {
    var lexer = Lexer(file)
    lexer.position = Int(start)
    lexer.isAtLineStart = false
    guard let first = try? lexer.next(), first.kind == .name else { return false }
    if let second = try? lexer.next(), second.kind == .string { return true }
    return isSpelled(first, "match") || isSpelled(first, "case") || isSpelled(first, "_") || isSpelled(first, "type")
  }

  /// What `parse` gives, nil if it fails; the parser itself does not move. A malformed token is a mistake of its own.
  func attempt<Result>(_ parse: (inout Parser) throws(Failure) -> Result) throws(Failure) -> Result? {
    var parser = self
    parser.givesHints = false
    do throws(Failure) {
      return try parse(&parser)
    } catch {
      if error.isLexical { throw Failure(error.error, isLexical: true) }
      return nil
    }
  }

  /// `if x = 3`, at the `=`.
  func misplacedAssignment(to target: Expression, _ start: Int32) throws(Failure) -> Failure {
    guard let right = try comparedInstead(target, start) else {
      return unexpected("an expression without '='")
    }
    guard bareName(target, start) == nil else {
      return Failure(
        "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
        SourceRange(Int(target.range.start), Int(right)))
    }
    return Failure("cannot assign to \(target.description) here. Maybe you meant '==' instead of '='?", target.range)
  }

  /// `f() = 1`: the first target of an assignment, at its `=`.
  func checkFirstTarget(_ target: Expression, _ start: Int32) throws(Failure) {
    guard target.invalidTarget(for: .assignment) != nil, try comparedInstead(target, start) != nil else { return }
    throw try misplacedAssignment(to: target, start)
  }

  /// Where the right side ends, at an `=` for which `==` may have been meant: the left side binds tighter than a
  /// comparison and is no display of targets, and only one `=` stands between the two.
  private func comparedInstead(_ target: Expression, _ start: Int32) throws(Failure) -> Int32? {
    switch target.kind {
    case .list, .tuple, .comprehension(.generator, _, _, _), .constant(.true_), .constant(.false_), .constant(.none),
      .starred:
      return nil
    case .unary(.not, _), .and, .or, .comparison, .conditional, .lambda, .yield, .yieldFrom:
      if target.range.start == start { return nil }
    default: break
    }
    return try attempt { parser throws(Failure) in
      try parser.advance()
      var end = parser.token.range.end
      guard parser.token.kind.startsExpression, !parser.at(.not), !parser.at(.lambda) else {
        throw parser.unexpected("an operand")
      }
      if let value = try parser.attempt({ parser throws(Failure) in try (parser.bitwiseOr(), parser.token.kind) }) {
        if value.1 == .equal || value.1 == .colonEqual { throw parser.unexpected("an operand") }
        end = value.0.range.end
      }
      return end
    }
  }

  /// `1 + not x`, at the `not`.
  func misplacedNot() throws(Failure) -> Failure {
    let start = start
    let operand = try attempt { parser throws(Failure) in try parser.inversion() }
    guard let operand else { return unexpected("an expression") }
    return Failure(
      "'not' after an operator must be parenthesized", SourceRange(Int(start), Int(operand.range.end)))
  }

  /// `import a from b`, at the `from`.
  func reversedImport(_ start: Int32) throws(Failure) -> Failure {
    let end = try attempt { parser throws(Failure) in
      try parser.advance()
      return try parser.dottedName().range.end
    }
    guard let end else { return unexpected("the end of the statement") }
    return Failure("Did you mean to use 'from ... import ...' instead?", SourceRange(Int(start), Int(end)))
  }

  /// `except A, B:`, at the comma.
  func unparenthesisedTypes(_ start: Int32) throws(Failure) -> Failure {
    let end = try attempt { parser throws(Failure) in
      while try parser.accept(.comma), parser.token.kind.startsExpression { _ = try parser.expression() }
      let end = parser.previousEnd
      if try parser.accept(.as_) { _ = try parser.name() }
      guard parser.at(.colon) else { throw parser.unexpected("':'") }
      return end
    }
    guard let end else { return unexpected("':'") }
    return Failure("multiple exception types must be parenthesized", SourceRange(Int(start), Int(end)))
  }

  /// `[a, b for a, b in c]`, at the `for`.
  func unparenthesisedTarget(_ items: [Expression]) -> Failure {
    Failure(
      "did you forget parentheses around the comprehension target?",
      SourceRange(Int(items[0].range.start), Int(items[items.count - 1].range.end)))
  }

  /// `def f((a, b))`, at the inner parenthesis.
  func parenthesisedParameters(_ owner: ParameterOwner) throws(Failure) -> Failure {
    let start = start
    let end = try attempt { parser throws(Failure) in
      try parser.advance()
      repeat { _ = try parser.name() } while try parser.accept(.comma) && !parser.at(.rightParenthesis)
      return try parser.expect(.rightParenthesis).range.end
    }
    guard let end else { return unexpected("a parameter's name") }
    return Failure("\(owner.description) parameters cannot be parenthesized", SourceRange(Int(start), Int(end)))
  }

  /// `foo(x):`, at the colon.
  func misplacedColon(_ colon: Token) -> Failure {
    Failure("invalid syntax: only a line that begins with 'if', 'for', 'def' or the like ends in ':'", colon.range)
  }

  /// What stands after a statement that is over.
  func unexpectedAfterStatement() -> Failure {
    if at(.colonEqual) { return Failure("invalid syntax: ':=' needs parentheses here", token.range) }
    return unexpected("an operator or the end of the statement")
  }

  /// Words that begin no statement here.
  func checkStatementStart() throws(Failure) {
    switch token.kind {
    case .elif: throw unexpected("'if' before 'elif'")
    case .else_ where peek().kind == .if_:
      throw Failure("invalid syntax. Did you mean 'elif'?", token.range.union(peek().range))
    case .else_: throw unexpected("'if', 'for', 'while' or 'try' before 'else'")
    case .except: throw unexpected("'try' before 'except'")
    case .finally: throw unexpected("'try' before 'finally'")
    default: break
    }
  }

  /// `async def`, `async for`, `async with`, at the `async`.
  func excludedAsync() -> Failure {
    let next = peek()
    switch next.kind {
    case .def, .for_, .with: return excluded("async \(next.kind.rawValue)", token.range.union(next.range))
    default: return excluded("async", token.range)
    }
  }
}

extension Expression {
  /// Whether this is a string.
  var isText: Bool {
    switch kind {
    case .constant(.string), .constant(.bytes), .formatted: true
    default: false
    }
  }
}
