// `:top`: the processes, drawn again and again until a key is pressed.
import Glibc
import Interpreter
import Syntax

extension Session {
  func watchProcesses() {
    guard children.control != nil else { return say(Messages.noProcesses) }
    guard let screen = LiveScreen() else { return say(Messages.needsTerminal(":top"), as: .error) }
    while true {
      screen.show(view(width: screen.width, height: screen.height))
      if screen.waitForKey(milliseconds: 500) { break }
      children.serve()
    }
    screen.close()
  }

  /// The processes and the objects that some wait for, in as many lines as fit.
  private func view(width: Int, height: Int) -> [String] {
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

  /// - Returns: whether a key was pressed, which is taken, or the terminal has gone.
  func waitForKey(milliseconds: Int32) -> Bool {
    var wait = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    guard poll(&wait, 1, milliseconds) > 0 else { return false }
    tcflush(0, TCIFLUSH)
    return true
  }

  func close() {
    _ = writeAll("\u{1b}[?25h\u{1b}[?1049l", to: 1)
    tcsetattr(0, TCSADRAIN, &saved)
  }
}
