// Keyed digests: how a peer shows that it knows the key without saying it.

/// The digests with which the two sides can authenticate each other, by their names on the wire.
public enum Digest: String, CaseIterable, Sendable {
  case md5, sha256

  /// Bytes of a digest.
  public var count: Int {
    switch self {
    case .md5: 16
    case .sha256: 32
    }
  }

  /// The digest of a message.
  public func hash(_ message: [UInt8]) -> [UInt8] {
    switch self {
    case .md5: Blocks.digest(message, MD5())
    case .sha256: Blocks.digest(message, SHA256())
    }
  }

  /// HMAC (RFC 2104) of a message under a key.
  public func authenticate(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
    var padded = key.count > Blocks.size ? hash(key) : key
    padded += [UInt8](repeating: 0, count: Blocks.size - padded.count)
    let inner = hash(padded.map { $0 ^ 0x36 } + message)
    return hash(padded.map { $0 ^ 0x5c } + inner)
  }
}

/// Whether two byte strings are equal, in a time that depends on their lengths only.
func equalsInConstantTime(_ a: [UInt8], _ b: [UInt8]) -> Bool {
  guard a.count == b.count else { return false }
  var difference: UInt8 = 0
  for index in a.indices { difference |= a[index] ^ b[index] }
  return difference == 0
}

/// A hash over blocks of 64 bytes whose state is a few 32-bit words.
private protocol BlockHash {
  /// Whether words and the length are written with the highest byte first.
  static var isBigEndian: Bool { get }
  var state: [UInt32] { get }
  /// Takes in 16 words.
  mutating func absorb(_ words: [UInt32])
}

/// What the hashes have in common: a one bit, zeros and the length in bits fill the last block.
private enum Blocks {
  static let size = 64

  static func digest<Hash: BlockHash>(_ message: [UInt8], _ initial: Hash) -> [UInt8] {
    var hash = initial
    var padded = message + [0x80]
    padded += [UInt8](repeating: 0, count: (120 - padded.count % size) % size)
    let bits = UInt64(message.count) &* 8
    padded += withUnsafeBytes(of: Hash.isBigEndian ? bits.bigEndian : bits.littleEndian) { Array($0) }
    for start in stride(from: 0, to: padded.count, by: size) {
      hash.absorb(
        (0..<16).map { index in
          let word = padded.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: start + 4 * index, as: UInt32.self) }
          return Hash.isBigEndian ? UInt32(bigEndian: word) : UInt32(littleEndian: word)
        })
    }
    return hash.state.flatMap { word in
      withUnsafeBytes(of: Hash.isBigEndian ? word.bigEndian : word.littleEndian) { Array($0) }
    }
  }
}

extension UInt32 {
  fileprivate func rotatedLeft(_ count: UInt32) -> UInt32 { self << count | self >> (32 - count) }
  fileprivate func rotatedRight(_ count: UInt32) -> UInt32 { self >> count | self << (32 - count) }
}

/// MD5 (RFC 1321).
private struct MD5: BlockHash {
  static let isBigEndian = false
  private(set) var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476]

  private static let shifts: [[UInt32]] = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]]
  private static let constants: [UInt32] = [
    0xd76a_a478, 0xe8c7_b756, 0x2420_70db, 0xc1bd_ceee, 0xf57c_0faf, 0x4787_c62a, 0xa830_4613, 0xfd46_9501,
    0x6980_98d8, 0x8b44_f7af, 0xffff_5bb1, 0x895c_d7be, 0x6b90_1122, 0xfd98_7193, 0xa679_438e, 0x49b4_0821,
    0xf61e_2562, 0xc040_b340, 0x265e_5a51, 0xe9b6_c7aa, 0xd62f_105d, 0x0244_1453, 0xd8a1_e681, 0xe7d3_fbc8,
    0x21e1_cde6, 0xc337_07d6, 0xf4d5_0d87, 0x455a_14ed, 0xa9e3_e905, 0xfcef_a3f8, 0x676f_02d9, 0x8d2a_4c8a,
    0xfffa_3942, 0x8771_f681, 0x6d9d_6122, 0xfde5_380c, 0xa4be_ea44, 0x4bde_cfa9, 0xf6bb_4b60, 0xbebf_bc70,
    0x289b_7ec6, 0xeaa1_27fa, 0xd4ef_3085, 0x0488_1d05, 0xd9d4_d039, 0xe6db_99e5, 0x1fa2_7cf8, 0xc4ac_5665,
    0xf429_2244, 0x432a_ff97, 0xab94_23a7, 0xfc93_a039, 0x655b_59c3, 0x8f0c_cc92, 0xffef_f47d, 0x8584_5dd1,
    0x6fa8_7e4f, 0xfe2c_e6e0, 0xa301_4314, 0x4e08_11a1, 0xf753_7e82, 0xbd3a_f235, 0x2ad7_d2bb, 0xeb86_d391,
  ]

  mutating func absorb(_ words: [UInt32]) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    for step in 0..<64 {
      let (mixed, word): (UInt32, Int) =
        switch step / 16 {
        case 0: (b & c | ~b & d, step)
        case 1: (d & b | ~d & c, (5 * step + 1) % 16)
        case 2: (b ^ c ^ d, (3 * step + 5) % 16)
        default: (c ^ (b | ~d), 7 * step % 16)
        }
      let sum = a &+ mixed &+ MD5.constants[step] &+ words[word]
      (a, d, c) = (d, c, b)
      b = b &+ sum.rotatedLeft(MD5.shifts[step / 16][step % 4])
    }
    for (index, word) in [a, b, c, d].enumerated() { state[index] &+= word }
  }
}

/// SHA-256 (FIPS 180-4).
private struct SHA256: BlockHash {
  static let isBigEndian = true
  private(set) var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]

  mutating func absorb(_ block: [UInt32]) {
    var words = block
    for index in 16..<64 {
      let (early, late) = (words[index - 15], words[index - 2])
      let small = early.rotatedRight(7) ^ early.rotatedRight(18) ^ early >> 3
      let large = late.rotatedRight(17) ^ late.rotatedRight(19) ^ late >> 10
      words.append(words[index - 16] &+ small &+ words[index - 7] &+ large)
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for step in 0..<64 {
      let choice = e & f ^ ~e & g
      let majority = a & b ^ a & c ^ b & c
      let high = e.rotatedRight(6) ^ e.rotatedRight(11) ^ e.rotatedRight(25)
      let low = a.rotatedRight(2) ^ a.rotatedRight(13) ^ a.rotatedRight(22)
      let first = h &+ high &+ choice &+ SHA256.constants[step] &+ words[step]
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ low &+ majority)
    }
    for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= word }
  }
}
