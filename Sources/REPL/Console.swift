// What the session asks of whoever is at the other end: two methods, so that a test can be that other end.
import Interpreter

/// Where entries come from and what is said goes to.
public protocol Console: AnyObject {
  /// Asks for an entry: a line, or a block of lines where the console edits whole blocks. Does what `background` has
  /// to do while it waits.
  func read(_ prompt: Prompt, _ background: any Background) -> Entry

  /// Shows text, which ends in a line end, above whatever is being edited.
  func print(_ text: String, as kind: TextKind)
}

/// What came of asking for an entry.
public enum Entry: Equatable {
  /// Without the last line end.
  case text(String)
  /// Ctrl-C: what was typed is dropped.
  case cancelled
  /// Ctrl-D, or the end of the input.
  case end
  /// The terminal is gone, or a signal asked the process to end: leave without a word.
  case hangUp(signal: Int32)
}

/// What a text is.
public enum TextKind {
  /// A result, or an answer to a command.
  case result
  /// An error's report.
  case error
  /// Something the prompt says by itself, a child's output among it.
  case notice
}

/// The prompt of an entry.
public struct Prompt: Equatable {
  /// `ppd[3]> `.
  public var text: String
  /// Shown at the right edge, where there is one: `2 procs`.
  public var right = ""
  /// Whether it asks for the next line of a block, whose beginning has been read.
  public var isContinuation = false
}

/// What goes on while an entry is being typed.
public protocol Background: AnyObject {
  /// Becomes readable when there is something to do; -1 where nothing is going on.
  var descriptor: Int32 { get }
  /// Milliseconds after which to look anyway; -1 for never.
  var interval: Int32 { get }
  /// The text for the right edge, which changes as processes come and go.
  var rightPrompt: String { get }
  /// Does what there is to do.
  func serve()
  /// Acts on the signals that came.
  /// - Returns: what they mean to whoever waits for an entry; nil for nothing.
  func serveSignals() -> Wakeup?
}

/// What signals mean to whoever waits for an entry.
public enum Wakeup {
  /// The terminal's size has changed.
  case resized
  case cancelled
  case hangUp(signal: Int32)
}
