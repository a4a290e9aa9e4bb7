// The type `range`. Its ends are limited to 64 bits.
import Syntax

enum RangeType {
  static func define(_ t: TypeBuilder) {
    t.new("start, stop=None, step=None, /", new)
    t.newFromOne { f, value throws(Raised) in try make(0, f.size(value), 1, f) }
    t.final()
    t.property("start", get: { f, this throws(Raised) in .int(try f.range(this, "start").start) })
    t.property("stop", get: { f, this throws(Raised) in .int(try f.range(this, "stop").stop) })
    t.property("step", get: { f, this throws(Raised) in .int(try f.range(this, "step").step) })
    t.method("index", "self, value, /", .two(index))
    t.method("count", "self, value, /", .two(count))
    t.method("__reversed__", "self, /", .one(reversed))
    t.method("__bool__", "self, /", .one { f, this throws(Raised) in .bool(try f.range(this, "__bool__").count > 0) })
    t.method("__reduce__", "self, /", .one(reduce))
    t.comparisons()
    t.container(getItem: true, contains: true, length: true, iterate: true)
    t.representation()
    t.hashing()
  }

  private static func new(_ f: Frame, _ cls: TypeObject, _ a: Arguments) throws(Raised) -> Value {
    if a[1].isUnbound { return try make(0, f.size(a[0]), 1, f) }
    return try make(f.size(a[0]), f.size(a[1]), a[2].isUnbound ? 1 : f.size(a[2]), f)
  }

  /// A range. Raises ValueError for a step of zero, OverflowError for more members than 63 bits count.
  static func make(_ start: Int, _ stop: Int, _ step: Int, _ f: Frame) throws(Raised) -> Value {
    if step == 0 { throw f.valueError("range() arg 3 must not be zero") }
    let (span, overflow) = stop.subtractingReportingOverflow(start)
    if overflow, (step > 0) == (stop > start), span.magnitude / step.magnitude >= UInt(Int.max) {
      throw f.overflowError("Python int too large to convert to C ssize_t")
    }
    return .object(RangeObject(start: start, stop: stop, step: step))
  }

  @inline(__always)
  static func member(_ range: RangeObject, _ index: Int) -> Int {
    range.start &+ index &* range.step
  }

  static func item(_ range: RangeObject, _ key: Value, _ f: Frame) throws(Raised) -> Value {
    guard let slice = key.slice else {
      let index = try f.position(key, count: range.count, "range", message: "range object index out of range")
      return .int(member(range, index))
    }
    let (start, stop, step, _) = try f.resolve(slice, count: range.count)
    return try make(member(range, start), member(range, stop), range.step &* step, f)
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
    case .int(let value): return position(range, value) != nil
    case .bool(let truth): return position(range, truth ? 1 : 0) != nil
    case .object(_ as BigInteger): return false
    default: return try firstIndex(range, item, f) != nil
    }
  }

  /// Position of the first member that an object, which is no int, says it is equal to.
  private static func firstIndex(_ range: RangeObject, _ item: Value, _ f: Frame) throws(Raised) -> Int? {
    for index in 0..<range.count where try f.isEqual(.int(member(range, index)), item) { return index }
    return nil
  }

  static func repr(_ range: RangeObject, _ f: Frame) throws(Raised) -> Str {
    Str("range(\(range.start), \(range.stop)\(range.step == 1 ? "" : ", \(range.step)"))")
  }

  /// Whether both have the same members.
  static func isEqual(_ a: RangeObject, _ b: RangeObject) -> Bool {
    if a.count != b.count { return false }
    if a.count == 0 { return true }
    return a.start == b.start && (a.count == 1 || a.step == b.step)
  }

  static func hash(_ range: RangeObject, _ f: Frame) throws(Raised) -> Int {
    try TupleType.hash(
      Tuple([
        .int(range.count), range.count == 0 ? .none : .int(range.start), range.count < 2 ? .none : .int(range.step),
      ]), f)
  }

  // MARK: Methods

  private static func index(_ f: Frame, _ this: Value, _ item: Value) throws(Raised) -> Value {
    let range = try f.range(this, "index")
    if let number = item.bigInt {
      guard let value = Int(exactly: number), let index = position(range, value) else {
        throw f.valueError("\(try f.repr(item).string) is not in range")
      }
      return .int(index)
    }
    guard let index = try firstIndex(range, item, f) else {
      throw f.valueError("sequence.index(x): x not in sequence")
    }
    return .int(index)
  }

  private static func count(_ f: Frame, _ this: Value, _ item: Value) throws(Raised) -> Value {
    let range = try f.range(this, "count")
    if item.bigInt != nil { return .int(try contains(range, item, f) ? 1 : 0) }
    var count = 0
    for index in 0..<range.count where try f.isEqual(.int(member(range, index)), item) { count += 1 }
    return .int(count)
  }

  private static func reversed(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let range = try f.range(this, "__reversed__")
    return .object(RangeIterator(from: member(range, range.count - 1), step: 0 &- range.step, count: range.count))
  }

  private static func reduce(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let range = try f.range(this, "__reduce__")
    return .tuple([.object(f.types[.range]), .tuple([.int(range.start), .int(range.stop), .int(range.step)])])
  }
}

extension Frame {
  /// The range in a method's `self`.
  func range(_ this: Value, _ method: StaticString) throws(Raised) -> RangeObject {
    guard let range = this.range else { throw wrongReceiver(this, "\(method)", of: "range") }
    return range
  }
}
