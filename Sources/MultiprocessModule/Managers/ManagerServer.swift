// A manager's server: one event loop for all clients.
import CPosixShim
import Glibc
import Interpreter
import ManagerWire
import Multiprocess

/// The server. One process, one thread: the loop waits for sockets, and each request runs on a fiber until it is done or
/// has to wait.
final class ManagerServer {
  let interpreter: Interpreter
  let tree: Tree
  let scheduler: RequestScheduler
  let address: Address
  /// Registered types: name → (callable, exposed, method_to_typeid, proxytype).
  let registry: Dict
  private let key: [UInt8]
  private let listener: Int32
  let poll: Int32
  private var sessions: [UInt64: Session] = [:]
  private var lastToken = ManagerServer.firstSession
  private var isStopping = false
  private var isListening = true
  /// The process that made it, which alone removes the socket's file.
  private let owner = getpid()

  /// Those who lay requests into mailboxes lately, which the loop looks into.
  private var watched: [Session] = []
  private var briefLook = BriefLook()
  private var rounds = 0

  // For +Requests.
  var objects = ManagedObjects()
  var clients: [String: ClientObject] = [:]
  /// Who holds what outside any connection: the one-request connections of CPython's proxies.
  var nobody: ClientObject
  /// The processes on this machine of which that is known.
  var neighbours: [pid_t: Neighbour] = [:]
  /// When to lose patience with whom: the session's progress says whether it went on meanwhile.
  private var patience = Timers<(session: UInt64, progress: Int)>()

  private static let listenerToken: UInt64 = 0
  private static let parentToken: UInt64 = 1
  private static let firstSession: UInt64 = 2
  /// How long a peer may take over the handshake, over sending one message, or over taking one: 10 s, 60 s, 60 s.
  private static let handshakePatience: UInt64 = 10_000_000_000
  private static let messagePatience: UInt64 = 60_000_000_000
  private static let backlog: Int32 = 1024
  /// The most mailboxes that the loop looks into; other clients ring by their sockets.
  private static let mostWatched = 16
  /// Sockets are looked at once in so many rounds, however much lies in mailboxes.
  private static let roundsPerPoll = 8
  /// The most connections that one round of the loop takes on.
  private static let mostAccepted = 64

  init(address: Address, key: [UInt8], registry: Dict, _ tree: Tree, _ f: Frame) throws(Raised) {
    interpreter = f.interpreter
    self.tree = tree
    self.key = key
    self.registry = registry
    nobody = ClientObject(mark: "", f)
    do {
      (listener, self.address) = try StreamSocket.listen(at: address, backlog: ManagerServer.backlog)
    } catch {
      throw f.raised(error, peer: address)
    }
    poll = ppd_poll_create()
    scheduler = RequestScheduler(tree, poll: poll)
    guard poll >= 0, ppd_poll_control(poll, 0, listener, 1, 0, ManagerServer.listenerToken) == 0 else {
      throw f.osError(errno)
    }
    ManagerServer.allowManyDescriptors()
  }

  deinit { closeAll() }

  /// Raises this process' limit of open descriptors as far as it may.
  private static func allowManyDescriptors() {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur < limit.rlim_max else { return }
    limit.rlim_cur = min(limit.rlim_max, 1 << 20)
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }

  // MARK: The loop

  /// Serves until a client asks for the end, or the process `parent` ends (0: nobody to watch).
  func serve(watching parent: Int32, _ f: Frame) throws(Raised) {
    let outer = tree.server
    tree.server = self
    defer {
      tree.server = outer
      closeAll()
    }
    let watch = parent > 0 ? ppd_pidfd_open(parent) : -1
    if watch >= 0 { _ = ppd_poll_control(poll, 0, watch, 1, 0, ManagerServer.parentToken) }
    defer { if watch >= 0 { Glibc.close(watch) } }
    // Between the request to start and this moment the parent may have gone.
    if parent > 0, getppid() != parent { return }
    var events = [ppd_poll_event](repeating: ppd_poll_event(), count: 128)
    while !isStopping {
      interpreter.flushForOthers()
      let count = wait(&events)
      if count < 0, errno != EINTR { throw f.osError(errno) }
      try interpreter.handlePendingSignals(f)
      for event in events.prefix(Int(max(0, count))) { deal(with: event, f) }
      readMailboxes()
      expire()
      scheduler.runAll()
      scheduler.look()
    }
  }

  /// Waits until something is to be done: briefly by looking, and then asleep, when requests come by sockets only.
  /// Returns how many events there are.
  private func wait(_ events: inout [ppd_poll_event]) -> Int32 {
    let most = Int32(events.count)
    rounds &+= 1
    if rounds % ManagerServer.roundsPerPoll != 0, hasMail { return 0 }
    let time = timeToSleep
    if time == 0 { return ppd_poll_wait(poll, &events, most, 0) }
    var count: Int32 = 0
    let hasSomething = briefLook.until(givingWay: !watched.isEmpty) {
      if hasMail { return true }
      count = ppd_poll_wait(poll, &events, most, 0)
      return count != 0
    }
    if hasSomething || !stopWatching() { return count }
    return Runtime.outside { ppd_poll_wait(poll, &events, most, time) }
  }

  /// Ends the loop after the present round.
  func stop() { isStopping = true }

  private var timeToSleep: UInt64 {
    guard let next = patience.next else { return scheduler.timeToSleep }
    let now = monotonicNanoseconds()
    return min(scheduler.timeToSleep, next > now ? next - now : 0)
  }

  private func deal(with event: ppd_poll_event, _ f: Frame) {
    switch event.token {
    case ManagerServer.listenerToken: acceptAll(f)
    case ManagerServer.parentToken: stop()
    case RequestScheduler.firstToken...: scheduler.descriptorIsReady(event.token)
    case Neighbour.firstToken...: forgetNeighbour(pid_t(event.token - Neighbour.firstToken))
    default:
      guard let session = sessions[event.token] else { return }
      if event.writable != 0, session.writer.isWaiting { flush(session) }
      if event.readable != 0, !session.hasEnded { read(session) }
    }
  }

  private func expire() {
    let now = monotonicNanoseconds()
    scheduler.expire(now)
    while let (token, progress) = patience.take(until: now) {
      if let session = sessions[token], session.progress == progress, session.isKeptWaiting { end(session) }
    }
  }

  // MARK: Mailboxes

  private var hasMail: Bool {
    for session in watched where session.mailbox?.hasRequest ?? false { return true }
    return false
  }

  private func readMailboxes() {
    for session in watched {
      guard !session.hasEnded, let message = session.mailbox?.takeRequest() else { continue }
      session.progress += 1
      session.isProcessing = true
      begin(message, session)
      session.isProcessing = false
      settle(session)
    }
  }

  /// Looks from now on into the mailbox of a client who has just made a request.
  private func watch(_ session: Session) {
    guard let mailbox = session.mailbox, !session.isWatched, watched.count < ManagerServer.mostWatched else { return }
    session.isWatched = true
    watched.append(session)
    mailbox.watch()
  }

  /// Looks no longer; false when a request has come meanwhile.
  private func stopWatching() -> Bool {
    while let session = watched.last {
      if !session.hasEnded, let mailbox = session.mailbox, !mailbox.stopWatching() { return false }
      session.isWatched = false
      watched.removeLast()
    }
    return true
  }

  // MARK: Connections

  private func acceptAll(_ f: Frame) {
    // Not all at once: a crowd that comes must not keep those waiting who are here.
    for _ in 0..<ManagerServer.mostAccepted {
      do {
        guard let descriptor = try StreamSocket.accept(listener) else { return }
        open(descriptor, f)
      } catch {
        // No descriptors left: those who have not shown that they know the key go first.
        guard dropStrangers() else { return }
      }
    }
  }

  private func dropStrangers() -> Bool {
    let strangers = sessions.values.filter { !$0.isAuthenticated }
    for session in strangers { end(session) }
    return !strangers.isEmpty
  }

  private func open(_ descriptor: Int32, _ f: Frame) {
    lastToken += 1
    guard let handshake = try? Handshake(.listener, key: key), let opening = handshake.opening,
      ppd_poll_control(poll, 0, descriptor, 1, 0, lastToken) == 0
    else {
      Glibc.close(descriptor)
      return
    }
    let session = Session(token: lastToken, descriptor: descriptor, handshake, ClientObject(mark: "", f))
    session.client.sessionCount = 1
    sessions[lastToken] = session
    send(opening, to: session)
    bePatient(with: session)
  }

  /// Something came, or the peer has closed.
  private func read(_ session: Session) {
    if session.task != nil { return readWhileBusy(session) }
    do {
      switch try session.reader.fill(from: session.descriptor) {
      case .bytes: process(session)
      case .nothing: break
      case .end: end(session)
      }
    } catch {
      end(session)
    }
  }

  /// Nobody speaks while a request is at work; what comes is the end, or waits.
  private func readWhileBusy(_ session: Session) {
    var byte: UInt8 = 0
    let count = recv(session.descriptor, &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT))
    if count > 0 {
      setInterest(session, read: false)
    } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
      end(session)
    }
  }

  /// Deals with the messages that have come.
  func process(_ session: Session) {
    session.isProcessing = true
    do throws(WireError) {
      while !session.hasEnded, !session.isClosing, session.task == nil, !session.writer.isWaiting,
        let message = try session.reader.next()
      {
        session.progress += 1
        if case .handshake(var handshake) = session.stage {
          answer(handshake.receive(Array(message)), session)
          if !session.isClosing { session.stage = handshake.isDone ? .control : .handshake(handshake) }
          if handshake.isDone { session.reader.limit = PeerConnection.longestMessage }
        } else {
          begin(message, session)
          watch(session)
        }
      }
    } catch {
      end(session)
    }
    session.isProcessing = false
    if session.hasEnded { return }
    if session.task == nil { session.reader.release() }
    settle(session)
  }

  private func answer(_ reply: Handshake.Reply, _ session: Session) {
    for message in reply.messages { send(message, to: session) }
    if reply.failure != nil { session.isClosing = true }
  }

  func send(_ message: [UInt8], to session: Session) {
    message.withUnsafeBytes { send($0, to: session) }
  }

  func send(_ message: UnsafeRawBufferPointer, to session: Session) {
    if session.hasEnded { return }
    do throws(WireError) {
      try session.writer.send(message, to: session.descriptor)
    } catch {
      session.isClosing = true
    }
  }

  private func flush(_ session: Session) {
    do throws(WireError) {
      try session.writer.flush(to: session.descriptor)
      session.progress += 1
      process(session)
    } catch {
      end(session)
    }
  }

  /// After something was done: ends the session if it is to end, else polls for what is needed next.
  func settle(_ session: Session) {
    if session.hasEnded { return }
    if session.isClosing, session.task == nil, !session.writer.isWaiting { return end(session) }
    setInterest(session, read: true)
    if session.isKeptWaiting { bePatient(with: session) }
  }

  private func setInterest(_ session: Session, read: Bool) {
    let write = session.writer.isWaiting
    if session.interest == (read, write) { return }
    session.interest = (read, write)
    _ = ppd_poll_control(poll, 1, session.descriptor, read ? 1 : 0, write ? 1 : 0, session.token)
  }

  private func bePatient(with session: Session) {
    let time = session.isAuthenticated ? ManagerServer.messagePatience : ManagerServer.handshakePatience
    patience.add((session.token, session.progress), at: monotonicNanoseconds() + time)
  }

  /// The client is gone, or is sent away.
  func end(_ session: Session) {
    if session.hasEnded { return }
    session.hasEnded = true
    sessions[session.token] = nil
    Glibc.close(session.descriptor)
    if let task = session.task { scheduler.end(task) }
    session.lastReply = .none
    session.mailbox = nil
    watched.removeAll { $0 === session }
    session.client.sessionCount -= 1
    if session.client.sessionCount == 0 { forget(session.client) }
  }

  // MARK: The end

  private func closeAll() {
    for session in sessions.values { Glibc.close(session.descriptor) }
    sessions = [:]
    neighbours = [:]
    watched = []
    guard isListening else { return }
    isListening = false
    Glibc.close(listener)
    Glibc.close(poll)
    if owner == getpid() { address.removeFile() }
  }

  /// In a forked child, which has no clients.
  func abandon() {
    isStopping = true
    closeAll()
    scheduler.abandon()
  }
}
