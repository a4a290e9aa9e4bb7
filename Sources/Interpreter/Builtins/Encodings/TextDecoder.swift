// From bytes to text.

/// Decodes one run of bytes.
struct TextDecoder {
  private let f: Frame
  private let bytes: [UInt8]
  /// The name of the error handler.
  private let errors: String

  init(_ f: Frame, _ bytes: [UInt8], _ errors: String) {
    self.f = f
    self.bytes = bytes
    self.errors = errors
  }

  /// The bytes as text of an encoding.
  func decode(_ encoding: Codec) throws(Raised) -> Str {
    switch encoding {
    case .utf8: return try decodeUTF8(from: 0)
    case .utf8Signature: return try decodeUTF8(from: bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0)
    case .latin1: return bytes.withUnsafeBufferPointer { Str(latin1: $0) }
    case .ascii: return try decodeASCII()
    case .utf16(let order): return try decodeUTF16(order)
    case .utf32(let order): return try decodeUTF32(order)
    case .unicodeEscape: return try EscapeDecoder(self, bytes, name: "unicodeescape").decode()
    case .rawUnicodeEscape: return try EscapeDecoder(self, bytes, name: "rawunicodeescape").decodeRaw()
    case .table(let table): return try decode(by: table)
    }
  }

  // MARK: Encodings of one byte

  private func decodeASCII() throws(Raised) -> Str {
    if let plain = plainText(from: 0) { return plain }
    var builder = StrBuilder(capacity: bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        builder.append(ascii: bytes[index])
        index += 1
      } else {
        index = try handle("ascii", index, index + 1, "ordinal not in range(128)", to: &builder)
      }
    }
    return builder.finish()
  }

  private func decode(by table: [UInt32]) throws(Raised) -> Str {
    var builder = StrBuilder(capacity: bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let scalar = byte < 0x80 ? UInt32(byte) : table[Int(byte) - 0x80]
      if scalar == 0xfffd {
        index = try handle("charmap", index, index + 1, "character maps to <undefined>", to: &builder)
      } else {
        builder.append(scalar)
        index += 1
      }
    }
    return builder.finish()
  }

  /// The bytes from `start` on as text, if they are all ASCII.
  private func plainText(from start: Int) -> Str? {
    bytes.withUnsafeBufferPointer { buffer in
      let rest = UnsafeBufferPointer(rebasing: buffer[start...])
      return Str.isASCII(rest) ? Str(latin1: rest, isASCII: true) : nil
    }
  }

  // MARK: UTF-8

  private func decodeUTF8(from start: Int) throws(Raised) -> Str {
    if let plain = plainText(from: start) { return plain }
    var builder = StrBuilder(capacity: bytes.count)
    var index = start
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        builder.append(ascii: lead)
        index += 1
        continue
      }
      switch sequence(at: index) {
      case .scalar(let scalar, let length):
        builder.append(scalar)
        index += length
      case .malformed(let length, let reason):
        index = try handle("utf-8", index, index + length, reason, to: &builder)
      }
    }
    return builder.finish()
  }

  private enum Sequence {
    case scalar(UInt32, length: Int)
    /// The longest beginning of a well-formed sequence, or one byte.
    case malformed(length: Int, reason: String)
  }

  /// Reads the sequence of a lead byte past ASCII.
  private func sequence(at index: Int) -> Sequence {
    let lead = bytes[index]
    let length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
    guard lead >= 0xc2 && lead < 0xf5 else { return .malformed(length: 1, reason: "invalid start byte") }
    var scalar = UInt32(lead) & (0xff >> UInt32(length + 1))
    for offset in 1..<length {
      guard index + offset < bytes.count else { return .malformed(length: offset, reason: "unexpected end of data") }
      let byte = bytes[index + offset]
      guard isContinuation(byte, lead, offset) else {
        return .malformed(length: offset, reason: "invalid continuation byte")
      }
      scalar = scalar << 6 | UInt32(byte & 0x3f)
    }
    return .scalar(scalar, length: length)
  }

  /// Whether a byte may stand at an offset after the lead: the second byte excludes overlong forms, surrogates and
  /// what lies past U+10FFFF.
  private func isContinuation(_ byte: UInt8, _ lead: UInt8, _ offset: Int) -> Bool {
    guard byte & 0xc0 == 0x80 else { return false }
    guard offset == 1 else { return true }
    switch lead {
    case 0xe0: return byte >= 0xa0
    case 0xed: return byte < 0xa0
    case 0xf0: return byte >= 0x90
    case 0xf4: return byte < 0x90
    default: return true
    }
  }

  // MARK: UTF-16 and UTF-32

  private func decodeUTF16(_ order: Codec.ByteOrder) throws(Raised) -> Str {
    var isBig = order == .big
    var index = 0
    if order == .marked, bytes.count >= 2 {
      if bytes[0] == 0xff && bytes[1] == 0xfe { index = 2 }
      if bytes[0] == 0xfe && bytes[1] == 0xff { (index, isBig) = (2, true) }
    }
    let name = isBig ? "utf-16-be" : "utf-16-le"
    func unit(_ index: Int) -> UInt32 {
      isBig
        ? UInt32(bytes[index]) << 8 | UInt32(bytes[index + 1]) : UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index])
    }
    var builder = StrBuilder(capacity: bytes.count / 2)
    while index < bytes.count {
      if index + 1 == bytes.count {
        index = try handle(name, index, index + 1, "truncated data", to: &builder)
        continue
      }
      let first = unit(index)
      if first & 0xf800 != 0xd800 {
        builder.append(first)
        index += 2
      } else if first >= 0xdc00 {
        index = try handle(name, index, index + 2, "illegal encoding", to: &builder)
      } else if index + 4 > bytes.count {
        index = try handle(name, index, bytes.count, "unexpected end of data", to: &builder)
      } else {
        let second = unit(index + 2)
        if second & 0xfc00 == 0xdc00 {
          builder.append(0x10000 + (first & 0x3ff) << 10 + second & 0x3ff)
          index += 4
        } else {
          index = try handle(name, index, index + 2, "illegal UTF-16 surrogate", to: &builder)
        }
      }
    }
    return builder.finish()
  }

  private func decodeUTF32(_ order: Codec.ByteOrder) throws(Raised) -> Str {
    var isBig = order == .big
    var index = 0
    if order == .marked, bytes.count >= 4 {
      if bytes.starts(with: [0xff, 0xfe, 0, 0]) { index = 4 }
      if bytes.starts(with: [0, 0, 0xfe, 0xff]) { (index, isBig) = (4, true) }
    }
    let name = isBig ? "utf-32-be" : "utf-32-le"
    var builder = StrBuilder(capacity: bytes.count / 4)
    while index < bytes.count {
      if index + 4 > bytes.count {
        index = try handle(name, index, bytes.count, "truncated data", to: &builder)
        continue
      }
      var scalar: UInt32 = 0
      for offset in 0..<4 { scalar = scalar << 8 | UInt32(bytes[index + (isBig ? offset : 3 - offset)]) }
      if scalar & 0xffff_f800 == 0xd800 {
        let reason = "code point in surrogate code point range(0xd800, 0xe000)"
        index = try handle(name, index, index + 4, reason, to: &builder)
      } else if scalar >= 0x110000 {
        index = try handle(name, index, index + 4, "code point not in range(0x110000)", to: &builder)
      } else {
        builder.append(scalar)
        index += 4
      }
    }
    return builder.finish()
  }

  // MARK: Errors

  /// Has the error handler deal with the bytes that cannot be decoded. Returns where to go on.
  func handle(
    _ name: String, _ start: Int, _ end: Int, _ reason: String, to builder: inout StrBuilder
  ) throws(Raised) -> Int {
    func error() -> Raised { f.codecError(.UnicodeDecodeError, name, .bytes(bytes), start, end, reason) }
    switch errors {
    case "strict": throw error()
    case "ignore": return end
    case "replace":
      builder.append(0xfffd)
      return end
    case "backslashreplace":
      for byte in bytes[start..<end] { StrType.appendHexEscape(UInt32(byte), to: &builder) }
      return end
    case "surrogateescape":
      var index = start
      while index < end, bytes[index] >= 0x80 {
        builder.append(0xdc00 + UInt32(bytes[index]))
        index += 1
      }
      if index == start { throw error() }
      return index
    case "surrogatepass":
      guard let (surrogate, length) = surrogate(name, start) else { throw error() }
      builder.append(surrogate)
      return start + length
    default: throw f.error(.LookupError, "unknown error handler name '\(errors)'")
    }
  }

  /// The lone surrogate that is encoded at an index, and its length in bytes.
  private func surrogate(_ name: String, _ index: Int) -> (UInt32, Int)? {
    let scalar: UInt32
    let length: Int
    func byte(_ offset: Int) -> UInt32? { index + offset < bytes.count ? UInt32(bytes[index + offset]) : nil }
    guard let a = byte(0), let b = byte(1) else { return nil }
    switch name {
    case "utf-8":
      guard let c = byte(2), a & 0xf0 == 0xe0, b & 0xc0 == 0x80, c & 0xc0 == 0x80 else { return nil }
      (scalar, length) = ((a & 15) << 12 | (b & 0x3f) << 6 | c & 0x3f, 3)
    case "utf-16-le": (scalar, length) = (b << 8 | a, 2)
    case "utf-16-be": (scalar, length) = (a << 8 | b, 2)
    case "utf-32-le":
      guard let c = byte(2), let d = byte(3) else { return nil }
      (scalar, length) = (d << 24 | c << 16 | b << 8 | a, 4)
    case "utf-32-be":
      guard let c = byte(2), let d = byte(3) else { return nil }
      (scalar, length) = (a << 24 | b << 16 | c << 8 | d, 4)
    default: return nil
    }
    return scalar & 0xffff_f800 == 0xd800 ? (scalar, length) : nil
  }
}
