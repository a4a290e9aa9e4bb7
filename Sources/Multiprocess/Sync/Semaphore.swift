// multiprocessing.Semaphore and BoundedSemaphore.
import CPosixShim

/// `multiprocessing.Semaphore`, and `BoundedSemaphore` when made with `bounded`: a count that waits at zero.
///
/// Body: value (u32) · maximum (u32) · wait point (u32). A permit has no owner: one that a process took and died with
/// is gone, as in Python.
public final class Semaphore: SharedObject {
  /// The largest value, as Python's SEM_VALUE_MAX.
  public static let largestValue: UInt32 = 2_147_483_647

  private let count: Word32
  private let point: WaitPoint

  /// A semaphore of `value` permits, and never more when `bounded`.
  public init(_ value: UInt32 = 1, bounded: Bool = false, name: String = "semaphore") throws(RuntimeError) {
    let handle = try Registry.create(bounded ? .boundedSemaphore : .semaphore, name: name)
    let body = ObjectEntry(handle.index).body
    count = Word32(body)
    point = WaitPoint(body + 8)
    count.value = value
    Word32(body + 4).value = bounded ? value : Semaphore.largestValue
    super.init(created: handle)
  }

  /// The semaphore of a handle.
  public init(_ handle: Handle) throws(RuntimeError) {
    let body = ObjectEntry(handle.index).body
    count = Word32(body)
    point = WaitPoint(body + 8)
    try super.init(handle, kinds: .semaphore, .boundedSemaphore)
  }

  /// The permits there are.
  public var value: UInt32 { count.load() }

  /// The most permits there may be.
  public var maximum: UInt32 { Word32(entry.body + 4).value }

  /// Takes a permit; false when `deadline` passed first.
  @inline(__always)
  public func acquire(until deadline: Deadline = .never) throws(RuntimeError) -> Bool {
    if tryToAcquire() { return true }
    return try acquireContended(until: deadline)
  }

  @inline(never)
  private func acquireContended(until deadline: Deadline) throws(RuntimeError) -> Bool {
    let reason = WaitReason(.semaphore, handle)
    guard try Waiting.wait(for: reason, at: point, until: deadline, ready: tryToAcquire) else { return false }
    // Several permits may have come while one sleeper was woken: it wakes the next.
    if count.value > 0 { point.notify() }
    return true
  }

  @inline(__always)
  private func tryToAcquire() -> Bool {
    var value = count.load()
    while value > 0 {
      if count.compareExchange(value, value - 1) { return true }
      value = count.load()
    }
    return false
  }

  /// Gives a permit. Throws `.releasedTooOften` when there would be more than `maximum`.
  @inline(__always)
  public func release() throws(RuntimeError) {
    while true {
      let value = count.load()
      guard value < maximum else { throw .releasedTooOften }
      if count.compareExchange(value, value + 1) { break }
    }
    point.notify()
  }
}
