// `str`: its table of methods, how one is made, and how methods read their receiver and arguments.
import Glibc

/// The methods of `str`.
enum StrType {
  static func define(_ t: TypeBuilder) {
    t.new("object=, encoding=, errors=") { f, _, a throws(Raised) in try make(f, a[0], a[1], a[2]) }
    t.newFromOne { f, value throws(Raised) in .object(try f.str(value)) }
    defineOperators(t)
    defineSearch(t)
    defineSplitting(t)
    defineCase(t)
    defineQuestions(t)
    definePadding(t)
    t.method("encode", "self, /, encoding=, errors=", .three(encode))
    t.method("format", "self, /, *args, **kwargs", .many(format), direct: formatPositional)
    t.method("format_map", "self, mapping, /", .two(formatMap))
    t.method("translate", "self, table, /", .two(translate))
    t.staticMethod("maketrans", "x, y=, z=, /", .three(maketrans))
  }

  private static func defineOperators(_ t: TypeBuilder) {
    t.operators([.add, .multiply, .modulo])
    t.reflectedOperators([.multiply, .modulo])
    t.comparisons()
    t.container(getItem: true, contains: true, length: true, iterate: true)
    t.representation(text: true)
    t.hashing()
    t.formatting()
    t.method("__getnewargs__", "self, /", .one(getNewArguments))
    t.method("__sizeof__", "self, /", .one(sizeOf))
  }

  // MARK: Making

  private static func make(_ f: Frame, _ object: Value, _ encoding: Value, _ errors: Value) throws(Raised) -> Value {
    if encoding.isUnbound && errors.isUnbound {
      return object.isUnbound ? .object(Str.empty) : .object(try f.str(object))
    }
    let encodingName = try textName(f, encoding, "str() argument 'encoding'", "utf-8")
    let handler = try textName(f, errors, "str() argument 'errors'", "strict")
    if object.isUnbound { return .object(Str.empty) }
    if object.payload.str != nil { throw f.typeError("decoding str is not supported") }
    guard let bytes = BytesType.contents(object) else {
      throw f.typeError("decoding to str: need a bytes-like object, \(f.typeName(object)) found")
    }
    return .object(try f.decode(bytes, encoding: encodingName, errors: handler))
  }

  /// The name of an encoding or error handler given as an argument.
  static func textName(_ f: Frame, _ value: Value, _ what: String, _ standard: String) throws(Raised) -> String {
    if value.isUnbound { return standard }
    return try argument(f, value, what).string
  }

  // MARK: Reading receivers and arguments

  /// The text of a method's receiver. Raises TypeError where `str.upper(3)` gave something else.
  @inline(__always)
  static func receiver(_ f: Frame, _ this: Value, _ method: StaticString = #function) throws(Raised) -> Str {
    if let text = this.str { return text }
    return try otherReceiver(f, this, method)
  }

  private static func otherReceiver(_ f: Frame, _ this: Value, _ method: StaticString) throws(Raised) -> Str {
    if let text = this.payload.str { return text }
    throw f.wrongReceiver(this, methodName(method), of: "str")
  }

  /// `upper` of `upper(_:_:)`.
  static func methodName(_ function: StaticString) -> String {
    String("\(function)".prefix { $0 != "(" })
  }

  /// An argument that has to be a text. `what` says which: `find() argument 1`.
  @inline(__always)
  static func argument(_ f: Frame, _ value: Value, _ what: @autoclosure () -> String) throws(Raised) -> Str {
    if let text = value.str { return text }
    if let text = value.payload.str { return text }
    throw f.typeError("\(what()) must be str, not \(value.isNone ? "None" : f.typeName(value))")
  }

  /// The part `lower..<upper` as a value; single Latin-1 characters are shared.
  @inline(__always)
  static func piece(_ f: Frame, _ text: Str, _ lower: Int, _ upper: Int) -> Value {
    if upper &- lower == 1 { return .object(f.interpreter.character(text[lower])) }
    return .object(text.substring(lower, upper))
  }

  // MARK: Odds and ends

  private static func encode(_ f: Frame, _ this: Value, _ encoding: Value, _ errors: Value) throws(Raised) -> Value {
    let text = try receiver(f, this)
    let encodingName = try textName(f, encoding, "encode() argument 'encoding'", "utf-8")
    let handler = try textName(f, errors, "encode() argument 'errors'", "strict")
    return .bytes(try f.encode(text, encoding: encodingName, errors: handler))
  }

  private static func formatPositional(_ f: Frame, _ arguments: ContiguousArray<Value>) throws(Raised) -> Value {
    let template = try receiver(f, arguments[0], "format")
    return .object(try FormatTemplate(f, arguments[1...], named: nil).render(template))
  }

  private static func format(_ f: Frame, _ a: Arguments) throws(Raised) -> Value {
    let template = try receiver(f, a[0])
    let keywords = a.doubleStarred(2)
    return .object(
      try FormatTemplate(
        f, a.starred(1)[...],
        named: { name throws(Raised) in
          guard let value = keywords[name] else { throw f.keyError(.object(name)) }
          return value
        }
      ).render(template))
  }

  private static func formatMap(_ f: Frame, _ this: Value, _ mapping: Value) throws(Raised) -> Value {
    let template = try receiver(f, this, "format_map")
    return .object(
      try FormatTemplate(f, nil, named: { name throws(Raised) in try f.item(of: mapping, .object(name)) })
        .render(template))
  }

  private static func getNewArguments(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .tuple([.object(try receiver(f, this, "__getnewargs__"))])
  }

  private static func sizeOf(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let text = try receiver(f, this, "__sizeof__")
    // CPython's header is 40 bytes for ASCII and 56 for other texts, and there is a terminator.
    return .int((text.isASCII ? 40 : 56) + (text.count + 1) * Int(text.width.rawValue))
  }
}

extension Frame {
  /// Raises MemoryError where so many bytes cannot be had.
  func checkMemory(_ count: Int, times: Int = 1) throws(Raised) {
    let (total, overflow) = count.multipliedReportingOverflow(by: times)
    // Small amounts are there; for large ones the kernel is asked. (The compiler takes it for granted that `malloc`
    // succeeds where nothing uses what it gives.)
    if !overflow && total < 1 << 24 { return }
    let probe = overflow ? nil : mmap(nil, total, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let probe, probe != MAP_FAILED else { throw error(types[.MemoryError]) }
    munmap(probe, total)
  }

  /// The bounds that optional `start` and `end` arguments give in a sequence of `count` members. `lower` may lie past
  /// `upper`.
  @inline(__always)
  func bounds(_ start: Value, _ end: Value, count: Int) throws(Raised) -> (lower: Int, upper: Int) {
    if start.isUnbound && end.isUnbound { return (0, count) }
    return try givenBounds(start, end, count)
  }

  private func givenBounds(_ start: Value, _ end: Value, _ count: Int) throws(Raised) -> (lower: Int, upper: Int) {
    func position(_ value: Value, _ standard: Int) throws(Raised) -> Int {
      if value.isUnbound || value.isNone { return standard }
      let index = try sliceIndex(value)
      return index < 0 ? max(index + count, 0) : index
    }
    let lower = try position(start, 0)
    return (lower, min(try position(end, count), count))
  }

  /// How often a sequence is to be repeated; nil where the operand is no integer.
  func repetitions(_ value: Value) throws(Raised) -> Int? {
    if case .int(let times) = value { return times }
    if value.bigInt == nil, types.type(of: value).special(.__index__) == nil { return nil }
    do {
      return try index(value)
    } catch where error.exception.type === types[.IndexError] {
      throw overflowError("cannot fit 'int' into an index-sized integer")
    }
  }
}
