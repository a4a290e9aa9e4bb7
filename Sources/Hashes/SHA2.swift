// SHA-2 (FIPS 180-4): SHA-224 and SHA-256 over words of 32 bits, SHA-384 and SHA-512 over words of 64.
import Glibc

/// The numbers that SHA-2 takes from the roots of the first primes.
enum PrimeRoots {
  /// The first 64 bits of the fractions of the cube roots of the first 80 primes.
  static let cubic: [UInt64] = firstPrimes(80).map { fraction(of: $0, root: 3) }
  /// The first 64 bits of the fractions of the square roots of the first 16 primes.
  static let square: [UInt64] = firstPrimes(16).map { fraction(of: $0, root: 2) }

  /// The first 32 bits of the fractions of roots of the first primes, for which a `Double` is long enough.
  static func shortened(_ count: Int, _ root: (Double) -> Double) -> [UInt32] {
    firstPrimes(count).map { prime in
      let root = root(Double(prime))
      return UInt32((root - root.rounded(.down)) * 4_294_967_296)
    }
  }

  private static func firstPrimes(_ count: Int) -> [UInt32] {
    var primes: [UInt32] = []
    var candidate: UInt32 = 2
    while primes.count < count {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes
  }

  /// The first 64 bits of the fraction of a root. Bit by bit: the largest number whose power is at most `number` times
  /// that power of 2⁶⁴. Long numbers are words, the lowest first.
  private static func fraction(of number: UInt32, root: Int) -> UInt64 {
    let scaled = [UInt32](repeating: 0, count: 2 * root) + [number]
    var found: [UInt32] = [0, 0, 0]
    for bit in (0..<68).reversed() {
      var candidate = found
      candidate[bit / 32] |= 1 << UInt32(bit % 32)
      let power = (1..<root).reduce(candidate) { power, _ in product(power, candidate) }
      if !exceeds(power, scaled) { found = candidate }
    }
    return UInt64(found[1]) << 32 | UInt64(found[0])
  }

  private static func product(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    var product = [UInt32](repeating: 0, count: a.count + b.count)
    for (place, factor) in a.enumerated() {
      var carry: UInt64 = 0
      for (other, word) in b.enumerated() {
        let sum = UInt64(factor) * UInt64(word) + UInt64(product[place + other]) + carry
        product[place + other] = UInt32(truncatingIfNeeded: sum)
        carry = sum >> 32
      }
      product[place + b.count] = UInt32(carry)
    }
    return product
  }

  /// Whether a number is larger than one of no more words.
  private static func exceeds(_ a: [UInt32], _ b: [UInt32]) -> Bool {
    for place in a.indices.reversed() {
      let other = place < b.count ? b[place] : 0
      if a[place] != other { return a[place] > other }
    }
    return false
  }
}

/// SHA-256, and SHA-224, which begins with other words and is cut off.
public struct SHA256: HashFunction {
  private static let constants = PrimeRoots.shortened(64, cbrt)
  private static let initial = PrimeRoots.shortened(8) { $0.squareRoot() }

  public static let blockSize = 64
  public let digestSize: Int
  private var words: [UInt32]

  public init(digestSize: Int) {
    self.digestSize = digestSize
    words =
      digestSize == 32
      ? SHA256.initial
      : PrimeRoots.square.suffix(8).map { UInt32(truncatingIfNeeded: $0) }
  }

  public mutating func mix(_ block: UnsafePointer<UInt8>) {
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

  public mutating func finish(_ tail: [UInt8], _ length: UInt64) -> [UInt8] {
    absorb(HashBytes.padded(tail, length, blockSize: 64, lengthSize: 8, isBigEndian: true))
    return Array(words.flatMap { HashBytes.bigEndian($0) }.prefix(digestSize))
  }
}

/// SHA-512, and SHA-384, which begins with other words and is cut off.
public struct SHA512: HashFunction {
  public static let blockSize = 128
  public let digestSize: Int
  private var words: [UInt64]

  public init(digestSize: Int) {
    self.digestSize = digestSize
    words = Array(digestSize == 64 ? PrimeRoots.square.prefix(8) : PrimeRoots.square.suffix(8))
  }

  /// The 64 bytes of a message's digest.
  public static func digest(_ message: [UInt8]) -> [UInt8] {
    var hash = HashState(SHA512(digestSize: 64))
    hash.update(message)
    return hash.digest()
  }

  public mutating func mix(_ block: UnsafePointer<UInt8>) {
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

  public mutating func finish(_ tail: [UInt8], _ length: UInt64) -> [UInt8] {
    absorb(HashBytes.padded(tail, length, blockSize: 128, lengthSize: 16, isBigEndian: true))
    return Array(words.flatMap { HashBytes.bigEndian($0) }.prefix(digestSize))
  }
}
