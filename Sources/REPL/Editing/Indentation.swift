// How deep the next line of a block is indented, and how deep a line can be dedented.

enum Indentation {
  static let width = 4

  /// The spaces with which the line after `text` begins: those of its last line, four more after a colon or an open
  /// bracket, four less after a statement that ends its block.
  static func next(after text: some StringProtocol) -> Int {
    let line = lastLine(of: text)
    let indent = line.prefix { $0 == " " }.count
    let code = withoutComment(line)
    if let last = code.last, ":([{".contains(last) { return indent + width }
    let word = code.drop { $0 == " " }.prefix { $0.isLetter }
    let endsBlock = ["return", "break", "continue", "pass", "raise"].contains(String(word))
    return endsBlock ? max(0, indent - width) : indent
  }

  /// A line without its comment and the spaces before that.
  private static func withoutComment(_ line: String) -> String {
    var quote: Character?
    var code = ""
    for character in line {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
      } else if character == "#" {
        break
      }
      code.append(character)
    }
    return code.trimmedAtEnd
  }

  /// How many characters Backspace takes away behind `text`: in the indentation as far as the last multiple of four.
  static func backspace(after text: some StringProtocol) -> Int {
    let line = lastLine(of: text)
    guard !line.isEmpty, line.allSatisfy({ $0 == " " }) else { return text.isEmpty ? 0 : 1 }
    return (line.count - 1) % width + 1
  }

  /// Whether a Tab behind `text` means more indentation.
  static func isInIndentation(_ text: some StringProtocol) -> Bool {
    lastLine(of: text).allSatisfy { $0 == " " }
  }

  /// What stands behind the last line end.
  static func lastLine(of text: some StringProtocol) -> String {
    String(text.lastIndex(of: "\n").map { text[text.index(after: $0)...] } ?? text[...])
  }
}
