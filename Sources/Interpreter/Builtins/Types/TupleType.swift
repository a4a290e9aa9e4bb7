// The type `tuple`.
import Syntax

enum TupleType {
  static func define(_ t: TypeBuilder) {
    t.new("iterable=(), /", new)
    t.newFromOne { f, value throws(Raised) in value.tuple != nil ? value : .tuple(try f.collect(value)) }
    t.method("index", "self, value, start=0, stop=9223372036854775807, /", .four(index))
    t.method("count", "self, value, /", .two(count))
    t.method("__getnewargs__", "self, /", .one(newArguments))
    t.operators([.add, .multiply])
    t.reflectedOperators([.multiply])
    t.comparisons()
    t.container(getItem: true, contains: true, length: true, iterate: true)
    t.representation()
    t.hashing()
  }

  private static func new(_ f: Frame, _ cls: TypeObject, _ a: Arguments) throws(Raised) -> Value {
    if a[0].isUnbound { return .tuple([]) }
    return a[0].tuple != nil ? a[0] : .tuple(try f.collect(a[0]))
  }

  @inline(__always)
  static func item(_ tuple: Tuple, _ key: Value, _ f: Frame) throws(Raised) -> Value {
    if case .int(let index) = key {
      let count = tuple.items.count
      let position = index < 0 ? index &+ count : index
      if position >= 0 && position < count { return tuple.items[position] }
    }
    return try generalItem(tuple, key, f)
  }

  private static func generalItem(_ tuple: Tuple, _ key: Value, _ f: Frame) throws(Raised) -> Value {
    guard let slice = key.slice else {
      return tuple.items[
        try f.position(key, count: tuple.items.count, "tuple", message: "tuple index out of range")]
    }
    let members = try f.members(of: tuple.items, slice)
    return members.count == tuple.items.count && !(slice.step.bigInt?.sign == .minus)
      ? .object(tuple) : .tuple(members)
  }

  static func binary(_ op: BinaryOperator, _ tuple: Tuple, _ r: Value, _ f: Frame) throws(Raised) -> Value? {
    switch op {
    case .add:
      guard let other = r.payload.tuple else { return nil }
      if other.items.isEmpty { return .object(tuple) }
      return tuple.items.isEmpty && r.tuple != nil ? r : .tuple(tuple.items + other.items)
    case .multiply:
      guard let times = try f.repetitions(r, of: tuple.items.count) else { return nil }
      return times == 1 ? .object(tuple) : .tuple(ListType.repeated(tuple.items, times))
    default:
      return nil
    }
  }

  static func contains(_ tuple: Tuple, _ item: Value, _ f: Frame) throws(Raised) -> Bool {
    for member in tuple.items where try f.isEqual(member, item) { return true }
    return false
  }

  static func repr(_ tuple: Tuple, _ f: Frame) throws(Raised) -> Str {
    if tuple.items.isEmpty { return f.interpreter.intern("()") }
    return try f.reprOnce(tuple, "(...)") { () throws(Raised) in
      var text = StrBuilder()
      text.append("(")
      for (index, item) in tuple.items.enumerated() {
        if index > 0 { text.append(", ") }
        try f.appendRepr(item, to: &text)
      }
      text.append(tuple.items.count == 1 ? ",)" : ")")
      return text.finish()
    }
  }

  /// CPython's hash of a tuple (xxHash's mixing of the members' hashes), so that sets of tuples order as there.
  static func hash(_ tuple: Tuple, _ f: Frame) throws(Raised) -> Int {
    if let known = tuple.cachedHash { return known }
    let prime5: UInt = 2_870_177_450_012_600_261
    var state = prime5
    for index in tuple.items.indices {
      state &+= UInt(bitPattern: try f.hash(tuple.items[index])) &* 14_029_467_366_897_019_727
      state = (state << 31 | state >> 33) &* 11_400_714_785_074_694_791
    }
    state &+= UInt(tuple.items.count) ^ (prime5 ^ 3_527_539)
    let hash = state == .max ? 1_546_275_796 : Int(bitPattern: state)
    tuple.cachedHash = hash
    return hash
  }

  // MARK: Methods

  private static func index(
    _ f: Frame, _ this: Value, _ item: Value, _ start: Value, _ stop: Value
  ) throws(Raised) -> Value {
    let items = try f.tuple(this, "index").items
    let lower = try f.searchBound(start, default: 0, items.count)
    let upper = min(try f.searchBound(stop, default: .max, items.count), items.count)
    var index = lower
    while index < upper {
      if try f.isEqual(items[index], item) { return .int(index) }
      index += 1
    }
    throw f.valueError("tuple.index(x): x not in tuple")
  }

  private static func count(_ f: Frame, _ this: Value, _ item: Value) throws(Raised) -> Value {
    var count = 0
    for member in try f.tuple(this, "count").items where try f.isEqual(member, item) { count += 1 }
    return .int(count)
  }

  private static func newArguments(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .tuple([.object(try f.tuple(this, "__getnewargs__"))])
  }
}

extension Frame {
  /// The tuple in a method's `self`.
  @inline(__always)
  func tuple(_ this: Value, _ method: StaticString) throws(Raised) -> Tuple {
    guard let tuple = this.payload.tuple else { throw wrongReceiver(this, "\(method)", of: "tuple") }
    return tuple
  }
}
