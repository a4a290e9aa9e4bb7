// Values without parts: None, bool, int, float, str, bytes, bytearray.

extension PickleWriter {
  @inlinable
  public func writeNone() {
    beginValue()
    emit(.none)
  }

  @inlinable
  public func writeBool(_ value: Bool) {
    beginValue()
    emit(value ? .newTrue : .newFalse)
  }

  /// Writes an int in the smallest form that holds it.
  @inlinable
  public func writeInt(_ value: Int) {
    beginValue()
    reserve(10)
    if let byte = UInt8(exactly: value) {
      put(Opcode.binInt1.rawValue)
      put(byte)
    } else if let word = UInt16(exactly: value) {
      put(Opcode.binInt2.rawValue)
      put(word)
    } else if let word = Int32(exactly: value) {
      put(Opcode.binInt.rawValue)
      put(word)
    } else {
      let signBits = (value < 0 ? ~value : value).leadingZeroBitCount
      let size = (64 - signBits) / 8 + 1
      put(Opcode.long1.rawValue)
      put(UInt8(truncatingIfNeeded: size))
      // All eight bytes are stored; those past the size are overwritten by what comes next.
      cursor.storeBytes(of: value.littleEndian, as: Int.self)
      cursor += size
    }
  }

  /// Writes an int of any size from its two's complement, least significant byte first. Redundant sign bytes are left
  /// out; no bytes at all are zero.
  public func writeBigInt(littleEndianTwosComplement bytes: UnsafeRawBufferPointer) {
    let magnitude = bytes.withoutRedundantSign
    guard magnitude.count > MemoryLayout<Int>.size else { return writeInt(Int(littleEndianTwosComplement: magnitude)) }
    beginValue()
    reserve(5)
    if magnitude.count <= 0xFF {
      put(Opcode.long1.rawValue)
      put(UInt8(magnitude.count))
    } else {
      precondition(magnitude.count <= Int32.max, "an int of more than 2 GiB")
      put(Opcode.long4.rawValue)
      put(Int32(magnitude.count))
    }
    append(magnitude)
  }

  @inlinable
  public func writeFloat(_ value: Double) {
    beginValue()
    reserve(9)
    put(Opcode.binFloat.rawValue)
    put(value.bitPattern.byteSwapped)
  }

  /// Writes a str from UTF-8, in which a lone surrogate may stand in its three-byte form (`surrogatepass`).
  @inlinable
  public func writeString(utf8: UnsafeRawBufferPointer, identity: ObjectIdentifier? = nil) {
    beginValue()
    writeSized(.shortBinUnicode, .binUnicode, .binUnicode8, utf8)
    memoize(identity)
  }

  /// Writes a str.
  @inlinable
  public func writeString(_ text: String) {
    var text = text
    text.withUTF8 { writeString(utf8: UnsafeRawBufferPointer($0)) }
  }

  @inlinable
  public func writeBytes(_ bytes: UnsafeRawBufferPointer, identity: ObjectIdentifier? = nil) {
    beginValue()
    writeSized(.shortBinBytes, .binBytes, .binBytes8, bytes)
    memoize(identity)
  }

  @inlinable
  public func writeByteArray(_ bytes: UnsafeRawBufferPointer, identity: ObjectIdentifier? = nil) {
    beginValue()
    writeSized(nil, nil, .byteArray8, bytes)
    memoize(identity)
  }

  /// Writes data behind its size, in the first of the three forms (1, 4 and 8 bytes of size) that exists and can say
  /// it. Large data stands between frames, so that a reader need not hold it twice.
  @inlinable
  func writeSized(_ short: Opcode?, _ medium: Opcode?, _ long: Opcode, _ data: UnsafeRawBufferPointer) {
    if data.count < Self.frameTarget {
      writeSize(short, medium, long, data.count)
      append(data)
    } else {
      closeFrame()
      writeSize(short, medium, long, data.count)
      append(data)
      openFrame()
    }
  }

  @inlinable
  func writeSize(_ short: Opcode?, _ medium: Opcode?, _ long: Opcode, _ size: Int) {
    reserve(9)
    if let short, size <= 0xFF {
      put(short.rawValue)
      put(UInt8(truncatingIfNeeded: size))
    } else if let medium, size <= 0xFFFF_FFFF {
      put(medium.rawValue)
      put(UInt32(truncatingIfNeeded: size))
    } else {
      put(long.rawValue)
      put(UInt64(size))
    }
  }

  @inlinable
  func append(_ data: UnsafeRawBufferPointer) {
    guard reserve(data.count), let source = data.baseAddress else { return }
    cursor.copyMemory(from: source, byteCount: data.count)
    cursor += data.count
  }
}
