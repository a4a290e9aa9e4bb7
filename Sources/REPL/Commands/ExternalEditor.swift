// Editing a text in the user's own editor.
import Glibc
import Interpreter

enum ExternalEditor {
  struct Failure: Error {
    let message: String
  }

  /// Lets `$VISUAL`, `$EDITOR` or vi change a text.
  static func edit(_ text: String) -> Result<String, Failure> {
    var path = Array("\(temporaryFolder)/ppd-XXXXXX.py".utf8CString)
    let descriptor = mkstemps(&path, 3)
    let name = String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    if descriptor < 0 { return .failure(Failure(message: Messages.cannotWrite(name, errno))) }
    defer { unlink(name) }
    let problem = writeAll(text, to: descriptor)
    close(descriptor)
    if let problem { return .failure(Failure(message: Messages.cannotWrite(name, problem))) }
    let status = run(editor, name)
    if status != 0 { return .failure(Failure(message: Messages.editorFailed(editor))) }
    return FileBytes.read(name).map { String(decoding: $0, as: UTF8.self) }
      .mapError { Failure(message: Messages.cannotRead(name, $0.code)) }
  }

  private static var temporaryFolder: String { variable("TMPDIR") ?? "/tmp" }
  private static var editor: String { variable("VISUAL") ?? variable("EDITOR") ?? "vi" }

  private static func variable(_ name: String) -> String? {
    getenv(name).flatMap { $0.pointee == 0 ? nil : String(cString: $0) }
  }

  /// Runs the editor, which may have arguments of its own, on a file. Ctrl-C is the editor's as long as it runs.
  private static func run(_ editor: String, _ file: String) -> Int32 {
    let command = ["/bin/sh", "-c", "\(editor) \"$1\"", "sh", file]
    var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var (ignoring, before) = (sigaction(), sigaction())
    ignoring.__sigaction_handler.sa_handler = SIG_IGN
    sigaction(SIGINT, &ignoring, &before)
    defer { sigaction(SIGINT, &before, nil) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGINT)
    sigaddset(&defaults, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var pid: pid_t = 0
    guard posix_spawn(&pid, "/bin/sh", nil, &attributes, words, environ) == 0 else { return -1 }
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 { if errno != EINTR { return -1 } }
    return status
  }
}
