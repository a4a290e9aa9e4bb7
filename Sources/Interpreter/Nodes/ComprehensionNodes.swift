// List, set and dict comprehensions: loops in the frame of the code around them.

/// `for target in iterable if condition …`, and what to do for each member.
struct ComprehensionLoop {
  struct Clause {
    let target: TargetNode
    let iterable: ExpressionNode
    let conditions: [ExpressionNode]
  }

  let clauses: [Clause]
  /// Slots of the comprehension's captured variables, which get new cells each time it runs.
  let cells: [Int]
  /// Slots of its other variables, which are unbound again when it ends.
  let locals: [Int]

  func run(_ f: Frame, _ body: () throws(Raised) -> Void) throws(Raised) {
    for slot in cells { f[slot] = .object(Cell()) }
    defer { for slot in locals + cells { f[slot] = .unbound } }
    try run(0, f, body)
  }

  private func run(_ depth: Int, _ f: Frame, _ body: () throws(Raised) -> Void) throws(Raised) {
    let clause = clauses[depth]
    let iterable = try clause.iterable.evaluate(f)
    let isLast = depth == clauses.count - 1
    do {
      try f.forEach(iterable) { (member) throws(Raised) in
        try clause.target.assign(member, f)
        for condition in clause.conditions where try !condition.test(f) { return }
        if isLast { try body() } else { try run(depth + 1, f, body) }
      }
    } catch {
      throw error.at(clause.iterable.location, f)
    }
  }
}

extension Frame {
  /// Does something for each member of an iterable; the common kinds need no iterator object.
  @inline(__always)
  func forEach(_ iterable: Value, _ body: (Value) throws(Raised) -> Void) throws(Raised) {
    if let range = iterable.range {
      var value = range.start
      for _ in 0..<range.count {
        try body(.int(value))
        value &+= range.step
      }
    } else if let list = iterable.list {
      var index = 0
      while index < list.items.count {
        try body(list.items[index])
        index += 1
      }
    } else {
      let iterator = try iterate(iterable)
      while let member = try iterator.next(self) { try body(member) }
    }
  }
}

/// `[element for …]`.
final class ListComprehensionNode: ExpressionNode {
  private let element: ExpressionNode
  private let loop: ComprehensionLoop

  init(_ element: ExpressionNode, _ loop: ComprehensionLoop, _ location: Location) {
    self.element = element
    self.loop = loop
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    var items: ContiguousArray<Value> = []
    try loop.run(f) { () throws(Raised) in items.append(try element.evaluate(f)) }
    return .list(items)
  }
}

/// `{element for …}`.
final class SetComprehensionNode: ExpressionNode {
  private let element: ExpressionNode
  private let loop: ComprehensionLoop

  init(_ element: ExpressionNode, _ loop: ComprehensionLoop, _ location: Location) {
    self.element = element
    self.loop = loop
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let set = SetObject()
    try loop.run(f) { () throws(Raised) in
      let value = try element.evaluate(f)
      do throws(Raised) { try set.insert(value, f) } catch { throw error.at(element.location, f) }
    }
    return .object(set)
  }
}

/// `{key: value for …}`.
final class DictComprehensionNode: ExpressionNode {
  private let key: ExpressionNode
  private let value: ExpressionNode
  private let loop: ComprehensionLoop

  init(_ key: ExpressionNode, _ value: ExpressionNode, _ loop: ComprehensionLoop, _ location: Location) {
    self.key = key
    self.value = value
    self.loop = loop
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let dict = Dict()
    try loop.run(f) { () throws(Raised) in
      let key = try key.evaluate(f)
      let value = try value.evaluate(f)
      do throws(Raised) { try dict.set(key, value, f) } catch { throw error.at(self.key.location, f) }
    }
    return .object(dict)
  }
}
