// The collection of cycles. What is garbage is found in `Collector.c`; here it is told of it, and let go.
import CPosixShim
import Glibc

/// What the interpreter remembers about collections.
struct Collector {
  /// Whether a collection begins when memory has grown.
  var isAutomatic = true
  /// What `gc.set_threshold` was given: the first 0 stops automatic collections.
  var thresholds = [2000, 10, 0]
  var debugFlags = 0
  /// Collections so far, and what they found.
  var runs = 0
  var collected = 0
  fileprivate(set) var isRunning = false
  /// `gc.callbacks` and `gc.garbage`.
  let callbacks = List()
  let garbage = List()

  #if DEBUG
    /// `PPD_COLLECT_EVERY=n` has debug builds collect at every nth of all places where they could: a reference that is
    /// not counted, or counted twice, shows itself then.
    private let interval = getenv("PPD_COLLECT_EVERY").flatMap { Int(String(cString: $0)) }
    private var looks = 0

    fileprivate mutating func press(_ interpreter: Interpreter) {
      guard let interval else { return }
      looks += 1
      ppd_collection_ask(looks % interval == 0)
    }
  #endif

  /// Tells the collector how objects look. To be called once, before there is anything to collect.
  static func describe() {
    #if DEBUG
      if getenv("PPD_COLLECT_EVERY") != nil { ppd_collection_ask(false) }
    #endif
    let tag = withUnsafeBytes(of: Value.text("")) { $0[8] }
    withUnsafePointer(to: Value.none) { none in
      ppd_collector_describe(tag, none) { metadata in ReferenceLayout.of(metadata!) }
    }
  }
}

extension Interpreter {
  /// Collects where memory has grown enough since the last time. Nodes ask for it as they ask for signals.
  func collectIfDue() {
    #if DEBUG
      collector.press(self)
    #endif
    if ppd_collection_take(), collector.isAutomatic, collector.thresholds[0] > 0 { collect() }
  }

  /// Lets go of all objects that nothing but themselves refers to. Runs their `__del__` and what waits for them in weak
  /// references first, as Python does.
  ///
  /// - Returns: how many objects went, as CPython counts them.
  @discardableResult
  func collect() -> Int {
    guard !collector.isRunning, ppd_collector_is_ready() else { return 0 }
    collector.isRunning = true
    tellCallbacks("start", collected: 0)
    let collected = Collection(self).run()
    ppd_collector_settle()
    collector.isRunning = false
    collector.runs += 1
    collector.collected += collected
    tellCallbacks("stop", collected: collected)
    return collected
  }

  /// Calls `gc.callbacks`.
  private func tellCallbacks(_ phase: String, collected: Int) {
    for callback in collector.callbacks.items {
      let details = Dict()
      details[intern("generation")] = .int(2)
      details[intern("collected")] = .int(collected)
      details[intern("uncollectable")] = .int(0)
      detached { f in
        do throws(Raised) {
          _ = try f.call(callback, .text(phase), .object(details))
        } catch {
          reportUnraisable(error.exception, in: callback)
        }
      }
    }
  }
}

/// One collection.
private struct Collection {
  private let interpreter: Interpreter

  init(_ interpreter: Interpreter) {
    self.interpreter = interpreter
  }

  func run() -> Int {
    let found = ppd_collector_find(nil, 0)
    let hasRunCode = found.count > 0 && announce(found)
    var gone = found
    if hasRunCode {
      // Somebody may hold an object again.
      gone = ppd_collector_find(found.objects, found.count)
    }
    let ending = Collection.members(found).filter { ppd_collector_is_garbage($0.toOpaque()) }
    ppd_collector_forget()
    let count = ending.reduce(0) { $0 + $1._withUnsafeGuaranteedRef { $0.weight } }
    for object in ending {
      object._withUnsafeGuaranteedRef { $0.leaveCycles() }
      ppd_collector_empty(object.toOpaque())
    }
    if hasRunCode {
      for object in Collection.members(gone) { object.release() }
      ppd_collector_free(gone)
    }
    for object in Collection.members(found) { object.release() }
    ppd_collector_free(found)
    return count
  }

  private static func members(_ list: ppd_garbage) -> [Unmanaged<Object>] {
    (0..<list.count).map { Unmanaged.fromOpaque(list.objects[$0]!) }
  }

  /// Clears the weak references to garbage and calls what waits for that, then finalizes what is garbage.
  /// - Returns: whether a script's code has run.
  private func announce(_ found: ppd_garbage) -> Bool {
    var callers: [WeakReference] = []
    let references = Collection.members(ppd_collector_listed()).map {
      unsafeDowncast($0.takeUnretainedValue(), to: WeakReference.self)
    }
    for reference in references {
      guard let target = reference.target, Collection.isGarbage(target) else { continue }
      reference.forget()
      if !reference.callback.isNone, !Collection.isGarbage(reference) { callers.append(reference) }
    }
    for object in Collection.members(found) {
      let object = object.takeUnretainedValue()
      if object.isWatched { Watchers.forget(object) }
    }
    var hasRunCode = false
    for reference in callers {
      reference.callBack()
      hasRunCode = true
    }
    for object in Collection.members(found) where object.takeUnretainedValue().runFinalizer(interpreter) { hasRunCode = true }
    return hasRunCode
  }

  private static func isGarbage(_ object: Object) -> Bool {
    ppd_collector_is_garbage(Unmanaged.passUnretained(object).toOpaque())
  }
}

extension Object {
  /// As how many objects `gc.collect()` counts it: as many as CPython has in its place.
  fileprivate var weight: Int {
    switch kind {
    case .str, .bytes, .byteArray, .bigInteger, .range: 0
    // With the tuple of its cells.
    case .function: unsafeDowncast(self, to: Function.self).closure.isEmpty ? 1 : 2
    default: 1
    }
  }

  /// Runs the script's code that is to run before the object goes, once.
  /// - Returns: whether there is any.
  fileprivate func runFinalizer(_ interpreter: Interpreter) -> Bool {
    switch kind {
    case .instance: unsafeDowncast(self, to: Instance.self).finalize(interpreter)
    case .generator: unsafeDowncast(self, to: Generator.self).abandon()
    default: false
    }
  }

  /// Lets go of what ties the object into cycles, beyond the values in its fields and arrays. It is never used again.
  fileprivate func leaveCycles() {
    switch kind {
    case .dict: unsafeDowncast(self, to: Dict.self).removeAll()
    case .set, .frozenSet: unsafeDowncast(self, to: SetObject.self).removeAll()
    case .instance: unsafeDowncast(self, to: Instance.self).letGo()
    case .type: unsafeDowncast(self, to: TypeObject.self).letGo()
    case .function: unsafeDowncast(self, to: Function.self).letGo()
    case .exception: unsafeDowncast(self, to: ExceptionObject.self).context = nil
    case .native: (self as? Deque)?.removeAll()
    default: break
    }
  }
}
