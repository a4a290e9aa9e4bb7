// What the session knows of processes and does with them. The command line injects it, so that the prompt knows nothing
// of the runtime.
import Interpreter

/// The processes of the tree below this one.
public protocol ProcessControl: AnyObject {
  /// Those that live, in the order in which they were started.
  func processes() -> [ProcessRow]
  /// Has the processes that run say where, for `processes()` to tell: takes a moment.
  func locate()
  /// The shared objects that live.
  func objects() -> [ObjectRow]
  /// The children that have ended since the last call.
  func takeEndings() -> [ProcessEnding]
  /// The names of the children whose end `takeEndings` is still to report, by pid. One may be dead already: then it is
  /// not among `processes()` any more.
  func unsettledChildren() -> [Int32: String]
  /// Sends a signal to a process of the tree.
  /// - Returns: false when there is no such process (any more).
  func send(_ signal: Int32, to pid: Int32) -> Bool
  /// Waits for a child, or with nil for all. Raises KeyboardInterrupt.
  func wait(for pid: Int32?, _ f: Frame) throws(Raised)
}

/// A living process.
public struct ProcessRow: Equatable {
  public var pid: Int32
  public var parent: Int32
  public var name: String
  /// What it does, in a word or a sentence: `runs`, `waits for lock 'a', held by worker-2 (4313)`.
  public var activity: String
  /// Where it waits, or, once `locate()` was called, runs: `lab.ppd:12`; empty when unknown.
  public var place: String
  /// Seconds since it began to wait; nil while it runs.
  public var waiting: Double?
  /// Processor time, in seconds.
  public var processorTime: Double

  public init(
    pid: Int32, parent: Int32, name: String, activity: String, place: String, waiting: Double?, processorTime: Double
  ) {
    self.pid = pid
    self.parent = parent
    self.name = name
    self.activity = activity
    self.place = place
    self.waiting = waiting
    self.processorTime = processorTime
  }
}

/// A living shared object.
public struct ObjectRow: Equatable {
  public var kind: String
  public var name: String
  /// Its state in a few words: `3 items`, `held by worker-1`.
  public var state: String
  /// The names of the processes that hold it, and of those that wait for it.
  public var holders: [String]
  public var waiters: [String]

  public init(kind: String, name: String, state: String, holders: [String], waiters: [String]) {
    self.kind = kind
    self.name = name
    self.state = state
    self.holders = holders
    self.waiters = waiters
  }
}

/// How a child ended.
public struct ProcessEnding: Equatable {
  public var pid: Int32
  public var name: String
  /// The exit code, or the negated number of the signal that killed it.
  public var code: Int32

  public init(pid: Int32, name: String, code: Int32) {
    self.pid = pid
    self.name = name
    self.code = code
  }
}
