// A message being made or being read: bytes in a block, with the shared objects that they mention.
import CPosixShim
import Glibc

/// A message that is written straight into the arena. The objects whose handles it is made with stay alive as long as
/// it does.
public struct Message: ~Copyable {
  let block: Block
  private let maker: UInt32
  /// The length of the bytes.
  public let count: Int

  /// Room for `count` bytes, keeping `handles` alive. Throws `.arenaFull` or `.staleHandle`.
  public init(count: Int, handles: [Handle] = []) throws(RuntimeError) {
    block = try Message.block(for: count, keeping: handles)
    self.count = count
    maker = local.index
  }

  private static func block(for count: Int, keeping handles: [Handle]) throws(RuntimeError) -> Block {
    let block = try Heap.allocate(handles.count * 8 + count)
    do {
      for handle in handles { try Registry.keep(handle, in: block) }
    } catch {
      Registry.dispose(block)
      throw error
    }
    return block
  }

  /// A copy of `bytes`.
  public init(_ bytes: UnsafeRawBufferPointer, handles: [Handle] = []) throws(RuntimeError) {
    try self.init(count: bytes.count, handles: handles)
    if let start = bytes.baseAddress { memcpy(content(of: block), start, bytes.count) }
  }

  /// Where the bytes go.
  public var bytes: UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(start: content(of: block), count: count)
  }

  /// The message has gone into a channel or a result.
  consuming func sent() { discard self }

  deinit {
    // The copy that a forked child has is its parent's business.
    if maker == local.index { Registry.dispose(block) }
  }
}

/// Where the bytes of a message's block begin: behind its handles.
@inline(__always)
func content(of block: Block) -> UnsafeMutableRawPointer { block.content + Int(block.handleCount.value) &* 8 }

extension Fifo {
  /// Puts a message, waiting for room until `deadline`. False when that passed first.
  func put(
    _ bytes: UnsafeRawBufferPointer, handles: [Handle], reason: @autoclosure () -> WaitReason, until deadline: Deadline
  ) throws(RuntimeError) -> PutOutcome {
    if bytes.count <= Slot.inlineCapacity, handles.isEmpty {
      while true {
        let outcome = try put(bytes)
        guard outcome == .noRoom else { return outcome }
        guard try waitForRoom(forBlockOf: 0, reason(), until: deadline) else { return .noRoom }
      }
    }
    return try put(Message(bytes, handles: handles), reason: reason(), until: deadline)
  }

  /// Puts a message; as the other `put`.
  func put(
    _ message: consuming Message, reason: WaitReason, until deadline: Deadline
  ) throws(RuntimeError) -> PutOutcome {
    while true {
      let outcome = try put(message.block, length: message.count)
      switch outcome {
      case .done:
        message.sent()
        return .done
      case .noRoom:
        let size = Int(message.block.size.value)
        guard try waitForRoom(forBlockOf: size, reason, until: deadline) else { return .noRoom }
      case .shut, .deaf:
        return outcome
      }
    }
  }

  private func waitForRoom(
    forBlockOf bytes: Int, _ reason: WaitReason, until deadline: Deadline
  ) throws(RuntimeError) -> Bool {
    let found = try Waiting.wait(for: reason, at: room, until: deadline) {
      flags.load() != 0 || hasRoom(forBlockOf: bytes)
    }
    // Room for several may have come while one sleeper was woken.
    if found, hasRoom(forBlockOf: 0), count + 1 < mostMessages.value { room.notify() }
    return found
  }

  /// Takes a message and shows it to `body`, which sees the bytes only while it runs; then it is gone, thrown error or
  /// not. Waits until `deadline`; false when there is none by then, or when none will come.
  @inline(__always)
  func take(
    reason: @autoclosure () -> WaitReason, until deadline: Deadline, noting note: Word64? = nil,
    _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws -> Bool {
    var room: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0, 0)
    return try withUnsafeMutableBytes(of: &room) { room in
      let buffer = room.baseAddress.unsafelyUnwrapped
      while true {
        switch take(buffer, noting: note) {
        case .short(let length):
          try body(UnsafeRawBufferPointer(start: buffer, count: length))
          return true
        case .block(let block, let length):
          defer { Registry.dispose(block) }
          try body(UnsafeRawBufferPointer(start: content(of: block), count: length))
          return true
        case .nothing:
          if isShut, isEmpty { return false }
          guard try waitForItem(reason(), until: deadline) else { return false }
        }
      }
    }
  }

  /// Waits until there is something to take or nothing more will come.
  func waitForItem(_ reason: WaitReason, until deadline: Deadline) throws(RuntimeError) -> Bool {
    let found = try Waiting.wait(for: reason, at: items, until: deadline) { !isEmpty || isShut }
    // Several messages may have come while one sleeper was woken: it wakes the next.
    if found, count > 1 || isShut { items.notify() }
    return found
  }
}
