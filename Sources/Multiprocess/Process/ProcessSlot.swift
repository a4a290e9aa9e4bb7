// A process's entry in the process table.
import CPosixShim

/// What a process is doing, as the table shows it.
public enum ProcessState: UInt32, Sendable {
  /// The slot is nobody's.
  case free
  /// Forked, or about to be; has not reported yet.
  case starting
  /// Executing.
  case running
  /// Waiting for something of the runtime without a time limit.
  case waiting
  /// Waiting for something of the runtime, for a limited time.
  case waitingForAWhile
  /// Sleeping, in input or output, or waiting for something that the runtime does not know.
  case outside
  /// Ended, and what it held is given back; its parent has not asked for its exit code yet.
  case ended
}

/// A process slot: 2048 bytes of the arena.
///
///     0    life            robust list head and node, life word at +32 (`struct ppd_life`)
///     40   state in the low 4 bits; while starting, the serial number above · pid · parent · flags  (u32 each)
///     56   serial number · parent's serial number                          (u64 each)
///     72   exit code | 256 once set · next free slot                       (u32 each)
///     80   result block (address)
///     128  section lock wanted or held (address) · user locks held (u32) · wait point (u32)
///     144  position: file << 32 | line
///     152  progress: how often it began or ended a wait
///     160  owned blocks (address) · first object to bury (u32) · rechecks of the current wait (u32)
///     192  wait: kind (u32) · object · giver · since · word slept on · verdict · progress and rechecks when suspected
///     256  condition waited on · next and previous waiter · notified · barrier waited at · its round (u32 each)
///     288  holdings: capacity in words · address
///     320  name: length (u32), 60 bytes of UTF-8
///     384  holdings of the first 512 objects, unless they moved
///     448  journal
struct ProcessSlot: Equatable {
  let base: UnsafeMutableRawPointer

  @inline(__always) init(_ base: UnsafeMutableRawPointer) { self.base = base }

  var life: UnsafeMutablePointer<ppd_life> { base.assumingMemoryBound(to: ppd_life.self) }
  @inline(__always) var lifeWord: Word32 { Word32(base + 32) }
  @inline(__always) var stateWord: Word32 { Word32(base + 40) }
  var pid: Word32 { Word32(base + 44) }
  var parent: Word32 { Word32(base + 48) }
  var flags: Word32 { Word32(base + 52) }
  var serial: Word64 { Word64(base + 56) }
  var parentSerial: Word64 { Word64(base + 64) }
  var exitCode: Word32 { Word32(base + 72) }
  var nextFree: Word32 { Word32(base + 76) }
  var result: Word64 { Word64(base + 80) }

  @inline(__always) var sectionLock: Word64 { Word64(base + 128) }
  @inline(__always) var heldLocks: Word32 { Word32(base + 136) }
  @inline(__always) var point: WaitPoint { WaitPoint(base + 140) }
  @inline(__always) var position: Word64 { Word64(base + 144) }
  @inline(__always) var progress: Word64 { Word64(base + 152) }
  @inline(__always) var ownedBlocks: Word64 { Word64(base + 160) }
  var graveyard: Word32 { Word32(base + 168) }
  var rechecks: Word32 { Word32(base + 172) }

  var waitKind: Word32 { Word32(base + 192) }
  var waitObject: Word64 { Word64(base + 200) }
  var waitGiver: Word64 { Word64(base + 208) }
  var waitSince: Word64 { Word64(base + 216) }
  var waitWord: Word64 { Word64(base + 224) }
  var verdict: Word64 { Word64(base + 232) }
  var suspectedProgress: Word64 { Word64(base + 240) }
  var suspectedRechecks: Word32 { Word32(base + 248) }

  var condition: Word32 { Word32(base + 256) }
  var nextWaiter: Word32 { Word32(base + 260) }
  var previousWaiter: Word32 { Word32(base + 264) }
  var notified: Word32 { Word32(base + 268) }
  var barrier: Word32 { Word32(base + 272) }
  var barrierRound: Word32 { Word32(base + 276) }

  var holdingsCapacity: Word64 { Word64(base + 288) }
  var holdingsAddress: Word64 { Word64(base + 296) }
  static let inlineHoldings = 384
  static let inlineHoldingsWords = 8

  @inline(__always) var journal: Journal { Journal(base: base + 448) }

  /// The process ends with its parent.
  static let daemonFlag: UInt32 = 1
  /// A signal handler of the program may end its waits, or do what others wait for.
  static let signalsFlag: UInt32 = 2
  /// The kernel knows whose word to mark when the process ends.
  static let registeredFlag: UInt32 = 4
  /// Nobody asks the runtime how the process ended: the program forked it by itself.
  static let unawaitedFlag: UInt32 = 8

  @inline(__always)
  var state: ProcessState {
    get { ProcessState(rawValue: stateWord.load() & 15) ?? .free }
    nonmutating set { stateWord.store(newValue.rawValue) }
  }

  /// What the state word holds while process number `serial` starts. The number tells a process that is born late, after
  /// its parent died and its slot went to another, that the slot is not its own any more.
  static func starting(_ serial: UInt64) -> UInt32 {
    ProcessState.starting.rawValue | UInt32(truncatingIfNeeded: serial) << 4
  }

  /// Whether the process has ended; true from the moment it can execute nothing any more.
  @inline(__always) var isDead: Bool { lifeWord.load() & PPD_FUTEX_OWNER_DIED != 0 }

  /// As `isDead`, and asks the system about a process that may have ended before the kernel knew whom to mark.
  var hasEnded: Bool {
    if isDead { return true }
    let serial = serial.load()
    guard flags.load() & ProcessSlot.registeredFlag == 0, case let pid = pid.load(), pid != 0, ppd_has_exited(Int32(pid))
    else { return false }
    return section(arena.registryLock) { _ in
      guard self.serial.value == serial, state != .free else { return false }
      lifeWord.or(PPD_FUTEX_OWNER_DIED)
      return true
    }
  }

  var isDaemon: Bool { flags.value & ProcessSlot.daemonFlag != 0 }
  /// Whether the program forked the process by itself, and waits for it by itself.
  var isUnawaited: Bool { flags.value & ProcessSlot.unawaitedFlag != 0 }

  /// At most 60 bytes; more is cut.
  var name: String {
    get { ShortName(base + 320, capacity: 60).text }
    nonmutating set { ShortName(base + 320, capacity: 60).text = newValue }
  }
}

/// A short text in the arena: a length (u32) and that many bytes of UTF-8.
struct ShortName {
  let base: UnsafeMutableRawPointer
  let capacity: Int

  init(_ base: UnsafeMutableRawPointer, capacity: Int) {
    self.base = base
    self.capacity = capacity
  }

  var text: String {
    get {
      let length = min(Int(Word32(base).load()), capacity)
      return String(decoding: UnsafeRawBufferPointer(start: base + 4, count: length), as: UTF8.self)
    }
    nonmutating set {
      var length = 0
      // Whole characters only.
      for character in newValue {
        let bytes = character.utf8
        guard length + bytes.count <= capacity else { break }
        for byte in bytes {
          (base + 4).storeBytes(of: byte, toByteOffset: length, as: UInt8.self)
          length += 1
        }
      }
      Word32(base).store(UInt32(length))
    }
  }
}
