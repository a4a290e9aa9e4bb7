// SHA-512 (FIPS 180-4), by which texts seed the generator.
import BigInt

enum SHA512 {
  /// The 64 bytes of a message's digest.
  static func digest(_ message: [UInt8]) -> [UInt8] {
    let primes = firstPrimes(80)
    let constants = primes.map { fraction(of: $0, root: 3) }
    var hash = primes.prefix(8).map { fraction(of: $0, root: 2) }
    let padded = pad(message)
    for block in stride(from: 0, to: padded.count, by: 128) { mix(padded[block..<block + 128], constants, into: &hash) }
    return hash.flatMap(bytes)
  }

  /// A word's bytes, the most significant first.
  private static func bytes(_ word: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * $0)) }
  }

  /// The message, a one bit, zeros, and the length in bits as 128 of them: a multiple of 128 bytes.
  private static func pad(_ message: [UInt8]) -> [UInt8] {
    var padded = message + [0x80]
    while padded.count % 128 != 112 { padded.append(0) }
    padded += [UInt8](repeating: 0, count: 8)
    let bits = UInt64(message.count) * 8
    return padded + bytes(bits)
  }

  private static func mix(_ block: ArraySlice<UInt8>, _ constants: [UInt64], into hash: inout [UInt64]) {
    func rotated(_ x: UInt64, _ count: UInt64) -> UInt64 { x >> count | x << (64 - count) }
    var schedule: [UInt64] = stride(from: block.startIndex, to: block.endIndex, by: 8).map { start in
      block[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }
    for index in 16..<80 {
      let early = schedule[index - 15]
      let late = schedule[index - 2]
      let small = rotated(early, 1) ^ rotated(early, 8) ^ (early >> 7)
      let large = rotated(late, 19) ^ rotated(late, 61) ^ (late >> 6)
      schedule.append(schedule[index - 16] &+ small &+ schedule[index - 7] &+ large)
    }
    var (a, b, c, d) = (hash[0], hash[1], hash[2], hash[3])
    var (e, f, g, h) = (hash[4], hash[5], hash[6], hash[7])
    for index in 0..<80 {
      let choice = (e & f) ^ (~e & g)
      let first =
        h &+ (rotated(e, 14) ^ rotated(e, 18) ^ rotated(e, 41)) &+ choice &+ constants[index] &+ schedule[index]
      let majority = (a & b) ^ (a & c) ^ (b & c)
      let second = (rotated(a, 28) ^ rotated(a, 34) ^ rotated(a, 39)) &+ majority
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ second)
    }
    for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { hash[index] &+= word }
  }

  // MARK: The constants: the first 64 bits of the fractions of roots of primes

  private static func firstPrimes(_ count: Int) -> [Int] {
    var primes: [Int] = []
    var candidate = 2
    while primes.count < count {
      if !primes.contains(where: { candidate % $0 == 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes
  }

  private static func fraction(of prime: Int, root: Int) -> UInt64 {
    // The whole part of the root of prime · 2^(64 root) is the prime's root in units of 2⁻⁶⁴.
    let scaled = BigUInt(prime) << (64 * root)
    var low = BigUInt(1) << 64
    var high = BigUInt(1) << 70
    while high - low > 1 {
      let middle = (low + high) >> 1
      if middle.power(root) <= scaled { low = middle } else { high = middle }
    }
    return UInt64(truncatingIfNeeded: low)
  }
}
