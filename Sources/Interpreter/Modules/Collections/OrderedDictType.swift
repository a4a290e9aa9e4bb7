// The type `collections.OrderedDict`.

enum OrderedDictType {
  static func define(_ t: TypeBuilder) {
    t.blankDict()
    t.method("move_to_end", "self, key, last=True", .three(moveToEnd))
    t.method("popitem", "self, last=True", .two(popItem))
    t.method("pop", "self, key, default=None", .three(pop))
    t.method("setdefault", "self, key, default=None", .three(DictType.setDefault))
    t.method("keys", "self, /", .one { f, this throws(Raised) in try view(f, this, .keys) })
    t.method("values", "self, /", .one { f, this throws(Raised) in try view(f, this, .values) })
    t.method("items", "self, /", .one { f, this throws(Raised) in try view(f, this, .items) })
    t.method("__eq__", "self, value, /", .two(isEqual))
    t.method(
      "__ne__", "self, value, /",
      .two { f, this, other throws(Raised) in
        let answer = try isEqual(f, this, other)
        return answer.isNotImplemented ? answer : .bool(try !f.truth(answer))
      })
    for name in ["copy", "__copy__"] {
      t.method(
        name, "self, /",
        .one { f, this throws(Raised) in
          let (instance, dict) = try f.dictInstance(this, "copy", of: "collections.OrderedDict")
          return try f.call(.object(instance.type), .object(dict))
        })
    }
    t.method("__or__", "self, value, /", .two { f, this, other throws(Raised) in try union(f, this, this, other) })
    t.method("__ror__", "self, value, /", .two { f, this, other throws(Raised) in try union(f, this, other, this) })
    t.method("__repr__", "self, /", .one(repr))
    t.method(
      "__reduce__", "self, /",
      .one { f, this throws(Raised) in
        let (instance, dict) = try f.dictInstance(this, "__reduce__", of: "collections.OrderedDict")
        return .tuple([.object(instance.type), .tuple([]), .none, .none, .object(DictIterator(dict, .items))])
      })
  }

  private static func view(_ f: Frame, _ this: Value, _ part: DictPart) throws(Raised) -> Value {
    .object(DictView(try f.dict(this, "keys"), part, isOrdered: true))
  }

  private static func moveToEnd(_ f: Frame, _ this: Value, _ key: Value, _ last: Value) throws(Raised) -> Value {
    let dict = try f.dict(this, "move_to_end")
    let hash = try f.hash(key)
    let position = try dict.position(of: key, hash: hash, f)
    if position < 0 { throw f.keyError(key) }
    let entry = dict.entries[position]
    if last.isUnbound ? true : try f.truth(last) {
      dict.remove(at: position)
      dict.insert(entry.key, hash, entry.value)
    } else {
      let rest = dict.copy()
      dict.removeAll()
      dict.insert(entry.key, hash, entry.value)
      rest.remove(at: try rest.position(of: entry.key, hash: hash, f))
      var next = 0
      while let (key, value, hash) = rest.nextEntry(&next) { dict.insert(key, hash, value) }
    }
    return .none
  }

  private static func popItem(_ f: Frame, _ this: Value, _ last: Value) throws(Raised) -> Value {
    let dict = try f.dict(this, "popitem")
    var start = 0
    let isLast = last.isUnbound ? true : try f.truth(last)
    guard let position = isLast ? dict.previousPosition(.max) : dict.nextPosition(&start) else {
      throw f.keyError(.text("dictionary is empty"))
    }
    return DictType.popItem(dict, at: position)
  }

  private static func pop(_ f: Frame, _ this: Value, _ key: Value, _ fallback: Value) throws(Raised) -> Value {
    if let value = try f.dict(this, "pop").remove(key, f) { return value }
    if !fallback.isUnbound { return fallback }
    if let value = try f.callSpecial(.__missing__, this, key) { return value }
    throw f.keyError(key)
  }

  /// Two ordered dicts are equal when their items are in the same order, too.
  private static func isEqual(_ f: Frame, _ this: Value, _ other: Value) throws(Raised) -> Value {
    let dict = try f.dict(this, "__eq__")
    guard let otherDict = other.payload.dict else { return .notImplemented }
    if try !DictType.isEqual(dict, otherDict, f) { return .bool(false) }
    guard let ordered = f.types.known("collections.OrderedDict"), f.types.type(of: other).isSubtype(of: ordered) else {
      return .bool(true)
    }
    var (position, otherPosition) = (0, 0)
    while let (key, _) = dict.next(&position), let (otherKey, _) = otherDict.next(&otherPosition) {
      if try !f.isEqual(key, otherKey) { return .bool(false) }
    }
    return .bool(true)
  }

  private static func union(_ f: Frame, _ this: Value, _ l: Value, _ r: Value) throws(Raised) -> Value {
    guard let left = l.payload.dict, let right = r.payload.dict else { return .notImplemented }
    let made = try f.call(.object(f.types.type(of: this)), .object(left))
    if let dict = made.payload.dict { try DictType.merge(.object(right), into: dict, f) }
    return made
  }

  private static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let dict = try f.dict(this, "__repr__")
    let name = f.types.type(of: this).name.string
    if dict.count == 0 { return .text(name + "()") }
    let text = try f.reprOnce(this.instance ?? dict, "...") { () throws(Raised) in
      Str("\(name)(\(try f.repr(.object(dict)).string))")
    }
    return .object(text)
  }
}
