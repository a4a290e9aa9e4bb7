// Strings: adjacent literals joined, f-strings with their fields.

extension Parser {
  /// ```ebnf
  /// strings = ( STRING | formattedString ) { STRING | formattedString } ;
  /// ```
  /// Either all are bytes or none is.
  mutating func strings() throws(Failure) -> Expression {
    let start = start
    var text = TextBuilder()
    var isBytes: Bool?
    while at(.string) || at(.formattedStart) {
      let literal = StringLiteral(token, in: lexer.bytes)
      if let isBytes, isBytes != literal.isBytes {
        throw Failure("cannot mix bytes and nonbytes literals", SourceRange(Int(start), Int(token.range.end)))
      }
      isBytes = literal.isBytes
      if at(.formattedStart) {
        text.isFormatted = true
        try formattedString(literal, into: &text)
      } else {
        text.append(try literal.decoded(file, &warnings))
        try advance()
      }
    }
    let range = range(from: start)
    if text.isFormatted { return Expression(.formatted(text.finish()), range) }
    return Expression(.constant(isBytes == true ? .bytes(text.literal) : .string(text.literal)), range)
  }

  /// ```ebnf
  /// formattedString = FSTRING_START { FSTRING_TEXT | replacementField } FSTRING_END ;
  /// ```
  private mutating func formattedString(_ literal: StringLiteral, into text: inout TextBuilder) throws(Failure) {
    try advance()
    while !at(.formattedEnd) {
      if at(.formattedText) {
        text.append(try literal.decodedText(token, doublesBraces: true, file, &warnings))
        try advance()
      } else {
        try replacementField(literal, into: &text)
      }
    }
    try advance()
  }

  /// ```ebnf
  /// replacementField = "{" assignedValue [ "=" ] [ "!s" | "!r" | "!a" ]
  ///   [ ":" { FSTRING_TEXT | replacementField } ] "}" ;
  /// ```
  /// The value holds no `lambda` outside of brackets, whose colon would begin the spec. Fields in specs nest twice.
  private mutating func replacementField(
    _ literal: StringLiteral, into text: inout TextBuilder
  ) throws(Failure) {
    let brace = try advance()
    switch token.kind {
    case .equal, .exclamation, .colon, .rightBrace:
      throw Failure("f-string: valid expression required before \(token.kind.description)", token.range)
    default: break
    }
    guard startsStarExpression || at(.yield) else {
      throw Failure("f-string: expecting a valid expression after '{'", visible(token.range))
    }
    let base = links
    defer { links = max(links, base) }
    let value = try fieldValue()
    var documentation: String?
    if at(.equal) {
      try advance()
      documentation = textWithoutComments(Int(brace.range.end), Int(token.range.start))
    }
    let conversion = try conversion()
    var spec: [FormattedPart]?
    if at(.colon) {
      try advance()
      var parts = TextBuilder()
      while !at(.rightBrace) {
        if at(.formattedText) {
          parts.append(try literal.decodedText(token, doublesBraces: false, file, &warnings))
          try advance()
        } else if at(.leftBrace) {
          try replacementField(literal, into: &parts)
        } else {
          throw Failure("f-string: expecting '}', or format specs", visible(token.range))
        }
      }
      spec = parts.finish()
    }
    guard at(.rightBrace) else {
      throw unfinishedField(hasEqual: documentation != nil, hasConversion: conversion != nil)
    }
    let end = try advance()
    let showsRepr = documentation != nil && conversion == nil && spec == nil
    text.append(value, documentation, showsRepr ? .repr : conversion, spec, brace.range.union(end.range))
  }

  /// What a field shows of itself before its value.
  private func textWithoutComments(_ start: Int, _ end: Int) -> String {
    let text = file.text(in: SourceRange(start, end))
    guard text.contains("#") else { return text }
    var bytes = Array(text.utf8)
    // In parentheses no line end or indentation is a token, so offsets are those of the text and one.
    let tokens = tokenize(SourceFile(name: file.name, text: "(\(text)\n)")).tokens
    for comment in tokens.reversed() where comment.kind == .comment {
      bytes.removeSubrange(Int(comment.range.start) - 1..<Int(comment.range.end) - 1)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func fieldValue() throws(Failure) -> Expression {
    let first = visible(token.range)
    do throws(Failure) {
      return try assignedValue()
    } catch {
      throw error.isGeneric ? Failure("f-string: expecting a valid expression after '{'", first) : error
    }
  }

  private func unfinishedField(hasEqual: Bool, hasConversion: Bool) -> Failure {
    let expected = hasConversion ? "':' or '}'" : hasEqual ? "'!', or ':', or '}'" : "'=', or '!', or ':', or '}'"
    return Failure("f-string: expecting \(expected)", visible(token.range))
  }

  private mutating func conversion() throws(Failure) -> FormattedPart.Conversion? {
    guard at(.exclamation) else { return nil }
    let mark = try advance()
    if at(.colon) || at(.rightBrace) { throw Failure("f-string: missing conversion character", token.range) }
    guard at(.name) else { throw Failure("f-string: invalid conversion character", visible(token.range)) }
    guard token.range.start == mark.range.end else {
      throw Failure(
        "f-string: conversion type must come right after the exclamation mark", mark.range.union(token.range))
    }
    let name = try advance()
    switch file.text(in: name.range) {
    case "s": return .str
    case "r": return .repr
    case "a": return .ascii
    case let other:
      throw Failure("f-string: invalid conversion character '\(other)': expected 's', 'r', or 'a'", name.range)
    }
  }
}

/// The pieces of an f-string, neighbouring texts joined.
private struct TextBuilder {
  /// The text since the last field.
  var literal: [UInt8] = []
  private var parts: [FormattedPart] = []
  var isFormatted = false

  mutating func append(_ text: [UInt8]) {
    if literal.isEmpty { literal = text } else { literal += text }
  }

  mutating func append(
    _ value: Expression, _ documentation: String?, _ conversion: FormattedPart.Conversion?, _ spec: [FormattedPart]?,
    _ range: SourceRange
  ) {
    flush()
    parts.append(
      .replacement(value: value, selfDocumenting: documentation, conversion: conversion, spec: spec, range: range))
  }

  mutating func finish() -> [FormattedPart] {
    flush()
    return parts
  }

  private mutating func flush() {
    if !literal.isEmpty { parts.append(.literal(literal)) }
    literal = []
  }
}
