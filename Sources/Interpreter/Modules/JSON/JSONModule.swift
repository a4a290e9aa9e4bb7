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
    try m.source(JSONLibrary.source)
  }
}
