// Atomic words of shared memory: typed views on an address, free to copy.
import CPosixShim

/// A 32-bit word that several processes read and write.
struct Word32 {
  let pointer: UnsafeMutablePointer<UInt32>

  @inline(__always)
  init(_ address: UnsafeMutableRawPointer) { pointer = address.assumingMemoryBound(to: UInt32.self) }

  /// The value, without ordering: for words that only this process writes, or that a lock protects.
  var value: UInt32 {
    @inline(__always) get { ppd_load32_relaxed(pointer) }
    @inline(__always) nonmutating set { ppd_store32_relaxed(pointer, newValue) }
  }
  /// Load-acquire.
  @inline(__always) func load() -> UInt32 { ppd_load32(pointer) }
  /// Store-release.
  @inline(__always) func store(_ value: UInt32) { ppd_store32(pointer, value) }
  /// Stores and returns the old value; a full barrier, as all that follow.
  @inline(__always) @discardableResult func exchange(_ value: UInt32) -> UInt32 { ppd_exchange32(pointer, value) }
  @inline(__always) @discardableResult func add(_ value: UInt32) -> UInt32 { ppd_add32(pointer, value) }
  @inline(__always) @discardableResult func or(_ bits: UInt32) -> UInt32 { ppd_or32(pointer, bits) }
  @inline(__always) func compareExchange(_ expected: UInt32, _ desired: UInt32) -> Bool {
    ppd_cas32(pointer, expected, desired)
  }
}

/// A 64-bit word that several processes read and write.
struct Word64 {
  let pointer: UnsafeMutablePointer<UInt64>

  @inline(__always)
  init(_ address: UnsafeMutableRawPointer) { pointer = address.assumingMemoryBound(to: UInt64.self) }

  /// The value, without ordering: for words that only this process writes, or that a lock protects.
  var value: UInt64 {
    @inline(__always) get { ppd_load64_relaxed(pointer) }
    @inline(__always) nonmutating set { ppd_store64_relaxed(pointer, newValue) }
  }
  /// Load-acquire.
  @inline(__always) func load() -> UInt64 { ppd_load64(pointer) }
  /// Store-release.
  @inline(__always) func store(_ value: UInt64) { ppd_store64(pointer, value) }
  /// Stores and returns the old value; a full barrier, as all that follow.
  @inline(__always) @discardableResult func exchange(_ value: UInt64) -> UInt64 { ppd_exchange64(pointer, value) }
  @inline(__always) @discardableResult func add(_ value: UInt64) -> UInt64 { ppd_add64(pointer, value) }
  @inline(__always) func compareExchange(_ expected: UInt64, _ desired: UInt64) -> Bool {
    ppd_cas64(pointer, expected, desired)
  }
}
