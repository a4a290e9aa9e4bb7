// `ForkingPickler.register`: how a script wants a type pickled on its way to another process.
import Interpreter

/// For each type the function that takes an object and returns what `__reduce__` would.
final class Reducers {
  private var functions: [ObjectIdentifier: (type: TypeObject, function: Value)] = [:]

  func register(_ type: TypeObject, _ function: Value) {
    functions[ObjectIdentifier(type)] = (type, function)
  }

  /// What the function for the value's very type returns; nil where there is none. What Python itself writes without
  /// asking (numbers, texts, collections, functions, classes) is not asked for here either.
  func reduce(_ value: Value, _ f: Frame) throws(Raised) -> Value? {
    if functions.isEmpty { return nil }
    switch value.object?.kind {
    case nil, .str, .bytes, .byteArray, .bigInteger, .list, .tuple, .dict, .set, .frozenSet, .function, .type: return nil
    default:
      guard let function = functions[ObjectIdentifier(f.types.type(of: value))]?.function else { return nil }
      return try f.call(function, value)
    }
  }
}
