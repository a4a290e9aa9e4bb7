// How a script wants things pickled: `ForkingPickler.register`, and subclasses of `pickle.Pickler`.
import Interpreter

/// For each type the function that takes an object and returns what `__reduce__` would, and the pickler that is asked
/// about every object.
final class Reducers {
  private var functions: [ObjectIdentifier: (type: TypeObject, function: Value)] = [:]
  private let pickler: Value?
  private var override: Value?

  init() {
    pickler = nil
  }

  /// What a `pickle.Pickler` says by its methods `persistent_id` and `reducer_override` and its `dispatch_table`.
  init(of pickler: Value, _ f: Frame) throws(Raised) {
    self.pickler = pickler
    override = try f.optionalAttribute(of: pickler, f.interpreter.intern("reducer_override"))
    guard let table = try f.optionalAttribute(of: pickler, f.interpreter.intern("dispatch_table")) else { return }
    for pair in try f.collect(f.callMethod(table, "items")) {
      let pair = try f.collect(pair)
      if let type = pair[0].type { register(type, pair[1]) }
    }
  }

  /// The identifier that the pickler has for a value which the message shall not hold; nil where it has none.
  func persistentID(of value: Value, _ f: Frame) throws(Raised) -> Value? {
    guard let pickler else { return nil }
    let identifier = try f.callMethod(pickler, "persistent_id", CallArguments([value]))
    return identifier.isNone ? nil : identifier
  }

  func register(_ type: TypeObject, _ function: Value) {
    functions[ObjectIdentifier(type)] = (type, function)
  }

  /// What the function for the value's very type returns; nil where there is none. What Python itself writes without
  /// asking (numbers, texts, collections, functions, classes) is not asked for here either.
  func reduce(_ value: Value, _ f: Frame) throws(Raised) -> Value? {
    if let override, value.object?.kind == .instance || value.function != nil || value.type != nil {
      let reduced = try f.call(override, value)
      if case .notImplemented = reduced {} else { return reduced }
    }
    if functions.isEmpty { return nil }
    switch value.object?.kind {
    case nil, .str, .bytes, .byteArray, .bigInteger, .list, .tuple, .dict, .set, .frozenSet, .function, .type: return nil
    default:
      guard let function = functions[ObjectIdentifier(f.types.type(of: value))]?.function else { return nil }
      return try f.call(function, value)
    }
  }
}
