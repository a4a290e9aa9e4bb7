// Lowering of type parameters and type aliases: scopes of their own, which run at once or when somebody asks.
import Syntax

extension Lowering {
  /// A definition inside the scope of its type parameters, where it has any. That is a function which is called at once.
  ///
  /// - Parameters:
  ///   - given: what is evaluated outside of that scope: the values reach the definition as hidden parameters.
  ///   - body: lowers the definition, with the nodes that read what was given and the nodes that read the type
  ///     parameters. Without any it gets no nodes and lowers in the scope that is there.
  mutating func generic(
    _ parameters: [TypeParameter], _ owner: Name, _ range: SourceRange, given: [ExpressionNode],
    _ body: (inout Lowering, _ given: [ExpressionNode], _ parameters: [ExpressionNode]) -> ExpressionNode
  ) -> ExpressionNode {
    if parameters.isEmpty { return body(&self, [], []) }
    let inner = scopes.scope(.function, .typeParameters(of: owner))
    let name = "<generic parameters of \(owner.text)>"
    let location = Location(range)
    var arguments = given
    if inner.seesClass { arguments.insert(LocalNode(0, location), at: 0) }
    let hidden = given.indices.map { LocalNode($0 + (inner.seesClass ? 1 : 0), location) }
    let code = inside(inner, qualifier: qualifier) { lowering in
      var statements: [StatementNode] = parameters.map { parameter in
        AssignNode(
          [lowering.variableTarget(parameter.name.text, parameter.name.range)], lowering.typeParameter(parameter))
      }
      let read = parameters.map { lowering.variable($0.name.text, $0.name.range) }
      statements.append(ReturnNode(body(&lowering, hidden, read)))
      return lowering.functionCode(
        name: name, qualified: name, lowering.hiddenParameters(arguments.count), range: range,
        documentation: .none, body: BlockNode(statements))
    }
    let function = FunctionNode(
      code, defaults: [], keywordDefaults: [], captured: captured(by: inner), location)
    return ImmediateCallNode(function, arguments, location)
  }

  /// `type name[parameters] = value`.
  mutating func typeAlias(
    _ name: Name, _ parameters: [TypeParameter], _ value: Expression, _ range: SourceRange
  ) -> StatementNode {
    let alias = generic(parameters, name, range, given: []) { lowering, _, parameters in
      TypeAliasNode(lowering.intern(name.text), parameters, lowering.lazyValue(value), Location(range))
    }
    return AssignNode([variableTarget(name.text, name.range)], alias)
  }

  private mutating func typeParameter(_ parameter: TypeParameter) -> ExpressionNode {
    TypeParameterNode(
      parameter, intern(parameter.name.text), bound: parameter.bound.map { lazyValue($0) },
      defaultValue: parameter.defaultValue.map { lazyValue($0) }, Location(parameter.range))
  }

  /// That many parameters, which take the first slots.
  private func hiddenParameters(_ count: Int) -> Parameters {
    Parameters(regular: scope.order.prefix(count).map { variable in
      .init(name: Name(variable.name, SourceRange(0, 0)), annotation: nil, defaultValue: nil)
    })
  }

  /// A function without arguments that evaluates an expression.
  private mutating func lazyValue(_ value: Expression) -> ExpressionNode {
    let inner = scopes.scope(.function, .lazyValue(value))
    let code = inside(inner, qualifier: qualifier) { lowering in
      lowering.functionCode(
        name: "<lazy value>", qualified: "<lazy value>", lowering.hiddenParameters(inner.seesClass ? 1 : 0),
        range: value.range, documentation: .none, body: ReturnNode(lowering.expression(value)))
    }
    return FunctionNode(
      code, defaults: inner.seesClass ? [LocalNode(0, Location(value.range))] : [], keywordDefaults: [],
      captured: captured(by: inner), Location(value.range))
  }
}
