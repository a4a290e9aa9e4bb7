// The interpreter: everything that lives as long as the program.
import CPosixShim
import Syntax

/// One interpreter. Single-threaded: a process has one, and a forked child goes on with its copy.
public final class Interpreter {
  private var internTable = HashTable<TextKey, Str>()
  public private(set) var names: SpecialNames!
  public private(set) var types: Types!
  /// The names that every module sees.
  public private(set) var builtins: Namespace!
  // The methods of `object` that mean "not overridden" where a class' lookup finds them.
  var objectNew = Value.none
  var objectInit = Value.none
  var objectHash = Value.none
  var objectGetAttribute = Value.none
  var objectSetAttribute = Value.none
  var objectDeleteAttribute = Value.none
  /// Whether some class has a `__del__`.
  var hasFinalizers = false
  /// How many runs of ``detached(_:)`` are inside each other.
  private var detachedRuns = 0
  /// `type.__call__`, `type.__instancecheck__` and `type.__subclasscheck__`, likewise.
  var typeCall = Value.none
  var typeInstanceCheck = Value.none
  var typeSubclassCheck = Value.none
  /// `sys.modules`: what has been imported.
  public let modules = Dict()
  /// Modules written in Swift, by name, made at their first import.
  var moduleFactories = HashTable<String, ModuleFactory>()
  /// Shapes that have been numbered.
  private var shapeCount = 0
  /// The exception whose handler runs.
  public var handled: ExceptionObject?
  /// Containers whose `repr` is being made, outermost first.
  var containersInRepr: [ObjectIdentifier] = []
  /// Most calls below one another, `sys.setrecursionlimit`.
  public var recursionLimit = 1000
  /// Most decimal digits of an int that is converted to or from text, `sys.set_int_max_str_digits`; 0 for any number.
  public var integerDigitLimit = 4300
  /// The end of the value stack.
  var valueStackEnd: UnsafeMutablePointer<Value>
  private let valueStack: ValueStack
  /// The collection of cycles.
  var collector = Collector()
  /// Stacks of finished generators, for the next ones.
  var idleStacks: [CoroutineStacks] = []
  /// Folders in which `import` looks for files, `sys.path`.
  public let path = List()
  /// `sys.argv`.
  public let arguments = List()
  public let output: OutputStream
  public let errorOutput: OutputStream
  /// The cells of `sys.stdin`, `sys.stdout` and `sys.stderr`, once `sys` has been imported.
  let standardStreams = StandardStreams()
  /// The files that scripts have open for writing.
  let openFiles = OpenFiles()
  /// What scripts want done about signals.
  public let signals = SignalTable()
  /// What runs around a fork.
  public let forkHooks = ForkHooks()
  /// fork(2), for the scripts that fork by themselves; whoever keeps a table of the processes puts its own here.
  public var systemFork: () -> Int32 = { ppd_fork() }
  /// Text of single Latin-1 scalars, so that indexing a string need not make them.
  let characters: [Str]
  /// What `sys.exit` and the end of the program run, newest last.
  public var exitHooks: [(Frame) throws(Raised) -> Void] = []
  /// The signal that ended the script, once its exception has been reported.
  public var endingSignal: Int32?
  /// What is said of a script that a signal ended, instead of the traceback.
  public var endingReport: ((ExceptionObject, Int32) -> String?)?
  /// Whether the lowering chooses node classes by operand shape. Off, every construct runs on its general node: a check
  /// that the two agree.
  public var specializesNodes = true
  /// The colours of the reports of uncaught exceptions.
  public var errorStyle = Style.plain
  /// What the prompt does with an expression's value.
  public var resultHandler: ((Value, Frame) throws(Raised) -> Void)?
  /// Who lets other fibers run while this one waits; nil where no fiber runs.
  public var fiberScheduler: FiberScheduler?
  /// Extra state of modules, by module name.
  public var moduleState = HashTable<String, AnyObject>()

  public init() {
    Collector.describe()
    valueStack = ValueStack(slots: ValueStack.mainSlots)
    valueStackEnd = valueStack.end
    output = OutputStream(descriptor: 1)
    errorOutput = OutputStream(descriptor: 2)
    characters = (0..<256).map { Str(scalar: UInt32($0)) }
    names = SpecialNames(intern: intern)
    types = Types(self)
    types.populate()
    builtins = Namespace(name: intern("builtins"))
    registerBuiltins()
    registerModules()
  }

  /// A number for a shape that none has had.
  func takeShapeID() -> Int {
    shapeCount += 1
    return shapeCount
  }

  /// The one string object of this text among the names.
  public func intern(_ text: String) -> Str {
    internFresh(Str(text))
  }

  /// The interned string equal to one that nobody else has.
  private func internFresh(_ text: Str) -> Str {
    if let known = internTable[TextKey(text)] { return known }
    text.isInterned = true
    internTable.insert(text, for: TextKey(text))
    return text
  }

  /// The interned string equal to this one.
  public func intern(_ string: Str) -> Str {
    if string.isInterned { return string }
    return internTable[TextKey(string)] ?? internFresh(Str(string.string))
  }

  /// A string of one scalar.
  @inline(__always)
  func character(_ scalar: UInt32) -> Str {
    scalar < 256 ? characters[Int(scalar)] : Str(scalar: scalar)
  }

  /// A frame below all scripts, from which Swift code calls into them.
  public lazy var rootFrame: Frame = ValueStack.push(rootCode, at: valueStack.base, interpreter: self)

  private lazy var rootCode = FunctionCode(
    name: intern("<ppd>"), qualifiedName: intern("<ppd>"), file: SourceFile(name: "<ppd>", bytes: []),
    range: SourceRange(0, 0), namespace: builtins, slotNames: [], body: BlockNode([]))

  /// Runs Swift code that was called from nowhere in particular (an object's destruction) with a frame on a value
  /// stack of its own, since the running frames' stack has no known end there.
  public func detached(_ body: (Frame) -> Void) {
    let stacks = takeCoroutineStacks()
    let savedEnd = valueStackEnd
    let savedHandled = handled
    valueStackEnd = stacks.valuesEnd
    handled = nil
    let frame = bottomFrame(on: stacks)
    // What an object's `__del__` makes and lets go runs below that `__del__`, though no frame says so.
    frame.header.pointee.depth = detachedRuns
    detachedRuns += 1
    body(frame)
    detachedRuns -= 1
    handled = savedHandled
    valueStackEnd = savedEnd
    giveBack(stacks)
  }

  /// A frame at the bottom of a coroutine's value stack.
  func bottomFrame(on stacks: CoroutineStacks) -> Frame {
    ValueStack.push(rootCode, at: stacks.values, interpreter: self)
  }

  /// Runs `__del__` of an instance that is going; an exception in it is reported and ignored, as Python does.
  func finalize(_ instance: Instance, _ finalizer: Value) {
    detached { f in
      do throws(Raised) {
        _ = try f.call(finalizer, .object(instance))
      } catch {
        reportUnraisable(error.exception, in: finalizer)
      }
    }
  }
}

/// The memory of a value stack.
final class ValueStack {
  /// A gigabyte, of which only what is used is ever backed.
  static let mainSlots = 1 << 26
  /// Slots at the end that no frame may begin in: the arguments of a call stand there before anybody looks for the end.
  static let reserve = 1 << 12

  private let memory: UnsafeMutableRawBufferPointer
  let base: UnsafeMutablePointer<Value>
  let end: UnsafeMutablePointer<Value>

  init(slots: Int) {
    memory = ppdReserve(slots * MemoryLayout<Value>.stride)
    base = memory.baseAddress!.assumingMemoryBound(to: Value.self)
    end = base + (slots - ValueStack.reserve)
  }

  deinit {
    ppdRelease(memory)
  }

  /// The first frame of a stack that begins at `base`.
  static func push(
    _ code: FunctionCode, at base: UnsafeMutablePointer<Value>, interpreter: Interpreter
  ) -> Frame {
    let frame = Frame(slots: base + Frame.headerSlots)
    frame.begin(code, caller: nil, depth: 0, interpreter)
    for slot in 0..<code.slotCount { (frame.slots + slot).initialize(to: .unbound) }
    return frame
  }
}
