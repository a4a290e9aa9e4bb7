// MD5 (RFC 1321) and SHA-1 (FIPS 180-4): old, broken, and still asked for.
import Glibc

/// MD5: 16 bytes.
public struct MD5: HashFunction {
  /// 2³² times the sines of 1, 2, 3, … radians.
  private static let constants = (1...64).map { UInt32(abs(sin(Double($0))) * 4_294_967_296) }
  private static let turns: [UInt32] = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]

  public static let blockSize = 64
  public let digestSize = 16
  private var words: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476]

  public init() {}

  public mutating func mix(_ block: UnsafePointer<UInt8>) {
    var (a, b, c, d) = (words[0], words[1], words[2], words[3])
    for index in 0..<64 {
      let mixed: UInt32
      let source: Int
      switch index >> 4 {
      case 0: (mixed, source) = ((b & c) | (~b & d), index)
      case 1: (mixed, source) = ((d & b) | (~d & c), 5 * index + 1)
      case 2: (mixed, source) = (b ^ c ^ d, 3 * index + 5)
      default: (mixed, source) = (c ^ (b | ~d), 7 * index)
      }
      let word = HashBytes.littleEndian32(block + (source & 15) * 4)
      let sum = a &+ mixed &+ MD5.constants[index] &+ word
      let turn = MD5.turns[(index >> 4) * 4 + index % 4]
      (a, d, c, b) = (d, c, b, b &+ (sum << turn | sum >> (32 - turn)))
    }
    for (index, word) in [a, b, c, d].enumerated() { words[index] &+= word }
  }

  public mutating func finish(_ tail: [UInt8], _ length: UInt64) -> [UInt8] {
    absorb(HashBytes.padded(tail, length, blockSize: 64, lengthSize: 8, isBigEndian: false))
    return words.flatMap { HashBytes.littleEndian($0) }
  }
}

/// SHA-1: 20 bytes.
public struct SHA1: HashFunction {
  private static let constants: [UInt32] = [0x5a82_7999, 0x6ed9_eba1, 0x8f1b_bcdc, 0xca62_c1d6]

  public static let blockSize = 64
  public let digestSize = 20
  private var words: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]

  public init() {}

  public mutating func mix(_ block: UnsafePointer<UInt8>) {
    func rotated(_ x: UInt32, _ count: UInt32) -> UInt32 { x << count | x >> (32 &- count) }
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 80) { schedule in
      for index in 0..<16 { schedule[index] = HashBytes.bigEndian32(block + index * 4) }
      for index in 16..<80 {
        let mixed = schedule[index &- 3] ^ schedule[index &- 8] ^ schedule[index &- 14] ^ schedule[index &- 16]
        schedule[index] = rotated(mixed, 1)
      }
      var (a, b, c, d, e) = (words[0], words[1], words[2], words[3], words[4])
      for index in 0..<80 {
        let phase = index / 20
        let mixed =
          switch phase {
          case 0: (b & c) | (~b & d)
          case 2: (b & c) | (b & d) | (c & d)
          default: b ^ c ^ d
          }
        let sum = rotated(a, 5) &+ mixed &+ e &+ SHA1.constants[phase] &+ schedule[index]
        (e, d, c, b, a) = (d, c, rotated(b, 30), a, sum)
      }
      for (index, word) in [a, b, c, d, e].enumerated() { words[index] &+= word }
    }
  }

  public mutating func finish(_ tail: [UInt8], _ length: UInt64) -> [UInt8] {
    absorb(HashBytes.padded(tail, length, blockSize: 64, lengthSize: 8, isBigEndian: true))
    return words.flatMap { HashBytes.bigEndian($0) }
  }
}
