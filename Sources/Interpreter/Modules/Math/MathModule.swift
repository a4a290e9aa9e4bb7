// The module `math`: its table, and the functions of one or two floats.
import Glibc

enum MathModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.constant("pi", .float(.pi))
    m.constant("e", .float(M_E))
    m.constant("tau", .float(2 * .pi))
    m.constant("inf", .float(.infinity))
    m.constant("nan", .float(.nan))
    defineElementary(m)
    defineLogarithms(m)
    defineRounding(m)
    defineParts(m)
    defineGamma(m)
    defineIntegers(m)
    defineSums(m)
  }

  static func domainError(_ f: Frame) -> Raised { f.valueError("math domain error") }
  static func rangeError(_ f: Frame) -> Raised { f.overflowError("math range error") }

  // MARK: The C library's functions

  /// What a function has where its value is infinite for a finite argument.
  private enum Infinity {
    /// A pole: ValueError.
    case pole
    /// A value too large: OverflowError.
    case overflow
  }

  private static func defineElementary(_ m: ModuleBuilder) {
    let functions: [(String, Infinity, (Double) -> Double)] = [
      ("acos", .pole, acos), ("acosh", .pole, acosh), ("asin", .pole, asin), ("asinh", .pole, asinh),
      ("atan", .pole, atan), ("atanh", .pole, atanh), ("cbrt", .pole, cbrt), ("cos", .pole, cos),
      ("cosh", .overflow, cosh), ("exp", .overflow, exp), ("exp2", .overflow, exp2), ("expm1", .overflow, expm1),
      ("fabs", .pole, fabs), ("log1p", .pole, log1p), ("sin", .pole, sin), ("sinh", .overflow, sinh),
      ("sqrt", .pole, sqrt), ("tan", .pole, tan), ("tanh", .pole, tanh),
    ]
    for (name, infinity, function) in functions {
      m.function(name, "x, /", .one { (f, x) throws(Raised) in
        let x = try f.real(x)
        let result = function(x)
        if result.isNaN && !x.isNaN { throw domainError(f) }
        if result.isInfinite && x.isFinite { throw infinity == .pole ? domainError(f) : rangeError(f) }
        return .float(result)
      })
    }
    let total: [(String, (Double) -> Double)] = [
      ("erf", erf), ("erfc", erfc), ("degrees", { $0 * (180 / .pi) }), ("radians", { $0 * (.pi / 180) }), ("ulp", ulp),
    ]
    for (name, function) in total {
      m.function(name, "x, /", .one { (f, x) throws(Raised) in .float(function(try f.real(x))) })
    }
    m.function("atan2", "y, x, /", .two { (f, y, x) throws(Raised) in .float(atan2(try f.real(y), try f.real(x))) })
    m.function("copysign", "x, y, /", .two { (f, x, y) throws(Raised) in
      .float(copysign(try f.real(x), try f.real(y)))
    })
    m.function("pow", "x, y, /", .two(power))
    m.function("fmod", "x, y, /", .two { (f, x, y) throws(Raised) in try remainder(x, y, fmod, f) })
    m.function("remainder", "x, y, /", .two { (f, x, y) throws(Raised) in try remainder(x, y, Glibc.remainder, f) })
    m.function("fma", "x, y, z, /", .three(multiplyAndAdd))
  }

  private static func ulp(_ x: Double) -> Double {
    let x = abs(x)
    if !x.isFinite { return x }
    let next = x.nextUp
    return next.isInfinite ? x - x.nextDown : next - x
  }

  private static func power(_ f: Frame, _ x: Value, _ y: Value) throws(Raised) -> Value {
    let x = try f.real(x)
    let y = try f.real(y)
    let result = pow(x, y)
    if !result.isFinite && x.isFinite && y.isFinite {
      throw result.isNaN || x == 0 ? domainError(f) : rangeError(f)
    }
    return .float(result)
  }

  private static func remainder(
    _ x: Value, _ y: Value, _ function: (Double, Double) -> Double, _ f: Frame
  ) throws(Raised) -> Value {
    let x = try f.real(x)
    let y = try f.real(y)
    let result = function(x, y)
    if result.isNaN && !x.isNaN && !y.isNaN { throw domainError(f) }
    return .float(result)
  }

  private static func multiplyAndAdd(_ f: Frame, _ x: Value, _ y: Value, _ z: Value) throws(Raised) -> Value {
    let x = try f.real(x)
    let y = try f.real(y)
    let z = try f.real(z)
    let result = fma(x, y, z)
    if result.isNaN && !x.isNaN && !y.isNaN && !z.isNaN { throw f.valueError("invalid operation in fma") }
    if result.isInfinite && x.isFinite && y.isFinite && z.isFinite { throw f.overflowError("overflow in fma") }
    return .float(result)
  }

  // MARK: Logarithms, which take ints of any size

  private static func defineLogarithms(_ m: ModuleBuilder) {
    m.function("log", "x, base=math.e, /", .two { (f, x, base) throws(Raised) in
      let numerator = try logarithm(x, log, f)
      if base.isUnbound { return .float(numerator) }
      let denominator = try logarithm(base, log, f)
      if denominator == 0 { throw f.zeroDivision("float division by zero") }
      return .float(numerator / denominator)
    })
    m.function("log2", "x, /", .one { (f, x) throws(Raised) in .float(try logarithm(x, log2, f)) })
    m.function("log10", "x, /", .one { (f, x) throws(Raised) in .float(try logarithm(x, log10, f)) })
  }

  private static func logarithm(
    _ value: Value, _ function: (Double) -> Double, _ f: Frame
  ) throws(Raised) -> Double {
    if let big = value.payload.bigInteger?.value {
      if big.sign == .minus { throw domainError(f) }
      let whole = big.nearestDouble
      if whole.isFinite { return function(whole) }
      // value = fraction · 2^exponent with 0.5 ≤ fraction < 1.
      let exponent = big.magnitude.bitWidth
      let fraction = (big.magnitude >> (exponent - 64)).limbs[0]
      return function(scalbn(Double(fraction), -64)) + function(2) * Double(exponent)
    }
    let x = try f.real(value)
    if x <= 0 { throw domainError(f) }
    return function(x)
  }

  // MARK: Rounding and parts

  private static func defineRounding(_ m: ModuleBuilder) {
    let roundings: [(String, SpecialName, (Double) -> Double)] = [
      ("floor", .__floor__, floor), ("ceil", .__ceil__, ceil),
    ]
    for (name, special, function) in roundings {
      m.function(name, "x, /", .one { (f, x) throws(Raised) in
        if case .float(let value) = x { return try IntType.truncated(function(value), f) }
        if let made = try f.callSpecial(special, x) { return made }
        return try IntType.truncated(function(f.real(x)), f)
      })
    }
    m.function("trunc", "x, /", .one { (f, x) throws(Raised) in
      if case .float(let value) = x { return try IntType.truncated(value, f) }
      if let made = try f.callSpecial(.__trunc__, x) { return made }
      throw f.typeError("type \(f.typeName(x)) doesn't define __trunc__ method")
    })
  }

  private static func defineParts(_ m: ModuleBuilder) {
    m.function("frexp", "x, /", .one { (f, x) throws(Raised) in
      let x = try f.real(x)
      var exponent: Int32 = 0
      let fraction = x.isFinite ? Glibc.frexp(x, &exponent) : x
      return .tuple([.float(fraction), .int(Int(exponent))])
    })
    m.function("ldexp", "x, i, /", .two(scaled))
    m.function("modf", "x, /", .one { (f, x) throws(Raised) in
      let x = try f.real(x)
      if x.isInfinite { return .tuple([.float(copysign(0, x)), .float(x)]) }
      let whole = trunc(x)
      return .tuple([.float(copysign(x - whole, x)), .float(whole)])
    })
    m.function("isfinite", "x, /", .one { (f, x) throws(Raised) in .bool(try f.real(x).isFinite) })
    m.function("isinf", "x, /", .one { (f, x) throws(Raised) in .bool(try f.real(x).isInfinite) })
    m.function("isnan", "x, /", .one { (f, x) throws(Raised) in .bool(try f.real(x).isNaN) })
    m.function("isclose", "a, b, *, rel_tol=1e-09, abs_tol=0.0", .four(isClose))
    m.function("nextafter", "x, y, /, *, steps=None", .three(nextAfter))
  }

  private static func scaled(_ f: Frame, _ x: Value, _ power: Value) throws(Raised) -> Value {
    let x = try f.real(x)
    guard let power = power.bigInt else { throw f.typeError("Expected an int as second argument to ldexp.") }
    if x == 0 || !x.isFinite { return .float(x) }
    let result = Glibc.ldexp(x, Int32(clamping: Int(clamping: power)))
    if result.isInfinite { throw rangeError(f) }
    return .float(result)
  }

  private static func isClose(
    _ f: Frame, _ a: Value, _ b: Value, _ relative: Value, _ absolute: Value
  ) throws(Raised) -> Value {
    let a = try f.real(a)
    let b = try f.real(b)
    let relative = relative.isUnbound ? 1e-9 : try f.real(relative)
    let absolute = absolute.isUnbound ? 0 : try f.real(absolute)
    if relative < 0 || absolute < 0 { throw f.valueError("tolerances must be non-negative") }
    if a == b { return .bool(true) }
    if a.isInfinite || b.isInfinite { return .bool(false) }
    let difference = abs(b - a)
    return .bool(
      difference <= abs(relative * b) || difference <= abs(relative * a) || difference <= absolute)
  }

  private static func nextAfter(_ f: Frame, _ x: Value, _ y: Value, _ steps: Value) throws(Raised) -> Value {
    let x = try f.real(x)
    let y = try f.real(y)
    if steps.isUnbound || steps.isNone { return .float(nextafter(x, y)) }
    let count = try f.integerValue(steps).bigInt!
    if count.sign == .minus { throw f.valueError("steps must be a non-negative integer") }
    if count.isZero || x.isNaN { return .float(x) }
    if y.isNaN { return .float(y) }
    // Floats in order are ints in order, but that negative ones count downwards.
    let from = rank(x)
    let to = rank(y)
    if x == y { return .float(y) }
    if BigInt((to - from).magnitude) <= count { return .float(y) }
    return .float(value(ofRank: to > from ? from + Int(truncatingIfNeeded: count) : from - Int(truncatingIfNeeded: count)))
  }

  private static func rank(_ x: Double) -> Int {
    let bits = Int(bitPattern: UInt(x.bitPattern & 0x7fff_ffff_ffff_ffff))
    return x.sign == .minus ? -bits : bits
  }

  private static func value(ofRank rank: Int) -> Double {
    let magnitude = Double(bitPattern: UInt64(rank.magnitude))
    return rank < 0 ? -magnitude : magnitude
  }
}

extension Frame {
  /// The float that a real number stands for. Raises TypeError for what is no number.
  @inline(__always)
  func real(_ value: Value) throws(Raised) -> Double {
    switch value {
    case .float(let value): return value
    case .int(let value): return Double(value)
    default:
      if let number = try FloatType.number(value, self) { return number }
      throw typeError("must be real number, not \(typeName(value))")
    }
  }
}
