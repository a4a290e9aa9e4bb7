// The processes that the session has started: their output, their endings, and their end.
import CPosixShim
import Glibc
import Interpreter

/// Keeps the children apart from the terminal and tells of them.
final class Children: Background {
  private let interpreter: Interpreter
  let control: (any ProcessControl)?
  private let console: any Console
  private let style: Style
  /// The children's output, once they are adopted.
  private(set) var pump: OutputPump?
  /// The processes that lived when the running cell began: what it starts itself, it takes down with it.
  private var livedBefore: Set<Int32> = []
  /// Those that are still to be told.
  private var endings: [ProcessEnding] = []
  /// Whether processes lived when the background was last served.
  private var livedAtLastLook = false
  /// Whether a cell runs: its own processes' ordinary endings are no news.
  private var isInCell = false

  init(_ interpreter: Interpreter, _ control: (any ProcessControl)?, _ console: any Console, _ style: Style) {
    self.interpreter = interpreter
    self.control = control
    self.console = console
    self.style = style
  }

  /// Gives processes that start from now on an output of their own, which goes to the console.
  func adopt() {
    guard pump == nil, let pump = OutputPump(console, style, names: { [unowned self] in names }) else { return }
    self.pump = pump
    interpreter.signals.set(SIGIO, .serve { _ in pump.serveInCell() })
    interpreter.forkHooks.afterInChild.insert(pump.becomeChild, at: 0)
  }

  /// The processes of the tree by pid, those included whose ends have not been told yet.
  private var names: [Int32: String] {
    // In this order: a child that dies meanwhile is in one of the three.
    var names = control?.unsettledChildren() ?? [:]
    endings += control?.takeEndings() ?? []
    for ending in endings { names[ending.pid] = ending.name }
    for row in control?.processes() ?? [] { names[row.pid] = row.name }
    return names
  }

  /// How many live.
  var count: Int { control?.processes().count ?? 0 }

  // MARK: Cells

  func beginCell() {
    livedBefore = Set(names.keys)
    isInCell = true
  }

  func endCell() {
    serve()
    isInCell = false
  }

  /// Ctrl-C in a cell stops the processes that the cell has started, as it stops the cell.
  func interruptCell() {
    for row in control?.processes() ?? [] where !livedBefore.contains(row.pid) {
      _ = control?.send(SIGINT, to: row.pid)
    }
  }

  // MARK: Background

  var descriptor: Int32 { pump?.descriptor ?? -1 }

  /// Five looks a second while there are processes whose end is to be seen: those that lived at the last look, and
  /// children that have died since or are about to be told of, whom no other event brings to mind.
  var interval: Int32 {
    livedAtLastLook || !endings.isEmpty || control?.unsettledChildren().isEmpty == false ? 200 : -1
  }

  var rightPrompt: String {
    let count = count
    return count == 0 ? "" : Messages.processes(count)
  }

  func serve() {
    livedAtLastLook = count > 0
    pump?.serve()
    endings += control?.takeEndings() ?? []
    while !endings.isEmpty {
      tell(endings[0])
      endings.removeFirst()
    }
  }

  private func tell(_ ending: ProcessEnding) {
    let isNews = ending.code != 0 || !isInCell || livedBefore.contains(ending.pid)
    pump?.finish(ending.pid, name: ending.name, notice: isNews ? Messages.ended(ending.code) : nil)
  }

  // MARK: Signals

  /// The signals that mean something while an entry is typed.
  private static let promptSignals = [SIGWINCH, SIGHUP, SIGTERM]

  /// Catches the prompt's signals while `body` waits for an entry. During a cell they do what they always do, so that
  /// no cell can keep a closed terminal's session alive.
  func attend(_ body: () -> Void) {
    let caught = Children.promptSignals.filter { interpreter.signals.isDefault($0) }
    for number in caught { ppd_signal_catch(number) }
    serve()
    body()
    for number in caught { ppd_signal_release(number, false) }
  }

  /// Keeps what children say until `body`, which has the screen for itself, is done.
  func holding(_ body: () -> Void) {
    attend {
      if let pump { pump.holding(body) } else { body() }
    }
  }

  func serveSignals() -> Wakeup? {
    var wakeup: Wakeup?
    var others: [Int32] = []
    while ppd_signal_pending() != 0 {
      let number = ppd_signal_take()
      switch number {
      case 0: break
      case SIGWINCH: wakeup = .resized
      case SIGHUP, SIGTERM: return .hangUp(signal: number)
      case SIGINT where interpreter.signals.isInterrupt(number): return .cancelled
      default: others.append(number)
      }
    }
    for number in others { ppd_signal_note(number) }
    runHandlers()
    return wakeup
  }

  /// The script's handlers of other signals run at the prompt, too.
  private func runHandlers() {
    let f = interpreter.rootFrame
    do throws(Raised) {
      try interpreter.handlePendingSignals(f)
      try interpreter.flushOutput(f)
    } catch {
      console.print(f.renderTraceback(error.exception, style: style), as: .error)
    }
  }

  // MARK: The end

  /// Ends every process of the tree.
  func endAll() {
    end(nil)
    pump?.serve()
  }

  /// Ends processes, nil for all: by SIGTERM, and by SIGKILL those that are still there half a second later. Tells how
  /// they ended.
  func end(_ pids: [Int32]?) {
    guard let control else { return }
    func living() -> [Int32] {
      control.processes().map(\.pid).filter { pids?.contains($0) ?? true }
    }
    for signal in [SIGTERM, SIGKILL] {
      for pid in living() { _ = control.send(signal, to: pid) }
      for _ in 0..<50 where !living().isEmpty {
        usleep(10_000)
        serve()
      }
    }
    serve()
  }
}
