// Blocks: how a line's leading spaces and tabs open and close them.

extension Lexer {
  /// A block's column, measured twice: a tab goes to the next multiple of 8, and a tab counts 1. Where the two
  /// measures disagree, the block depends on the size of a tab.
  struct Indent {
    var column = 0
    var alternate = 0
  }

  static let maximumIndents = 100

  /// ```ebnf
  /// INDENT = ? more spaces or tabs before a line than before the one that it follows ? ;
  /// DEDENT = ? the return of a line to the indentation of a block around it ? ;
  /// ```
  /// Passes blank lines and the indentation of the first line that is not blank, and sets ``pendingIndents``.
  mutating func indentation() throws(Failure) {
    isAtLineStart = false
    var indent = Indent()
    var continued: Indent?
    while true {
      switch byte(position) {
      case UInt8(ascii: " "):
        indent.column += 1
        indent.alternate += 1
        position += 1
      case UInt8(ascii: "\t"):
        indent.column = (indent.column / 8 + 1) * 8
        indent.alternate += 1
        position += 1
      case 0x0C:
        indent = Indent()
        position += 1
      case UInt8(ascii: "\\"):
        continued = continued ?? indent
        try lineContinuation()
      case UInt8(ascii: "#"):
        if keepsComments { return }
        skipComment()
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        position += lineEnd(at: position)
        indent = Indent()
        continued = nil
      case 0:
        pendingIndents = 1 - indents.count
        indents.removeSubrange(1...)
        return
      default:
        try enterBlock(continued ?? indent)
        return
      }
    }
  }

  private mutating func enterBlock(_ indent: Indent) throws(Failure) {
    let block = indents[indents.count - 1]
    if indent.column > block.column {
      guard indent.alternate > block.alternate else { throw inconsistentTabs() }
      guard indents.count < Lexer.maximumIndents else {
        throw failure("too many levels of indentation", position, position, kind: .indentation)
      }
      indents.append(indent)
      pendingIndents = 1
      return
    }
    while indent.column < indents[indents.count - 1].column {
      indents.removeLast()
      pendingIndents -= 1
    }
    guard indent.column == indents[indents.count - 1].column else {
      let line = file.byteRange(ofLine: file.line(at: position))
      throw failure(
        "unindent does not match any outer indentation level", position, line.upperBound, kind: .indentation)
    }
    guard indent.alternate == indents[indents.count - 1].alternate else { throw inconsistentTabs() }
  }

  private func inconsistentTabs() -> Failure {
    let line = file.byteRange(ofLine: file.line(at: position))
    return failure("inconsistent use of tabs and spaces in indentation", line.lowerBound, position, kind: .tab)
  }
}
