// Sets of characters: `[a-z]`, `\d`, `[^\w.]`.

/// What `\d`, `\s` and `\w` mean: of all scripts, or of ASCII only.
enum CharacterKinds {
  case ascii
  case unicode

  func isDigit(_ scalar: UInt32) -> Bool {
    self == .ascii ? scalar &- 0x30 < 10 : UnicodeData.isDecimal(scalar)
  }

  func isSpace(_ scalar: UInt32) -> Bool {
    self == .ascii ? scalar == 0x20 || scalar &- 9 < 5 : UnicodeData.isSpace(scalar)
  }

  func isWord(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar &- 0x30 < 10 || (scalar | 0x20) &- 0x61 < 26 || scalar == 0x5f }
    return self == .unicode && UnicodeData.isAlphanumeric(scalar)
  }
}

/// A set of characters, with a bitmap for those below U+0100.
struct CharacterSet {
  /// A letter after a backslash; capital ones stand for all others.
  struct Category {
    let letter: UInt32
    let kinds: CharacterKinds

    func contains(_ scalar: UInt32) -> Bool {
      switch letter {
      case 0x64: kinds.isDigit(scalar)
      case 0x44: !kinds.isDigit(scalar)
      case 0x73: kinds.isSpace(scalar)
      case 0x53: !kinds.isSpace(scalar)
      case 0x77: kinds.isWord(scalar)
      default: !kinds.isWord(scalar)
      }
    }
  }

  /// Which of the first 256 scalars it contains.
  ///
  /// ```
  ///  word   0: U+0000–U+003F   1: U+0040–U+007F   2: U+0080–U+00BF   3: U+00C0–U+00FF
  /// ```
  struct Bitmap {
    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    @inline(__always)
    subscript(scalar: UInt32) -> Bool {
      get {
        let bit = UInt64(1) << UInt64(scalar & 63)
        return switch scalar >> 6 {
        case 0: words.0 & bit != 0
        case 1: words.1 & bit != 0
        case 2: words.2 & bit != 0
        default: words.3 & bit != 0
        }
      }
      set {
        let bit = UInt64(1) << UInt64(scalar & 63)
        func apply(_ word: inout UInt64) { word = newValue ? word | bit : word & ~bit }
        switch scalar >> 6 {
        case 0: apply(&words.0)
        case 1: apply(&words.1)
        case 2: apply(&words.2)
        default: apply(&words.3)
        }
      }
    }
  }

  private let ranges: [ClosedRange<UInt32>]
  private let categories: [Category]
  private let isNegated: Bool
  private let mode: CaseMode
  private(set) var bitmap = Bitmap()

  init(ranges: [ClosedRange<UInt32>], categories: [Category], isNegated: Bool, mode: CaseMode) {
    self.ranges = ranges
    self.categories = categories
    self.isNegated = isNegated
    self.mode = mode
    for scalar in UInt32(0)..<256 where hasMember(scalar) { bitmap[scalar] = true }
  }

  @inline(__always)
  func contains(_ scalar: UInt32) -> Bool {
    scalar < 256 ? bitmap[scalar] : hasMember(scalar)
  }

  private func hasMember(_ scalar: UInt32) -> Bool {
    (names(scalar) || (mode != .exact && variants(scalar).contains(where: names))) != isNegated
  }

  private func names(_ scalar: UInt32) -> Bool {
    ranges.contains { $0.contains(scalar) } || categories.contains { $0.contains(scalar) }
  }

  private func variants(_ scalar: UInt32) -> [UInt32] {
    if mode == .ascii { return (scalar | 0x20) &- 0x61 < 26 ? [scalar ^ 0x20] : [] }
    let lower = UnicodeFolding.lower(scalar)
    return [lower, UnicodeFolding.upper(scalar), UnicodeFolding.folded(scalar), UnicodeFolding.upper(lower)]
  }
}
