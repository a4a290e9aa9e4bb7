// The message channel under queues and pipes: chunks of slots between a tail and a head.
import CPosixShim
import Glibc

/// An unbounded row of messages in the arena, of any number of producers and consumers.
///
/// Its block holds three cache lines, so that producers and consumers do not share what both write:
///
///       0  consumers: section lock · head: messages ever taken (u64) · chunk of the head (address) · bytes taken (u64)
///          · tail when last looked at (u64)
///      64  producers: section lock · tail: messages ever put (u64)   · chunk of the tail (address) · bytes put (u64)
///          · head when last looked at (u64)
///     128  items (wait point) · room (wait point) · most messages (u64, 0: any) · most bytes in blocks (u64, 0: any)
///          · flags (u32) · tasks finished (wait point) · tasks done (u64)
///
/// A message is in the channel once `tail` includes it and out of it once `head` includes it: each is one store, and
/// the commit of its section.
struct Fifo {
  let base: UnsafeMutableRawPointer

  static let size = 192

  @inline(__always) init(_ base: UnsafeMutableRawPointer) { self.base = base }

  @inline(__always) var headLock: SectionLock { SectionLock(base) }
  @inline(__always) var head: Word64 { Word64(base + 8) }
  @inline(__always) var headChunk: Word64 { Word64(base + 16) }
  @inline(__always) var bytesTaken: Word64 { Word64(base + 24) }
  /// Never beyond `tail`. Consumers work up to it before they look at the producers' cache line again.
  @inline(__always) var seenTail: Word64 { Word64(base + 32) }

  @inline(__always) var tailLock: SectionLock { SectionLock(base + 64) }
  @inline(__always) var tail: Word64 { Word64(base + 72) }
  @inline(__always) var tailChunk: Word64 { Word64(base + 80) }
  @inline(__always) var bytesPut: Word64 { Word64(base + 88) }
  /// Never beyond `head`. Producers work against it before they look at the consumers' cache line again.
  @inline(__always) var seenHead: Word64 { Word64(base + 96) }

  @inline(__always) var items: WaitPoint { WaitPoint(base + 128) }
  @inline(__always) var room: WaitPoint { WaitPoint(base + 132) }
  @inline(__always) var mostMessages: Word64 { Word64(base + 136) }
  @inline(__always) var mostBytes: Word64 { Word64(base + 144) }
  @inline(__always) var flags: Word32 { Word32(base + 152) }
  var finished: WaitPoint { WaitPoint(base + 156) }
  var tasksDone: Word64 { Word64(base + 160) }

  /// No more messages may be put.
  static let shut: UInt32 = 1
  /// Nobody will take messages any more.
  static let deaf: UInt32 = 2
  /// What was in the channel was thrown away: nobody need wait for tasks.
  static let discarded: UInt32 = 4

  // MARK: State

  /// The messages in the channel.
  @inline(__always) var count: UInt64 {
    let taken = head.load()
    let put = tail.load()
    return put > taken ? put - taken : 0
  }

  @inline(__always) var isEmpty: Bool { head.load() == tail.load() }

  /// Whether a message finds room now that lies in a slot (`bytes` is 0) or in a block of `bytes` bytes. A block that is
  /// larger than the limit goes into a channel that has no other.
  @inline(__always)
  func hasRoom(forBlockOf bytes: Int) -> Bool {
    if mostMessages.value != 0, count >= mostMessages.value { return false }
    if bytes > 0, mostBytes.value != 0 {
      let inside = bytesPut.load() &- bytesTaken.load()
      if inside > 0, inside &+ UInt64(bytes) > mostBytes.value { return false }
    }
    return true
  }

  /// As `hasRoom`, for a producer in its section.
  @inline(__always)
  private func hasRoomNow(forBlockOf bytes: Int) -> Bool {
    let limit = mostMessages.value
    if limit == 0 { return true }
    if tail.value &- seenHead.value >= limit || bytes > 0 {
      seenHead.value = head.load()
      return hasRoom(forBlockOf: bytes)
    }
    return true
  }

  @inline(__always) var isShut: Bool { flags.load() & Fifo.shut != 0 }

  /// The messages ever put that nobody has said to be dealt with.
  var unfinishedTasks: Int {
    let done = tasksDone.load()
    let put = tail.load()
    return flags.load() & Fifo.discarded != 0 ? 0 : Int(put &- done)
  }

  // MARK: Putting

  /// What came of an attempt to put.
  enum PutOutcome {
    case done, noRoom, shut, deaf
  }

  /// Puts a short message, of at most `Slot.inlineCapacity` bytes, into the channel.
  @inline(__always)
  func put(_ bytes: UnsafeRawBufferPointer) throws(RuntimeError) -> PutOutcome {
    try append(external: nil) { slot in slot.store(bytes) }
  }

  /// Puts a block that this process owns, whose content is handles and then `length` bytes, into the channel.
  func put(_ block: Block, length: Int) throws(RuntimeError) -> PutOutcome {
    try append(external: block) { slot in slot.store(block, length: length) }
  }

  @inline(__always)
  private func append(external: Block?, _ store: (Slot) -> Void) throws(RuntimeError) -> PutOutcome {
    let blockSize = external.map { Int($0.size.value) } ?? 0
    var spare: Block? = nil
    defer { if let spare { Heap.free(spare) } }
    let lock = tailLock
    while true {
      lock.lock()
      let flags = self.flags.load()
      if flags != 0 || !hasRoomNow(forBlockOf: blockSize) {
        lock.unlock()
        return flags == 0 ? .noRoom : flags & Fifo.deaf != 0 ? .deaf : .shut
      }
      let position = tail.value
      if let chunk = Chunk(address: tailChunk.value), position &- chunk.first.value < UInt64(Chunk.capacity) {
        store(chunk.slot(position))
        if let external { commitPut(position, external) } else { tail.store(position &+ 1) }
        lock.unlock()
        items.notify()
        return .done
      }
      if let chunk = spare {
        link(chunk, first: position)
        spare = nil
        lock.unlock()
        continue
      }
      lock.unlock()
      spare = try Heap.allocate(Chunk.size)
    }
  }

  /// Makes a message visible together with what else changes: its block's owner, the bytes in the channel.
  private func commitPut(_ position: UInt64, _ block: Block) {
    let journal = me.journal
    journal.commits(by: tail)
    block.ceaseOwned(by: me, journal)
    journal.set(bytesPut, bytesPut.value &+ block.size.value)
    tail.store(position &+ 1)
    journal.commit()
  }

  /// Appends an empty chunk, whose first slot is for message number `first`.
  private func link(_ block: Block, first: UInt64) {
    let journal = me.journal
    let chunk = Chunk(block)
    chunk.next.value = 0
    chunk.first.value = first
    block.ceaseOwned(by: me, journal)
    if let last = Chunk(address: tailChunk.value) {
      journal.set(last.next, block.address)
    } else {
      journal.set(headChunk, block.address)
    }
    journal.set(tailChunk, block.address)
    journal.commit()
  }

  // MARK: Taking

  /// A message that has left the channel: its bytes in `buffer`, or a block that this process owns.
  enum Taken {
    case nothing
    case short(Int)
    case block(Block, Int)
  }

  /// Takes the first message. A short one is copied to `buffer`, which has room for `Slot.inlineCapacity` bytes.
  ///
  /// `note` gets 1 + the message's number before the message leaves the channel: so whoever finds the taker dead can
  /// tell, with `head`, which message it took last.
  @inline(__always)
  func take(_ buffer: UnsafeMutableRawPointer, noting note: Word64? = nil) -> Taken {
    if head.value == seenTail.value, isEmpty { return .nothing }
    let lock = headLock
    lock.lock()
    let position = head.value
    if position == seenTail.value { seenTail.value = tail.load() }
    guard position != seenTail.value else {
      lock.unlock()
      return .nothing
    }
    var chunk = Chunk(address: headChunk.value).unsafelyUnwrapped
    var used: Block? = nil
    if position &- chunk.first.value == UInt64(Chunk.capacity) {
      used = chunk.block
      chunk = advance(from: chunk)
    }
    let slot = chunk.slot(position)
    note?.store(position &+ 1)
    let taken: Taken
    if let block = slot.block {
      taken = .block(block, slot.length)
      commitTake(position, block)
    } else {
      let length = slot.length
      memcpy(buffer, slot.bytes, length)
      taken = .short(length)
      head.store(position &+ 1)
    }
    lock.unlock()
    if let used { Heap.free(used) }
    if mostMessages.value != 0 { room.notify() }
    return taken
  }

  /// Takes a message together with its block, which becomes this process's.
  private func commitTake(_ position: UInt64, _ block: Block) {
    let journal = me.journal
    journal.commits(by: head)
    block.becomeOwned(by: me, journal)
    journal.set(bytesTaken, bytesTaken.value &+ block.size.value)
    head.store(position &+ 1)
    journal.commit()
  }

  /// Goes to the next chunk; the used one becomes this process's.
  private func advance(from chunk: Chunk) -> Chunk {
    let journal = me.journal
    journal.set(headChunk, chunk.next.load())
    chunk.block.becomeOwned(by: me, journal)
    journal.commit()
    return Chunk(address: headChunk.value).unsafelyUnwrapped
  }

  // MARK: The end

  /// Drops every message. Returns how many there were.
  @discardableResult
  func drain() -> UInt64 {
    var dropped: UInt64 = 0
    withUnsafeTemporaryAllocation(byteCount: Slot.inlineCapacity, alignment: 8) { buffer in
      while true {
        switch take(buffer.baseAddress.unsafelyUnwrapped) {
        case .nothing: return
        case .short: break
        case .block(let block, _): Registry.dispose(block)
        }
        dropped += 1
      }
    }
    return dropped
  }

  /// Gives back messages and chunks of a channel that nobody can reach any more.
  func empty() {
    drain()
    guard let block = Block(address: headChunk.value) else { return }
    privately { journal in
      journal.set(headChunk, 0)
      journal.set(tailChunk, 0)
      block.becomeOwned(by: me, journal)
    }
    Heap.free(block)
  }

  /// Sets a flag and wakes everybody who waits here.
  func raise(_ flag: UInt32) {
    flags.or(flag)
    items.notify(.max)
    room.notify(.max)
  }
}
