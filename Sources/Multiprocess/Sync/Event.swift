// multiprocessing.Event.
import CPosixShim

/// `multiprocessing.Event`: a flag to wait for.
///
/// Body: flag in the lowest bit, below how often it was set (u32) · wait point (u32).
public final class Event: SharedObject {
  private let flag: Word32
  private let point: WaitPoint

  /// An event that is not set.
  public init(name: String = "event") throws(RuntimeError) {
    let handle = try Registry.create(.event, name: name)
    flag = Word32(ObjectEntry(handle.index).body)
    point = WaitPoint(ObjectEntry(handle.index).body + 4)
    super.init(created: handle)
  }

  /// The event of a handle.
  public init(_ handle: Handle) throws(RuntimeError) {
    flag = Word32(ObjectEntry(handle.index).body)
    point = WaitPoint(ObjectEntry(handle.index).body + 4)
    try super.init(handle, kinds: .event)
  }

  public var isSet: Bool { flag.load() & 1 == 1 }

  /// Sets the flag and wakes who waits.
  public func set() {
    while true {
      let old = flag.load()
      if old & 1 == 1 || flag.compareExchange(old, (old &+ 2) | 1) { break }
    }
    point.notifyAfterStore(.max)
  }

  /// Clears the flag.
  public func clear() {
    while true {
      let old = flag.load()
      if old & 1 == 0 || flag.compareExchange(old, old & ~1) { return }
    }
  }

  /// Waits until the flag is set; false when `deadline` passed first. Being set and cleared again at once still ends
  /// the wait.
  public func wait(until deadline: Deadline = .never) throws(RuntimeError) -> Bool {
    let before = flag.load()
    if before & 1 == 1 { return true }
    return try Waiting.wait(for: WaitReason(.event, handle), at: point, until: deadline) { flag.load() != before }
  }
}
