// Whether what was typed can be run, by the parser's own answer.
import Syntax

/// Whether an entry is one, or wants more lines.
enum Completeness {
  case complete, incomplete

  /// - Parameter text: the entry without its last line end.
  init(of text: String) {
    let trimmed = text.drop { $0 == " " || $0 == "\t" || $0 == "\n" }
    if trimmed.isEmpty || text.first == ":" || HelpRequest(text) != nil {
      self = .complete
      return
    }
    if case .incomplete = parse(SourceFile(name: "", text: text + "\n"), interactive: true) {
      self = .incomplete
    } else {
      self = .complete
    }
  }
}

/// `name?`: asks for help.
struct HelpRequest {
  let name: String

  init?(_ text: String) {
    let text = text.trimmed
    guard text.last == "?" else { return nil }
    let name = text.dropLast()
    let isDottedName = name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
      isIdentifier(String($0))
    }
    guard isDottedName else { return nil }
    self.name = String(name)
  }
}

extension StringProtocol {
  /// Without spaces and line ends at both ends.
  var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}
