// OSError: its arguments, and the subclass that stands for an errno.
import Glibc

extension ExceptionType {
  /// The exception type of an errno: FileNotFoundError for ENOENT, OSError for those without a type of their own.
  static func osErrorType(_ code: Int32) -> BuiltinException {
    switch code {
    case EAGAIN, EALREADY, EINPROGRESS: .BlockingIOError
    case EPIPE, ESHUTDOWN: .BrokenPipeError
    case ECHILD: .ChildProcessError
    case ECONNABORTED: .ConnectionAbortedError
    case ECONNREFUSED: .ConnectionRefusedError
    case ECONNRESET: .ConnectionResetError
    case EEXIST: .FileExistsError
    case ENOENT: .FileNotFoundError
    case EINTR: .InterruptedError
    case EISDIR: .IsADirectoryError
    case ENOTDIR: .NotADirectoryError
    case EACCES, EPERM: .PermissionError
    case ESRCH: .ProcessLookupError
    case ETIMEDOUT: .TimeoutError
    default: .OSError
    }
  }

  /// `OSError(errno, strerror[, filename[, winerror[, filename2]]])`; other counts of arguments are plain.
  static func readOSError(_ f: Frame, _ this: ExceptionObject, _ keywords: KeywordDetails) throws(Raised) {
    try keywords.refuseAll(f)
    let arguments = this.arguments.items
    guard (2...5).contains(arguments.count) else { return }
    this[detail: "errno"] = arguments[0]
    this[detail: "strerror"] = arguments[1]
    guard arguments.count > 2, !arguments[2].isNone else { return }
    this[detail: "filename"] = arguments[2]
    if arguments.count == 5, !arguments[4].isNone { this[detail: "filename2"] = arguments[4] }
    this.arguments = Tuple([arguments[0], arguments[1]])
  }

  static func osErrorText(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let exception = try exception(f, this, "__str__")
    guard let code = exception[detail: "errno"], let reason = exception[detail: "strerror"] else {
      return try str(f, this)
    }
    var text = "[Errno \(try f.str(code).string)] \(try f.str(reason).string)"
    if let filename = exception[detail: "filename"], !filename.isNone {
      text += ": \(try f.repr(filename).string)"
      if let second = exception[detail: "filename2"], !second.isNone { text += " -> \(try f.repr(second).string)" }
    }
    return .text(text)
  }

  static func reduceOSError(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let exception = try exception(f, this, "__reduce__")
    guard let filename = exception[detail: "filename"], exception.arguments.items.count == 2 else {
      return try reduce(f, this)
    }
    var arguments = exception.arguments.items
    arguments.append(filename)
    if let second = exception[detail: "filename2"] { arguments += [.none, second] }
    var parts: ContiguousArray<Value> = [.object(exception.type), .tuple(arguments)]
    if let attributes = exception.attributes, attributes.count > 0 { parts.append(.object(attributes)) }
    return .tuple(parts)
  }
}
