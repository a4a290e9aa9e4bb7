// The module `functools`.

enum FunctoolsModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.function(
      "reduce", "function, iterable, initial=None, /",
      .three(reduce))
    m.type("partial", PartialFunction.define)
    m.type("_lru_cache_wrapper", LRUCache.define)
    m.function("lru_cache", "maxsize=128, typed=False", .two(lruCache))
    m.function("cache", "user_function, /", .one { f, function throws(Raised) in
      .object(try LRUCache.make(function, limit: nil, isTyped: false, f))
    })
    m.type("KeyWrapper", ComparisonKey.define)
    m.function("cmp_to_key", "mycmp", .one { f, function throws(Raised) in
      .object(ComparisonKey(f.types[module: "functools.KeyWrapper"], function, .unbound))
    })
    let assigned = ["__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__"]
    m.constant("WRAPPER_ASSIGNMENTS", .tuple(ContiguousArray(assigned.map { .text($0) })))
    m.constant("WRAPPER_UPDATES", .tuple([.text("__dict__")]))
    try m.requires("collections").namespace[m.interpreter.intern("namedtuple")].map { namedTuple throws(Raised) in
      let fields = "hits misses maxsize currsize"
      let info = try m.frame.call(
        namedTuple,
        CallArguments(
          [.text("CacheInfo"), .text(fields)], keywords: [(m.interpreter.intern("module"), .text("functools"))]))
      m.constant("_CacheInfo", info)
    }
    try m.source(FunctoolsSource.text)
  }

  private static func reduce(_ f: Frame, _ function: Value, _ iterable: Value, _ initial: Value) throws(Raised) -> Value
  {
    guard f.isIterable(iterable) else { throw f.typeError("reduce() arg 2 must support iteration") }
    let items = try f.iterate(iterable)
    var total = initial
    if total.isUnbound {
      guard let first = try items.next(f) else {
        throw f.typeError("reduce() of empty iterable with no initial value")
      }
      total = first
    }
    while let item = try items.next(f) { total = try f.call(function, total, item) }
    return total
  }

  private static func lruCache(_ f: Frame, _ limit: Value, _ typed: Value) throws(Raised) -> Value {
    let isTyped = typed.isUnbound ? false : try f.truth(typed)
    var most: Int? = 128
    if let given = limit.bigInt {
      most = max(Int(clamping: given), 0)
    } else if limit.isNone {
      most = nil
    } else if f.isCallable(limit) {
      // `@lru_cache` without parentheses.
      return .object(try LRUCache.make(limit, limit: 128, isTyped: isTyped, f))
    } else if !limit.isUnbound {
      throw f.typeError("Expected first argument to be an integer, a callable, or None")
    }
    return .object(
      Builtin(
        "decorating_function", "user_function, /",
        .one { f, function throws(Raised) in
          .object(try LRUCache.make(function, limit: most, isTyped: isTyped, f))
        }))
  }
}
