// `random.Random`: a generator, and what draws from it.
import Glibc

/// A `random.Random` or `random.SystemRandom`.
final class RandomGenerator: TypedObject {
  enum Source {
    case twister(MersenneTwister)
    case system
  }

  var source: Source
  /// The second of the pair of numbers that `gauss` makes.
  var nextGauss: Double?

  init(_ type: TypeObject, _ source: Source) {
    self.source = source
    super.init(type)
  }

  /// Goes on from a freshly seeded twister.
  func reseed(_ twister: MersenneTwister) {
    source = .twister(twister)
    nextGauss = nil
  }

  /// The next 32 bits.
  func next(_ f: Frame) throws(Raised) -> UInt32 {
    switch source {
    case .twister:
      return nextOfTwister()
    case .system:
      return try OSModule.randomBytes(4, f).reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  private func nextOfTwister() -> UInt32 {
    guard case .twister(var twister) = source else { return 0 }
    // The state must have one owner while it changes, lest it be copied.
    source = .system
    let word = twister.next()
    source = .twister(twister)
    return word
  }
}

/// One call's access to a generator. Where a script's subclass has a `random` or `getrandbits` of its own, that one
/// is asked.
struct Draw {
  let f: Frame
  let generator: RandomGenerator
  /// The receiver, where its class overrides a source of randomness; unbound otherwise.
  private let script: Value
  private let overridesRandom: Bool
  private let overridesBits: Bool

  init(_ f: Frame, _ generator: RandomGenerator) {
    self.f = f
    self.generator = generator
    script = .unbound
    overridesRandom = false
    overridesBits = false
  }

  init(_ f: Frame, _ this: Value, _ method: String) throws(Raised) {
    guard let generator = this.native(RandomGenerator.self) else {
      throw f.wrongReceiver(this, method, of: "Random")
    }
    self.f = f
    self.generator = generator
    script = this
    guard this.instance != nil else {
      overridesRandom = false
      overridesBits = false
      return
    }
    let type = f.types.type(of: this)
    func overrides(_ name: String) -> Bool {
      type.lookup(f.interpreter.intern(name)).map { $0.builtin == nil } ?? false
    }
    overridesRandom = overrides("random")
    overridesBits = overrides("getrandbits")
  }

  /// A float in 0 ..< 1, of 53 random bits.
  func random() throws(Raised) -> Double {
    if overridesRandom { return try f.real(f.callMethod(script, "random")) }
    let high = try generator.next(f) >> 5
    let low = try generator.next(f) >> 6
    return (Double(high) * 67_108_864 + Double(low)) * 0x1p-53
  }

  /// An int of `count` random bits.
  func bits(_ count: Int) throws(Raised) -> BigUInt {
    if overridesBits {
      let drawn = try f.callMethod(script, "getrandbits", CallArguments([.int(count)]))
      return try f.integerValue(drawn).bigInt!.magnitude
    }
    var words: [UInt] = []
    var rest = count
    var half = false
    while rest > 0 {
      let word = UInt(try generator.next(f) >> UInt32(max(0, 32 - rest)))
      if half { words[words.count - 1] |= word << 32 } else { words.append(word) }
      half.toggle()
      rest -= 32
    }
    return BigUInt(limbs: words)
  }

  /// A random int below `limit`, which is positive: bits are drawn until they are below it.
  func below(_ limit: Int) throws(Raised) -> Int {
    if overridesBits || overridesRandom { return Int(truncatingIfNeeded: BigInt(try below(BigUInt(UInt(limit))))) }
    let count = Int.bitWidth - limit.leadingZeroBitCount
    if count > 32 { return Int(truncatingIfNeeded: BigInt(try below(BigUInt(UInt(limit))))) }
    while true {
      let drawn = Int(try generator.next(f) >> UInt32(32 - count))
      if drawn < limit { return drawn }
    }
  }

  func below(_ limit: BigUInt) throws(Raised) -> BigUInt {
    if overridesRandom && !overridesBits { return try belowByFloats(limit) }
    while true {
      let drawn = try bits(limit.bitWidth)
      if drawn < limit { return drawn }
    }
  }

  /// Likewise by floats alone, those dropped that would make some ints more likely than others.
  private func belowByFloats(_ limit: BigUInt) throws(Raised) -> BigUInt {
    let size = BigUInt(1) << 53
    if limit >= size { return BigUInt(try random() * BigInt(limit).nearestDouble) }
    let rest = size % limit
    let bound = BigInt(size - rest).nearestDouble / 0x1p53
    var drawn = try random()
    while drawn >= bound { drawn = try random() }
    return BigUInt(drawn * 0x1p53) % limit
  }
}
