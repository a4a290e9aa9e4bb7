// The sponge of SHA-3 (FIPS 202): 25 words of 64 bits.

/// SHA-3 of any size, and the SHAKE functions, whose digests are as long as one likes.
struct Sponge: ExtendableDigest {
  let digestSize: Int
  /// Bytes of the state that the message reaches.
  let blockSize: Int
  /// What marks the end of the message.
  private let ending: UInt8
  private var words = [UInt64](repeating: 0, count: 25)
  private var position = 0

  /// SHA-3.
  /// - Parameter capacity: bytes of the state that the message does not reach.
  init(capacity: Int, digestSize: Int) {
    self.init(capacity: capacity, digestSize: digestSize, ending: 6)
  }

  /// SHAKE.
  /// - Parameter capacity: bytes of the state that the message does not reach.
  init(shakeOfCapacity capacity: Int) {
    self.init(capacity: capacity, digestSize: 0, ending: 0x1f)
  }

  private init(capacity: Int, digestSize: Int, ending: UInt8) {
    self.digestSize = digestSize
    blockSize = 200 - capacity
    self.ending = ending
  }

  mutating func update(_ bytes: [UInt8]) {
    for byte in bytes {
      put(byte)
      if position == blockSize {
        permute()
        position = 0
      }
    }
  }

  private mutating func put(_ byte: UInt8) {
    words[position >> 3] ^= UInt64(byte) << UInt64(8 * (position & 7))
    position += 1
  }

  func digest() -> [UInt8] { digest(count: digestSize) }

  func digest(count: Int) -> [UInt8] {
    var squeezed = self
    squeezed.put(ending)
    squeezed.position = blockSize - 1
    squeezed.put(0x80)
    var digest: [UInt8] = []
    while digest.count < count {
      squeezed.permute()
      let bytes = squeezed.words.flatMap { word in withUnsafeBytes(of: word.littleEndian) { Array($0) } }
      digest += bytes.prefix(min(blockSize, count - digest.count))
    }
    return digest
  }

  /// Constants of the rounds, from a shift register of eight bits.
  private static let constants: [UInt64] = {
    var register: UInt8 = 1
    return (0..<24).map { _ in
      var constant: UInt64 = 0
      for power in 0..<7 {
        if register & 1 != 0 { constant |= 1 << ((1 << UInt64(power)) - 1) }
        register = register << 1 ^ (register & 0x80 != 0 ? 0x71 : 0)
      }
      return constant
    }
  }()

  private mutating func permute() {
    func rotated(_ x: UInt64, _ count: Int) -> UInt64 { count == 0 ? x : x << UInt64(count) | x >> UInt64(64 - count) }
    for constant in Sponge.constants {
      var columns = [UInt64](repeating: 0, count: 5)
      for (place, word) in words.enumerated() { columns[place % 5] ^= word }
      for x in 0..<5 {
        let parity = columns[(x + 4) % 5] ^ rotated(columns[(x + 1) % 5], 1)
        for y in 0..<5 { words[x + 5 * y] ^= parity }
      }
      var (x, y) = (1, 0)
      var moving = words[1]
      for step in 0..<24 {
        (x, y) = (y, (2 * x + 3 * y) % 5)
        let next = words[x + 5 * y]
        words[x + 5 * y] = rotated(moving, (step + 1) * (step + 2) / 2 % 64)
        moving = next
      }
      for y in 0..<5 {
        let row = Array(words[5 * y..<5 * y + 5])
        for x in 0..<5 {
          let masked: UInt64 = ~row[(x + 1) % 5] & row[(x + 2) % 5]
          words[x + 5 * y] = row[x] ^ masked
        }
      }
      words[0] ^= constant
    }
  }
}
