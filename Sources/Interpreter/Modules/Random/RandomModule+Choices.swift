// Random ints, members and orders.
import Glibc

extension RandomModule {
  static var choiceRows: [Row] {
    [
      Row("randrange", "start, stop=None, step=1", .three(randrange)),
      Row("randint", "a, b", .two { (draw, a, b) throws(Raised) in
        if case .int(let low) = a, case .int(let high) = b, high < .max {
          return try member(draw, low, high + 1) { (a, b) }
        }
        let stop = try draw.f.binary(.add, b, .int(1))
        return try randrange(draw, a, stop, .unbound)
      }),
      Row("choice", "seq", .one(choice)),
      Row("shuffle", "x", .one(shuffle)),
      Row("sample", "population, k, *, counts=None", .three(sample)),
      Row("choices", "population, weights=None, *, cum_weights=None, k=1", .many(choices)),
    ]
  }

  // MARK: Ints

  private static func randrange(_ draw: Draw, _ start: Value, _ stop: Value, _ step: Value) throws(Raised) -> Value {
    let f = draw.f
    let first = try f.integerValue(start)
    if stop.isUnbound || stop.isNone {
      if !step.isUnbound { throw f.typeError("Missing a non-None stop argument") }
      guard let limit = first.bigInt, limit > 0 else { throw f.valueError("empty range for randrange()") }
      if case .int(let limit) = first { return .int(try draw.below(limit)) }
      return .integer(BigInt(try draw.below(limit.magnitude)))
    }
    let last = try f.integerValue(stop)
    let step = step.isUnbound ? Value.int(1) : try f.integerValue(step)
    if case .int(1) = step {
      if case .int(let low) = first, case .int(let high) = last {
        return try member(draw, low, high) { (start, stop) }
      }
    }
    let width = last.bigInt! - first.bigInt!
    let by = step.bigInt!
    if by.isZero { throw f.valueError("zero step for randrange()") }
    let count = (by.sign == .plus ? width + by - 1 : width + by + 1).floorDivided(by: by).quotient
    if count <= 0 {
      let shown = by == 1 ? [start, stop] : [start, stop, step]
      throw try emptyRange(shown, f)
    }
    return .integer(first.bigInt! + by * BigInt(try draw.below(count.magnitude)))
  }

  /// A random int from `low` up to `high`. `bounds` are the ones that an error shows.
  private static func member(
    _ draw: Draw, _ low: Int, _ high: Int, _ bounds: () -> (Value, Value)
  ) throws(Raised) -> Value {
    if high <= low {
      throw try emptyRange([.int(low), .int(high)], draw.f)
    }
    let (width, overflow) = high.subtractingReportingOverflow(low)
    if overflow { return .integer(BigInt(low) + BigInt(try draw.below((BigInt(high) - BigInt(low)).magnitude))) }
    return .int(low + (try draw.below(width)))
  }

  private static func emptyRange(_ bounds: [Value], _ f: Frame) throws(Raised) -> Raised {
    var texts: [String] = []
    for bound in bounds { texts.append(try f.str(bound).string) }
    return f.valueError("empty range in randrange(\(texts.joined(separator: ", ")))")
  }

  // MARK: Members

  private static func choice(_ draw: Draw, _ sequence: Value) throws(Raised) -> Value {
    let count = try draw.f.length(sequence)
    if count == 0 { throw draw.f.indexError("Cannot choose from an empty sequence") }
    return try draw.f.item(of: sequence, .int(draw.below(count)))
  }

  private static func shuffle(_ draw: Draw, _ sequence: Value) throws(Raised) -> Value {
    let f = draw.f
    for index in stride(from: try f.length(sequence) - 1, to: 0, by: -1) {
      let other = try draw.below(index + 1)
      if let list = sequence.list, index < list.count {
        list.items.swapAt(index, other)
      } else {
        let first = try f.item(of: sequence, .int(index))
        let second = try f.item(of: sequence, .int(other))
        try f.setItem(of: sequence, .int(index), second)
        try f.setItem(of: sequence, .int(other), first)
      }
    }
    return .none
  }

  private static func isSequence(_ value: Value, _ f: Frame) -> Bool {
    guard case .object(let object) = value.payload else { return false }
    switch object.kind {
    case .list, .tuple, .str, .bytes, .byteArray, .range: return true
    case .instance, .native:
      let type = f.types.type(of: value)
      return type.special(.__getitem__) != nil && type.special(.__len__) != nil
        && type.lookup(f.interpreter.names[.keys]) == nil
    default: return false
    }
  }

  private static func sample(_ draw: Draw, _ population: Value, _ k: Value, _ counts: Value) throws(Raised) -> Value {
    let f = draw.f
    if !isSequence(population, f) {
      throw f.typeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
    }
    let count = try f.length(population)
    if counts.isUnbound || counts.isNone {
      let positions = try positions(draw, count, k)
      var members: ContiguousArray<Value> = []
      for position in positions { members.append(try f.item(of: population, .int(position))) }
      return .list(members)
    }
    var ends: [Int] = []
    for amount in try f.collect(counts) {
      guard let amount = amount.bigInt else { throw f.typeError("Counts must be integers") }
      ends.append((ends.last ?? 0) + Int(clamping: amount))
    }
    if ends.count != count { throw f.valueError("The number of counts does not match the population") }
    guard let total = ends.popLast() else { throw f.indexError("pop from empty list") }
    if total <= 0 { throw f.valueError("Total of counts must be greater than zero") }
    var members: ContiguousArray<Value> = []
    for position in try positions(draw, total, k) {
      members.append(try f.item(of: population, .int(upperBound(position, ends))))
    }
    return .list(members)
  }

  /// `k` different positions among `count`, in the order in which they were drawn.
  private static func positions(_ draw: Draw, _ count: Int, _ k: Value) throws(Raised) -> [Int] {
    let f = draw.f
    guard case .int(let k) = k.payload else {
      throw f.typeError("can't multiply sequence by non-int of type '\(f.typeName(k))'")
    }
    if k < 0 || k > count { throw f.valueError("Sample larger than population or is negative") }
    // Few of many are tracked in a set, many of few in a pool that shrinks: whichever takes less memory.
    var setSize = 21
    if k > 5 { setSize += Int(pow(4, ceil(log(Double(k * 3)) / log(4)))) }
    var drawn: [Int] = []
    drawn.reserveCapacity(k)
    if count <= setSize {
      var pool = Array(0..<count)
      for taken in 0..<k {
        let position = try draw.below(count - taken)
        drawn.append(pool[position])
        pool[position] = pool[count - taken - 1]
      }
    } else {
      var seen: Set<Int> = []
      while drawn.count < k {
        let position = try draw.below(count)
        if seen.insert(position).inserted { drawn.append(position) }
      }
    }
    return drawn
  }

  /// The first index whose value is above `x`, among sorted values.
  private static func upperBound<T: Comparable>(_ x: T, _ values: some RandomAccessCollection<T>) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      let index = values.index(values.startIndex, offsetBy: middle)
      if x < values[index] { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func choices(_ draw: Draw, _ a: [Value]) throws(Raised) -> Value {
    let f = draw.f
    let population = a[0]
    let count = try f.length(population)
    let times = a[3].isUnbound ? 1 : try f.index(a[3])
    let hasWeights = !(a[1].isUnbound || a[1].isNone)
    let hasEnds = !(a[2].isUnbound || a[2].isNone)
    var members: ContiguousArray<Value> = []
    if !hasWeights && !hasEnds {
      for _ in 0..<max(0, times) {
        members.append(try f.item(of: population, .int(Int(draw.random() * Double(count)))))
      }
      return .list(members)
    }
    if hasWeights && hasEnds { throw f.typeError("Cannot specify both weights and cumulative weights") }
    let ends = try hasEnds ? f.collect(a[2]) : accumulated(a[1], f)
    if ends.count != count { throw f.valueError("The number of weights does not match the population") }
    guard let last = ends.last else { throw f.indexError("list index out of range") }
    let total = try f.real(last)
    if total <= 0 { throw f.valueError("Total of weights must be greater than zero") }
    if !total.isFinite { throw f.valueError("Total of weights must be finite") }
    var bounds: [Double] = []
    // The last is not compared with: whatever is above the others belongs to it.
    for end in ends.dropLast() { bounds.append(try f.real(end)) }
    for _ in 0..<max(0, times) {
      members.append(try f.item(of: population, .int(upperBound(draw.random() * total, bounds))))
    }
    return .list(members)
  }

  /// The running totals of weights.
  private static func accumulated(_ weights: Value, _ f: Frame) throws(Raised) -> ContiguousArray<Value> {
    if weights.bigInt != nil {
      throw f.typeError("The number of choices must be a keyword argument: k=\(try f.repr(weights).string)")
    }
    var totals: ContiguousArray<Value> = []
    for weight in try f.collect(weights) {
      totals.append(try totals.last.map { (last) throws(Raised) in try f.binary(.add, last, weight) } ?? weight)
    }
    return totals
  }
}
