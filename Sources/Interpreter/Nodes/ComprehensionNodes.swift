// List, set and dict comprehensions: loops in the frame of the code around them.

/// `for target in iterable if condition …`, and the clauses inside it.
final class ClauseNode {
  private let target: TargetNode
  /// Where the target is a local.
  private let place: Place?
  /// The target where it is a pair of targets.
  private let pair: SequenceTarget?
  private let iterable: ExpressionNode
  private let condition: ExpressionNode?
  private let inner: ClauseNode?

  init(_ target: TargetNode, _ iterable: ExpressionNode, _ condition: ExpressionNode?, inner: ClauseNode?) {
    self.target = target
    place = target.place
    let sequence = target as? SequenceTarget
    pair = sequence?.isPair == true ? sequence : nil
    self.iterable = iterable
    self.condition = condition
    self.inner = inner
  }

  func run(_ f: Frame, _ body: () throws(Raised) -> Void) throws(Raised) {
    let members = try iterable.evaluate(f)
    do {
      if let pair, let iterator = try f.pairIterator(members) {
        while let (first, second) = try iterator.nextPair(f) {
          try pair.assignPair(first, second, f)
          try turn(f, body)
        }
        return
      }
      try f.forEach(members) { (member) throws(Raised) in
        if let place { place.pointer(f).store(member) } else { try target.assign(member, f) }
        try turn(f, body)
      }
    } catch {
      throw error.at(iterable.location, f)
    }
  }

  @inline(__always)
  private func turn(_ f: Frame, _ body: () throws(Raised) -> Void) throws(Raised) {
    try f.checkSignals(at: iterable.location)
    if let condition, try !condition.test(f) { return }
    if let inner { try inner.run(f, body) } else { try body() }
  }
}

/// The loops of a comprehension, and what to do for each member.
struct ComprehensionLoop {
  let clause: ClauseNode
  /// Slots of the comprehension's captured variables, which get new cells each time it runs.
  private let cells: [Int]
  /// Slots of all its variables, which are unbound again when it ends.
  private let slots: [Int]

  init(_ clause: ClauseNode, cells: [Int], locals: [Int]) {
    self.clause = clause
    self.cells = cells
    slots = locals + cells
  }

  @inline(__always)
  func run(_ f: Frame, _ body: () throws(Raised) -> Void) throws(Raised) {
    for slot in cells { f[slot] = .object(Cell()) }
    defer { for slot in slots { (f.slots + slot).store(.unbound) } }
    try clause.run(f, body)
  }
}

extension Frame {
  /// An iterator that yields pairs, where the iterable has such a one.
  fileprivate func pairIterator(_ iterable: Value) throws(Raised) -> Iterator? {
    guard case .object(let object) = iterable, object.kind == .iterator || object.kind == .dictView else { return nil }
    let iterator = try iterate(iterable)
    return iterator.yieldsPairs ? iterator : nil
  }

  /// Does something for each member of an iterable; the common kinds need no iterator object.
  @inline(__always)
  func forEach(_ iterable: Value, _ body: (Value) throws(Raised) -> Void) throws(Raised) {
    if let range = iterable.range, range.long == nil {
      var value = range.start
      for _ in 0..<range.count {
        try body(.int(value))
        value &+= range.step
      }
    } else if let list = iterable.list {
      var index = 0
      while index < list.count {
        try body(list[index])
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
