// A session at the prompt: asks for entries, runs them, and goes on whatever happens in them.
import CPosixShim
import Glibc
import Interpreter
import Syntax

/// One session on one console.
public final class Session {
  public let interpreter: Interpreter
  /// The module in whose namespace cells run.
  let main: ModuleObject
  let console: any Console
  let style: Style
  let children: Children
  /// Cells run so far: the last one's number.
  private(set) var cellCount = 0
  /// What was entered, oldest first, with the cells' numbers.
  var entries: [(cell: Int, text: String)] = []
  /// The status to leave with, once it is decided.
  var exitStatus: Int32?
  /// Whether the user has just been told that leaving ends living processes.
  private var hasWarned = false
  private let owner = getpid()

  /// - Parameters:
  ///   - main: the module in which cells run, which a script may have filled before.
  ///   - processes: what is known of the processes of the tree; nil where there are none.
  public init(
    _ interpreter: Interpreter, main: ModuleObject, console: any Console, processes: (any ProcessControl)? = nil,
    style: Style = .plain
  ) {
    self.interpreter = interpreter
    self.main = main
    self.console = console
    self.style = style
    children = Children(interpreter, processes, console, style)
    (console as? TerminalConsole)?.completer = Completer(interpreter, main: main) { [unowned self] in
      (children.control?.processes() ?? []).flatMap { ["\($0.pid)", $0.name] }
    }
    interpreter.resultHandler = { (value, f) throws(Raised) in try self.show(value, f) }
  }

  /// Makes the outputs of processes that start from now on appear above the line being edited.
  public func adoptChildren() {
    children.adopt()
  }

  /// The first line of a session.
  public static func banner(version: String) -> String { Messages.banner(version) }

  // MARK: The loop

  /// Asks for entries and runs them until the user leaves.
  /// - Parameter banner: what to say first; nil for nothing.
  /// - Returns: the exit status. No process that the session started is alive any more.
  public func run(banner: String?) -> Int32 {
    if let banner { console.print(banner + "\n", as: .notice) }
    runStartupFile()
    while exitStatus == nil {
      switch readEntry() {
      case .text(let text): run(text)
      case .cancelled: hasWarned = false
      case .end: leaveUnlessProcessesLive()
      case .hangUp(let signal): exitStatus = 128 + signal
      }
    }
    return finish()
  }

  /// Ends what still runs, then what exit hooks want.
  private func finish() -> Int32 {
    children.endAll()
    interpreter.resultHandler = nil
    return interpreter.finish(status: exitStatus ?? 0, interpreter.rootFrame)
  }

  /// One entry, complete or the last before the end.
  private func readEntry() -> Entry {
    startLine()
    var prompt = Prompt(text: "ppd[\(cellCount + 1)]> ", right: children.rightPrompt)
    guard case .text(var text) = read(prompt) else { return lastEntry }
    prompt = Prompt(text: String(repeating: " ", count: prompt.text.count - 5) + "...> ", isContinuation: true)
    while Completeness(of: text) == .incomplete {
      guard case .text(let line) = read(prompt) else { return lastEntry == .end ? .text(text) : lastEntry }
      text += "\n" + line
    }
    return .text(text)
  }

  private var lastEntry = Entry.end

  private func read(_ prompt: Prompt) -> Entry {
    children.attend { lastEntry = console.read(prompt, children) }
    return lastEntry
  }

  /// The prompt begins a line of its own.
  private func startLine() {
    interpreter.output.flush()
    interpreter.errorOutput.flush()
    if interpreter.output.endsLine, interpreter.errorOutput.endsLine { return }
    console.print("\n", as: .result)
    interpreter.output.lineWasEnded()
    interpreter.errorOutput.lineWasEnded()
  }

  private func leaveUnlessProcessesLive() {
    let count = children.count
    if count > 0, !hasWarned {
      hasWarned = true
      console.print(Messages.stillRunning(count) + "\n", as: .notice)
    } else {
      exitStatus = 0
    }
  }

  // MARK: Entries

  /// Runs an entry: a command, a question, or a cell.
  func run(_ text: String) {
    hasWarned = false
    let trimmed = text.trimmed
    if trimmed.isEmpty { return }
    entries.append((cellCount + 1, text))
    if text.first == ":" {
      runCommand(text)
    } else if let request = HelpRequest(text) {
      showHelp(request.name)
    } else if let action = bareWord(trimmed) {
      action()
    } else {
      runCell(text)
    }
  }

  /// `exit`, `quit` and `help` without parentheses do what they say, unless the user gave the name another meaning.
  private func bareWord(_ word: String) -> (() -> Void)? {
    guard ["exit", "quit", "help"].contains(word), main.namespace[interpreter.intern(word)] == nil else { return nil }
    return word == "help" ? { self.runCommand(":help") } : { self.exitStatus = 0 }
  }

  /// Runs a text as the next cell.
  func runCell(_ text: String) {
    cellCount += 1
    let file = SourceFile(name: "<ppd:\(cellCount)>", text: text + "\n")
    attempt { f throws(Raised) in
      let module = try self.interpreter.parsed(file, f)
      try self.interpreter.executeCell(module, in: self.main.namespace, f)
    }
  }

  /// Runs code of the user's. Whatever it raises is reported, and the session goes on.
  func attempt(_ body: (Frame) throws(Raised) -> Void) {
    let f = interpreter.rootFrame
    children.beginCell()
    do throws(Raised) {
      try body(f)
      // Ctrl-C that came while the cell ended is the cell's, not the next prompt's.
      try interpreter.handlePendingSignals(f)
    } catch {
      report(error, f)
    }
    interpreter.handled = nil
    // A cell that forked: its child ends here, since the terminal is its parent's.
    if getpid() != owner { ppd_exit_now(interpreter.finish(status: exitStatus ?? 0, f)) }
    interpreter.output.flush()
    interpreter.errorOutput.flush()
    children.endCell()
  }

  private func report(_ raised: Raised, _ f: Frame) {
    let exception = raised.exception
    if exception.type.isSubtype(of: f.types[.SystemExit]) {
      exitStatus = interpreter.reportUncaught(raised, f)
      return
    }
    if exception.type.isSubtype(of: f.types[.KeyboardInterrupt]) { children.interruptCell() }
    interpreter.output.flush()
    if interpreter.callExceptHook(exception, f) { return }
    console.print(f.renderTraceback(exception, style: style), as: .error)
  }

  /// Shows an expression's value and keeps it as `_`.
  private func show(_ value: Value, _ f: Frame) throws(Raised) {
    if value.isNone { return }
    if let hook = replacedDisplayHook {
      _ = try f.call(hook, value)
      return
    }
    let text = try f.repr(value).string
    interpreter.builtins[interpreter.intern("_")] = value
    try interpreter.flushOutput(f)
    console.print(text + "\n", as: .result)
  }

  private var replacedDisplayHook: Value? {
    guard let sys = interpreter.modules[interpreter.intern("sys")]?.module,
      let hook = sys.namespace[interpreter.intern("displayhook")],
      let original = sys.namespace[interpreter.intern("__displayhook__")]
    else { return nil }
    return hook.isIdentical(to: original) ? nil : hook
  }

  // MARK: Files

  /// Runs the file that `PPD_STARTUP` names, before the first prompt.
  private func runStartupFile() {
    guard let path = getenv("PPD_STARTUP"), path.pointee != 0 else { return }
    runFile(String(cString: path))
  }

  /// Runs a file in the session's namespace. Says so where it cannot be read.
  func runFile(_ path: String) {
    switch FileBytes.read(path) {
    case .failure(let failure):
      console.print(Messages.cannotRead(path, failure.code) + "\n", as: .error)
    case .success(let bytes):
      let file = SourceFile(name: path, bytes: bytes)
      attempt { f throws(Raised) in try self.interpreter.execute(file, in: self.main.namespace, f) }
    }
  }
}
