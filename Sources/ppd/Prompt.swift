// The prompt: which console it has, and what runs before it.
import Glibc
import Interpreter
import REPL

extension Program {
  /// Runs the session, after the script if there is one.
  /// - Parameter script: runs the script in the main module; its errors are reported and do not keep the prompt away.
  func runPrompt(_ interpreter: Interpreter, _ main: ModuleObject, script: (() -> Void)?) -> Int32 {
    let style = Style(for: 1, options.color)
    let session = Session(
      interpreter, main: main, console: console(interpreter, style), processes: TreeControl(interpreter), style: style)
    session.adoptChildren()
    script?()
    return session.run(banner: options.isQuiet || script != nil ? nil : Session.banner(version: Options.version))
  }

  /// The line editor where both ends are a terminal that it can work with, else plain lines.
  private func console(_ interpreter: Interpreter, _ style: Style) -> any Console {
    TerminalConsole(style: style, history: History(path: History.userPath()))
      ?? PlainConsole(output: interpreter.output, errorOutput: interpreter.errorOutput)
  }
}
