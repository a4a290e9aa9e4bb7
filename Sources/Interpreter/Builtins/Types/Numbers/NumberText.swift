// The text that `int()`, `float()` and `complex()` read, in the plain form that their grammars are written for.

/// A number's text as ASCII: without surrounding white space, decimal digits of all scripts as 0 to 9. What else is
/// beyond ASCII becomes `?`, which no number contains.
struct NumberText {
  let ascii: ArraySlice<UInt8>

  init(_ text: Str) {
    var bytes: [UInt8]
    if text.isASCII {
      bytes = Array(text.narrow)
    } else {
      bytes = (0..<text.count).map { NumberText.plain(text[$0]) }
    }
    ascii = NumberText.trimmed(bytes[...])
  }

  init(_ bytes: [UInt8]) {
    ascii = NumberText.trimmed(bytes[...])
  }

  /// The text of a str, bytes or bytearray; nil for other values.
  init?(_ value: Value) {
    let payload = value.payload
    if let text = payload.str {
      self.init(text)
    } else if let bytes = payload.bytes?.bytes ?? payload.byteArray?.bytes {
      self.init(bytes)
    } else {
      return nil
    }
  }

  private static func plain(_ scalar: UInt32) -> UInt8 {
    if scalar < 0x80 { return UInt8(scalar) }
    guard let properties = Unicode.Scalar(scalar)?.properties else { return UInt8(ascii: "?") }
    if properties.numericType == .decimal, let value = properties.numericValue { return 48 + UInt8(value) }
    return properties.isWhitespace ? UInt8(ascii: " ") : UInt8(ascii: "?")
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0d).contains(byte) || (0x1c...0x1f).contains(byte)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first, isSpace(first) { bytes.removeFirst() }
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return bytes
  }

  /// Without the underscores between digits; nil where one stands elsewhere.
  static func withoutUnderscores(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    guard bytes.contains(UInt8(ascii: "_")) else { return Array(bytes) }
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    for index in bytes.indices {
      if bytes[index] != UInt8(ascii: "_") {
        plain.append(bytes[index])
      } else if index == bytes.startIndex || index == bytes.endIndex - 1 || !isDigit(bytes[index - 1])
        || !isDigit(bytes[index + 1])
      {
        return nil
      }
    }
    return plain
  }

  static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
