// multiprocessing.Pipe and its two Connections.
import CPosixShim
import Glibc

/// The block of a pipe: a channel each way. End `s` writes channel `s` and reads the other.
enum PipeLayout {
  static let size = 32 + 2 * Fifo.size
  static func fifo(_ side: UInt32, in block: Block) -> UnsafeMutableRawPointer {
    block.base + 64 + Int(side) * Fifo.size
  }

  /// The channel that the end of an entry reads; nil before it is attached to its pipe.
  static func incoming(of entry: ObjectEntry) -> Fifo? {
    let pipe = Handle(rawValue: entry.auxiliary.value)
    guard pipe != .none, let block = Block(address: ObjectEntry(pipe.index).auxiliary.value) else { return nil }
    return Fifo(fifo(1 - Word32(entry.body).value, in: block))
  }

  /// Nobody holds this end any more: who reads what it wrote comes to the end, who writes to it is told.
  static func endClosed(_ entry: ObjectEntry) {
    let pipe = Handle(rawValue: entry.auxiliary.value)
    guard pipe != .none, let block = Block(address: ObjectEntry(pipe.index).auxiliary.value) else { return }
    let side = Word32(entry.body).value
    let incoming = Fifo(fifo(1 - side, in: block))
    Fifo(fifo(side, in: block)).raise(Fifo.shut)
    incoming.raise(Fifo.deaf)
    incoming.drain()
  }
}

/// `multiprocessing.Pipe`: makes a pair of connected ends.
public enum Pipe {
  /// Blocks of more bytes than this, together, make `send` wait. A larger one passes alone.
  static let mostBytes: UInt64 = 4 << 20
  /// Unread messages that make `send` wait.
  static let mostMessages: UInt64 = 16384

  /// Two ends: both read and write when `duplex`, else the first reads and the second writes.
  public static func make(
    duplex: Bool = true, name: String = "pipe"
  ) throws(RuntimeError) -> (first: Connection, second: Connection) {
    let pipe = try Registry.create(.pipe, name: name)
    // The ends keep the pipe; this process need not, once they do.
    defer { Registry.drop(pipe.index) }
    let block = try Heap.allocate(PipeLayout.size)
    memset(block.content, 0, PipeLayout.size)
    for side in 0..<2 as Range<UInt32> {
      let fifo = Fifo(PipeLayout.fifo(side, in: block))
      fifo.mostBytes.value = mostBytes
      fifo.mostMessages.value = mostMessages
    }
    Registry.build(block, into: ObjectEntry(pipe.index))
    let first = try Connection(endOf: pipe, side: 0, readable: true, writable: duplex, name: name)
    let second = try Connection(endOf: pipe, side: 1, readable: duplex, writable: true, name: name)
    // Each waits for what the holders of the other do.
    Word64(first.entry.body + 16).value = second.handle.rawValue
    Word64(second.entry.body + 16).value = first.handle.rawValue
    return (first, second)
  }
}

/// `multiprocessing.connection.Connection`: an end of a pipe, which carries whole messages.
///
/// Body: side (u32) · 1 if readable, 2 if writable (u32) · padding (u64) · the other end's handle (u64).
public final class Connection: SharedObject {
  private let outgoing: Fifo
  let incoming: Fifo
  private let directions: UInt32
  /// Whether this process has closed it.
  public private(set) var isClosed = false

  private static let reads: UInt32 = 1
  private static let writes: UInt32 = 2

  /// A new end.
  fileprivate init(endOf pipe: Handle, side: UInt32, readable: Bool, writable: Bool, name: String) throws(RuntimeError) {
    let handle = try Registry.create(.connection, name: name)
    let entry = ObjectEntry(handle.index)
    Word32(entry.body).value = side
    directions = (readable ? Connection.reads : 0) | (writable ? Connection.writes : 0)
    Word32(entry.body + 4).value = directions
    let block = Block(address: ObjectEntry(pipe.index).auxiliary.value).unsafelyUnwrapped
    outgoing = Fifo(PipeLayout.fifo(side, in: block))
    incoming = Fifo(PipeLayout.fifo(1 - side, in: block))
    do {
      try Registry.attach(pipe, to: entry)
    } catch {
      Registry.drop(handle.index)
      throw error
    }
    super.init(created: handle)
  }

  /// The end of a handle.
  public init(_ handle: Handle) throws(RuntimeError) {
    guard SharedObject.kind(of: handle) == .connection else { throw .wrongKind(handle, expected: .connection) }
    let entry = ObjectEntry(handle.index)
    let pipe = Handle(rawValue: entry.auxiliary.value)
    guard let block = Block(address: ObjectEntry(pipe.index).auxiliary.value) else { throw .staleHandle(handle) }
    let side = Word32(entry.body).value
    directions = Word32(entry.body + 4).value
    outgoing = Fifo(PipeLayout.fifo(side, in: block))
    incoming = Fifo(PipeLayout.fifo(1 - side, in: block))
    try super.init(handle, kinds: .connection)
  }

  public var isReadable: Bool { directions & Connection.reads != 0 }
  public var isWritable: Bool { directions & Connection.writes != 0 }

  private var other: Handle { Handle(rawValue: Word64(entry.body + 16).value) }
  private var receiving: WaitReason { WaitReason(.message, handle, giver: other) }
  private var sending: WaitReason { WaitReason(.room, handle, giver: other) }

  // MARK: Sending and receiving

  /// Sends a copy of `bytes`; `handles` are the shared objects that they mention. Waits while the pipe holds very much.
  ///
  /// Throws `.brokenPipe` when nobody holds the other end, `.closed`, `.wrongDirection`, `.arenaFull`.
  @inline(__always)
  public func send(_ bytes: UnsafeRawBufferPointer, handles: [Handle] = []) throws(RuntimeError) {
    try checkOpen(Connection.writes)
    try check(outgoing.put(bytes, handles: handles, reason: sending, until: .never))
  }

  /// Sends a message that was written in place.
  public func send(_ message: consuming Message) throws(RuntimeError) {
    try checkOpen(Connection.writes)
    try check(outgoing.put(message, reason: sending, until: .never))
  }

  @inline(__always)
  private func check(_ outcome: Fifo.PutOutcome) throws(RuntimeError) {
    if outcome != .done { throw .brokenPipe }
  }

  /// Takes the next message and shows its bytes to `body` while that runs. Waits for one.
  ///
  /// Throws `.endOfFile` when there is none and nobody holds the other end, `.closed`, `.wrongDirection`.
  @inlinable
  @inline(__always)
  public func receive<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result {
    var result: Result?
    try take { result = try body($0) }
    return result.unsafelyUnwrapped
  }

  /// As `receive`, for a `body` that leaves its result elsewhere: without type parameters, for the speed of busy pipes.
  public func take(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    try checkOpen(Connection.reads)
    guard try incoming.take(reason: receiving, until: .never, body) else { throw RuntimeError.endOfFile }
  }

  /// Whether `receive` would answer at once, with a message or with the end, by `deadline`.
  public func poll(until deadline: Deadline = .now) throws(RuntimeError) -> Bool {
    try checkOpen(Connection.reads)
    return try incoming.waitForItem(receiving, until: deadline)
  }

  @inline(__always)
  private func checkOpen(_ direction: UInt32) throws(RuntimeError) {
    if isClosed { throw .closed }
    if directions & direction == 0 { throw .wrongDirection }
  }

  /// Gives the end up for this process; nothing the second time.
  public func close() {
    guard !isClosed else { return }
    isClosed = true
    letGo()
  }

  override var isLetGo: Bool { isClosed }
}
