// SHA-224 (FIPS 180-4), SHA-256 with other words to begin with and a shorter digest.
import Glibc

/// SHA-224: 28 bytes.
struct SHA224: BlockFunction {
  /// The first 32 bits of the fractions of the cube roots of the first 64 primes, for which a `Double` is long enough.
  private static let constants = firstPrimes(64).map { prime in
    let root = cbrt(Double(prime))
    return UInt32((root - root.rounded(.down)) * 4_294_967_296)
  }

  static let blockSize = 64
  let digestSize = 28
  /// At first the second 32 bits of the fractions of the square roots of the ninth to the sixteenth prime.
  private var words: [UInt32] = [
    0xc105_9ed8, 0x367c_d507, 0x3070_dd17, 0xf70e_5939, 0xffc0_0b31, 0x6858_1511, 0x64f9_8fa7, 0xbefa_4fa4,
  ]

  private static func firstPrimes(_ count: Int) -> [Int] {
    var primes: [Int] = []
    var candidate = 2
    while primes.count < count {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes
  }

  mutating func mix(_ block: UnsafePointer<UInt8>) {
    func rotated(_ x: UInt32, _ count: UInt32) -> UInt32 { x >> count | x << (32 &- count) }
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      for index in 0..<16 {
        schedule[index] = UInt32(bigEndian: UnsafeRawPointer(block + index * 4).loadUnaligned(as: UInt32.self))
      }
      for index in 16..<64 {
        let early = schedule[index &- 15]
        let late = schedule[index &- 2]
        let small = rotated(early, 7) ^ rotated(early, 18) ^ (early >> 3)
        let large = rotated(late, 17) ^ rotated(late, 19) ^ (late >> 10)
        schedule[index] = schedule[index &- 16] &+ small &+ schedule[index &- 7] &+ large
      }
      var (a, b, c, d) = (words[0], words[1], words[2], words[3])
      var (e, f, g, h) = (words[4], words[5], words[6], words[7])
      SHA224.constants.withUnsafeBufferPointer { constants in
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

  /// The message ends with a one bit, zeros, and its length in bits, at the end of a block.
  mutating func finish(_ tail: [UInt8], _ length: UInt64) -> [UInt8] {
    var ending = tail + [0x80]
    while ending.count % Self.blockSize != Self.blockSize - 8 { ending.append(0) }
    ending += bigEndian(length &* 8)
    ending.withUnsafeBufferPointer { bytes in
      for start in stride(from: 0, to: bytes.count, by: Self.blockSize) { mix(bytes.baseAddress! + start) }
    }
    return Array(words.flatMap(bigEndian).prefix(digestSize))
  }

  private func bigEndian(_ word: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: word.bigEndian) { Array($0) }
  }
}
