// Hash functions: what they have in common, and the state of a hash that is fed piece by piece.

/// A function that takes a message block by block.
public protocol HashFunction {
  /// Bytes of a block.
  static var blockSize: Int { get }
  /// Bytes of the digest.
  var digestSize: Int { get }
  /// Takes one block.
  mutating func mix(_ block: UnsafePointer<UInt8>)
  /// Takes what is left of the message, at most a block, and yields the digest.
  /// - Parameter length: of the whole message, in bytes.
  mutating func finish(_ tail: [UInt8], _ length: UInt64) -> [UInt8]
}

extension HashFunction {
  /// Takes bytes that are a number of whole blocks.
  mutating func absorb(_ blocks: [UInt8]) {
    blocks.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      for start in stride(from: 0, to: bytes.count, by: Self.blockSize) { mix(base + start) }
    }
  }
}

/// A hash of what has come so far.
public struct HashState {
  private var function: any HashFunction
  /// Bytes of a block.
  public let blockSize: Int
  private var tail: [UInt8] = []
  private var length: UInt64 = 0

  /// A hash to which nothing has come.
  public init<Function: HashFunction>(_ function: Function) {
    self.function = function
    blockSize = Function.blockSize
  }

  /// Bytes of the digest.
  public var digestSize: Int { function.digestSize }

  /// Takes more of the message.
  public mutating func update(_ bytes: [UInt8]) {
    length += UInt64(bytes.count)
    var start = 0
    if !tail.isEmpty {
      start = min(blockSize - tail.count, bytes.count)
      tail += bytes[..<start]
      // The last block stays until it is known to be the last.
      if tail.count < blockSize || start == bytes.count { return }
      function.absorb(tail)
      tail = []
    }
    bytes.withUnsafeBufferPointer { buffer in
      while bytes.count - start > blockSize {
        function.mix(buffer.baseAddress! + start)
        start += blockSize
      }
    }
    tail = Array(bytes[start...])
  }

  /// The first `count` bytes of the digest of what has come, where the function has one without end.
  public func digest(count: Int) -> [UInt8] {
    guard var sponge = function as? SHA3 else { return digest() }
    return sponge.digest(tail, count: count)
  }

  /// The digest of what has come; more may follow.
  public func digest() -> [UInt8] {
    var copy = function
    return copy.finish(tail, length)
  }
}

/// Words from bytes and bytes from words.
enum HashBytes {
  static func bigEndian32(_ bytes: UnsafePointer<UInt8>) -> UInt32 {
    UInt32(bigEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt32.self))
  }

  static func bigEndian64(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(bigEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
  }

  static func littleEndian32(_ bytes: UnsafePointer<UInt8>) -> UInt32 {
    UInt32(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt32.self))
  }

  static func littleEndian64(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
  }

  static func bigEndian<Word: FixedWidthInteger>(_ word: Word) -> [UInt8] {
    withUnsafeBytes(of: word.bigEndian) { Array($0) }
  }

  static func littleEndian<Word: FixedWidthInteger>(_ word: Word) -> [UInt8] {
    withUnsafeBytes(of: word.littleEndian) { Array($0) }
  }

  /// The end of a message as the older functions want it: a one bit, zeros, and the message's length in bits.
  static func padded(
    _ tail: [UInt8], _ length: UInt64, blockSize: Int, lengthSize: Int, isBigEndian: Bool
  ) -> [UInt8] {
    var padded = tail + [0x80]
    while padded.count % blockSize != blockSize - lengthSize { padded.append(0) }
    let bits = length &* 8
    if isBigEndian {
      padded += [UInt8](repeating: 0, count: lengthSize - 8)
      return padded + bigEndian(bits)
    }
    return padded + littleEndian(bits)
  }
}
