// From text to bytes.

/// Encodes one text.
struct TextEncoder {
  private let f: Frame
  private let text: Str
  /// The name of the error handler.
  private let errors: String
  private var bytes: [UInt8] = []

  init(_ f: Frame, _ text: Str, _ errors: String) {
    self.f = f
    self.text = text
    self.errors = errors
  }

  /// The text in an encoding.
  func encode(_ encoding: Codec) throws(Raised) -> [UInt8] {
    if text.isASCII {
      switch encoding {
      case .utf8, .ascii, .latin1: return text.latin1
      default: break
      }
    }
    var encoder = self
    try encoder.run(encoding)
    return encoder.bytes
  }

  private mutating func run(_ encoding: Codec) throws(Raised) {
    bytes.reserveCapacity(text.count)
    switch encoding {
    case .utf8: try encodeUTF8("utf-8")
    case .utf8Signature:
      bytes = [0xef, 0xbb, 0xbf]
      try encodeUTF8("utf-8")
    case .ascii: try encodeNarrow("ascii", limit: 0x80)
    case .latin1: try encodeNarrow("latin-1", limit: 0x100)
    case .utf16(let order): try encodeUTF16(order)
    case .utf32(let order): try encodeUTF32(order)
    case .unicodeEscape: encodeEscaped()
    case .rawUnicodeEscape: encodeRawEscaped()
    case .table(let table): try encode(by: table)
    }
  }

  // MARK: Encodings

  private mutating func encodeUTF8(_ name: String) throws(Raised) {
    var index = 0
    while index < text.count {
      let scalar = text[index]
      if scalar & 0xffff_f800 == 0xd800 {
        let end = runEnd(index) { $0 & 0xffff_f800 == 0xd800 }
        try handle(name, index, end, "surrogates not allowed", unit: .utf8)
        index = end
      } else {
        Str.appendUTF8(scalar, to: &bytes)
        index += 1
      }
    }
  }

  private mutating func encodeNarrow(_ name: String, limit: UInt32) throws(Raised) {
    var index = 0
    while index < text.count {
      if text[index] < limit {
        bytes.append(UInt8(text[index]))
        index += 1
      } else {
        let end = runEnd(index) { $0 >= limit }
        try handle(name, index, end, "ordinal not in range(\(limit))", unit: .byte(limit))
        index = end
      }
    }
  }

  private mutating func encode(by table: [UInt32]) throws(Raised) {
    var known: [UInt32: UInt8] = [:]
    for (offset, scalar) in table.enumerated() where scalar != 0xfffd { known[scalar] = UInt8(0x80 + offset) }
    let missing = { (scalar: UInt32) in scalar >= 0x80 && known[scalar] == nil }
    var index = 0
    while index < text.count {
      let scalar = text[index]
      if scalar < 0x80 {
        bytes.append(UInt8(scalar))
      } else if let byte = known[scalar] {
        bytes.append(byte)
      } else {
        let end = runEnd(index, missing)
        try handle("charmap", index, end, "character maps to <undefined>", unit: .byte(0x80))
        index = end
        continue
      }
      index += 1
    }
  }

  private mutating func encodeUTF16(_ order: Codec.ByteOrder) throws(Raised) {
    let isBig = order == .big
    let name = order == .marked ? "utf-16" : isBig ? "utf-16-be" : "utf-16-le"
    if order == .marked { append16(0xfeff, isBig) }
    for index in 0..<text.count {
      let scalar = text[index]
      if scalar >= 0x10000 {
        append16(0xd800 + (scalar - 0x10000) >> 10, isBig)
        append16(0xdc00 + scalar & 0x3ff, isBig)
      } else if scalar & 0xf800 == 0xd800 {
        try handle(name, index, index + 1, "surrogates not allowed", unit: .utf16(isBig))
      } else {
        append16(scalar, isBig)
      }
    }
  }

  private mutating func encodeUTF32(_ order: Codec.ByteOrder) throws(Raised) {
    let isBig = order == .big
    let name = order == .marked ? "utf-32" : isBig ? "utf-32-be" : "utf-32-le"
    if order == .marked { append32(0xfeff, isBig) }
    for index in 0..<text.count {
      if text[index] & 0xffff_f800 == 0xd800 {
        try handle(name, index, index + 1, "surrogates not allowed", unit: .utf32(isBig))
      } else {
        append32(text[index], isBig)
      }
    }
  }

  private mutating func append16(_ unit: UInt32, _ isBig: Bool) {
    let (low, high) = (UInt8(unit & 0xff), UInt8(unit >> 8))
    bytes += isBig ? [high, low] : [low, high]
  }

  private mutating func append32(_ unit: UInt32, _ isBig: Bool) {
    withUnsafeBytes(of: isBig ? unit.bigEndian : unit.littleEndian) { bytes += $0 }
  }

  private mutating func encodeEscaped() {
    for index in 0..<text.count {
      let scalar = text[index]
      switch scalar {
      case 0x0a: bytes += "\\n".utf8
      case 0x0d: bytes += "\\r".utf8
      case 0x09: bytes += "\\t".utf8
      case 0x5c: bytes += "\\\\".utf8
      case 0x20..<0x7f: bytes.append(UInt8(scalar))
      default: appendEscape(scalar)
      }
    }
  }

  private mutating func encodeRawEscaped() {
    for index in 0..<text.count {
      if text[index] < 0x100 { bytes.append(UInt8(text[index])) } else { appendEscape(text[index]) }
    }
  }

  private mutating func appendEscape(_ scalar: UInt32) {
    var builder = StrBuilder()
    StrType.appendHexEscape(scalar, to: &builder)
    bytes += builder.finish().latin1
  }

  // MARK: Errors

  /// How an encoding writes what an error handler puts in the place of characters.
  private enum Unit {
    case utf8
    case utf16(Bool)
    case utf32(Bool)
    /// One byte for scalars below the limit.
    case byte(UInt32)
  }

  /// The end of the run of characters from `start` on for which `isBad` holds.
  private func runEnd(_ start: Int, _ isBad: (UInt32) -> Bool) -> Int {
    var end = start + 1
    while end < text.count, isBad(text[end]) { end += 1 }
    return end
  }

  /// Has the error handler deal with the characters that cannot be encoded.
  private mutating func handle(
    _ name: String, _ start: Int, _ end: Int, _ reason: String, unit: Unit
  ) throws(Raised) {
    func error() -> Raised { f.codecError(.UnicodeEncodeError, name, .object(text), start, end, reason) }
    switch errors {
    case "strict": throw error()
    case "ignore": break
    case "replace": for _ in start..<end { append(0x3f, unit) }
    case "backslashreplace":
      for index in start..<end { append(escape(text[index]), unit) }
    case "xmlcharrefreplace":
      for index in start..<end { append(Str("&#\(text[index]);"), unit) }
    case "namereplace":
      for index in start..<end { append(nameEscape(text[index]), unit) }
    case "surrogateescape":
      guard (start..<end).allSatisfy({ (0xdc80...0xdcff).contains(text[$0]) }) else { throw error() }
      for index in start..<end { bytes.append(UInt8(text[index] - 0xdc00)) }
    case "surrogatepass":
      guard (start..<end).allSatisfy({ text[$0] & 0xffff_f800 == 0xd800 }) else { throw error() }
      if case .byte = unit { throw error() }
      for index in start..<end { append(text[index], unit) }
    default: throw f.error(.LookupError, "unknown error handler name '\(errors)'")
    }
  }

  private func escape(_ scalar: UInt32) -> Str {
    var builder = StrBuilder()
    StrType.appendHexEscape(scalar, to: &builder)
    return builder.finish()
  }

  private func nameEscape(_ scalar: UInt32) -> Str {
    guard let name = UnicodeData.name(scalar) else { return escape(scalar) }
    return Str("\\N{\(name)}")
  }

  private mutating func append(_ replacement: Str, _ unit: Unit) {
    for index in 0..<replacement.count { append(replacement[index], unit) }
  }

  private mutating func append(_ scalar: UInt32, _ unit: Unit) {
    switch unit {
    case .utf8: Str.appendUTF8(scalar, to: &bytes)
    case .utf16(let isBig): append16(scalar, isBig)
    case .utf32(let isBig): append32(scalar, isBig)
    case .byte: bytes.append(UInt8(scalar))
    }
  }
}
