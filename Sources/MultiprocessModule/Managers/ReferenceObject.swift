// The native part of `multiprocessing.managers`: what a proxy holds, and the server.
import Glibc
import Interpreter
import ManagerWire
import Multiprocess

/// A proxy's hold on an object: the object lives while it does, in the same or in another process.
final class ReferenceObject: TypedObject {
  static let typeName = "_manager.Reference"
  private let id: Str
  private let place: Place
  /// The connection that was last used.
  private var lastLink: ServerLink?
  private unowned let tree: Tree

  private enum Place {
    case remote(ServerKey)
    /// In the server that runs in this process.
    case here(ManagerServer, ManagedObject)
  }

  /// Holds an object. Raises KeyError (by RemoteError) when there is none, and what connecting raises.
  private init(_ id: Str, _ server: ServerKey, _ tree: Tree, _ f: Frame) throws(Raised) {
    self.id = id
    self.tree = tree
    if let local = tree.server, server.address.reaches(local.address) {
      guard let object = local.objects[id] else { throw f.keyError(.object(id)) }
      local.hold(object, for: local.nobody)
      place = .here(local, object)
    } else {
      // A server holds what others serve when it uses it: it must not wait for them while it reads a message.
      if tree.server == nil { try tree.links.hold(id.string, server, f) }
      place = .remote(server)
    }
    super.init(f.types[module: ReferenceObject.typeName])
  }

  deinit {
    switch place {
    case .remote(let server): tree.links.release(id.string, server)
    case .here(let server, let object): server.letGo(of: object, by: server.nobody)
    }
  }

  static func define(_ t: TypeBuilder) {
    t.new("address, authkey, id") { (f, _, a) throws(Raised) in
      let tree = try Tree.of(f)
      return .object(try ReferenceObject(f.str(a[2]), f.server(a[0], a[1], tree), tree, f))
    }
  }

  /// Calls a method of the object.
  func call(
    _ method: Str, _ arguments: ArraySlice<Value>, _ keywords: Dict?, _ f: Frame
  ) throws(Raised) -> Reply {
    switch place {
    case .remote(let server):
      let link = lastLink.flatMap { $0.isFree ? $0 : nil } ?? tree.links.link(server)
      lastLink = link
      return try link.request(ServerRequest(object: id, method: method, arguments, keywords), f)
    case .here(let server, let object):
      let named = (keywords?.items ?? []).compactMap { item in
        item.key.str.map { (name: f.interpreter.intern($0), value: item.value) }
      }
      return try server.call(object, method, CallArguments(ContiguousArray(arguments), keywords: named), f)
    }
  }
}

/// The methods that proxies have from here.
struct ProxyMethods {
  /// `BaseProxy._callmethod`.
  let callMethod: Builtin
  private let callMethodName: Str
  private let referenceName: Str

  init(_ interpreter: Interpreter) {
    callMethodName = interpreter.intern("_callmethod")
    referenceName = interpreter.intern("_reference")
    callMethod = Builtin(
      "_callmethod", "self, methodname, args=(), kwds={}", isMethod: true,
      .four { [referenceName] (f, this, method, arguments, keywords) throws(Raised) in
        guard let reference = this.instance?.attribute(referenceName)?.native(ReferenceObject.self) else {
          throw f.attributeError("a proxy without BaseProxy.__init__ has no object")
        }
        let arguments = arguments.isUnbound ? [] : try f.collect(arguments)
        return try ProxyMethods.call(reference, this, f.str(method), arguments[...], keywords.dict, f)
      })
  }

  /// The method of a proxy that calls the object's method of the same name, by the proxy's own `_callmethod` where its
  /// class has one.
  func forwarder(_ name: Str) -> Value {
    func forward(
      _ f: Frame, _ this: Value, _ arguments: ArraySlice<Value>, _ keywords: Dict?
    ) throws(Raised) -> Value {
      if let instance = this.instance, instance.type.lookup(callMethodName)?.isIdentical(to: .object(callMethod)) ?? false,
        let reference = instance.attribute(referenceName)?.native(ReferenceObject.self)
      {
        return try ProxyMethods.call(reference, this, name, arguments, keywords, f)
      }
      let call = try f.attribute(of: this, callMethodName)
      return try f.call(call, .object(name), .tuple(ContiguousArray(arguments)), .object(keywords ?? Dict()))
    }
    return .object(
      Builtin(
        name.string, "self, /, *args, **kwds", isMethod: true,
        .many { (f, a) throws(Raised) in try forward(f, a[0], a.starred(1)[...], a.doubleStarred(2)) },
        direct: { (f, values) throws(Raised) in try forward(f, values[0], values.dropFirst(), nil) }))
  }

  private static func call(
    _ reference: ReferenceObject, _ this: Value, _ method: Str, _ arguments: ArraySlice<Value>, _ keywords: Dict?,
    _ f: Frame
  ) throws(Raised) -> Value {
    let reply = try reference.call(method, arguments, keywords, f)
    let result = try reply.value(f) { (exposed, token) throws(Raised) in
      try f.callMethod(this, "_adopt", CallArguments([exposed, token]))
    }
    try LostWrites.check(result, of: method, f)
    return result
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
    // Serves until it is asked to end, or the process parent has ended.
    t.method("serve", "self, parent=0, /", .two {
      (f, this, parent) throws(Raised) in
      let server = try receiver(this, "serve", of: "Server", f).server
      try server.serve(watching: parent.isUnbound ? 0 : Int32(clamping: f.index(parent)), f)
      return .none
    })
    // Where it listens.
    t.property("address", get: { (f, this) throws(Raised) in
      try receiver(this, "address", of: "Server", f).server.address.value
    })
    // Whether other machines can reach it.
    t.property("is_reachable_from_outside", get: { (f, this) throws(Raised) in
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
    let methods = ProxyMethods(m.interpreter)
    m.constant("callmethod", .object(methods.callMethod))
    // A proxy's method that calls the object's.
    m.function("forwarder", "name, /", .one { (f, name) throws(Raised) in
      methods.forwarder(f.interpreter.intern(try f.str(name)))
    })
    // Connects to a server.
    m.function("connect", "address, authkey, timeout=0, /", .three {
      (f, address, key, timeout) throws(Raised) in
      let tree = try Tree.of(f)
      let patience = timeout.isUnbound ? Deadline.now : try f.deadline(timeout: timeout)
      try tree.links.link(f.server(address, key, tree)).open(patience: patience.secondsLeft ?? .infinity, f)
      return .none
    })
    // Asks the server itself.
    m.function("control", "address, authkey, request, args=(), kwds={}, /", .many {
      (f, a) throws(Raised) in
      let tree = try Tree.of(f)
      guard let request = ControlRequest(rawValue: try f.str(a[2]).string) else {
        throw f.valueError("unknown request \(try f.repr(a[2]).string)")
      }
      return try tree.links.control(
        f.server(a[0], a[1], tree), request, a[3].isUnbound ? [] : f.collect(a[3]), a[4].dict ?? Dict(), f)
    })
    // Calls function() at the end, before children are joined.
    m.function("mark_exit", "function, /", .one(markExit))
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
