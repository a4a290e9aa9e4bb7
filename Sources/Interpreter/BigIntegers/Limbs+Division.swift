// Division of magnitudes in memory: Knuth's algorithm D for short operands, divide and conquer for long ones.

extension Limbs {
  /// A divisor of one limb whose top bit is set, with the reciprocal that turns its divisions into multiplications
  /// (Möller and Granlund, "Improved division by invariant integers").
  struct Divisor {
    let limb: UInt
    private let reciprocal: UInt

    init(_ limb: UInt) {
      self.limb = limb
      reciprocal = limb.dividingFullWidth((~limb, .max)).quotient
    }

    /// Divides `high·2⁶⁴ + low`, with `high` less than the divisor.
    @inline(__always)
    func divide(_ high: UInt, _ low: UInt) -> (quotient: UInt, remainder: UInt) {
      let product = reciprocal.multipliedFullWidth(by: high)
      let (fraction, carry) = product.low.addingReportingOverflow(low)
      var quotient = product.high &+ high &+ (carry ? 1 : 0) &+ 1
      var remainder = low &- quotient &* limb
      if remainder > fraction {
        quotient &-= 1
        remainder &+= limb
      }
      if remainder >= limb {
        quotient &+= 1
        remainder &-= limb
      }
      return (quotient, remainder)
    }
  }

  /// Shorter quotients are divided digit by digit.
  private static let recursionLimit = 60

  /// Divides `a[0..<n+m]` by `b[0..<n]`, whose top bit is set and which has two limbs at least. The quotient's low `m`
  /// limbs go to `quotient`, its last bit (0 or 1) is returned; the remainder stays in `a[0..<n]`, zeros above it.
  static func divide(_ a: Target, _ m: Int, by b: Source, _ n: Int, quotient: Target) -> UInt {
    if m < recursionLimit || n < recursionLimit { return divideBySchool(a, m, by: b, n, quotient: quotient) }
    let scratch = Target.allocate(capacity: 2 * n)
    defer { scratch.deallocate() }
    if m <= n {
      // The divisor's first `m` limbs give the quotient, but for a correction by the others.
      let low = n - m
      let top = divideByHalves(a + low, m, by: b + low, m, quotient: quotient, scratch)
      return low == 0 ? top : top &- subtractLowerPart(a, quotient, m, top, b, low, n, scratch)
    }
    // Pieces of `n` limbs, the first of which takes up what is odd.
    var rest = m
    let first = m % n == 0 ? n : m % n
    rest -= first
    let top = divide(a + rest, first, by: b, n, quotient: quotient + rest)
    while rest > 0 {
      rest -= n
      _ = divideByHalves(a + rest, n, by: b, n, quotient: quotient + rest, scratch)
    }
    return top
  }

  /// Two quotients of half the length, each corrected by what the divisor's lower limbs add. `m` is `n`, or
  /// one less.
  private static func divideByHalves(
    _ a: Target, _ m: Int, by b: Source, _ n: Int, quotient: Target, _ scratch: Target
  ) -> UInt {
    if m < recursionLimit { return divideBySchool(a, m, by: b, n, quotient: quotient) }
    let low = m / 2
    var top = divideByHalves(a + 2 * low, m - low, by: b + low, n - low, quotient: quotient + low, scratch)
    top &-= subtractLowerPart(a + low, quotient + low, m - low, top, b, low, n, scratch)
    var middle = divideByHalves(a + low, low, by: b + low, n - low, quotient: quotient, scratch)
    middle &-= subtractLowerPart(a, quotient, low, middle, b, low, n, scratch)
    if middle != 0 { top &+= add(limb: middle, to: quotient + low, m - low) }
    return top
  }

  /// Takes `(top·β^count + quotient) · b[0..<low]` from `a[0..<n]`; where that was too much, lowers the quotient and
  /// gives the divisor back. Returns what the quotient's `top` lost.
  private static func subtractLowerPart(
    _ a: Target, _ quotient: Target, _ count: Int, _ top: UInt, _ b: Source, _ low: Int, _ n: Int, _ scratch: Target
  ) -> UInt {
    if count >= low {
      multiply(quotient, count, b, low, into: scratch)
    } else {
      multiply(b, low, quotient, count, into: scratch)
    }
    var borrow = subtract(scratch, count + low, from: a)
    borrow = subtract(limb: borrow, from: a + (count + low), n - count - low)
    if top != 0 {
      let more = subtract(b, low, from: a + count)
      borrow += subtract(limb: more, from: a + (count + low), n - count - low)
    }
    var lost: UInt = 0
    while borrow != 0 {
      lost += subtract(limb: 1, from: quotient, count)
      borrow -= add(b, n, to: a)
    }
    return lost
  }

  /// Knuth's algorithm D: a digit of the quotient from the top three limbs, then a multiple of the divisor off.
  private static func divideBySchool(_ a: Target, _ m: Int, by b: Source, _ n: Int, quotient: Target) -> UInt {
    var top: UInt = 0
    if compare(a + m, b, n) >= 0 {
      _ = subtract(b, n, from: a + m)
      top = 1
    }
    let divisor = Divisor(b[n - 1])
    let next = b[n - 2]
    var index = m
    while index > 0 {
      index -= 1
      let row = a + index
      var digit: UInt
      var rest: UInt
      var restOverflows = false
      if row[n] >= divisor.limb {
        digit = .max
        (rest, restOverflows) = row[n - 1].addingReportingOverflow(divisor.limb)
      } else {
        (digit, rest) = divisor.divide(row[n], row[n - 1])
      }
      while !restOverflows {
        let product = digit.multipliedFullWidth(by: next)
        if product.high < rest || (product.high == rest && product.low <= row[n - 2]) { break }
        digit &-= 1
        (rest, restOverflows) = rest.addingReportingOverflow(divisor.limb)
      }
      let borrow = subtractProduct(b, n, digit, from: row)
      let isTooMuch = row[n] < borrow
      row[n] = 0
      if isTooMuch {
        digit &-= 1
        _ = add(b, n, to: row)
      }
      quotient[index] = digit
    }
    return top
  }

  /// Divides `a[0..<n]` in place by a divisor, given the limb above (less than the divisor); returns the remainder.
  @inline(__always)
  static func divide(_ a: Target, _ n: Int, by divisor: Divisor, above: UInt = 0) -> UInt {
    var remainder = above
    var index = n
    while index > 0 {
      index -= 1
      (a[index], remainder) = divisor.divide(remainder, a[index])
    }
    return remainder
  }
}
