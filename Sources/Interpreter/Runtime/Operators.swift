// Unary, binary and in-place operators: the built-in types' own first, then the special methods.
import Syntax

extension BinaryOperator {
  /// The special methods of `a op b`, `b`'s reflected form, and `a op= b`.
  var specials: (forward: SpecialName, reflected: SpecialName, inPlace: SpecialName) {
    switch self {
    case .add: (.__add__, .__radd__, .__iadd__)
    case .subtract: (.__sub__, .__rsub__, .__isub__)
    case .multiply: (.__mul__, .__rmul__, .__imul__)
    case .divide: (.__truediv__, .__rtruediv__, .__itruediv__)
    case .floorDivide: (.__floordiv__, .__rfloordiv__, .__ifloordiv__)
    case .modulo: (.__mod__, .__rmod__, .__imod__)
    case .power: (.__pow__, .__rpow__, .__ipow__)
    case .matrixMultiply: (.__matmul__, .__rmatmul__, .__imatmul__)
    case .leftShift: (.__lshift__, .__rlshift__, .__ilshift__)
    case .rightShift: (.__rshift__, .__rrshift__, .__irshift__)
    case .bitAnd: (.__and__, .__rand__, .__iand__)
    case .bitOr: (.__or__, .__ror__, .__ior__)
    case .bitXor: (.__xor__, .__rxor__, .__ixor__)
    }
  }
}

extension Frame {
  /// `l op r`.
  public func binary(_ op: BinaryOperator, _ l: Value, _ r: Value) throws(Raised) -> Value {
    if let value = try binaryOrNil(op, l, r) { return value }
    throw unsupported(op.symbol == "**" ? "** or pow()" : op.symbol, l, r)
  }

  /// `l op= r`: changes a mutable left operand in place and returns it, else `l op r`.
  public func inPlace(_ op: BinaryOperator, _ l: Value, _ r: Value) throws(Raised) -> Value {
    if case .object(let object) = l {
      if reflectedComesFirst(op, l, r), let value = try callSpecial(op.specials.reflected, r, l),
        !value.isNotImplemented
      {
        return value
      }
      if let value = try nativeInPlace(op, object, l, r) { return value }
      if hasSpecials(object), let value = try callSpecial(op.specials.inPlace, l, r), !value.isNotImplemented {
        return value
      }
    }
    if let value = try binaryOrNil(op, l, r) { return value }
    throw unsupported(op.symbol == "**" ? "**=" : op.symbol + "=", l, r)
  }

  /// CPython's TypeError for operands that an operator does not fit.
  func unsupported(_ symbol: String, _ l: Value, _ r: Value) -> Raised {
    let name = l.payload.sequenceName
    switch (symbol, name) {
    case ("+", let name?), ("+=", let name?):
      if name.hasPrefix("byte") { return typeError("can't concat \(typeName(r)) to \(name)") }
      return typeError("can only concatenate \(name) (not \"\(typeName(r))\") to \(name)")
    case ("*", _), ("*=", _):
      guard name != nil || r.payload.sequenceName != nil else { break }
      return typeError("can't multiply sequence by non-int of type '\(typeName(name != nil ? r : l))'")
    default: break
    }
    return typeError("unsupported operand type(s) for \(symbol): '\(typeName(l))' and '\(typeName(r))'")
  }

  @inline(__always)
  private func hasSpecials(_ value: Value) -> Bool {
    guard let address = value.address else { return false }
    return Unmanaged<Object>.fromOpaque(address)._withUnsafeGuaranteedRef { hasSpecials($0) }
  }

  /// Whether an object's operators are (also) special methods of its type.
  @inline(__always)
  private func hasSpecials(_ object: Object) -> Bool {
    object.kind == .instance || object.kind == .native || object.kind == .exception || object.kind == .type
  }

  /// `l op r`, nil where neither operand knows how.
  func binaryOrNil(_ op: BinaryOperator, _ l: Value, _ r: Value) throws(Raised) -> Value? {
    let leftSpecial = hasSpecials(l)
    let rightSpecial = hasSpecials(r)
    if !leftSpecial && !rightSpecial { return try nativeBinary(op, l, r) }
    let specials = op.specials
    let leftType = types.type(of: l)
    let rightType = types.type(of: r)
    if leftType !== rightType, rightType.isSubtype(of: leftType), let reflected = rightType.special(specials.reflected),
      leftType.special(specials.reflected).map({ !$0.isIdentical(to: reflected) }) ?? true,
      let value = try callSpecial(specials.reflected, r, l), !value.isNotImplemented
    {
      return value
    }
    let reflectedFirst = rightSpecial && reflectedComesFirst(op, l, r)
    if reflectedFirst, let value = try callSpecial(specials.reflected, r, l), !value.isNotImplemented { return value }
    if leftSpecial && !isNative(specials.forward, of: l, leftType) {
      if let value = try callSpecial(specials.forward, l, r), !value.isNotImplemented { return value }
    } else if let value = try nativeBinary(op, l.payload, unwrapping: r) {
      return value
    }
    if leftType !== rightType, rightSpecial, !reflectedFirst, let value = try callSpecial(specials.reflected, r, l),
      !value.isNotImplemented
    {
      return value
    }
    return nil
  }

  /// Whether `l + r` or `l * r` is first of all the business of a reflected method that a script wrote: concatenation
  /// and repetition are no operations of numbers, and come after these.
  private func reflectedComesFirst(_ op: BinaryOperator, _ l: Value, _ r: Value) -> Bool {
    guard op == .add || op == .multiply, let right = r.instance,
      l.payload.sequenceName != nil || right.payload.sequenceName != nil
    else { return false }
    func hasReflected(_ type: TypeObject) -> Bool { type.special(op.specials.reflected)?.function != nil }
    let leftType = types.type(of: l)
    return leftType !== right.type && hasReflected(right.type) && !hasReflected(leftType)
      && (l.instance == nil || isNative(op.specials.forward, of: l, leftType))
  }

  /// Whether an instance of a subclass of a built-in type has the built-in type's own special method.
  private func isNative(_ special: SpecialName, of value: Value, _ type: TypeObject) -> Bool {
    guard let payload = value.instance?.payload, let method = type.special(special), method.builtin != nil else {
      return false
    }
    if let object = payload.object, object.kind == .native || object.kind == .instance { return false }
    return types.type(of: payload).special(special)?.isIdentical(to: method) ?? false
  }

  /// `l op r` by the rules of the built-in types, where `r` may be an instance of a subclass of one. `%` on texts
  /// shows such instances by their own methods.
  func nativeBinary(_ op: BinaryOperator, _ l: Value, unwrapping r: Value) throws(Raised) -> Value? {
    let keepsInstance = op == .modulo && l.sequenceName != nil
    return try nativeBinary(op, l, keepsInstance ? r : r.payload)
  }

  /// `l op r` by the rules of the built-in types alone, nil where these have none.
  func nativeBinary(_ op: BinaryOperator, _ l: Value, _ r: Value) throws(Raised) -> Value? {
    if case .object(let object) = l {
      switch object.kind {
      case .str: return try StrType.binary(op, unsafeDowncast(object, to: Str.self), r, self)
      case .bytes: return try BytesType.binary(op, unsafeDowncast(object, to: Bytes.self), r, self)
      case .byteArray: return try ByteArrayType.binary(op, unsafeDowncast(object, to: ByteArray.self), r, self)
      case .list: return try ListType.binary(op, unsafeDowncast(object, to: List.self), r, self)
      case .tuple: return try TupleType.binary(op, unsafeDowncast(object, to: Tuple.self), r, self)
      case .dict: return try DictType.binary(op, unsafeDowncast(object, to: Dict.self), r, self)
      case .set, .frozenSet: return try SetType.binary(op, unsafeDowncast(object, to: SetObject.self), r, self)
      case .dictView: return try DictViewType.binary(op, l, r, self)
      default: break
      }
    }
    if let value = try Arithmetic.binary(op, l, r, self) { return value }
    // `3 * [0]`: a number on the left of a sequence.
    if op == .multiply, case .object(let object) = r, l.bigInt != nil {
      switch object.kind {
      case .str, .bytes, .byteArray, .list, .tuple: return try nativeBinary(.multiply, r, l)
      default: break
      }
    }
    return nil
  }

  /// What a mutable built-in type does in place: `l` itself, nil where it has no such operator.
  func nativeInPlace(_ op: BinaryOperator, _ object: Object, _ l: Value, _ r: Value) throws(Raised) -> Value? {
    let isDone =
      switch object.kind {
      case .list: try ListType.inPlace(op, unsafeDowncast(object, to: List.self), r, self)
      case .set: try SetType.inPlace(op, unsafeDowncast(object, to: SetObject.self), r, self)
      case .dict: try DictType.inPlace(op, unsafeDowncast(object, to: Dict.self), r, self)
      case .byteArray: try ByteArrayType.inPlace(op, unsafeDowncast(object, to: ByteArray.self), r, self)
      default: false
      }
    return isDone ? l : nil
  }

  /// `-v`, `+v` or `~v`.
  public func unary(_ op: UnaryOperator, _ v: Value) throws(Raised) -> Value {
    if let value = Arithmetic.unary(op, v) { return value }
    guard let special = op.special else { return .bool(try !truth(v)) }
    if let value = try callSpecial(special, v) { return value }
    let symbol = op == .negative ? "-" : op == .positive ? "+" : "~"
    throw typeError("bad operand type for unary \(symbol): '\(typeName(v))'")
  }
}

extension Value {
  /// The name of the value's type where that is a built-in one whose `+` concatenates; nil for others.
  var sequenceName: String? {
    guard case .object(let object) = self else { return nil }
    switch object.kind {
    case .str: return "str"
    case .list: return "list"
    case .tuple: return "tuple"
    case .bytes: return "bytes"
    case .byteArray: return "bytearray"
    default: return nil
    }
  }

  @inline(__always)
  var isNotImplemented: Bool {
    if case .notImplemented = self { return true }
    return false
  }
}
