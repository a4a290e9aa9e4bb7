// multiprocessing.Barrier.
import CPosixShim

/// `multiprocessing.Barrier`: a point that `parties` processes pass together.
///
/// Body:
///
///     0   section lock · parties · broken (0 or 1) · waiting · round              (u32 each from +8)
///     24  how each of the last four rounds ended (u32 × 4: 1 passed, 2 broken)
///     40  who has not left each of the last four rounds yet (u32 × 4)
///     56  wait point of the round · wait point of those who came too early
///
/// A process that waits notes barrier and round in its slot. Who comes to a new round need not wait for the slow ones
/// of the last to leave, only for those four rounds back, whose record it will overwrite. A process that dies while it
/// waits breaks the barrier: its party will never be complete.
public final class Barrier: SharedObject {
  private let state: BarrierState

  /// A barrier for `parties` (at least 1) processes.
  public init(parties: UInt32, name: String = "barrier") throws(RuntimeError) {
    let handle = try Registry.create(.barrier, name: name)
    state = BarrierState(ObjectEntry(handle.index))
    state.parties.value = max(1, parties)
    super.init(created: handle)
  }

  /// The barrier of a handle.
  public init(_ handle: Handle) throws(RuntimeError) {
    state = BarrierState(ObjectEntry(handle.index))
    try super.init(handle, kinds: .barrier)
  }

  /// Waits for the others and returns this process's place in the order of arrival, 0 … parties - 1. The last one runs
  /// `action` before the others go on.
  ///
  /// Throws `.brokenBarrier` when the barrier is broken, is broken or reset meanwhile, or `deadline` passes (which
  /// breaks it), and what `action` throws (which breaks it).
  public func wait(until deadline: Deadline = .never, action: (() throws -> Void)? = nil) throws -> Int {
    let (place, round) = try arrive(until: deadline)
    if place + 1 == state.parties.value {
      try release(round, action)
      return Int(place)
    }
    while true {
      switch state.leave(me, breaking: try !waitForEnd(of: round, until: deadline)) {
      case .passed: return Int(place)
      case .broken: throw RuntimeError.brokenBarrier
      case .filling: continue
      }
    }
  }

  /// Waits until the round seems to have ended: who ended it may yet die before that is final.
  private func waitForEnd(of round: UInt32, until deadline: Deadline) throws(RuntimeError) -> Bool {
    do {
      return try Waiting.wait(for: WaitReason(.barrier, handle), at: state.point, until: deadline) {
        state.round.load() != round
      }
    } catch {
      state.withdraw(me)
      throw error
    }
  }

  /// Enters the round that is filling, once the record it will use is free.
  private func arrive(until deadline: Deadline) throws -> (place: UInt32, round: UInt32) {
    while true {
      switch try state.enter(me, handle.index) {
      case .entered(let place, let round): return (place, round)
      case .notYet(let round):
        let reason = WaitReason(.barrier, handle)
        let free = try Waiting.wait(for: reason, at: state.earlyPoint, until: deadline) {
          state.isBroken || state.canEnter || state.round.load() != round
        }
        guard free else {
          state.breakIt()
          throw RuntimeError.brokenBarrier
        }
      }
    }
  }

  /// The last one has come.
  private func release(_ round: UInt32, _ action: (() throws -> Void)?) throws {
    if let action {
      do {
        try action()
      } catch {
        _ = state.leave(me, breaking: true)
        throw error
      }
    }
    guard state.pass(me, round) else { throw RuntimeError.brokenBarrier }
  }

  /// Breaks the barrier: those who wait and those who come get `.brokenBarrier`, until `reset`.
  public func abort() { state.breakIt() }

  /// Makes the barrier whole again; those who wait now get `.brokenBarrier`.
  public func reset() { state.reset() }

  public var parties: Int { Int(state.parties.value) }
  public var isBroken: Bool { state.isBroken }
  /// How many wait now.
  public var waiterCount: Int { state.isBroken ? 0 : Int(state.waiting.load()) }

  /// The state of the barrier of an entry.
  static func state(of entry: ObjectEntry) -> (arrived: Int, parties: Int, isBroken: Bool) {
    let state = BarrierState(entry)
    return (Int(state.waiting.load()), Int(state.parties.value), state.isBroken)
  }

  /// Takes a dead process out of the barrier that it waited at, which breaks.
  static func forget(_ slot: ProcessSlot) {
    guard slot.barrier.value != 0 else { return }
    _ = BarrierState(ObjectEntry(slot.barrier.value)).leave(slot, breaking: true)
  }
}

/// The body of a barrier and its transitions, each one section.
private struct BarrierState {
  let base: UnsafeMutableRawPointer

  init(_ entry: ObjectEntry) { base = entry.body }

  var lock: SectionLock { SectionLock(base) }
  var parties: Word32 { Word32(base + 8) }
  var broken: Word32 { Word32(base + 12) }
  var waiting: Word32 { Word32(base + 16) }
  var round: Word32 { Word32(base + 20) }
  var point: WaitPoint { WaitPoint(base + 56) }
  var earlyPoint: WaitPoint { WaitPoint(base + 60) }

  func outcome(_ round: UInt32) -> Word32 { Word32(base + 24 + Int(round & 3) * 4) }
  func remaining(_ round: UInt32) -> Word32 { Word32(base + 40 + Int(round & 3) * 4) }

  static let passed: UInt32 = 1
  static let failed: UInt32 = 2

  var isBroken: Bool { broken.load() == 1 }
  var canEnter: Bool { waiting.load() < parties.value && remaining(round.load()).load() == 0 }

  enum Entry {
    case entered(place: UInt32, round: UInt32)
    case notYet(round: UInt32)
  }

  func enter(_ slot: ProcessSlot, _ object: UInt32) throws(RuntimeError) -> Entry {
    try section(lock) { journal throws(RuntimeError) in
      if isBroken { throw .brokenBarrier }
      let now = round.value
      guard canEnter else { return .notYet(round: now) }
      let place = waiting.value
      journal.set(slot.barrierRound, now)
      journal.set(slot.barrier, object)
      journal.set(waiting, place + 1)
      return .entered(place: place, round: now)
    }
  }

  /// Ends the round that is filling, for all that wait.
  private func endRound(_ outcome: UInt32, _ journal: Journal) {
    let now = round.value
    journal.set(self.outcome(now), outcome)
    journal.set(remaining(now), waiting.value)
    journal.set(waiting, 0)
    journal.set(round, now &+ 1)
  }

  private func takeOut(_ slot: ProcessSlot, _ journal: Journal) {
    let left = remaining(slot.barrierRound.value)
    journal.set(left, left.value - 1)
    journal.set(slot.barrier, 0)
  }

  private func wakeAll() {
    point.notify(.max)
    earlyPoint.notify(.max)
  }

  /// Ends the round well, unless it has ended otherwise meanwhile; takes the process out.
  func pass(_ slot: ProcessSlot, _ mine: UInt32) -> Bool {
    let good = section(lock) { journal in
      if round.value == mine { endRound(BarrierState.passed, journal) }
      let good = outcome(mine).value == BarrierState.passed
      takeOut(slot, journal)
      return good
    }
    wakeAll()
    return good
  }

  /// How a round stands for one that takes part in it.
  enum Standing {
    case filling, passed, broken
  }

  /// Takes a process out of its round if that has ended, or else breaks the barrier and takes it out if `breaking`.
  func leave(_ slot: ProcessSlot, breaking: Bool) -> Standing {
    let (standing, wake) = section(lock) { journal -> (Standing, Bool) in
      let mine = slot.barrierRound.value
      let filling = round.value == mine
      if filling {
        guard breaking else { return (.filling, false) }
        endRound(BarrierState.failed, journal)
        journal.set(broken, 1)
      }
      takeOut(slot, journal)
      return (outcome(mine).value == BarrierState.passed ? .passed : .broken, filling || remaining(mine).value == 0)
    }
    if wake { wakeAll() }
    return standing
  }

  /// Takes a process out that gives up waiting without breaking the barrier.
  func withdraw(_ slot: ProcessSlot) {
    section(lock) { journal in
      if round.value == slot.barrierRound.value {
        journal.set(waiting, waiting.value - 1)
        journal.set(slot.barrier, 0)
      } else {
        takeOut(slot, journal)
      }
    }
    earlyPoint.notify(.max)
  }

  func breakIt() {
    section(lock) { journal in
      if waiting.value > 0 { endRound(BarrierState.failed, journal) }
      journal.set(broken, 1)
    }
    wakeAll()
  }

  func reset() {
    section(lock) { journal in
      if waiting.value > 0 { endRound(BarrierState.failed, journal) }
      journal.set(broken, 0)
    }
    wakeAll()
  }
}
