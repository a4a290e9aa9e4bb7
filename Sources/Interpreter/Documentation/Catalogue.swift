// What every builtin and every function of a module does, in the languages that ppd speaks.

/// The documentation that `help(x)`, `x.__doc__` and the prompt's `:help` share.
///
/// A row is a full name (`len`, `time.sleep`, `time` for the module itself), the text in English and the text in
/// Portuguese, separated by ` | `. The tables are text, read when somebody first asks, so that they cost a start of the
/// program nothing. What is not found here, methods for the most part, has its text as `doc:` in its own row.
public enum Catalogue {
  /// The text for a name, nil where there is none.
  /// - Parameters:
  ///   - name: the name in its module, `Type.method` for a method; empty for the module itself.
  ///   - module: the module, by the name under which scripts import it or by the one that CPython gives its C part.
  public static func text(_ name: String, in module: String) -> LocalizedText? {
    let module = aliases[module] ?? module
    if module == "builtins" { return rows[name] }
    return rows[name.isEmpty ? module : "\(module).\(name)"]
  }

  /// Modules that are known under a second name.
  private static let aliases = [
    "_sitebuiltins": "builtins", "posix": "os", "posixpath": "os.path", "_signal": "signal", "_functools": "functools",
    "_operator": "operator", "_collections": "collections", "_heapq": "heapq", "_bisect": "bisect", "_abc": "abc",
    "_io": "io", "_queue": "queue", "_random": "random", "_thread": "threading", "multiprocessing.context": "multiprocessing",
    "multiprocessing.process": "multiprocessing",
  ]

  private static let rows: [String: LocalizedText] = {
    var rows: [String: LocalizedText] = [:]
    for table in [builtins, system, mathematics, tools, library, files, processes] {
      for line in String(describing: table).split(separator: "\n") {
        let cells = line.split(separator: "|").map(trimmed)
        if cells.count == 3 { rows[cells[0]] = LocalizedText(cells[1], pt: cells[2]) }
      }
    }
    return rows
  }()

  private static func trimmed(_ cell: Substring) -> String {
    var cell = cell
    while cell.first == " " { cell = cell.dropFirst() }
    while cell.last == " " { cell = cell.dropLast() }
    return String(cell)
  }
}

extension Builtin {
  /// What it does: the catalogue's text, else its own.
  public var help: LocalizedText? {
    Catalogue.text(owner.map { "\($0).\(name.string)" } ?? name.string, in: moduleName ?? "builtins") ?? documentation
  }
}

extension TypeObject {
  /// What it is for: the catalogue's text, else its own; nil for a script's class.
  public var help: LocalizedText? {
    isHeapType ? nil : Catalogue.text(name.string, in: moduleName.string) ?? documentation
  }
}
