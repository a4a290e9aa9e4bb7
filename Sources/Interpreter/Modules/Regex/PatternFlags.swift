// The flags of a pattern, numbered as Python numbers them.

struct PatternFlags: OptionSet {
  let rawValue: Int

  static let ignoreCase = PatternFlags(rawValue: 2)
  static let locale = PatternFlags(rawValue: 4)
  static let multiline = PatternFlags(rawValue: 8)
  static let dotAll = PatternFlags(rawValue: 16)
  static let unicode = PatternFlags(rawValue: 32)
  static let verbose = PatternFlags(rawValue: 64)
  static let debug = PatternFlags(rawValue: 128)
  static let ascii = PatternFlags(rawValue: 256)

  /// Those that say what a letter is, of which a pattern has one.
  static let kinds: PatternFlags = [.ascii, .locale, .unicode]

  /// The flag of a letter in `(?ims)`.
  init?(letter: UInt32) {
    switch letter {
    case 0x69: self = .ignoreCase
    case 0x4c: self = .locale
    case 0x6d: self = .multiline
    case 0x73: self = .dotAll
    case 0x78: self = .verbose
    case 0x61: self = .ascii
    case 0x75: self = .unicode
    default: return nil
    }
  }

  init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// How letters of the pattern match.
  func caseMode(isBytes: Bool) -> CaseMode {
    if !contains(.ignoreCase) { return .exact }
    return isBytes || contains(.ascii) ? .ascii : .unicode
  }

  func characterKinds(isBytes: Bool) -> CharacterKinds {
    isBytes || contains(.ascii) ? .ascii : .unicode
  }
}
