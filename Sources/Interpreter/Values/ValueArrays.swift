// Arrays of values, made without asking the Swift runtime for their class: what the standard library has for it
// (`init(repeating:count:)`, `init(unsafeUninitializedCapacity:)`) is not specialised and does so each time, which takes
// three hundred instructions.

extension ContiguousArray<Value> {
  /// So many unbound values.
  @inline(__always)
  static func unbound(_ count: Int) -> ContiguousArray<Value> {
    var values: ContiguousArray<Value> = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(.unbound) }
    return values
  }

  /// The values of so many slots, where nothing stands any more then.
  @inline(__always)
  init(taking slots: UnsafeMutablePointer<Value>, count: Int) {
    self.init(UnsafeBufferPointer(start: slots, count: count))
    var index = 0
    while index < count {
      (slots + index).drop()
      index &+= 1
    }
  }
}
