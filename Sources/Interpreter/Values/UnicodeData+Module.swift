// What only the module `unicodedata` asks of a scalar.

extension UnicodeData {
  /// Which numbers are asked for: digits of a place system, these and others, or all.
  enum NumberKind {
    case decimal, digit, any
  }

  /// The value of a scalar that is a number of some kind.
  static func number(_ scalar: UInt32, as kind: NumberKind) -> Double? {
    let isOne =
      switch kind {
      case .decimal: isDecimal(scalar)
      case .digit: isDigit(scalar)
      case .any: isNumeric(scalar)
      }
    return isOne ? Unicode.Scalar(scalar)?.properties.numericValue : nil
  }

  static func combiningClass(_ scalar: UInt32) -> Int {
    Int(Unicode.Scalar(scalar)?.properties.canonicalCombiningClass.rawValue ?? 0)
  }

  static func isMirrored(_ scalar: UInt32) -> Bool { Unicode.Scalar(scalar)?.properties.isBidiMirrored ?? false }

  /// The two letters of the general category.
  static func categoryName(_ scalar: UInt32) -> String {
    if 0xD800..<0xE000 ~= scalar { return "Cs" }
    return switch category(scalar) {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .surrogate: "Cs"
    case .privateUse: "Co"
    default: "Cn"
    }
  }
}
