// `str`'s methods that look for a text in another: find, index, count, startswith, replace, partition …
import Glibc

extension StrType {
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
    t.method("replace", "self, old, new, /, count=", .four(replace))
    t.method("partition", "self, sep, /", .two(partition))
    t.method("rpartition", "self, sep, /", .two(rpartition))
  }

  // MARK: find and its kin

  /// Where a part occurs between bounds.
  @inline(__always)
  private static func search(
    _ f: Frame, _ text: Str, _ part: Value, _ start: Value, _ end: Value, fromRight: Bool, _ name: StaticString
  ) throws(Raised) -> Int? {
    let part = try argument(f, part, "\(name)() argument 1")
    let (lower, upper) = try f.bounds(start, end, count: text.count)
    return part.withSpan(text.width) {
      fromRight ? UnitSpan(text).last($0, lower, upper) : UnitSpan(text).first($0, lower, upper)
    }
  }

  private static func find(
    _ f: Frame, _ this: Value, _ part: Value, _ start: Value, _ end: Value
  ) throws(Raised) -> Value {
    .int(try search(f, receiver(f, this), part, start, end, fromRight: false, "find") ?? -1)
  }

  private static func rfind(
    _ f: Frame, _ this: Value, _ part: Value, _ start: Value, _ end: Value
  ) throws(Raised) -> Value {
    .int(try search(f, receiver(f, this), part, start, end, fromRight: true, "rfind") ?? -1)
  }

  private static func index(
    _ f: Frame, _ this: Value, _ part: Value, _ start: Value, _ end: Value
  ) throws(Raised) -> Value {
    if let position = try search(f, receiver(f, this), part, start, end, fromRight: false, "index") {
      return .int(position)
    }
    throw f.valueError("substring not found")
  }

  private static func rindex(
    _ f: Frame, _ this: Value, _ part: Value, _ start: Value, _ end: Value
  ) throws(Raised) -> Value {
    if let position = try search(f, receiver(f, this), part, start, end, fromRight: true, "rindex") {
      return .int(position)
    }
    throw f.valueError("substring not found")
  }

  private static func count(
    _ f: Frame, _ this: Value, _ part: Value, _ start: Value, _ end: Value
  ) throws(Raised) -> Value {
    let text = try receiver(f, this)
    let part = try argument(f, part, "count() argument 1")
    let (lower, upper) = try f.bounds(start, end, count: text.count)
    return .int(part.withSpan(text.width) { UnitSpan(text).occurrences(of: $0, lower, upper) })
  }

  // MARK: Beginnings and ends

  private static func startswith(
    _ f: Frame, _ this: Value, _ part: Value, _ start: Value, _ end: Value
  ) throws(Raised) -> Value {
    let text = try receiver(f, this)
    return .bool(try isTail(f, text, part, start, end, atEnd: false, "startswith"))
  }

  private static func endswith(
    _ f: Frame, _ this: Value, _ part: Value, _ start: Value, _ end: Value
  ) throws(Raised) -> Value {
    let text = try receiver(f, this)
    return .bool(try isTail(f, text, part, start, end, atEnd: true, "endswith"))
  }

  @inline(__always)
  private static func isTail(
    _ f: Frame, _ text: Str, _ part: Value, _ start: Value, _ end: Value, atEnd: Bool, _ name: StaticString
  ) throws(Raised) -> Bool {
    if let part = part.str, start.isUnbound {
      return part.count <= text.count && has(text, part, at: atEnd ? text.count - part.count : 0)
    }
    return try isAnyTail(f, text, part, f.bounds(start, end, count: text.count), atEnd: atEnd, name)
  }

  private static func isAnyTail(
    _ f: Frame, _ text: Str, _ part: Value, _ bounds: (lower: Int, upper: Int), atEnd: Bool, _ name: StaticString
  ) throws(Raised) -> Bool {
    func isHere(_ part: Str) -> Bool {
      part.count <= bounds.upper - bounds.lower
        && has(text, part, at: atEnd ? bounds.upper - part.count : bounds.lower)
    }
    if let part = part.payload.str { return isHere(part) }
    guard let parts = part.payload.tuple else {
      throw f.typeError("\(name) first arg must be str or a tuple of str, not \(f.typeName(part))")
    }
    for part in parts.items {
      guard let text = part.payload.str else {
        throw f.typeError("tuple for \(name) must only contain str, not \(f.typeName(part))")
      }
      if isHere(text) { return true }
    }
    return false
  }

  /// Whether `part` stands in `text` at `index`, where it fits in.
  private static func has(_ text: Str, _ part: Str, at index: Int) -> Bool {
    part.count == 0 || part.withSpan(text.width) { UnitSpan(text).matches($0, at: index) }
  }

  private static func removeprefix(_ f: Frame, _ this: Value, _ prefix: Value) throws(Raised) -> Value {
    let text = try receiver(f, this)
    let prefix = try argument(f, prefix, "removeprefix() argument")
    if prefix.count <= text.count, has(text, prefix, at: 0) {
      return .object(text.substring(prefix.count, text.count))
    }
    return .object(text)
  }

  private static func removesuffix(_ f: Frame, _ this: Value, _ suffix: Value) throws(Raised) -> Value {
    let text = try receiver(f, this)
    let suffix = try argument(f, suffix, "removesuffix() argument")
    let rest = text.count - suffix.count
    if rest >= 0, has(text, suffix, at: rest) { return .object(text.substring(0, rest)) }
    return .object(text)
  }

  // MARK: replace

  private static func replace(
    _ f: Frame, _ this: Value, _ old: Value, _ new: Value, _ count: Value
  ) throws(Raised) -> Value {
    let text = try receiver(f, this)
    let old = try argument(f, old, "replace() argument 1")
    let new = try argument(f, new, "replace() argument 2")
    let given = count.isUnbound ? -1 : try f.index(count)
    if given < 0, text.isASCII, old.count == 1, new.count == 1, new.isASCII {
      return .object(replacing(text, old[0], by: UInt8(new[0])))
    }
    let positions = old.withSpan(text.width) {
      UnitSpan(text).positions(of: $0, limit: given < 0 ? .max : given)
    }
    if positions.isEmpty { return .object(text) }
    return .object(try replacing(f, text, positions, old.count, new))
  }

  /// An ASCII text with one character for another, itself where it has none of them.
  private static func replacing(_ text: Str, _ old: UInt32, by new: UInt8) -> Str {
    guard old < 0x80, memchr(text.units, Int32(old), text.count) != nil else { return text }
    let old = UInt8(old)
    return Str(narrowCount: text.count, isASCII: true) { target in
      var index = 0
      for unit in text.narrow {
        target[index] = unit == old ? new : unit
        index &+= 1
      }
    }
  }

  /// The text with the part of `oldCount` characters at each position replaced.
  private static func replacing(
    _ f: Frame, _ text: Str, _ positions: [Int], _ oldCount: Int, _ new: Str
  ) throws(Raised) -> Str {
    let count = text.count + positions.count * (new.count - oldCount)
    let width: Str.Width = text.width == .four || new.width == .four ? .four : .one
    if new.count > oldCount { try f.checkMemory(count * Int(width.rawValue)) }
    let result = Str(unwritten: count, width: width, isASCII: text.isASCII && new.isASCII)
    text.withSpan(width) { span in
      new.withSpan(width) { span.write(replacing: positions, oldCount, by: $0, to: result.units) }
    }
    if result.isASCII { return result }
    // What was replaced may have been all that was not ASCII, or that needed four bytes.
    defer { withExtendedLifetime(result) {} }
    return width == .one ? Str(latin1: result.narrow) : Str(scalars: result.wide)
  }

  // MARK: partition

  private static func partition(_ f: Frame, _ this: Value, _ separator: Value) throws(Raised) -> Value {
    let text = try receiver(f, this)
    let separator = try partitionSeparator(f, separator)
    let found = separator.withSpan(text.width) { UnitSpan(text).first($0, 0, text.count) }
    guard let found else { return .tuple([.object(text), .object(Str.empty), .object(Str.empty)]) }
    return parts(f, text, separator, found)
  }

  private static func rpartition(_ f: Frame, _ this: Value, _ separator: Value) throws(Raised) -> Value {
    let text = try receiver(f, this)
    let separator = try partitionSeparator(f, separator)
    let found = separator.withSpan(text.width) { UnitSpan(text).last($0, 0, text.count) }
    guard let found else { return .tuple([.object(Str.empty), .object(Str.empty), .object(text)]) }
    return parts(f, text, separator, found)
  }

  private static func parts(_ f: Frame, _ text: Str, _ separator: Str, _ found: Int) -> Value {
    .tuple([
      piece(f, text, 0, found), .object(separator), piece(f, text, found + separator.count, text.count),
    ])
  }

  private static func partitionSeparator(_ f: Frame, _ value: Value) throws(Raised) -> Str {
    guard let separator = value.payload.str else { throw f.typeError("must be str, not \(f.typeName(value))") }
    if separator.count == 0 { throw f.valueError("empty separator") }
    return separator
  }
}
