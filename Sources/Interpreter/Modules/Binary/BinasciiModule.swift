// The module `binascii`: bytes as text of hexadecimal digits and in base 64, and checksums.

enum BinasciiModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.exception("Error", base: .ValueError)
    m.exception("Incomplete")
    for name in ["hexlify", "b2a_hex"] {
      m.function(name, "data, sep=, bytes_per_sep=", .three { (f, data, separator, group) throws(Raised) in
        var arguments: ContiguousArray<Value> = []
        if !separator.isUnbound { arguments.append(separator) }
        if !group.isUnbound { arguments.append(group) }
        let text = try f.callMethod(.bytes(BytesType.argument(f, data)), "hex", CallArguments(arguments))
        return .bytes(Array(text.str?.string.utf8 ?? "".utf8))
      })
    }
    for name in ["unhexlify", "a2b_hex"] {
      m.function(name, "hexstr, /", .one { (f, text) throws(Raised) in .bytes(try unhexlify(ascii(text, f), f)) })
    }
    m.function("b2a_base64", "data, /, *, newline=True", .two { (f, data, newline) throws(Raised) in
      let encoded = Base64.encode(try BytesType.argument(f, data))
      let endsLine = newline.isUnbound ? true : try f.truth(newline)
      return .bytes(endsLine ? encoded + [0x0a] : encoded)
    })
    m.function("a2b_base64", "data, /, *, strict_mode=False", .two { (f, data, strict) throws(Raised) in
      let isStrict = strict.isUnbound ? false : try f.truth(strict)
      return .bytes(try Base64.decode(ascii(data, f), isStrict: isStrict, f))
    })
    m.function("crc32", "data, crc=0, /", .two { (f, data, start) throws(Raised) in
      let start = start.isUnbound ? 0 : UInt32(truncatingIfNeeded: try f.integerValue(start).lowBits)
      return .int(Int(Checksums.crc32(try BytesType.argument(f, data), start)))
    })
    m.function("crc_hqx", "data, crc, /", .two { (f, data, start) throws(Raised) in
      let start = try f.index(start) & 0xffff
      return .int(Checksums.crcCCITT(try BytesType.argument(f, data), start))
    })
  }

  static func failure(_ message: String, _ f: Frame) -> Raised {
    f.error(f.types[module: "binascii.Error"], .text(message))
  }

  /// The bytes of a bytes-like object or of a text that is ASCII.
  private static func ascii(_ value: Value, _ f: Frame) throws(Raised) -> [UInt8] {
    if let text = value.payload.str {
      if !text.isASCII { throw f.valueError("string argument should contain only ASCII characters") }
      return Array(text.narrow)
    }
    if let bytes = BytesType.contents(value) { return bytes }
    throw f.typeError("argument should be bytes, buffer or ASCII string, not '\(f.typeName(value))'")
  }

  private static func unhexlify(_ digits: [UInt8], _ f: Frame) throws(Raised) -> [UInt8] {
    if digits.count % 2 != 0 { throw failure("Odd-length string", f) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    for index in Swift.stride(from: 0, to: digits.count, by: 2) {
      guard let high = ASCII.hexValue(UInt32(digits[index])), let low = ASCII.hexValue(UInt32(digits[index + 1])) else {
        throw failure("Non-hexadecimal digit found", f)
      }
      bytes.append(high << 4 | low)
    }
    return bytes
  }
}

/// Three bytes in four characters (RFC 4648).
enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let values: [UInt8?] = {
    var values = [UInt8?](repeating: nil, count: 256)
    for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
    return values
  }()

  static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits: UInt32 = 0
      for byte in group { bits = bits << 8 | UInt32(byte) }
      bits <<= UInt32(8 * (3 - group.count))
      for place in 0...group.count { text.append(alphabet[Int(bits >> UInt32(18 - 6 * place)) & 63]) }
      for _ in group.count..<3 { text.append(0x3d) }
    }
    return text
  }

  /// Characters that are none of the alphabet are skipped, unless `isStrict`.
  static func decode(_ text: [UInt8], isStrict: Bool, _ f: Frame) throws(Raised) -> [UInt8] {
    if isStrict, text.first == 0x3d { throw BinasciiModule.failure("Leading padding not allowed", f) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var bits: UInt32 = 0
    var count = 0
    var padding = 0
    for (index, character) in text.enumerated() {
      if character == 0x3d {
        padding += 1
        if count >= 2, count + padding >= 4 {
          if isStrict, index + 1 < text.count { throw BinasciiModule.failure("Excess data after padding", f) }
          return bytes
        }
        continue
      }
      guard let value = values[Int(character)] else {
        if isStrict { throw BinasciiModule.failure("Only base64 data is allowed", f) }
        continue
      }
      if padding > 0, isStrict { throw BinasciiModule.failure("Discontinuous padding not allowed", f) }
      padding = 0
      bits = bits << 6 | UInt32(value)
      count = (count + 1) % 4
      if count != 1 { bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count == 2 ? 4 : count == 3 ? 2 : 0))) }
    }
    if count == 1 {
      let number = bytes.count / 3 * 4 + 1
      throw BinasciiModule.failure(
        "Invalid base64-encoded string: number of data characters (\(number)) cannot be 1 more than a multiple of 4", f)
    }
    if count != 0 { throw BinasciiModule.failure("Incorrect padding", f) }
    return bytes
  }
}

enum Checksums {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { word, _ in word & 1 != 0 ? word >> 1 ^ 0xedb8_8320 : word >> 1 }
  }

  /// CRC-32 as zip files have it, going on from the checksum of what came before.
  static func crc32(_ bytes: [UInt8], _ start: UInt32) -> UInt32 {
    var word = ~start
    for byte in bytes { word = table[Int(UInt8(truncatingIfNeeded: word) ^ byte)] ^ word >> 8 }
    return ~word
  }

  /// The CRC of 16 bits with the polynomial of the CCITT.
  static func crcCCITT(_ bytes: [UInt8], _ start: Int) -> Int {
    bytes.reduce(start) { word, byte in
      (0..<8).reduce(word ^ Int(byte) << 8) { word, _ in
        (word & 0x8000 != 0 ? word << 1 ^ 0x1021 : word << 1) & 0xffff
      }
    }
  }
}
