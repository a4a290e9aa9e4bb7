// The built-in exception types, and the short ways to raise them from Swift.

/// A built-in exception type. The case is spelled as Python names it.
public enum BuiltinException: String, CaseIterable {
  case BaseException, BaseExceptionGroup, GeneratorExit, KeyboardInterrupt, SystemExit, Exception
  case ArithmeticError, FloatingPointError, OverflowError, ZeroDivisionError
  case AssertionError, AttributeError, BufferError, EOFError, ExceptionGroup, ImportError, ModuleNotFoundError
  case LookupError, IndexError, KeyError, MemoryError, NameError, UnboundLocalError
  case OSError, BlockingIOError, ChildProcessError, ConnectionError, BrokenPipeError, ConnectionAbortedError
  case ConnectionRefusedError, ConnectionResetError, FileExistsError, FileNotFoundError, InterruptedError
  case IsADirectoryError, NotADirectoryError, PermissionError, ProcessLookupError, TimeoutError
  case ReferenceError, RuntimeError, NotImplementedError, RecursionError, PythonFinalizationError
  case StopAsyncIteration, StopIteration, SyntaxError, IndentationError, TabError, SystemError, TypeError
  case ValueError, UnicodeError, UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError
  case Warning, BytesWarning, DeprecationWarning, FutureWarning, ImportWarning, PendingDeprecationWarning
  case ResourceWarning, RuntimeWarning, SyntaxWarning, UnicodeWarning, UserWarning

  /// Its place among all: a case without payload is its number.
  @inline(__always)
  var number: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

  /// The type it inherits from.
  var base: BuiltinException? {
    switch self {
    case .BaseException: nil
    case .BaseExceptionGroup, .GeneratorExit, .KeyboardInterrupt, .SystemExit, .Exception: .BaseException
    case .ExceptionGroup: .BaseExceptionGroup
    case .FloatingPointError, .OverflowError, .ZeroDivisionError: .ArithmeticError
    case .ModuleNotFoundError: .ImportError
    case .IndexError, .KeyError: .LookupError
    case .UnboundLocalError: .NameError
    case .BlockingIOError, .ChildProcessError, .ConnectionError, .FileExistsError, .FileNotFoundError,
      .InterruptedError, .IsADirectoryError, .NotADirectoryError, .PermissionError, .ProcessLookupError, .TimeoutError:
      .OSError
    case .BrokenPipeError, .ConnectionAbortedError, .ConnectionRefusedError, .ConnectionResetError: .ConnectionError
    case .NotImplementedError, .RecursionError, .PythonFinalizationError: .RuntimeError
    case .IndentationError: .SyntaxError
    case .TabError: .IndentationError
    case .UnicodeError: .ValueError
    case .UnicodeDecodeError, .UnicodeEncodeError, .UnicodeTranslateError: .UnicodeError
    case .BytesWarning, .DeprecationWarning, .FutureWarning, .ImportWarning, .PendingDeprecationWarning,
      .ResourceWarning, .RuntimeWarning, .SyntaxWarning, .UnicodeWarning, .UserWarning:
      .Warning
    default: .Exception
    }
  }
}

extension Frame {
  /// A new exception of a built-in type, ready to be thrown.
  public func error(_ type: BuiltinException, _ message: String) -> Raised {
    Raised(ExceptionObject(types[type], argument: .text(message)))
  }

  /// A new exception of any type with the given arguments, ready to be thrown.
  public func error(_ type: TypeObject, _ arguments: Value...) -> Raised {
    Raised(ExceptionObject(type, ContiguousArray(arguments)))
  }

  public func typeError(_ message: String) -> Raised { error(.TypeError, message) }
  public func valueError(_ message: String) -> Raised { error(.ValueError, message) }
  public func indexError(_ message: String) -> Raised { error(.IndexError, message) }
  public func overflowError(_ message: String) -> Raised { error(.OverflowError, message) }
  public func zeroDivision(_ message: String) -> Raised { error(.ZeroDivisionError, message) }
  public func runtimeError(_ message: String) -> Raised { error(.RuntimeError, message) }
  public func attributeError(_ message: String) -> Raised { error(.AttributeError, message) }
  public func keyError(_ key: Value) -> Raised { error(types[.KeyError], key) }
}
