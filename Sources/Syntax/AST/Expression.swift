// Expressions of the syntax tree. Pure data: nothing here is changed after parsing.

/// An expression and where it stands.
public struct Expression: Sendable {
  public let kind: Kind
  public let range: SourceRange

  public init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  public indirect enum Kind: Sendable {
    case name(String)
    case constant(Constant)
    /// An f-string, adjacent literals already joined.
    case formatted([FormattedPart])
    case unary(UnaryOperator, Expression)
    case binary(Expression, BinaryOperator, Expression)
    /// `a < b <= c`: `rest` has at least one member.
    case comparison(Expression, rest: [(ComparisonOperator, Expression)])
    /// `a and b and c`: at least two operands.
    case and([Expression])
    case or([Expression])
    case conditional(test: Expression, then: Expression, otherwise: Expression)
    case lambda(Parameters, body: Expression)
    case call(Expression, [Argument])
    case attribute(Expression, Name)
    case subscript_(Expression, Expression)
    /// Stands only inside a subscript.
    case slice(lower: Expression?, upper: Expression?, step: Expression?)
    /// `*x` in a display, a target or a subscript. (In calls it is an ``Argument``.)
    case starred(Expression)
    case list([Expression])
    case tuple([Expression])
    case set([Expression])
    /// A nil key is `**mapping`.
    case dict([(key: Expression?, value: Expression)])
    case comprehension(ComprehensionKind, element: Expression, value: Expression?, clauses: [ComprehensionClause])
    case walrus(Name, Expression)
    case yield(Expression?)
    case yieldFrom(Expression)
  }
}

/// An identifier (already NFKC-normalised) and where it stands.
public struct Name: Sendable, Hashable {
  public let text: String
  public let range: SourceRange

  public init(_ text: String, _ range: SourceRange) {
    self.text = text
    self.range = range
  }
}

/// A literal.
public enum Constant: Sendable {
  case none
  case true_
  case false_
  case ellipsis
  case integer(IntegerLiteral)
  case float(Double)
  /// `3j`.
  case imaginary(Double)
  /// UTF-8, in which a lone surrogate (`'\ud800'`) stands as its three-byte form; adjacent literals joined.
  case string([UInt8])
  case bytes([UInt8])
}

/// An integer literal of any size.
public struct IntegerLiteral: Sendable, Hashable {
  /// 2, 8, 10 or 16.
  public let radix: Int
  /// The digits, without prefix and underscores.
  public let digits: String

  public init(radix: Int, digits: String) {
    self.radix = radix
    self.digits = digits
  }
}

/// A piece of an f-string.
public enum FormattedPart: Sendable {
  /// Text, encoded as ``Constant/string(_:)`` is.
  case literal([UInt8])
  /// `{value!conversion:spec}`, `range` with its braces. `selfDocumenting` is the source text before and with the `=`
  /// of `{value=}`; such a field without conversion and spec has the conversion to `repr` that it implies.
  case replacement(
    value: Expression, selfDocumenting: String?, conversion: Conversion?, spec: [FormattedPart]?, range: SourceRange)

  public enum Conversion: Sendable {
    case str, repr, ascii
  }
}

public enum UnaryOperator: Sendable {
  case not, negative, positive, invert
}

public enum BinaryOperator: Sendable, CaseIterable {
  case add, subtract, multiply, divide, floorDivide, modulo, power, matrixMultiply
  case leftShift, rightShift, bitAnd, bitOr, bitXor

  /// The operator as written.
  public var symbol: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .floorDivide: "//"
    case .modulo: "%"
    case .power: "**"
    case .matrixMultiply: "@"
    case .leftShift: "<<"
    case .rightShift: ">>"
    case .bitAnd: "&"
    case .bitOr: "|"
    case .bitXor: "^"
    }
  }
}

public enum ComparisonOperator: Sendable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  case is_, isNot, in_, notIn

  /// The operator as written.
  public var symbol: String {
    switch self {
    case .equal: "=="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .is_: "is"
    case .isNot: "is not"
    case .in_: "in"
    case .notIn: "not in"
    }
  }
}

/// An argument of a call (or of a class statement's parentheses), in source order.
public enum Argument: Sendable {
  case positional(Expression)
  /// `*iterable`
  case starred(Expression)
  /// `name=value`
  case keyword(Name, Expression)
  /// `**mapping`
  case doubleStarred(Expression)

  public var value: Expression {
    switch self {
    case .positional(let value), .starred(let value), .keyword(_, let value), .doubleStarred(let value): value
    }
  }
}

public enum ComprehensionKind: Sendable {
  case list, set, dict, generator
}

/// `for target in iterable if condition if condition`.
public struct ComprehensionClause: Sendable {
  public let target: Expression
  public let iterable: Expression
  public let conditions: [Expression]

  public init(target: Expression, iterable: Expression, conditions: [Expression]) {
    self.target = target
    self.iterable = iterable
    self.conditions = conditions
  }
}

/// The parameters of a `def` or a `lambda`.
public struct Parameters: Sendable {
  public struct Parameter: Sendable {
    public let name: Name
    public let annotation: Expression?
    public let defaultValue: Expression?

    public init(name: Name, annotation: Expression?, defaultValue: Expression?) {
      self.name = name
      self.annotation = annotation
      self.defaultValue = defaultValue
    }
  }

  /// Before the `/`.
  public var positionalOnly: [Parameter]
  public var regular: [Parameter]
  /// `*args`
  public var starred: Parameter?
  /// After `*` or `*args`.
  public var keywordOnly: [Parameter]
  /// `**kwargs`
  public var doubleStarred: Parameter?

  public init(
    positionalOnly: [Parameter] = [], regular: [Parameter] = [], starred: Parameter? = nil,
    keywordOnly: [Parameter] = [], doubleStarred: Parameter? = nil
  ) {
    self.positionalOnly = positionalOnly
    self.regular = regular
    self.starred = starred
    self.keywordOnly = keywordOnly
    self.doubleStarred = doubleStarred
  }
}
