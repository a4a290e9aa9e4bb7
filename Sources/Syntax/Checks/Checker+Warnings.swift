// What is valid and yet hardly meant: CPython's SyntaxWarnings about expressions.

extension Checker {
  private mutating func warn(_ message: String, _ range: SourceRange) {
    warnings.append(SyntaxWarning(message, range))
  }

  /// `assert (test, message)`
  mutating func warnOfAssertion(_ test: Expression, _ range: SourceRange) {
    if case .tuple(let items) = test.kind, !items.isEmpty {
      warn("assertion is always true, perhaps remove parentheses?", range)
    }
  }

  /// Looks at an expression, not into it. Apart from the walk, whose frames stand on each other.
  @inline(never)
  mutating func warn(of expression: Expression) {
    switch expression.kind {
    case .comparison(let first, let rest): warnOfComparison(first, rest, expression.range)
    case .call(let function, _): warnOfCall(function, expression.range)
    case .subscript_(let object, let index): warnOfSubscript(object, index, expression.range)
    default: break
    }
  }

  /// `x is 5`
  private mutating func warnOfComparison(
    _ first: Expression, _ rest: [(ComparisonOperator, Expression)], _ range: SourceRange
  ) {
    var left = first
    for (op, right) in rest {
      if op == .is_ || op == .isNot, let type = left.nameOfIdentityType ?? right.nameOfIdentityType {
        let (written, meant) = op == .is_ ? ("is", "==") : ("is not", "!=")
        warn("\"\(written)\" with '\(type)' literal. Did you mean \"\(meant)\"?", range)
      }
      left = right
    }
  }

  /// `[(1, 2) (3, 4)]`
  private mutating func warnOfCall(_ function: Expression, _ range: SourceRange) {
    if case .lambda = function.kind { return }
    if let type = function.nameOfType {
      warn("'\(type)' object is not callable; perhaps you missed a comma?", range)
    }
  }

  /// `[1, 2]["a"]`
  private mutating func warnOfSubscript(_ object: Expression, _ index: Expression, _ range: SourceRange) {
    guard let type = object.nameOfType else { return }
    switch type {
    case "str", "bytes", "tuple", "list":
      guard let wrong = index.nameOfType, wrong != "int", wrong != "bool" else { return }
      warn("\(type) indices must be integers or slices, not \(wrong); perhaps you missed a comma?", range)
    case "dict": break
    default: warn("'\(type)' object is not subscriptable; perhaps you missed a comma?", range)
    }
  }
}

extension Expression {
  /// The type of the value, where the expression alone says it.
  fileprivate var nameOfType: String? {
    switch kind {
    case .constant(let constant): constant.nameOfType
    case .tuple: "tuple"
    case .list, .comprehension(.list, _, _, _): "list"
    case .dict, .comprehension(.dict, _, _, _): "dict"
    case .set, .comprehension(.set, _, _, _): "set"
    case .comprehension(.generator, _, _, _): "generator"
    case .lambda: "function"
    case .formatted: "str"
    default: nil
    }
  }

  /// The type, where it is a literal's of which nobody says whether equal ones are identical.
  fileprivate var nameOfIdentityType: String? {
    switch kind {
    case .constant(.none), .constant(.true_), .constant(.false_), .constant(.ellipsis): nil
    case .constant(let constant): constant.nameOfType
    case .unary(.negative, let operand): operand.nameOfIdentityType
    case .tuple(let items): items.allSatisfy(\.isConstant) ? "tuple" : nil
    default: nil
    }
  }

  private var isConstant: Bool {
    switch kind {
    case .constant: true
    case .tuple(let items): items.allSatisfy(\.isConstant)
    default: false
    }
  }
}

extension Constant {
  fileprivate var nameOfType: String {
    switch self {
    case .none: "NoneType"
    case .true_, .false_: "bool"
    case .ellipsis: "ellipsis"
    case .integer: "int"
    case .float: "float"
    case .imaginary: "complex"
    case .string: "str"
    case .bytes: "bytes"
    }
  }
}
