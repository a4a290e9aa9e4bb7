// A syntax error as the terminal shows it.

extension SyntaxError {
  /// The error in CPython's layout, ending with a line feed:
  ///
  ///       File "lab.ppd", line 3
  ///         if x = 1:
  ///            ^^^^^
  ///     SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
  public func render(in file: SourceFile) -> String {
    let line = file.line(at: Int(range.start))
    let bytes = file.byteRange(ofLine: line)
    let spaces = file.leadingSpaces(in: bytes)
    let marked = MarkedLine(file, line, dropping: spaces, range)
    var picture = "  File \"\(file.name)\", line \(line)\n"
    if !marked.text.isEmpty {
      picture += "    \(marked.text)\n"
      // What stands in the indentation cannot be seen, and is not marked.
      if Int(range.end) > bytes.lowerBound + spaces || range.start == range.end { picture += "    \(marked.markers)\n" }
    }
    return picture + "\(kind.rawValue): \(message)\n"
  }
}
