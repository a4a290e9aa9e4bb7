// The encodings of text, by name.

/// How text becomes bytes and back.
enum Codec {
  case utf8
  /// UTF-8 with a byte order mark at the beginning.
  case utf8Signature
  case ascii
  case latin1
  case utf16(ByteOrder)
  case utf32(ByteOrder)
  case unicodeEscape
  case rawUnicodeEscape
  /// A table for the bytes from 0x80 on; U+FFFD marks those that are not assigned.
  case table([UInt32])

  enum ByteOrder {
    case little, big
    /// Little-endian with a byte order mark; a mark decides when decoding.
    case marked
  }

  /// The encoding of a name. Raises LookupError where there is none.
  static func named(_ name: String, decoding: Bool, _ f: Frame) throws(Raised) -> Codec {
    if name == "utf-8" { return .utf8 }
    let key = normalized(name)
    switch key {
    case "utf_8", "utf8", "u8", "utf", "utf8_ucs2", "utf8_ucs4", "cp65001": return .utf8
    case "utf_8_sig", "utf8_sig": return .utf8Signature
    case "ascii", "us_ascii", "us", "646", "ansi_x3.4_1968", "ansi_x3_4_1968", "iso646_us", "cp367", "ibm367": return .ascii
    case "latin_1", "latin1", "latin", "l1", "iso_8859_1", "iso8859_1", "iso8859", "8859", "cp819", "ibm819",
      "iso_8859_1_1987", "iso_ir_100":
      return .latin1
    case "utf_16", "utf16", "u16": return .utf16(.marked)
    case "utf_16_le", "utf_16le", "utf16_le", "utf16le", "unicodelittleunmarked": return .utf16(.little)
    case "utf_16_be", "utf_16be", "utf16_be", "utf16be", "unicodebigunmarked": return .utf16(.big)
    case "utf_32", "utf32", "u32": return .utf32(.marked)
    case "utf_32_le", "utf_32le", "utf32_le", "utf32le": return .utf32(.little)
    case "utf_32_be", "utf_32be", "utf32_be", "utf32be": return .utf32(.big)
    case "unicode_escape", "unicodeescape": return .unicodeEscape
    case "raw_unicode_escape", "rawunicodeescape": return .rawUnicodeEscape
    case "hex", "hex_codec", "base64", "base64_codec", "base_64", "bz2", "bz2_codec", "zlib", "zlib_codec", "zip",
      "rot13", "rot_13", "uu", "uu_codec", "quopri", "quopri_codec", "quoted_printable", "quotedprintable":
      throw f.error(
        .LookupError,
        "'\(name)' is not a text encoding; use codecs.\(decoding ? "decode" : "encode")() to handle arbitrary codecs")
    default:
      if let table = CharacterTables.table(key) { return .table(table) }
      throw f.error(.LookupError, "unknown encoding: \(name)")
    }
  }

  /// Lower case, with `_` for each run of other characters.
  private static func normalized(_ name: String) -> String {
    var key = ""
    var isSeparated = false
    for scalar in name.unicodeScalars {
      guard scalar.isASCII, UnicodeData.isAlphanumeric(scalar.value) || scalar == "." else {
        isSeparated = true
        continue
      }
      if isSeparated && !key.isEmpty { key.unicodeScalars.append("_") }
      isSeparated = false
      key.unicodeScalars.append(Unicode.Scalar(ASCII.lower(UInt8(scalar.value))))
    }
    return key
  }
}

extension Frame {
  /// `text.encode(encoding, errors)`. Raises LookupError and UnicodeEncodeError.
  public func encode(_ text: Str, encoding: String, errors: String) throws(Raised) -> [UInt8] {
    let encoding = try Codec.named(encoding, decoding: false, self)
    return try TextEncoder(self, text, errors).encode(encoding)
  }

  /// `bytes.decode(encoding, errors)`. Raises LookupError and UnicodeDecodeError.
  public func decode(_ bytes: [UInt8], encoding: String, errors: String) throws(Raised) -> Str {
    let encoding = try Codec.named(encoding, decoding: true, self)
    return try TextDecoder(self, bytes, errors).decode(encoding)
  }

  /// A UnicodeEncodeError or UnicodeDecodeError with its fields.
  func codecError(
    _ type: BuiltinException, _ encoding: String, _ object: Value, _ start: Int, _ end: Int, _ reason: String
  ) -> Raised {
    let fields: KeyValuePairs<String, Value> = [
      "encoding": .text(encoding), "object": object, "start": .int(start), "end": .int(end), "reason": .text(reason),
    ]
    let exception = ExceptionObject(types[type], ContiguousArray(fields.map(\.value)))
    for (name, value) in fields { exception[detail: name] = value }
    return Raised(exception)
  }
}
