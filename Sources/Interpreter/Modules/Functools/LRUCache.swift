// `functools.lru_cache`: a function that remembers its results.

/// A function with a cache. Its dict keeps the results in the order of their last use.
final class LRUCache: CallableObject {
  private let function: Value
  /// The most results it keeps; nil for all.
  private let limit: Int?
  private let isTyped: Bool
  private let results = Dict()
  private var hits = 0
  private var misses = 0

  private init(_ type: TypeObject, _ function: Value, limit: Int?, isTyped: Bool) {
    self.function = function
    self.limit = limit
    self.isTyped = isTyped
    super.init(type)
  }

  override var hasAttributes: Bool { true }
  override var bindsAsMethod: Bool { true }

  /// The function with a cache around it, that shows the function's name and documentation.
  static func make(_ function: Value, limit: Int?, isTyped: Bool, _ f: Frame) throws(Raised) -> LRUCache {
    if !f.isCallable(function) { throw f.typeError("the first argument must be callable") }
    let cache = LRUCache(f.types[module: "functools._lru_cache_wrapper"], function, limit: limit, isTyped: isTyped)
    let attributes = Dict()
    for name in ["__module__", "__name__", "__qualname__", "__doc__"] {
      let name = f.interpreter.intern(name)
      if let value = try f.optionalAttribute(of: function, name) { attributes[name] = value }
    }
    attributes[f.interpreter.names[.__wrapped__]] = function
    cache.attributes = attributes
    return cache
  }

  static func define(_ t: TypeBuilder) {
    t.callable()
    t.method("cache_info", "self, /", .one { f, this throws(Raised) in
      let cache = try receiver(this, "cache_info", of: "functools._lru_cache_wrapper", f)
      guard let module = try f.interpreter.builtinModule("functools", f),
        let info = module.namespace[f.interpreter.intern("_CacheInfo")]
      else { return .none }
      let limit: Value = cache.limit.map { .int($0) } ?? .none
      return try f.call(
        info, CallArguments([.int(cache.hits), .int(cache.misses), limit, .int(cache.results.count)]))
    })
    t.method("cache_clear", "self, /", .one { f, this throws(Raised) in
      let cache = try receiver(this, "cache_clear", of: "functools._lru_cache_wrapper", f)
      cache.hits = 0
      cache.misses = 0
      cache.results.removeAll()
      return .none
    })
    t.method(
      "cache_parameters", "self, /",
      .one { f, this throws(Raised) in
        let cache = try receiver(this, "cache_parameters", of: "functools._lru_cache_wrapper", f)
        let parameters = Dict()
        parameters[f.interpreter.intern("maxsize")] = cache.limit.map { .int($0) } ?? Value.none
        parameters[f.interpreter.intern("typed")] = .bool(cache.isTyped)
        return .object(parameters)
      })
    for name in ["__copy__", "__deepcopy__"] {
      t.method(name, "self, memo=None, /", .two { _, this, _ throws(Raised) in this })
    }
    t.method(
      "__reduce__", "self, /",
      .one { f, this throws(Raised) in
        try f.attribute(of: this, "__qualname__")
      })
    t.method("__repr__", "self, /", .one { f, this throws(Raised) in .object(f.defaultRepr(this)) })
  }

  override func call(_ f: Frame, _ arguments: CallArguments) throws(Raised) -> Value {
    if limit == 0 {
      misses += 1
      return try f.call(function, arguments)
    }
    let key = key(of: arguments, f)
    let hash = try f.hash(key)
    let known = try results.position(of: key, hash: hash, f)
    if known >= 0 {
      hits += 1
      let value = results.entries[known].value
      if limit != nil { touch(known, hash, value) }
      return value
    }
    misses += 1
    let value = try f.call(function, arguments)
    // The call may have computed the same result meanwhile.
    if try results.position(of: key, hash: hash, f) < 0 {
      if let limit, results.count >= limit { removeOldest() }
      results.insert(key, hash, value)
    }
    return value
  }

  /// Makes an entry the one used last.
  private func touch(_ position: Int, _ hash: Int, _ value: Value) {
    if position == results.previousPosition(.max) { return }
    let key = results.entries[position].key
    results.remove(at: position)
    results.insert(key, hash, value)
  }

  private func removeOldest() {
    var start = 0
    if let oldest = results.nextPosition(&start) { results.remove(at: oldest) }
  }

  /// One value for all arguments: a lone int or text stands for itself, others are a tuple in which a mark separates
  /// the keywords.
  private func key(of arguments: CallArguments, _ f: Frame) -> Value {
    let positional = arguments.positional
    if !isTyped, arguments.keywords.isEmpty, positional.count == 1 {
      if case .int = positional[0] { return positional[0] }
      if positional[0].str != nil { return positional[0] }
    }
    var parts = positional
    if !arguments.keywords.isEmpty {
      parts.append(.object(self))
      for (name, value) in arguments.keywords {
        parts.append(.object(name))
        parts.append(value)
      }
    }
    if isTyped {
      for value in positional { parts.append(.object(f.types.type(of: value))) }
      for (_, value) in arguments.keywords { parts.append(.object(f.types.type(of: value))) }
    }
    return .tuple(parts)
  }
}
