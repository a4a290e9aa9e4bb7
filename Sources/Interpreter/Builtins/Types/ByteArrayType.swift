// `bytearray`: what it can do beyond `bytes`.
import Syntax

/// The methods of `bytearray`.
enum ByteArrayType {
  static func define(_ t: TypeBuilder) {
    t.new("source=, encoding=, errors=") { f, _, a throws(Raised) in
      .object(ByteArray(try BytesType.source(f, a[0], a[1], a[2], "bytearray")))
    }
    t.blank { _, _ throws(Raised) in .object(ByteArray([])) }
    t.method("__init__", "self, /, source=, encoding=, errors=", .four(initialize))
    BytesMethods<ByteArray>.define(t)
    t.inPlaceOperators([.add, .multiply])
    t.container(setItem: true, deleteItem: true)
    t.unhashable()
    t.method("append", "self, item, /", .two(append))
    t.method("extend", "self, iterable_of_ints, /", .two(extend))
    t.method("insert", "self, index, item, /", .three(insert))
    t.method("pop", "self, index=, /", .two(pop))
    t.method("remove", "self, value, /", .two(remove))
    t.method("clear", "self, /", .one(clear))
    t.method("reverse", "self, /", .one(reverse))
    t.method("copy", "self, /", .one(copy))
    t.method("__reduce__", "self, /", .one(reduce))
    t.method("__repr__", "self, /", .one(representation))
  }

  private static func initialize(
    _ f: Frame, _ this: Value, _ source: Value, _ encoding: Value, _ errors: Value
  ) throws(Raised) -> Value {
    let array = try receiver(f, this, "__init__")
    array.bytes = try BytesType.source(f, source, encoding, errors, "bytearray")
    return .none
  }

  private static func receiver(
    _ f: Frame, _ this: Value, _ method: StaticString = #function
  ) throws(Raised) -> ByteArray {
    if let array = this.payload.byteArray { return array }
    throw f.wrongReceiver(this, StrType.methodName(method), of: "bytearray")
  }

  // MARK: Methods that change

  private static func append(_ f: Frame, _ this: Value, _ item: Value) throws(Raised) -> Value {
    let array = try receiver(f, this)
    array.bytes.append(try BytesType.byte(f, item))
    return .none
  }

  private static func extend(_ f: Frame, _ this: Value, _ iterable: Value) throws(Raised) -> Value {
    let array = try receiver(f, this)
    if let bytes = BytesType.contents(iterable) {
      array.bytes += bytes
      return .none
    }
    if iterable.payload.str != nil {
      throw f.typeError("expected iterable of integers; got: '\(f.typeName(iterable))'")
    }
    let iterator: Iterator
    do {
      iterator = try f.iterate(iterable)
    } catch where error.exception.type === f.types[.TypeError] {
      throw f.typeError("can't extend bytearray with \(f.typeName(iterable))")
    }
    var added: [UInt8] = []
    while let item = try iterator.next(f) { added.append(try BytesType.byte(f, item)) }
    array.bytes += added
    return .none
  }

  private static func insert(_ f: Frame, _ this: Value, _ index: Value, _ item: Value) throws(Raised) -> Value {
    let array = try receiver(f, this)
    let given = try f.index(index)
    let byte = try BytesType.byte(f, item)
    let index = given < 0 ? max(given + array.bytes.count, 0) : min(given, array.bytes.count)
    array.bytes.insert(byte, at: index)
    return .none
  }

  private static func pop(_ f: Frame, _ this: Value, _ index: Value) throws(Raised) -> Value {
    let array = try receiver(f, this)
    var index = index.isUnbound ? -1 : try f.index(index)
    if array.bytes.isEmpty { throw f.indexError("pop from empty bytearray") }
    if index < 0 { index += array.bytes.count }
    if index < 0 || index >= array.bytes.count { throw f.indexError("pop index out of range") }
    return .int(Int(array.bytes.remove(at: index)))
  }

  private static func remove(_ f: Frame, _ this: Value, _ value: Value) throws(Raised) -> Value {
    let array = try receiver(f, this)
    let byte = try BytesType.byte(f, value)
    guard let index = array.bytes.firstIndex(of: byte) else { throw f.valueError("value not found in bytearray") }
    array.bytes.remove(at: index)
    return .none
  }

  private static func clear(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    try receiver(f, this).bytes = []
    return .none
  }

  private static func reverse(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    try receiver(f, this).bytes.reverse()
    return .none
  }

  private static func copy(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .object(ByteArray(try receiver(f, this).bytes))
  }

  private static func reduce(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let bytes = try receiver(f, this, "__reduce__").bytes
    let text = bytes.withUnsafeBufferPointer { Str(latin1: $0) }
    let state = try f.optionalAttribute(of: this, f.interpreter.names[.__dict__]) ?? .none
    return .tuple([.object(f.types.type(of: this)), .tuple([.object(text), .text("latin-1")]), state])
  }

  // MARK: Operators

  /// `array op r`, nil where `bytearray` does not know the operator for `r`.
  static func binary(_ op: BinaryOperator, _ array: ByteArray, _ r: Value, _ f: Frame) throws(Raised) -> Value? {
    try BytesType.result(op, array.bytes, r, f).map { .object(ByteArray($0)) }
  }

  /// `array op= r`; false where `bytearray` does not change in place by the operator.
  static func inPlace(_ op: BinaryOperator, _ array: ByteArray, _ r: Value, _ f: Frame) throws(Raised) -> Bool {
    switch op {
    case .add:
      guard let bytes = BytesType.contents(r) else {
        throw f.typeError("can't concat \(f.typeName(r)) to bytearray")
      }
      array.bytes += bytes
    case .multiply:
      guard let times = try f.repetitions(r) else { return false }
      array.bytes = try BytesType.repeated(f, array.bytes, times)
    default:
      return false
    }
    return true
  }

  // MARK: Items

  /// `array[key]`.
  static func item(_ array: ByteArray, _ key: Value, _ f: Frame) throws(Raised) -> Value {
    if let slice = key.slice { return .object(ByteArray(try BytesType.members(of: array.bytes, slice, f))) }
    return .int(Int(array.bytes[try position(array, key, f)]))
  }

  private static func position(_ array: ByteArray, _ key: Value, _ f: Frame) throws(Raised) -> Int {
    try f.position(key, count: array.bytes.count, "bytearray", message: "bytearray index out of range")
  }

  /// `array[key] = value`.
  static func setItem(_ array: ByteArray, _ key: Value, _ value: Value, _ f: Frame) throws(Raised) {
    if let slice = key.slice { return try setSlice(array, slice, value, f) }
    let index = try position(array, key, f)
    array.bytes[index] = try BytesType.byte(f, value)
  }

  private static func setSlice(_ array: ByteArray, _ slice: Slice, _ value: Value, _ f: Frame) throws(Raised) {
    let new = try assigned(value, f)
    let (start, stop, step, count) = try f.resolve(slice, count: array.bytes.count)
    if step == 1 {
      array.bytes.replaceSubrange(start..<max(start, stop), with: new)
    } else if new.isEmpty {
      remove(array, start, step, count)
    } else if new.count == count {
      for (index, byte) in new.enumerated() { array.bytes[start + index * step] = byte }
    } else {
      throw f.valueError("attempt to assign bytes of size \(new.count) to extended slice of size \(count)")
    }
  }

  /// The bytes that an assignment to a slice stores.
  private static func assigned(_ value: Value, _ f: Frame) throws(Raised) -> [UInt8] {
    if let bytes = BytesType.contents(value) { return bytes }
    if value.bigInt != nil || value.payload.str != nil {
      throw f.typeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
    }
    return try BytesType.source(f, value, .unbound, .unbound, "bytearray")
  }

  /// `del array[key]`.
  static func deleteItem(_ array: ByteArray, _ key: Value, _ f: Frame) throws(Raised) {
    if let slice = key.slice {
      let (start, _, step, count) = try f.resolve(slice, count: array.bytes.count)
      remove(array, start, step, count)
    } else {
      array.bytes.remove(at: try position(array, key, f))
    }
  }

  /// Removes `count` bytes from `start` on, `step` apart.
  private static func remove(_ array: ByteArray, _ start: Int, _ step: Int, _ count: Int) {
    if step == 1 {
      array.bytes.removeSubrange(start..<start + count)
    } else if count > 0 {
      let end = start + (count - 1) * step
      let (first, last) = (min(start, end), max(start, end))
      array.bytes = array.bytes.enumerated()
        .filter { $0.offset < first || $0.offset > last || ($0.offset - first) % step != 0 }.map(\.element)
    }
  }

  // MARK: Representation

  private static func representation(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .object(repr(try receiver(f, this, "__repr__"), typeName: f.typeName(this)))
  }

  /// `repr(array)`, in which single quotes are always escaped.
  static func repr(_ array: ByteArray, typeName: String = "bytearray") -> Str {
    var builder = StrBuilder(capacity: array.bytes.count + 16)
    builder.append(typeName)
    builder.append("(")
    BytesType.append(repr: array.bytes, to: &builder, quotesEscaped: true)
    builder.append(")")
    return builder.finish()
  }
}
