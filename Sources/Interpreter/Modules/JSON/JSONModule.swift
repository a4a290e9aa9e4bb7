// The module `json`: the classes are written in Python, encoding and decoding in Swift.

enum JSONModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    // (object, encoder) -> str, by the encoder's attributes.
    m.function("_encode", "obj, encoder, /", .two { (f, object, encoder) throws(Raised) in
      var writer = JSONWriter(encoder, try JSONSettings(encoder, f), f)
      try writer.write(object)
      return .object(writer.finish())
    })
    // (text, decoder, index) -> (value, end), by the decoder's attributes.
    m.function("_decode", "text, decoder, index, /", .three { (f, text, decoder, index) throws(Raised) in
      guard let text = text.payload.str else {
        throw f.typeError("first argument must be a string, not \(f.typeName(text))")
      }
      var reader = try JSONReader(text, decoder, f)
      let start = try f.index(index)
      if start < 0 { throw f.valueError("idx cannot be negative") }
      let value = try reader.value(at: start)
      return .tuple([value, .int(reader.end)])
    })
    // The end of the white space from an index on.
    m.function("_skip_space", "text, index, /", .two { (f, text, index) throws(Raised) in
      guard let text = text.payload.str else { throw f.typeError("expected str, not \(f.typeName(text))") }
      var end = try f.index(index)
      while end < text.count, JSONReader.isSpace(text[end]) { end += 1 }
      return .int(end)
    })
    m.function("_quote", "text, ascii, /", .two { (f, text, ascii) throws(Raised) in
      guard let text = text.payload.str else {
        throw f.typeError("first argument must be a string, not \(f.typeName(text))")
      }
      var builder = StrBuilder(capacity: text.count + 2)
      JSONWriter.quote(text, isASCII: try f.truth(ascii), into: &builder)
      return .object(builder.finish())
    })
    m.function("_encoding", "text, /", .one { (f, text) throws(Raised) in
      .text(encoding(of: text.bytes?.bytes ?? []))
    })
    try m.source(JSONLibrary.source)
  }

  /// How JSON text in bytes is encoded: by its byte order mark, or by the zeros among its first characters, which
  /// are ASCII.
  private static func encoding(of bytes: [UInt8]) -> String {
    let marks: [([UInt8], String)] = [
      ([0xff, 0xfe, 0, 0], "utf-32"), ([0, 0, 0xfe, 0xff], "utf-32"), ([0xff, 0xfe], "utf-16"),
      ([0xfe, 0xff], "utf-16"), ([0xef, 0xbb, 0xbf], "utf-8-sig"),
    ]
    if let mark = marks.first(where: { bytes.starts(with: $0.0) }) { return mark.1 }
    switch bytes.prefix(4).map({ $0 == 0 }) {
    case [true, true, true, false]: return "utf-32-be"
    case [false, true, true, true]: return "utf-32-le"
    case [true, false, true, false], [true, false, false, false], [true, false]: return "utf-16-be"
    case [false, true, false, true], [false, true, false, false], [false, true]: return "utf-16-le"
    default: return "utf-8"
    }
  }
}
