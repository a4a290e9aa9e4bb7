// The sizes that small blocks come in.

/// Size classes: multiples of 16 up to 128 bytes, then four to a doubling, up to 32 KiB. Sizes include the header.
enum SizeClass {
  static let largest = 32768
  static let count = 37

  /// The class whose blocks hold `size` bytes (64 … 32768).
  @inline(__always)
  static func index(ofSize size: Int) -> Int {
    if size <= 128 { return max(0, (size - 49) >> 4) }
    // The size lies in (2^power, 2^(power+1)], divided in quarters.
    let power = Int.bitWidth - 1 - (size - 1).leadingZeroBitCount
    return 5 + (power - 7) &* 4 + ((size - 1) >> (power - 2)) - 4
  }

  /// The bytes of a block of a class.
  @inline(__always)
  static func size(ofClass index: Int) -> Int {
    if index < 5 { return 64 + index &* 16 }
    let step = index - 5
    return (5 + step & 3) << (5 + step >> 2)
  }
}
