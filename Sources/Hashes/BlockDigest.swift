// Functions that take a message block by block, and the cutting of pieces into blocks.

/// A function that takes a message block by block.
protocol BlockFunction {
  /// Bytes of a block.
  static var blockSize: Int { get }
  /// Bytes of the digest.
  var digestSize: Int { get }
  /// Takes one block, which is not the last.
  mutating func mix(_ block: UnsafePointer<UInt8>)
  /// Takes what is left of the message, at most a block, and yields the digest.
  /// - Parameter length: of the whole message, in bytes.
  mutating func finish(_ tail: [UInt8], _ length: UInt64) -> [UInt8]
}

/// The digest that a function of blocks makes.
struct BlockDigest<Function: BlockFunction>: MessageDigest {
  private var function: Function
  private var tail: [UInt8] = []
  private var length: UInt64 = 0

  /// The digest of a message of which nothing has come.
  init(_ function: Function) { self.function = function }

  var blockSize: Int { Function.blockSize }
  var digestSize: Int { function.digestSize }

  mutating func update(_ bytes: [UInt8]) {
    length += UInt64(bytes.count)
    let waiting = tail + bytes
    // The last block stays until it is known to be the last.
    let blocks = max(0, waiting.count - 1) / blockSize
    waiting.withUnsafeBufferPointer { buffer in
      for block in 0..<blocks { function.mix(buffer.baseAddress! + block * blockSize) }
    }
    tail = Array(waiting[(blocks * blockSize)...])
  }

  func digest() -> [UInt8] {
    var copy = function
    return copy.finish(tail, length)
  }
}
