// One item of packed data: how a value becomes bytes and bytes become a value.
import Glibc

/// A format character of the modules `struct` and `array`, in one of its sizes.
struct ItemFormat {
  enum Kind {
    case signed, unsigned, float, bool, character, padding
    /// Bytes of a fixed length, and such with their length before them.
    case string, countedString
  }

  let code: Character
  let kind: Kind
  /// Bytes.
  let size: Int
  /// What its place must be a multiple of, natively.
  let alignment: Int

  /// An unsigned byte.
  static let byte = ItemFormat("B", isNative: true)!

  /// Nil for a character that is no format.
  init?(_ code: Character, isNative: Bool) {
    self.code = code
    switch code {
    case "x": (kind, size) = (.padding, 1)
    case "c": (kind, size) = (.character, 1)
    case "b": (kind, size) = (.signed, 1)
    case "B": (kind, size) = (.unsigned, 1)
    case "?": (kind, size) = (.bool, 1)
    case "h": (kind, size) = (.signed, 2)
    case "H": (kind, size) = (.unsigned, 2)
    case "i": (kind, size) = (.signed, 4)
    case "I": (kind, size) = (.unsigned, 4)
    case "l": (kind, size) = (.signed, isNative ? 8 : 4)
    case "L": (kind, size) = (.unsigned, isNative ? 8 : 4)
    case "q": (kind, size) = (.signed, 8)
    case "Q": (kind, size) = (.unsigned, 8)
    case "n" where isNative: (kind, size) = (.signed, 8)
    case "N" where isNative: (kind, size) = (.unsigned, 8)
    case "P" where isNative: (kind, size) = (.unsigned, 8)
    case "e": (kind, size) = (.float, 2)
    case "f": (kind, size) = (.float, 4)
    case "d": (kind, size) = (.float, 8)
    case "s": (kind, size) = (.string, 1)
    case "p": (kind, size) = (.countedString, 1)
    default: return nil
    }
    alignment = isNative ? size : 1
  }

  /// The least and the most that an integer of the format holds.
  var range: ClosedRange<BigInt> {
    let bits = size * 8
    return kind == .signed ? -(BigInt(1) << (bits - 1))...(BigInt(1) << (bits - 1)) - 1 : 0...(BigInt(1) << bits) - 1
  }

  // MARK: Integers

  /// The value of bytes that hold an integer.
  func integer(_ bytes: UnsafeRawBufferPointer, isLittle: Bool) -> Value {
    var word: UInt64 = 0
    for index in 0..<size { word = word << 8 | UInt64(bytes[isLittle ? size - 1 - index : index]) }
    if kind == .signed {
      let shift = UInt64(64 - size * 8)
      return .int(Int(bitPattern: UInt(word << shift)) >> Int(shift))
    }
    return word <= UInt64(Int.max) ? .int(Int(word)) : .integer(BigInt(UInt(word)))
  }

  /// The bits of an integer; nil where it is out of range.
  func word(_ integer: Value) -> UInt64? {
    if case .int(let number) = integer {
      if size == 8 { return kind == .unsigned && number < 0 ? nil : UInt64(bitPattern: Int64(number)) }
      let bits = size * 8
      let isInside =
        kind == .signed ? number >= -(1 << (bits - 1)) && number < 1 << (bits - 1) : number >= 0 && number < 1 << bits
      return isInside ? UInt64(bitPattern: Int64(number)) : nil
    }
    guard let number = integer.bigInt, range.contains(number) else { return nil }
    return UInt64(bitPattern: Int64(Int(truncatingIfNeeded: number)))
  }

  func put(_ word: UInt64, _ bytes: UnsafeMutableRawBufferPointer, isLittle: Bool) {
    for index in 0..<size {
      bytes[isLittle ? index : size - 1 - index] = UInt8(truncatingIfNeeded: word >> UInt64(8 * index))
    }
  }

  // MARK: Floats

  func float(_ bytes: UnsafeRawBufferPointer, isLittle: Bool) -> Double {
    var word: UInt64 = 0
    for index in 0..<size { word = word << 8 | UInt64(bytes[isLittle ? size - 1 - index : index]) }
    switch size {
    case 2: return HalfFloat.double(UInt16(word))
    case 4: return Double(Float(bitPattern: UInt32(word)))
    default: return Double(bitPattern: word)
    }
  }

  /// The bits of a float; nil where it is too large.
  func word(_ number: Double) -> UInt64? {
    switch size {
    case 2: return HalfFloat.bits(number).map { UInt64($0) }
    case 4:
      let float = Float(number)
      return float.isInfinite && number.isFinite ? nil : UInt64(float.bitPattern)
    default: return number.bitPattern
    }
  }
}

/// Floats of 16 bits: a sign, 5 bits of exponent, 10 of fraction.
private enum HalfFloat {
  static func double(_ bits: UInt16) -> Double {
    let sign: Double = bits & 0x8000 == 0 ? 1 : -1
    let exponent = Int(bits >> 10 & 31)
    let fraction = Double(bits & 0x3ff)
    switch exponent {
    case 0: return sign * fraction * 0x1p-24
    case 31: return fraction == 0 ? sign * .infinity : .nan
    default: return sign * (1 + fraction / 1024) * exp2(Double(exponent - 15))
    }
  }

  /// The nearest one, halves to even; nil past the largest.
  static func bits(_ number: Double) -> UInt16? {
    let sign: UInt16 = number.sign == .minus ? 0x8000 : 0
    if number.isNaN { return sign | 0x7e00 }
    if number.isInfinite { return sign | 0x7c00 }
    let magnitude = abs(number)
    let exponent = max(magnitude == 0 ? -14 : Int(magnitude.exponent), -14)
    let units = (magnitude / exp2(Double(exponent - 10))).rounded(.toNearestOrEven)
    // A normal number has its leading bit in `units`, which adds one to the exponent field.
    let bits = Int(units) + (exponent + 14) << 10
    return bits >= 0x7c00 ? nil : sign | UInt16(bits)
  }
}
