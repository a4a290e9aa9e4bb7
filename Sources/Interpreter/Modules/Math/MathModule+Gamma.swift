// The gamma function and its logarithm, by Lanczos' approximation.
import Glibc

extension MathModule {
  static func defineGamma(_ m: ModuleBuilder) {
    m.function("gamma", "x, /", .one { (f, x) throws(Raised) in .float(try gamma(f.real(x), f)) })
    m.function("lgamma", "x, /", .one { (f, x) throws(Raised) in .float(try logGamma(f.real(x), f)) })
  }

  /// Γ(x). Raises ValueError at its poles, OverflowError where it is too large.
  private static func gamma(_ x: Double, _ f: Frame) throws(Raised) -> Double {
    if x.isNaN || x == .infinity { return x }
    if x == -.infinity || x == 0 { throw domainError(f) }
    if x == floor(x) {
      if x < 0 { throw domainError(f) }
      // Factorials up to 22! are exact floats.
      if x <= 23 { return (1..<Int(x)).reduce(1.0) { $0 * Double($1) } }
    }
    let size = abs(x)
    let result: Double
    if size < 1e-20 {
      result = 1 / x
    } else if size > 200 {
      if x > 0 { throw rangeError(f) }
      return 0 / sineOfPi(x)
    } else {
      result = Lanczos.gamma(x)
    }
    if result.isInfinite { throw rangeError(f) }
    return result
  }

  /// log |Γ(x)|. Raises as `gamma` does.
  static func logGamma(_ x: Double, _ f: Frame) throws(Raised) -> Double {
    if x.isNaN { return x }
    if x.isInfinite { return .infinity }
    if x == floor(x) && x <= 2 {
      if x <= 0 { throw domainError(f) }
      return 0
    }
    let size = abs(x)
    if size < 1e-20 { return -log(size) }
    var result = log(Lanczos.sum(size)) - Lanczos.g
    result += (size - 0.5) * (log(size + Lanczos.g - 0.5) - 1)
    if x < 0 { result = Lanczos.logPi - log(abs(sineOfPi(size))) - log(size) - result }
    if result.isInfinite { throw rangeError(f) }
    return result
  }

  /// sin(πx), exact in sign and at whole and half numbers.
  fileprivate static func sineOfPi(_ x: Double) -> Double {
    let y = fmod(abs(x), 2)
    let result =
      switch Int((2 * y).rounded(.toNearestOrAwayFromZero)) {
      case 0: sin(.pi * y)
      case 1: cos(.pi * (y - 0.5))
      case 2: sin(.pi * (1 - y))
      case 3: -cos(.pi * (y - 1.5))
      default: sin(.pi * (y - 2))
      }
    return copysign(1, x) * result
  }
}

/// Lanczos' approximation with 13 terms: Γ(x) = L(x) · ((x + g − ½) / e)^(x − ½).
private enum Lanczos {
  static let g = 6.024680040776729583740234375
  static let logPi = 1.144729885849400174143427351353058711647

  private static let numerator = [
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
  ]
  /// The coefficients of x (x + 1) … (x + 11).
  private static let denominator: [Double] = [
    0, 39_916_800, 120_543_840, 150_917_976, 105_258_076, 45_995_730, 13_339_535, 2_637_558, 357_423, 32_670, 1_925, 66,
    1,
  ]

  /// L(x), scaled by e^g: a quotient of polynomials, evaluated from the side that does not overflow.
  static func sum(_ x: Double) -> Double {
    var above = 0.0
    var below = 0.0
    if x < 5 {
      for index in numerator.indices.reversed() {
        above = above * x + numerator[index]
        below = below * x + denominator[index]
      }
    } else {
      for index in numerator.indices {
        above = above / x + numerator[index]
        below = below / x + denominator[index]
      }
    }
    return above / below
  }

  /// Γ(x) for 10⁻²⁰ ≤ |x| ≤ 200, by the reflection formula where x is negative.
  static func gamma(_ x: Double) -> Double {
    let half = g - 0.5
    let size = abs(x)
    let y = size + half
    // What the sum was rounded by, as a correction of first order.
    let error = size > half ? (y - size) - half : (y - half) - size
    let correction = error * g / y
    var result: Double
    if x < 0 {
      result = -Double.pi / MathModule.sineOfPi(size) / size * exp(y) / sum(size)
      result -= correction * result
      if size < 140 {
        result /= pow(y, size - 0.5)
      } else {
        let root = pow(y, size / 2 - 0.25)
        result = result / root / root
      }
    } else {
      result = sum(size) / exp(y)
      result += correction * result
      if size < 140 {
        result *= pow(y, size - 0.5)
      } else {
        let root = pow(y, size / 2 - 0.25)
        result = result * root * root
      }
    }
    return result
  }
}
