// Instances of scripts' classes. Their attributes stand in fields whose order their shape knows.

/// The names of an instance's attributes, shared by all instances that got the same names in the same order.
final class Shape {
  unowned(unsafe) let type: TypeObject
  let names: [Str]
  private let index: [ObjectIdentifier: Int]
  private var transitions: [ObjectIdentifier: Shape] = [:]

  init(type: TypeObject) {
    self.type = type
    names = []
    index = [:]
  }

  private init(type: TypeObject, names: [Str], index: [ObjectIdentifier: Int]) {
    self.type = type
    self.names = names
    self.index = index
  }

  /// The field of an interned name.
  @inline(__always)
  func field(_ name: Str) -> Int? {
    index[ObjectIdentifier(name)]
  }

  /// The shape with one more name, which is interned.
  func adding(_ name: Str) -> Shape {
    if let known = transitions[ObjectIdentifier(name)] { return known }
    var index = index
    index[ObjectIdentifier(name)] = names.count
    let shape = Shape(type: type, names: names + [name], index: index)
    transitions[ObjectIdentifier(name)] = shape
    return shape
  }
}

/// An instance of a class that a script defined.
///
/// Attributes stand in `fields`, in the order of `shape`. Once a script asks for `__dict__`, deletes an attribute or
/// sets one by a name that is no identifier, they move to `dictionary` for good, and `shape` is nil.
public final class Instance: Object {
  public internal(set) var type: TypeObject
  var shape: Shape?
  private(set) var fields: UnsafeMutablePointer<Value>
  private var capacity: Int
  var dictionary: Dict?
  /// The built-in part, where the class inherits from a built-in type.
  public var payload: Value
  /// Whether `__del__` has run.
  var isFinalized = false

  public init(_ type: TypeObject, payload: Value = .unbound) {
    self.type = type
    let shape = type.rootShape
    self.shape = shape
    capacity = 4
    fields = .allocate(capacity: 4)
    self.payload = payload
    super.init(kind: .instance)
  }

  /// Takes over the attributes of an instance that is being destroyed, for its `__del__`.
  private init(reviving dying: Instance) {
    type = dying.type
    shape = dying.shape
    fields = dying.fields
    capacity = dying.capacity
    dictionary = dying.dictionary
    payload = dying.payload
    isFinalized = true
    super.init(kind: .instance)
    dying.shape = nil
    dying.fields = .allocate(capacity: 1)
  }

  deinit {
    if !isFinalized, let finalizer = type.special(.__del__) {
      type.interpreter.finalize(Instance(reviving: self), finalizer)
    }
    if let shape { fields.deinitialize(count: shape.names.count) }
    fields.deallocate()
  }

  /// The value of an attribute of the instance itself; nil where it has none. The name is interned.
  @inline(__always)
  func attribute(_ name: Str) -> Value? {
    if let shape {
      guard let field = shape.field(name) else { return nil }
      return fields[field]
    }
    return dictionary?[name]
  }

  /// Sets an attribute of the instance itself. The name is interned.
  public func setAttribute(_ name: Str, _ value: Value) {
    guard let shape else {
      dictionary?[name] = value
      return
    }
    if let field = shape.field(name) {
      fields[field] = value
    } else {
      append(value, becoming: shape.adding(name))
    }
  }

  /// Adds the field by which `next` goes beyond the present shape.
  @inline(__always)
  func append(_ value: Value, becoming next: Shape) {
    let count = next.names.count
    if count > capacity { grow() }
    (fields + (count - 1)).initialize(to: value)
    shape = next
  }

  private func grow() {
    let larger = UnsafeMutablePointer<Value>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: fields, count: capacity)
    fields.deallocate()
    fields = larger
    capacity *= 2
  }

  /// The attributes as a dictionary that stays theirs from now on.
  func materializeDictionary() -> Dict {
    if let dictionary { return dictionary }
    let dictionary = Dict()
    if let shape {
      for (field, name) in shape.names.enumerated() { dictionary[name] = fields[field] }
      fields.deinitialize(count: shape.names.count)
      self.shape = nil
    }
    self.dictionary = dictionary
    return dictionary
  }

  /// Replaces the attributes by those of a dictionary (`obj.__dict__ = d`).
  func adopt(_ dictionary: Dict) {
    if let shape { fields.deinitialize(count: shape.names.count) }
    shape = nil
    self.dictionary = dictionary
  }

  /// The attributes in order.
  public var attributes: [(name: Str, value: Value)] {
    if let shape { return shape.names.enumerated().map { ($1, fields[$0]) } }
    return dictionary?.items.compactMap { item in item.key.str.map { ($0, item.value) } } ?? []
  }
}
