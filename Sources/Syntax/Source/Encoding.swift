// Whether a text is UTF-8 without NUL bytes, which is all that the lexer reads.

/// Finds the first byte that no script may hold.
func checkEncoding(_ file: SourceFile) throws(Failure) {
  let bytes = file.bytes
  guard bytes.count < Int(Int32.max) else {
    throw Failure("source code is too large: \(bytes.count) bytes", SourceRange(0, 0))
  }
  var i = 0
  while i < bytes.count {
    let byte = bytes[i]
    if byte == 0 {
      throw Failure(
        SyntaxError("source code cannot contain null bytes", SourceRange(i, i + 1)), isLexical: true)
    }
    if byte < 0x80 {
      i += 1
      continue
    }
    let sequence = UTF8Sequence(bytes, at: i)
    if let reason = sequence.fault { throw undecodable(file, i, sequence.length, reason) }
    i += sequence.length
  }
}

private func undecodable(_ file: SourceFile, _ offset: Int, _ length: Int, _ reason: String) -> Failure {
  let line = file.line(at: offset)
  let place = offset - file.byteRange(ofLine: line).lowerBound
  let hex = String(file.bytes[offset], radix: 16)
  let bytes = length == 1 ? "byte 0x\(hex) in position \(place)" : "bytes in position \(place)-\(place + length - 1)"
  return Failure(
    SyntaxError(
      "(unicode error) 'utf-8' codec can't decode \(bytes): \(reason)", SourceRange(offset, offset + length)),
    isLexical: true)
}

/// The bytes at a place of a text, read as one character beyond ASCII.
private struct UTF8Sequence {
  /// How many bytes belong to the character, or to its valid beginning.
  let length: Int
  /// Why they are no character, in the words of Python's codec.
  let fault: String?

  init(_ bytes: [UInt8], at offset: Int) {
    let first = bytes[offset]
    let expected: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: expected = 2
    case 0xE0: (expected, second) = (3, 0xA0...0xBF)
    case 0xED: (expected, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: expected = 3
    case 0xF0: (expected, second) = (4, 0x90...0xBF)
    case 0xF4: (expected, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: expected = 4
    default:
      (length, fault) = (1, "invalid start byte")
      return
    }
    for i in 1..<expected {
      guard offset + i < bytes.count else {
        (length, fault) = (i, "unexpected end of data")
        return
      }
      guard (i == 1 ? second : 0x80...0xBF).contains(bytes[offset + i]) else {
        (length, fault) = (i, "invalid continuation byte")
        return
      }
    }
    (length, fault) = (expected, nil)
  }
}
