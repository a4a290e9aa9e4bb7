// What pickling asks of values: their importable names, their state, and the exceptions that say what is wrong.
import Interpreter

extension Frame {
  func picklingError(_ message: String) -> Raised {
    error(types[module: "_pickle.PicklingError"], .text(message))
  }

  func unpicklingError(_ message: String) -> Raised {
    error(types[module: "_pickle.UnpicklingError"], .text(message))
  }

  /// The same error, which also says where in the message the value stood.
  func located(_ error: Raised, _ place: String) -> Raised {
    error.exception.addNote("while pickling \(place)")
    return error
  }

  /// Module and qualified name of a function or class. Raises where the name does not lead back to it.
  func importableName(of value: Value) throws(Raised) -> (module: String, name: String) {
    let name = try attribute(of: value, "__qualname__").str?.string ?? ""
    let module = try optionalAttribute(of: value, interpreter.intern("__module__"))?.str?.string ?? "__main__"
    if name.split(separator: ".").contains("<locals>") { throw attributeError("Can't get local object '\(name)'") }
    guard let found = try lookUp(module, name), found.isIdentical(to: value) else {
      let text = try repr(value).string
      if try lookUp(module, name) == nil {
        throw picklingError("Can't pickle \(text): attribute lookup \(name) on \(module) failed")
      }
      throw picklingError("Can't pickle \(text): it's not the same object as \(module).\(name)")
    }
    return (module, name)
  }

  /// What a loaded module calls a dotted name; nil where it has no such name.
  func lookUp(_ module: String, _ name: String) throws(Raised) -> Value? {
    guard var value = interpreter.modules[interpreter.intern(module)] else { return nil }
    for part in name.split(separator: ".") {
      guard let next = try optionalAttribute(of: value, interpreter.intern(String(part))) else { return nil }
      value = next
    }
    return value
  }

  /// Whether the value's class says itself how it is pickled.
  func hasOwnReduce(_ value: Value) -> Bool {
    let type = types.type(of: value)
    return type.defines("__reduce__") || type.defines("__reduce_ex__")
  }

  /// What the value's own `__reduce_ex__` or `__reduce__` returns; nil where the class has neither.
  func customReduce(_ value: Value) throws(Raised) -> Value? {
    let type = types.type(of: value)
    if type.defines("__reduce_ex__") { return try callMethod(value, "__reduce_ex__", CallArguments([.int(5)])) }
    if type.defines("__reduce__") { return try callMethod(value, "__reduce__") }
    return nil
  }

  /// The arguments with which the reader calls `__new__`.
  func newArguments(of value: Value) throws(Raised) -> ContiguousArray<Value> {
    if types.type(of: value).defines("__getnewargs__") {
      return try callMethod(value, "__getnewargs__").tuple?.items ?? []
    }
    let payload = value.payload
    if payload.isIdentical(to: value) || payload.list != nil || payload.dict != nil { return [] }
    if let set = payload.anySet { return [.list(try collect(.object(set)))] }
    return [payload]
  }

  /// What `__getstate__` returns, or the attributes; None where there are none.
  func state(of value: Value) throws(Raised) -> Value {
    if types.type(of: value).defines("__getstate__") { return try callMethod(value, "__getstate__") }
    guard let instance = value.instance, !instance.attributes.isEmpty else { return .none }
    let state = Dict()
    for (name, value) in instance.attributes { state[name] = value }
    return .object(state)
  }

  /// Gives an instance its state: `__setstate__`, or the attributes of a dict.
  func setState(of value: Value, _ state: Value) throws(Raised) {
    if types.type(of: value).defines("__setstate__") {
      _ = try callMethod(value, "__setstate__", CallArguments([state]))
      return
    }
    guard let attributes = state.dict else { throw unpicklingError("the state of a \(typeName(value)) is no dict") }
    for (name, item) in attributes.items {
      guard let name = name.str else { throw unpicklingError("an attribute's name is no str") }
      if let instance = value.instance {
        instance.setAttribute(interpreter.intern(name), item)
      } else {
        try setAttribute(of: value, name, item)
      }
    }
  }
}
