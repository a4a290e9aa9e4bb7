// Format specifications: what stands after the colon in `f"{x:>8.2f}"`, and the second argument of `format()`.

/// A parsed specification.
///
/// ```
///  [[fill]align][sign][z][#][0][width][grouping][.precision][type]
/// ```
struct FormatSpec {
  enum Grouping: UInt8 {
    case comma = 0x2c
    case underscore = 0x5f
  }

  var fill: UInt32 = 0x20
  /// One of `<`, `>`, `=` and `^`.
  var align: UInt8
  /// `+`, `-` or a space; nil where none is given.
  var sign: UInt8?
  var coercesNegativeZero = false
  var isAlternate = false
  /// Characters at least; nil where none is given.
  var width: Int?
  var grouping: Grouping?
  /// Digits from one separator to the next.
  var groupSize = 3
  var precision: Int?
  /// The presentation type's letter; nil where none is given.
  var type: UInt8?

  // MARK: Formatting any value

  /// `format(value, spec)` for built-in values; others know no specification.
  static func format(_ value: Value, _ spec: Str, _ f: Frame) throws(Raised) -> Str {
    if spec.count == 0 { return try f.str(value) }
    switch value.payload {
    case .int, .bool: return try integer(value, spec, f)
    case .float(let number): return try FormatSpec(spec, value, align: ">", f).format(number, value, f)
    case .object(let object):
      if object.kind == .str {
        let text = unsafeDowncast(object, to: Str.self)
        return try FormatSpec(spec, value, align: "<", f).format(text, value, f)
      }
      if object.kind == .bigInteger { return try integer(value, spec, f) }
    default: break
    }
    throw f.typeError("unsupported format string passed to \(f.typeName(value)).__format__")
  }

  private static func integer(_ value: Value, _ spec: Str, _ f: Frame) throws(Raised) -> Str {
    let spec = try FormatSpec(spec, value, align: ">", f)
    switch spec.type {
    case nil, UInt8(ascii: "d"), UInt8(ascii: "b"), UInt8(ascii: "o"), UInt8(ascii: "x"), UInt8(ascii: "X"),
      UInt8(ascii: "n"), UInt8(ascii: "c"):
      return try spec.format(integer: value.payload, f)
    case UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "g"),
      UInt8(ascii: "G"), UInt8(ascii: "%"):
      return try spec.format(FloatType.number(value.payload, f) ?? 0, value, f)
    default:
      throw spec.unknownType(value, f)
    }
  }

  // MARK: Parsing

  /// Parses a specification for a value. Raises ValueError, as CPython words it, for what is none.
  init(_ text: Str, _ value: Value, align standard: Unicode.Scalar, _ f: Frame) throws(Raised) {
    align = UInt8(ascii: standard)
    var index = 0
    func peek(_ offset: Int = 0) -> UInt32? { index + offset < text.count ? text[index + offset] : nil }
    func take(_ character: Unicode.Scalar) -> Bool {
      guard peek() == character.value else { return false }
      index += 1
      return true
    }
    let hasFill = FormatSpec.isAlign(peek(1))
    let hasAlign = hasFill || FormatSpec.isAlign(peek())
    if hasFill {
      fill = text[0]
      index = 1
    }
    if hasAlign {
      align = UInt8(text[index])
      index += 1
    }
    if let mark = peek(), mark == 0x2b || mark == 0x2d || mark == 0x20 {
      sign = UInt8(mark)
      index += 1
    }
    coercesNegativeZero = take("z")
    isAlternate = take("#")
    if !hasFill && take("0") {
      fill = 0x30
      if !hasAlign && standard == ">" { align = UInt8(ascii: "=") }
    }
    width = try FormatSpec.number(text, &index, f)
    if take(",") { grouping = .comma }
    if take("_") {
      if grouping != nil { throw FormatSpec.bothGroupings(f) }
      grouping = .underscore
    }
    if grouping == .underscore && peek() == 0x2c { throw FormatSpec.bothGroupings(f) }
    if take(".") {
      precision = try FormatSpec.number(text, &index, f)
      if precision == nil { throw f.valueError("Format specifier missing precision") }
    }
    try parseType(text, index, value, f)
  }

  private static func isAlign(_ scalar: UInt32?) -> Bool {
    switch scalar {
    case 0x3c, 0x3e, 0x3d, 0x5e: true
    default: false
    }
  }

  /// The decimal number at `index`, which moves past it; nil where there is none.
  static func number(_ text: Str, _ index: inout Int, _ f: Frame) throws(Raised) -> Int? {
    let start = index
    var number = 0
    while index < text.count, let digit = UnicodeData.decimalValue(text[index]) {
      let (tens, overflow) = number.multipliedReportingOverflow(by: 10)
      if overflow || tens > Int.max - digit { throw f.valueError("Too many decimal digits in format string") }
      number = tens + digit
      index += 1
    }
    return index == start ? nil : number
  }

  private static func bothGroupings(_ f: Frame) -> Raised {
    f.valueError("Cannot specify both ',' and '_'.")
  }

  private mutating func parseType(_ text: Str, _ index: Int, _ value: Value, _ f: Frame) throws(Raised) {
    if text.count - index > 1 {
      throw f.valueError(
        "Invalid format specifier '\(text.string)' for object of type '\(f.typeName(value))'")
    }
    guard index < text.count else {
      // Texts have `s` as their type even where none is given.
      if grouping != nil && value.payload.str != nil { throw groupingMisfit(0x73, f) }
      return
    }
    let letter = text[index]
    if let grouping {
      switch letter {
      case 0x64, 0x65, 0x66, 0x67, 0x45, 0x47, 0x46, 0x25: break
      case 0x62, 0x6f, 0x78, 0x58:
        if grouping == .comma { throw groupingMisfit(letter, f) }
        groupSize = 4
      default: throw groupingMisfit(letter, f)
      }
    }
    guard letter < 0x80 else { throw FormatSpec.unknownType(letter, value, f) }
    type = UInt8(letter)
  }

  private func groupingMisfit(_ letter: UInt32, _ f: Frame) -> Raised {
    let mark = grouping == .comma ? "," : "_"
    return f.valueError("Cannot specify '\(mark)' with '\(FormatSpec.shown(letter))'.")
  }

  /// A type's letter, as messages give it.
  private static func shown(_ letter: UInt32) -> String {
    letter > 32 && letter < 128 ? String(Unicode.Scalar(UInt8(letter))) : "\\x" + String(letter, radix: 16)
  }

  private static func unknownType(_ letter: UInt32, _ value: Value, _ f: Frame) -> Raised {
    f.valueError("Unknown format code '\(shown(letter))' for object of type '\(f.typeName(value))'")
  }

  func unknownType(_ value: Value, _ f: Frame) -> Raised {
    FormatSpec.unknownType(UInt32(type ?? 0), value, f)
  }

  // MARK: Text

  private func format(_ text: Str, _ value: Value, _ f: Frame) throws(Raised) -> Str {
    if let type, type != UInt8(ascii: "s") { throw unknownType(value, f) }
    if let sign {
      throw f.valueError("\(sign == 0x20 ? "Space" : "Sign") not allowed in string format specifier")
    }
    if coercesNegativeZero {
      throw f.valueError("Negative zero coercion (z) not allowed in string format specifier")
    }
    if isAlternate { throw f.valueError("Alternate form (#) not allowed in string format specifier") }
    if align == UInt8(ascii: "=") { throw f.valueError("'=' alignment not allowed in string format specifier") }
    let shown = precision.map { $0 < text.count ? text.substring(0, $0) : text } ?? text
    return try padded(shown, f)
  }

  /// The text, padded to the width.
  func padded(_ text: Str, _ f: Frame) throws(Raised) -> Str {
    guard let width, width > text.count else { return text }
    try f.checkMemory(width, times: 4)
    let padding = width - text.count
    switch align {
    case UInt8(ascii: "<"): return StrType.pad(text, 0, padding, fill)
    case UInt8(ascii: "^"): return StrType.pad(text, padding / 2, padding - padding / 2, fill)
    default: return StrType.pad(text, padding, 0, fill)
    }
  }

  // MARK: Integers

  private func format(integer value: Value, _ f: Frame) throws(Raised) -> Str {
    if case .int(let number) = value, number > .min, isPlain, precision == nil, type == nil || type == UInt8(ascii: "d") {
      let magnitude = Int(number.magnitude)
      return try laidOut(isNegative: number < 0, count: Str.decimalCount(magnitude), f) { $0.append(decimal: magnitude) }
    }
    if precision != nil { throw f.valueError("Precision not allowed in integer format specifier") }
    if coercesNegativeZero {
      throw f.valueError("Negative zero coercion (z) not allowed in integer format specifier")
    }
    if type == UInt8(ascii: "c") { return try character(value, f) }
    var number: NumberParts
    switch type {
    case UInt8(ascii: "b"): number = NumberParts(integer: value, radix: 2, prefix: isAlternate ? "0b" : "")
    case UInt8(ascii: "o"): number = NumberParts(integer: value, radix: 8, prefix: isAlternate ? "0o" : "")
    case UInt8(ascii: "x"): number = NumberParts(integer: value, radix: 16, prefix: isAlternate ? "0x" : "")
    case UInt8(ascii: "X"):
      number = NumberParts(integer: value, radix: 16, prefix: isAlternate ? "0x" : "")
      number.makeUppercase()
    default: number = try NumberParts(decimal: value, f)
    }
    return try laidOut(number, f)
  }

  private func character(_ value: Value, _ f: Frame) throws(Raised) -> Str {
    if sign != nil { throw f.valueError("Sign not allowed with integer format specifier 'c'") }
    if isAlternate { throw f.valueError("Alternate form (#) not allowed with integer format specifier 'c'") }
    guard value.bigInteger == nil else { throw f.overflowError("Python int too large to convert to C long") }
    let scalar = try f.index(value)
    guard scalar >= 0 && scalar < 0x110000 else { throw f.overflowError("%c arg not in range(0x110000)") }
    return try padded(f.interpreter.character(UInt32(scalar)), f)
  }

  // MARK: Floats

  private func format(_ number: Double, _ value: Value, _ f: Frame) throws(Raised) -> Str {
    if isPlain, type == UInt8(ascii: "f"), let fixed = FixedDecimal(number, places: precision ?? 6) {
      return try laidOut(isNegative: fixed.isNegative, count: fixed.count, f) { $0.append(magnitudeOf: fixed) }
    }
    let style: FloatText.Style
    switch type {
    case nil: style = precision == nil ? .shortest : .generalWithPoint
    case UInt8(ascii: "e"), UInt8(ascii: "E"): style = .exponent
    case UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "%"): style = .fixed
    case UInt8(ascii: "g"), UInt8(ascii: "G"), UInt8(ascii: "n"): style = .general
    default: throw unknownType(value, f)
    }
    let isPercentage = type == UInt8(ascii: "%")
    guard (precision ?? 0) <= FloatText.mostDigits else { throw f.valueError("precision too big") }
    try f.checkMemory(precision ?? 0)
    var text = FloatText.text(
      isPercentage ? number * 100 : number, style, precision: precision ?? 6, isAlternate: isAlternate,
      coercesNegativeZero: coercesNegativeZero)
    if isPercentage { text.append(UInt8(ascii: "%")) }
    var shown = NumberParts(text)
    if let type, ASCII.isUpper(type) { shown.makeUppercase() }
    return try laidOut(shown, f)
  }

  // MARK: Layout

  /// A number as the specification wants it.
  ///
  /// ```
  ///  | padding | sign | prefix | padding (=) | grouped digits | rest | padding |
  /// ```
  func laidOut(_ number: NumberParts, _ f: Frame) throws(Raised) -> Str {
    let shownSign: UInt8? = number.isNegative ? 0x2d : sign == 0x2d ? nil : sign
    let fixed = (shownSign == nil ? 0 : 1) + number.prefix.count + number.rest.count
    let width = self.width ?? 0
    if width > fixed { try f.checkMemory(width, times: 4) }
    let pads = fill == 0x30 && align == UInt8(ascii: "=") && !number.digits.isEmpty
    let digits = grouped(number.digits, minimum: pads ? width - fixed : 0)
    let padding = max(width - fixed - digits.count, 0)
    var builder = StrBuilder(capacity: width + fixed + digits.count)
    switch align {
    case UInt8(ascii: ">"): builder.append(fill, times: padding)
    case UInt8(ascii: "^"): builder.append(fill, times: padding / 2)
    default: break
    }
    if let shownSign { builder.append(ascii: shownSign) }
    number.prefix.withUnsafeBufferPointer { builder.append(ascii: $0) }
    if align == UInt8(ascii: "=") { builder.append(fill, times: padding) }
    digits.withUnsafeBufferPointer { builder.append(ascii: $0) }
    number.rest.withUnsafeBufferPointer { builder.append(ascii: $0) }
    switch align {
    case UInt8(ascii: "<"): builder.append(fill, times: padding)
    case UInt8(ascii: "^"): builder.append(fill, times: padding - padding / 2)
    default: break
    }
    return builder.finish()
  }

  /// Whether it asks for no more than a width, a sign and a precision.
  private var isPlain: Bool { !isAlternate && !coercesNegativeZero && grouping == nil }

  /// The same for a number whose magnitude is `count` characters that `write` appends.
  @inline(__always)
  private func laidOut(
    isNegative: Bool, count: Int, _ f: Frame, _ write: (inout StrBuilder) -> Void
  ) throws(Raised) -> Str {
    let shownSign: UInt8? = isNegative ? 0x2d : sign == 0x2d ? nil : sign
    let fixed = shownSign == nil ? count : count + 1
    let padding = max((width ?? 0) - fixed, 0)
    if padding > 0 { try f.checkMemory(padding, times: 4) }
    var builder = StrBuilder(capacity: fixed + padding)
    if align == UInt8(ascii: ">") { builder.append(fill, times: padding) }
    if align == UInt8(ascii: "^") { builder.append(fill, times: padding / 2) }
    if let shownSign { builder.append(ascii: shownSign) }
    if align == UInt8(ascii: "=") { builder.append(fill, times: padding) }
    write(&builder)
    if align == UInt8(ascii: "<") { builder.append(fill, times: padding) }
    if align == UInt8(ascii: "^") { builder.append(fill, times: padding - padding / 2) }
    return builder.finish()
  }

  /// The digits with their separators, and with zeros in front up to `minimum` characters.
  private func grouped(_ digits: [UInt8], minimum: Int) -> [UInt8] {
    guard let grouping, !digits.isEmpty else {
      return [UInt8](repeating: 0x30, count: max(minimum - digits.count, 0)) + digits
    }
    // From the right, so that the separators fall into place.
    var reversed: [UInt8] = []
    var remaining = digits.count
    var inGroup = 0
    while remaining > 0 || reversed.count < minimum {
      if inGroup == groupSize {
        reversed.append(grouping.rawValue)
        inGroup = 0
      }
      remaining -= 1
      reversed.append(remaining >= 0 ? digits[remaining] : 0x30)
      inGroup += 1
    }
    return reversed.reversed()
  }
}
