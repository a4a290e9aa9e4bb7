// Keys of tables that are asked often: which object it is, and a text with the hash that it knows.
import Syntax

/// An object's identity. Its hash is one multiplication: the names of variables, attributes and methods are looked up by
/// it, and nobody chooses their addresses to make them collide.
struct Identity: TableKey {
  private let address: UInt

  @inline(__always)
  init(_ object: AnyObject) {
    address = UInt(bitPattern: Unmanaged.passUnretained(object).toOpaque())
  }

  @inline(__always)
  var tableHash: Int {
    let product = address &* 0x9e37_79b9_7f4a_7c15
    return Int(bitPattern: product ^ product >> 32)
  }
}

/// A text as the key of a table.
struct TextKey: TableKey {
  private let text: Str

  @inline(__always)
  init(_ text: Str) {
    self.text = text
  }

  @inline(__always)
  static func == (a: TextKey, b: TextKey) -> Bool { a.text == b.text }

  @inline(__always)
  var tableHash: Int { text.hash }
}
