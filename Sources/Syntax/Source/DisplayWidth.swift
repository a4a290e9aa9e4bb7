// How many columns of a terminal text takes.

/// The columns that `text` takes in a terminal: two for wide East Asian characters and emoji, none for combining and
/// invisible ones, one for any other, tabs included.
public func displayWidth(_ text: some StringProtocol) -> Int {
  text.reduce(0) { $0 + $1.displayWidth }
}

extension Character {
  /// The columns that this character takes in a terminal.
  public var displayWidth: Int {
    var width = 0
    for scalar in unicodeScalars {
      // The presentation selector turns a narrow symbol into an emoji.
      if scalar.isWide || scalar == "\u{FE0F}" { return 2 }
      if !scalar.isInvisible { width = 1 }
    }
    return width
  }
}

extension Unicode.Scalar {
  fileprivate var isInvisible: Bool {
    if value < 0x300 { return value == 0xAD }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return true
    default: return false
    }
  }

  /// Whether Unicode's East Asian Width is Wide or Fullwidth: the blocks of CJK and its neighbours, and the emoji.
  fileprivate var isWide: Bool {
    switch value {
    case ..<0x1100: false
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD:
      true
    default: properties.isEmojiPresentation
    }
  }
}
