// The type `collections.deque`.
import Syntax

enum DequeType {
  static func define(_ t: TypeBuilder) {
    let type = t.type
    t.blank { [unowned type] _, _ throws(Raised) in .object(Deque(type)) }
    t.method("__init__", "self, iterable=(), maxlen=None", .three(initialize))
    ends(t)
    middle(t)
    operators(t)
    t.property("maxlen", get: { f, this throws(Raised) in
      try f.deque(this, "maxlen").limit.map { .int($0) } ?? .none
    })
    t.constant("__hash__", .none)
  }

  private static func ends(_ t: TypeBuilder) {
    t.method("append", "self, item, /", .two { f, this, item throws(Raised) in
      try f.deque(this, "append").append(item)
      return .none
    })
    t.method("appendleft", "self, item, /", .two { f, this, item throws(Raised) in
      try f.deque(this, "appendleft").prepend(item)
      return .none
    })
    t.method("pop", "self, /", .one { f, this throws(Raised) in
      guard let value = try f.deque(this, "pop").popLast() else { throw f.indexError("pop from an empty deque") }
      return value
    })
    t.method("popleft", "self, /", .one { f, this throws(Raised) in
      guard let value = try f.deque(this, "popleft").popFirst() else { throw f.indexError("pop from an empty deque") }
      return value
    })
    t.method("extend", "self, iterable, /", .two { f, this, items throws(Raised) in
      try extend(f.deque(this, "extend"), items, f)
      return .none
    })
    t.method("extendleft", "self, iterable, /", .two { f, this, items throws(Raised) in
      let deque = try f.deque(this, "extendleft")
      let items = try f.iterate(source(items, for: deque))
      while let item = try items.next(f) { deque.prepend(item) }
      return .none
    })
  }

  private static func middle(_ t: TypeBuilder) {
    t.method("insert", "self, index, value, /", .three(insert))
    t.method("remove", "self, value, /", .two(remove))
    t.method("index", "self, value, start=0, stop=9223372036854775807, /", .four(index))
    t.method("count", "self, value, /", .two(count))
    t.method("rotate", "self, n=1, /", .two { f, this, n throws(Raised) in
      try f.deque(this, "rotate").rotate(n.isUnbound ? 1 : f.size(n))
      return .none
    })
    t.method("reverse", "self, /", .one { f, this throws(Raised) in
      try f.deque(this, "reverse").reverse()
      return .none
    })
    t.method("clear", "self, /", .one { f, this throws(Raised) in
      try f.deque(this, "clear").removeAll()
      return .none
    })
    for name in ["copy", "__copy__"] {
      t.method(name, "self, /", .one(copy))
    }
  }

  private static func operators(_ t: TypeBuilder) {
    t.method("__len__", "self, /", .one { f, this throws(Raised) in .int(try f.deque(this, "__len__").count) })
    t.method(
      "__iter__", "self, /",
      .one { f, this throws(Raised) in
        .object(DequeIterator(try f.deque(this, "__iter__"), isReversed: false))
      })
    t.method(
      "__reversed__", "self, /",
      .one { f, this throws(Raised) in
        .object(DequeIterator(try f.deque(this, "__reversed__"), isReversed: true))
      })
    t.method(
      "__contains__", "self, key, /",
      .two { f, this, item throws(Raised) in
        .bool(try position(of: item, f.deque(this, "__contains__"), 0, .max, f) != nil)
      })
    t.method(
      "__getitem__", "self, key, /",
      .two { f, this, key throws(Raised) in
        let deque = try f.deque(this, "__getitem__")
        return deque[try place(key, deque, f)]
      })
    t.method(
      "__setitem__", "self, key, value, /",
      .three { f, this, key, value throws(Raised) in
        let deque = try f.deque(this, "__setitem__")
        deque[try place(key, deque, f)] = value
        return .none
      })
    t.method(
      "__delitem__", "self, key, /",
      .two { f, this, key throws(Raised) in
        let deque = try f.deque(this, "__delitem__")
        _ = deque.remove(at: try place(key, deque, f))
        return .none
      })
    t.method("__add__", "self, value, /", .two(add))
    t.method(
      "__iadd__", "self, value, /",
      .two { f, this, items throws(Raised) in
        try extend(f.deque(this, "__iadd__"), items, f)
        return this
      })
    t.method("__mul__", "self, value, /", .two(multiply))
    t.method("__rmul__", "self, value, /", .two(multiply))
    t.method("__imul__", "self, value, /", .two(multiplyInPlace))
    let comparisons: [ComparisonOperator] = [.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual]
    for op in comparisons {
      t.method(
        op.specials.forward.rawValue, "self, value, /",
        .two { f, this, other throws(Raised) in
          guard let other = other.native(Deque.self) else { return .notImplemented }
          let deque = try f.deque(this, "__eq__")
          return try f.compare(op, .tuple(deque.members), .tuple(other.members))
        })
    }
    t.method("__repr__", "self, /", .one(repr))
    t.method("__reduce__", "self, /", .one(reduce))
  }

  private static func initialize(_ f: Frame, _ this: Value, _ iterable: Value, _ limit: Value) throws(Raised) -> Value {
    let deque = try f.deque(this, "__init__")
    if !limit.isUnbound && !limit.isNone {
      guard case .int(let most)? = limit.bigInt.map({ Value.integer($0) }) else {
        throw f.typeError("an integer is required")
      }
      if most < 0 { throw f.valueError("maxlen must be non-negative") }
      deque.limit = most
    } else {
      deque.limit = nil
    }
    deque.removeAll()
    if !iterable.isUnbound { try extend(deque, iterable, f) }
    return .none
  }

  /// What to take the members from: of the deque itself, those it has now.
  private static func source(_ items: Value, for deque: Deque) -> Value {
    items.native(Deque.self) === deque ? .tuple(deque.members) : items
  }

  private static func extend(_ deque: Deque, _ items: Value, _ f: Frame) throws(Raised) {
    let items = try f.iterate(source(items, for: deque))
    while let item = try items.next(f) { deque.append(item) }
  }

  private static func place(_ key: Value, _ deque: Deque, _ f: Frame) throws(Raised) -> Int {
    if key.bigInt == nil, f.types.type(of: key).special(.__index__) == nil {
      throw f.typeError("sequence index must be integer, not '\(f.typeName(key))'")
    }
    let index = try f.size(key)
    let place = index < 0 ? index + deque.count : index
    guard place >= 0, place < deque.count else { throw f.indexError("deque index out of range") }
    return place
  }

  // MARK: Methods

  private static func insert(_ f: Frame, _ this: Value, _ index: Value, _ value: Value) throws(Raised) -> Value {
    let deque = try f.deque(this, "insert")
    let index = try f.size(index)
    if let limit = deque.limit, deque.count >= limit { throw f.indexError("deque already at its maximum size") }
    let count = deque.count
    deque.insert(value, at: index < 0 ? max(index + count, 0) : min(index, count))
    return .none
  }

  private static func position(
    of item: Value, _ deque: Deque, _ start: Int, _ stop: Int, _ f: Frame
  ) throws(Raised) -> Int? {
    let version = deque.version
    var index = start
    while index < min(stop, deque.count) {
      let isEqual = try f.isEqual(deque[index], item)
      if deque.version != version { throw f.runtimeError("deque mutated during iteration") }
      if isEqual { return index }
      index += 1
    }
    return nil
  }

  private static func remove(_ f: Frame, _ this: Value, _ item: Value) throws(Raised) -> Value {
    let deque = try f.deque(this, "remove")
    guard let index = try position(of: item, deque, 0, .max, f) else {
      throw f.valueError("\(try f.repr(item).string) is not in deque")
    }
    _ = deque.remove(at: index)
    return .none
  }

  private static func index(
    _ f: Frame, _ this: Value, _ item: Value, _ start: Value, _ stop: Value
  ) throws(Raised) -> Value {
    let deque = try f.deque(this, "index")
    let lower = try f.searchBound(start, default: 0, deque.count)
    let upper = try f.searchBound(stop, default: .max, deque.count)
    guard let index = try position(of: item, deque, lower, upper, f) else {
      throw f.valueError("\(try f.repr(item).string) is not in deque")
    }
    return .int(index)
  }

  private static func count(_ f: Frame, _ this: Value, _ item: Value) throws(Raised) -> Value {
    var count = 0
    for member in try f.deque(this, "count").members where try f.isEqual(member, item) { count += 1 }
    return .int(count)
  }

  private static func copy(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let deque = try f.deque(this, "copy")
    if this.instance == nil { return .object(make(deque.members, like: deque)) }
    let limit: Value = deque.limit.map { .int($0) } ?? .none
    return try f.call(.object(f.types.type(of: this)), .tuple(deque.members), limit)
  }

  private static func make(_ members: ContiguousArray<Value>, like deque: Deque) -> Deque {
    let made = Deque(deque.type, limit: deque.limit)
    for member in members { made.append(member) }
    return made
  }

  // MARK: Operators

  private static func add(_ f: Frame, _ this: Value, _ other: Value) throws(Raised) -> Value {
    let deque = try f.deque(this, "__add__")
    guard let other = other.native(Deque.self) else {
      throw f.typeError("can only concatenate deque (not \"\(f.typeName(other))\") to deque")
    }
    return .object(make(deque.members + other.members, like: deque))
  }

  private static func multiply(_ f: Frame, _ this: Value, _ times: Value) throws(Raised) -> Value {
    let deque = try f.deque(this, "__mul__")
    guard let times = try f.repetitions(times, of: deque.count) else { return .notImplemented }
    return .object(make(ListType.repeated(deque.members, times), like: deque))
  }

  private static func multiplyInPlace(_ f: Frame, _ this: Value, _ times: Value) throws(Raised) -> Value {
    let deque = try f.deque(this, "__imul__")
    guard let times = try f.repetitions(times, of: deque.count) else { return .notImplemented }
    let members = deque.members
    deque.removeAll()
    for member in ListType.repeated(members, times) { deque.append(member) }
    return this
  }

  private static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let deque = try f.deque(this, "__repr__")
    let name = f.types.type(of: this).name.string
    let text = try f.reprOnce(deque, "[...]") { () throws(Raised) in
      let members = try f.repr(.list(deque.members)).string
      return Str("\(name)(\(members)\(deque.limit.map { ", maxlen=\($0)" } ?? ""))")
    }
    return .object(text)
  }

  private static func reduce(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let deque = try f.deque(this, "__reduce__")
    var arguments: ContiguousArray<Value> = []
    if let limit = deque.limit { arguments = [.tuple([]), .int(limit)] }
    let state: Value = if let instance = this.instance { .object(instance.materializeDictionary()) } else { .none }
    let members = DequeIterator(deque, isReversed: false)
    return .tuple([.object(f.types.type(of: this)), .tuple(arguments), state, .object(members)])
  }
}

extension Frame {
  /// The deque in a method's `self`.
  @inline(__always)
  func deque(_ this: Value, _ method: StaticString) throws(Raised) -> Deque {
    guard let deque = this.native(Deque.self) else { throw wrongReceiver(this, "\(method)", of: "collections.deque") }
    return deque
  }
}
