// The special methods of built-in types, as rows for their tables. The operators themselves are in Runtime; these rows
// let subclasses, `super()` and `hasattr` find them as methods.
import Syntax

extension TypeBuilder {
  /// `__add__` and the like: the operator on the built-in values, where the types do not fit NotImplemented or, for
  /// sequences, a TypeError. With `reflected`, `__radd__` and the like too.
  public func operators(_ operators: [BinaryOperator], reflected: Bool = false) {
    let owner = type
    for op in operators {
      row(op.specials.forward, "self, value, /") { f, this, other throws(Raised) in
        if owner.isNarrower(than: other, f) { return .notImplemented }
        if let value = try f.nativeBinary(op, this, unwrapping: other) { return value }
        return try f.misfit(op, this, other)
      }
    }
    if reflected { reflectedOperators(operators) }
  }

  /// `__radd__` and the like.
  public func reflectedOperators(_ operators: [BinaryOperator]) {
    let owner = type
    for op in operators {
      row(op.specials.reflected, "self, value, /") { f, this, other throws(Raised) in
        if owner.isNarrower(than: other, f) { return .notImplemented }
        if let value = try f.nativeBinary(op, other.payload, this) { return value }
        return try f.misfit(op, this, other)
      }
    }
  }

  /// `__iadd__` and the like of a mutable type: change the receiver and return it.
  public func inPlaceOperators(_ operators: [BinaryOperator]) {
    let owner = type
    for op in operators {
      let name = op.specials.inPlace
      method(
        name.rawValue, "self, value, /",
        .two { f, this, other throws(Raised) in
          let payload = try f.receiver(this, of: owner, name)
          guard case .object(let object) = payload, try f.nativeInPlace(op, object, payload, other) != nil else {
            return .notImplemented
          }
          return this
        })
    }
  }

  /// `__neg__`, `__pos__` and `__invert__`.
  public func unaryOperators(_ operators: [UnaryOperator]) {
    for op in operators {
      guard let name = op.special else { continue }
      row(name) { f, this throws(Raised) in try f.unary(op, this) }
    }
  }

  /// `__eq__` and the like: NotImplemented where the types do not fit.
  public func comparisons(
    _ operators: [ComparisonOperator] = [.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual]
  ) {
    let owner = type
    for op in operators {
      row(op.specials.forward, "self, value, /") { f, this, other throws(Raised) in
        if owner.isNarrower(than: other, f) { return .notImplemented }
        return try f.nativeCompare(op, this, other.payload).map { .bool($0) } ?? .notImplemented
      }
    }
  }

  /// The methods behind `c[k]`, `c[k] = v`, `del c[k]`, `x in c`, `len(c)` and `iter(c)`: those that are asked for.
  public func container(
    getItem: Bool = false, setItem: Bool = false, deleteItem: Bool = false, contains: Bool = false,
    length: Bool = false, iterate: Bool = false
  ) {
    if getItem { itemMethod() }
    if setItem { setItemMethod() }
    if deleteItem {
      row(.__delitem__, "self, key, /") { f, this, key throws(Raised) in
        try f.deleteItem(of: this, key)
        return .none
      }
    }
    if contains {
      row(.__contains__, "self, key, /") { f, this, key throws(Raised) in .bool(try f.contains(this, key)) }
    }
    if length { row(.__len__) { f, this throws(Raised) in .int(try f.length(this)) } }
    if iterate { row(.__iter__) { f, this throws(Raised) in try f.iteratorValue(this) } }
  }

  private func itemMethod() {
    let owner = type
    method(
      "__getitem__", "self, key, /",
      .two { f, this, key throws(Raised) in
        let payload = try f.receiver(this, of: owner, .__getitem__)
        // A subclass of dict may have an answer for what is missing.
        if let dict = payload.dict, this.dict == nil {
          if let value = try dict.value(of: key, f) { return value }
          if let value = try f.callSpecial(.__missing__, this, key) { return value }
          throw f.keyError(key)
        }
        return try f.item(of: payload, key)
      })
  }

  private func setItemMethod() {
    let owner = type
    method(
      "__setitem__", "self, key, value, /",
      .three { f, this, key, value throws(Raised) in
        try f.setItem(of: f.receiver(this, of: owner, .__setitem__), key, value)
        return .none
      })
  }

  /// `__repr__`, and with `text` a `__str__` that returns the value as text.
  public func representation(text: Bool = false) {
    row(.__repr__) { f, this throws(Raised) in .object(try f.repr(this)) }
    if text { row(.__str__) { f, this throws(Raised) in .object(try f.str(this)) } }
  }

  /// `__format__` by the rules of format specifications. An instance without one shows itself by its `__str__`.
  public func formatting() {
    let owner = type
    method(
      "__format__", "self, format_spec, /",
      .two { f, this, spec throws(Raised) in
        _ = try f.receiver(this, of: owner, .__format__)
        guard let text = spec.payload.str else {
          throw f.typeError("__format__() argument must be str, not \(f.typeName(spec))")
        }
        return .object(try FormatSpec.format(this, text, f))
      })
  }

  /// `__hash__` of an immutable type.
  public func hashing() {
    row(.__hash__) { f, this throws(Raised) in .int(try f.hash(this)) }
  }

  /// A `__hash__` of None: instances cannot be keys.
  public func unhashable() {
    constant("__hash__", .none)
  }

  // MARK: One row

  private func row(_ name: SpecialName, _ body: @escaping (Frame, Value) throws(Raised) -> Value) {
    let owner = type
    method(
      name.rawValue, "self, /",
      .one { f, this throws(Raised) in try body(f, f.receiver(this, of: owner, name)) })
  }

  private func row(
    _ name: SpecialName, _ signature: String, _ body: @escaping (Frame, Value, Value) throws(Raised) -> Value
  ) {
    let owner = type
    method(
      name.rawValue, signature,
      .two { f, this, other throws(Raised) in try body(f, f.receiver(this, of: owner, name), other) })
  }
}

extension Frame {
  /// What a special method of a built-in type answers to an operand that does not fit.
  fileprivate func misfit(_ op: BinaryOperator, _ this: Value, _ other: Value) throws(Raised) -> Value {
    guard this.sequenceName != nil else { return .notImplemented }
    switch op {
    case .add: throw unsupported(op.symbol, this, other)
    case .multiply: throw typeError("'\(typeName(other))' object cannot be interpreted as an integer")
    default: return .notImplemented
    }
  }

  /// The built-in value of a special method's receiver. Raises TypeError for a receiver of another type
  /// (`list.__len__(3)`).
  func receiver(_ this: Value, of owner: TypeObject, _ name: SpecialName) throws(Raised) -> Value {
    let payload = this.payload
    if types.type(of: payload).isSubtype(of: owner) { return payload }
    throw typeError(
      "descriptor '\(name)' requires a '\(owner.name.string)' object but received a '\(typeName(this))'")
  }

  /// CPython's TypeError for a method whose receiver is of another type (`list.append(3, 4)`).
  public func wrongReceiver(_ this: Value, _ method: String, of type: String) -> Raised {
    typeError("descriptor '\(method)' for '\(type)' objects doesn't apply to a '\(typeName(this))' object")
  }
}

extension UnaryOperator {
  /// The special method; `not` has none.
  var special: SpecialName? {
    switch self {
    case .negative: .__neg__
    case .positive: .__pos__
    case .invert: .__invert__
    case .not: nil
    }
  }
}

extension TypeObject {
  /// Whether `value` is of a wider kind of number: an int's methods leave floats, and a float's complex numbers, to
  /// the methods of those.
  fileprivate func isNarrower(than value: Value, _ f: Frame) -> Bool {
    switch value.payload {
    case .float: self === f.types.int
    case .object(let object): object is ComplexNumber && (self === f.types.int || self === f.types.float)
    default: false
    }
  }
}
