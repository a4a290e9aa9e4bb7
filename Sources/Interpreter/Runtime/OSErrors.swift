// OSError from `errno`.
import Glibc

extension Frame {
  /// The OSError (or its subclass) of an `errno`, with the file names it is about.
  public func osError(_ code: Int32, _ fileName: Value = .unbound, _ secondName: Value = .unbound) -> Raised {
    var arguments: ContiguousArray<Value> = [.int(Int(code)), .text(errorText(code))]
    if !fileName.isUnbound { arguments.append(fileName) }
    if !secondName.isUnbound { arguments += [.none, secondName] }
    do {
      let made = try call(.object(types[.OSError]), CallArguments(arguments))
      return Raised(made.exception!)
    } catch {
      return error
    }
  }

  /// Throws the OSError of the present `errno` where a C function returned a negative result.
  @discardableResult
  public func check<T: SignedInteger>(_ result: T, _ fileName: Value = .unbound) throws(Raised) -> T {
    if result < 0 { throw osError(errno, fileName) }
    return result
  }
}

/// strerror(3).
public func errorText(_ code: Int32) -> String {
  String(cString: strerror(code))
}
