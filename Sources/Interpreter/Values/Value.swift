// The value that every expression yields, and the class of everything that does not fit in one word.
import CPosixShim

/// A Python value.
///
/// ```
///   8 bytes payload                    1 byte tag
///  +----------------------------------+-----+
///  | Int | Double | Bool | Object ref |     |     stride 16
///  +----------------------------------+-----+
/// ```
///
/// Only `object` is reference-counted: looking at an int or a float in its slot costs neither a copy nor a retain.
public enum Value {
  /// A slot without a value. Scripts never see it; as an argument of a builtin it means "not given".
  case unbound
  case none
  case ellipsis
  case notImplemented
  case bool(Bool)
  case int(Int)
  case float(Double)
  case object(Object)
}

/// Everything on the heap. `kind` says which final class it is, so that the hot paths need no dynamic cast.
open class Object {
  /// Which class an object is an instance of.
  public enum Kind: UInt8 {
    case bigInteger, str, bytes, byteArray, list, tuple, dict, set, frozenSet, range, slice
    case function, builtin, boundMethod, type, instance, module, cell, iterator, generator, exception
    case property, staticMethod, classMethod, superObject, dictView, traceback
    /// Objects of the modules, whose class overrides ``Object/nativeType(_:)``.
    case native
  }

  public final let kind: Kind
  /// Whether there are weak references to it that call somebody when it goes.
  final var isWatched = false

  #if DEBUG
    /// Debug builds have no heap in which the collector finds the objects: they tell it of themselves.
    private final var number = UInt32.max
  #endif

  public init(kind: Kind) {
    self.kind = kind
    #if DEBUG
      number = ppd_object_made(Unmanaged.passUnretained(self).toOpaque())
    #endif
  }

  deinit {
    if isWatched { Watchers.tell(self) }
    #if DEBUG
      ppd_object_gone(number)
    #endif
  }

  /// The type of an object of kind `native` or `iterator`.
  open func nativeType(_ types: Types) -> TypeObject {
    types.object
  }

  // What some objects of kind `native` can do without a look-up, since no script can change their type's methods.

  /// Begins a `with` block, as `__enter__`; nil where only that method knows how.
  open func enterBlock(_ f: Frame) throws(Raised) -> Value? { nil }

  /// Ends a `with` block that `enterBlock` began and no exception left, as `__exit__`.
  open func leaveBlock(_ f: Frame) throws(Raised) {}

  /// The number of members, as `__len__`; nil where only that method knows it.
  open var memberCount: Int? { nil }

  /// `self[key]`, as `__getitem__`; nil where only that method knows how.
  open func item(at key: Value, _ f: Frame) throws(Raised) -> Value? { nil }

  /// `self[key] = value`, as `__setitem__`; false where only that method knows how.
  open func setItem(at key: Value, _ value: Value, _ f: Frame) throws(Raised) -> Bool { false }

  /// `self.name`, a property of the type; nil where only the type knows how to read it. The name is an interned one.
  open func property(_ name: Str, _ f: Frame) throws(Raised) -> Value? { nil }

  /// `self.name = value`, likewise; false where only the type knows how to write it.
  open func setProperty(_ name: Str, _ value: Value, _ f: Frame) throws(Raised) -> Bool { false }
}

extension Value {
  @inline(__always)
  public var isUnbound: Bool {
    if case .unbound = self { return true }
    return false
  }

  @inline(__always)
  public var isNone: Bool {
    if case .none = self { return true }
    return false
  }

  /// The object, where the value is one.
  @inline(__always)
  public var object: Object? {
    if case .object(let object) = self { return object }
    return nil
  }

  /// Where the object is, nil where the value is none: to look at it without a reference of one's own.
  @inline(__always)
  var address: UnsafeMutableRawPointer? {
    guard case .object(let object) = self else { return nil }
    return Unmanaged.passUnretained(object).toOpaque()
  }

  /// The object as `type` when its kind is `kind`. The caller names the pair that belongs together.
  @inline(__always)
  func cast<T: Object>(_ kind: Object.Kind, _ type: T.Type) -> T? {
    if case .object(let object) = self, object.kind == kind { return unsafeDowncast(object, to: T.self) }
    return nil
  }

  // The exact built-in object, nil for others and for instances of subclasses. See `Value+Payload.swift` for those.
  @inline(__always) public var str: Str? { cast(.str, Str.self) }
  @inline(__always) public var bytes: Bytes? { cast(.bytes, Bytes.self) }
  @inline(__always) public var byteArray: ByteArray? { cast(.byteArray, ByteArray.self) }
  @inline(__always) public var bigInteger: BigInteger? { cast(.bigInteger, BigInteger.self) }
  @inline(__always) public var list: List? { cast(.list, List.self) }
  @inline(__always) public var tuple: Tuple? { cast(.tuple, Tuple.self) }
  @inline(__always) public var dict: Dict? { cast(.dict, Dict.self) }
  @inline(__always) public var range: RangeObject? { cast(.range, RangeObject.self) }
  @inline(__always) public var slice: Slice? { cast(.slice, Slice.self) }
  @inline(__always) public var function: Function? { cast(.function, Function.self) }
  @inline(__always) public var builtin: Builtin? { cast(.builtin, Builtin.self) }
  @inline(__always) public var boundMethod: BoundMethod? { cast(.boundMethod, BoundMethod.self) }
  @inline(__always) public var type: TypeObject? { cast(.type, TypeObject.self) }
  @inline(__always) public var instance: Instance? { cast(.instance, Instance.self) }
  @inline(__always) public var exception: ExceptionObject? { cast(.exception, ExceptionObject.self) }
  @inline(__always) public var module: ModuleObject? { cast(.module, ModuleObject.self) }
  @inline(__always) public var iterator: Iterator? { cast(.iterator, Iterator.self) }

  /// A set or a frozenset.
  @inline(__always)
  public var anySet: SetObject? {
    if case .object(let object) = self, object.kind == .set || object.kind == .frozenSet {
      return unsafeDowncast(object, to: SetObject.self)
    }
    return nil
  }

  /// An object of a module's own class, where the value is one or is an instance of a subclass of its type.
  @inline(__always)
  public func native<T: Object>(_ type: T.Type) -> T? {
    if case .object(let object) = self, Swift.type(of: object) == type { return unsafeDowncast(object, to: T.self) }
    return inheritedNative(type)
  }

  private func inheritedNative<T: Object>(_ type: T.Type) -> T? {
    guard case .object(let object) = payload else { return nil }
    return object as? T
  }

  /// Whether both are the same object (Python's `is`).
  @inline(__always)
  public func isIdentical(to other: Value) -> Bool {
    switch (self, other) {
    case (.object(let a), .object(let b)): a === b
    case (.int(let a), .int(let b)): a == b
    case (.float(let a), .float(let b)): a.bitPattern == b.bitPattern
    case (.bool(let a), .bool(let b)): a == b
    case (.none, .none), (.ellipsis, .ellipsis), (.notImplemented, .notImplemented), (.unbound, .unbound): true
    default: false
    }
  }
}
