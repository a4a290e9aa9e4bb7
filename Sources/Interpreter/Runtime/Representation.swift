// repr, str, format, hash and truth of any value.
import CPosixShim

/// How deep containers may be nested for `repr` to show them; about as deep as CPython goes.
private let mostNestedRepr = 5_000

extension Frame {
  /// The name of a value's type as messages give it.
  public func typeName(_ value: Value) -> String { types.type(of: value).messageName }

  /// Raises RecursionError when the native stack is nearly used up. For Swift code that recurses.
  public func checkNativeStack(_ doing: String = "") throws(Raised) {
    if ppd_stack_is_low() {
      throw error(.RecursionError, "maximum recursion depth exceeded\(doing)")
    }
  }

  /// `repr(value)`.
  public func repr(_ value: Value) throws(Raised) -> Str {
    switch value {
    case .unbound: return interpreter.intern("<unbound>")
    case .none: return interpreter.intern("None")
    case .ellipsis: return interpreter.intern("Ellipsis")
    case .notImplemented: return interpreter.intern("NotImplemented")
    case .bool(let truth): return interpreter.intern(truth ? "True" : "False")
    case .int(let value): return Str(decimal: value)
    case .float(let value): return Str(FloatType.repr(value))
    case .object(let object):
      try checkNativeStack(" while getting the repr of an object")
      switch object.kind {
      case .str: return StrType.repr(unsafeDowncast(object, to: Str.self))
      case .bigInteger: return Str(try IntType.decimal(unsafeDowncast(object, to: BigInteger.self), self))
      case .bytes: return BytesType.repr(unsafeDowncast(object, to: Bytes.self).bytes)
      case .byteArray: return ByteArrayType.repr(unsafeDowncast(object, to: ByteArray.self))
      case .list: return try ListType.repr(unsafeDowncast(object, to: List.self), self)
      case .tuple: return try TupleType.repr(unsafeDowncast(object, to: Tuple.self), self)
      case .dict: return try DictType.repr(unsafeDowncast(object, to: Dict.self), self)
      case .set, .frozenSet: return try SetType.repr(unsafeDowncast(object, to: SetObject.self), self)
      case .range: return try RangeType.repr(unsafeDowncast(object, to: RangeObject.self), self)
      default: return try specialText(.__repr__, value)
      }
    }
  }

  /// Appends `repr(value)`.
  @inline(__always)
  func appendRepr(_ value: Value, to builder: inout StrBuilder) throws(Raised) {
    if case .int(let number) = value { builder.append(decimal: number) } else { builder.append(try repr(value)) }
  }

  /// Appends `str(value)`.
  @inline(__always)
  func appendText(_ value: Value, to builder: inout StrBuilder) throws(Raised) {
    if case .int(let number) = value { builder.append(decimal: number) } else { builder.append(try str(value)) }
  }

  /// The `repr` that `body` makes of a container, or `placeholder` when that very container's `repr` is already
  /// being made: the container contains itself.
  func reprOnce(
    _ container: AnyObject, _ placeholder: String, _ body: () throws(Raised) -> Str
  ) throws(Raised) -> Str {
    let interpreter = interpreter
    let identity = ObjectIdentifier(container)
    if interpreter.containersInRepr.contains(identity) { return interpreter.intern(placeholder) }
    // Each level copies the text of all inner ones: the time grows with the square of the depth.
    if interpreter.containersInRepr.count >= mostNestedRepr {
      throw error(.RecursionError, "maximum recursion depth exceeded while getting the repr of an object")
    }
    interpreter.containersInRepr.append(identity)
    defer { interpreter.containersInRepr.removeLast() }
    return try body()
  }

  /// `str(value)`.
  public func str(_ value: Value) throws(Raised) -> Str {
    guard case .object(let object) = value else { return try repr(value) }
    switch object.kind {
    case .str: return unsafeDowncast(object, to: Str.self)
    case .instance, .native, .exception, .type: return try specialText(.__str__, value)
    default: return try repr(value)
    }
  }

  private func specialText(_ name: SpecialName, _ value: Value) throws(Raised) -> Str {
    try checkNativeStack(" while getting the repr of an object")
    guard let made = try callSpecial(name, value) else { return defaultRepr(value) }
    guard let text = made.payload.str else {
      throw typeError("\(name) returned non-string (type \(typeName(made)))")
    }
    return text
  }

  /// `<lab.Point object at 0x7f…>`.
  func defaultRepr(_ value: Value) -> Str {
    let type = types.type(of: value)
    let module = type.moduleName.string
    let prefix = module == "builtins" ? "" : module + "."
    return Str("<\(prefix)\(type.qualifiedName.string) object at \(address(value))>")
  }

  /// The object's address as `repr` shows it.
  public func address(_ value: Value) -> String { "0x" + String(identity(value), radix: 16) }

  /// `id(value)`.
  public func identity(_ value: Value) -> Int {
    switch value {
    case .object(let object): Int(bitPattern: Unmanaged.passUnretained(object).toOpaque())
    case .int(let value): value &* 32 &+ 0x10000
    case .float(let value): Int(truncatingIfNeeded: value.bitPattern >> 1) | 1
    case .bool(let value): value ? 0x2000 : 0x2020
    case .none, .unbound: 0x2040
    case .ellipsis: 0x2060
    case .notImplemented: 0x2080
    }
  }

  /// Appends `format(value, spec)`.
  @inline(__always)
  func appendFormatted(_ value: Value, _ spec: Str, to builder: inout StrBuilder) throws(Raised) {
    if spec.count == 0 {
      if case .int(let number) = value { return builder.append(decimal: number) }
      if let text = value.str { return builder.append(text) }
    }
    builder.append(try format(value, spec))
  }

  /// `format(value, spec)`.
  public func format(_ value: Value, _ spec: Str) throws(Raised) -> Str {
    if spec.count == 0, let text = value.str { return text }
    if case .object(let object) = value, object.kind == .instance || object.kind == .native,
      let made = try callSpecial(.__format__, value, .object(spec))
    {
      guard let text = made.payload.str else {
        throw typeError("__format__ must return a str, not \(typeName(made))")
      }
      return text
    }
    return try FormatSpec.format(value, spec, self)
  }

  /// `bool(value)`.
  @inline(__always)
  public func truth(_ value: Value) throws(Raised) -> Bool {
    switch value {
    case .bool(let truth): return truth
    case .none, .unbound: return false
    case .int(let value): return value != 0
    case .float(let value): return value != 0
    case .ellipsis: return true
    case .notImplemented: return true
    case .object(let object): return try truth(of: object, value)
    }
  }

  private func truth(of object: Object, _ value: Value) throws(Raised) -> Bool {
    switch object.kind {
    case .list, .tuple, .dict, .str, .set, .frozenSet, .bytes, .byteArray: return try length(value) != 0
    case .range: return unsafeDowncast(object, to: RangeObject.self).count != 0
    case .instance, .native, .type, .dictView:
      if let answer = try callSpecial(.__bool__, value) {
        if case .bool(let truth) = answer { return truth }
        throw typeError("__bool__ should return bool, returned \(typeName(answer))")
      }
      if object.kind == .dictView || types.type(of: value).special(.__len__) != nil { return try length(value) != 0 }
      return true
    default: return true
    }
  }

  /// `hash(value)`. Raises TypeError for what is not hashable.
  @inline(__always)
  public func hash(_ value: Value) throws(Raised) -> Int {
    if case .int(let number) = value { return Arithmetic.hash(number) }
    if let text = value.str { return text.hash }
    return try otherHash(value)
  }

  private func otherHash(_ value: Value) throws(Raised) -> Int {
    switch value {
    case .int(let value): return Arithmetic.hash(value)
    case .bool(let truth): return truth ? 1 : 0
    case .float(let value): return Arithmetic.hash(value)
    case .none, .unbound: return 0xfca8_6420
    case .ellipsis: return 0x1b1b_1b1b
    case .notImplemented: return 0x2c2c_2c2c
    case .object(let object):
      try checkNativeStack()
      switch object.kind {
      case .str: return unsafeDowncast(object, to: Str.self).hash
      case .bigInteger: return Arithmetic.hash(unsafeDowncast(object, to: BigInteger.self).value)
      case .tuple: return try TupleType.hash(unsafeDowncast(object, to: Tuple.self), self)
      case .bytes: return BytesType.hash(unsafeDowncast(object, to: Bytes.self).bytes)
      case .frozenSet: return try SetType.hash(unsafeDowncast(object, to: SetObject.self), self)
      case .range: return try RangeType.hash(unsafeDowncast(object, to: RangeObject.self), self)
      case .slice: return try SliceType.hash(unsafeDowncast(object, to: Slice.self), self)
      case .list, .dict, .set, .byteArray, .dictView: throw unhashable(value)
      case .boundMethod:
        let method = unsafeDowncast(object, to: BoundMethod.self)
        return identity(method.receiver) ^ identity(method.function)
      case .instance, .native, .type:
        guard let method = types.type(of: value).special(.__hash__) else { return identity(value) >> 4 }
        if method.isNone { throw unhashable(value) }
        if method.isIdentical(to: interpreter.objectHash) { return identity(value) >> 4 }
        let made = try call(method, value)
        guard let number = made.bigInt else { throw typeError("__hash__ method should return an integer") }
        let hash = Int(exactly: number) ?? Arithmetic.hash(number)
        // -1 is no hash.
        return hash == -1 ? -2 : hash
      default: return identity(value) >> 4
      }
    }
  }

  private func unhashable(_ value: Value) -> Raised {
    typeError("unhashable type: '\(typeName(value))'")
  }
}
