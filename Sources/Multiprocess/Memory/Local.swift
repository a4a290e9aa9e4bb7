// What this process knows of itself: its arena and its slot. One process, one thread, so plain variables do.
import CPosixShim
import Glibc

/// The process-private roots of the runtime. Trivial fields only: reading one must cost one load.
struct Local {
  var arena: Arena! = nil
  /// This process's slot and its number, which is what lock owners are called by.
  var slot: ProcessSlot! = nil
  var index: UInt32 = 0
  var cores: UInt32 = 1
  /// Whether spinning has been worth it lately: for messages and the like, for locks, and for the end of a process.
  var spinning = SpinHabit()
  var backingOff = SpinHabit()
  var joining = SpinHabit()
  /// Whether objects are being buried: what that lets go of is left to the same loop.
  var isBurying = false
}

/// This process. Set by `Runtime.start` and, in a child, right after the fork.
nonisolated(unsafe) var local = Local()

/// The process's arena.
var arena: Arena {
  @inline(__always) get { local.arena.unsafelyUnwrapped }
}

/// The process's slot in the table.
var me: ProcessSlot {
  @inline(__always) get { local.slot.unsafelyUnwrapped }
}
