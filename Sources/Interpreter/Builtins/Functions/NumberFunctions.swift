// The builtins about numbers: abs, divmod, pow, round and the texts in bases 2, 8 and 16.

enum NumberFunctions {
  static func define(_ m: ModuleBuilder) {
    m.function("abs", "x, /", .one(absolute))
    m.function("divmod", "x, y, /", .two(divmod))
    m.function("pow", "base, exp, mod=None", .three(power))
    m.function("round", "number, ndigits=None", .two(round))
    for (name, bits) in [("bin", 1), ("oct", 3), ("hex", 4)] {
      m.function(name, "number, /", .one { (f, value) throws(Raised) in
        .text(IntType.prefixed(try f.integerValue(value), bitsPerDigit: bits))
      })
    }
    m.type("complex", ComplexType.define)
  }

  private static func absolute(_ f: Frame, _ value: Value) throws(Raised) -> Value {
    if let magnitude = magnitude(value) { return magnitude }
    if let made = try f.callSpecial(.__abs__, value) { return made }
    throw f.typeError("bad operand type for abs(): '\(f.typeName(value))'")
  }

  /// The absolute value of an int, bool or float; nil for other values.
  static func magnitude(_ value: Value) -> Value? {
    switch Arithmetic.Number(value) {
    case .small(let value): value == .min ? .integer(-BigInt(value)) : .int(abs(value))
    case .big(let value): .integer(BigInt(value.magnitude))
    case .real(let value): .float(abs(value))
    case nil: nil
    }
  }

  private static func divmod(_ f: Frame, _ l: Value, _ r: Value) throws(Raised) -> Value {
    if let pair = try quotientAndRemainder(l, r, f) { return pair }
    let leftType = f.types.type(of: l)
    let rightType = f.types.type(of: r)
    let rightFirst = leftType !== rightType && rightType.isSubtype(of: leftType)
    if rightFirst, let made = try f.callSpecial(.__rdivmod__, r, l), !made.isNotImplemented { return made }
    if let made = try f.callSpecial(.__divmod__, l, r), !made.isNotImplemented { return made }
    if !rightFirst, leftType !== rightType, let made = try f.callSpecial(.__rdivmod__, r, l), !made.isNotImplemented {
      return made
    }
    throw f.typeError("unsupported operand type(s) for divmod(): '\(f.typeName(l))' and '\(f.typeName(r))'")
  }

  /// `(l // r, l % r)` of ints, bools and floats; nil for other values.
  static func quotientAndRemainder(_ l: Value, _ r: Value, _ f: Frame) throws(Raised) -> Value? {
    guard let a = Arithmetic.Number(l), let b = Arithmetic.Number(r) else { return nil }
    switch (a, b) {
    case (.small(let a), .small(let b)):
      return .tuple([try Arithmetic.floorQuotient(a, b, f), .int(try Arithmetic.modulo(a, b, f))])
    case (.real, _), (_, .real):
      let divisor = try Arithmetic.double(b, f)
      let dividend = try Arithmetic.double(a, f)
      if divisor == 0 { throw f.zeroDivision("float divmod()") }
      let (quotient, remainder) = Arithmetic.floorDivided(dividend, by: divisor)
      return .tuple([.float(quotient), .float(remainder)])
    default:
      let divisor = b.integer!
      if divisor.isZero { throw f.zeroDivision("integer division or modulo by zero") }
      let (quotient, remainder) = a.integer!.floorDivided(by: divisor)
      return .tuple([.integer(quotient), .integer(remainder)])
    }
  }

  private static func power(_ f: Frame, _ base: Value, _ exponent: Value, _ modulus: Value) throws(Raised) -> Value {
    if modulus.isUnbound || modulus.isNone { return try f.binary(.power, base, exponent) }
    if let base = exactInteger(base), let exponent = exactInteger(exponent), let modulus = exactInteger(modulus) {
      return try Arithmetic.power(base, exponent, modulo: modulus, f)
    }
    if let method = f.types.type(of: base).special(.__pow__) {
      let made = try f.call(f.bind(method, to: base), exponent, modulus)
      if !made.isNotImplemented { return made }
    }
    // The types of the other operands refuse too, each in its own words.
    for operand in [exponent, modulus] {
      if case .float = operand.payload {
        throw f.typeError("pow() 3rd argument not allowed unless all arguments are integers")
      }
      if operand.native(ComplexNumber.self) != nil { throw f.valueError("complex modulo") }
    }
    let names = [base, exponent, modulus].map { "'\(f.typeName($0))'" }.joined(separator: ", ")
    throw f.typeError("unsupported operand type(s) for ** or pow(): \(names)")
  }

  /// An int or bool that is no instance of a script's class.
  private static func exactInteger(_ value: Value) -> BigInt? {
    value.instance == nil ? value.bigInt : nil
  }

  private static func round(_ f: Frame, _ number: Value, _ digits: Value) throws(Raised) -> Value {
    switch number {
    case .float(let value): return try FloatType.rounded(value, digits, f)
    case .int: return try IntType.rounded(number, digits, f)
    default: break
    }
    guard let method = f.types.type(of: number).special(.__round__) else {
      throw f.typeError("type \(f.typeName(number)) doesn't define __round__ method")
    }
    let bound = try f.bind(method, to: number)
    return digits.isUnbound || digits.isNone ? try f.call(bound) : try f.call(bound, digits)
  }
}
