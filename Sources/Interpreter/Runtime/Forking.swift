// fork(2), with those who have to know of it.
import CPosixShim
import Glibc

/// What runs around a fork. Hooks "before" run newest first, the others oldest first, as `os.register_at_fork` says.
public final class ForkHooks {
  public typealias Hook = (Frame) throws(Raised) -> Void

  public var before: [Hook] = []
  public var afterInParent: [Hook] = []
  public var afterInChild: [Hook] = []
}

extension Interpreter {
  /// fork(2). What waits to be printed is printed first, and the child forgets the signals that were its parent's.
  /// - Returns: the child's pid, 0 in the child. Raises OSError.
  public func fork(_ f: Frame) throws(Raised) -> Int32 {
    for hook in forkHooks.before.reversed() { try hook(f) }
    try flushOutput(f)
    let pid = systemFork()
    let code = errno
    if pid == 0 {
      ppd_signal_forget()
      for hook in forkHooks.afterInChild { try hook(f) }
      return 0
    }
    for hook in forkHooks.afterInParent { try hook(f) }
    if pid < 0 { throw f.osError(code) }
    return pid
  }
}
