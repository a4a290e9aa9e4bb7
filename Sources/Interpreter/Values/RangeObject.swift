// Ranges: those whose members fit in 64 bits, and those whose members do not.

/// A `range`.
public final class RangeObject: Object {
  public let start: Int
  public let stop: Int
  public let step: Int
  /// Number of members; -1 where 63 bits do not hold it.
  public let count: Int
  /// The ends of a range that 64 bits do not hold. Then `start`, `stop` and `step` mean nothing.
  let long: LongRange?

  public init(start: Int, stop: Int, step: Int) {
    self.start = start
    self.stop = stop
    self.step = step
    if step > 0 {
      count = stop > start ? Int((UInt(bitPattern: stop) &- UInt(bitPattern: start) &- 1) / UInt(step)) + 1 : 0
    } else {
      count = start > stop ? Int((UInt(bitPattern: start) &- UInt(bitPattern: stop) &- 1) / step.magnitude) + 1 : 0
    }
    long = nil
    super.init(kind: .range)
  }

  init(_ long: LongRange) {
    (start, stop, step) = (0, 0, 1)
    count = Int(exactly: long.count) ?? -1
    self.long = long
    super.init(kind: .range)
  }

  /// `start`, `stop` and `step` as scripts see them.
  public var parts: (start: Value, stop: Value, step: Value) {
    guard let long else { return (.int(start), .int(stop), .int(step)) }
    return (.integer(long.start), .integer(long.stop), .integer(long.step))
  }

  /// The ends as integers of any size.
  var unlimited: LongRange { long ?? LongRange(start: BigInt(start), stop: BigInt(stop), step: BigInt(step)) }
}

/// The arithmetic of a range of integers of any size.
final class LongRange: Sendable {
  let start: BigInt
  let stop: BigInt
  let step: BigInt
  /// Number of members.
  let count: BigInt

  /// The step is not zero.
  init(start: BigInt, stop: BigInt, step: BigInt) {
    self.start = start
    self.stop = stop
    self.step = step
    let span = step.sign == .plus ? stop - start : start - stop
    count = span > 0 ? (span - 1).floorDivided(by: step.sign == .plus ? step : -step).quotient + 1 : 0
  }

  func member(_ index: BigInt) -> BigInt { start + index * step }

  /// Position of a value among the members; nil where it is none.
  func position(of value: BigInt) -> BigInt? {
    let (index, rest) = (value - start).floorDivided(by: step)
    return rest.isZero && index >= 0 && index < count ? index : nil
  }

  /// The members that a slice picks. Its bounds are nil where not given, its step is not zero.
  func slice(from lower: BigInt?, to upper: BigInt?, by stride: BigInt) -> LongRange {
    let isForward = stride.sign == .plus
    let first: BigInt = isForward ? 0 : -1
    let last = isForward ? count : count - 1
    func clamp(_ bound: BigInt?, _ missing: BigInt) -> BigInt {
      guard let bound else { return missing }
      return min(max(bound < 0 ? bound + count : bound, first), last)
    }
    let begin = clamp(lower, isForward ? first : last)
    let end = clamp(upper, isForward ? last : first)
    return LongRange(start: member(begin), stop: member(end), step: step * stride)
  }
}
