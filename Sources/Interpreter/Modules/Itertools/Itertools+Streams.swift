// The iterators of `itertools` that count, select and join.
import CPosixShim

/// `count(start, step)`.
final class CountIterator: Iterator {
  private var value: Value
  private let step: Value

  init(from start: Value, step: Value) {
    value = start
    self.step = step
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    let current = value
    value = try f.binary(.add, current, step)
    return current
  }

  func repr(_ f: Frame) throws(Raised) -> Str {
    let start = try f.repr(value).string
    if step.isIdentical(to: .int(1)) { return Str("count(\(start))") }
    return Str("count(\(start), \(try f.repr(step).string))")
  }

  override var typeName: String { "count" }
}

/// `cycle(iterable)`.
final class CycleIterator: AdaptingIterator {
  private var saved: ContiguousArray<Value> = []
  private var index = 0

  override func next(_ f: Frame) throws(Raised) -> Value? {
    if source != nil {
      if let item = try pullSource(f) {
        saved.append(item)
        return item
      }
      source = nil
    }
    if saved.isEmpty { return nil }
    let item = saved[index]
    index = index + 1 == saved.count ? 0 : index + 1
    return item
  }

  override var typeName: String { "cycle" }
}

/// `repeat(object, times)`.
final class RepeatIterator: Iterator {
  private var object: Value
  /// Nil for ever.
  private var times: Int?

  init(_ object: Value, times: Int?) {
    self.object = object
    self.times = times
  }

  deinit {
    if ppd_stack_is_low() { LateReleases.add { $0 = [object]; object = .none } }
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    guard let times else { return object }
    if times == 0 { return nil }
    self.times = times - 1
    return object
  }

  func repr(_ f: Frame) throws(Raised) -> Str {
    let text = try f.repr(object).string
    return Str(times.map { "repeat(\(text), \($0))" } ?? "repeat(\(text))")
  }

  override var typeName: String { "repeat" }

  override var remaining: Int? { times }
}

/// `islice(iterable, start, stop, step)`.
final class SliceIterator: AdaptingIterator {
  /// Number of items consumed, and how many are to be before the next one is yielded.
  private var position = 0
  private var target: Int
  private let stop: Int
  private let step: Int

  init(_ items: Iterator, start: Int, stop: Int?, step: Int) {
    target = start
    self.stop = stop ?? .max
    self.step = step
    super.init(items)
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    guard source != nil, position < stop else {
      source = nil
      return nil
    }
    while position < target {
      guard try pullSource(f) != nil else {
        source = nil
        return nil
      }
      position += 1
    }
    guard position < stop, let item = try pullSource(f) else {
      source = nil
      return nil
    }
    position += 1
    let (next, overflow) = target.addingReportingOverflow(step)
    target = overflow ? stop : min(next, stop)
    return item
  }

  override var typeName: String { "islice" }
}

/// `takewhile(predicate, iterable)`.
final class TakeWhileIterator: AdaptingIterator {
  private let predicate: Value

  init(_ predicate: Value, _ items: Iterator) {
    self.predicate = predicate
    super.init(items)
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    guard let item = try pullSource(f) else { return nil }
    if try f.truth(f.call(predicate, item)) { return item }
    source = nil
    return nil
  }

  override var typeName: String { "takewhile" }
}

/// `dropwhile(predicate, iterable)`.
final class DropWhileIterator: AdaptingIterator {
  private let predicate: Value
  private var hasStarted = false

  init(_ predicate: Value, _ items: Iterator) {
    self.predicate = predicate
    super.init(items)
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    while let item = try pullSource(f) {
      if hasStarted { return item }
      if try !f.truth(f.call(predicate, item)) {
        hasStarted = true
        return item
      }
    }
    return nil
  }

  override var typeName: String { "dropwhile" }
}

/// `compress(data, selectors)`.
final class CompressIterator: AdaptingIterator {
  private let selectors: Iterator

  init(_ items: Iterator, _ selectors: Iterator) {
    self.selectors = selectors
    super.init(items)
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    while let item = try pullSource(f), let selector = try selectors.pull(f) {
      if try f.truth(selector) { return item }
    }
    return nil
  }

  override var typeName: String { "compress" }
}

/// `chain(*iterables)` and `chain.from_iterable(iterable)`.
final class ChainIterator: AdaptingIterator {
  private var current: Iterator?

  deinit {
    if ppd_stack_is_low() { LateReleases.add { $0 = [Value(current)]; current = nil } }
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    while true {
      if let current {
        if let item = try current.pull(f) { return item }
        self.current = nil
      }
      guard let iterable = try pullSource(f) else {
        source = nil
        return nil
      }
      current = try f.iterate(iterable)
    }
  }

  override var typeName: String { "chain" }
}

/// `starmap(function, iterable)`.
final class StarMapIterator: AdaptingIterator {
  private let function: Value

  init(_ function: Value, _ items: Iterator) {
    self.function = function
    super.init(items)
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    guard let item = try pullSource(f) else { return nil }
    return try f.call(function, CallArguments(f.collect(item)))
  }

  override var typeName: String { "starmap" }
}

/// `accumulate(iterable, func, initial)`.
final class AccumulateIterator: AdaptingIterator {
  private let function: Value
  private var total: Value?
  /// What is still to be yielded before the first item.
  private var initial: Value

  init(_ items: Iterator, _ function: Value, initial: Value) {
    self.function = function
    self.initial = initial
    super.init(items)
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    if !initial.isUnbound {
      total = initial
      initial = .unbound
      return total
    }
    guard let item = try pullSource(f) else { return nil }
    if let total {
      self.total = function.isNone ? try f.binary(.add, total, item) : try f.call(function, total, item)
    } else {
      total = item
    }
    return total
  }

  override var typeName: String { "accumulate" }
}
