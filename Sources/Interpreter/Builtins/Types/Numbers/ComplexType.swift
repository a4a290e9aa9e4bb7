// The type `complex`.
import Glibc
import Syntax

/// A `complex`.
final class ComplexNumber: NativeObject {
  let value: Complex

  init(_ value: Complex) {
    self.value = value
  }

  override func nativeType(_ types: Types) -> TypeObject { types[module: "builtins.complex"] }
}

enum ComplexType {
  static func define(_ t: TypeBuilder) {
    t.new("real=0, imag=0", new)
    for op in [BinaryOperator.add, .subtract, .multiply, .divide] {
      t.method(op.specials.forward.rawValue, "self, value, /", .two { f, this, other throws(Raised) in
        try binary(op, complex(f, this, op.specials.forward), operand(other, f), f)
      })
      t.method(op.specials.reflected.rawValue, "self, value, /", .two { f, this, other throws(Raised) in
        let right = try complex(f, this, op.specials.reflected)
        guard let left = try operand(other, f) else { return .notImplemented }
        return try binary(op, left, right, f)
      })
    }
    for op in [ComparisonOperator.equal, .notEqual] {
      t.method(op.specials.forward.rawValue, "self, value, /", .two { f, this, other throws(Raised) in
        let value = try complex(f, this, op.specials.forward)
        return isEqual(value, other).map { .bool($0 == (op == .equal)) } ?? .notImplemented
      })
    }
    for op in [ComparisonOperator.less, .lessOrEqual, .greater, .greaterOrEqual] {
      t.method(op.specials.forward.rawValue, "self, value, /", .two { _, _, _ in .notImplemented })
    }
    defineUnary(t)
    defineParts(t)
  }

  private static func defineUnary(_ t: TypeBuilder) {
    t.method("__neg__", "self, /", .one { f, this throws(Raised) in make(-(try complex(f, this, .__neg__))) })
    t.method("__pos__", "self, /", .one { f, this throws(Raised) in make(try complex(f, this, .__pos__)) })
    t.method("__complex__", "self, /", .one { f, this throws(Raised) in make(try complex(f, this, .__complex__)) })
    t.method("__abs__", "self, /", .one { f, this throws(Raised) in
      let value = try complex(f, this, .__abs__)
      let size = hypot(value.real, value.imaginary)
      if size.isInfinite && value.real.isFinite && value.imaginary.isFinite {
        throw f.overflowError("absolute value too large")
      }
      return .float(size)
    })
    t.method("__bool__", "self, /", .one { f, this throws(Raised) in
      .bool(try complex(f, this, .__bool__) != Complex(0, 0))
    })
    t.method("__hash__", "self, /", .one { f, this throws(Raised) in .int(hash(try complex(f, this, .__hash__))) })
    t.method("__repr__", "self, /", .one { f, this throws(Raised) in
      .text(try complex(f, this, .__repr__).description)
    })
    t.method("__format__", "self, format_spec, /", .two { f, this, spec throws(Raised) in
      let value = try complex(f, this, "__format__")
      guard let text = spec.payload.str else {
        throw f.typeError("__format__() argument must be str, not \(f.typeName(spec))")
      }
      return .object(try FormatSpec.format(value, this, text, f))
    })
    t.method("__pow__", "self, value, mod=None, /", .three { f, this, exponent, modulus throws(Raised) in
      try power(complex(f, this, .__pow__), operand(exponent, f), modulus, f)
    })
    t.method("__rpow__", "self, value, mod=None, /", .three { f, this, base, modulus throws(Raised) in
      let exponent = try complex(f, this, .__rpow__)
      return try power(operand(base, f), exponent, modulus, f)
    })
  }

  private static func defineParts(_ t: TypeBuilder) {
    t.property("real", get: { f, this throws(Raised) in
      .float(try complex(f, this, "real").real)
    })
    t.property("imag", get: { f, this throws(Raised) in
      .float(try complex(f, this, "imag").imaginary)
    })
    t.method("conjugate", "self, /",
      .one { f, this throws(Raised) in
        let value = try complex(f, this, "conjugate")
        return make(Complex(value.real, -value.imaginary))
      })
    t.method("__getnewargs__", "self, /", .one { f, this throws(Raised) in
      let value = try complex(f, this, "__getnewargs__")
      return .tuple([.float(value.real), .float(value.imaginary)])
    })
  }

  /// A new `complex`.
  static func make(real: Double, imaginary: Double) -> Value { make(Complex(real, imaginary)) }

  static func make(_ value: Complex) -> Value { .object(ComplexNumber(value)) }

  /// The complex number in a special method's receiver.
  private static func complex(_ f: Frame, _ this: Value, _ method: SpecialName) throws(Raised) -> Complex {
    if let number = this.native(ComplexNumber.self) { return number.value }
    throw f.typeError(
      "descriptor '\(method)' requires a 'complex' object but received a '\(f.typeName(this))'")
  }

  private static func complex(_ f: Frame, _ this: Value, _ method: String) throws(Raised) -> Complex {
    if let number = this.native(ComplexNumber.self) { return number.value }
    throw f.wrongReceiver(this, method, of: "complex")
  }

  /// An operand of complex arithmetic; nil for what is no number.
  private static func operand(_ value: Value, _ f: Frame) throws(Raised) -> Complex? {
    if let number = value.native(ComplexNumber.self) { return number.value }
    guard let number = Arithmetic.Number(value.payload) else { return nil }
    return Complex(try Arithmetic.double(number, f), 0)
  }

  // MARK: Making

  private static func new(_ f: Frame, _ cls: TypeObject, _ a: Arguments) throws(Raised) -> Value {
    if let text = a[0].payload.str {
      if !a[1].isUnbound { throw f.typeError("complex() can't take second arg if first is a string") }
      guard let value = Complex(reading: NumberText(text)) else {
        throw f.valueError("complex() arg is a malformed string")
      }
      return make(value)
    }
    if a[1].payload.str != nil { throw f.typeError("complex() second arg can't be a string") }
    guard let real = try a[0].isUnbound ? Complex(0, 0) : part(a[0], asksComplex: true, f) else {
      throw f.typeError("complex() first argument must be a string or a number, not '\(f.typeName(a[0]))'")
    }
    guard let imaginary = try a[1].isUnbound ? Complex(0, 0) : part(a[1], asksComplex: false, f) else {
      throw f.typeError("complex() second argument must be a number, not '\(f.typeName(a[1]))'")
    }
    // Only a complex argument contributes to the other part, so that the signs of zeros stay as given.
    let crossed = Complex(
      imaginary.imaginary == 0 ? real.real : real.real - imaginary.imaginary,
      a[1].isUnbound ? real.imaginary : real.imaginary == 0 ? imaginary.real : real.imaginary + imaginary.real)
    return make(crossed)
  }

  private static func part(_ value: Value, asksComplex: Bool, _ f: Frame) throws(Raised) -> Complex? {
    if let number = value.native(ComplexNumber.self) { return number.value }
    if asksComplex, let made = try f.callSpecial(.__complex__, value) {
      guard let number = made.native(ComplexNumber.self) else {
        throw f.typeError("__complex__ returned non-complex (type \(f.typeName(made)))")
      }
      return number.value
    }
    return try FloatType.number(value, f).map { Complex($0, 0) }
  }

  // MARK: Operators

  private static func binary(_ op: BinaryOperator, _ a: Complex, _ b: Complex?, _ f: Frame) throws(Raised) -> Value {
    guard let b else { return .notImplemented }
    switch op {
    case .add: return make(a + b)
    case .subtract: return make(a - b)
    case .multiply: return make(a * b)
    default:
      guard let quotient = a.divided(by: b) else { throw f.zeroDivision("complex division by zero") }
      return make(quotient)
    }
  }

  private static func power(
    _ base: Complex?, _ exponent: Complex?, _ modulus: Value, _ f: Frame
  ) throws(Raised) -> Value {
    guard let base, let exponent else { return .notImplemented }
    if !modulus.isUnbound && !modulus.isNone { throw f.valueError("complex modulo") }
    return try power(base, exponent, f)
  }

  /// `base ** exponent`.
  static func power(_ base: Complex, _ exponent: Complex, _ f: Frame) throws(Raised) -> Value {
    guard let result = base.power(exponent) else { throw f.zeroDivision("0.0 to a negative or complex power") }
    if result.real.isInfinite || result.imaginary.isInfinite { throw f.overflowError("complex exponentiation") }
    return make(result)
  }

  private static func isEqual(_ value: Complex, _ other: Value) -> Bool? {
    if let other = other.native(ComplexNumber.self) { return value == other.value }
    guard let real = Arithmetic.compare(.equal, .float(value.real), other.payload) else { return nil }
    return real && value.imaginary == 0
  }

  private static func hash(_ value: Complex) -> Int {
    let hash = Arithmetic.hash(value.real) &+ 1_000_003 &* Arithmetic.hash(value.imaginary)
    return hash == -1 ? -2 : hash
  }
}
