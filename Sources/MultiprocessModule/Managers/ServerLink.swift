// A process' side of its conversations with managers' servers.
import Glibc
import Interpreter
import ManagerWire
import Multiprocess
import Pickle

/// A server and the key with which one talks to it.
struct ServerKey: Hashable {
  let address: Address
  let key: [UInt8]
}

/// A connection to a server that stays, for one request at a time.
final class ServerLink {
  let server: ServerKey
  private unowned let links: ServerLinks
  private var connection: PeerConnection?
  /// Where messages lie while both sides look; nil at servers of other trees.
  private var mailbox: Mailbox?
  /// Whether something without a reply has gone by the socket, which the next request must not overtake.
  private var mustQueue = false
  private var briefLook = BriefLook()
  /// Whether the server is a ppd, of this process' tree or not; known once connected.
  private(set) var isPPD = false
  private(set) var isSameTree = false
  /// By which a ppd server knows all connections of this process.
  let client: String
  private(set) var isBusy = false
  /// Whether this process uses it no longer: it is the one of its parent.
  private var isForsaken = false
  /// Whether a request was left without its reply.
  private var isOutOfStep = false

  init(_ server: ServerKey, client: String, _ links: ServerLinks) {
    self.server = server
    self.client = client
    self.links = links
  }

  var isOpen: Bool { connection.map { !$0.isClosed } ?? false }

  func close() { connection?.close() }

  /// Closes it for good.
  func forsake() {
    isForsaken = true
    close()
    mailbox = nil
  }

  /// Whether a request can be made.
  var isFree: Bool { !isBusy && !isForsaken }

  /// Connects, if need be. Raises ConnectionError naming the address.
  func open(patience: Double = 0, _ f: Frame) throws(Raised) {
    if isOpen, !isOutOfStep { return }
    // A ppd server keeps what this process holds while one connection lasts: the old one ends after the new one is there.
    let old = connection
    defer { old?.close() }
    let fresh: PeerConnection
    do throws(Raised) {
      fresh = try PeerConnection.connect(to: server.address, key: server.key, patience: patience, f)
    } catch where error.exception.type === f.types[.EOFError] {
      throw gone(f)
    }
    connection = fresh
    mailbox = nil
    mustQueue = false
    isOutOfStep = false
    let name = LinkGreeting(tree: links.tree.mark, client: client, processName: links.tree.current.name).text
    let greeting = ServerRequest(.acceptConnection, [.text(name)])
    let answer = try exchange(fresh, greeting, f)
    guard let parts = answer.result.tuple?.items, parts.count == 3, parts[0].str?.string == LinkGreeting.word else {
      isPPD = false
      isSameTree = false
      return
    }
    isPPD = true
    isSameTree = parts[1].str?.string == links.tree.mark
    if isSameTree { try shareMailbox(fresh, f) }
    if case .bool(false) = parts[2] { try links.holdAgain(on: self, f) }
  }

  /// Gives the server of this tree a mailbox, if there is memory for one.
  private func shareMailbox(_ connection: PeerConnection, _ f: Frame) throws(Raised) {
    guard let made = try? Mailbox() else { return }
    let handle = Value.int(Int(bitPattern: UInt(made.handle.rawValue)))
    let answer = try exchange(connection, ServerRequest(.shareMailbox, [handle]), f)
    if answer.kind == .returned { mailbox = made }
  }

  /// Makes a request of an object, or of the server itself.
  func request(_ request: ServerRequest, _ f: Frame) throws(Raised) -> Reply {
    isBusy = true
    defer { isBusy = false }
    try open(f)
    guard let connection else { throw gone(f) }
    return try exchange(connection, request, f)
  }

  private func exchange(
    _ connection: PeerConnection, _ request: ServerRequest, _ f: Frame
  ) throws(Raised) -> Reply {
    let tree = links.tree
    tree.frame = f
    f.interpreter.flushForOthers()
    try tree.encoder.encode(request, f) { (bytes, handles) throws(Raised) in
      if !handles.isEmpty, !isSameTree { throw f.sharedObjectLeavesTree }
      try send(bytes, connection, f)
    }
    isOutOfStep = true
    let answer: Value
    do throws(Raised) {
      answer = try Decoder.decode(reply(connection, f), tree, f, sender: isSameTree ? .local : .peer)
    } catch where connection.isClosed && error.exception.type === f.types[.EOFError] {
      throw gone(f)
    }
    isOutOfStep = false
    guard let parts = answer.tuple?.items, parts.count == 2, let word = parts[0].str?.string,
      let kind = ReplyKind(rawValue: word)
    else {
      throw f.valueError("Unrecognized message from the server at \(server.address): \(try f.repr(answer).string)")
    }
    return Reply(kind, parts[1])
  }

  private func send(_ bytes: UnsafeRawBufferPointer, _ connection: PeerConnection, _ f: Frame) throws(Raised) {
    if let mailbox {
      if !mustQueue, mailbox.ask(bytes) { return }
      mustQueue = false
      mailbox.askBySocket()
    }
    do throws(Raised) {
      try connection.send(bytes, f)
    } catch where error.exception.type === f.types[.BrokenPipeError] {
      connection.close()
      throw gone(f)
    }
  }

  /// Waits for the reply, which is to be used before anything else is done here.
  private func reply(_ connection: PeerConnection, _ f: Frame) throws(Raised) -> UnsafeRawBufferPointer {
    if let mailbox {
      // Other fibers are not kept waiting.
      if f.interpreter.fiberScheduler == nil { _ = briefLook.until(givingWay: true) { mailbox.isDecided } }
      if let reply = mailbox.takeReply() { return reply }
    }
    guard let bytes = try connection.receive(f, looksBriefly: mailbox == nil) else { throw gone(f) }
    return bytes
  }

  private func gone(_ f: Frame) -> Raised {
    f.error(.BrokenPipeError, "the manager's server at \(server.address) has ended")
  }

  /// Tells a ppd server, without waiting, that this process holds an object no longer.
  func release(_ id: String) {
    guard isOpen, isPPD, let connection else { return }
    let writer = PickleWriter()
    writer.begin()
    writer.beginTuple(count: 4)
    writer.writeNone()
    writer.writeString(LinkRequest.release.rawValue)
    writer.beginTuple(count: 1)
    writer.writeString(id)
    writer.endTuple(count: 1, identity: nil)
    writer.beginDict(identity: nil)
    writer.endTuple(count: 4, identity: nil)
    if let bytes = try? writer.finish() { connection.sendQuietly(bytes) }
    mustQueue = true
  }
}

/// All connections of a process to servers, and what it holds there.
final class ServerLinks {
  unowned let tree: Tree
  private var links: [ServerKey: [ServerLink]] = [:]
  /// How many proxies this process has of each object.
  private var held: [ServerKey: [String: Int]] = [:]
  /// The keys of servers that this process has talked to.
  private var keys: [Address: [UInt8]] = [:]
  /// Connections for the child of the fork that is about to be made.
  private var forChild: [ServerKey: ServerLink] = [:]
  private var client = ServerLinks.newClient()

  init(_ tree: Tree) {
    self.tree = tree
    let hooks = tree.interpreter.forkHooks
    hooks.before.append(prepareChild)
    hooks.afterInParent.append(forgetChild)
    hooks.afterInChild.append(becomeChild)
  }

  private static func newClient() -> String {
    String(getpid()) + "-" + String(UInt64.random(in: 0...UInt64.max), radix: 16)
  }

  /// The key for an address: the one given, else the one used before, else the tree's.
  func key(_ given: [UInt8]?, for address: Address) -> [UInt8] {
    if let given {
      keys[address] = given
      return given
    }
    return keys[address] ?? tree.authenticationKey
  }

  /// A connection that is not in the middle of a request, made now where there is none.
  func link(_ server: ServerKey) -> ServerLink {
    if let idle = links[server]?.first(where: \.isFree) { return idle }
    let link = ServerLink(server, client: client, self)
    links[server, default: []].append(link)
    return link
  }

  // MARK: Requests to the server itself

  /// Makes a request of the server. A CPython server takes such a request on a connection of its own only.
  func control(
    _ server: ServerKey, _ request: ControlRequest, _ arguments: ContiguousArray<Value>, _ keywords: Dict = Dict(),
    _ f: Frame
  ) throws(Raised) -> Value {
    let link = link(server)
    try link.open(f)
    let request = ServerRequest(request, arguments, keywords)
    if link.isPPD { return try link.request(request, f).value(f) }
    return try once(server, request, f)
  }

  private func once(_ server: ServerKey, _ request: ServerRequest, _ f: Frame) throws(Raised) -> Value {
    let connection = try PeerConnection.connect(to: server.address, key: server.key, f)
    try tree.encoder.encode(request, f) { (bytes, handles) throws(Raised) in
      if !handles.isEmpty { throw f.sharedObjectLeavesTree }
      try connection.send(bytes, f)
    }
    guard let bytes = try connection.receive(f) else { return .none }
    let answer = try Decoder.decode(bytes, tree, f, sender: .peer)
    guard let parts = answer.tuple?.items, parts.count == 2, let kind = parts[0].str.flatMap({ ReplyKind(rawValue: $0.string) })
    else { throw f.valueError("Unrecognized message from the server at \(server.address)") }
    return try Reply(kind, parts[1]).value(f)
  }

  // MARK: Holding objects

  /// Counts a proxy that this process has. Raises when there is no such object, or no server.
  func hold(_ id: String, _ server: ServerKey, _ f: Frame) throws(Raised) {
    let link = link(server)
    try link.open(f)
    if link.isPPD {
      _ = try link.request(ServerRequest(.hold, [.text(id)]), f).value(f)
    } else {
      _ = try once(server, ServerRequest(.incref, [.text(id)]), f)
    }
    held[server, default: [:]][id, default: 0] += 1
  }

  /// The reverse, when a proxy goes. Nobody is left to whom a failure could be told.
  func release(_ id: String, _ server: ServerKey) {
    guard let count = held[server]?[id] else { return }
    held[server]?[id] = count > 1 ? count - 1 : nil
    guard let link = links[server]?.first(where: { $0.isOpen }) else { return }
    if link.isPPD { return link.release(id) }
    tree.interpreter.detached { f in
      do { _ = try once(server, ServerRequest(.decref, [.text(id)]), f) } catch { link.close() }
    }
  }

  /// Holds everything again at a server that knows nothing of this process.
  func holdAgain(on link: ServerLink, _ f: Frame) throws(Raised) {
    for (id, count) in held[link.server] ?? [:] {
      _ = try link.request(ServerRequest(.hold, ContiguousArray(repeating: .text(id), count: count)), f)
    }
  }

  // MARK: Forks

  /// Before a fork: for each server where this process holds something, a connection that holds the same for the child,
  /// so that nothing goes before the child has had the time to say that it needs it. Where that fails, the child will
  /// be told when it uses the object.
  private func prepareChild(_ f: Frame) throws(Raised) {
    try forgetChild(f)
    let child = ServerLinks.newClient()
    for (server, objects) in held where !objects.isEmpty && links[server]?.contains(where: { $0.isPPD && $0.isOpen }) ?? false {
      let link = ServerLink(server, client: child, self)
      do { try link.open(f) } catch { continue }
      forChild[server] = link
    }
  }

  private func forgetChild(_ f: Frame) throws(Raised) {
    for link in forChild.values { link.close() }
    forChild = [:]
  }

  private func becomeChild(_ f: Frame) throws(Raised) {
    tree.server?.abandon()
    tree.server = nil
    for link in links.values.joined() { link.forsake() }
    links = forChild.mapValues { [$0] }
    client = forChild.values.first?.client ?? ServerLinks.newClient()
    forChild = [:]
    // CPython's servers count what each process holds one by one.
    for (server, objects) in held where links[server] == nil {
      for (id, count) in objects {
        for _ in 0..<count {
          do { _ = try once(server, ServerRequest(.incref, [.text(id)]), f) } catch { break }
        }
      }
    }
  }
}

