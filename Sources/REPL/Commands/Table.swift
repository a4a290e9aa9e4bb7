// Columns of text, aligned by the width that a terminal shows.
import Interpreter
import Syntax

/// A table with headings.
struct Table {
  private let headings: [String]
  private var rows: [[String]] = []

  init(_ headings: [String]) {
    self.headings = headings
  }

  mutating func add(_ cells: [String]) {
    rows.append(cells)
  }

  /// The lines, headings first. Cells are separated by two spaces; the last column is as wide as it likes.
  func render(_ style: Style) -> String {
    var widths = headings.map { displayWidth($0) }
    for row in rows {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], displayWidth(cell)) }
    }
    func line(_ cells: [String]) -> String {
      var text = ""
      for (column, cell) in cells.enumerated() {
        text += cell
        guard column < cells.count - 1 else { break }
        text += String(repeating: " ", count: widths[column] - displayWidth(cell) + 2)
      }
      while text.last == " " { text.removeLast() }
      return text
    }
    return ([style.paint(line(headings), .heading)] + rows.map(line)).map { $0 + "\n" }.joined()
  }
}
