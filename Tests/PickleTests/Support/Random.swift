// Seeded randomness, and random trees from it.

struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension Tree {
  /// A value of plain data whose containers are at most `depth` deep; some of its parts occur twice.
  static func random(_ random: inout SplitMix, depth: Int) -> Tree {
    let leaves = 9
    switch Int.random(in: 0..<(depth == 0 ? leaves : leaves + 5), using: &random) {
    case 0: return Tree(.none)
    case 1: return Tree(.bool(Bool.random(using: &random)))
    case 2: return Tree(Int.random(in: -300...300, using: &random))
    case 3: return Tree(Int(truncatingIfNeeded: random.next()) >> Int.random(in: 0..<64, using: &random))
    case 4: return Tree(.bigInt((0..<9).map { _ in UInt8.random(in: 0...255, using: &random) } + [1]))
    case 5: return Tree(.float(bits: random.next()))
    case 6: return Tree(String((0..<Int.random(in: 0..<12, using: &random)).map { _ in "aé漢😀\n".randomElement(using: &random)! }))
    case 7: return Tree(.bytes((0..<Int.random(in: 0..<300, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }))
    case 8: return Tree(.byteArray((0..<3).map { _ in UInt8.random(in: 0...255, using: &random) }))
    case 9: return Tree(.list, parts(&random, depth))
    case 10: return Tree(.tuple, parts(&random, depth))
    case 11: return Tree(.dict, (0..<4).flatMap { [Tree($0), Tree.random(&random, depth: depth - 1)] })
    case 12: return Tree(.set, (0..<Int.random(in: 0..<4, using: &random)).map { Tree($0) })
    default: return Tree(.frozenSet, (0..<Int.random(in: 0..<4, using: &random)).map { Tree("\($0)") })
    }
  }

  private static func parts(_ random: inout SplitMix, _ depth: Int) -> [Tree] {
    var parts = (0..<Int.random(in: 0..<6, using: &random)).map { _ in Tree.random(&random, depth: depth - 1) }
    if let twice = parts.randomElement(using: &random) { parts.append(twice) }
    return parts
  }
}
