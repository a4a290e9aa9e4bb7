// The functions of `math` on ints of any size.
import Glibc

extension MathModule {
  static func defineIntegers(_ m: ModuleBuilder) {
    m.function("factorial", "n, /", .one { (f, n) throws(Raised) in try factorial(f.integerValue(n), f) })
    m.function("perm", "n, k=None, /", .two(permutations))
    m.function("comb", "n, k, /", .two(combinations))
    m.function("isqrt", "n, /", .one(squareRoot))
    m.function("gcd", "*integers", .one { (f, integers) throws(Raised) in
      try fold(integers, from: 0, f) { a, b in a.gcd(b) }
    })
    m.function("lcm", "*integers", .one { (f, integers) throws(Raised) in
      try fold(integers, from: 1, f) { a, b in a.isZero || b.isZero ? 0 : a / a.gcd(b) * b }
    })
  }

  private static func fold(
    _ integers: Value, from start: BigUInt, _ f: Frame, _ combine: (BigUInt, BigUInt) -> BigUInt
  ) throws(Raised) -> Value {
    var result = start
    for value in integers.tuple!.items {
      result = combine(result, try f.integerValue(value).bigInt!.magnitude)
    }
    return .integer(BigInt(result))
  }

  // MARK: Products

  private static func factorial(_ n: Value, _ f: Frame) throws(Raised) -> Value {
    guard case .int(let count) = n else {
      if n.bigInt!.sign == .minus { throw f.valueError("factorial() not defined for negative values") }
      throw f.overflowError("factorial() argument should not exceed \(Int.max)")
    }
    if count < 0 { throw f.valueError("factorial() not defined for negative values") }
    if count <= 20 { return .int((1..<count + 1).reduce(1, *)) }
    return .integer(BigInt(product(BigUInt(2), count - 1)))
  }

  private static func permutations(_ f: Frame, _ n: Value, _ k: Value) throws(Raised) -> Value {
    if k.isUnbound || k.isNone { return try factorial(f.integerValue(n), f) }
    let (n, k) = try choice(n, k, f)
    if n < k { return .int(0) }
    guard let count = Int(exactly: k) else { throw f.overflowError("k must not exceed \(Int.max)") }
    return .integer(BigInt(product((n - k + 1).magnitude, count)))
  }

  private static func combinations(_ f: Frame, _ n: Value, _ k: Value) throws(Raised) -> Value {
    let (n, k) = try choice(n, k, f)
    if n < k { return .int(0) }
    guard let count = Int(exactly: min(k, n - k)) else {
      throw f.overflowError("min(n - k, k) must not exceed \(Int.max)")
    }
    if let small = Int(exactly: n), let result = combinations(small, count) { return .int(result) }
    let numerator = product((n - BigInt(count) + 1).magnitude, count)
    return .integer(BigInt(numerator / product(1, count)))
  }

  /// n over k; nil where a product on the way does not fit.
  private static func combinations(_ n: Int, _ k: Int) -> Int? {
    var result = 1
    for factor in 1..<k + 1 {
      // n over i is always a whole number, so the division leaves nothing.
      let (product, overflow) = result.multipliedReportingOverflow(by: n - k + factor)
      if overflow { return nil }
      result = product / factor
    }
    return result
  }

  private static func choice(_ n: Value, _ k: Value, _ f: Frame) throws(Raised) -> (BigInt, BigInt) {
    let n = try f.integerValue(n).bigInt!
    let k = try f.integerValue(k).bigInt!
    if n.sign == .minus { throw f.valueError("n must be a non-negative integer") }
    if k.sign == .minus { throw f.valueError("k must be a non-negative integer") }
    return (n, k)
  }

  /// first · (first + 1) · … of `count` factors: halves of like size, so that long numbers meet long numbers.
  private static func product(_ first: BigUInt, _ count: Int) -> BigUInt {
    if count < 12 {
      var result: BigUInt = 1
      for index in 0..<count { result *= first + BigUInt(UInt(index)) }
      return result
    }
    let half = count / 2
    return product(first, half) * product(first + BigUInt(UInt(half)), count - half)
  }

  // MARK: Roots

  private static func squareRoot(_ f: Frame, _ n: Value) throws(Raised) -> Value {
    let n = try f.integerValue(n).bigInt!
    if n.sign == .minus { throw f.valueError("isqrt() argument must be nonnegative") }
    return .integer(BigInt(n.magnitude.integerSquareRoot))
  }
}

extension BigUInt {
  /// The largest integer whose square is not above this one.
  var integerSquareRoot: BigUInt {
    if let small = UInt(exactly: self) { return BigUInt(UInt.squareRoot(small)) }
    // Each step of Newton's method doubles the digits that are right, so it works on just as many:
    // root ≈ √(self · 4^-(half - done)), of `done` bits.
    let half = (bitWidth - 1) / 2
    let steps = Int.bitWidth - half.leadingZeroBitCount
    var root: BigUInt = 1
    var done = 0
    for step in (0..<steps).reversed() {
      let known = done
      done = half >> step
      let part = self >> (2 * half - known - done + 1)
      root = root << (done - known - 1) + part / root
    }
    return root * root > self ? root - 1 : root
  }
}

extension UInt {
  fileprivate static func squareRoot(_ value: UInt) -> UInt {
    // The float may be off by one either way; no root is above 2³² − 1.
    var root = Swift.min(UInt(sqrt(Double(value))), 0xffff_ffff)
    while root * root > value { root -= 1 }
    while root < 0xffff_ffff && (root + 1) * (root + 1) <= value { root += 1 }
    return root
  }
}
