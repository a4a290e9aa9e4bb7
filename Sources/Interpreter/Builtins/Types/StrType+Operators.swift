// `str`'s operators, items and iteration.
import Syntax

extension StrType {
  /// `text op r`, nil where `str` does not know the operator for `r`.
  static func binary(_ op: BinaryOperator, _ text: Str, _ r: Value, _ f: Frame) throws(Raised) -> Value? {
    switch op {
    case .add:
      if let other = r.str { return .object(text + other) }
      guard let other = r.payload.str else { return nil }
      return .object(text + other)
    case .multiply:
      guard let times = try f.repetitions(r) else { return nil }
      if times > 1 { try f.checkMemory(text.count * Int(text.width.rawValue), times: times) }
      return .object(text.repeated(times))
    case .modulo:
      return .object(try PercentFormat(f, text, r).render())
    default:
      return nil
    }
  }

  /// `text[key]`.
  @inline(__always)
  static func item(_ text: Str, _ key: Value, _ f: Frame) throws(Raised) -> Value {
    if case .int(let given) = key {
      let index = given < 0 ? given &+ text.count : given
      if index >= 0 && index < text.count { return .object(f.interpreter.character(text[index])) }
      throw f.indexError("string index out of range")
    }
    return try otherItem(text, key, f)
  }

  private static func otherItem(_ text: Str, _ key: Value, _ f: Frame) throws(Raised) -> Value {
    if let slice = key.slice { return .object(try self.slice(text, slice, f)) }
    if key.bigInt == nil, f.types.type(of: key).special(.__index__) == nil {
      throw f.typeError("string indices must be integers, not '\(f.typeName(key))'")
    }
    return try item(text, .int(try f.index(key)), f)
  }

  private static func slice(_ text: Str, _ slice: Slice, _ f: Frame) throws(Raised) -> Str {
    let (start, stop, step, count) = try f.resolve(slice, count: text.count)
    if count == 0 { return Str.empty }
    if count == 1 { return f.interpreter.character(text[start]) }
    if step == 1 { return text.substring(start, stop) }
    if text.isASCII {
      return Str(narrowCount: count, isASCII: true) { target in
        let source = text.narrow
        for position in 0..<count { target[position] = source[start &+ position &* step] }
      }
    }
    var builder = StrBuilder(capacity: count)
    for position in 0..<count { builder.append(text[start + position * step]) }
    return builder.finish()
  }

  /// `item in text`.
  static func contains(_ text: Str, _ item: Value, _ f: Frame) throws(Raised) -> Bool {
    guard let part = item.payload.str else {
      throw f.typeError("'in <string>' requires string as left operand, not \(f.typeName(item))")
    }
    return part.withSpan(text.width) { UnitSpan(text).first($0, 0, text.count) != nil }
  }
}

/// Yields the characters of a text.
final class StrIterator: Iterator {
  private var text: Str?
  private var index = 0
  private let isASCII: Bool

  init(_ text: Str) {
    self.text = text
    isASCII = text.isASCII
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    guard let text else { return nil }
    if index < text.count {
      index &+= 1
      return .object(f.interpreter.character(text[index &- 1]))
    }
    self.text = nil
    return nil
  }

  override var typeName: String { isASCII ? "str_ascii_iterator" : "str_iterator" }
  override var remaining: Int? { text.map { $0.count - index } ?? 0 }
}
