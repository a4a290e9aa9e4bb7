// The type `dict`: construction, operators and the table of its methods.
import Syntax

enum DictType {
  static func define(_ t: TypeBuilder) {
    t.new("iterable=(), /, **kwargs", new)
    t.blank { _, _ throws(Raised) in .object(Dict()) }
    t.method("__init__", "self, iterable=(), /, **kwargs", .three(initialize))
    t.classMethod("fromkeys", "cls, iterable, value=None, /", .three(fromKeys))
    t.method("get", "self, key, default=None, /", .three(get))
    t.method("setdefault", "self, key, default=None, /", .three(setDefault))
    t.method("pop", "self, key, default=None, /", .three(pop))
    t.method("popitem", "self, /", .one(popItem))
    t.method("update", "self, iterable=(), /, **kwargs", .three(update))
    t.method("clear", "self, /", .one(clear))
    t.method("copy", "self, /", .one(copy))
    t.method("keys", "self, /", .one(keys))
    t.method("values", "self, /", .one(values))
    t.method("items", "self, /", .one(items))
    t.method("__reversed__", "self, /", .one(reversed))
    t.operators([.bitOr], reflected: true)
    t.inPlaceOperators([.bitOr])
    t.comparisons()
    t.container(getItem: true, setItem: true, deleteItem: true, contains: true, length: true, iterate: true)
    t.representation()
    t.unhashable()
  }

  private static func new(_ f: Frame, _ cls: TypeObject, _ a: Arguments) throws(Raised) -> Value {
    let dict = Dict()
    try fill(dict, a[0], a[1], f)
    return .object(dict)
  }

  private static func initialize(
    _ f: Frame, _ this: Value, _ source: Value, _ keywords: Value
  ) throws(Raised) -> Value {
    try fill(f.dict(this, "__init__"), source, keywords, f)
    return .none
  }

  /// Adds what `dict(source, **keywords)` and `update` are given.
  static func fill(_ dict: Dict, _ source: Value, _ keywords: Value, _ f: Frame) throws(Raised) {
    if !source.isUnbound { try merge(source, into: dict, f) }
    if let keywords = keywords.dict, keywords.count > 0 { try merge(.object(keywords), into: dict, f) }
  }

  /// Sets the items of a mapping, or of an iterable of pairs.
  static func merge(_ source: Value, into dict: Dict, _ f: Frame) throws(Raised) {
    if let other = plainDict(source, f) {
      if other === dict { return }
      var position = 0
      let version = other.version
      while let (key, value, hash) = other.nextEntry(&position) {
        try dict.set(key, hash: hash, value, f)
        if other.version != version { throw f.runtimeError("dict mutated during update") }
      }
    } else if try f.optionalAttribute(of: source, f.interpreter.names[.keys]) != nil {
      let keys = try f.iterate(try f.callMethod(source, "keys"))
      while let key = try keys.next(f) { try dict.set(key, f.item(of: source, key), f) }
    } else {
      try mergePairs(source, into: dict, f)
    }
  }

  /// Sets the items of a mapping, as `{**mapping}` does. Raises TypeError for what is no mapping.
  static func mergeMapping(_ source: Value, into dict: Dict, _ f: Frame) throws(Raised) {
    if source.payload.dict == nil, try f.optionalAttribute(of: source, f.interpreter.names[.keys]) == nil {
      throw f.typeError("'\(f.typeName(source))' object is not a mapping")
    }
    try merge(source, into: dict, f)
  }

  /// The table of a dict, or of an instance of a subclass that walks as dict does.
  private static func plainDict(_ value: Value, _ f: Frame) -> Dict? {
    if let dict = value.dict { return dict }
    guard let dict = value.payload.dict else { return nil }
    let type = f.types.type(of: value)
    guard let walk = type.special(.__iter__), let own = f.types[.dict].special(.__iter__) else { return nil }
    return walk.isIdentical(to: own) ? dict : nil
  }

  private static func mergePairs(_ source: Value, into dict: Dict, _ f: Frame) throws(Raised) {
    let pairs = try f.iterate(source)
    var number = 0
    while let pair = try pairs.next(f) {
      if let tuple = pair.tuple, tuple.items.count == 2 {
        try dict.set(tuple.items[0], tuple.items[1], f)
      } else {
        guard f.isIterable(pair) else {
          throw f.typeError("cannot convert dictionary update sequence element #\(number) to a sequence")
        }
        let members = try f.collect(pair)
        if members.count != 2 {
          throw f.valueError(
            "dictionary update sequence element #\(number) has length \(members.count); 2 is required")
        }
        try dict.set(members[0], members[1], f)
      }
      number += 1
    }
  }

  // MARK: Operators

  static func binary(_ op: BinaryOperator, _ dict: Dict, _ r: Value, _ f: Frame) throws(Raised) -> Value? {
    guard op == .bitOr, let other = r.payload.dict else { return nil }
    let union = dict.copy()
    try merge(.object(other), into: union, f)
    return .object(union)
  }

  static func inPlace(_ op: BinaryOperator, _ dict: Dict, _ r: Value, _ f: Frame) throws(Raised) -> Bool {
    guard op == .bitOr else { return false }
    try merge(r, into: dict, f)
    return true
  }

  /// Whether both have equal keys with equal values.
  static func isEqual(_ a: Dict, _ b: Dict, _ f: Frame) throws(Raised) -> Bool {
    if a === b { return true }
    if a.count != b.count { return false }
    try f.checkNativeStack(" in comparison")
    var position = 0
    while let (key, value, hash) = a.nextEntry(&position) {
      let found = try b.position(of: key, hash: hash, f)
      if found < 0 { return false }
      if try !f.isEqual(value, b.entries[found].value) { return false }
    }
    return true
  }

  static func repr(_ dict: Dict, _ f: Frame) throws(Raised) -> Str {
    if dict.count == 0 { return f.interpreter.intern("{}") }
    return try f.reprOnce(dict, "{...}") { () throws(Raised) in
      var text = StrBuilder()
      text.append("{")
      var position = 0
      var isFirst = true
      while let (key, value) = dict.next(&position) {
        if !isFirst { text.append(", ") }
        isFirst = false
        try f.appendRepr(key, to: &text)
        text.append(": ")
        try f.appendRepr(value, to: &text)
      }
      text.append("}")
      return text.finish()
    }
  }
}

extension Frame {
  /// The dict in a method's `self`.
  @inline(__always)
  func dict(_ this: Value, _ method: StaticString) throws(Raised) -> Dict {
    if let dict = this.dict { return dict }
    guard let dict = this.payload.dict else { throw wrongReceiver(this, "\(method)", of: "dict") }
    return dict
  }
}
