// The writer: a reusable buffer of opcodes, cut into frames.

import Glibc

/// Writes one pickle after another, protocol 5, into a buffer that it keeps.
///
/// ```swift
/// writer.begin()
/// writer.writeInt(42)
/// let message = try writer.finish()  // valid until the next `begin`
/// ```
///
/// The writer knows no value type: its client walks the value and calls one method for each part. An object that may
/// occur twice is given by its identity; the client asks `writeReference(to:)` before it writes the object again.
/// Nothing in between can fail: running out of memory is told by `finish`. One writer serves one message at a time, so
/// a client whose walk may start another message takes another writer for it.
///
///     base             frame                                  cursor        limit
///      | PROTO 5 | ... | FRAME : 1 | length : 8 | opcodes ...  |  free ...   |
public final class PickleWriter {
  @usableFromInline var base: UnsafeMutableRawPointer
  @usableFromInline var cursor: UnsafeMutableRawPointer
  @usableFromInline var limit: UnsafeMutableRawPointer
  /// The header of the open frame; its bytes are written when the frame is closed.
  @usableFromInline var frame: UnsafeMutableRawPointer
  @usableFromInline var memo = IdentityMemo()
  /// How many values the message has memoized; MEMOIZE numbers them in turn.
  @usableFromInline var memoized = 0
  @usableFromInline var names = NameMemo()
  @usableFromInline var temporaries: [AnyObject] = []
  @usableFromInline var isOutOfMemory = false

  /// The protocol that every message is written in.
  @inlinable public static var protocolVersion: UInt8 { 5 }

  @inlinable static var frameHeader: Int { 9 }
  /// A frame shorter than this is left out, as it would cost more than it says.
  @inlinable static var smallestFrame: Int { 4 }
  /// A frame that has grown to this is closed before the next value, and data of this size stands outside any frame.
  @inlinable static var frameTarget: Int { 1 << 16 }
  static var initialCapacity: Int { 1 << 12 }
  /// A buffer above this is given back before the next message.
  @inlinable static var keptCapacity: Int { 4 << 20 }

  public init() {
    base = Self.allocate()
    cursor = base
    limit = base + Self.initialCapacity
    frame = base
    restart()
  }

  deinit { free(base) }

  private static func allocate() -> UnsafeMutableRawPointer {
    guard let memory = malloc(initialCapacity) else { fatalError("out of memory for a pickle's first 4 KiB") }
    return memory
  }

  // MARK: A message

  /// Starts a message; the bytes of the last one are gone.
  @inlinable
  public func begin() {
    if limit - base > Self.keptCapacity { shrink() }
    memo.removeAll()
    memoized = 0
    if !names.isEmpty { names.removeAll() }
    if !temporaries.isEmpty { temporaries.removeAll(keepingCapacity: true) }
    isOutOfMemory = false
    restart()
  }

  /// Ends the message and lends its bytes, until `begin` or the writer's end.
  @inlinable
  public func finish() throws(PickleError) -> UnsafeRawBufferPointer {
    emit(.stop)
    closeFrame()
    if isOutOfMemory { throw PickleError(.outOfMemory, offset: cursor - base) }
    return UnsafeRawBufferPointer(start: base, count: cursor - base)
  }

  /// Keeps an object alive until the next message, so that no other object can get its identity meanwhile. For those
  /// that exist only while the client writes them, such as the state that an instance computes.
  @inlinable
  public func keepAlive(_ temporary: AnyObject) { temporaries.append(temporary) }

  @inlinable
  func restart() {
    cursor = base
    put(Opcode.proto.rawValue)
    put(Self.protocolVersion)
    openFrame()
  }

  // MARK: Bytes

  /// Makes room for `count` bytes. Where there is no memory the message starts over in the room there is, to be
  /// refused by `finish`; the answer says whether the bytes fit.
  @inlinable
  @inline(__always)
  @discardableResult
  func reserve(_ count: Int) -> Bool {
    if limit - cursor >= count { return true }
    return grow(count)
  }

  @usableFromInline
  func grow(_ count: Int) -> Bool {
    let (used, opened) = (cursor - base, frame - base)
    let capacity = max((limit - base) * 2, used + count)
    guard let larger = realloc(base, capacity) else {
      isOutOfMemory = true
      restart()
      return limit - cursor >= count
    }
    base = larger
    cursor = larger + used
    frame = larger + opened
    limit = larger + capacity
    return true
  }

  @usableFromInline
  func shrink() {
    free(base)
    base = Self.allocate()
    limit = base + Self.initialCapacity
  }

  /// Appends a byte or an integer, little-endian, into room that is reserved.
  @inlinable
  @inline(__always)
  func put<T: FixedWidthInteger>(_ value: T) {
    cursor.storeBytes(of: value.littleEndian, as: T.self)
    cursor += MemoryLayout<T>.size
  }

  /// Appends an opcode that has no argument.
  @inlinable
  @inline(__always)
  public func emit(_ opcode: Opcode) {
    reserve(1)
    put(opcode.rawValue)
  }

  // MARK: Frames

  @inlinable
  func openFrame() {
    reserve(Self.frameHeader)
    frame = cursor
    cursor += Self.frameHeader
  }

  @inlinable
  func closeFrame() {
    let body = frame + Self.frameHeader
    let count = cursor - body
    if count >= Self.smallestFrame {
      frame.storeBytes(of: Opcode.frame.rawValue, as: UInt8.self)
      (frame + 1).storeBytes(of: UInt64(count).littleEndian, as: UInt64.self)
    } else {
      frame.copyMemory(from: body, byteCount: count)
      cursor = frame + count
    }
  }

  /// Every value starts with this: between two values a full frame gives way to the next.
  @inlinable
  @inline(__always)
  func beginValue() {
    if cursor - frame >= Self.frameTarget + Self.frameHeader {
      closeFrame()
      openFrame()
    }
  }

  // MARK: Memo

  /// Writes a reference to an object that this message holds already, and says whether it did.
  @inlinable
  public func writeReference(to object: ObjectIdentifier) -> Bool {
    guard let index = memo.index(of: object) else { return false }
    beginValue()
    writeGet(index)
    return true
  }

  /// Gives the value just written a place in the memo, for later references by its object. Without an object nothing
  /// is written.
  @inlinable
  public func memoize(_ object: ObjectIdentifier?) {
    guard let object else { return }
    memo.insert(object, index: memoized)
    emitMemoize()
  }

  @inlinable
  func emitMemoize() {
    emit(.memoize)
    memoized += 1
  }

  @inlinable
  func writeGet(_ index: Int) {
    reserve(5)
    if index <= 0xFF {
      put(Opcode.binGet.rawValue)
      put(UInt8(truncatingIfNeeded: index))
    } else {
      put(Opcode.longBinGet.rawValue)
      put(UInt32(truncatingIfNeeded: index))
    }
  }
}
