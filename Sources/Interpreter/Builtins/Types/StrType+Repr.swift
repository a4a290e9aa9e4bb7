// How texts are shown: `repr` and `ascii`.

extension StrType {
  /// `repr(text)`.
  static func repr(_ text: Str) -> Str {
    var builder = StrBuilder(capacity: text.count + 2)
    let quote = preferredQuote(text)
    builder.append(ascii: quote)
    if text.isASCII, let plain = plainCount(text, quote), plain == text.count {
      builder.append(text)
    } else {
      for index in 0..<text.count { appendEscaped(text[index], quote, to: &builder) }
    }
    builder.append(ascii: quote)
    return builder.finish()
  }

  /// `text`, which a `repr` gave, with everything past ASCII escaped: what `ascii()` returns.
  static func ascii(_ text: Str) -> Str {
    if text.isASCII { return text }
    var builder = StrBuilder(capacity: text.count * 2)
    for index in 0..<text.count {
      let scalar = text[index]
      if scalar < 0x80 { builder.append(scalar) } else { appendHexEscape(scalar, to: &builder) }
    }
    return builder.finish()
  }

  /// Single quotes, unless the text has those and no double ones.
  private static func preferredQuote(_ text: Str) -> UInt8 {
    let span = UnitSpan(text)
    return span.contains(0x27) && !span.contains(0x22) ? 0x22 : 0x27
  }

  /// The number of characters at the beginning of an ASCII text that stand for themselves.
  private static func plainCount(_ text: Str, _ quote: UInt8) -> Int? {
    let units = text.narrow
    return units.firstIndex { $0 < 0x20 || $0 == 0x7f || $0 == 0x5c || $0 == quote } ?? units.count
  }

  private static func appendEscaped(_ scalar: UInt32, _ quote: UInt8, to builder: inout StrBuilder) {
    switch scalar {
    case 0x0a: builder.append("\\n")
    case 0x0d: builder.append("\\r")
    case 0x09: builder.append("\\t")
    case 0x5c: builder.append("\\\\")
    case UInt32(quote):
      builder.append(ascii: 0x5c)
      builder.append(ascii: quote)
    case _ where UnicodeData.isPrintable(scalar): builder.append(scalar)
    default: appendHexEscape(scalar, to: &builder)
    }
  }

  /// Appends `\xhh`, `\uhhhh` or `\Uhhhhhhhh`.
  static func appendHexEscape(_ scalar: UInt32, to builder: inout StrBuilder) {
    builder.append(ascii: 0x5c)
    let digits = scalar < 0x100 ? 2 : scalar < 0x10000 ? 4 : 8
    builder.append(ascii: UInt8(ascii: digits == 2 ? "x" : digits == 4 ? "u" : "U"))
    appendHex(scalar, digits: digits, to: &builder)
  }

  /// Appends lower-case hexadecimal digits.
  static func appendHex(_ value: UInt32, digits: Int, to builder: inout StrBuilder) {
    for position in (0..<digits).reversed() {
      builder.append(ascii: hexDigit(UInt8(truncatingIfNeeded: value >> UInt32(position * 4)) & 15))
    }
  }

  /// The lower-case digit of a number below 16.
  static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x57 + value
  }
}
