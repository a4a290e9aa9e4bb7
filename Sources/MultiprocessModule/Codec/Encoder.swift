// From values to pickles: everything that a process sends.
import Interpreter
import Multiprocess
import Pickle

/// An object of the bindings that other processes can hold too: a message mentions it by its handles.
protocol Transferable: AnyObject {
  /// How `Decoder` knows what to make: a tag and, where the handles do not say it all, one more value.
  var transferTag: TransferTag { get }
  var transferDetail: Value { get }
  /// The shared objects that the message must keep alive.
  var transferHandles: [Handle] { get throws(Raised) }
}

enum TransferTag: Int {
  case queue, joinableQueue, simpleQueue, connection, lock, recursiveLock, semaphore, boundedSemaphore, condition, event
  case barrier, value, array, rawValue, rawArray, process
}

/// Writes values as pickles, protocol 5.
final class Encoder {
  let writer = PickleWriter()
  private var isBusy = false
  private(set) var handles: [Handle] = []
  /// Whether shared objects may be mentioned: only in messages from process to process.
  private let sharesObjects: Bool
  /// How scripts want types pickled that do not say it themselves; nil for what is not meant for processes.
  private let reducers: Reducers?

  init(sharesObjects: Bool, _ reducers: Reducers?) {
    self.sharesObjects = sharesObjects
    self.reducers = reducers
  }

  /// Encodes a value and shows the message to `body`. Raises where something in it cannot be pickled, naming the place.
  func encode<R>(
    _ value: Value, _ f: Frame, _ body: (UnsafeRawBufferPointer, [Handle]) throws(Raised) -> R
  ) throws(Raised) -> R {
    // Only what stays in the tree: `pickle` writes what CPython's does.
    if sharesObjects {
      var room: (UInt64, UInt64) = (0, 0)
      let length = withUnsafeMutableBytes(of: &room) { ScalarMessage.write(value, $0.baseAddress!) }
      if length > 0 {
        return try withUnsafeBytes(of: &room) { (bytes) throws(Raised) in
          try body(UnsafeRawBufferPointer(rebasing: bytes[..<length]), [])
        }
      }
    }
    return try encode(f, { (encoder) throws(Raised) in try encoder.write(value, f) }, body)
  }

  /// Encodes what `write` writes with the encoder that it is given.
  func encode<R>(
    _ f: Frame, _ write: (Encoder) throws(Raised) -> Void,
    _ body: (UnsafeRawBufferPointer, [Handle]) throws(Raised) -> R
  ) throws(Raised) -> R {
    // A `__reduce__` that sends a message itself comes here while the writer is busy.
    if isBusy { return try Encoder(sharesObjects: sharesObjects, reducers).encode(f, write, body) }
    isBusy = true
    defer { isBusy = false }
    handles.removeAll(keepingCapacity: true)
    writer.begin()
    try write(self)
    let message: UnsafeRawBufferPointer
    do { message = try writer.finish() } catch { throw f.error(.MemoryError, "\(error)") }
    return try body(message, handles)
  }

  // MARK: Values

  func write(_ value: Value, _ f: Frame) throws(Raised) {
    switch value {
    case .unbound, .none: writer.writeNone()
    case .bool(let truth): writer.writeBool(truth)
    case .int(let number): writer.writeInt(number)
    case .float(let number): writer.writeFloat(number)
    case .ellipsis: writeGlobal("builtins", "Ellipsis")
    case .notImplemented: writeGlobal("builtins", "NotImplemented")
    case .object(let object): try write(object, value, f)
    }
  }

  private func write(_ object: Object, _ value: Value, _ f: Frame) throws(Raised) {
    let identity = ObjectIdentifier(object)
    if writer.writeReference(to: identity) { return }
    try f.checkNativeStack(" while pickling an object")
    if let reducers {
      if let identifier = try reducers.persistentID(of: value, f) { return try writePersistent(identifier, f) }
      if let reduced = try reducers.reduce(value, f) { return try writeReduced(reduced, value, identity, f) }
    }
    switch object.kind {
    case .str: value.str!.withUTF8 { writer.writeString(utf8: $0, identity: identity) }
    case .bigInteger: writeBigInteger(value)
    case .bytes: value.bytes!.bytes.withUnsafeBytes { writer.writeBytes($0, identity: identity) }
    case .byteArray: value.byteArray!.bytes.withUnsafeBytes { writer.writeByteArray($0, identity: identity) }
    case .list:
      writer.beginList(identity: identity)
      try writeItems(value.list!.items, f)
    case .tuple: try writeTuple(value.tuple!, f)
    case .dict:
      writer.beginDict(identity: identity)
      try writeItems(of: value.dict!, f)
    case .set:
      writer.beginSet(identity: identity)
      let members = try f.collect(value)
      var batch = PickleBatch(.set, count: members.count)
      for member in members {
        batch.next(writer)
        try write(member, f)
      }
      batch.end(writer)
    case .frozenSet:
      writer.beginFrozenSet()
      for member in try f.collect(value) { try write(member, f) }
      writer.endFrozenSet(identity: identity)
    case .range:
      let (start, stop, step) = value.range!.parts
      try writeCall("builtins", "range", [start, stop, step], identity, f)
    case .slice:
      let slice = value.slice!
      try writeCall("builtins", "slice", [slice.lower, slice.upper, slice.step], identity, f)
    case .function, .type: try writeNamed(value, f)
    case .builtin: try writeBuiltin(value, f)
    case .boundMethod:
      let method = value.boundMethod!
      let name = try f.attribute(of: method.function, "__name__")
      try writeCall("builtins", "getattr", [method.receiver, name], identity, f)
    case .instance: try writeInstance(value, identity, f)
    case .exception: try writeException(value.exception!, identity, f)
    default: try writeOther(value, identity, f)
    }
  }

  private func writeBigInteger(_ value: Value) {
    value.littleEndianTwosComplement.withUnsafeBytes { writer.writeBigInt(littleEndianTwosComplement: $0) }
  }

  // MARK: Containers

  private func writeItems(_ items: ContiguousArray<Value>, _ f: Frame) throws(Raised) {
    var batch = PickleBatch(.list, count: items.count)
    for (index, item) in items.enumerated() {
      batch.next(writer)
      do { try write(item, f) } catch { throw f.located(error, "item \(index)") }
    }
    batch.end(writer)
  }

  private func writeTuple(_ tuple: Tuple, _ f: Frame) throws(Raised) {
    writer.beginTuple(count: tuple.items.count)
    for (index, item) in tuple.items.enumerated() {
      do { try write(item, f) } catch { throw f.located(error, "item \(index)") }
    }
    writer.endTuple(count: tuple.items.count, identity: ObjectIdentifier(tuple))
  }

  private func writeItems(of dict: Dict, _ f: Frame) throws(Raised) {
    var batch = PickleBatch(.dict, count: dict.count)
    for (key, value) in dict.items {
      batch.next(writer)
      do {
        try write(key, f)
        try write(value, f)
      } catch {
        throw f.located(error, "key \((try? f.repr(key).string) ?? "?")")
      }
    }
    batch.end(writer)
  }

  // MARK: Names and calls

  private func writeGlobal(_ module: String, _ name: String) {
    writer.writeGlobal(module: module, name: name)
  }

  /// `module.name(*arguments)`.
  private func writeCall(
    _ module: String, _ name: String, _ arguments: ContiguousArray<Value>, _ identity: ObjectIdentifier, _ f: Frame
  ) throws(Raised) {
    writeGlobal(module, name)
    let tuple = Tuple(arguments)
    writer.keepAlive(tuple)
    try writeTuple(tuple, f)
    writer.writeReduce(identity: identity)
  }

  /// A function or class, by the name under which the reader finds it too.
  private func writeNamed(_ value: Value, _ f: Frame) throws(Raised) {
    // These types have no name that could be imported.
    if let type = value.type {
      for single in [Value.none, .ellipsis, .notImplemented] where f.types.type(of: single) === type {
        return try writeCall("builtins", "type", [single], ObjectIdentifier(type), f)
      }
    }
    let (module, name) = try f.importableName(of: value)
    writer.writeGlobal(module: module, name: name, identity: value.object.map { ObjectIdentifier($0) })
  }

  private func writeBuiltin(_ value: Value, _ f: Frame) throws(Raised) {
    let builtin = value.builtin!
    let name = builtin.owner.map { "\($0).\(builtin.name.string)" } ?? builtin.name.string
    writeGlobal(builtin.moduleName ?? "builtins", name)
  }

  // MARK: Instances

  private func writeInstance(_ value: Value, _ identity: ObjectIdentifier, _ f: Frame) throws(Raised) {
    let instance = value.instance!
    if let transferable = value.native(Object.self) as? any Transferable, !f.hasOwnReduce(value) {
      return try write(transferable, f)
    }
    if let reduced = try f.customReduce(value) { return try writeReduced(reduced, value, identity, f) }
    try writeNamed(.object(instance.type), f)
    let arguments = Tuple(try f.newArguments(of: value))
    writer.keepAlive(arguments)
    try writeTuple(arguments, f)
    writer.writeNewObject(identity: identity)
    try writePayload(of: instance, f)
    let state = try f.state(of: value)
    keepAlive(state)
    if !state.isNone {
      do { try write(state, f) } catch { throw f.located(error, "a \(instance.type.name.string)'s state") }
      writer.writeBuild()
    }
  }

  /// The members of an instance of a subclass of list, dict or set.
  private func writePayload(of instance: Instance, _ f: Frame) throws(Raised) {
    if let list = instance.payload.list { try writeItems(list.items, f) }
    if let dict = instance.payload.dict { try writeItems(of: dict, f) }
  }

  /// Keeps what was made for this message only: the writer knows objects by their address.
  private func keepAlive(_ value: Value) {
    if let object = value.object { writer.keepAlive(object) }
  }

  private func writeException(
    _ exception: ExceptionObject, _ identity: ObjectIdentifier, _ f: Frame
  ) throws(Raised) {
    if let reduced = try f.customReduce(.object(exception)) {
      return try writeReduced(reduced, .object(exception), identity, f)
    }
    try writeNamed(.object(exception.type), f)
    try write(.object(exception.arguments), f)
    writer.writeReduce(identity: identity)
    if let attributes = exception.scriptAttributes {
      try write(.object(attributes), f)
      writer.writeBuild()
    }
  }

  /// The tuple that `__reduce__` returned: callable, arguments, state, list items, dict items.
  private func writeReduced(
    _ reduced: Value, _ value: Value, _ identity: ObjectIdentifier, _ f: Frame
  ) throws(Raised) {
    if let name = reduced.str {
      let module = (try f.optionalAttribute(of: value, f.interpreter.intern("__module__")))?.str?.string ?? "__main__"
      return writeGlobal(module, name.string)
    }
    guard let parts = reduced.tuple?.items, parts.count >= 2, parts.count <= 6, let arguments = parts[1].tuple else {
      throw f.picklingError("__reduce__ must return a string or tuple")
    }
    keepAlive(reduced)
    try write(parts[0], f)
    try writeTuple(arguments, f)
    writer.writeReduce(identity: identity)
    if parts.count > 3, !parts[3].isNone {
      let items = List(try f.collect(parts[3]))
      writer.keepAlive(items)
      try writeItems(items.items, f)
    }
    if parts.count > 4, !parts[4].isNone {
      let dict = Dict()
      for pair in try f.collect(parts[4]) {
        let pair = try f.collect(pair)
        guard pair.count == 2 else { throw f.picklingError("dict items iterator must return 2-tuples") }
        try dict.set(pair[0], pair[1], f)
      }
      writer.keepAlive(dict)
      try writeItems(of: dict, f)
    }
    if parts.count > 2, !parts[2].isNone {
      try write(parts[2], f)
      writer.writeBuild()
    }
  }

  private func writeOther(_ value: Value, _ identity: ObjectIdentifier, _ f: Frame) throws(Raised) {
    if let transferable = value.object as? any Transferable { return try write(transferable, f) }
    if let reduced = try f.customReduce(value) { return try writeReduced(reduced, value, identity, f) }
    let type = f.types.type(of: value)
    guard type.defines("__getnewargs__") else { throw f.typeError("cannot pickle '\(type.name.string)' object") }
    try writeCall(type.moduleName.string, type.name.string, f.newArguments(of: value), identity, f)
  }

  private func writePersistent(_ identifier: Value, _ f: Frame) throws(Raised) {
    if let object = identifier.object { writer.keepAlive(object) }
    try write(identifier, f)
    writer.writePersistentID()
  }

  private func write(_ transferable: any Transferable, _ f: Frame) throws(Raised) {
    guard sharesObjects else {
      let name = (transferable as? TypedObject)?.type.name.string ?? "Shared"
      throw f.runtimeError("\(name) objects should only be shared between processes through inheritance")
    }
    let own = try transferable.transferHandles
    handles += own
    var identifier: ContiguousArray<Value> = [.int(transferable.transferTag.rawValue), transferable.transferDetail]
    for handle in own { identifier.append(.int(Int(bitPattern: UInt(handle.rawValue)))) }
    let tuple = Tuple(identifier)
    writer.keepAlive(tuple)
    try writeTuple(tuple, f)
    writer.writePersistentID()
  }
}
