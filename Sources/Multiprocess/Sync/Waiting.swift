// How every operation of the runtime waits: spin, then sleep in slices, looking again at each.
import CPosixShim
import Glibc

/// What a process waits for, as the process table tells.
public enum WaitKind: UInt32, Sendable {
  case nothing
  case lock, semaphore, event, condition, barrier
  case message, room, tasks
  case process
  /// Any of several things.
  case several
}

/// Why a process waits: what for, and who could end it.
struct WaitReason {
  let kind: WaitKind
  /// The object's handle, or the slot number of the process that is joined.
  let object: UInt64
  /// The object whose holders can end the wait; `object` unless said otherwise.
  let giver: UInt64

  init(_ kind: WaitKind, _ object: Handle, giver: Handle? = nil) {
    self.kind = kind
    self.object = object.rawValue
    self.giver = (giver ?? object).rawValue
  }

  init(joining slot: UInt32) {
    kind = .process
    object = UInt64(slot)
    giver = 0
  }

  /// Waiting for several things.
  static let several = WaitReason(.several, .none)
}

/// How often a process has spun with success lately. Where what is waited for comes late, or where other programs keep
/// the cores busy, so that whoever is waited for cannot run meanwhile, it stops spinning but for a try now and then.
struct SpinHabit {
  /// Successes less failures, within limits.
  private var credit: Int32 = 4
  /// Waits without spinning until the next try.
  private var restsLeft: Int32 = 0

  private static let mostCredit: Int32 = 8
  private static let rests: Int32 = 32

  /// Whether to spin in the wait that begins.
  mutating func allows() -> Bool {
    if credit > 0 { return true }
    restsLeft -= 1
    if restsLeft > 0 { return false }
    restsLeft = SpinHabit.rests
    return true
  }

  /// Notes what came of it.
  mutating func note(success: Bool) {
    credit = success ? min(credit + 1, SpinHabit.mostCredit) : max(credit - 1, 0)
  }
}

enum Waiting {
  /// Looks at a condition before sleeping: about 20 µs, half of what a sleep and a wake cost.
  static let spins = 600
  /// Looks for the end of a process before sleeping: about 200 µs, which one that does next to nothing takes.
  private static let endSpins = 6000
  /// Tries for a section's lock before sleeping.
  static let sectionSpins = 200
  /// Between two looks at the number of running processes.
  private static let spinsPerLook = 32

  /// Whether a core is free for whoever is waited for: spinning otherwise takes the core it needs.
  @inline(__always)
  static var coresAreFree: Bool { Int32(bitPattern: arena.running.value) <= Int32(local.cores) }

  /// How long one sleep lasts: 100 ms, longer when there are many to wake.
  static var slice: UInt64 { 100_000_000 + min(UInt64(arena.slotsUsed.value), 1000) * 300_000 }

  /// Looks at `ready` for a while, if cores are free and that has helped lately.
  @inline(__always)
  static func spin(until ready: () -> Bool) -> Bool { spin(spins, &local.spinning, until: ready) }

  /// As `spin`, for the end of a process.
  static func spinForEnd(until ready: () -> Bool) -> Bool { spin(endSpins, &local.joining, until: ready) }

  @inline(__always)
  private static func spin(_ times: Int, _ habit: inout SpinHabit, until ready: () -> Bool) -> Bool {
    guard habit.allows() else { return false }
    var left = times
    while left > 0 {
      guard coresAreFree else { return false }
      for _ in 0..<spinsPerLook {
        if ready() {
          habit.note(success: true)
          return true
        }
        ppd_pause()
      }
      left -= spinsPerLook
    }
    habit.note(success: false)
    return false
  }

  /// Looks at `ready` after pauses that grow, about as long as `spin`: for what its owner gives back and takes again, and
  /// would have to fetch from this core's cache after each look.
  static func backOff(until ready: () -> Bool) -> Bool {
    guard local.backingOff.allows() else { return false }
    var pauses = 16
    while pauses <= 256 {
      guard coresAreFree else { return false }
      for _ in 0..<pauses { ppd_pause() }
      if ready() {
        local.backingOff.note(success: true)
        return true
      }
      pauses *= 2
    }
    local.backingOff.note(success: false)
    return false
  }

  /// Waits until `ready` answers true, which may be by doing what is waited for. Returns false when `deadline` passes
  /// first. Whoever makes `ready` true notifies `point` afterwards.
  ///
  /// Sleeps in slices: a wake-up that died with its sender delays, never hangs. Throws `.interrupted` when the hook
  /// says so, `.deadlock` when nobody can ever make it true.
  static func wait(
    for reason: WaitReason, at point: WaitPoint, until deadline: Deadline, spinning: Bool = true, ready: () -> Bool
  ) throws(RuntimeError) -> Bool {
    if ready() { return true }
    if deadline == .now { return false }
    if spinning, spin(until: ready) { return true }
    return try sleeping(for: reason, until: deadline) { (until: UInt64) -> SleepEnd in
      let ticket = point.arm()
      if ready() { return .ready }
      let end = point.sleep(ticket, until: until)
      return end == ETIMEDOUT ? .timedOut : .woken
    } onGivingUp: {
      // A wake-up meant for one may have come here.
      point.passOn()
    }
  }

  enum SleepEnd {
    case ready, woken, timedOut
  }

  /// The sleeping part of every wait: `sleep` looks at its condition and, failing that, sleeps until the given time.
  static func sleeping(
    for reason: WaitReason, until deadline: Deadline, _ sleep: (UInt64) -> SleepEnd, onGivingUp giveUp: () -> Void
  ) throws(RuntimeError) -> Bool {
    hooks.beforeBlocking()
    if let isReady = try elsewhere(until: deadline, sleep, giveUp) { return isReady }
    enter(reason, timed: deadline != .never)
    defer { leave() }
    while true {
      let now = monotonicNanoseconds()
      let until = min(deadline.nanoseconds, now + slice)
      let end = sleep(until)
      if end == .ready { return true }
      me.rechecks.store(me.rechecks.value &+ 1)
      if hooks.interrupted() {
        giveUp()
        throw .interrupted
      }
      if me.verdict.load() == me.progress.value {
        giveUp()
        throw .deadlock(Monitor.report())
      }
      guard end == .timedOut else { continue }
      if until == deadline.nanoseconds {
        // The last look: a notification may have come with the deadline.
        if sleep(0) == .ready { return true }
        giveUp()
        return false
      }
      Monitor.tick()
    }
  }

  /// Waits while other tasks of the process go on; nil where there are none. The process itself counts as running: it is
  /// part of no deadlock.
  private static func elsewhere(
    until deadline: Deadline, _ look: (UInt64) -> SleepEnd, _ giveUp: () -> Void
  ) throws(RuntimeError) -> Bool? {
    while true {
      let outcome = hooks.waitElsewhere(deadline)
      if outcome == .alone { return nil }
      if look(0) == .ready { return true }
      if outcome == .giveUp {
        giveUp()
        throw .interrupted
      }
      if deadline.hasPassed {
        giveUp()
        return false
      }
    }
  }

  private static func enter(_ reason: WaitReason, timed: Bool) {
    let slot = me
    slot.waitKind.value = reason.kind.rawValue
    slot.waitObject.value = reason.object
    slot.waitGiver.value = reason.giver
    slot.waitSince.value = monotonicNanoseconds()
    slot.progress.store(slot.progress.value &+ 1)
    slot.state = timed ? .waitingForAWhile : .waiting
    arena.running.add(~0)
  }

  private static func leave() {
    let slot = me
    arena.running.add(1)
    slot.state = .running
    slot.progress.store(slot.progress.value &+ 1)
    slot.waitKind.value = WaitKind.nothing.rawValue
  }
}
