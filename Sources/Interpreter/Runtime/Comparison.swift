// Comparison: rich comparison with its fallbacks, equality as containers use it, and membership.
import Syntax

extension ComparisonOperator {
  /// The special method, and the one that the right operand answers with.
  var specials: (forward: SpecialName, reflected: SpecialName) {
    switch self {
    case .equal: (.__eq__, .__eq__)
    case .notEqual: (.__ne__, .__ne__)
    case .less: (.__lt__, .__gt__)
    case .lessOrEqual: (.__le__, .__ge__)
    case .greater: (.__gt__, .__lt__)
    case .greaterOrEqual: (.__ge__, .__le__)
    case .is_, .isNot, .in_, .notIn: preconditionFailure("\(symbol) has no special method")
    }
  }

  /// What the operator says of two values, given their order.
  @inline(__always)
  func holds(forOrder order: Int) -> Bool {
    switch self {
    case .equal: order == 0
    case .notEqual: order != 0
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    case .is_, .isNot, .in_, .notIn: preconditionFailure("\(symbol) is no order")
    }
  }
}

extension Frame {
  /// `l op r` as a value: mostly a bool, but special methods may return anything.
  public func compare(_ op: ComparisonOperator, _ l: Value, _ r: Value) throws(Raised) -> Value {
    switch op {
    case .is_: return .bool(l.isIdentical(to: r))
    case .isNot: return .bool(!l.isIdentical(to: r))
    case .in_: return .bool(try contains(r, l))
    case .notIn: return .bool(try !contains(r, l))
    default: return try richCompare(op, l, r)
    }
  }

  private func richCompare(_ op: ComparisonOperator, _ l: Value, _ r: Value) throws(Raised) -> Value {
    if let truth = try nativeCompare(op, l, r) { return .bool(truth) }
    let specials = op.specials
    let leftType = types.type(of: l)
    let rightType = types.type(of: r)
    let rightFirst = leftType !== rightType && rightType.isSubtype(of: leftType)
    if rightFirst, let value = try callSpecial(specials.reflected, r, l), !value.isNotImplemented { return value }
    if let value = try callSpecial(specials.forward, l, r), !value.isNotImplemented { return value }
    if !rightFirst, let value = try callSpecial(specials.reflected, r, l), !value.isNotImplemented { return value }
    switch op {
    case .equal: return .bool(l.isIdentical(to: r))
    case .notEqual: return .bool(!l.isIdentical(to: r))
    default:
      throw typeError(
        "'\(op.symbol)' not supported between instances of '\(typeName(l))' and '\(typeName(r))'")
    }
  }

  /// What the built-in types alone say; nil where they have no answer.
  func nativeCompare(_ op: ComparisonOperator, _ l: Value, _ r: Value) throws(Raised) -> Bool? {
    guard case .object(let a) = l, case .object(let b) = r, a.kind != .bigInteger else {
      return Arithmetic.compare(op, l, r)
    }
    switch (a.kind, b.kind) {
    case (.str, .str):
      let a = unsafeDowncast(a, to: Str.self)
      let b = unsafeDowncast(b, to: Str.self)
      switch op {
      case .equal: return a == b
      case .notEqual: return !(a == b)
      default: return op.holds(forOrder: Str.compare(a, b))
      }
    case (.list, .list):
      let a = unsafeDowncast(a, to: List.self)
      let b = unsafeDowncast(b, to: List.self)
      return try compareItems(op, a.items, b.items)
    case (.tuple, .tuple):
      return try compareItems(op, unsafeDowncast(a, to: Tuple.self).items, unsafeDowncast(b, to: Tuple.self).items)
    case (.bytes, .bytes), (.bytes, .byteArray), (.byteArray, .bytes), (.byteArray, .byteArray):
      return BytesType.compare(op, l, r)
    case (.dict, .dict):
      guard op == .equal || op == .notEqual else { return nil }
      let equal = try DictType.isEqual(unsafeDowncast(a, to: Dict.self), unsafeDowncast(b, to: Dict.self), self)
      return equal == (op == .equal)
    case (.set, .set), (.set, .frozenSet), (.frozenSet, .set), (.frozenSet, .frozenSet):
      return try SetType.compare(op, unsafeDowncast(a, to: SetObject.self), unsafeDowncast(b, to: SetObject.self), self)
    case (.dictView, _), (_, .dictView):
      return try DictViewType.compare(op, l, r, self)
    case (.range, .range):
      guard op == .equal || op == .notEqual else { return nil }
      let equal = RangeType.isEqual(unsafeDowncast(a, to: RangeObject.self), unsafeDowncast(b, to: RangeObject.self))
      return equal == (op == .equal)
    case (.slice, .slice):
      return try SliceType.compare(op, unsafeDowncast(a, to: Slice.self), unsafeDowncast(b, to: Slice.self), self)
    case (.boundMethod, .boundMethod):
      guard op == .equal || op == .notEqual else { return nil }
      let a = unsafeDowncast(a, to: BoundMethod.self)
      let b = unsafeDowncast(b, to: BoundMethod.self)
      let equal = a.function.isIdentical(to: b.function) && a.receiver.isIdentical(to: b.receiver)
      return equal == (op == .equal)
    default:
      return nil
    }
  }

  /// Compares two sequences member by member.
  private func compareItems(
    _ op: ComparisonOperator, _ a: ContiguousArray<Value>, _ b: ContiguousArray<Value>
  ) throws(Raised) -> Bool {
    if a.count != b.count, op == .equal || op == .notEqual { return op == .notEqual }
    try checkNativeStack(" in comparison")
    for index in 0..<min(a.count, b.count) where try !isEqual(a[index], b[index]) {
      switch op {
      case .equal: return false
      case .notEqual: return true
      default: return try truth(compare(op, a[index], b[index]))
      }
    }
    return op.holds(forOrder: a.count - b.count)
  }

  /// Equality as containers use it: identical values are equal.
  @inline(__always)
  public func isEqual(_ l: Value, _ r: Value) throws(Raised) -> Bool {
    if case .int(let a) = l, case .int(let b) = r { return a == b }
    if l.isIdentical(to: r) { return true }
    return try generalIsEqual(l, r)
  }

  private func generalIsEqual(_ l: Value, _ r: Value) throws(Raised) -> Bool {
    if let truth = try nativeCompare(.equal, l, r) { return truth }
    if case .object(let a) = l, a.kind == .str, case .object(let b) = r, b.kind == .str { return false }
    return try truth(richCompare(.equal, l, r))
  }

  /// `l < r`, as sorting asks.
  @inline(__always)
  public func isLess(_ l: Value, _ r: Value) throws(Raised) -> Bool {
    if case .int(let a) = l, case .int(let b) = r { return a < b }
    return try truth(richCompare(.less, l, r))
  }

  /// `item in container`.
  public func contains(_ container: Value, _ item: Value) throws(Raised) -> Bool {
    if case .object(let object) = container {
      switch object.kind {
      case .set where item.address == nil:
        return try unsafeDowncast(object, to: SetObject.self).contains(item, hash: hash(item), self)
      case .list: return try ListType.contains(unsafeDowncast(object, to: List.self), item, self)
      case .tuple: return try TupleType.contains(unsafeDowncast(object, to: Tuple.self), item, self)
      case .dict: return try unsafeDowncast(object, to: Dict.self).position(of: item, self) >= 0
      case .set, .frozenSet: return try SetType.contains(unsafeDowncast(object, to: SetObject.self), item, self)
      case .str: return try StrType.contains(unsafeDowncast(object, to: Str.self), item, self)
      case .bytes: return try BytesType.contains(unsafeDowncast(object, to: Bytes.self).bytes, item, self)
      case .byteArray: return try BytesType.contains(unsafeDowncast(object, to: ByteArray.self).bytes, item, self)
      case .dictView: return try DictViewType.contains(unsafeDowncast(object, to: DictView.self), item, self)
      case .range: return try RangeType.contains(unsafeDowncast(object, to: RangeObject.self), item, self)
      default: break
      }
      if let method = types.type(of: container).special(.__contains__) {
        if method.isNone { throw typeError("'\(typeName(container))' object is not a container") }
        return try truth(call(bind(method, to: container), item))
      }
    }
    let iterator: Iterator
    do {
      iterator = try iterate(container)
    } catch where error.exception.type === types[.TypeError] {
      throw typeError("argument of type '\(typeName(container))' is not iterable")
    }
    while let member = try iterator.next(self) {
      if try isEqual(member, item) { return true }
    }
    return false
  }
}
