// `str.translate` and `str.maketrans`.

extension StrType {
  static func translate(_ f: Frame, _ this: Value, _ table: Value) throws(Raised) -> Value {
    let text = try receiver(f, this)
    if text.isASCII, let dict = table.dict, let translated = try translateASCII(f, text, dict) {
      return .object(translated)
    }
    var builder = StrBuilder(capacity: text.count)
    for index in 0..<text.count { try appendTranslated(f, text[index], table, to: &builder) }
    return .object(builder.finish())
  }

  /// Translates character by character, each looked up once; nil where one becomes anything but an ASCII character.
  private static func translateASCII(_ f: Frame, _ text: Str, _ table: Dict) throws(Raised) -> Str? {
    let unknown = UInt8.max
    var known = [UInt8](repeating: unknown, count: 128)
    let translated = Str(unwritten: text.count, width: .one, isASCII: true)
    let target = translated.units.assumingMemoryBound(to: UInt8.self)
    for index in 0..<text.count {
      let byte = text.narrow[index]
      if known[Int(byte)] == unknown {
        guard let replacement = try asciiTranslation(f, byte, table) else { return nil }
        known[Int(byte)] = replacement
      }
      target[index] = known[Int(byte)]
    }
    return translated
  }

  private static func asciiTranslation(_ f: Frame, _ byte: UInt8, _ table: Dict) throws(Raised) -> UInt8? {
    guard let value = try table.value(of: .int(Int(byte)), f) else { return byte }
    if case .int(let scalar) = value, scalar >= 0, scalar < 128 { return UInt8(scalar) }
    if let text = value.str, text.count == 1, text.isASCII { return text.narrow[0] }
    return nil
  }

  private static func appendTranslated(
    _ f: Frame, _ scalar: UInt32, _ table: Value, to builder: inout StrBuilder
  ) throws(Raised) {
    guard let replacement = try translation(f, scalar, table) else {
      builder.append(scalar)
      return
    }
    if let text = replacement.payload.str {
      builder.append(text)
    } else if let number = replacement.bigInt {
      guard let scalar = Int(exactly: number), 0..<0x110000 ~= scalar else {
        throw f.valueError("character mapping must be in range(0x110000)")
      }
      builder.append(UInt32(scalar))
    } else if !replacement.isNone {
      throw f.typeError("character mapping must return integer, None or str")
    }
  }

  /// What the table has for a character; nil where it has nothing.
  private static func translation(_ f: Frame, _ scalar: UInt32, _ table: Value) throws(Raised) -> Value? {
    if let dict = table.dict { return try dict.value(of: .int(Int(scalar)), f) }
    do {
      return try f.item(of: table, .int(Int(scalar)))
    } catch where error.exception.type.isSubtype(of: f.types[.LookupError]) {
      return nil
    }
  }

  static func maketrans(_ f: Frame, _ x: Value, _ y: Value, _ z: Value) throws(Raised) -> Value {
    if y.isUnbound { return try tableFromDict(f, x) }
    let table = Dict()
    guard let from = x.payload.str else {
      throw f.typeError("first maketrans argument must be a string if there is a second argument")
    }
    let to = try argument(f, y, "maketrans() argument 2")
    let deleted = z.isUnbound ? Str.empty : try argument(f, z, "maketrans() argument 3")
    if from.count != to.count { throw f.valueError("the first two maketrans arguments must have equal length") }
    for index in 0..<from.count { try table.set(.int(Int(from[index])), .int(Int(to[index])), f) }
    for index in 0..<deleted.count { try table.set(.int(Int(deleted[index])), .none, f) }
    return .object(table)
  }

  private static func tableFromDict(_ f: Frame, _ x: Value) throws(Raised) -> Value {
    guard let given = x.payload.dict else {
      throw f.typeError("if you give only one argument to maketrans it must be a dict")
    }
    let table = Dict()
    for (key, value) in given.items {
      if let text = key.payload.str {
        if text.count != 1 { throw f.valueError("string keys in translate table must be of length 1") }
        try table.set(.int(Int(text[0])), value, f)
      } else if key.bigInt != nil {
        try table.set(key, value, f)
      } else {
        throw f.typeError("keys in translate table must be strings or integers")
      }
    }
    return .object(table)
  }
}
