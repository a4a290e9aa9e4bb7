// Making the shared objects: the functions of the module `multiprocessing` and ppd's own builtins call these.
import Interpreter
import Multiprocess

/// One maker an object. `name` is the diagnostic name, or unbound.
struct Maker {
  let f: Frame
  let tree: Tree

  init(_ f: Frame) throws(Raised) {
    self.f = f
    tree = try Tree.of(f)
  }

  /// Runs an initialiser of the runtime.
  private func making<T>(_ body: () throws -> T) throws(Raised) -> T {
    do { return try body() } catch { throw f.raised(error) }
  }

  func queue(_ flavor: QueueObject.Flavor, maxSize: Value, name: Value) throws(Raised) -> Value {
    let most = maxSize.isUnbound ? 0 : try f.index(maxSize)
    let name = try tree.name(name, kind: "queue", f)
    return .object(QueueObject(try making { try Queue(maxSize: max(0, most), name: name) }, flavor, tree, f))
  }

  func pipe(duplex: Value, name: Value) throws(Raised) -> Value {
    let isDuplex = try f.flag(duplex, default: true)
    let name = try tree.name(name, kind: "pipe", f)
    let (first, second) = try making { try Pipe.make(duplex: isDuplex, name: name) }
    return .tuple([.object(ConnectionObject(first, tree, f)), .object(ConnectionObject(second, tree, f))])
  }

  func lock(name: Value) throws(Raised) -> Value {
    let name = try tree.name(name, kind: "lock", f)
    return .object(LockObject(try making { try Lock(name: name) }, tree, f))
  }

  func recursiveLock(name: Value) throws(Raised) -> Value {
    let name = try tree.name(name, kind: "rlock", f)
    return .object(RecursiveLockObject(try making { try RecursiveLock(name: name) }, tree, f))
  }

  func condition(lock: Value, name: Value) throws(Raised) -> Value {
    let name = try tree.name(name, kind: "condition", f)
    let guarding: any LockLike
    if lock.isUnbound || lock.isNone {
      guarding = RecursiveLockObject(try making { try RecursiveLock(name: name) }, tree, f)
    } else {
      guard let given = lock.native(TypedObject.self) as? any LockLike else {
        throw f.typeError("condition() needs a lock or an rlock, not \(f.typeName(lock))")
      }
      guarding = given
    }
    let acquirable = guarding.acquirable
    return .object(
      ConditionObject(try making { try Condition(lock: acquirable, name: name) }, lock: guarding, tree, f))
  }

  func event(name: Value) throws(Raised) -> Value {
    let name = try tree.name(name, kind: "event", f)
    return .object(EventObject(try making { try Event(name: name) }, tree, f))
  }

  func semaphore(_ value: Value, isBounded: Bool, name: Value) throws(Raised) -> Value {
    let count = value.isUnbound ? 1 : try f.index(value)
    guard count >= 0, count <= Int(Semaphore.largestValue) else { throw f.osError(22) }
    let name = try tree.name(name, kind: "semaphore", f)
    return .object(
      SemaphoreObject(
        try making { try Semaphore(UInt32(count), bounded: isBounded, name: name) }, isBounded: isBounded, tree, f))
  }

  /// - Parameter function: what the script called, for the message of a call without parties.
  func barrier(
    _ function: String, parties: Value, action: Value, timeout: Value, name: Value
  ) throws(Raised) -> Value {
    if parties.isUnbound {
      throw f.typeError(
        "\(function)() missing 1 required positional argument: 'parties' (how many processes meet: "
          + "\(function)(2) for two)")
    }
    let count = try f.index(parties)
    if count < 0 || count > Int(Int32.max) { throw f.valueError("parties must be > 0") }
    let name = try tree.name(name, kind: "barrier", f)
    return .object(
      BarrierObject(
        try making { try Barrier(parties: UInt32(count), name: name) }, action: action.isUnbound ? .none : action,
        timeout: timeout, tree, f))
  }

  // MARK: Value and Array

  /// The lock of a new value or array: a new RLock, the one given, or none.
  func lock(_ argument: Value, name: String) throws(Raised) -> (any LockLike)? {
    if argument.isUnbound || argument.isNone {
      return RecursiveLockObject(try making { try RecursiveLock(name: name) }, tree, f)
    }
    if case .bool(let wanted) = argument {
      return wanted ? RecursiveLockObject(try making { try RecursiveLock(name: name) }, tree, f) : nil
    }
    guard let given = argument.native(TypedObject.self) as? any LockLike else {
      throw f.attributeError("\(try f.repr(argument).string) has no method 'acquire'")
    }
    return given
  }

  func value(_ code: TypeCode, _ initial: Value, lock: Value, name: Value) throws(Raised) -> Value {
    let name = try tree.name(name, kind: "value", f)
    let memory = try making { try SharedMemory(count: code.size, format: code.format, name: name) }
    if !initial.isUnbound { try code.store(initial, memory.bytes.baseAddress!, f) }
    return .object(ValueObject(memory, code, lock: try self.lock(lock, name: name), tree, f))
  }

  func array(_ code: TypeCode, _ sizeOrItems: Value, lock: Value, name: Value) throws(Raised) -> Value {
    let name = try tree.name(name, kind: "array", f)
    let items: ContiguousArray<Value>
    let count: Int
    if case .int(let size) = sizeOrItems {
      if size < 0 { throw f.valueError("Array length must be >= 0, not \(size)") }
      (items, count) = ([], size)
    } else {
      items = try arrayItems(code, sizeOrItems)
      count = items.count
    }
    let (bytes, overflow) = count.multipliedReportingOverflow(by: code.size)
    if overflow { throw f.error(.MemoryError, "an array of \(count) items does not fit in memory") }
    let memory = try making { try SharedMemory(count: max(1, bytes), format: code.format, name: name) }
    let array = ArrayObject(memory, code, count: count, lock: try self.lock(lock, name: name), tree, f)
    for (index, item) in items.enumerated() { try code.store(item, array.cell(index), f) }
    return .object(array)
  }

  private func arrayItems(_ code: TypeCode, _ value: Value) throws(Raised) -> ContiguousArray<Value> {
    if code == .char, let bytes = value.payload.bytes { return ContiguousArray(bytes.bytes.map { .bytes([$0]) }) }
    if case .float = value { throw f.typeError("object of type 'float' has no len()") }
    return try f.collect(value)
  }
}
