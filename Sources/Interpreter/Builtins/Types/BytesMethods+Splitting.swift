// The methods of `bytes` and `bytearray` that take them apart and put them together.

extension BytesMethods {
  static func defineSplitting(_ t: TypeBuilder) {
    t.method("split", "self, /, sep=, maxsplit=", .three(split))
    t.method("rsplit", "self, /, sep=, maxsplit=", .three(rsplit))
    t.method("splitlines", "self, /, keepends=", .two(splitlines))
    t.method("join", "self, iterable_of_bytes, /", .two(join))
    t.method("strip", "self, bytes=, /", .two(strip))
    t.method("lstrip", "self, bytes=, /", .two(lstrip))
    t.method("rstrip", "self, bytes=, /", .two(rstrip))
  }

  private static func isSpace(_ unit: UInt32) -> Bool { ASCII.isSpace(UInt8(truncatingIfNeeded: unit)) }

  private static func split(_ f: Frame, _ this: Value, _ separator: Value, _ limit: Value) throws(Raised) -> Value {
    let bytes = try receiver(f, this)
    let limit = try StrType.splitLimit(f, limit)
    var pieces: ContiguousArray<Value> = []
    let add = { (lower: Int, upper: Int) in pieces.append(made(bytes[lower..<upper])) }
    if separator.isUnbound || separator.isNone {
      BytesType.withSpan(bytes) { $0.splitSpace(limit: limit, isSpace: isSpace, add) }
    } else {
      let separator = try BytesType.separator(f, separator)
      BytesType.withSpans(bytes, separator) { $0.split($1, limit: limit, add) }
    }
    return .list(pieces)
  }

  private static func rsplit(_ f: Frame, _ this: Value, _ separator: Value, _ limit: Value) throws(Raised) -> Value {
    let bytes = try receiver(f, this)
    let limit = try StrType.splitLimit(f, limit)
    var pieces: ContiguousArray<Value> = []
    let add = { (lower: Int, upper: Int) in pieces.append(made(bytes[lower..<upper])) }
    if separator.isUnbound || separator.isNone {
      BytesType.withSpan(bytes) { $0.splitSpaceBackwards(limit: limit, isSpace: isSpace, add) }
    } else {
      let separator = try BytesType.separator(f, separator)
      BytesType.withSpans(bytes, separator) { $0.splitBackwards($1, limit: limit, add) }
    }
    pieces.reverse()
    return .list(pieces)
  }

  private static func splitlines(_ f: Frame, _ this: Value, _ keepsEnds: Value) throws(Raised) -> Value {
    let bytes = try receiver(f, this)
    let keepsEnds = keepsEnds.isUnbound ? false : try f.truth(keepsEnds)
    var lines: ContiguousArray<Value> = []
    BytesType.withSpan(bytes) { span in
      span.splitLines(keepingEnds: keepsEnds, isBreak: { $0 == 10 || $0 == 13 }) { lower, upper in
        lines.append(made(bytes[lower..<upper]))
      }
    }
    return .list(lines)
  }

  private static func join(_ f: Frame, _ this: Value, _ iterable: Value) throws(Raised) -> Value {
    let separator = try receiver(f, this)
    let items = try f.collectToJoin(iterable)
    var joined: [UInt8] = []
    for (index, item) in items.enumerated() {
      guard let bytes = BytesType.contents(item) else {
        throw f.typeError("sequence item \(index): expected a bytes-like object, \(f.typeName(item)) found")
      }
      if index > 0 { joined += separator }
      joined += bytes
    }
    return made(joined)
  }

  private static func strip(_ f: Frame, _ this: Value, _ characters: Value) throws(Raised) -> Value {
    try trim(f, receiver(f, this), characters, .both)
  }

  private static func lstrip(_ f: Frame, _ this: Value, _ characters: Value) throws(Raised) -> Value {
    try trim(f, receiver(f, this), characters, .left)
  }

  private static func rstrip(_ f: Frame, _ this: Value, _ characters: Value) throws(Raised) -> Value {
    try trim(f, receiver(f, this), characters, .right)
  }

  private static func trim(
    _ f: Frame, _ bytes: [UInt8], _ characters: Value, _ side: TrimmedSide
  ) throws(Raised) -> Value {
    let bounds: (lower: Int, upper: Int)
    if characters.isUnbound || characters.isNone {
      bounds = BytesType.withSpan(bytes) { $0.trimmed(side, isSpace) }
    } else {
      let set = try BytesType.argument(f, characters)
      bounds = BytesType.withSpans(bytes, set) { span, set in span.trimmed(side) { set.contains($0) } }
    }
    return made(bytes[bounds.lower..<bounds.upper])
  }
}
