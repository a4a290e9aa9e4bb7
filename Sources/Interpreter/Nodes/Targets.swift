// What can stand left of `=`: variables, attributes, subscripts, and lists of these.

/// A place that can be assigned and deleted.
class TargetNode {
  /// Where the value goes, for a local or a global.
  var place: Place? { nil }

  func assign(_ value: consuming Value, _ f: Frame) throws(Raised) {
    preconditionFailure("\(type(of: self)) cannot be assigned")
  }

  func delete(_ f: Frame) throws(Raised) {
    preconditionFailure("\(type(of: self)) cannot be deleted")
  }
}

final class LocalTarget: TargetNode {
  let slot: Int
  private let location: Location

  init(_ slot: Int, _ location: Location) {
    self.slot = slot
    self.location = location
  }

  override var place: Place? { Place(slot: slot) }

  override func assign(_ value: consuming Value, _ f: Frame) throws(Raised) {
    (f.slots + slot).store(value)
  }

  override func delete(_ f: Frame) throws(Raised) {
    if f[slot].isUnbound { throw f.unboundLocal(slot).at(location, f) }
    f[slot] = .unbound
  }
}

final class CellTarget: TargetNode {
  private let slot: Int
  private let location: Location

  init(_ slot: Int, _ location: Location) {
    self.slot = slot
    self.location = location
  }

  override func assign(_ value: consuming Value, _ f: Frame) throws(Raised) {
    f.cellPlace(slot).store(value)
  }

  override func delete(_ f: Frame) throws(Raised) {
    if f.cell(slot).value.isUnbound { throw f.unboundLocal(slot).at(location, f) }
    f.cell(slot).value = .unbound
  }
}

final class GlobalTarget: TargetNode {
  private let cell: Cell
  private let name: Str
  private let location: Location

  init(_ name: Str, _ cell: Cell, _ location: Location) {
    self.name = name
    self.cell = cell
    self.location = location
  }

  override var place: Place? { Place(cell.place) }

  override func assign(_ value: consuming Value, _ f: Frame) throws(Raised) {
    cell.place.store(value)
  }

  override func delete(_ f: Frame) throws(Raised) {
    if cell.value.isUnbound { throw f.unknownName(name.string).at(location, f) }
    cell.value = .unbound
  }
}

/// A name that a class body binds.
final class ClassBodyTarget: TargetNode {
  private let name: Str
  private let location: Location

  init(_ name: Str, _ location: Location) {
    self.name = name
    self.location = location
  }

  override func assign(_ value: consuming Value, _ f: Frame) throws(Raised) {
    do { try f.setClassMember(name, value) } catch { throw error.at(location, f) }
  }

  override func delete(_ f: Frame) throws(Raised) {
    if try f.classMember(name) == nil { throw f.unknownName(name.string).at(location, f) }
    try f.setClassMember(name, .unbound)
  }
}

/// `container[key]`.
final class SubscriptTarget: TargetNode {
  let container: ExpressionNode
  let key: ExpressionNode
  /// The container's place, where evaluating the key cannot put another object there.
  private let containerPlace: Place?
  private let location: Location

  init(_ container: ExpressionNode, _ key: ExpressionNode, isStable: Bool, _ location: Location) {
    self.container = container
    self.key = key
    containerPlace = isStable ? container.place : nil
    self.location = location
  }

  override func assign(_ value: consuming Value, _ f: Frame) throws(Raised) {
    if let containerPlace, let object = containerPlace.pointer(f).object {
      let key = try key.evaluate(f)
      if case .int(let index) = key, let place = object._withUnsafeGuaranteedRef({ $0.listPlace(index) }) {
        return place.store(value)
      }
      if let place = withUnsafePointer(to: key, { key in object._withUnsafeGuaranteedRef { $0.dictPlace(key) } }) {
        return place.store(value)
      }
      return try assign(value, to: container.evaluate(f), key, f)
    }
    let container = try container.evaluate(f)
    let key = try key.evaluate(f)
    if case .object(let object) = container, case .int(let index) = key, let place = object.listPlace(index) {
      return place.store(value)
    }
    try assign(value, to: container, key, f)
  }

  @inline(never)
  private func assign(_ value: Value, to container: Value, _ key: Value, _ f: Frame) throws(Raised) {
    do throws(Raised) {
      if let dict = container.dict { try dict.set(key, value, f) } else { try f.setItem(of: container, key, value) }
    } catch {
      throw error.at(location, f)
    }
  }

  override func delete(_ f: Frame) throws(Raised) {
    let container = try container.evaluate(f)
    let key = try key.evaluate(f)
    do { try f.deleteItem(of: container, key) } catch { throw error.at(location, f) }
  }
}

/// `(a, b)`, `[a, *rest]`: unpacks an iterable.
final class SequenceTarget: TargetNode {
  private let targets: NodeList<TargetNode>
  /// Which of them has the star.
  private let star: Int?
  private let location: Location

  init(_ targets: [TargetNode], star: Int?, _ location: Location) {
    self.targets = NodeList(targets)
    self.star = star
    self.location = location
  }

  /// Whether it takes two values, by ``assignPair(_:_:_:)`` too.
  var isPair: Bool { targets.count == 2 && star == nil }

  /// Assigns two values as if they came in a tuple.
  @inline(__always)
  func assignPair(_ first: Value, _ second: Value, _ f: Frame) throws(Raised) {
    try targets.assign(0, first, f)
    try targets.assign(1, second, f)
  }

  override func assign(_ value: consuming Value, _ f: Frame) throws(Raised) {
    if star == nil, let tuple = value.tuple, tuple.items.count == targets.count {
      for index in 0..<targets.count { try targets.assign(index, tuple.items[index], f) }
      return
    }
    let items: ContiguousArray<Value>
    do { items = try f.unpack(value, targets.count, star: star) } catch { throw error.at(location, f) }
    for index in 0..<targets.count { try targets.assign(index, items[index], f) }
  }

  override func delete(_ f: Frame) throws(Raised) {
    for target in targets.nodes { try target.delete(f) }
  }
}

extension Frame {
  /// The members of an iterable for `count` targets, those of the starred target as a list.
  func unpack(_ value: Value, _ count: Int, star: Int?) throws(Raised) -> ContiguousArray<Value> {
    let iterator: Iterator
    do {
      iterator = try iterate(value)
    } catch where error.exception.type === types[.TypeError] && !error.exception.hasTraceback {
      throw typeError("cannot unpack non-iterable \(typeName(value)) object")
    }
    var items: ContiguousArray<Value> = []
    guard let star else {
      while items.count <= count, let item = try iterator.next(self) { items.append(item) }
      if items.count < count {
        throw valueError("not enough values to unpack (expected \(count), got \(items.count))")
      }
      if items.count > count {
        throw valueError("too many values to unpack (expected \(count))")
      }
      return items
    }
    while let item = try iterator.next(self) { items.append(item) }
    if items.count < count - 1 {
      throw valueError("not enough values to unpack (expected at least \(count - 1), got \(items.count))")
    }
    let after = count - star - 1
    let middle = List(ContiguousArray(items[star..<items.count - after]))
    items.replaceSubrange(star..<items.count - after, with: CollectionOfOne(.object(middle)))
    return items
  }
}
