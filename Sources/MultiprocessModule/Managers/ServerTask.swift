// A request at work in the server, and what it waits for.
import Interpreter
import Multiprocess

/// A request at work. It runs on a fiber: where it has to wait, the server goes on with the others. When the request is
/// done, another can be taken up on the same stacks.
final class ServerTask {
  /// What a task waits for.
  enum Wait {
    /// Somebody says `changed`.
    case change(ChangeKey)
    /// The descriptor that the server polls under this token.
    case descriptor(UInt64)
    /// A look now and then.
    case look
    /// Only the time.
    case time
  }

  private(set) var client: ClientObject
  private var work: (Frame) -> Void
  private var whenDone: () -> Void
  private var fiber: Fiber!
  /// Whether the request has come to its end.
  private(set) var isDone = false
  var wait: Wait?
  /// Whether what was waited for has come, rather than the time.
  var isReady = false
  /// Counts the waits, so that a timer of an earlier one means nothing.
  var waitNumber = 0
  /// The change for which it was told to go on, until it does.
  var notice: ChangeKey?
  /// Whether it is to end, because its client is gone.
  var isEnding = false
  /// How often it was told so, and waited again.
  var refusals = 0

  /// - Parameter whenDone: runs when the work has come to its end.
  init(
    _ interpreter: Interpreter, for client: ClientObject, whenDone: @escaping () -> Void = {},
    _ work: @escaping (Frame) -> Void
  ) {
    self.client = client
    self.whenDone = whenDone
    self.work = work
    fiber = Fiber(interpreter) { [unowned self] f in
      while true {
        self.work(f)
        isDone = true
        suspend()
      }
    }
  }

  /// Takes up another request.
  func begin(for client: ClientObject, whenDone: @escaping () -> Void, _ work: @escaping (Frame) -> Void) {
    self.client = client
    self.whenDone = whenDone
    self.work = work
    isDone = false
    isEnding = false
    refusals = 0
  }

  func resume() { fiber.resume() }

  /// Lets go of the request that is done. Returns what is to run then.
  func release() -> () -> Void {
    defer {
      work = { _ in }
      whenDone = {}
    }
    return whenDone
  }

  func suspend() { fiber.suspend() }
}

/// A change that tasks wait for: something about an object.
struct ChangeKey: Hashable {
  let object: ObjectIdentifier
  let what: String
}

/// Times at which something is to happen, the earliest first.
struct Timers<Event> {
  private var heap: [(time: UInt64, event: Event)] = []

  var next: UInt64? { heap.first?.time }

  mutating func add(_ event: Event, at time: UInt64) {
    heap.append((time, event))
    var index = heap.count - 1
    while index > 0, heap[(index - 1) / 2].time > heap[index].time {
      heap.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  /// The earliest event whose time has come.
  mutating func take(until now: UInt64) -> Event? {
    guard let first = heap.first, first.time <= now else { return nil }
    heap[0] = heap[heap.count - 1]
    heap.removeLast()
    var index = 0
    while true {
      var least = index
      for child in [2 * index + 1, 2 * index + 2] where child < heap.count && heap[child].time < heap[least].time {
        least = child
      }
      if least == index { break }
      heap.swapAt(index, least)
      index = least
    }
    return first.event
  }
}
