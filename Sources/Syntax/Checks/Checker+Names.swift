// The checks of names: assigned, declared global or nonlocal, rebound in a comprehension.

extension Checker {
  // MARK: Uses and assignments

  /// `name` as the innermost class's private names are really called.
  private func mangled(_ name: String) -> String {
    guard name.hasPrefix("__"), !name.hasSuffix("__"), !name.contains(".") else { return name }
    for scope in scopes.reversed() {
      guard case .class_(let owner) = scope.kind else { continue }
      let stripped = owner.drop { $0 == "_" }
      return stripped.isEmpty ? name : "_\(stripped)\(name)"
    }
    return name
  }

  mutating func use(_ name: String) {
    scope.symbols[mangled(name), default: []].insert(.used)
  }

  mutating func bind(_ name: Name) throws(Failure) {
    try checkAssignable(name.text, name.range)
    scope.symbols[mangled(name.text), default: []].insert(.assigned)
  }

  func checkAssignable(_ name: String, _ range: SourceRange) throws(Failure) {
    if name == "__debug__" { throw Failure("cannot assign to __debug__", range) }
  }

  /// Binds what a target assigns to.
  mutating func bind(_ target: Expression) throws(Failure) {
    if case .starred = target.kind {
      throw Failure("starred assignment target must be in a list or tuple", target.range)
    }
    try bindParts(of: target) { checker, name throws(Failure) in try checker.bind(name) }
  }

  private mutating func bindParts(
    of target: Expression, _ bindName: (inout Checker, Name) throws(Failure) -> Void
  ) throws(Failure) {
    switch target.kind {
    case .name(let text): try bindName(&self, Name(text, target.range))
    case .starred(let value): try bindParts(of: value, bindName)
    case .list(let items), .tuple(let items):
      if items.count(where: \.isStarred) > 1 {
        throw Failure("multiple starred expressions in assignment", target.range)
      }
      for item in items { try bindParts(of: item, bindName) }
    case .attribute(let value, let name):
      try checkAssignable(name.text, target.range)
      try check(value)
    default: try check(target)
    }
  }

  mutating func delete(_ target: Expression) throws(Failure) {
    switch target.kind {
    case .name(let text):
      if text == "__debug__" { throw Failure("cannot delete __debug__", target.range) }
      try bind(Name(text, target.range))
    case .list(let items), .tuple(let items): for item in items { try delete(item) }
    default: try check(target)
    }
  }

  mutating func bind(_ parameters: Parameters) throws(Failure) {
    for parameter in parameters.inOrder {
      let name = parameter.name
      try checkAssignable(name.text, name.range)
      guard !scope.has(mangled(name.text), .parameter) else {
        throw Failure("duplicate argument '\(name.text)' in function definition", name.range)
      }
      scope.symbols[mangled(name.text), default: []].insert(.parameter)
    }
  }

  mutating func bind(_ parameter: TypeParameter) throws(Failure) {
    try checkAssignable(parameter.name.text, parameter.name.range)
    guard !scope.has(mangled(parameter.name.text), .parameter) else {
      throw Failure("duplicate type parameter '\(parameter.name.text)'", parameter.name.range)
    }
    scope.symbols[mangled(parameter.name.text), default: []].insert(.parameter)
  }

  mutating func annotate(_ target: Expression, _ range: SourceRange) throws(Failure) {
    guard case .name(let text) = target.kind else { return try bind(target) }
    let name = mangled(text)
    if scope.kind != .module, scope.has(name, [.global, .nonlocal]) {
      let word = scope.has(name, .global) ? "global" : "nonlocal"
      throw Failure("annotated name '\(text)' can't be \(word)", range)
    }
    try checkAssignable(text, range)
    scope.symbols[name, default: []].formUnion([.assigned, .annotated])
  }

  // MARK: Declarations

  mutating func declareGlobal(_ names: [Name], _ range: SourceRange) throws(Failure) {
    for name in names { try declare(name, .global, "global", range) }
  }

  mutating func declareNonlocal(_ names: [Name], _ range: SourceRange) throws(Failure) {
    if scope.kind == .module { throw Failure("nonlocal declaration not allowed at module level", range) }
    for name in names {
      try declare(name, .nonlocal, "nonlocal", range)
      scope.unresolved.append((mangled(name.text), range))
    }
  }

  private mutating func declare(
    _ name: Name, _ symbol: Scope.Symbol, _ word: String, _ range: SourceRange
  ) throws(Failure) {
    let known = scope.symbols[mangled(name.text)] ?? []
    let text = name.text
    if known.contains(.parameter) { throw Failure("name '\(text)' is parameter and \(word)", range) }
    if known.contains(.used) { throw Failure("name '\(text)' is used prior to \(word) declaration", range) }
    if known.contains(.annotated) { throw Failure("annotated name '\(text)' can't be \(word)", range) }
    if known.contains(.assigned) { throw Failure("name '\(text)' is assigned to before \(word) declaration", range) }
    let other: Scope.Symbol = symbol == .global ? .nonlocal : .global
    if known.contains(other) { throw Failure("name '\(text)' is nonlocal and global", range) }
    scope.symbols[mangled(text), default: []].insert(symbol)
  }

  /// At the end of the innermost scope: hands the nonlocal names that it does not bind to the scope around it.
  mutating func resolve() throws(Failure) {
    let unresolved = scope.unresolved
    for (name, range) in unresolved {
      if scope.isFunctionLike, !scope.has(name, .nonlocal) {
        if scope.has(name, [.parameter, .assigned, .iteration]), !scope.has(name, .global) { continue }
      }
      if case .class_ = scope.kind, name == "__class__" { continue }
      let isHidden = scope.isFunctionLike && scope.has(name, .global)
      guard scopes.count > 1, !isHidden else { throw Failure("no binding for nonlocal '\(name)' found", range) }
      scopes[scopes.count - 2].unresolved.append((name, range))
    }
  }

  // MARK: Comprehensions

  /// Binds the variables of a comprehension's `for`.
  mutating func bindIteration(_ target: Expression) throws(Failure) {
    if case .starred = target.kind {
      throw Failure("starred assignment target must be in a list or tuple", target.range)
    }
    try bindParts(of: target) { checker, name throws(Failure) in
      try checker.checkAssignable(name.text, name.range)
      if checker.scope.has(name.text, .walrus) {
        throw Failure(
          "comprehension inner loop cannot rebind assignment expression target '\(name.text)'", name.range)
      }
      checker.scope.symbols[name.text, default: []].formUnion([.assigned, .iteration])
    }
  }

  /// Binds the name of a `:=`, which inside a comprehension belongs to the function around it.
  mutating func bindWalrus(_ name: Name, _ range: SourceRange) throws(Failure) {
    try checkAssignable(name.text, name.range)
    if case .annotation(let place) = scope.kind {
      throw Failure("named expression cannot be used within \(place)", range)
    }
    if scope.iterables > 0 {
      throw Failure("assignment expression cannot be used in a comprehension iterable expression", range)
    }
    var index = scopes.count - 1
    while scopes[index].isComprehension {
      if scopes[index].has(name.text, .iteration) {
        throw Failure(
          "assignment expression cannot rebind comprehension iteration variable '\(name.text)'", name.range)
      }
      scopes[index].symbols[name.text, default: []].insert(.walrus)
      index -= 1
    }
    if index < scopes.count - 1, case .class_ = scopes[index].kind {
      throw Failure(
        "assignment expression within a comprehension cannot be used in a class body", name.range)
    }
    scopes[index].symbols[mangled(name.text), default: []].insert(.assigned)
  }
}

extension Expression {
  fileprivate var isStarred: Bool {
    if case .starred = kind { true } else { false }
  }
}
