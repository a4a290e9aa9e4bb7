// The module `random`: its types, seeds and states.
import Glibc
import Hashes

enum RandomModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    let random = m.type("Random") { t in
      let type = t.type
      t.blank { (f, _) throws(Raised) in .object(RandomGenerator(type, .twister(try entropy(f)))) }
      for row in rows { row.define(on: t) }
      t.method("__init__", "self, x=None", .two(initialize))
      t.method("__reduce__", "self, /", .one(reduce))
      t.constant("VERSION", .int(3))
    }
    m.type("SystemRandom", base: random) { t in
      let type = t.type
      t.blank { (_, _) throws(Raised) in .object(RandomGenerator(type, .system)) }
      t.method("seed", "self, *args, **kwds", .three { (_, _, _, _) throws(Raised) in .none })
      for name in ["getstate", "setstate"] {
        t.method(name, "self, *args, **kwds", .three { (f, _, _, _) throws(Raised) in
          throw f.error(.NotImplementedError, "System entropy source does not have state.")
        })
      }
    }
    let shared = RandomGenerator(random, .twister(try entropy(m.frame)))
    for row in rows { row.define(in: m, shared) }
    // Parent and child would draw the same numbers.
    let reseed: ForkHooks.Hook = { (f) throws(Raised) in shared.reseed(try entropy(f)) }
    m.interpreter.forkHooks.afterInChild.append(reseed)
  }

  /// A method of `Random` that is a function of the module too. The signature is without `self`.
  struct Row {
    enum Body {
      case zero((Draw) throws(Raised) -> Value)
      case one((Draw, Value) throws(Raised) -> Value)
      case two((Draw, Value, Value) throws(Raised) -> Value)
      case three((Draw, Value, Value, Value) throws(Raised) -> Value)
      case many((Draw, [Value]) throws(Raised) -> Value)
    }

    let name: String
    let signature: String
    let body: Body

    init(_ name: String, _ signature: String, _ body: Body) {
      self.name = name
      self.signature = signature
      self.body = body
    }

    func define(on t: TypeBuilder) {
      let name = name
      let signature = signature.isEmpty ? "self, /" : "self, " + signature
      let made: Builtin.Body =
        switch body {
        case .zero(let body): .one { (f, this) throws(Raised) in try body(Draw(f, this, name)) }
        case .one(let body): .two { (f, this, a) throws(Raised) in try body(Draw(f, this, name), a) }
        case .two(let body): .three { (f, this, a, b) throws(Raised) in try body(Draw(f, this, name), a, b) }
        case .three(let body): .four { (f, this, a, b, c) throws(Raised) in try body(Draw(f, this, name), a, b, c) }
        case .many(let body): .many { (f, a) throws(Raised) in
          try body(Draw(f, a[0], name), Array(a.values.dropFirst()))
        }
        }
      t.method(name, signature, made)
    }

    func define(in m: ModuleBuilder, _ generator: RandomGenerator) {
      let made: Builtin.Body =
        switch body {
        case .zero(let body): .zero { (f) throws(Raised) in try body(Draw(f, generator)) }
        case .one(let body): .one { (f, a) throws(Raised) in try body(Draw(f, generator), a) }
        case .two(let body): .two { (f, a, b) throws(Raised) in try body(Draw(f, generator), a, b) }
        case .three(let body): .three { (f, a, b, c) throws(Raised) in try body(Draw(f, generator), a, b, c) }
        case .many(let body): .many { (f, a) throws(Raised) in try body(Draw(f, generator), Array(a.values)) }
        }
      m.function(name, signature, made)
    }
  }

  private static var rows: [Row] { sourceRows + choiceRows + distributionRows }

  private static var sourceRows: [Row] {
    [
      Row("random", "", .zero { (draw) throws(Raised) in .float(try draw.random()) }),
      Row("getrandbits", "k, /", .one { (draw, count) throws(Raised) in
        .integer(BigInt(try bits(draw, draw.f.index(count))))
      }),
      Row("randbytes", "n", .one { (draw, count) throws(Raised) in
        let count = try draw.f.index(count)
        let value = try bits(draw, count * 8)
        return .bytes((0..<count).map { index in
          index / 8 < value.limbs.count ? UInt8(truncatingIfNeeded: value.limbs[index / 8] >> UInt(index % 8 * 8)) : 0
        })
      }),
      Row("seed", "a=None, version=2", .two(seed)),
      Row("getstate", "", .zero(state)),
      Row("setstate", "state", .one(setState)),
    ]
  }

  private static func bits(_ draw: Draw, _ count: Int) throws(Raised) -> BigUInt {
    if count < 0 { throw draw.f.valueError("number of bits must be non-negative") }
    return try draw.bits(count)
  }

  // MARK: Seeds

  private static func entropy(_ f: Frame) throws(Raised) -> MersenneTwister {
    let bytes = try OSModule.randomBytes(4 * MersenneTwister.size, f)
    return MersenneTwister(
      seed: stride(from: 0, to: bytes.count, by: 4).map { start in
        bytes[start..<start + 4].reduce(0) { $0 << 8 | UInt32($1) }
      })
  }

  private static func initialize(_ f: Frame, _ this: Value, _ seed: Value) throws(Raised) -> Value {
    _ = try f.callMethod(this, "seed", CallArguments([seed.isUnbound ? .none : seed]))
    return .none
  }

  private static func seed(_ draw: Draw, _ value: Value, _ version: Value) throws(Raised) -> Value {
    let f = draw.f
    let version = version.isUnbound ? 2 : try f.index(version)
    draw.generator.reseed(try twister(value, version, f))
    return .none
  }

  private static func twister(_ value: Value, _ version: Int, _ f: Frame) throws(Raised) -> MersenneTwister {
    let payload = value.payload
    if payload.isUnbound || payload.isNone { return try entropy(f) }
    if let number = payload.bigInt { return MersenneTwister(seed: words(number.magnitude)) }
    if case .float = payload {
      return MersenneTwister(seed: words(BigUInt(UInt(bitPattern: try f.hash(payload)))))
    }
    if version == 1, let scalars = scalars(payload) { return MersenneTwister(seed: words(oldHash(scalars))) }
    guard let bytes = payload.str?.utf8 ?? payload.bytes?.bytes ?? payload.byteArray?.bytes else {
      throw f.typeError("The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.")
    }
    if version != 2 { return MersenneTwister(seed: words(BigUInt(UInt(bitPattern: try f.hash(payload))))) }
    let digits = bytes + NamedHash.sha512.digest(bytes)
    return MersenneTwister(seed: words(BigUInt(digits: digits.flatMap { [$0 >> 4, $0 & 15] }, radix: 16)))
  }

  /// The scalars of a str or the values of a bytes.
  private static func scalars(_ value: Value) -> [UInt32]? {
    if let text = value.str { return (0..<text.count).map { text[$0] } }
    return value.bytes?.bytes.map(UInt32.init)
  }

  /// The hash of texts that Python 2 had, which version 1 of seeds goes by.
  private static func oldHash(_ scalars: [UInt32]) -> BigUInt {
    var hash = UInt64(scalars.first ?? 0) << 7
    for scalar in scalars { hash = (1_000_003 &* hash) ^ UInt64(scalar) }
    hash ^= UInt64(scalars.count)
    return hash == .max ? 2 : BigUInt(UInt(hash))
  }

  private static func words(_ value: BigUInt) -> [UInt32] {
    let words = value.limbs.flatMap { [UInt32(truncatingIfNeeded: $0), UInt32(truncatingIfNeeded: $0 >> 32)] }
    return words.last == 0 ? words.dropLast() : words
  }

  // MARK: States

  private static func state(_ draw: Draw) throws(Raised) -> Value {
    guard case .twister(let twister) = draw.generator.source else { return .none }
    var words = ContiguousArray(twister.state.map { Value.int(Int($0)) })
    words.append(.int(twister.index))
    return .tuple([.int(3), .tuple(words), draw.generator.nextGauss.map { .float($0) } ?? .none])
  }

  private static func setState(_ draw: Draw, _ state: Value) throws(Raised) -> Value {
    let f = draw.f
    let version = try f.item(of: state, .int(0))
    guard case .int(let number) = version, number == 2 || number == 3 else {
      throw f.valueError("state with version \(try f.str(version).string) passed to Random.setstate() of version 3")
    }
    let parts = try f.collect(state)
    if parts.count != 3 {
      let few = parts.count < 3
      throw f.valueError(
        few ? "not enough values to unpack (expected 3, got \(parts.count))" : "too many values to unpack (expected 3)")
    }
    guard let words = number == 2 ? try f.collect(parts[1]) : parts[1].payload.tuple?.items else {
      throw f.typeError("state vector must be a tuple")
    }
    draw.generator.source = .twister(try twister(words, f))
    draw.generator.nextGauss = parts[2].isNone ? nil : try f.real(parts[2])
    return .none
  }

  private static func twister(_ words: ContiguousArray<Value>, _ f: Frame) throws(Raised) -> MersenneTwister {
    if words.count != MersenneTwister.size + 1 { throw f.valueError("state vector is the wrong size") }
    var state: ContiguousArray<UInt32> = []
    for word in words {
      if word.bigInt == nil { throw f.typeError("an integer is required") }
      state.append(UInt32(truncatingIfNeeded: word.lowBits))
    }
    let index = Int(state.removeLast())
    if index > MersenneTwister.size { throw f.valueError("invalid state") }
    return MersenneTwister(state: state, index: index)
  }

  private static func reduce(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .tuple([.object(f.types.type(of: this)), .tuple([]), try f.callMethod(this, "getstate")])
  }
}
