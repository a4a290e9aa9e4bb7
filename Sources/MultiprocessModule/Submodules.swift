// The types and functions of multiprocessing's submodules.
import Interpreter
import Multiprocess

/// The types of the submodules.
enum SubmoduleTypes {
  static func defineProcess(_ m: ModuleBuilder) throws(Raised) {
    let process = m.type("BaseProcess", ProcessObject.define)
    m.type("_MainProcess", base: process)
    m.type("_ParentProcess", ParentProcessObject.define)
    m.function("current_process", "", .zero { (f) throws(Raised) in
      .object(try Tree.of(f).current)
    })
    m.function("parent_process", "", .zero { (f) throws(Raised) in
      try ParentProcessObject.of(Tree.of(f), f).map { .object($0) } ?? .none
    })
    m.function("active_children", "", .zero { (f) throws(Raised) in
      try ProcessObject.active(Tree.of(f), f)
    })
  }

  static func defineSynchronize(_ m: ModuleBuilder) throws(Raised) {
    m.type("Lock", LockObject.define)
    m.type("RLock", RecursiveLockObject.define)
    let semaphore = m.type("Semaphore", SemaphoreObject.define)
    m.type("BoundedSemaphore", base: semaphore)
    m.type("Condition", ConditionObject.define)
    m.type("Event", EventObject.define)
    m.type("Barrier", BarrierObject.define)
    m.type("BrokenBarrierError", base: m.types[.RuntimeError], from: "threading")
  }

  static func defineQueues(_ m: ModuleBuilder) throws(Raised) {
    let queue = m.type("Queue", QueueObject.define)
    m.type("JoinableQueue", base: queue, QueueObject.defineJoinable)
    m.type("SimpleQueue", base: queue)
    m.reexport("Empty", "Full", "ShutDown", from: try m.requires("_queue"))
  }

  static func defineConnection(_ m: ModuleBuilder) throws(Raised) {
    let connection = m.type("Connection", ConnectionObject.define)
    m.type("_SocketConnection", base: connection, SocketConnectionObject.define)
    m.type("Listener", ListenerObject.define)
    m.function(
      "Client", "address, family=None, authkey=None, *, timeout=0",
      .many(SocketConnectionObject.connect))
    m.reexport("AuthenticationError", from: try m.requires("multiprocessing"))
    m.function(
      "wait", "object_list, timeout=None",
      .two(WaitingForMany.wait))
  }

  static func defineSharedTypes(_ m: ModuleBuilder) throws(Raised) {
    m.type("Synchronized") { t in
      ValueObject.define(t)
      SharedCells.defineLocking(t)
    }
    let array = m.type("SynchronizedArray") { t in
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
  }
}
