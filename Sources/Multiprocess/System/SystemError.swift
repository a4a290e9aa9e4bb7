// The one place that turns errno into an error and repeats what a signal interrupted.
import CPosixShim
import Glibc

/// A system call that failed: the C function and its errno. Python's `OSError`.
public struct SystemError: Error, Equatable, CustomStringConvertible {
  /// The errno.
  public let code: Int32
  /// The C function.
  public let call: String

  /// An error of `call` with the errno of now, or with `code`.
  public init(_ call: String, code: Int32 = errno) {
    self.code = code
    self.call = call
  }

  /// The system's text for the errno, as `strerror(3)` gives it.
  public var message: String { String(cString: strerror(code)) }

  public var description: String { "\(call): \(message) (errno \(code))" }
}

/// Calls `body` until it answers something other than -1 with EINTR; throws its errno when it answers -1.
@discardableResult
func retrying<Result: SignedInteger>(_ call: String, _ body: () -> Result) throws(SystemError) -> Result {
  while true {
    let result = body()
    if result != -1 { return result }
    if errno != EINTR { throw SystemError(call) }
  }
}
