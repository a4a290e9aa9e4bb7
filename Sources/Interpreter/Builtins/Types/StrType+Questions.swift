// `str`'s methods that ask what kind of characters a text has.

extension StrType {
  static func defineQuestions(_ t: TypeBuilder) {
    t.method("isalpha", "self, /", .one { f, this throws(Raised) in try all(f, this, "isalpha", UnicodeData.isAlphabetic) })
    t.method("isalnum", "self, /", .one { f, this throws(Raised) in try all(f, this, "isalnum", UnicodeData.isAlphanumeric) })
    t.method("isdecimal", "self, /", .one { f, this throws(Raised) in try all(f, this, "isdecimal", UnicodeData.isDecimal) })
    t.method("isdigit", "self, /", .one { f, this throws(Raised) in try all(f, this, "isdigit", UnicodeData.isDigit) })
    t.method("isnumeric", "self, /", .one { f, this throws(Raised) in try all(f, this, "isnumeric", UnicodeData.isNumeric) })
    t.method("isspace", "self, /", .one { f, this throws(Raised) in try all(f, this, "isspace", UnicodeData.isSpace) })
    t.method("isascii", "self, /", .one(isascii))
    t.method("isprintable", "self, /", .one(isprintable))
    t.method("isidentifier", "self, /", .one(isidentifier))
    t.method("islower", "self, /", .one(islower))
    t.method("isupper", "self, /", .one(isupper))
    t.method("istitle", "self, /", .one(istitle))
  }

  /// Whether there are characters and all of them are of the kind.
  private static func all(
    _ f: Frame, _ this: Value, _ name: StaticString, _ isKind: (UInt32) -> Bool
  ) throws(Raised) -> Value {
    let text = try receiver(f, this, name)
    return .bool(text.count > 0 && (0..<text.count).allSatisfy { isKind(text[$0]) })
  }

  private static func isascii(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .bool(try receiver(f, this).isASCII)
  }

  private static func isprintable(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let text = try receiver(f, this)
    return .bool((0..<text.count).allSatisfy { UnicodeData.isPrintable(text[$0]) })
  }

  private static func isidentifier(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .bool(isIdentifier(try receiver(f, this)))
  }

  /// Whether the text could name a variable (keywords included).
  static func isIdentifier(_ text: Str) -> Bool {
    text.count > 0 && UnicodeData.isIdentifierStart(text[0])
      && (1..<text.count).allSatisfy { UnicodeData.isIdentifierPart(text[$0]) }
  }

  /// Whether there are characters with case, and none for which `isOther` holds.
  private static func hasOnlyCase(_ text: Str, _ isCase: (UInt32) -> Bool, not isOther: (UInt32) -> Bool) -> Bool {
    var found = false
    for index in 0..<text.count {
      let scalar = text[index]
      if isOther(scalar) || UnicodeData.isTitle(scalar) { return false }
      if !found { found = isCase(scalar) }
    }
    return found
  }

  private static func islower(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .bool(hasOnlyCase(try receiver(f, this), UnicodeData.isLower, not: UnicodeData.isUpper))
  }

  private static func isupper(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .bool(hasOnlyCase(try receiver(f, this), UnicodeData.isUpper, not: UnicodeData.isLower))
  }

  private static func istitle(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let text = try receiver(f, this)
    var found = false
    var isInWord = false
    for index in 0..<text.count {
      let scalar = text[index]
      if UnicodeData.isUpper(scalar) || UnicodeData.isTitle(scalar) {
        if isInWord { return .bool(false) }
        isInWord = true
        found = true
      } else if UnicodeData.isLower(scalar) {
        if !isInWord { return .bool(false) }
        found = true
      } else {
        isInWord = false
      }
    }
    return .bool(found)
  }
}
