// Process: what a script starts and waits for.
import Glibc
import Interpreter
import Multiprocess

/// `multiprocessing.Process`.
final class ProcessObject: TreeObject {
  static let typeName = "multiprocessing.Process"
  static let mainTypeName = "multiprocessing.process._MainProcess"

  var name: String
  var isDaemon: Bool
  var target: Value = .none
  var arguments: Value = .tuple([])
  var keywords: Value = .object(Dict())
  /// Its place in the tree: the numbers of the children from the first process down.
  let identity: [Int]
  /// Who may start it and wait for it; 0 for the first process.
  let parentPID: Int32
  /// The process, once started; nil in the process itself.
  var child: ChildProcess?
  /// Whether this is the object of the process that runs.
  var isSelf = false
  var isClosed = false
  /// What the target returned, in the process itself.
  var returned: Value = .none

  private init(
    _ type: TypeObject, name: String, isDaemon: Bool, identity: [Int], parentPID: Int32, _ tree: Tree
  ) {
    self.name = name
    self.isDaemon = isDaemon
    self.identity = identity
    self.parentPID = parentPID
    super.init(type, tree)
  }

  /// The object of the first process.
  static func main(_ tree: Tree, _ f: Frame) throws(Raised) -> ProcessObject {
    let process = ProcessObject(
      f.types[module: mainTypeName], name: "MainProcess", isDaemon: false, identity: [], parentPID: 0, tree)
    process.isSelf = true
    return process
  }

  /// A process that is not started: what `Process.__new__` makes.
  static func blank(_ f: Frame, _ type: TypeObject) throws(Raised) -> Value {
    let tree = try Tree.of(f)
    tree.childCount += 1
    let identity = tree.current.identity + [tree.childCount]
    let name = type.name.string + "-" + identity.map { String($0) }.joined(separator: ":")
    return .object(
      ProcessObject(
        type.builtinBase, name: name, isDaemon: tree.current.isDaemon, identity: identity, parentPID: getpid(), tree))
  }

  /// A process for `spawn`, not yet started.
  static func make(
    target: Value, arguments: ContiguousArray<Value>, keywords: Dict, name: Value, daemon: Value, _ f: Frame
  ) throws(Raised) -> Value {
    let value = try blank(f, f.types[module: typeName])
    let process = try receiver(value, "spawn", of: "Process", f)
    process.target = target
    process.arguments = .tuple(arguments)
    process.keywords = .object(keywords)
    try process.setOptions(name: name, daemon: daemon, f)
    return value
  }

  func setOptions(name: Value, daemon: Value, _ f: Frame) throws(Raised) {
    if !name.isUnbound, !name.isNone { self.name = try f.str(name).string }
    if !daemon.isUnbound, !daemon.isNone { isDaemon = try f.truth(daemon) }
  }

  // MARK: Waiting and ending

  static func join(_ f: Frame, _ this: Value, _ timeout: Value) throws(Raised) -> Value {
    let process = try get(f, this)
    guard let child = try process.ownChild(f, "join") else {
      throw f.error(.AssertionError, "can only join a started process")
    }
    let deadline = try f.deadline(timeout: timeout)
    _ = try process.tree.waiting(f) { try child.join(until: deadline) }
    process.tree.forgetEndedChildren()
    return .none
  }

  /// The child, nil before start. Raises in any process but the one that started it.
  private func ownChild(_ f: Frame, _ what: String) throws(Raised) -> ChildProcess? {
    if isSelf || parentPID != getpid() {
      throw f.error(.AssertionError, "can only \(what) a child process")
    }
    return child
  }

  static func isAlive(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let process = try get(f, this)
    if process.isSelf { return .bool(true) }
    guard let child = try process.ownChild(f, "test") else { return .bool(false) }
    do { return .bool(try child.isAlive()) } catch { throw f.raised(error) }
  }

  /// The children that live, in the order they were started.
  static func active(_ tree: Tree, _ f: Frame) throws(Raised) -> Value {
    do {
      tree.children = try tree.children.filter { try $0.child?.isAlive() ?? false }
    } catch {
      throw f.raised(error)
    }
    return .list(ContiguousArray(tree.children.map { .object($0) }))
  }

  /// Whether it can execute nothing any more. False before it is started.
  var hasEnded: Bool { child?.hasEnded ?? false }

  static func signal(_ f: Frame, _ this: Value, _ number: Int32, _ what: String) throws(Raised) -> Value {
    guard let child = try get(f, this).child else {
      throw f.attributeError("the process has not been started, so there is nothing to \(what)")
    }
    do { try child.send(signal: number) } catch { throw f.raised(error) }
    return .none
  }

  static func close(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let process = try receiver(this, "close", of: "Process", f)
    if let child = process.child, !process.isClosed {
      let alive: Bool
      do { alive = try child.isAlive() } catch { throw f.raised(error) }
      if alive {
        throw f.valueError(
          "Cannot close a process while it is still running. You should first call join() or terminate().")
      }
    }
    // The first process has nobody who could have waited for it.
    if process.parentPID == 0 { return .none }
    process.isClosed = true
    process.tree.children.removeAll { $0 === process }
    return .none
  }

  /// The end of `with spawn(…)`: waits for the process; an exception in the block terminates it first.
  static func exit(_ f: Frame, _ this: Value, _ type: Value, _: Value, _: Value) throws(Raised) -> Value {
    let process = try get(f, this)
    guard let child = process.child else { return .none }
    if !type.isNone { _ = try signal(f, this, SIGTERM, "terminate") }
    _ = try process.tree.waiting(f) { try child.join() }
    process.tree.forgetEndedChildren()
    return .none
  }

  // MARK: Looks

  var pid: Value {
    if isSelf { return .int(Int(getpid())) }
    return child.map { .int(Int($0.pid)) } ?? .none
  }

  func exitCode(_ f: Frame) throws(Raised) -> Value {
    guard let child, !isSelf else { return .none }
    do { return try child.exitCode().map { .int(Int($0)) } ?? .none } catch { throw f.raised(error) }
  }

  static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let process = try receiver(this, "__repr__", of: "Process", f)
    var parts = ["name='\(process.name)'"]
    if let child = process.child, !process.isClosed { parts.append("pid=\(child.pid)") }
    parts.append("parent=\(process.parentPID == 0 ? "None" : "\(process.parentPID)")")
    parts.append(try process.status(f))
    if process.isDaemon { parts.append("daemon") }
    return .text("<\(f.types.type(of: this).name.string) \(parts.joined(separator: " "))>")
  }

  private func status(_ f: Frame) throws(Raised) -> String {
    if isClosed { return "closed" }
    if isSelf { return "started" }
    guard child != nil else { return "initial" }
    guard case .int(let code) = try exitCode(f) else { return "started" }
    return code < 0 ? "stopped exitcode=-\(SignalName.text(Int32(-code)))" : "stopped exitcode=\(code)"
  }
}
