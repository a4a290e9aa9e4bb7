// What every builtin and every function of a module does, in the languages that ppd speaks.

/// The documentation that `help(x)`, `x.__doc__` and the prompt's `:help` share.
///
/// A row is a name, the text in English and the text in Portuguese, separated by ` | `. Builtins go by their names and
/// methods by `Type.method`, whatever module the type is from; the rest by `module.name`, and a module by its own name.
/// The tables are text, read when somebody first asks, so that they cost a start of the program nothing.
public enum Catalogue {
  /// The text for a name, nil where there is none.
  /// - Parameters:
  ///   - name: the name in its module, `Type.method` for a method; empty for the module itself.
  ///   - module: the module, by the name under which scripts import it or by the one that CPython gives its C part.
  public static func text(_ name: String, in module: String) -> LocalizedText? {
    if module == "builtins" || module == "_sitebuiltins" { return text(ofBuiltin: name) }
    let names = [module] + (otherNames[module].map { [$0] } ?? [])
    guard let home = names.first(where: { members[$0] != nil }) else { return nil }
    if name.isEmpty { return members[home] }
    if name.contains(".") { return text(ofBuiltin: name) }
    return names.lazy.compactMap { members["\($0).\(name)"] }.first
  }

  /// The text of a builtin, or of a method: its own, or that of a type which has the same.
  private static func text(ofBuiltin name: String) -> LocalizedText? {
    if let text = builtinRows[name] { return text }
    guard let dot = name.firstIndex(of: "."), let kin = kin[String(name[..<dot])] else { return nil }
    for type in kin {
      if let text = text(ofBuiltin: type + name[dot...]) ?? members[type + name[dot...]] { return text }
    }
    return nil
  }

  /// Modules that are known under a second name, and those of CPython in which a type of another one is at home.
  private static let otherNames = [
    "posix": "os", "posixpath": "os.path", "_signal": "signal", "_functools": "functools", "_operator": "operator",
    "_collections": "collections", "_heapq": "heapq", "_bisect": "bisect", "_abc": "abc", "_io": "io",
    "_queue": "queue", "_random": "random", "_thread": "threading", "multiprocessing.context": "multiprocessing",
    "multiprocessing.process": "multiprocessing", "multiprocessing.queues": "multiprocessing",
    "multiprocessing.synchronize": "multiprocessing", "multiprocessing.sharedctypes": "multiprocessing",
    "_multiprocessing": "multiprocessing", "multiprocessing.pool": "multiprocessing",
    "multiprocessing.connection": "multiprocessing", "concurrent.futures._base": "concurrent.futures",
    "concurrent.futures.process": "concurrent.futures", "concurrent.futures.thread": "concurrent.futures",
  ]

  /// Types whose methods, as far as they have no text of their own, are those of others; a module counts for a type
  /// whose methods are the module's functions.
  private static let kin = [
    "bytes": ["str"], "bytearray": ["bytes", "list"], "tuple": ["list"], "range": ["list"], "frozenset": ["set"],
    "deque": ["list"], "Counter": ["dict"], "OrderedDict": ["dict"], "defaultdict": ["dict"], "ChainMap": ["dict"],
    "UserDict": ["dict"], "UserList": ["list"], "mappingproxy": ["dict"], "Random": ["random"], "SystemRandom": ["random"],
    "UnicodeDecodeError": ["UnicodeError"], "UnicodeEncodeError": ["UnicodeError"],
    "UnicodeTranslateError": ["UnicodeError"], "TextIOBase": ["IOBase"], "RawIOBase": ["IOBase"],
    "BufferedIOBase": ["IOBase"], "TextIOWrapper": ["IOBase"], "BufferedReader": ["IOBase"],
    "BufferedWriter": ["IOBase"], "BufferedRandom": ["IOBase"], "FileIO": ["IOBase"], "StringIO": ["IOBase"],
    "BytesIO": ["IOBase"],
    "BaseProcess": ["Process"], "JoinableQueue": ["Queue"], "SimpleQueue": ["Queue"], "LifoQueue": ["Queue"],
    "PriorityQueue": ["Queue"], "Queue": ["Shared"], "RLock": ["Lock"], "Lock": ["Shared"],
    "BoundedSemaphore": ["Semaphore"], "Semaphore": ["Shared"], "Condition": ["Shared"], "Event": ["Shared"],
    "Barrier": ["Shared"], "Connection": ["Shared"], "SynchronizedArray": ["Synchronized"],
    "SynchronizedString": ["Synchronized"], "Synchronized": ["Shared"], "AsyncResult": ["ApplyResult"],
    "MapResult": ["ApplyResult"], "IMapUnorderedIterator": ["IMapIterator"], "ThreadPool": ["Pool"],
    "ProcessPoolExecutor": ["Executor"], "ThreadPoolExecutor": ["Executor"], "SharedMemoryManager": ["BaseManager"],
    "AcquirerProxy": ["Lock"], "ConditionProxy": ["Condition"], "EventProxy": ["Event"], "BarrierProxy": ["Barrier"],
    "BaseListProxy": ["list"], "ListProxy": ["list"], "DictProxy": ["dict"], "BasePoolProxy": ["Pool"],
    "IteratorProxy": ["generator"], "Value": ["ValueProxy"], "RawValue": ["Synchronized"],
    "RawArray": ["SynchronizedString", "Synchronized"], "PoolProxy": ["Pool"], "BaseArrayProxy": ["list"],
  ]

  /// Of builtins and of methods.
  private static let builtinRows = rows(of: [builtins, exceptions, types, processes])
  /// Of modules and what they have.
  private static let members = rows(of: [system, mathematics, tools, library, files, multiprocessing])

  private static func rows(of tables: [StaticString]) -> [String: LocalizedText] {
    var rows: [String: LocalizedText] = [:]
    for table in tables {
      for line in String(describing: table).split(separator: "\n") {
        let cells = line.split(separator: "|").map(trimmed)
        if cells.count == 3 { rows[cells[0]] = LocalizedText(cells[1], pt: cells[2]) }
      }
    }
    return rows
  }

  private static func trimmed(_ cell: Substring) -> String {
    var cell = cell
    while cell.first == " " { cell = cell.dropFirst() }
    while cell.last == " " { cell = cell.dropLast() }
    return String(cell)
  }
}

extension Builtin {
  /// What it does, as the catalogue says it.
  public var help: LocalizedText? {
    if let owner { return Catalogue.text("\(owner).\(name.string)", in: moduleName ?? "builtins") }
    // A method without a type is known by the types that have it.
    return isMethod ? nil : Catalogue.text(name.string, in: moduleName ?? "builtins")
  }
}

extension TypeObject {
  /// What it is for; nil for a script's class.
  public var help: LocalizedText? { isHeapType ? nil : Catalogue.text(name.string, in: moduleName.string) }
}
