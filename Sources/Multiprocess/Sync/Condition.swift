// multiprocessing.Condition.
import CPosixShim

/// `multiprocessing.Condition`: waiting under a lock for a notification. The lock is a `Lock` or a `RecursiveLock`.
///
/// Body: section lock · first and last waiter (u32 each, slot numbers); the waiters are linked through their slots.
/// `auxiliary` is the lock's handle. A notification goes to one slot; should its process die before it returns from
/// `wait`, the next waiter gets it.
public final class Condition: SharedObject {
  /// The lock it is built on.
  public let lock: any Acquirable
  private let queue: WaiterQueue

  /// A condition on `lock`, or on a recursive lock of its own.
  public init(lock given: (any Acquirable)? = nil, name: String = "condition") throws(RuntimeError) {
    if let given { lock = given } else { lock = try RecursiveLock(name: name) }
    let handle = try Registry.create(.condition, name: name)
    queue = WaiterQueue(ObjectEntry(handle.index))
    do {
      try Registry.attach(lock.handle, to: ObjectEntry(handle.index))
    } catch {
      Registry.drop(handle.index)
      throw error
    }
    super.init(created: handle)
  }

  /// The condition of a handle, with its lock.
  public init(_ handle: Handle) throws(RuntimeError) {
    guard SharedObject.kind(of: handle) == .condition else { throw .wrongKind(handle, expected: .condition) }
    let lockHandle = Handle(rawValue: ObjectEntry(handle.index).auxiliary.value)
    lock = SharedObject.kind(of: lockHandle) == .lock ? try Lock(lockHandle) : try RecursiveLock(lockHandle)
    queue = WaiterQueue(ObjectEntry(handle.index))
    try super.init(handle, kinds: .condition)
  }

  /// Gives the lock back, waits for a notification and takes the lock again. False when `deadline` passed first.
  /// Throws `.notOwner` without the lock.
  public func wait(until deadline: Deadline = .never) throws(RuntimeError) -> Bool {
    guard lock.isMine else { throw .notOwner }
    queue.add(local.index, waitingFor: handle.index)
    let depth = try lock.releaseAll()
    let slot = me
    var failure: RuntimeError?
    do {
      // A notification is final once it shows under the lock: its sender may yet die before.
      while try Waiting.wait(
        for: WaitReason(.condition, handle), at: slot.point, until: deadline, ready: { slot.notified.load() == 1 }),
        !queue.wasNotified(local.index)
      {}
    } catch {
      failure = error
    }
    let notified = !queue.remove(local.index)
    try takeBack(depth, &failure)
    slot.condition.store(0)
    if let failure { throw failure }
    return notified
  }

  /// Takes the lock again, whatever the wait came to; an interruption is kept for later.
  private func takeBack(_ depth: UInt32, _ failure: inout RuntimeError?) throws(RuntimeError) {
    while true {
      do {
        return try lock.reacquire(depth)
      } catch .interrupted {
        failure = .interrupted
      }
    }
  }

  /// Wakes up to `count` of those that wait now. Throws `.notOwner` without the lock.
  public func notify(_ count: Int = 1) throws(RuntimeError) {
    guard lock.isMine else { throw .notOwner }
    queue.notify(count)
  }

  /// Wakes all that wait now.
  public func notifyAll() throws(RuntimeError) { try notify(.max) }

  /// How many wait now.
  public var waiterCount: Int { queue.count }

  /// Takes a dead process out of the condition that it waited for; a notification it did not live to see goes on.
  static func forget(_ slot: ProcessSlot, _ index: UInt32) {
    let condition = slot.condition.value
    guard condition != 0 else { return }
    let queue = WaiterQueue(ObjectEntry(condition))
    let wasNotified = !queue.remove(index)
    slot.condition.store(0)
    if wasNotified { queue.notify(1) }
  }
}

/// The processes that wait for one condition, first come first woken.
private struct WaiterQueue {
  let base: UnsafeMutableRawPointer

  init(_ entry: ObjectEntry) { base = entry.body }

  var lock: SectionLock { SectionLock(base) }
  var first: Word32 { Word32(base + 8) }
  var last: Word32 { Word32(base + 12) }

  /// How many notifications one section gives: the journal has to hold what they write.
  private static let batch = 16

  func add(_ index: UInt32, waitingFor condition: UInt32) {
    let slot = arena.slot(index)
    section(lock) { journal in
      slot.notified.value = 0
      journal.set(slot.nextWaiter, 0)
      journal.set(slot.previousWaiter, last.value)
      journal.set(slot.condition, condition)
      if last.value == 0 {
        journal.set(first, index)
      } else {
        journal.set(arena.slot(last.value).nextWaiter, index)
      }
      journal.set(last, index)
    }
  }

  func wasNotified(_ index: UInt32) -> Bool { section(lock) { _ in arena.slot(index).notified.value == 1 } }

  /// Takes a process out. False when it is not in: it was notified.
  func remove(_ index: UInt32) -> Bool {
    let slot = arena.slot(index)
    return section(lock) { journal in
      if slot.notified.value == 1 { return false }
      unlink(slot, journal)
      // Not to be taken out twice, should this be a recovery that is cut short.
      journal.set(slot.notified, 1)
      return true
    }
  }

  private func unlink(_ slot: ProcessSlot, _ journal: Journal) {
    let next = slot.nextWaiter.value
    let previous = slot.previousWaiter.value
    journal.set(previous == 0 ? first : arena.slot(previous).nextWaiter, next)
    journal.set(next == 0 ? last : arena.slot(next).previousWaiter, previous)
  }

  func notify(_ count: Int) {
    var left = count
    while left > 0 {
      let wanted = min(left, WaiterQueue.batch)
      var woken: [ProcessSlot] = []
      section(lock) { journal in
        while woken.count < wanted, first.value != 0 {
          let slot = arena.slot(first.value)
          unlink(slot, journal)
          journal.set(slot.notified, 1)
          woken.append(slot)
        }
      }
      for slot in woken { slot.point.notify() }
      if woken.count < wanted { return }
      left -= wanted
    }
  }

  var count: Int {
    section(lock) { _ in
      var count = 0
      var index = first.value
      while index != 0 {
        count += 1
        index = arena.slot(index).nextWaiter.value
      }
      return count
    }
  }
}
