// The storage of `array.array`, and how its items are read and written.

/// An `array.array`: numbers, or characters, packed in bytes.
final class PackedArray: TypedObject, BufferOwner {
  /// The type code; `u` and `w` are characters of four bytes.
  let code: Character
  let format: ItemFormat
  var bytes: [UInt8] = []

  /// Type codes that there are.
  static let codes = "bBuwhHiIlLqQfd"

  /// Nil where the code is none.
  init?(_ type: TypeObject, _ code: Character) {
    guard PackedArray.codes.contains(code) else { return nil }
    guard let format = ItemFormat(code == "u" || code == "w" ? "I" : code, isNative: true) else { return nil }
    self.code = code
    self.format = format
    super.init(type)
  }

  var holdsText: Bool { code == "u" || code == "w" }
  var itemSize: Int { format.size }
  var count: Int { bytes.count / itemSize }

  /// An empty one of the same kind.
  func empty() -> PackedArray { PackedArray(type, code)! }

  // MARK: The buffer

  var bufferCount: Int { bytes.count }
  var isBufferReadOnly: Bool { false }
  var bufferFormat: String { String(code) }

  func withBuffer<Result>(_ body: (UnsafeMutableRawBufferPointer) -> Result) -> Result {
    bytes.withUnsafeMutableBytes { body($0) }
  }

  // MARK: Items

  /// The item at an index in bounds.
  func item(_ index: Int) -> Value {
    bytes.withUnsafeBytes { buffer in
      let place = UnsafeRawBufferPointer(rebasing: buffer[index * itemSize..<(index + 1) * itemSize])
      if holdsText {
        var builder = StrBuilder(capacity: 1)
        builder.append(place.loadUnaligned(as: UInt32.self))
        return .object(builder.finish())
      }
      return format.kind == .float ? .float(format.float(place, isLittle: true)) : format.integer(place, isLittle: true)
    }
  }

  var items: ContiguousArray<Value> { ContiguousArray((0..<count).map(item)) }

  /// The bytes of a value. Raises TypeError and OverflowError as CPython does for each type code.
  func packed(_ value: Value, _ f: Frame) throws(Raised) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: itemSize)
    let word = try word(value, f)
    result.withUnsafeMutableBytes { format.put(word, $0, isLittle: true) }
    return result
  }

  private func word(_ value: Value, _ f: Frame) throws(Raised) -> UInt64 {
    if holdsText {
      guard let text = value.payload.str else {
        throw f.typeError("array item must be a unicode character, not \(f.typeName(value))")
      }
      if text.count != 1 {
        throw f.typeError("array item must be a string of length 1, not a string of length \(text.count)")
      }
      return UInt64(text[0])
    }
    if format.kind == .float {
      let number = try f.double(value)
      return format.size == 4 ? UInt64(Float(number).bitPattern) : number.bitPattern
    }
    if case .float = value.payload { throw f.typeError("'float' object cannot be interpreted as an integer") }
    let integer = try f.integerValue(value)
    if let word = format.word(integer) { return word }
    throw f.overflowError(overflow(integer))
  }

  /// What CPython says of an integer that is out of range; each type code has words of its own.
  private func overflow(_ integer: Value) -> String {
    let isSmall = integer.bigInt.map { $0 < format.range.lowerBound } ?? false
    let end = isSmall ? "less than minimum" : "greater than maximum"
    switch code {
    case "b": return "signed char is \(end)"
    case "B": return "unsigned byte integer is \(end)"
    case "h": return "signed short integer is \(end)"
    case "H": return "unsigned short is \(end)"
    case "i": return "signed integer is \(end)"
    case "I": return isSmall ? "can't convert negative value to unsigned int" : "unsigned int is \(end)"
    case "L" where isSmall: return "can't convert negative value to unsigned int"
    case "L": return "Python int too large to convert to C unsigned long"
    case "Q": return isSmall ? "can't convert negative int to unsigned" : "int too big to convert"
    case "q": return "int too big to convert"
    default: return "Python int too large to convert to C long"
    }
  }

  func append(_ value: Value, _ f: Frame) throws(Raised) {
    bytes += try packed(value, f)
  }

  func set(_ index: Int, _ value: Value, _ f: Frame) throws(Raised) {
    let packed = try packed(value, f)
    // Converting the value may have run code that made the array shorter.
    if index >= count { throw f.indexError("array assignment index out of range") }
    bytes.replaceSubrange(index * itemSize..<(index + 1) * itemSize, with: packed)
  }

  func remove(at index: Int) {
    bytes.removeSubrange(index * itemSize..<(index + 1) * itemSize)
  }

  /// The items that a slice picks, as an array of the same kind.
  func part(_ slice: Slice, _ f: Frame) throws(Raised) -> PackedArray {
    let (start, _, step, count) = try f.resolve(slice, count: count)
    let part = empty()
    if step == 1 {
      part.bytes = Array(bytes[start * itemSize..<(start + count) * itemSize])
    } else {
      for index in 0..<count {
        let place = (start + index * step) * itemSize
        part.bytes += bytes[place..<place + itemSize]
      }
    }
    return part
  }
}

/// Goes through an array, whose length may change meanwhile.
final class PackedArrayIterator: Iterator {
  private let array: PackedArray
  private var index = 0

  init(_ array: PackedArray) {
    self.array = array
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    if index >= array.count { return nil }
    defer { index += 1 }
    return array.item(index)
  }

  override var typeName: String { "arrayiterator" }
}
