// A native stack on which a body runs from its beginning to its end.
import CPosixShim

/// A body that runs to its end on a native stack of its own.
final class SeparateStack {
  private let bytes: Int
  private let reserve: Int
  private let body: () -> Void
  private var outer: UnsafeMutableRawPointer?
  private var inner: UnsafeMutableRawPointer?

  /// - Parameters:
  ///   - bytes: how much address space the stack gets; only what is touched takes memory.
  ///   - reserve: what Swift's own functions may need below the limit that the interpreter checks.
  init(bytes: Int, reserve: Int, _ body: @escaping () -> Void) {
    self.bytes = bytes
    self.reserve = reserve
    self.body = body
  }

  /// Returns when the body has.
  func run() {
    let memory = ppdReserve(bytes)
    let limit = ppd_stack_limit()
    inner = ppd_stack_prepare(
      memory.baseAddress! + bytes, { Unmanaged<SeparateStack>.fromOpaque($0!).takeUnretainedValue().runBody() },
      Unmanaged.passUnretained(self).toOpaque())
    ppd_set_stack_limit(UInt(bitPattern: memory.baseAddress!) + UInt(reserve))
    ppd_stack_switch(&outer, inner)
    ppd_set_stack_limit(limit)
    ppdRelease(memory)
  }

  private func runBody() {
    body()
    ppd_stack_switch(&inner, outer)
  }
}
