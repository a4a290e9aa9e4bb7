// The runtime's own short critical sections: a lock that knows its owner, over the process's journal.
import CPosixShim

/// A lock of the runtime's own structures: owner (u32) and wait point (u32). Held for tens of nanoseconds, never while
/// the process waits for something else; no process ever holds two. If its owner dies, the next one to want it brings
/// that process's affairs in order (which undoes the half-done section) and goes on.
struct SectionLock {
  let owner: Word32
  let point: WaitPoint

  @inline(__always)
  init(_ address: UnsafeMutableRawPointer) {
    owner = Word32(address)
    point = WaitPoint(address + 4)
  }

  @inline(__always)
  func lock() {
    me.sectionLock.store(UInt64(UInt(bitPattern: owner.pointer)))
    if !owner.compareExchange(0, local.index) { lockContended() }
  }

  @inline(__always)
  func unlock() {
    owner.exchange(0)
    me.sectionLock.store(0)
    point.notify()
  }

  @inline(never)
  private func lockContended() {
    var spins = Waiting.sectionSpins
    while true {
      let holder = owner.load()
      if holder == 0 {
        if owner.compareExchange(0, local.index) { return }
      } else if arena.slot(holder).isDead {
        me.sectionLock.store(0)
        Recovery.recover(holder)
        me.sectionLock.store(UInt64(UInt(bitPattern: owner.pointer)))
      } else if spins > 0 {
        spins -= 1
        ppd_pause()
      } else {
        let ticket = point.arm()
        if owner.compareExchange(0, local.index) { return }
        _ = point.sleep(ticket, until: monotonicNanoseconds() + 20_000_000)
      }
    }
  }
}

/// Runs `body` with `lock` held. What it sets through the journal takes effect wholly or not at all: when it throws,
/// or when the process dies in it, nothing has happened.
@inline(__always)
func section<Result, Failure: Error>(
  _ lock: SectionLock, _ body: (Journal) throws(Failure) -> Result
) throws(Failure) -> Result {
  let journal = me.journal
  lock.lock()
  do {
    let result = try body(journal)
    journal.commit()
    lock.unlock()
    return result
  } catch {
    journal.rollBack()
    lock.unlock()
    throw error
  }
}

/// As `section`, for what only this process writes: its slot and the blocks it owns.
@inline(__always)
func privately<Result>(_ body: (Journal) -> Result) -> Result {
  let journal = me.journal
  let result = body(journal)
  journal.commit()
  return result
}
