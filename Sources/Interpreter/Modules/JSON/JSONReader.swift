// JSON text as values.

/// Reads one value from JSON text, by the settings of a `json.JSONDecoder`.
struct JSONReader {
  private let f: Frame
  private let text: Str
  private let isStrict: Bool
  // The decoder's functions, None where it has none.
  private let objectHook: Value
  private let pairsHook: Value
  private let parseFloat: Value
  private let parseInt: Value
  private let parseConstant: Value
  /// Equal keys are one object.
  private var keys: [String: Str] = [:]
  /// Where the value that was read ends.
  private(set) var end = 0

  init(_ text: Str, _ decoder: Value, _ f: Frame) throws(Raised) {
    self.f = f
    self.text = text
    isStrict = try f.truth(f.attribute(of: decoder, "strict"))
    objectHook = try f.attribute(of: decoder, "object_hook")
    pairsHook = try f.attribute(of: decoder, "object_pairs_hook")
    parseFloat = try f.attribute(of: decoder, "parse_float")
    parseInt = try f.attribute(of: decoder, "parse_int")
    parseConstant = try f.attribute(of: decoder, "parse_constant")
  }

  static func isSpace(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || scalar == 0x0a || scalar == 0x0d || scalar == 0x09
  }

  private func failure(_ message: String, _ position: Int) -> Raised {
    do {
      let module = try f.interpreter.builtinModule("json", f)
      let type = module?.namespace[f.interpreter.intern("JSONDecodeError")] ?? .none
      let made = try f.call(type, .text(message), .object(text), .int(position))
      return Raised(made.exception!)
    } catch {
      return error
    }
  }

  private mutating func skipSpace() {
    while end < text.count, JSONReader.isSpace(text[end]) { end += 1 }
  }

  private func next(is scalar: Character) -> Bool {
    end < text.count && text[end] == scalar.unicodeScalars.first!.value
  }

  // MARK: Values

  mutating func value(at start: Int) throws(Raised) -> Value {
    end = start
    return try value()
  }

  private mutating func value() throws(Raised) -> Value {
    guard end < text.count else { throw failure("Expecting value", end) }
    switch text[end] {
    case 0x22:
      end += 1
      return .object(try string())
    case 0x7b: return try object()
    case 0x5b: return try array()
    default: break
    }
    if take("null") { return .none }
    if take("true") { return .bool(true) }
    if take("false") { return .bool(false) }
    if let number = try number() { return number }
    for (name, value) in [("NaN", Double.nan), ("Infinity", .infinity), ("-Infinity", -.infinity)] where take(name) {
      return parseConstant.isNone ? .float(value) : try f.call(parseConstant, .text(name))
    }
    throw failure("Expecting value", end)
  }

  private mutating func take(_ word: String) -> Bool {
    let scalars = word.unicodeScalars
    guard end + scalars.count <= text.count else { return false }
    for (offset, scalar) in scalars.enumerated() where text[end + offset] != scalar.value { return false }
    end += scalars.count
    return true
  }

  // MARK: Numbers

  private func isDigit(_ index: Int) -> Bool { index < text.count && (0x30...0x39).contains(text[index]) }

  private mutating func number() throws(Raised) -> Value? {
    var index = end
    if index < text.count, text[index] == 0x2d { index += 1 }
    guard isDigit(index) else { return nil }
    if text[index] == 0x30 { index += 1 } else { while isDigit(index) { index += 1 } }
    var isFloat = false
    if index < text.count, text[index] == 0x2e, isDigit(index + 1) {
      isFloat = true
      index += 1
      while isDigit(index) { index += 1 }
    }
    if index < text.count, text[index] == 0x65 || text[index] == 0x45 {
      var exponent = index + 1
      if exponent < text.count, text[exponent] == 0x2b || text[exponent] == 0x2d { exponent += 1 }
      if isDigit(exponent) {
        isFloat = true
        while isDigit(exponent) { exponent += 1 }
        index = exponent
      }
    }
    let digits = text.substring(end, index)
    end = index
    let parse = isFloat ? parseFloat : parseInt
    if !parse.isNone { return try f.call(parse, .object(digits)) }
    if isFloat { return .float(Double(digits.string)!) }
    if let small = Int(digits.string) { return .int(small) }
    return try f.call(.object(f.types.int), .object(digits))
  }

  // MARK: Strings

  /// A string whose opening quote has been read.
  private mutating func string() throws(Raised) -> Str {
    let begin = end - 1
    var start = end
    var builder: [UInt32]?
    while true {
      guard end < text.count else { throw failure("Unterminated string starting at", begin) }
      let scalar = text[end]
      if scalar == 0x22 {
        let last = text.substring(start, end)
        end += 1
        guard let builder else { return last }
        return Str(scalars: builder) + last
      }
      if scalar == 0x5c {
        if builder == nil { builder = [] }
        for index in start..<end { builder!.append(text[index]) }
        builder!.append(try escape(begin))
        start = end
      } else {
        if scalar < 0x20, isStrict { throw failure("Invalid control character at", end) }
        end += 1
      }
    }
  }

  private mutating func escape(_ begin: Int) throws(Raised) -> UInt32 {
    end += 1
    guard end < text.count else { throw failure("Unterminated string starting at", begin) }
    let letter = text[end]
    end += 1
    switch letter {
    case 0x22, 0x5c, 0x2f: return letter
    case 0x62: return 0x08
    case 0x66: return 0x0c
    case 0x6e: return 0x0a
    case 0x72: return 0x0d
    case 0x74: return 0x09
    case 0x75: break
    default: throw failure("Invalid \\escape", end - 2)
    }
    guard let high = unit(at: end) else { throw failure("Invalid \\uXXXX escape", end - 1) }
    end += 4
    if (0xd800..<0xdc00).contains(high), end + 1 < text.count, text[end] == 0x5c, text[end + 1] == 0x75,
      let low = unit(at: end + 2), (0xdc00..<0xe000).contains(low)
    {
      end += 6
      return 0x10000 + (high - 0xd800) << 10 + (low - 0xdc00)
    }
    return high
  }

  /// Four hexadecimal digits.
  private func unit(at index: Int) -> UInt32? {
    guard index + 4 <= text.count else { return nil }
    var value: UInt32 = 0
    for offset in 0..<4 {
      guard let digit = Unicode.Scalar(text[index + offset]).flatMap({ Character($0).hexDigitValue }),
        text[index + offset] < 0x80
      else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  // MARK: Containers

  private mutating func array() throws(Raised) -> Value {
    try f.checkNativeStack(" while decoding a JSON array from a unicode string")
    end += 1
    var items: ContiguousArray<Value> = []
    skipSpace()
    if next(is: "]") {
      end += 1
      return .list(items)
    }
    while true {
      items.append(try value())
      skipSpace()
      if next(is: "]") {
        end += 1
        return .list(items)
      }
      guard next(is: ",") else { throw failure("Expecting ',' delimiter", end) }
      let comma = end
      end += 1
      skipSpace()
      if next(is: "]") { throw failure("Illegal trailing comma before end of array", comma) }
    }
  }

  private mutating func object() throws(Raised) -> Value {
    try f.checkNativeStack(" while decoding a JSON object from a unicode string")
    end += 1
    var pairs: [(key: Str, value: Value)] = []
    skipSpace()
    if !next(is: "}") {
      while true {
        guard next(is: "\"") else { throw failure("Expecting property name enclosed in double quotes", end) }
        end += 1
        let key = shared(try string())
        skipSpace()
        guard next(is: ":") else { throw failure("Expecting ':' delimiter", end) }
        end += 1
        skipSpace()
        pairs.append((key, try value()))
        skipSpace()
        if next(is: "}") { break }
        guard next(is: ",") else { throw failure("Expecting ',' delimiter", end) }
        let comma = end
        end += 1
        skipSpace()
        if next(is: "}") { throw failure("Illegal trailing comma before end of object", comma) }
      }
    }
    end += 1
    if !pairsHook.isNone {
      return try f.call(pairsHook, .list(ContiguousArray(pairs.map { .tuple([.object($0.key), $0.value]) })))
    }
    let dict = Dict(minimumCapacity: pairs.count)
    for pair in pairs { dict[pair.key] = pair.value }
    return objectHook.isNone ? .object(dict) : try f.call(objectHook, .object(dict))
  }

  private mutating func shared(_ key: Str) -> Str {
    let text = key.string
    if let known = keys[text], known == key { return known }
    keys[text] = key
    return key
  }
}
