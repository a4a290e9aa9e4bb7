// The way in: making the arena, the hooks of the program that uses the runtime, and leaving.
import CPosixShim
import Glibc

/// What the runtime asks of the program around it. All are called on the process's only thread.
public struct Hooks {
  /// Before the process sleeps, and before a message or a release that another process can see the effects of, the
  /// program writes its pending output. The runtime itself calls it before sleeping and before forking.
  public var beforeBlocking: () -> Void = {}
  /// Whether to give up waiting, after a signal or a wake-up: the wait throws `RuntimeError.interrupted`.
  public var interrupted: () -> Bool = { false }
  /// A program that runs several tasks in turn lets the others go on instead of having the process sleep: called
  /// inside a task that has to wait until `Deadline` at most. It returns when it is time to look again.
  public var waitElsewhere: (Deadline) -> Elsewhere = { _ in .alone }
  /// First thing in a child.
  public var inChild: () -> Void = {}
  /// A child of this process was seen to have ended.
  public var childEnded: (ChildProcess, ProcessEnd) -> Void = { _, _ in }
  /// Last thing before a child leaves with `_exit`: the program writes its pending output.
  public var beforeExit: () -> Void = {}

  public init() {}
}

/// What came of letting other tasks of the process go on.
public enum Elsewhere {
  /// There are none: the process sleeps.
  case alone
  case lookAgain
  /// The task is to end: its wait throws `RuntimeError.interrupted`.
  case giveUp
}

nonisolated(unsafe) var hooks = Hooks()

/// The runtime of this process and of the tree that it starts.
public enum Runtime {
  /// Makes the arena and enters this process into its table. Comes first, once, before any other thread exists;
  /// children have it by their fork. A second call only changes the hooks.
  ///
  /// Throws `SystemError` when not even a small arena can be mapped.
  public static func start(name: String = "MainProcess", hooks newHooks: Hooks = Hooks()) throws {
    hooks = newHooks
    guard local.arena == nil else { return }
    local.arena = try Arena.map(size: Arena.wantedSize)
    local.cores = ppd_core_count()
    // Until it has a slot, the process works in slot 0, which is nobody's.
    local.slot = arena.slot(0)
    local.index = 0
    let index = try ProcessTable.enter(name: name, flags: 0)
    try ProcessTable.become(index, arena.slot(index).serial.value)
  }

  /// fork(2) for a program that waits for the child by itself, with `waitpid`: the child is a process of the tree as any
  /// other, but no `ChildProcess` stands for it. Returns its pid, 0 in the child, or -1 and errno: EAGAIN also when the
  /// process table or the arena is full.
  public static func fork() -> Int32 { ChildProcess.fork() }

  /// Whether a process above this one was killed: nobody waits for what this one does.
  public static var isOrphan: Bool { ProcessTable.isOrphan(me) }

  /// Whether `start` was called, here or in a parent.
  public static var isStarted: Bool { local.arena != nil }

  /// Changes the hooks of this process.
  public static func setHooks(_ newHooks: Hooks) { hooks = newHooks }

  /// The arena's size and what of its heap is in use, in bytes.
  public static var memory: (size: Int, used: Int) {
    (arena.size, Int(arena.spansInUse.value) * Arena.spanSize)
  }

  /// The shared objects that live now.
  public static var objectCount: Int {
    var count = 0
    for index in 1..<max(1, arena.objectsUsed.value) where ObjectEntry(index).generation.load() & 1 == 1 { count += 1 }
    return count
  }

  /// Marks the process as sleeping, in input or output, or otherwise waiting outside the runtime while `body` runs:
  /// it does not need its core, and it may come back by itself.
  public static func outside<Result>(_ body: () throws -> Result) rethrows -> Result {
    me.state = .outside
    arena.running.add(~0)
    defer {
      arena.running.add(1)
      me.state = .running
    }
    return try body()
  }

  /// Tells whether signal handlers of the program may run here: such a process can always end a wait, its own or
  /// another's, so it is never part of a deadlock.
  public static var handlesSignals: Bool {
    get { me.flags.value & ProcessSlot.signalsFlag != 0 }
    set {
      let others = me.flags.value & ~ProcessSlot.signalsFlag
      me.flags.store(newValue ? others | ProcessSlot.signalsFlag : others)
    }
  }
}
