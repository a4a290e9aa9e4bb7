// Digits of big magnitudes, both ways, by divide and conquer.

extension BigUInt {
  /// The decimal digits, as ASCII.
  var decimalDigits: [UInt8] {
    isZero ? [UInt8(ascii: "0")] : DecimalWriter(self).digits
  }

  /// The digits in base 2, 8 or 16, as lower-case ASCII.
  func digits(bitsPerDigit bits: Int) -> [UInt8] {
    if isZero { return [UInt8(ascii: "0")] }
    let count = (bitWidth + bits - 1) / bits
    let mask: UInt = (1 << UInt(bits)) - 1
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      for index in 0..<count {
        let (limb, shift) = (index * bits).quotientAndRemainder(dividingBy: 64)
        var digit = limbs[limb] >> UInt(shift)
        if shift + bits > 64 && limb + 1 < limbs.count { digit |= limbs[limb + 1] << UInt(64 - shift) }
        digit &= mask
        buffer[count - 1 - index] = UInt8(digit < 10 ? 48 + digit : 87 + digit)
      }
      initialized = count
    }
  }

  /// The magnitude that digits spell. `digits` holds their values, not their characters, the most significant first.
  init(digits: [UInt8], radix: Int) {
    if radix & (radix - 1) == 0 {
      self.init(limbs: BigUInt.limbs(digits, bitsPerDigit: radix.trailingZeroBitCount))
    } else {
      self = DigitReader(digits, radix: radix).result
    }
  }

  private static func limbs(_ digits: [UInt8], bitsPerDigit bits: Int) -> [UInt] {
    var limbs: [UInt] = []
    limbs.reserveCapacity(digits.count * bits / 64 + 1)
    var limb: UInt = 0
    var filled = 0
    for digit in digits.reversed() {
      limb |= UInt(digit) << UInt(filled)
      filled += bits
      if filled >= 64 {
        limbs.append(limb)
        filled -= 64
        limb = UInt(digit) >> UInt(bits - filled)
      }
    }
    limbs.append(limb)
    return limbs
  }
}

/// Writes a magnitude in base 10: divides it by the power of ten that is nearest to its half, and both parts likewise.
private struct DecimalWriter {
  /// 10¹⁹, the largest power of ten in a limb. Its top bit is set, as the division wants it.
  private static let chunk: UInt = 10_000_000_000_000_000_000
  private static let chunkDigits = 19
  /// Numbers of fewer limbs are divided by 10¹⁹ again and again.
  private static let plainLimit = 30

  private(set) var digits: [UInt8] = []
  /// `powers[i]` = 10^(19 · 2^i).
  private var powers: [BigUInt]
  private let divisor = Limbs.Divisor(chunk)

  init(_ number: BigUInt) {
    powers = [BigUInt(DecimalWriter.chunk)]
    while powers[powers.count - 1].limbs.count * 2 <= number.limbs.count + 1 {
      let last = powers[powers.count - 1]
      powers.append(last * last)
    }
    digits.reserveCapacity(number.limbs.count * 20)
    write(number, level: powers.count, width: 0)
  }

  /// Appends the digits of a number below `powers[level]`, with leading zeros up to `width`.
  private mutating func write(_ number: BigUInt, level: Int, width: Int) {
    if number.limbs.count < DecimalWriter.plainLimit || level == 0 { return writePlainly(number.limbs, width: width) }
    let (high, low) = number.divided(by: powers[level - 1])
    let lowWidth = DecimalWriter.chunkDigits << (level - 1)
    if high.isZero && width == 0 { return write(low, level: level - 1, width: 0) }
    write(high, level: level - 1, width: max(0, width - lowWidth))
    write(low, level: level - 1, width: lowWidth)
  }

  private mutating func writePlainly(_ limbs: [UInt], width: Int) {
    var rest = limbs
    var reversed: [UInt8] = []
    reversed.reserveCapacity(limbs.count * 20)
    while !rest.isEmpty {
      var chunk = rest.withUnsafeMutableBufferPointer { Limbs.divide($0.baseAddress!, $0.count, by: divisor) }
      while rest.last == 0 { rest.removeLast() }
      for _ in 0..<DecimalWriter.chunkDigits where chunk != 0 || !rest.isEmpty {
        reversed.append(UInt8(48 + chunk % 10))
        chunk /= 10
      }
    }
    if reversed.count < width { digits.append(contentsOf: repeatElement(48, count: width - reversed.count)) }
    digits.append(contentsOf: reversed.reversed())
  }
}

/// Reads digits in any base: the upper part times a power of the base, plus the lower part.
private struct DigitReader {
  private(set) var result: BigUInt = 0
  private let radix: UInt
  /// Digits that always fit in a limb.
  private let chunkDigits: Int
  /// `powers[i]` = radix^(chunkDigits · 2^i).
  private var powers: [BigUInt] = []
  /// Parts of at most this many chunks are read one after the other.
  private static let plainLevel = 4

  init(_ digits: [UInt8], radix: Int) {
    self.radix = UInt(radix)
    var power: UInt = 1
    var count = 0
    while case let (next, overflow) = power.multipliedReportingOverflow(by: UInt(radix)), !overflow {
      power = next
      count += 1
    }
    chunkDigits = count
    powers = [BigUInt(power)]
    while chunkDigits << powers.count < digits.count {
      let last = powers[powers.count - 1]
      powers.append(last * last)
    }
    result = digits.withUnsafeBufferPointer { read($0, level: powers.count) }
  }

  /// The number that at most `chunkDigits · 2^level` digits spell.
  private func read(_ digits: UnsafeBufferPointer<UInt8>, level: Int) -> BigUInt {
    if level <= DigitReader.plainLevel { return readPlainly(digits) }
    let lowCount = chunkDigits << (level - 1)
    if digits.count <= lowCount { return read(digits, level: level - 1) }
    let split = digits.count - lowCount
    let high = read(UnsafeBufferPointer(rebasing: digits[..<split]), level: level - 1)
    let low = read(UnsafeBufferPointer(rebasing: digits[split...]), level: level - 1)
    return high * powers[level - 1] + low
  }

  private func readPlainly(_ digits: UnsafeBufferPointer<UInt8>) -> BigUInt {
    var limbs: [UInt] = []
    var index = 0
    // The first chunk takes up what is odd, so that the others are whole.
    var count = digits.count % chunkDigits
    if count == 0 { count = chunkDigits }
    while index < digits.count {
      var chunk: UInt = 0
      for _ in 0..<count {
        chunk = chunk * radix + UInt(digits[index])
        index += 1
      }
      append(chunk, to: &limbs)
      count = chunkDigits
    }
    return BigUInt(limbs: limbs)
  }

  /// `limbs = limbs · radix^chunkDigits + chunk`.
  private func append(_ chunk: UInt, to limbs: inout [UInt]) {
    let factor = powers[0].limbs[0]
    var carry = chunk
    for index in limbs.indices {
      let (high, low) = limbs[index].multipliedFullWidth(by: factor)
      let (sum, overflow) = low.addingReportingOverflow(carry)
      limbs[index] = sum
      carry = high &+ (overflow ? 1 : 0)
    }
    if carry != 0 { limbs.append(carry) }
  }
}
