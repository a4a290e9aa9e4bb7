// The types `set` and `frozenset`: construction, operators and the tables of their methods.
import Syntax

enum SetType {
  static func define(_ t: TypeBuilder) {
    t.new("iterable=(), /") { f, _, a throws(Raised) in .object(try make(a[0], frozen: false, f)) }
    t.blank { _, _ throws(Raised) in .object(SetObject()) }
    t.method("__init__", "self, iterable=(), /", .two(initialize))
    t.method("add", "self, object, /", .two(add))
    t.method("discard", "self, object, /", .two(discard))
    t.method("remove", "self, object, /", .two(remove))
    t.method("pop", "self, /", .one(pop))
    t.method("clear", "self, /", .one(clear))
    t.method("update", "self, *others", .two(update))
    t.method("intersection_update", "self, *others", .two(intersectionUpdate))
    t.method("difference_update", "self, *others", .two(differenceUpdate))
    t.method(
      "symmetric_difference_update", "self, other, /",
      .two(symmetricDifferenceUpdate))
    defineCommon(t)
    t.inPlaceOperators([.bitAnd, .bitOr, .bitXor, .subtract])
    t.unhashable()
  }

  /// What both types have.
  static func defineCommon(_ t: TypeBuilder) {
    t.method("copy", "self, /", .one(copy))
    t.method("union", "self, *others", .two(union))
    t.method("intersection", "self, *others", .two(intersection))
    t.method("difference", "self, *others", .two(difference))
    t.method("symmetric_difference", "self, other, /", .two(symmetricDifference))
    t.method("isdisjoint", "self, other, /", .two(isDisjoint))
    t.method("issubset", "self, other, /", .two(isSubset))
    t.method("issuperset", "self, other, /", .two(isSuperset))
    t.method("__reduce__", "self, /", .one(reduce))
    t.operators([.bitAnd, .bitOr, .bitXor, .subtract], reflected: true)
    t.comparisons()
    t.container(contains: true, length: true, iterate: true)
    t.method(
      "__repr__", "self, /", .one { f, this throws(Raised) in .object(try repr(f.set(this, "__repr__"), of: this, f)) })
  }

  /// A set of the members of an iterable; of none when it is unbound.
  static func make(_ iterable: Value, frozen: Bool, _ f: Frame) throws(Raised) -> SetObject {
    let set = SetObject(frozen: frozen)
    if !iterable.isUnbound { try update(set, with: iterable, f) }
    return set
  }

  private static func initialize(_ f: Frame, _ this: Value, _ iterable: Value) throws(Raised) -> Value {
    let set = try f.set(this, "__init__")
    set.removeAll()
    if !iterable.isUnbound { try update(set, with: iterable, f) }
    return .none
  }

  // MARK: Operators

  /// A new set has the kind of the left operand.
  static func binary(_ op: BinaryOperator, _ set: SetObject, _ r: Value, _ f: Frame) throws(Raised) -> Value? {
    guard let other = r.payload.anySet else { return try DictViewType.binary(op, .object(set), r, f) }
    if op == .bitOr {
      let union = copy(set)
      try union.merge(other, f)
      return .object(union)
    }
    let right = Value.object(other)
    switch op {
    case .bitAnd: return .object(try intersection(set, right, f))
    case .subtract: return .object(try difference(set, right, f))
    case .bitXor: return .object(try symmetricDifference(set, right, f))
    default: return nil
    }
  }

  static func inPlace(_ op: BinaryOperator, _ set: SetObject, _ r: Value, _ f: Frame) throws(Raised) -> Bool {
    guard let other = r.payload.anySet else { return false }
    let right = Value.object(other)
    switch op {
    case .bitOr: try update(set, with: right, f)
    case .bitAnd: set.take(from: try intersection(set, right, f))
    case .subtract: try differenceUpdate(set, with: right, f)
    case .bitXor: try symmetricDifferenceUpdate(set, with: right, f)
    default: return false
    }
    return true
  }

  static func compare(
    _ op: ComparisonOperator, _ a: SetObject, _ b: SetObject, _ f: Frame
  ) throws(Raised) -> Bool? {
    let (m, n) = (a.count, b.count)
    switch op {
    case .equal: return m == n ? try isSubset(a, of: b, f) : false
    case .notEqual: return m == n ? try !isSubset(a, of: b, f) : true
    case .less: return m < n ? try isSubset(a, of: b, f) : false
    case .lessOrEqual: return m <= n ? try isSubset(a, of: b, f) : false
    case .greater: return m > n ? try isSubset(b, of: a, f) : false
    case .greaterOrEqual: return m >= n ? try isSubset(b, of: a, f) : false
    default: return nil
    }
  }

  static func isSubset(_ a: SetObject, of b: SetObject, _ f: Frame) throws(Raised) -> Bool {
    if a === b { return true }
    if a.count > b.count { return false }
    var position = 0
    while let (key, hash) = a.next(&position) {
      if try !b.contains(key, hash: hash, f) { return false }
    }
    return true
  }

  /// `item in set`. A set as item stands for the frozen set equal to it.
  static func contains(_ set: SetObject, _ item: Value, _ f: Frame) throws(Raised) -> Bool {
    try set.contains(item, hash: memberHash(item, f), f)
  }

  /// The hash of what is looked up in a set, which may be an unhashable set itself.
  static func memberHash(_ item: Value, _ f: Frame) throws(Raised) -> Int {
    if case .object(let object) = item.payload, object.kind == .set {
      return try hash(unsafeDowncast(object, to: SetObject.self), f)
    }
    return try f.hash(item)
  }

  static func repr(_ set: SetObject, _ f: Frame) throws(Raised) -> Str {
    try repr(set, of: .object(set), f)
  }

  /// The repr of a set in an object whose class is named, unless it is `set` itself.
  private static func repr(_ set: SetObject, of this: Value, _ f: Frame) throws(Raised) -> Str {
    let name = f.typeName(this)
    if set.count == 0 { return Str("\(name)()") }
    return try f.reprOnce(set, "\(name)(...)") { () throws(Raised) in
      let isPlain = f.types.type(of: this) === f.types[.set]
      var text = StrBuilder()
      text.append(isPlain ? "{" : "\(name)({")
      for (index, member) in set.members.enumerated() {
        if index > 0 { text.append(", ") }
        text.append(try f.repr(member))
      }
      text.append(isPlain ? "}" : "})")
      return text.finish()
    }
  }

  /// CPython's hash of a frozen set, which does not depend on the order of the members.
  static func hash(_ set: SetObject, _ f: Frame) throws(Raised) -> Int {
    if let known = set.cachedHash { return known }
    var state: UInt = 0
    var position = 0
    while let (_, hash) = set.next(&position) {
      let bits = UInt(bitPattern: hash)
      state ^= ((bits ^ 89_869_747) ^ (bits << 16)) &* 3_644_798_167
    }
    state ^= (UInt(set.count) &+ 1) &* 1_927_868_237
    state ^= (state >> 11) ^ (state >> 25)
    state = state &* 69_069 &+ 907_133_923
    let hash = state == .max ? 590_923_713 : Int(bitPattern: state)
    if set.kind == .frozenSet { set.cachedHash = hash }
    return hash
  }
}

enum FrozenSetType {
  static func define(_ t: TypeBuilder) {
    t.new("iterable=(), /", new)
    SetType.defineCommon(t)
    t.hashing()
  }

  private static func new(_ f: Frame, _ cls: TypeObject, _ a: Arguments) throws(Raised) -> Value {
    if case .object(let object) = a[0], object.kind == .frozenSet { return a[0] }
    return .object(try SetType.make(a[0], frozen: true, f))
  }
}

extension SetObject {
  /// Adds a value. Raises TypeError for one that is not hashable.
  public func insert(_ value: Value, _ f: Frame) throws(Raised) {
    _ = try insert(value, hash: f.hash(value), f)
  }
}

extension Frame {
  /// The set or frozen set in a method's `self`.
  @inline(__always)
  func set(_ this: Value, _ method: StaticString) throws(Raised) -> SetObject {
    if let set = this.anySet { return set }
    guard let set = this.payload.anySet else { throw wrongReceiver(this, "\(method)", of: "set") }
    return set
  }
}
