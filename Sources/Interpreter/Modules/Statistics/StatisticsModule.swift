// The module `statistics`: means and deviations in Swift, exact until they are rounded; the rest in Python.
import BigInt
import Glibc

enum StatisticsModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.exception("StatisticsError", base: .ValueError)
    m.function("mean", "data", .one(mean))
    m.function("harmonic_mean", "data, weights=None", .two(harmonicMean))
    for spread in Spread.allCases {
      let center = spread.isOfSample ? "xbar" : "mu"
      m.function(spread.rawValue, "data, \(center)=None", .two { (f, data, center) throws(Raised) in
        try spread.value(data, center, f)
      })
    }
    m.function("_mean_stdev", "data, /", .one(meanAndDeviation))
    try m.source(StatisticsLibrary.source)
  }

  private static func error(_ message: String, _ f: Frame) -> Raised {
    f.error(f.types[module: "statistics.StatisticsError"], .text(message))
  }

  private static func data(_ values: Value, wantsSquares: Bool, _ f: Frame) throws(Raised) -> ExactData {
    var data = ExactData(wantsSquares: wantsSquares)
    let iterator = try f.iterate(values)
    while let value = try iterator.next(f) { try data.add(value, f) }
    return data
  }

  /// `numerator / divisor` as the data's type: an int only where all were ints and it is whole.
  private static func quotient(
    _ fraction: ExactFraction, _ divisor: Int, _ data: ExactData, _ f: Frame
  ) throws(Raised) -> Value {
    if let special = data.special { return .float(special / Double(divisor)) }
    let fraction = ExactFraction(
      numerator: fraction.numerator, denominator: fraction.denominator.times(BigUInt(divisor)))
    return try data.hasFloats ? .float(fraction.double(f)) : fraction.number(f)
  }

  private static func mean(_ f: Frame, _ values: Value) throws(Raised) -> Value {
    let data = try data(values, wantsSquares: false, f)
    if data.count == 0 { throw error("mean requires at least one data point", f) }
    return try quotient(data.sum, data.count, data, f)
  }

  // MARK: Spread

  private enum Spread: String, CaseIterable {
    case variance, pvariance, stdev, pstdev

    var isOfSample: Bool { self == .variance || self == .stdev }
    var isRoot: Bool { self == .stdev || self == .pstdev }

    func value(_ values: Value, _ center: Value, _ f: Frame) throws(Raised) -> Value {
      let (data, deviations) = try StatisticsModule.deviations(values, center, f)
      let lost = isOfSample ? 1 : 0
      if data.count <= lost {
        throw error("\(rawValue) requires at least \(isOfSample ? "two data points" : "one data point")", f)
      }
      if isRoot { return .float(try root(deviations, data.count - lost, data, f)) }
      return try quotient(deviations, data.count - lost, data, f)
    }
  }

  /// The data and the sum of their squared deviations, from their mean or from a given center.
  private static func deviations(
    _ values: Value, _ center: Value, _ f: Frame
  ) throws(Raised) -> (data: ExactData, sum: ExactFraction) {
    if center.isUnbound || center.isNone {
      let data = try data(values, wantsSquares: true, f)
      return (data, data.deviations)
    }
    var data = ExactData()
    let iterator = try f.iterate(values)
    while let value = try iterator.next(f) {
      let deviation = try f.binary(.subtract, value, center)
      try data.add(f.binary(.multiply, deviation, deviation), f)
    }
    return (data, data.sum)
  }

  private static func root(
    _ fraction: ExactFraction, _ divisor: Int, _ data: ExactData, _ f: Frame
  ) throws(Raised) -> Double {
    if data.special != nil { throw f.attributeError("'float' object has no attribute 'numerator'") }
    return try ExactFraction(
      numerator: fraction.numerator, denominator: fraction.denominator.times(BigUInt(divisor))
    ).squareRoot(f)
  }

  /// `(mean, standard deviation)` of a sample, as floats.
  private static func meanAndDeviation(_ f: Frame, _ values: Value) throws(Raised) -> Value {
    let data = try data(values, wantsSquares: true, f)
    if data.count < 2 { throw error("stdev requires at least two data points", f) }
    if let special = data.special { return .tuple([.float(special), .float(special / special)]) }
    let mean = try f.real(quotient(data.sum, data.count, data, f))
    return .tuple([.float(mean), .float(try root(data.deviations, data.count - 1, data, f))])
  }

  // MARK: Harmonic mean

  private static func harmonicMean(_ f: Frame, _ values: Value, _ weights: Value) throws(Raised) -> Value {
    let values = try f.collect(values)
    let isWeighted = !(weights.isUnbound || weights.isNone)
    let negative = "harmonic mean does not support negative values"
    if values.isEmpty { throw error("harmonic_mean requires at least one data point", f) }
    if values.count == 1 && !isWeighted {
      guard Arithmetic.Number(values[0].payload) != nil else { throw f.typeError("unsupported type") }
      if try f.isLess(values[0], .int(0)) { throw error(negative, f) }
      return values[0]
    }
    let weights = try isWeighted ? f.collect(weights) : ContiguousArray(repeating: .int(1), count: values.count)
    if weights.count != values.count { throw error("Number of weights does not match data size", f) }
    var weightSum = ExactData()
    for weight in weights {
      if try f.isLess(weight, .int(0)) { throw error(negative, f) }
      try weightSum.add(weight, f)
    }
    var sum = ExactData()
    for (weight, value) in zip(weights, values) {
      if try f.isLess(value, .int(0)) { throw error(negative, f) }
      let counts = try f.truth(weight)
      if counts, Arithmetic.compare(.equal, value.payload, .int(0)) == true { return .int(0) }
      try sum.add(counts ? f.binary(.divide, weight, value) : .int(0), f)
    }
    if let special = sum.special { return .float(try weightSum.sum.double(f) / special) }
    let total = sum.sum
    if total.numerator <= 0 { throw error("Weighted sum must be positive", f) }
    let mean = ExactFraction(
      numerator: weightSum.sum.numerator.times(BigInt(total.denominator)),
      denominator: weightSum.sum.denominator.times(total.numerator.magnitude))
    return try sum.hasFloats ? .float(mean.double(f)) : mean.number(f)
  }
}
