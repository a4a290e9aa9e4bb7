// The module `datetime`: the classes are written in Python over the calendar and the clocks here.
import Glibc

enum DatetimeModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    defineCalendar(m)
    defineClocks(m)
    m.nativeClasses()
    try m.source(DatetimeLibrary.deltas)
    try m.source(DatetimeLibrary.dates)
    try m.source(DatetimeLibrary.times)
    try m.source(DatetimeLibrary.moments)
  }

  private static func defineCalendar(_ m: ModuleBuilder) {
    m.function("_days_in_month", "year, month, /", .two { (f, year, month) throws(Raised) in
      .int(CivilCalendar.days(inMonth: try f.index(month), of: try f.index(year)))
    })
    m.function("_ordinal", "year, month, day, /", .three { (f, year, month, day) throws(Raised) in
      .int(CivilCalendar.ordinal(try f.index(year), try f.index(month), try f.index(day)))
    })
    m.function("_date", "ordinal, /", .one { (f, ordinal) throws(Raised) in
      let date = CivilCalendar.date(ofOrdinal: try f.index(ordinal))
      return .tuple([.int(date.year), .int(date.month), .int(date.day)])
    })
    m.function("_iso_calendar", "ordinal, /", .one { (f, ordinal) throws(Raised) in
      let iso = CivilCalendar.isoCalendar(ofOrdinal: try f.index(ordinal))
      return .tuple([.int(iso.year), .int(iso.week), .int(iso.weekday)])
    })
    m.function("_first_iso_monday", "year, /", .one { (f, year) throws(Raised) in
      .int(CivilCalendar.firstISOMonday(try f.index(year)))
    })
    m.function("_parse", "text, format, /", .two { (f, text, format) throws(Raised) in
      let time = try TimeParser.parse(argument(text, 1, f), argument(format, 2, f), f)
      let numbers = [time.year!, time.month, time.day, time.hour, time.minute, time.second, time.microsecond]
      let offset: Value = time.offset.map { .int($0 * 1_000_000 + time.offsetMicroseconds) } ?? .none
      return .tuple(ContiguousArray(numbers.map { .int($0) }) + [offset, time.zone.map { .text($0) } ?? .none])
    })
  }

  private static func argument(_ value: Value, _ index: Int, _ f: Frame) throws(Raised) -> String {
    guard let text = value.payload.str else {
      throw f.typeError("strptime() argument \(index) must be str, not \(f.typeName(value))")
    }
    return text.string
  }

  private static func defineClocks(_ m: ModuleBuilder) {
    // Microseconds since 1970.
    m.function("_now", "", .zero { (f) throws(Raised) in
      var now = timespec()
      clock_gettime(CLOCK_REALTIME, &now)
      return .int(now.tv_sec * 1_000_000 + now.tv_nsec / 1000)
    })
    // (year, month, day, hour, minute, second, offset, zone) of a moment here.
    m.function("_local", "seconds, /", .one { (f, seconds) throws(Raised) in
      var moment = time_t(try f.index(seconds))
      var time = tm()
      if localtime_r(&moment, &time) == nil { throw f.osError(errno) }
      let year = Int(time.tm_year) + 1900
      guard (CivilCalendar.minYear...CivilCalendar.maxYear).contains(year) else {
        throw f.valueError("year \(year) is out of range")
      }
      let numbers = [
        year, Int(time.tm_mon) + 1, Int(time.tm_mday), Int(time.tm_hour), Int(time.tm_min), Int(time.tm_sec),
        time.tm_gmtoff,
      ]
      return .tuple(ContiguousArray(numbers.map { .int($0) }) + [.object(SystemText.decode(time.tm_zone))])
    })
  }
}
