// Templates with replacement fields: `str.format` and `str.format_map`.

/// Renders templates such as `"{0:>{width}} {name!r}"` with a call's arguments.
struct FormatTemplate {
  private let f: Frame
  /// The positional arguments; nil where the template may have no positional fields.
  private let positional: ContiguousArray<Value>?
  /// The value of a named field.
  private let named: (Str) throws(Raised) -> Value
  /// How fields without a name or number get theirs.
  private var numbering = Numbering.undecided
  private var nextNumber = 0

  private enum Numbering {
    case undecided, automatic, manual
  }

  init(_ f: Frame, _ positional: ContiguousArray<Value>?, named: @escaping (Str) throws(Raised) -> Value) {
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
    var index = 0
    while index < template.count {
      let start = index
      while index < template.count, template[index] != 0x7b, template[index] != 0x7d { index += 1 }
      builder.append(template, start, index)
      if index == template.count { break }
      let brace = template[index]
      index += 1
      if index < template.count, template[index] == brace {
        builder.append(brace)
        index += 1
      } else if brace == 0x7d {
        throw f.valueError("Single '}' encountered in format string")
      } else if index == template.count {
        throw f.valueError("Single '{' encountered in format string")
      } else {
        let field = try parseField(template, &index)
        builder.append(try text(of: field, depth))
      }
    }
    return builder.finish()
  }

  // MARK: Fields

  /// A replacement field: `name!conversion:specification`.
  private struct Field {
    var name: Str
    var conversion: UInt32?
    var specification = Str.empty
  }

  /// Parses the field whose brace has just been read, with its closing brace.
  private func parseField(_ template: Str, _ index: inout Int) throws(Raised) -> Field {
    let start = index
    var end: UInt32?
    search: while index < template.count {
      let character = template[index]
      index += 1
      switch character {
      case 0x7b: throw f.valueError("unexpected '{' in field name")
      case 0x5b:
        while index < template.count, template[index] != 0x5d { index += 1 }
      case 0x7d, 0x3a, 0x21:
        end = character
        break search
      default: break
      }
    }
    guard let end else { throw f.valueError("expected '}' before end of string") }
    var field = Field(name: template.substring(start, index - 1))
    if end == 0x7d { return field }
    if end == 0x21, try parseConversion(template, &index, &field) { return field }
    try parseSpecification(template, &index, &field)
    return field
  }

  /// Parses what follows `!`. Returns whether that ended the field.
  private func parseConversion(_ template: Str, _ index: inout Int, _ field: inout Field) throws(Raised) -> Bool {
    guard index < template.count else {
      throw f.valueError("end of string while looking for conversion specifier")
    }
    field.conversion = template[index]
    index += 1
    guard index < template.count else { throw f.valueError("unmatched '{' in format spec") }
    let next = template[index]
    index += 1
    if next == 0x7d { return true }
    if next != 0x3a { throw f.valueError("expected ':' after conversion specifier") }
    return false
  }

  private func parseSpecification(_ template: Str, _ index: inout Int, _ field: inout Field) throws(Raised) {
    let start = index
    var depth = 1
    while index < template.count {
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

  private mutating func text(of field: Field, _ depth: Int) throws(Raised) -> Str {
    let value = try convert(self.value(of: field.name), field.conversion)
    var specification = field.specification
    if (0..<specification.count).contains(where: { specification[$0] == 0x7b }) {
      specification = try render(specification, depth: depth - 1)
    }
    return try f.format(value, specification)
  }

  private func convert(_ value: Value, _ conversion: UInt32?) throws(Raised) -> Value {
    switch conversion {
    case nil: return value
    case 0x72: return .object(try f.repr(value))
    case 0x73: return .object(try f.str(value))
    case 0x61: return .object(StrType.ascii(try f.repr(value)))
    case let letter?:
      let shown = letter > 32 && letter < 127
        ? String(Unicode.Scalar(UInt8(letter))) : "\\x" + String(letter, radix: 16)
      throw f.valueError("Unknown conversion specifier \(shown)")
    }
  }

  // MARK: Names

  /// The value of `0`, `name`, `0.attribute[key]` or, automatically numbered, of nothing.
  private mutating func value(of name: Str) throws(Raised) -> Value {
    var index = 0
    while index < name.count, name[index] != 0x2e, name[index] != 0x5b { index += 1 }
    var value = try argument(name.substring(0, index))
    while index < name.count {
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
      if part.count == 0 { throw f.valueError("Empty attribute in format string") }
      if isAttribute {
        value = try f.attribute(of: value, part)
      } else {
        index += 1
        if index < name.count, name[index] != 0x2e, name[index] != 0x5b {
          throw f.valueError("Only '.' or '[' may follow ']' in format field specifier")
        }
        value = try f.item(of: value, number(part).map { .int($0) } ?? .object(part))
      }
    }
    return value
  }

  /// The number that a name consists of; nil for other names.
  private func number(_ name: Str) throws(Raised) -> Int? {
    var index = 0
    let number = try FormatSpec.number(name, &index, f)
    return index == name.count ? number : nil
  }

  private mutating func argument(_ name: Str) throws(Raised) -> Value {
    let number = try number(name)
    guard name.count == 0 || number != nil else { return try named(name) }
    // Mixing is an error only where both kinds of fields could be meant.
    if name.count == 0 {
      if numbering == .manual {
        throw f.valueError("cannot switch from manual field specification to automatic field numbering")
      }
      numbering = .automatic
    } else {
      if numbering == .automatic {
        throw f.valueError("cannot switch from automatic field numbering to manual field specification")
      }
      numbering = .manual
    }
    let position = number ?? nextNumber
    if number == nil { nextNumber += 1 }
    guard let positional else { throw f.valueError("Format string contains positional fields") }
    guard position < positional.count else {
      throw f.indexError("Replacement index \(position) out of range for positional args tuple")
    }
    return positional[position]
  }
}
