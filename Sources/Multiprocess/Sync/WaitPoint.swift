// One word to sleep on: no wake-up is lost, and a notifier that finds nobody asleep makes no system call.
import CPosixShim
import Glibc

/// A futex word that counts notifications; its lowest bit says that somebody may be asleep.
///
/// A sleeper arms it, looks at its condition again, and sleeps if the word is still what arming gave. A notifier first
/// changes the condition, passes a full barrier, and then notifies. Who wakes arms again before it looks: others may
/// still be asleep.
struct WaitPoint {
  let word: Word32

  @inline(__always) init(_ address: UnsafeMutableRawPointer) { word = Word32(address) }

  /// Announces a sleeper; a full barrier. Returns what to pass to `sleep`.
  @inline(__always) func arm() -> UInt32 { word.or(1) | 1 }

  /// Wakes up to `count` sleepers, if there are any. The caller has passed a full barrier since its change.
  @inline(__always)
  func notify(_ count: Int32 = 1) {
    if word.value & 1 != 0 { wake(count) }
  }

  /// As `notify`, for a change made by a plain store.
  @inline(__always)
  func notifyAfterStore(_ count: Int32 = 1) {
    ppd_full_fence()
    notify(count)
  }

  /// Passes a notification on that a process got which waits no longer. It took the mark of all sleepers with it.
  func passOn() {
    _ = arm()
    notify()
  }

  @inline(never)
  private func wake(_ count: Int32) {
    while true {
      let old = word.value
      if word.compareExchange(old, (old & ~1) &+ 2) { break }
    }
    _ = ppd_futex_wake(word.pointer, count)
  }

  /// Sleeps until a notification after `arm` gave `ticket`, or until `deadline` (monotonic nanoseconds). Returns 0 or
  /// an errno as futex(2) does.
  func sleep(_ ticket: UInt32, until deadline: UInt64) -> Int32 { ppd_futex_wait(word.pointer, ticket, deadline) }
}
