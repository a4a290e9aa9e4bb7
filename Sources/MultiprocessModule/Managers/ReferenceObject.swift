// The native part of `multiprocessing.managers`: what a proxy holds, and the server.
import Glibc
import Interpreter
import ManagerWire
import Multiprocess

/// A proxy's hold on an object: the object lives while it does, in the same or in another process.
final class ReferenceObject: TypedObject {
  static let typeName = "_manager.Reference"
  private let id: String
  private let place: Place
  private unowned let tree: Tree

  private enum Place {
    case remote(ServerKey)
    /// In the server that runs in this process.
    case here(ManagerServer, ManagedObject)
  }

  /// Holds an object. Raises KeyError (by RemoteError) when there is none, and what connecting raises.
  private init(_ id: String, _ server: ServerKey, _ tree: Tree, _ f: Frame) throws(Raised) {
    self.id = id
    self.tree = tree
    if let local = tree.server, server.address.reaches(local.address) {
      guard let object = local.objects[id] else { throw f.keyError(.text(id)) }
      local.hold(object, for: local.nobody)
      place = .here(local, object)
    } else {
      // A server holds what others serve when it uses it: it must not wait for them while it reads a message.
      if tree.server == nil { try tree.links.hold(id, server, f) }
      place = .remote(server)
    }
    super.init(f.types[module: ReferenceObject.typeName])
  }

  deinit {
    switch place {
    case .remote(let server): tree.links.release(id, server)
    case .here(let server, let object): server.letGo(of: object, by: server.nobody)
    }
  }

  static func define(_ t: TypeBuilder) {
    t.new("address, authkey, id") { (f, _, a) throws(Raised) in
      let tree = try Tree.of(f)
      return .object(try ReferenceObject(f.str(a[2]).string, f.server(a[0], a[1], tree), tree, f))
    }
    t.method(
      "call", "self, method, arguments, keywords, adopt, /",
      doc: "Calls a method of the object; adopt(exposed, token) makes the proxy of a result that stays there.",
      .many { (f, a) throws(Raised) in
        try receiver(a[0], "call", of: "Reference", f).call(
          f.str(a[1]).string, f.collect(a[2]), a[3].dict ?? Dict(), adopt: a[4], f)
      })
  }

  private func call(
    _ method: String, _ arguments: ContiguousArray<Value>, _ keywords: Dict, adopt: Value, _ f: Frame
  ) throws(Raised) -> Value {
    switch place {
    case .remote(let server):
      let result = try tree.links.link(server).request(.text(id), method, arguments, keywords, f).value(f, adopt: adopt)
      try LostWrites.check(result, of: method, f)
      return result
    case .here(let server, _):
      let named = keywords.items.compactMap { item in item.key.str.map { (name: f.interpreter.intern($0), value: item.value) } }
      return try server.call(id, method, CallArguments(arguments, keywords: named), f).value(f, adopt: adopt)
    }
  }
}

/// The server as scripts have it.
final class ServerObject: TypedObject {
  static let typeName = "_manager.Server"
  private let server: ManagerServer

  private init(_ server: ManagerServer, _ f: Frame) {
    self.server = server
    super.init(f.types[module: ServerObject.typeName])
  }

  static func define(_ t: TypeBuilder) {
    t.new("registry, address, authkey") { (f, _, a) throws(Raised) in
      let tree = try Tree.of(f)
      // Forks close a server's sockets in the child.
      _ = tree.links
      guard let registry = a[0].dict else { throw f.typeError("a registry is a dict") }
      let address: Address
      do { address = a[1].isNone ? try Address.unused() : try f.socketAddress(a[1]) } catch { throw f.raised(error) }
      let key = try f.key(a[2]) ?? tree.authenticationKey
      return .object(ServerObject(try ManagerServer(address: address, key: key, registry: registry, tree, f), f))
    }
    t.method("serve", "self, parent=0, /", doc: "Serves until it is asked to end, or the process parent has ended.", .two {
      (f, this, parent) throws(Raised) in
      let server = try receiver(this, "serve", of: "Server", f).server
      try server.serve(watching: parent.isUnbound ? 0 : Int32(clamping: f.index(parent)), f)
      return .none
    })
    t.property("address", doc: "Where it listens.", get: { (f, this) throws(Raised) in
      try receiver(this, "address", of: "Server", f).server.address.value
    })
    t.property("is_reachable_from_outside", doc: "Whether other machines can reach it.", get: { (f, this) throws(Raised) in
      .bool(try !receiver(this, "is_reachable_from_outside", of: "Server", f).server.address.isLocal)
    })
  }
}

/// The module `_manager`.
enum ManagerModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.type("Client", ClientObject.define)
    m.type("Reference", ReferenceObject.define)
    m.type("Server", ServerObject.define)
    m.function("connect", "address, authkey, timeout=0, /", doc: "Connects to a server.", .three {
      (f, address, key, timeout) throws(Raised) in
      let tree = try Tree.of(f)
      let patience = timeout.isUnbound ? Deadline.now : try f.deadline(timeout: timeout)
      try tree.links.link(f.server(address, key, tree)).open(patience: patience.secondsLeft ?? .infinity, f)
      return .none
    })
    m.function("control", "address, authkey, request, args=(), kwds={}, /", doc: "Asks the server itself.", .many {
      (f, a) throws(Raised) in
      let tree = try Tree.of(f)
      guard let request = ControlRequest(rawValue: try f.str(a[2]).string) else {
        throw f.valueError("unknown request \(try f.repr(a[2]).string)")
      }
      return try tree.links.control(
        f.server(a[0], a[1], tree), request, a[3].isUnbound ? [] : f.collect(a[3]), a[4].dict ?? Dict(), f)
    })
    m.function("mark_exit", "function, /", doc: "Calls function() at the end, before children are joined.", .one(markExit))
  }

  private static func markExit(_ f: Frame, _ function: Value) throws(Raised) -> Value {
    func callFunction(_ f: Frame) throws(Raised) { _ = try f.call(function) }
    // The first of the hooks runs last: it joins the children.
    f.interpreter.exitHooks.insert(callFunction, at: min(1, f.interpreter.exitHooks.count))
    return .none
  }
}

extension Frame {
  fileprivate func server(_ address: Value, _ key: Value, _ tree: Tree) throws(Raised) -> ServerKey {
    let place = try socketAddress(address)
    return ServerKey(address: place, key: tree.links.key(try self.key(key), for: place))
  }
}
