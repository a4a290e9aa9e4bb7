// The type `float`.
import Glibc

enum FloatType {
  static func define(_ t: TypeBuilder) {
    t.new("x=0, /", new)
    t.newFromOne { f, value throws(Raised) in .float(try convert(value, f)) }
    t.operators([.add, .subtract, .multiply, .divide, .floorDivide, .modulo], reflected: true)
    t.unaryOperators([.negative, .positive])
    t.comparisons()
    t.representation()
    t.formatting()
    t.hashing()
    t.method("__pow__", "self, value, mod=None, /", .three { f, this, exponent, modulus throws(Raised) in
      let base = try double(f, this, "__pow__")
      return try power(.float(base), exponent.payload, modulus, f)
    })
    t.method("__rpow__", "self, value, mod=None, /", .three { f, this, base, modulus throws(Raised) in
      let exponent = try double(f, this, "__rpow__")
      return try power(base.payload, .float(exponent), modulus, f)
    })
    t.method("__divmod__", "self, value, /", .two { f, this, other throws(Raised) in
      try NumberFunctions.quotientAndRemainder(.float(double(f, this, "__divmod__")), other.payload, f)
        ?? .notImplemented
    })
    t.method("__rdivmod__", "self, value, /", .two { f, this, other throws(Raised) in
      try NumberFunctions.quotientAndRemainder(other.payload, .float(double(f, this, "__rdivmod__")), f)
        ?? .notImplemented
    })
    t.method("__abs__", "self, /", .one { f, this throws(Raised) in .float(abs(try double(f, this, "__abs__"))) })
    t.method("__bool__", "self, /", .one { f, this throws(Raised) in .bool(try double(f, this, "__bool__") != 0) })
    t.method("__float__", "self, /", .one { f, this throws(Raised) in .float(try double(f, this, "__float__")) })
    defineRounding(t)
    defineParts(t)
  }

  private static func defineRounding(_ t: TypeBuilder) {
    for name in ["__int__", "__trunc__"] {
      t.method(name, "self, /", .one { f, this throws(Raised) in try IntType.truncated(double(f, this, name), f) })
    }
    t.method("__floor__", "self, /", .one { f, this throws(Raised) in
      try IntType.truncated(floor(double(f, this, "__floor__")), f)
    })
    t.method("__ceil__", "self, /", .one { f, this throws(Raised) in
      try IntType.truncated(ceil(double(f, this, "__ceil__")), f)
    })
    t.method("__round__", "self, ndigits=None, /", .two { f, this, digits throws(Raised) in
      try rounded(double(f, this, "__round__"), digits, f)
    })
  }

  private static func defineParts(_ t: TypeBuilder) {
    t.property("real", get: { f, this throws(Raised) in
      .float(try double(f, this, "real"))
    })
    t.property("imag", get: { _, _ in .float(0) })
    t.method("conjugate", "self, /",
      .one { f, this throws(Raised) in .float(try double(f, this, "conjugate")) })
    t.method("is_integer", "self, /", .one { f, this throws(Raised) in
      let value = try double(f, this, "is_integer")
      return .bool(value.isFinite && floor(value) == value)
    })
    t.method("as_integer_ratio", "self, /",
      .one { f, this throws(Raised) in try ratio(double(f, this, "as_integer_ratio"), f) })
    t.method("hex", "self, /",
      .one { f, this throws(Raised) in .text(hexadecimal(try double(f, this, "hex"))) })
    t.classMethod("fromhex", "cls, string, /", .two(fromHex))
    t.method("__getnewargs__", "self, /", .one { f, this throws(Raised) in
      .tuple([.float(try double(f, this, "__getnewargs__"))])
    })
    t.classMethod("__getformat__", "cls, typestr, /", .two(format))
  }

  /// The float in a method's receiver.
  static func double(_ f: Frame, _ this: Value, _ method: String) throws(Raised) -> Double {
    if case .float(let value) = this.payload { return value }
    throw f.wrongReceiver(this, method, of: "float")
  }

  // MARK: Making

  private static func new(_ f: Frame, _ cls: TypeObject, _ a: Arguments) throws(Raised) -> Value {
    a[0].isUnbound ? .float(0) : .float(try convert(a[0], f))
  }

  /// `float(value)`.
  static func convert(_ value: Value, _ f: Frame) throws(Raised) -> Double {
    if let text = value.str, let number = PlainNumber(text)?.float { return number }
    if let made = try number(value, f) { return made }
    guard let text = NumberText(value) else {
      throw f.typeError("float() argument must be a string or a real number, not '\(f.typeName(value))'")
    }
    if let read = read(text) { return read }
    let shown = value.payload.byteArray.map { .bytes($0.bytes) } ?? value
    throw f.valueError("could not convert string to float: \(try f.repr(shown).string)")
  }

  /// The float that a number stands for, by `__float__` or `__index__`; nil for what is no number.
  static func number(_ value: Value, _ f: Frame) throws(Raised) -> Double? {
    switch value {
    case .float(let value): return value
    case .int(let value): return Double(value)
    case .object(let object) where object.kind == .str: return nil
    default: break
    }
    if let number = Arithmetic.Number(value) { return try Arithmetic.double(number, f) }
    if let made = try f.callSpecial(.__float__, value) {
      guard case .float(let number) = made.payload else {
        throw f.typeError("\(f.typeName(value)).__float__ returned non-float (type \(f.typeName(made)))")
      }
      return number
    }
    if f.types.type(of: value).special(.__index__) != nil {
      return try Arithmetic.double(Arithmetic.Number(f.integerValue(value))!, f)
    }
    return nil
  }

  // MARK: Methods

  private static func power(
    _ base: Value, _ exponent: Value, _ modulus: Value, _ f: Frame
  ) throws(Raised) -> Value {
    if !modulus.isUnbound && !modulus.isNone {
      throw f.typeError("pow() 3rd argument not allowed unless all arguments are integers")
    }
    return try f.nativeBinary(.power, base, exponent) ?? .notImplemented
  }

  /// The fraction in lowest terms.
  private static func ratio(_ value: Double, _ f: Frame) throws(Raised) -> Value {
    if value.isNaN { throw f.valueError("cannot convert NaN to integer ratio") }
    if value.isInfinite { throw f.overflowError("cannot convert Infinity to integer ratio") }
    if value == 0 { return .tuple([.int(0), .int(1)]) }
    var exponent = 0
    var fraction = frexp(value, &exponent)
    while fraction != floor(fraction) {
      fraction *= 2
      exponent -= 1
    }
    let numerator = BigInt(fraction)
    if exponent >= 0 { return .tuple([.integer(numerator << exponent), .int(1)]) }
    return .tuple([.integer(numerator), .integer(BigInt(1) << -exponent)])
  }

  private static func frexp(_ value: Double, _ exponent: inout Int) -> Double {
    var power: Int32 = 0
    let fraction = Glibc.frexp(value, &power)
    exponent = Int(power)
    return fraction
  }

  private static func format(_ f: Frame, _ cls: Value, _ kind: Value) throws(Raised) -> Value {
    guard let text = kind.payload.str else {
      throw f.typeError("__getformat__() argument must be str, not \(f.typeName(kind))")
    }
    guard text.string == "double" || text.string == "float" else {
      throw f.valueError("__getformat__() argument 1 must be 'double' or 'float'")
    }
    return .text("IEEE, little-endian")
  }

  // MARK: Rounding

  /// `round(value, digits)`; without digits the nearest int.
  static func rounded(_ value: Double, _ digits: Value, _ f: Frame) throws(Raised) -> Value {
    if digits.isUnbound || digits.isNone { return try IntType.truncated(value.rounded(.toNearestOrEven), f) }
    let places = try f.integerValue(digits).bigInt!
    if !value.isFinite { return .float(value) }
    // More places than a float has change nothing, and above its largest power of ten nothing is left.
    if places > 323 { return .float(value) }
    if places < -308 { return .float(0 * value) }
    return .float(try rounded(value, places: Int(truncatingIfNeeded: places), f))
  }

  /// The float nearest to the exact value rounded to a number of decimal places, ties to even.
  private static func rounded(_ value: Double, places: Int, _ f: Frame) throws(Raised) -> Double {
    if let nearest = FixedDecimal(value, places: places)?.rounded { return nearest }
    if places >= 0 { return strtod(FloatText.fixed(value, places: places), nil) }
    let magnitude = abs(value)
    let whole = BigUInt(magnitude.rounded(.towardZero))
    let unit = BigUInt(10).power(-places)
    var (quotient, remainder) = whole.divided(by: unit)
    let twice = remainder << 1
    let hasFraction = magnitude != magnitude.rounded(.towardZero)
    let isOdd = quotient.isOdd
    if twice > unit || (twice == unit && (isOdd || hasFraction)) { quotient += 1 }
    let result = BigInt(quotient * unit).nearestDouble
    if result.isInfinite { throw f.overflowError("rounded value too large to represent") }
    return copysign(result, value)
  }
}
