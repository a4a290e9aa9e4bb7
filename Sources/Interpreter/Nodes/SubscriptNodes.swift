// Subscripts and slices.

/// `container[key]`.
class SubscriptNode: ExpressionNode {
  fileprivate final let container: ExpressionNode
  fileprivate final let key: ExpressionNode

  init(_ container: ExpressionNode, _ key: ExpressionNode, _ location: Location) {
    self.container = container
    self.key = key
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let container = try container.evaluate(f)
    let key = try key.evaluate(f)
    if case .int(let index) = key, case .object(let object) = container {
      if let place = object.memberPlace(index) { return place.load() }
      if let item = object.packedItem(index) { return item }
    }
    return try item(of: container, key, f)
  }

  @inline(never)
  fileprivate final func item(of container: Value, _ key: Value, _ f: Frame) throws(Raised) -> Value {
    do throws(Raised) {
      guard let dict = container.dict else {
        // A script's `__getitem__` may want to know who asks.
        if container.instance != nil { f.enterCall(location) }
        return try f.item(of: container, key)
      }
      if let value = try dict.value(of: key, f) { return value }
      throw f.keyError(key)
    } catch {
      throw error.at(location, f)
    }
  }
}

/// `place[key]`, where evaluating the key cannot put another object into the place.
final class PlaceSubscriptNode: SubscriptNode {
  private let containerPlace: Place

  init(_ place: Place, _ container: ExpressionNode, _ key: ExpressionNode, _ location: Location) {
    containerPlace = place
    super.init(container, key, location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    guard let object = containerPlace.pointer(f).object else { return try evaluateBoth(f) }
    let key = try key.evaluate(f)
    if case .int(let index) = key {
      if let place = object._withUnsafeGuaranteedRef({ $0.memberPlace(index) }) { return place.load() }
      if let item = object._withUnsafeGuaranteedRef({ $0.packedItem(index) }) { return item }
    }
    return try evaluateContainer(key, f)
  }

  @inline(never)
  private func evaluateContainer(_ key: Value, _ f: Frame) throws(Raised) -> Value {
    try item(of: container.evaluate(f), key, f)
  }

  @inline(never)
  private func evaluateBoth(_ f: Frame) throws(Raised) -> Value {
    try item(of: container.evaluate(f), key.evaluate(f), f)
  }
}

/// `place[place]`.
final class PlaceSubscriptPlaceNode: SubscriptNode {
  private let containerPlace: Place
  private let keyPlace: Place

  init(_ place: Place, _ keyPlace: Place, _ container: ExpressionNode, _ key: ExpressionNode, _ location: Location) {
    containerPlace = place
    self.keyPlace = keyPlace
    super.init(container, key, location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    guard let object = containerPlace.pointer(f).object else { return try evaluateBoth(f) }
    if case .int(let index) = keyPlace.pointer(f).pointee {
      if let place = object._withUnsafeGuaranteedRef({ $0.memberPlace(index) }) { return place.load() }
      if let item = object._withUnsafeGuaranteedRef({ $0.packedItem(index) }) { return item }
    }
    if case .found(let value) = object._withUnsafeGuaranteedRef({ $0.dictValue(keyPlace.pointer(f)) }) { return value }
    return try evaluateBoth(f)
  }

  @inline(never)
  private func evaluateBoth(_ f: Frame) throws(Raised) -> Value {
    try item(of: container.evaluate(f), key.evaluate(f), f)
  }
}

/// `place[place] = value`.
final class AssignSubscriptNode: StatementNode {
  private let containerPlace: Place
  private let keyPlace: Place
  private let value: ExpressionNode
  private let target: SubscriptTarget

  init(_ containerPlace: Place, _ keyPlace: Place, _ value: ExpressionNode, _ target: SubscriptTarget) {
    self.containerPlace = containerPlace
    self.keyPlace = keyPlace
    self.value = value
    self.target = target
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    let value = try value.evaluate(f)
    guard let object = containerPlace.pointer(f).object else {
      try target.assign(value, f)
      return .next
    }
    if case .int(let index) = keyPlace.pointer(f).pointee {
      if let place = object._withUnsafeGuaranteedRef({ $0.listPlace(index) }) {
        place.store(value)
        return .next
      }
      if object._withUnsafeGuaranteedRef({ $0.storePacked(value, at: index) }) { return .next }
    }
    if let place = object._withUnsafeGuaranteedRef({ $0.dictPlace(keyPlace.pointer(f)) }) {
      place.store(value)
    } else {
      try target.assign(value, f)
    }
    return .next
  }
}

extension Object {
  /// Where the member of a list or tuple stands whose index counts from the start; nil where there is none.
  @inline(__always)
  func memberPlace(_ index: Int) -> UnsafePointer<Value>? {
    if kind == .list {
      return unsafeDowncast(self, to: List.self).constantPlace(index)
    }
    if kind == .tuple {
      let tuple = unsafeDowncast(self, to: Tuple.self)
      return index >= 0 && index < tuple.items.count
        ? tuple.items.withUnsafeBufferPointer { $0.baseAddress.unsafelyUnwrapped + index } : nil
    }
    return nil
  }

  /// The item of a list whose items are packed; nil where it has none of that index, which counts from the start.
  @inline(__always)
  func packedItem(_ index: Int) -> Value? {
    guard kind == .list, let packed = unsafeDowncast(self, to: List.self).packed else { return nil }
    return packed._withUnsafeGuaranteedRef { $0.item(at: index) }
  }

  /// Replaces an item of a list whose items are packed; false where it has none of that index, or `item` cannot be
  /// packed with the others.
  @inline(__always)
  func storePacked(_ item: Value, at index: Int) -> Bool {
    guard kind == .list, let packed = unsafeDowncast(self, to: List.self).packed else { return false }
    return packed._withUnsafeGuaranteedRef { $0.store(item, at: index) }
  }

  /// Where the member of a list can be written over; nil where there is none.
  @inline(__always)
  func listPlace(_ index: Int) -> UnsafeMutablePointer<Value>? {
    kind == .list ? unsafeDowncast(self, to: List.self).place(index) : nil
  }
}

extension Object {
  /// What a dict has for a text or an int, without asking user code.
  @inline(__always)
  func dictValue(_ key: UnsafePointer<Value>) -> DictAnswer {
    guard kind == .dict else { return .unknown }
    let dict = unsafeDowncast(self, to: Dict.self)
    guard let position = dict.quickPosition(of: key) else { return .unknown }
    return position < 0 ? .missing : .found(dict.entries[position].value)
  }

  /// Where a dict's value for a text or an int can be written over; nil where it has none, or only user code could tell.
  @inline(__always)
  func dictPlace(_ key: UnsafePointer<Value>) -> UnsafeMutablePointer<Value>? {
    guard kind == .dict else { return nil }
    let dict = unsafeDowncast(self, to: Dict.self)
    guard let position = dict.quickPosition(of: key), position >= 0 else { return nil }
    return dict.valuePlace(position)
  }
}

/// What a dict says of a key without asking user code.
enum DictAnswer {
  case found(Value)
  case missing
  case unknown
}

/// `container[lower:upper]`: no slice is made for a list, a text or a tuple between ints.
final class PartNode: SubscriptNode {
  private let lower: ExpressionNode
  private let upper: ExpressionNode

  init(_ container: ExpressionNode, _ slice: SliceNode, _ location: Location) {
    lower = slice.lower ?? ConstantNode(.none, slice.location)
    upper = slice.upper ?? ConstantNode(.none, slice.location)
    super.init(container, slice, location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let container = try container.evaluate(f)
    let lower = try lower.evaluate(f)
    let upper = try upper.evaluate(f)
    if let address = container.address,
      let part = Unmanaged<Object>.fromOpaque(address)._withUnsafeGuaranteedRef({ $0.part(lower, upper, f) })
    {
      return part
    }
    return try item(of: container, .object(Slice(lower: lower, upper: upper, step: .none)), f)
  }
}

extension Object {
  /// The members of a list, a text or a tuple from `lower` up to `upper`; nil for other objects and ends.
  fileprivate func part(_ lower: Value, _ upper: Value, _ f: Frame) -> Value? {
    switch kind {
    case .list:
      let list = unsafeDowncast(self, to: List.self)
      guard let part = Object.bounds(lower, upper, list.count) else { return nil }
      return .list(ContiguousArray(list.items[part]))
    case .str:
      let text = unsafeDowncast(self, to: Str.self)
      guard let part = Object.bounds(lower, upper, text.count) else { return nil }
      if part.count == 1 { return .object(f.interpreter.character(text[part.lowerBound])) }
      return .object(part.isEmpty ? Str.empty : text.substring(part.lowerBound, part.upperBound))
    case .tuple:
      let tuple = unsafeDowncast(self, to: Tuple.self)
      guard let part = Object.bounds(lower, upper, tuple.items.count) else { return nil }
      return part.count == tuple.items.count ? .object(tuple) : .tuple(ContiguousArray(tuple.items[part]))
    default: return nil
    }
  }

  @inline(__always)
  private static func bounds(_ lower: Value, _ upper: Value, _ count: Int) -> Range<Int>? {
    func end(_ value: Value, orElse absent: Int) -> Int? {
      switch value {
      case .int(let index): index < 0 ? max(index &+ count, 0) : min(index, count)
      case .none: absent
      default: nil
      }
    }
    guard let start = end(lower, orElse: 0), let stop = end(upper, orElse: count) else { return nil }
    return start..<max(start, stop)
  }
}

/// `lower:upper:step` inside a subscript.
final class SliceNode: ExpressionNode {
  let lower: ExpressionNode?
  let upper: ExpressionNode?
  let step: ExpressionNode?

  init(_ lower: ExpressionNode?, _ upper: ExpressionNode?, _ step: ExpressionNode?, _ location: Location) {
    self.lower = lower
    self.upper = upper
    self.step = step
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let lower = try lower?.evaluate(f) ?? .none
    let upper = try upper?.evaluate(f) ?? .none
    let step = try step?.evaluate(f) ?? .none
    return .object(Slice(lower: lower, upper: upper, step: step))
  }
}
