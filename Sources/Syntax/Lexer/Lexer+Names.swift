// Names, keywords and the prefixes of strings.

extension Lexer {
  /// The keywords, each packed into an integer, for none is longer than 8 bytes; in order. (A dictionary would be ten
  /// times as long in the making, at each start, as all look-ups of a script.)
  private static let keywords: [(packed: UInt64, kind: Token.Kind)] =
    Token.Kind.allCases.filter(\.isKeyword)
    .map { kind in (kind.rawValue.utf8.reduce(0) { $0 << 8 | UInt64($1) }, kind) }
    .sorted { $0.packed < $1.packed }

  private static func keyword(_ packed: UInt64) -> Token.Kind? {
    var (low, high) = (0, keywords.count)
    while low < high {
      let middle = (low + high) / 2
      if keywords[middle].packed < packed { low = middle + 1 } else { high = middle }
    }
    return low < keywords.count && keywords[low].packed == packed ? keywords[low].kind : nil
  }

  /// ```ebnf
  /// NAME = nameStart { nameContinue } ;
  /// nameStart = "_" | ? a character with Unicode's property XID_Start ? ;
  /// nameContinue = ? a character with Unicode's property XID_Continue ? ;
  /// ```
  /// A name, a keyword, or a string whose prefix looked like a name.
  mutating func nameOrPrefixedString() throws(Failure) -> Token {
    let start = position
    var end = position
    var packed: UInt64 = 0
    var isASCII = true
    while byte(end).continuesName {
      isASCII = isASCII && byte(end) < 0x80
      packed = packed << 8 | UInt64(byte(end))
      end += 1
    }
    let quote = byte(end)
    if quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\""), isStringPrefix(start..<end) {
      return try string(prefix: end - start)
    }
    if !isASCII { end = try endOfUnicodeName(start, end) }
    if isASCII, end - start <= 8, let keyword = Lexer.keyword(packed) { return take(keyword, end - start) }
    return take(.name, end - start)
  }

  private func isStringPrefix(_ range: Range<Int>) -> Bool {
    let lowercased = bytes[range].map { $0 | 0x20 }
    switch lowercased.count {
    case 1: return "rbuf".utf8.contains(lowercased[0])
    case 2: return ["rb", "br", "rf", "fr"].contains { lowercased.elementsEqual($0.utf8) }
    default: return false
    }
  }

  /// Checks that the characters from `start` to `end` make a name.
  private func endOfUnicodeName(_ start: Int, _ end: Int) throws(Failure) -> Int {
    var offset = start
    while offset < end {
      let (scalar, length) = scalar(at: offset)
      if offset == start ? !scalar.startsIdentifier : !scalar.continuesIdentifier {
        throw invalidCharacter(scalar, offset, length)
      }
      offset += length
    }
    return end
  }

  private func invalidCharacter(_ scalar: Unicode.Scalar, _ offset: Int, _ length: Int) -> Failure {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    let message =
      scalar.isPrintable ? "invalid character '\(scalar)' (\(code))" : "invalid non-printable character \(code)"
    return failure(message, offset, offset + length)
  }
}

extension Unicode.Scalar {
  /// As Python's `str.isprintable`: no control, format, surrogate, private or unassigned character, and no separator
  /// but the space.
  var isPrintable: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    case .spaceSeparator: self == " "
    default: true
    }
  }
}
