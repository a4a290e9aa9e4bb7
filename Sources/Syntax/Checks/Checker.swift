// Mistakes that the grammar cannot see: what stands outside of what it belongs to, and names declared twice over.
// CPython finds them after parsing, and so does ppd, before anything runs.

/// Walks a tree and throws at the first mistake. Notes what is hardly meant.
struct Checker {
  let file: SourceFile
  var warnings: [SyntaxWarning] = []
  var scopes = [Scope(kind: .module)]
  /// Whether a `from __future__` import may still come.
  var isBeforeCode = true

  /// Checks a whole text. Returns what is hardly meant, in the order of the text.
  static func check(_ body: [Statement], of file: SourceFile) throws(Failure) -> [SyntaxWarning] {
    var checker = Checker(file: file)
    for (index, statement) in body.enumerated() {
      if !(index == 0 && statement.isDocumentation) { try checker.checkFuture(statement) }
      try checker.check(statement)
    }
    try checker.resolve()
    return checker.warnings.sorted { $0.range.start < $1.range.start }
  }

  var scope: Scope {
    get { scopes[scopes.count - 1] }
    _modify { yield &scopes[scopes.count - 1] }
  }

  // MARK: Statements

  mutating func check(_ body: [Statement]) throws(Failure) {
    for statement in body { try check(statement) }
  }

  private mutating func check(_ body: [Statement]?) throws(Failure) {
    if let body { try check(body) }
  }

  mutating func check(_ statement: Statement) throws(Failure) {
    switch statement.kind {
    case .expression(let value): try check(value)
    case .assign(let targets, let value):
      try check(value)
      for target in targets { try bind(target) }
    case .augmentedAssign(let target, _, let value):
      try bind(target)
      try check(value)
    case .annotatedAssign(let target, let annotation, let value):
      try annotate(target, statement.range)
      try check(annotation)
      if let value { try check(value) }
    case .delete(let targets):
      for target in targets { try delete(target) }
    case .pass: break
    case .break_:
      try checkLeaving(statement)
      if scope.loops == 0 { throw Failure("'break' outside loop", statement.range) }
    case .continue_:
      try checkLeaving(statement)
      if scope.loops == 0 { throw Failure("'continue' not properly in loop", statement.range) }
    case .return_(let value):
      guard scope.kind == .function else { throw Failure("'return' outside function", statement.range) }
      if scope.loopsInStarredHandler != nil { throw leavesStarredHandler(statement) }
      if let value { try check(value) }
    case .raise(let exception, let cause):
      if let exception { try check(exception) }
      if let cause { try check(cause) }
    case .global(let names): try declareGlobal(names, statement.range)
    case .nonlocal(let names): try declareNonlocal(names, statement.range)
    case .import_(let names):
      for name in names { try bind(name.boundName) }
    case .importFrom(_, _, let names):
      if let names {
        for name in names { try bind(name.boundName) }
      } else if scope.kind != .module {
        let end = Int(statement.range.end)
        throw Failure("import * only allowed at module level", SourceRange(end - 1, end))
      }
    case .assert(let test, let message):
      warnOfAssertion(test, statement.range)
      try check(test)
      if let message { try check(message) }
    case .if_(let branches, let otherwise):
      for branch in branches {
        try check(branch.test)
        try check(branch.body)
      }
      try check(otherwise)
    case .while_(let test, let body, let otherwise):
      try check(test)
      try checkLoop(body)
      try check(otherwise)
    case .for_(let target, let iterable, let body, let otherwise):
      try bind(target)
      try check(iterable)
      try checkLoop(body)
      try check(otherwise)
    case .try_(let body, let handlers, let otherwise, let finally):
      try check(body)
      try check(handlers)
      try check(otherwise)
      try check(finally)
    case .with(let items, let body):
      for item in items {
        try check(item.context)
        if let target = item.target { try bind(target) }
      }
      try check(body)
    case .function(let definition): try check(definition)
    case .class_(let definition): try check(definition)
    case .match(let subject, let cases):
      try check(subject)
      try check(cases)
    case .typeAlias(let name, let parameters, let value):
      try bind(name)
      try generic(parameters) { checker throws(Failure) in try checker.checkLazily(value, "a type alias") }
    }
  }

  private mutating func checkLoop(_ body: [Statement]) throws(Failure) {
    scope.loops += 1
    scope.loopsInStarredHandler? += 1
    try check(body)
    scope.loopsInStarredHandler? -= 1
    scope.loops -= 1
  }

  /// A `break` or `continue` may not leave the block of an `except*`; in a loop inside it, it does not.
  private func checkLeaving(_ statement: Statement) throws(Failure) {
    if scope.loopsInStarredHandler == 0 { throw leavesStarredHandler(statement) }
  }

  private func leavesStarredHandler(_ statement: Statement) -> Failure {
    Failure("'break', 'continue' and 'return' cannot appear in an except* block", statement.range)
  }

  private mutating func check(_ handlers: [ExceptHandler]) throws(Failure) {
    for (index, handler) in handlers.enumerated() {
      if let type = handler.type {
        try check(type)
      } else if index < handlers.count - 1 {
        throw Failure(
          "default 'except:' must be last", SourceRange(Int(handler.range.start), Int(handler.range.start) + 6))
      }
      if let name = handler.name { try bind(name) }
      let outer = scope.loopsInStarredHandler
      if handler.isStarred { scope.loopsInStarredHandler = 0 }
      try check(handler.body)
      scope.loopsInStarredHandler = outer
    }
  }

  private mutating func check(_ definition: FunctionDefinition) throws(Failure) {
    for decorator in definition.decorators { try check(decorator) }
    try bind(definition.name)
    try checkDefaults(definition.parameters)
    try generic(definition.typeParameters) { checker throws(Failure) in
      try checker.checkAnnotations(definition.parameters)
      if let returns = definition.returns { try checker.check(returns) }
      try checker.enter(.function) { checker throws(Failure) in
        try checker.bind(definition.parameters)
        try checker.check(definition.body)
      }
    }
  }

  private mutating func check(_ definition: ClassDefinition) throws(Failure) {
    for decorator in definition.decorators { try check(decorator) }
    try bind(definition.name)
    try generic(definition.typeParameters) { checker throws(Failure) in
      try checker.check(definition.arguments)
      try checker.enter(.class_(definition.name.text)) { checker throws(Failure) in
        try checker.check(definition.body)
      }
    }
  }

  mutating func checkDefaults(_ parameters: Parameters) throws(Failure) {
    for parameter in parameters.inOrder {
      if let value = parameter.defaultValue { try check(value) }
    }
  }

  private mutating func checkAnnotations(_ parameters: Parameters) throws(Failure) {
    for parameter in parameters.inOrder {
      if let annotation = parameter.annotation { try check(annotation, allowsStar: true) }
    }
  }

  // MARK: Types

  /// Walks what `body` walks where the type parameters, if there are any, are known.
  private mutating func generic(
    _ parameters: [TypeParameter], _ body: (inout Checker) throws(Failure) -> Void
  ) throws(Failure) {
    if parameters.isEmpty { return try body(&self) }
    try enter(.annotation("the definition of a generic")) { checker throws(Failure) in
      try checker.checkDefaultsAreLast(parameters)
      for parameter in parameters { try checker.bind(parameter) }
      for parameter in parameters {
        let kind = parameter.kind.description
        let bound = parameter.isConstrained ? "constraint" : "bound"
        if let value = parameter.bound { try checker.checkLazily(value, "a \(kind) \(bound)") }
        if let value = parameter.defaultValue { try checker.checkLazily(value, "a \(kind) default") }
      }
      try body(&checker)
    }
  }

  private func checkDefaultsAreLast(_ parameters: [TypeParameter]) throws(Failure) {
    guard let first = parameters.firstIndex(where: { $0.defaultValue != nil }),
      let late = parameters[first...].first(where: { $0.defaultValue == nil })
    else { return }
    throw Failure("non-default type parameter '\(late.name.text)' follows default type parameter", late.range)
  }

  /// An expression that is evaluated when somebody asks for its value.
  private mutating func checkLazily(_ value: Expression, _ description: String) throws(Failure) {
    try enter(.annotation(description)) { checker throws(Failure) in try checker.check(value, allowsStar: true) }
  }

  /// Walks what `body` walks as a scope of its own.
  mutating func enter(_ kind: Scope.Kind, _ body: (inout Checker) throws(Failure) -> Void) throws(Failure) {
    scopes.append(Scope(kind: kind, iterables: scope.iterables))
    try body(&self)
    try resolve()
    scopes.removeLast()
  }

  private mutating func checkFuture(_ statement: Statement) throws(Failure) {
    guard case .importFrom(let module?, 0, let names) = statement.kind, module.text == "__future__" else {
      isBeforeCode = false
      return
    }
    if !isBeforeCode {
      throw Failure("from __future__ imports must occur at the beginning of the file", statement.range)
    }
    let features = [
      "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
      "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations",
    ]
    for name in names ?? [] where !features.contains(name.name.text) {
      if name.name.text == "braces" { throw Failure("not a chance", statement.range) }
      throw Failure("future feature \(name.name.text) is not defined", statement.range)
    }
  }
}

extension Statement {
  /// Whether this is a string that stands alone.
  fileprivate var isDocumentation: Bool {
    if case .expression(let value) = kind, case .constant(.string) = value.kind { true } else { false }
  }
}

extension Parameters {
  /// The parameters in the order in which CPython looks at them.
  var inOrder: [Parameter] {
    positionalOnly + regular + keywordOnly + [starred, doubleStarred].compactMap(\.self)
  }
}

extension ImportAlias {
  /// The name that the import binds: `import a.b` binds `a`.
  fileprivate var boundName: Name {
    alias ?? Name(String(name.text.prefix { $0 != "." }), name.range)
  }
}
