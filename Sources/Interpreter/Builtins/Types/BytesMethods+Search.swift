// The methods of `bytes` and `bytearray` that look for bytes in others.

extension BytesMethods {
  static func defineSearch(_ t: TypeBuilder) {
    t.method("find", "self, sub, start=, end=, /", .four(find))
    t.method("rfind", "self, sub, start=, end=, /", .four(rfind))
    t.method("index", "self, sub, start=, end=, /", .four(index))
    t.method("rindex", "self, sub, start=, end=, /", .four(rindex))
    t.method("count", "self, sub, start=, end=, /", .four(count))
    t.method("startswith", "self, prefix, start=, end=, /", .four(startswith))
    t.method("endswith", "self, suffix, start=, end=, /", .four(endswith))
    t.method("removeprefix", "self, prefix, /", .two(removeprefix))
    t.method("removesuffix", "self, suffix, /", .two(removesuffix))
    t.method("replace", "self, old, new, count=, /", .four(replace))
    t.method("partition", "self, sep, /", .two(partition))
    t.method("rpartition", "self, sep, /", .two(rpartition))
  }

  // MARK: find and its kin

  /// What to look for: bytes, or an integer that stands for one.
  private static func part(_ f: Frame, _ value: Value) throws(Raised) -> [UInt8] {
    if let bytes = BytesType.contents(value) { return bytes }
    if value.bigInt == nil, f.types.type(of: value).special(.__index__) == nil {
      throw f.typeError("argument should be integer or bytes-like object, not '\(f.typeName(value))'")
    }
    return [try BytesType.byte(f, value)]
  }

  private static func search(
    _ f: Frame, _ bytes: [UInt8], _ part: Value, _ start: Value, _ end: Value, fromRight: Bool
  ) throws(Raised) -> Int? {
    let part = try self.part(f, part)
    let (lower, upper) = try f.bounds(start, end, count: bytes.count)
    return BytesType.withSpans(bytes, part) {
      fromRight ? $0.last($1, lower, upper) : $0.first($1, lower, upper)
    }
  }

  private static func find(
    _ f: Frame, _ this: Value, _ part: Value, _ start: Value, _ end: Value
  ) throws(Raised) -> Value {
    .int(try search(f, receiver(f, this), part, start, end, fromRight: false) ?? -1)
  }

  private static func rfind(
    _ f: Frame, _ this: Value, _ part: Value, _ start: Value, _ end: Value
  ) throws(Raised) -> Value {
    .int(try search(f, receiver(f, this), part, start, end, fromRight: true) ?? -1)
  }

  private static func index(
    _ f: Frame, _ this: Value, _ part: Value, _ start: Value, _ end: Value
  ) throws(Raised) -> Value {
    if let position = try search(f, receiver(f, this), part, start, end, fromRight: false) { return .int(position) }
    throw f.valueError("subsection not found")
  }

  private static func rindex(
    _ f: Frame, _ this: Value, _ part: Value, _ start: Value, _ end: Value
  ) throws(Raised) -> Value {
    if let position = try search(f, receiver(f, this), part, start, end, fromRight: true) { return .int(position) }
    throw f.valueError("subsection not found")
  }

  private static func count(
    _ f: Frame, _ this: Value, _ part: Value, _ start: Value, _ end: Value
  ) throws(Raised) -> Value {
    let bytes = try receiver(f, this)
    let part = try self.part(f, part)
    let (lower, upper) = try f.bounds(start, end, count: bytes.count)
    return .int(BytesType.withSpans(bytes, part) { $0.occurrences(of: $1, lower, upper) })
  }

  // MARK: Beginnings and ends

  private static func startswith(
    _ f: Frame, _ this: Value, _ part: Value, _ start: Value, _ end: Value
  ) throws(Raised) -> Value {
    .bool(try isTail(f, receiver(f, this), part, start, end, atEnd: false, "startswith"))
  }

  private static func endswith(
    _ f: Frame, _ this: Value, _ part: Value, _ start: Value, _ end: Value
  ) throws(Raised) -> Value {
    .bool(try isTail(f, receiver(f, this), part, start, end, atEnd: true, "endswith"))
  }

  private static func isTail(
    _ f: Frame, _ bytes: [UInt8], _ part: Value, _ start: Value, _ end: Value, atEnd: Bool, _ name: StaticString
  ) throws(Raised) -> Bool {
    let (lower, upper) = try f.bounds(start, end, count: bytes.count)
    func isHere(_ part: [UInt8]) -> Bool {
      part.count <= upper - lower
        && BytesType.withSpans(bytes, part) { $0.matches($1, at: atEnd ? upper - part.count : lower) }
    }
    if let parts = part.payload.tuple {
      for part in parts.items where isHere(try BytesType.argument(f, part)) { return true }
      return false
    }
    guard let part = BytesType.contents(part) else {
      throw f.typeError("\(name) first arg must be bytes or a tuple of bytes, not \(f.typeName(part))")
    }
    return isHere(part)
  }

  private static func removeprefix(_ f: Frame, _ this: Value, _ prefix: Value) throws(Raised) -> Value {
    let bytes = try receiver(f, this)
    let prefix = try BytesType.argument(f, prefix)
    return bytes.starts(with: prefix) ? made(bytes.dropFirst(prefix.count)) : made(bytes)
  }

  private static func removesuffix(_ f: Frame, _ this: Value, _ suffix: Value) throws(Raised) -> Value {
    let bytes = try receiver(f, this)
    let suffix = try BytesType.argument(f, suffix)
    return bytes.suffix(suffix.count).elementsEqual(suffix) ? made(bytes.dropLast(suffix.count)) : made(bytes)
  }

  // MARK: replace and partition

  private static func replace(
    _ f: Frame, _ this: Value, _ old: Value, _ new: Value, _ count: Value
  ) throws(Raised) -> Value {
    let bytes = try receiver(f, this)
    let old = try BytesType.argument(f, old)
    let new = try BytesType.argument(f, new)
    let given = count.isUnbound ? -1 : try f.index(count)
    let positions = BytesType.withSpans(bytes, old) { $0.positions(of: $1, limit: given < 0 ? .max : given) }
    if positions.isEmpty { return made(bytes) }
    let total = bytes.count + positions.count * (new.count - old.count)
    try f.checkMemory(total)
    return made(
      [UInt8](unsafeUninitializedCapacity: total) { target, count in
        BytesType.withSpans(bytes, new) {
          if total > 0 { $0.write(replacing: positions, old.count, by: $1, to: UnsafeMutableRawPointer(target.baseAddress!)) }
        }
        count = total
      })
  }

  private static func partition(_ f: Frame, _ this: Value, _ separator: Value) throws(Raised) -> Value {
    let bytes = try receiver(f, this)
    let separator = try BytesType.separator(f, separator)
    guard let found = BytesType.withSpans(bytes, separator, { $0.first($1, 0, bytes.count) }) else {
      return .tuple([made(bytes), made([]), made([])])
    }
    return parts(bytes, separator, found)
  }

  private static func rpartition(_ f: Frame, _ this: Value, _ separator: Value) throws(Raised) -> Value {
    let bytes = try receiver(f, this)
    let separator = try BytesType.separator(f, separator)
    guard let found = BytesType.withSpans(bytes, separator, { $0.last($1, 0, bytes.count) }) else {
      return .tuple([made([]), made([]), made(bytes)])
    }
    return parts(bytes, separator, found)
  }

  private static func parts(_ bytes: [UInt8], _ separator: [UInt8], _ found: Int) -> Value {
    .tuple([made(bytes[..<found]), made(separator), made(bytes[(found + separator.count)...])])
  }
}
