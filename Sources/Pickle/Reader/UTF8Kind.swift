// Whether bytes are text.

/// What bytes are as UTF-8. Lone surrogates are allowed, as Python's `surrogatepass` writes them.
@frozen
@usableFromInline
enum UTF8Kind {
  case ascii, unicode, invalid

  @inlinable
  init(of bytes: UnsafeRawBufferPointer) {
    var position = 0
    while position + 8 <= bytes.count {
      guard bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 else { break }
      position += 8
    }
    while position < bytes.count, bytes[position] < 0x80 { position += 1 }
    self = position == bytes.count ? .ascii : Self.isUnicode(bytes, from: position) ? .unicode : .invalid
  }

  @usableFromInline
  static func isUnicode(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Bool {
    var position = start
    while position < bytes.count {
      let lead = bytes[position]
      position += 1
      if lead < 0x80 { continue }
      // The second byte's range keeps out overlong forms and what lies above U+10FFFF.
      let (more, second): (Int, ClosedRange<UInt8>)
      switch lead {
      case 0xC2...0xDF: (more, second) = (1, 0x80...0xBF)
      case 0xE0: (more, second) = (2, 0xA0...0xBF)
      case 0xE1...0xEF: (more, second) = (2, 0x80...0xBF)
      case 0xF0: (more, second) = (3, 0x90...0xBF)
      case 0xF1...0xF3: (more, second) = (3, 0x80...0xBF)
      case 0xF4: (more, second) = (3, 0x80...0x8F)
      default: return false
      }
      guard position + more <= bytes.count, second.contains(bytes[position]) else { return false }
      for offset in 1..<more where bytes[position + offset] & 0xC0 != 0x80 { return false }
      position += more
    }
    return true
  }
}
