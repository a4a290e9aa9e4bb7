// `bytes`: making them, operators and items; and what `bytearray` and other code share with it.
import Syntax

/// The methods of `bytes`.
enum BytesType {
  static func define(_ t: TypeBuilder) {
    t.new("source=, encoding=, errors=") { f, _, a throws(Raised) in
      if a[1].isUnbound, a[2].isUnbound, let same = a[0].bytes { return .object(same) }
      return .bytes(try source(f, a[0], a[1], a[2], "bytes"))
    }
    BytesMethods<Bytes>.define(t)
    t.hashing()
    t.method("__bytes__", "self, /", .one(toBytes))
    t.method("__getnewargs__", "self, /", .one(getNewArguments))
  }

  private static func toBytes(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .bytes(try BytesMethods<Bytes>.receiver(f, this, "__bytes__"))
  }

  private static func getNewArguments(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .tuple([.bytes(try BytesMethods<Bytes>.receiver(f, this, "__getnewargs__"))])
  }

  // MARK: Making

  /// The bytes that `bytes(source, encoding, errors)` has; `type` is the name for messages.
  static func source(
    _ f: Frame, _ source: Value, _ encoding: Value, _ errors: Value, _ type: String
  ) throws(Raised) -> [UInt8] {
    if !encoding.isUnbound || !errors.isUnbound {
      return try encoded(f, source, encoding, errors, type)
    }
    if source.isUnbound { return [] }
    if let bytes = contents(source) {
      if source.instance == nil { return bytes }
    }
    if type == "bytes", let made = try f.callSpecial(.__bytes__, source) {
      guard let bytes = made.payload.bytes else {
        throw f.typeError("__bytes__ returned non-bytes (type \(f.typeName(made)))")
      }
      return bytes.bytes
    }
    if source.payload.str != nil { throw f.typeError("string argument without an encoding") }
    if let count = try f.repetitions(source) {
      if count < 0 { throw f.valueError("negative count") }
      try f.checkMemory(count)
      return [UInt8](repeating: 0, count: count)
    }
    if let bytes = contents(source) { return bytes }
    return try members(f, source, type)
  }

  private static func encoded(
    _ f: Frame, _ source: Value, _ encoding: Value, _ errors: Value, _ type: String
  ) throws(Raised) -> [UInt8] {
    let encodingName = try StrType.textName(f, encoding, "\(type)() argument 'encoding'", "utf-8")
    let handler = try StrType.textName(f, errors, "\(type)() argument 'errors'", "strict")
    guard let text = source.payload.str else {
      throw f.typeError("\(encoding.isUnbound ? "errors" : "encoding") without a string argument")
    }
    if encoding.isUnbound { throw f.typeError("string argument without an encoding") }
    return try f.encode(text, encoding: encodingName, errors: handler)
  }

  /// The bytes that an iterable of integers yields.
  private static func members(_ f: Frame, _ source: Value, _ type: String) throws(Raised) -> [UInt8] {
    let iterator: Iterator
    do {
      iterator = try f.iterate(source)
    } catch where error.exception.type === f.types[.TypeError] {
      throw f.typeError("cannot convert '\(f.typeName(source))' object to \(type)")
    }
    var bytes: [UInt8] = []
    while let member = try iterator.next(f) {
      bytes.append(try byte(f, member, type == "bytes" ? "bytes must be in range(0, 256)" : nil))
    }
    return bytes
  }

  // MARK: Reading arguments

  /// The bytes of a bytes-like object, nil for others.
  static func contents(_ value: Value) -> [UInt8]? {
    guard case .object(let object) = value.payload else { return nil }
    switch object.kind {
    case .bytes: return unsafeDowncast(object, to: Bytes.self).bytes
    case .byteArray: return unsafeDowncast(object, to: ByteArray.self).bytes
    case .native: return (object as? any BufferOwner)?.bufferBytes
    default: return nil
    }
  }

  /// The bytes of an argument that has to be bytes-like.
  static func argument(_ f: Frame, _ value: Value) throws(Raised) -> [UInt8] {
    if let bytes = contents(value) { return bytes }
    throw f.typeError("a bytes-like object is required, not '\(f.typeName(value))'")
  }

  /// A separator, which may not be empty.
  static func separator(_ f: Frame, _ value: Value) throws(Raised) -> [UInt8] {
    let separator = try argument(f, value)
    if separator.isEmpty { throw f.valueError("empty separator") }
    return separator
  }

  /// The integer from 0 to 255 that a value is.
  static func byte(_ f: Frame, _ value: Value, _ message: String? = nil) throws(Raised) -> UInt8 {
    if case .int(let number) = try f.integerValue(value), let byte = UInt8(exactly: number) { return byte }
    throw f.valueError(message ?? "byte must be in range(0, 256)")
  }

  /// Lends the bytes as a span.
  @inline(__always)
  static func withSpan<Result>(_ bytes: [UInt8], _ body: (UnitSpan) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(UnitSpan($0)) }
  }

  /// Lends both as spans.
  @inline(__always)
  static func withSpans<Result>(_ a: [UInt8], _ b: [UInt8], _ body: (UnitSpan, UnitSpan) -> Result) -> Result {
    a.withUnsafeBufferPointer { a in b.withUnsafeBufferPointer { b in body(UnitSpan(a), UnitSpan(b)) } }
  }

  // MARK: Operators

  /// `bytes op r`, nil where `bytes` does not know the operator for `r`.
  static func binary(_ op: BinaryOperator, _ bytes: Bytes, _ r: Value, _ f: Frame) throws(Raised) -> Value? {
    try result(op, bytes.bytes, r, f).map { .bytes($0) }
  }

  /// What an operator makes of bytes; nil where it does not apply to `r`.
  static func result(_ op: BinaryOperator, _ bytes: [UInt8], _ r: Value, _ f: Frame) throws(Raised) -> [UInt8]? {
    switch op {
    case .add:
      return contents(r).map { bytes + $0 }
    case .multiply:
      guard let times = try f.repetitions(r) else { return nil }
      return try repeated(f, bytes, times)
    case .modulo:
      return try bytes.withUnsafeBufferPointer { buffer throws(Raised) in
        try PercentFormat(f, bytes: Str(latin1: buffer), r).renderBytes()
      }
    default:
      return nil
    }
  }

  /// The bytes `times` over.
  static func repeated(_ f: Frame, _ bytes: [UInt8], _ times: Int) throws(Raised) -> [UInt8] {
    if times <= 0 || bytes.isEmpty { return [] }
    try f.checkMemory(bytes.count, times: times)
    if bytes.count == 1 { return [UInt8](repeating: bytes[0], count: times) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * times)
    for _ in 0..<times { result += bytes }
    return result
  }

  /// How two bytes-like objects compare; nil where one is none.
  static func compare(_ op: ComparisonOperator, _ l: Value, _ r: Value) -> Bool? {
    guard let a = contents(l), let b = contents(r) else { return nil }
    switch op {
    case .equal: return a == b
    case .notEqual: return a != b
    default: return op.holds(forOrder: order(a, b))
    }
  }

  /// Negative, zero or positive, as `a` comes before, with or after `b`.
  private static func order(_ a: [UInt8], _ b: [UInt8]) -> Int {
    for (x, y) in zip(a, b) where x != y { return Int(x) - Int(y) }
    return a.count - b.count
  }

  // MARK: Items

  /// `bytes[key]`.
  static func item(_ bytes: [UInt8], _ key: Value, _ f: Frame) throws(Raised) -> Value {
    if let slice = key.slice { return .bytes(try members(of: bytes, slice, f)) }
    return .int(Int(bytes[try f.position(key, count: bytes.count, "byte", message: "index out of range")]))
  }

  /// What a slice picks.
  static func members(of bytes: [UInt8], _ slice: Slice, _ f: Frame) throws(Raised) -> [UInt8] {
    let (start, stop, step, count) = try f.resolve(slice, count: bytes.count)
    if count == 0 { return [] }
    if step == 1 { return Array(bytes[start..<stop]) }
    return (0..<count).map { bytes[start + $0 * step] }
  }

  /// `item in bytes`.
  static func contains(_ bytes: [UInt8], _ item: Value, _ f: Frame) throws(Raised) -> Bool {
    if item.bigInt != nil || (contents(item) == nil && f.types.type(of: item).special(.__index__) != nil) {
      return bytes.contains(try byte(f, item))
    }
    let part = try argument(f, item)
    return withSpans(bytes, part) { $0.first($1, 0, bytes.count) != nil }
  }

  // MARK: Representation and hash

  /// `repr(bytes)`.
  static func repr(_ bytes: [UInt8]) -> Str {
    var builder = StrBuilder(capacity: bytes.count + 3)
    append(repr: bytes, to: &builder)
    return builder.finish()
  }

  /// Appends `b'…'`.
  static func append(repr bytes: [UInt8], to builder: inout StrBuilder, quotesEscaped: Bool = false) {
    let quote: UInt8 = bytes.contains(0x27) && !bytes.contains(0x22) ? 0x22 : 0x27
    builder.append(ascii: UInt8(ascii: "b"))
    builder.append(ascii: quote)
    for byte in bytes {
      switch byte {
      case 0x09: builder.append("\\t")
      case 0x0a: builder.append("\\n")
      case 0x0d: builder.append("\\r")
      case 0x5c: builder.append("\\\\")
      case _ where byte == quote || (quotesEscaped && byte == 0x27):
        builder.append(ascii: 0x5c)
        builder.append(ascii: byte)
      case 0x20..<0x7f: builder.append(ascii: byte)
      default: StrType.appendHexEscape(UInt32(byte), to: &builder)
      }
    }
    builder.append(ascii: quote)
  }

  /// `hash(bytes)`.
  static func hash(_ bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { Str(latin1: $0, isASCII: true).hash }
  }
}

/// Yields the bytes of a `bytes` or `bytearray` as integers.
final class BytesIterator: Iterator {
  private var source: Value?
  private var index = 0
  private let isArray: Bool

  init(_ source: Value) {
    self.source = source
    isArray = source.byteArray != nil
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    guard case .object(let object) = source else { return nil }
    if object.kind == .bytes {
      let bytes = unsafeDowncast(object, to: Bytes.self).bytes
      if index < bytes.count { return advance(bytes[index]) }
    } else {
      let bytes = unsafeDowncast(object, to: ByteArray.self).bytes
      if index < bytes.count { return advance(bytes[index]) }
    }
    source = nil
    return nil
  }

  private func advance(_ byte: UInt8) -> Value {
    index += 1
    return .int(Int(byte))
  }

  override var typeName: String { isArray ? "bytearray_iterator" : "bytes_iterator" }

  override var remaining: Int? {
    source.flatMap(BytesType.contents).map { max($0.count - index, 0) } ?? 0
  }
}
