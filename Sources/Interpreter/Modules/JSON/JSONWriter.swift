// Values as JSON text.

/// The settings of a `json.JSONEncoder`.
struct JSONSettings {
  let skipsKeys: Bool
  let isASCII: Bool
  let checksCircles: Bool
  let allowsNaN: Bool
  let sortsKeys: Bool
  /// One level of indentation, nil for one line.
  let indent: Str?
  let itemSeparator: Str
  let keySeparator: Str

  init(_ encoder: Value, _ f: Frame) throws(Raised) {
    func flag(_ name: String) throws(Raised) -> Bool { try f.truth(f.attribute(of: encoder, name)) }
    func text(_ name: String) throws(Raised) -> Str {
      let value = try f.attribute(of: encoder, name)
      guard let text = value.payload.str else {
        throw f.typeError("make_encoder() argument must be str, not \(f.typeName(value))")
      }
      return text
    }
    skipsKeys = try flag("skipkeys")
    isASCII = try flag("ensure_ascii")
    checksCircles = try flag("check_circular")
    allowsNaN = try flag("allow_nan")
    sortsKeys = try flag("sort_keys")
    itemSeparator = try text("item_separator")
    keySeparator = try text("key_separator")
    let indent = try f.attribute(of: encoder, "indent")
    if indent.isNone {
      self.indent = nil
    } else if let text = indent.payload.str {
      self.indent = text
    } else {
      self.indent = Str(String(repeating: " ", count: max(0, try f.index(indent))))
    }
  }
}

/// Writes one value as JSON.
struct JSONWriter: ~Copyable {
  private let f: Frame
  private let encoder: Value
  private let settings: JSONSettings
  private var text = StrBuilder()
  /// The containers around the value at hand.
  private var open: Set<Int> = []
  private var depth = 0

  init(_ encoder: Value, _ settings: JSONSettings, _ f: Frame) {
    self.f = f
    self.encoder = encoder
    self.settings = settings
  }

  consuming func finish() -> Str { text.finish() }

  // MARK: Values

  mutating func write(_ value: Value) throws(Raised) {
    switch value.payload {
    case .none: text.append("null")
    case .bool(let truth): text.append(truth ? "true" as StaticString : "false")
    case .int(let number): text.append(String(number))
    case .float(let number): try write(number, value)
    case .object(let object):
      switch object.kind {
      case .str: JSONWriter.quote(unsafeDowncast(object, to: Str.self), isASCII: settings.isASCII, into: &text)
      case .bigInteger: text.append(try f.repr(value.payload))
      case .list: try write(unsafeDowncast(object, to: List.self).items, in: value)
      case .tuple: try write(unsafeDowncast(object, to: Tuple.self).items, in: value)
      case .dict: try write(unsafeDowncast(object, to: Dict.self), in: value)
      default: try writeOther(value)
      }
    default: try writeOther(value)
    }
  }

  private mutating func write(_ number: Double, _ value: Value) throws(Raised) {
    if number.isFinite { return text.append(try f.repr(.float(number))) }
    if !settings.allowsNaN {
      throw f.valueError("Out of range float values are not JSON compliant: \(try f.repr(.float(number)).string)")
    }
    text.append(number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity")
  }

  /// What the encoder's `default` makes of a value that JSON does not know.
  private mutating func writeOther(_ value: Value) throws(Raised) {
    let mark = try enter(value)
    try write(f.callMethod(encoder, "default", CallArguments([value])))
    leave(mark)
  }

  // MARK: Containers

  private mutating func enter(_ value: Value) throws(Raised) -> Int {
    try f.checkNativeStack(" while encoding a JSON object")
    let mark = f.identity(value)
    if settings.checksCircles, !open.insert(mark).inserted { throw f.valueError("Circular reference detected") }
    return mark
  }

  private mutating func leave(_ mark: Int) {
    if settings.checksCircles { open.remove(mark) }
  }

  private mutating func breakLine() {
    guard let indent = settings.indent else { return }
    text.append("\n")
    for _ in 0..<depth { text.append(indent) }
  }

  private mutating func write(_ items: ContiguousArray<Value>, in container: Value) throws(Raised) {
    if items.isEmpty { return text.append("[]") }
    let mark = try enter(container)
    text.append("[")
    depth += 1
    for (index, item) in items.enumerated() {
      if index > 0 { text.append(settings.itemSeparator) }
      breakLine()
      try write(item)
    }
    depth -= 1
    breakLine()
    text.append("]")
    leave(mark)
  }

  private mutating func write(_ dict: Dict, in container: Value) throws(Raised) {
    if dict.count == 0 { return text.append("{}") }
    let mark = try enter(container)
    text.append("{")
    depth += 1
    var isFirst = true
    for item in try items(of: dict, container) {
      guard let key = try key(item.key) else { continue }
      if !isFirst { text.append(settings.itemSeparator) }
      isFirst = false
      breakLine()
      JSONWriter.quote(key, isASCII: settings.isASCII, into: &text)
      text.append(settings.keySeparator)
      try write(item.value)
    }
    depth -= 1
    if !isFirst { breakLine() }
    text.append("}")
    leave(mark)
  }

  private func items(of dict: Dict, _ container: Value) throws(Raised) -> [(key: Value, value: Value)] {
    // A subclass may give its items in another order.
    var items = dict.items
    if container.instance != nil {
      items = []
      for pair in try f.collect(f.callMethod(container, "items")) {
        let pair = try f.collect(pair)
        if pair.count != 2 { throw f.valueError("items must return 2-tuples") }
        items.append((pair[0], pair[1]))
      }
    }
    if !settings.sortsKeys { return items }
    let sorted = List(ContiguousArray(items.map { .tuple([$0.key, $0.value]) }))
    let first = Builtin("first", "pair, /", .one { (_, pair) throws(Raised) in pair.tuple!.items[0] })
    _ = try f.callMethod(
      .object(sorted), "sort", CallArguments([], keywords: [(f.interpreter.intern("key"), .object(first))]))
    return sorted.items.map { ($0.tuple!.items[0], $0.tuple!.items[1]) }
  }

  /// A key as text, nil where it is to be skipped.
  private func key(_ value: Value) throws(Raised) -> Str? {
    switch value.payload {
    case .none: return Str("null")
    case .bool(let truth): return Str(truth ? "true" : "false")
    case .int(let number): return Str(String(number))
    case .float(let number):
      if number.isFinite { return try f.repr(.float(number)) }
      if !settings.allowsNaN {
        throw f.valueError("Out of range float values are not JSON compliant: \(try f.repr(.float(number)).string)")
      }
      return Str(number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity")
    case let payload:
      if let text = payload.str { return text }
      if payload.bigInteger != nil { return try f.repr(payload) }
      if settings.skipsKeys { return nil }
      throw f.typeError("keys must be str, int, float, bool or None, not \(f.typeName(value))")
    }
  }

  // MARK: Text

  static func quote(_ string: Str, isASCII: Bool, into text: inout StrBuilder) {
    text.append("\"")
    var start = 0
    for index in 0..<string.count {
      let scalar = string[index]
      if scalar >= 0x20 && scalar != 0x22 && scalar != 0x5c && (scalar < 0x7f || !isASCII) { continue }
      text.append(string, start, index)
      start = index + 1
      escape(scalar, into: &text)
    }
    text.append(string, start, string.count)
    text.append("\"")
  }

  private static func escape(_ scalar: UInt32, into text: inout StrBuilder) {
    switch scalar {
    case 0x22: text.append("\\\"")
    case 0x5c: text.append("\\\\")
    case 0x0a: text.append("\\n")
    case 0x0d: text.append("\\r")
    case 0x09: text.append("\\t")
    case 0x08: text.append("\\b")
    case 0x0c: text.append("\\f")
    case 0x10000...:
      let offset = scalar - 0x10000
      unit(0xd800 + offset >> 10, into: &text)
      unit(0xdc00 + offset & 0x3ff, into: &text)
    default: unit(scalar, into: &text)
    }
  }

  private static func unit(_ unit: UInt32, into text: inout StrBuilder) {
    let digits = String(unit, radix: 16)
    text.append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
  }
}
