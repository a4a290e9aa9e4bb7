// The core of every lock that programs see: a word that names the owner.
import CPosixShim

/// Owner (u32, a slot number), wait point (u32), depth (u32) and who comes first (u32, a slot number), in the body of a
/// lock's entry.
///
/// A lock that is given back is anybody's, first of all its last owner's, who has it in its cache: handing it over each
/// time would make every round wait for a sleeper to wake. So that nobody starves, who has waited for a millisecond is
/// noted as the one who comes first, and all others leave the lock to it.
///
/// The owner counts in its slot how many it holds, before it takes one and after it gave one back: a process that dies
/// with a count of 0 held none; otherwise recovery looks through all locks and releases its own.
struct OwnedWord {
  let owner: Word32
  let point: WaitPoint
  let depth: Word32
  private let first: Word32

  /// How long a process waits until it comes first: 1 ms.
  private static let patience: UInt64 = 1_000_000

  @inline(__always)
  init(_ entry: ObjectEntry) {
    owner = Word32(entry.body)
    point = WaitPoint(entry.body + 4)
    depth = Word32(entry.body + 8)
    first = Word32(entry.body + 12)
  }

  @inline(__always) var isMine: Bool { owner.value == local.index }

  /// The owner's slot number; 0 when free.
  @inline(__always) var holder: UInt32 { owner.load() }

  @inline(__always)
  func acquire(_ handle: Handle, until deadline: Deadline) throws(RuntimeError) -> Bool {
    let held = me.heldLocks
    held.store(held.value &+ 1)
    if first.value == 0, owner.compareExchange(0, local.index) { return true }
    return try acquireContended(handle, until: deadline)
  }

  @inline(never)
  private func acquireContended(_ handle: Handle, until deadline: Deadline) throws(RuntimeError) -> Bool {
    if tryToAcquire() || deadline != .now && Waiting.backOff(until: tryToAcquire) { return true }
    let since = monotonicNanoseconds()
    var isMine = false
    do {
      isMine = try Waiting.wait(for: WaitReason(.lock, handle), at: point, until: deadline, spinning: false) {
        if tryToAcquire() { return true }
        if first.value == 0, monotonicNanoseconds() &- since > OwnedWord.patience {
          _ = first.compareExchange(0, local.index)
        }
        return false
      }
    } catch {
      giveUp()
      throw error
    }
    if isMine { _ = first.compareExchange(local.index, 0) } else { giveUp() }
    return isMine
  }

  private func tryToAcquire() -> Bool {
    let holder = owner.load()
    if holder == 0 { return mayTake && owner.compareExchange(0, local.index) }
    if arena.slot(holder).isDead { Recovery.recover(holder) }
    return false
  }

  /// Whether nobody else comes first.
  private var mayTake: Bool {
    let next = first.load()
    if next == 0 || next == local.index { return true }
    if arena.slot(next).isDead { Recovery.recover(next) }
    return first.load() == 0
  }

  /// What the process has of the lock is gone before its count says so: if it dies in between, recovery still looks.
  private func giveUp() {
    forget(local.index)
    countOneFewer()
  }

  /// Has a process that waits no longer not come first; others may have left the lock to it.
  private func forget(_ process: UInt32) {
    if first.compareExchange(process, 0) { point.notify(.max) }
  }

  /// Takes a process that has died, or leaves, out of the lock.
  func release(from process: UInt32) {
    _ = releaseFor(process)
    forget(process)
  }

  /// Releases what this process owns.
  @inline(__always)
  func releaseMine() {
    owner.exchange(0)
    countOneFewer()
    notify()
  }

  /// Wakes a waiter; all of them where one comes first, since nobody knows which one is woken.
  @inline(__always)
  private func notify() { point.notify(first.value == 0 ? 1 : .max) }

  /// Releases for another process. False when nobody owns it any more.
  func releaseFor(_ holder: UInt32) -> Bool {
    guard owner.compareExchange(holder, 0) else { return false }
    notify()
    return true
  }

  @inline(__always)
  private func countOneFewer() {
    let held = me.heldLocks
    held.store(held.value &- 1)
  }
}
