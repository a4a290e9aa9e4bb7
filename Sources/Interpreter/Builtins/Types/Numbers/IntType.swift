// The type `int`.
import Glibc

enum IntType {
  static func define(_ t: TypeBuilder) {
    t.new("x=0, /, base=10", new)
    t.newFromOne { f, value throws(Raised) in try convert(value, f) }
    t.operators(
      [
        .add, .subtract, .multiply, .divide, .floorDivide, .modulo, .leftShift, .rightShift, .bitAnd, .bitOr, .bitXor,
      ], reflected: true)
    t.unaryOperators([.negative, .positive, .invert])
    t.comparisons()
    t.representation()
    t.formatting()
    t.hashing()
    t.method("__pow__", "self, value, mod=None, /", .three(power))
    t.method("__rpow__", "self, value, mod=None, /", .three(reflectedPower))
    t.method("__divmod__", "self, value, /", .two { f, this, other throws(Raised) in
      try NumberFunctions.quotientAndRemainder(int(f, this, "__divmod__"), other.payload, f) ?? .notImplemented
    })
    t.method("__rdivmod__", "self, value, /", .two { f, this, other throws(Raised) in
      try NumberFunctions.quotientAndRemainder(other.payload, int(f, this, "__rdivmod__"), f) ?? .notImplemented
    })
    t.method("__abs__", "self, /", .one { f, this throws(Raised) in
      NumberFunctions.magnitude(try int(f, this, "__abs__"))!
    })
    t.method("__bool__", "self, /", .one { f, this throws(Raised) in
      if case .int(let value) = try int(f, this, "__bool__") { .bool(value != 0) } else { .bool(true) }
    })
    for name in ["__int__", "__index__", "__trunc__", "__floor__", "__ceil__", "conjugate"] {
      t.method(name, "self, /", .one { f, this throws(Raised) in try int(f, this, name) })
    }
    t.method("__float__", "self, /", .one { f, this throws(Raised) in
      .float(try Arithmetic.double(Arithmetic.Number(int(f, this, "__float__"))!, f))
    })
    t.method("__round__", "self, ndigits=None, /", .two { f, this, digits throws(Raised) in
      try rounded(int(f, this, "__round__"), digits, f)
    })
    t.method("__getnewargs__", "self, /", .one { f, this throws(Raised) in
      .tuple([try int(f, this, "__getnewargs__")])
    })
    t.method("__sizeof__", "self, /", .one { f, this throws(Raised) in
      // CPython's layout: a header of 24 bytes, then digits of 30 bits.
      .int(24 + 4 * max(1, (try int(f, this, "__sizeof__").bigInt!.magnitude.bitWidth + 29) / 30))
    })
    defineParts(t)
    defineBits(t)
  }

  private static func defineParts(_ t: TypeBuilder) {
    t.property("real", get: { f, this throws(Raised) in
      try int(f, this, "real")
    })
    t.property("imag", get: { _, _ in .int(0) })
    t.property("numerator", get: { f, this throws(Raised) in
      try int(f, this, "numerator")
    })
    t.property("denominator", get: { _, _ in .int(1) })
    t.method("as_integer_ratio", "self, /",
      .one { f, this throws(Raised) in .tuple([try int(f, this, "as_integer_ratio"), .int(1)]) })
    t.method("is_integer", "self, /",
      .one { f, this throws(Raised) in
        _ = try int(f, this, "is_integer")
        return .bool(true)
      })
  }

  private static func defineBits(_ t: TypeBuilder) {
    t.method("bit_length", "self, /",
      .one { f, this throws(Raised) in
        switch try int(f, this, "bit_length") {
        case .int(let value): .int(64 - value.magnitude.leadingZeroBitCount)
        case let big: .int(big.bigInteger!.value.magnitude.bitWidth)
        }
      })
    t.method("bit_count", "self, /",
      .one { f, this throws(Raised) in
        switch try int(f, this, "bit_count") {
        case .int(let value): .int(value.magnitude.nonzeroBitCount)
        case let big: .int(big.bigInteger!.value.magnitude.limbs.reduce(0) { $0 + $1.nonzeroBitCount })
        }
      })
    t.method("to_bytes", "self, /, length=1, byteorder='big', *, signed=False", .four(toBytes))
    t.classMethod("from_bytes", "cls, /, bytes, byteorder='big', *, signed=False", .four(fromBytes))
  }

  /// The int in a method's receiver, a bool as the int it is.
  static func int(_ f: Frame, _ this: Value, _ method: String) throws(Raised) -> Value {
    switch this.payload {
    case .int: return this.payload
    case .bool(let truth): return .int(truth ? 1 : 0)
    case let payload:
      if payload.bigInteger != nil { return payload }
      throw f.wrongReceiver(this, method, of: "int")
    }
  }

  // MARK: Making

  private static func new(_ f: Frame, _ cls: TypeObject, _ a: Arguments) throws(Raised) -> Value {
    let value = a[0]
    if a[1].isUnbound { return value.isUnbound ? .int(0) : try convert(value, f) }
    if value.isUnbound { throw f.typeError("int() missing string argument") }
    let base = try f.index(a[1])
    if base != 0 && !(2...36).contains(base) { throw f.valueError("int() base must be >= 2 and <= 36, or 0") }
    guard let text = NumberText(value) else {
      throw f.typeError("int() can't convert non-string with explicit base")
    }
    return try read(value, text, base: base, f)
  }

  /// `int(value)`.
  static func convert(_ value: Value, _ f: Frame) throws(Raised) -> Value {
    switch value {
    case .int: return value
    case .bool(let truth): return .int(truth ? 1 : 0)
    case .float(let value): return try truncated(value, f)
    default: break
    }
    if value.bigInteger != nil { return value }
    if let text = value.str {
      if let number = PlainNumber(text)?.int { return .int(number) }
      return try read(value, NumberText(text), base: 10, f)
    }
    if let made = try f.callSpecial(.__int__, value) {
      guard made.bigInt != nil else { throw f.typeError("__int__ returned non-int (type \(f.typeName(made)))") }
      return try int(f, made, "__int__")
    }
    if f.types.type(of: value).special(.__index__) != nil { return try f.integerValue(value) }
    if let text = NumberText(value) { return try read(value, text, base: 10, f) }
    throw f.typeError(
      "int() argument must be a string, a bytes-like object or a real number, not '\(f.typeName(value))'")
  }

  /// A float without its fraction. Raises ValueError for NaN, OverflowError for an infinity.
  static func truncated(_ value: Double, _ f: Frame) throws(Raised) -> Value {
    if abs(value) < 0x1p63 { return .int(Int(value)) }
    if value.isNaN { throw f.valueError("cannot convert float NaN to integer") }
    if value.isInfinite { throw f.overflowError("cannot convert float infinity to integer") }
    return .integer(BigInt(value))
  }

  // MARK: Operators with more than two operands

  private static func power(_ f: Frame, _ this: Value, _ exponent: Value, _ modulus: Value) throws(Raised) -> Value {
    let base = try int(f, this, "__pow__")
    if modulus.isUnbound || modulus.isNone {
      return exponent.bigInt == nil ? .notImplemented : try f.nativeBinary(.power, base, exponent.payload)!
    }
    guard let exponent = exponent.bigInt, let modulus = modulus.bigInt else { return .notImplemented }
    return try Arithmetic.power(base.bigInt!, exponent, modulo: modulus, f)
  }

  private static func reflectedPower(
    _ f: Frame, _ this: Value, _ base: Value, _ modulus: Value
  ) throws(Raised) -> Value {
    let exponent = try int(f, this, "__rpow__")
    guard base.bigInt != nil else { return .notImplemented }
    return try power(f, base, exponent, modulus)
  }

  /// `round(value, digits)`: with negative digits to a multiple of a power of ten, ties to the even one.
  static func rounded(_ value: Value, _ digits: Value, _ f: Frame) throws(Raised) -> Value {
    if digits.isUnbound || digits.isNone { return value }
    let digits = try f.integerValue(digits).bigInt!
    if digits >= 0 { return value }
    let magnitude = value.bigInt!.magnitude
    // A power of ten above twice the value leaves nothing.
    guard let zeros = Int(exactly: -digits), zeros <= magnitude.bitWidth / 3 + 2 else { return .int(0) }
    let unit = BigUInt(10).power(zeros)
    var (quotient, remainder) = magnitude.divided(by: unit)
    let twice = remainder << 1
    if twice > unit || (twice == unit && quotient.isOdd) { quotient += 1 }
    return .integer(BigInt(sign: value.bigInt!.sign, magnitude: quotient * unit))
  }

  // MARK: Bytes

  private static func isLittle(_ order: Value, _ function: String, _ f: Frame) throws(Raised) -> Bool {
    if order.isUnbound { return false }
    guard let text = order.payload.str else {
      throw f.typeError("\(function)() argument 'byteorder' must be str, not \(f.typeName(order))")
    }
    switch text.string {
    case "little": return true
    case "big": return false
    default: throw f.valueError("byteorder must be either 'little' or 'big'")
    }
  }

  private static func toBytes(
    _ f: Frame, _ this: Value, _ length: Value, _ order: Value, _ signed: Value
  ) throws(Raised) -> Value {
    let value = try int(f, this, "to_bytes").bigInt!
    let count = length.isUnbound ? 1 : try f.index(length)
    let isLittle = try isLittle(order, "to_bytes", f)
    if count < 0 { throw f.valueError("length argument must be non-negative") }
    try f.checkMemory(count, times: 8)
    let isSigned = signed.isUnbound ? false : try f.truth(signed)
    if value.sign == .minus && !isSigned { throw f.overflowError("can't convert negative int to unsigned") }
    let bits = value.sign == .minus ? (value.magnitude - 1).bitWidth : value.magnitude.bitWidth
    if bits > count * 8 - (isSigned ? 1 : 0) && !(value.isZero && count == 0) {
      throw f.overflowError("int too big to convert")
    }
    let limbs = value.twosComplement(count: (count + 7) / 8)
    let bytes = limbs.withUnsafeBytes { Array($0.prefix(count)) }
    return .bytes(isLittle ? bytes : bytes.reversed())
  }

  private static func fromBytes(
    _ f: Frame, _ cls: Value, _ source: Value, _ order: Value, _ signed: Value
  ) throws(Raised) -> Value {
    let isLittle = try isLittle(order, "from_bytes", f)
    let isSigned = signed.isUnbound ? false : try f.truth(signed)
    var bytes = try self.bytes(source, f)
    if !isLittle { bytes.reverse() }
    // Without a sign, one byte more says that there is none.
    if !isSigned { bytes.append(0) }
    let made = bytes.withUnsafeBytes { Value.integer(littleEndianTwosComplement: $0) }
    guard let type = cls.type, type !== f.types.int else { return made }
    return try f.call(cls, made)
  }

  private static func bytes(_ source: Value, _ f: Frame) throws(Raised) -> [UInt8] {
    if let bytes = source.payload.bytes { return bytes.bytes }
    if let bytes = source.payload.byteArray { return bytes.bytes }
    if source.payload.str != nil || !f.isIterable(source) {
      throw f.typeError("cannot convert '\(f.typeName(source))' object to bytes")
    }
    var bytes: [UInt8] = []
    for item in try f.collect(source) {
      guard let byte = UInt8(exactly: try f.index(item)) else {
        throw f.valueError("bytes must be in range(0, 256)")
      }
      bytes.append(byte)
    }
    return bytes
  }
}
