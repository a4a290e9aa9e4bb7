// The module `itertools`: the table of its types and how each is made.

enum ItertoolsModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    endless(m)
    selecting(m)
    combining(m)
    m.iteratorType("product", "*iterables, repeat=1", product)
    m.iteratorType("permutations", "iterable, r=None", permutations)
    m.iteratorType("combinations", "iterable, r") { f, _, a throws(Raised) in
      .object(CombinationsIterator(try f.collect(a[0]), try size(a[1], f)))
    }
    m.iteratorType("combinations_with_replacement", "iterable, r") { f, _, a throws(Raised) in
      .object(MultisetsIterator(try f.collect(a[0]), try size(a[1], f)))
    }
    m.function("tee", "iterable, n=2, /", .two(tee))
  }

  private static func endless(_ m: ModuleBuilder) {
    m.iteratorType("count", "start=0, step=1", count)
      .method(
        "__repr__", "self, /",
        .one { f, this throws(Raised) in
          guard let count = this.payload.iterator as? CountIterator else {
            throw f.wrongReceiver(this, "__repr__", of: "count")
          }
          return .object(try count.repr(f))
        })
    m.iteratorType("cycle", "iterable, /") { f, _, a throws(Raised) in .object(CycleIterator(try f.iterate(a[0]))) }
    m.iteratorType("repeat", "object, times=None", repetition)
      .method(
        "__repr__", "self, /",
        .one { f, this throws(Raised) in
          guard let count = this.payload.iterator as? RepeatIterator else {
            throw f.wrongReceiver(this, "__repr__", of: "repeat")
          }
          return .object(try count.repr(f))
        })
  }

  private static func selecting(_ m: ModuleBuilder) {
    m.iteratorType("islice", "iterable, start, stop=None, step=None, /", slice)
    m.iteratorType("takewhile", "predicate, iterable, /") { f, _, a throws(Raised) in
      .object(TakeWhileIterator(a[0], try f.iterate(a[1])))
    }
    m.iteratorType("dropwhile", "predicate, iterable, /") { f, _, a throws(Raised) in
      .object(DropWhileIterator(a[0], try f.iterate(a[1])))
    }
    m.iteratorType("filterfalse", "function, iterable, /") { f, _, a throws(Raised) in
      .object(FilterIterator(a[0], try f.iterate(a[1]), keeping: false))
    }
    m.iteratorType("compress", "data, selectors") { f, _, a throws(Raised) in
      .object(CompressIterator(try f.iterate(a[0]), try f.iterate(a[1])))
    }
  }

  private static func combining(_ m: ModuleBuilder) {
    m.iteratorType("accumulate", "iterable, func=None, *, initial=None") { f, _, a throws(Raised) in
      let function = a[1].isUnbound ? Value.none : a[1]
      return .object(AccumulateIterator(try f.iterate(a[0]), function, initial: a[2].isNone ? .unbound : a[2]))
    }
    m.iteratorType("chain", "*iterables") { f, _, a throws(Raised) in
      .object(ChainIterator(TupleIterator(Tuple(a.starred(0)))))
    }
    .classMethod(
      "from_iterable", "cls, iterable, /",
      .two { f, _, iterable throws(Raised) in
        .object(ChainIterator(try f.iterate(iterable)))
      })
    m.iteratorType("starmap", "function, iterable, /") { f, _, a throws(Raised) in
      .object(StarMapIterator(a[0], try f.iterate(a[1])))
    }
    m.iteratorType("zip_longest", "*iterables, fillvalue=None") { f, _, a throws(Raised) in
      .object(ZipLongestIterator(try f.iterators(over: a.starred(0)), filler: a[1].isUnbound ? .none : a[1]))
    }
    m.iteratorType("pairwise", "iterable, /") { f, _, a throws(Raised) in
      .object(PairwiseIterator(try f.iterate(a[0])))
    }
    m.iteratorType("batched", "iterable, n, *, strict=False", batched)
    m.iteratorType("groupby", "iterable, key=None") { f, _, a throws(Raised) in
      .object(GroupByIterator(try f.iterate(a[0]), key: a[1].isUnbound ? .none : a[1]))
    }
  }

  // MARK: Making iterators

  private static func count(_ f: Frame, _ cls: TypeObject, _ a: Arguments) throws(Raised) -> Value {
    let start = a[0].isUnbound ? Value.int(0) : a[0]
    let step = a[1].isUnbound ? Value.int(1) : a[1]
    for number in [start, step] where !isNumber(number, f) { throw f.typeError("a number is required") }
    return .object(CountIterator(from: start, step: step))
  }

  private static func isNumber(_ value: Value, _ f: Frame) -> Bool {
    if value.bigInt != nil { return true }
    if case .float = value { return true }
    let type = f.types.type(of: value)
    return [SpecialName.__index__, .__int__, .__float__, .__complex__].contains { type.special($0) != nil }
  }

  private static func repetition(_ f: Frame, _ cls: TypeObject, _ a: Arguments) throws(Raised) -> Value {
    .object(RepeatIterator(a[0], times: a[1].isUnbound ? nil : max(try f.size(a[1]), 0)))
  }

  private static func slice(_ f: Frame, _ cls: TypeObject, _ a: Arguments) throws(Raised) -> Value {
    func bound(_ value: Value, _ which: String) throws(Raised) -> Int? {
      if value.isNone || value.isUnbound { return nil }
      if let number = value.bigInt ?? integer(value, f), let index = Int(exactly: number), index >= 0 { return index }
      throw f.valueError("\(which) islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    }
    if a[2].isUnbound {
      let stop = try bound(a[1], "Stop argument for")
      return .object(SliceIterator(try f.iterate(a[0]), start: 0, stop: stop, step: 1))
    }
    let start = try bound(a[1], "Indices for")
    let stop = try bound(a[2], "Indices for")
    var step = 1
    if !a[3].isNone && !a[3].isUnbound {
      guard let number = a[3].bigInt ?? integer(a[3], f), let given = Int(exactly: number), given > 0 else {
        throw f.valueError("Step for islice() must be a positive integer or None.")
      }
      step = given
    }
    return .object(SliceIterator(try f.iterate(a[0]), start: start ?? 0, stop: stop, step: step))
  }

  /// The integer that an object stands for by `__index__`, nil where it has none.
  private static func integer(_ value: Value, _ f: Frame) -> BigInt? {
    do throws(Raised) { return try f.integerValue(value).bigInt } catch { return nil }
  }

  private static func batched(_ f: Frame, _ cls: TypeObject, _ a: Arguments) throws(Raised) -> Value {
    let count = try f.size(a[1])
    if count < 1 { throw f.valueError("n must be at least one") }
    let isStrict = a[2].isUnbound ? false : try f.truth(a[2])
    return .object(BatchedIterator(try f.iterate(a[0]), count: count, isStrict: isStrict))
  }

  private static func product(_ f: Frame, _ cls: TypeObject, _ a: Arguments) throws(Raised) -> Value {
    let times = a[1].isUnbound ? 1 : try f.size(a[1])
    if times < 0 { throw f.valueError("repeat argument cannot be negative") }
    var pools: ContiguousArray<ContiguousArray<Value>> = []
    for iterable in a.starred(0) { pools.append(try f.collect(iterable)) }
    return .object(ProductIterator(ContiguousArray((0..<times).flatMap { _ in pools })))
  }

  private static func permutations(_ f: Frame, _ cls: TypeObject, _ a: Arguments) throws(Raised) -> Value {
    let pool = try f.collect(a[0])
    var count = pool.count
    if !a[1].isUnbound, !a[1].isNone {
      guard case .int(let given) = a[1] else { throw f.typeError("Expected int as r") }
      count = given
    }
    if count < 0 { throw f.valueError("r must be non-negative") }
    return .object(PermutationsIterator(pool, count))
  }

  private static func size(_ value: Value, _ f: Frame) throws(Raised) -> Int {
    let size = try f.size(value)
    if size < 0 { throw f.valueError("r must be non-negative") }
    return size
  }

  private static func tee(_ f: Frame, _ iterable: Value, _ n: Value) throws(Raised) -> Value {
    let count = n.isUnbound ? 2 : try f.size(n)
    if count < 0 { throw f.valueError("n must be >= 0") }
    let items = try f.iterate(iterable)
    let first = (items as? TeeIterator)?.copy() ?? TeeIterator(items)
    return .tuple(ContiguousArray((0..<count).map { $0 == 0 ? .object(first) : .object(first.copy()) }))
  }
}
