// What clients ask for: of the server itself, and of its objects.
import Interpreter
import ManagerWire
import Multiprocess

/// A reply: its kind and what comes with it.
struct Reply {
  let kind: ReplyKind
  let result: Value

  init(_ kind: ReplyKind, _ result: Value) {
    self.kind = kind
    self.result = result
  }

  /// What a client gets of it: the value that the request returned, or the exception that it raised. A result that
  /// stays in the server is for `adopt`, which makes a proxy of the methods' names and the token.
  func value(_ f: Frame, adopt: ((Value, Value) throws(Raised) -> Value)? = nil) throws(Raised) -> Value {
    switch kind {
    case .returned: return result
    case .error:
      guard let exception = result.exception else { throw try ManagerTypes.remoteError(result, f) }
      throw Raised(exception)
    case .traceback: throw try ManagerTypes.remoteError(result, f)
    case .unserializable:
      throw try ManagerTypes.remoteError(.text("Unserializable message: \(try f.str(result).string)\n"), f)
    case .proxy:
      guard let parts = result.tuple?.items, parts.count == 2, let adopt else {
        throw f.valueError("a proxy came where none was expected")
      }
      return try adopt(parts[0], parts[1])
    }
  }
}

extension ManagerServer {
  /// Begins a request; it has the session until it is replied to.
  func begin(_ message: UnsafeRawBufferPointer, _ session: Session) {
    session.message = message
    let task = scheduler.task(for: session.client) { [unowned self] in
      session.task = nil
      if session.hasEnded { return }
      if session.isProcessing { settle(session) } else { process(session) }
    } _: { [unowned self] f in
      serve(session, f)
    }
    session.task = task
    scheduler.run(task)
  }

  private func serve(_ session: Session, _ f: Frame) {
    do {
      let request = try Decoder.decode(session.message, tree, f, sender: session.isSameTree ? .local : .peer)
      // The client has gone on from the last reply.
      session.lastReply = .none
      if let reply = try answer(Request(request, f), session, f) { send(reply, to: session, f) }
    } catch where session.task?.isEnding ?? false {
      return
    } catch {
      send(Reply(.traceback, .text(f.renderTraceback(error.exception))), to: session, f)
    }
  }

  /// - Returns: nil where the client expects no reply.
  private func answer(_ request: Request, _ session: Session, _ f: Frame) throws(Raised) -> Reply? {
    if case .control = session.stage {
      if request.method.string != ControlRequest.acceptConnection.rawValue { session.isClosing = true }
      return try control(request, session, f)
    }
    guard let id = request.object else {
      guard session.isPPD else { throw f.keyError(.none) }
      return try control(request, session, f)
    }
    guard let object = objects[id] else { throw f.keyError(.object(id)) }
    return try call(object, request.method, request.arguments, for: session, f)
  }

  // MARK: Replies

  private func send(_ reply: Reply, to session: Session, _ f: Frame) {
    do {
      try encode(reply, to: session, f)
      session.lastReply = reply.result
    } catch {
      let text = f.renderTraceback(error.exception)
      do {
        try encode(Reply(.unserializable, .text(text)), to: session, f)
      } catch {
        session.isClosing = true
      }
    }
  }

  private func encode(_ reply: Reply, to session: Session, _ f: Frame) throws(Raised) {
    try tree.encoder.encode(reply, f) { (bytes, handles) throws(Raised) in
      if !handles.isEmpty, !session.isSameTree { throw f.sharedObjectLeavesTree }
      if session.mailbox?.answer(bytes) ?? false { return }
      send(bytes, to: session)
    }
  }

  // MARK: Requests to the server

  private func control(_ request: Request, _ session: Session, _ f: Frame) throws(Raised) -> Reply? {
    let arguments = request.arguments.positional
    let name = request.method.string
    if session.isPPD, let wanted = LinkRequest(rawValue: name) { return try control(wanted, arguments, session, f) }
    guard let wanted = ControlRequest(rawValue: name) else {
      throw f.error(.AssertionError, "\(try f.repr(.object(request.method)).string) unrecognized")
    }
    switch wanted {
    case .dummy: return Reply(.returned, .none)
    case .acceptConnection: return accept(arguments.first?.str?.string ?? "", session, f)
    case .create: return Reply(.returned, try create(request.arguments, session, f))
    case .incref:
      try hold(object(arguments.first, f), for: holder(session, f))
      return Reply(.returned, .none)
    case .decref:
      try letGo(of: object(arguments.first, f), by: holder(session, f))
      return Reply(.returned, .none)
    case .getMethods:
      guard let token = arguments.first else { throw f.typeError("get_methods needs a token") }
      return Reply(.returned, exposedNames(try object(f.attribute(of: token, "id"), f)))
    case .numberOfObjects: return Reply(.returned, .int(objects.count))
    case .debugInfo: return Reply(.returned, .text(try describe(f)))
    case .shutdown:
      stop()
      return Reply(.returned, .none)
    }
  }

  /// Requests to objects follow. A ppd says so in the name that it gives, and which tree and client it is.
  private func accept(_ name: String, _ session: Session, _ f: Frame) -> Reply {
    session.stage = .serving
    guard let caller = LinkGreeting(name) else { return Reply(.returned, .none) }
    session.isPPD = true
    session.isSameTree = caller.tree == tree.mark
    let known = clients[caller.client]
    if let known, known !== session.client {
      session.client.sessionCount -= 1
      session.client = known
      known.sessionCount += 1
    } else {
      let client = ClientObject(mark: caller.client, f)
      client.sessionCount = 1
      session.client = client
      clients[caller.client] = client
    }
    return Reply(.returned, .tuple([.text(LinkGreeting.word), .text(tree.mark), .bool(known != nil)]))
  }

  private func control(
    _ request: LinkRequest, _ arguments: ContiguousArray<Value>, _ session: Session, _ f: Frame
  ) throws(Raised) -> Reply? {
    switch request {
    case .hold:
      for id in arguments { hold(try object(id, f), for: session.client) }
      return Reply(.returned, .none)
    case .release:
      for id in arguments {
        if let object = id.str.flatMap({ objects[$0] }) { letGo(of: object, by: session.client) }
      }
      return nil
    case .shareMailbox:
      guard session.isSameTree, case .int(let handle) = arguments.first else {
        throw f.typeError("a mailbox is memory of the process tree")
      }
      do { session.mailbox = try Mailbox(Handle(rawValue: UInt64(UInt(bitPattern: handle)))) } catch { throw f.raised(error) }
      return Reply(.returned, .none)
    }
  }

  // MARK: Objects

  private func object(_ id: Value?, _ f: Frame) throws(Raised) -> ManagedObject {
    guard let id else { throw f.typeError("an object's id is missing") }
    guard let object = id.str.flatMap({ objects[$0] }) else { throw f.keyError(id) }
    return object
  }

  private func holder(_ session: Session, _ f: Frame) -> ClientObject {
    session.isPPD ? session.client : neighbour(session, f) ?? nobody
  }

  func hold(_ object: ManagedObject, for client: ClientObject) {
    objects.hold(object)
    client.holds[object.number, default: 0] += 1
  }

  func letGo(of object: ManagedObject, by client: ClientObject) {
    guard let count = client.holds[object.number] ?? nobody.holds[object.number] else { return }
    let owner = client.holds[object.number] == nil ? nobody : client
    owner.holds[object.number] = count > 1 ? count - 1 : nil
    _ = objects.letGo(object)
  }

  /// A client has gone with all its connections: what it held goes, and what it had acquired is given back.
  func forget(_ client: ClientObject) {
    if !client.mark.isEmpty { clients[client.mark] = nil }
    for (number, count) in client.holds {
      guard let object = objects[number] else { continue }
      for _ in 0..<count { _ = objects.letGo(object) }
    }
    client.holds = [:]
    let acquired = client.takeAcquired()
    if acquired.isEmpty { return }
    let task = scheduler.task(for: nobody) { f in
      for lock in acquired.reversed() {
        do throws(Raised) {
          _ = try f.callMethod(lock, "_forsake", CallArguments([.object(client)]))
        } catch {
          f.interpreter.writeError(f.renderTraceback(error.exception), f)
        }
      }
    }
    scheduler.add(task)
  }

  /// Makes an object of a registered type.
  /// - Returns: its id and the names of its methods.
  private func create(_ arguments: CallArguments, _ session: Session, _ f: Frame) throws(Raised) -> Value {
    var arguments = arguments
    guard let typeid = arguments.positional.first else { throw f.typeError("create() needs a type's name") }
    arguments.positional.removeFirst()
    let entry = try registered(typeid, f)
    let value: Value
    if entry[0].isNone {
      guard arguments.keywords.isEmpty, arguments.positional.count == 1 else {
        throw f.valueError("Without callable, must have one non-keyword argument")
      }
      value = arguments.positional[0]
    } else {
      value = try f.call(entry[0], arguments)
    }
    let object = try enter(value, entry, f)
    hold(object, for: holder(session, f))
    return .tuple([.text(object.id), exposedNames(object)])
  }

  private func registered(_ typeid: Value, _ f: Frame) throws(Raised) -> ContiguousArray<Value> {
    guard let entry = try registry.value(of: typeid, f)?.tuple?.items, entry.count == 4 else { throw f.keyError(typeid) }
    return entry
  }

  private func enter(
    _ value: Value, _ entry: ContiguousArray<Value>, _ f: Frame
  ) throws(Raised) -> ManagedObject {
    var names = entry[1].isNone ? try f.publicMethods(of: value) : []
    if !entry[1].isNone {
      for name in try f.collect(entry[1]) { names.insert(try f.str(name).string) }
    }
    let types = entry[2].dict
    for item in types?.items ?? [] { names.insert(try f.str(item.key).string) }
    let exposed = Dictionary(uniqueKeysWithValues: names.map { ($0, f.interpreter.intern($0)) })
    return objects.enter(value, exposed: exposed, methodTypes: types)
  }

  private func exposedNames(_ object: ManagedObject) -> Value {
    .tuple(ContiguousArray(object.exposed.keys.sorted().map { .text($0) }))
  }

  private func describe(_ f: Frame) throws(Raised) -> String {
    var lines: [String] = []
    for object in objects.all {
      lines.append("  \(object.id):       refcount=\(object.holderCount)")
      lines.append("    \(try f.str(object.value).string.prefix(75))")
    }
    return lines.joined(separator: "\n")
  }

  // MARK: Calls

  /// Calls a method of an object; without a session for an object of the server itself.
  func call(
    _ object: ManagedObject, _ method: Str, _ arguments: CallArguments, for session: Session? = nil, _ f: Frame
  ) throws(Raised) -> Reply {
    let method = method.string
    let function: Value
    do throws(Raised) {
      function = try self.method(method, of: object, f)
    } catch where error.exception.type.isSubtype(of: f.types[.AttributeError]) {
      return Reply(.returned, try fallback(method, object, error, f))
    }
    let result: Value
    do throws(Raised) {
      result = try f.call(function, arguments)
    } catch {
      try scheduler.checkEnd(f)
      guard error.exception.type.isSubtype(of: f.types[.Exception]) else { throw error }
      return Reply(.error, .object(error.exception))
    }
    guard let typeid = object.exposed[method].flatMap({ object.methodTypes?[$0] }) else {
      return Reply(.returned, try portable(result, f))
    }
    return Reply(.proxy, try proxy(for: result, typeid, session, f))
  }

  /// A result as it can leave the server: the views of a dict and `__reversed__` of a list go as lists.
  private func portable(_ result: Value, _ f: Frame) throws(Raised) -> Value {
    switch result.object?.kind {
    case .dictView: return .list(try f.collect(result))
    case .iterator where f.typeName(result) == "list_reverseiterator": return .list(try f.collect(result))
    default: return result
    }
  }

  private func method(_ name: String, of object: ManagedObject, _ f: Frame) throws(Raised) -> Value {
    guard let name = object.exposed[name] else {
      let names = object.exposed.keys.sorted().map { "'\($0)'" }.joined(separator: ", ")
      throw f.attributeError(
        "method '\(name)' of \(try f.repr(.object(f.types.type(of: object.value))).string) object is not in exposed={\(names)}")
    }
    return try f.attribute(of: object.value, name)
  }

  private func fallback(
    _ method: String, _ object: ManagedObject, _ failure: Raised, _ f: Frame
  ) throws(Raised) -> Value {
    switch FallbackMethod(rawValue: method) {
    case .text: .object(try f.str(object.value))
    case .representation: .object(try f.repr(object.value))
    case .value: object.value
    case nil: throw failure
    }
  }

  /// A result that stays here, as the type's callable makes it where there is one: the names of its methods and its token.
  private func proxy(
    for result: Value, _ typeid: Value, _ session: Session?, _ f: Frame
  ) throws(Raised) -> Value {
    let entry = try registered(typeid, f)
    let object = try enter(entry[0].isNone ? result : f.call(entry[0], result), entry, f)
    // The client counts itself as a holder once more and then takes this one back.
    hold(object, for: session.map { holder($0, f) } ?? nobody)
    return .tuple([exposedNames(object), try ManagerTypes.token(typeid, address.value, .text(object.id), f)])
  }
}

/// A request, as the protocol has it: object, method, arguments, keywords.
private struct Request {
  let object: Str?
  let method: Str
  let arguments: CallArguments

  init(_ value: Value, _ f: Frame) throws(Raised) {
    guard let parts = value.tuple?.items, parts.count == 4, let method = parts[1].str,
      let keywords = parts[3].dict, parts[0].isNone || parts[0].str != nil
    else { throw f.typeError("a request is a tuple (object, method, arguments, keywords)") }
    object = parts[0].str
    self.method = method
    var named: [(name: Str, value: Value)] = []
    for item in keywords.count == 0 ? [] : keywords.items {
      guard let name = item.key.str else { throw f.typeError("keywords must be strings") }
      named.append((f.interpreter.intern(name), item.value))
    }
    arguments = CallArguments(try f.collect(parts[2]), keywords: named)
  }
}

extension Frame {
  /// The names of what can be called on a value, private names left out.
  func publicMethods(of value: Value) throws(Raised) -> Set<String> {
    var names: Set<String> = []
    for name in attributeNames(of: value) where !name.hasPrefix("_") {
      if let attribute = try optionalAttribute(of: value, interpreter.intern(name)), isCallable(attribute) { names.insert(name) }
    }
    return names
  }

  /// TypeError for a shared object in a message that leaves the process tree.
  var sharedObjectLeavesTree: Raised {
    typeError("a shared object can only be sent to processes of its own tree")
  }
}
