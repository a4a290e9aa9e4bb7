// `str`'s methods that take texts apart and put them together: split, splitlines, join, strip.

extension StrType {
  static func defineSplitting(_ t: TypeBuilder) {
    t.method("split", "self, /, sep=, maxsplit=", .three(split))
    t.method("rsplit", "self, /, sep=, maxsplit=", .three(rsplit))
    t.method("splitlines", "self, /, keepends=", .two(splitlines))
    t.method("join", "self, iterable, /", .two(join))
    t.method("strip", "self, chars=, /", .two(strip))
    t.method("lstrip", "self, chars=, /", .two(lstrip))
    t.method("rstrip", "self, chars=, /", .two(rstrip))
  }

  // MARK: split

  private static func split(_ f: Frame, _ this: Value, _ separator: Value, _ limit: Value) throws(Raised) -> Value {
    let text = try receiver(f, this)
    let limit = try splitLimit(f, limit)
    var pieces: ContiguousArray<Value> = []
    let add = { (lower: Int, upper: Int) in pieces.append(piece(f, text, lower, upper)) }
    if let separator = try splitSeparator(f, separator) {
      separator.withSpan(text.width) { UnitSpan(text).split($0, limit: limit, add) }
    } else {
      UnitSpan(text).splitSpace(limit: limit, isSpace: UnicodeData.isSpace, add)
    }
    return .list(pieces)
  }

  private static func rsplit(_ f: Frame, _ this: Value, _ separator: Value, _ limit: Value) throws(Raised) -> Value {
    let text = try receiver(f, this)
    let limit = try splitLimit(f, limit)
    var pieces: ContiguousArray<Value> = []
    let add = { (lower: Int, upper: Int) in pieces.append(piece(f, text, lower, upper)) }
    if let separator = try splitSeparator(f, separator) {
      separator.withSpan(text.width) { UnitSpan(text).splitBackwards($0, limit: limit, add) }
    } else {
      UnitSpan(text).splitSpaceBackwards(limit: limit, isSpace: UnicodeData.isSpace, add)
    }
    pieces.reverse()
    return .list(pieces)
  }

  /// The greatest number of cuts; a negative argument means any number.
  static func splitLimit(_ f: Frame, _ value: Value) throws(Raised) -> Int {
    if value.isUnbound { return .max }
    let limit = try f.index(value)
    return limit < 0 ? .max : limit
  }

  private static func splitSeparator(_ f: Frame, _ value: Value) throws(Raised) -> Str? {
    if value.isUnbound || value.isNone { return nil }
    guard let separator = value.payload.str else {
      throw f.typeError("must be str or None, not \(f.typeName(value))")
    }
    if separator.count == 0 { throw f.valueError("empty separator") }
    return separator
  }

  private static func splitlines(_ f: Frame, _ this: Value, _ keepsEnds: Value) throws(Raised) -> Value {
    let text = try receiver(f, this)
    let keepsEnds = keepsEnds.isUnbound ? false : try f.truth(keepsEnds)
    var lines: ContiguousArray<Value> = []
    UnitSpan(text).splitLines(keepingEnds: keepsEnds, isBreak: UnicodeData.isLineBreak) { lower, upper in
      lines.append(piece(f, text, lower, upper))
    }
    return .list(lines)
  }

  // MARK: join

  private static func join(_ f: Frame, _ this: Value, _ iterable: Value) throws(Raised) -> Value {
    .object(try join(f, receiver(f, this), f.collectToJoin(iterable)))
  }

  /// The texts in `items` with `separator` between them. Raises TypeError where one is no text.
  static func join(_ f: Frame, _ separator: Str, _ items: ContiguousArray<Value>) throws(Raised) -> Str {
    if items.isEmpty { return Str.empty }
    if items.count == 1, let only = items[0].str { return only }
    var count = separator.count * (items.count - 1)
    var isWide = separator.width == .four && items.count > 1
    var isASCII = separator.isASCII || items.count == 1
    for index in items.indices {
      let text = try joinable(f, items, index)
      count += text.count
      if text.width == .four { isWide = true }
      if !text.isASCII { isASCII = false }
    }
    let width: Str.Width = isWide ? .four : .one
    try f.checkMemory(count, times: Int(width.rawValue))
    let joined = Str(unwritten: count, width: width, isASCII: isASCII)
    write(f, separator, items, width, to: joined.units)
    return joined
  }

  @inline(__always)
  private static func joinable(_ f: Frame, _ items: ContiguousArray<Value>, _ index: Int) throws(Raised) -> Str {
    if let text = items[index].str { return text }
    if let text = items[index].payload.str { return text }
    throw f.typeError("sequence item \(index): expected str instance, \(f.typeName(items[index])) found")
  }

  private static func write(
    _ f: Frame, _ separator: Str, _ items: ContiguousArray<Value>, _ width: Str.Width, to units: UnsafeMutableRawPointer
  ) {
    var target = units
    let unit = Int(width.rawValue)
    for index in items.indices {
      if index > 0, separator.count > 0 {
        separator.copy(to: target, as: width)
        target += separator.count * unit
      }
      guard let text = items[index].payload.str else { continue }
      text.copy(to: target, as: width)
      target += text.count * unit
    }
  }

  // MARK: strip

  private static func strip(_ f: Frame, _ this: Value, _ characters: Value) throws(Raised) -> Value {
    try trim(f, receiver(f, this), characters, .both, "strip")
  }

  private static func lstrip(_ f: Frame, _ this: Value, _ characters: Value) throws(Raised) -> Value {
    try trim(f, receiver(f, this), characters, .left, "lstrip")
  }

  private static func rstrip(_ f: Frame, _ this: Value, _ characters: Value) throws(Raised) -> Value {
    try trim(f, receiver(f, this), characters, .right, "rstrip")
  }

  private static func trim(
    _ f: Frame, _ text: Str, _ characters: Value, _ side: TrimmedSide, _ name: StaticString
  ) throws(Raised) -> Value {
    let bounds: (lower: Int, upper: Int)
    if characters.isUnbound || characters.isNone {
      bounds = UnitSpan(text).trimmed(side, UnicodeData.isSpace)
    } else {
      guard let set = characters.payload.str else { throw f.typeError("\(name) arg must be None or str") }
      bounds = UnitSpan(text).trimmed(side) { UnitSpan(set).contains($0) }
    }
    return .object(text.substring(bounds.lower, bounds.upper))
  }
}

extension Frame {
  /// The members that `join` puts together.
  func collectToJoin(_ iterable: Value) throws(Raised) -> ContiguousArray<Value> {
    let payload = iterable.payload
    if let list = payload.list { return list.items }
    if let tuple = payload.tuple { return tuple.items }
    let iterator: Iterator
    do {
      iterator = try iterate(iterable)
    } catch where error.exception.type === types[.TypeError] {
      throw typeError("can only join an iterable")
    }
    var items: ContiguousArray<Value> = []
    while let item = try iterator.next(self) { items.append(item) }
    return items
  }
}
