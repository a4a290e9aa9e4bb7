// `:top`: the processes, drawn again and again until a key is pressed.
import Glibc
import Interpreter
import Syntax

extension Session {
  func watchProcesses() {
    guard children.control != nil else { return say(Messages.noProcesses) }
    children.holding {
      guard let screen = LiveScreen() else { return say(Messages.needsTerminal(":top"), as: .error) }
      if case .hangUp(let signal) = watch(on: screen) { exitStatus = 128 + signal }
      screen.close()
    }
  }

  /// Draws until a key is pressed.
  /// - Returns: the signal that ended it before.
  private func watch(on screen: LiveScreen) -> Wakeup? {
    while true {
      screen.show(view(width: screen.width, height: screen.height))
      let end = seconds(CLOCK_MONOTONIC) + Session.topInterval
      var isDue = false
      while !isDue {
        let left = max(0, end - seconds(CLOCK_MONOTONIC))
        switch KeyboardWait(children, atMost: Int32((left * 1000).rounded(.up))).wait() {
        case .ready:
          screen.dropKeys()
          return nil
        case .served: isDue = left == 0
        case .wakeup(.resized): isDue = true
        case .wakeup(let wakeup): return wakeup
        }
      }
    }
  }

  /// Seconds from one drawing to the next.
  private static let topInterval = 0.5

  /// The processes and the objects that some wait for, in as many lines as fit.
  private func view(width: Int, height: Int) -> [String] {
    children.control?.locate()
    let rows = children.control?.processes() ?? []
    let objects = (children.control?.objects() ?? []).filter { $0.kind != "shared memory" }
    var text = style.paint(Messages.topHeading(rows.count), .heading) + "\n"
    text += rows.isEmpty ? "" : processTable(rows).render(style)
    if !objects.isEmpty { text += "\n" + objectTable(objects).render(style) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    return lines.prefix(max(1, height - 1)).map { clipped(String($0), width) }
  }

  /// A line cut at the right edge; escape sequences take no room.
  private func clipped(_ line: String, _ width: Int) -> String {
    var text = ""
    var column = 0
    var isEscape = false
    for character in line {
      if character == "\u{1b}" { isEscape = true }
      if !isEscape {
        column += character.displayWidth
        if column > width { return text + (style.isColored ? "\u{1b}[0m" : "") }
      }
      text.append(character)
      if isEscape, character.isLetter { isEscape = false }
    }
    return text
  }
}

/// The terminal's other screen, on which something is shown until a key is pressed.
private final class LiveScreen {
  private var saved = termios()

  /// Nil where input or output is no terminal, or one that cannot do it.
  init?() {
    guard isatty(0) == 1, isatty(1) == 1, tcgetattr(0, &saved) == 0, let name = getenv("TERM"),
      strcmp(name, "dumb") != 0
    else { return nil }
    var raw = saved
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    tcsetattr(0, TCSADRAIN, &raw)
    _ = writeAll("\u{1b}[?1049h\u{1b}[?25l", to: 1)
  }

  /// Where no size is known, as on a serial line, a common one.
  private var size: winsize {
    var size = winsize()
    return ioctl(1, UInt(TIOCGWINSZ), &size) == 0 ? size : winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
  }
  var width: Int { max(20, Int(size.ws_col)) }
  var height: Int { max(3, Int(size.ws_row)) }

  /// Draws in one write, over what was there, so that nothing flickers.
  func show(_ lines: [String]) {
    let text = lines.map { $0 + "\u{1b}[K\r\n" }.joined()
    _ = writeAll("\u{1b}[H\(text)\u{1b}[J", to: 1)
  }

  /// Forgets the keys that were pressed.
  func dropKeys() {
    tcflush(0, TCIFLUSH)
  }

  func close() {
    _ = writeAll("\u{1b}[?25h\u{1b}[?1049l", to: 1)
    tcsetattr(0, TCSADRAIN, &saved)
  }
}
