// The methods of sets and frozen sets, and the set algebra behind them.

extension SetType {
  // MARK: Single members

  static func add(_ f: Frame, _ this: Value, _ item: Value) throws(Raised) -> Value {
    try f.set(this, "add").insert(item, f)
    return .none
  }

  static func discard(_ f: Frame, _ this: Value, _ item: Value) throws(Raised) -> Value {
    _ = try f.set(this, "discard").remove(item, hash: memberHash(item, f), f)
    return .none
  }

  static func remove(_ f: Frame, _ this: Value, _ item: Value) throws(Raised) -> Value {
    if try !f.set(this, "remove").remove(item, hash: memberHash(item, f), f) { throw f.keyError(item) }
    return .none
  }

  static func pop(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    guard let member = try f.set(this, "pop").pop() else {
      throw f.keyError(.text("pop from an empty set"))
    }
    return member
  }

  static func clear(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    try f.set(this, "clear").removeAll()
    return .none
  }

  // MARK: Algebra, as tables

  /// The set in `other`, or a set of the members of any other iterable.
  private static func asSet(_ other: Value, _ f: Frame) throws(Raised) -> SetObject {
    if let set = other.payload.anySet { return set }
    return try make(other, frozen: false, f)
  }

  /// A set of the same kind with the same members.
  static func copy(_ set: SetObject) -> SetObject {
    SetObject(copying: set, frozen: set.kind == .frozenSet)
  }

  /// Adds the members of any iterable.
  static func update(_ set: SetObject, with other: Value, _ f: Frame) throws(Raised) {
    if let members = other.payload.anySet {
      try set.merge(members, f)
    } else if let dict = other.dict {
      set.reserve(dict.count)
      var position = 0
      while let (key, _, hash) = dict.nextEntry(&position) { _ = try set.insert(key, hash: hash, f) }
    } else {
      let items = try f.iterate(other)
      while let item = try items.next(f) { try set.insert(item, f) }
    }
  }

  static func intersection(_ set: SetObject, _ other: Value, _ f: Frame) throws(Raised) -> SetObject {
    let result = SetObject(frozen: set.kind == .frozenSet)
    if let members = other.payload.anySet {
      if members === set { return copy(set) }
      let isSmaller = members.count <= set.count
      let (walked, asked) = isSmaller ? (members, set) : (set, members)
      var position = 0
      while let (key, hash) = walked.next(&position) {
        if try asked.contains(key, hash: hash, f) { _ = try result.insert(key, hash: hash, f) }
      }
      return result
    }
    let items = try f.iterate(other)
    while let item = try items.next(f) {
      let hash = try f.hash(item)
      if try set.contains(item, hash: hash, f) {
        _ = try result.insert(item, hash: hash, f)
        if result.count >= set.count { break }
      }
    }
    return result
  }

  static func difference(_ set: SetObject, _ other: Value, _ f: Frame) throws(Raised) -> SetObject {
    let otherCount = other.payload.anySet?.count ?? other.dict?.count
    // A much larger set is copied, then the few members of the other are looked for.
    guard let otherCount, set.count >> 2 <= otherCount else {
      let result = copy(set)
      try differenceUpdate(result, with: other, f)
      return result
    }
    let result = SetObject(frozen: set.kind == .frozenSet)
    var position = 0
    if let dict = other.dict {
      while let (key, hash) = set.next(&position) {
        if try dict.position(of: key, hash: hash, f) < 0 { _ = try result.insert(key, hash: hash, f) }
      }
    } else if let members = other.payload.anySet {
      while let (key, hash) = set.next(&position) {
        if try !members.contains(key, hash: hash, f) { _ = try result.insert(key, hash: hash, f) }
      }
    }
    return result
  }

  static func differenceUpdate(_ set: SetObject, with other: Value, _ f: Frame) throws(Raised) {
    if var members = other.payload.anySet {
      if members === set { return set.removeAll() }
      if members.count >> 3 > set.count { members = try intersection(set, other, f) }
      var position = 0
      while let (key, hash) = members.next(&position) { _ = try set.remove(key, hash: hash, f) }
    } else {
      let items = try f.iterate(other)
      while let item = try items.next(f) { _ = try set.remove(item, hash: f.hash(item), f) }
    }
    set.compact()
  }

  static func symmetricDifference(_ set: SetObject, _ other: Value, _ f: Frame) throws(Raised) -> SetObject {
    let result = try make(other, frozen: set.kind == .frozenSet, f)
    try symmetricDifferenceUpdate(result, with: .object(set), f)
    return result
  }

  static func symmetricDifferenceUpdate(_ set: SetObject, with other: Value, _ f: Frame) throws(Raised) {
    let members = try asSet(other, f)
    if members === set { return set.removeAll() }
    var position = 0
    while let (key, hash) = members.next(&position) {
      if try !set.remove(key, hash: hash, f) { _ = try set.insert(key, hash: hash, f) }
    }
  }

  // MARK: Algebra, as methods

  static func copy(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let set = try f.set(this, "copy")
    return .object(set.kind == .frozenSet ? set : copy(set))
  }

  static func union(_ f: Frame, _ this: Value, _ others: Value) throws(Raised) -> Value {
    let result = copy(try f.set(this, "union"))
    for other in others.tuple?.items ?? [] { try update(result, with: other, f) }
    return .object(result)
  }

  static func intersection(_ f: Frame, _ this: Value, _ others: Value) throws(Raised) -> Value {
    .object(try intersection(f.set(this, "intersection"), ofAll: others, f))
  }

  private static func intersection(_ set: SetObject, ofAll others: Value, _ f: Frame) throws(Raised) -> SetObject {
    let others = others.tuple?.items ?? []
    if others.isEmpty { return copy(set) }
    var result = set
    for other in others { result = try intersection(result, other, f) }
    return result
  }

  static func difference(_ f: Frame, _ this: Value, _ others: Value) throws(Raised) -> Value {
    let set = try f.set(this, "difference")
    let others = others.tuple?.items ?? []
    guard let first = others.first else { return .object(copy(set)) }
    let result = try difference(set, first, f)
    for other in others.dropFirst() { try differenceUpdate(result, with: other, f) }
    return .object(result)
  }

  static func symmetricDifference(_ f: Frame, _ this: Value, _ other: Value) throws(Raised) -> Value {
    .object(try symmetricDifference(f.set(this, "symmetric_difference"), other, f))
  }

  static func update(_ f: Frame, _ this: Value, _ others: Value) throws(Raised) -> Value {
    let set = try f.set(this, "update")
    for other in others.tuple?.items ?? [] { try update(set, with: other, f) }
    return .none
  }

  static func intersectionUpdate(_ f: Frame, _ this: Value, _ others: Value) throws(Raised) -> Value {
    let set = try f.set(this, "intersection_update")
    set.take(from: try intersection(set, ofAll: others, f))
    return .none
  }

  static func differenceUpdate(_ f: Frame, _ this: Value, _ others: Value) throws(Raised) -> Value {
    let set = try f.set(this, "difference_update")
    for other in others.tuple?.items ?? [] { try differenceUpdate(set, with: other, f) }
    return .none
  }

  static func symmetricDifferenceUpdate(_ f: Frame, _ this: Value, _ other: Value) throws(Raised) -> Value {
    try symmetricDifferenceUpdate(f.set(this, "symmetric_difference_update"), with: other, f)
    return .none
  }

  // MARK: Questions

  static func isDisjoint(_ f: Frame, _ this: Value, _ other: Value) throws(Raised) -> Value {
    let set = try f.set(this, "isdisjoint")
    if let members = other.payload.anySet {
      let isSmaller = members.count <= set.count
      let (walked, asked) = isSmaller ? (members, set) : (set, members)
      var position = 0
      while let (key, hash) = walked.next(&position) {
        if try asked.contains(key, hash: hash, f) { return .bool(false) }
      }
      return .bool(true)
    }
    let items = try f.iterate(other)
    while let item = try items.next(f) {
      if try set.contains(item, hash: f.hash(item), f) { return .bool(false) }
    }
    return .bool(true)
  }

  static func isSubset(_ f: Frame, _ this: Value, _ other: Value) throws(Raised) -> Value {
    let set = try f.set(this, "issubset")
    let members = try asSet(other, f)
    return .bool(try isSubset(set, of: members, f))
  }

  static func isSuperset(_ f: Frame, _ this: Value, _ other: Value) throws(Raised) -> Value {
    let set = try f.set(this, "issuperset")
    if let members = other.payload.anySet { return .bool(try isSubset(members, of: set, f)) }
    let items = try f.iterate(other)
    while let item = try items.next(f) {
      if try !set.contains(item, hash: f.hash(item), f) { return .bool(false) }
    }
    return .bool(true)
  }

  static func reduce(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let members = try f.set(this, "__reduce__").members
    let state: Value = if let instance = this.instance { .object(instance.materializeDictionary()) } else { .none }
    return .tuple([.object(f.types.type(of: this)), .tuple([.list(members)]), state])
  }
}
