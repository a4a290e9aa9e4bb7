// The type `list`: construction, operators and the table of its methods.
import Syntax

enum ListType {
  static func define(_ t: TypeBuilder) {
    t.new("iterable=(), /", new)
    t.newFromOne { f, value throws(Raised) in .list(try f.collect(value)) }
    t.blank { _, _ throws(Raised) in .object(List()) }
    t.method("__init__", "self, iterable=(), /", .two(initialize))
    t.method("append", "self, object, /", .two(append))
    t.method("extend", "self, iterable, /", .two(extend))
    t.method("insert", "self, index, object, /", .three(insert))
    t.method("pop", "self, index=-1, /", .two(pop))
    t.method("remove", "self, value, /", .two(remove))
    t.method("clear", "self, /", .one(clear))
    t.method("copy", "self, /", .one(copy))
    t.method("index", "self, value, start=0, stop=9223372036854775807, /", .four(index))
    t.method("count", "self, value, /", .two(count))
    t.method("reverse", "self, /", .one(reverse))
    t.method("sort", "self, /, *, key=None, reverse=False", .many(sort))
    t.method("__reversed__", "self, /", .one(reversed))
    t.operators([.add, .multiply])
    t.reflectedOperators([.multiply])
    t.inPlaceOperators([.add, .multiply])
    t.comparisons()
    t.container(getItem: true, setItem: true, deleteItem: true, contains: true, length: true, iterate: true)
    t.representation()
    t.unhashable()
  }

  private static func new(_ f: Frame, _ cls: TypeObject, _ a: Arguments) throws(Raised) -> Value {
    .list(a[0].isUnbound ? [] : try f.collect(a[0]))
  }

  private static func initialize(_ f: Frame, _ this: Value, _ iterable: Value) throws(Raised) -> Value {
    let list = try f.list(this, "__init__")
    let items = iterable.isUnbound ? [] : try f.collect(iterable)
    replaceItems(of: list, items)
    return .none
  }

  /// Replaces all members. The old ones go when the list is in order again, since their `__del__` may look at it.
  static func replaceItems(of list: List, _ items: ContiguousArray<Value>) {
    let old = list.items
    list.items = items
    withExtendedLifetime(old) {}
  }

  // MARK: Operators

  static func binary(_ op: BinaryOperator, _ list: List, _ r: Value, _ f: Frame) throws(Raised) -> Value? {
    switch op {
    case .add:
      guard let other = r.payload.list else { return nil }
      return .list(list.items + other.items)
    case .multiply:
      guard let times = try f.repetitions(r, of: list.count) else { return nil }
      if list.count == 1, let packed = PackedItems(repeating: list[0], count: times) { return .object(List(packed)) }
      return .list(repeated(list.items, times))
    default:
      return nil
    }
  }

  static func inPlace(_ op: BinaryOperator, _ list: List, _ r: Value, _ f: Frame) throws(Raised) -> Bool {
    switch op {
    case .add:
      try extend(list, with: r, f)
      return true
    case .multiply:
      guard let times = try f.repetitions(r, of: list.count) else { return false }
      replaceItems(of: list, repeated(list.items, times))
      return true
    default:
      return false
    }
  }

  /// The members `times` times over.
  static func repeated(_ items: ContiguousArray<Value>, _ times: Int) -> ContiguousArray<Value> {
    if items.count == 1 { return ContiguousArray(repeating: items[0], count: times) }
    var result: ContiguousArray<Value> = []
    result.reserveCapacity(items.count * times)
    for _ in 0..<times { result.append(contentsOf: items) }
    return result
  }

  // MARK: Search

  static func contains(_ list: List, _ item: Value, _ f: Frame) throws(Raised) -> Bool {
    try firstIndex(of: item, in: list, from: 0, to: .max, f) != nil
  }

  /// Position of the first member equal to `item`. The list may change while `__eq__` runs.
  static func firstIndex(
    of item: Value, in list: List, from start: Int, to stop: Int, _ f: Frame
  ) throws(Raised) -> Int? {
    var index = start
    while index < min(stop, list.count) {
      if try f.isEqual(list[index], item) { return index }
      index += 1
    }
    return nil
  }

  static func repr(_ list: List, _ f: Frame) throws(Raised) -> Str {
    if list.items.isEmpty { return f.interpreter.intern("[]") }
    return try f.reprOnce(list, "[...]") { () throws(Raised) in
      var text = StrBuilder()
      text.append("[")
      var index = 0
      while index < list.count {
        if index > 0 { text.append(", ") }
        try f.appendRepr(list[index], to: &text)
        index += 1
      }
      text.append("]")
      return text.finish()
    }
  }
}

extension Frame {
  /// The list in a method's `self`.
  @inline(__always)
  func list(_ this: Value, _ method: StaticString) throws(Raised) -> List {
    if let list = this.list { return list }
    guard let list = this.payload.list else { throw wrongReceiver(this, "\(method)", of: "list") }
    return list
  }

  /// How often `sequence * value` repeats a sequence of `count` members; nil where the value is no integer. Raises
  /// OverflowError or MemoryError for more than could be held.
  func repetitions(_ value: Value, of count: Int) throws(Raised) -> Int? {
    if value.bigInt == nil {
      guard types.type(of: value).special(.__index__) != nil else { return nil }
    }
    let integer = try integerValue(value)
    guard case .int(let times) = integer else {
      if integer.bigInt!.sign == .minus { return 0 }
      throw overflowError("cannot fit 'int' into an index-sized integer")
    }
    if times <= 0 { return 0 }
    let (total, overflow) = count.multipliedReportingOverflow(by: times)
    if overflow || total > Frame.mostMembers { throw Raised(ExceptionObject(types[.MemoryError])) }
    return times
  }

  /// More members than this do not fit in the memory of any machine at hand; asking for them is an error, not a crash.
  static let mostMembers = 1 << 33
}
