// What Tab can make of the word before the cursor.
import Glibc
import Interpreter
import Syntax

/// The ways to go on from a text.
struct Completions: Equatable {
  /// How many characters before the cursor a candidate replaces.
  var replacedCount: Int
  /// Sorted, each in full.
  var candidates: [String]
  /// What goes behind the candidate if it is the only one: a function's parenthesis, a space behind a command.
  var suffix = ""

  static let none = Completions(replacedCount: 0, candidates: [])

  /// What all candidates begin with.
  var commonPrefix: String {
    guard var common = candidates.first else { return "" }
    for candidate in candidates.dropFirst() { common = common.commonPrefix(with: candidate) }
    return common
  }
}

/// Completes names, attributes, keys, commands and files. No code of the user's runs for it: no property, no method.
public final class Completer {
  private let interpreter: Interpreter
  private let main: ModuleObject
  /// The names and pids that `:kill` and its like take.
  private let processWords: () -> [String]

  init(_ interpreter: Interpreter, main: ModuleObject, processWords: @escaping () -> [String]) {
    self.interpreter = interpreter
    self.main = main
    self.processWords = processWords
  }

  /// - Parameter text: what stands before the cursor.
  func complete(_ text: String) -> Completions {
    if text.first == ":" { return completeCommand(text) }
    if let completions = completeKey(text) { return completions }
    if let completions = completeImport(text) { return completions }
    guard let path = dottedName(before: text) else { return .none }
    let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let word = parts.last else { return .none }
    if parts.count == 1 { return word.isEmpty ? .none : withParenthesis(matching(word, globalNames), behind: []) }
    guard let value = value(of: parts.dropLast()) else { return .none }
    let names = interpreter.rootFrame.attributeNames(of: value)
    // Names that begin with an underscore are for those who ask for them.
    let completions = matching(word, word.hasPrefix("_") ? names : names.filter { !$0.hasPrefix("_") })
    return withParenthesis(completions, behind: parts.dropLast())
  }

  /// The same, with an open parenthesis to follow if the only candidate is a function.
  private func withParenthesis(_ completions: Completions, behind path: ArraySlice<String>) -> Completions {
    var completions = completions
    if completions.candidates.count == 1, let value = value(of: path + completions.candidates),
      value.function != nil || value.builtin != nil || value.boundMethod != nil
    {
      completions.suffix = "("
    }
    return completions
  }

  private func matching(_ word: String, _ names: some Sequence<String>) -> Completions {
    Completions(replacedCount: word.count, candidates: Set(names.filter { $0.hasPrefix(word) }).sorted())
  }

  /// The name with its dots that ends at the cursor; nil within a string or a comment, or behind a call.
  private func dottedName(before text: String) -> String? {
    let line = Indentation.lastLine(of: text)[...]
    if QuoteState(line).isInside { return nil }
    var start = line.endIndex
    while start > line.startIndex {
      let previous = line.index(before: start)
      guard line[previous] == "." || line[previous] == "_" || line[previous].isLetter || line[previous].isNumber else {
        break
      }
      start = previous
    }
    let name = String(line[start...])
    return name.first == "." ? nil : name
  }

  private var globalNames: [String] {
    let names = (main.namespace.bindings + interpreter.builtins.bindings).map(\.name.string)
    return names.filter { !$0.hasPrefix("__") } + keywords + ["match", "case"]
  }

  /// What a dotted name means, found without running anything of the user's.
  private func value(of parts: some Sequence<String>) -> Value? {
    let f = interpreter.rootFrame
    var found: Value?
    for part in parts {
      let name = interpreter.intern(part)
      guard let value = found else {
        found = main.namespace[name] ?? interpreter.builtins[name]
        if found == nil { return nil }
        continue
      }
      found = f.storedAttribute(of: value, name)
      if found == nil { return nil }
    }
    return found
  }

  // MARK: Keys

  /// `d['ab` completes to the keys of a dict that are strings.
  private func completeKey(_ text: String) -> Completions? {
    let line = Indentation.lastLine(of: text)[...]
    let state = QuoteState(line)
    guard let quote = state.open, let start = state.start, start > line.startIndex,
      line[line.index(before: start)] == "["
    else { return nil }
    let word = String(line[line.index(after: start)...])
    let before = String(line[..<line.index(before: start)])
    guard let name = dottedName(before: before), !name.isEmpty,
      let dict = value(of: name.split(separator: ".").map(String.init))?.dict
    else { return nil }
    let keys = dict.items.compactMap { $0.key.str?.string }.filter {
      $0.hasPrefix(word) && !$0.contains(quote) && !$0.contains("\n")
    }
    return Completions(replacedCount: word.count, candidates: keys.sorted().map { "\($0)\(quote)]" })
  }

  // MARK: Imports

  private func completeImport(_ text: String) -> Completions? {
    let line = Indentation.lastLine(of: text)[...]
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard words.count >= 2, words[0] == "import" || words[0] == "from" else { return nil }
    let word = words.last ?? ""
    if words[0] == "import" || words.count == 2 {
      return matching(
        word,
        interpreter.builtinModuleNames.filter { !$0.hasPrefix("_") } + files(beginning: word, endings: [".ppd", ".py"]))
    }
    guard words.count >= 4, words[2] == "import", let module = imported(words[1]) else { return nil }
    return matching(word, interpreter.rootFrame.attributeNames(of: .object(module)).filter { !$0.hasPrefix("_") })
  }

  private func imported(_ name: String) -> ModuleObject? {
    do { return try interpreter.builtinModule(name, interpreter.rootFrame) } catch { return nil }
  }

  private func files(beginning word: String, endings: [String]) -> [String] {
    DirectoryListing.names(in: ".").compactMap { name in
      guard let ending = endings.first(where: { name.hasSuffix($0) }) else { return nil }
      let stem = String(name.dropLast(ending.count))
      return isIdentifier(stem) ? stem : nil
    }
  }

  // MARK: Commands

  private func completeCommand(_ text: String) -> Completions {
    guard let space = text.firstIndex(of: " ") else {
      var completions = matching(text, Command.all.map { ":\($0.name)" })
      completions.suffix = " "
      return completions
    }
    let argument = String(text[text.index(after: space)...])
    switch text[..<space] {
    case ":load", ":run": return merged(completePath(argument), matching(argument, Example.all().map(\.name)))
    case ":save": return completePath(argument)
    case ":help": return matching(argument, globalNames + interpreter.builtinModuleNames + Command.all.map(\.name))
    case ":kill": return matching(argument, processWords() + ["all"])
    case ":wait": return matching(argument, processWords())
    case ":output": return matching(argument, processWords() + ["inline", "quiet"])
    case ":time": return complete(argument)
    default: return .none
    }
  }

  private func merged(_ a: Completions, _ b: Completions) -> Completions {
    if a.candidates.isEmpty { return b }
    if b.candidates.isEmpty || a.replacedCount != b.replacedCount { return a }
    return Completions(replacedCount: a.replacedCount, candidates: Set(a.candidates + b.candidates).sorted())
  }

  private func completePath(_ path: String) -> Completions {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let word = slash.map { String(path[path.index(after: $0)...]) } ?? path
    var place = folder.isEmpty ? "." : folder
    if place.hasPrefix("~/"), let home = getenv("HOME") { place = String(cString: home) + place.dropFirst() }
    let names = DirectoryListing.names(in: place).filter {
      $0.hasPrefix(word) && (word.hasPrefix(".") || !$0.hasPrefix("."))
    }
    return Completions(
      replacedCount: word.count,
      candidates: names.sorted().map { DirectoryListing.isFolder("\(place)/\($0)") ? "\($0)/" : $0 })
  }
}

/// Whether the end of a line is within a string or a comment.
private struct QuoteState {
  private(set) var open: Character?
  private(set) var start: Substring.Index?
  private var isComment = false

  init(_ line: Substring) {
    var isEscaped = false
    for index in line.indices {
      let character = line[index]
      if let quote = open {
        if isEscaped {
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == quote {
          open = nil
        }
      } else if character == "'" || character == "\"" {
        open = character
        start = index
      } else if character == "#" {
        isComment = true
        return
      }
    }
  }

  var isInside: Bool { open != nil || isComment }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
