// The proleptic Gregorian calendar.

/// Days, months and years, where day 1 is 1 January of year 1.
enum CivilCalendar {
  static let minYear = 1
  static let maxYear = 9999
  /// The ordinal of 31 December 9999.
  static let maxOrdinal = 3_652_059
  /// The ordinal of 1 January 1970.
  static let epochOrdinal = 719_163

  static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days of the years before this one.
  static func daysBefore(year: Int) -> Int {
    let past = year - 1
    return past * 365 + past.flooredQuotient(by: 4) - past.flooredQuotient(by: 100) + past.flooredQuotient(by: 400)
  }

  private static let daysBeforeMonth = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

  /// Days of the year before this month.
  static func daysBefore(month: Int, of year: Int) -> Int {
    daysBeforeMonth[month] + (month > 2 && isLeap(year) ? 1 : 0)
  }

  static func ordinal(_ year: Int, _ month: Int, _ day: Int) -> Int {
    daysBefore(year: year) + daysBefore(month: month, of: year) + day
  }

  static func date(ofOrdinal ordinal: Int) -> (year: Int, month: Int, day: Int) {
    // 400 years repeat; inside, 100 years, 4 years and single years do, but for the last of each.
    let days = ordinal - 1
    let (cycles, inCycle) = (days.flooredQuotient(by: 146_097), days.flooredRemainder(by: 146_097))
    let centuries = min(inCycle / 36_524, 3)
    let inCentury = inCycle - centuries * 36_524
    let fours = inCentury / 1461
    let inFours = inCentury % 1461
    let years = min(inFours / 365, 3)
    let year = cycles * 400 + centuries * 100 + fours * 4 + years + 1
    var day = inFours - years * 365
    var month = 1
    while day >= self.days(inMonth: month, of: year) {
      day -= self.days(inMonth: month, of: year)
      month += 1
    }
    return (year, month, day + 1)
  }

  /// 0 for Monday.
  static func weekday(_ ordinal: Int) -> Int { (ordinal + 6).flooredRemainder(by: 7) }

  /// The ordinal of the Monday that begins the first ISO week of a year.
  static func firstISOMonday(_ year: Int) -> Int {
    let first = ordinal(year, 1, 1)
    let weekday = weekday(first)
    return first - weekday + (weekday > 3 ? 7 : 0)
  }

  /// ISO year, week and weekday (1 for Monday).
  static func isoCalendar(ofOrdinal ordinal: Int) -> (year: Int, week: Int, weekday: Int) {
    var year = date(ofOrdinal: ordinal).year
    if ordinal < firstISOMonday(year) {
      year -= 1
    } else if ordinal >= firstISOMonday(year + 1) {
      year += 1
    }
    let days = ordinal - firstISOMonday(year)
    return (year, days / 7 + 1, days % 7 + 1)
  }

  static let weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
