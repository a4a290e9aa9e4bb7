// `str.format` and `str.format_map`.

/// Renders a template with the arguments of a call.
struct FormatTemplate {
  private let f: Frame
  /// The positional arguments; nil where the template may have no positional fields.
  private let positional: ArraySlice<Value>?
  /// The value of a named field; nil where the call gave none.
  private let named: ((Str) throws(Raised) -> Value)?
  /// How fields without a name get their number.
  private var numbering = Numbering.undecided
  private var nextNumber = 0

  private enum Numbering {
    case undecided, automatic, manual
  }

  init(_ f: Frame, _ positional: ArraySlice<Value>?, named: ((Str) throws(Raised) -> Value)?) {
    self.f = f
    self.positional = positional
    self.named = named
  }

  /// The template with its fields replaced.
  func render(_ template: Str) throws(Raised) -> Str {
    var renderer = self
    return try renderer.render(template, depth: 2)
  }

  /// - Parameter depth: how many levels of fields in specifications may follow.
  private mutating func render(_ template: Str, depth: Int) throws(Raised) -> Str {
    if depth == 0 { throw f.valueError("Max string recursion exceeded") }
    var builder = StrBuilder(capacity: template.count * 2)
    var parser = TemplateParser(template, f)
    while let piece = try parser.next() {
      builder.append(template, piece.lower, piece.upper)
      if let field = piece.field { try append(field, depth, to: &builder) }
    }
    return builder.finish()
  }

  private mutating func append(
    _ field: TemplateParser.Field, _ depth: Int, to builder: inout StrBuilder
  ) throws(Raised) {
    var value = field.name.count == 0 ? try nextArgument() : try self.value(of: field.name)
    if field.conversion != nil { value = try f.converted(value, by: field.conversion) }
    var specification = field.specification
    if specification.count > 0, UnitSpan(specification).contains(0x7b) {
      specification = try render(specification, depth: depth - 1)
    }
    try f.appendFormatted(value, specification, to: &builder)
  }

  private mutating func nextArgument() throws(Raised) -> Value {
    try decideNumbering(.automatic)
    nextNumber += 1
    return try argument(number: nextNumber - 1)
  }

  private mutating func value(of name: Str) throws(Raised) -> Value {
    var parser = FieldNameParser(name, f)
    var value = try argument(parser.first)
    while let step = try parser.next() {
      switch step {
      case .attribute(let name): value = try f.attribute(of: value, name)
      case .key(let key): value = try f.item(of: value, key)
      }
    }
    return value
  }

  private mutating func argument(_ name: Str) throws(Raised) -> Value {
    let number = try FieldNameParser.number(name, f)
    guard let number else {
      if name.count == 0 { return try nextArgument() }
      guard let named else { throw f.keyError(.object(name)) }
      return try named(name)
    }
    try decideNumbering(.manual)
    return try argument(number: number)
  }

  private func argument(number position: Int) throws(Raised) -> Value {
    guard let positional else { throw f.valueError("Format string contains positional fields") }
    guard position < positional.count else {
      throw f.indexError("Replacement index \(position) out of range for positional args tuple")
    }
    return positional[positional.startIndex + position]
  }

  private mutating func decideNumbering(_ kind: Numbering) throws(Raised) {
    if numbering != .undecided && numbering != kind {
      let (automatic, manual) = ("automatic field numbering", "manual field specification")
      throw f.valueError(
        kind == .manual
          ? "cannot switch from \(automatic) to \(manual)" : "cannot switch from \(manual) to \(automatic)")
    }
    numbering = kind
  }
}

extension Frame {
  /// The value after a field's `!r`, `!s` or `!a`.
  func converted(_ value: Value, by conversion: UInt32?) throws(Raised) -> Value {
    switch conversion {
    case nil: return value
    case 0x72: return .object(try repr(value))
    case 0x73: return .object(try str(value))
    case 0x61: return .object(StrType.ascii(try repr(value)))
    case let letter?:
      let shown = letter > 32 && letter < 127
        ? String(Unicode.Scalar(UInt8(letter))) : "\\x" + String(letter, radix: 16)
      throw valueError("Unknown conversion specifier \(shown)")
    }
  }
}
