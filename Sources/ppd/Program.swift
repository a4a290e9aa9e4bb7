// One run of the command: reads the source, runs it on the interpreter, and ends with its status.
import CHeap
import CPosixShim
import Glibc
import Interpreter
import MultiprocessModule
import Syntax

struct Program {
  let options: Options

  init(_ options: Options) {
    self.options = options
  }

  /// Runs what the options ask for.
  /// - Returns: the exit status.
  func run() -> Int32 {
    var file: SourceFile?
    if !isPromptOnly {
      switch source() {
      case .success(let source): file = source
      case .failure(let failure):
        complain("ppd: \(failure.message)\n")
        return 2
      }
    }
    if options.checkOnly { return file.map(check) ?? 0 }
    var status: Int32 = 0
    describeValues()
    let interpreter = Interpreter()
    registerMultiprocess(in: interpreter)
    interpreter.specializesNodes = getenv("PPD_GENERIC_NODES") == nil
    interpreter.withLargeStack { status = execute(file, interpreter) }
    interpreter.dieIfTerminated()
    return status
  }

  /// Tells the heap what it has to know to copy and destroy arrays of values.
  private func describeValues() {
    precondition(MemoryLayout<Value>.size == 9 && MemoryLayout<Value>.stride == 16, "a pointer and a tag")
    let tag = withUnsafeBytes(of: Value.text("")) { $0[8] }
    ppd_heap_know_values(unsafeBitCast(Value.self as Any.Type, to: UnsafeRawPointer.self), tag)
    ppd_collector_begin(ppd_heap_of_objects())
  }

  /// Whether there is no script to run: it comes by lines from a terminal, or from whoever plays one (`-i`).
  private var isPromptOnly: Bool {
    guard case .unnamed = options.source, !options.checkOnly else { return false }
    return options.isInteractive || isatty(0) == 1
  }

  // MARK: The source

  private struct Failure: Error {
    let message: String
  }

  private func source() -> Result<SourceFile, Failure> {
    switch options.source {
    case .file(let path):
      if isDirectory(path) { return .failure(Failure(message: "'\(path)' is a directory, not a script")) }
      return FileBytes.read(path).map { SourceFile(name: path, path: fileName, bytes: $0) }.mapError { failure in
        Failure(message: "can't open file '\(path)': [Errno \(failure.code)] \(errorText(failure.code))")
      }
    case .code(let code):
      return .success(SourceFile(name: "<string>", text: code))
    case .standardInput, .unnamed:
      return FileBytes.read(0).map { SourceFile(name: "<stdin>", bytes: $0) }.mapError { failure in
        Failure(message: "can't read standard input: \(errorText(failure.code))")
      }
    }
  }

  private func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private func check(_ file: SourceFile) -> Int32 {
    switch parse(file) {
    case .complete: return 0
    case .incomplete(let error), .invalid(let error):
      complain(error.render(in: file))
      return 1
    }
  }

  // MARK: Running

  private func execute(_ file: SourceFile?, _ interpreter: Interpreter) -> Int32 {
    let f = interpreter.rootFrame
    interpreter.signals.install()
    interpreter.errorStyle = Style(for: 2, options.color)
    for argument in options.arguments { interpreter.arguments.items.append(.text(argument)) }
    interpreter.path.items.append(.text(scriptFolder))
    let main = interpreter.makeMainModule(fileName: fileName)
    var status: Int32 = 0
    func script(_ file: SourceFile) {
      do {
        try interpreter.execute(file, in: main.namespace, f)
      } catch {
        status = interpreter.reportUncaught(error, f)
      }
    }
    guard let file else { return runPrompt(interpreter, main, script: nil) }
    if options.isInteractive { return runPrompt(interpreter, main) { script(file) } }
    script(file)
    return interpreter.finish(status: status, f)
  }

  /// Where the script is, whatever folder the program goes to later; nil where it is no file.
  private var fileName: String? {
    guard case .file(let path) = options.source else { return nil }
    guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return "\(String(cString: folder))/\(path)"
  }

  /// The folder in which the script's own modules are: that of the script itself, not of a link to it.
  private var scriptFolder: String {
    guard let path = fileName, let real = realpath(path, nil) else { return "" }
    defer { free(real) }
    return String(cString: dirname(real))
  }
}
