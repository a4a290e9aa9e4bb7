// From the syntax tree to executable nodes: names become slots, cells or globals; shapes choose their node classes.
import Syntax

/// Lowers one module, or one cell at the prompt.
struct Lowering {
  let interpreter: Interpreter
  let file: SourceFile
  let namespace: Namespace
  /// `from __future__ import annotations`: annotations are kept as text.
  private let keepsAnnotations: Bool
  let scopes: ScopeTable
  /// The scope that is being lowered.
  var scope: Scope
  /// How many assignment expressions have been lowered: where the number has grown, a local may have been assigned.
  var walruses = 0
  /// What stands before the names of functions and classes defined here.
  private(set) var qualifier = ""

  /// What becomes of the value of the last statement, where that is an expression.
  enum Result {
    case dropped
    /// It goes to the prompt.
    case shown
    /// The code returns it.
    case returned
  }

  /// - Parameter hasLocals: whether the code keeps its names in a mapping of their own, as a class body does, and not
  ///   among the globals.
  static func lower(
    _ module: Module, into namespace: Namespace, _ interpreter: Interpreter, result: Result = .dropped,
    hasLocals: Bool = false
  ) -> FunctionCode {
    var lowering = Lowering(module, namespace, interpreter, hasLocals: hasLocals)
    var statements = lowering.statements(module.body)
    if result != .dropped, let last = module.body.last, case .expression(let value) = last.kind {
      let node = lowering.expression(value)
      statements[statements.count - 1] = result == .shown ? ShownExpressionNode(node) : ReturnNode(node)
    }
    let body = BlockNode(statements)
    let name = interpreter.intern("<module>")
    return FunctionCode(
      name: name, qualifiedName: name, file: module.file, range: SourceRange(0, 0), namespace: namespace,
      slotNames: lowering.slotNames(lowering.scope), documentation: lowering.documentation(module.body), body: body)
  }

  private init(_ module: Module, _ namespace: Namespace, _ interpreter: Interpreter, hasLocals: Bool) {
    self.interpreter = interpreter
    self.namespace = namespace
    file = module.file
    scopes = Resolver.resolve(module, hasLocals: hasLocals)
    scope = scopes.module
    keepsAnnotations = module.body.contains { statement in
      guard case .importFrom(let source, 0, let names?) = statement.kind, source?.text == "__future__" else {
        return false
      }
      return names.contains { $0.name.text == "annotations" }
    }
  }

  // MARK: Names

  func intern(_ name: String) -> Str { interpreter.intern(name) }

  /// An attribute's or keyword's name, `__private` ones mangled.
  func mangled(_ name: Name) -> Str { intern(mangle(name.text, scope)) }

  private func slotNames(_ scope: Scope) -> [Str] { scope.slotNames.map(intern) }

  /// Reads a variable.
  func variable(_ name: String, _ range: SourceRange) -> ExpressionNode {
    let name = mangle(name, scope)
    let location = Location(range)
    switch scope.location(of: name) {
    case .local(let variable): return LocalNode(scope.frame.slot(of: variable), location)
    case .cell(let variable): return cell(variable, location)
    case .classBody(let outer):
      return ClassBodyNameNode(
        intern(name), outer: outer.map { cell($0, location) } ?? global(name, location), location)
    case .global: return global(name, location)
    }
  }

  private func cell(_ variable: Variable, _ location: Location) -> ExpressionNode {
    CellNode(scope.frame.slot(of: variable), isFree: variable.scope.frame !== scope.frame, location)
  }

  private func global(_ name: String, _ location: Location) -> ExpressionNode {
    let name = intern(name)
    return GlobalNode(
      name, namespace.cell(name), (namespace.builtins ?? interpreter.builtins).cell(name), location)
  }

  /// Assigns a variable.
  func variableTarget(_ name: String, _ range: SourceRange) -> TargetNode {
    let name = mangle(name, scope)
    let location = Location(range)
    switch scope.location(of: name) {
    case .local(let variable): return LocalTarget(scope.frame.slot(of: variable), location)
    case .cell(let variable): return CellTarget(scope.frame.slot(of: variable), location)
    case .classBody: return ClassBodyTarget(intern(name), location)
    case .global: return GlobalTarget(intern(name), namespace.cell(intern(name)), location)
    }
  }

  /// Reads the `__annotations__` of the module or class body being lowered.
  func annotationsVariable(_ range: SourceRange) -> ExpressionNode {
    let name = intern("__annotations__")
    let nowhere = GlobalNode(name, scope.kind == .class_ ? Cell() : namespace.cell(name), Cell(), Location(range))
    return scope.kind == .class_ ? ClassBodyNameNode(name, outer: nowhere, Location(range)) : nowhere
  }

  // MARK: Functions and classes

  /// Lowers code in an inner scope.
  mutating func inside<R>(_ inner: Scope, qualifier: String, _ body: (inout Lowering) -> R) -> R {
    let outer = (scope, self.qualifier)
    scope = inner
    self.qualifier = qualifier
    defer { (scope, self.qualifier) = outer }
    return body(&self)
  }

  mutating func function(_ definition: FunctionDefinition, _ range: SourceRange) -> ExpressionNode {
    let qualified = qualifiedName(definition.name)
    let (defaults, keywordDefaults) = self.defaults(definition.parameters)
    let node = generic(definition.typeParameters, definition.name, range, given: defaults + keywordDefaults.compactMap(\.self)) {
      lowering, given, parameters in
      var given = given[...]
      return lowering.function(
        definition, qualified, defaults: defaults.map { given.isEmpty ? $0 : given.removeFirst() },
        keywordDefaults: keywordDefaults.map { $0 == nil || given.isEmpty ? $0 : given.removeFirst() },
        typeParameters: parameters, range)
    }
    return decorated(definition.decorators, node)
  }

  /// The function that a `def` makes, its defaults being lowered already.
  private mutating func function(
    _ definition: FunctionDefinition, _ qualified: String, defaults: [ExpressionNode],
    keywordDefaults: [ExpressionNode?], typeParameters: [ExpressionNode], _ range: SourceRange
  ) -> ExpressionNode {
    let inner = scopes.scope(.function, definition.name.range)
    let annotations = self.annotations(definition)
    let code = inside(inner, qualifier: qualified + ".<locals>.") { lowering in
      lowering.functionCode(
        name: definition.name.text, qualified: qualified, definition.parameters, range: definition.name.range,
        documentation: lowering.documentation(definition.body), body: lowering.block(definition.body))
    }
    return FunctionNode(
      code, defaults: defaults, keywordDefaults: keywordDefaults, captured: captured(by: inner),
      annotations: annotations, typeParameters: typeParameters, Location(range))
  }

  /// The dotted name of a function or class that is defined here.
  private func qualifiedName(_ name: Name) -> String {
    scope.globals.contains(mangle(name.text, scope)) ? name.text : qualifier + name.text
  }

  mutating func lambda(_ parameters: Parameters, _ body: Expression, _ range: SourceRange) -> ExpressionNode {
    let inner = scopes.scope(.function, range)
    let qualified = qualifier + "<lambda>"
    let (defaults, keywordDefaults) = self.defaults(parameters)
    let code = inside(inner, qualifier: qualified + ".<locals>.") { lowering in
      lowering.functionCode(
        name: "<lambda>", qualified: qualified, parameters, range: range, documentation: .none,
        body: ReturnNode(lowering.expression(body)))
    }
    return FunctionNode(
      code, defaults: defaults, keywordDefaults: keywordDefaults, captured: captured(by: inner), Location(range))
  }

  /// The code of the function whose scope is being lowered.
  func functionCode(
    name: String, qualified: String, _ parameters: Parameters, range: SourceRange, documentation: Value,
    body: StatementNode
  ) -> FunctionCode {
    let count = parameters.inSlotOrder.count
    let ownCells = scope.order.filter { $0.isCaptured && $0.scope === scope }.map(\.slot)
    return FunctionCode(
      name: intern(name), qualifiedName: intern(qualified), file: file, range: range, namespace: namespace,
      slotNames: slotNames(scope), positionalOnlyCount: parameters.positionalOnly.count,
      positionalCount: parameters.positionalOnly.count + parameters.regular.count,
      keywordOnlyCount: parameters.keywordOnly.count, hasStarred: parameters.starred != nil,
      hasDoubleStarred: parameters.doubleStarred != nil, cellParameters: ownCells.filter { $0 < count },
      cellSlots: ownCells.filter { $0 >= count }, freeSlots: scope.freeSlotsInOrder, isGenerator: scope.isGenerator,
      documentation: documentation, body: body)
  }

  /// The slots, in the frame being lowered, of the cells that an inner scope captures.
  func captured(by inner: Scope) -> [Int] {
    inner.free.map { scope.frame.slot(of: $0) }
  }

  private mutating func defaults(_ parameters: Parameters) -> ([ExpressionNode], [ExpressionNode?]) {
    var positional: [ExpressionNode] = []
    for parameter in parameters.positionalOnly + parameters.regular {
      if let value = parameter.defaultValue { positional.append(expression(value)) }
    }
    var keywordOnly: [ExpressionNode?] = []
    for parameter in parameters.keywordOnly { keywordOnly.append(parameter.defaultValue.map { expression($0) }) }
    return (positional, keywordOnly)
  }

  private mutating func annotations(_ definition: FunctionDefinition) -> [(name: Str, node: ExpressionNode)] {
    var annotations: [(name: Str, node: ExpressionNode)] = []
    let parameters = definition.parameters
    let inOrder = parameters.positionalOnly + parameters.regular + [parameters.starred].compactMap(\.self)
      + parameters.keywordOnly + [parameters.doubleStarred].compactMap(\.self)
    for parameter in inOrder {
      if let value = parameter.annotation { annotations.append((mangled(parameter.name), annotation(value))) }
    }
    if let value = definition.returns { annotations.append((intern("return"), annotation(value))) }
    return annotations
  }

  mutating func annotation(_ value: Expression) -> ExpressionNode {
    keepsAnnotations ? ConstantNode(.text(file.text(in: value.range)), Location(value.range)) : expression(value)
  }

  private mutating func decorated(_ decorators: [Expression], _ node: ExpressionNode) -> ExpressionNode {
    if decorators.isEmpty { return node }
    return DecoratedNode(decorators.map { expression($0) }, node, node.location)
  }

  mutating func classDefinition(_ definition: ClassDefinition, _ range: SourceRange) -> ExpressionNode {
    let qualified = qualifiedName(definition.name)
    let node = generic(definition.typeParameters, definition.name, range, given: []) { lowering, _, parameters in
      lowering.classDefinition(definition, qualified, typeParameters: parameters, range)
    }
    return decorated(definition.decorators, node)
  }

  private mutating func classDefinition(
    _ definition: ClassDefinition, _ qualified: String, typeParameters: [ExpressionNode], _ range: SourceRange
  ) -> ExpressionNode {
    let inner = scopes.scope(.class_, definition.name.range)
    let arguments = self.arguments(definition.arguments)
    let body = inside(inner, qualifier: qualified + ".") { $0.block(definition.body) }
    let code = FunctionCode(
      name: intern(definition.name.text), qualifiedName: intern(qualified), file: file, range: definition.name.range,
      namespace: namespace, slotNames: slotNames(inner), freeSlots: inner.freeSlotsInOrder,
      documentation: documentation(definition.body), body: body)
    return ClassNode(
      code, arguments: arguments, captured: captured(by: inner), classCell: inner.variables["__class__"]?.slot,
      typeParameters: typeParameters, Location(range))
  }

  /// The string that a body begins with.
  private func documentation(_ body: [Statement]) -> Value {
    guard let first = body.first, case .expression(let value) = first.kind,
      case .constant(.string(let text)) = value.kind
    else { return .none }
    return .object(Str(utf8: text))
  }

  // MARK: Comprehensions

  mutating func comprehension(
    _ kind: ComprehensionKind, _ element: Expression, _ value: Expression?, _ clauses: [ComprehensionClause],
    _ range: SourceRange
  ) -> ExpressionNode {
    if kind == .generator { return generatorExpression(element, clauses, range) }
    let inner = scopes.scope(.comprehension, range)
    let first = expression(clauses[0].iterable)
    let location = Location(range)
    return inside(inner, qualifier: qualifier) { lowering in
      let loop = lowering.loop(clauses, first: first)
      let element = lowering.expression(element)
      switch kind {
      case .list: return ListComprehensionNode(element, loop, location)
      case .set: return SetComprehensionNode(element, loop, location)
      case .dict: return DictComprehensionNode(element, lowering.expression(value!), loop, location)
      case .generator: preconditionFailure("generator expressions are lowered as functions")
      }
    }
  }

  /// The loops of a comprehension, whose first iterable was lowered in the scope around it.
  private mutating func loop(_ clauses: [ComprehensionClause], first: ExpressionNode) -> ComprehensionLoop {
    let clause = self.clause(clauses[...], first: first)
    return ComprehensionLoop(
      clause, cells: scope.order.filter(\.isCaptured).map(\.slot),
      locals: scope.order.filter { !$0.isCaptured }.map(\.slot))
  }

  private mutating func clause(
    _ clauses: ArraySlice<ComprehensionClause>, first: ExpressionNode?
  ) -> ClauseNode {
    let clause = clauses.first!
    let iterable = first ?? expression(clause.iterable)
    let target = target(clause.target)
    let conditions = clause.conditions.map { expression($0) }
    let condition = conditions.dropLast().reversed().reduce(conditions.last) { AndNode($1, $0!, $1.location) }
    let rest = clauses.dropFirst()
    return ClauseNode(target, iterable, condition, inner: rest.isEmpty ? nil : self.clause(rest, first: nil))
  }

  private mutating func generatorExpression(
    _ element: Expression, _ clauses: [ComprehensionClause], _ range: SourceRange
  ) -> ExpressionNode {
    let inner = scopes.scope(.function, range)
    let first = expression(clauses[0].iterable)
    let parameter = Parameters(
      regular: [.init(name: Name(generatorArgument, range), annotation: nil, defaultValue: nil)])
    let qualified = qualifier + "<genexpr>"
    let code = inside(inner, qualifier: qualified + ".<locals>.") { lowering in
      let source = lowering.variable(generatorArgument, clauses[0].iterable.range)
      return lowering.functionCode(
        name: "<genexpr>", qualified: qualified, parameter, range: range, documentation: .none,
        body: lowering.yieldLoop(element, clauses[...], first: source))
    }
    let function = FunctionNode(
      code, defaults: [], keywordDefaults: [], captured: captured(by: inner), Location(range))
    return GeneratorExpressionNode(function, first, Location(range))
  }

  /// `for target in iterable: if condition: … yield element`.
  private mutating func yieldLoop(
    _ element: Expression, _ clauses: ArraySlice<ComprehensionClause>, first: ExpressionNode?
  ) -> StatementNode {
    guard let clause = clauses.first else {
      return ExpressionStatementNode(YieldNode(expression(element), Location(element.range)))
    }
    let iterable = first ?? expression(clause.iterable)
    let target = target(clause.target)
    let conditions = clause.conditions.map { expression($0) }
    var body = yieldLoop(element, clauses.dropFirst(), first: nil)
    for condition in conditions.reversed() { body = IfNode(condition, body, otherwise: nil) }
    return ForNode(target, iterable, body, otherwise: nil)
  }

  // MARK: Super

  /// `super()` without arguments.
  func superCall(_ range: SourceRange) -> SuperNode? {
    guard case .global = scope.location(of: "super"), case .cell(let owner) = scope.location(of: "__class__") else {
      return nil
    }
    let first = scope.frame.order.first { $0.slot == 0 }
    let receiver = first.map { variable in
      variable.isCaptured
        ? CellNode(variable.slot, isFree: false, Location(range)) : LocalNode(variable.slot, Location(range)) as ExpressionNode
    }
    return SuperNode(classCell: cell(owner, Location(range)), receiver: receiver, Location(range))
  }
}
