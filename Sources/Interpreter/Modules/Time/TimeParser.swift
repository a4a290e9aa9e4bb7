// strptime: reading dates and times by a format.
import CPosixShim
import Glibc

/// What a text said, by the directives of its format.
struct ParsedTime {
  var year: Int?
  var month = 1
  var day = 1
  var hour = 0
  var minute = 0
  var second = 0
  var microsecond = 0
  /// 0 for Monday.
  var weekday: Int?
  var dayOfYear: Int?
  /// Seconds east of UTC, and their fraction in microseconds.
  var offset: Int?
  var offsetMicroseconds = 0
  var zone: String?
  var isDST = -1
}

/// Reads a text by a format, as Python's `_strptime` does: spaces match any run of spaces, names in any case.
struct TimeParser {
  private enum Piece {
    case literal([Unicode.Scalar])
    case space
    case directive(Character)
  }

  private let format: String
  private let pieces: [Piece]
  private let text: [Unicode.Scalar]
  /// What each directive matched.
  private var found: [Character: String] = [:]

  /// Raises ValueError where the text does not fit the format.
  static func parse(_ text: String, _ format: String, _ f: Frame) throws(Raised) -> ParsedTime {
    var parser = try TimeParser(text, format, f)
    guard let end = parser.match(0, 0) else {
      let shown = (try f.repr(.text(text)).string, try f.repr(.text(format)).string)
      throw f.valueError("time data \(shown.0) does not match format \(shown.1)")
    }
    if end < parser.text.count {
      var rest = String.UnicodeScalarView()
      rest.append(contentsOf: parser.text[end...])
      throw f.valueError("unconverted data remains: \(String(rest))")
    }
    return try parser.result(f)
  }

  private init(_ text: String, _ format: String, _ f: Frame) throws(Raised) {
    self.format = format
    self.text = Array(text.unicodeScalars)
    pieces = try TimeParser.pieces(of: format, f)
  }

  private static func pieces(of format: String, _ f: Frame) throws(Raised) -> [Piece] {
    var pieces: [Piece] = []
    var scalars = Array(format.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      if scalar.properties.isWhitespace {
        scalars = scalars.drop { $0.properties.isWhitespace }
        pieces.append(.space)
      } else if scalar == "%" {
        guard let name = scalars.popFirst() else { throw f.valueError("stray % in format '\(format)'") }
        switch Character(name) {
        case "%": pieces.append(.literal(["%"]))
        case "c": pieces += try self.pieces(of: "%a %b %d %H:%M:%S %Y", f)
        case "x": pieces += try self.pieces(of: "%m/%d/%y", f)
        case "X": pieces += try self.pieces(of: "%H:%M:%S", f)
        case let name where "aAbBdfGHIjmMpSuUVwWyYzZ".contains(name): pieces.append(.directive(name))
        case let name:
          throw f.valueError("'\(name == "\\" ? "\\\\" : String(name))' is a bad directive in format '\(format)'")
        }
      } else {
        pieces.append(.literal([scalar]))
      }
    }
    return pieces
  }

  // MARK: Matching

  /// Matches the pieces from one on, with backtracking.
  /// - Returns: where the match ends.
  private mutating func match(_ piece: Int, _ position: Int) -> Int? {
    guard piece < pieces.count else { return position }
    switch pieces[piece] {
    case .literal(let scalars):
      guard position < text.count, text[position].folded == scalars[0].folded else { return nil }
      return match(piece + 1, position + 1)
    case .space:
      let run = text[position...].prefix { $0.properties.isWhitespace }.count
      for count in stride(from: run, through: 1, by: -1) {
        if let end = match(piece + 1, position + count) { return end }
      }
      return nil
    case .directive(let name):
      for length in lengths(of: name, position) {
        if let end = match(piece + 1, position + length) {
          var value = String.UnicodeScalarView()
          value.append(contentsOf: text[position..<position + length])
          found[name] = String(value)
          return end
        }
      }
      return nil
    }
  }

  private func digit(_ position: Int) -> Int? {
    guard position < text.count, ("0"..."9").contains(text[position]) else { return nil }
    return Int(text[position].value) - 48
  }

  /// The lengths at which a directive fits here, the preferred first.
  private func lengths(of name: Character, _ position: Int) -> [Int] {
    switch name {
    case "d": return twoDigits(position, 1...31, allowsSpace: true)
    case "H": return twoDigits(position, 0...23)
    case "I": return twoDigits(position, 1...12, allowsSpace: true)
    case "m": return twoDigits(position, 1...12)
    case "M": return twoDigits(position, 0...59)
    case "S": return twoDigits(position, 0...61)
    case "U", "W": return twoDigits(position, 0...53)
    case "V": return twoDigits(position, 1...53)
    case "y": return digit(position) != nil && digit(position + 1) != nil ? [2] : []
    case "Y", "G": return (0..<4).allSatisfy { digit(position + $0) != nil } ? [4] : []
    case "w": return digit(position).map { $0 <= 6 } ?? false ? [1] : []
    case "u": return digit(position).map { (1...7).contains($0) } ?? false ? [1] : []
    case "f": return (0..<6).prefix { digit(position + $0) != nil }.map { $0 + 1 }.reversed()
    case "j": return dayOfYear(position)
    case "z": return offset(position)
    case "a": return names(position, CivilCalendar.weekdayNames.map { String($0.prefix(3)) })
    case "A": return names(position, CivilCalendar.weekdayNames)
    case "b": return names(position, CivilCalendar.monthNames.map { String($0.prefix(3)) })
    case "B": return names(position, CivilCalendar.monthNames)
    case "p": return names(position, ["am", "pm"])
    case "Z": return names(position, ["utc", "gmt"] + TimeZoneNames.current)
    default: return []
    }
  }

  private func twoDigits(_ position: Int, _ range: ClosedRange<Int>, allowsSpace: Bool = false) -> [Int] {
    guard let first = digit(position) else {
      let isPadded = allowsSpace && position < text.count && text[position] == " "
      return isPadded && (digit(position + 1) ?? 0) > 0 ? [2] : []
    }
    var lengths: [Int] = []
    if let second = digit(position + 1), range.contains(first * 10 + second) { lengths.append(2) }
    if range.contains(first) { lengths.append(1) }
    return lengths
  }

  private func dayOfYear(_ position: Int) -> [Int] {
    var lengths: [Int] = []
    var value = 0
    for length in 1...3 {
      guard let digit = digit(position + length - 1) else { break }
      value = value * 10 + digit
      if (1...366).contains(value) { lengths.insert(length, at: 0) }
    }
    return lengths
  }

  private func offset(_ position: Int) -> [Int] {
    guard position < text.count else { return [] }
    if text[position] == "Z" { return [1] }
    guard text[position] == "+" || text[position] == "-", digit(position + 1) != nil, digit(position + 2) != nil else {
      return []
    }
    func sixty(_ place: Int) -> Int? {
      let start = place < text.count && text[place] == ":" ? place + 1 : place
      guard let tens = digit(start), tens < 6, digit(start + 1) != nil else { return nil }
      return start + 2
    }
    guard let minutes = sixty(position + 3) else { return [] }
    guard let seconds = sixty(minutes) else { return [minutes - position] }
    guard seconds < text.count, text[seconds] == "." else { return [seconds - position, minutes - position] }
    let fraction = (1...6).prefix { digit(seconds + $0) != nil }.count
    return fraction > 0
      ? [seconds + 1 + fraction - position, seconds - position, minutes - position]
      : [seconds - position, minutes - position]
  }

  private func names(_ position: Int, _ names: [String]) -> [Int] {
    func stands(_ name: [Unicode.Scalar]) -> Bool {
      guard !name.isEmpty, position + name.count <= text.count else { return false }
      return zip(name, text[position...]).allSatisfy { $0.folded == $1.folded }
    }
    return names.map { Array($0.unicodeScalars) }.filter(stands).map(\.count).sorted(by: >)
  }

  // MARK: Meaning

  private func number(_ name: Character) -> Int? {
    found[name].flatMap { Int($0.filter { $0 != " " }) }
  }

  private func index(_ name: Character, _ names: [String], prefix: Int? = nil) -> Int? {
    found[name].flatMap { text in
      names.firstIndex { $0.prefix(prefix ?? $0.count).lowercased() == text.lowercased() }
    }
  }

  private func result(_ f: Frame) throws(Raised) -> ParsedTime {
    var time = ParsedTime()
    time.year = number("Y") ?? number("y").map { $0 <= 68 ? 2000 + $0 : 1900 + $0 }
    if let month = number("m") { time.month = month }
    if let month = index("B", CivilCalendar.monthNames) { time.month = month + 1 }
    if let month = index("b", CivilCalendar.monthNames, prefix: 3) { time.month = month + 1 }
    if let day = number("d") { time.day = day }
    time.hour = hour
    time.minute = number("M") ?? 0
    time.second = number("S") ?? 0
    if let fraction = found["f"] {
      time.microsecond = Int(fraction + String(repeating: "0", count: 6 - fraction.count))!
    }
    time.weekday = index("A", CivilCalendar.weekdayNames) ?? index("a", CivilCalendar.weekdayNames, prefix: 3)
      ?? number("w").map { $0 == 0 ? 6 : $0 - 1 } ?? number("u").map { $0 - 1 }
    time.dayOfYear = number("j")
    readOffset(&time)
    try readZone(&time)
    try checkISO(time, f)
    try resolveDate(&time, f)
    return time
  }

  private var hour: Int {
    if let hour = number("H") { return hour }
    guard let hour = number("I") else { return 0 }
    switch found["p"]?.lowercased() {
    case "pm": return hour == 12 ? 12 : hour + 12
    case "am": return hour == 12 ? 0 : hour
    default: return hour
    }
  }

  private func readOffset(_ time: inout ParsedTime) {
    guard let text = found["z"] else { return }
    if text == "Z" {
      time.offset = 0
      return
    }
    let pieces = text.dropFirst().filter { $0 != ":" }.split(separator: ".")
    let digits = pieces[0].compactMap(\.wholeNumberValue)
    func pair(_ index: Int) -> Int { index + 1 < digits.count ? digits[index] * 10 + digits[index + 1] : 0 }
    let sign = text.hasPrefix("-") ? -1 : 1
    time.offset = sign * (pair(0) * 3600 + pair(2) * 60 + pair(4))
    if pieces.count > 1 {
      time.offsetMicroseconds = sign * Int(pieces[1] + String(repeating: "0", count: 6 - pieces[1].count))!
    }
  }

  private func readZone(_ time: inout ParsedTime) throws(Raised) {
    guard let name = found["Z"] else { return }
    time.zone = name
    let lower = name.lowercased()
    let known = TimeZoneNames.current.map { $0.lowercased() }
    if lower == "utc" || lower == "gmt" || lower == known.first {
      time.isDST = 0
    } else if lower == known.last {
      time.isDST = 1
    }
  }

  private func checkISO(_ time: ParsedTime, _ f: Frame) throws(Raised) {
    let hasYear = found["Y"] != nil || found["y"] != nil
    if found["G"] != nil {
      if time.dayOfYear != nil {
        throw f.valueError(
          "Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
      }
      if found["V"] == nil || time.weekday == nil {
        throw f.valueError(
          "ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive ('%A', "
            + "'%a', '%w', or '%u').")
      }
    } else if found["V"] != nil {
      if !hasYear || time.weekday == nil {
        throw f.valueError(
          "ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive ('%A', "
            + "'%a', '%w', or '%u').")
      }
      throw f.valueError(
        "ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")
    }
  }

  /// Completes the date from the day of the year or the week.
  private func resolveDate(_ time: inout ParsedTime, _ f: Frame) throws(Raised) {
    let isLeapDay = time.year == nil && time.month == 2 && time.day == 29
    // 1904 is the first leap year after 1900, so that 29 February can be read without a year.
    let year = time.year ?? (isLeapDay ? 1904 : 1900)
    if time.dayOfYear == nil, let weekday = time.weekday {
      if let week = number("U") ?? number("W"), time.year != nil {
        time.dayOfYear = TimeParser.dayOfYear(year, week, weekday, beginsMonday: found["U"] == nil)
      } else if let isoYear = number("G"), let week = number("V") {
        let ordinal = CivilCalendar.firstISOMonday(isoYear) + (week - 1) * 7 + weekday
        if week == 53, CivilCalendar.isoCalendar(ofOrdinal: ordinal).week != 53 {
          throw f.valueError("Invalid week: 53")
        }
        (time.year, time.month, time.day) = CivilCalendar.date(ofOrdinal: ordinal)
      }
      if let day = time.dayOfYear, day <= 0 {
        let ordinal = CivilCalendar.ordinal(year, 1, 1) + day - 1
        (time.year, time.month, time.day) = CivilCalendar.date(ofOrdinal: ordinal)
        time.dayOfYear = nil
      }
    }
    if let day = time.dayOfYear {
      let ordinal = CivilCalendar.ordinal(year, 1, 1) + day - 1
      let date = CivilCalendar.date(ofOrdinal: ordinal)
      (time.month, time.day) = (date.month, date.day)
      if time.year != nil { time.year = date.year }
    }
    let resolved = time.year ?? year
    if time.day > CivilCalendar.days(inMonth: time.month, of: resolved) {
      throw f.valueError("day is out of range for month")
    }
    let ordinal = CivilCalendar.ordinal(resolved, time.month, time.day)
    if time.dayOfYear == nil { time.dayOfYear = ordinal - CivilCalendar.ordinal(resolved, 1, 1) + 1 }
    if time.weekday == nil { time.weekday = CivilCalendar.weekday(ordinal) }
    if time.year == nil { time.year = 1900 }
  }

  /// The day of the year of a weekday in a week that `%U` or `%W` counts.
  private static func dayOfYear(_ year: Int, _ week: Int, _ weekday: Int, beginsMonday: Bool) -> Int {
    var first = CivilCalendar.weekday(CivilCalendar.ordinal(year, 1, 1))
    var weekday = weekday
    if !beginsMonday {
      first = (first + 1) % 7
      weekday = (weekday + 1) % 7
    }
    let daysOfWeek0 = (7 - first) % 7
    return week == 0 ? 1 + weekday - first : 1 + daysOfWeek0 + 7 * (week - 1) + weekday
  }
}

extension Unicode.Scalar {
  /// The scalar as names are compared: in lower case.
  fileprivate var folded: String { properties.lowercaseMapping }
}

/// The local time zone's names.
enum TimeZoneNames {
  /// Standard time's, then summer time's.
  static var current: [String] {
    tzset()
    return [String(cString: ppd_zone_name(0)), String(cString: ppd_zone_name(1))]
  }
}
