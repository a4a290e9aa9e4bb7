// multiprocessing.Queue, JoinableQueue and SimpleQueue.
import CPosixShim
import Glibc

/// The block of a queue: a channel, on its own cache lines.
enum QueueLayout {
  static let size = 32 + Fifo.size
  static func fifo(in block: Block) -> UnsafeMutableRawPointer { block.base + 64 }
}

/// `multiprocessing.Queue`, `JoinableQueue` and `SimpleQueue`: messages in the order they were put, each to one taker.
/// Any process that holds it may put and get. An unbounded queue grows with what it holds; who put may leave before
/// anyone gets. Its counts are exact.
public final class Queue: SharedObject {
  let fifo: Fifo

  /// A new queue for at most `maxSize` messages; 0: any number.
  public init(maxSize: Int = 0, name: String = "queue") throws(RuntimeError) {
    let handle = try Registry.create(.queue, name: name)
    do {
      let block = try Heap.allocate(QueueLayout.size)
      memset(block.content, 0, QueueLayout.size)
      fifo = Fifo(QueueLayout.fifo(in: block))
      fifo.mostMessages.value = UInt64(max(0, maxSize))
      Registry.build(block, into: ObjectEntry(handle.index))
    } catch {
      Registry.drop(handle.index)
      throw error
    }
    super.init(created: handle)
  }

  /// The queue of a handle.
  public init(_ handle: Handle) throws(RuntimeError) {
    guard SharedObject.kind(of: handle) == .queue, let block = Block(address: ObjectEntry(handle.index).auxiliary.value)
    else { throw .wrongKind(handle, expected: .queue) }
    fifo = Fifo(QueueLayout.fifo(in: block))
    try super.init(handle, kinds: .queue)
  }

  // MARK: Putting and getting

  /// Puts a copy of `bytes`; `handles` are the shared objects that they mention, kept alive until the message is read.
  ///
  /// Once it returns, the message will be got exactly once. Throws `.full` when `deadline` passed first, `.shutDown`,
  /// `.arenaFull`.
  @inline(__always)
  public func put(
    _ bytes: UnsafeRawBufferPointer, handles: [Handle] = [], until deadline: Deadline = .never
  ) throws(RuntimeError) {
    try check(fifo.put(bytes, handles: handles, reason: WaitReason(.room, handle), until: deadline))
  }

  /// Puts a message that was written in place.
  public func put(_ message: consuming Message, until deadline: Deadline = .never) throws(RuntimeError) {
    try check(fifo.put(message, reason: WaitReason(.room, handle), until: deadline))
  }

  @inline(__always)
  private func check(_ outcome: Fifo.PutOutcome) throws(RuntimeError) {
    switch outcome {
    case .done: return
    case .noRoom: throw .full
    case .shut, .deaf: throw .shutDown
    }
  }

  /// Takes a message and shows its bytes to `body` while that runs; the objects that it mentions live as long.
  ///
  /// Throws `.empty` when `deadline` passed first, `.shutDown` when the queue is shut down and empty, and what `body`
  /// throws (the message is gone then).
  @inlinable
  @inline(__always)
  public func get<Result>(
    until deadline: Deadline = .never, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) throws -> Result {
    var result: Result?
    try take(until: deadline) { result = try body($0) }
    return result.unsafelyUnwrapped
  }

  /// As `get`, for a `body` that leaves its result elsewhere: without type parameters, for the speed of busy queues.
  public func take(until deadline: Deadline, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    if try fifo.take(reason: WaitReason(.message, handle), until: deadline, body) { return }
    throw fifo.isShut ? RuntimeError.shutDown : .empty
  }

  /// As `get`, and writes 1 + the message's number (the first ever put is 0) to a word of shared memory before the
  /// message leaves the queue: whoever finds this process dead can tell with `takenCount` whether it still took it.
  public func get<Result>(
    noting note: UnsafeMutableRawPointer, until deadline: Deadline = .never,
    _ body: (UnsafeRawBufferPointer) throws -> Result
  ) throws -> Result {
    var result: Result?
    let reason = WaitReason(.message, handle)
    if try fifo.take(reason: reason, until: deadline, noting: Word64(note), { result = try body($0) }) {
      return result.unsafelyUnwrapped
    }
    throw fifo.isShut ? RuntimeError.shutDown : .empty
  }

  // MARK: State

  /// How many messages have ever been taken.
  public var takenCount: UInt64 { fifo.head.load() }

  /// How many messages it holds.
  public var count: Int { Int(fifo.count) }
  public var isEmpty: Bool { fifo.isEmpty }
  /// Whether `put` would wait.
  public var isFull: Bool { !fifo.hasRoom(forBlockOf: 0) }
  /// The most messages it may hold; 0: any number.
  public var maxSize: Int { Int(fifo.mostMessages.value) }

  // MARK: Shutting down

  /// `queue.Queue.shutdown`: no more `put`, and `get` until it is empty. With `immediate` what it holds is dropped and
  /// nobody waits for tasks.
  public func shutDown(immediate: Bool = false) {
    fifo.raise(Fifo.shut)
    guard immediate else { return }
    fifo.raise(Fifo.discarded)
    fifo.drain()
    fifo.finished.notifyAfterStore(.max)
  }

  public var isShutDown: Bool { fifo.isShut }

  // MARK: Tasks

  /// `JoinableQueue.task_done`: one message that was got is dealt with. Throws `.taskDoneTooOften`.
  public func taskDone() throws(RuntimeError) {
    while true {
      let done = fifo.tasksDone.load()
      guard done < fifo.tail.load() else { throw .taskDoneTooOften }
      if fifo.tasksDone.compareExchange(done, done + 1) { break }
    }
    if unfinishedTasks == 0 { fifo.finished.notify(.max) }
  }

  /// The messages ever put for which `taskDone` has not been called.
  public var unfinishedTasks: Int { fifo.unfinishedTasks }

  /// `JoinableQueue.join`: waits until every message ever put is dealt with. False when `deadline` passed first.
  public func join(until deadline: Deadline = .never) throws(RuntimeError) -> Bool {
    try Waiting.wait(for: WaitReason(.tasks, handle), at: fifo.finished, until: deadline) { unfinishedTasks == 0 }
  }
}
