// The patterns of `case`.

extension Parser {
  /// ```ebnf
  /// patterns = pattern | maybeStarPattern "," [ sequenceItems ] ;
  /// ```
  mutating func patterns() throws(Failure) -> Pattern {
    let start = start
    let first = try maybeStarPattern()
    if at(.comma) {
      let items = try sequenceItems(after: first)
      return Pattern(.sequence(items), range(from: start))
    }
    if case .star = first.kind { throw unexpected("',' after a starred pattern") }
    return first
  }

  /// ```ebnf
  /// sequenceItems = maybeStarPattern { "," maybeStarPattern } [ "," ] ;
  /// ```
  /// The rest of the sequence that `first` begins.
  mutating func sequenceItems(after first: Pattern) throws(Failure) -> [Pattern] {
    var items = [first]
    while try accept(.comma), !at(.rightParenthesis), !at(.rightBracket), !at(.colon), !at(.if_) {
      items.append(try maybeStarPattern())
    }
    return items
  }

  /// ```ebnf
  /// maybeStarPattern = "*" name | pattern ;
  /// ```
  mutating func maybeStarPattern() throws(Failure) -> Pattern {
    let start = start
    guard try accept(.star) else { return try pattern() }
    let name = try name("a name after '*'")
    return Pattern(.star(name.text == "_" ? nil : name), range(from: start))
  }

  /// ```ebnf
  /// pattern = orPattern [ "as" captureName ] ;
  /// ```
  mutating func pattern() throws(Failure) -> Pattern {
    try descend()
    defer { ascend() }
    let start = start
    let pattern = try orPattern()
    guard try accept(.as_) else { return pattern }
    if atSoftKeyword("_") { throw Failure("cannot use '_' as a target", token.range) }
    let name = try captureName()
    return Pattern(.as_(pattern, name), range(from: start))
  }

  /// ```ebnf
  /// captureName = name ;
  /// ```
  /// Any name but `_`, and not the beginning of a dotted name.
  private mutating func captureName() throws(Failure) -> Name {
    if !at(.name), let target = try attempt({ parser throws(Failure) in try parser.expression() }) {
      throw Failure("invalid pattern target", target.range)
    }
    let name = try name("a name after 'as'")
    if at(.dot) || at(.leftParenthesis) || at(.equal) { throw unexpected("a plain name after 'as'") }
    return name
  }

  /// ```ebnf
  /// orPattern = closedPattern { "|" closedPattern } ;
  /// ```
  mutating func orPattern() throws(Failure) -> Pattern {
    let start = start
    let first = try closedPattern()
    guard at(.bar) else { return first }
    var alternatives = [first]
    while try accept(.bar) { alternatives.append(try closedPattern()) }
    return Pattern(.or(alternatives), range(from: start))
  }

  /// ```ebnf
  /// closedPattern = literalPattern | namePattern | groupPattern | listPattern | mappingPattern ;
  /// ```
  mutating func closedPattern() throws(Failure) -> Pattern {
    switch token.kind {
    case .name: return try namePattern()
    case .leftParenthesis: return try groupPattern()
    case .leftBracket: return try listPattern()
    case .leftBrace: return try mappingPattern()
    case .number, .minus, .string, .formattedStart, .none, .true_, .false_:
      let value = try literalPattern()
      return Pattern(.value(value), value.range)
    default: throw unexpected("a pattern")
    }
  }

  /// ```ebnf
  /// literalPattern = [ "-" ] ( integer | float ) [ ( "+" | "-" ) imaginary ] | [ "-" ] imaginary | STRING { STRING }
  ///   | "None" | "True" | "False" ;
  /// ```
  mutating func literalPattern() throws(Failure) -> Expression {
    switch token.kind {
    case .none, .true_, .false_: return try atom()
    case .string, .formattedStart:
      let text = try strings()
      if case .formatted = text.kind {
        throw Failure("patterns may only match literals and attribute lookups", text.range)
      }
      return text
    default: break
    }
    let start = start
    let real = try signedNumber()
    guard at(.plus) || at(.minus) else { return real }
    if real.isImaginary { throw Failure("real number required in complex literal", real.range) }
    let sign: BinaryOperator = try advance().kind == .plus ? .add : .subtract
    guard at(.number) else { throw unexpected("an imaginary number") }
    let imaginary = try atom()
    guard imaginary.isImaginary else { throw Failure("imaginary number required in complex literal", imaginary.range) }
    return Expression(.binary(real, sign, imaginary), range(from: start))
  }

  private mutating func signedNumber() throws(Failure) -> Expression {
    let start = start
    let isNegative = try accept(.minus)
    guard at(.number) else { throw unexpected("a number after '-'") }
    let number = try atom()
    return isNegative ? Expression(.unary(.negative, number), range(from: start)) : number
  }

  /// ```ebnf
  /// namePattern = name | name "." dottedName | dottedName "(" [ classArguments ] ")" ;
  /// ```
  /// `_` matches anything, another plain name captures, a dotted name is a value.
  mutating func namePattern() throws(Failure) -> Pattern {
    let start = start
    let first = try name()
    if !at(.dot), !at(.leftParenthesis) {
      return Pattern(first.text == "_" ? .wildcard : .capture(first), first.range)
    }
    var value = Expression(.name(first.text), first.range)
    while try accept(.dot) {
      try link()
      value = Expression(.attribute(value, try name("an attribute's name after '.'")), range(from: start))
    }
    guard at(.leftParenthesis) else { return Pattern(.value(value), value.range) }
    return try classArguments(of: value, start)
  }

  /// ```ebnf
  /// classArguments = pattern { "," pattern } { "," keywordPattern } [ "," ]
  ///   | keywordPattern { "," keywordPattern } [ "," ] ;
  /// keywordPattern = name "=" pattern ;
  /// ```
  /// With their parentheses.
  mutating func classArguments(of type: Expression, _ start: Int32) throws(Failure) -> Pattern {
    try advance()
    var positional: [Pattern] = []
    var keywords: [(Name, Pattern)] = []
    while !at(.rightParenthesis) {
      if at(.name), peek().kind == .equal {
        let name = try name()
        try advance()
        keywords.append((name, try pattern()))
      } else {
        let pattern = try pattern()
        if !keywords.isEmpty { throw Failure("positional patterns follow keyword patterns", pattern.range) }
        positional.append(pattern)
      }
      guard try accept(.comma) else { break }
    }
    try closeBracket(.rightParenthesis)
    return Pattern(.class_(type, positional: positional, keywords: keywords), range(from: start))
  }

  /// ```ebnf
  /// groupPattern = "(" [ pattern | maybeStarPattern "," [ sequenceItems ] ] ")" ;
  /// ```
  mutating func groupPattern() throws(Failure) -> Pattern {
    let start = start
    try expect(.leftParenthesis)
    if try accept(.rightParenthesis) { return Pattern(.sequence([]), range(from: start)) }
    let first = try maybeStarPattern()
    guard at(.comma) else {
      if case .star = first.kind { throw unexpected("',' after a starred pattern") }
      try closeBracket(.rightParenthesis)
      return first
    }
    let items = try sequenceItems(after: first)
    try closeBracket(.rightParenthesis)
    return Pattern(.sequence(items), range(from: start))
  }

  /// ```ebnf
  /// listPattern = "[" [ sequenceItems ] "]" ;
  /// ```
  mutating func listPattern() throws(Failure) -> Pattern {
    let start = start
    try expect(.leftBracket)
    let items = at(.rightBracket) ? [] : try sequenceItems(after: try maybeStarPattern())
    try closeBracket(.rightBracket)
    return Pattern(.sequence(items), range(from: start))
  }

  /// ```ebnf
  /// mappingPattern = "{" [ mappingItem { "," mappingItem } [ "," "**" captureName ] [ "," ]
  ///   | "**" captureName [ "," ] ] "}" ;
  /// ```
  mutating func mappingPattern() throws(Failure) -> Pattern {
    let start = start
    try expect(.leftBrace)
    var items: [(key: Expression, pattern: Pattern)] = []
    var rest: Name?
    while !at(.rightBrace), rest == nil {
      if try accept(.doubleStar) {
        if atSoftKeyword("_") { throw unexpected("a name other than '_' after '**'") }
        rest = try name("a name after '**'")
      } else {
        items.append(try mappingItem())
      }
      guard try accept(.comma) else { break }
    }
    if rest != nil, !at(.rightBrace) { throw unexpected("'}' after '**' and a name") }
    try closeBracket(.rightBrace)
    return Pattern(.mapping(items, rest: rest), range(from: start))
  }

  /// ```ebnf
  /// mappingItem = ( literalPattern | name "." dottedName ) ":" pattern ;
  /// ```
  mutating func mappingItem() throws(Failure) -> (key: Expression, pattern: Pattern) {
    let key: Expression
    if at(.name) {
      let pattern = try namePattern()
      guard case .value(let value) = pattern.kind else {
        throw Failure("a mapping pattern's key is a literal or a dotted name", pattern.range)
      }
      key = value
    } else {
      switch token.kind {
      case .number, .minus, .string, .formattedStart, .none, .true_, .false_: key = try literalPattern()
      default: throw unexpected("a key: a literal or a dotted name")
      }
    }
    try expect(.colon)
    return (key, try pattern())
  }
}

extension Expression {
  /// Whether this is `3j` or `-3j`.
  fileprivate var isImaginary: Bool {
    switch kind {
    case .constant(.imaginary): true
    case .unary(.negative, let operand): operand.isImaginary
    default: false
    }
  }
}
