// What modules outside this target, which move values between processes, need to know of them.
import Syntax

extension Frame {
  /// The variable to which the statement that makes the running call assigns it: `q` of `q = queue()`; nil for any
  /// other statement.
  public var assignedVariable: String? {
    let start = Int(header.pointee.callRange.start)
    let line = code.file.byteRange(ofLine: code.file.line(at: start))
    guard line.lowerBound < start else { return nil }
    let before = String(decoding: code.file.bytes[line.lowerBound..<start], as: UTF8.self)
    let words = before.split(separator: " ", omittingEmptySubsequences: true)
    guard words.count == 2, words[1] == "=" else { return nil }
    let name = words[0].split(separator: ".").last.map(String.init) ?? ""
    return isIdentifier(name) ? name : nil
  }

  /// An attribute that is simply there: what it takes a property, `__getattr__` or another call to find is nil.
  public func storedAttribute(of value: Value, _ name: Str) -> Value? {
    guard case .object(let object) = value else { return types.type(of: value).lookup(name) }
    switch object.kind {
    case .module: return unsafeDowncast(object, to: ModuleObject.self).namespace[name]
    case .type: return unsafeDowncast(object, to: TypeObject.self).lookup(name)
    case .instance:
      let own = unsafeDowncast(object, to: Instance.self).attributes.first { $0.name === name }?.value
      if let own { return own }
    case .exception:
      if let own = unsafeDowncast(object, to: ExceptionObject.self).attributes?[name] { return own }
    default: break
    }
    let found = types.type(of: value).lookup(name)
    return found?.cast(.property, Property.self) == nil ? found : nil
  }

  /// The place in a script where the library function that runs was called, subscripted or read: file, line, and the
  /// source text that follows the expression, some of it.
  public func scriptPlace(calling library: String) -> (file: String, line: Int, rest: [UInt8])? {
    var frame: Frame? = self
    while let candidate = frame, candidate.code.file.name == library { frame = candidate.caller }
    guard let frame else { return nil }
    let range = frame.header.pointee.callRange
    let bytes = frame.code.file.bytes
    let end = min(Int(range.end), bytes.count)
    return (frame.fileName, frame.line, Array(bytes[end..<min(end + 200, bytes.count)]))
  }

  /// A dict with the items of a mapping, as `dict(mapping)`.
  public func copyOfMapping(_ mapping: Value) throws(Raised) -> Dict {
    let dict = Dict()
    try DictType.merge(mapping, into: dict, self)
    return dict
  }

  /// Whether a value can serve as an index.
  public func isIndex(_ value: Value) -> Bool {
    value.bigInt != nil || types.type(of: value).special(.__index__) != nil
  }

  /// `cls.__new__(cls, *arguments)`, without `__init__`: how unpickling begins an instance.
  public func newObject(_ cls: TypeObject, _ arguments: CallArguments) throws(Raised) -> Value {
    if cls.type(hasScriptNew: self) {
      var arguments = arguments
      arguments.positional.insert(.object(cls), at: 0)
      return try call(attribute(of: .object(cls), interpreter.names[.__new__]), arguments)
    }
    return try makeInstance(cls, arguments)
  }
}

extension TypeObject {
  fileprivate func type(hasScriptNew f: Frame) -> Bool {
    mro.contains { $0.isHeapType && $0.attributes[f.interpreter.names[.__new__]] != nil }
  }

  /// Whether a script's class statement made it.
  public var isScriptDefined: Bool { isHeapType }

  /// The type itself, or the nearest base that no script has defined.
  public var builtinBase: TypeObject { mro.first { !$0.isHeapType } ?? self }

  /// Whether it is an exception type.
  public var isExceptionType: Bool { isException }

  /// Whether the type, or a base other than `object`, defines the attribute.
  public func defines(_ name: String) -> Bool {
    let name = interpreter.intern(name)
    return mro.contains { $0.mro.count > 1 && $0.attributes[name] != nil }
  }
}

extension ExceptionObject {
  /// The attributes that scripts have set; nil where there are none.
  public var scriptAttributes: Dict? { attributes.flatMap { $0.count == 0 ? nil : $0 } }

  /// `file:line` where it was raised; nil before it was.
  public var place: String? {
    guard let entry = traceback.first else { return nil }
    return "\(entry.code.file.name):\(entry.code.file.line(at: Int(entry.location.range.start)))"
  }

  /// Appends a line to the notes that follow the message (`add_note`).
  public func addNote(_ text: String) {
    let name = type.interpreter.names[.__notes__]
    if attributes == nil { attributes = Dict() }
    if let notes = attributes![name]?.list {
      notes.items.append(.text(text))
    } else {
      attributes![name] = .list([.text(text)])
    }
  }
}

extension Str {
  /// The text as UTF-8 (lone surrogates in their three-byte form), without a copy where it is ASCII.
  public func withUTF8<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
    if isASCII { return body(UnsafeRawBufferPointer(narrow)) }
    return utf8.withUnsafeBytes(body)
  }
}

extension Value {
  /// An `int` from its two's complement bytes, the lowest first.
  public static func integer(littleEndianTwosComplement bytes: UnsafeRawBufferPointer) -> Value {
    guard let last = bytes.last else { return .int(0) }
    // The bytes above the last one repeat its sign.
    var limbs = [UInt](repeating: last & 0x80 == 0 ? 0 : .max, count: (bytes.count + 7) / 8)
    limbs.withUnsafeMutableBytes { $0.copyMemory(from: bytes) }
    return .integer(BigInt(twosComplement: limbs))
  }

  /// The two's complement bytes of a big int, the lowest first, without redundant sign bytes.
  public var littleEndianTwosComplement: [UInt8] {
    guard let value = bigInt else { return [] }
    var bytes = value.twosComplement(count: value.magnitude.limbs.count + 1).withUnsafeBytes { Array($0) }
    let sign: UInt8 = value.sign == .minus ? 0xff : 0
    while bytes.count > 1, bytes[bytes.count - 1] == sign, (bytes[bytes.count - 2] ^ sign) & 0x80 == 0 { bytes.removeLast() }
    return bytes
  }

  /// An `int` from an unsigned word.
  public static func unsigned(_ word: UInt) -> Value { .integer(BigInt(word)) }

  /// The low 64 bits of an int's two's complement.
  public var lowBits: Int {
    if case .int(let value) = payload { return value }
    return bigInt.map { Int(truncatingIfNeeded: $0) } ?? 0
  }
}
