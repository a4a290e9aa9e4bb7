// The built-in functions that go through iterables: len, iter, next, sorted, sum, min, max, any and all.
import CPosixShim
import Glibc
import Syntax

enum CollectionFunctions {
  static func define(_ m: ModuleBuilder) {
    IteratorFunctions.define(m)
    m.function("len", "obj, /", .one(len))
    m.function("iter", "object, sentinel=None, /", .two(iter))
    m.function("next", "iterator, default=None, /", .two(next))
    m.function("sorted", "*iterable, key=None, reverse=False", .many(sorted))
    m.function("sum", "iterable, /, start=0", .two(sum))
    m.function(
      "min", "*args, key=None, default=None",
      .many { f, a throws(Raised) in try extreme(.less, "min", f, a.starred(0), key: a[1], fallback: a[2]) },
      direct: { f, values throws(Raised) in try extreme(.less, "min", f, values, key: .unbound, fallback: .unbound) })
    m.function(
      "max", "*args, key=None, default=None",
      .many { f, a throws(Raised) in try extreme(.greater, "max", f, a.starred(0), key: a[1], fallback: a[2]) },
      direct: { f, values throws(Raised) in try extreme(.greater, "max", f, values, key: .unbound, fallback: .unbound) })
    m.function("any", "iterable, /", .one(any))
    m.function("all", "iterable, /", .one(all))
  }

  private static func len(_ f: Frame, _ container: Value) throws(Raised) -> Value {
    .int(try f.length(container))
  }

  private static func iter(_ f: Frame, _ object: Value, _ sentinel: Value) throws(Raised) -> Value {
    if sentinel.isUnbound { return try f.iteratorValue(object) }
    guard f.isCallable(object) else { throw f.typeError("iter(v, w): v must be callable") }
    return .object(CallableIterator(object, sentinel: sentinel))
  }

  private static func next(_ f: Frame, _ iterator: Value, _ fallback: Value) throws(Raised) -> Value {
    if fallback.isUnbound {
      // A script's own iterator raises its own StopIteration, which may carry a value.
      if iterator.iterator == nil, iterator.instance != nil, let value = try f.callSpecial(.__next__, iterator) {
        return value
      }
      if let generator = iterator.cast(.generator, Generator.self) { return try generator.send(f, .none) }
      guard let value = try f.next(iterator) else { throw f.stopIteration() }
      return value
    }
    return try f.next(iterator) ?? fallback
  }

  private static func sorted(_ f: Frame, _ a: Arguments) throws(Raised) -> Value {
    // It checks its own positional arguments, in words of its own.
    let given = a.starred(0)
    if given.count != 1 { throw f.typeError("sorted expected 1 argument, got \(given.count)") }
    let list = List(try f.collect(given[0]))
    try ListType.sort(list, key: a[1], reverse: a[2], f)
    return .object(list)
  }

  private static func any(_ f: Frame, _ iterable: Value) throws(Raised) -> Value {
    let items = try f.iterate(iterable)
    while let item = try items.next(f) {
      if try f.truth(item) { return .bool(true) }
    }
    return .bool(false)
  }

  private static func all(_ f: Frame, _ iterable: Value) throws(Raised) -> Value {
    let items = try f.iterate(iterable)
    while let item = try items.next(f) {
      if try !f.truth(item) { return .bool(false) }
    }
    return .bool(true)
  }

  // MARK: min and max

  /// `min` (by `<`) or `max` (by `>`): the first of the members that no other one precedes in that order.
  private static func extreme(
    _ op: ComparisonOperator, _ name: String, _ f: Frame, _ given: ContiguousArray<Value>, key: Value, fallback: Value
  ) throws(Raised) -> Value {
    if given.isEmpty { throw f.typeError("\(name) expected at least 1 argument, got 0") }
    if given.count > 1 && !fallback.isUnbound {
      throw f.typeError("Cannot specify a default for \(name)() with multiple positional arguments")
    }
    let isByValue = key.isUnbound || key.isNone
    if given.count > 1, isByValue {
      var best = given[0]
      for index in 1..<given.count where try precedes(op, given[index], best, f) { best = given[index] }
      return best
    }
    let items = try f.iterate(given.count > 1 ? .tuple(given) : given[0])
    guard var best = try items.next(f) else {
      if fallback.isUnbound { throw f.valueError("\(name)() iterable argument is empty") }
      return fallback
    }
    if isByValue {
      while let item = try items.next(f) {
        if try precedes(op, item, best, f) { best = item }
      }
    } else {
      let keyOf = key
      var bestKey = try f.call(keyOf, best)
      while let item = try items.next(f) {
        let key = try f.call(keyOf, item)
        if try precedes(op, key, bestKey, f) {
          best = item
          bestKey = key
        }
      }
    }
    return best
  }

  @inline(__always)
  private static func precedes(
    _ op: ComparisonOperator, _ l: Value, _ r: Value, _ f: Frame
  ) throws(Raised) -> Bool {
    switch (l, r) {
    case (.int(let a), .int(let b)): op == .less ? a < b : a > b
    case (.float(let a), .float(let b)): op == .less ? a < b : a > b
    default: try f.truth(f.compare(op, l, r))
    }
  }

  // MARK: sum

  private static func sum(_ f: Frame, _ iterable: Value, _ start: Value) throws(Raised) -> Value {
    if let kind = start.payload.object?.kind {
      switch kind {
      case .str: throw f.typeError("sum() can't sum strings [use ''.join(seq) instead]")
      case .bytes: throw f.typeError("sum() can't sum bytes [use b''.join(seq) instead]")
      case .byteArray: throw f.typeError("sum() can't sum bytearray [use b''.join(seq) instead]")
      default: break
      }
    }
    var summation = Summation(start: start.isUnbound ? .int(0) : start)
    if let list = iterable.list {
      var index = 0
      while index < list.count {
        try summation.add(list[index], f)
        index += 1
      }
    } else {
      let items = try f.iterate(iterable)
      while let item = try items.next(f) { try summation.add(item, f) }
    }
    return summation.total
  }
}

/// A running sum: of ints while they fit, of floats with their rounding errors kept (Neumaier), else by `+`.
private struct Summation {
  private enum State {
    case ints(Int)
    case floats(sum: Double, error: Double)
    case values(Value)
  }

  private var state: State

  init(start: Value) {
    switch start {
    case .int(let number): state = .ints(number)
    case .float(let number): state = .floats(sum: number, error: 0)
    default: state = .values(start)
    }
  }

  @inline(__always)
  mutating func add(_ item: Value, _ f: Frame) throws(Raised) {
    if case .ints(let sum) = state, case .int(let number) = item {
      let (total, overflow) = sum.addingReportingOverflow(number)
      if !overflow {
        state = .ints(total)
        return
      }
    }
    try addGeneral(item, f)
  }

  private mutating func addGeneral(_ item: Value, _ f: Frame) throws(Raised) {
    switch (state, item) {
    case (.ints(let sum), .bool(let truth)) where sum < .max:
      state = .ints(sum + (truth ? 1 : 0))
    case (.ints(let sum), .float(let number)):
      state = .floats(sum: Double(sum) + number, error: 0)
    case (.floats(let sum, var error), .float(let number)):
      let total = sum + number
      error += abs(sum) >= abs(number) ? (sum - total) + number : (number - total) + sum
      state = .floats(sum: total, error: error)
    case (.floats(let sum, let error), .int(let number)):
      state = .floats(sum: sum + Double(number), error: error)
    case (.floats(let sum, let error), .bool(let truth)):
      state = .floats(sum: sum + (truth ? 1 : 0), error: error)
    default:
      state = Summation.state(of: try f.binary(.add, total, item))
    }
  }

  /// What goes on after a sum by `+`: a float may still be followed by floats, but an int past 64 bits stays a value.
  private static func state(of total: Value) -> State {
    if case .float(let number) = total { return .floats(sum: number, error: 0) }
    return .values(total)
  }

  var total: Value {
    switch state {
    case .ints(let sum): .int(sum)
    case .floats(let sum, let error): .float(error != 0 && error.isFinite ? sum + error : sum)
    case .values(let value): value
    }
  }
}

/// What `iter(callable, sentinel)` returns.
final class CallableIterator: Iterator {
  private var callable: Value?
  private let sentinel: Value

  init(_ callable: Value, sentinel: Value) {
    self.callable = callable
    self.sentinel = sentinel
  }

  deinit {
    if ppd_stack_is_low() { LateReleases.add { $0 = [callable ?? .none]; callable = nil } }
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    guard let callable else { return nil }
    do {
      let value = try f.call(callable)
      if try !f.isEqual(value, sentinel) { return value }
    } catch  where error.exception.type.isSubtype(of: f.types[.StopIteration]) {}
    self.callable = nil
    return nil
  }

  override var typeName: String { "callable_iterator" }
}
