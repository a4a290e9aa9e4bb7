// Which object it is, as the key of tables that are asked often.

/// An object's identity. Its hash is one multiplication: the names of variables, attributes and methods are looked up by
/// it, and nobody chooses their addresses to make them collide.
struct Identity: Hashable {
  private let address: UInt

  @inline(__always)
  init(_ object: AnyObject) {
    address = UInt(bitPattern: Unmanaged.passUnretained(object).toOpaque())
  }

  @inline(__always)
  func hash(into hasher: inout Hasher) { hasher.combine(address) }

  /// The hash that Swift's tables use, which they would make from `hash(into:)` by fifty instructions.
  @inline(__always)
  func _rawHashValue(seed: Int) -> Int {
    let product = address &* 0x9e37_79b9_7f4a_7c15
    return Int(bitPattern: product ^ product >> 32)
  }
}
