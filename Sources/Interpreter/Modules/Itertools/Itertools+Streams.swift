// The iterators of `itertools` that count, select and join.

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
final class CycleIterator: Iterator {
  private var items: Iterator?
  private var saved: ContiguousArray<Value> = []
  private var index = 0

  init(_ items: Iterator) {
    self.items = items
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    if let items {
      if let item = try items.next(f) {
        saved.append(item)
        return item
      }
      self.items = nil
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
  private let object: Value
  /// Nil for ever.
  private var times: Int?

  init(_ object: Value, times: Int?) {
    self.object = object
    self.times = times
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
final class SliceIterator: Iterator {
  private var items: Iterator?
  /// Number of items consumed, and how many are to be before the next one is yielded.
  private var position = 0
  private var target: Int
  private let stop: Int
  private let step: Int

  init(_ items: Iterator, start: Int, stop: Int?, step: Int) {
    self.items = items
    target = start
    self.stop = stop ?? .max
    self.step = step
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    guard let items, position < stop else {
      self.items = nil
      return nil
    }
    while position < target {
      guard try items.next(f) != nil else {
        self.items = nil
        return nil
      }
      position += 1
    }
    guard position < stop, let item = try items.next(f) else {
      self.items = nil
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
final class TakeWhileIterator: Iterator {
  private let predicate: Value
  private var items: Iterator?

  init(_ predicate: Value, _ items: Iterator) {
    self.predicate = predicate
    self.items = items
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    guard let items, let item = try items.next(f) else { return nil }
    if try f.truth(f.call(predicate, item)) { return item }
    self.items = nil
    return nil
  }

  override var typeName: String { "takewhile" }
}

/// `dropwhile(predicate, iterable)`.
final class DropWhileIterator: Iterator {
  private let predicate: Value
  private let items: Iterator
  private var hasStarted = false

  init(_ predicate: Value, _ items: Iterator) {
    self.predicate = predicate
    self.items = items
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    while let item = try items.next(f) {
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
final class CompressIterator: Iterator {
  private let items: Iterator
  private let selectors: Iterator

  init(_ items: Iterator, _ selectors: Iterator) {
    self.items = items
    self.selectors = selectors
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    while let item = try items.next(f), let selector = try selectors.next(f) {
      if try f.truth(selector) { return item }
    }
    return nil
  }

  override var typeName: String { "compress" }
}

/// `chain(*iterables)` and `chain.from_iterable(iterable)`.
final class ChainIterator: Iterator {
  private var iterables: Iterator?
  private var current: Iterator?

  init(_ iterables: Iterator) {
    self.iterables = iterables
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    while true {
      if let current {
        if let item = try current.next(f) { return item }
        self.current = nil
      }
      guard let iterables, let iterable = try iterables.next(f) else {
        self.iterables = nil
        return nil
      }
      current = try f.iterate(iterable)
    }
  }

  override var typeName: String { "chain" }
}

/// `starmap(function, iterable)`.
final class StarMapIterator: Iterator {
  private let function: Value
  private let items: Iterator

  init(_ function: Value, _ items: Iterator) {
    self.function = function
    self.items = items
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    guard let item = try items.next(f) else { return nil }
    return try f.call(function, CallArguments(f.collect(item)))
  }

  override var typeName: String { "starmap" }
}

/// `accumulate(iterable, func, initial)`.
final class AccumulateIterator: Iterator {
  private let items: Iterator
  private let function: Value
  private var total: Value?
  /// What is still to be yielded before the first item.
  private var initial: Value

  init(_ items: Iterator, _ function: Value, initial: Value) {
    self.items = items
    self.function = function
    self.initial = initial
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    if !initial.isUnbound {
      total = initial
      initial = .unbound
      return total
    }
    guard let item = try items.next(f) else { return nil }
    if let total {
      self.total = function.isNone ? try f.binary(.add, total, item) : try f.call(function, total, item)
    } else {
      total = item
    }
    return total
  }

  override var typeName: String { "accumulate" }
}
