// Making strings from scalars, from UTF-8 and from Swift strings, and the way back.

extension Str {
  nonisolated(unsafe) public static let empty = Str(scalars: [])

  /// A string of Latin-1 scalars that `fill` writes.
  convenience init(narrowCount count: Int, isASCII: Bool, fill: (UnsafeMutablePointer<UInt8>) -> Void) {
    let units = UnsafeMutableRawPointer.allocate(byteCount: max(count, 1), alignment: 4)
    fill(units.bindMemory(to: UInt8.self, capacity: max(count, 1)))
    self.init(adopting: units, count: count, width: .one, isASCII: isASCII)
  }

  /// A string of the given Latin-1 scalars.
  convenience init(latin1 scalars: UnsafeBufferPointer<UInt8>) {
    self.init(narrowCount: scalars.count, isASCII: scalars.allSatisfy { $0 < 0x80 }) { target in
      if let base = scalars.baseAddress { target.update(from: base, count: scalars.count) }
    }
  }

  /// A string of any scalars, in the smallest width.
  public convenience init(scalars: UnsafeBufferPointer<UInt32>) {
    let largest = scalars.max() ?? 0
    if largest < 0x100 {
      self.init(narrowCount: scalars.count, isASCII: largest < 0x80) { target in
        for (index, scalar) in scalars.enumerated() { target[index] = UInt8(truncatingIfNeeded: scalar) }
      }
    } else {
      let units = UnsafeMutableRawPointer.allocate(byteCount: scalars.count * 4, alignment: 4)
      units.bindMemory(to: UInt32.self, capacity: scalars.count).update(from: scalars.baseAddress!, count: scalars.count)
      self.init(adopting: units, count: scalars.count, width: .four, isASCII: false)
    }
  }

  public convenience init(scalars: [UInt32]) {
    self.init(scalars: scalars.withUnsafeBufferPointer { UnsafeBufferPointer(start: $0.baseAddress, count: $0.count) })
  }

  /// A string of one scalar.
  public convenience init(scalar: UInt32) {
    self.init(scalars: [scalar])
  }

  /// A string from UTF-8 in which a lone surrogate may stand as its three-byte form. The bytes must be well-formed.
  public convenience init(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.allSatisfy({ $0 < 0x80 }) {
      self.init(narrowCount: bytes.count, isASCII: true) { target in
        if let base = bytes.baseAddress { target.update(from: base, count: bytes.count) }
      }
    } else {
      self.init(scalars: Str.decodeWellFormed(bytes))
    }
  }

  public convenience init(utf8 bytes: [UInt8]) {
    self.init(utf8: bytes.withUnsafeBufferPointer { UnsafeBufferPointer(start: $0.baseAddress, count: $0.count) })
  }

  public convenience init(_ text: String) {
    var text = text
    self.init(text: &text)
  }

  private convenience init(text: inout String) {
    // `withUTF8` cannot return a new `self`, so the bytes are copied once for anything but ASCII.
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      let count = text.utf8.count
      let source = text
      self.init(narrowCount: count, isASCII: true) { target in
        var index = 0
        for byte in source.utf8 {
          target[index] = byte
          index += 1
        }
      }
    } else {
      self.init(scalars: text.unicodeScalars.map(\.value))
    }
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
    case .one: return Str(latin1: UnsafeBufferPointer(rebasing: narrow[lower..<upper]))
    case .four: return Str(scalars: UnsafeBufferPointer(rebasing: wide[lower..<upper]))
    }
  }

  /// Both texts, one after the other.
  public static func + (a: Str, b: Str) -> Str {
    if a.count == 0 { return b }
    if b.count == 0 { return a }
    let count = a.count + b.count
    if a.width == .one && b.width == .one {
      return Str(narrowCount: count, isASCII: a.isASCII && b.isASCII) { target in
        target.update(from: a.narrow.baseAddress!, count: a.count)
        (target + a.count).update(from: b.narrow.baseAddress!, count: b.count)
      }
    }
    let units = UnsafeMutableRawPointer.allocate(byteCount: count * 4, alignment: 4)
    let target = units.bindMemory(to: UInt32.self, capacity: count)
    a.copyWide(to: target)
    b.copyWide(to: target + a.count)
    return Str(adopting: units, count: count, width: .four, isASCII: false)
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
