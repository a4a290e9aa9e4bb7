// Real-valued and discrete distributions.
import Glibc

extension RandomModule {
  static var distributionRows: [Row] {
    [
      Row("uniform", "a, b", .two { (draw, a, b) throws(Raised) in
        let width = try draw.f.binary(.subtract, b, a)
        return try draw.f.binary(.add, a, draw.f.binary(.multiply, width, .float(draw.random())))
      }),
      Row("triangular", "low=0.0, high=1.0, mode=None", .three(triangular)),
      Row("normalvariate", "mu=0.0, sigma=1.0", .two { (draw, mu, sigma) throws(Raised) in
        .float(try normal(draw, real(mu, 0, draw), real(sigma, 1, draw)))
      }),
      Row("lognormvariate", "mu, sigma", .two { (draw, mu, sigma) throws(Raised) in
        .float(exp(try normal(draw, real(mu, 0, draw), real(sigma, 1, draw))))
      }),
      Row("gauss", "mu=0.0, sigma=1.0", .two(gauss)),
      Row("expovariate", "lambd=1.0", .one { (draw, rate) throws(Raised) in
        let rate = try real(rate, 1, draw)
        return .float(try quotient(-log(1 - draw.random()), rate, draw))
      }),
      Row("vonmisesvariate", "mu, kappa", .two(vonMises)),
      Row("gammavariate", "alpha, beta", .two { (draw, alpha, beta) throws(Raised) in
        .float(try gamma(draw, real(alpha, 0, draw), real(beta, 0, draw)))
      }),
      Row("betavariate", "alpha, beta", .two { (draw, alpha, beta) throws(Raised) in
        let y = try gamma(draw, real(alpha, 0, draw), 1)
        if y == 0 { return .float(0) }
        return .float(y / (y + (try gamma(draw, real(beta, 0, draw), 1))))
      }),
      Row("paretovariate", "alpha", .one { (draw, alpha) throws(Raised) in
        let u = 1 - (try draw.random())
        return .float(pow(u, try quotient(-1, real(alpha, 0, draw), draw)))
      }),
      Row("weibullvariate", "alpha, beta", .two { (draw, alpha, beta) throws(Raised) in
        let u = 1 - (try draw.random())
        return .float(try real(alpha, 0, draw) * pow(-log(u), quotient(1, real(beta, 0, draw), draw)))
      }),
      Row("binomialvariate", "n=1, p=0.5", .two { (draw, n, p) throws(Raised) in
        let count = n.isUnbound ? 1 : try draw.f.index(n)
        return .int(try binomial(draw, count, real(p, 0.5, draw)))
      }),
    ]
  }

  private static func real(_ value: Value, _ standard: Double, _ draw: Draw) throws(Raised) -> Double {
    value.isUnbound ? standard : try draw.f.real(value)
  }

  private static func quotient(_ a: Double, _ b: Double, _ draw: Draw) throws(Raised) -> Double {
    if b == 0 { throw draw.f.zeroDivision("float division by zero") }
    return a / b
  }

  // MARK: Real-valued

  private static func triangular(_ draw: Draw, _ low: Value, _ high: Value, _ mode: Value) throws(Raised) -> Value {
    var u = try draw.random()
    var from = try real(low, 0, draw)
    var to = try real(high, 1, draw)
    var split = 0.5
    if !mode.isUnbound && !mode.isNone {
      if to == from { return low.isUnbound ? .float(0) : low }
      split = (try draw.f.real(mode) - from) / (to - from)
    }
    if u > split {
      u = 1 - u
      split = 1 - split
      swap(&from, &to)
    }
    return .float(from + (to - from) * sqrt(u * split))
  }

  /// By the ratio of uniform deviates (Kinderman and Monahan).
  private static func normal(_ draw: Draw, _ mu: Double, _ sigma: Double) throws(Raised) -> Double {
    let factor = 4 * exp(-0.5) / 2.0.squareRoot()
    while true {
      let u = try draw.random()
      let v = 1 - (try draw.random())
      let z = factor * (u - 0.5) / v
      if z * z / 4 <= -log(v) { return mu + z * sigma }
    }
  }

  /// By Box and Muller's pairs, the second of which is kept for the next call.
  private static func gauss(_ draw: Draw, _ mu: Value, _ sigma: Value) throws(Raised) -> Value {
    let mu = try real(mu, 0, draw)
    let sigma = try real(sigma, 1, draw)
    if let z = draw.generator.nextGauss {
      draw.generator.nextGauss = nil
      return .float(mu + z * sigma)
    }
    let angle = try draw.random() * (2 * .pi)
    let radius = sqrt(-2 * log(1 - (try draw.random())))
    draw.generator.nextGauss = sin(angle) * radius
    return .float(mu + cos(angle) * radius * sigma)
  }

  /// By rejection from a wrapped Cauchy distribution (Fisher, "Statistical Analysis of Circular Data").
  private static func vonMises(_ draw: Draw, _ mu: Value, _ kappa: Value) throws(Raised) -> Value {
    let mu = try draw.f.real(mu)
    let kappa = try draw.f.real(kappa)
    if kappa <= 1e-6 { return .float(2 * .pi * (try draw.random())) }
    let s = 0.5 / kappa
    let r = s + sqrt(1 + s * s)
    var z: Double
    while true {
      z = cos(.pi * (try draw.random()))
      let d = z / (r + z)
      let u = try draw.random()
      if u < 1 - d * d || u <= (1 - d) * exp(d) { break }
    }
    let q = 1 / r
    let cosine = (q + z) / (1 + q * z)
    let angle = try draw.random() > 0.5 ? mu + acos(cosine) : mu - acos(cosine)
    return .float(Arithmetic.modulo(angle, 2 * .pi))
  }

  private static func gamma(_ draw: Draw, _ alpha: Double, _ beta: Double) throws(Raised) -> Double {
    if alpha <= 0 || beta <= 0 { throw draw.f.valueError("gammavariate: alpha and beta must be > 0.0") }
    if alpha > 1 { return try largeGamma(draw, alpha) * beta }
    if alpha == 1 { return -log(1 - (try draw.random())) * beta }
    return try smallGamma(draw, alpha) * beta
  }

  /// Cheng's method for shapes above 1.
  private static func largeGamma(_ draw: Draw, _ alpha: Double) throws(Raised) -> Double {
    let scale = sqrt(2 * alpha - 1)
    let b = alpha - log(4)
    let c = alpha + scale
    while true {
      let u = try draw.random()
      if !(1e-7 < u && u < 0.9999999) { continue }
      let w = 1 - (try draw.random())
      let v = log(u / (1 - u)) / scale
      let x = alpha * exp(v)
      let z = u * u * w
      let r = b + c * v - x
      if r + (1 + log(4.5)) - 4.5 * z >= 0 || r >= log(z) { return x }
    }
  }

  /// Algorithm GS (Kennedy and Gentle) for shapes below 1.
  private static func smallGamma(_ draw: Draw, _ alpha: Double) throws(Raised) -> Double {
    let b = (M_E + alpha) / M_E
    while true {
      let p = b * (try draw.random())
      let x = p <= 1 ? pow(p, 1 / alpha) : -log((b - p) / alpha)
      let u = try draw.random()
      if p > 1 ? u <= pow(x, alpha - 1) : u <= exp(-x) { return x }
    }
  }

  // MARK: Discrete

  private static func binomial(_ draw: Draw, _ n: Int, _ p: Double) throws(Raised) -> Int {
    if n < 0 { throw draw.f.valueError("n must be non-negative") }
    if p == 0 { return 0 }
    if p == 1 { return n }
    if !(p > 0 && p < 1) { throw draw.f.valueError("p must be in the range 0.0 <= p <= 1.0") }
    if n == 1 { return try draw.random() < p ? 1 : 0 }
    if p > 0.5 { return n - (try binomial(draw, n, 1 - p)) }
    return try Double(n) * p < 10 ? shortBinomial(draw, n, p) : longBinomial(draw, n, p)
  }

  /// The geometric method: from one success to the next (Devroye).
  private static func shortBinomial(_ draw: Draw, _ n: Int, _ p: Double) throws(Raised) -> Int {
    let c = log2(1 - p)
    if c == 0 { return 0 }
    var successes = 0
    var trial = 0
    while true {
      let gap = floor(log2(try draw.random()) / c) + 1
      if gap > Double(n - trial) { return successes }
      trial += Int(gap)
      successes += 1
    }
  }

  /// Transformed rejection with squeeze (Hörmann's BTRS).
  private static func longBinomial(_ draw: Draw, _ n: Int, _ p: Double) throws(Raised) -> Int {
    let f = draw.f
    let trials = Double(n)
    let deviation = sqrt(trials * p * (1 - p))
    let b = 1.15 + 2.53 * deviation
    let a = -0.0873 + 0.0248 * b + 0.01 * p
    let c = trials * p + 0.5
    let squeeze = 0.92 - 4.2 / b
    let alpha = (2.83 + 5.1 / b) * deviation
    let odds = log(p / (1 - p))
    let mode = floor((trials + 1) * p)
    let peak = try MathModule.logGamma(mode + 1, f) + MathModule.logGamma(trials - mode + 1, f)
    while true {
      let u = try draw.random() - 0.5
      let margin = 0.5 - abs(u)
      let k = floor((2 * a / margin + b) * u + c)
      if k < 0 || k > trials { continue }
      var v = try draw.random()
      if margin >= 0.07 && v <= squeeze { return Int(k) }
      v *= alpha / (a / (margin * margin) + b)
      let ratio = try peak - MathModule.logGamma(k + 1, f) - MathModule.logGamma(trials - k + 1, f)
      if log(v) <= ratio + (k - mode) * odds { return Int(k) }
    }
  }
}
