// Shared objects that arrive in a message: the handle becomes this process' own reference.
import Interpreter
import Multiprocess

enum Transfers {
  /// The object of a persistent identifier: tag, detail, handles.
  static func receive(_ identifier: Value, _ tree: Tree, _ f: Frame) throws(Raised) -> Value {
    guard let parts = identifier.tuple?.items, parts.count >= 2, case .int(let number) = parts[0],
      let tag = TransferTag(rawValue: number)
    else { throw f.unpicklingError("a message mentions a shared object that is none") }
    var handles: [Handle] = []
    for part in parts.dropFirst(2) {
      guard case .int(let raw) = part else { throw f.unpicklingError("a shared object's handle is no int") }
      handles.append(Handle(rawValue: UInt64(UInt(bitPattern: raw))))
    }
    do {
      return .object(try make(tag, parts[1], handles, tree, f))
    } catch {
      throw f.raised(error)
    }
  }

  private static func make(
    _ tag: TransferTag, _ detail: Value, _ handles: [Handle], _ tree: Tree, _ f: Frame
  ) throws -> Object {
    func handle(_ index: Int) throws(Raised) -> Handle {
      guard index < handles.count else { throw f.unpicklingError("a shared object came without its handle") }
      return handles[index]
    }
    switch tag {
    case .queue, .joinableQueue, .simpleQueue:
      return QueueObject(try Queue(handle(0)), QueueObject.Flavor(tag), tree, f)
    case .connection: return ConnectionObject(try Connection(handle(0)), tree, f)
    case .lock: return LockObject(try Lock(handle(0)), tree, f)
    case .recursiveLock: return RecursiveLockObject(try RecursiveLock(handle(0)), tree, f)
    case .semaphore: return SemaphoreObject(try Semaphore(handle(0)), isBounded: false, tree, f)
    case .boundedSemaphore: return SemaphoreObject(try Semaphore(handle(0)), isBounded: true, tree, f)
    case .condition:
      return ConditionObject(try Condition(handle(0)), lock: try lock(handle(1), tree, f), tree, f)
    case .event: return EventObject(try Event(handle(0)), tree, f)
    case .barrier: return BarrierObject(try Barrier(handle(0)), action: detail, timeout: .none, tree, f)
    case .value, .rawValue, .array, .rawArray:
      let memory = try SharedMemory(handle(0))
      let lock = handles.count > 1 ? try lock(handle(1), tree, f) : nil
      return try SharedCells.receive(tag, detail, memory, lock, tree, f)
    case .process: throw f.typeError("cannot pickle 'Process' object")
    }
  }

  /// A lock of either kind.
  private static func lock(_ handle: Handle, _ tree: Tree, _ f: Frame) throws -> any LockLike {
    if SharedObject.kind(of: handle) == .recursiveLock {
      return RecursiveLockObject(try RecursiveLock(handle), tree, f)
    }
    return LockObject(try Lock(handle), tree, f)
  }
}
