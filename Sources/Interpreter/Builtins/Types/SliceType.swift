// The type `slice`.
import Syntax

enum SliceType {
  static func define(_ t: TypeBuilder) {
    t.new("start, stop=None, step=None, /", new)
    t.final()
    t.property("start", get: { f, this throws(Raised) in try f.slice(this, "start").lower })
    t.property("stop", get: { f, this throws(Raised) in try f.slice(this, "stop").upper })
    t.property("step", get: { f, this throws(Raised) in try f.slice(this, "step").step })
    t.method("indices", "self, length, /", .two(indices))
    t.method("__repr__", "self, /", .one(repr))
    t.method("__reduce__", "self, /", .one(reduce))
    t.comparisons()
    t.hashing()
  }

  private static func new(_ f: Frame, _ cls: TypeObject, _ a: Arguments) throws(Raised) -> Value {
    if a[1].isUnbound { return .object(Slice(lower: .none, upper: a[0], step: .none)) }
    return .object(Slice(lower: a[0], upper: a[1], step: a[2].isUnbound ? .none : a[2]))
  }

  private static func parts(_ slice: Slice) -> ContiguousArray<Value> { [slice.lower, slice.upper, slice.step] }

  /// Compares two slices as their parts' tuples compare.
  static func compare(_ op: ComparisonOperator, _ a: Slice, _ b: Slice, _ f: Frame) throws(Raised) -> Bool? {
    try f.nativeCompare(op, .tuple(parts(a)), .tuple(parts(b)))
  }

  /// CPython's hash, which differs from that of the tuple of the parts only by leaving out the length.
  static func hash(_ slice: Slice, _ f: Frame) throws(Raised) -> Int {
    var state: UInt = 2_870_177_450_012_600_261
    for part in parts(slice) {
      state &+= UInt(bitPattern: try f.hash(part)) &* 14_029_467_366_897_019_727
      state = (state << 31 | state >> 33) &* 11_400_714_785_074_694_791
    }
    return state == .max ? 1_546_275_796 : Int(bitPattern: state)
  }

  private static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let slice = try f.slice(this, "__repr__")
    let texts = try parts(slice).map { part throws(Raised) in try f.repr(part).string }
    return .text("slice(\(texts.joined(separator: ", ")))")
  }

  private static func reduce(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .tuple([.object(f.types[.slice]), .tuple(parts(try f.slice(this, "__reduce__")))])
  }

  private static func indices(_ f: Frame, _ this: Value, _ length: Value) throws(Raised) -> Value {
    let slice = try f.slice(this, "indices")
    guard let length = try f.integerValue(length).bigInt else { return .none }
    if length < 0 { throw f.valueError("length should not be negative") }
    let step = slice.step.isNone ? 1 : try part(slice.step, f)
    if step == 0 { throw f.valueError("slice step cannot be zero") }
    let low = step < 0 ? BigInt(-1) : 0
    let high = step < 0 ? length - 1 : length
    func clamp(_ bound: Value, _ open: BigInt) throws(Raised) -> BigInt {
      if bound.isNone { return open }
      let index = try part(bound, f)
      return min(max(index < 0 ? index + length : index, low), high)
    }
    let start = try clamp(slice.lower, step < 0 ? high : low)
    let stop = try clamp(slice.upper, step < 0 ? low : high)
    return .tuple([.integer(start), .integer(stop), .integer(step)])
  }

  private static func part(_ value: Value, _ f: Frame) throws(Raised) -> BigInt {
    if value.bigInt == nil, f.types.type(of: value).special(.__index__) == nil {
      throw f.typeError("slice indices must be integers or None or have an __index__ method")
    }
    return try f.integerValue(value).bigInt!
  }
}

extension Frame {
  /// The slice in a method's `self`.
  func slice(_ this: Value, _ method: StaticString) throws(Raised) -> Slice {
    guard let slice = this.slice else { throw wrongReceiver(this, "\(method)", of: "slice") }
    return slice
  }
}
