// Statements of the syntax tree. Pure data: nothing here is changed after parsing.

/// A statement and where it stands.
public struct Statement: Sendable {
  public let kind: Kind
  public let range: SourceRange

  public init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  public indirect enum Kind: Sendable {
    case expression(Expression)
    /// `a = b = value`: one target for each `=`.
    case assign(targets: [Expression], value: Expression)
    case augmentedAssign(target: Expression, BinaryOperator, value: Expression)
    case annotatedAssign(target: Expression, annotation: Expression, value: Expression?)
    case delete([Expression])
    case pass
    case break_
    case continue_
    case return_(Expression?)
    case raise(Expression?, cause: Expression?)
    case global([Name])
    case nonlocal([Name])
    case import_([ImportAlias])
    /// `from ..module import a as b`: `level` counts the leading dots; nil `names` is `*`.
    case importFrom(module: Name?, level: Int, names: [ImportAlias]?)
    case assert(Expression, message: Expression?)
    /// The first branch is `if`, the others are `elif`.
    case if_([Branch], otherwise: [Statement]?)
    case while_(Expression, body: [Statement], otherwise: [Statement]?)
    case for_(target: Expression, iterable: Expression, body: [Statement], otherwise: [Statement]?)
    case try_(body: [Statement], handlers: [ExceptHandler], otherwise: [Statement]?, finally: [Statement]?)
    case with([WithItem], body: [Statement])
    case function(FunctionDefinition)
    case class_(ClassDefinition)
    case match(subject: Expression, [MatchCase])
    /// `type name[parameters] = value`.
    case typeAlias(Name, [TypeParameter], value: Expression)
  }
}

/// What a file or a cell at the prompt holds.
public struct Module: Sendable {
  public let file: SourceFile
  public let body: [Statement]
  /// What is valid and yet hardly meant: first what concerns the text of literals, each in the order of the text.
  public let warnings: [SyntaxWarning]

  public init(file: SourceFile, body: [Statement], warnings: [SyntaxWarning] = []) {
    self.file = file
    self.body = body
    self.warnings = warnings
  }
}

/// `if test: body` or `elif test: body`.
public struct Branch: Sendable {
  public let test: Expression
  public let body: [Statement]

  public init(test: Expression, body: [Statement]) {
    self.test = test
    self.body = body
  }
}

/// `a.b.c as alias`; in a `from` import `name` has no dots.
public struct ImportAlias: Sendable {
  public let name: Name
  public let alias: Name?

  public init(name: Name, alias: Name?) {
    self.name = name
    self.alias = alias
  }
}

/// `except type as name: body`, or with `except*`.
public struct ExceptHandler: Sendable {
  /// Whether it is `except*`; then all handlers of the statement are.
  public let isStarred: Bool
  public let type: Expression?
  public let name: Name?
  public let body: [Statement]
  public let range: SourceRange

  public init(isStarred: Bool, type: Expression?, name: Name?, body: [Statement], range: SourceRange) {
    self.isStarred = isStarred
    self.type = type
    self.name = name
    self.body = body
    self.range = range
  }
}

/// `context as target`.
public struct WithItem: Sendable {
  public let context: Expression
  public let target: Expression?

  public init(context: Expression, target: Expression?) {
    self.context = context
    self.target = target
  }
}

public struct FunctionDefinition: Sendable {
  public let name: Name
  public let decorators: [Expression]
  public let typeParameters: [TypeParameter]
  public let parameters: Parameters
  public let returns: Expression?
  public let body: [Statement]

  public init(
    name: Name, decorators: [Expression], typeParameters: [TypeParameter] = [], parameters: Parameters,
    returns: Expression?, body: [Statement]
  ) {
    self.name = name
    self.decorators = decorators
    self.typeParameters = typeParameters
    self.parameters = parameters
    self.returns = returns
    self.body = body
  }
}

public struct ClassDefinition: Sendable {
  public let name: Name
  public let decorators: [Expression]
  public let typeParameters: [TypeParameter]
  /// Bases and keywords, as written.
  public let arguments: [Argument]
  public let body: [Statement]

  public init(
    name: Name, decorators: [Expression], typeParameters: [TypeParameter] = [], arguments: [Argument],
    body: [Statement]
  ) {
    self.name = name
    self.decorators = decorators
    self.typeParameters = typeParameters
    self.arguments = arguments
    self.body = body
  }
}

/// One of the names in the brackets of `def f[T]()`, `class C[T]` and `type X[T] = …`.
public struct TypeParameter: Sendable {
  public enum Kind: Sendable {
    /// `T`, `T: bound` or `T: (constraint, …)`.
    case variable
    /// `*Ts`.
    case tuple
    /// `**P`.
    case specification
  }

  public let kind: Kind
  public let name: Name
  /// What stands behind the colon.
  public let bound: Expression?
  public let defaultValue: Expression?
  public let range: SourceRange

  public init(_ kind: Kind, _ name: Name, bound: Expression?, defaultValue: Expression?, _ range: SourceRange) {
    self.kind = kind
    self.name = name
    self.bound = bound
    self.defaultValue = defaultValue
    self.range = range
  }

  /// Whether `bound` is a tuple of constraints.
  public var isConstrained: Bool {
    if case .tuple = bound?.kind { true } else { false }
  }
}

/// `case pattern if condition: body`.
public struct MatchCase: Sendable {
  public let pattern: Pattern
  public let condition: Expression?
  public let body: [Statement]

  public init(pattern: Pattern, condition: Expression?, body: [Statement]) {
    self.pattern = pattern
    self.condition = condition
    self.body = body
  }
}

/// A pattern of `match` and where it stands.
public struct Pattern: Sendable {
  public let kind: Kind
  public let range: SourceRange

  public init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  public indirect enum Kind: Sendable {
    case wildcard
    case capture(Name)
    /// A literal, `-1`, `1+2j` or a dotted name, compared with `==` (`None`, `True`, `False` with `is`).
    case value(Expression)
    /// `*rest`, nil for `*_`; stands only inside a sequence.
    case star(Name?)
    case sequence([Pattern])
    /// `{key: pattern, **rest}`.
    case mapping([(key: Expression, pattern: Pattern)], rest: Name?)
    /// `Type(positional, keyword=pattern)`.
    case class_(Expression, positional: [Pattern], keywords: [(Name, Pattern)])
    case or([Pattern])
    case as_(Pattern, Name)
  }
}
