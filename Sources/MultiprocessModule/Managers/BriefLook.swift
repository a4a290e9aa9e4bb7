// Looking for a moment before sleeping.
import CPosixShim
import Glibc
import Multiprocess

/// Looks again and again for what is expected within microseconds: to sleep and be woken takes longer than that.
///
/// What may have to be computed on this very core is looked for while giving way: the core is offered to others between
/// two looks. Where somebody kept it for long, there is other work on the machine, and nobody gives way for a good while.
/// Where a look was in vain, the next chances are passed by, twice as many each time: nobody spins for what does not come.
struct BriefLook {
  /// How long to look without giving way: 60 µs, about what a sleep, a wake and an answer by a socket take. With 20 µs the
  /// looks over TCP were mostly in vain: a call took 46 µs instead of 15.
  private static let span: UInt64 = 60_000
  /// Looks before the core is offered for the first time: about 3 µs.
  private static let looksBeforeOffers = 64
  private static let offers = 8
  /// Who keeps the core longer than this, 100 µs, has work of his own.
  private static let longTurn: UInt64 = 100_000
  private static let chancesAfterLongTurn = 4096
  private static let mostPassedBy = 64

  private var toPassBy = 0
  private var penalty = 0
  private var chancesWithoutOffers = 0

  /// Whether `ready` answered true within the moment.
  /// - Parameter givingWay: whether what is looked for may have to be computed on this core.
  mutating func until(givingWay: Bool = false, _ ready: () -> Bool) -> Bool {
    if toPassBy > 0 {
      toPassBy -= 1
      return ready()
    }
    let offers = givingWay && chancesWithoutOffers == 0
    if chancesWithoutOffers > 0 { chancesWithoutOffers -= 1 }
    if offers ? looksGivingWay(until: ready) : looksAlone(until: ready) {
      penalty = 0
      return true
    }
    penalty = min(max(1, penalty * 2), BriefLook.mostPassedBy)
    toPassBy = penalty
    return false
  }

  private func looksAlone(until ready: () -> Bool) -> Bool {
    let end = monotonicNanoseconds() + BriefLook.span
    repeat {
      for _ in 0..<8 {
        if ready() { return true }
        ppd_pause()
      }
    } while monotonicNanoseconds() < end
    return false
  }

  private mutating func looksGivingWay(until ready: () -> Bool) -> Bool {
    for _ in 0..<BriefLook.looksBeforeOffers {
      if ready() { return true }
      ppd_pause()
    }
    var offered = monotonicNanoseconds()
    for _ in 0..<BriefLook.offers {
      sched_yield()
      let back = monotonicNanoseconds()
      let wasLong = back - offered > BriefLook.longTurn
      if wasLong { chancesWithoutOffers = BriefLook.chancesAfterLongTurn }
      if ready() { return true }
      if wasLong { return false }
      offered = back
    }
    return false
  }
}
