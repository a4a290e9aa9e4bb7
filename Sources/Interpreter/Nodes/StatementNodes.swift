// Simple statements and blocks.
import Syntax

/// Statements one after the other.
final class BlockNode: StatementNode {
  private let statements: NodeList<StatementNode>

  init(_ statements: [StatementNode]) {
    self.statements = NodeList(statements)
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    var index = 0
    while index < statements.count {
      let flow = try statements.execute(index, f)
      guard case .next = flow else { return flow }
      index &+= 1
    }
    return .next
  }
}

/// An expression for its effect.
final class ExpressionStatementNode: StatementNode {
  private let expression: ExpressionNode

  init(_ expression: ExpressionNode) {
    self.expression = expression
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    _ = try expression.evaluate(f)
    return .next
  }
}

/// The last expression of a cell at the prompt, whose value the prompt shows.
final class ShownExpressionNode: StatementNode {
  private let expression: ExpressionNode

  init(_ expression: ExpressionNode) {
    self.expression = expression
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    let value = try expression.evaluate(f)
    try f.interpreter.showResult(value, f)
    return .next
  }
}

/// `variable = value` for a local or a global.
final class AssignPlaceNode: StatementNode {
  private let place: Place
  private let value: ExpressionNode

  init(_ place: Place, _ value: ExpressionNode) {
    self.place = place
    self.value = value
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    place.pointer(f).store(try value.evaluate(f))
    return .next
  }
}

/// `target = value`.
final class AssignTargetNode: StatementNode {
  private let target: TargetNode
  private let value: ExpressionNode

  init(_ target: TargetNode, _ value: ExpressionNode) {
    self.target = target
    self.value = value
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    try target.assign(value.evaluate(f), f)
    return .next
  }
}

/// `target = … = value`.
final class AssignNode: StatementNode {
  private let targets: [TargetNode]
  private let value: ExpressionNode

  init(_ targets: [TargetNode], _ value: ExpressionNode) {
    self.targets = targets
    self.value = value
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    let value = try value.evaluate(f)
    for target in targets { try target.assign(value, f) }
    return .next
  }
}

/// `a, b = x, y`: no tuple is made.
final class AssignPairNode: StatementNode {
  private let first: TargetNode
  private let second: TargetNode
  private let firstValue: ExpressionNode
  private let secondValue: ExpressionNode

  init(_ first: TargetNode, _ second: TargetNode, _ firstValue: ExpressionNode, _ secondValue: ExpressionNode) {
    self.first = first
    self.second = second
    self.firstValue = firstValue
    self.secondValue = secondValue
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    let x = try firstValue.evaluate(f)
    let y = try secondValue.evaluate(f)
    try first.assign(x, f)
    try second.assign(y, f)
    return .next
  }
}

/// `name: annotation` in a module or class: fills `__annotations__`.
final class AnnotationNode: StatementNode {
  private let name: Str
  private let annotation: ExpressionNode
  private let annotations: ExpressionNode
  private let target: TargetNode

  /// - Parameters:
  ///   - annotations: reads `__annotations__`.
  ///   - target: creates it when it is not there.
  init(_ name: Str, _ annotation: ExpressionNode, annotations: ExpressionNode, target: TargetNode) {
    self.name = name
    self.annotation = annotation
    self.annotations = annotations
    self.target = target
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    let value = try annotation.evaluate(f)
    let dict: Dict
    if let known = (try? annotations.evaluate(f))?.dict {
      dict = known
    } else {
      dict = Dict()
      try target.assign(.object(dict), f)
    }
    dict[name] = value
    return .next
  }
}

/// `del target, …`.
final class DeleteNode: StatementNode {
  private let targets: [TargetNode]

  init(_ targets: [TargetNode]) {
    self.targets = targets
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    for target in targets { try target.delete(f) }
    return .next
  }
}

final class PassNode: StatementNode {
  override func execute(_ f: Frame) throws(Raised) -> Flow { .next }
}

final class BreakNode: StatementNode {
  override func execute(_ f: Frame) throws(Raised) -> Flow { .break_ }
}

final class ContinueNode: StatementNode {
  override func execute(_ f: Frame) throws(Raised) -> Flow { .continue_ }
}

/// `return value`.
final class ReturnNode: StatementNode {
  private let value: ExpressionNode

  init(_ value: ExpressionNode) {
    self.value = value
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    f.resultPlace.store(try value.evaluate(f))
    return .return_
  }
}

/// `if test: body else: otherwise`. An `elif` is an `if` in the place of `otherwise`.
final class IfNode: StatementNode {
  private let test: ExpressionNode
  private let body: StatementNode
  /// What runs otherwise: a node that need not be unwrapped (which counts a reference), where there is one.
  private let otherwise: StatementNode
  private let hasOtherwise: Bool

  init(_ test: ExpressionNode, _ body: StatementNode, otherwise: StatementNode?) {
    self.test = test
    self.body = body
    self.otherwise = otherwise ?? body
    hasOtherwise = otherwise != nil
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    if try test.test(f) { return try body.execute(f) }
    return hasOtherwise ? try otherwise.execute(f) : .next
  }
}

/// `assert test, message`.
final class AssertNode: StatementNode {
  private let test: ExpressionNode
  private let message: ExpressionNode?

  init(_ test: ExpressionNode, _ message: ExpressionNode?) {
    self.test = test
    self.message = message
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    if try test.test(f) { return .next }
    let arguments: ContiguousArray<Value> = try message.map { (node) throws(Raised) in [try node.evaluate(f)] } ?? []
    throw Raised(ExceptionObject(f.types[.AssertionError], arguments)).at(test.location, f)
  }
}
