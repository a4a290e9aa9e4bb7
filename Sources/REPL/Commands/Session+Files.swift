// The commands about files, examples and what was entered before.
import Glibc
import Interpreter
import Syntax

extension Session {
  func listExamples() {
    let examples = Example.all()
    if examples.isEmpty { return say(Messages.noExamples) }
    var table = Table([Messages.example, Messages.whatItShows])
    for example in examples { table.add([example.name, example.summary]) }
    explain(table.render(style) + Messages.loadExample(examples[0].name))
  }

  /// `:load`: runs a file or an example in this namespace.
  func load(_ argument: String) {
    guard let path = scriptPath(argument, command: "load") else { return }
    withFolder(of: path) { runFile(path) }
  }

  /// `:run`: the same in a namespace of its own.
  func runFresh(_ argument: String) {
    let words = argument.split(separator: " ").map(String.init)
    guard let path = scriptPath(words.first ?? "", command: "run") else { return }
    guard case .success(let bytes) = FileBytes.read(path) else { return runFile(path) }
    let key = interpreter.intern("__main__")
    let arguments = interpreter.arguments.items
    interpreter.arguments.items = [.text(path)] + words.dropFirst().map { .text($0) }
    let module = interpreter.makeMainModule(fileName: path)
    withFolder(of: path) {
      attempt { f throws(Raised) in
        try self.interpreter.execute(SourceFile(name: path, bytes: bytes), in: module.namespace, f)
      }
    }
    interpreter.arguments.items = arguments
    interpreter.modules[key] = .object(main)
  }

  /// The file that is meant: as named, with `.ppd` behind it, or an example. Says so where there is none.
  private func scriptPath(_ name: String, command: String) -> String? {
    if name.isEmpty {
      say(Messages.usage(command), as: .error)
      return nil
    }
    let path = expandingHome(name)
    for candidate in [path, path + ".ppd"] where access(candidate, R_OK) == 0 && !DirectoryListing.isFolder(candidate) {
      return candidate
    }
    let examples = Example.all()
    if let example = examples.first(where: { $0.name == name }) { return example.path }
    say(Messages.noSuchScript(name, suggestion: nearest(to: name, among: examples.map(\.name))), as: .error)
    return nil
  }

  /// Modules beside a script can be imported while it runs.
  private func withFolder(of path: String, _ body: () -> Void) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    let saved = interpreter.path.items
    interpreter.path.items.insert(.text(folder), at: 0)
    body()
    interpreter.path.items = saved
  }

  private func expandingHome(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
  }

  // MARK: Entries

  /// The cells of this session, without commands.
  private var cells: [(cell: Int, text: String)] {
    entries.filter { !$0.text.hasPrefix(":") && HelpRequest($0.text) == nil && $0.cell <= cellCount }
  }

  func save(_ argument: String) {
    var path = argument
    let replaces = path.hasPrefix("-f ")
    if replaces { path = path.dropFirst(3).trimmed }
    if path.isEmpty { return say(Messages.usage("save"), as: .error) }
    path = expandingHome(path)
    let text = cells.map { $0.text.trimmedAtEnd + "\n" }.joined(separator: "\n")
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (replaces ? O_TRUNC : O_EXCL), 0o666)
    if descriptor < 0 {
      let code = errno
      return say(code == EEXIST ? Messages.exists(argument) : Messages.cannotWrite(path, code), as: .error)
    }
    defer { close(descriptor) }
    if let code = writeAll(text, to: descriptor) { return say(Messages.cannotWrite(path, code), as: .error) }
    say(Messages.saved(cells.count, path))
  }

  func showHistory(_ argument: String) {
    guard let count = argument.isEmpty ? 20 : Int(argument), count > 0 else {
      return say(Messages.usage("history"), as: .error)
    }
    for entry in entries.dropLast().suffix(count) {
      let label = "[\(entry.cell)] "
      let indent = String(repeating: " ", count: label.count)
      let lines = entry.text.trimmedAtEnd.split(separator: "\n", omittingEmptySubsequences: false)
      say(style.paint(label, .prompt) + lines.joined(separator: "\n\(indent)"))
    }
  }

  func edit(_ argument: String) {
    let text: String
    if argument.isEmpty {
      text = cells.last?.text ?? ""
    } else {
      guard let number = Int(argument), let cell = cells.first(where: { $0.cell == number }) else {
        return say(Messages.noSuchCell(argument), as: .error)
      }
      text = cell.text
    }
    switch ExternalEditor.edit(text.trimmedAtEnd + "\n") {
    case .failure(let failure): say(failure.message, as: .error)
    case .success(let edited):
      let edited = edited.trimmedAtEnd
      if edited.isEmpty { return }
      say(edited, as: .notice)
      entries.append((cellCount + 1, edited))
      runCell(edited)
    }
  }
}

/// Writes a text to a descriptor.
/// - Returns: nil, or the `errno` of the failure.
func writeAll(_ text: String, to descriptor: Int32) -> Int32? {
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return errno }
  }
  return nil
}

extension String {
  /// Without the spaces and line ends after the last word.
  var trimmedAtEnd: String {
    var text = self[...]
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}
