// Format strings of the module `struct`, and packing and unpacking by them.

/// A parsed format string.
struct StructFormat {
  struct Field {
    let format: ItemFormat
    /// Items; for strings, bytes.
    let count: Int
    let offset: Int

    var valueCount: Int {
      switch format.kind {
      case .padding: 0
      case .string, .countedString: 1
      default: count
      }
    }
  }

  let text: String
  let isLittle: Bool
  private let isNative: Bool
  let fields: [Field]
  /// Bytes of the whole.
  let size: Int
  /// Values that it packs.
  let valueCount: Int

  // format: [@=<>!]? (count? character | space)*
  init(_ text: String, _ f: Frame) throws(Raised) {
    self.text = text
    var characters = Array(text)[...]
    var isNative = true
    var isLittle = true
    switch characters.first {
    case "@": characters.removeFirst()
    case "=", "<":
      isNative = false
      characters.removeFirst()
    case ">", "!":
      isNative = false
      isLittle = false
      characters.removeFirst()
    default: break
    }
    var fields: [Field] = []
    var offset = 0
    while let character = characters.popFirst() {
      if character.isWhitespace { continue }
      var count = 1
      var code = character
      if let digit = character.wholeNumberValue, character.isASCII {
        count = digit
        while let next = characters.first?.wholeNumberValue {
          count = count &* 10 &+ next
          if count > 1 << 40 { throw StructErrors.make("total struct size too long", f) }
          characters.removeFirst()
        }
        guard let next = characters.popFirst() else {
          throw StructErrors.make("repeat count given without format specifier", f)
        }
        code = next
      }
      guard let format = ItemFormat(code, isNative: isNative) else {
        throw StructErrors.make("bad char in struct format", f)
      }
      offset = (offset + format.alignment - 1) / format.alignment * format.alignment
      fields.append(Field(format: format, count: count, offset: offset))
      offset += count * format.size
    }
    self.isNative = isNative
    self.isLittle = isLittle
    self.fields = fields
    size = offset
    valueCount = fields.reduce(0) { $0 + $1.valueCount }
  }

  // MARK: Packing

  func pack(_ values: ArraySlice<Value>, _ name: String, _ f: Frame) throws(Raised) -> [UInt8] {
    if values.count != valueCount {
      throw StructErrors.make("\(name) expected \(valueCount) items for packing (got \(values.count))", f)
    }
    var bytes = [UInt8](repeating: 0, count: size)
    var values = values
    for field in fields {
      switch field.format.kind {
      case .padding: break
      case .string, .countedString: try packString(values.removeFirst(), field, &bytes, f)
      default:
        for index in 0..<field.count {
          let start = field.offset + index * field.format.size
          try packItem(values.removeFirst(), field.format, start, &bytes, f)
        }
      }
    }
    return bytes
  }

  private func packString(_ value: Value, _ field: Field, _ bytes: inout [UInt8], _ f: Frame) throws(Raised) {
    guard let given = BytesType.contents(value) else {
      throw StructErrors.make("argument for '\(field.format.code)' must be a bytes object", f)
    }
    if field.count == 0 { return }
    var start = field.offset
    var part = given.prefix(field.count)
    if field.format.kind == .countedString {
      part = given.prefix(min(field.count - 1, 255))
      bytes[start] = UInt8(part.count)
      start += 1
    }
    bytes.replaceSubrange(start..<start + part.count, with: part)
  }

  private func packItem(
    _ value: Value, _ format: ItemFormat, _ start: Int, _ bytes: inout [UInt8], _ f: Frame
  ) throws(Raised) {
    let word: UInt64
    switch format.kind {
    case .character:
      guard let one = BytesType.contents(value), one.count == 1 else {
        throw StructErrors.make("char format requires a bytes object of length 1", f)
      }
      word = UInt64(one[0])
    case .bool: word = try f.truth(value) ? 1 : 0
    case .float: word = try floatWord(value, format, f)
    default: word = try integerWord(value, format, f)
    }
    bytes.withUnsafeMutableBytes { buffer in
      format.put(word, UnsafeMutableRawBufferPointer(rebasing: buffer[start..<start + format.size]), isLittle: isLittle)
    }
  }

  private func floatWord(_ value: Value, _ format: ItemFormat, _ f: Frame) throws(Raised) -> UInt64 {
    let number: Double
    do throws(Raised) {
      number = try f.double(value)
    } catch where error.exception.type === f.types[.TypeError] {
      throw StructErrors.make("required argument is not a float", f)
    }
    if let word = format.word(number) { return word }
    if isNative && format.size == 4 { return UInt64(Float(number).bitPattern) }
    throw f.overflowError("float too large to pack with \(format.code) format")
  }

  private func integerWord(_ value: Value, _ format: ItemFormat, _ f: Frame) throws(Raised) -> UInt64 {
    if value.bigInt == nil, f.types.type(of: value).special(.__index__) == nil {
      throw StructErrors.make("required argument is not an integer", f)
    }
    let integer = try f.integerValue(value)
    if let word = format.word(integer) { return word }
    if format.code == "P", integer.bigInt != nil { return UInt64(bitPattern: Int64(integer.lowBits)) }
    let range = format.range
    throw StructErrors.make(
      "'\(format.code)' format requires \(range.lowerBound) <= number <= \(range.upperBound)", f)
  }

  // MARK: Unpacking

  /// The values in ``size`` bytes.
  func unpack(_ bytes: UnsafeRawBufferPointer) -> Value {
    var values: ContiguousArray<Value> = []
    values.reserveCapacity(valueCount)
    for field in fields {
      let format = field.format
      switch format.kind {
      case .padding: break
      case .string: values.append(.bytes(Array(bytes[field.offset..<field.offset + field.count])))
      case .countedString:
        let count = field.count == 0 ? 0 : min(Int(bytes[field.offset]), field.count - 1)
        values.append(.bytes(Array(bytes[field.offset + 1..<field.offset + 1 + count])))
      default:
        for index in 0..<field.count {
          let start = field.offset + index * format.size
          values.append(item(format, UnsafeRawBufferPointer(rebasing: bytes[start..<start + format.size])))
        }
      }
    }
    return .tuple(values)
  }

  private func item(_ format: ItemFormat, _ bytes: UnsafeRawBufferPointer) -> Value {
    switch format.kind {
    case .character: .bytes([bytes[0]])
    case .bool: .bool(bytes[0] != 0)
    case .float: .float(format.float(bytes, isLittle: isLittle))
    default: format.integer(bytes, isLittle: isLittle)
    }
  }
}

enum StructErrors {
  static func make(_ message: String, _ f: Frame) -> Raised {
    f.error(f.types[module: "struct.error"], .text(message))
  }
}
