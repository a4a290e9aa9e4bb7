// The report of an exception: the frames it passed, its type and message, its notes, and the exceptions it is chained
// to, in CPython's layout.
import Syntax

extension Frame {
  /// The whole report of an exception, as an uncaught one is printed. Ends with a line end.
  ///
  /// - Parameters:
  ///   - isChained: whether its causes and contexts come before it.
  ///   - style: the colours.
  public func renderTraceback(_ exception: ExceptionObject, isChained: Bool = true, style: Style = .plain) -> String {
    var report = TracebackReport(self, style)
    report.add(exception, isChained: isChained)
    return report.text
  }

  /// The report of an exception without those that led to it; members of a group are shown with theirs.
  func renderUnchained(_ exception: ExceptionObject) -> String {
    var report = TracebackReport(self)
    report.addOne(exception, isChained: true)
    return report.text
  }

  /// The last lines of a report: type, message and notes; for a SyntaxError its place too.
  public func renderException(_ exception: ExceptionObject) -> [String] {
    TracebackReport(self).lastTexts(exception)
  }

  /// The lines of the frames that an exception passed, outermost first; what an exception in another process keeps of
  /// them as its ``ExceptionObject/foreignTraceback``.
  public func renderFrames(_ exception: ExceptionObject) -> String {
    TracebackReport(self).frameLines(exception).map { $0 + "\n" }.joined()
  }

  /// The lines of the frames of a traceback value, one string a frame.
  func renderFrames(_ traceback: Traceback) -> [String] {
    TracebackReport(self).frames(traceback.entries).map { $0.map { $0 + "\n" }.joined() }
  }
}

extension Interpreter {
  /// Reports an exception that nobody can handle: one in a finalizer.
  func reportUnraisable(_ exception: ExceptionObject, in place: Value) {
    let f = rootFrame
    let name: String
    do { name = try f.repr(place).string } catch { name = "<object repr() failed>" }
    let report = "Exception ignored in: \(name)\n" + f.renderTraceback(exception)
    // What was printed before comes first. Where standard error cannot be written there is nobody left to tell.
    try? flushOutput(f)
    try? errorOutput.write(Str(report), f)
  }
}

/// Builds a report line by line.
private struct TracebackReport {
  private(set) var text = ""
  private let f: Frame
  private let style: Style
  /// How many exception groups the exception at hand stands in.
  private var depth = 0
  /// Whether the box around the members of a group has still to be closed.
  private var needsClosing = false

  /// The exceptions that the report has come to: none is shown twice for having led to others.
  private var visited: Set<ObjectIdentifier> = []
  private static let mostGroupDepth = 10
  private static let mostGroupMembers = 15
  /// How often the same frame is shown before the rest of its repetitions is only counted.
  private static let mostRepetitions = 3

  init(_ f: Frame, _ style: Style = .plain) {
    self.f = f
    self.style = style
  }

  // MARK: Chaining

  mutating func add(_ exception: ExceptionObject, isChained: Bool) {
    for link in isChained ? chain(of: exception) : [(exception, nil)] {
      if let introduction = link.introduction { emit(["", introduction, ""]) }
      addOne(link.exception, isChained: isChained)
    }
  }

  /// The exceptions that led to this one, oldest first, each with the line that leads over to it.
  private mutating func chain(of exception: ExceptionObject) -> [(exception: ExceptionObject, introduction: String?)] {
    var links: [(exception: ExceptionObject, introduction: String?)] = []
    visited.insert(ObjectIdentifier(exception))
    var current = exception
    while true {
      if let cause = current.cause.exception, visited.insert(ObjectIdentifier(cause)).inserted {
        links.append((current, "The above exception was the direct cause of the following exception:"))
        current = cause
      } else if current.cause.isNone, !current.suppressesContext, let context = current.context,
        visited.insert(ObjectIdentifier(context)).inserted
      {
        links.append((current, "During handling of the above exception, another exception occurred:"))
        current = context
      } else {
        links.append((current, nil))
        return links.reversed()
      }
    }
  }

  fileprivate mutating func addOne(_ exception: ExceptionObject, isChained: Bool) {
    if let members = exception.groupMembers { return addGroup(exception, members, isChained: isChained) }
    let frames = frameLines(exception)
    if !frames.isEmpty { emit(["Traceback (most recent call last):"] + frames) }
    emit(lastLines(exception))
  }

  // MARK: Groups

  private mutating func addGroup(
    _ exception: ExceptionObject, _ members: ContiguousArray<Value>, isChained: Bool
  ) {
    if depth > TracebackReport.mostGroupDepth {
      return emit(["... (max_group_depth is \(TracebackReport.mostGroupDepth))"])
    }
    let isOutermost = depth == 0
    if isOutermost { depth = 1 }
    let frames = frameLines(exception)
    if !frames.isEmpty {
      emit(["Exception Group Traceback (most recent call last):"], margin: isOutermost ? "+" : "|")
      emit(frames)
    }
    emit(lastLines(exception))
    let most = TracebackReport.mostGroupMembers
    let shown = members.count <= most ? members.count : most + 1
    for index in 0..<shown {
      let isLast = index == shown - 1
      if isLast { needsClosing = true }
      let title = index < most ? String(index + 1) : "..."
      text += "\(indent)\(index == 0 ? "+-" : "  ")+---------------- \(title) ----------------\n"
      depth += 1
      if index < most, let member = members[index].exception {
        add(member, isChained: isChained)
      } else {
        let rest = members.count - most
        emit(["and \(rest) more exception\(rest == 1 ? "" : "s")"])
      }
      if isLast, needsClosing {
        text += indent + "+------------------------------------\n"
        needsClosing = false
      }
      depth -= 1
    }
    if isOutermost { depth = 0 }
  }

  private var indent: String { String(repeating: " ", count: 2 * depth) }

  private mutating func emit(_ lines: [String], margin: String = "|") {
    let prefix = depth > 0 ? "\(indent)\(margin) " : ""
    for line in lines { text += prefix + line + "\n" }
  }

  // MARK: Frames

  func frameLines(_ exception: ExceptionObject) -> [String] {
    var lines = frames(exception.traceback[...]).flatMap { $0 }
    if let foreign = exception.foreignTraceback {
      lines += foreign.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if lines.last == "" { lines.removeLast() }
    }
    return lines
  }

  /// The lines of each frame, outermost first. Recursion is shown a few times and then counted.
  func frames(_ entries: ArraySlice<ExceptionObject.TracebackEntry>) -> [[String]] {
    var frames: [[String]] = []
    var last: (file: String, line: Int, name: String)?
    var repetitions = 0
    func countRest() {
      let rest = repetitions - TracebackReport.mostRepetitions
      if rest > 0 { frames.append(["  [Previous line repeated \(rest) more time\(rest == 1 ? "" : "s")]"]) }
    }
    for entry in entries.reversed() {
      let place = (file: entry.code.file.name, line: entry.line, name: entry.code.name.string)
      if let last, last == place {
        repetitions += 1
      } else {
        countRest()
        last = place
        repetitions = 1
      }
      if repetitions <= TracebackReport.mostRepetitions {
        let title = "  File \(paint("\"\(place.file)\"")), line \(paint("\(place.line)")), in \(paint(place.name))"
        let file = entry.code.file
        let excerpt = file.isShown ? Excerpt.ofTraceback(file, entry.location.range).lines : []
        frames.append([title] + excerpt.map { "    " + paintMarkers($0) })
      }
    }
    countRest()
    return frames
  }

  private func paint(_ place: String) -> String { style.paint(place, .place) }

  /// A line of an excerpt, coloured if it holds nothing but markers.
  private func paintMarkers(_ line: String) -> String {
    let isMarkers = style.isColored && line.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x7E || $0 == 0x5E }
    return isMarkers ? style.paint(line, .marker) : line
  }

  // MARK: Type and message

  func lastLines(_ exception: ExceptionObject) -> [String] {
    (isSyntaxError(exception) ? syntaxErrorLines(exception) : messageLines(exception)) + notes(exception)
  }

  /// The same with the message in one text, though it may have several lines.
  func lastTexts(_ exception: ExceptionObject) -> [String] {
    if isSyntaxError(exception) { return lastLines(exception) }
    return [messageLines(exception).joined(separator: "\n")] + notes(exception)
  }

  private func isSyntaxError(_ exception: ExceptionObject) -> Bool {
    exception.type.isSubtype(of: f.types[.SyntaxError])
  }

  private func messageLines(_ exception: ExceptionObject) -> [String] {
    let message = text(of: .object(exception), or: "<exception str() failed>") + suggestion(exception)
    var lines = split(message).map { style.paint($0, .message) }
    let type = style.paint(typeName(exception), .error)
    lines[0] = message.isEmpty ? type : "\(type): \(lines[0])"
    return lines
  }

  /// The type's name, with the module that it comes from unless that is the script.
  private func typeName(_ exception: ExceptionObject) -> String {
    let module = exception.type.moduleName.string
    let name = exception.type.qualifiedName.string
    return module == "__main__" || module == "builtins" ? name : "\(module).\(name)"
  }

  private func split(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func text(of value: Value, or substitute: String) -> String {
    do { return try f.str(value).string } catch { return substitute }
  }

  /// `. Did you mean: 'name'?`, where a near name is known.
  private func suggestion(_ exception: ExceptionObject) -> String {
    var text = ""
    if let name = exception.suggestion?(f) { text = ". Did you mean: '\(name)'?" }
    if exception.type.isSubtype(of: f.types[.NameError]), let name = exception[detail: "name"]?.str?.string,
      f.interpreter.moduleFactories[name] != nil
    {
      text += text.isEmpty ? ". Did you forget to import '\(name)'?" : " Or did you forget to import '\(name)'?"
    }
    return text
  }

  private func notes(_ exception: ExceptionObject) -> [String] {
    guard let notes = exception.attributes?[f.interpreter.names[.__notes__]] else { return [] }
    guard let items = notes.payload.list?.items ?? notes.payload.tuple?.items else {
      do { return [try f.repr(notes).string] } catch { return ["<__notes__ repr() failed>"] }
    }
    return items.flatMap { split(text(of: $0, or: "<note str() failed>")) }
  }

  // MARK: SyntaxError

  private func syntaxErrorLines(_ exception: ExceptionObject) -> [String] {
    func detail(_ name: String) -> Value { exception[detail: name] ?? .none }
    var lines: [String] = []
    var suffix = ""
    let file = detail("filename").payload.str?.string
    if case .int(let line) = detail("lineno") {
      lines.append("  File \(paint("\"\(file ?? "<string>")\"")), line \(paint("\(line)"))")
      if let source = detail("text").payload.str?.string {
        lines += markedText(source, exception).map { "    " + paintMarkers($0) }
      }
    } else if let file {
      suffix = " (\(file))"
    }
    let message = detail("msg").isNone ? "<no detail available>" : text(of: detail("msg"), or: "<no detail available>")
    let text = split(message + suffix).map { style.paint($0, .message) }
    return lines + ["\(style.paint(typeName(exception), .error)): \(text[0])"] + text[1...]
  }

  /// The line of a SyntaxError without its indentation, and the marks under its range.
  private func markedText(_ source: String, _ exception: ExceptionObject) -> [String] {
    let scalars = Array(source.unicodeScalars.prefix { $0 != "\n" && $0 != "\r" })
    let line = SourceFile(name: "", text: String(String.UnicodeScalarView(scalars)))
    guard case .int(let offset)? = exception[detail: "offset"], offset > 0 else {
      return [String(line.text(ofLine: 1).drop { $0 == " " || $0 == "\t" })]
    }
    var end = scalars.count + 1
    if exception.isOnOneLine {
      if case .int(let given)? = exception[detail: "end_offset"], given > 0 { end = given } else { end = offset }
    }
    func byte(_ column: Int) -> Int {
      scalars.prefix(column - 1).reduce(0) { $0 + UTF8.width($1) } + max(0, column - 1 - scalars.count)
    }
    return Excerpt(line, SourceRange(byte(offset), max(byte(end), byte(offset) + 1))).lines
  }
}

extension ExceptionObject {
  /// Whether a SyntaxError's range ends in the line where it begins.
  fileprivate var isOnOneLine: Bool {
    guard case .int(let end)? = self[detail: "end_lineno"], case .int(let start)? = self[detail: "lineno"] else {
      return true
    }
    return start == end
  }
}
