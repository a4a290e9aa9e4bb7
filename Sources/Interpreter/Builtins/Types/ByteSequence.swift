// What `bytes` and `bytearray` have in common: the protocol that their shared methods are written for.

/// A `bytes` or a `bytearray`.
protocol ByteSequence: Object {
  var bytes: [UInt8] { get }
  init(_ bytes: [UInt8])
  /// The name of the type.
  static var typeName: String { get }
  /// The object in a value, instances of subclasses included.
  static func of(_ value: Value) -> Self?
}

extension Bytes: ByteSequence {
  static var typeName: String { "bytes" }
  static func of(_ value: Value) -> Bytes? { value.payload.bytes }
}

extension ByteArray: ByteSequence {
  static var typeName: String { "bytearray" }
  static func of(_ value: Value) -> ByteArray? { value.payload.byteArray }
}

/// The methods that `bytes` and `bytearray` share. What they make is of the receiver's type.
enum BytesMethods<Owner: ByteSequence> {
  static func define(_ t: TypeBuilder) {
    t.operators([.add, .multiply, .modulo])
    t.reflectedOperators([.multiply, .modulo])
    t.comparisons()
    t.container(getItem: true, contains: true, length: true, iterate: true)
    t.representation()
    defineSearch(t)
    defineSplitting(t)
    defineCharacters(t)
    t.method("decode", "self, /, encoding=, errors=", .three(decode))
    t.method("hex", "self, /, sep=, bytes_per_sep=", .three(hex))
    t.method("translate", "self, table, /, delete=", .three(translate))
    t.classMethod("fromhex", "cls, string, /", .two(fromhex))
    t.staticMethod("maketrans", "frm, to, /", .two(maketrans))
    t.method("__str__", "self, /", .one(text))
  }

  // MARK: Reading receivers and arguments, making results

  /// The bytes of a method's receiver. Raises TypeError where `bytes.upper(3)` gave something else.
  @inline(__always)
  static func receiver(_ f: Frame, _ this: Value, _ method: StaticString = #function) throws(Raised) -> [UInt8] {
    if let owner = Owner.of(this) { return owner.bytes }
    throw f.wrongReceiver(this, StrType.methodName(method), of: Owner.typeName)
  }

  @inline(__always)
  static func made(_ bytes: [UInt8]) -> Value { .object(Owner(bytes)) }

  @inline(__always)
  static func made(_ bytes: ArraySlice<UInt8>) -> Value { .object(Owner(Array(bytes))) }

  // MARK: Text

  private static func text(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .object(try f.repr(this.payload))
  }

  private static func decode(_ f: Frame, _ this: Value, _ encoding: Value, _ errors: Value) throws(Raised) -> Value {
    let bytes = try receiver(f, this)
    let encodingName = try StrType.textName(f, encoding, "decode() argument 'encoding'", "utf-8")
    let handler = try StrType.textName(f, errors, "decode() argument 'errors'", "strict")
    return .object(try f.decode(bytes, encoding: encodingName, errors: handler))
  }

  // MARK: Hexadecimal

  private static func hex(_ f: Frame, _ this: Value, _ separator: Value, _ group: Value) throws(Raised) -> Value {
    let bytes = try receiver(f, this)
    let separator = separator.isUnbound ? nil : try hexSeparator(f, separator)
    let group = group.isUnbound ? 1 : try f.index(group)
    var builder = StrBuilder(capacity: bytes.count * 2)
    for (index, byte) in bytes.enumerated() {
      // Groups count from the right, or from the left when their size is negative.
      let position = group > 0 ? bytes.count - index : index
      if let separator, group != 0, index > 0, position % group == 0 { builder.append(separator) }
      builder.append(ascii: StrType.hexDigit(byte >> 4))
      builder.append(ascii: StrType.hexDigit(byte & 15))
    }
    return .object(builder.finish())
  }

  private static func hexSeparator(_ f: Frame, _ value: Value) throws(Raised) -> UInt32 {
    if try f.length(value) != 1 { throw f.valueError("sep must be length 1.") }
    guard let scalar = value.payload.str?[0] ?? BytesType.contents(value).map({ UInt32($0[0]) }) else {
      throw f.typeError("sep must be str or bytes.")
    }
    if scalar >= 0x80 { throw f.valueError("sep must be ASCII.") }
    return scalar
  }

  private static func fromhex(_ f: Frame, _ cls: Value, _ text: Value) throws(Raised) -> Value {
    let text = try StrType.argument(f, text, "fromhex() argument")
    let made = made(try bytes(f, fromHex: text))
    // A subclass makes its own instance from the bytes.
    if let type = cls.type, type.isHeapType { return try f.call(cls, made) }
    return made
  }

  private static func bytes(_ f: Frame, fromHex text: Str) throws(Raised) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 2)
    var index = 0
    while index < text.count {
      if text[index] < 0x80, ASCII.isSpace(UInt8(text[index])) {
        index += 1
        continue
      }
      var byte: UInt8 = 0
      for position in index...index + 1 {
        guard position < text.count, let digit = ASCII.hexValue(text[position]) else {
          throw f.valueError("non-hexadecimal number found in fromhex() arg at position \(position)")
        }
        byte = byte << 4 | digit
      }
      bytes.append(byte)
      index += 2
    }
    return bytes
  }

  // MARK: Translation

  private static func translate(_ f: Frame, _ this: Value, _ table: Value, _ deleted: Value) throws(Raised) -> Value {
    let bytes = try receiver(f, this)
    let table = table.isNone ? nil : try BytesType.argument(f, table)
    if let table, table.count != 256 { throw f.valueError("translation table must be 256 characters long") }
    var isDeleted = [Bool](repeating: false, count: 256)
    if !deleted.isUnbound {
      for byte in try BytesType.argument(f, deleted) { isDeleted[Int(byte)] = true }
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes where !isDeleted[Int(byte)] { result.append(table?[Int(byte)] ?? byte) }
    return made(result)
  }

  private static func maketrans(_ f: Frame, _ from: Value, _ to: Value) throws(Raised) -> Value {
    let from = try BytesType.argument(f, from)
    let to = try BytesType.argument(f, to)
    if from.count != to.count { throw f.valueError("maketrans arguments must have same length") }
    var table = (0...255).map { UInt8($0) }
    for (key, value) in zip(from, to) { table[Int(key)] = value }
    return .bytes(table)
  }
}
