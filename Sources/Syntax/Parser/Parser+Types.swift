// Type parameters and type aliases.

extension Parser {
  /// ```ebnf
  /// typeStatement = "type" name [ typeParameters ] "=" expression ;
  /// ```
  /// Nil, and nothing passed, if the name `type` begins something else: `type(x)`, `type = 1`.
  mutating func typeStatement() throws(Failure) -> Statement? {
    guard atSoftKeyword("type"), peek().kind == .name else { return nil }
    let start = start
    let first = self
    try advance()
    let name = try name()
    guard at(.equal) || at(.leftBracket) else {
      self = first
      return nil
    }
    let parameters = try typeParameters()
    guard try accept(.equal) else { throw unexpected("'='") }
    let value = try expression()
    return Statement(.typeAlias(name, parameters, value: value), range(from: start))
  }

  /// ```ebnf
  /// typeParameters = "[" typeParameter { "," typeParameter } [ "," ] "]" ;
  /// ```
  /// None where the present token is no bracket.
  mutating func typeParameters() throws(Failure) -> [TypeParameter] {
    guard at(.leftBracket) else { return [] }
    try advance()
    if at(.rightBracket) { throw Failure("Type parameter list cannot be empty", token.range) }
    var parameters: [TypeParameter] = []
    repeat { parameters.append(try typeParameter()) } while try accept(.comma) && !at(.rightBracket)
    try closeBracket(.rightBracket)
    return parameters
  }

  /// ```ebnf
  /// typeParameter = name [ ":" expression ] [ "=" expression ] | "*" name [ "=" starExpression ]
  ///   | "**" name [ "=" expression ] ;
  /// ```
  mutating func typeParameter() throws(Failure) -> TypeParameter {
    let start = start
    let kind: TypeParameter.Kind = try accept(.star) ? .tuple : try accept(.doubleStar) ? .specification : .variable
    let name = try name("a type parameter's name")
    var bound: Expression?
    if at(.colon) {
      let colon = try advance()
      let value = try expression()
      if kind != .variable {
        let word = if case .tuple = value.kind { "constraints" } else { "bound" }
        throw Failure("cannot use \(word) with \(kind.description)", colon.range.union(value.range))
      }
      bound = value
    }
    var defaultValue: Expression?
    if try accept(.equal) { defaultValue = kind == .tuple ? try starExpression() : try expression() }
    return TypeParameter(kind, name, bound: bound, defaultValue: defaultValue, range(from: start))
  }
}

extension TypeParameter.Kind {
  /// What `typing` calls its objects.
  public var description: String {
    switch self {
    case .variable: "TypeVar"
    case .tuple: "TypeVarTuple"
    case .specification: "ParamSpec"
    }
  }
}
