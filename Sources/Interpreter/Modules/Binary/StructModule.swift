// The module `struct`.

/// A `struct.Struct`.
final class StructObject: TypedObject {
  let format: StructFormat

  init(_ type: TypeObject, _ format: StructFormat) {
    self.format = format
    super.init(type)
  }
}

enum StructModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.exception("error")
    let cache = StructCache()
    m.function("calcsize", "format, /", .one { (f, format) throws(Raised) in .int(try cache.format(format, f).size) })
    m.function("pack", "format, /, *values", .two { (f, format, values) throws(Raised) in
      .bytes(try cache.format(format, f).pack(items(values), "pack", f))
    })
    m.function(
      "pack_into", "format, buffer, offset, /, *values",
      .four { (f, format, buffer, offset, values) throws(Raised) in
      try pack(cache.format(format, f), into: buffer, offset, items(values), f)
    })
    m.function("unpack", "format, buffer, /", .two { (f, format, buffer) throws(Raised) in
      try unpack(cache.format(format, f), buffer, f)
    })
    m.function("unpack_from", "format, /, buffer, offset=0", .three { (f, format, buffer, offset) throws(Raised) in
      try unpack(cache.format(format, f), from: buffer, offset, f)
    })
    m.function("iter_unpack", "format, buffer, /", .two { (f, format, buffer) throws(Raised) in
      try iterate(cache.format(format, f), buffer, f)
    })
    m.type("Struct") { t in
      let type = t.type
      t.new("format") { (f, _, a) throws(Raised) in .object(StructObject(type, try cache.format(a[0], f))) }
      defineMethods(t)
    }
  }

  private static func defineMethods(_ t: TypeBuilder) {
    t.method("pack", "self, /, *values", .two { (f, this, values) throws(Raised) in
      .bytes(try receiver(this, "pack", f).pack(items(values), "pack", f))
    })
    t.method(
      "pack_into", "self, buffer, offset, /, *values",
      .four { (f, this, buffer, offset, values) throws(Raised) in
      try pack(receiver(this, "pack_into", f), into: buffer, offset, items(values), f)
    })
    t.method("unpack", "self, buffer, /", .two { (f, this, buffer) throws(Raised) in
      try unpack(receiver(this, "unpack", f), buffer, f)
    })
    t.method("unpack_from", "self, /, buffer, offset=0", .three { (f, this, buffer, offset) throws(Raised) in
      try unpack(receiver(this, "unpack_from", f), from: buffer, offset, f)
    })
    t.method("iter_unpack", "self, buffer, /", .two { (f, this, buffer) throws(Raised) in
      try iterate(receiver(this, "iter_unpack", f), buffer, f)
    })
    t.property("size", get: { (f, this) throws(Raised) in .int(try receiver(this, "size", f).size) })
    t.property("format", get: { (f, this) throws(Raised) in .text(try receiver(this, "format", f).text) })
    t.method("__repr__", "self, /", .one { (f, this) throws(Raised) in
      .text("Struct(\(StrType.repr(Str(try receiver(this, "__repr__", f).text)).string))")
    })
  }

  private static func receiver(_ this: Value, _ method: String, _ f: Frame) throws(Raised) -> StructFormat {
    try StructObject.receiver(this, method, of: "Struct", f).format
  }

  private static func items(_ values: Value) -> ArraySlice<Value> { Array(values.tuple?.items ?? [])[...] }

  // MARK: Buffers

  /// Where a negative offset counts from the end. Raises `struct.error` where the item does not fit in.
  private static func place(
    _ offset: Value, _ format: StructFormat, _ count: Int, _ f: Frame, verb: String, short: (Int) -> String
  ) throws(Raised) -> Int {
    let given = offset.isUnbound ? 0 : try f.index(offset)
    if given < 0 {
      if given + format.size > 0 { throw StructErrors.make(short(given), f) }
      if given + count < 0 { throw StructErrors.make("offset \(given) out of range for \(count)-byte buffer", f) }
      return given + count
    }
    if count - given < format.size {
      let doing = verb.hasPrefix("un") ? "unpacking" : "packing"
      throw StructErrors.make(
        "\(verb) requires a buffer of at least \(given + format.size) bytes for \(doing) \(format.size) bytes at "
          + "offset \(given) (actual buffer size is \(count))", f)
    }
    return given
  }

  private static func pack(
    _ format: StructFormat, into buffer: Value, _ offset: Value, _ values: ArraySlice<Value>, _ f: Frame
  ) throws(Raised) -> Value {
    guard case .object(let object) = buffer.payload, let owner = object as? any BufferOwner, !owner.isBufferReadOnly
    else { throw f.typeError("argument must be read-write bytes-like object, not \(f.typeName(buffer))") }
    let start = try place(offset, format, owner.bufferCount, f, verb: "pack_into") {
      "no space to pack \(format.size) bytes at offset \($0)"
    }
    let bytes = try format.pack(values, "pack_into", f)
    owner.withBuffer { target in
      for (index, byte) in bytes.enumerated() { target[start + index] = byte }
    }
    return .none
  }

  private static func unpack(_ format: StructFormat, _ buffer: Value, _ f: Frame) throws(Raised) -> Value {
    let bytes = try BytesType.argument(f, buffer)
    if bytes.count != format.size {
      throw StructErrors.make("unpack requires a buffer of \(format.size) bytes", f)
    }
    return bytes.withUnsafeBytes { format.unpack($0) }
  }

  private static func unpack(
    _ format: StructFormat, from buffer: Value, _ offset: Value, _ f: Frame
  ) throws(Raised) -> Value {
    let bytes = try BytesType.argument(f, buffer)
    let start = try place(offset, format, bytes.count, f, verb: "unpack_from") {
      "not enough data to unpack \(format.size) bytes at offset \($0)"
    }
    return bytes.withUnsafeBytes { format.unpack(UnsafeRawBufferPointer(rebasing: $0[start..<start + format.size])) }
  }

  private static func iterate(_ format: StructFormat, _ buffer: Value, _ f: Frame) throws(Raised) -> Value {
    if format.size == 0 {
      throw StructErrors.make("cannot iteratively unpack with a struct of length 0", f)
    }
    let bytes = try BytesType.argument(f, buffer)
    if bytes.count % format.size != 0 {
      throw StructErrors.make("iterative unpacking requires a buffer of a multiple of \(format.size) bytes", f)
    }
    var start = 0
    return .object(
      ClosureIterator("unpack_iterator") { (_) throws(Raised) in
        if start == bytes.count { return nil }
        defer { start += format.size }
        return bytes.withUnsafeBytes {
          format.unpack(UnsafeRawBufferPointer(rebasing: $0[start..<start + format.size]))
        }
      })
  }
}

/// Formats that were parsed before.
private final class StructCache {
  private var formats: [String: StructFormat] = [:]
  private static let capacity = 256

  func format(_ value: Value, _ f: Frame) throws(Raised) -> StructFormat {
    if let object = value.native(StructObject.self) { return object.format }
    let text: String
    if let given = value.payload.str {
      text = given.string
    } else if let bytes = BytesType.contents(value) {
      text = Str(latin1: bytes).string
    } else {
      throw f.typeError("Struct() argument 1 must be a str or bytes object, not \(f.typeName(value))")
    }
    if let known = formats[text] { return known }
    let made = try StructFormat(text, f)
    if formats.count >= StructCache.capacity { formats.removeAll() }
    formats[text] = made
    return made
  }
}
