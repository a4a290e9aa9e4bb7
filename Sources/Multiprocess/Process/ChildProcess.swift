// Starting processes and waiting for them.
import CPosixShim
import Glibc

/// The children that a process has not seen end, in the order they were started. A fresh child finds its parent's list
/// here and leaves it alone, because writing to what a fork shares costs a page.
nonisolated(unsafe) private var livingChildren: [ChildProcess] = []
/// Whose children those are: a slot number.
nonisolated(unsafe) private var livingChildrenParent: UInt32 = 0

/// How a process ended.
public enum ProcessEnd: Equatable, Sendable {
  case exited(code: Int32)
  case died(signal: Int32)
}

/// A process that this one started. `multiprocessing.Process` once started.
public final class ChildProcess {
  public let pid: Int32
  public let name: String
  public let isDaemon: Bool
  private let index: UInt32
  private let serial: UInt64
  private let creator: UInt32
  private var end: ProcessEnd?
  private var resultBlock: Block?
  private var descriptor: Int32 = -1

  private init(pid: Int32, index: UInt32, name: String, isDaemon: Bool) {
    self.pid = pid
    self.index = index
    self.name = name
    self.isDaemon = isDaemon
    serial = arena.slot(index).serial.value
    creator = local.index
  }

  deinit {
    guard creator == local.index else { return }
    if descriptor >= 0 { close(descriptor) }
    if let resultBlock { Registry.dispose(resultBlock) }
  }

  // MARK: Starting

  /// Forks. The child runs `body` and leaves with the code it returns; this process goes on.
  ///
  /// The child has all that this process has, shared objects included. Throws `SystemError` when the system refuses
  /// (EAGAIN, ENOMEM), `.tooManyProcesses`, `.arenaFull`, `.daemonHasNoChildren`.
  public static func spawn(
    name: String, daemon: Bool = false, _ body: () -> Int32
  ) throws -> ChildProcess {
    if me.isDaemon { throw RuntimeError.daemonHasNoChildren }
    reapDead()
    hooks.beforeBlocking()
    let index = try prepareSlot(name: name, flags: daemon ? ProcessSlot.daemonFlag : 0)
    let parent = getpid()
    let serial = arena.slot(index).serial.value
    let pid = ppd_fork()
    if pid == 0 { runChild(index, serial, daemon: daemon, parent: parent, body) }
    if pid < 0 {
      let error = SystemError("fork")
      abandon(index)
      throw error
    }
    ProcessTable.note(pid: pid, of: index, serial)
    let child = ChildProcess(pid: pid, index: index, name: name, isDaemon: daemon)
    if livingChildrenParent != local.index {
      livingChildrenParent = local.index
      livingChildren = []
    }
    livingChildren.append(child)
    return child
  }

  /// A slot for the child of a fork, with all that this process holds and with its signal handlers.
  private static func prepareSlot(name: String, flags: UInt32) throws(RuntimeError) -> UInt32 {
    let index = try ProcessTable.enter(name: name, flags: flags | me.flags.value & ProcessSlot.signalsFlag)
    do {
      try Holdings.inherit(to: arena.slot(index))
    } catch {
      abandon(index)
      throw error
    }
    return index
  }

  /// fork(2) for a program that waits for the child by itself: `Runtime.fork`.
  static func fork() -> Int32 {
    ProcessTable.forEachSlot { index, slot in if slot.isDead { Recovery.recover(index) } }
    guard let index = try? prepareSlot(name: "fork of \(me.name)", flags: ProcessSlot.unawaitedFlag) else {
      errno = EAGAIN
      return -1
    }
    let serial = arena.slot(index).serial.value
    let pid = ppd_fork()
    if pid == 0 {
      becomeOrLeave(index, serial)
    } else if pid > 0 {
      ProcessTable.note(pid: pid, of: index, serial)
    } else {
      let code = errno
      abandon(index)
      errno = code
    }
    return pid
  }

  /// Takes back a slot whose process never came to be.
  private static func abandon(_ index: UInt32) {
    Holdings.dropAll(of: arena.slot(index))
    ProcessTable.give(index)
  }

  private static func runChild(
    _ index: UInt32, _ serial: UInt64, daemon: Bool, parent: pid_t, _ body: () -> Int32
  ) -> Never {
    becomeOrLeave(index, serial)
    if daemon {
      _ = ppd_signal_on_parent_death(SIGKILL)
      // It may have died before that took effect.
      if getppid() != parent { ppd_exit_now(1) }
    }
    hooks.inChild()
    Runtime.exit(body())
  }

  private static func becomeOrLeave(_ index: UInt32, _ serial: UInt64) {
    do {
      try ProcessTable.become(index, serial)
    } catch {
      ppd_exit_now(1)
    }
  }

  // MARK: Waiting

  /// Waits for the process to end; false when `deadline` passed first. Throws `.notAChild` in any process but the one
  /// that started it.
  public func join(until deadline: Deadline = .never) throws -> Bool {
    try checkParent()
    if end != nil { return true }
    if deadline == .now { return try reap() }
    if Waiting.spinForEnd(until: { arena.slot(index).isDead }), try reapDying() { return true }
    var failure: SystemError?
    let ended = try Waiting.sleeping(for: WaitReason(joining: index), until: deadline) { until in
      do throws(SystemError) {
        return try sleepUntilEnd(until)
      } catch {
        failure = error
        return .ready
      }
    } onGivingUp: {
    }
    if let failure { throw failure }
    return ended
  }

  /// Sleeps until the process ends, on the word that the kernel marks when it begins to take the process down, or until
  /// `until` passes.
  private func sleepUntilEnd(_ until: UInt64) throws(SystemError) -> Waiting.SleepEnd {
    let slot = arena.slot(index)
    let value = slot.lifeWord.or(PPD_FUTEX_WAITERS) | PPD_FUTEX_WAITERS
    if value & PPD_FUTEX_OWNER_DIED != 0 { return try reapDying() ? .ready : sleepOnDescriptor(until) }
    let end = ppd_futex_wait(slot.lifeWord.pointer, value, until)
    if slot.isDead { return .woken }
    if end == ETIMEDOUT, try reap() { return .ready }
    return end == ETIMEDOUT ? .timedOut : .woken
  }

  /// Asks often how a process ended that the system takes down, which most often takes some microseconds.
  private func reapDying() throws(SystemError) -> Bool {
    var failure: SystemError?
    let ended = Waiting.spin {
      do throws(SystemError) {
        return try reap()
      } catch {
        failure = error
        return true
      }
    }
    if let failure { throw failure }
    return ended
  }

  /// Sleeps until the process has gone, which takes long where the memory is large, or where the process has become
  /// another program (exec), which is no end but to the runtime.
  private func sleepOnDescriptor(_ until: UInt64) throws(SystemError) -> Waiting.SleepEnd {
    let opened = descriptor >= 0 ? -1 : ppd_pidfd_open(pid)
    defer { if opened >= 0 { close(opened) } }
    let now = monotonicNanoseconds()
    guard descriptor >= 0 || opened >= 0 else {
      usleep(1000)
      if try reap() { return .ready }
      return now >= until ? .timedOut : .woken
    }
    let ready = ppd_poll_readable(max(descriptor, opened), until > now ? until - now : 0)
    if ready < 0, errno != EINTR { throw SystemError("ppoll") }
    if try reap() { return .ready }
    return ready == 0 ? .timedOut : .woken
  }

  /// `Process.sentinel`: a descriptor that polls readable once the process has ended. It belongs to this object.
  public func sentinel() throws -> Int32 {
    if descriptor >= 0 { return descriptor }
    if end == nil {
      descriptor = ppd_pidfd_open(pid)
      if descriptor >= 0 { return descriptor }
      guard errno == ESRCH else { throw SystemError("pidfd_open") }
    }
    // Nobody knows it by its pid any more, which may be another's: any descriptor that is readable will do.
    descriptor = ppd_ready_descriptor()
    if descriptor < 0 { throw SystemError("eventfd") }
    return descriptor
  }

  /// Whether `sentinel` has given out this descriptor.
  public func hasSentinel(_ number: Int32) -> Bool { number >= 0 && descriptor == number }

  /// Asks the system whether the process has ended; if so settles what it left and takes its result.
  private func reap() throws(SystemError) -> Bool {
    if end != nil { return true }
    var status: Int32 = 0
    let slot = arena.slot(index)
    while true {
      let found = waitpid(pid, &status, WNOHANG)
      if found == 0 { return false }
      if found == pid {
        end = ppd_status_exited(status)
          ? .exited(code: ppd_status_code(status)) : .died(signal: ppd_status_signal(status))
        break
      }
      if errno == EINTR { continue }
      guard errno == ECHILD else { throw SystemError("waitpid") }
      // Somebody else has asked first, so only what it said itself is known.
      guard slot.isDead || kill(pid, 0) != 0 else { return false }
      let code = slot.exitCode.value
      end = code & 256 != 0 ? .exited(code: Int32(code & 255)) : .died(signal: SIGKILL)
      break
    }
    // Before it entered the table the kernel did not know whom to mark.
    slot.lifeWord.or(PPD_FUTEX_OWNER_DIED)
    _ = slot.stateWord.compareExchange(ProcessSlot.starting(serial), ProcessState.running.rawValue)
    Recovery.recover(index)
    resultBlock = Recovery.takeResult(of: slot)
    ProcessTable.give(index)
    livingChildren.removeAll { $0 === self }
    if let end { hooks.childEnded(self, end) }
    return true
  }

  /// Whether it can execute nothing any more; the system may need a moment yet to say how it ended. One load, once the
  /// process has begun.
  public var hasEnded: Bool { end != nil || lifeWord == nil || arena.slot(index).hasEnded }

  /// The word that the kernel marks when the process ends; nil once the slot is another's.
  var lifeWord: Word32? {
    let slot = arena.slot(index)
    return end == nil && slot.serial.load() == serial ? slot.lifeWord : nil
  }

  private func checkParent() throws(RuntimeError) {
    guard creator == local.index else { throw .notAChild }
  }

  // MARK: State

  /// Whether it has not ended. Throws `.notAChild`.
  public func isAlive() throws -> Bool {
    try checkParent()
    return try !reap()
  }

  /// How it ended, or nil while it has not. Throws `.notAChild`.
  public func ending() throws -> ProcessEnd? {
    try checkParent()
    _ = try reap()
    return end
  }

  /// `Process.exitcode`: the code it left with, or the negated number of the signal that ended it.
  public func exitCode() throws -> Int32? {
    switch try ending() {
    case nil: nil
    case .exited(let code): code
    case .died(let signal): -signal
    }
  }

  /// Sends a signal; nothing when it has ended. `terminate()` is SIGTERM, `kill()` is SIGKILL.
  public func send(signal: Int32) throws {
    if creator == local.index, try reap() { return }
    guard kill(pid, signal) != 0, errno != ESRCH else { return }
    throw SystemError("kill")
  }

  /// Whether it ignores a signal, as far as the system tells.
  func ignores(_ signal: Int32) -> Bool {
    guard let file = fopen("/proc/\(pid)/status", "re") else { return false }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      guard text.hasPrefix("SigIgn:") else { continue }
      let digits = text.dropFirst(7).filter(\.isHexDigit)
      return (UInt64(digits, radix: 16) ?? 0) >> UInt64(signal - 1) & 1 == 1
    }
    return false
  }

  /// What the child left with `Runtime.setResult`, shown to `body`; nil when it left nothing. Throws `.stillRunning`.
  public func result<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result? {
    try checkParent()
    guard try reap() else { throw RuntimeError.stillRunning }
    guard let block = resultBlock else { return nil }
    let count = Int(block.size.value) - Int(block.handleCount.value) * 8
    return try body(UnsafeRawBufferPointer(start: content(of: block), count: count))
  }

  /// The children that have not been seen to end: `multiprocessing.active_children`.
  public static var active: [ChildProcess] {
    guard livingChildrenParent == local.index else { return [] }
    reapEnded()
    return livingChildren
  }

  /// The same without looking at them: one that is dead belongs to them until somebody has seen it.
  public static var unsettled: [ChildProcess] { livingChildrenParent == local.index ? livingChildren : [] }

  private static func reapEnded() {
    for child in livingChildren { _ = try? child.reap() }
  }

  /// Settles the children that shared memory knows to be dead: no system call for each of a thousand that live.
  private static func reapDead() {
    guard livingChildrenParent == local.index else { return }
    for child in livingChildren where arena.slot(child.index).isDead { _ = try? child.reap() }
  }
}
