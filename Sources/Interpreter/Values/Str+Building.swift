// Making strings from scalars, from UTF-8 and from Swift strings, and the way back.
import Glibc

extension Str {
  nonisolated(unsafe) public static let empty = Str(scalars: [])

  /// A string of Latin-1 scalars that `fill` writes.
  @inline(__always)
  convenience init(narrowCount count: Int, isASCII: Bool, fill: (UnsafeMutablePointer<UInt8>) -> Void) {
    self.init(unwritten: count, width: .one, isASCII: isASCII)
    fill(units.assumingMemoryBound(to: UInt8.self))
  }

  /// Whether all are below U+0080.
  static func isASCII(_ scalars: UnsafeBufferPointer<UInt8>) -> Bool {
    let bytes = UnsafeRawBufferPointer(scalars)
    var offset = 0
    while offset + 8 <= bytes.count {
      if bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { return false }
      offset += 8
    }
    while offset < bytes.count {
      if bytes[offset] >= 0x80 { return false }
      offset += 1
    }
    return true
  }

  /// A string of the given Latin-1 scalars.
  convenience init(latin1 scalars: UnsafeBufferPointer<UInt8>) {
    self.init(latin1: scalars, isASCII: Str.isASCII(scalars))
  }

  /// A string of the given Latin-1 scalars, all of them below U+0080 where `isASCII`.
  convenience init(latin1 scalars: UnsafeBufferPointer<UInt8>, isASCII: Bool) {
    self.init(narrowCount: scalars.count, isASCII: isASCII) { target in
      if let base = scalars.baseAddress { target.update(from: base, count: scalars.count) }
    }
  }

  /// A string of any scalars, in the smallest width.
  public convenience init(scalars: UnsafeBufferPointer<UInt32>) {
    var bits: UInt32 = 0
    for scalar in scalars { bits |= scalar }
    self.init(unwritten: scalars.count, width: bits < 0x100 ? .one : .four, isASCII: bits < 0x80)
    if width == .four {
      memcpy(units, scalars.baseAddress!, scalars.count * 4)
    } else {
      let target = units.assumingMemoryBound(to: UInt8.self)
      for index in 0..<scalars.count { target[index] = UInt8(truncatingIfNeeded: scalars[index]) }
    }
  }

  public convenience init(scalars: [UInt32]) {
    // `withUnsafeBufferPointer` cannot initialise `self`; the array outlives the call.
    self.init(scalars: scalars.withUnsafeBufferPointer { UnsafeBufferPointer(start: $0.baseAddress, count: $0.count) })
    withExtendedLifetime(scalars) {}
  }

  /// A string of one scalar.
  public convenience init(scalar: UInt32) {
    self.init(unwritten: 1, width: scalar < 0x100 ? .one : .four, isASCII: scalar < 0x80)
    if scalar < 0x100 {
      units.storeBytes(of: UInt8(scalar), as: UInt8.self)
    } else {
      units.storeBytes(of: scalar, as: UInt32.self)
    }
  }

  /// A string from UTF-8 in which a lone surrogate may stand as its three-byte form. The bytes must be well-formed.
  public convenience init(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    if Str.isASCII(bytes) {
      self.init(latin1: bytes, isASCII: true)
    } else {
      self.init(scalars: Str.decodeWellFormed(bytes))
    }
  }

  public convenience init(utf8 bytes: [UInt8]) {
    self.init(utf8: bytes.withUnsafeBufferPointer { UnsafeBufferPointer(start: $0.baseAddress, count: $0.count) })
    withExtendedLifetime(bytes) {}
  }

  public convenience init(_ text: String) {
    var text = text
    if text.withUTF8({ Str.isASCII($0) }) {
      self.init(unwritten: text.utf8.count, width: .one, isASCII: true)
      let target = units
      text.withUTF8 { if let base = $0.baseAddress { memcpy(target, base, $0.count) } }
    } else {
      self.init(scalars: text.unicodeScalars.map(\.value))
    }
  }

  /// An integer in decimal.
  convenience init(decimal number: Int) {
    let count = Str.decimalCount(number)
    self.init(unwritten: count, width: .one, isASCII: true)
    Str.writeDecimal(number, count, to: units.assumingMemoryBound(to: UInt8.self))
  }

  /// The number of characters of an integer in decimal.
  static func decimalCount(_ number: Int) -> Int {
    let sign = number < 0 ? 1 : 0
    let magnitude = number.magnitude
    if magnitude < 10 { return sign + 1 }
    if magnitude < 100 { return sign + 2 }
    if magnitude < 1000 { return sign + 3 }
    var count = 4
    var rest = magnitude / 10_000
    while rest > 0 {
      rest /= 10
      count += 1
    }
    return sign + count
  }

  /// Writes an integer in decimal, which takes `count` characters.
  static func writeDecimal(_ number: Int, _ count: Int, to target: UnsafeMutablePointer<UInt8>) {
    var rest = number.magnitude
    var index = count &- 1
    while rest >= 10 {
      let tens = rest / 10
      target[index] = UInt8(truncatingIfNeeded: 0x30 &+ rest &- tens &* 10)
      rest = tens
      index &-= 1
    }
    target[index] = UInt8(truncatingIfNeeded: 0x30 &+ rest)
    if number < 0 { target[0] = 0x2d }
  }

  private static func decodeWellFormed(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let lead = UInt32(bytes[index])
      let length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
      var scalar = length == 1 ? lead : lead & (0xff >> UInt32(length + 1))
      for continuation in index + 1..<index + length { scalar = scalar << 6 | UInt32(bytes[continuation]) & 0x3f }
      scalars.append(scalar)
      index += length
    }
    return scalars
  }

  /// The text as a Swift string; lone surrogates become U+FFFD.
  public var string: String {
    if isASCII { return String(decoding: narrow, as: UTF8.self) }
    var text = ""
    text.unicodeScalars.reserveCapacity(count)
    for index in 0..<count { text.unicodeScalars.append(Unicode.Scalar(self[index]) ?? "\u{fffd}") }
    return text
  }

  /// Appends the text as UTF-8, lone surrogates as their three-byte form.
  public func appendUTF8(to bytes: inout [UInt8]) {
    if isASCII {
      bytes.append(contentsOf: narrow)
      return
    }
    for index in 0..<count { Str.appendUTF8(self[index], to: &bytes) }
  }

  /// Appends one scalar as UTF-8, a lone surrogate as its three-byte form.
  static func appendUTF8(_ scalar: UInt32, to bytes: inout [UInt8]) {
    func continuation(_ shift: UInt32) -> UInt8 { UInt8(0x80 | scalar >> shift & 0x3f) }
    if scalar < 0x80 {
      bytes.append(UInt8(scalar))
    } else if scalar < 0x800 {
      bytes.append(UInt8(0xc0 | scalar >> 6))
      bytes.append(continuation(0))
    } else if scalar < 0x10000 {
      bytes.append(UInt8(0xe0 | scalar >> 12))
      bytes.append(continuation(6))
      bytes.append(continuation(0))
    } else {
      bytes.append(UInt8(0xf0 | scalar >> 18))
      bytes.append(continuation(12))
      bytes.append(continuation(6))
      bytes.append(continuation(0))
    }
  }

  /// The scalars of a Latin-1 text, one byte each.
  var latin1: [UInt8] {
    let bytes = Array(narrow)
    // Else the text could be gone before its units are read.
    withExtendedLifetime(self) {}
    return bytes
  }

  /// The text as UTF-8, lone surrogates as their three-byte form.
  public var utf8: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    appendUTF8(to: &bytes)
    return bytes
  }

  /// The scalars from `lower` up to `upper`, both in bounds.
  public func substring(_ lower: Int, _ upper: Int) -> Str {
    if lower == 0 && upper == count { return self }
    if upper <= lower { return Str.empty }
    switch width {
    case .one:
      let part = UnsafeBufferPointer(rebasing: narrow[lower..<upper])
      return isASCII ? Str(latin1: part, isASCII: true) : Str(latin1: part)
    case .four: return Str(scalars: UnsafeBufferPointer(rebasing: wide[lower..<upper]))
    }
  }

  /// Writes the scalars, four bytes each.
  func copyWide(to target: UnsafeMutablePointer<UInt32>) {
    switch width {
    case .one: for index in 0..<count { target[index] = UInt32(narrow[index]) }
    case .four: target.update(from: wide.baseAddress!, count: count)
    }
  }

  /// Order by scalar values: negative, zero or positive.
  static func compare(_ a: Str, _ b: Str) -> Int {
    let common = min(a.count, b.count)
    if a.width == .one, b.width == .one {
      let order = memcmp(a.units, b.units, common)
      return order != 0 ? Int(order) : a.count - b.count
    }
    var index = 0
    while index < common {
      let x = a[index]
      let y = b[index]
      if x != y { return x < y ? -1 : 1 }
      index += 1
    }
    return a.count - b.count
  }
}

extension Value {
  /// A new `str`.
  @inline(__always)
  public static func text(_ text: String) -> Value { .object(Str(text)) }
}
