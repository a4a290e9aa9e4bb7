// SHA-2 (FIPS 180-4): SHA-224 and SHA-256 over words of 32 bits, SHA-384 and SHA-512 over words of 64.

/// The numbers that SHA-2 takes from the roots of the first primes.
enum PrimeRoots {
  /// The first 64 bits of the fractions of the cube roots of the first 80 primes.
  static let cubic: [UInt64] = firstPrimes(80).map { fraction(of: $0, root: 3) }
  /// The first 64 bits of the fractions of the square roots of the first 16 primes.
  static let square: [UInt64] = firstPrimes(16).map { fraction(of: $0, root: 2) }

  private static func firstPrimes(_ count: Int) -> [UInt] {
    var primes: [UInt] = []
    var candidate: UInt = 2
    while primes.count < count {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes
  }

  /// The first 64 bits of the fraction of a root: the lower word of the root of `number` shifted by 64 bits a power.
  private static func fraction(of number: UInt, root: Int) -> UInt64 {
    let scaled = BigUInt(number) << (64 * root)
    var lower: BigUInt = 0
    var upper: BigUInt = 1 << 70
    while upper - lower > 1 {
      let middle = (lower + upper) >> 1
      if middle.power(root) <= scaled { lower = middle } else { upper = middle }
    }
    return UInt64(UInt(truncatingIfNeeded: lower))
  }
}

/// SHA-256, and SHA-224, which begins with other words and is cut off.
struct SHA256: HashFunction {
  private static let constants = PrimeRoots.cubic.prefix(64).map { UInt32($0 >> 32) }

  static let blockSize = 64
  let digestSize: Int
  private var words: [UInt32]

  init(digestSize: Int) {
    self.digestSize = digestSize
    words =
      digestSize == 32
      ? PrimeRoots.square.prefix(8).map { UInt32($0 >> 32) }
      : PrimeRoots.square.suffix(8).map { UInt32(truncatingIfNeeded: $0) }
  }

  mutating func mix(_ block: UnsafePointer<UInt8>) {
    func rotated(_ x: UInt32, _ count: UInt32) -> UInt32 { x >> count | x << (32 &- count) }
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      for index in 0..<16 { schedule[index] = HashBytes.bigEndian32(block + index * 4) }
      for index in 16..<64 {
        let early = schedule[index &- 15]
        let late = schedule[index &- 2]
        let small = rotated(early, 7) ^ rotated(early, 18) ^ (early >> 3)
        let large = rotated(late, 17) ^ rotated(late, 19) ^ (late >> 10)
        schedule[index] = schedule[index &- 16] &+ small &+ schedule[index &- 7] &+ large
      }
      var (a, b, c, d) = (words[0], words[1], words[2], words[3])
      var (e, f, g, h) = (words[4], words[5], words[6], words[7])
      SHA256.constants.withUnsafeBufferPointer { constants in
        for index in 0..<64 {
          let choice = (e & f) ^ (~e & g)
          let turn = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
          let first = h &+ turn &+ choice &+ constants[index] &+ schedule[index]
          let majority = (a & b) ^ (a & c) ^ (b & c)
          let second = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ majority
          (h, g, f, e) = (g, f, e, d &+ first)
          (d, c, b, a) = (c, b, a, first &+ second)
        }
      }
      for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { words[index] &+= word }
    }
  }

  mutating func finish(_ tail: [UInt8], _ length: UInt64) -> [UInt8] {
    absorb(HashBytes.padded(tail, length, blockSize: 64, lengthSize: 8, isBigEndian: true))
    return Array(words.flatMap { HashBytes.bigEndian($0) }.prefix(digestSize))
  }
}

/// SHA-512, and SHA-384, which begins with other words and is cut off.
struct SHA512: HashFunction {
  static let blockSize = 128
  let digestSize: Int
  private var words: [UInt64]

  init(digestSize: Int) {
    self.digestSize = digestSize
    words = Array(digestSize == 64 ? PrimeRoots.square.prefix(8) : PrimeRoots.square.suffix(8))
  }

  /// The 64 bytes of a message's digest.
  static func digest(_ message: [UInt8]) -> [UInt8] {
    var hash = HashState(SHA512(digestSize: 64))
    hash.update(message)
    return hash.digest()
  }

  mutating func mix(_ block: UnsafePointer<UInt8>) {
    func rotated(_ x: UInt64, _ count: UInt64) -> UInt64 { x >> count | x << (64 &- count) }
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 80) { schedule in
      for index in 0..<16 { schedule[index] = HashBytes.bigEndian64(block + index * 8) }
      for index in 16..<80 {
        let early = schedule[index &- 15]
        let late = schedule[index &- 2]
        let small = rotated(early, 1) ^ rotated(early, 8) ^ (early >> 7)
        let large = rotated(late, 19) ^ rotated(late, 61) ^ (late >> 6)
        schedule[index] = schedule[index &- 16] &+ small &+ schedule[index &- 7] &+ large
      }
      var (a, b, c, d) = (words[0], words[1], words[2], words[3])
      var (e, f, g, h) = (words[4], words[5], words[6], words[7])
      PrimeRoots.cubic.withUnsafeBufferPointer { constants in
        for index in 0..<80 {
          let choice = (e & f) ^ (~e & g)
          let turn = rotated(e, 14) ^ rotated(e, 18) ^ rotated(e, 41)
          let first = h &+ turn &+ choice &+ constants[index] &+ schedule[index]
          let majority = (a & b) ^ (a & c) ^ (b & c)
          let second = (rotated(a, 28) ^ rotated(a, 34) ^ rotated(a, 39)) &+ majority
          (h, g, f, e) = (g, f, e, d &+ first)
          (d, c, b, a) = (c, b, a, first &+ second)
        }
      }
      for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { words[index] &+= word }
    }
  }

  mutating func finish(_ tail: [UInt8], _ length: UInt64) -> [UInt8] {
    absorb(HashBytes.padded(tail, length, blockSize: 128, lengthSize: 16, isBigEndian: true))
    return Array(words.flatMap { HashBytes.bigEndian($0) }.prefix(digestSize))
  }
}
