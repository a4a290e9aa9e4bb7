// Types: built-in ones and the classes of scripts.
import Syntax

/// A type. Attribute lookup walks the C3 linearisation in `mro`.
public final class TypeObject: Object {
  /// Makes a fresh object of type `cls` (this type or a subclass), as `__new__` does.
  public typealias New = (Frame, TypeObject, Arguments) throws(Raised) -> Value

  public internal(set) var name: Str
  var qualifiedName: Str
  public internal(set) var moduleName: Str
  var bases: [TypeObject]
  /// Itself first.
  var mro: [TypeObject] = []
  /// What the class body or the type's table defined.
  public let attributes: Dict
  /// What built-in types do to make an object; nil where the type cannot be called.
  var new: New?
  /// Makes an empty object that `__init__` fills; the payload of a subclass' instances comes from it.
  var blank: ((Frame, TypeObject) throws(Raised) -> Value)?
  /// What `new` makes of one argument, for types whose calls are many: no argument list is made for it.
  var newFromOne: ((Frame, Value) throws(Raised) -> Value)?
  /// Parameters of `new`, as written.
  var newSignatureText = ""
  /// The parsed parameters, from the first call that needs them.
  lazy var newSignature = Signature(parsing: newSignatureText, isConstructor: true)
  /// Whether scripts may inherit from it.
  var isSubclassable = true
  /// Whether a script's class statement made it.
  let isHeapType: Bool
  /// The type of the type itself, where it is not just `type`.
  var metatype: TypeObject?
  /// Whether its abstract methods forbid instances: classes that inherit from `abc.ABC`.
  var isAbstractBase = false
  /// The names of methods that subclasses still have to define.
  var abstractMethods: [Str] = []
  /// Whether classes that have this type for their metaclass are abstract base classes.
  public var isAbstractMetatype = false
  /// Whether messages name it with its module, as CPython does for types of modules written in C.
  var isNamedWithModule = false
  /// Whether it is a metaclass of the library.
  var isMetatype = false
  /// What a metaclass does with each class that is made, given what the class body defined.
  var classMade: ((Frame, TypeObject, Dict) throws(Raised) -> Void)?
  /// Classes that were registered as subclasses of this abstract base class.
  var virtualSubclasses: [TypeObject] = []
  /// Names that `__slots__` allows, nil where instances have a `__dict__`.
  var slotNames: Set<String>?
  /// Whether instances have slots and a `__dict__` that does not show them.
  private(set) lazy var keepsSlotsApart =
    nativeBase == nil && allSlotNames == nil && !slotMembers.isSubset(of: ["__dict__", "__weakref__"])
  /// Shape of an instance without attributes.
  private(set) lazy var rootShape: Shape = {
    hasShapes = true
    return Shape(type: self)
  }()
  private var hasShapes = false
  /// Subclasses that are alive, so that a change in a class reaches their caches.
  ///
  /// Each takes itself out when it goes. (Weak references would do the same, but an object that has ever had one pays
  /// for it with every retain and release.)
  private var subclasses: [Unmanaged<TypeObject>] = []
  /// Lookups that were made since this class or one of its bases last changed.
  private var cache = HashTable<Identity, Value?>()
  /// A new number whenever this class or one of its bases changes.
  private(set) var version = 0
  /// The interpreter that owns the type.
  let interpreter: Interpreter

  init(
    name: Str, bases: [TypeObject], attributes: Dict, isHeapType: Bool, moduleName: Str, interpreter: Interpreter
  ) {
    self.name = name
    qualifiedName = name
    self.bases = bases
    self.attributes = attributes
    self.isHeapType = isHeapType
    self.moduleName = moduleName
    self.interpreter = interpreter
    super.init(kind: .type)
    for base in bases { base.subclasses.append(Unmanaged.passUnretained(self)) }
  }

  deinit {
    for base in bases { base.forget(self) }
  }

  private func forget(_ subclass: TypeObject) {
    subclasses.removeAll { $0.toOpaque() == Unmanaged.passUnretained(subclass).toOpaque() }
  }

  /// The attribute of the type or of the nearest base that has it; nil where none does.
  public func lookup(_ name: Str) -> Value? {
    if name.isInterned {
      if let known = cache[Identity(name)] { return known }
      let found = search(name)
      cache.insert(found, for: Identity(name))
      return found
    }
    return search(name)
  }

  private func search(_ name: Str) -> Value? {
    for type in mro {
      if let value = type.attributes[name] { return value }
    }
    return nil
  }

  /// Sets or, with nil, deletes an attribute of the type.
  func setAttribute(_ name: Str, _ value: Value?) {
    attributes[name] = value
    changed()
  }

  /// What is known of a special name. (The collector reads it as a value: it is as large as one.)
  enum Special {
    case unknown
    case missing
    case found(Value)
  }

  private var specials: [Special] = []

  /// The method of a special name; nil where the type and its bases have none.
  @inline(__always)
  func special(_ name: SpecialName) -> Value? {
    if specials.isEmpty { specials = Array(repeating: .unknown, count: SpecialName.count) }
    switch specials[name.number] {
    case .found(let value): return value
    case .missing: return nil
    case .unknown:
      let value = lookup(interpreter.names[name])
      specials[name.number] = value.map { .found($0) } ?? .missing
      return value
    }
  }

  private enum Making {
    case unknown
    case plain
    case special
  }

  private var making = Making.unknown
  private var knownInitializer: Function?

  /// Whether a call of the type makes an instance that has nothing but attributes, and calls at most ``initializer``.
  @inline(__always)
  var isMadePlainly: Bool {
    if case .unknown = making { learnMaking() }
    return making == .plain
  }

  /// The `__init__` of a type that is made plainly, where it has one.
  @inline(__always)
  var initializer: Function? { knownInitializer }

  private func learnMaking() {
    making = .special
    guard isHeapType, metatype == nil, nativeBase == nil, abstractMethods.isEmpty,
      special(.__new__)?.isIdentical(to: interpreter.objectNew) ?? true, let initializer = special(.__init__)
    else { return }
    if let function = initializer.function {
      knownInitializer = function
    } else if !initializer.isIdentical(to: interpreter.objectInit) {
      return
    }
    making = .plain
  }

  private func changed() {
    making = .unknown
    knownInitializer = nil
    cache.removeAll()
    specials.removeAll(keepingCapacity: true)
    version += 1
    if hasShapes { rootShape.renumber() }
    for subclass in subclasses { subclass.takeUnretainedValue().changed() }
  }

  /// Lets go of what ties a class into cycles that only garbage refers to.
  func letGo() {
    cache = HashTable()
    specials = []
    making = .special
    knownInitializer = nil
    virtualSubclasses = []
    // Its instances find nothing any more, and itself stands first there.
    mro = []
  }

  var liveSubclasses: [TypeObject] { subclasses.map { $0.takeUnretainedValue() } }

  /// The built-in type, other than `object`, that says how the type's objects are made.
  private(set) lazy var nativeBase: TypeObject? = mro.first {
    !$0.isHeapType && ($0.blank != nil || $0.new != nil) && $0.mro.count > 1
  }

  /// The built-in type whose `__new__` makes the objects: itself, or the first that has one among its bases.
  private(set) lazy var constructor: TypeObject? = mro.first {
    !$0.isHeapType && $0.attributes[interpreter.names[.__new__]]?.builtin?.constructs === $0
  }

  /// Whether its objects are exceptions.
  private(set) lazy var isException: Bool = isSubtype(of: interpreter.types[.BaseException])

  /// The name as messages give it.
  var messageName: String { isNamedWithModule ? "\(moduleName.string).\(name.string)" : name.string }

  /// Whether this type is `other` or inherits from it.
  public func isSubtype(of other: TypeObject) -> Bool {
    self === other || mro.contains { $0 === other }
  }
}
