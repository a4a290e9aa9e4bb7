// The `%` operator of `str` and `bytes`.

/// Renders a `printf`-like template with its arguments.
struct PercentFormat {
  private let f: Frame
  private let template: Str
  /// Whether the template is a `bytes` (read as Latin-1), with its own conversions and messages.
  private let isBytes: Bool
  /// The arguments of unnamed conversions; one alone need not be a tuple.
  private var arguments: ContiguousArray<Value>
  /// Where named conversions look their arguments up.
  private let mapping: Value?
  /// Whether unused arguments are an error.
  private let needsAllUsed: Bool
  private var used = 0
  private var index = 0

  init(_ f: Frame, _ template: Str, _ operand: Value) {
    self.init(f, template, operand, isBytes: false)
  }

  init(_ f: Frame, bytes template: Str, _ operand: Value) {
    self.init(f, template, operand, isBytes: true)
  }

  private init(_ f: Frame, _ template: Str, _ operand: Value, isBytes: Bool) {
    self.f = f
    self.template = template
    self.isBytes = isBytes
    let payload = operand.payload
    if let tuple = payload.tuple {
      arguments = tuple.items
      mapping = nil
      needsAllUsed = true
    } else {
      arguments = [operand]
      let isText = isBytes ? BytesType.contents(operand) != nil : payload.str != nil
      mapping = isText || f.types.type(of: operand).special(.__getitem__) == nil ? nil : operand
      needsAllUsed = mapping == nil
    }
  }

  /// One conversion: `%(key)#0-5.2f`.
  private struct Conversion {
    var isLeft = false
    var hasSign = false
    var hasSpace = false
    var isAlternate = false
    var hasZeros = false
    var width: Int?
    var precision: Int?
    var letter: UInt32 = 0
  }

  // MARK: Rendering

  func renderBytes() throws(Raised) -> [UInt8] {
    try render().latin1
  }

  func render() throws(Raised) -> Str {
    var renderer = self
    return try renderer.rendered()
  }

  private mutating func rendered() throws(Raised) -> Str {
    var builder = StrBuilder(capacity: template.count + 32)
    while index < template.count {
      let start = index
      while index < template.count, template[index] != 0x25 { index += 1 }
      builder.append(template, start, index)
      if index == template.count { break }
      index += 1
      if index < template.count, template[index] == 0x25 {
        index += 1
        builder.append(ascii: 0x25)
      } else {
        try append(parse(), to: &builder)
      }
    }
    if needsAllUsed && used < arguments.count {
      throw f.typeError("not all arguments converted during \(isBytes ? "bytes" : "string") formatting")
    }
    return builder.finish()
  }

  /// The next unnamed argument.
  private mutating func next() throws(Raised) -> Value {
    guard used < arguments.count else { throw f.typeError("not enough arguments for format string") }
    used += 1
    return arguments[used - 1]
  }

  // MARK: Parsing

  private var current: UInt32? { index < template.count ? template[index] : nil }

  private mutating func parse() throws(Raised) -> Conversion {
    var conversion = Conversion()
    if current == 0x28 {
      // What the key names is the only argument there is from now on.
      arguments = [try parseKey()]
      used = 0
    }
    parseFlags(&conversion)
    if let width = try parseNumber("width") {
      conversion.width = abs(width)
      if width < 0 { conversion.isLeft = true }
    }
    if current == 0x2e {
      index += 1
      conversion.precision = max(try parseNumber("precision") ?? 0, 0)
    }
    if current == 0x68 || current == 0x6c || current == 0x4c { index += 1 }
    guard let letter = current else { throw f.valueError("incomplete format") }
    conversion.letter = letter
    index += 1
    return conversion
  }

  private mutating func parseKey() throws(Raised) -> Value {
    guard let mapping else { throw f.typeError("format requires a mapping") }
    index += 1
    let start = index
    var depth = 1
    while index < template.count, depth > 0 {
      if template[index] == 0x28 { depth += 1 }
      if template[index] == 0x29 { depth -= 1 }
      index += 1
    }
    if depth > 0 { throw f.valueError("incomplete format key") }
    let key = template.substring(start, index - 1)
    return try f.item(of: mapping, isBytes ? .bytes(Array(key.narrow)) : .object(key))
  }

  private mutating func parseFlags(_ conversion: inout Conversion) {
    while let flag = current {
      switch flag {
      case 0x2d: conversion.isLeft = true
      case 0x2b: conversion.hasSign = true
      case 0x20: conversion.hasSpace = true
      case 0x23: conversion.isAlternate = true
      case 0x30: conversion.hasZeros = true
      default: return
      }
      index += 1
    }
  }

  /// A width or a precision, written out or, for `*`, the next argument.
  private mutating func parseNumber(_ what: String) throws(Raised) -> Int? {
    if current == 0x2a {
      index += 1
      switch try next().payload {
      case .int(let number): return number
      case .bool(let truth): return truth ? 1 : 0
      case let value where value.bigInteger != nil:
        throw f.overflowError("Python int too large to convert to C \(what == "width" ? "ssize_t" : "int")")
      default: throw f.typeError("* wants int")
      }
    }
    var number: Int?
    let limit = what == "width" ? Int.max : Int(Int32.max)
    while let digit = current, digit >= 0x30, digit <= 0x39 {
      let before = number ?? 0
      if before > (limit - Int(digit - 0x30)) / 10 { throw f.valueError("\(what) too big") }
      number = before * 10 + Int(digit - 0x30)
      index += 1
    }
    return number
  }

  // MARK: Conversions

  private mutating func append(_ conversion: Conversion, to builder: inout StrBuilder) throws(Raised) {
    let value = try next()
    if try appendCommon(value, conversion, to: &builder) { return }
    switch Unicode.Scalar(conversion.letter) {
    case "s":
      try pad(cut(isBytes ? content(value) : f.str(value), conversion), conversion, to: &builder)
    case "b" where isBytes:
      try pad(cut(content(value), conversion), conversion, to: &builder)
    case "r", "a":
      let text = try f.repr(value)
      let isPlain = conversion.letter == 0x72 && !isBytes
      try pad(cut(isPlain ? text : StrType.ascii(text), conversion), conversion, to: &builder)
    case "c":
      try pad(character(value), conversion, to: &builder)
    case "d", "i", "u", "o", "x", "X":
      try append(integer(value, conversion), conversion, to: &builder)
    case "e", "E", "f", "F", "g", "G":
      try append(float(value, conversion), conversion, to: &builder)
    default:
      throw unsupported(conversion.letter)
    }
  }

  /// Appends a text, a small int in decimal or a float with few places; false for all that needs more thought.
  private func appendCommon(
    _ value: Value, _ conversion: Conversion, to builder: inout StrBuilder
  ) throws(Raised) -> Bool {
    switch (conversion.letter, value) {
    case (0x73, .object(let object)) where object.kind == .str && !isBytes:
      try pad(cut(unsafeDowncast(object, to: Str.self), conversion), conversion, to: &builder)
    case (0x64, .int(let number)) where number > .min && conversion.precision == nil:
      let magnitude = Int(number.magnitude)
      try append(isNegative: number < 0, count: Str.decimalCount(magnitude), conversion, to: &builder) {
        $0.append(decimal: magnitude)
      }
    case (0x66, .float(let number)) where !conversion.isAlternate:
      guard let fixed = FixedDecimal(number, places: conversion.precision ?? 6) else { return false }
      try append(isNegative: fixed.isNegative, count: fixed.count, conversion, to: &builder) {
        $0.append(magnitudeOf: fixed)
      }
    default: return false
    }
    return true
  }

  private func unsupported(_ letter: UInt32) -> Raised {
    let shown = letter > 31 && letter < 127 ? String(Unicode.Scalar(UInt8(letter))) : "?"
    return f.valueError(
      "unsupported format character '\(shown)' (0x\(String(letter, radix: 16))) at index \(index - 1)")
  }

  private func cut(_ text: Str, _ conversion: Conversion) -> Str {
    conversion.precision.map { $0 < text.count ? text.substring(0, $0) : text } ?? text
  }

  /// What `%s` and `%b` of bytes show.
  private func content(_ value: Value) throws(Raised) -> Str {
    var bytes = BytesType.contents(value)
    if bytes == nil, let made = try f.callSpecial(.__bytes__, value) {
      guard let made = made.payload.bytes else {
        throw f.typeError("__bytes__ returned non-bytes (type \(f.typeName(made)))")
      }
      bytes = made.bytes
    }
    guard let bytes else {
      throw f.typeError(
        "%b requires a bytes-like object, or an object that implements __bytes__, not '\(f.typeName(value))'")
    }
    return bytes.withUnsafeBufferPointer { Str(latin1: $0) }
  }

  private func character(_ value: Value) throws(Raised) -> Str {
    if isBytes, let bytes = BytesType.contents(value), bytes.count == 1 {
      return f.interpreter.character(UInt32(bytes[0]))
    }
    if !isBytes, let text = value.payload.str {
      if text.count == 1 { return text }
      throw f.typeError("%c requires int or char")
    }
    guard value.bigInt != nil || f.types.type(of: value).special(.__index__) != nil else {
      throw f.typeError(
        isBytes ? "%c requires an integer in range(256) or a single byte" : "%c requires int or char")
    }
    let limit = isBytes ? 256 : 0x110000
    guard case .int(let scalar) = try f.integerValue(value), scalar >= 0, scalar < limit else {
      throw f.overflowError("%c arg not in range(\(isBytes ? "256" : "0x110000"))")
    }
    return f.interpreter.character(UInt32(scalar))
  }

  // MARK: Numbers

  private func integer(_ value: Value, _ conversion: Conversion) throws(Raised) -> NumberParts {
    let letter = Unicode.Scalar(conversion.letter)!
    let isDecimal = letter == "d" || letter == "i" || letter == "u"
    let number = try integerArgument(value, letter, isDecimal)
    var text: NumberParts
    switch letter {
    case "o": text = NumberParts(integer: number, radix: 8, prefix: conversion.isAlternate ? "0o" : "")
    case "x", "X": text = NumberParts(integer: number, radix: 16, prefix: conversion.isAlternate ? "0x" : "")
    default: text = try NumberParts(decimal: number, f)
    }
    if letter == "X" { text.makeUppercase() }
    if let precision = conversion.precision, precision > text.digits.count {
      try f.checkMemory(precision)
      text.digits.insert(contentsOf: repeatElement(0x30, count: precision - text.digits.count), at: 0)
    }
    return text
  }

  private func integerArgument(_ value: Value, _ letter: Unicode.Scalar, _ isDecimal: Bool) throws(Raised) -> Value {
    switch value.payload {
    case .int, .bool: return value.payload
    case .float(let number) where isDecimal: return try IntType.truncated(number, f)
    case let payload where payload.bigInteger != nil: return payload
    default: break
    }
    let type = f.types.type(of: value)
    if isDecimal, value.payload.str == nil, BytesType.contents(value) == nil, type.special(.__index__) == nil,
      let made = try f.callSpecial(.__int__, value)
    {
      if made.bigInt != nil { return made.payload }
      throw f.typeError("__int__ returned non-int (type \(f.typeName(made)))")
    }
    if type.special(.__index__) != nil { return try f.integerValue(value) }
    throw f.typeError(
      "%\(letter) format: \(isDecimal ? "a real number" : "an integer") is required, not \(f.typeName(value))")
  }

  private func float(_ value: Value, _ conversion: Conversion) throws(Raised) -> NumberParts {
    guard let number = try FloatType.number(value, f) else {
      throw f.typeError(
        isBytes ? "float argument required, not \(f.typeName(value))" : "must be real number, not \(f.typeName(value))")
    }
    let letter = UInt8(conversion.letter)
    let style: FloatText.Style
    switch ASCII.lower(letter) {
    case UInt8(ascii: "e"): style = .exponent
    case UInt8(ascii: "f"): style = .fixed
    default: style = .general
    }
    let precision = conversion.precision ?? 6
    try f.checkMemory(precision)
    var text = NumberParts(FloatText.text(number, style, precision: precision, isAlternate: conversion.isAlternate))
    if ASCII.isUpper(letter) { text.makeUppercase() }
    return text
  }

  // MARK: Layout

  private func pad(_ text: Str, _ conversion: Conversion, to builder: inout StrBuilder) throws(Raised) {
    let padding = (conversion.width ?? 0) - text.count
    if padding > 0 { try f.checkMemory(padding) }
    if !conversion.isLeft { builder.append(0x20, times: padding) }
    builder.append(text)
    if conversion.isLeft { builder.append(0x20, times: padding) }
  }

  private func append(_ number: NumberParts, _ conversion: Conversion, to builder: inout StrBuilder) throws(Raised) {
    let count = number.digits.count + number.rest.count
    try append(isNegative: number.isNegative, prefix: number.prefix, count: count, conversion, to: &builder) { builder in
      number.digits.withUnsafeBufferPointer { builder.append(ascii: $0) }
      number.rest.withUnsafeBufferPointer { builder.append(ascii: $0) }
    }
  }

  /// Appends a number whose magnitude, after the prefix, is `count` characters that `write` appends.
  @inline(__always)
  private func append(
    isNegative: Bool, prefix: [UInt8] = [], count: Int, _ conversion: Conversion, to builder: inout StrBuilder,
    _ write: (inout StrBuilder) -> Void
  ) throws(Raised) {
    let sign: UInt8? = isNegative ? 0x2d : conversion.hasSign ? 0x2b : conversion.hasSpace ? 0x20 : nil
    let padding = max((conversion.width ?? 0) - (sign == nil ? 0 : 1) - prefix.count - count, 0)
    try f.checkMemory(padding)
    let zeros = conversion.hasZeros && !conversion.isLeft
    if !zeros && !conversion.isLeft { builder.append(0x20, times: padding) }
    if let sign { builder.append(ascii: sign) }
    prefix.withUnsafeBufferPointer { builder.append(ascii: $0) }
    if zeros { builder.append(0x30, times: padding) }
    write(&builder)
    if conversion.isLeft { builder.append(0x20, times: padding) }
  }
}
