// The type codes of Value and Array: how a value stands in shared memory.
import Interpreter

/// A C type, by its `array` type code.
enum TypeCode: UInt8, CaseIterable {
  case char = 0x63, wideChar = 0x75
  case signedByte = 0x62, unsignedByte = 0x42
  case short = 0x68, unsignedShort = 0x48
  case int = 0x69, unsignedInt = 0x49
  case long = 0x6c, unsignedLong = 0x4c
  case longLong = 0x71, unsignedLongLong = 0x51
  case float = 0x66, double = 0x64
  case bool = 0x3f

  /// The name that `ctypes` gives the type.
  var cName: String {
    switch self {
    case .char: "c_char"
    case .wideChar: "c_wchar"
    case .signedByte: "c_byte"
    case .unsignedByte: "c_ubyte"
    case .short: "c_short"
    case .unsignedShort: "c_ushort"
    case .int: "c_int"
    case .unsignedInt: "c_uint"
    case .long, .longLong: "c_long"
    case .unsignedLong, .unsignedLongLong: "c_ulong"
    case .float: "c_float"
    case .double: "c_double"
    case .bool: "c_bool"
    }
  }

  /// What the table of shared objects notes of memory that holds such values: the code.
  var format: UInt32 { UInt32(rawValue) }

  /// Bytes a value takes.
  var size: Int {
    switch self {
    case .char, .signedByte, .unsignedByte, .bool: 1
    case .short, .unsignedShort: 2
    case .int, .unsignedInt, .float, .wideChar: 4
    case .long, .unsignedLong, .longLong, .unsignedLongLong, .double: 8
    }
  }

  /// Reads a value.
  @inline(__always)
  func load(_ p: UnsafeRawPointer) -> Value {
    switch self {
    case .char: .bytes([p.load(as: UInt8.self)])
    case .wideChar: .object(Str(scalars: [p.load(as: UInt32.self)]))
    case .signedByte: .int(Int(p.load(as: Int8.self)))
    case .unsignedByte: .int(Int(p.load(as: UInt8.self)))
    case .short: .int(Int(p.load(as: Int16.self)))
    case .unsignedShort: .int(Int(p.load(as: UInt16.self)))
    case .int: .int(Int(p.load(as: Int32.self)))
    case .unsignedInt: .int(Int(p.load(as: UInt32.self)))
    case .long, .longLong: .int(p.load(as: Int.self))
    case .unsignedLong, .unsignedLongLong: .unsigned(p.load(as: UInt.self))
    case .float: .float(Double(p.load(as: Float.self)))
    case .double: .float(p.load(as: Double.self))
    case .bool: .bool(p.load(as: UInt8.self) != 0)
    }
  }

  /// Writes a value; integers wrap as in C. Raises `ctypes`' TypeErrors.
  func store(_ value: Value, _ p: UnsafeMutableRawPointer, _ f: Frame) throws(Raised) {
    switch self {
    case .float, .double:
      let number = try real(value, f)
      if self == .float { p.storeBytes(of: Float(number), as: Float.self) } else { p.storeBytes(of: number, as: Double.self) }
    case .char: p.storeBytes(of: try character(value, f), as: UInt8.self)
    case .wideChar: p.storeBytes(of: try wideCharacter(value, f), as: UInt32.self)
    case .bool: p.storeBytes(of: try f.truth(value) ? 1 : 0, as: UInt8.self)
    default:
      let bits = try bits(value, f)
      switch size {
      case 1: p.storeBytes(of: UInt8(truncatingIfNeeded: bits), as: UInt8.self)
      case 2: p.storeBytes(of: UInt16(truncatingIfNeeded: bits), as: UInt16.self)
      case 4: p.storeBytes(of: UInt32(truncatingIfNeeded: bits), as: UInt32.self)
      default: p.storeBytes(of: bits, as: Int.self)
      }
    }
  }

  @inline(__always)
  private func real(_ value: Value, _ f: Frame) throws(Raised) -> Double {
    if case .float(let number) = value { return number }
    return try convertedReal(value, f)
  }

  private func convertedReal(_ value: Value, _ f: Frame) throws(Raised) -> Double {
    switch value.payload {
    case .float(let number): return number
    case .int(let number): return Double(number)
    case .bool(let truth): return truth ? 1 : 0
    default: break
    }
    if value.str != nil || value.isNone { throw f.typeError("must be real number, not \(f.typeName(value))") }
    guard case .float(let number) = try f.call(.object(f.types.float), value) else {
      throw f.typeError("must be real number, not \(f.typeName(value))")
    }
    return number
  }

  /// The low 64 bits of an int.
  private func bits(_ value: Value, _ f: Frame) throws(Raised) -> Int {
    switch value {
    case .int(let number): return number
    case .bool(let truth): return truth ? 1 : 0
    default: break
    }
    let integer = try f.integerValue(value)
    if case .int(let number) = integer { return number }
    return integer.lowBits
  }

  private func character(_ value: Value, _ f: Frame) throws(Raised) -> UInt8 {
    if let bytes = value.payload.bytes?.bytes ?? value.payload.byteArray?.bytes, bytes.count == 1 { return bytes[0] }
    if case .int(let number) = value, (0..<256).contains(number) { return UInt8(number) }
    throw f.typeError("one character bytes, bytearray or integer expected")
  }

  private func wideCharacter(_ value: Value, _ f: Frame) throws(Raised) -> UInt32 {
    guard let text = value.payload.str else {
      throw f.typeError("unicode string expected instead of \(f.typeName(value)) instance")
    }
    if text.count != 1 { throw f.typeError("one character unicode string expected") }
    return text[0]
  }

  /// The type that a type code argument means. Raises TypeError.
  static func read(_ value: Value, _ f: Frame) throws(Raised) -> TypeCode {
    if let text = value.str {
      if text.count == 1, text[0] < 128, let code = TypeCode(rawValue: UInt8(text[0])) { return code }
      if ["z", "Z", "P"].contains(text.string) {
        throw f.typeError("a pointer means nothing in another process: share what it points to")
      }
      throw f.typeError(
        "'\(text.string)' is no type code: use one of \(allCases.map { "'\(Character(Unicode.Scalar($0.rawValue)))'" }.joined(separator: " "))")
    }
    if let text = try f.optionalAttribute(of: value, f.interpreter.intern("_type_")) { return try read(text, f) }
    throw f.typeError("a type code such as 'i' or 'd' is expected, not \(f.typeName(value))")
  }

  /// The type code that suits a first value (`value(0)`, `array([1.5])`).
  static func suiting(_ value: Value, _ f: Frame) throws(Raised) -> TypeCode {
    switch value.payload {
    case .int, .bool: return .longLong
    case .float: return .double
    case .object(let object) where object.kind == .bytes: return .char
    case .object(let object) where object.kind == .str: return .wideChar
    default: throw f.typeError("a shared value holds a number, not a \(f.typeName(value))")
    }
  }
}
