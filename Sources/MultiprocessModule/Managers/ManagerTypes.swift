// What the bindings have to know of the classes in `multiprocessing.managers`, which is written in Python.
import Interpreter

enum ManagerTypes {
  fileprivate static func name(_ name: String, _ f: Frame) -> Value? {
    guard let module = f.interpreter.modules[f.interpreter.intern("multiprocessing.managers")]?.module else { return nil }
    return module.namespace[f.interpreter.intern(name)]
  }

  /// The base of all proxies; nil where the module has not been imported.
  static func baseProxy(_ f: Frame) -> TypeObject? { name("BaseProxy", f)?.type }

  /// What a pickled proxy calls.
  static func rebuildProxy(_ f: Frame) -> Function? { name("RebuildProxy", f)?.function }

  /// RemoteError with the text of the server's traceback.
  static func remoteError(_ text: Value, _ f: Frame) throws(Raised) -> Raised {
    guard let type = name("RemoteError", f)?.type else { return f.runtimeError((try? f.str(text).string) ?? "") }
    return f.error(type, text)
  }
}

extension ManagerTypes {
  /// A token: the name of an object anywhere.
  static func token(_ typeid: Value, _ address: Value, _ id: Value, _ f: Frame) throws(Raised) -> Value {
    guard let type = name("Token", f) else { throw f.runtimeError("multiprocessing.managers is not loaded") }
    return try f.call(type, typeid, address, id)
  }
}
