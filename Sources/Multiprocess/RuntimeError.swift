// What the runtime's operations throw, besides SystemError.

/// An operation that could not be done. Each case names its Python counterpart.
public enum RuntimeError: Error, Equatable {
  /// The arena has no room for `bytes` more (`MemoryError`).
  case arenaFull(bytes: Int)
  /// The process table is full (`OSError` with EAGAIN).
  case tooManyProcesses(limit: Int)
  /// The table of shared objects is full (`MemoryError`).
  case tooManyObjects(limit: Int)
  /// The handle's object has gone, or the handle was never one.
  case staleHandle(Handle)
  /// The handle's object is of another kind.
  case wrongKind(Handle, expected: ObjectKind)

  /// `release()` of a lock that nobody holds, or beyond a bounded semaphore's first value (`ValueError`).
  case releasedTooOften
  /// A recursive lock, or a condition's lock, that this process does not hold (`AssertionError`).
  case notOwner
  /// `taskDone()` more often than messages were put (`ValueError`).
  case taskDoneTooOften
  /// `BrokenBarrierError`.
  case brokenBarrier
  /// `queue.Empty`.
  case empty
  /// `queue.Full`.
  case full
  /// `queue.ShutDown`.
  case shutDown
  /// No process holds the other end any more and nothing is left to read (`EOFError`).
  case endOfFile
  /// No process holds the other end any more (`BrokenPipeError`).
  case brokenPipe
  /// Reading from a write-only end, or the reverse (`OSError`).
  case wrongDirection
  /// The end was closed by this process (`OSError`: handle is closed).
  case closed
  /// Joining or testing a process that is not a child of this one (`AssertionError`).
  case notAChild
  /// `result()` of a process that is still running.
  case stillRunning
  /// A daemonic process may have no children (`AssertionError`).
  case daemonHasNoChildren

  /// The `interrupted` hook asked to give up waiting (`KeyboardInterrupt`, or a handler that raised).
  case interrupted
  /// Nobody can ever provide what was waited for.
  case deadlock(DeadlockReport)
}
