// Making strings from scalars, from UTF-8 and from Swift strings, and the way back.
import Glibc

extension Str {
  nonisolated(unsafe) public static let empty = Str(scalars: [])

  /// A string of Latin-1 scalars that `fill` writes.
  @inline(__always)
  convenience init(narrowCount count: Int, isASCII: Bool, fill: (UnsafeMutablePointer<UInt8>) -> Void) {
    let units = Str.allocate(count)
    fill(units.bindMemory(to: UInt8.self, capacity: count))
    self.init(adopting: units, count: count, width: .one, isASCII: isASCII)
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

  /// Units that no string has adopted yet.
  private struct Parts {
    let units: UnsafeMutableRawPointer
    let count: Int
    var width = Width.one
    let isASCII: Bool

    init(scalars: UnsafeBufferPointer<UInt32>) {
      var bits: UInt32 = 0
      for scalar in scalars { bits |= scalar }
      count = scalars.count
      isASCII = bits < 0x80
      if bits < 0x100 {
        units = Str.allocate(count)
        let target = units.bindMemory(to: UInt8.self, capacity: count)
        for index in 0..<count { target[index] = UInt8(truncatingIfNeeded: scalars[index]) }
      } else {
        width = .four
        units = Str.allocate(count * 4)
        memcpy(units, scalars.baseAddress!, count * 4)
      }
    }

    init(utf8 bytes: UnsafeBufferPointer<UInt8>) {
      if Str.isASCII(bytes) {
        units = Str.allocate(bytes.count)
        count = bytes.count
        isASCII = true
        if let base = bytes.baseAddress { memcpy(units, base, count) }
      } else {
        self = Str.decodeWellFormed(bytes).withUnsafeBufferPointer(Parts.init(scalars:))
      }
    }
  }

  private convenience init(_ parts: Parts) {
    self.init(adopting: parts.units, count: parts.count, width: parts.width, isASCII: parts.isASCII)
  }

  /// A string of any scalars, in the smallest width.
  public convenience init(scalars: UnsafeBufferPointer<UInt32>) {
    self.init(Parts(scalars: scalars))
  }

  public convenience init(scalars: [UInt32]) {
    self.init(scalars.withUnsafeBufferPointer(Parts.init(scalars:)))
  }

  /// A string of one scalar.
  public convenience init(scalar: UInt32) {
    if scalar < 0x100 {
      self.init(narrowCount: 1, isASCII: scalar < 0x80) { $0[0] = UInt8(truncatingIfNeeded: scalar) }
    } else {
      let units = Str.allocate(4)
      units.storeBytes(of: scalar, as: UInt32.self)
      self.init(adopting: units, count: 1, width: .four, isASCII: false)
    }
  }

  /// A string from UTF-8 in which a lone surrogate may stand as its three-byte form. The bytes must be well-formed.
  public convenience init(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    self.init(Parts(utf8: bytes))
  }

  public convenience init(utf8 bytes: [UInt8]) {
    self.init(bytes.withUnsafeBufferPointer(Parts.init(utf8:)))
  }

  public convenience init(_ text: String) {
    var text = text
    self.init(text.withUTF8(Parts.init(utf8:)))
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
