// Loops. Each turn looks whether a signal has come.

/// `while test: body else: otherwise`.
final class WhileNode: StatementNode {
  private let test: ExpressionNode
  private let body: StatementNode
  private let otherwise: StatementNode?

  init(_ test: ExpressionNode, _ body: StatementNode, otherwise: StatementNode?) {
    self.test = test
    self.body = body
    self.otherwise = otherwise
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    while try test.test(f) {
      let flow = try body.execute(f)
      switch flow {
      case .next, .continue_: break
      case .break_: return .next
      case .return_: return flow
      }
      do { try f.checkSignals(at: test.location) } catch { throw error.at(test.location, f) }
    }
    return try otherwise?.execute(f) ?? .next
  }
}

/// `for target in iterable: body else: otherwise`.
final class ForNode: StatementNode {
  private let target: TargetNode
  /// Where the target is a local or a global.
  private let place: Place?
  /// The target where it is a pair of targets.
  private let pair: SequenceTarget?
  private let iterable: ExpressionNode
  private let body: StatementNode
  private let otherwise: StatementNode?

  init(_ target: TargetNode, _ iterable: ExpressionNode, _ body: StatementNode, otherwise: StatementNode?) {
    self.target = target
    place = target.place
    let sequence = target as? SequenceTarget
    pair = sequence?.isPair == true ? sequence : nil
    self.iterable = iterable
    self.body = body
    self.otherwise = otherwise
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    let members = try iterable.evaluate(f)
    let flow: Flow?
    if let range = members.range, range.long == nil {
      flow = try loop(range, f)
    } else if let list = members.list {
      flow = try loop(list, f)
    } else if let text = members.str {
      flow = try loop(text, f)
    } else {
      flow = try loop(members, f)
    }
    if let flow { return flow }
    return try otherwise?.execute(f) ?? .next
  }

  /// One turn: nil to go on, `.next` after `break`, `.return_` to leave the function.
  @inline(__always)
  private func turn(_ member: consuming Value, _ f: Frame) throws(Raised) -> Flow? {
    if let place { place.pointer(f).store(member) } else { try assign(member, f) }
    return try runBody(f)
  }

  @inline(__always)
  private func runBody(_ f: Frame) throws(Raised) -> Flow? {
    let flow = try body.execute(f)
    switch flow {
    case .next, .continue_: break
    case .break_: return .next
    case .return_: return flow
    }
    do { try f.checkSignals(at: iterable.location) } catch { throw error.at(iterable.location, f) }
    return nil
  }

  private func assign(_ member: Value, _ f: Frame) throws(Raised) {
    try target.assign(member, f)
  }

  private func loop(_ range: RangeObject, _ f: Frame) throws(Raised) -> Flow? {
    var value = range.start
    for _ in 0..<range.count {
      if let flow = try turn(.int(value), f) { return flow }
      value &+= range.step
    }
    return nil
  }

  private func loop(_ list: List, _ f: Frame) throws(Raised) -> Flow? {
    var index = 0
    while index < list.count {
      if let flow = try turn(list[index], f) { return flow }
      index += 1
    }
    return nil
  }

  private func loop(_ text: Str, _ f: Frame) throws(Raised) -> Flow? {
    var index = 0
    while index < text.count {
      if let flow = try turn(.object(f.interpreter.character(text[index])), f) { return flow }
      index &+= 1
    }
    return nil
  }

  private func loop(_ members: Value, _ f: Frame) throws(Raised) -> Flow? {
    let iterator: Iterator
    do { iterator = try f.iterate(members) } catch { throw error.at(iterable.location, f) }
    if let pair, iterator.yieldsPairs {
      while let (first, second) = try nextPair(iterator, f) {
        try pair.assignPair(first, second, f)
        if let flow = try runBody(f) { return flow }
      }
      return nil
    }
    while let member = try next(iterator, f) {
      if let flow = try turn(member, f) { return flow }
    }
    return nil
  }

  private func nextPair(_ iterator: Iterator, _ f: Frame) throws(Raised) -> (Value, Value)? {
    do { return try iterator.nextPair(f) } catch { throw error.at(iterable.location, f) }
  }

  private func next(_ iterator: Iterator, _ f: Frame) throws(Raised) -> Value? {
    do { return try iterator.next(f) } catch { throw error.at(iterable.location, f) }
  }
}
