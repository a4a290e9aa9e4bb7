// Functions, classes, decorators and parameters.

extension Parser {
  /// ```ebnf
  /// decorated = "@" namedExpression NEWLINE { "@" namedExpression NEWLINE } ( functionDefinition | classDefinition ) ;
  /// ```
  mutating func decorated() throws(Failure) -> Statement {
    var decorators: [Expression] = []
    while try accept(.at) {
      decorators.append(try namedExpression())
      guard try accept(.newline) else { throw unexpected("the end of the line after a decorator") }
    }
    switch token.kind {
    case .def: return try functionDefinition(decorators: decorators)
    case .class_: return try classDefinition(decorators: decorators)
    case .async: throw excludedAsync()
    default:
      let failure = unexpected("'def' or 'class' after a decorator")
      throw Failure(failure.error, isIncomplete: isAtEndAfterDedents, isGeneric: failure.isGeneric)
    }
  }

  /// ```ebnf
  /// functionDefinition = "def" name [ typeParameters ] "(" [ parameters ] ")" [ "->" expression ] ":" block ;
  /// ```
  mutating func functionDefinition(decorators: [Expression]) throws(Failure) -> Statement {
    let start = start
    try expect(.def)
    let name = try name("the function's name after 'def'")
    let typeParameters = try typeParameters()
    try require(.leftParenthesis)
    let parameters = try parameters(of: .function, until: .rightParenthesis)
    try closeBracket(.rightParenthesis)
    let returns = try accept(.arrow) ? try expression() : nil
    try require(.colon)
    let body = try block(of: "function definition", start)
    let definition = FunctionDefinition(
      name: name, decorators: decorators, typeParameters: typeParameters, parameters: parameters, returns: returns,
      body: body)
    return Statement(.function(definition), range(from: start))
  }

  /// ```ebnf
  /// classDefinition = "class" name [ typeParameters ] [ "(" [ arguments ] ")" ] ":" block ;
  /// ```
  mutating func classDefinition(decorators: [Expression]) throws(Failure) -> Statement {
    let start = start
    try expect(.class_)
    let name = try name("the class's name after 'class'")
    let typeParameters = try typeParameters()
    let parenthesis = token
    let arguments = at(.leftParenthesis) ? try arguments() : []
    if case .positional(let only)? = arguments.first, case .comprehension = only.kind,
      only.range.start == parenthesis.range.start
    {
      throw Failure("invalid syntax: a class's bases cannot be a generator", only.range)
    }
    try colon()
    let body = try block(of: "class definition", start)
    let definition = ClassDefinition(
      name: name, decorators: decorators, typeParameters: typeParameters, arguments: arguments, body: body)
    return Statement(.class_(definition), range(from: start))
  }

  // MARK: Parameters

  enum ParameterOwner {
    case function, lambda

    var description: String { self == .function ? "Function" : "Lambda expression" }
  }

  /// ```ebnf
  /// parameters = positionalParameters [ "," [ starParameters ] ] | starParameters ;
  /// positionalParameters = required { "," required } [ "," "/" { "," required } ] { "," optional }
  ///   | { required "," } optional { "," optional } [ "," "/" { "," optional } ] ;
  /// starParameters = "*" name [ ":" starExpression ] { "," keywordOnly } [ "," [ mappingParameter ] ]
  ///   | "*" "," keywordOnly { "," keywordOnly } [ "," [ mappingParameter ] ] | mappingParameter ;
  /// mappingParameter = "**" required [ "," ] ;
  /// keywordOnly = required | optional ;
  /// required = name [ ":" expression ] ;
  /// optional = name [ ":" expression ] "=" expression ;
  /// lambdaParameters = lambdaPositional [ "," [ lambdaStarParameters ] ] | lambdaStarParameters ;
  /// lambdaPositional = name { "," name } [ "," "/" { "," name } ] { "," lambdaOptional }
  ///   | { name "," } lambdaOptional { "," lambdaOptional } [ "," "/" { "," lambdaOptional } ] ;
  /// lambdaStarParameters = "*" name { "," lambdaKeywordOnly } [ "," [ "**" name [ "," ] ] ]
  ///   | "*" "," lambdaKeywordOnly { "," lambdaKeywordOnly } [ "," [ "**" name [ "," ] ] ] | "**" name [ "," ] ;
  /// lambdaKeywordOnly = name | lambdaOptional ;
  /// lambdaOptional = name "=" expression ;
  /// ```
  /// The parameters up to `closer`, which it leaves.
  mutating func parameters(of owner: ParameterOwner, until closer: Token.Kind) throws(Failure) -> Parameters {
    var list = ParameterList(owner: owner, closer: closer)
    let base = links
    var deepest = links
    while !at(closer) {
      links = base
      switch token.kind {
      case .slash: try slash(&list)
      case .star: try starParameter(&list)
      case .doubleStar: try mappingParameter(&list)
      case .leftParenthesis: throw try parenthesisedParameters(owner)
      default: try plainParameter(&list)
      }
      deepest = max(deepest, links)
      if at(closer) { break }
      guard try accept(.comma) else { throw unexpected("',' or \(closer.description)") }
    }
    links = deepest
    return list.parameters
  }

  /// The parameters so far, and what they forbid to the next.
  private struct ParameterList {
    let owner: ParameterOwner
    let closer: Token.Kind
    var parameters = Parameters()
    var hasSlash = false
    var hasStar = false
    var hasDefault = false
  }

  private mutating func slash(_ list: inout ParameterList) throws(Failure) {
    if list.hasStar { throw Failure("/ must be ahead of *", token.range) }
    if list.hasSlash { throw Failure("/ may appear only once", token.range) }
    if list.parameters.regular.isEmpty { throw Failure("at least one argument must precede /", token.range) }
    list.hasSlash = true
    list.parameters.positionalOnly = list.parameters.regular
    list.parameters.regular = []
    try advance()
    if at(.star) { throw Failure("expected comma between / and *", token.range) }
  }

  private mutating func starParameter(_ list: inout ParameterList) throws(Failure) {
    if list.hasStar { throw Failure("* argument may appear only once", token.range) }
    list.hasStar = true
    let star = try advance()
    if at(.name) {
      let name = try name()
      let annotation = try annotation(in: list, mayBeStarred: true)
      if at(.equal) { throw Failure("var-positional argument cannot have default value", token.range) }
      list.parameters.starred = Parameters.Parameter(name: name, annotation: annotation, defaultValue: nil)
      return
    }
    let next = at(.comma) ? peek().kind : token.kind
    if next == list.closer || next == .doubleStar { throw Failure("named arguments must follow bare *", star.range) }
    if next == .star { throw Failure("* argument may appear only once", at(.comma) ? peek().range : token.range) }
    if !at(.comma) { throw unexpected("a parameter's name or ',' after '*'") }
  }

  private mutating func mappingParameter(_ list: inout ParameterList) throws(Failure) {
    try advance()
    let name = try name("a parameter's name after '**'")
    let annotation = try annotation(in: list)
    if at(.equal) { throw Failure("var-keyword argument cannot have default value", token.range) }
    list.parameters.doubleStarred = Parameters.Parameter(name: name, annotation: annotation, defaultValue: nil)
    guard at(.comma) else { return }
    let next = peek()
    switch next.kind {
    case .name, .star, .doubleStar, .slash:
      throw Failure("arguments cannot follow var-keyword argument", next.range)
    default: return
    }
  }

  private mutating func plainParameter(_ list: inout ParameterList) throws(Failure) {
    let name = try name("a parameter's name")
    let annotation = try annotation(in: list)
    var defaultValue: Expression?
    if at(.equal) {
      let sign = try advance()
      if at(list.closer) || at(.comma) { throw Failure("expected default value expression", sign.range) }
      defaultValue = try expression()
    }
    let parameter = Parameters.Parameter(name: name, annotation: annotation, defaultValue: defaultValue)
    if list.hasStar {
      list.parameters.keywordOnly.append(parameter)
      return
    }
    if list.hasDefault, defaultValue == nil {
      throw Failure("parameter without a default follows parameter with a default", name.range)
    }
    list.hasDefault = defaultValue != nil
    list.parameters.regular.append(parameter)
  }

  private mutating func annotation(
    in list: ParameterList, mayBeStarred: Bool = false
  ) throws(Failure) -> Expression? {
    guard list.owner == .function, try accept(.colon) else { return nil }
    return mayBeStarred ? try starExpression() : try expression()
  }
}
