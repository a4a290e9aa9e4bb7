// What is done to a pasted text before it is inserted.

enum PastedText {
  /// The text with line feeds for line ends, without the prompts of another session and without the indentation that
  /// all its lines share.
  static func cleaned(_ text: String) -> String {
    var unix = ""
    for character in text {
      if character == "\r\n" || character == "\r" { unix.append("\n") } else { unix.append(character) }
    }
    let withTabs = unix.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let lines = dedented(withoutPrompts(withTabs.map(expandingTabs)))
    return lines.joined(separator: "\n")
  }

  private static func expandingTabs(_ line: String) -> String {
    guard line.first == "\t" || line.first == " " else { return line }
    var columns = 0
    for character in line {
      if character == "\t" {
        columns += 8 - columns % 8
      } else if character == " " {
        columns += 1
      } else {
        break
      }
    }
    return String(repeating: " ", count: columns) + line.drop { $0 == " " || $0 == "\t" }
  }

  /// Of a copied session the input alone: where there is a `>>> ` or `ppd[3]> `, lines without a prompt are output.
  private static func withoutPrompts(_ lines: [String]) -> [String] {
    let stripped = lines.map(promptless)
    guard stripped.contains(where: { $0?.isFirst == true }) else { return lines }
    return stripped.compactMap { $0?.text }
  }

  /// A line behind its prompt; nil where there is none.
  private static func promptless(_ line: String) -> (text: String, isFirst: Bool)? {
    let line = line.drop { $0 == " " }
    for (prompt, isFirst) in [(">>>", true), ("...", false)] where line.hasPrefix(prompt) {
      let rest = line.dropFirst(prompt.count)
      if prompt == "...", rest.first == ">" { return (behind(rest.dropFirst()), false) }
      if rest.isEmpty || rest.first == " " { return (behind(rest), isFirst) }
    }
    guard line.hasPrefix("ppd["), let end = line.firstIndex(of: ">"), line[..<end].last == "]" else { return nil }
    return (behind(line[line.index(after: end)...]), true)
  }

  private static func behind(_ rest: Substring) -> String {
    String(rest.first == " " ? rest.dropFirst() : rest)
  }

  private static func dedented(_ lines: [String]) -> [String] {
    let indents = lines.filter { !$0.trimmed.isEmpty }.map { $0.prefix { $0 == " " }.count }
    let common = indents.min() ?? 0
    return lines.map { String($0.dropFirst(min(common, $0.prefix { $0 == " " }.count))) }
  }
}
