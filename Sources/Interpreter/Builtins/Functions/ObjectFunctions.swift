// The builtins about one object: its text, type, attributes, identity.

enum ObjectFunctions {
  static func define(_ m: ModuleBuilder) {
    m.function("repr", "obj, /", .one { (f, value) throws(Raised) in .object(try f.repr(value)) })
    m.function("ascii", "obj, /", .one { (f, value) throws(Raised) in .object(ascii(try f.repr(value))) })
    m.function("format", "value, format_spec='', /", .two(format))
    m.function("id", "obj, /", .one { (f, value) throws(Raised) in .int(f.identity(value)) })
    m.function("hash", "obj, /", .one { (f, value) throws(Raised) in .int(try f.hash(value)) })
    m.function("callable", "obj, /", .one { (f, value) throws(Raised) in .bool(f.isCallable(value)) })
    m.function("ord", "c, /", .one(ord))
    m.function("chr", "i, /", .one(chr))
    m.function("isinstance", "obj, class_or_tuple, /", .two { (f, value, type) throws(Raised) in
      .bool(try f.isInstance(value, type))
    })
    m.function("issubclass", "cls, class_or_tuple, /", .two { (f, type, other) throws(Raised) in
      .bool(try f.isSubclass(type, other))
    })
    m.function("hasattr", "obj, name, /", .two { (f, object, name) throws(Raised) in
      .bool(try f.optionalAttribute(of: object, attributeName(name, f)) != nil)
    })
    m.function("getattr", "object, name, default=None, /", .three(getAttribute))
    m.function("setattr", "obj, name, value, /", .three { (f, object, name, value) throws(Raised) in
      try f.setAttribute(of: object, attributeName(name, f), value)
      return .none
    })
    m.function("delattr", "obj, name, /", .two { (f, object, name) throws(Raised) in
      try f.deleteAttribute(of: object, attributeName(name, f))
      return .none
    })
  }

  private static func attributeName(_ name: Value, _ f: Frame) throws(Raised) -> Str {
    guard let text = name.payload.str else {
      throw f.typeError("attribute name must be string, not '\(f.typeName(name))'")
    }
    return text
  }

  private static func getAttribute(
    _ f: Frame, _ object: Value, _ name: Value, _ standard: Value
  ) throws(Raised) -> Value {
    let name = try attributeName(name, f)
    if standard.isUnbound { return try f.attribute(of: object, name) }
    do {
      return try f.optionalAttribute(of: object, name) ?? standard
    } catch where error.exception.type.isSubtype(of: f.types[.AttributeError]) {
      return standard
    }
  }

  private static func format(_ f: Frame, _ value: Value, _ spec: Value) throws(Raised) -> Value {
    if spec.isUnbound { return .object(try f.format(value, Str.empty)) }
    guard let text = spec.payload.str else {
      throw f.typeError("format() argument 2 must be str, not \(f.typeName(spec))")
    }
    return .object(try f.format(value, text))
  }

  /// The text with all but ASCII escaped.
  static func ascii(_ text: Str) -> Str {
    if text.isASCII { return text }
    var escaped = ""
    for index in 0..<text.count {
      let scalar = text[index]
      func hex(_ digits: Int) -> String {
        let number = String(scalar, radix: 16)
        return String(repeating: "0", count: digits - number.count) + number
      }
      switch scalar {
      case ..<0x80: escaped.unicodeScalars.append(Unicode.Scalar(scalar)!)
      case ..<0x100: escaped += "\\x" + hex(2)
      case ..<0x10000: escaped += "\\u" + hex(4)
      default: escaped += "\\U" + hex(8)
      }
    }
    return Str(escaped)
  }

  private static func ord(_ f: Frame, _ value: Value) throws(Raised) -> Value {
    let given = value.payload
    let (count, first): (Int, Int)
    if let text = given.str {
      (count, first) = (text.count, text.count > 0 ? Int(text[0]) : 0)
    } else if let bytes = given.bytes?.bytes ?? given.byteArray?.bytes {
      (count, first) = (bytes.count, Int(bytes.first ?? 0))
    } else {
      throw f.typeError("ord() expected string of length 1, but \(f.typeName(value)) found")
    }
    if count != 1 { throw f.typeError("ord() expected a character, but string of length \(count) found") }
    return .int(first)
  }

  private static func chr(_ f: Frame, _ value: Value) throws(Raised) -> Value {
    let number = try f.integerValue(value)
    guard case .int(let scalar) = number, (0..<0x110000).contains(scalar) else {
      throw f.valueError("chr() arg not in range(0x110000)")
    }
    return .object(f.interpreter.character(UInt32(scalar)))
  }
}

extension Frame {
  /// Whether a value can be called.
  public func isCallable(_ value: Value) -> Bool {
    guard case .object(let object) = value else { return false }
    switch object.kind {
    case .function, .builtin, .boundMethod, .type, .staticMethod: return true
    default: return types.type(of: value).special(.__call__) != nil
    }
  }

  /// `isinstance(value, type)`, where `type` is a type, a tuple of such, a union, or an object that answers itself.
  public func isInstance(_ value: Value, _ type: Value) throws(Raised) -> Bool {
    if let type = type.type {
      if types.type(of: value) === type { return true }
      if let check = type.metatype?.special(.__instancecheck__), !check.isIdentical(to: interpreter.typeInstanceCheck) {
        return try truth(call(check, .object(type), value))
      }
      return try isInstanceByBases(value, type)
    }
    if let members = type.payload.tuple?.items {
      try checkNativeStack(" in __instancecheck__")
      for member in members where try isInstance(value, member) { return true }
      return false
    }
    if let answer = try callSpecial(.__instancecheck__, type, value) { return try truth(answer) }
    throw typeError("isinstance() arg 2 must be a type, a tuple of types, or a union")
  }

  /// `issubclass(type, other)`, likewise.
  public func isSubclass(_ type: Value, _ other: Value) throws(Raised) -> Bool {
    if let members = other.payload.tuple?.items {
      try checkNativeStack(" in __subclasscheck__")
      for member in members where try isSubclass(type, member) { return true }
      return false
    }
    guard let subclass = type.type else { throw typeError("issubclass() arg 1 must be a class") }
    if let base = other.type {
      if let check = base.metatype?.special(.__subclasscheck__), !check.isIdentical(to: interpreter.typeSubclassCheck) {
        return try truth(call(check, other, type))
      }
      return try isSubclassByBases(subclass, base)
    }
    if let answer = try callSpecial(.__subclasscheck__, other, type) { return try truth(answer) }
    throw typeError("issubclass() arg 2 must be a class, a tuple of classes, or a union")
  }

  /// `isinstance` as `type` itself answers it.
  func isInstanceByBases(_ value: Value, _ type: TypeObject) throws(Raised) -> Bool {
    let own = types.type(of: value)
    if own.isSubtype(of: type) { return true }
    // A proxy may claim another class than its type.
    if own.isHeapType, let claimed = try optionalAttribute(of: value, interpreter.names[.__class__])?.type,
      claimed !== own, claimed.isSubtype(of: type)
    {
      return true
    }
    return try isVirtualSubclass(own, type) ?? false
  }

  /// `issubclass` as `type` itself answers it.
  func isSubclassByBases(_ type: TypeObject, _ base: TypeObject) throws(Raised) -> Bool {
    if type.isSubtype(of: base) { return true }
    return try isVirtualSubclass(type, base) ?? false
  }

  /// What an abstract base class says of a class that does not inherit from it: by `__subclasshook__`, and by the
  /// classes registered with it or its subclasses. Nil where the base is not abstract.
  private func isVirtualSubclass(_ type: TypeObject, _ base: TypeObject) throws(Raised) -> Bool? {
    guard base.isAbstractBase else { return nil }
    if let hook = base.lookup(interpreter.intern("__subclasshook__")) {
      let answer = try call(bind(hook, to: .unbound, base), .object(type))
      if !answer.isNotImplemented { return try truth(answer) }
    }
    for member in base.virtualSubclasses where try isSubclass(.object(type), .object(member)) { return true }
    for subclass in base.liveSubclasses where try isSubclass(.object(type), .object(subclass)) { return true }
    return false
  }
}
