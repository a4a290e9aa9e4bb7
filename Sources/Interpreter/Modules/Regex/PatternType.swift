// The methods of `re.Pattern`.

enum PatternType {
  static func define(_ t: TypeBuilder) {
    defineMatching(t)
    for (name, body) in [("findall", findall), ("finditer", finditer)] {
      t.method(name, "self, /, string, pos=0, endpos=sys.maxsize", .four(body))
    }
    t.method("split", "self, /, string, maxsplit=0", .three(split))
    t.method("sub", "self, /, repl, string, count=0", .four { (f, this, replacement, text, count) throws(Raised) in
      try substitute(receiver(this, "sub", f), replacement, text, count, f).text
    })
    t.method("subn", "self, /, repl, string, count=0", .four { (f, this, replacement, text, count) throws(Raised) in
      let result = try substitute(receiver(this, "subn", f), replacement, text, count, f)
      return .tuple([result.text, .int(result.count)])
    })
    t.method("scanner", "self, /, string, pos=0, endpos=sys.maxsize", .four(scanner))
    t.method("__repr__", "self, /", .one(repr))
    t.method("__hash__", "self, /", .one { (f, this) throws(Raised) in
      let pattern = try receiver(this, "__hash__", f)
      return .int(try f.hash(pattern.source) ^ pattern.flags.rawValue)
    })
    for (name, wanted) in [("__eq__", true), ("__ne__", false)] {
      t.method(name, "self, value, /", .two { (f, this, other) throws(Raised) in
        guard let other = other.native(PatternObject.self) else { return .notImplemented }
        let pattern = try receiver(this, name, f)
        if pattern.flags != other.flags || pattern.isBytes != other.isBytes { return .bool(!wanted) }
        return .bool(try f.isEqual(pattern.source, other.source) == wanted)
      })
    }
    t.method("__copy__", "self, /", .one { (_, this) throws(Raised) in this })
    t.method("__deepcopy__", "self, memo, /", .two { (_, this, _) throws(Raised) in this })
    t.method("__reduce__", "self, /", .one { (f, this) throws(Raised) in
      let pattern = try receiver(this, "__reduce__", f)
      let compile = try f.attribute(of: f.importModule("re"), "_compile")
      return .tuple([compile, .tuple([pattern.source, .int(pattern.flags.rawValue)])])
    })
    t.classMethod("__class_getitem__", "cls, object, /", .two(TypeType.genericAlias))
    defineProperties(t)
    t.final()
  }

  private static func defineMatching(_ t: TypeBuilder) {
    let extents: KeyValuePairs<String, PatternMachine.Extent> = [
      "match": .prefix, "fullmatch": .whole, "search": .anywhere,
    ]
    for (name, extent) in extents {
      t.method(name, "self, /, string, pos=0, endpos=sys.maxsize", .four { (f, this, text, start, end) throws(Raised) in
        let pattern = try receiver(this, name, f)
        let subject = try Subject(text, for: pattern, f)
        let (lower, upper) = try bounds(start, end, subject, f)
        return try pattern.match(subject, lower, upper, extent, f).map { .object($0) } ?? .none
      })
    }
  }

  private static func defineProperties(_ t: TypeBuilder) {
    t.property("pattern", get: { (f, this) throws(Raised) in try receiver(this, "pattern", f).source })
    t.property("flags", get: { (f, this) throws(Raised) in .int(try receiver(this, "flags", f).flags.rawValue) })
    t.property("groups", get: { (f, this) throws(Raised) in .int(try receiver(this, "groups", f).groupCount) })
    t.property("groupindex", get: { (f, this) throws(Raised) in
      let names = Dict()
      for (name, group) in try receiver(this, "groupindex", f).groupNames { names[name] = .int(group) }
      let proxy = try f.attribute(of: f.importModule("types"), "MappingProxyType")
      return try f.call(proxy, .object(names))
    })
  }

  static func receiver(_ this: Value, _ method: String, _ f: Frame) throws(Raised) -> PatternObject {
    try PatternObject.receiver(this, method, of: "re.Pattern", f)
  }

  private static func bounds(
    _ start: Value, _ end: Value, _ subject: Subject, _ f: Frame
  ) throws(Raised) -> (lower: Int, upper: Int) {
    let count = subject.text.count
    let upper = end.isUnbound ? count : min(max(try f.index(end), 0), count)
    let lower = start.isUnbound ? 0 : min(max(try f.index(start), 0), count)
    return (lower, upper)
  }

  // MARK: All matches

  private static func findall(
    _ f: Frame, _ this: Value, _ text: Value, _ start: Value, _ end: Value
  ) throws(Raised) -> Value {
    let pattern = try receiver(this, "findall", f)
    let subject = try Subject(text, for: pattern, f)
    let (lower, upper) = try bounds(start, end, subject, f)
    var matches = PatternObject.Matches(pattern, subject, lower, upper)
    let empty = subject.piece(0, 0, f)
    var found: ContiguousArray<Value> = []
    while let match = try matches.next(f) {
      switch pattern.groupCount {
      case 0: found.append(match.piece(0, f) ?? empty)
      case 1: found.append(match.piece(1, f) ?? empty)
      default:
        found.append(.tuple(ContiguousArray((1...pattern.groupCount).map { match.piece($0, f) ?? empty })))
      }
    }
    return .list(found)
  }

  private static func finditer(
    _ f: Frame, _ this: Value, _ text: Value, _ start: Value, _ end: Value
  ) throws(Raised) -> Value {
    let pattern = try receiver(this, "finditer", f)
    let subject = try Subject(text, for: pattern, f)
    let (lower, upper) = try bounds(start, end, subject, f)
    var matches = PatternObject.Matches(pattern, subject, lower, upper)
    return .object(
      ClosureIterator("callable_iterator") { (f) throws(Raised) in try matches.next(f).map { .object($0) } })
  }

  /// An object whose `match` and `search` go on where the last one ended.
  private static func scanner(
    _ f: Frame, _ this: Value, _ text: Value, _ start: Value, _ end: Value
  ) throws(Raised) -> Value {
    let pattern = try receiver(this, "scanner", f)
    let subject = try Subject(text, for: pattern, f)
    let (lower, upper) = try bounds(start, end, subject, f)
    return .object(PatternScanner(f.types[module: "re.Scanner"], pattern, subject, lower, upper))
  }

  private static func split(_ f: Frame, _ this: Value, _ text: Value, _ limit: Value) throws(Raised) -> Value {
    let pattern = try receiver(this, "split", f)
    let subject = try Subject(text, for: pattern, f)
    let limit = limit.isUnbound ? 0 : try f.index(limit)
    var matches = PatternObject.Matches(pattern, subject, 0, subject.text.count)
    var pieces: ContiguousArray<Value> = []
    var position = 0
    var count = 0
    while limit == 0 || count < limit, let match = try matches.next(f) {
      pieces.append(subject.piece(position, match.start(of: 0), f))
      for group in 0..<pattern.groupCount { pieces.append(match.piece(group + 1, f) ?? .none) }
      position = match.end(of: 0)
      count += 1
    }
    pieces.append(subject.piece(position, subject.text.count, f))
    return .list(pieces)
  }

  // MARK: Substitution

  static func replacement(
    _ template: Value, _ pattern: PatternObject, _ f: Frame
  ) throws(Raised) -> ReplacementTemplate {
    let text: Str
    if let given = template.payload.str, !pattern.isBytes {
      text = given
    } else if let bytes = BytesType.contents(template), pattern.isBytes {
      text = Str(latin1: bytes)
    } else {
      throw f.typeError("decoding to str: need a bytes-like object, \(f.typeName(template)) found")
    }
    if let known = pattern.template, known.source == text { return known }
    let made = try ReplacementTemplate(text, for: pattern, f)
    pattern.template = made
    return made
  }

  /// A text as the pattern's kind of value.
  static func result(_ text: Str, _ pattern: PatternObject) -> Value {
    pattern.isBytes ? .bytes(Array(text.narrow)) : .object(text)
  }

  private static func substitute(
    _ pattern: PatternObject, _ replacement: Value, _ text: Value, _ limit: Value, _ f: Frame
  ) throws(Raised) -> (text: Value, count: Int) {
    let isCalled = f.isCallable(replacement)
    let template = isCalled ? nil : try self.replacement(replacement, pattern, f)
    let subject = try Subject(text, for: pattern, f)
    let limit = limit.isUnbound ? 0 : try f.index(limit)
    var matches = PatternObject.Matches(pattern, subject, 0, subject.text.count)
    var builder = StrBuilder(capacity: subject.text.count)
    var position = 0
    var count = 0
    while limit == 0 || count < limit, let match = try matches.next(f) {
      builder.append(subject.text, position, match.start(of: 0))
      if let template {
        template.append(match, to: &builder)
      } else {
        try append(f.call(replacement, .object(match)), pattern, to: &builder, count, f)
      }
      position = match.end(of: 0)
      count += 1
    }
    if count == 0, text.instance == nil, text.byteArray == nil { return (text, 0) }
    builder.append(subject.text, position, subject.text.count)
    return (result(builder.finish(), pattern), count)
  }

  /// Appends what a function returned; None stands for nothing.
  private static func append(
    _ value: Value, _ pattern: PatternObject, to builder: inout StrBuilder, _ index: Int, _ f: Frame
  ) throws(Raised) {
    if value.isNone { return }
    if pattern.isBytes {
      guard let bytes = BytesType.contents(value) else {
        throw f.typeError("sequence item \(index): expected a bytes-like object, \(f.typeName(value)) found")
      }
      for byte in bytes { builder.append(UInt32(byte)) }
    } else {
      guard let text = value.payload.str else {
        throw f.typeError("sequence item \(index): expected str instance, \(f.typeName(value)) found")
      }
      builder.append(text)
    }
  }

  // MARK: Text

  private static let flagNames: KeyValuePairs<Int, String> = [
    2: "re.IGNORECASE", 4: "re.LOCALE", 8: "re.MULTILINE", 16: "re.DOTALL", 32: "re.UNICODE", 64: "re.VERBOSE",
    128: "re.DEBUG", 256: "re.ASCII",
  ]

  private static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let pattern = try receiver(this, "__repr__", f)
    // That a text's letters are those of Unicode goes without saying.
    let shown = pattern.isBytes ? pattern.flags : pattern.flags.subtracting(.unicode)
    let names = flagNames.filter { shown.rawValue & $0.key != 0 }.map(\.value)
    let source = try f.repr(pattern.source)
    let text = source.count > 200 ? source.substring(0, 200).string : source.string
    return .text("re.compile(\(text)\(names.isEmpty ? "" : ", " + names.joined(separator: "|")))")
  }
}

/// What `Pattern.scanner` returns.
final class PatternScanner: TypedObject {
  let pattern: PatternObject
  private let subject: Subject
  private var position: Int
  private let end: Int
  private var mustAdvance = false

  init(_ type: TypeObject, _ pattern: PatternObject, _ subject: Subject, _ start: Int, _ end: Int) {
    self.pattern = pattern
    self.subject = subject
    position = start
    self.end = end
    super.init(type)
  }

  static func define(_ t: TypeBuilder) {
    for (name, extent) in [("match", PatternMachine.Extent.prefix), ("search", .anywhere)] {
      t.method(name, "self, /", .one { (f, this) throws(Raised) in
        let scanner = try PatternScanner.receiver(this, name, of: "_sre.SRE_Scanner", f)
        return try scanner.next(extent, f)
      })
    }
    t.property("pattern", get: { (f, this) throws(Raised) in
      .object(try PatternScanner.receiver(this, "pattern", of: "_sre.SRE_Scanner", f).pattern)
    })
  }

  private func next(_ extent: PatternMachine.Extent, _ f: Frame) throws(Raised) -> Value {
    guard let match = try pattern.match(subject, position, end, extent, mustAdvance: mustAdvance, f) else {
      position = end + 1
      return .none
    }
    position = match.end(of: 0)
    mustAdvance = match.start(of: 0) == position
    return .object(match)
  }
}
