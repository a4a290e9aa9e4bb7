// The module `string`: classes of characters, and templates that scripts can extend.

enum StringModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    let lower = "abcdefghijklmnopqrstuvwxyz"
    let upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    let digits = "0123456789"
    let punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
    let whitespace = " \t\n\r\u{0b}\u{0c}"
    m.constant("ascii_lowercase", .text(lower))
    m.constant("ascii_uppercase", .text(upper))
    m.constant("ascii_letters", .text(lower + upper))
    m.constant("digits", .text(digits))
    m.constant("hexdigits", .text(digits + "abcdefABCDEF"))
    m.constant("octdigits", .text("01234567"))
    m.constant("punctuation", .text(punctuation))
    m.constant("whitespace", .text(whitespace))
    m.constant("printable", .text(digits + lower + upper + punctuation + whitespace))
    m.function("_parse_format", "format_string, /", .one(parseFormat))
    m.function("_split_field_name", "field_name, /", .one(splitFieldName))
    m.function("_scan_template", "template, delimiter, /", .two(scanTemplate))
    try m.source(library)
  }

  /// What ``TemplateParser`` finds, as `string.Formatter.parse` yields it.
  private static func parseFormat(_ f: Frame, _ template: Value) throws(Raised) -> Value {
    guard let template = template.payload.str else { throw f.typeError("expected str, got \(f.typeName(template))") }
    var parser = TemplateParser(template, f)
    var pieces: ContiguousArray<Value> = []
    while let piece = try parser.next() {
      let literal = Value.object(template.substring(piece.lower, piece.upper))
      if let field = piece.field {
        let conversion = field.conversion.map { Value.object(f.interpreter.character($0)) } ?? .none
        pieces.append(.tuple([literal, .object(field.name), .object(field.specification), conversion]))
      } else {
        pieces.append(.tuple([literal, .none, .none, .none]))
      }
    }
    return .list(pieces)
  }

  /// The argument that a field's name begins with, and the steps from there: `(is_attribute, name_or_key)`.
  private static func splitFieldName(_ f: Frame, _ name: Value) throws(Raised) -> Value {
    let name = try StrType.argument(f, name, "field name")
    var parser = FieldNameParser(name, f)
    var steps: ContiguousArray<Value> = []
    while let step = try parser.next() {
      switch step {
      case .attribute(let name): steps.append(.tuple([.bool(true), .object(name)]))
      case .key(let key): steps.append(.tuple([.bool(false), key]))
      }
    }
    let first = try FieldNameParser.number(parser.first, f).map { Value.int($0) } ?? .object(parser.first)
    return .tuple([first, .list(steps)])
  }

  /// The parts of a `string.Template`: `(kind, text, start)`, where the kind is `literal`, `escaped`, `named`, `braced`
  /// or `invalid`, and the text the literal, the delimiter or the name. What is invalid starts after its delimiter.
  private static func scanTemplate(_ f: Frame, _ template: Value, _ delimiter: Value) throws(Raised) -> Value {
    let template = try StrType.argument(f, template, "template")
    let delimiter = try StrType.argument(f, delimiter, "delimiter")
    let span = UnitSpan(template)
    var parts: ContiguousArray<Value> = []
    func add(_ kind: String, _ lower: Int, _ upper: Int, _ start: Int) {
      parts.append(.tuple([.text(kind), .object(template.substring(lower, upper)), .int(start)]))
    }
    delimiter.withSpan(template.width) { delimiter in
      var index = 0
      while let found = span.first(delimiter, index, span.count) {
        if found > index { add("literal", index, found, index) }
        let next = found + delimiter.count
        if next + delimiter.count <= span.count, span.matches(delimiter, at: next) {
          add("escaped", next, next + delimiter.count, found)
          index = next + delimiter.count
          continue
        }
        let isBraced = next < span.count && span[next] == 0x7b
        let start = isBraced ? next + 1 : next
        let end = nameEnd(span, start)
        if end > start, !isBraced || (end < span.count && span[end] == 0x7d) {
          add(isBraced ? "braced" : "named", start, end, found)
          index = isBraced ? end + 1 : end
        } else {
          add("invalid", found, next, next)
          index = next
        }
      }
      if index < span.count { add("literal", index, span.count, index) }
    }
    return .list(parts)
  }

  /// Where the ASCII identifier that begins at `start` ends.
  private static func nameEnd(_ span: UnitSpan, _ start: Int) -> Int {
    var end = start
    while end < span.count, span[end] < 0x80, UnicodeData.isIdentifierPart(span[end]),
      end > start || UnicodeData.isIdentifierStart(span[end])
    {
      end += 1
    }
    return end
  }
}
