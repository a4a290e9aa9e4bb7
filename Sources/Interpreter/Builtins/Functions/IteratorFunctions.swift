// The built-in types whose objects are iterators over other iterables: enumerate, zip, map, filter and reversed.
import CPosixShim

enum IteratorFunctions {
  static func define(_ m: ModuleBuilder) {
    m.iteratorType("enumerate", "iterable=None, start=0", enumerate)
    m.iteratorType("zip", "*iterables, strict=False", zip)
    m.iteratorType("map", "*args", map)
    m.iteratorType("filter", "function, iterable, /", filter)
    m.iteratorType("reversed", "sequence, /", reversed)
  }

  private static func enumerate(_ f: Frame, _ cls: TypeObject, _ a: Arguments) throws(Raised) -> Value {
    if a[0].isUnbound { throw f.typeError("enumerate() missing required argument 'iterable'") }
    let start: Value = a[1].isUnbound ? .int(0) : try f.integerValue(a[1])
    return .object(EnumerateIterator(try f.iterate(a[0]), from: start))
  }

  private static func zip(_ f: Frame, _ cls: TypeObject, _ a: Arguments) throws(Raised) -> Value {
    let isStrict = a[1].isUnbound ? false : try f.truth(a[1])
    return .object(ZipIterator(try f.iterators(over: a.starred(0)), isStrict: isStrict))
  }

  private static func map(_ f: Frame, _ cls: TypeObject, _ a: Arguments) throws(Raised) -> Value {
    let given = a.starred(0)
    if given.count < 2 { throw f.typeError("map() must have at least two arguments.") }
    if given.count == 2 { return .object(MapIterator(given[0], try f.iterate(given[1]))) }
    let iterators = try f.iterators(over: ContiguousArray(given.dropFirst()))
    return .object(ParallelMapIterator(given[0], iterators))
  }

  private static func filter(_ f: Frame, _ cls: TypeObject, _ a: Arguments) throws(Raised) -> Value {
    .object(FilterIterator(a[0], try f.iterate(a[1]), keeping: true))
  }

  private static func reversed(_ f: Frame, _ cls: TypeObject, _ a: Arguments) throws(Raised) -> Value {
    let type = f.types.type(of: a[0])
    if let method = type.special(.__reversed__) {
      if method.isNone { throw f.typeError("'\(f.typeName(a[0]))' object is not reversible") }
      return try f.call(f.bind(method, to: a[0]))
    }
    guard type.special(.__getitem__) != nil, a[0].payload.dict == nil else {
      throw f.typeError("'\(f.typeName(a[0]))' object is not reversible")
    }
    return .object(ReversedIterator(a[0], count: try f.length(a[0])))
  }
}

extension ModuleBuilder {
  /// A type whose objects are iterators of the same `typeName`.
  @discardableResult
  func iteratorType(_ name: String, _ signature: String, _ new: @escaping TypeObject.New) -> TypeBuilder {
    let type = types.iterator(named: name)
    type.moduleName = module.name
    type.isNamedWithModule = true
    let builder = TypeBuilder(type: type, interpreter: interpreter)
    builder.new(signature, new)
    constant(name, .object(type))
    return builder
  }
}

extension Frame {
  /// An iterator over each of the iterables.
  func iterators(over iterables: ContiguousArray<Value>) throws(Raised) -> ContiguousArray<Iterator> {
    var iterators: ContiguousArray<Iterator> = []
    iterators.reserveCapacity(iterables.count)
    for iterable in iterables { iterators.append(try iterate(iterable)) }
    return iterators
  }
}

/// `enumerate(iterable, start)`.
final class EnumerateIterator: AdaptingIterator {
  private var number: Int
  /// The number where it does not fit in 64 bits (any more).
  private var large: BigInt?

  init(_ items: Iterator, from start: Value) {
    if case .int(let number) = start {
      self.number = number
    } else {
      number = 0
      large = start.bigInt
    }
    super.init(items)
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    guard let (number, item) = try nextPair(f) else { return nil }
    return .tuple([number, item])
  }

  override var yieldsPairs: Bool { true }

  override func nextPair(_ f: Frame) throws(Raised) -> (Value, Value)? {
    guard let item = try pullSource(f) else { return nil }
    return (takeNumber(), item)
  }

  @inline(__always)
  private func takeNumber() -> Value {
    if large == nil, number < .max {
      number &+= 1
      return .int(number &- 1)
    }
    let current = large ?? BigInt(number)
    large = current + 1
    return .integer(current)
  }

  override var typeName: String { "enumerate" }
}

/// `zip(*iterables, strict)`.
final class ZipIterator: Iterator {
  private var iterators: ContiguousArray<Iterator>
  private let isStrict: Bool

  init(_ iterators: ContiguousArray<Iterator>, isStrict: Bool) {
    self.iterators = iterators
    self.isStrict = isStrict
  }

  deinit {
    if ppd_stack_is_low() { LateReleases.add { $0.append(contentsOf: iterators.lazy.map { Value($0) }); iterators = [] } }
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    if yieldsPairs {
      guard let (first, second) = try nextPair(f) else { return nil }
      return .tuple([first, second])
    }
    if iterators.isEmpty { return nil }
    var members: ContiguousArray<Value> = []
    members.reserveCapacity(iterators.count)
    for iterator in iterators {
      guard let member = try iterator.pull(f) else {
        if isStrict { try checkEnd(after: members.count, f) }
        return nil
      }
      members.append(member)
    }
    return .tuple(members)
  }

  override var yieldsPairs: Bool { iterators.count == 2 && !isStrict }

  override func nextPair(_ f: Frame) throws(Raised) -> (Value, Value)? {
    guard let first = try iterators[0].pull(f), let second = try iterators[1].pull(f) else { return nil }
    return (first, second)
  }

  /// Raises ValueError unless all iterators end where the one at `index` did.
  private func checkEnd(after index: Int, _ f: Frame) throws(Raised) {
    func others(_ count: Int) -> String { count == 1 ? "argument 1" : "arguments 1-\(count)" }
    if index > 0 { throw f.valueError("zip() argument \(index + 1) is shorter than \(others(index))") }
    for later in iterators.indices.dropFirst() where try iterators[later].pull(f) != nil {
      throw f.valueError("zip() argument \(later + 1) is longer than \(others(later))")
    }
  }

  override var typeName: String { "zip" }
}

/// `map(function, iterable)`.
final class MapIterator: AdaptingIterator {
  private let function: Value

  init(_ function: Value, _ items: Iterator) {
    self.function = function
    super.init(items)
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    guard let item = try pullSource(f) else { return nil }
    return try f.call(function, item)
  }

  override var typeName: String { "map" }
}

/// `map(function, iterable, iterable, …)`.
final class ParallelMapIterator: Iterator {
  private let function: Value
  private var iterators: ContiguousArray<Iterator>

  init(_ function: Value, _ iterators: ContiguousArray<Iterator>) {
    self.function = function
    self.iterators = iterators
  }

  deinit {
    if ppd_stack_is_low() { LateReleases.add { $0.append(contentsOf: iterators.lazy.map { Value($0) }); iterators = [] } }
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    var members: ContiguousArray<Value> = []
    members.reserveCapacity(iterators.count)
    for iterator in iterators {
      guard let member = try iterator.pull(f) else { return nil }
      members.append(member)
    }
    return try f.call(function, CallArguments(members))
  }

  override var typeName: String { "map" }
}

/// `filter(function, iterable)` and `filterfalse(function, iterable)`; None as function stands for the members' own
/// truth.
final class FilterIterator: AdaptingIterator {
  private let function: Value
  /// What the function says of the members that are yielded.
  private let keeping: Bool

  init(_ function: Value, _ items: Iterator, keeping: Bool) {
    self.function = function
    self.keeping = keeping
    super.init(items)
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    while let item = try pullSource(f) {
      let verdict = function.isNone ? try f.truth(item) : try f.truth(f.call(function, item))
      if verdict == keeping { return item }
    }
    return nil
  }

  override var typeName: String { keeping ? "filter" : "filterfalse" }
}
