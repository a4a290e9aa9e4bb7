// multiprocessing.connection.wait.
import CPosixShim
import Glibc

/// Something to wait for together with others.
public enum Waitable {
  /// Ready when a message, or the end, can be received.
  case connection(Connection)
  /// Ready when a message can be got, or the queue is shut down.
  case queue(Queue)
  /// Ready when the process has ended.
  case process(ChildProcess)
  /// Ready when it is readable; any descriptor that poll(2) takes.
  case descriptor(Int32)
}

extension Runtime {
  /// Waits until one of the things is ready or `deadline` passes; returns the places of those that are.
  public static func wait(for things: [Waitable], until deadline: Deadline = .never) throws -> [Int] {
    let ready = { things.indices.filter { things[$0].isReady } }
    let first = ready()
    if !first.isEmpty || deadline == .now { return first }
    if Waiting.spin(until: { things.contains { $0.isQuicklyReady } }) { return ready() }
    defer {
      // A wake-up meant for one who takes may have come here, and this process only looked.
      for thing in things { thing.point?.notify() }
    }
    var found: [Int] = []
    let sleeper = SleepOnMany(things)
    _ = try Waiting.sleeping(for: .several, until: deadline) { until in
      let armed = sleeper.arm()
      found = ready()
      return found.isEmpty ? sleeper.sleep(armed, until: until) : .ready
    } onGivingUp: {
    }
    return found
  }
}

extension Waitable {
  /// The channel that messages come through.
  private var fifo: Fifo? {
    switch self {
    case .connection(let connection): connection.incoming
    case .queue(let queue): queue.fifo
    case .process, .descriptor: nil
    }
  }

  fileprivate var point: WaitPoint? { fifo?.items }

  /// Whether it is ready, as far as shared memory tells.
  fileprivate var isQuicklyReady: Bool {
    if let fifo { return !fifo.isEmpty || fifo.isShut }
    if case .process(let process) = self { return process.hasEnded }
    return false
  }

  fileprivate var isReady: Bool {
    if case .descriptor(let descriptor) = self { return ppd_poll_readable(descriptor, 0) > 0 }
    return isQuicklyReady
  }

  /// The word to sleep on and what it holds while the thing is not ready.
  fileprivate func armedWord() -> ppd_futex_waiter? {
    if let point { return ppd_futex_waiter_make(point.word.pointer, point.arm()) }
    guard case .process(let process) = self, let word = process.lifeWord else { return nil }
    let life = word.or(PPD_FUTEX_WAITERS) | PPD_FUTEX_WAITERS
    return ppd_futex_waiter_make(word.pointer, life & ~PPD_FUTEX_OWNER_DIED)
  }
}

/// Sleeping on several words at once; with descriptors among the things, or more words than the kernel takes, by
/// looking often.
private struct SleepOnMany {
  private let things: [Waitable]
  private let descriptors: [Int32]

  /// How long to sleep between two looks when no single call covers everything: 2 ms.
  private static let pollingInterval: UInt64 = 2_000_000

  init(_ things: [Waitable]) {
    self.things = things
    descriptors = things.compactMap { if case .descriptor(let descriptor) = $0 { descriptor } else { nil } }
  }

  func arm() -> [ppd_futex_waiter] { things.compactMap { $0.armedWord() } }

  func sleep(_ words: [ppd_futex_waiter], until: UInt64) -> Waiting.SleepEnd {
    let now = monotonicNanoseconds()
    let left = until > now ? until - now : 0
    let covered = min(words.count, Int(PPD_FUTEX_WAITV_MAX))
    let coversAll = words.isEmpty || (descriptors.isEmpty && covered == words.count)
    let time = coversAll ? left : min(left, SleepOnMany.pollingInterval)
    if descriptors.isEmpty {
      let end = ppd_futex_waitv(words, UInt32(covered), now + time)
      // A kernel without futex_waitv(2): look again soon.
      if end == -ENOSYS { usleep(UInt32(min(left, SleepOnMany.pollingInterval) / 1000)) }
      return end == -ETIMEDOUT && now + time >= until ? .timedOut : .woken
    }
    let ready = SleepOnMany.poll(descriptors, time)
    return ready == 0 && now + time >= until ? .timedOut : .woken
  }

  private static func poll(_ descriptors: [Int32], _ nanoseconds: UInt64) -> Int32 {
    var requests = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    return Glibc.poll(&requests, UInt(requests.count), Int32((nanoseconds + 999_999) / 1_000_000))
  }
}
