// The arguments of a call or of a class statement.

extension Parser {
  /// ```ebnf
  /// arguments = positional { "," positional } [ "," keywords ] [ "," ] | keywords [ "," ] ;
  /// positional = "*" expression | namedExpression ;
  /// keywords = keywordOrStarred { "," keywordOrStarred } { "," keywordOrMapping }
  ///   | "**" expression { "," keywordOrMapping } ;
  /// keywordOrStarred = name "=" expression | "*" expression ;
  /// keywordOrMapping = name "=" expression | "**" expression ;
  /// ```
  /// With their parentheses, between which a call may also have one ``generatorArgument(_:_:isFirst:)``.
  mutating func arguments() throws(Failure) -> [Argument] {
    try expect(.leftParenthesis)
    var arguments: [Argument] = []
    var seen = SeenArguments()
    let base = links
    var deepest = links
    while !at(.rightParenthesis) {
      links = base
      arguments.append(try argument(after: &seen))
      deepest = max(deepest, links)
      if at(.rightParenthesis) { break }
      guard at(.comma) else { throw unexpected("',' or ')'") }
      try advance()
    }
    links = deepest
    try advance()
    return arguments
  }

  /// What the arguments so far forbid to the next one.
  private struct SeenArguments {
    var any = false
    var keyword = false
    var mapping = false
  }

  private mutating func argument(after seen: inout SeenArguments) throws(Failure) -> Argument {
    defer { seen.any = true }
    let start = start
    if at(.star) {
      try advance()
      if !token.kind.startsExpression { throw Failure("Invalid star expression", visible(token.range)) }
      let value = try expression()
      if at(.equal) {
        throw Failure("cannot assign to iterable argument unpacking", range(from: start))
      }
      if seen.mapping {
        throw Failure("iterable argument unpacking follows keyword argument unpacking", range(from: start))
      }
      return .starred(value)
    }
    if at(.doubleStar) {
      try advance()
      let value = try expression()
      if at(.equal) { throw Failure("cannot assign to keyword argument unpacking", range(from: start)) }
      seen.mapping = true
      return .doubleStarred(value)
    }
    let value = try expression()
    if at(.equal) {
      seen.keyword = true
      return try keywordArgument(value, start)
    }
    let named = at(.colonEqual) ? try walrus(value, start) : value
    if at(.for_) || at(.async) { return .positional(try generatorArgument(named, start, isFirst: !seen.any)) }
    if seen.keyword || seen.mapping {
      let unpacking = seen.mapping ? " unpacking" : ""
      throw Failure("positional argument follows keyword argument\(unpacking)", named.range)
    }
    return .positional(named)
  }

  private mutating func keywordArgument(_ target: Expression, _ start: Int32) throws(Failure) -> Argument {
    let sign = token.range
    guard let name = bareName(target, start) else {
      switch target.kind {
      case .constant(.true_), .constant(.false_), .constant(.none):
        throw Failure("cannot assign to \(target.description)", target.range.union(sign))
      default:
        throw Failure(
          "expression cannot contain assignment, perhaps you meant \"==\"?",
          SourceRange(Int(start), Int(sign.end)))
      }
    }
    try advance()
    if at(.comma) || at(.rightParenthesis) {
      throw Failure("expected argument value expression", name.range.union(sign))
    }
    try link()
    let value = try expression()
    if at(.for_) {
      throw Failure("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", name.range.union(sign))
    }
    return .keyword(name, value)
  }

  /// ```ebnf
  /// generatorArgument = namedExpression comprehensionClauses ;
  /// ```
  /// A call's only argument: it has the call's parentheses, and their range.
  mutating func generatorArgument(
    _ element: Expression, _ start: Int32, isFirst: Bool
  ) throws(Failure) -> Expression {
    guard let parenthesis = lexer.brackets.last else { throw unexpected("')'") }
    let clauses = try comprehensionClauses(of: element)
    guard isFirst, at(.rightParenthesis) else {
      throw Failure("Generator expression must be parenthesized", range(from: start))
    }
    return Expression(
      .comprehension(.generator, element: element, value: nil, clauses: clauses),
      SourceRange(parenthesis.offset, Int(token.range.end)))
  }
}
