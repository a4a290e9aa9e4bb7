// A session on a pseudo-terminal, as the tests start it and leave it.
import Glibc
import TestSupport
import Testing

/// A new folder.
func temporaryFolder() -> String {
  var template = Array("/tmp/ppd-repl-XXXXXX".utf8CString)
  precondition(mkdtemp(&template) != nil, "no temporary folder")
  return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
}

func writeFile(_ path: String, _ text: String) {
  let file = fopen(path, "w")
  fputs(text, file)
  fclose(file)
}

extension PseudoTerminal {
  /// Starts ppd and waits for its first prompt.
  static func ppd(
    _ arguments: [String] = ["-q"], history: String? = nil, width: Int = 80, height: Int = 24,
    environment: [String: String] = [:]
  ) -> PseudoTerminal {
    let base = [
      "TERM": "xterm", "LANG": "C.UTF-8", "PPD_LANG": "en", "NO_COLOR": "1",
      "PPD_HISTORY": history ?? temporaryFolder() + "/history", "HOME": "/nonexistent", "PATH": "/usr/bin:/bin",
    ]
    let terminal = PseudoTerminal(
      Programs.ppd, arguments, environment: base.merging(environment) { $1 }, width: width, height: height)
    terminal.expect("ppd[1]>")
    return terminal
  }

  /// Waits for a text on the screen; shows the screen where it does not come.
  func expect(_ text: String, _ location: SourceLocation = #_sourceLocation) {
    #expect(waits(for: text), "\(screen.text.suffix(2000))", sourceLocation: location)
  }

  /// Waits until cell `number` can be typed: until then keys may be those of the cell before.
  func expectPrompt(_ number: Int, _ location: SourceLocation = #_sourceLocation) {
    let isThere = wait { $0.screen.lines.last?.hasPrefix("ppd[\(number)]>") == true }
    #expect(isThere, "\(screen.text.suffix(2000))", sourceLocation: location)
  }

  /// Enters the text of cell `number` and waits for the prompt behind it.
  func enter(_ text: String, as number: Int, _ location: SourceLocation = #_sourceLocation) {
    type(text + "\r")
    expectPrompt(number + 1, location)
  }

  /// Leaves by Ctrl-D, which no living child must delay.
  func leave(_ location: SourceLocation = #_sourceLocation) {
    type("\u{4}")
    #expect(finish() == 0, "\(screen.text.suffix(2000))", sourceLocation: location)
  }

  /// The number behind a marker on the screen, once both are there.
  func number(after marker: String) -> Int? {
    _ = waits(for: marker)
    return screen.text.text(after: marker).flatMap { Int($0.prefix { $0.isNumber }) }
  }
}
