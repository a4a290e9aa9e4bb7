// Addition, subtraction and multiplication of magnitudes in memory.

/// Arithmetic on magnitudes: runs of 64-bit limbs in memory, the least significant first.
///
/// ```
///   | limb 0 | limb 1 | … | limb n-1 |     value = Σ limb i · 2^(64 i)
/// ```
enum Limbs {
  typealias Source = UnsafePointer<UInt>
  typealias Target = UnsafeMutablePointer<UInt>

  // MARK: One pass

  /// `target[0..<n] += source[0..<n]`; returns the carry.
  @inline(__always)
  static func add(_ source: Source, _ n: Int, to target: Target) -> UInt {
    var carry: UInt = 0
    for index in 0..<n {
      let (sum, first) = target[index].addingReportingOverflow(source[index])
      let (total, second) = sum.addingReportingOverflow(carry)
      target[index] = total
      carry = first || second ? 1 : 0
    }
    return carry
  }

  /// `target[0..<n] -= source[0..<n]`; returns the borrow.
  @inline(__always)
  static func subtract(_ source: Source, _ n: Int, from target: Target) -> UInt {
    var borrow: UInt = 0
    for index in 0..<n {
      let (difference, first) = target[index].subtractingReportingOverflow(source[index])
      let (total, second) = difference.subtractingReportingOverflow(borrow)
      target[index] = total
      borrow = first || second ? 1 : 0
    }
    return borrow
  }

  /// Adds one limb and carries on; returns the carry out of the last limb.
  @inline(__always)
  static func add(limb: UInt, to target: Target, _ n: Int) -> UInt {
    var carry = limb
    var index = 0
    while carry != 0 && index < n {
      let (sum, overflow) = target[index].addingReportingOverflow(carry)
      target[index] = sum
      carry = overflow ? 1 : 0
      index += 1
    }
    return carry
  }

  /// Subtracts one limb and borrows on; returns the borrow out of the last limb.
  @inline(__always)
  static func subtract(limb: UInt, from target: Target, _ n: Int) -> UInt {
    var borrow = limb
    var index = 0
    while borrow != 0 && index < n {
      let (difference, overflow) = target[index].subtractingReportingOverflow(borrow)
      target[index] = difference
      borrow = overflow ? 1 : 0
      index += 1
    }
    return borrow
  }

  /// `target[0..<n] += source[0..<n] · factor`; returns the carry.
  @inline(__always)
  static func addProduct(_ source: Source, _ n: Int, _ factor: UInt, to target: Target) -> UInt {
    var carry: UInt = 0
    for index in 0..<n {
      // Never overflows: (2⁶⁴−1)² + 2 (2⁶⁴−1) = 2¹²⁸ − 1.
      let total = UInt128(source[index]) &* UInt128(factor) &+ UInt128(target[index]) &+ UInt128(carry)
      target[index] = UInt(truncatingIfNeeded: total)
      carry = UInt(truncatingIfNeeded: total >> 64)
    }
    return carry
  }

  /// `target[0..<n] -= source[0..<n] · factor`; returns the borrow.
  @inline(__always)
  static func subtractProduct(_ source: Source, _ n: Int, _ factor: UInt, from target: Target) -> UInt {
    var borrow: UInt = 0
    for index in 0..<n {
      let (high, low) = source[index].multipliedFullWidth(by: factor)
      let (sum, first) = low.addingReportingOverflow(borrow)
      let (total, second) = target[index].subtractingReportingOverflow(sum)
      target[index] = total
      borrow = high &+ (first ? 1 : 0) &+ (second ? 1 : 0)
    }
    return borrow
  }

  /// The order of two runs of `n` limbs: negative, zero or positive.
  static func compare(_ a: Source, _ b: Source, _ n: Int) -> Int {
    var index = n
    while index > 0 {
      index -= 1
      if a[index] != b[index] { return a[index] < b[index] ? -1 : 1 }
    }
    return 0
  }

  /// `target[0..<n+1] = source[0..<n] << bits`, for less than 64 bits.
  @inline(__always)
  static func shiftLeft(_ source: Source, _ n: Int, by bits: UInt, into target: Target) {
    var below: UInt = 0
    for index in 0..<n {
      target[index] = source[index] << bits | below >> (64 - bits)
      below = source[index]
    }
    target[n] = below >> (64 - bits)
  }

  /// The two's complement of `target[0..<n]`.
  static func negate(_ target: Target, _ n: Int) {
    for index in 0..<n { target[index] = ~target[index] }
    _ = add(limb: 1, to: target, n)
  }

  // MARK: Products

  /// Operands of fewer limbs are multiplied digit by digit.
  private static let karatsubaLimit = 40

  /// `target[0..<n+m] = a[0..<n] · b[0..<m]`, for `n` ≥ `m` ≥ 1. The target overlaps neither operand.
  static func multiply(_ a: Source, _ n: Int, _ b: Source, _ m: Int, into target: Target) {
    if m < karatsubaLimit {
      multiplyPlainly(a, n, b, m, into: target)
    } else {
      let scratch = Target.allocate(capacity: scratchSize(m))
      defer { scratch.deallocate() }
      if n == m {
        multiplyEvenly(a, b, n, into: target, scratch)
      } else {
        multiplyInPieces(a, n, b, m, into: target, scratch)
      }
    }
  }

  private static func multiplyPlainly(_ a: Source, _ n: Int, _ b: Source, _ m: Int, into target: Target) {
    target.update(repeating: 0, count: n)
    for index in 0..<m { target[n + index] = addProduct(a, n, b[index], to: target + index) }
  }

  /// Pieces of the longer factor, each as long as the shorter one.
  private static func multiplyInPieces(
    _ a: Source, _ n: Int, _ b: Source, _ m: Int, into target: Target, _ scratch: Target
  ) {
    target.update(repeating: 0, count: n + m)
    let piece = Target.allocate(capacity: 2 * m)
    defer { piece.deallocate() }
    var start = 0
    while start < n {
      let count = min(m, n - start)
      if count == m {
        multiplyEvenly(a + start, b, m, into: piece, scratch)
      } else {
        multiply(b, m, a + start, count, into: piece)
      }
      let carry = add(piece, m + count, to: target + start)
      _ = add(limb: carry, to: target + (start + m + count), n - start - count)
      start += count
    }
  }

  private static func scratchSize(_ n: Int) -> Int {
    var size = 0
    var rest = n
    while rest >= karatsubaLimit {
      rest = (rest + 1) / 2
      size += 6 * rest + 1
    }
    return size
  }

  /// Karatsuba's product of two factors of `n` limbs.
  ///
  /// With both factors split at `low` limbs, a·b = z₂·β² + (z₂ + z₀ − (a₀−a₁)(b₀−b₁))·β + z₀.
  private static func multiplyEvenly(_ a: Source, _ b: Source, _ n: Int, into target: Target, _ scratch: Target) {
    if n < karatsubaLimit { return multiplyPlainly(a, n, b, n, into: target) }
    let low = (n + 1) / 2
    let high = n - low
    let rest = scratch + (6 * low + 1)
    let differenceA = scratch
    let differenceB = scratch + low
    let negativeA = difference(a, low, a + low, high, into: differenceA)
    let negativeB = difference(b, low, b + low, high, into: differenceB)
    let cross = scratch + 2 * low
    multiplyEvenly(differenceA, differenceB, low, into: cross, rest)
    multiplyEvenly(a, b, low, into: target, rest)
    multiplyEvenly(a + low, b + low, high, into: target + 2 * low, rest)
    let middle = scratch + 4 * low
    middle.update(from: target, count: 2 * low)
    var top = add(target + 2 * low, 2 * high, to: middle)
    top = add(limb: top, to: middle + 2 * high, 2 * (low - high))
    if negativeA == negativeB {
      top &-= subtract(cross, 2 * low, from: middle)
    } else {
      top &+= add(cross, 2 * low, to: middle)
    }
    middle[2 * low] = top
    let span = min(2 * low + 1, 2 * n - low)
    let carry = add(middle, span, to: target + low)
    _ = add(limb: carry, to: target + (low + span), 2 * n - low - span)
  }

  /// `target = |a − b|` for `n` ≥ `m`; returns whether a < b.
  private static func difference(_ a: Source, _ n: Int, _ b: Source, _ m: Int, into target: Target) -> Bool {
    let isHigher = (m..<n).contains { a[$0] != 0 }
    if isHigher || compare(a, b, m) >= 0 {
      target.update(from: a, count: n)
      let borrow = subtract(b, m, from: target)
      _ = subtract(limb: borrow, from: target + m, n - m)
      return false
    }
    target.update(from: b, count: m)
    _ = subtract(a, m, from: target)
    (target + m).update(repeating: 0, count: n - m)
    return true
  }
}
