// The module `gc`.
import CPosixShim

enum GcModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.exports(
      "callbacks", "collect", "disable", "enable", "freeze", "garbage", "get_count", "get_debug", "get_freeze_count",
      "get_objects", "get_referents", "get_referrers", "get_stats", "get_threshold", "is_finalized", "is_tracked",
      "isenabled", "set_debug", "set_threshold", "unfreeze")
    m.constants([
      "DEBUG_STATS": 1, "DEBUG_COLLECTABLE": 2, "DEBUG_UNCOLLECTABLE": 4, "DEBUG_SAVEALL": 32, "DEBUG_LEAK": 38,
    ])
    m.constant("garbage", .object(m.interpreter.collector.garbage))
    m.constant("callbacks", .object(m.interpreter.collector.callbacks))
    defineCollecting(m)
    defineSettings(m)
    defineLooking(m)
  }

  // MARK: Collecting

  private static func defineCollecting(_ m: ModuleBuilder) {
    m.function("collect", "generation=2", .one { (f, generation) throws(Raised) in
      try check(generation, f)
      return .int(f.interpreter.collect())
    })
    m.function("enable", "", .zero { (f) throws(Raised) in
      f.interpreter.collector.isAutomatic = true
      return .none
    })
    m.function("disable", "", .zero { (f) throws(Raised) in
      f.interpreter.collector.isAutomatic = false
      return .none
    })
    m.function("isenabled", "", .zero { (f) throws(Raised) in .bool(f.interpreter.collector.isAutomatic) })
    // Objects that stay cost a collection little, and no collection writes to what a forked child shares.
    m.function("freeze", "", .zero { (f) throws(Raised) in .none })
    m.function("unfreeze", "", .zero { (f) throws(Raised) in .none })
    m.function("get_freeze_count", "", .zero { (f) throws(Raised) in .int(0) })
  }

  private static func check(_ generation: Value, _ f: Frame) throws(Raised) {
    if generation.isUnbound || generation.isNone { return }
    let number = try f.index(generation)
    if !(0...2).contains(number) { throw f.valueError("invalid generation") }
  }

  // MARK: Settings

  private static func defineSettings(_ m: ModuleBuilder) {
    m.function("get_threshold", "", .zero { (f) throws(Raised) in
      .tuple(ContiguousArray(f.interpreter.collector.thresholds.map { .int($0) }))
    })
    m.function("set_threshold", "threshold0, threshold1=0, threshold2=0, /", .three { (f, a, b, c) throws(Raised) in
      for (place, value) in [a, b, c].enumerated() where !value.isUnbound {
        f.interpreter.collector.thresholds[place] = try f.index(value)
      }
      return .none
    })
    m.function("get_debug", "", .zero { (f) throws(Raised) in .int(f.interpreter.collector.debugFlags) })
    m.function("set_debug", "flags, /", .one { (f, flags) throws(Raised) in
      f.interpreter.collector.debugFlags = try f.index(flags)
      return .none
    })
    m.function("get_count", "", .zero { (f) throws(Raised) in .tuple([.int(0), .int(0), .int(0)]) })
    m.function("get_stats", "", .zero { (f) throws(Raised) in
      let collector = f.interpreter.collector
      return .list(ContiguousArray((0...2).map { generation in
        let numbers = Dict()
        numbers[f.interpreter.intern("collections")] = .int(generation == 2 ? collector.runs : 0)
        numbers[f.interpreter.intern("collected")] = .int(generation == 2 ? collector.collected : 0)
        numbers[f.interpreter.intern("uncollectable")] = .int(0)
        return .object(numbers)
      }))
    })
  }

  // MARK: Looking at objects

  private static func defineLooking(_ m: ModuleBuilder) {
    m.function("is_tracked", "obj, /", .one { (f, value) throws(Raised) in .bool(isTracked(value)) })
    m.function("is_finalized", "obj, /", .one { (f, value) throws(Raised) in .bool(value.instance?.isFinalized ?? false) })
    m.function("get_objects", "generation=None", .one { (f, generation) throws(Raised) in
      try check(generation, f)
      return .list(allObjects())
    })
    m.function("get_referents", "*objs", .one { (f, objects) throws(Raised) in
      var found: ContiguousArray<Value> = []
      for object in objects.tuple?.items ?? [] { found += referents(of: object) }
      return .list(found)
    })
    m.function("get_referrers", "*objs", .one { (f, objects) throws(Raised) in
      let sought = objects.tuple?.items ?? []
      return .list(allObjects().filter { candidate in
        referents(of: candidate).contains { referent in
          sought.contains { referent.address != nil && $0.isIdentical(to: referent) }
        }
      })
    })
  }

  /// Whether an object could be part of a cycle.
  private static func isTracked(_ value: Value) -> Bool {
    guard case .object(let object) = value else { return false }
    return switch object.kind {
    case .str, .bytes, .byteArray, .bigInteger, .range: false
    case .tuple: !unsafeDowncast(object, to: Tuple.self).items.isEmpty
    case .dict: unsafeDowncast(object, to: Dict.self).items.contains { isTracked($0.key) || isTracked($0.value) }
    case .native: !(object is ComplexNumber)
    default: true
    }
  }

  /// The objects that can be part of a cycle.
  private static func allObjects() -> ContiguousArray<Value> {
    if !ppd_collector_is_ready() { return [] }
    let list = ppd_collector_objects()
    var objects: ContiguousArray<Value> = []
    objects.reserveCapacity(list.count)
    for index in 0..<list.count {
      let value = Value.object(Unmanaged<Object>.fromOpaque(list.objects[index]!).takeRetainedValue())
      if isTracked(value) { objects.append(value) }
    }
    ppd_collector_free(list)
    return objects
  }

  /// What an object holds itself, in the order in which CPython tells it.
  private static func referents(of value: Value) -> ContiguousArray<Value> {
    guard case .object(let object) = value else { return [] }
    switch object.kind {
    case .list: return ContiguousArray(unsafeDowncast(object, to: List.self).items.reversed())
    case .tuple: return ContiguousArray(unsafeDowncast(object, to: Tuple.self).items.reversed())
    case .set, .frozenSet: return unsafeDowncast(object, to: SetObject.self).members
    case .dict:
      let items = unsafeDowncast(object, to: Dict.self).items
      let hasOnlyNames = items.allSatisfy { $0.key.str != nil }
      return ContiguousArray(items.flatMap { hasOnlyNames ? [$0.value] : [$0.value, $0.key] })
    case .instance:
      let instance = unsafeDowncast(object, to: Instance.self)
      let values = instance.dictionary.map { [.object($0)] } ?? instance.attributes.map(\.value)
      return ContiguousArray(values + [.object(instance.type)])
    default: return ReferenceLayout.references(of: object)
    }
  }
}
