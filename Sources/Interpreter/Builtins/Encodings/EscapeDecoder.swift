// Decoding of `unicode_escape` and `raw_unicode_escape`: Latin-1 with Python's backslash escapes.

/// Decodes backslash escapes.
struct EscapeDecoder {
  private let decoder: TextDecoder
  private let bytes: [UInt8]
  /// The codec's name in messages.
  private let name: String

  init(_ decoder: TextDecoder, _ bytes: [UInt8], name: String) {
    self.decoder = decoder
    self.bytes = bytes
    self.name = name
  }

  /// All escapes of string literals.
  func decode() throws(Raised) -> Str {
    var builder = StrBuilder(capacity: bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x5c {
        index = try escape(at: index, to: &builder)
      } else {
        builder.append(UInt32(bytes[index]))
        index += 1
      }
    }
    return builder.finish()
  }

  /// `\uhhhh` and `\Uhhhhhhhh` alone.
  func decodeRaw() throws(Raised) -> Str {
    var builder = StrBuilder(capacity: bytes.count)
    var index = 0
    while index < bytes.count {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if bytes[index] == 0x5c, next == UInt8(ascii: "u") || next == UInt8(ascii: "U") {
        index = try hexEscape(at: index, digits: next == UInt8(ascii: "u") ? 4 : 8, to: &builder)
      } else if bytes[index] == 0x5c, index + 1 < bytes.count {
        builder.append(0x5c)
        builder.append(UInt32(next))
        index += 2
      } else {
        builder.append(UInt32(bytes[index]))
        index += 1
      }
    }
    return builder.finish()
  }

  /// Appends what the escape at `index` stands for. Returns where to go on.
  private func escape(at index: Int, to builder: inout StrBuilder) throws(Raised) -> Int {
    guard index + 1 < bytes.count else {
      return try decoder.handle(name, index, index + 1, "\\ at end of string", to: &builder)
    }
    let letter = bytes[index + 1]
    switch letter {
    case UInt8(ascii: "\n"): break
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): builder.append(ascii: letter)
    case UInt8(ascii: "a"): builder.append(ascii: 7)
    case UInt8(ascii: "b"): builder.append(ascii: 8)
    case UInt8(ascii: "t"): builder.append(ascii: 9)
    case UInt8(ascii: "n"): builder.append(ascii: 10)
    case UInt8(ascii: "v"): builder.append(ascii: 11)
    case UInt8(ascii: "f"): builder.append(ascii: 12)
    case UInt8(ascii: "r"): builder.append(ascii: 13)
    case UInt8(ascii: "0")...UInt8(ascii: "7"): return octalEscape(at: index, to: &builder)
    case UInt8(ascii: "x"): return try hexEscape(at: index, digits: 2, to: &builder)
    case UInt8(ascii: "u"): return try hexEscape(at: index, digits: 4, to: &builder)
    case UInt8(ascii: "U"): return try hexEscape(at: index, digits: 8, to: &builder)
    case UInt8(ascii: "N"): return try nameEscape(at: index, to: &builder)
    default:
      builder.append(ascii: 0x5c)
      builder.append(UInt32(letter))
    }
    return index + 2
  }

  private func octalEscape(at index: Int, to builder: inout StrBuilder) -> Int {
    var end = index + 1
    var scalar: UInt32 = 0
    while end < bytes.count, end < index + 4, bytes[end] &- 0x30 < 8 {
      scalar = scalar << 3 | UInt32(bytes[end] - 0x30)
      end += 1
    }
    builder.append(scalar)
    return end
  }

  private func hexEscape(at index: Int, digits: Int, to builder: inout StrBuilder) throws(Raised) -> Int {
    var end = index + 2
    var scalar: UInt32 = 0
    while end < bytes.count, end < index + 2 + digits, let digit = ASCII.hexValue(UInt32(bytes[end])) {
      scalar = scalar << 4 | UInt32(digit)
      end += 1
    }
    guard end == index + 2 + digits else {
      let shape = digits == 2 ? "\\xXX" : digits == 4 ? "\\uXXXX" : "\\UXXXXXXXX"
      return try decoder.handle(name, index, end, "truncated \(shape) escape", to: &builder)
    }
    guard scalar < 0x110000 else {
      let reason = name == "unicodeescape" ? "illegal Unicode character" : "\\Uxxxxxxxx out of range"
      return try decoder.handle(name, index, end, reason, to: &builder)
    }
    builder.append(scalar)
    return end
  }

  private func nameEscape(at index: Int, to builder: inout StrBuilder) throws(Raised) -> Int {
    guard index + 2 < bytes.count, bytes[index + 2] == 0x7b,
      let close = bytes[(index + 3)...].firstIndex(of: 0x7d), close > index + 3
    else {
      return try decoder.handle(name, index, index + 2, "malformed \\N character escape", to: &builder)
    }
    guard let scalar = UnicodeData.scalar(named: String(decoding: bytes[(index + 3)..<close], as: UTF8.self)) else {
      return try decoder.handle(name, index, close + 1, "unknown Unicode character name", to: &builder)
    }
    builder.append(scalar)
    return close + 1
  }
}
