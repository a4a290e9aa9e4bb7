// The lines of protocol 0 as numbers and as unescaped text.

extension UnsafeRawBufferPointer {
  @usableFromInline
  func withoutSuffix(_ byte: UInt8) -> UnsafeRawBufferPointer {
    last == byte ? UnsafeRawBufferPointer(rebasing: dropLast()) : self
  }

  /// Digits, with a minus sign or without.
  @usableFromInline
  var isDecimal: Bool {
    let digits = first == UInt8(ascii: "-") ? dropFirst() : self[...]
    return !digits.isEmpty && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}

extension Int {
  /// The value of a line of digits, where it fits.
  @usableFromInline
  init?(text: UnsafeRawBufferPointer) { self.init(String(decoding: text, as: UTF8.self)) }
}

extension Double {
  /// The value of a line as `repr` writes a float.
  @usableFromInline
  init?(text: UnsafeRawBufferPointer) { self.init(String(decoding: text, as: UTF8.self)) }
}

/// The bytes of a quoted string of Python 2, or nil where it is none.
@usableFromInline
func unescapedQuoted(_ line: UnsafeRawBufferPointer) -> [UInt8]? {
  guard line.count >= 2, let quote = line.first, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\""),
    line.last == quote
  else { return nil }
  var text = line[1..<(line.count - 1)]
  var bytes: [UInt8] = []
  while let byte = text.popFirst() {
    guard byte == UInt8(ascii: "\\") else {
      bytes.append(byte)
      continue
    }
    guard let escape = text.popFirst() else { return nil }
    switch escape {
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): bytes.append(escape)
    case UInt8(ascii: "a"): bytes.append(0x07)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "v"): bytes.append(0x0B)
    case UInt8(ascii: "x"):
      guard let value = text.popNumber(digits: 2, radix: 16) else { return nil }
      bytes.append(UInt8(value))
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var value = UInt32(escape - UInt8(ascii: "0"))
      for _ in 0..<2 {
        guard let digit = text.first, (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(digit) else { break }
        value = value * 8 + UInt32(digit - UInt8(ascii: "0"))
        text.removeFirst()
      }
      bytes.append(UInt8(truncatingIfNeeded: value))
    default: bytes += [byte, escape]
    }
  }
  return bytes
}

/// The UTF-8 of a line in Python's raw-unicode-escape: Latin-1 with `\uXXXX` and `\UXXXXXXXX`; nil where that ends
/// early or names no scalar.
@usableFromInline
func unescapedUnicode(_ line: UnsafeRawBufferPointer) -> [UInt8]? {
  var text = line[...]
  var bytes: [UInt8] = []
  while let byte = text.popFirst() {
    guard byte == UInt8(ascii: "\\"), let escape = text.first, escape == UInt8(ascii: "u") || escape == UInt8(ascii: "U")
    else {
      bytes.append(scalar: UInt32(byte))
      continue
    }
    text.removeFirst()
    guard let value = text.popNumber(digits: escape == UInt8(ascii: "u") ? 4 : 8, radix: 16), value <= 0x10FFFF
    else { return nil }
    bytes.append(scalar: value)
  }
  return bytes
}

extension Slice<UnsafeRawBufferPointer> {
  /// Takes exactly so many digits.
  fileprivate mutating func popNumber(digits: Int, radix: UInt32) -> UInt32? {
    guard count >= digits else { return nil }
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = Character(Unicode.Scalar(removeFirst())).hexDigitValue else { return nil }
      value = value * radix + UInt32(digit)
    }
    return value
  }
}

extension [UInt8] {
  /// Appends a scalar's UTF-8; a surrogate in the same three-byte form.
  fileprivate mutating func append(scalar: UInt32) {
    func continuation(_ shift: UInt32) -> UInt8 { UInt8(0x80 | scalar >> shift & 0x3F) }
    switch scalar {
    case ..<0x80: append(UInt8(scalar))
    case ..<0x800: self += [UInt8(0xC0 | scalar >> 6), continuation(0)]
    case ..<0x10000: self += [UInt8(0xE0 | scalar >> 12), continuation(6), continuation(0)]
    default: self += [UInt8(0xF0 | scalar >> 18), continuation(12), continuation(6), continuation(0)]
    }
  }
}
