// What single exception types have beyond the arguments: errno, name, value, positions, and texts made of them.
import Syntax

extension ExceptionType {
  /// The attributes and texts of one exception type.
  static func defineDetails(_ exception: BuiltinException, _ t: TypeBuilder) {
    switch exception {
    case .StopIteration: details(["value"], t)
    case .SystemExit: details(["code"], t)
    case .NameError: details(["name"], t)
    case .AttributeError: details(["name", "obj"], t)
    case .KeyError: t.method("__str__", "self, /", .one(keyErrorText))
    case .ImportError:
      details(["msg", "name", "path", "name_from"], t)
      t.method("__str__", "self, /", .one(importErrorText))
    case .OSError:
      details(["errno", "strerror", "filename", "filename2"], t)
      t.method("__str__", "self, /", .one(osErrorText))
      t.method("__reduce__", "self, /", .one(reduceOSError))
    case .SyntaxError:
      details(
        ["msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line"], t)
      t.method("__str__", "self, /", .one(syntaxErrorText))
    case .UnicodeDecodeError:
      details(encodingDetails, t)
      t.method("__str__", "self, /", .one(decodeErrorText))
    case .UnicodeEncodeError:
      details(encodingDetails, t)
      t.method("__str__", "self, /", .one(encodeErrorText))
    case .UnicodeTranslateError:
      details(translationDetails, t)
      t.method("__str__", "self, /", .one(translateErrorText))
    case .BaseExceptionGroup: defineGroup(t)
    default: break
    }
  }

  /// Attributes that read and write details.
  private static func details(_ names: [String], _ t: TypeBuilder) {
    for name in names {
      t.property(
        name, get: { f, this throws(Raised) in try exception(f, this, name)[detail: name] ?? .none },
        set: { f, this, value throws(Raised) in
          try exception(f, this, name)[detail: name] = value
          return .none
        })
    }
  }

  /// A detail that is an argument by its place.
  static func argument(_ name: String, of exception: ExceptionObject) -> Value? {
    let types = exception.type.interpreter.types!
    let arguments = exception.arguments.items
    func isA(_ type: BuiltinException) -> Bool { exception.type.isSubtype(of: types[type]) }
    switch name {
    case "value" where isA(.StopIteration): return arguments.first
    case "code" where isA(.SystemExit): return arguments.count > 1 ? .object(exception.arguments) : arguments.first
    case "msg" where isA(.ImportError): return arguments.count == 1 ? arguments[0] : nil
    case _ where isA(.UnicodeTranslateError) && arguments.count == 4:
      return translationDetails.firstIndex(of: name).map { arguments[$0] }
    case _ where isA(.UnicodeError) && arguments.count == 5:
      return encodingDetails.firstIndex(of: name).map { arguments[$0] }
    default: return nil
    }
  }

  // MARK: KeyError and ImportError

  private static func keyErrorText(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let arguments = try exception(f, this, "__str__").arguments.items
    return arguments.count == 1 ? .object(try f.repr(arguments[0])) : try str(f, this)
  }

  private static func importErrorText(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    if let message = try exception(f, this, "__str__")[detail: "msg"], message.payload.str != nil { return message }
    return try str(f, this)
  }

  // MARK: SyntaxError

  static func readSyntaxError(
    _ f: Frame, _ this: ExceptionObject, _ keywords: KeywordDetails
  ) throws(Raised) {
    try keywords.refuseAll(f)
    let arguments = this.arguments.items
    guard arguments.count == 2 else {
      this[detail: "msg"] = arguments.first ?? Value.none
      return
    }
    let place = try f.collect(arguments[1])
    guard place.count >= 4 else { throw f.typeError("function takes at least 4 arguments (\(place.count) given)") }
    guard place.count <= 6 else { throw f.typeError("function takes at most 6 arguments (\(place.count) given)") }
    if place.count == 5 { throw f.typeError("end_offset must be provided when end_lineno is provided") }
    this.readSyntaxError(message: arguments[0], place)
  }

  private static func syntaxErrorText(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let exception = try exception(f, this, "__str__")
    let message = try f.str(exception[detail: "msg"] ?? .none).string
    let file = exception[detail: "filename"]?.payload.str?.string
    let name = file.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    switch (name, exception[detail: "lineno"] ?? .none) {
    case (let name?, .int(let line)): return .text("\(message) (\(name), line \(line))")
    case (let name?, _): return .text("\(message) (\(name))")
    case (nil, .int(let line)): return .text("\(message) (line \(line))")
    case (nil, _): return .text(message)
    }
  }

  // MARK: UnicodeError

  static let encodingDetails = ["encoding", "object", "start", "end", "reason"]
  static let translationDetails = ["object", "start", "end", "reason"]

  /// Raises TypeError where the arguments are not of the types that the details have.
  static func checkUnicodeError(_ f: Frame, _ this: ExceptionObject, _ names: [String]) throws(Raised) {
    let arguments = this.arguments.items
    guard arguments.count == names.count else {
      throw f.typeError("function takes exactly \(names.count) arguments (\(arguments.count) given)")
    }
    for (index, name) in names.enumerated() {
      let value = arguments[index]
      switch name {
      case "start", "end": _ = try f.index(value)
      case "object" where this.type.isSubtype(of: f.types[.UnicodeDecodeError]):
        guard value.payload.bytes != nil || value.payload.byteArray != nil else {
          throw f.typeError("a bytes-like object is required, not '\(f.typeName(value))'")
        }
      default:
        guard value.payload.str != nil else {
          throw f.typeError("argument \(index + 1) must be str, not \(f.typeName(value))")
        }
      }
    }
  }

  /// The details as texts and numbers; nil where a script has put something else there.
  private static func unicodeDetails(_ exception: ExceptionObject) -> (start: Int, end: Int, reason: String)? {
    guard case .int(let start)? = exception[detail: "start"], case .int(let end)? = exception[detail: "end"],
      let reason = exception[detail: "reason"]?.payload.str
    else { return nil }
    return (start, end, reason.string)
  }

  private static func decodeErrorText(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let exception = try exception(f, this, "__str__")
    guard let (start, end, reason) = unicodeDetails(exception),
      let codec = exception[detail: "encoding"]?.payload.str?.string, let object = exception[detail: "object"]?.payload
    else { return .object(Str.empty) }
    let bytes = object.bytes?.bytes ?? object.byteArray?.bytes ?? []
    if end == start + 1, bytes.indices.contains(start) {
      let hex = String(bytes[start], radix: 16)
      let byte = hex.count == 1 ? "0" + hex : hex
      return .text("'\(codec)' codec can't decode byte 0x\(byte) in position \(start): \(reason)")
    }
    return .text("'\(codec)' codec can't decode bytes in position \(start)-\(end - 1): \(reason)")
  }

  private static func encodeErrorText(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let codec = try exception(f, this, "__str__")[detail: "encoding"]?.payload.str?.string
    return try encodingText(f, this, prefix: codec.map { "'\($0)' codec can't encode" })
  }

  private static func translateErrorText(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    try encodingText(f, this, prefix: "can't translate")
  }

  private static func encodingText(_ f: Frame, _ this: Value, prefix: String?) throws(Raised) -> Value {
    let exception = try exception(f, this, "__str__")
    guard let prefix, let (start, end, reason) = unicodeDetails(exception),
      let text = exception[detail: "object"]?.payload.str
    else { return .object(Str.empty) }
    if end == start + 1, start >= 0, start < text.count {
      return .text("\(prefix) character '\(escape(text[start]))' in position \(start): \(reason)")
    }
    return .text("\(prefix) characters in position \(start)-\(end - 1): \(reason)")
  }

  /// `\xff`, `\u20ac` or `\U0001f600`.
  private static func escape(_ scalar: UInt32) -> String {
    let hex = String(scalar, radix: 16)
    let (letter, digits) = scalar <= 0xff ? ("x", 2) : scalar <= 0xffff ? ("u", 4) : ("U", 8)
    return "\\" + letter + String(repeating: "0", count: digits - hex.count) + hex
  }
}

extension ExceptionObject {
  /// Stores a SyntaxError's message and place: file, line, column, text, and where the marked range ends.
  func readSyntaxError(message: Value, _ place: ContiguousArray<Value>) {
    self[detail: "msg"] = message
    for (name, value) in zip(["filename", "lineno", "offset", "text", "end_lineno", "end_offset"], place) {
      self[detail: name] = value
    }
  }
}

extension SourceFile {
  /// A range as a SyntaxError's arguments give it: lines and columns count from 1, columns in scalars.
  func place(of range: SourceRange) -> ContiguousArray<Value> {
    func column(_ offset: Int) -> Int {
      let line = byteRange(ofLine: line(at: offset))
      return String(decoding: bytes[line.lowerBound..<min(max(offset, line.lowerBound), bytes.count)], as: UTF8.self)
        .unicodeScalars.count + 1
    }
    let start = Int(range.start)
    let end = Int(range.end)
    let first = line(at: start)
    return [
      .text(name), .int(first), .int(column(start)), .text(text(ofLine: first) + "\n"), .int(line(at: end)),
      .int(column(end)),
    ]
  }
}
