// Finds the scopes of a module, the names that each binds and uses, and gives out slots.
import Syntax

/// The scopes of a module, by the place of the construct that opens them.
struct ScopeTable {
  struct Key: TableKey {
    let kind: Scope.Kind
    let range: SourceRange

    var tableHash: Int { Int(range.start) &* 31 &+ Int(range.end) }
  }

  let module: Scope
  private let scopes: HashTable<Key, Scope>

  fileprivate init(module: Scope, scopes: HashTable<Key, Scope>) {
    self.module = module
    self.scopes = scopes
  }

  /// The scope of a function or class (by its name's range) or of a lambda or comprehension (by its whole range).
  func scope(_ kind: Scope.Kind, _ range: SourceRange) -> Scope {
    scopes[Key(kind: kind, range: range)]!
  }
}

/// Walks a module once and collects its scopes.
struct Resolver {
  private var scopes = HashTable<ScopeTable.Key, Scope>()
  private var all: [Scope] = []
  private var scope: Scope

  /// - Parameter hasLocals: whether the module's names live in a mapping, as a class body's do.
  static func resolve(_ module: Module, hasLocals: Bool = false) -> ScopeTable {
    var resolver = Resolver(hasLocals ? .class_ : .module)
    let top = resolver.scope
    resolver.visit(module.body)
    for scope in resolver.all { scope.resolveUses() }
    var comprehensions = HashTable<Identity, [Scope]>()
    for scope in resolver.all where scope.kind == .comprehension {
      comprehensions[Identity(scope.frame), default: []].append(scope)
    }
    for scope in resolver.all where scope.kind != .comprehension {
      scope.assignSlots(comprehensions: comprehensions[Identity(scope)] ?? [])
    }
    return ScopeTable(module: top, scopes: resolver.scopes)
  }

  private init(_ kind: Scope.Kind) {
    scope = Scope(kind, parent: nil)
    all = [scope]
  }

  // MARK: Scopes

  private mutating func open(_ kind: Scope.Kind, _ range: SourceRange, className: String? = nil, _ body: (inout Resolver) -> Void)
  {
    let outer = scope
    scope = Scope(kind, parent: outer, className: className)
    all.append(scope)
    scopes.insert(scope, for: ScopeTable.Key(kind: kind, range: range))
    body(&self)
    scope = outer
  }

  private func bind(_ name: Name) { scope.bind(mangle(name.text, scope)) }

  /// A walrus and an `import` inside a comprehension bind in the scope around it.
  private func bindOutsideComprehensions(_ name: Name) {
    var target = scope
    while target.kind == .comprehension || target.isGeneratorExpression { target = target.parent! }
    let text = mangle(name.text, target)
    if target !== scope, target.kind == .function || target.kind == .module {
      target.bind(text)
      scope.use(text)
    } else {
      target.bind(text)
    }
  }

  private func use(_ name: String) {
    scope.use(mangle(name, scope))
    if name == "super" || name == "__class__" { useClassCell() }
  }

  /// `super()` needs the class around the method, which it finds in the cell `__class__`.
  private func useClassCell() {
    var outer: Scope? = scope.kind == .class_ ? nil : scope.parent
    while let candidate = outer {
      if candidate.kind == .class_ {
        candidate.bindClassCell()
        scope.use("__class__")
        return
      }
      outer = candidate.parent
    }
  }

  // MARK: Statements

  private mutating func visit(_ statements: [Statement]) {
    // Declarations count for the whole scope, also before them in nested blocks.
    for statement in statements { declare(statement) }
    for statement in statements { visit(statement) }
  }

  private func declare(_ statement: Statement) {
    switch statement.kind {
    case .global(let names): for name in names { scope.globals.insert(mangle(name.text, scope)) }
    case .nonlocal(let names): for name in names { scope.nonlocals.insert(mangle(name.text, scope)) }
    default: break
    }
  }

  private mutating func visit(_ statement: Statement) {
    switch statement.kind {
    case .expression(let value): visit(value)
    case .assign(let targets, let value):
      visit(value)
      for target in targets { visit(target: target) }
    case .augmentedAssign(let target, _, let value):
      visit(target)
      visit(target: target)
      visit(value)
    case .annotatedAssign(let target, let annotation, let value):
      if scope.kind != .function { visit(annotation) }
      if let value { visit(value) }
      visit(target: target)
    case .delete(let targets): for target in targets { visit(target: target) }
    case .pass, .break_, .continue_, .global, .nonlocal: break
    case .return_(let value): visit(value)
    case .raise(let exception, let cause):
      visit(exception)
      visit(cause)
    case .import_(let aliases):
      for alias in aliases {
        let first = alias.name.text.split(separator: ".").first.map(String.init) ?? alias.name.text
        bind(alias.alias ?? Name(first, alias.name.range))
      }
    case .importFrom(_, _, let names): for alias in names ?? [] { bind(alias.alias ?? alias.name) }
    case .assert(let test, let message):
      visit(test)
      visit(message)
    case .if_(let branches, let otherwise):
      for branch in branches {
        visit(branch.test)
        visit(branch.body)
      }
      visit(otherwise ?? [])
    case .while_(let test, let body, let otherwise):
      visit(test)
      visit(body)
      visit(otherwise ?? [])
    case .for_(let target, let iterable, let body, let otherwise):
      visit(iterable)
      visit(target: target)
      visit(body)
      visit(otherwise ?? [])
    case .try_(let body, let handlers, let otherwise, let finally):
      visit(body)
      for handler in handlers {
        visit(handler.type)
        if let name = handler.name { bind(name) }
        visit(handler.body)
      }
      visit(otherwise ?? [])
      visit(finally ?? [])
    case .with(let items, let body):
      for item in items {
        visit(item.context)
        if let target = item.target { visit(target: target) }
      }
      visit(body)
    case .function(let definition): visit(definition)
    case .class_(let definition): visit(definition)
    case .match(let subject, let cases):
      visit(subject)
      for item in cases {
        visit(item.pattern)
        visit(item.condition)
        visit(item.body)
      }
    case .typeAlias(let name, let parameters, let value):
      bind(name)
      generic(parameters, name, hiddenCount: 0) { $0.visitLazily(value) }
    }
  }

  private mutating func visit(_ definition: FunctionDefinition) {
    for decorator in definition.decorators { visit(decorator) }
    visitDefaults(definition.parameters)
    bind(definition.name)
    let hiddenCount = definition.parameters.inSlotOrder.count { $0.defaultValue != nil }
    generic(definition.typeParameters, definition.name, hiddenCount: hiddenCount) { outer in
      outer.visitAnnotations(definition.parameters)
      outer.visit(definition.returns)
      outer.open(.function, definition.name.range) { inner in
        inner.bindParameters(definition.parameters)
        inner.visit(definition.body)
      }
    }
  }

  private mutating func visit(_ definition: ClassDefinition) {
    for decorator in definition.decorators { visit(decorator) }
    bind(definition.name)
    generic(definition.typeParameters, definition.name, hiddenCount: 0) { outer in
      for argument in definition.arguments { outer.visit(argument.value) }
      outer.open(.class_, definition.name.range, className: definition.name.text) { $0.visit(definition.body) }
    }
  }

  private mutating func visitDefaults(_ parameters: Parameters) {
    for parameter in parameters.inSlotOrder { visit(parameter.defaultValue) }
  }

  private mutating func visitAnnotations(_ parameters: Parameters) {
    for parameter in parameters.inSlotOrder { visit(parameter.annotation) }
  }

  // MARK: Types

  /// Opens the scope of a definition's type parameters, if it has any, and visits what sees them.
  ///
  /// - Parameter hiddenCount: how many values, evaluated outside, the scope gets as hidden parameters.
  private mutating func generic(
    _ parameters: [TypeParameter], _ owner: Name, hiddenCount: Int, _ body: (inout Resolver) -> Void
  ) {
    if parameters.isEmpty { return body(&self) }
    openAnnotation(.typeParameters(of: owner)) { inner in
      for index in 0..<hiddenCount { inner.scope.bind(".\(index)") }
      for parameter in parameters { inner.bind(parameter.name) }
      for parameter in parameters {
        if let bound = parameter.bound { inner.visitLazily(bound) }
        if let value = parameter.defaultValue { inner.visitLazily(value) }
      }
      body(&inner)
    }
  }

  /// An expression that is evaluated when somebody asks for its value.
  private mutating func visitLazily(_ value: Expression) {
    openAnnotation(.lazyValue(value)) { $0.visit(value) }
  }

  private mutating func openAnnotation(_ range: SourceRange, _ body: (inout Resolver) -> Void) {
    let isInClass = scope.kind == .class_ || scope.seesClass
    open(.function, range) { inner in
      if isInClass { inner.scope.lookIntoClass() }
      body(&inner)
    }
  }

  private func bindParameters(_ parameters: Parameters) {
    for parameter in parameters.inSlotOrder { bind(parameter.name) }
  }

  private mutating func visit(_ pattern: Pattern) {
    switch pattern.kind {
    case .wildcard: break
    case .capture(let name): bind(name)
    case .value(let value): visit(value)
    case .star(let name): if let name { bind(name) }
    case .sequence(let members), .or(let members): for member in members { visit(member) }
    case .mapping(let items, let rest):
      for item in items {
        visit(item.key)
        visit(item.pattern)
      }
      if let rest { bind(rest) }
    case .class_(let type, let positional, let keywords):
      visit(type)
      for member in positional { visit(member) }
      for (_, member) in keywords { visit(member) }
    case .as_(let inner, let name):
      visit(inner)
      bind(name)
    }
  }

  // MARK: Expressions

  private mutating func visit(target: Expression) {
    switch target.kind {
    case .name(let name): bind(Name(name, target.range))
    case .tuple(let members), .list(let members): for member in members { visit(target: member) }
    case .starred(let inner): visit(target: inner)
    default: visit(target)
    }
  }

  private mutating func visit(_ expression: Expression?) {
    if let expression { visit(expression) }
  }

  private mutating func visit(_ expression: Expression) {
    switch expression.kind {
    case .name(let name): use(name)
    case .constant: break
    case .formatted(let parts): visit(parts)
    case .unary(_, let operand), .starred(let operand), .attribute(let operand, _): visit(operand)
    case .yield(let value):
      scope.frame.isGenerator = true
      visit(value)
    case .yieldFrom(let value):
      scope.frame.isGenerator = true
      visit(value)
    case .binary(let left, _, let right):
      visit(left)
      visit(right)
    case .comparison(let first, let rest):
      visit(first)
      for (_, operand) in rest { visit(operand) }
    case .and(let operands), .or(let operands), .list(let operands), .tuple(let operands), .set(let operands):
      for operand in operands { visit(operand) }
    case .conditional(let test, let then, let otherwise):
      visit(test)
      visit(then)
      visit(otherwise)
    case .lambda(let parameters, let body):
      visitDefaults(parameters)
      open(.function, expression.range) { inner in
        inner.bindParameters(parameters)
        inner.visit(body)
      }
    case .call(let callee, let arguments):
      visit(callee)
      for argument in arguments { visit(argument.value) }
    case .subscript_(let container, let key):
      visit(container)
      visit(key)
    case .slice(let lower, let upper, let step):
      visit(lower)
      visit(upper)
      visit(step)
    case .dict(let items):
      for item in items {
        visit(item.key)
        visit(item.value)
      }
    case .comprehension(let kind, let element, let value, let clauses):
      visit(clauses[0].iterable)
      open(kind == .generator ? .function : .comprehension, expression.range) { inner in
        if kind == .generator {
          inner.scope.isGenerator = true
          inner.scope.isGeneratorExpression = true
          inner.scope.bind(generatorArgument)
        }
        for (index, clause) in clauses.enumerated() {
          if index > 0 { inner.visit(clause.iterable) }
          inner.visit(target: clause.target)
          for condition in clause.conditions { inner.visit(condition) }
        }
        inner.visit(element)
        inner.visit(value)
      }
    case .walrus(let name, let value):
      visit(value)
      bindOutsideComprehensions(name)
    }
  }

  private mutating func visit(_ parts: [FormattedPart]) {
    for part in parts {
      guard case .replacement(let value, _, _, let spec, _) = part else { continue }
      visit(value)
      visit(spec ?? [])
    }
  }
}

extension SourceRange {
  /// Where the scope of a definition's type parameters is found: before the name, where nothing else stands.
  static func typeParameters(of owner: Name) -> SourceRange {
    SourceRange(Int(owner.range.start), Int(owner.range.start))
  }

  /// Where the scope of an expression that is evaluated later is found; a lambda there has the whole range.
  static func lazyValue(_ value: Expression) -> SourceRange {
    SourceRange(Int(value.range.start), Int(value.range.start))
  }
}

/// The hidden parameter by which a generator expression gets its first iterator.
let generatorArgument = ".0"

extension Parameters {
  /// The parameters in the order of their slots.
  var inSlotOrder: [Parameter] {
    positionalOnly + regular + keywordOnly + [starred, doubleStarred].compactMap { $0 }
  }
}

/// `__name` inside a class is `_Class__name`.
func mangle(_ name: String, _ scope: Scope) -> String {
  guard let className = scope.className, name.hasPrefix("__"), !name.hasSuffix("__"), !name.contains(".") else {
    return name
  }
  let stripped = className.drop { $0 == "_" }
  return stripped.isEmpty ? name : "_\(stripped)\(name)"
}
