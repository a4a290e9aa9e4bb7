// Importing: built-in modules, and files and packages found in `sys.path`.
import Glibc
import Syntax

extension Frame {
  /// Imports a module by its dotted name and returns it. Raises ImportError where there is none.
  public func importModule(_ name: String) throws(Raised) -> Value {
    let parts = name.split(separator: ".").map(String.init)
    var path = ""
    var parent: ModuleObject?
    for part in parts {
      path = path.isEmpty ? part : path + "." + part
      let module = try importOne(path, in: parent, last: part)
      if let parent, parent.namespace[interpreter.intern(part)] == nil {
        parent.namespace[interpreter.intern(part)] = .object(module)
      }
      parent = module
    }
    guard let parent else { throw valueError("Empty module name") }
    return .object(parent)
  }

  private func importOne(_ path: String, in parent: ModuleObject?, last: String) throws(Raised) -> ModuleObject {
    let key = interpreter.intern(path)
    if let known = interpreter.modules[key] {
      guard let module = known.module else { throw noModule("import of \(path) halted; None in sys.modules", path) }
      return module
    }
    if let module = try interpreter.builtinModule(path, self) { return module }
    if let parent, parent.isBuiltin {
      let isPackage = interpreter.moduleFactories.keys.contains { $0.hasPrefix(parent.name.string + ".") }
      let reason = isPackage ? "" : "; '\(parent.name.string)' is not a package"
      throw noModule("No module named '\(path)'\(reason)", path)
    }
    let folders: [String]
    if let parent {
      guard let list = parent.namespace[interpreter.names[.__path__]]?.list else {
        throw noModule("No module named '\(path)'; '\(parent.name.string)' is not a package", path)
      }
      folders = list.items.compactMap { $0.str?.string }
    } else {
      folders = interpreter.path.items.compactMap { $0.str?.string }
    }
    for folder in folders {
      if let found = ModuleFile.find(last, in: folder) { return try load(found, as: path) }
    }
    throw noModule(missingModuleMessage(path), path)
  }

  /// The message for a module that is nowhere; a part of Python's library that ppd lacks is called so.
  private func missingModuleMessage(_ path: String) -> String {
    let first = path.split(separator: ".").first.map(String.init) ?? path
    return PythonLibrary.moduleNames.contains(first)
      ? "No module named '\(path)' (ppd has no \(path))" : "No module named '\(path)'"
  }

  private func noModule(_ message: String, _ path: String) -> Raised {
    let raised = error(.ModuleNotFoundError, message)
    raised.exception[detail: "name"] = .text(path)
    raised.exception[detail: "msg"] = .text(message)
    return raised
  }

  private func load(_ found: ModuleFile, as path: String) throws(Raised) -> ModuleObject {
    let name = interpreter.intern(path)
    let module = ModuleObject(name: name, namespace: Namespace(name: name), isBuiltin: false)
    let names = interpreter.names!
    module.namespace[names[.__name__]] = .object(name)
    module.namespace[names[.__doc__]] = Value.none
    module.namespace[names[.__file__]] = .text(found.path)
    let package = found.isPackage ? path : path.split(separator: ".").dropLast().joined(separator: ".")
    module.namespace[names[.__package__]] = .text(package)
    if let folder = found.packageFolder { module.namespace[names[.__path__]] = .list([.text(folder)]) }
    interpreter.modules[name] = .object(module)
    do {
      let bytes = try readFile(found.path)
      try interpreter.execute(SourceFile(name: found.path, bytes: bytes), in: module.namespace, self)
    } catch {
      interpreter.modules[name] = nil
      throw error
    }
    return module
  }

  /// The bytes of a file. Raises OSError.
  public func readFile(_ path: String) throws(Raised) -> [UInt8] {
    switch FileBytes.read(path) {
    case .success(let bytes): return bytes
    case .failure(let failure): throw osError(failure.code, .text(path))
    }
  }

  /// `..name` in a `from` import, seen from the module that runs.
  func absoluteName(_ name: String, level: Int) throws(Raised) -> String {
    if level == 0 { return name }
    let package = code.namespace[interpreter.names[.__package__]]?.str?.string ?? ""
    if package.isEmpty { throw error(.ImportError, "attempted relative import with no known parent package") }
    var parts = package.split(separator: ".").map(String.init)
    guard level - 1 < parts.count else {
      throw error(.ImportError, "attempted relative import beyond top-level package")
    }
    parts.removeLast(level - 1)
    return (parts + (name.isEmpty ? [] : [name])).joined(separator: ".")
  }

  /// `name` of `from module import name`: an attribute or a submodule.
  func importName(_ name: Str, from module: Value) throws(Raised) -> Value {
    if let value = try optionalAttribute(of: module, name) { return value }
    guard let owner = module.module else { throw missingAttribute(of: module, name) }
    let path = owner.name.string + "." + name.string
    if let known = interpreter.modules[interpreter.intern(path)] { return known }
    do {
      return try importModule(path)
    } catch where error.exception.type === types[.ModuleNotFoundError] && isAbout(path, error.exception) {
      throw cannotImport(name, from: owner)
    }
  }

  private func isAbout(_ path: String, _ exception: ExceptionObject) -> Bool {
    exception[detail: "name"]?.str?.string == path
  }

  private func cannotImport(_ name: Str, from owner: ModuleObject) -> Raised {
    let place = owner.namespace[interpreter.names[.__file__]]?.str?.string
    let whence = place.map { " (\($0))" } ?? " (unknown location)"
    let raised = error(.ImportError, "cannot import name '\(name.string)' from '\(owner.name.string)'\(whence)")
    raised.exception.suggestion = { _ in
      nearest(to: name.string, among: owner.namespace.bindings.map(\.name.string))
    }
    return raised
  }

  /// `from module import *`.
  func importEverything(from module: Value, into namespace: Namespace) throws(Raised) {
    guard let source = module.module?.namespace else { return }
    if let all = source[interpreter.names[.__all__]] {
      for name in try collect(all) {
        guard let text = name.str else { throw typeError("Item in __all__ must be str, not \(typeName(name))") }
        namespace[interpreter.intern(text)] = try importName(text, from: module)
      }
    } else {
      for binding in source.bindings where !binding.name.string.hasPrefix("_") {
        namespace[binding.name] = binding.value
      }
    }
  }
}

/// A file that holds a module.
private struct ModuleFile {
  let path: String
  /// The package's folder, where the file is its `__init__`.
  let packageFolder: String?

  var isPackage: Bool { packageFolder != nil }

  /// The module `name` in a folder: `name/__init__.ppd`, `name/__init__.py`, `name.ppd`, `name.py`.
  static func find(_ name: String, in folder: String) -> ModuleFile? {
    let base = folder.isEmpty ? name : folder + "/" + name
    for ending in ["ppd", "py"] where FileBytes.isRegularFile("\(base)/__init__.\(ending)") {
      return ModuleFile(path: "\(base)/__init__.\(ending)", packageFolder: base)
    }
    for ending in ["ppd", "py"] where FileBytes.isRegularFile("\(base).\(ending)") {
      return ModuleFile(path: "\(base).\(ending)", packageFolder: nil)
    }
    return nil
  }
}

/// Whole files.
public enum FileBytes {
  /// An `errno`.
  public struct Failure: Error {
    public let code: Int32
  }

  /// Reads a file to its end.
  public static func read(_ path: String) -> Result<[UInt8], Failure> {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return .failure(Failure(code: errno)) }
    defer { close(descriptor) }
    return read(descriptor)
  }

  /// Reads a descriptor to its end.
  public static func read(_ descriptor: Int32) -> Result<[UInt8], Failure> {
    var bytes: [UInt8] = []
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG { bytes.reserveCapacity(Int(status.st_size)) }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { return .success(bytes) }
      if count > 0 {
        bytes.append(contentsOf: chunk[..<count])
      } else if errno != EINTR {
        return .failure(Failure(code: errno))
      }
    }
  }

  static func isRegularFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}

/// What Python's own library has, so that what ppd lacks of it can be called so.
private enum PythonLibrary {
  static let moduleNames: Set<String> = [
    "argparse", "array", "ast", "asyncio", "base64", "binascii", "bz2", "calendar", "cmath", "cmd", "code", "codecs",
    "colorsys", "concurrent", "configparser", "contextvars", "copyreg", "csv", "ctypes", "curses", "dbm", "decimal",
    "dis", "doctest", "email", "faulthandler", "fcntl", "filecmp", "fileinput", "fnmatch", "fractions", "ftplib", "gc",
    "getopt", "getpass", "gettext", "glob", "graphlib", "gzip", "hashlib", "hmac", "html", "http", "imaplib",
    "inspect", "ipaddress", "keyword", "linecache", "locale", "lzma", "mailbox", "marshal", "mimetypes", "mmap",
    "multiprocessing", "netrc", "numbers", "optparse", "pathlib", "pdb", "pickle", "pickletools", "pkgutil",
    "platform", "plistlib", "poplib", "pprint", "profile", "pstats", "pty", "pwd", "py_compile", "pydoc", "re",
    "readline", "reprlib", "resource", "runpy", "sched", "secrets", "select", "selectors", "shelve", "shlex", "shutil",
    "site", "smtplib", "socket", "socketserver", "sqlite3", "ssl", "stat", "stringprep", "struct", "subprocess",
    "symtable", "sysconfig", "syslog", "tarfile", "telnetlib", "tempfile", "termios", "threading", "tkinter", "token",
    "tokenize", "tomllib", "trace", "tracemalloc", "tty", "turtle", "unicodedata", "urllib", "uuid", "venv", "wave",
    "weakref", "webbrowser", "xml", "xmlrpc", "zipapp", "zipfile", "zipimport", "zlib", "zoneinfo",
  ]
}
