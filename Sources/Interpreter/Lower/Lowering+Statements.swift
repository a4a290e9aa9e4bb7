// Lowering of statements and patterns.
import Syntax

extension Lowering {
  mutating func block(_ statements: [Statement]) -> StatementNode {
    let nodes = self.statements(statements)
    return nodes.count == 1 ? nodes[0] : BlockNode(nodes)
  }

  /// The statements that do something.
  mutating func statements(_ statements: [Statement]) -> [StatementNode] {
    statements.map { statement($0) }
  }

  private mutating func statement(_ statement: Statement) -> StatementNode {
    switch statement.kind {
    case .expression(let value): return ExpressionStatementNode(expression(value))
    case .assign(let targets, let value): return assign(targets, value)
    case .augmentedAssign(let target, let op, let value): return augmentedAssign(target, op, value, statement.range)
    case .annotatedAssign(let target, let annotation, let value): return annotatedAssign(target, annotation, value)
    case .delete(let targets): return DeleteNode(targets.map { target($0) })
    case .pass, .global, .nonlocal: return PassNode()
    case .break_: return BreakNode()
    case .continue_: return ContinueNode()
    case .return_(let value): return ReturnNode(value.map { expression($0) } ?? ConstantNode(.none, Location(statement.range)))
    case .raise(let exception, let cause):
      return RaiseNode(
        exception.map { expression($0) }, cause: cause.map { expression($0) }, Location(statement.range))
    case .import_(let aliases): return BlockNode(aliases.map { importNode($0, statement.range) })
    case .importFrom(let module, let level, let names):
      return importFrom(module, level: level, names, statement.range)
    case .assert(let test, let message): return AssertNode(expression(test), message.map { expression($0) })
    case .if_(let branches, let otherwise):
      return ifNode(branches[...], otherwise)
    case .while_(let test, let body, let otherwise):
      return WhileNode(expression(test), block(body), otherwise: otherwise.map { block($0) })
    case .for_(let target, let iterable, let body, let otherwise):
      return ForNode(
        self.target(target), expression(iterable), block(body), otherwise: otherwise.map { block($0) })
    case .try_(let body, let handlers, let otherwise, let finally):
      return tryNode(body, handlers, otherwise, finally)
    case .with(let items, let body): return with(items[...], body)
    case .function(let definition):
      return AssignNode(
        [variableTarget(definition.name.text, definition.name.range)], function(definition, statement.range))
    case .class_(let definition):
      return AssignNode(
        [variableTarget(definition.name.text, definition.name.range)], classDefinition(definition, statement.range))
    case .match(let subject, let cases):
      return MatchNode(
        expression(subject),
        cases.map { (pattern($0.pattern), $0.condition.map { expression($0) }, block($0.body)) })
    case .typeAlias(let name, let parameters, let value): return typeAlias(name, parameters, value, statement.range)
    }
  }

  private mutating func ifNode(_ branches: ArraySlice<Branch>, _ otherwise: [Statement]?) -> StatementNode {
    let branch = branches[branches.startIndex]
    let test = expression(branch.test)
    let body = block(branch.body)
    let rest = branches.dropFirst()
    return IfNode(test, body, otherwise: rest.isEmpty ? otherwise.map { block($0) } : ifNode(rest, otherwise))
  }

  // MARK: Assignment

  private mutating func assign(_ targets: [Expression], _ value: Expression) -> StatementNode {
    if interpreter.specializesNodes, let pair = assignPair(targets, value) { return pair }
    let node = expression(value)
    let lowered = targets.map { target($0) }
    guard lowered.count == 1, interpreter.specializesNodes else { return AssignNode(lowered, node) }
    if let place = lowered[0].place { return AssignPlaceNode(place, node) }
    if let target = lowered[0] as? SubscriptTarget, let container = target.container.place, let key = target.key.place {
      return AssignSubscriptNode(container, key, node, target)
    }
    return AssignTargetNode(lowered[0], node)
  }

  /// `a, b = x, y`, where it is that.
  private mutating func assignPair(_ targets: [Expression], _ value: Expression) -> StatementNode? {
    guard targets.count == 1, case .tuple(let places) = targets[0].kind, case .tuple(let values) = value.kind,
      places.count == 2, values.count == 2, !(places + values).contains(where: \.isStarred)
    else { return nil }
    let nodes = values.map { expression($0) }
    let lowered = places.map { target($0) }
    return AssignPairNode(lowered[0], lowered[1], nodes[0], nodes[1])
  }

  private mutating func augmentedAssign(
    _ target: Expression, _ op: BinaryOperator, _ value: Expression, _ range: SourceRange
  ) -> StatementNode {
    let location = Location(range)
    switch target.kind {
    case .name(let name):
      let node = variable(name, target.range)
      let value = expression(value)
      guard interpreter.specializesNodes else {
        return AugmentedVariableNode(node, variableTarget(name, target.range), op, value, location)
      }
      if let place = node.place {
        if let operand = value.place { return AugmentedPlacePlaceNode(place, node, op, operand, value, location) }
        return AugmentedPlaceNode(place, node, op, value, location)
      }
      if let cell = node as? CellNode { return AugmentedCellNode(cell, op, value, location) }
      return AugmentedVariableNode(node, variableTarget(name, target.range), op, value, location)
    case .attribute(let object, let name):
      let attribute = attribute(object, name, Location(target.range))
      let before = walruses
      let value = expression(value)
      return AugmentedAttributeNode(attribute, isStable: walruses == before, op, value, location)
    case .subscript_(let container, let key):
      return AugmentedSubscriptNode(
        expression(container), expression(key), Location(target.range), op, expression(value), location)
    default: preconditionFailure("the parser lets only single targets be augmented")
    }
  }

  private mutating func annotatedAssign(
    _ target: Expression, _ annotation: Expression, _ value: Expression?
  ) -> StatementNode {
    var nodes: [StatementNode] = []
    if let value { nodes.append(assign([target], value)) }
    if scope.kind != .function, case .name(let name) = target.kind {
      nodes.append(
        AnnotationNode(
          intern(mangle(name, scope)), self.annotation(annotation), annotations: annotationsVariable(target.range),
          target: variableTarget("__annotations__", target.range)))
    }
    return BlockNode(nodes)
  }

  // MARK: Imports

  private func importNode(_ alias: ImportAlias, _ range: SourceRange) -> StatementNode {
    let first = alias.name.text.split(separator: ".").first.map(String.init) ?? alias.name.text
    let target = variableTarget(alias.alias?.text ?? first, range)
    return ImportNode(alias.name.text, target, bindsLeaf: alias.alias != nil, Location(range))
  }

  private func importFrom(_ module: Name?, level: Int, _ names: [ImportAlias]?, _ range: SourceRange) -> StatementNode {
    let lowered = (names ?? []).map { alias in
      let bound = alias.alias ?? alias.name
      return (name: intern(alias.name.text), target: variableTarget(bound.text, bound.range), location: Location(range))
    }
    return ImportFromNode(
      module?.text ?? "", level: level, names: lowered, starNamespace: names == nil ? namespace : nil, Location(range))
  }

  // MARK: Exceptions

  private mutating func tryNode(
    _ body: [Statement], _ handlers: [ExceptHandler], _ otherwise: [Statement]?, _ finally: [Statement]?
  ) -> StatementNode {
    var node = block(body)
    if !handlers.isEmpty {
      let handler = self.handler(handlers[...])!
      let otherwise = otherwise.map { block($0) }
      node = handlers[0].isStarred
        ? TryStarNode(node, handler, otherwise: otherwise) : TryNode(node, handler, otherwise: otherwise)
    }
    return finally.map { FinallyNode(node, finally: block($0)) } ?? node
  }

  private mutating func handler(_ handlers: ArraySlice<ExceptHandler>) -> HandlerNode? {
    guard let handler = handlers.first else { return nil }
    let types = handler.type.map { expression($0) }
    let target = handler.name.map { variableTarget($0.text, $0.range) }
    let body = block(handler.body)
    return HandlerNode(types, target, body, Location(handler.range), next: self.handler(handlers.dropFirst()))
  }

  private mutating func with(_ items: ArraySlice<WithItem>, _ body: [Statement]) -> StatementNode {
    guard let item = items.first else { return block(body) }
    let context = expression(item.context)
    let target = item.target.map { self.target($0) }
    return WithNode(context, target, with(items.dropFirst(), body))
  }

  // MARK: Patterns

  private mutating func pattern(_ pattern: Pattern) -> PatternNode {
    let location = Location(pattern.range)
    switch pattern.kind {
    case .wildcard: return CapturePattern(nil, location)
    case .capture(let name): return CapturePattern(variableTarget(name.text, name.range), location)
    case .star(let name): return CapturePattern(name.map { variableTarget($0.text, $0.range) }, location)
    case .value(let value): return ValuePattern(expression(value), byIdentity: value.isSingleton, location)
    case .sequence(let members): return sequence(members, location)
    case .mapping(let items, let rest):
      return MappingPattern(
        items.map { (expression($0.key), self.pattern($0.pattern)) },
        rest: rest.map { variableTarget($0.text, $0.range) }, location)
    case .class_(let type, let positional, let keywords):
      return ClassPattern(
        expression(type), positional: positional.map { self.pattern($0) },
        keywords: keywords.map { (mangled($0.0), self.pattern($0.1)) }, location)
    case .or(let alternatives): return OrPattern(alternatives.map { self.pattern($0) }, location)
    case .as_(let inner, let name):
      return AsPattern(self.pattern(inner), variableTarget(name.text, name.range), location)
    }
  }

  private mutating func sequence(_ members: [Pattern], _ location: Location) -> PatternNode {
    let star = members.firstIndex { if case .star = $0.kind { true } else { false } }
    let before = members[..<(star ?? members.count)].map { pattern($0) }
    guard let star else { return SequencePattern(before: before, rest: nil, after: [], location) }
    return SequencePattern(
      before: before, rest: pattern(members[star]), after: members[(star + 1)...].map { pattern($0) }, location)
  }
}

extension Expression {
  /// `None`, `True` or `False`.
  fileprivate var isSingleton: Bool {
    switch kind {
    case .constant(.none), .constant(.true_), .constant(.false_): true
    default: false
    }
  }
}

extension Expression {
  fileprivate var isStarred: Bool {
    if case .starred = kind { return true }
    return false
  }
}
