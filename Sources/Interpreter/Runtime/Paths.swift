// Paths and other texts of the system, which are bytes that mostly are UTF-8.
import Glibc

/// Texts from and for the system. A byte that is no UTF-8 becomes the lone surrogate U+DC80 + byte and back
/// (Python's `surrogateescape`).
enum SystemText {
  static func decode(_ bytes: some Sequence<UInt8>) -> Str {
    let bytes = Array(bytes)
    if let valid = String(validating: bytes, as: UTF8.self) { return Str(valid) }
    var scalars: [UInt32] = []
    var rest = bytes[...]
    while let first = rest.first {
      let length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
      if let piece = String(validating: rest.prefix(length), as: UTF8.self), let scalar = piece.unicodeScalars.first,
        piece.unicodeScalars.count == 1
      {
        scalars.append(scalar.value)
        rest = rest.dropFirst(length)
      } else {
        scalars.append(0xdc00 + UInt32(first))
        rest = rest.dropFirst()
      }
    }
    return Str(scalars: scalars)
  }

  static func decode(_ text: UnsafePointer<CChar>) -> Str {
    decode(UnsafeRawBufferPointer(start: text, count: strlen(text)))
  }

  static func encode(_ text: Str) -> [UInt8] {
    if text.width == .one { return text.utf8 }
    var bytes: [UInt8] = []
    for scalar in text.wide {
      if (0xdc80...0xdcff).contains(scalar) {
        bytes.append(UInt8(scalar - 0xdc00))
      } else {
        Str.appendUTF8(scalar, to: &bytes)
      }
    }
    return bytes
  }
}

/// A path as a script gave it.
public struct Path {
  public var bytes: [UInt8]
  /// Whether it came as `bytes`, so that answers are `bytes` too.
  public let isBytes: Bool
  /// The text or the bytes that the script gave, for error messages.
  public let given: Value

  /// For the C functions: the bytes with a final zero.
  var text: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

  /// A path of the same kind as a value.
  func value(_ bytes: some Sequence<UInt8>) -> Value {
    isBytes ? .bytes(Array(bytes)) : .object(SystemText.decode(bytes))
  }
}

extension Frame {
  /// `os.fspath`: `str` and `bytes` as they are, else what `__fspath__` answers; nil for what is no path.
  func fileSystemPath(_ value: Value) throws(Raised) -> Value? {
    let given = value.payload
    if given.str != nil || given.bytes != nil { return given }
    guard let method = types.type(of: value).lookup(interpreter.intern("__fspath__")) else { return nil }
    let made = try call(bind(method, to: value))
    if made.payload.str != nil || made.payload.bytes != nil { return made.payload }
    throw typeError("expected \(typeName(value)).__fspath__() to return str or bytes, not \(typeName(made))")
  }

  private func path(_ value: Value, orElse message: @autoclosure () -> String) throws(Raised) -> Path {
    guard let plain = try fileSystemPath(value) else { throw typeError(message()) }
    let isBytes = plain.bytes != nil
    let bytes = plain.bytes?.bytes ?? SystemText.encode(plain.str!)
    if bytes.contains(0) { throw valueError(isBytes ? "embedded null byte" : "embedded null character") }
    return Path(bytes: bytes, isBytes: isBytes, given: plain)
  }

  /// A path that any object may be. Raises TypeError for what is none.
  public func path(_ value: Value) throws(Raised) -> Path {
    do {
      return try path(value, orElse: "expected str, bytes or os.PathLike object, not \(typeName(value))")
    } catch where error.exception.type === types[.ValueError] {
      throw valueError("embedded null byte")
    }
  }

  /// A path argument of a function of `os`, which its messages name.
  func path(_ value: Value, of function: String, _ argument: String = "path") throws(Raised) -> Path {
    try path(
      value, orElse: "\(function): \(argument) should be string, bytes or os.PathLike, not \(typeName(value))")
  }

  /// An argument of `os` that is a path or a file descriptor.
  enum PathOrDescriptor {
    case path(Path)
    case descriptor(Int32)
  }

  func pathOrDescriptor(
    _ value: Value, of function: String, kinds: String = "string, bytes, os.PathLike or integer"
  ) throws(Raised) -> PathOrDescriptor {
    if value.bigInt != nil { return .descriptor(try int32(value)) }
    return .path(try path(value, orElse: "\(function): path should be \(kinds), not \(typeName(value))"))
  }

  /// An argument that must fit in a C `int`.
  public func int32(_ value: Value) throws(Raised) -> Int32 {
    let integer = try integerValue(value)
    guard case .int(let number) = integer else {
      throw overflowError("Python int too large to convert to C int")
    }
    if number > Int(Int32.max) { throw overflowError("signed integer is greater than maximum") }
    if number < Int(Int32.min) { throw overflowError("signed integer is less than minimum") }
    return Int32(number)
  }

  /// An argument in seconds: an int or a float.
  public func double(_ value: Value) throws(Raised) -> Double {
    switch value.payload {
    case .float(let number): return number
    case .int(let number): return Double(number)
    case .bool(let truth): return truth ? 1 : 0
    default: break
    }
    if let integer = value.payload.bigInteger {
      let number = integer.value.nearestDouble
      if number.isInfinite { throw overflowError("int too large to convert to float") }
      return number
    }
    if let made = try callSpecial(.__float__, value) {
      guard case .float(let number) = made.payload else {
        throw typeError("\(typeName(value)).__float__ returned non-float (type \(typeName(made)))")
      }
      return number
    }
    if types.type(of: value).special(.__index__) != nil { return try double(integerValue(value)) }
    throw typeError("must be real number, not \(typeName(value))")
  }
}

extension Str {
  /// Whether it holds a surrogate, which UTF-8 has no form for.
  var hasSurrogates: Bool {
    width == .four && wide.contains { (0xd800..<0xe000).contains($0) }
  }
}
