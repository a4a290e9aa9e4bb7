// What the program around the interpreter sees of the processes, and does with them.
import Glibc
import Interpreter
import Multiprocess

/// The processes below this one, for whoever shows them to people. As long as the script has not used any, there are
/// none.
public final class ProcessView {
  /// How a child ended.
  public struct Ending {
    public let pid: Int32
    public let name: String
    /// The exit code, or the negated number of the signal that killed it.
    public let code: Int32
  }

  private let interpreter: Interpreter
  private var endings: [Ending] = []

  private static let key = "multiprocessing view"
  /// The signal that asks a process where it is: one that is ignored where nobody answers.
  static let request = SIGURG

  /// From now on the endings of children are noted.
  public init(_ interpreter: Interpreter) {
    self.interpreter = interpreter
    interpreter.moduleState.insert(self, for: ProcessView.key)
    Tree.known(to: interpreter)?.view = self
  }

  static func of(_ interpreter: Interpreter) -> ProcessView? {
    interpreter.moduleState[key].map { unsafeDowncast($0, to: ProcessView.self) }
  }

  func note(_ child: ChildProcess, _ end: ProcessEnd) {
    let code: Int32 =
      switch end {
      case .exited(let code): code
      case .died(let signal): -signal
      }
    endings.append(Ending(pid: child.pid, name: child.name, code: code))
  }

  /// The living processes but this one.
  public var processes: [ProcessDescription] {
    guard Runtime.isStarted else { return [] }
    return Runtime.processes().filter { $0.pid != getpid() && $0.pid != 0 }
  }

  /// Has those that run say where, for `processes` to tell.
  public func locate() {
    if Runtime.isStarted { Runtime.requestPositions(by: ProcessView.request) }
  }

  /// The shared objects that live.
  public var objects: [ObjectDescription] { Runtime.isStarted ? Runtime.objects() : [] }

  /// The children that were seen to end since the last call.
  public func takeEndings() -> [Ending] {
    guard Runtime.isStarted else { return [] }
    // Asking for the active ones looks for those that have ended.
    _ = ChildProcess.active
    defer { endings = [] }
    return endings
  }

  /// The names of the children whose end `takeEndings` has not given yet, by pid: they live, or have died unnoticed.
  public var unsettledChildren: [Int32: String] {
    var names: [Int32: String] = [:]
    for ending in endings { names[ending.pid] = ending.name }
    for child in ChildProcess.unsettled { names[child.pid] = child.name }
    return names
  }

  /// Waits for a child, or with nil for all of them. Raises what a join raises; ValueError for a process that is not a
  /// child of this one.
  public func wait(for pid: Int32?, _ f: Frame) throws(Raised) {
    let tree = try Tree.of(f)
    let children = ChildProcess.active.filter { pid == nil || $0.pid == pid }
    if let pid, children.isEmpty { throw f.valueError("process \(pid) is not a child of this one") }
    for child in children { _ = try tree.waiting(f) { try child.join() } }
  }

  /// The values in the first bytes of shared memory, as Python writes them: `3`, or `[1, 2, 3, ...]`. Nil where nobody
  /// said what they are.
  public func values(_ start: [UInt8], size: Int, format: UInt32) -> String? {
    guard let code = TypeCode(rawValue: UInt8(truncatingIfNeeded: format)), size > 0 else { return nil }
    let f = interpreter.rootFrame
    let texts = stride(from: 0, through: start.count - code.size, by: code.size).map { offset in
      start.withUnsafeBytes { bytes -> String in
        let aligned = [UInt8](bytes[offset..<offset + code.size])
        let value = aligned.withUnsafeBytes { code.load($0.baseAddress!) }
        return (try? f.repr(value).string) ?? "?"
      }
    }
    if size == code.size { return texts.first }
    return "[\(texts.prefix(6).joined(separator: ", "))\(size / code.size > min(6, texts.count) ? ", ..." : "")]"
  }
}
