// Worker processes that do tasks from one queue, and what their parent knows of them: what pools and executors share.
import CPosixShim
import Glibc
import Interpreter
import Multiprocess

/// A crew of worker processes.
///
/// The parent has no thread that waits for outcomes. Whoever waits for one calls `wait`, which deals with whatever comes
/// in; while the parent computes or sleeps, the first outcome to come sends it a signal, and the parent deals with it
/// between two operations of the script. A worker's death comes as SIGCHLD.
///
/// Each task has a number, which is the number of its message in the task queue. A worker notes the number of the task
/// that it takes before the task leaves the queue, so it is known what a dead one took with it.
final class Workers: TreeObject {
  static let typeName = "_multiprocessing.Workers"
  /// What an outcome sends a parent that does not wait. Its default action is to be ignored.
  static let outcomeSignal = SIGURG

  let tasks: Queue
  let outcomes: Queue
  /// Word 0: the parent wants a signal for the next outcome. Word 1 + place: what the worker there took last.
  private let notes: SharedMemory
  private let owner = getpid()
  /// The process at each place; nil where nobody works any more.
  private var staff: [ProcessObject?]
  /// Who gets the outcome of a task, called with `(kind, value, detail)`.
  private var receivers: [UInt64: Value] = [:]
  /// `hire(place)` starts a process for a place.
  private var hire: Value
  /// `bereaved(place, process, receiver)`: a worker has ended, with the task of `receiver` if that is not None.
  /// True asks for another worker at the place.
  private var bereaved: Value
  /// `failed(exception)`: a worker could not begin its work.
  private var failed: Value
  private var sentCount: UInt64 = 0
  /// How many outcomes and deaths have been dealt with.
  private(set) var handledCount = 0
  /// How many calls of `attend` are under way: a receiver may wait for another outcome.
  private var depth = 0

  /// The number of what a worker reports that could not begin.
  static let failedBeginning = UInt64.max

  private init(size: Int, hire: Value, bereaved: Value, failed: Value, _ tree: Tree, _ f: Frame) throws {
    tasks = try Queue(name: "tasks")
    outcomes = try Queue(name: "outcomes")
    notes = try SharedMemory(count: 8 * (1 + size), name: "workers")
    staff = Array(repeating: nil, count: size)
    self.hire = hire
    self.bereaved = bereaved
    self.failed = failed
    super.init(Workers.typeName, tree, f)
  }

  static func make(_ f: Frame, _ a: Arguments) throws(Raised) -> Value {
    let tree = try Tree.of(f)
    let size = try f.index(a[0])
    do {
      return .object(try Workers(size: max(0, size), hire: a[1], bereaved: a[2], failed: a[3], tree, f))
    } catch {
      throw f.raised(error)
    }
  }

  // MARK: Shared words

  /// Where the worker at a place notes which task it took last.
  func note(of place: Int) -> UnsafeMutableRawPointer { notes.bytes.baseAddress! + 8 * (1 + place) }

  private var signalWord: UnsafeMutablePointer<UInt32> {
    notes.bytes.baseAddress!.assumingMemoryBound(to: UInt32.self)
  }

  /// In a worker: tells a parent that does not wait that there is an outcome.
  func announceOutcome() {
    if ppd_exchange32(signalWord, 0) == 1 { kill(owner, Workers.outcomeSignal) }
  }

  // MARK: Giving tasks

  var isOwner: Bool { getpid() == owner }
  var outstandingCount: Int { receivers.count }

  private func checkOwner(_ f: Frame) throws(Raised) {
    if !isOwner { throw f.runtimeError("a pool or executor can only be used by the process that made it") }
  }

  /// Puts a task into the queue. Raises what cannot be pickled.
  func submit(_ task: ContiguousArray<Value>, for receiver: Value, _ f: Frame) throws(Raised) {
    try checkOwner(f)
    publish(f)
    try tree.encoder.encode(.tuple(task), f) { (bytes, handles) throws(Raised) in
      // The outcome may be there before `put` returns.
      if depth == 0 { expectOutcomes() }
      do { try tasks.put(bytes, handles: handles) } catch { throw f.raised(error) }
    }
    receivers[sentCount] = receiver
    sentCount += 1
  }

  /// From now on an outcome interrupts whatever the parent does.
  private func expectOutcomes() {
    if !tree.activeWorkers.contains(where: { $0 === self }) {
      tree.activeWorkers.append(self)
      tree.observeWorkers()
    }
    ppd_store32(signalWord, 1)
  }

  /// No outcome is missing: signals are nobody's business any more.
  private func expectNothing() {
    ppd_store32(signalWord, 0)
    tree.activeWorkers.removeAll { $0 === self }
    tree.observeWorkers()
  }

  // MARK: Dealing with what comes in

  /// Hands outcomes that have come to their receivers, and replaces workers that have ended.
  func attend(_ f: Frame) throws(Raised) {
    guard isOwner else { return }
    depth += 1
    defer { depth -= 1 }
    repeat {
      ppd_store32(signalWord, 0)
      let ended = staff.indices.filter { staff[$0]?.hasEnded ?? false }
      while !outcomes.isEmpty, let outcome = try takeOutcome(f) { try hand(outcome, f) }
      for place in ended { try settle(place, f) }
      if depth > 1 { return }
      if receivers.isEmpty { expectNothing() } else { expectOutcomes() }
    } while !outcomes.isEmpty
  }

  private typealias Outcome = (number: UInt64, content: Result<ContiguousArray<Value>, Raised>)

  private func takeOutcome(_ f: Frame) throws(Raised) -> Outcome? {
    do {
      return try outcomes.get(until: .now) { message -> Outcome in
        let number = message.loadUnaligned(as: UInt64.self)
        let pickle = UnsafeRawBufferPointer(rebasing: message[8...])
        return (number, Result { () throws(Raised) in try Decoder.decode(pickle, tree, f).tuple?.items ?? [] })
      }
    } catch RuntimeError.empty {
      return nil
    } catch {
      throw f.raised(error)
    }
  }

  private func hand(_ outcome: Outcome, _ f: Frame) throws(Raised) {
    let content: ContiguousArray<Value>
    switch outcome.content {
    case .success(let items): content = items
    // It could not be read here: that is the task's failure.
    case .failure(let raised): content = [.bool(false), .object(raised.exception), .text("")]
    }
    handledCount += 1
    guard content.count == 3 else { throw f.unpicklingError("a worker's outcome has not three parts") }
    if outcome.number == Workers.failedBeginning {
      _ = try f.call(failed, content[1], content[2])
    } else if let receiver = receivers.removeValue(forKey: outcome.number) {
      _ = try f.call(receiver, content[0], content[1], content[2])
    }
  }

  /// Finds out what the ended worker at a place took with it and whether another is wanted.
  private func settle(_ place: Int, _ f: Frame) throws(Raised) {
    // What has been dealt with meanwhile may have ended the whole crew.
    guard place < staff.count, let process = staff[place], try !process.exitCode(f).isNone else { return }
    staff[place] = nil
    handledCount += 1
    let noted = note(of: place).load(as: UInt64.self)
    let hadTask = noted > 0 && noted <= tasks.takenCount
    let lost = hadTask ? receivers.removeValue(forKey: noted - 1) : nil
    if try f.truth(f.call(bereaved, .int(place), .object(process), lost ?? .none)) { try employ(place, f) }
  }

  /// Starts a worker at a place.
  func employ(_ place: Int, _ f: Frame) throws(Raised) {
    note(of: place).storeBytes(of: 0, as: UInt64.self)
    let process = try f.call(hire, .int(place))
    guard let object = process.native(ProcessObject.self) else { throw f.typeError("hire() must return a process") }
    staff[place] = object
  }

  /// Forgets what is outstanding, and whom it was for.
  func abandon() -> ContiguousArray<Value> {
    let dropped = receivers.sorted { $0.key < $1.key }.map(\.value)
    receivers = [:]
    expectNothing()
    return ContiguousArray(dropped)
  }

  /// Waits for no worker any more and forgets what to do about them, which refers to the pool that has this crew.
  func dismiss() {
    staff = []
    (hire, bereaved, failed) = (.none, .none, .none)
  }

  /// The living workers.
  var processes: ContiguousArray<Value> { ContiguousArray(staff.compactMap { $0.map { .object($0) } }) }

  // MARK: Waiting

  /// Waits until an outcome comes to one of the crews, or a worker of one ends, or `deadline` passes, and deals with
  /// what has come.
  static func wait(for crews: [Workers], until deadline: Deadline, _ tree: Tree, _ f: Frame) throws(Raised) {
    for crew in crews {
      try crew.checkOwner(f)
      ppd_store32(crew.signalWord, 0)
    }
    var things: [Waitable] = []
    for crew in crews {
      things.append(.queue(crew.outcomes))
      for process in crew.staff { if let child = process?.child { things.append(.process(child)) } }
    }
    // A script that waits for its workers can be helped by nobody else: if they all wait too, that is a deadlock.
    tree.awaited = crews
    tree.reconsiderSignals()
    defer {
      tree.awaited = []
      tree.reconsiderSignals()
    }
    let handled = { crews.reduce(0) { $0 + $1.handledCount } }
    let before = handled()
    // A signal that interrupts the wait may bring what is waited for.
    _ = try tree.waiting(f) { handled() == before ? try Runtime.wait(for: things, until: deadline) : [] }
    for crew in crews { try crew.attend(f) }
  }
}

extension Tree {
  /// Takes care that signals which concern workers are noticed while outcomes are outstanding.
  func observeWorkers() {
    let signals = interpreter.signals
    if activeWorkers.isEmpty {
      guard signals.isObserved(Workers.outcomeSignal) else { return }
      signals.observe(Workers.outcomeSignal, nil)
      signals.observe(SIGCHLD, nil)
    } else if !signals.isObserved(Workers.outcomeSignal) {
      let attend: SignalTable.Observer = { (f) throws(Raised) in
        for crew in self.activeWorkers where !crew.isAttending { try crew.attend(f) }
      }
      signals.observe(Workers.outcomeSignal, attend)
      signals.observe(SIGCHLD, attend)
    }
    reconsiderSignals()
  }

  /// Tells the runtime whether something may happen in this process while it waits.
  func reconsiderSignals() {
    let others = activeWorkers.contains { crew in !awaited.contains { $0 === crew } }
    Runtime.handlesSignals = interpreter.signals.hasHandlers || others
  }
}

extension Workers {
  var isAttending: Bool { depth > 0 }
}
