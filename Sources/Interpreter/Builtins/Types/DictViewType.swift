// The types `dict_keys`, `dict_values` and `dict_items`. Views of keys and of items are sets, too.
import Syntax

enum DictViewType {
  /// `dict_keys`.
  static func define(_ t: TypeBuilder) {
    define(t, .keys)
  }

  static func define(_ t: TypeBuilder, _ part: DictPart) {
    t.final()
    t.container(contains: part != .values, length: true, iterate: true)
    t.method("__reversed__", "self, /", .one(reversed))
    t.method("__repr__", "self, /", .one(repr))
    t.property("mapping") { f, this throws(Raised) in
      .object(MappingProxy(.object(try receiver(this, "mapping", f).dict)))
    }
    if part == .values { return }
    t.operators([.bitAnd, .bitOr, .bitXor, .subtract], reflected: true)
    t.comparisons()
    t.unhashable()
    t.method("isdisjoint", "self, other, /", .two(isDisjoint))
  }

  private static func view(_ this: Value) -> DictView? { this.cast(.dictView, DictView.self) }

  /// A view that is a set: of keys or of items.
  private static func setLike(_ value: Value) -> DictView? {
    view(value).flatMap { $0.part == .values ? nil : $0 }
  }

  private static func receiver(_ this: Value, _ method: StaticString, _ f: Frame) throws(Raised) -> DictView {
    guard let view = view(this) else { throw f.wrongReceiver(this, "\(method)", of: "dict_keys") }
    return view
  }

  // MARK: Operators

  /// The set operators, of which one operand is such a view and the other any iterable.
  static func binary(_ op: BinaryOperator, _ l: Value, _ r: Value, _ f: Frame) throws(Raised) -> Value? {
    guard setLike(l) != nil || setLike(r) != nil else { return nil }
    switch op {
    case .bitAnd: return try intersection(l, r, f)
    case .bitOr, .bitXor, .subtract: break
    default: return nil
    }
    let set = SetObject()
    try SetType.update(set, with: l, f)
    switch op {
    case .bitOr: try SetType.update(set, with: r, f)
    case .bitXor: try SetType.symmetricDifferenceUpdate(set, with: r, f)
    default: try SetType.differenceUpdate(set, with: r, f)
    }
    return .object(set)
  }

  private static func intersection(_ l: Value, _ r: Value, _ f: Frame) throws(Raised) -> Value {
    guard var view = setLike(l) else { return try intersection(r, l, f) }
    var r = r
    if let set = r.anySet, view.count <= set.count { return .object(try SetType.intersection(set, l, f)) }
    // The larger view is asked for the members of the smaller.
    if let other = setLike(r), other.count > view.count {
      r = l
      view = other
    }
    let result = SetObject()
    let others = try f.iterate(r)
    while let item = try others.next(f) {
      if try contains(view, item, f) { _ = try result.insert(item, hash: f.hash(item), f) }
    }
    return .object(result)
  }

  static func compare(_ op: ComparisonOperator, _ l: Value, _ r: Value, _ f: Frame) throws(Raised) -> Bool? {
    guard setLike(l) != nil || l.payload.anySet != nil, setLike(r) != nil || r.payload.anySet != nil else { return nil }
    let leftCount = try f.length(l)
    let rightCount = try f.length(r)
    switch op {
    case .equal: return leftCount == rightCount ? try isSubset(l, of: r, f) : false
    case .notEqual: return leftCount == rightCount ? try !isSubset(l, of: r, f) : true
    case .less: return leftCount < rightCount ? try isSubset(l, of: r, f) : false
    case .lessOrEqual: return leftCount <= rightCount ? try isSubset(l, of: r, f) : false
    case .greater: return leftCount > rightCount ? try isSubset(r, of: l, f) : false
    case .greaterOrEqual: return leftCount >= rightCount ? try isSubset(r, of: l, f) : false
    default: return nil
    }
  }

  private static func isSubset(_ a: Value, of b: Value, _ f: Frame) throws(Raised) -> Bool {
    let items = try f.iterate(a)
    while let item = try items.next(f) {
      if let view = setLike(b) {
        if try !contains(view, item, f) { return false }
      } else if try !f.contains(b, item) {
        return false
      }
    }
    return true
  }

  /// `item in view`.
  static func contains(_ view: DictView, _ item: Value, _ f: Frame) throws(Raised) -> Bool {
    switch view.part {
    case .keys:
      return try view.dict.position(of: item, f) >= 0
    case .items:
      guard let pair = item.payload.tuple, pair.items.count == 2,
        let value = try view.dict.value(of: pair.items[0], f)
      else { return false }
      return try f.isEqual(value, pair.items[1])
    case .values:
      var position = 0
      while let (_, value) = view.dict.next(&position) {
        if try f.isEqual(value, item) { return true }
      }
      return false
    }
  }

  // MARK: Methods

  private static func isDisjoint(_ f: Frame, _ this: Value, _ other: Value) throws(Raised) -> Value {
    let view = try receiver(this, "isdisjoint", f)
    let items = try f.iterate(other)
    while let item = try items.next(f) {
      if try contains(view, item, f) { return .bool(false) }
    }
    return .bool(true)
  }

  private static func reversed(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let view = try receiver(this, "__reversed__", f)
    return .object(ReversedDictIterator(view.dict, view.part))
  }

  private static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let view = try receiver(this, "__repr__", f)
    let text = try f.reprOnce(view, "...") { () throws(Raised) in
      var text = StrBuilder()
      text.append(f.typeName(this))
      text.append("(")
      text.append(try f.repr(.list(f.collect(this))))
      text.append(")")
      return text.finish()
    }
    return .object(text)
  }
}

extension Types {
  /// The type of a dict's views of one part.
  func view(of part: DictPart, isOrdered: Bool) -> TypeObject {
    if part == .keys && !isOrdered { return self[.dictView] }
    let name = "\(isOrdered ? "odict" : "dict")_\(part.rawValue)"
    return native(named: name) { DictViewType.define($0, part) }
  }
}
