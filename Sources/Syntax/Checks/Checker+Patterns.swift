// The checks of `match`: patterns that can never be reached, and names bound twice or not always.

extension Checker {
  mutating func check(_ cases: [MatchCase]) throws(Failure) {
    for (index, case_) in cases.enumerated() {
      if index < cases.count - 1, case_.condition == nil { try checkRefutable(case_.pattern) }
      let names = try names(of: case_.pattern)
      for name in names.values { try bind(name) }
      if let condition = case_.condition { try check(condition) }
      try check(case_.body)
    }
  }

  /// A pattern that matches everything must be the last.
  private func checkRefutable(_ pattern: Pattern) throws(Failure) {
    switch pattern.kind {
    case .wildcard: throw Failure("wildcard makes remaining patterns unreachable", pattern.range)
    case .capture(let name):
      throw Failure("name capture '\(name.text)' makes remaining patterns unreachable", pattern.range)
    case .as_(let inner, _): try checkRefutable(inner)
    case .or(let alternatives):
      if let last = alternatives.last { try checkRefutable(last) }
    default: break
    }
  }

  /// The names that a pattern binds.
  private mutating func names(of pattern: Pattern) throws(Failure) -> [String: Name] {
    switch pattern.kind {
    case .wildcard, .star(nil): return [:]
    case .value(let value):
      try check(value)
      return [:]
    case .capture(let name), .star(let name?): return [name.text: name]
    case .sequence(let items):
      let stars = items.filter(\.isStar)
      if stars.count > 1 { throw Failure("multiple starred names in sequence pattern", pattern.range) }
      return try joined(items)
    case .mapping(let items, let rest):
      try checkKeys(items.map(\.key))
      for item in items { try check(item.key) }
      var names = try joined(items.map(\.pattern))
      if let rest { try add(rest, to: &names) }
      return names
    case .class_(let type, let positional, let keywords):
      try check(type)
      var attributes: Set<String> = []
      for (name, _) in keywords where !attributes.insert(name.text).inserted {
        throw Failure("attribute name repeated in class pattern: \(name.text)", name.range)
      }
      return try joined(positional + keywords.map(\.1))
    case .or(let alternatives): return try alike(alternatives, pattern.range)
    case .as_(let inner, let name):
      var names = try names(of: inner)
      try add(name, to: &names)
      return names
    }
  }

  private func add(_ name: Name, to names: inout [String: Name]) throws(Failure) {
    guard names.updateValue(name, forKey: name.text) == nil else {
      throw Failure("multiple assignments to name '\(name.text)' in pattern", name.range)
    }
  }

  private mutating func joined(_ patterns: [Pattern]) throws(Failure) -> [String: Name] {
    var names: [String: Name] = [:]
    for pattern in patterns {
      for name in try self.names(of: pattern).values.sorted(by: { $0.range.start < $1.range.start }) {
        try add(name, to: &names)
      }
    }
    return names
  }

  /// The names of alternatives, of which each must bind the same.
  private mutating func alike(_ alternatives: [Pattern], _ range: SourceRange) throws(Failure) -> [String: Name] {
    var first: [String: Name]?
    for (index, alternative) in alternatives.enumerated() {
      if index < alternatives.count - 1 { try checkRefutable(alternative) }
      let names = try names(of: alternative)
      if let first, Set(first.keys) != Set(names.keys) {
        throw Failure("alternative patterns bind different names", range)
      }
      first = first ?? names
    }
    return first ?? [:]
  }

  private func checkKeys(_ keys: [Expression]) throws(Failure) {
    var seen: Set<String> = []
    for key in keys {
      guard let text = file.literalText(of: key), !seen.insert(text).inserted else { continue }
      throw Failure("mapping pattern checks duplicate key (\(text))", key.range)
    }
  }
}

extension Pattern {
  fileprivate var isStar: Bool {
    if case .star = kind { true } else { false }
  }
}

extension SourceFile {
  /// A literal as Python would show it; nil for a dotted name.
  fileprivate func literalText(of expression: Expression) -> String? {
    switch expression.kind {
    case .attribute: nil
    case .constant(.string(let text)): "'\(String(decoding: text, as: UTF8.self))'"
    case .constant(.integer(let literal)) where literal.radix == 10: literal.digits
    default: text(in: expression.range)
    }
  }
}
