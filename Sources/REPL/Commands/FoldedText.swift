// Long lines broken between words, so that tables and help stay readable on narrow terminals.
import CLibedit
import Glibc
import Syntax

extension Session {
  /// Shows a text whose long lines are broken where the terminal ends.
  func explain(_ text: String) {
    var size = winsize()
    guard isatty(1) == 1, ppd_terminal_size(1, &size) == 0, size.ws_col > 0 else { return say(text) }
    say(folded(text, width: Int(size.ws_col)))
  }
}

/// A text with its long lines broken between words. What is left of a line goes below its last column: where the words
/// behind its last gap of two spaces begin, or, where that leaves too little room, below its beginning.
func folded(_ text: String, width: Int) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { fold(String($0), width) }.joined(separator: "\n")
}

private func fold(_ line: String, _ width: Int) -> String {
  guard displayWidth(line) > width else { return line }
  let start = startOfLastColumn(line, width)
  var head = String(line[..<start])
  let indent = String(repeating: " ", count: displayWidth(head))
  var lines: [String] = []
  for word in line[start...].split(separator: " ") {
    if head.last?.isWhitespace == false {
      if displayWidth(head) + 1 + displayWidth(word) <= width {
        head += " "
      } else {
        lines.append(head)
        head = indent
      }
    }
    head += word
  }
  return (lines + [head]).joined(separator: "\n")
}

/// Where the words behind the last gap begin, unless that leaves no room for them; else where the line begins.
private func startOfLastColumn(_ line: String, _ width: Int) -> String.Index {
  let leastRoom = 24
  let beginning = line.firstIndex { $0 != " " } ?? line.startIndex
  var place = line.endIndex
  while place > beginning {
    let before = line.index(before: place)
    if before > beginning, place < line.endIndex, line[before] == " ", line[line.index(before: before)] == " ",
      displayWidth(line[..<place]) <= width - leastRoom
    {
      return place
    }
    place = before
  }
  return beginning
}
