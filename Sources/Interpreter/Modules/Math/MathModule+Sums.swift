// Sums, products and lengths of `math`, exact where Python's are.
import Glibc

extension MathModule {
  static func defineSums(_ m: ModuleBuilder) {
    m.function("fsum", "seq, /", .one(sum))
    m.function("prod", "iterable, /, *, start=1", .two(product))
    m.function("sumprod", "p, q, /", .two(sumOfProducts))
    m.function("hypot", "*coordinates", .one { (f, coordinates) throws(Raised) in
      var lengths: [Double] = []
      for value in coordinates.tuple!.items { lengths.append(abs(try f.real(value))) }
      return .float(norm(lengths))
    })
    m.function("dist", "p, q, /", .two(distance))
  }

  private static func sum(_ f: Frame, _ values: Value) throws(Raised) -> Value {
    var total = ExactSum()
    var special = 0.0
    var infinities = 0.0
    let iterator = try f.iterate(values)
    while let value = try iterator.next(f) {
      let x = try f.real(value)
      if x.isFinite {
        if !total.add(x) { throw f.overflowError("intermediate overflow in fsum") }
      } else {
        if x.isInfinite { infinities += x }
        special += x
      }
    }
    if special != 0 || special.isNaN {
      if infinities.isNaN { throw f.valueError("-inf + inf in fsum") }
      return .float(special)
    }
    return .float(total.value)
  }

  private static func product(_ f: Frame, _ values: Value, _ start: Value) throws(Raised) -> Value {
    var result: Value = start.isUnbound ? .int(1) : start
    let iterator = try f.iterate(values)
    while let value = try iterator.next(f) { result = try f.binary(.multiply, result, value) }
    return result
  }

  private static func sumOfProducts(_ f: Frame, _ p: Value, _ q: Value) throws(Raised) -> Value {
    let left = try f.iterate(p)
    let right = try f.iterate(q)
    var total: Value = .int(0)
    // As long as there are floats, with ints among them, the sum is exact and rounded once.
    var exact: ExactSum?
    while true {
      let x = try left.next(f)
      let y = try right.next(f)
      guard let x, let y else {
        if x != nil || y != nil { throw f.valueError("Inputs are not the same length") }
        return exact.map { .float($0.value) } ?? total
      }
      if let (a, b) = floats(x, y), exact != nil || isNumber(total), add(a, b, &exact, total) { continue }
      if let sum = exact {
        total = .float(sum.value)
        exact = nil
      }
      total = try f.binary(.add, total, f.binary(.multiply, x, y))
    }
  }

  private static func isNumber(_ value: Value) -> Bool {
    switch value {
    case .int, .float: true
    default: false
    }
  }

  /// Both factors as floats, where one of them is a float and the other is one or an int.
  private static func floats(_ x: Value, _ y: Value) -> (Double, Double)? {
    switch (x, y) {
    case (.float(let a), .float(let b)): (a, b)
    case (.float(let a), .int(let b)): (a, Double(b))
    case (.int(let a), .float(let b)): (Double(a), b)
    default: nil
    }
  }

  /// Adds a product without loss; false where that is not possible.
  private static func add(_ a: Double, _ b: Double, _ sum: inout ExactSum?, _ total: Value) -> Bool {
    let product = a * b
    guard product.isFinite else { return false }
    if sum == nil {
      var start = ExactSum()
      switch total {
      case .int(let value) where value.magnitude <= 1 << 53: _ = start.add(Double(value))
      case .float(let value) where value.isFinite: _ = start.add(value)
      default: return false
      }
      sum = start
    }
    return sum!.add(product) && sum!.add(fma(a, b, -product))
  }

  private static func distance(_ f: Frame, _ p: Value, _ q: Value) throws(Raised) -> Value {
    let p = try f.collect(p)
    let q = try f.collect(q)
    if p.count != q.count { throw f.valueError("both points must have the same number of dimensions") }
    var lengths: [Double] = []
    for (x, y) in zip(p, q) { lengths.append(abs(try f.real(x) - f.real(y))) }
    return .float(norm(lengths))
  }

  /// The Euclidean length of a vector of lengths that are not negative: scaled by a power of two, squared and summed
  /// without loss, and the root corrected once.
  private static func norm(_ lengths: [Double]) -> Double {
    if lengths.contains(.infinity) { return .infinity }
    if lengths.contains(where: \.isNaN) { return .nan }
    guard let largest = lengths.max(), largest > 0 else { return 0 }
    if lengths.count == 1 { return largest }
    if largest.exponent < -1024 {
      let least = Double.leastNormalMagnitude
      return least * norm(lengths.map { $0 / least })
    }
    let exponent = largest.exponent + 1
    let scale = Double(sign: .plus, exponent: -exponent, significand: 1)
    // The sum starts at 1, which no square exceeds, so that each addition's error is simple to find.
    var sum = 1.0
    var squareErrors = 0.0
    var sumErrors = 0.0
    func add(_ a: Double, _ b: Double) {
      let product = a * b
      let total = sum + product
      squareErrors += fma(a, b, -product)
      sumErrors += (sum - total) + product
      sum = total
    }
    for length in lengths { add(length * scale, length * scale) }
    var root = sqrt(sum - 1 + (squareErrors + sumErrors))
    add(-root, root)
    root += (sum - 1 + (squareErrors + sumErrors)) / (2 * root)
    return root / scale
  }
}

/// A sum of floats without any loss, as parts that do not overlap (Shewchuk's algorithm).
struct ExactSum {
  /// In order of growing size.
  private var parts: [Double] = []

  /// Adds a finite number; false where the sum no longer fits in a float.
  mutating func add(_ value: Double) -> Bool {
    var x = value
    var kept = 0
    for index in parts.indices {
      var y = parts[index]
      if abs(x) < abs(y) { swap(&x, &y) }
      let high = x + y
      let low = y - (high - x)
      if low != 0 {
        parts[kept] = low
        kept += 1
      }
      x = high
    }
    parts.removeSubrange(kept...)
    if x != 0 {
      if !x.isFinite { return false }
      parts.append(x)
    }
    return true
  }

  /// The sum, rounded to the nearest float, ties to even.
  var value: Double {
    guard var high = parts.last else { return 0 }
    var index = parts.count - 1
    var low = 0.0
    while index > 0 {
      index -= 1
      let x = high
      high = x + parts[index]
      low = parts[index] - (high - x)
      if low != 0 { break }
    }
    // A tie that was rounded goes the other way where the parts below say so.
    if index > 0 && ((low < 0 && parts[index - 1] < 0) || (low > 0 && parts[index - 1] > 0)) {
      let twice = low * 2
      let other = high + twice
      if other - high == twice { high = other }
    }
    return high
  }
}
