// `str`'s methods that change case.

extension StrType {
  static func defineCase(_ t: TypeBuilder) {
    t.method("lower", "self, /", .one(lower))
    t.method("upper", "self, /", .one(upper))
    t.method("casefold", "self, /", .one(casefold))
    t.method("swapcase", "self, /", .one(swapcase))
    t.method("capitalize", "self, /", .one(capitalize))
    t.method("title", "self, /", .one(title))
  }

  private static func lower(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let text = try receiver(f, this)
    if text.isASCII { return .object(mapASCII(text, ASCII.lower)) }
    return .object(map(text) { index, builder in appendLower(text, index, &builder) })
  }

  private static func upper(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let text = try receiver(f, this)
    if text.isASCII { return .object(mapASCII(text, ASCII.upper)) }
    return .object(map(text) { index, builder in UnicodeData.append(text[index], .upper, to: &builder) })
  }

  private static func casefold(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let text = try receiver(f, this)
    if text.isASCII { return .object(mapASCII(text, ASCII.lower)) }
    return .object(map(text) { index, builder in UnicodeData.append(text[index], .fold, to: &builder) })
  }

  private static func swapcase(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let text = try receiver(f, this)
    if text.isASCII { return .object(mapASCII(text, ASCII.swapped)) }
    return .object(
      map(text) { index, builder in
        let scalar = text[index]
        if UnicodeData.isUpper(scalar) {
          appendLower(text, index, &builder)
        } else if UnicodeData.isLower(scalar) {
          UnicodeData.append(scalar, .upper, to: &builder)
        } else {
          builder.append(scalar)
        }
      })
  }

  private static func capitalize(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let text = try receiver(f, this)
    if text.isASCII {
      var isFirst = true
      return .object(
        mapASCII(text) { byte in
          defer { isFirst = false }
          return isFirst ? ASCII.upper(byte) : ASCII.lower(byte)
        })
    }
    return .object(
      map(text) { index, builder in
        if index == 0 {
          UnicodeData.append(text[0], .title, to: &builder)
        } else {
          appendLower(text, index, &builder)
        }
      })
  }

  private static func title(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let text = try receiver(f, this)
    var isInWord = false
    if text.isASCII {
      return .object(
        mapASCII(text) { byte in
          defer { isInWord = ASCII.isLetter(byte) }
          return isInWord ? ASCII.lower(byte) : ASCII.upper(byte)
        })
    }
    return .object(
      map(text) { index, builder in
        if isInWord {
          appendLower(text, index, &builder)
        } else {
          UnicodeData.append(text[index], .title, to: &builder)
        }
        isInWord = UnicodeData.isCased(text[index])
      })
  }

  // MARK: Mapping

  @inline(__always)
  private static func mapASCII(_ text: Str, _ change: (UInt8) -> UInt8) -> Str {
    Str(narrowCount: text.count, isASCII: true) { target in
      let source = text.narrow
      for index in 0..<source.count { target[index] = change(source[index]) }
    }
  }

  private static func map(_ text: Str, _ append: (Int, inout StrBuilder) -> Void) -> Str {
    var builder = StrBuilder(capacity: text.count)
    for index in 0..<text.count { append(index, &builder) }
    return builder.finish()
  }

  /// Appends the lower case of the character at an index. A capital sigma at the end of a word has a form of its own.
  private static func appendLower(_ text: Str, _ index: Int, _ builder: inout StrBuilder) {
    if text[index] == 0x3a3 {
      builder.append(isFinalSigma(text, index) ? 0x3c2 : 0x3c3)
    } else {
      UnicodeData.append(text[index], .lower, to: &builder)
    }
  }

  /// Whether the last character with a case before the index, and none after it, belongs to the same word.
  private static func isFinalSigma(_ text: Str, _ index: Int) -> Bool {
    var before = index - 1
    while before >= 0, UnicodeData.isCaseIgnorable(text[before]) { before -= 1 }
    if before < 0 || !UnicodeData.isCased(text[before]) { return false }
    var after = index + 1
    while after < text.count, UnicodeData.isCaseIgnorable(text[after]) { after += 1 }
    return after == text.count || !UnicodeData.isCased(text[after])
  }
}

/// What methods of `str` and `bytes` ask of ASCII characters.
enum ASCII {
  @inline(__always) static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  @inline(__always) static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
  @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  @inline(__always) static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 < 5 }
  @inline(__always) static func lower(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }
  @inline(__always) static func upper(_ byte: UInt8) -> UInt8 { isLower(byte) ? byte & 0xdf : byte }
  @inline(__always) static func swapped(_ byte: UInt8) -> UInt8 { isLetter(byte) ? byte ^ 0x20 : byte }

  /// The value of a hexadecimal digit; nil for others.
  static func hexValue(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x30...0x39: UInt8(scalar - 0x30)
    case 0x41...0x46: UInt8(scalar - 0x37)
    case 0x61...0x66: UInt8(scalar - 0x57)
    default: nil
    }
  }
}
