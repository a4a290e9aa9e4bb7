// Bringing the affairs of a dead process in order.
import CPosixShim
import Glibc

/// What a process left behind when it died: a half-done section, locks, blocks in its hands, objects it held. Whoever
/// notices first settles it; every step may be the last of whoever does it, and the next one goes on.
enum Recovery {
  /// Settles the estate of the process of slot `index`, which has died. Called with no section open.
  static func recover(_ index: UInt32) {
    let owner = arena.recoveryOwner
    let nested = owner.value == local.index
    if !nested { lock() }
    defer { if !nested { unlock() } }
    let slot = arena.slot(index)
    guard slot.isDead, slot.state != .free, slot.state != .ended else { return }
    slot.journal.rollBack()
    releaseSectionLock(of: slot, index)
    _ = arena.monitorOwner.compareExchange(index, 0)
    settle(slot, index)
    forgetUnbornChildren(of: slot, index)
    // Whoever died while it ran is still counted among those that run.
    if slot.stateWord.exchange(ProcessState.ended.rawValue) == ProcessState.running.rawValue { arena.running.add(~0) }
    if slot.isUnawaited || !ProcessTable.parentIsAlive(slot) { discard(index) }
    discardEndedChildren(of: slot, index)
  }

  private static func lock() {
    let owner = arena.recoveryOwner
    while !owner.compareExchange(0, local.index) {
      let holder = owner.load()
      if holder != 0, arena.slot(holder).isDead, owner.compareExchange(holder, local.index) { return }
      let ticket = arena.recoveryPoint.arm()
      if owner.load() == 0 { continue }
      _ = arena.recoveryPoint.sleep(ticket, until: monotonicNanoseconds() + 20_000_000)
    }
  }

  private static func unlock() {
    arena.recoveryOwner.exchange(0)
    arena.recoveryPoint.notify()
  }

  /// The section that it died in has been undone; others may enter.
  private static func releaseSectionLock(of slot: ProcessSlot, _ index: UInt32) {
    guard let address = UnsafeMutableRawPointer(bitPattern: UInt(slot.sectionLock.load())) else { return }
    let lock = SectionLock(address)
    if lock.owner.compareExchange(index, 0) { lock.point.notify(.max) }
    slot.sectionLock.store(0)
  }

  /// Gives back all that a dead process had.
  private static func settle(_ slot: ProcessSlot, _ index: UInt32) {
    giveBack(slot, index)
    while let block = Block(address: slot.ownedBlocks.value) { Registry.dispose(block, ownedBy: slot) }
  }

  /// Gives back the locks and objects that a process holds: one that died, or this one when it leaves.
  static func giveBack(_ slot: ProcessSlot, _ index: UInt32) {
    if slot.heldLocks.value > 0 { releaseLocks(of: slot, index) }
    Condition.forget(slot, index)
    Barrier.forget(slot)
    Registry.inheritGraveyard(of: slot)
    Holdings.dropAll(of: slot)
  }

  private static func releaseLocks(of slot: ProcessSlot, _ index: UInt32) {
    for object in 1..<max(1, arena.objectsUsed.value) {
      let entry = ObjectEntry(object)
      guard entry.generation.load() & 1 == 1 else { continue }
      let kind = entry.kind.value
      guard kind == ObjectKind.lock.rawValue || kind == ObjectKind.recursiveLock.rawValue else { continue }
      OwnedWord(entry).release(from: index)
    }
    slot.heldLocks.store(0)
  }

  /// Gives up the slots that the dead process entered for children that have not begun, and may never.
  private static func forgetUnbornChildren(of slot: ProcessSlot, _ index: UInt32) {
    ProcessTable.forEachSlot { child, childSlot in
      let serial = childSlot.serial.value
      guard childSlot.parent.value == index, childSlot.parentSerial.value == slot.serial.value,
        childSlot.stateWord.compareExchange(ProcessSlot.starting(serial), ProcessState.ended.rawValue)
      else { return }
      Holdings.dropAll(of: childSlot)
      ProcessTable.give(child)
    }
  }

  /// Nobody will ask for the exit codes of a dead process's children.
  private static func discardEndedChildren(of slot: ProcessSlot, _ index: UInt32) {
    for child in 1..<max(1, arena.slotsUsed.value) {
      let childSlot = arena.slot(child)
      if childSlot.state == .ended, childSlot.isDead, childSlot.parent.value == index,
        childSlot.parentSerial.value == slot.serial.value
      {
        discard(child)
      }
    }
  }

  /// Frees the slot of an ended process, and its result.
  static func discard(_ index: UInt32) {
    if let result = takeResult(of: arena.slot(index)) { Registry.dispose(result) }
    ProcessTable.give(index)
  }

  /// Makes the result of an ended process this process's.
  static func takeResult(of slot: ProcessSlot) -> Block? {
    guard let result = Block(address: slot.result.value) else { return nil }
    privately { journal in
      journal.set(slot.result, 0)
      result.becomeOwned(by: me, journal)
    }
    return result
  }

  /// Settles every process that has died unnoticed, and counts those that run.
  static func sweep() {
    var running: UInt32 = 0
    ProcessTable.forEachSlot { index, slot in
      if slot.hasEnded {
        recover(index)
      } else if slot.state == .running || slot.state == .starting {
        running += 1
      }
    }
    arena.running.store(running)
  }
}
