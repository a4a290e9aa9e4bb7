// Value, Array, RawValue and RawArray: cells of one C type in shared memory.
import Interpreter
import Multiprocess

/// Cells of one type, perhaps with a lock: what the four types have in common.
class SharedCells: TreeObject, Transferable {
  final let memory: SharedMemory
  final let code: TypeCode
  final let count: Int
  /// The lock of `get_lock()`; nil for raw ones.
  final let lock: (any LockLike)?
  private let recursiveLock: RecursiveLock?
  /// What `get_lock()` returns; unbound for raw ones.
  private let lockValue: Value

  init(
    _ typeName: String, _ memory: SharedMemory, _ code: TypeCode, count: Int, lock: (any LockLike)?, _ tree: Tree,
    _ f: Frame
  ) {
    self.memory = memory
    self.code = code
    self.count = count
    self.lock = lock
    recursiveLock = (lock as? RecursiveLockObject)?.primitive
    lockValue = lock.map { .object($0) } ?? .unbound
    super.init(typeName, tree, f)
  }

  var transferTag: TransferTag { .value }
  var transferDetail: Value { .tuple([.int(Int(code.rawValue)), .int(count)]) }
  var transferHandles: [Handle] { get throws(Raised) { [memory.handle] + (try lock?.transferHandles ?? []) } }

  /// The object of a message.
  static func receive(
    _ tag: TransferTag, _ detail: Value, _ memory: SharedMemory, _ lock: (any LockLike)?, _ tree: Tree, _ f: Frame
  ) throws(Raised) -> SharedCells {
    guard let parts = detail.tuple?.items, parts.count == 2, case .int(let raw) = parts[0], case .int(let count) = parts[1],
      let code = UInt8(exactly: raw).flatMap(TypeCode.init), count >= 0, code.size * count <= memory.bytes.count
    else { throw f.unpicklingError("a shared value came without its type") }
    switch tag {
    case .array, .rawArray: return ArrayObject(memory, code, count: count, lock: lock, tree, f)
    default: return ValueObject(memory, code, lock: lock, tree, f)
    }
  }

  @inline(__always)
  final func cell(_ index: Int) -> UnsafeMutableRawPointer { memory.bytes.baseAddress! + index &* code.size }

  /// Whether this process holds the recursive lock: then it need not take it again, and nobody sees what it changes
  /// before it gives the lock back.
  @inline(__always)
  final var isMine: Bool { recursiveLock?.isMine ?? false }

  /// Runs `body` while the lock is held, where there is one.
  @inline(__always)
  final func locked<R>(_ f: Frame, _ body: () throws(Raised) -> R) throws(Raised) -> R {
    if isMine { return try body() }
    guard let lock else { return try body() }
    if let recursiveLock {
      _ = try tree.waiting(f) { try recursiveLock.acquire(until: .never) }
      defer { try? recursiveLock.release() }
      return try body()
    }
    _ = try tree.waiting(f) { try lock.acquirable.acquire(until: .never) }
    defer { try? lock.acquirable.release() }
    return try body()
  }

  /// As `locked`, for a `body` that changes the memory.
  @inline(__always)
  final func changing(_ f: Frame, _ body: () throws(Raised) -> Void) throws(Raised) {
    if isMine { return try body() }
    publish(f)
    try locked(f, body)
  }

  // MARK: What Synchronized and SynchronizedArray share

  static func defineLocking(_ t: TypeBuilder) {
    t.method("get_lock", "self, /", .one(getLock))
    t.method("get_obj", "self, /", .one(getObject))
    t.method("acquire", "self, /, block=True, timeout=None", .three(acquire))
    t.method("release", "self, /", .one(release))
    t.method("__enter__", "self, /", .one { (f, this) throws(Raised) in try acquire(f, this, .unbound, .unbound) })
    t.method("__exit__", "self, type, value, traceback, /", .four { (f, this, _, _, _) throws(Raised) in try release(f, this) })
  }

  private static func guarded(_ f: Frame, _ this: Value, _ method: String) throws(Raised) -> any LockLike {
    guard let lock = cells(this)?.lock else {
      throw f.attributeError("'\(f.typeName(this))' object has no attribute '\(method)'")
    }
    return lock
  }

  private static func getLock(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    if let lock = cells(this)?.lockValue, !lock.isUnbound { return lock }
    return .object(try guarded(f, this, "get_lock"))
  }

  @inline(__always)
  private static func cells(_ this: Value) -> SharedCells? {
    if case .object(let object) = this,
      Swift.type(of: object) == ValueObject.self || Swift.type(of: object) == ArrayObject.self
    {
      return unsafeDowncast(object, to: SharedCells.self)
    }
    return this.native(TypedObject.self) as? SharedCells
  }

  private static func getObject(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    guard let cells = this.native(TypedObject.self) as? SharedCells else { return this }
    return .object(cells.withoutLock(f))
  }

  /// The object that stands for other memory, with another lock.
  func like(_ memory: SharedMemory, lock: (any LockLike)?, _ f: Frame) -> SharedCells { self }

  private func withoutLock(_ f: Frame) -> SharedCells { like(memory, lock: nil, f) }

  private static func cells(_ value: Value, _ f: Frame) throws(Raised) -> SharedCells {
    guard let cells = value.native(TypedObject.self) as? SharedCells else {
      throw f.typeError("a shared value or array is required, not '\(f.typeName(value))'")
    }
    return cells
  }

  /// What the module `ctypes` does about a structure or an array that is part of one; nil for other objects.
  private static func composite(
    _ function: String, _ arguments: ContiguousArray<Value>, _ f: Frame
  ) throws(Raised) -> Value? {
    guard let place = arguments.first, try f.optionalAttribute(of: place, f.interpreter.intern("_place")) != nil
    else { return nil }
    return try f.callMethod(f.importModule("ctypes"), function, CallArguments(arguments))
  }

  /// `multiprocessing.sharedctypes.copy`.
  static func copy(_ f: Frame, _ original: Value) throws(Raised) -> Value {
    if let copy = try composite("_copied", [original], f) { return copy }
    let original = try cells(original, f)
    let memory: SharedMemory
    do { memory = try SharedMemory(count: original.memory.bytes.count) } catch { throw f.raised(error) }
    memory.bytes.copyMemory(from: UnsafeRawBufferPointer(original.memory.bytes))
    return .object(original.like(memory, lock: nil, f))
  }

  /// `multiprocessing.sharedctypes.synchronized`.
  static func synchronized(_ f: Frame, _ raw: Value, _ lock: Value) throws(Raised) -> Value {
    if let made = try composite("_synchronized", [raw, lock.isUnbound ? .none : lock], f) { return made }
    let raw = try cells(raw, f)
    if raw.lock != nil { throw f.error(.AssertionError, "object already synchronized") }
    return .object(raw.like(raw.memory, lock: try Maker(f).lock(lock, name: raw.memory.name), f))
  }

  private static func acquire(_ f: Frame, _ this: Value, _ block: Value, _ timeout: Value) throws(Raised) -> Value {
    let lock = try guarded(f, this, "acquire")
    let deadline = try f.deadline(timeout: timeout, block: f.flag(block, default: true))
    return .bool(try lock.tree.waiting(f) { try lock.acquirable.acquire(until: deadline) })
  }

  private static func release(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let lock = try guarded(f, this, "release")
    lock.publish(f)
    do { try lock.acquirable.release() } catch { throw f.raised(error) }
    return .none
  }
}

/// `multiprocessing.Value` (`Synchronized`) and `RawValue`.
final class ValueObject: SharedCells {
  static let typeName = "multiprocessing.sharedctypes.Synchronized"
  static let rawTypeName = "multiprocessing.sharedctypes.RawValue"

  init(_ memory: SharedMemory, _ code: TypeCode, lock: (any LockLike)?, _ tree: Tree, _ f: Frame) {
    super.init(
      lock == nil ? ValueObject.rawTypeName : ValueObject.typeName, memory, code, count: 1, lock: lock, tree, f)
  }

  override var transferTag: TransferTag { lock == nil ? .rawValue : .value }

  override func like(_ memory: SharedMemory, lock: (any LockLike)?, _ f: Frame) -> SharedCells {
    ValueObject(memory, code, lock: lock, tree, f)
  }

  private func load(_ f: Frame) throws(Raised) -> Value {
    try locked(f) { () throws(Raised) in code.load(cell(0)) }
  }

  private func store(_ value: Value, _ f: Frame) throws(Raised) {
    try changing(f) { () throws(Raised) in try code.store(value, cell(0), f) }
  }

  override func property(_ name: Str, _ f: Frame) throws(Raised) -> Value? {
    name === tree.names.value ? try load(f) : nil
  }

  override func setProperty(_ name: Str, _ value: Value, _ f: Frame) throws(Raised) -> Bool {
    guard name === tree.names.value else { return false }
    try store(value, f)
    return true
  }

  static func define(_ t: TypeBuilder) {
    t.property(
      "value", get: { (f, this) throws(Raised) in try receiver(this, "value", of: "Value", f).load(f) },
      set: { (f, this, value) throws(Raised) in
        try receiver(this, "value", of: "Value", f).store(value, f)
        return .none
      })
    t.method("add", "self, amount, /", .two(add))
    t.method("update", "self, function, /", .two(update))
    t.method("__repr__", "self, /", .one(repr))
    t.sharedName { (f, this) throws(Raised) in try receiver(this, "name", of: "Value", f).memory }
  }

  private static func change(
    _ f: Frame, _ this: Value, _ method: String, _ next: (Value) throws(Raised) -> Value
  ) throws(Raised) -> Value {
    let object = try receiver(this, method, of: "Value", f)
    if object.lock == nil {
      throw f.typeError("\(method)() needs a value with a lock: this one was made with lock=False")
    }
    object.publish(f)
    return try object.locked(f) { () throws(Raised) in
      try object.code.store(next(object.code.load(object.cell(0))), object.cell(0), f)
      return object.code.load(object.cell(0))
    }
  }

  private static func add(_ f: Frame, _ this: Value, _ amount: Value) throws(Raised) -> Value {
    try change(f, this, "add") { (old) throws(Raised) in try f.binary(.add, old, amount) }
  }

  private static func update(_ f: Frame, _ this: Value, _ function: Value) throws(Raised) -> Value {
    try change(f, this, "update") { (old) throws(Raised) in try f.call(function, old) }
  }

  private static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let object = try receiver(this, "__repr__", of: "Value", f)
    let inner = "\(object.code.cName)(\(try f.repr(object.code.load(object.cell(0))).string))"
    return .text(object.lock == nil ? inner : "<Synchronized wrapper for \(inner)>")
  }
}
