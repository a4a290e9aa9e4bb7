// What the process table shows to people.
import CPosixShim
import Glibc

/// A living process of the tree, as the table shows it.
public struct ProcessDescription: Equatable, Sendable {
  public var pid: Int32
  /// The parent's pid; 0 for the first process, or when the parent has ended.
  public var parent: Int32
  public var name: String
  public var state: ProcessState
  /// Where it is in its script; line 0 when unknown.
  public var file: String
  public var line: Int
  /// Whether it runs there, or did when it was asked last; otherwise it is where it waits, or waited last.
  public var runsThere = false
  /// What it waits for.
  public var waitsFor: WaitKind
  /// The name of the object, or of the process, that it waits for.
  public var object: String
  /// Who holds that: the lock's owner, or the process that is joined; pid 0 for nobody.
  public var holder: Int32
  public var holderName: String
  /// When it began to wait, monotonic nanoseconds.
  public var since: UInt64

  /// The processor time that it has used until now, in nanoseconds; nil once it has ended.
  public var processorTime: UInt64? {
    var clock: clockid_t = 0
    var time = timespec()
    guard clock_getcpuclockid(pid, &clock) == 0, clock_gettime(clock, &time) == 0 else { return nil }
    return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
  }
}

extension Runtime {
  /// The living processes of the tree, in the order of the table. A snapshot: they go on meanwhile.
  public static func processes() -> [ProcessDescription] {
    var list: [ProcessDescription] = []
    ProcessTable.forEachSlot { index, slot in if !slot.isDead { list.append(describe(slot)) } }
    return list
  }

  /// Whether `pid` is a living process of the tree that the runtime has started, or the first; those that the program
  /// forked by itself are not.
  public static func hasStarted(_ pid: Int32) -> Bool {
    var found = false
    ProcessTable.forEachSlot { _, slot in
      if slot.pid.value == UInt32(bitPattern: pid), !slot.isDead, !slot.isUnawaited { found = true }
    }
    return found
  }

  static func describe(_ slot: ProcessSlot) -> ProcessDescription {
    let position = slot.position.load()
    let kind = WaitKind(rawValue: slot.waitKind.value) ?? .nothing
    var description = ProcessDescription(
      pid: Int32(slot.pid.value),
      parent: ProcessTable.parentIsAlive(slot) ? Int32(arena.slot(slot.parent.value).pid.value) : 0,
      name: slot.name, state: slot.state, file: file(ofNumber: UInt32(position >> 32)),
      line: Int(UInt32(truncatingIfNeeded: position & ~Runtime.positionWasRequested)), waitsFor: kind, object: "", holder: 0, holderName: "",
      since: slot.waitSince.value)
    description.runsThere = position & Runtime.positionWasRequested != 0
    let holder: UInt32
    if kind == .process {
      holder = UInt32(truncatingIfNeeded: slot.waitObject.value)
      description.object = arena.slot(holder).name
    } else if let entry = ObjectEntry.of(Handle(rawValue: slot.waitObject.value)) {
      description.object = entry.name
      holder = kind == .lock ? OwnedWord(entry).holder : 0
    } else {
      holder = 0
    }
    if holder != 0 {
      description.holder = Int32(arena.slot(holder).pid.value)
      description.holderName = arena.slot(holder).name
    }
    return description
  }
}
