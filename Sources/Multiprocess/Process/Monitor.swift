// What waiting processes do between sleeps: settle the dead, and find out when nobody can go on.
import CPosixShim
import Glibc

/// Why a wait can never end.
public struct DeadlockReport: Equatable, Sendable {
  /// The processes that wait for each other, as they were.
  public var processes: [ProcessDescription]
  /// Whether this process is the one to print the report. Nobody is where all are orphans: who started the program has
  /// killed it.
  public var isMine: Bool
}

/// The watch over the tree. It has no process of its own: whoever sleeps, looks now and then.
///
/// A process is *stuck* if it waits without a time limit, no signal handler can end the wait, and everybody who could
/// is stuck as well. The largest such set is the suspects. When the set stays the same while each suspect has looked
/// at its own condition again, twice and in vain, nothing can ever change: all that could have acted has been seen
/// asleep after the last thing that any of them did.
enum Monitor {
  /// Called by a process that waits, between two sleeps.
  static func tick() {
    let now = monotonicNanoseconds()
    guard now &- arena.monitorTime.load() > Waiting.slice / 2, enter() else { return }
    arena.monitorTime.store(now)
    Recovery.sweep()
    lookForDeadlock()
    arena.monitorOwner.store(0)
  }

  /// Only one process at a time; that of a dead one is taken over.
  private static func enter() -> Bool {
    let owner = arena.monitorOwner
    let holder = owner.load()
    if holder == 0 { return owner.compareExchange(0, local.index) }
    return arena.slot(holder).isDead && owner.compareExchange(holder, local.index)
  }

  private static func lookForDeadlock() {
    let suspects = Suspects()
    guard !suspects.isEmpty else { return arena.suspectSignature.store(0) }
    let signature = suspects.signature
    guard arena.suspectSignature.load() == signature else {
      for index in suspects.members { arena.slot(index).suspectedRechecks.store(arena.slot(index).rechecks.load()) }
      return arena.suspectSignature.store(signature)
    }
    for index in suspects.members {
      let slot = arena.slot(index)
      if slot.rechecks.load() &- slot.suspectedRechecks.load() < 2 { return }
    }
    arena.suspectSignature.store(0)
    // This process may have been held up since it counted the suspects, and all of them may have gone on and waited
    // again: they have looked in vain only if they have not moved after their looks were counted.
    guard suspects.areUnmoved else { return }
    let reporter = suspects.members.first { !ProcessTable.isOrphan(arena.slot($0)) }
    publish(
      suspects.members.map { Runtime.describe(arena.slot($0)) }, reporter: reporter.map { arena.slot($0).pid.value } ?? 0)
    for (index, progress) in zip(suspects.members, suspects.progress) { arena.slot(index).verdict.store(progress) }
  }

  // MARK: The report

  /// Leaves the report in the arena, for those who have to throw it, and the pid of the one who prints it.
  private static func publish(_ processes: [ProcessDescription], reporter: UInt32) {
    let fields = processes.map { process in
      [
        "\(process.pid)", "\(process.parent)", process.name, "\(process.state.rawValue)", process.file,
        "\(process.line)", "\(process.waitsFor.rawValue)", process.object, "\(process.holder)", process.holderName,
        "\(process.since)",
      ].joined(separator: "\u{1F}")
    }
    let text = "\(reporter)\u{1E}" + fields.joined(separator: "\u{1E}")
    guard let block = try? Heap.allocate(text.utf8.count) else { return }
    UnsafeMutableRawBufferPointer(start: block.content, count: text.utf8.count).copyBytes(from: text.utf8)
    let old = Block(address: arena.lastReport.value)
    section(arena.registryLock) { journal in
      journal.set(arena.lastReport, block.address)
      block.ceaseOwned(by: me, journal)
      old?.becomeOwned(by: me, journal)
    }
    if let old { Heap.free(old) }
  }

  /// The last report.
  static func report() -> DeadlockReport {
    let text = section(arena.registryLock) { _ in
      Block(address: arena.lastReport.value).map { block in
        String(
          decoding: UnsafeRawBufferPointer(start: block.content, count: Int(block.size.value)), as: UTF8.self)
      }
    }
    var parts = (text ?? "").split(separator: "\u{1E}")
    let reporter = parts.isEmpty ? "" : parts.removeFirst()
    return DeadlockReport(processes: parts.compactMap(parse), isMine: reporter == "\(getpid())")
  }

  private static func parse(_ line: Substring) -> ProcessDescription? {
    let fields = line.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 11 else { return nil }
    return ProcessDescription(
      pid: Int32(fields[0]) ?? 0, parent: Int32(fields[1]) ?? 0, name: fields[2],
      state: UInt32(fields[3]).flatMap(ProcessState.init) ?? .waiting, file: fields[4], line: Int(fields[5]) ?? 0,
      waitsFor: UInt32(fields[6]).flatMap(WaitKind.init) ?? .nothing, object: fields[7], holder: Int32(fields[8]) ?? 0,
      holderName: fields[9], since: UInt64(fields[10]) ?? 0)
  }
}

/// The largest set of processes that wait for each other and for nobody else.
private struct Suspects {
  private(set) var members: [UInt32] = []
  /// The progress of each member when it was found waiting.
  private(set) var progress: [UInt64] = []
  private var stuck: Set<UInt32> = []
  private var living: [UInt32] = []

  init() {
    var found: [UInt32: UInt64] = [:]
    ProcessTable.forEachSlot { index, slot in
      living.append(index)
      let before = slot.progress.load()
      guard slot.state == .waiting, !slot.isDead, slot.flags.load() & ProcessSlot.signalsFlag == 0 else { return }
      found[index] = before
    }
    stuck = Set(found.keys)
    var changed = true
    while changed, !stuck.isEmpty {
      let helped = stuck.filter(canBeHelped)
      stuck.subtract(helped)
      changed = !helped.isEmpty
    }
    members = stuck.sorted()
    progress = members.map { found[$0] ?? 0 }
  }

  var isEmpty: Bool { members.isEmpty }

  /// Whether each member lives and still is in the wait in which it was found.
  var areUnmoved: Bool {
    zip(members, progress).allSatisfy { index, progress in
      let slot = arena.slot(index)
      return slot.progress.load() == progress && !slot.isDead
    }
  }

  /// Differs, but for chance, when the set or what one of them waits for differs.
  var signature: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for (index, progress) in zip(members, progress) {
      for part in [UInt64(index), arena.slot(index).serial.value, progress] { hash = (hash ^ part) &* 0x100_0000_01b3 }
    }
    return hash | 1
  }

  /// Whether somebody who is not stuck could end the wait of process `index`.
  private func canBeHelped(_ index: UInt32) -> Bool {
    let slot = arena.slot(index)
    switch WaitKind(rawValue: slot.waitKind.value) {
    case .nothing, nil: return true
    case .process: return !stuck.contains(UInt32(truncatingIfNeeded: slot.waitObject.value))
    case .several: return living.contains { !stuck.contains($0) }
    case .lock: return lockCanBeReleased(slot, waiter: index)
    case .semaphore, .event, .condition, .barrier, .message, .room, .tasks:
      return holderIsFree(of: Handle(rawValue: slot.waitGiver.value))
    }
  }

  /// A lock is released by its owner; a plain one possibly by anybody who holds it, if that was ever done or if the
  /// waiter owns it already.
  private func lockCanBeReleased(_ slot: ProcessSlot, waiter: UInt32) -> Bool {
    let handle = Handle(rawValue: slot.waitObject.value)
    guard let entry = ObjectEntry.of(handle) else { return true }
    let owner = OwnedWord(entry).holder
    guard owner != 0 else { return true }
    let ownerDecides =
      entry.kind.value == ObjectKind.recursiveLock.rawValue
      || owner != waiter && entry.flags.load() & ObjectEntry.releasedByOthers == 0
    return ownerDecides ? !stuck.contains(owner) : holderIsFree(of: handle)
  }

  /// Whether a process that is not stuck holds the object, or may yet come to hold it.
  private func holderIsFree(of handle: Handle) -> Bool {
    section(arena.registryLock) { _ in
      guard let entry = ObjectEntry.of(handle), entry.flags.load() & ObjectEntry.exported == 0,
        entry.inside.value == 0
      else { return true }
      return living.contains { !stuck.contains($0) && Holdings.contains(handle.index, in: arena.slot($0)) }
    }
  }
}
