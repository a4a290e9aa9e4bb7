// What was entered, in this session and in those before.
import Glibc
import Interpreter

/// The entries, oldest first, and the file that keeps them.
///
/// A line of the file is an entry, in which `\n` stands for a line end and `\\` for a backslash. Entries are appended
/// under a lock as they come, so several sessions share the file and none loses what it was told, however it ends.
public final class History {
  static let limit = 10_000

  private(set) var entries: [String] = []
  private let path: String?
  private var isBroken = false

  /// - Parameter path: nil for a history that is not kept.
  public init(path: String?) {
    self.path = path
    guard let path else { return }
    entries = History.lines(of: path).map(History.decoded)
    if entries.count > History.limit {
      entries.removeFirst(entries.count - History.limit)
      shorten()
    }
  }

  /// The file of this user: `PPD_HISTORY`, else `ppd/history` where programs keep their state.
  public static func userPath() -> String? {
    func variable(_ name: String) -> String? { getenv(name).flatMap { $0.pointee == 0 ? nil : String(cString: $0) } }
    if let path = variable("PPD_HISTORY") { return path }
    guard let state = variable("XDG_STATE_HOME") ?? variable("HOME").map({ "\($0)/.local/state" }) else { return nil }
    return "\(state)/ppd/history"
  }

  /// Adds an entry, unless it is the last one once more.
  /// - Returns: what kept it from the file; nil if nothing did, or if that was said before.
  func add(_ entry: String) -> String? {
    if entry == entries.last { return nil }
    entries.append(entry)
    if entries.count > History.limit { entries.removeFirst() }
    guard let path, !isBroken else { return nil }
    guard let code = append(History.encoded(entry), to: path) else { return nil }
    isBroken = true
    return Messages.historyNotKept(path, code)
  }

  // MARK: The file

  private func append(_ line: String, to path: String) -> Int32? {
    History.makeFolder(of: path)
    return History.locked(path) { descriptor in
      // A session that was killed may have left half a line.
      var last: UInt8 = 10
      let end = lseek(descriptor, 0, SEEK_END)
      if end > 0 { pread(descriptor, &last, 1, end - 1) }
      return writeAll((last == 10 ? "" : "\n") + line + "\n", to: descriptor)
    }
  }

  /// Rewrites the file with the last entries alone. Another session may have added some meanwhile: they are read again.
  private func shorten() {
    guard let path else { return }
    _ = History.locked(path) { descriptor in
      let lines = History.lines(of: path).suffix(History.limit)
      let temporary = "\(path).\(getpid())"
      let copy = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
      guard copy >= 0 else { return errno }
      let problem = writeAll(lines.map { $0 + "\n" }.joined(), to: copy)
      close(copy)
      if problem != nil || rename(temporary, path) != 0 { unlink(temporary) }
      return problem
    }
  }

  /// Runs `body` with the file open and locked. A file that was replaced before the lock came is opened again.
  /// - Returns: an `errno`, or nil.
  private static func locked(_ path: String, _ body: (Int32) -> Int32?) -> Int32? {
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { return errno }
      defer { close(descriptor) }
      while flock(descriptor, LOCK_EX) != 0 { if errno != EINTR { return errno } }
      var (ours, named) = (stat(), stat())
      if fstat(descriptor, &ours) == 0, stat(path, &named) == 0, ours.st_ino != named.st_ino { continue }
      return body(descriptor)
    }
  }

  private static func makeFolder(of path: String) {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += "\(part)/"
      mkdir(folder, 0o700)
    }
  }

  private static func lines(of path: String) -> [String] {
    guard case .success(let bytes) = FileBytes.read(path) else { return [] }
    return bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }

  // MARK: Lines

  static func encoded(_ entry: String) -> String {
    var line = ""
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\\": line += "\\\\"
      case "\n": line += "\\n"
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }

  static func decoded(_ line: String) -> String {
    var entry = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if isEscaped {
        entry.append(scalar == "n" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        entry.append(scalar)
      }
    }
    return String(entry)
  }
}
