// `\N{NAME}`: characters by their Unicode names.

/// Looks a character up by its name, its alias, or the name that a rule gives it.
enum CharacterNames {
  /// The character that `name`, in either case, names.
  static func scalar(named name: String) -> Unicode.Scalar? {
    let name = name.uppercased()
    return ideograph(name) ?? syllable(name) ?? table[name]
  }

  /// Every name that the standard library knows; made when the first `\N` is met.
  private static let table: [String: Unicode.Scalar] = {
    var table: [String: Unicode.Scalar] = [:]
    table.reserveCapacity(1 << 16)
    for value in UInt32(0)...0x10FFFF {
      // No character of the planes between the ideographs and the tags, or after these, has a name of its own.
      if 0x32000..<0xE0000 ~= value || value >= 0xE0200 { continue }
      guard let scalar = Unicode.Scalar(value) else { continue }
      if let alias = scalar.properties.nameAlias { table[alias] = scalar }
      if let name = scalar.properties.name { table[name] = scalar }
    }
    return table
  }()

  /// `CJK UNIFIED IDEOGRAPH-4E00`: the name is the number.
  private static func ideograph(_ name: String) -> Unicode.Scalar? {
    let prefix = "CJK UNIFIED IDEOGRAPH-"
    guard name.hasPrefix(prefix), let value = UInt32(name.dropFirst(prefix.count), radix: 16),
      let scalar = Unicode.Scalar(value), scalar.properties.isUnifiedIdeograph
    else { return nil }
    return scalar
  }

  /// `HANGUL SYLLABLE GAG`: the name spells the letters.
  private static func syllable(_ name: String) -> Unicode.Scalar? {
    let prefix = "HANGUL SYLLABLE "
    guard name.hasPrefix(prefix) else { return nil }
    let letters = name.dropFirst(prefix.count)
    let leads = [
      "G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H",
    ]
    let vowels = [
      "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU",
      "EU", "YI", "I",
    ]
    let tails = [
      "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S",
      "SS", "NG", "J", "C", "K", "T", "P", "H",
    ]
    for (lead, leadLetters) in leads.enumerated() where letters.hasPrefix(leadLetters) {
      let rest = letters.dropFirst(leadLetters.count)
      for (vowel, vowelLetters) in vowels.enumerated() where rest.hasPrefix(vowelLetters) {
        guard let tail = tails.firstIndex(of: String(rest.dropFirst(vowelLetters.count))) else { continue }
        return Unicode.Scalar(UInt32(0xAC00 + (lead * 21 + vowel) * 28 + tail))
      }
    }
    return nil
  }
}
