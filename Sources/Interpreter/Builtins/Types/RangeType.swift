// The type `range`. What 64 bits do not hold is left to ``LongRange``.
import Syntax

enum RangeType {
  static func define(_ t: TypeBuilder) {
    t.new("start, stop=None, step=None, /", new)
    t.newFromOne { f, value throws(Raised) in try make(.int(0), f.integerValue(value), .int(1), f) }
    t.final()
    t.property("start", get: { f, this throws(Raised) in try f.range(this, "start").parts.start })
    t.property("stop", get: { f, this throws(Raised) in try f.range(this, "stop").parts.stop })
    t.property("step", get: { f, this throws(Raised) in try f.range(this, "step").parts.step })
    t.method("index", "self, value, /", .two(index))
    t.method("count", "self, value, /", .two(count))
    t.method("__reversed__", "self, /", .one(reversed))
    t.method("__bool__", "self, /", .one { f, this throws(Raised) in .bool(try f.range(this, "__bool__").count != 0) })
    t.method("__reduce__", "self, /", .one(reduce))
    t.comparisons()
    t.container(getItem: true, contains: true, length: true, iterate: true)
    t.representation()
    t.hashing()
  }

  private static func new(_ f: Frame, _ cls: TypeObject, _ a: Arguments) throws(Raised) -> Value {
    if a[1].isUnbound { return try make(.int(0), f.integerValue(a[0]), .int(1), f) }
    return try make(
      f.integerValue(a[0]), f.integerValue(a[1]), a[2].isUnbound ? .int(1) : f.integerValue(a[2]), f)
  }

  /// A range between integers of any size. Raises ValueError for a step of zero.
  private static func make(_ start: Value, _ stop: Value, _ step: Value, _ f: Frame) throws(Raised) -> Value {
    if case .int(0) = step { throw f.valueError("range() arg 3 must not be zero") }
    guard case .int(let first) = start, case .int(let end) = stop, case .int(let stride) = step,
      isCountable(first, end, stride)
    else {
      return .object(RangeObject(LongRange(start: start.bigInt!, stop: stop.bigInt!, step: step.bigInt!)))
    }
    return .object(RangeObject(start: first, stop: end, step: stride))
  }

  /// Whether 63 bits hold the number of members.
  private static func isCountable(_ start: Int, _ stop: Int, _ step: Int) -> Bool {
    let (low, high) = step > 0 ? (start, stop) : (stop, start)
    return low >= high || UInt(bitPattern: high &- low) / step.magnitude < UInt(Int.max)
  }

  /// A range of a slice's members, which 64 bits may hold.
  private static func make(_ long: LongRange, _ f: Frame) throws(Raised) -> Value {
    try make(.integer(long.start), .integer(long.stop), .integer(long.step), f)
  }

  @inline(__always)
  static func member(_ range: RangeObject, _ index: Int) -> Int {
    range.start &+ index &* range.step
  }

  static func item(_ range: RangeObject, _ key: Value, _ f: Frame) throws(Raised) -> Value {
    if let slice = key.slice { return try self.slice(range, slice, f) }
    if range.long == nil, case .int(let index) = key {
      return .int(member(range, try f.position(.int(index), count: range.count, "range", message: outOfRange)))
    }
    if key.bigInt == nil, f.types.type(of: key).special(.__index__) == nil {
      throw f.typeError("range indices must be integers or slices, not \(f.typeName(key))")
    }
    let members = range.unlimited
    var index = try f.integerValue(key).bigInt!
    if index < 0 { index = index + members.count }
    guard index >= 0, index < members.count else { throw f.indexError(outOfRange) }
    return .integer(members.member(index))
  }

  private static let outOfRange = "range object index out of range"

  private static func slice(_ range: RangeObject, _ slice: Slice, _ f: Frame) throws(Raised) -> Value {
    let step = try bound(slice.step, f) ?? 1
    if step.isZero { throw f.valueError("slice step cannot be zero") }
    return try make(range.unlimited.slice(from: bound(slice.lower, f), to: bound(slice.upper, f), by: step), f)
  }

  /// A part of a slice; nil where it is None.
  private static func bound(_ value: Value, _ f: Frame) throws(Raised) -> BigInt? {
    if value.isNone { return nil }
    if case .int(let index) = value { return BigInt(index) }
    if value.bigInt == nil, f.types.type(of: value).special(.__index__) == nil {
      throw f.typeError("slice indices must be integers or None or have an __index__ method")
    }
    return try f.integerValue(value).bigInt!
  }

  /// Position of a value among the members; nil where it is none.
  private static func position(_ range: RangeObject, _ value: Int) -> Int? {
    let isBetween =
      range.step > 0
      ? value >= range.start && value < range.stop : value <= range.start && value > range.stop
    if !isBetween { return nil }
    let distance = UInt(bitPattern: range.step > 0 ? value &- range.start : range.start &- value)
    let (index, rest) = distance.quotientAndRemainder(dividingBy: range.step.magnitude)
    return rest == 0 ? Int(index) : nil
  }

  static func contains(_ range: RangeObject, _ item: Value, _ f: Frame) throws(Raised) -> Bool {
    switch item {
    case .int, .bool, .object(_ as BigInteger): return position(range, item) != nil
    default: return try firstIndex(range, item, f) != nil
    }
  }

  /// Position of an int among the members; nil where it is none.
  private static func position(_ range: RangeObject, _ item: Value) -> Value? {
    switch item {
    case .int(let value) where range.long == nil: position(range, value).map { .int($0) }
    case .bool(let truth) where range.long == nil: position(range, truth ? 1 : 0).map { .int($0) }
    default: item.bigInt.flatMap { range.unlimited.position(of: $0) }.map { .integer($0) }
    }
  }

  /// Position of the first member that an object, which is no int, says it is equal to.
  private static func firstIndex(_ range: RangeObject, _ item: Value, _ f: Frame) throws(Raised) -> Int? {
    let members = iterator(range)
    var index = 0
    while let member = try members.next(f) {
      if try f.isEqual(member, item) { return index }
      index += 1
    }
    return nil
  }

  static func iterator(_ range: RangeObject) -> Iterator {
    guard let long = range.long else { return RangeIterator(from: range.start, step: range.step, count: range.count) }
    return LongRangeIterator(from: long.start, step: long.step, count: long.count)
  }

  static func repr(_ range: RangeObject, _ f: Frame) throws(Raised) -> Str {
    let (start, stop, step) = range.parts
    if range.long == nil { return Str("range(\(range.start), \(range.stop)\(range.step == 1 ? "" : ", \(range.step)"))") }
    let ends = "\(try f.repr(start).string), \(try f.repr(stop).string)"
    if case .int(1) = step { return Str("range(\(ends))") }
    return Str("range(\(ends), \(try f.repr(step).string))")
  }

  static func length(_ range: RangeObject, _ f: Frame) throws(Raised) -> Int {
    if range.count < 0 { throw f.overflowError("Python int too large to convert to C ssize_t") }
    return range.count
  }

  /// Whether both have the same members.
  static func isEqual(_ a: RangeObject, _ b: RangeObject) -> Bool {
    if a.long != nil || b.long != nil {
      let (a, b) = (a.unlimited, b.unlimited)
      return a.count == b.count && (a.count.isZero || a.start == b.start && (a.count == 1 || a.step == b.step))
    }
    if a.count != b.count { return false }
    if a.count == 0 { return true }
    return a.start == b.start && (a.count == 1 || a.step == b.step)
  }

  static func hash(_ range: RangeObject, _ f: Frame) throws(Raised) -> Int {
    let (start, _, step) = range.parts
    let count = range.long.map { Value.integer($0.count) } ?? .int(range.count)
    return try TupleType.hash(
      Tuple([count, range.count == 0 ? .none : start, range.count == 0 || range.count == 1 ? .none : step]), f)
  }

  // MARK: Methods

  private static func index(_ f: Frame, _ this: Value, _ item: Value) throws(Raised) -> Value {
    let range = try f.range(this, "index")
    if item.bigInt != nil {
      guard let index = position(range, item.payload) else {
        throw f.valueError("\(try f.repr(item).string) is not in range")
      }
      return index
    }
    guard let index = try firstIndex(range, item, f) else {
      throw f.valueError("sequence.index(x): x not in sequence")
    }
    return .int(index)
  }

  private static func count(_ f: Frame, _ this: Value, _ item: Value) throws(Raised) -> Value {
    let range = try f.range(this, "count")
    if item.bigInt != nil { return .int(try contains(range, item.payload, f) ? 1 : 0) }
    let members = iterator(range)
    var count = 0
    while let member = try members.next(f) {
      if try f.isEqual(member, item) { count += 1 }
    }
    return .int(count)
  }

  private static func reversed(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let range = try f.range(this, "__reversed__")
    guard let long = range.long else {
      return .object(RangeIterator(from: member(range, range.count - 1), step: 0 &- range.step, count: range.count))
    }
    return .object(LongRangeIterator(from: long.member(long.count - 1), step: -long.step, count: long.count))
  }

  private static func reduce(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let (start, stop, step) = try f.range(this, "__reduce__").parts
    return .tuple([.object(f.types[.range]), .tuple([start, stop, step])])
  }
}

extension Frame {
  /// The range in a method's `self`.
  func range(_ this: Value, _ method: StaticString) throws(Raised) -> RangeObject {
    guard let range = this.range else { throw wrongReceiver(this, "\(method)", of: "range") }
    return range
  }
}
