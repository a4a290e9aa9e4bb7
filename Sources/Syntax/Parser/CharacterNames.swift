// `\N{NAME}`: characters by their Unicode names.

/// Looks a character up by its name or by the name that a rule gives it.
enum CharacterNames {
  /// The character that `name`, in either case, names; as Python's `unicodedata.lookup`.
  static func scalar(named name: String) -> Unicode.Scalar? {
    let name = name.uppercased()
    return ideograph(name) ?? syllable(name) ?? controls[name].flatMap(Unicode.Scalar.init) ?? table[name]
  }

  /// The names of characters that have no other, and the short names of some.
  private static let controls: [String: UInt32] = [
    "NULL": 0x0, "NUL": 0x0, "START OF HEADING": 0x1, "SOH": 0x1, "START OF TEXT": 0x2, "STX": 0x2,
    "END OF TEXT": 0x3, "ETX": 0x3, "END OF TRANSMISSION": 0x4, "EOT": 0x4, "ENQUIRY": 0x5, "ENQ": 0x5,
    "ACKNOWLEDGE": 0x6, "ACK": 0x6, "ALERT": 0x7, "BEL": 0x7, "BACKSPACE": 0x8, "BS": 0x8,
    "CHARACTER TABULATION": 0x9, "HORIZONTAL TABULATION": 0x9, "HT": 0x9, "TAB": 0x9, "LINE FEED": 0xA,
    "NEW LINE": 0xA, "END OF LINE": 0xA, "LF": 0xA, "NL": 0xA, "EOL": 0xA, "LINE TABULATION": 0xB,
    "VERTICAL TABULATION": 0xB, "VT": 0xB, "FORM FEED": 0xC, "FF": 0xC, "CARRIAGE RETURN": 0xD, "CR": 0xD,
    "SHIFT OUT": 0xE, "LOCKING-SHIFT ONE": 0xE, "SO": 0xE, "SHIFT IN": 0xF, "LOCKING-SHIFT ZERO": 0xF, "SI": 0xF,
    "DATA LINK ESCAPE": 0x10, "DLE": 0x10, "DEVICE CONTROL ONE": 0x11, "DC1": 0x11, "DEVICE CONTROL TWO": 0x12,
    "DC2": 0x12, "DEVICE CONTROL THREE": 0x13, "DC3": 0x13, "DEVICE CONTROL FOUR": 0x14, "DC4": 0x14,
    "NEGATIVE ACKNOWLEDGE": 0x15, "NAK": 0x15, "SYNCHRONOUS IDLE": 0x16, "SYN": 0x16,
    "END OF TRANSMISSION BLOCK": 0x17, "ETB": 0x17, "CANCEL": 0x18, "CAN": 0x18, "END OF MEDIUM": 0x19, "EOM": 0x19,
    "EM": 0x19, "SUBSTITUTE": 0x1A, "SUB": 0x1A, "ESCAPE": 0x1B, "ESC": 0x1B, "INFORMATION SEPARATOR FOUR": 0x1C,
    "FILE SEPARATOR": 0x1C, "FS": 0x1C, "INFORMATION SEPARATOR THREE": 0x1D, "GROUP SEPARATOR": 0x1D, "GS": 0x1D,
    "INFORMATION SEPARATOR TWO": 0x1E, "RECORD SEPARATOR": 0x1E, "RS": 0x1E, "INFORMATION SEPARATOR ONE": 0x1F,
    "UNIT SEPARATOR": 0x1F, "US": 0x1F, "DELETE": 0x7F, "DEL": 0x7F, "BREAK PERMITTED HERE": 0x82, "BPH": 0x82,
    "NO BREAK HERE": 0x83, "NBH": 0x83, "INDEX": 0x84, "IND": 0x84, "NEXT LINE": 0x85, "NEL": 0x85,
    "START OF SELECTED AREA": 0x86, "SSA": 0x86, "END OF SELECTED AREA": 0x87, "ESA": 0x87, "REVERSE LINE FEED": 0x8D,
    "REVERSE INDEX": 0x8D, "RI": 0x8D, "STRING TERMINATOR": 0x9C, "ST": 0x9C, "CONTROL SEQUENCE INTRODUCER": 0x9B,
    "CSI": 0x9B, "OPERATING SYSTEM COMMAND": 0x9D, "OSC": 0x9D, "NBSP": 0xA0, "SHY": 0xAD, "ZWSP": 0x200B,
    "ZWNJ": 0x200C, "ZWJ": 0x200D, "LRM": 0x200E, "RLM": 0x200F, "WJ": 0x2060, "BYTE ORDER MARK": 0xFEFF,
    "BOM": 0xFEFF, "ZWNBSP": 0xFEFF,
  ]

  /// Every name that the standard library knows; made when the first `\N` is met.
  private static let table: [String: Unicode.Scalar] = {
    var table: [String: Unicode.Scalar] = [:]
    table.reserveCapacity(1 << 16)
    for value in UInt32(0)...0x10FFFF {
      // No character of the planes between the ideographs and the tags, or after these, has a name of its own.
      if 0x32000..<0xE0000 ~= value || value >= 0xE0200 { continue }
      guard let scalar = Unicode.Scalar(value) else { continue }
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
