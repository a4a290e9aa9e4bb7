// How a server's requests take turns: each runs until it ends or waits.
import CPosixShim
import Glibc
import Interpreter
import Multiprocess

/// Runs tasks, and gives what blocks in them another meaning: the others go on.
final class RequestScheduler: FiberScheduler {
  private let interpreter: Interpreter
  private let tree: Tree
  /// The epoll(7) descriptor of the server's loop.
  private let poll: Int32
  private(set) var current: ServerTask?
  /// Tasks whose requests are done, for the next.
  private var idle: [ServerTask] = []
  private var runnable: [ServerTask] = []
  private var waiters: [ChangeKey: [ServerTask]] = [:]
  private var lookers: [ServerTask] = []
  private var descriptorWaits: [UInt64: ServerTask] = [:]
  private var lastToken = RequestScheduler.firstToken
  private var timers = Timers<(task: ServerTask, number: Int)>()

  /// Tokens of polled descriptors from here on are the scheduler's.
  static let firstToken: UInt64 = 1 << 63
  /// Between two looks at what others than fibers may have changed: 1 ms, more when many look.
  private static let lookInterval: UInt64 = 1_000_000

  /// How many tasks are kept for the next requests.
  private static let mostIdle = 32
  /// How often a task may wait after it was told to end.
  private static let mostRefusals = 1000

  init(_ tree: Tree, poll: Int32) {
    interpreter = tree.interpreter
    self.tree = tree
    self.poll = poll
  }

  // MARK: For the loop

  /// Runs a task until it waits or ends.
  func run(_ task: ServerTask) {
    let outer = (task: current, scheduler: interpreter.fiberScheduler, frame: tree.frame)
    current = task
    interpreter.fiberScheduler = self
    task.notice = nil
    task.resume()
    current = outer.task
    interpreter.fiberScheduler = outer.scheduler
    tree.frame = outer.frame
    guard task.isDone else { return }
    let whenDone = task.release()
    if idle.count < RequestScheduler.mostIdle { idle.append(task) }
    whenDone()
  }

  /// A task for a request that is still to be run.
  /// - Parameter whenDone: runs when it has come to its end.
  func task(
    for client: ClientObject, whenDone: @escaping () -> Void = {}, _ work: @escaping (Frame) -> Void
  ) -> ServerTask {
    guard let task = idle.popLast() else {
      return ServerTask(interpreter, for: client, whenDone: whenDone, work)
    }
    task.begin(for: client, whenDone: whenDone, work)
    return task
  }

  /// Runs a task in this round.
  func add(_ task: ServerTask) { runnable.append(task) }

  /// Runs the tasks that need no longer wait, and those that these let go on.
  func runAll() {
    while !runnable.isEmpty {
      let tasks = runnable
      runnable = []
      for task in tasks where !task.isDone && task.wait == nil { run(task) }
    }
  }

  /// Has those look who wait for what nobody announces.
  func look() {
    let tasks = lookers
    lookers = []
    for task in tasks {
      if case .look = task.wait { wake(task, isReady: true) }
    }
    runAll()
  }

  /// Ends the waits whose time is over.
  func expire(_ now: UInt64) {
    while let timer = timers.take(until: now) {
      if timer.task.waitNumber == timer.number, timer.task.wait != nil { wake(timer.task, isReady: false) }
    }
  }

  /// A descriptor that a task waits for is ready.
  func descriptorIsReady(_ token: UInt64) {
    if let task = descriptorWaits[token], task.wait != nil { wake(task, isReady: true) }
  }

  /// How many nanoseconds the loop may sleep.
  var timeToSleep: UInt64 {
    if !runnable.isEmpty { return 0 }
    var time = UInt64.max
    if let next = timers.next {
      let now = monotonicNanoseconds()
      time = next > now ? next - now : 0
    }
    if !lookers.isEmpty { time = min(time, RequestScheduler.lookInterval * UInt64(1 + lookers.count / 50)) }
    return time
  }

  /// The client is gone: the task's wait raises, and its `finally` blocks run.
  func end(_ task: ServerTask) {
    task.isEnding = true
    guard task !== current else { return }
    // What it was told to go on for is for the next.
    if let notice = task.notice { notify(notice, count: 1) }
    if task.wait != nil { wake(task, isReady: false) }
  }

  /// In a forked child: nothing of this goes on.
  func abandon() {
    current = nil
    interpreter.fiberScheduler = nil
  }

  // MARK: Waiting

  /// Ends a wait: the task goes on in this round.
  private func wake(_ task: ServerTask, isReady: Bool) {
    if case .change(let key) = task.wait {
      waiters[key]?.removeAll { $0 === task }
      if waiters[key]?.isEmpty ?? false { waiters[key] = nil }
    }
    task.wait = nil
    task.isReady = isReady
    runnable.append(task)
  }

  private func notify(_ key: ChangeKey, count: Int) {
    guard let waiting = waiters[key] else { return }
    waiters[key] = count >= waiting.count ? nil : Array(waiting.dropFirst(count))
    for task in waiting.prefix(count) {
      task.notice = key
      task.wait = nil
      task.isReady = true
      runnable.append(task)
    }
  }

  /// Leaves the running task until its wait ends. Returns whether what it waits for has come.
  private func suspend(_ wait: ServerTask.Wait, timeout: Double?) -> Bool {
    let task = current!
    task.wait = wait
    task.waitNumber += 1
    task.isReady = false
    let deadline = timeout.map { Deadline.after($0).nanoseconds } ?? .max
    if deadline != .max { timers.add((task, task.waitNumber), at: deadline) }
    task.suspend()
    return task.isReady
  }

  override func wait(
    for descriptor: Int32?, events: Int32, timeout: Double?, _ f: Frame
  ) throws(Raised) -> Bool {
    try checkEnd(f)
    guard let descriptor else {
      _ = suspend(.time, timeout: timeout)
      try checkEnd(f)
      return false
    }
    lastToken += 1
    let token = lastToken
    let reads: Int32 = events & POLLIN != 0 ? 1 : 0
    guard ppd_poll_control(poll, 0, descriptor, reads, 1 - reads, token) == 0 else {
      return try lookUntilReady(descriptor, events, timeout: timeout, f)
    }
    descriptorWaits[token] = current
    let isReady = suspend(.descriptor(token), timeout: timeout)
    descriptorWaits[token] = nil
    _ = ppd_poll_control(poll, 2, descriptor, 0, 0, token)
    try checkEnd(f)
    return isReady
  }

  /// For descriptors that epoll(7) does not take: files, which are always ready, and those that it has already.
  private func lookUntilReady(
    _ descriptor: Int32, _ events: Int32, timeout: Double?, _ f: Frame
  ) throws(Raised) -> Bool {
    let deadline = timeout.map(Deadline.after) ?? .never
    while true {
      var request = pollfd(fd: descriptor, events: Int16(events), revents: 0)
      if Glibc.poll(&request, 1, 0) != 0 { return true }
      if deadline.hasPassed { return false }
      _ = waitAWhile(timeout: deadline.secondsLeft)
      try checkEnd(f)
    }
  }

  override func wait(
    forChangeOf object: Object, _ what: String, timeout: Double?, _ f: Frame
  ) throws(Raised) -> Bool {
    try checkEnd(f)
    let key = ChangeKey(object: ObjectIdentifier(object), what: what)
    waiters[key, default: []].append(current!)
    let isReady = withExtendedLifetime(object) { suspend(.change(key), timeout: timeout) }
    try checkEnd(f)
    return isReady
  }

  override func changed(_ object: Object, _ what: String, count: Int) {
    notify(ChangeKey(object: ObjectIdentifier(object), what: what), count: count)
  }

  override func waitAWhile(timeout: Double?) -> Bool {
    guard let task = current else { return true }
    if task.isEnding { return false }
    lookers.append(task)
    _ = suspend(.look, timeout: timeout)
    return !task.isEnding
  }

  override func checkEnd(_ f: Frame) throws(Raised) {
    guard let task = current, task.isEnding else { return }
    task.refusals += 1
    // A method that catches everything and waits again, for ever, is left where it is.
    if task.refusals > RequestScheduler.mostRefusals { task.suspend() }
    throw f.error(f.types[.SystemExit], .text("the client is gone"))
  }

  override var client: Value { current.map { .object($0.client) } ?? .none }
}
