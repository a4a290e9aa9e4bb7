// The type `collections.Counter`.
import Syntax

enum CounterType {
  static func define(_ t: TypeBuilder) {
    // CPython has it in Python.
    t.type.isNamedWithModule = false
    t.blankDict()
    t.method(
      "__init__", "self, iterable=None, /, **kwds",
      .three { f, this, source, keywords throws(Raised) in
        try count(this, source, keywords, adding: true, f)
      })
    t.method("update", "self, iterable=None, /, **kwds", .three { f, this, source, keywords throws(Raised) in
      try count(this, source, keywords, adding: true, f)
    })
    t.method(
      "subtract", "self, iterable=None, /, **kwds",
      .three { f, this, source, keywords throws(Raised) in
        try count(this, source, keywords, adding: false, f)
      })
    t.method("__missing__", "self, key", .two { _, _, _ throws(Raised) in .int(0) })
    t.method(
      "__delitem__", "self, elem",
      .two { f, this, key throws(Raised) in
        _ = try f.dict(this, "__delitem__").remove(key, f)
        return .none
      })
    t.method("most_common", "self, n=None", .two(mostCommon))
    t.method("elements", "self", .one(elements))
    t.method("total", "self", .one(total))
    for name in ["copy", "__copy__"] {
      t.method(
        name, "self",
        .one { f, this throws(Raised) in
          try f.call(.object(f.types.type(of: this)), this)
        })
    }
    t.classMethod(
      "fromkeys", "cls, iterable, v=None",
      .three { f, _, _, _ throws(Raised) in
        throw f.error(.NotImplementedError, "Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")
      })
    t.method("__repr__", "self", .one(repr))
    t.method(
      "__reduce__", "self",
      .one { f, this throws(Raised) in
        .tuple([.object(f.types.type(of: this)), .tuple([.object(try f.dict(this, "__reduce__").copy())])])
      })
    multisets(t)
    comparisons(t)
  }

  // MARK: Counting

  /// Adds or subtracts the counts of a mapping, or of the members of an iterable.
  private static func count(
    _ this: Value, _ source: Value, _ keywords: Value, adding: Bool, _ f: Frame
  ) throws(Raised) -> Value {
    let dict = try f.dict(this, "update")
    if !source.isUnbound && !source.isNone {
      if let counts = source.payload.dict {
        try merge(counts, into: dict, adding: adding, f)
      } else if f.isInstanceOfMapping(source) {
        let counts = Dict()
        try DictType.merge(source, into: counts, f)
        try merge(counts, into: dict, adding: adding, f)
      } else {
        let items = try f.iterate(source)
        while let item = try items.next(f) { try change(dict, item, f.hash(item), by: .int(1), adding: adding, f) }
      }
    }
    if let counts = keywords.dict { try merge(counts, into: dict, adding: adding, f) }
    return .none
  }

  private static func merge(_ counts: Dict, into dict: Dict, adding: Bool, _ f: Frame) throws(Raised) {
    let isEmpty = dict.count == 0
    var position = 0
    while let (key, value, hash) = counts.nextEntry(&position) {
      if isEmpty && adding {
        try dict.set(key, hash: hash, value, f)
      } else {
        try change(dict, key, hash, by: value, adding: adding, f)
      }
    }
  }

  @inline(__always)
  private static func change(
    _ dict: Dict, _ key: Value, _ hash: Int, by amount: Value, adding: Bool, _ f: Frame
  ) throws(Raised) {
    let position = try dict.position(of: key, hash: hash, f)
    let known: Value = position < 0 ? .int(0) : dict.entries[position].value
    let count: Value =
      if case .int(let a) = known, case .int(1) = amount, adding, a < .max {
        .int(a + 1)
      } else {
        try f.binary(adding ? .add : .subtract, known, amount)
      }
    if position < 0 { dict.insert(key, hash, count) } else { try dict.set(key, hash: hash, count, f) }
  }

  // MARK: Methods

  private static func sortedItems(_ dict: Dict, _ f: Frame) throws(Raised) -> ContiguousArray<Value> {
    let items = dict.items
    var order = ContiguousArray(items.indices.map { Value.int($0) })
    let count = Builtin(
      "count", "index, /",
      .one { _, index throws(Raised) in
        guard case .int(let index) = index else { return .none }
        return items[index].value
      })
    try Sorting.sort(&order, key: .object(count), isReversed: true, f)
    return ContiguousArray(
      order.lazy.map { index in
        guard case .int(let index) = index else { return .none }
        return .tuple([items[index].key, items[index].value])
      })
  }

  private static func mostCommon(_ f: Frame, _ this: Value, _ n: Value) throws(Raised) -> Value {
    let items = try sortedItems(f.dict(this, "most_common"), f)
    if n.isUnbound || n.isNone { return .list(items) }
    return .list(ContiguousArray(items.prefix(max(try f.size(n), 0))))
  }

  private static func elements(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let dict = try f.dict(this, "elements")
    let entries = DictIterator(dict, .items)
    var current: (key: Value, left: Int) = (.none, 0)
    return .object(
      ClosureIterator("chain") { f throws(Raised) in
        while current.left == 0 {
          guard let pair = try entries.next(f)?.tuple else { return nil }
          current = (pair.items[0], max(try f.size(pair.items[1]), 0))
        }
        current.left -= 1
        return current.key
      })
  }

  private static func total(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    var total = Value.int(0)
    for item in try f.dict(this, "total").items { total = try f.binary(.add, total, item.value) }
    return total
  }

  private static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let dict = try f.dict(this, "__repr__")
    let name = f.types.type(of: this).name.string
    if dict.count == 0 { return .text(name + "()") }
    let shown = Dict(minimumCapacity: dict.count)
    do throws(Raised) {
      for pair in try sortedItems(dict, f) {
        guard let pair = pair.tuple else { continue }
        try shown.set(pair.items[0], pair.items[1], f)
      }
    } catch  where error.exception.type === f.types[.TypeError] {
      // Counts that cannot be ordered are shown as they were inserted.
      return .text("\(name)(\(try f.repr(.object(dict)).string))")
    }
    return .text("\(name)(\(try f.repr(.object(shown)).string))")
  }

  // MARK: Multiset operations

  private static func isCounter(_ value: Value, _ f: Frame) -> Bool {
    f.types.known("collections.Counter").map { f.types.type(of: value).isSubtype(of: $0) } ?? false
  }

  private static func multisets(_ t: TypeBuilder) {
    let operations: KeyValuePairs<BinaryOperator, (Frame, Value, Value) throws(Raised) -> Value> = [
      .add: { f, a, b throws(Raised) in try f.binary(.add, a, b) },
      .subtract: { f, a, b throws(Raised) in try f.binary(.subtract, a, b) },
      .bitOr: { f, a, b throws(Raised) in try f.isLess(a, b) ? b : a },
      .bitAnd: { f, a, b throws(Raised) in try f.isLess(a, b) ? a : b },
    ]
    for (op, operation) in operations {
      t.method(
        op.specials.forward.rawValue, "self, other",
        .two { f, this, other throws(Raised) in
          guard isCounter(other, f), let b = other.payload.dict else { return .notImplemented }
          return try combine(f.dict(this, "__add__"), b, f, operation)
        })
      t.method(
        op.specials.inPlace.rawValue, "self, other",
        .two { f, this, other throws(Raised) in
          guard isCounter(other, f), let b = other.payload.dict else { return .notImplemented }
          let dict = try f.dict(this, "__iadd__")
          let result = try combine(dict, b, f, operation)
          dict.removeAll()
          try DictType.merge(result, into: dict, f)
          return this
        })
    }
    t.method(
      "__pos__", "self",
      .one { f, this throws(Raised) in
        try combine(f.dict(this, "__pos__"), Dict(), f) { f, a, b throws(Raised) in try f.binary(.add, a, b) }
      })
    t.method(
      "__neg__", "self",
      .one { f, this throws(Raised) in
        try combine(Dict(), f.dict(this, "__neg__"), f) { f, a, b throws(Raised) in try f.binary(.subtract, a, b) }
      })
  }

  /// A new counter of what `operation` makes of the counts, where that is positive.
  private static func combine(
    _ a: Dict, _ b: Dict, _ f: Frame, _ operation: (Frame, Value, Value) throws(Raised) -> Value
  ) throws(Raised) -> Value {
    let result = Dict()
    for item in a.items {
      let count = try operation(f, item.value, b.value(of: item.key, f) ?? .int(0))
      if try f.isLess(.int(0), count) { try result.set(item.key, count, f) }
    }
    for item in b.items where try a.value(of: item.key, f) == nil {
      let count = try operation(f, .int(0), item.value)
      if try f.isLess(.int(0), count) { try result.set(item.key, count, f) }
    }
    return .object(Instance(f.types[module: "collections.Counter"], payload: .object(result)))
  }

  /// Comparisons go by all counts, absent ones being 0.
  private static func comparisons(_ t: TypeBuilder) {
    let rules: KeyValuePairs<ComparisonOperator, (all: ComparisonOperator, isStrict: Bool)> = [
      .equal: (.equal, false), .lessOrEqual: (.lessOrEqual, false), .less: (.lessOrEqual, true),
      .greaterOrEqual: (.greaterOrEqual, false), .greater: (.greaterOrEqual, true),
    ]
    for (op, rule) in rules {
      t.method(
        op.specials.forward.rawValue, "self, other",
        .two { f, this, other throws(Raised) in
          guard isCounter(other, f), let b = other.payload.dict else { return .notImplemented }
          let a = try f.dict(this, "__eq__")
          if try !holds(rule.all, a, b, f) { return .bool(false) }
          return .bool(rule.isStrict ? try !holds(.equal, a, b, f) : true)
        })
    }
    t.method(
      "__ne__", "self, other",
      .two { f, this, other throws(Raised) in
        guard isCounter(other, f), let b = other.payload.dict else { return .notImplemented }
        return .bool(try !holds(.equal, f.dict(this, "__ne__"), b, f))
      })
  }

  private static func holds(_ op: ComparisonOperator, _ a: Dict, _ b: Dict, _ f: Frame) throws(Raised) -> Bool {
    for item in a.items where try !f.truth(f.compare(op, item.value, b.value(of: item.key, f) ?? .int(0))) {
      return false
    }
    for item in b.items {
      if try a.value(of: item.key, f) == nil, try !f.truth(f.compare(op, .int(0), item.value)) { return false }
    }
    return true
  }
}

extension Frame {
  /// Whether an object is a mapping by its methods: it has keys and is subscripted by them.
  fileprivate func isInstanceOfMapping(_ value: Value) -> Bool {
    let type = types.type(of: value)
    return type.lookup(interpreter.names[.keys]) != nil && type.special(.__getitem__) != nil
  }
}
