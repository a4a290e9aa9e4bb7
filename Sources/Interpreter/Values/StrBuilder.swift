// Text that is put together piece by piece.
import Glibc

/// Collects scalars and strings into a `str`: one byte a scalar until the first that needs four.
public struct StrBuilder: ~Copyable {
  private var units: UnsafeMutableRawPointer
  /// Room, in bytes.
  private var capacity: Int
  /// Scalars so far.
  public private(set) var count = 0
  private var width = Str.Width.one
  private var isASCII = true

  /// - Parameter capacity: scalars to make room for.
  public init(capacity: Int = 32) {
    self.capacity = max(capacity, 8)
    units = Str.allocate(self.capacity)
  }

  deinit {
    free(units)
  }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    let needed = (count + more) * Int(width.rawValue)
    if needed > capacity { grow(needed) }
  }

  private mutating func grow(_ needed: Int) {
    capacity = max(needed, capacity * 2)
    guard let larger = realloc(units, capacity) else { fatalError("out of memory") }
    units = larger
  }

  private mutating func widen(_ more: Int) {
    let larger = max((count + more) * 4, capacity)
    let target = Str.allocate(larger)
    let narrow = units.assumingMemoryBound(to: UInt8.self)
    let wide = target.bindMemory(to: UInt32.self, capacity: count)
    for index in 0..<count { wide[index] = UInt32(narrow[index]) }
    free(units)
    units = target
    capacity = larger
    width = .four
    isASCII = false
  }

  /// Appends an ASCII character.
  @inline(__always)
  public mutating func append(ascii byte: UInt8) {
    reserve(1)
    put(UInt32(byte))
  }

  /// Appends a scalar.
  @inline(__always)
  public mutating func append(_ scalar: UInt32) {
    if scalar >= 0x80 {
      isASCII = false
      if scalar >= 0x100, width == .one { widen(1) }
    }
    reserve(1)
    put(scalar)
  }

  @inline(__always)
  private mutating func put(_ scalar: UInt32) {
    if width == .one {
      units.storeBytes(of: UInt8(truncatingIfNeeded: scalar), toByteOffset: count, as: UInt8.self)
    } else {
      units.storeBytes(of: scalar, toByteOffset: count * 4, as: UInt32.self)
    }
    count &+= 1
  }

  /// Appends a scalar `times` over.
  public mutating func append(_ scalar: UInt32, times: Int) {
    if times <= 0 { return }
    append(scalar)
    reserve(times - 1)
    for _ in 1..<times { put(scalar) }
  }

  /// Appends a text.
  public mutating func append(_ text: Str) {
    if text.width == .four && width == .one { widen(text.count) }
    reserve(text.count)
    text.copy(to: units + count * Int(width.rawValue), as: width)
    count += text.count
    if !text.isASCII { isASCII = false }
  }

  /// Appends the scalars of a text from `lower` up to `upper`.
  public mutating func append(_ text: Str, _ lower: Int, _ upper: Int) {
    if text.isASCII && width == .one {
      reserve(upper - lower)
      memcpy(units + count, text.units + lower, upper - lower)
      count += upper - lower
    } else {
      for index in lower..<upper { append(text[index]) }
    }
  }

  /// Appends bytes that are ASCII.
  public mutating func append(ascii bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    reserve(bytes.count)
    if width == .one {
      memcpy(units + count, base, bytes.count)
      count += bytes.count
    } else {
      for byte in bytes { put(UInt32(byte)) }
    }
  }

  /// Appends an integer in decimal.
  public mutating func append(decimal number: Int) {
    let digits = Str.decimalCount(number)
    if width == .one {
      reserve(digits)
      Str.writeDecimal(number, digits, to: (units + count).assumingMemoryBound(to: UInt8.self))
      count += digits
    } else {
      append(Str(decimal: number))
    }
  }

  /// Appends the magnitude of a rounded float.
  mutating func append(magnitudeOf number: FixedDecimal) {
    let more = number.count
    if width == .one {
      reserve(more)
      number.write(to: (units + count).assumingMemoryBound(to: UInt8.self))
      count += more
    } else {
      append(Str(narrowCount: more, isASCII: true) { number.write(to: $0) })
    }
  }

  /// Appends a literal, which must be ASCII.
  public mutating func append(_ literal: StaticString) {
    append(ascii: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// Appends a Swift string.
  public mutating func append(_ text: String) {
    for scalar in text.unicodeScalars { append(scalar.value) }
  }

  /// The text; ends the builder.
  public consuming func finish() -> Str {
    let size = count * Int(width.rawValue)
    let text: Str
    if size <= Str.roomSize {
      text = Str(unwritten: count, width: width, isASCII: isASCII)
      memcpy(text.units, units, size)
      free(units)
    } else {
      let isLoose = size + size / 4 + 64 < capacity
      let adopted = isLoose ? realloc(units, size) ?? units : units
      text = Str(adopting: adopted, count: count, width: width, isASCII: isASCII)
    }
    discard self
    return text
  }
}
