// A terminal's screen: what a program's output leaves to be seen.

/// A screen of so many columns and rows, with the part that has scrolled off at its top.
///
/// Knows what line editors send to an `xterm`: cursor movements, erasing, inserting and deleting. Wide characters take
/// two cells, combining ones none.
public struct Screen: Sendable {
  /// Rows that have scrolled off are forgotten in the long run, as terminals do.
  private static let mostScrolledOff = 1000

  private let width: Int
  private let height: Int
  private var cells: [[String]]
  private var scrolledOff: [String] = []
  private var row = 0
  private var column = 0
  /// A character has filled the last column: the next one begins a row.
  private var wraps = false
  private var inserts = false
  private var pending: [UInt8] = []
  /// The cells and the cursor's place of the main screen, while a program shows the alternate one.
  private var main: (cells: [[String]], row: Int, column: Int)?

  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
    cells = Array(repeating: Array(repeating: " ", count: width), count: height)
  }

  /// The rows that have scrolled off and those that are to be seen, without the blanks at their ends; empty rows at the
  /// bottom are left out.
  public var lines: [String] {
    var lines = scrolledOff + cells.map(text)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  public var text: String { lines.joined(separator: "\n") }

  /// The row and column of the cursor, from 0, counted with the rows that have scrolled off.
  public var cursor: (row: Int, column: Int) { (scrolledOff.count + row, column) }

  private func text(of cells: [String]) -> String {
    var text = cells.joined()
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Takes over what a program wrote.
  public mutating func write(_ bytes: some Sequence<UInt8>) {
    var rest = (pending + bytes)[...]
    while let end = Screen.endOfPiece(rest) {
      act(on: Array(rest[..<end]))
      rest = rest[end...]
    }
    pending = Array(rest)
  }

  /// Where the first character or escape sequence ends; nil where it is not complete.
  private static func endOfPiece(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    func end(after length: Int) -> Int? { bytes.count >= length ? bytes.startIndex + length : nil }
    if first == 0x1B {
      switch bytes.dropFirst().first {
      case nil: return nil
      case UInt8(ascii: "["):
        return bytes.dropFirst(2).firstIndex { (0x40...0x7E).contains($0) }.map { $0 + 1 }
      case UInt8(ascii: "("), UInt8(ascii: ")"): return end(after: 3)
      case UInt8(ascii: "]"): return bytes.firstIndex { $0 == 7 }.map { $0 + 1 }
      default: return end(after: 2)
      }
    }
    return end(after: first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4)
  }

  private mutating func act(on piece: [UInt8]) {
    switch piece[0] {
    case 0x1B: control(piece)
    case 10: lineFeed()
    case 13: move(row, 0)
    case 8: move(row, max(0, min(column, width - 1) - 1))
    case 9: move(row, min(width - 1, (column / 8 + 1) * 8))
    case 0..<32: break
    default: put(String(decoding: piece, as: UTF8.self))
    }
  }

  private mutating func move(_ row: Int, _ column: Int) {
    self.row = max(0, min(height - 1, row))
    self.column = max(0, min(width - 1, column))
    wraps = false
  }

  private mutating func lineFeed() {
    wraps = false
    if row < height - 1 { return row += 1 }
    scrolledOff.append(text(of: cells.removeFirst()))
    if scrolledOff.count > Screen.mostScrolledOff { scrolledOff.removeFirst(Screen.mostScrolledOff / 2) }
    cells.append(Array(repeating: " ", count: width))
  }

  private mutating func put(_ character: String) {
    guard let scalar = character.unicodeScalars.first else { return }
    if scalar.properties.generalCategory == .nonspacingMark {
      cells[row][max(0, column - 1)] += character
      return
    }
    let columns =
      (0x1100...0x115F).contains(scalar.value) || (0x2E80...0xFFDC).contains(scalar.value) || scalar.value > 0x1F000
      ? 2 : 1
    if wraps || column + columns > width {
      column = 0
      lineFeed()
    }
    if inserts { cells[row].insert(contentsOf: Array(repeating: " ", count: columns), at: column) }
    cells[row][column] = character
    if columns == 2, column + 1 < width { cells[row][column + 1] = "" }
    cells[row] = Array(cells[row].prefix(width))
    column += columns
    if column >= width {
      column = width - 1
      wraps = true
    }
  }

  private mutating func control(_ piece: [UInt8]) {
    guard piece.count > 2, piece[1] == UInt8(ascii: "["), piece[2] != UInt8(ascii: "?") else {
      switch String(decoding: piece.dropFirst(), as: UTF8.self) {
      case "M": move(row - 1, column)
      case "[?1049h": showAlternateScreen()
      case "[?1049l": showMainScreen()
      default: break
      }
      return
    }
    let numbers = String(decoding: piece[2..<piece.count - 1], as: UTF8.self).split(separator: ";").map { Int($0) ?? 0 }
    let count = max(1, numbers.first ?? 1)
    switch Character(Unicode.Scalar(piece[piece.count - 1])) {
    case "A": move(row - count, column)
    case "B": move(row + count, column)
    case "C": move(row, column + count)
    case "D": move(row, column - count)
    case "G": move(row, count - 1)
    case "d": move(count - 1, column)
    case "H": move(count - 1, (numbers.count > 1 ? numbers[1] : 1) - 1)
    case "J":
      if numbers.first ?? 0 == 2 {
        for line in 0..<height { erase(line, 0..<width) }
      } else {
        erase(row, column..<width)
        for line in (row + 1)..<max(height, row + 1) { erase(line, 0..<width) }
      }
    case "K": erase(row, numbers.first ?? 0 == 0 ? column..<width : 0..<width)
    case "P":
      cells[row].removeSubrange(column..<min(width, column + count))
      cells[row] += Array(repeating: " ", count: width - cells[row].count)
    case "@":
      cells[row].insert(contentsOf: Array(repeating: " ", count: count), at: column)
      cells[row] = Array(cells[row].prefix(width))
    case "X": erase(row, column..<min(width, column + count))
    case "h": if numbers.first == 4 { inserts = true }
    case "l": if numbers.first == 4 { inserts = false }
    default: break
    }
  }

  private mutating func showAlternateScreen() {
    main = (cells, row, column)
    cells = Array(repeating: Array(repeating: " ", count: width), count: height)
  }

  private mutating func showMainScreen() {
    guard let main else { return }
    (cells, row, column) = main
    self.main = nil
  }

  private mutating func erase(_ line: Int, _ columns: Range<Int>) {
    for column in columns { cells[line][column] = " " }
  }
}
