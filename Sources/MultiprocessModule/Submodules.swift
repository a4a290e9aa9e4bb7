// The types and functions of multiprocessing's submodules.
import Interpreter
import ManagerWire
import Multiprocess

/// The types of the submodules.
enum SubmoduleTypes {
  static func defineProcess(_ m: ModuleBuilder) throws(Raised) {
    let process = m.type("BaseProcess", ProcessObject.define)
    m.type("_MainProcess", base: process)
    m.type("_ParentProcess", ParentProcessObject.define)
    m.type("AuthenticationString", base: m.types[.bytes]) { t in
      t.method("__reduce__", "self, /", .one { (f, _) throws(Raised) in
        throw f.typeError("Pickling an AuthenticationString object is disallowed for security reasons")
      })
    }
    m.function("current_process", "", .zero { (f) throws(Raised) in
      .object(try Tree.of(f).current)
    })
    m.function("parent_process", "", .zero { (f) throws(Raised) in
      try ParentProcessObject.of(Tree.of(f), f).map { .object($0) } ?? .none
    })
    m.function("active_children", "", .zero { (f) throws(Raised) in
      try ProcessObject.active(Tree.of(f), f)
    })
    m.exports("BaseProcess", "current_process", "active_children", "parent_process")
  }

  static func defineSynchronize(_ m: ModuleBuilder) throws(Raised) {
    let taken = m.type("SemLock")
    m.type("Lock", base: taken, LockObject.define)
    m.type("RLock", base: taken, RecursiveLockObject.define)
    let semaphore = m.type("Semaphore", base: taken, SemaphoreObject.define)
    m.type("BoundedSemaphore", base: semaphore)
    m.type("Condition", ConditionObject.define)
    m.type("Event", EventObject.define)
    m.type("Barrier", BarrierObject.define)
    m.type("BrokenBarrierError", base: m.types[.RuntimeError], from: "threading")
    m.constants(["SEM_VALUE_MAX": Int32.max, "RECURSIVE_MUTEX": 0, "SEMAPHORE": 1])
    m.exports("Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition", "Event")
  }

  static func defineQueues(_ m: ModuleBuilder) throws(Raised) {
    let queue = m.type("Queue", QueueObject.define)
    m.type("JoinableQueue", base: queue, QueueObject.defineJoinable)
    m.type("SimpleQueue", base: queue)
    m.reexport("Empty", "Full", "ShutDown", from: try m.requires("_queue"))
    m.exports("Queue", "SimpleQueue", "JoinableQueue")
  }

  static func defineConnection(_ m: ModuleBuilder) throws(Raised) {
    let connection = m.type("Connection", ConnectionObject.define)
    m.type("_SocketConnection", base: connection, SocketConnectionObject.define)
    m.type("Listener", ListenerObject.define)
    m.function(
      "Client", "address, family=None, authkey=None, *, timeout=0",
      .many(SocketConnectionObject.connect))
    ChallengeFunctions.define(m)
    m.reexport("AuthenticationError", from: try m.requires("multiprocessing"))
    m.function(
      "wait", "object_list, timeout=None",
      .two(WaitingForMany.wait))
    m.constant("families", .list([.text("AF_INET"), .text("AF_UNIX")]))
    m.constant("default_family", .text("AF_UNIX"))
    m.function("address_type", "address", .one(familyName))
    m.function("arbitrary_address", "family", .one { (f, family) throws(Raised) in
      switch family.str?.string {
      case "AF_INET": return Address.tcp(host: "localhost", port: 0).value
      case "AF_UNIX":
        do { return try Address.unused().value } catch { throw f.raised(error) }
      default: throw f.valueError("unrecognized family")
      }
    })
    m.exports("Client", "Listener", "Pipe", "wait")
  }

  /// The family that an address is of.
  private static func familyName(_ f: Frame, _ address: Value) throws(Raised) -> Value {
    if address.payload.tuple != nil { return .text("AF_INET") }
    if address.payload.str != nil || address.payload.bytes?.bytes.first == 0 { return .text("AF_UNIX") }
    let message = "address type of \(try f.repr(address).string) unrecognized"
    throw address.payload.bytes == nil ? f.typeError(message) : f.valueError(message)
  }

  static func defineSharedTypes(_ m: ModuleBuilder) throws(Raised) {
    let synchronized = m.type("SynchronizedBase")
    m.type("Synchronized", base: synchronized) { t in
      ValueObject.define(t)
      SharedCells.defineLocking(t)
    }
    let array = m.type("SynchronizedArray", base: synchronized) { t in
      ArrayObject.define(t)
      SharedCells.defineLocking(t)
    }
    m.type("SynchronizedString", base: array, ArrayObject.defineText)
    m.type("RawValue", ValueObject.define)
    m.type("RawArray") { t in
      ArrayObject.define(t)
      ArrayObject.defineText(t)
    }
    m.function("copy", "obj", .one(SharedCells.copy))
    m.function("synchronized", "obj, lock=None", .two(SharedCells.synchronized))
    m.exports("RawValue", "RawArray", "Value", "Array", "copy", "synchronized")
  }
}
