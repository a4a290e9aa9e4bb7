// `match`: patterns as nodes.
import Syntax

/// `match subject: case …`.
final class MatchNode: StatementNode {
  private let subject: ExpressionNode
  private let cases: [(pattern: PatternNode, condition: ExpressionNode?, body: StatementNode)]

  init(
    _ subject: ExpressionNode, _ cases: [(pattern: PatternNode, condition: ExpressionNode?, body: StatementNode)]
  ) {
    self.subject = subject
    self.cases = cases
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    let value = try subject.evaluate(f)
    for item in cases {
      guard try item.pattern.matches(value, f) else { continue }
      if let condition = item.condition, try !condition.test(f) { continue }
      return try item.body.execute(f)
    }
    return .next
  }
}

/// A pattern: whether a value matches, and what it binds.
class PatternNode {
  final let location: Location

  init(_ location: Location) {
    self.location = location
  }

  func matches(_ value: Value, _ f: Frame) throws(Raised) -> Bool {
    preconditionFailure("\(type(of: self)) does not match")
  }
}

/// `name` or `_`.
final class CapturePattern: PatternNode {
  private let target: TargetNode?

  init(_ target: TargetNode?, _ location: Location) {
    self.target = target
    super.init(location)
  }

  override func matches(_ value: Value, _ f: Frame) throws(Raised) -> Bool {
    try target?.assign(value, f)
    return true
  }
}

/// A literal or a dotted name.
final class ValuePattern: PatternNode {
  private let expected: ExpressionNode
  /// `None`, `True` and `False` match by identity.
  private let byIdentity: Bool

  init(_ expected: ExpressionNode, byIdentity: Bool, _ location: Location) {
    self.expected = expected
    self.byIdentity = byIdentity
    super.init(location)
  }

  override func matches(_ value: Value, _ f: Frame) throws(Raised) -> Bool {
    let expected = try expected.evaluate(f)
    if byIdentity { return value.isIdentical(to: expected) }
    do { return try f.isEqual(value, expected) } catch { throw error.at(location, f) }
  }
}

/// `[a, *rest, b]`.
final class SequencePattern: PatternNode {
  private let before: [PatternNode]
  /// The starred pattern; nil without a star.
  private let rest: PatternNode?
  private let after: [PatternNode]

  init(before: [PatternNode], rest: PatternNode?, after: [PatternNode], _ location: Location) {
    self.before = before
    self.rest = rest
    self.after = after
    super.init(location)
  }

  override func matches(_ value: Value, _ f: Frame) throws(Raised) -> Bool {
    let items: ContiguousArray<Value>
    do {
      guard try f.isSequence(value) else { return false }
      items = try f.collect(value)
    } catch {
      throw error.at(location, f)
    }
    let fixed = before.count + after.count
    guard rest == nil ? items.count == fixed : items.count >= fixed else { return false }
    for (index, pattern) in before.enumerated() where try !pattern.matches(items[index], f) { return false }
    let tail = items.count - after.count
    if let rest, try !rest.matches(.list(ContiguousArray(items[before.count..<tail])), f) { return false }
    for (index, pattern) in after.enumerated() where try !pattern.matches(items[tail + index], f) { return false }
    return true
  }
}

extension Frame {
  /// Whether patterns take a value for a sequence: a built-in one other than texts and bytes, a deque, or an instance
  /// of `collections.abc.Sequence`.
  fileprivate func isSequence(_ value: Value) throws(Raised) -> Bool {
    guard case .object(let object) = value.payload else { return false }
    switch object.kind {
    case .list, .tuple, .range: return true
    case .instance: return try isInstance(value, ofABC: "Sequence")
    case .native:
      if object is Deque { return true }
      return try isInstance(value, ofABC: "Sequence")
    default: return false
    }
  }

  /// Whether patterns take a value for a mapping.
  fileprivate func isMapping(_ value: Value) throws(Raised) -> Bool {
    guard case .object(let object) = value.payload else { return false }
    switch object.kind {
    case .dict: return true
    case .instance, .native: return try isInstance(value, ofABC: "Mapping")
    default: return false
    }
  }

  /// Only a script that has imported `collections.abc` can have made such an instance.
  private func isInstance(_ value: Value, ofABC name: String) throws(Raised) -> Bool {
    guard let type = interpreter.modules[interpreter.intern("collections.abc")]?.module?.namespace[interpreter.intern(name)]
    else { return false }
    return try isInstance(value, type)
  }

  /// A mapping's value of a key, by `get`, so that a missing key makes no item.
  fileprivate func member(of mapping: Value, under key: Value) throws(Raised) -> Value? {
    if let dict = mapping.payload.dict { return try dict.value(of: key, self) }
    let missing = Value.object(Cell())
    let value = try callMethod(mapping, "get", CallArguments([key, missing]))
    return value.isIdentical(to: missing) ? nil : value
  }
}

/// `{key: pattern, **rest}`.
final class MappingPattern: PatternNode {
  private let items: [(key: ExpressionNode, pattern: PatternNode)]
  private let rest: TargetNode?

  init(_ items: [(key: ExpressionNode, pattern: PatternNode)], rest: TargetNode?, _ location: Location) {
    self.items = items
    self.rest = rest
    super.init(location)
  }

  override func matches(_ value: Value, _ f: Frame) throws(Raised) -> Bool {
    let remaining = Dict()
    do {
      guard try f.isMapping(value) else { return false }
      if rest != nil { try DictType.merge(value, into: remaining, f) }
      for item in items {
        let key = try item.key.evaluate(f)
        guard let member = try f.member(of: value, under: key) else { return false }
        if rest != nil { _ = try remaining.remove(key, f) }
        guard try item.pattern.matches(member, f) else { return false }
      }
    } catch {
      throw error.at(location, f)
    }
    try rest?.assign(.object(remaining), f)
    return true
  }
}

/// `Type(positional, keyword=pattern)`.
final class ClassPattern: PatternNode {
  private let type: ExpressionNode
  private let positional: [PatternNode]
  private let keywords: [(name: Str, pattern: PatternNode)]

  init(
    _ type: ExpressionNode, positional: [PatternNode], keywords: [(name: Str, pattern: PatternNode)],
    _ location: Location
  ) {
    self.type = type
    self.positional = positional
    self.keywords = keywords
    super.init(location)
  }

  override func matches(_ value: Value, _ f: Frame) throws(Raised) -> Bool {
    let owner = try type.evaluate(f)
    do throws(Raised) {
      guard let type = owner.type else { throw f.typeError("called match pattern must be a class") }
      guard f.types.type(of: value).isSubtype(of: type) else { return false }
      let names = try positionalNames(type, f)
      for (index, pattern) in positional.enumerated() {
        // A built-in type's single positional pattern is the value itself.
        guard let names else { return try pattern.matches(value, f) }
        guard let member = try f.optionalAttribute(of: value, names[index]), try pattern.matches(member, f) else {
          return false
        }
      }
      for (name, pattern) in keywords {
        guard let member = try f.optionalAttribute(of: value, name), try pattern.matches(member, f) else { return false }
      }
      return true
    } catch {
      throw error.at(location, f)
    }
  }

  /// The attribute names that positional patterns stand for; nil where the value itself is matched.
  private func positionalNames(_ type: TypeObject, _ f: Frame) throws(Raised) -> [Str]? {
    if positional.isEmpty { return [] }
    guard let known = type.lookup(f.interpreter.names[.__match_args__]) else {
      if positional.count == 1, matchesItself(type, f) { return nil }
      throw tooMany(type, accepted: matchesItself(type, f) ? 1 : 0, f)
    }
    guard let names = known.tuple?.items else {
      throw f.typeError("\(type.name.string).__match_args__ must be a tuple (got \(f.typeName(known)))")
    }
    if names.count < positional.count { throw tooMany(type, accepted: names.count, f) }
    var result: [Str] = []
    for name in names.prefix(positional.count) {
      guard let text = name.str else {
        throw f.typeError("__match_args__ elements must be strings (got \(f.typeName(name)))")
      }
      let interned = f.interpreter.intern(text)
      if result.contains(where: { $0 === interned }) || keywords.contains(where: { $0.name == interned }) {
        throw f.typeError("\(type.name.string)() got multiple sub-patterns for attribute '\(interned.string)'")
      }
      result.append(interned)
    }
    return result
  }

  private func tooMany(_ type: TypeObject, accepted: Int, _ f: Frame) -> Raised {
    f.typeError(
      "\(type.name.string)() accepts \(accepted) positional sub-pattern\(accepted == 1 ? "" : "s") "
        + "(\(positional.count) given)")
  }

  private func matchesItself(_ type: TypeObject, _ f: Frame) -> Bool {
    let types = f.types
    let kinds: [Object.Kind] = [.str, .bytes, .byteArray, .list, .tuple, .dict, .set, .frozenSet]
    return ([types.int, types.bool, types.float] + kinds.map { types[$0] }).contains { type.isSubtype(of: $0) }
  }
}

/// `a | b`.
final class OrPattern: PatternNode {
  private let alternatives: [PatternNode]

  init(_ alternatives: [PatternNode], _ location: Location) {
    self.alternatives = alternatives
    super.init(location)
  }

  override func matches(_ value: Value, _ f: Frame) throws(Raised) -> Bool {
    for pattern in alternatives where try pattern.matches(value, f) { return true }
    return false
  }
}

/// `pattern as name`.
final class AsPattern: PatternNode {
  private let inner: PatternNode
  private let target: TargetNode

  init(_ inner: PatternNode, _ target: TargetNode, _ location: Location) {
    self.inner = inner
    self.target = target
    super.init(location)
  }

  override func matches(_ value: Value, _ f: Frame) throws(Raised) -> Bool {
    guard try inner.matches(value, f) else { return false }
    try target.assign(value, f)
    return true
  }
}
