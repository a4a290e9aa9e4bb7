// Binary and unary operators. Each level is a loop, so that a long chain needs no deep stack.

extension Parser {
  /// ```ebnf
  /// bitwiseOr = bitwiseXor { "|" bitwiseXor } ;
  /// ```
  mutating func bitwiseOr() throws(Failure) -> Expression {
    let start = start
    var left = try bitwiseXor()
    while at(.bar) {
      try passOperator()
      let right = try bitwiseXor()
      left = Expression(.binary(left, .bitOr, right), range(from: start))
    }
    return left
  }

  /// ```ebnf
  /// bitwiseXor = bitwiseAnd { "^" bitwiseAnd } ;
  /// ```
  mutating func bitwiseXor() throws(Failure) -> Expression {
    let start = start
    var left = try bitwiseAnd()
    while at(.caret) {
      try passOperator()
      let right = try bitwiseAnd()
      left = Expression(.binary(left, .bitXor, right), range(from: start))
    }
    return left
  }

  /// ```ebnf
  /// bitwiseAnd = shift { "&" shift } ;
  /// ```
  mutating func bitwiseAnd() throws(Failure) -> Expression {
    let start = start
    var left = try shift()
    while at(.ampersand) {
      try passOperator()
      let right = try shift()
      left = Expression(.binary(left, .bitAnd, right), range(from: start))
    }
    return left
  }

  /// ```ebnf
  /// shift = sum { ( "<<" | ">>" ) sum } ;
  /// ```
  mutating func shift() throws(Failure) -> Expression {
    let start = start
    var left = try sum()
    while true {
      let sign: BinaryOperator
      switch token.kind {
      case .leftShift: sign = .leftShift
      case .rightShift: sign = .rightShift
      default: return left
      }
      try passOperator()
      let right = try sum()
      left = Expression(.binary(left, sign, right), range(from: start))
    }
  }

  /// ```ebnf
  /// sum = term { ( "+" | "-" ) term } ;
  /// ```
  mutating func sum() throws(Failure) -> Expression {
    let start = start
    var left = try term()
    while true {
      let sign: BinaryOperator
      switch token.kind {
      case .plus: sign = .add
      case .minus: sign = .subtract
      default: return left
      }
      try passOperator()
      let right = try term()
      left = Expression(.binary(left, sign, right), range(from: start))
    }
  }

  /// ```ebnf
  /// term = factor { ( "*" | "/" | "//" | "%" | "@" ) factor } ;
  /// ```
  mutating func term() throws(Failure) -> Expression {
    let start = start
    var left = try factor()
    while true {
      let sign: BinaryOperator
      switch token.kind {
      case .star: sign = .multiply
      case .slash: sign = .divide
      case .doubleSlash: sign = .floorDivide
      case .percent: sign = .modulo
      case .at: sign = .matrixMultiply
      default: return left
      }
      try passOperator()
      let right = try factor()
      left = Expression(.binary(left, sign, right), range(from: start))
    }
  }

  /// ```ebnf
  /// factor = { "+" | "-" | "~" } power ;
  /// ```
  mutating func factor() throws(Failure) -> Expression {
    var signs: [(UnaryOperator, Int32)] = []
    while true {
      let sign: UnaryOperator
      switch token.kind {
      case .plus: sign = .positive
      case .minus: sign = .negative
      case .tilde: sign = .invert
      default:
        var operand = try power()
        for (sign, start) in signs.reversed() {
          operand = Expression(.unary(sign, operand), range(from: start))
        }
        return operand
      }
      signs.append((sign, start))
      try passOperator()
    }
  }

  /// ```ebnf
  /// power = primary [ "**" factor ] ;
  /// ```
  mutating func power() throws(Failure) -> Expression {
    let start = start
    let base = try primary()
    guard at(.doubleStar) else { return base }
    try passOperator()
    try descend()
    defer { ascend() }
    let exponent = try factor()
    return Expression(.binary(base, .power, exponent), range(from: start))
  }

  /// Passes an operator, which wants an operand and not the looser binding `not`.
  private mutating func passOperator() throws(Failure) {
    try link()
    try advance()
    if at(.not) { throw try misplacedNot() }
  }
}
