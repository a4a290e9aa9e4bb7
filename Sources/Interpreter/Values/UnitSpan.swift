// Searching, splitting and trimming, written once for texts of both widths and for bytes.
import CPosixShim
import Glibc

/// The units of a text or of bytes, borrowed from their owner.
struct UnitSpan {
  let base: UnsafeRawPointer
  let count: Int
  let width: Str.Width

  init(_ text: Str) {
    base = UnsafeRawPointer(text.units)
    count = text.count
    width = text.width
  }

  /// The bytes must not move while the span is in use.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    // An empty buffer may have no address; nothing is ever read from this one.
    base = UnsafeRawPointer(bytes.baseAddress ?? UnsafePointer(bitPattern: 1)!)
    count = bytes.count
    width = .one
  }

  fileprivate init(_ scalars: UnsafeBufferPointer<UInt32>) {
    base = UnsafeRawPointer(scalars.baseAddress ?? UnsafePointer(bitPattern: 4)!)
    count = scalars.count
    width = .four
  }

  @inline(__always)
  subscript(index: Int) -> UInt32 {
    width == .one
      ? UInt32(base.load(fromByteOffset: index, as: UInt8.self))
      : base.load(fromByteOffset: index &* 4, as: UInt32.self)
  }

  @inline(__always)
  private var unit: Int { Int(width.rawValue) }

  /// Whether the units from `index` on begin with those of `part`, which must fit in.
  @inline(__always)
  func matches(_ part: UnitSpan, at index: Int) -> Bool {
    part.width == width && memcmp(base + index * unit, part.base, part.count * unit) == 0
  }

  // MARK: Searching

  /// The first position of `part` inside `lower..<upper`, nil where there is none.
  func first(_ part: UnitSpan, _ lower: Int, _ upper: Int) -> Int? {
    if part.count > upper - lower { return nil }
    if part.count == 0 { return lower }
    // A part that needs wider units is nowhere in here.
    if part.width != width { return nil }
    return width == .one ? firstNarrow(part, lower, upper) : firstWide(part, lower, upper)
  }

  @inline(__always)
  private func firstNarrow(_ part: UnitSpan, _ lower: Int, _ upper: Int) -> Int? {
    let found: UnsafeRawPointer?
    if part.count == 1 {
      found = UnsafeRawPointer(memchr(base + lower, Int32(part[0]), upper - lower))
    } else {
      found = ppd_memmem(base + lower, upper - lower, part.base, part.count)
    }
    return found.map { $0 - base }
  }

  private func firstWide(_ part: UnitSpan, _ lower: Int, _ upper: Int) -> Int? {
    var index = lower
    while index + part.count <= upper {
      guard let found = ppd_memmem(base + index * 4, (upper - index) * 4, part.base, part.count * 4) else { return nil }
      let offset = found - base
      if offset & 3 == 0 { return offset / 4 }
      // A match across units is none.
      index = offset / 4 + 1
    }
    return nil
  }

  /// The last position of `part` inside `lower..<upper`, nil where there is none.
  func last(_ part: UnitSpan, _ lower: Int, _ upper: Int) -> Int? {
    if part.count > upper - lower { return nil }
    if part.count == 0 { return upper }
    if part.width != width { return nil }
    if width == .one && part.count == 1 {
      return ppd_memrchr(base + lower, Int32(part[0]), upper - lower).map { $0 - base }
    }
    let head = part[0]
    var index = upper - part.count
    while index >= lower {
      if self[index] == head && matches(part, at: index) { return index }
      index -= 1
    }
    return nil
  }

  /// How often `part` occurs inside `lower..<upper`, without overlaps.
  func occurrences(of part: UnitSpan, _ lower: Int, _ upper: Int) -> Int {
    if lower > upper { return 0 }
    if part.count == 0 { return upper - lower + 1 }
    var count = 0
    var index = lower
    while let found = first(part, index, upper) {
      count += 1
      index = found + part.count
    }
    return count
  }

  /// Where `part` occurs, without overlaps, at most `limit` times. An empty part occurs before each unit and at the end.
  func positions(of part: UnitSpan, limit: Int) -> [Int] {
    if part.count == 0 { return Array(0..<min(count + 1, limit)) }
    var positions: [Int] = []
    var index = 0
    while positions.count < limit, let found = first(part, index, count) {
      positions.append(found)
      index = found + part.count
    }
    return positions
  }

  // MARK: Splitting. Each yields the bounds of the pieces.

  /// The pieces between occurrences of `separator`, cut at most `limit` times from the left.
  @inline(__always)
  func split(_ separator: UnitSpan, limit: Int, _ yield: (Int, Int) -> Void) {
    var start = 0
    var cuts = 0
    while cuts < limit, let found = first(separator, start, count) {
      yield(start, found)
      start = found + separator.count
      cuts += 1
    }
    yield(start, count)
  }

  /// The pieces between occurrences of `separator`, cut at most `limit` times from the right; the last comes first.
  @inline(__always)
  func splitBackwards(_ separator: UnitSpan, limit: Int, _ yield: (Int, Int) -> Void) {
    var end = count
    var cuts = 0
    while cuts < limit, let found = last(separator, 0, end) {
      yield(found + separator.count, end)
      end = found
      cuts += 1
    }
    yield(0, end)
  }

  /// The pieces between runs of space, cut at most `limit` times from the left.
  @inline(__always)
  func splitSpace(limit: Int, isSpace: (UInt32) -> Bool, _ yield: (Int, Int) -> Void) {
    var index = 0
    var cuts = 0
    while true {
      while index < count, isSpace(self[index]) { index &+= 1 }
      if index == count { return }
      if cuts == limit { return yield(index, count) }
      let start = index
      repeat { index &+= 1 } while index < count && !isSpace(self[index])
      yield(start, index)
      cuts += 1
    }
  }

  /// The pieces between runs of space, cut at most `limit` times from the right; the last comes first.
  @inline(__always)
  func splitSpaceBackwards(limit: Int, isSpace: (UInt32) -> Bool, _ yield: (Int, Int) -> Void) {
    var index = count
    var cuts = 0
    while true {
      while index > 0, isSpace(self[index - 1]) { index -= 1 }
      if index == 0 { return }
      if cuts == limit { return yield(0, index) }
      let end = index
      repeat { index -= 1 } while index > 0 && !isSpace(self[index - 1])
      yield(index, end)
      cuts += 1
    }
  }

  /// The lines. `\r\n` is one break.
  @inline(__always)
  func splitLines(keepingEnds: Bool, isBreak: (UInt32) -> Bool, _ yield: (Int, Int) -> Void) {
    var index = 0
    while index < count {
      let start = index
      while index < count, !isBreak(self[index]) { index &+= 1 }
      let end = index
      if index < count {
        let carriageReturn = self[index] == 13
        index += 1
        if carriageReturn, index < count, self[index] == 10 { index += 1 }
      }
      yield(start, keepingEnds ? index : end)
    }
  }

  // MARK: Trimming

  /// The bounds of what is left without the units at the ends for which `isTrimmed` holds.
  @inline(__always)
  func trimmed(_ side: TrimmedSide, _ isTrimmed: (UInt32) -> Bool) -> (lower: Int, upper: Int) {
    var lower = 0
    var upper = count
    if side != .right {
      while lower < upper, isTrimmed(self[lower]) { lower += 1 }
    }
    if side != .left {
      while upper > lower, isTrimmed(self[upper - 1]) { upper -= 1 }
    }
    return (lower, upper)
  }

  /// Whether a unit is among these.
  func contains(_ unit: UInt32) -> Bool {
    for index in 0..<count where self[index] == unit { return true }
    return false
  }

  // MARK: Replacing

  /// Writes these units with the part of `oldCount` units at each of `positions` replaced by `new`, whose width is the
  /// same.
  func write(replacing positions: [Int], _ oldCount: Int, by new: UnitSpan, to target: UnsafeMutableRawPointer) {
    var target = target
    var index = 0
    for position in positions {
      let kept = (position - index) * unit
      memcpy(target, base + index * unit, kept)
      memcpy(target + kept, new.base, new.count * unit)
      target += kept + new.count * unit
      index = position + oldCount
    }
    memcpy(target, base + index * unit, (count - index) * unit)
  }
}

/// The ends that `strip` and its kin look at.
enum TrimmedSide {
  case left, right, both
}

extension Str {
  /// The units in `width`, for use with a text of that width; a text that is wider itself stays so.
  @inline(__always)
  func withSpan<Result, Failure: Error>(
    _ width: Width, _ body: (UnitSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    if width == .one || self.width == .four { return try body(UnitSpan(self)) }
    return try withWidened(body)
  }

  private func withWidened<Result, Failure: Error>(
    _ body: (UnitSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let scalars = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: count)
    defer { scalars.deallocate() }
    if count > 0 { copyWide(to: scalars.baseAddress!) }
    return try body(UnitSpan(UnsafeBufferPointer(scalars)))
  }
}
