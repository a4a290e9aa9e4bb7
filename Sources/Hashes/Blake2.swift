// BLAKE2 (RFC 7693): `blake2b` over words of 64 bits, `blake2s` over words of 32.

/// BLAKE2 over words of 64 bits, and over words of 32. It may have a key, and a digest of any size up to its own.
public enum Blake2: String, CaseIterable, Sendable {
  case blake2b, blake2s

  /// The most bytes of a digest, and of a key.
  public var longestDigest: Int { self == .blake2b ? 64 : 32 }

  /// The digest of a message of which nothing has come.
  /// - Parameters:
  ///   - digestSize: bytes of the digest, 1 to ``longestDigest``.
  ///   - key: at most as long as the longest digest.
  public func begin(digestSize: Int, key: [UInt8] = []) -> any MessageDigest {
    var digest: any MessageDigest =
      switch self {
      case .blake2b: BlockDigest(Blake2Function<UInt64>(digestSize: digestSize, keySize: key.count))
      case .blake2s: BlockDigest(Blake2Function<UInt32>(digestSize: digestSize, keySize: key.count))
      }
    if !key.isEmpty { digest.update(key + [UInt8](repeating: 0, count: digest.blockSize - key.count)) }
    return digest
  }
}

/// The order in which each round takes the words of a block.
private let rounds: [[Int]] = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
  [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4], [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
  [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13], [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
  [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11], [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
  [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5], [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
]

/// Which words a round mixes: columns, then diagonals.
private let quarters: [(Int, Int, Int, Int)] = [
  (0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15), (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13),
  (3, 4, 9, 14),
]

/// A word that BLAKE2 is made of.
protocol Blake2Word: FixedWidthInteger & UnsignedInteger {
  /// The words that a hash begins with.
  static var initial: [Self] { get }
  /// By how many bits a round turns words.
  static var turns: (Self, Self, Self, Self) { get }
  static var roundCount: Int { get }
}

extension UInt64: Blake2Word {
  /// The fractions of the square roots of the first eight primes, of which ``UInt32`` has the first half.
  static let initial: [UInt64] = [
    0x6a09_e667_f3bc_c908, 0xbb67_ae85_84ca_a73b, 0x3c6e_f372_fe94_f82b, 0xa54f_f53a_5f1d_36f1,
    0x510e_527f_ade6_82d1, 0x9b05_688c_2b3e_6c1f, 0x1f83_d9ab_fb41_bd6b, 0x5be0_cd19_137e_2179,
  ]
  static var turns: (UInt64, UInt64, UInt64, UInt64) { (32, 24, 16, 63) }
  static var roundCount: Int { 12 }
}

extension UInt32: Blake2Word {
  static let initial = UInt64.initial.map { UInt32($0 >> 32) }
  static var turns: (UInt32, UInt32, UInt32, UInt32) { (16, 12, 8, 7) }
  static var roundCount: Int { 10 }
}

/// BLAKE2b over words of 64 bits, BLAKE2s over words of 32.
struct Blake2Function<Word: Blake2Word>: BlockFunction {
  static var blockSize: Int { 16 * MemoryLayout<Word>.size }
  let digestSize: Int
  private var words: [Word]
  private var taken: UInt64 = 0

  /// - Parameter keySize: bytes of the key, which is fed as a first block of its own.
  init(digestSize: Int, keySize: Int = 0) {
    self.digestSize = digestSize
    words = Word.initial
    words[0] ^= 0x0101_0000 ^ Word(keySize) << 8 ^ Word(digestSize)
  }

  mutating func mix(_ block: UnsafePointer<UInt8>) {
    taken += UInt64(Self.blockSize)
    compress(block, isLast: false)
  }

  private mutating func compress(_ block: UnsafePointer<UInt8>, isLast: Bool) {
    let bits = Word(Word.bitWidth)
    let turns = Word.turns
    func rotated(_ x: Word, _ count: Word) -> Word { x &>> count | x &<< (bits &- count) }
    let message = UnsafeRawPointer(block)
    func word(_ index: Int) -> Word {
      Word(littleEndian: message.loadUnaligned(fromByteOffset: index &* MemoryLayout<Word>.size, as: Word.self))
    }
    withUnsafeTemporaryAllocation(of: Word.self, capacity: 16) { state in
      for index in 0..<8 {
        state[index] = words[index]
        state[index &+ 8] = Word.initial[index]
      }
      state[12] ^= Word(truncatingIfNeeded: taken)
      if Word.bitWidth == 32 { state[13] ^= Word(truncatingIfNeeded: taken >> 32) }
      if isLast { state[14] = ~state[14] }
      for round in 0..<Word.roundCount {
        let order = rounds[round % 10]
        for index in 0..<8 {
          let (a, b, c, d) = quarters[index]
          state[a] = state[a] &+ state[b] &+ word(order[2 &* index])
          state[d] = rotated(state[d] ^ state[a], turns.0)
          state[c] = state[c] &+ state[d]
          state[b] = rotated(state[b] ^ state[c], turns.1)
          state[a] = state[a] &+ state[b] &+ word(order[2 &* index &+ 1])
          state[d] = rotated(state[d] ^ state[a], turns.2)
          state[c] = state[c] &+ state[d]
          state[b] = rotated(state[b] ^ state[c], turns.3)
        }
      }
      for index in 0..<8 { words[index] ^= state[index] ^ state[index &+ 8] }
    }
  }

  mutating func finish(_ tail: [UInt8], _ length: UInt64) -> [UInt8] {
    taken = length
    let block = tail + [UInt8](repeating: 0, count: Self.blockSize - tail.count)
    block.withUnsafeBufferPointer { compress($0.baseAddress!, isLast: true) }
    return Array(words.flatMap { word in withUnsafeBytes(of: word.littleEndian) { Array($0) } }.prefix(digestSize))
  }
}
