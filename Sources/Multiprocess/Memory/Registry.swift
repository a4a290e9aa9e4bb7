// Shared objects: making them, counting who holds them, burying them when nobody does.
import CPosixShim

/// The operations on the object table. An object has one reference for each process that holds it (a bit in that
/// process's slot says so), each message that carries its handle and each object that is built on it.
enum Registry {
  // MARK: Making and holding

  /// A new object with a zeroed body, held by this process.
  static func create(_ kind: ObjectKind, name: String) throws(RuntimeError) -> Handle {
    while true {
      if let handle = try createIfRoom(kind) {
        ObjectEntry(handle.index).name = name
        return handle
      }
      try Holdings.reserve(for: arena.objectsUsed.value)
    }
  }

  /// Nil when this process's holdings have no room for the object's bit.
  private static func createIfRoom(_ kind: ObjectKind) throws(RuntimeError) -> Handle? {
    try section(arena.registryLock) { journal throws(RuntimeError) in
      let recycled = arena.firstFreeObject.value
      let index = recycled != 0 ? recycled : arena.objectsUsed.value
      guard index < arena.objectCount else { throw .tooManyObjects(limit: arena.objectCount - 1) }
      guard Holdings.word(of: index, in: me) != nil else { return nil }
      let entry = ObjectEntry(index)
      if recycled != 0 {
        journal.set(arena.firstFreeObject, entry.next.value)
      } else {
        journal.set(arena.objectsUsed, index + 1)
      }
      // The entry is free: what is written without the journal matters only once the generation says that it lives.
      // Its link in the free list must survive.
      (entry.base + 16).initializeMemory(as: UInt8.self, repeating: 0, count: Arena.objectSize - 16)
      entry.kind.value = kind.rawValue
      entry.references.value = 1
      journal.set(entry.generation, entry.generation.value &+ 1)
      Holdings.set(index, in: me, journal)
      return Handle(index: index, generation: entry.generation.value)
    }
  }

  /// Makes this process a holder.
  static func hold(_ handle: Handle) throws(RuntimeError) {
    try Holdings.reserve(for: handle.index)
    try section(arena.registryLock) { journal throws(RuntimeError) in
      guard let entry = ObjectEntry.of(handle), entry.references.value > 0 else { throw .staleHandle(handle) }
      if Holdings.contains(handle.index, in: me) { return }
      Holdings.set(handle.index, in: me, journal)
      journal.set(entry.references, entry.references.value + 1)
    }
  }

  /// Makes `process` hold the object no longer. When nobody does, it is buried.
  static func drop(_ index: UInt32, heldBy process: ProcessSlot = me) {
    section(arena.registryLock) { journal in
      guard Holdings.contains(index, in: process) else { return }
      Holdings.clear(index, in: process, journal)
      release(index, journal)
    }
    bury()
  }

  /// Takes one reference away, inside a section. The last one sends the object to this process's graveyard.
  private static func release(_ index: UInt32, _ journal: Journal) {
    let entry = ObjectEntry(index)
    let left = entry.references.value - 1
    journal.set(entry.references, left)
    if left == 0 {
      journal.set(entry.next, me.graveyard.value)
      journal.set(me.graveyard, index)
    }
  }

  // MARK: References from inside

  /// Has a block that this process owns keep the object alive; the block's content starts with its handles.
  static func keep(_ handle: Handle, in block: Block) throws(RuntimeError) {
    try section(arena.registryLock) { journal throws(RuntimeError) in
      guard let entry = ObjectEntry.of(handle), entry.references.value > 0 else { throw .staleHandle(handle) }
      let count = block.handleCount.value
      block.handle(Int(count)).value = handle.rawValue
      journal.set(block.handleCount, count + 1)
      journal.set(entry.references, entry.references.value + 1)
      journal.set(entry.inside, entry.inside.value + 1)
    }
  }

  /// Lets go of what a block keeps alive, and frees it.
  static func dispose(_ block: Block, ownedBy owner: ProcessSlot = me) {
    while block.handleCount.value > 0 {
      section(arena.registryLock) { journal in
        let last = block.handleCount.value - 1
        let index = Handle(rawValue: block.handle(Int(last)).value).index
        journal.set(block.handleCount, last)
        journal.set(ObjectEntry(index).inside, ObjectEntry(index).inside.value - 1)
        release(index, journal)
      }
    }
    Heap.free(block, ownedBy: owner)
    bury()
  }

  /// Builds an object of this process on another: `entry.auxiliary` becomes its handle and keeps it alive.
  static func attach(_ handle: Handle, to entry: ObjectEntry) throws(RuntimeError) {
    try section(arena.registryLock) { journal throws(RuntimeError) in
      guard let other = ObjectEntry.of(handle), other.references.value > 0 else { throw .staleHandle(handle) }
      journal.set(entry.auxiliary, handle.rawValue)
      journal.set(other.references, other.references.value + 1)
      journal.set(other.inside, other.inside.value + 1)
    }
  }

  /// Undoes `attach`.
  static func detach(from entry: ObjectEntry) {
    section(arena.registryLock) { journal in
      let handle = Handle(rawValue: entry.auxiliary.value)
      guard handle != .none else { return }
      journal.set(entry.auxiliary, 0)
      journal.set(ObjectEntry(handle.index).inside, ObjectEntry(handle.index).inside.value - 1)
      release(handle.index, journal)
    }
  }

  // MARK: Burying

  /// Takes apart the objects in this process's graveyard. Each step may be the last one that this process does: the
  /// graveyard then passes to who recovers it.
  static func bury() {
    if local.isBurying { return }
    local.isBurying = true
    defer { local.isBurying = false }
    while true {
      let index = me.graveyard.value
      if index == 0 { return }
      let entry = ObjectEntry(index)
      if let kind = ObjectKind(rawValue: entry.kind.value) { takeApart(entry, kind) }
      section(arena.registryLock) { journal in
        // Taking it apart may have sent others here: it is not the first one any more.
        guard me.graveyard.value == index else { return }
        journal.set(me.graveyard, entry.next.value)
        journal.set(entry.generation, entry.generation.value &+ 1)
        journal.set(entry.next, arena.firstFreeObject.value)
        journal.set(arena.firstFreeObject, index)
      }
    }
  }

  /// Gives back what an object is made of; nothing the second time.
  private static func takeApart(_ entry: ObjectEntry, _ kind: ObjectKind) {
    switch kind {
    case .lock, .recursiveLock, .semaphore, .boundedSemaphore, .event, .barrier: break
    case .condition: detach(from: entry)
    case .memory: giveBackBlock(of: entry)
    case .queue:
      if let block = Block(address: entry.auxiliary.value) { Fifo(QueueLayout.fifo(in: block)).empty() }
      giveBackBlock(of: entry)
    case .pipe:
      if let block = Block(address: entry.auxiliary.value) {
        Fifo(PipeLayout.fifo(0, in: block)).empty()
        Fifo(PipeLayout.fifo(1, in: block)).empty()
      }
      giveBackBlock(of: entry)
    case .connection:
      PipeLayout.endClosed(entry)
      detach(from: entry)
    }
  }

  /// Frees the block that `auxiliary` points to.
  private static func giveBackBlock(of entry: ObjectEntry) {
    guard let block = Block(address: entry.auxiliary.value) else { return }
    privately { journal in
      journal.set(entry.auxiliary, 0)
      block.becomeOwned(by: me, journal)
    }
    dispose(block)
  }

  /// Builds a block that this process owns into an object that it holds.
  static func build(_ block: Block, into entry: ObjectEntry) {
    privately { journal in
      journal.set(entry.auxiliary, block.address)
      block.ceaseOwned(by: me, journal)
    }
  }

  /// Takes over the graveyard of a process that has died.
  static func inheritGraveyard(of process: ProcessSlot) {
    while process != me, process.graveyard.value != 0 {
      section(arena.registryLock) { journal in
        let entry = ObjectEntry(process.graveyard.value)
        let index = process.graveyard.value
        journal.set(process.graveyard, entry.next.value)
        journal.set(entry.next, me.graveyard.value)
        journal.set(me.graveyard, index)
      }
    }
    bury()
  }
}
