// Lowering of expressions: which node class serves which shape.
import Syntax

extension Lowering {
  mutating func expression(_ expression: Expression) -> ExpressionNode {
    let location = Location(expression.range)
    switch expression.kind {
    case .name(let name): return variable(name, expression.range)
    case .constant(let constant): return ConstantNode(value(constant), location)
    case .formatted(let parts): return formatted(parts, location)
    case .unary(.not, let operand): return NotNode(self.expression(operand), location)
    case .unary(let op, let operand): return unary(op, self.expression(operand), location)
    case .binary(let left, let op, let right):
      return binary(op, self.expression(left), self.expression(right), left, right, expression.range)
    case .comparison(let first, let rest): return comparison(first, rest, expression.range)
    case .and(let operands): return logic(operands) { AndNode($0, $1, location) }
    case .or(let operands): return logic(operands) { OrNode($0, $1, location) }
    case .conditional(let test, let then, let otherwise):
      return ConditionalNode(self.expression(test), self.expression(then), self.expression(otherwise), location)
    case .lambda(let parameters, let body): return lambda(parameters, body, expression.range)
    case .call(let callee, let arguments): return call(callee, arguments, expression.range)
    case .attribute(let object, let name):
      return attribute(object, name, attributeLocation(expression.range, name))
    case .subscript_(let container, let key):
      let location = Location(
        expression.range, anchor: anchor(from: container.range, to: expression.range, opening: "["))
      let (container, key, isStable) = subscripted(container, key)
      if let slice = key as? SliceNode, slice.step == nil, interpreter.specializesNodes {
        return PartNode(container, slice, location)
      }
      guard isStable, let place = container.place else { return SubscriptNode(container, key, location) }
      if let keyPlace = key.place { return PlaceSubscriptPlaceNode(place, keyPlace, container, key, location) }
      return PlaceSubscriptNode(place, container, key, location)
    case .slice(let lower, let upper, let step):
      return SliceNode(
        lower.map { self.expression($0) }, upper.map { self.expression($0) }, step.map { self.expression($0) }, location)
    case .starred(let inner): return self.expression(inner)
    case .list(let members): return ListNode(displayMembers(members), location)
    case .tuple(let members): return tuple(members, location)
    case .set(let members): return SetNode(displayMembers(members), location)
    case .dict(let items):
      return DictNode(items.map { ($0.key.map { self.expression($0) }, self.expression($0.value)) }, location)
    case .comprehension(let kind, let element, let value, let clauses):
      return comprehension(kind, element, value, clauses, expression.range)
    case .walrus(let name, let value):
      walruses += 1
      return WalrusNode(variableTarget(name.text, name.range), self.expression(value), location)
    case .yield(let value): return YieldNode(value.map { self.expression($0) }, location)
    case .yieldFrom(let value): return YieldFromNode(self.expression(value), location)
    }
  }

  // MARK: Attributes and subscripts

  mutating func attribute(_ object: Expression, _ name: Name, _ location: Location) -> AttributeNode {
    let node = expression(object)
    guard interpreter.specializesNodes, let place = node.place else { return AttributeNode(node, mangled(name), location) }
    return PlaceAttributeNode(place, node, mangled(name), location)
  }

  /// The parts of a subscript, and whether the container can be looked at where it stands while the key is evaluated:
  /// a local unless the key assigns one, a global where the key runs no code.
  private mutating func subscripted(
    _ container: Expression, _ key: Expression
  ) -> (container: ExpressionNode, key: ExpressionNode, isStable: Bool) {
    let container = expression(container)
    let before = walruses
    let key = expression(key)
    let isStable = key.place != nil || (container.place?.isLocal == true && walruses == before)
    return (container, key, isStable && interpreter.specializesNodes)
  }

  // MARK: Constants

  private func value(_ constant: Constant) -> Value {
    switch constant {
    case .none: .none
    case .true_: .bool(true)
    case .false_: .bool(false)
    case .ellipsis: .ellipsis
    case .integer(let literal): value(literal)
    case .float(let value): .float(value)
    case .imaginary(let value): ComplexType.make(real: 0, imaginary: value)
    case .string(let text): .object(text.count <= 32 ? intern(Str(utf8: text)) : Str(utf8: text))
    case .bytes(let bytes): .bytes(bytes)
    }
  }

  private func intern(_ text: Str) -> Str {
    text.isASCII ? interpreter.intern(text) : text
  }

  private func value(_ literal: IntegerLiteral) -> Value {
    if let small = Int(literal.digits, radix: literal.radix) { return .int(small) }
    return IntType.parse(digits: Array(literal.digits.utf8), radix: literal.radix)
  }

  private mutating func displayMembers(_ members: [Expression]) -> [DisplayMember] {
    members.map { member in
      if case .starred(let inner) = member.kind { return DisplayMember(node: expression(inner), isStarred: true) }
      return DisplayMember(node: expression(member), isStarred: false)
    }
  }

  private mutating func tuple(_ members: [Expression], _ location: Location) -> ExpressionNode {
    let lowered = displayMembers(members)
    let constants = lowered.compactMap { $0.isStarred ? nil : ($0.node as? ConstantNode)?.value }
    if constants.count == lowered.count { return ConstantNode(.tuple(ContiguousArray(constants)), location) }
    return TupleNode(lowered, location)
  }

  private mutating func formatted(_ parts: [FormattedPart], _ location: Location) -> FormattedNode {
    var nodes: [FormattedNode.Part] = []
    for part in parts {
      switch part {
      case .literal(let text): nodes.append(.literal(Str(utf8: text)))
      case .replacement(let value, let selfDocumenting, let conversion, let spec, let range):
        if let selfDocumenting { nodes.append(.literal(Str(selfDocumenting))) }
        let usesRepr = selfDocumenting != nil && conversion == nil && spec == nil
        nodes.append(
          .replacement(
            expression(value), usesRepr ? .repr : conversion, spec: spec.map { formatted($0, location) },
            Location(range)))
      }
    }
    return FormattedNode(nodes, location)
  }

  // MARK: Operators

  private func unary(_ op: UnaryOperator, _ operand: ExpressionNode, _ location: Location) -> ExpressionNode {
    if op != .not, let constant = operand as? ConstantNode, let folded = Arithmetic.unary(op, constant.value) {
      return ConstantNode(folded, location)
    }
    return UnaryNode(op, operand, location)
  }

  private func binary(
    _ op: BinaryOperator, _ l: ExpressionNode, _ r: ExpressionNode, _ left: Expression, _ right: Expression,
    _ range: SourceRange
  ) -> ExpressionNode {
    let location = Location(range, anchor: operatorRange(op.symbol, between: left.range, and: right.range))
    guard interpreter.specializesNodes else { return BinaryNode(op, l, r, location) }
    if op == .bitOr, let display = r as? SetNode, let member = display.onlyMember {
      return MemberUnionNode(l, display, member, location)
    }
    let constant = (r as? ConstantNode)?.value
    if case .int(let constant)? = constant {
      if let place = l.place { return BinaryPlaceIntNode(op, place, constant, l, r, location) }
      return BinaryNodeIntNode(op, l, constant, r, location)
    }
    switch (l.place, r.place) {
    case (let a?, let b?): return BinaryPlacePlaceNode(op, a, b, l, r, location)
    case (let a?, nil): return BinaryPlaceNodeNode(op, a, l, r, location)
    case (nil, let b?): return BinaryNodePlaceNode(op, l, b, r, location)
    case (nil, nil): return BinaryNode(op, l, r, location)
    }
  }

  /// `a and b and c` from its operands, by what combines two.
  private mutating func logic(
    _ operands: [Expression], _ combine: (ExpressionNode, ExpressionNode) -> ExpressionNode
  ) -> ExpressionNode {
    func joined(_ nodes: ArraySlice<ExpressionNode>) -> ExpressionNode {
      if nodes.count == 1 { return nodes[nodes.startIndex] }
      // A long chain becomes a flat tree; a short one stands on its first operand.
      let cut = nodes.startIndex + (nodes.count > 8 ? nodes.count / 2 : 1)
      return combine(joined(nodes[..<cut]), joined(nodes[cut...]))
    }
    return joined(operands.map { expression($0) }[...])
  }

  private mutating func comparison(
    _ first: Expression, _ rest: [(ComparisonOperator, Expression)], _ range: SourceRange
  ) -> ExpressionNode {
    let l = expression(first)
    if rest.count > 1 {
      let steps = rest.map { ChainNode.Step(op: $0, operand: expression($1), location: Location(range)) }
      return ChainNode(l, steps, Location(range))
    }
    let (op, right) = rest[0]
    let r = expression(right)
    let location = Location(range)
    guard interpreter.specializesNodes else { return CompareNode(op, l, r, location) }
    switch op {
    case .in_, .notIn: return MembershipNode(l, r, isNegated: op == .notIn, location)
    case .is_, .isNot:
      if let a = l.place, let b = r.place { return IdentityPlacePlaceNode(op, a, b, l, r, location) }
      return CompareNode(op, l, r, location)
    default: return order(op, l, r, location)
    }
  }

  private func order(
    _ op: ComparisonOperator, _ l: ExpressionNode, _ r: ExpressionNode, _ location: Location
  ) -> ExpressionNode {
    if case .int(let constant)? = (r as? ConstantNode)?.value {
      if let place = l.place { return OrderPlaceIntNode(op, place, constant, l, r, location) }
      return OrderNodeIntNode(op, l, constant, r, location)
    }
    switch (l.place, r.place) {
    case (let a?, let b?): return OrderPlacePlaceNode(op, a, b, l, r, location)
    case (nil, let b?): return OrderNodePlaceNode(op, l, b, r, location)
    default: return OrderNode(op, l, r, location)
    }
  }

  // MARK: Calls

  private mutating func call(_ callee: Expression, _ arguments: [Argument], _ range: SourceRange) -> ExpressionNode {
    var location = Location(range, anchor: anchor(from: callee.range, to: range, opening: "("))
    if case .attribute(_, let name) = callee.kind, !arguments.contains(where: \.isStarred) {
      location = Location(attributeLocation(range, name).range, anchor: location.anchor)
    }
    if arguments.isEmpty, case .name("super") = callee.kind, let node = superCall(range) { return node }
    let positional = arguments.compactMap { argument -> Expression? in
      if case .positional(let value) = argument { return value }
      return nil
    }
    if positional.count < arguments.count || positional.count > StackedOperands.most || !interpreter.specializesNodes {
      return generalCall(expression(callee), self.arguments(arguments), location)
    }
    if case .attribute(let object, let name) = callee.kind {
      if let proxy = expressionOfSuper(object) {
        return SuperMethodCallNode(
          proxy, mangled(name), positional.map { expression($0) }, attributeLocation: Location(callee.range), location)
      }
      return methodCall(
        object, name, positional, attributeLocation: attributeLocation(callee.range, name), location)
    }
    let function = expression(callee)
    let values = positional.map { expression($0) }
    if let place = function.place { return PlaceCallNode(place, function, values, location) }
    return CallNode(function, values, location)
  }

  private mutating func methodCall(
    _ object: Expression, _ name: Name, _ arguments: [Expression], attributeLocation: Location, _ location: Location
  ) -> ExpressionNode {
    let before = walruses
    let receiver = expression(object)
    let values = arguments.map { expression($0) }
    let call = MethodCallNode(receiver, mangled(name), values, attributeLocation: attributeLocation, location)
    if name.text == "format", let template = (receiver as? ConstantNode)?.value.str {
      return FormatCallNode(template, values, call)
    }
    guard let method = QuickMethodNode.Method(name.text, arguments: values.count), let place = receiver.place,
      values.allSatisfy({ $0.place != nil }) || place.isLocal && walruses == before
    else { return call }
    return QuickMethodNode(method, place, values, call)
  }

  /// The node of a `super()` without arguments.
  private func expressionOfSuper(_ expression: Expression) -> SuperNode? {
    guard case .call(let callee, let arguments) = expression.kind, arguments.isEmpty,
      case .name("super") = callee.kind
    else { return nil }
    return superCall(expression.range)
  }

  private func generalCall(
    _ callee: ExpressionNode, _ arguments: [ArgumentNode], _ location: Location
  ) -> ExpressionNode {
    var values: [ExpressionNode] = []
    var names: [Str] = []
    for argument in arguments {
      switch argument {
      case .positional(let node) where names.isEmpty: values.append(node)
      case .keyword(let name, let node):
        values.append(node)
        names.append(name)
      default: return GeneralCallNode(callee, arguments, location)
      }
    }
    if names.isEmpty || values.count > StackedOperands.most || !interpreter.specializesNodes {
      return GeneralCallNode(callee, arguments, location)
    }
    let call = KeywordCallNode(callee, values, names: names, general: arguments, location)
    if let attribute = callee as? AttributeNode, attribute.name.string == "format",
      let template = (attribute.object as? ConstantNode)?.value.str
    {
      return FormatCallNode(template, values, names: names, call)
    }
    return call
  }

  mutating func arguments(_ arguments: [Argument]) -> [ArgumentNode] {
    arguments.map { argument in
      switch argument {
      case .positional(let value): .positional(expression(value))
      case .starred(let value): .starred(expression(value))
      case .keyword(let name, let value): .keyword(mangled(name), expression(value))
      case .doubleStarred(let value): .doubleStarred(expression(value))
      }
    }
  }

  // MARK: What tracebacks mark

  /// An attribute or the call of a method: only from the name on where the object begins on an earlier line.
  private func attributeLocation(_ range: SourceRange, _ name: Name) -> Location {
    let isOnOneLine = file.line(at: Int(range.start)) == file.line(at: Int(name.range.start))
    return Location(isOnOneLine ? range : SourceRange(Int(name.range.start), Int(range.end)))
  }

  /// The operator's own place between two operands.
  private func operatorRange(_ symbol: String, between left: SourceRange, and right: SourceRange) -> SourceRange? {
    var offset = Int(left.end)
    let end = Int(right.start)
    let first = symbol.utf8.first!
    while offset < end, file.bytes[offset] != first { offset += 1 }
    return offset < end ? SourceRange(offset, offset + symbol.utf8.count) : nil
  }

  /// From the bracket that follows an expression to the end of the whole.
  private func anchor(from inner: SourceRange, to whole: SourceRange, opening: Character) -> SourceRange? {
    let bracket = opening.asciiValue!
    var offset = Int(inner.end)
    while offset < Int(whole.end), file.bytes[offset] != bracket { offset += 1 }
    return offset < Int(whole.end) ? SourceRange(offset, Int(whole.end)) : nil
  }

  // MARK: Targets

  mutating func target(_ target: Expression) -> TargetNode {
    switch target.kind {
    case .name(let name): return variableTarget(name, target.range)
    case .attribute(let object, let name):
      return AttributeTarget(attribute(object, name, attributeLocation(target.range, name)))
    case .subscript_(let container, let key):
      let location = Location(target.range, anchor: anchor(from: container.range, to: target.range, opening: "["))
      let (container, key, isStable) = subscripted(container, key)
      return SubscriptTarget(container, key, isStable: isStable, location)
    case .tuple(let members), .list(let members):
      let star = members.firstIndex { if case .starred = $0.kind { true } else { false } }
      return SequenceTarget(members.map { self.target($0) }, star: star, Location(target.range))
    case .starred(let inner): return self.target(inner)
    default: preconditionFailure("the parser lets only targets be assigned")
    }
  }
}

extension Argument {
  /// `*values` or `**values`.
  fileprivate var isStarred: Bool {
    switch self {
    case .starred, .doubleStarred: true
    case .positional, .keyword: false
    }
  }
}
