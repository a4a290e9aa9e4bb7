// Instances of scripts' classes. Their attributes stand in fields whose order their shape knows.
import CPosixShim
import Syntax

/// The names of an instance's attributes, shared by all instances that got the same names in the same order.
final class Shape {
  unowned(unsafe) let type: TypeObject
  let names: [Str]
  /// `names.count`, at hand.
  let count: Int
  /// A number that no other shape has, and another one once the class or a base of it changes. What a node remembers
  /// of a shape it remembers by this number.
  private(set) var id: Int
  private let index: HashTable<Identity, Int>
  private var transitions = HashTable<Identity, Shape>()

  convenience init(type: TypeObject) {
    self.init(type: type, names: [], index: HashTable())
  }

  private init(type: TypeObject, names: [Str], index: HashTable<Identity, Int>) {
    self.type = type
    self.names = names
    self.index = index
    count = names.count
    id = type.interpreter.takeShapeID()
  }

  /// Makes the nodes forget what they remember of this shape and all that follow from it.
  func renumber() {
    id = type.interpreter.takeShapeID()
    for shape in transitions.contents { shape.renumber() }
  }

  /// The field of an interned name.
  @inline(__always)
  func field(_ name: Str) -> Int? {
    index[Identity(name)]
  }

  /// The shape with one more name, which is interned.
  func adding(_ name: Str) -> Shape {
    if let known = transitions[Identity(name)] { return known }
    var index = index
    index.insert(names.count, for: Identity(name))
    let shape = Shape(type: type, names: names + [name], index: index)
    transitions.insert(shape, for: Identity(name))
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
  /// Where the attributes stand: in `inlineFields`, or in memory of their own once they are more than those.
  private(set) var fields: UnsafeMutablePointer<Value>
  private var inlineFields = (Value.unbound, Value.unbound, Value.unbound, Value.unbound)
  private var capacity = Instance.inlineCapacity
  var dictionary: Dict?
  /// The built-in part, where the class inherits from a built-in type.
  public var payload: Value
  /// Whether `__del__` has run.
  var isFinalized = false

  static var inlineCapacity: Int { 4 }

  public init(_ type: TypeObject, payload: Value = .unbound) {
    self.type = type
    shape = type.rootShape
    fields = UnsafeMutablePointer(bitPattern: MemoryLayout<Value>.alignment).unsafelyUnwrapped
    self.payload = payload
    super.init(kind: .instance)
    fields = inlinePlace
  }

  /// Takes over the attributes of an instance that is being destroyed.
  private init(reviving dying: Instance, isFinalized: Bool) {
    type = dying.type
    shape = dying.shape
    fields = dying.fields
    capacity = dying.capacity
    dictionary = dying.dictionary
    payload = dying.payload
    self.isFinalized = isFinalized
    super.init(kind: .instance)
    if capacity == Instance.inlineCapacity {
      swap(&inlineFields, &dying.inlineFields)
      fields = inlinePlace
    }
    dying.shape = nil
    dying.dictionary = nil
    dying.payload = .unbound
    dying.capacity = Instance.inlineCapacity
    dying.isFinalized = true
  }

  deinit {
    if !isFinalized, let finalizer = type.special(.__del__) {
      if ppd_stack_is_nearly_low() {
        goLater()
      } else {
        type.interpreter.finalize(Instance(reviving: self, isFinalized: true), finalizer)
      }
    } else if ppd_stack_is_low() {
      goLater()
    }
    if isWatched { Watchers.tell(self) }
    if capacity > Instance.inlineCapacity {
      if let shape { fields.deinitialize(count: shape.count) }
      fields.deallocate()
    }
  }

  /// Runs `__del__` of an instance that only garbage refers to, unless it has run.
  /// - Returns: whether it did.
  func finalize(_ interpreter: Interpreter) -> Bool {
    guard !isFinalized, let finalizer = type.special(.__del__) else { return false }
    isFinalized = true
    interpreter.finalize(self, finalizer)
    return true
  }

  /// Lets go of the attributes of an instance that only garbage refers to.
  func letGo() {
    // A class that goes with it finds no `__del__` any more.
    isFinalized = true
    if let shape {
      for field in 0..<shape.count { (fields + field).store(.none) }
    }
    dictionary = nil
  }

  private func goLater() {
    LateReleases.add { $0 = [.object(Instance(reviving: self, isFinalized: isFinalized))] }
  }

  /// A stored property of a final class stays at its address as long as the object lives.
  private var inlinePlace: UnsafeMutablePointer<Value> {
    withUnsafeMutablePointer(to: &inlineFields) { UnsafeMutableRawPointer($0).assumingMemoryBound(to: Value.self) }
  }

  /// The value of an attribute of the instance itself; nil where it has none. The name is interned.
  @inline(__always)
  public func attribute(_ name: Str) -> Value? {
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
      addField(becoming: shape.adding(name)).store(value)
    }
  }

  /// Adds the field by which `next` goes beyond the present shape; it is unbound.
  @inline(__always)
  func addField(becoming next: Shape) -> UnsafeMutablePointer<Value> {
    if next.count > capacity { grow() }
    let field = fields + (next.count &- 1)
    field.initialize(to: .unbound)
    shape = next
    return field
  }

  private func grow() {
    let count = capacity
    let larger = UnsafeMutablePointer<Value>.allocate(capacity: count * 2)
    larger.moveInitialize(from: fields, count: count)
    dropFields()
    fields = larger
    capacity = count * 2
  }

  /// Goes back to the inline fields, empty, once nothing is left in those at `fields`.
  private func dropFields() {
    if capacity > Instance.inlineCapacity { fields.deallocate() }
    fields = inlinePlace
    fields.initialize(repeating: .unbound, count: Instance.inlineCapacity)
    capacity = Instance.inlineCapacity
  }

  /// The attributes as a dictionary that stays theirs from now on.
  func materializeDictionary() -> Dict {
    if let dictionary { return dictionary }
    let dictionary = Dict()
    if let shape {
      for (field, name) in shape.names.enumerated() { dictionary[name] = fields[field] }
      fields.deinitialize(count: shape.count)
      dropFields()
      self.shape = nil
    }
    self.dictionary = dictionary
    return dictionary
  }

  /// Replaces the attributes by those of a dictionary (`obj.__dict__ = d`).
  func adopt(_ dictionary: Dict) {
    // What the old values' destruction runs (`__del__`) finds the new ones.
    let old = attributes
    if let shape {
      fields.deinitialize(count: shape.count)
      dropFields()
    }
    shape = nil
    self.dictionary = dictionary
    withExtendedLifetime(old) {}
  }

  /// The attributes in order.
  public var attributes: [(name: Str, value: Value)] {
    if let shape { return shape.names.enumerated().map { ($1, fields[$0]) } }
    return dictionary?.items.compactMap { item in item.key.str.map { ($0, item.value) } } ?? []
  }
}
