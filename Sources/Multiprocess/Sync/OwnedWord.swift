// The core of every lock that programs see: a word that names the owner.
import CPosixShim

/// Owner (u32, a slot number), wait point (u32) and depth (u32), in the body of a lock's entry.
///
/// The owner counts in its slot how many it holds, before it takes one and after it gave one back: a process that dies
/// with a count of 0 held none; otherwise recovery looks through all locks and releases its own.
struct OwnedWord {
  let owner: Word32
  let point: WaitPoint
  let depth: Word32

  @inline(__always)
  init(_ entry: ObjectEntry) {
    owner = Word32(entry.body)
    point = WaitPoint(entry.body + 4)
    depth = Word32(entry.body + 8)
  }

  @inline(__always) var isMine: Bool { owner.value == local.index }

  /// The owner's slot number; 0 when free.
  @inline(__always) var holder: UInt32 { owner.load() }

  @inline(__always)
  func acquire(_ handle: Handle, until deadline: Deadline) throws(RuntimeError) -> Bool {
    let held = me.heldLocks
    held.store(held.value &+ 1)
    if owner.compareExchange(0, local.index) { return true }
    return try acquireContended(handle, until: deadline)
  }

  @inline(never)
  private func acquireContended(_ handle: Handle, until deadline: Deadline) throws(RuntimeError) -> Bool {
    do {
      if try Waiting.wait(for: WaitReason(.lock, handle), at: point, until: deadline, ready: tryToAcquire) {
        return true
      }
    } catch {
      countOneFewer()
      throw error
    }
    countOneFewer()
    return false
  }

  private func tryToAcquire() -> Bool {
    let holder = owner.load()
    if holder == 0 { return owner.compareExchange(0, local.index) }
    if arena.slot(holder).isDead { Recovery.recover(holder) }
    return false
  }

  /// Releases what this process owns.
  @inline(__always)
  func releaseMine() {
    owner.exchange(0)
    countOneFewer()
    point.notify()
  }

  /// Releases for another process. False when nobody owns it any more.
  func releaseFor(_ holder: UInt32) -> Bool {
    guard owner.compareExchange(holder, 0) else { return false }
    point.notify()
    return true
  }

  @inline(__always)
  private func countOneFewer() {
    let held = me.heldLocks
    held.store(held.value &- 1)
  }
}
