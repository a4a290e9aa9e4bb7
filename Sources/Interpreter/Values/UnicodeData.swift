// Properties of Unicode scalars as CPython 3.13 knows them: those of Unicode 15.1, read from Swift's own tables.

/// Questions about one scalar; lone surrogates are scalars without properties.
enum UnicodeData {
  /// The general category of scalars that Unicode 15.1 has; nil for all others.
  static func category(_ scalar: UInt32) -> Unicode.GeneralCategory? {
    guard let scalar = Unicode.Scalar(scalar), isKnown(scalar) else { return nil }
    return scalar.properties.generalCategory
  }

  /// Whether Unicode 15.1 or an earlier version assigned the scalar.
  private static func isKnown(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x250 { return true }
    guard let age = scalar.properties.age else { return false }
    return (age.major, age.minor) <= (15, 1)
  }

  /// The properties of scalars that Unicode 15.1 has; nil for all others.
  private static func properties(_ scalar: UInt32) -> Unicode.Scalar.Properties? {
    guard let scalar = Unicode.Scalar(scalar), isKnown(scalar) else { return nil }
    return scalar.properties
  }

  static func isSpace(_ scalar: UInt32) -> Bool {
    if scalar < 0x100 { return isNarrowSpace(scalar) }
    switch scalar {
    case 0x1680, 0x2000...0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000: return true
    default: return false
    }
  }

  @inline(__always)
  private static func isNarrowSpace(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || scalar &- 9 < 5 || scalar &- 0x1c < 4 || scalar == 0x85 || scalar == 0xa0
  }

  static func isLineBreak(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0a...0x0d, 0x1c...0x1e, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  static func isPrintable(_ scalar: UInt32) -> Bool {
    if scalar < 0x7f { return scalar >= 0x20 }
    switch category(scalar) {
    case nil, .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
      .spaceSeparator:
      return false
    default: return true
    }
  }

  static func isAlphabetic(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (scalar | 0x20) &- 0x61 < 26 }
    switch category(scalar) {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
    default: return false
    }
  }

  static func isDecimal(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar &- 0x30 < 10 }
    return properties(scalar)?.numericType == .decimal
  }

  static func isDigit(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar &- 0x30 < 10 }
    let type = properties(scalar)?.numericType
    return type == .decimal || type == .digit
  }

  static func isNumeric(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar &- 0x30 < 10 }
    return properties(scalar)?.numericType != nil && !numericSinceUnicode16.contains(scalar)
  }

  /// Cuneiform signs that became numbers after Unicode 15.1.
  private static let numericSinceUnicode16: Set<UInt32> = [
    0x12038, 0x12039, 0x12079, 0x12226, 0x1222b, 0x1230b, 0x1230d, 0x12399,
  ]

  static func isAlphanumeric(_ scalar: UInt32) -> Bool {
    isAlphabetic(scalar) || isNumeric(scalar)
  }

  /// The value of a decimal digit; nil for others.
  static func decimalValue(_ scalar: UInt32) -> Int? {
    if scalar < 0x80 { return scalar &- 0x30 < 10 ? Int(scalar - 0x30) : nil }
    guard isDecimal(scalar) else { return nil }
    return properties(scalar)?.numericValue.map { Int($0) }
  }

  static func isLower(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar &- 0x61 < 26 }
    // U+0295 is a lower-case letter up to Unicode 15.1.
    return scalar == 0x295 || properties(scalar)?.isLowercase ?? false
  }

  static func isUpper(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar &- 0x41 < 26 }
    return properties(scalar)?.isUppercase ?? false
  }

  static func isTitle(_ scalar: UInt32) -> Bool {
    category(scalar) == .titlecaseLetter
  }

  static func isCased(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (scalar | 0x20) &- 0x61 < 26 }
    return properties(scalar)?.isCased ?? false
  }

  static func isCaseIgnorable(_ scalar: UInt32) -> Bool {
    properties(scalar)?.isCaseIgnorable ?? false
  }

  static func isIdentifierStart(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (scalar | 0x20) &- 0x61 < 26 || scalar == 0x5f }
    return properties(scalar)?.isXIDStart ?? false
  }

  static func isIdentifierPart(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return isIdentifierStart(scalar) || scalar &- 0x30 < 10 }
    return properties(scalar)?.isXIDContinue ?? false
  }

  // MARK: Case mappings

  /// A way to change the case of one scalar, which may give several.
  enum CaseMapping {
    case lower, upper, title, fold
  }

  /// Appends the scalar in another case.
  static func append(_ scalar: UInt32, _ mapping: CaseMapping, to builder: inout StrBuilder) {
    if scalar < 0x80 {
      let isLetter = mapping == .lower || mapping == .fold ? scalar &- 0x41 < 26 : scalar &- 0x61 < 26
      builder.append(isLetter ? scalar ^ 0x20 : scalar)
    } else if let properties = properties(scalar) {
      append(scalar, properties, mapping, to: &builder)
    } else {
      builder.append(scalar)
    }
  }

  private static func append(
    _ scalar: UInt32, _ properties: Unicode.Scalar.Properties, _ mapping: CaseMapping, to builder: inout StrBuilder
  ) {
    switch mapping {
    case .lower: append(properties.lowercaseMapping, else: scalar, to: &builder)
    case .upper: append(properties.uppercaseMapping, else: scalar, to: &builder)
    case .title: append(properties.titlecaseMapping, else: scalar, to: &builder)
    case .fold: appendFolded(scalar, properties, to: &builder)
    }
  }

  /// Case folding is the lower case of the upper case, but for a few scalars.
  private static func appendFolded(
    _ scalar: UInt32, _ properties: Unicode.Scalar.Properties, to builder: inout StrBuilder
  ) {
    switch scalar {
    // The dotless i, and Cherokee capitals, to which the small letters fold.
    case 0x131, 0x13a0...0x13f5: builder.append(scalar)
    case 0x13f8...0x13fd: builder.append(scalar - 8)
    case 0xab70...0xabbf: builder.append(scalar - 0xab70 + 0x13a0)
    case 0x1e9e: builder.append("ss")
    default:
      for upper in properties.uppercaseMapping.unicodeScalars {
        append(upper.properties.lowercaseMapping, else: upper.value, to: &builder)
      }
    }
  }

  /// Appends a mapping, or the scalar itself where Unicode 15.1 did not know what it maps to.
  private static func append(_ mapped: String, else scalar: UInt32, to builder: inout StrBuilder) {
    if mapped.unicodeScalars.allSatisfy(isKnown) {
      for scalar in mapped.unicodeScalars { builder.append(scalar.value) }
    } else {
      builder.append(scalar)
    }
  }
}

// MARK: Names

extension UnicodeData {
  /// The name of a scalar, nil where it has none.
  static func name(_ scalar: UInt32) -> String? {
    guard let scalar = Unicode.Scalar(scalar) else { return nil }
    return scalar.properties.name
  }

  /// The scalar of a name or an alias, in any case; nil where there is none. Looks at every scalar.
  static func scalar(named name: String) -> UInt32? {
    let wanted = name.uppercased()
    for value in UInt32(0)..<0x110000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if scalar.properties.name == wanted || scalar.properties.nameAlias == wanted { return value }
    }
    return nil
  }
}
