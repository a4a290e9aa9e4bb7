// The methods of `bytes` and `bytearray` that take bytes for ASCII characters: case, kinds, padding.

extension BytesMethods {
  static func defineCharacters(_ t: TypeBuilder) {
    map(t, "lower", ASCII.lower)
    map(t, "upper", ASCII.upper)
    map(t, "swapcase", ASCII.swapped)
    t.method("capitalize", "self, /", .one(capitalize))
    t.method("title", "self, /", .one(title))
    ask(t, "isalpha", ASCII.isLetter)
    ask(t, "isalnum") { ASCII.isLetter($0) || ASCII.isDigit($0) }
    ask(t, "isdigit", ASCII.isDigit)
    ask(t, "isspace", ASCII.isSpace)
    t.method("isascii", "self, /", .one(isascii))
    t.method("islower", "self, /", .one(islower))
    t.method("isupper", "self, /", .one(isupper))
    t.method("istitle", "self, /", .one(istitle))
    t.method("center", "self, width, fillchar=, /", .three(center))
    t.method("ljust", "self, width, fillchar=, /", .three(ljust))
    t.method("rjust", "self, width, fillchar=, /", .three(rjust))
    t.method("zfill", "self, width, /", .two(zfill))
    t.method("expandtabs", "self, /, tabsize=", .two(expandtabs))
  }

  // MARK: Case

  private static func map(_ t: TypeBuilder, _ name: StaticString, _ change: @escaping (UInt8) -> UInt8) {
    t.method("\(name)", "self, /", .one { f, this throws(Raised) in made(try receiver(f, this, name).map(change)) })
  }

  private static func capitalize(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    var bytes = try receiver(f, this).map(ASCII.lower)
    if let first = bytes.first { bytes[0] = ASCII.upper(first) }
    return made(bytes)
  }

  private static func title(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    var isInWord = false
    return made(
      try receiver(f, this).map { byte in
        defer { isInWord = ASCII.isLetter(byte) }
        return isInWord ? ASCII.lower(byte) : ASCII.upper(byte)
      })
  }

  // MARK: Kinds

  private static func ask(_ t: TypeBuilder, _ name: StaticString, _ isKind: @escaping (UInt8) -> Bool) {
    t.method(
      "\(name)", "self, /",
      .one { f, this throws(Raised) in
        let bytes = try receiver(f, this, name)
        return .bool(!bytes.isEmpty && bytes.allSatisfy(isKind))
      })
  }

  private static func isascii(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .bool(try receiver(f, this).allSatisfy { $0 < 0x80 })
  }

  private static func islower(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let bytes = try receiver(f, this)
    return .bool(bytes.contains(where: ASCII.isLower) && !bytes.contains(where: ASCII.isUpper))
  }

  private static func isupper(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let bytes = try receiver(f, this)
    return .bool(bytes.contains(where: ASCII.isUpper) && !bytes.contains(where: ASCII.isLower))
  }

  private static func istitle(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    var found = false
    var isInWord = false
    for byte in try receiver(f, this) {
      if ASCII.isLetter(byte) {
        if ASCII.isUpper(byte) == isInWord { return .bool(false) }
        found = true
        isInWord = true
      } else {
        isInWord = false
      }
    }
    return .bool(found)
  }

  // MARK: Padding

  private static func center(_ f: Frame, _ this: Value, _ width: Value, _ fill: Value) throws(Raised) -> Value {
    let bytes = try receiver(f, this)
    let padding = try paddingCount(f, bytes, width)
    let left = StrType.leftPadding(ofCentered: padding, width: bytes.count + padding)
    return pad(bytes, left, padding - left, try fillByte(f, fill, "center"))
  }

  private static func ljust(_ f: Frame, _ this: Value, _ width: Value, _ fill: Value) throws(Raised) -> Value {
    let bytes = try receiver(f, this)
    return pad(bytes, 0, try paddingCount(f, bytes, width), try fillByte(f, fill, "ljust"))
  }

  private static func rjust(_ f: Frame, _ this: Value, _ width: Value, _ fill: Value) throws(Raised) -> Value {
    let bytes = try receiver(f, this)
    return pad(bytes, try paddingCount(f, bytes, width), 0, try fillByte(f, fill, "rjust"))
  }

  private static func paddingCount(_ f: Frame, _ bytes: [UInt8], _ width: Value) throws(Raised) -> Int {
    let width = try f.index(width)
    if width <= bytes.count { return 0 }
    try f.checkMemory(width)
    return width - bytes.count
  }

  private static func fillByte(_ f: Frame, _ value: Value, _ method: String) throws(Raised) -> UInt8 {
    if value.isUnbound { return 0x20 }
    if let bytes = BytesType.contents(value), bytes.count == 1 { return bytes[0] }
    throw f.typeError("\(method)() argument 2 must be a byte string of length 1, not \(f.typeName(value))")
  }

  private static func pad(_ bytes: [UInt8], _ left: Int, _ right: Int, _ fill: UInt8) -> Value {
    made([UInt8](repeating: fill, count: left) + bytes + [UInt8](repeating: fill, count: right))
  }

  private static func zfill(_ f: Frame, _ this: Value, _ width: Value) throws(Raised) -> Value {
    let bytes = try receiver(f, this)
    let zeros = [UInt8](repeating: 0x30, count: try paddingCount(f, bytes, width))
    let sign = bytes.first == 0x2b || bytes.first == 0x2d ? 1 : 0
    return made(bytes.prefix(sign) + zeros + bytes.dropFirst(sign))
  }

  private static func expandtabs(_ f: Frame, _ this: Value, _ size: Value) throws(Raised) -> Value {
    let bytes = try receiver(f, this)
    let size = try StrType.tabSize(f, size)
    var expanded: [UInt8] = []
    var column = 0
    for byte in bytes {
      if byte == 9 {
        if size > 0 {
          let spaces = size - column % size
          try f.checkMemory(spaces)
          expanded.append(contentsOf: repeatElement(0x20, count: spaces))
          column += spaces
        }
      } else {
        expanded.append(byte)
        column = byte == 10 || byte == 13 ? 0 : column + 1
      }
    }
    return made(expanded)
  }
}
