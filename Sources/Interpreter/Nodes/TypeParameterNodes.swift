// Type parameters and type aliases at run time. What makes them stands in the module `typing`.
import Syntax

/// A function that is called as soon as it is made: the scope of a definition's type parameters.
final class ImmediateCallNode: ExpressionNode {
  private let function: FunctionNode
  private let arguments: [ExpressionNode]

  init(_ function: FunctionNode, _ arguments: [ExpressionNode], _ location: Location) {
    self.function = function
    self.arguments = arguments
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let values = try f.evaluate(arguments)
    let function = try function.make(f)
    do { return try f.call(.object(function), CallArguments(values)) } catch { throw error.at(location, f) }
  }
}

/// `T: bound = default`: makes the TypeVar, TypeVarTuple or ParamSpec.
final class TypeParameterNode: ExpressionNode {
  private let parameter: TypeParameter
  private let name: Str
  /// Functions that evaluate what is written.
  private let bound: ExpressionNode?
  private let defaultValue: ExpressionNode?

  init(
    _ parameter: TypeParameter, _ name: Str, bound: ExpressionNode?, defaultValue: ExpressionNode?,
    _ location: Location
  ) {
    self.parameter = parameter
    self.name = name
    self.bound = bound
    self.defaultValue = defaultValue
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let bound = try bound?.evaluate(f) ?? .none
    let defaultValue = try defaultValue?.evaluate(f) ?? .none
    let arguments: ContiguousArray<Value> = [
      .text(parameter.kind.description), .object(name), .object(f.code.namespace.name), bound,
      .bool(parameter.isConstrained), defaultValue,
    ]
    return try f.call(f.typingMember("_type_parameter"), CallArguments(arguments))
  }
}

/// `type name[parameters] = value`.
final class TypeAliasNode: ExpressionNode {
  private let name: Str
  private let parameters: [ExpressionNode]
  private let value: ExpressionNode

  init(_ name: Str, _ parameters: [ExpressionNode], _ value: ExpressionNode, _ location: Location) {
    self.name = name
    self.parameters = parameters
    self.value = value
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let parameters = try f.evaluate(parameters)
    return .object(
      TypeAlias(
        name: name, parameters: parameters, value: .unbound, evaluate: try value.evaluate(f),
        moduleName: .object(f.code.namespace.name)))
  }
}

extension Frame {
  func evaluate(_ nodes: [ExpressionNode]) throws(Raised) -> ContiguousArray<Value> {
    var values: ContiguousArray<Value> = []
    for node in nodes { values.append(try node.evaluate(self)) }
    return values
  }

  /// Something of the module `typing`, which is imported if it has not been.
  func typingMember(_ name: String) throws(Raised) -> Value {
    try attribute(of: importModule("typing"), interpreter.intern(name))
  }

  /// `Generic[parameters]`, the last base of a class with type parameters.
  func genericBase(_ parameters: ContiguousArray<Value>) throws(Raised) -> Value {
    try call(typingMember("_generic_base"), .tuple(parameters))
  }
}
