// How processes leave: their children first, then what they hold.
import CPosixShim
import Glibc

extension Runtime {
  /// What a process does before it leaves: daemonic children are terminated, all children joined. Then it holds no
  /// shared object any more. Throws what a join throws (`.interrupted`, `.deadlock`); call it again to go on.
  public static func finish() throws {
    for child in ChildProcess.active where child.isDaemon { try child.send(signal: SIGTERM) }
    try joinChildren()
    Recovery.giveBack(me, local.index)
  }

  /// Joins all children, daemonic ones too. Throws what a join throws; call it again to go on.
  public static func joinChildren() throws {
    for child in ChildProcess.active { _ = try child.join() }
  }

  /// Leaves at once with `_exit`, as children do: children are finished with, output is flushed by the hook, nothing of
  /// the C library's exit runs. A negative code is the negated number of a signal to die of.
  public static func exit(_ code: Int32) -> Never {
    var code = code
    while true {
      do {
        try finish()
        break
      } catch RuntimeError.interrupted {
        terminateChildren()
      } catch {
        code = code == 0 ? 1 : code
        break
      }
    }
    hooks.beforeExit()
    if code < 0 { ppd_signal_die(-code) }
    me.exitCode.store(UInt32(code & 255) | 256)
    ppd_exit_now(code & 255)
  }

  /// Sends SIGTERM to every living child.
  public static func terminateChildren() {
    for child in ChildProcess.active { try? child.send(signal: SIGTERM) }
  }

  /// Passes on to the children a signal (SIGINT or SIGTERM) that asks this process to end, so marked that a receiver can
  /// tell: it may have had the same one itself. With `insisting`, a child that ignores SIGINT gets SIGTERM.
  public static func relay(_ signal: Int32, insisting: Bool = false) {
    for child in ChildProcess.active {
      let ignored = insisting && signal == SIGINT && child.ignores(SIGINT)
      _ = ppd_signal_relay(child.pid, ignored ? SIGTERM : signal)
    }
  }

  /// Sends `signal` to every living process below this one, children's children included; not to those that the program
  /// forked by itself.
  public static func signalDescendants(_ signal: Int32) {
    ProcessTable.forEachSlot { index, slot in
      guard index != local.index, !slot.isUnawaited, descends(slot) else { return }
      let pid = Int32(slot.pid.load())
      // The descriptor names one process for good; if it has not died by now, it is the one of the slot.
      let descriptor = ppd_pidfd_open(pid)
      guard descriptor >= 0 else { return }
      if !slot.isDead { _ = ppd_pidfd_signal(descriptor, signal) }
      close(descriptor)
    }
  }

  private static func descends(_ slot: ProcessSlot) -> Bool {
    var ancestor = slot
    while ancestor.parent.value != 0 {
      let parent = arena.slot(ancestor.parent.value)
      guard parent.serial.value == ancestor.parentSerial.value else { return false }
      if ancestor.parent.value == local.index { return true }
      ancestor = parent
    }
    return false
  }

  /// Leaves a result for the parent's `result`: bytes and the shared objects that they mention. The last one counts.
  public static func setResult(_ message: consuming Message) {
    let old = Block(address: me.result.value)
    let block = message.block
    privately { journal in
      if let old { old.becomeOwned(by: me, journal) }
      journal.set(me.result, block.address)
      block.ceaseOwned(by: me, journal)
    }
    message.sent()
    if let old { Registry.dispose(old) }
  }
}
