// What parent_process() returns in a child.
import CPosixShim
import Glibc
import Interpreter
import Multiprocess

/// `multiprocessing.process._ParentProcess`: the process that started this one.
final class ParentProcessObject: TreeObject {
  static let typeName = "multiprocessing.process._ParentProcess"
  let name: String
  let pid: Int32
  /// A descriptor that becomes readable when the parent ends; -1 until asked for.
  private var descriptor: Int32 = -1

  /// The one of a tree's process; nil in the first.
  static func of(_ tree: Tree, _ f: Frame) -> ParentProcessObject? {
    if tree.parentObject == nil {
      tree.parentObject = tree.parent.map { ParentProcessObject(name: $0.name, pid: tree.current.parentPID, tree, f) }
    }
    return tree.parentObject
  }

  private init(name: String, pid: Int32, _ tree: Tree, _ f: Frame) {
    self.name = name
    self.pid = pid
    super.init(ParentProcessObject.typeName, tree, f)
  }

  deinit {
    if descriptor >= 0 { Glibc.close(descriptor) }
  }

  static func define(_ t: TypeBuilder) {
    t.property("name", get: { (f, this) throws(Raised) in .text(try get(f, this).name) })
    for name in ["pid", "ident"] {
      t.property(name, get: { (f, this) throws(Raised) in .int(Int(try get(f, this).pid)) })
    }
    t.property("daemon", get: { (f, this) throws(Raised) in .bool(false) })
    t.property("sentinel", get: { (f, this) throws(Raised) in
      .int(Int(try get(f, this).sentinel(f)))
    })
    t.method("is_alive", "self, /", .one { (f, this) throws(Raised) in
      .bool(getppid() == (try get(f, this).pid))
    })
    t.method("join", "self, /, timeout=None", .two(join))
    t.method("start", "self, /", .one { (f, _) throws(Raised) in
      throw f.error(.AssertionError, "can only start a process object created by current process")
    })
    for name in ["terminate", "kill"] {
      t.method(name, "self, /", .one { (f, _) throws(Raised) in
        throw f.attributeError("a process cannot \(name) its parent: use os.kill(os.getppid(), …)")
      })
    }
    t.method("__repr__", "self, /", .one { (f, this) throws(Raised) in
      .text("<_ParentProcess name='\(try get(f, this).name)' parent=None unknown>")
    })
  }

  private static func get(_ f: Frame, _ this: Value) throws(Raised) -> ParentProcessObject {
    try receiver(this, "join", of: "_ParentProcess", f)
  }

  private func sentinel(_ f: Frame) throws(Raised) -> Int32 {
    if descriptor < 0 { descriptor = ppd_pidfd_open(pid) }
    if descriptor < 0 { throw f.osError(errno) }
    return descriptor
  }

  private static func join(_ f: Frame, _ this: Value, _ timeout: Value) throws(Raised) -> Value {
    let parent = try get(f, this)
    guard getppid() == parent.pid else { return .none }
    let deadline = try f.deadline(timeout: timeout)
    let descriptor = try parent.sentinel(f)
    _ = try parent.tree.waiting(f) { try Runtime.wait(for: [.descriptor(descriptor)], until: deadline) }
    return .none
  }
}
