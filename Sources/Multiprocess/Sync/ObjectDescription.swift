// What the object table shows to people.
import CPosixShim

/// A living shared object of the tree, as it was at one instant.
public struct ObjectDescription: Equatable, Sendable {
  /// Names the object; `Lock(handle)` and so on open it.
  public var handle: Handle
  public var kind: ObjectKind
  public var name: String
  /// The pids of the processes that hold it, in the order of the process table.
  public var holders: [Int32]
  /// How many messages under way and other objects keep it alive besides.
  public var references: Int
  /// The pids of the processes that wait for it now; not those that wait for several things at once.
  public var waiters: [Int32]
  public var state: State

  /// What is to be told of each kind.
  public enum State: Equatable, Sendable {
    /// A lock or recursive lock: the owner's pid and how often it took it; pid 0 when it is free.
    case lock(owner: Int32, depth: Int)
    /// A semaphore: the permits there are, and the most there may be.
    case semaphore(value: Int, maximum: Int)
    case event(isSet: Bool)
    /// A condition: the lock it is built on.
    case condition(lock: Handle)
    /// A barrier: the processes that have come, of those that must.
    case barrier(arrived: Int, parties: Int, isBroken: Bool)
    /// Shared memory: its size, its first bytes (at most 64) and what the program says they are.
    case memory(size: Int, start: [UInt8], format: UInt32)
    /// A queue: the messages in it, the most there may be (0: any number), and those not yet dealt with.
    case queue(count: Int, maxSize: Int, unfinishedTasks: Int, isShutDown: Bool)
    /// Both ways of a pipe: the messages under way.
    case pipe(count: Int)
    /// An end of a pipe: the messages that it can receive, and whether nobody holds the other end.
    case connection(count: Int, isCutOff: Bool)
  }
}

extension Runtime {
  /// The shared objects that live now, in the order of the table. A snapshot: each is described as it was at one
  /// instant, one after the other, while processes go on.
  public static func objects() -> [ObjectDescription] {
    var slots: [ProcessSlot] = []
    ProcessTable.forEachSlot { _, slot in if !slot.isDead { slots.append(slot) } }
    return (1..<max(1, arena.objectsUsed.value)).compactMap { describe($0, slots) }
  }

  /// Nil for an entry that no object uses. The registry's lock keeps the object from being taken apart meanwhile.
  private static func describe(_ index: UInt32, _ slots: [ProcessSlot]) -> ObjectDescription? {
    guard ObjectEntry(index).generation.load() & 1 == 1 else { return nil }
    return section(arena.registryLock) { _ in
      let entry = ObjectEntry(index)
      guard entry.generation.value & 1 == 1, entry.references.value > 0,
        let kind = ObjectKind(rawValue: entry.kind.value), let state = state(of: entry, kind)
      else { return nil }
      let handle = Handle(index: index, generation: entry.generation.value)
      return ObjectDescription(
        handle: handle, kind: kind, name: entry.name,
        holders: slots.filter { Holdings.contains(index, in: $0) }.map(\.processID),
        references: Int(entry.inside.value), waiters: slots.filter { $0.waits(for: handle) }.map(\.processID),
        state: state)
    }
  }

  /// Nil for an object whose maker has not finished it.
  private static func state(of entry: ObjectEntry, _ kind: ObjectKind) -> ObjectDescription.State? {
    let block = Block(address: entry.auxiliary.value)
    switch kind {
    case .lock, .recursiveLock:
      let word = OwnedWord(entry)
      let owner = word.holder
      let depth = owner == 0 ? 0 : kind == .lock ? 1 : Int(word.depth.value)
      return .lock(owner: owner == 0 ? 0 : arena.slot(owner).processID, depth: depth)
    case .semaphore, .boundedSemaphore:
      return .semaphore(value: Int(Word32(entry.body).load()), maximum: Int(Word32(entry.body + 4).value))
    case .event: return .event(isSet: Word32(entry.body).load() & 1 == 1)
    case .condition: return .condition(lock: Handle(rawValue: entry.auxiliary.value))
    case .barrier:
      let (arrived, parties, isBroken) = Barrier.state(of: entry)
      return .barrier(arrived: arrived, parties: parties, isBroken: isBroken)
    case .memory: return block.map { SharedMemory.state(of: entry, $0) }
    case .queue:
      return block.map { block in
        let fifo = Fifo(QueueLayout.fifo(in: block))
        return .queue(
          count: Int(fifo.count), maxSize: Int(fifo.mostMessages.value), unfinishedTasks: fifo.unfinishedTasks,
          isShutDown: fifo.isShut)
      }
    case .pipe:
      return block.map { block in
        .pipe(count: (0..<2).map { Int(Fifo(PipeLayout.fifo($0, in: block)).count) }.reduce(0, +))
      }
    case .connection:
      guard let fifo = PipeLayout.incoming(of: entry) else { return nil }
      return .connection(count: Int(fifo.count), isCutOff: fifo.isShut)
    }
  }
}

extension ProcessSlot {
  fileprivate var processID: Int32 { Int32(bitPattern: pid.load()) }

  /// Whether its process is waiting for the object.
  fileprivate func waits(for handle: Handle) -> Bool {
    guard state == .waiting || state == .waitingForAWhile else { return false }
    return waitObject.load() == handle.rawValue && waitKind.value != WaitKind.process.rawValue
  }
}
