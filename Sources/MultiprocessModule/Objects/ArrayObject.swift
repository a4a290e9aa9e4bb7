// Array and RawArray.
import Interpreter
import Multiprocess

/// `multiprocessing.Array` (`SynchronizedArray`, `SynchronizedString`) and `RawArray`.
final class ArrayObject: SharedCells {
  static let typeName = "multiprocessing.sharedctypes.SynchronizedArray"
  static let textTypeName = "multiprocessing.sharedctypes.SynchronizedString"
  static let rawTypeName = "multiprocessing.sharedctypes.RawArray"

  init(_ memory: SharedMemory, _ code: TypeCode, count: Int, lock: (any LockLike)?, _ tree: Tree, _ f: Frame) {
    let guarded = code == .char ? ArrayObject.textTypeName : ArrayObject.typeName
    super.init(
      lock == nil ? ArrayObject.rawTypeName : guarded, memory, code, count: count, lock: lock, tree, f)
  }

  override var transferTag: TransferTag { lock == nil ? .rawArray : .array }

  override func like(_ memory: SharedMemory, lock: (any LockLike)?, _ f: Frame) -> SharedCells {
    ArrayObject(memory, code, count: count, lock: lock, tree, f)
  }

  static func define(_ t: TypeBuilder) {
    t.method("__len__", "self, /", .one { (f, this) throws(Raised) in .int(try get(f, this).count) })
    t.method("__getitem__", "self, key, /", .two(item))
    t.method("__setitem__", "self, key, value, /", .three(setItem))
    t.method("__iter__", "self, /", .one { (f, this) throws(Raised) in .object(ArrayIterator(try get(f, this))) })
    t.method(
      "__getslice__", "self, start, stop, /",
      .three { (f, this, start, stop) throws(Raised) in
        try item(f, this, .object(Slice(lower: start, upper: stop, step: .none)))
      })
    t.method("__repr__", "self, /", .one(repr))
    t.sharedName { (f, this) throws(Raised) in try get(f, this).memory }
  }

  /// What arrays of characters have besides.
  static func defineText(_ t: TypeBuilder) {
    t.property("value", get: text, set: setText)
    t.property("raw", get: raw, set: setRaw)
  }

  private static func get(_ f: Frame, _ this: Value) throws(Raised) -> ArrayObject {
    try receiver(this, "__getitem__", of: "Array", f)
  }

  private func index(_ key: Value, _ f: Frame) throws(Raised) -> Int {
    var index: Int
    if case .int(let given) = key {
      index = given
    } else {
      guard f.isIndex(key) else { throw f.typeError("indices must be integers") }
      index = try f.index(key)
    }
    if index < 0 { index += count }
    if index < 0 || index >= count { throw f.indexError("invalid index") }
    return index
  }

  override func item(at key: Value, _ f: Frame) throws(Raised) -> Value? {
    guard case .int = key else { return nil }
    return try locked(f) { () throws(Raised) in code.load(cell(try index(key, f))) }
  }

  override func setItem(at key: Value, _ value: Value, _ f: Frame) throws(Raised) -> Bool {
    guard case .int = key else { return false }
    try changing(f) { () throws(Raised) in try code.store(value, cell(try index(key, f)), f) }
    return true
  }

  private static func item(_ f: Frame, _ this: Value, _ key: Value) throws(Raised) -> Value {
    let array = try get(f, this)
    if let slice = key.slice {
      let picked = try f.resolve(slice, count: array.count)
      return try array.locked(f) { () throws(Raised) in
        array.gather((0..<picked.count).map { picked.start + $0 * picked.step })
      }
    }
    return try array.locked(f) { () throws(Raised) in array.code.load(array.cell(try array.index(key, f))) }
  }

  /// The cells at some positions: bytes or a str for characters, else a list.
  private func gather(_ positions: [Int]) -> Value {
    switch code {
    case .char: .bytes(positions.map { cell($0).load(as: UInt8.self) })
    case .wideChar: .object(Str(scalars: positions.map { cell($0).load(as: UInt32.self) }))
    default: .list(ContiguousArray(positions.map { code.load(cell($0)) }))
    }
  }

  private static func setItem(_ f: Frame, _ this: Value, _ key: Value, _ value: Value) throws(Raised) -> Value {
    let array = try get(f, this)
    array.publish(f)
    if let slice = key.slice {
      let values = try array.values(of: value, f)
      let picked = try f.resolve(slice, count: array.count)
      guard picked.count == values.count else { throw f.valueError("Can only assign sequence of same size") }
      try array.locked(f) { () throws(Raised) in
        for (index, value) in values.enumerated() {
          try array.code.store(value, array.cell(picked.start + index * picked.step), f)
        }
      }
      return .none
    }
    try array.locked(f) { () throws(Raised) in
      try array.code.store(value, array.cell(try array.index(key, f)), f)
    }
    return .none
  }

  /// The members of what is assigned to a slice; each byte of bytes is one for an array of characters.
  func values(of value: Value, _ f: Frame) throws(Raised) -> ContiguousArray<Value> {
    if code == .char, let bytes = value.payload.bytes { return ContiguousArray(bytes.bytes.map { .bytes([$0]) }) }
    return try f.collect(value)
  }

  private static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let array = try get(f, this)
    let inner = "<multiprocessing.sharedctypes.\(array.code.cName)_Array_\(array.count) object at \(f.address(this))>"
    if array.lock == nil { return .text(inner) }
    return .text("<\(array.code == .char ? "SynchronizedString" : "SynchronizedArray") wrapper for \(inner)>")
  }

  // MARK: Characters

  private static func textArray(_ f: Frame, _ this: Value, _ name: String) throws(Raised) -> ArrayObject {
    let array = try get(f, this)
    guard array.code == .char || (array.code == .wideChar && name == "value") else {
      throw f.attributeError("'\(array.code.cName)_Array_\(array.count)' object has no attribute '\(name)'")
    }
    return array
  }

  private static func text(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let array = try textArray(f, this, "value")
    return try array.locked(f) { () throws(Raised) in
      let positions = Array(0..<array.count)
      let isZero = { (position: Int) in
        array.code == .char
          ? array.cell(position).load(as: UInt8.self) == 0 : array.cell(position).load(as: UInt32.self) == 0
      }
      return array.gather(Array(positions.prefix { !isZero($0) }))
    }
  }

  private static func setText(_ f: Frame, _ this: Value, _ value: Value) throws(Raised) -> Value {
    let array = try textArray(f, this, "value")
    array.publish(f)
    let values = try array.characters(value, f)
    if values.count > array.count { throw f.valueError(array.code == .char ? "byte string too long" : "string too long") }
    try array.locked(f) { () throws(Raised) in
      for (index, character) in values.enumerated() { try array.code.store(character, array.cell(index), f) }
      if values.count < array.count {
        (array.cell(values.count)).initializeMemory(as: UInt8.self, repeating: 0, count: array.code.size)
      }
    }
    return .none
  }

  private func characters(_ value: Value, _ f: Frame) throws(Raised) -> ContiguousArray<Value> {
    if code == .wideChar {
      guard value.payload.str != nil else {
        throw f.typeError("unicode string expected instead of \(f.typeName(value)) instance")
      }
      return try f.collect(value)
    }
    guard let bytes = value.payload.bytes else {
      throw f.typeError("bytes expected instead of \(f.typeName(value)) instance")
    }
    return ContiguousArray(bytes.bytes.map { .bytes([$0]) })
  }

  private static func raw(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let array = try textArray(f, this, "raw")
    return try array.locked(f) { () throws(Raised) in array.gather(Array(0..<array.count)) }
  }

  private static func setRaw(_ f: Frame, _ this: Value, _ value: Value) throws(Raised) -> Value {
    let array = try textArray(f, this, "raw")
    array.publish(f)
    let values = try array.characters(value, f)
    if values.count > array.count { throw f.valueError("byte string too long") }
    try array.locked(f) { () throws(Raised) in
      for (index, character) in values.enumerated() { try array.code.store(character, array.cell(index), f) }
    }
    return .none
  }
}

/// Yields the cells of an array, each under the lock.
private final class ArrayIterator: Iterator {
  private let array: ArrayObject
  private var index = 0

  init(_ array: ArrayObject) {
    self.array = array
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    guard index < array.count else { return nil }
    defer { index += 1 }
    return try array.locked(f) { () throws(Raised) in array.code.load(array.cell(index)) }
  }
}

extension ArrayObject: BufferOwner {
  var bufferCount: Int { count * code.size }
  var isBufferReadOnly: Bool { false }
  var bufferFormat: String { String(Character(Unicode.Scalar(code.rawValue))) }

  func withBuffer<Result>(_ body: (UnsafeMutableRawBufferPointer) -> Result) -> Result {
    body(UnsafeMutableRawBufferPointer(rebasing: memory.bytes[..<bufferCount]))
  }
}
