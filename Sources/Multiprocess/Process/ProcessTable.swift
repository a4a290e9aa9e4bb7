// The process table: entering, becoming, leaving.
import CPosixShim
import Glibc

enum ProcessTable {
  /// A slot for a process that is about to be forked by this one. It holds nothing yet.
  static func enter(name: String, flags: UInt32) throws(RuntimeError) -> UInt32 {
    let index = try section(arena.registryLock) { journal throws(RuntimeError) in
      let recycled = arena.firstFreeSlot.value
      let index = recycled != 0 ? recycled : arena.slotsUsed.value
      guard index < arena.slotCount else { throw .tooManyProcesses(limit: arena.slotCount - 1) }
      let slot = arena.slot(index)
      let serial = arena.processesEver.value + 1
      if recycled != 0 {
        journal.set(arena.firstFreeSlot, slot.nextFree.value)
      } else {
        journal.set(arena.slotsUsed, index + 1)
      }
      journal.set(arena.processesEver, serial)
      // The slot is free: all but its link in the free list may be wiped before the state says that it is in use.
      let link = slot.nextFree.value
      clear(slot)
      slot.nextFree.value = link
      slot.serial.value = serial
      slot.parent.value = local.index
      slot.parentSerial.value = me.serial.value
      slot.flags.value = flags
      slot.position.value = me.position.value & ~Runtime.positionWasRequested
      journal.set(slot.stateWord, ProcessSlot.starting(serial))
      return index
    }
    arena.slot(index).name = name
    return index
  }

  /// Wipes everything before the journal, which is empty.
  private static func clear(_ slot: ProcessSlot) {
    let state = slot.stateWord.value
    memset(slot.base, 0, 40)
    memset(slot.base + 44, 0, 448 - 44)
    slot.stateWord.value = state
  }

  /// Makes this process, fresh from the fork, the one of the slot that was entered for process number `serial`.
  static func become(_ index: UInt32, _ serial: UInt64) throws {
    let slot = arena.slot(index)
    // Touched by a read first, the kernel maps what lies around the slot as well, and the child faults once, not thrice.
    _ = slot.state
    // Whoever cleans up after a parent that died in the fork may have given the slot up.
    guard slot.stateWord.compareExchange(ProcessSlot.starting(serial), ProcessState.running.rawValue) else {
      ppd_exit_now(1)
    }
    local.slot = slot
    local.index = index
    let pid = UInt32(getpid())
    slot.pid.store(pid)
    let failure = ppd_life_register(slot.life, pid)
    if failure != 0 { throw SystemError("set_robust_list", code: failure) }
    slot.flags.store(slot.flags.value | ProcessSlot.registeredFlag)
    arena.running.add(1)
  }

  /// Notes the pid of the process that this one has forked for the slot, unless the slot is another's already.
  static func note(pid: Int32, of index: UInt32, _ serial: UInt64) {
    let slot = arena.slot(index)
    section(arena.registryLock) { _ in
      if slot.serial.value == serial, slot.state != .free { slot.pid.store(UInt32(pid)) }
    }
  }

  /// Gives a slot back to the table.
  static func give(_ index: UInt32) {
    let slot = arena.slot(index)
    section(arena.registryLock) { journal in
      guard slot.state != .free else { return }
      journal.set(slot.stateWord, ProcessState.free.rawValue)
      journal.set(slot.nextFree, arena.firstFreeSlot.value)
      journal.set(arena.firstFreeSlot, index)
    }
  }

  /// The slots of processes that live, or that ended unnoticed.
  static func forEachSlot(_ body: (UInt32, ProcessSlot) -> Void) {
    for index in 1..<max(1, arena.slotsUsed.value) {
      let slot = arena.slot(index)
      let state = slot.state
      if state != .free, state != .ended { body(index, slot) }
    }
  }

  /// Whether the process that started `slot`'s is alive.
  static func parentIsAlive(_ slot: ProcessSlot) -> Bool {
    let parent = arena.slot(slot.parent.value)
    return slot.parent.value != 0 && parent.serial.value == slot.parentSerial.value && !parent.isDead
      && parent.state != .free
  }

  /// Whether a process above the one of `slot` has ended without waiting for it, as only a killed one does.
  static func isOrphan(_ slot: ProcessSlot) -> Bool {
    var slot = slot
    while slot.parent.value != 0 {
      guard parentIsAlive(slot) else { return true }
      slot = arena.slot(slot.parent.value)
    }
    return false
  }
}
