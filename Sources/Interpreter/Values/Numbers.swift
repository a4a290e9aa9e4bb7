// Integers past 64 bits, and slices.
import CPosixShim

/// An `int` that does not fit in 64 bits. (Those that fit are always `Value.int`.)
public final class BigInteger: Object {
  let value: BigInt

  init(_ value: BigInt) {
    self.value = value
    super.init(kind: .bigInteger)
  }
}

extension Value {
  /// An `int` in its one right form.
  static func integer(_ value: BigInt) -> Value {
    if let small = Int(exactly: value) { return .int(small) }
    return .object(BigInteger(value))
  }

  /// The integer as a BigInt; nil where the value (or its payload) is no int or bool.
  var bigInt: BigInt? {
    switch payload {
    case .int(let value): BigInt(value)
    case .bool(let value): BigInt(value ? 1 : 0)
    case let value: value.bigInteger?.value
    }
  }
}

/// A `slice`; each part is any value or None.
public final class Slice: Object {
  public private(set) var lower: Value
  public private(set) var upper: Value
  public private(set) var step: Value

  public init(lower: Value, upper: Value, step: Value) {
    self.lower = lower
    self.upper = upper
    self.step = step
    super.init(kind: .slice)
  }

  deinit {
    if ppd_stack_is_low() {
      LateReleases.add {
        $0 = [lower, upper, step]
        (lower, upper, step) = (.none, .none, .none)
      }
    }
  }
}
