// Sums of ints and floats without any loss, for means and deviations that are rounded just once.
import BigInt
import Glibc

/// A fraction whose denominator is a power of two times a positive int: what sums and means of ints and floats are.
struct ExactFraction {
  var numerator: BigInt
  var denominator: BigUInt

  /// Rounded once.
  func double(_ f: Frame) throws(Raised) -> Double {
    try Arithmetic.trueQuotient(numerator, BigInt(denominator), f)
  }

  /// The int where it is whole, else the nearest float.
  func number(_ f: Frame) throws(Raised) -> Value {
    let (quotient, remainder) = numerator.floorDivided(by: BigInt(denominator))
    return remainder.isZero ? .integer(quotient) : .float(try double(f))
  }

  /// The square root, rounded once. The fraction is not negative.
  func squareRoot(_ f: Frame) throws(Raised) -> Double {
    if numerator.isZero { return 0 }
    let n = numerator.magnitude
    // Twice a float's digits and three more, the last of which is odd where others follow: enough to round right.
    let shift = (n.bitWidth - denominator.bitWidth - 109) >> 1
    func root(_ n: BigUInt, _ m: BigUInt) -> BigUInt {
      let root = n.divided(by: m).quotient.integerSquareRoot
      return root.times(root).times(m) == n ? root : root | 1
    }
    if shift >= 0 {
      return try Arithmetic.trueQuotient(BigInt(root(n, denominator << (2 * shift)) << shift), 1, f)
    }
    return try Arithmetic.trueQuotient(BigInt(root(n << (-2 * shift), denominator)), BigInt(1) << -shift, f)
  }
}

/// Numbers of a data set, as they come: their count, exact sum and exact sum of squares.
struct ExactData {
  private(set) var count = 0
  /// Whether a float was among them: results are floats then.
  private(set) var hasFloats = false
  /// The sum of the infinities and NaNs, where there were any; nothing else matters then.
  private(set) var special: Double?
  /// The sums are in units of 2^-scale and 4^-scale.
  private var scale = 0
  private var total = BigInt(0)
  private var squares = BigInt(0)
  private let wantsSquares: Bool

  init(wantsSquares: Bool = false) {
    self.wantsSquares = wantsSquares
  }

  /// Adds a number. Raises TypeError for what is none.
  mutating func add(_ value: Value, _ f: Frame) throws(Raised) {
    count += 1
    switch Arithmetic.Number(value.payload) {
    case .small(let value): add(BigInt(value), scale: 0)
    case .big(let value): add(value, scale: 0)
    case .real(let value):
      hasFloats = true
      if value.isFinite {
        add(value)
      } else {
        special = (special ?? 0) + value
      }
    case nil:
      throw f.typeError("can't convert type '\(f.typeName(value))' to numerator/denominator")
    }
  }

  private mutating func add(_ value: Double) {
    if let whole = Int(exactly: value) { return add(BigInt(whole), scale: 0) }
    // value = significand · 2^exponent with an odd significand.
    let significand = Int(value.significandBitPattern | (value.isNormal ? 1 << 52 : 0))
    let zeros = significand.trailingZeroBitCount
    let exponent = (value.isNormal ? Int(value.exponent) : -1022) - 52 + zeros
    let odd = BigInt(value < 0 ? -(significand >> zeros) : significand >> zeros)
    add(exponent > 0 ? odd << exponent : odd, scale: max(0, -exponent))
  }

  private mutating func add(_ value: BigInt, scale valueScale: Int) {
    if valueScale > scale {
      total <<= valueScale - scale
      squares <<= 2 * (valueScale - scale)
      scale = valueScale
    }
    let scaled = value << (scale - valueScale)
    total += scaled
    if wantsSquares { squares += scaled.times(scaled) }
  }

  /// The exact sum.
  var sum: ExactFraction { ExactFraction(numerator: total, denominator: BigUInt(1) << scale) }

  /// The exact sum of squared deviations from the mean: (n Σx² − (Σx)²) / n.
  var deviations: ExactFraction {
    if count == 0 { return ExactFraction(numerator: 0, denominator: 1) }
    return ExactFraction(
      numerator: BigInt(count) * squares - total.times(total), denominator: BigUInt(count) << (2 * scale))
  }
}
