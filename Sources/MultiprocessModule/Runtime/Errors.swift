// The runtime's errors as Python's exceptions.
import Glibc
import Interpreter
import Multiprocess

extension Frame {
  /// The Python exception for an error of the runtime (or one that is a Python exception already).
  func raised(_ error: any Error) -> Raised {
    switch error {
    case let raised as Raised: return raised
    case let error as RuntimeError: return self.raised(error)
    case let error as SystemError: return osError(error.code)
    default: return runtimeError("\(error)")
    }
  }

  private func raised(_ failure: RuntimeError) -> Raised {
    switch failure {
    case .arenaFull(let bytes):
      return error(.MemoryError, "the memory that processes share has no room for \(bytes) more bytes")
    case .tooManyObjects(let limit): return error(.MemoryError, "there are \(limit) shared objects, the most there can be")
    case .tooManyProcesses: return osError(EAGAIN)
    case .staleHandle, .wrongKind: return valueError("the shared object is gone: no process held it any more")
    case .releasedTooOften: return valueError("semaphore or lock released too many times")
    case .notOwner: return error(.AssertionError, "attempt to release recursive lock not owned by thread")
    case .taskDoneTooOften: return valueError("task_done() called too many times")
    case .brokenBarrier: return error(types[module: "multiprocessing.synchronize.BrokenBarrierError"])
    case .empty: return error(types[module: "_queue.Empty"])
    case .full: return error(types[module: "_queue.Full"])
    case .shutDown: return error(types[module: "_queue.ShutDown"])
    case .endOfFile: return error(types[.EOFError])
    case .brokenPipe: return osError(EPIPE)
    case .wrongDirection: return error(.OSError, "connection is read-only or write-only")
    case .closed: return error(.OSError, "handle is closed")
    case .notAChild: return error(.AssertionError, "can only join a child process")
    case .stillRunning: return error(.RuntimeError, "the process is still running")
    case .daemonHasNoChildren: return error(.AssertionError, "daemonic processes are not allowed to have children")
    case .interrupted: return Raised(ExceptionObject(types[.KeyboardInterrupt]))
    case .deadlock(let report): return deadlock(report)
    }
  }

  /// DeadlockError; one of the processes also prints the report. A process whose parent was killed ends without a word.
  private func deadlock(_ report: DeadlockReport) -> Raised {
    if Runtime.isOrphan { return error(types[.SystemExit], Value.int(1)) }
    let text = DeadlockText.render(report.processes)
    if report.isMine { interpreter.writeError(text, self) }
    return error(types[module: "multiprocessing.DeadlockError"], .text("every process waits for another, so none can go on"))
  }
}

/// The deadlock report as people read it.
enum DeadlockText {
  static func render(_ processes: [ProcessDescription]) -> String {
    var lines = ["Deadlock: \(processes.count == 1 ? "a process waits" : "\(processes.count) processes wait") for what can never come:"]
    for process in processes {
      var line = "  \(process.name) (pid \(process.pid))"
      if process.line > 0 { line += " at \(process.file):\(process.line)" }
      line += " \(process.waitsFor.phrase)"
      if !process.object.isEmpty { line += " '\(process.object)'" }
      if process.holder != 0, process.waitsFor == .lock {
        line += ", held by \(process.holderName) (pid \(process.holder))"
      }
      lines.append(line)
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension WaitKind {
  /// What a process that waits for this does.
  var phrase: String {
    switch self {
    case .nothing: "runs"
    case .lock: "waits for lock"
    case .semaphore: "waits for semaphore"
    case .event: "waits for event"
    case .condition: "waits on condition"
    case .barrier: "waits at barrier"
    case .message: "waits for a message from"
    case .room: "waits for room in"
    case .tasks: "waits for the tasks of"
    case .process: "joins process"
    case .several: "waits for several things"
    }
  }
}
