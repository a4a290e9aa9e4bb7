// The syntax of templates with replacement fields: `"{0:>{width}} {name!r}"`.

/// Takes a template apart, piece by piece.
struct TemplateParser {
  /// A literal, from `lower` up to `upper` in the template, and the replacement field after it, where there is one.
  struct Piece {
    let lower: Int
    let upper: Int
    var field: Field?
  }

  /// A replacement field: `name!conversion:specification`.
  struct Field {
    var name: Str
    var conversion: UInt32?
    var specification = Str.empty
  }

  private let template: Str
  private let f: Frame
  private var index = 0

  init(_ template: Str, _ f: Frame) {
    self.template = template
    self.f = f
  }

  private var isAtEnd: Bool { index == template.count }

  /// The next piece, nil at the end. Raises ValueError where the template is malformed.
  mutating func next() throws(Raised) -> Piece? {
    if isAtEnd { return nil }
    let start = index
    skipLiteral()
    if isAtEnd { return Piece(lower: start, upper: index) }
    let end = index
    let brace = template[index]
    index += 1
    if !isAtEnd, template[index] == brace {
      index += 1
      return Piece(lower: start, upper: end + 1)
    }
    if brace == 0x7d { throw f.valueError("Single '}' encountered in format string") }
    if isAtEnd { throw f.valueError("Single '{' encountered in format string") }
    return Piece(lower: start, upper: end, field: try parseField())
  }

  /// Moves to the next brace, or to the end.
  @inline(__always)
  private mutating func skipLiteral() {
    if template.width == .one {
      let units = template.narrow
      while index < units.count, units[index] != 0x7b, units[index] != 0x7d { index &+= 1 }
    } else {
      while !isAtEnd, template[index] != 0x7b, template[index] != 0x7d { index &+= 1 }
    }
  }

  /// Parses the field whose brace has just been read, with its closing brace.
  private mutating func parseField() throws(Raised) -> Field {
    let start = index
    if !isAtEnd, template[index] == 0x7d {
      index += 1
      return Field(name: Str.empty)
    }
    var end: UInt32?
    while !isAtEnd, end == nil {
      let character = template[index]
      index += 1
      switch character {
      case 0x7b: throw f.valueError("unexpected '{' in field name")
      case 0x5b:
        while !isAtEnd, template[index] != 0x5d { index += 1 }
      case 0x7d, 0x3a, 0x21: end = character
      default: break
      }
    }
    guard let end else { throw f.valueError("expected '}' before end of string") }
    var field = Field(name: template.substring(start, index - 1))
    if end == 0x7d { return field }
    if end == 0x21, try parseConversion(&field) { return field }
    try parseSpecification(&field)
    return field
  }

  /// Parses what follows `!`. Returns whether that ended the field.
  private mutating func parseConversion(_ field: inout Field) throws(Raised) -> Bool {
    if isAtEnd { throw f.valueError("end of string while looking for conversion specifier") }
    field.conversion = template[index]
    index += 1
    if isAtEnd { throw f.valueError("unmatched '{' in format spec") }
    let next = template[index]
    index += 1
    if next == 0x7d { return true }
    if next != 0x3a { throw f.valueError("expected ':' after conversion specifier") }
    return false
  }

  private mutating func parseSpecification(_ field: inout Field) throws(Raised) {
    let start = index
    var depth = 1
    while !isAtEnd {
      let character = template[index]
      index += 1
      if character == 0x7b { depth += 1 }
      if character == 0x7d {
        depth -= 1
        if depth == 0 {
          field.specification = template.substring(start, index - 1)
          return
        }
      }
    }
    throw f.valueError("unmatched '{' in format spec")
  }
}

/// Takes a field's name apart: `0`, `name`, `0.attribute[key]`.
struct FieldNameParser {
  /// `.attribute` or `[key]`.
  enum Step {
    case attribute(Str)
    case key(Value)
  }

  private let name: Str
  private let f: Frame
  private var index = 0
  /// What stands before all steps: the argument's name or number, empty for the next argument.
  let first: Str

  init(_ name: Str, _ f: Frame) {
    self.name = name
    self.f = f
    while index < name.count, name[index] != 0x2e, name[index] != 0x5b { index += 1 }
    first = name.substring(0, index)
  }

  /// The next step, nil at the end. Raises ValueError where the name is malformed.
  mutating func next() throws(Raised) -> Step? {
    if index == name.count { return nil }
    let isAttribute = name[index] == 0x2e
    index += 1
    let start = index
    if isAttribute {
      while index < name.count, name[index] != 0x2e, name[index] != 0x5b { index += 1 }
    } else {
      while index < name.count, name[index] != 0x5d { index += 1 }
      if index == name.count { throw f.valueError("Missing ']' in format string") }
    }
    let part = name.substring(start, index)
    if !isAttribute { index += 1 }
    if part.count == 0 { throw f.valueError("Empty attribute in format string") }
    if isAttribute { return .attribute(part) }
    if index < name.count, name[index] != 0x2e, name[index] != 0x5b {
      throw f.valueError("Only '.' or '[' may follow ']' in format field specifier")
    }
    return .key(try FieldNameParser.number(part, f).map { .int($0) } ?? .object(part))
  }

  /// The number that a text consists of; nil for other texts.
  static func number(_ text: Str, _ f: Frame) throws(Raised) -> Int? {
    var index = 0
    let number = try FormatSpec.number(text, &index, f)
    return index == text.count ? number : nil
  }
}
