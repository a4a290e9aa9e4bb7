// The module `time`.
import CPosixShim
import Glibc

enum TimeModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.constants([
      "CLOCK_REALTIME": CLOCK_REALTIME, "CLOCK_MONOTONIC": CLOCK_MONOTONIC,
      "CLOCK_PROCESS_CPUTIME_ID": CLOCK_PROCESS_CPUTIME_ID, "CLOCK_THREAD_CPUTIME_ID": CLOCK_THREAD_CPUTIME_ID,
      "CLOCK_MONOTONIC_RAW": CLOCK_MONOTONIC_RAW, "CLOCK_BOOTTIME": CLOCK_BOOTTIME, "CLOCK_TAI": CLOCK_TAI,
    ])
    let sequence = StructSequence(
      m, "struct_time",
      fields: ["tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"],
      hidden: ["tm_zone", "tm_gmtoff"])
    m.interpreter.moduleState.insert(StructTime(sequence), for: "time")
    defineZone(m)
    defineClocks(m)
    defineConversions(m)
  }

  /// The type of the broken-down times.
  private final class StructTime {
    let sequence: StructSequence

    init(_ sequence: StructSequence) {
      self.sequence = sequence
    }
  }

  private static func defineZone(_ m: ModuleBuilder) {
    let names = TimeZoneNames.current
    m.constant("tzname", .tuple(ContiguousArray(names.map { .text($0) })))
    let offset = ppd_zone_offset()
    let hasSummerTime = ppd_zone_has_summer_time() != 0
    m.constant("timezone", .int(offset))
    m.constant("daylight", .int(hasSummerTime ? 1 : 0))
    m.constant("altzone", .int(hasSummerTime ? offset - 3600 : offset))
    let module = m.module
    m.function("tzset", "", .zero { (f) throws(Raised) in
      Glibc.tzset()
      defineZone(ModuleBuilder(module: module, frame: f))
      return .none
    })
  }

  // MARK: Clocks

  private static func now(_ clock: clockid_t) -> timespec {
    var time = timespec()
    clock_gettime(clock, &time)
    return time
  }

  private static func defineClocks(_ m: ModuleBuilder) {
    let clocks: KeyValuePairs<String, clockid_t> = [
      "time": CLOCK_REALTIME, "monotonic": CLOCK_MONOTONIC, "perf_counter": CLOCK_MONOTONIC,
      "process_time": CLOCK_PROCESS_CPUTIME_ID, "thread_time": CLOCK_THREAD_CPUTIME_ID,
    ]
    for (name, clock) in clocks {
      m.function(name, "", .zero { (f) throws(Raised) in .float(now(clock).seconds) })
      m.function(name + "_ns", "", .zero { (f) throws(Raised) in .int(now(clock).nanoseconds) })
    }
    m.function("clock_gettime", "clk_id, /", .one { (f, clock) throws(Raised) in .float(try read(clock, f).seconds) })
    m.function("clock_gettime_ns", "clk_id, /", .one { (f, clock) throws(Raised) in
      .int(try read(clock, f).nanoseconds)
    })
    m.function("clock_getres", "clk_id, /", .one { (f, clock) throws(Raised) in
      var resolution = timespec()
      try f.check(Glibc.clock_getres(f.int32(clock), &resolution))
      return .float(resolution.seconds)
    })
    m.function("get_clock_info", "name, /", .one { (f, name) throws(Raised) in
      guard let text = name.payload.str else {
        throw f.typeError("get_clock_info() argument 1 must be str, not \(f.typeName(name))")
      }
      guard let clock = clocks.first(where: { $0.key == text.string })?.value else {
        throw f.valueError("unknown clock")
      }
      let cName: String
      switch clock {
      case CLOCK_REALTIME: cName = "CLOCK_REALTIME"
      case CLOCK_MONOTONIC: cName = "CLOCK_MONOTONIC"
      case CLOCK_PROCESS_CPUTIME_ID: cName = "CLOCK_PROCESS_CPUTIME_ID"
      default: cName = "CLOCK_THREAD_CPUTIME_ID"
      }
      var resolution = timespec()
      Glibc.clock_getres(clock, &resolution)
      return SimpleNamespace.value(
        [
          ("implementation", .text("clock_gettime(\(cName))")), ("monotonic", .bool(clock != CLOCK_REALTIME)),
          ("adjustable", .bool(clock == CLOCK_REALTIME)), ("resolution", .float(resolution.seconds)),
        ], f)
    })
    m.function("sleep", "seconds, /", .one(sleep))
  }

  private static func read(_ clock: Value, _ f: Frame) throws(Raised) -> timespec {
    var time = timespec()
    try f.check(clock_gettime(f.int32(clock), &time))
    return time
  }

  private static func sleep(_ f: Frame, _ value: Value) throws(Raised) -> Value {
    if value.bigInt != nil, abs(try f.double(value)) > 9e9 {
      throw f.overflowError("timestamp too large to convert to C PyTime_t")
    }
    let seconds = try self.seconds(value, f)
    if seconds < 0 { throw f.valueError("sleep length must be non-negative") }
    try f.interpreter.wait(for: nil, timeout: seconds, f)
    return .none
  }

  /// A number of seconds, as a clock could show it.
  private static func seconds(_ value: Value, _ f: Frame) throws(Raised) -> Double {
    let seconds: Double
    if case .float(let number) = value.payload {
      seconds = number
    } else {
      seconds = try f.double(f.integerValue(value))
    }
    if seconds.isNaN { throw f.valueError("Invalid value NaN (not a number)") }
    if abs(seconds) >= 9.2e18 { throw f.overflowError("timestamp out of range for platform time_t") }
    return seconds
  }

  // MARK: Broken-down times

  static func structTime(_ time: tm, _ f: Frame) throws(Raised) -> Value {
    _ = try f.interpreter.builtinModule("time", f)
    let zone: Value = time.tm_zone.map { .object(SystemText.decode($0)) } ?? .none
    return (f.interpreter.moduleState["time"] as! StructTime).sequence.value([
      .int(Int(time.tm_year) + 1900), .int(Int(time.tm_mon) + 1), .int(Int(time.tm_mday)), .int(Int(time.tm_hour)),
      .int(Int(time.tm_min)), .int(Int(time.tm_sec)), .int((Int(time.tm_wday) + 6) % 7), .int(Int(time.tm_yday) + 1),
      .int(Int(time.tm_isdst)), zone, .int(time.tm_gmtoff),
    ])
  }

  /// Nine members without a zone, as `strptime` and `timetuple` give them.
  static func structTime(_ members: [Int], zone: Value = .none, offset: Value = .none, _ f: Frame) throws(Raised)
    -> Value
  {
    _ = try f.interpreter.builtinModule("time", f)
    return (f.interpreter.moduleState["time"] as! StructTime).sequence.value(members.map { .int($0) } + [zone, offset])
  }

  private static func brokenDown(
    _ value: Value, _ convert: (UnsafePointer<time_t>, UnsafeMutablePointer<tm>) -> UnsafeMutablePointer<tm>?,
    _ f: Frame
  ) throws(Raised) -> tm {
    var moment = value.isUnbound || value.isNone ? Glibc.time(nil) : time_t(try seconds(value, f).rounded(.down))
    var result = tm()
    if convert(&moment, &result) == nil { throw f.osError(errno == 0 ? EOVERFLOW : errno) }
    return result
  }

  private static func defineConversions(_ m: ModuleBuilder) {
    m.function("gmtime", "seconds=None, /", .one { (f, value) throws(Raised) in
      try structTime(brokenDown(value, gmtime_r, f), f)
    })
    m.function("localtime", "seconds=None, /", .one { (f, value) throws(Raised) in
      try structTime(brokenDown(value, localtime_r, f), f)
    })
    m.function("mktime", "tuple, /", .one { (f, value) throws(Raised) in
      var time = try fields(value, "mktime", f)
      time.tm_wday = -1
      let result = Glibc.mktime(&time)
      if result == -1, time.tm_wday == -1 { throw f.overflowError("mktime argument out of range") }
      return .float(Double(result))
    })
    m.function("asctime", "tuple=None, /", .one { (f, value) throws(Raised) in
      let given = value.isUnbound ? try brokenDown(.none, localtime_r, f) : try fields(value, "asctime", f)
      return .text(text(try checked(given, f)))
    })
    m.function("ctime", "seconds=None, /", .one { (f, value) throws(Raised) in
      .text(text(try brokenDown(value, localtime_r, f)))
    })
    m.function("strftime", "format, tuple=None, /", .two { (f, pattern, value) throws(Raised) in
      guard let text = pattern.payload.str else {
        throw f.typeError("strftime() argument 1 must be str, not \(f.typeName(pattern))")
      }
      let given = value.isUnbound ? try brokenDown(.none, localtime_r, f) : try fields(value, "strftime", f)
      return .object(format(try checked(given, f), by: text))
    })
    m.function("strptime", "string, format='%a %b %d %H:%M:%S %Y', /", .two(parse))
  }

  /// The nine members of a time tuple.
  private static func fields(_ value: Value, _ function: String, _ f: Frame) throws(Raised) -> tm {
    guard let items = value.payload.tuple?.items else {
      throw f.typeError("Tuple or struct_time argument required")
    }
    guard items.count == 9 else { throw f.typeError("\(function)(): illegal time tuple argument") }
    var numbers: [Int32] = []
    for (index, item) in items.enumerated() {
      let number = try f.int32(item)
      if index == 0, Int(number) - 1900 < Int(Int32.min) { throw f.overflowError("year out of range") }
      numbers.append(number)
    }
    var time = tm()
    time.tm_year = numbers[0] - 1900
    time.tm_mon = numbers[1] - 1
    time.tm_mday = numbers[2]
    time.tm_hour = numbers[3]
    time.tm_min = numbers[4]
    time.tm_sec = numbers[5]
    time.tm_wday = (numbers[6] + 1) % 7
    time.tm_yday = numbers[7] - 1
    time.tm_isdst = numbers[8]
    if let instance = value.instance, let offset = instance.attribute(f.interpreter.intern("tm_gmtoff")),
      case .int(let seconds) = offset
    {
      time.tm_gmtoff = seconds
      let zone = try f.attribute(of: value, "tm_zone")
      if let name = zone.str { time.tm_zone = ZoneNames.pointer(to: name.string, f) }
    }
    return time
  }

  /// Raises ValueError where a member is not in its range. A 0 stands for the first month or day.
  private static func checked(_ time: tm, _ f: Frame) throws(Raised) -> tm {
    var time = time
    if time.tm_mon == -1 { time.tm_mon = 0 }
    if time.tm_mday == 0 { time.tm_mday = 1 }
    if time.tm_yday == -1 { time.tm_yday = 0 }
    let ranges: [(Int32, ClosedRange<Int32>, String)] = [
      (time.tm_mon, 0...11, "month"), (time.tm_mday, 1...31, "day of month"), (time.tm_hour, 0...23, "hour"),
      (time.tm_min, 0...59, "minute"), (time.tm_sec, 0...61, "seconds"),
    ]
    for (value, range, name) in ranges where !range.contains(value) { throw f.valueError("\(name) out of range") }
    if time.tm_wday < 0 { throw f.valueError("day of week out of range") }
    if !(0...365).contains(time.tm_yday) { throw f.valueError("day of year out of range") }
    return time
  }

  private static func text(_ time: tm) -> String {
    let weekday = CivilCalendar.weekdayNames[(Int(time.tm_wday) + 6) % 7].prefix(3)
    let month = CivilCalendar.monthNames[Int(time.tm_mon)].prefix(3)
    func padded(_ number: Int32, _ fill: String) -> String { (number < 10 ? fill : "") + String(number) }
    let clock = [time.tm_hour, time.tm_min, time.tm_sec].map { padded($0, "0") }.joined(separator: ":")
    return "\(weekday) \(month) \(padded(time.tm_mday, " ")) \(clock) \(Int(time.tm_year) + 1900)"
  }

  /// strftime(3).
  static func format(_ time: tm, by format: Str) -> Str {
    var time = time
    // A final mark tells an empty result from a buffer that is too small.
    let pattern = SystemText.encode(format).map { CChar(bitPattern: $0) } + [CChar(bitPattern: UInt8(ascii: "|")), 0]
    var size = max(256, pattern.count * 2)
    while true {
      var buffer = [CChar](repeating: 0, count: size)
      let count = Glibc.strftime(&buffer, size, pattern, &time)
      if count > 0 { return SystemText.decode(buffer[..<(count - 1)].map { UInt8(bitPattern: $0) }) }
      size *= 2
    }
  }

  private static func parse(_ f: Frame, _ text: Value, _ format: Value) throws(Raised) -> Value {
    let pattern = format.isUnbound ? "%a %b %d %H:%M:%S %Y" : try argument(format, 1, f)
    let time = try TimeParser.parse(argument(text, 0, f), pattern, f)
    let members = [
      time.year!, time.month, time.day, time.hour, time.minute, time.second, time.weekday!, time.dayOfYear!, time.isDST,
    ]
    return try structTime(
      members, zone: time.zone.map { .text($0) } ?? .none, offset: time.offset.map { .int($0) } ?? .none, f)
  }

  private static func argument(_ value: Value, _ index: Int, _ f: Frame) throws(Raised) -> String {
    guard let text = value.payload.str else {
      let type = try f.repr(.object(f.types.type(of: value))).string
      throw f.typeError("strptime() argument \(index) must be str, not \(type)")
    }
    return text.string
  }
}

/// Zone names that C functions point to: they stay for good.
private final class ZoneNames {
  private var pointers: [String: UnsafeMutablePointer<CChar>] = [:]

  static func pointer(to name: String, _ f: Frame) -> UnsafePointer<CChar>? {
    let names = f.interpreter.moduleState["time.zones"] as? ZoneNames ?? ZoneNames()
    f.interpreter.moduleState.insert(names, for: "time.zones")
    if names.pointers[name] == nil { names.pointers[name] = strdup(name) }
    return names.pointers[name].map { UnsafePointer($0) }
  }
}

extension timespec {
  var seconds: Double { Double(tv_sec) + Double(tv_nsec) / 1e9 }
  var nanoseconds: Int { tv_sec * 1_000_000_000 + tv_nsec }
}
