// Monotonic time and the deadlines made of it.
import Glibc

/// CLOCK_MONOTONIC in nanoseconds; every process of the machine reads the same clock.
@inline(__always)
public func monotonicNanoseconds() -> UInt64 {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
}

/// How long an operation may wait.
public struct Deadline: Equatable, Sendable {
  /// CLOCK_MONOTONIC nanoseconds; 0 is "do not wait", `UInt64.max` "for ever".
  public let nanoseconds: UInt64

  init(nanoseconds: UInt64) { self.nanoseconds = nanoseconds }

  /// Wait as long as it takes.
  public static let never = Deadline(nanoseconds: .max)
  /// Do not wait.
  public static let now = Deadline(nanoseconds: 0)

  /// `seconds` from now. Not positive or not a number: `.now`; more than a century: `.never`.
  public static func after(_ seconds: Double) -> Deadline {
    guard seconds > 0 else { return .now }
    guard seconds < 3.2e9 else { return .never }
    return Deadline(nanoseconds: monotonicNanoseconds() &+ UInt64(seconds * 1e9))
  }

  /// Seconds until it passes, 0 when it has; nil for `.never`.
  public var secondsLeft: Double? {
    if nanoseconds == .max { return nil }
    let now = nanoseconds == 0 ? 0 : monotonicNanoseconds()
    return nanoseconds > now ? Double(nanoseconds - now) / 1e9 : 0
  }

  /// Whether it lies in the past.
  public var hasPassed: Bool {
    if nanoseconds == .max { return false }
    return nanoseconds == 0 || monotonicNanoseconds() >= nanoseconds
  }
}
