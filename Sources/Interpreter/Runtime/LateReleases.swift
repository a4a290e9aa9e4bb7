// Destruction of long chains. An object that goes lets go of what it holds, which may go, too, and so on, each on the
// stack above the other. Where the stack is used up, the rest of a chain waits here and goes from another stack.
import CPosixShim

/// Values that were held by objects which went where the native stack was low.
///
/// The classes of which scripts build chains ask `ppd_stack_is_low()` when they go, and hand over what they hold if so. The
/// first to do so runs a loop on a stack of its own that lets go of one value after the other; what these hold in turn
/// is handed to the same loop once that stack is low. So a chain of any length goes on a stack of a fixed size.
final class LateReleases {
  private static let stackBytes = 8 << 20
  private static let stackReserve = 1 << 20

  private var waiting: [ContiguousArray<Value>] = []

  /// The running loop, of the thread. (A test may have an interpreter a thread.)
  private static var current: LateReleases? {
    ppd_late_releases().map { Unmanaged<LateReleases>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Keeps what an object holds until its turn. The closure moves it there: the object must not hold it any more.
  @inline(never)
  static func add(_ move: (inout ContiguousArray<Value>) -> Void) {
    if let current {
      current.keep(move)
      return
    }
    let releases = LateReleases()
    releases.keep(move)
    ppd_set_late_releases(Unmanaged.passUnretained(releases).toOpaque())
    SeparateStack(bytes: stackBytes, reserve: stackReserve) { releases.run() }.run()
    ppd_set_late_releases(nil)
  }

  private func keep(_ move: (inout ContiguousArray<Value>) -> Void) {
    waiting.append([])
    move(&waiting[waiting.count - 1])
  }

  private func run() {
    while waiting.popLast() != nil {}
  }
}

extension Value {
  /// An object, or `unbound` for nil.
  init(_ object: Object?) {
    self = object.map { .object($0) } ?? .unbound
  }
}
