// Where the rows of the line being edited are on the screen, so that others can be written above it.
import CLibedit

/// How libedit lays a prompt and a buffer out: characters one after the other, wrapped at the right edge.
struct ScreenLayout {
  let width: Int
  private(set) var row = 0
  private(set) var column = 0

  init(width: Int) {
    self.width = max(1, width)
  }

  mutating func add(_ text: some Sequence<wchar_t>) {
    for character in text { add(character) }
  }

  private mutating func add(_ character: wchar_t) {
    switch character {
    case 10: nextRow()
    case 9:
      repeat { advance(1) } while column % 8 != 0
    case 0..<32, 127: advance(2)
    default:
      let columns = Int(ppd_columns(character))
      // What libedit takes for unprintable it shows as \U+1234.
      if columns < 0 { return advance(character < 0x10000 ? 7 : 8) }
      // A wide character never straddles the edge.
      if columns == 2, column == width - 1 { nextRow() }
      if columns > 0 { advance(columns) }
    }
  }

  private mutating func advance(_ columns: Int) {
    for _ in 0..<columns {
      column += 1
      if column >= width { nextRow() }
    }
  }

  private mutating func nextRow() {
    row += 1
    column = 0
  }
}
