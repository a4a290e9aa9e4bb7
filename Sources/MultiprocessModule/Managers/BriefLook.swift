// Looking for a moment before sleeping.
import CPosixShim
import Glibc
import Multiprocess

/// Looks again and again for what is expected within microseconds: to sleep and be woken takes longer than that.
///
/// First it looks alone, for the time that an answer from another core takes; then it gives way between two looks, since
/// whoever is to answer may wait for this very core. Where all was in vain, or somebody else kept the core for long, the
/// next chances are passed by, twice as many each time: so nobody spins for what does not come, and on a busy machine
/// everybody sleeps.
struct BriefLook {
  /// Looks before the core is offered to others: about 3 µs.
  private static let looksAlone = 64
  /// How often the core is offered.
  private static let offers = 8
  /// Whoever keeps the core longer than this, 100 µs, has work of his own.
  private static let longTurn: UInt64 = 100_000
  private static let mostPassedBy = 1024

  private var toPassBy = 0
  private var penalty = 0

  /// Whether `ready` answered true within the moment.
  mutating func until(_ ready: () -> Bool) -> Bool {
    if toPassBy > 0 {
      toPassBy -= 1
      return ready()
    }
    for _ in 0..<BriefLook.looksAlone {
      if ready() { return succeed() }
      ppd_pause()
    }
    var offered = monotonicNanoseconds()
    for _ in 0..<BriefLook.offers {
      sched_yield()
      let back = monotonicNanoseconds()
      let isLate = back - offered > BriefLook.longTurn
      if isLate { passBy() }
      if ready() { return isLate || succeed() }
      if isLate { return false }
      offered = back
    }
    passBy()
    return false
  }

  private mutating func succeed() -> Bool {
    penalty = 0
    return true
  }

  private mutating func passBy() {
    penalty = min(max(1, penalty * 2), BriefLook.mostPassedBy)
    toPassBy = penalty
  }
}
