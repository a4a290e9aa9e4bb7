// Format specifications of complex numbers: both parts in the same style, padded as a whole.

extension FormatSpec {
  /// `format(number, spec)`; `value` is the number, for messages.
  static func format(_ number: Complex, _ value: Value, _ spec: Str, _ f: Frame) throws(Raised) -> Str {
    if spec.count == 0 { return Str(number.description) }
    var spec = try FormatSpec(spec, value, align: ">", f)
    if spec.fill == 0x30 { throw f.valueError("Zero padding is not allowed in complex format specifier") }
    if spec.align == UInt8(ascii: "=") {
      throw f.valueError("'=' alignment flag is not allowed in complex format specifier")
    }
    let hasType = spec.type != nil
    let omitsReal = !hasType && number.real == 0 && number.real.sign == .plus
    let width = spec.width
    spec.width = nil
    let real = omitsReal ? Str.empty : try spec.part(number.real, value, f)
    if !omitsReal { spec.sign = UInt8(ascii: "+") }
    let imaginary = try spec.part(number.imaginary, value, f)
    let text = real.string + imaginary.string + "j"
    spec.width = width
    return try spec.padded(Str(hasType || omitsReal ? text : "(\(text))"), f)
  }

  private func part(_ number: Double, _ value: Value, _ f: Frame) throws(Raised) -> Str {
    let style: FloatText.Style
    switch type {
    case nil: style = precision == nil ? .shortest : .general
    case UInt8(ascii: "e"), UInt8(ascii: "E"): style = .exponent
    case UInt8(ascii: "f"), UInt8(ascii: "F"): style = .fixed
    case UInt8(ascii: "g"), UInt8(ascii: "G"), UInt8(ascii: "n"): style = .general
    default: throw unknownType(value, f)
    }
    var text = FloatText.text(
      number, style, precision: precision ?? 6, isAlternate: isAlternate, coercesNegativeZero: coercesNegativeZero)
    if style == .shortest, !isAlternate, text.suffix(2) == [UInt8(ascii: "."), 0x30] { text.removeLast(2) }
    var shown = NumberParts(text)
    if let type, ASCII.isUpper(type) { shown.makeUppercase() }
    return try laidOut(shown, f)
  }
}
