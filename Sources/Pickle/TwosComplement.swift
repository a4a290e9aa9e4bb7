// Ints as bytes: two's complement, least significant byte first, of any length.

extension UnsafeRawBufferPointer {
  /// The shortest end-trimmed form with the same value; zero is no bytes.
  @usableFromInline
  var withoutRedundantSign: UnsafeRawBufferPointer {
    var count = count
    while count > 0 {
      let top = self[count - 1]
      let extended = count > 1 ? self[count - 2] & 0x80 != 0 : false
      guard top == 0 && !extended || top == 0xFF && extended else { break }
      count -= 1
    }
    return UnsafeRawBufferPointer(rebasing: self[0..<count])
  }
}

extension Int {
  /// The value of at most eight bytes.
  @inlinable
  init(littleEndianTwosComplement bytes: UnsafeRawBufferPointer) {
    var bits: UInt64 = 0
    for (position, byte) in bytes.enumerated() { bits |= UInt64(byte) << UInt64(position * 8) }
    let unused = Int64((8 - bytes.count) * 8)
    self = bytes.isEmpty ? 0 : Int((Int64(bitPattern: bits) << unused) >> unused)
  }
}
