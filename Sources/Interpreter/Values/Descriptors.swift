// The built-in descriptors: property, staticmethod, classmethod and super.
import CPosixShim

/// A `property`.
public final class Property: Object {
  private(set) var getter: Value
  private(set) var setter: Value
  private(set) var deleter: Value
  var documentation: Value
  /// The name under which a class has it, once a class statement gave it one.
  var name: Str?

  init(getter: Value, setter: Value = .none, deleter: Value = .none, documentation: Value = .none) {
    self.getter = getter
    self.setter = setter
    self.deleter = deleter
    self.documentation = documentation
    super.init(kind: .property)
  }

  deinit {
    if ppd_stack_is_low() {
      LateReleases.add {
        $0 = [getter, setter, deleter]
        (getter, setter, deleter) = (.none, .none, .none)
      }
    }
  }
}

/// A `staticmethod` or, by its kind, a `classmethod`.
public final class WrappedMethod: Object {
  private(set) var function: Value

  init(kind: Kind, function: Value) {
    self.function = function
    super.init(kind: kind)
  }

  deinit {
    if ppd_stack_is_low() { LateReleases.add { $0 = [function]; function = .none } }
  }
}

/// What `super()` returns: attribute lookup on `receiver` that starts after `start` in the receiver's MRO.
/// `super(start)` has no receiver yet: it is a descriptor that finds one when a class attribute is read.
public final class SuperObject: Object {
  let start: TypeObject
  let receiver: Value
  /// Nil without a receiver.
  let receiverType: TypeObject?

  init(start: TypeObject, receiver: Value, receiverType: TypeObject?) {
    self.start = start
    self.receiver = receiver
    self.receiverType = receiverType
    super.init(kind: .superObject)
  }

  /// The class attribute of the nearest type after `start` that has it.
  func lookup(_ name: Str) -> Value? {
    guard let receiverType else { return nil }
    var isPast = false
    for type in receiverType.mro {
      if isPast, let value = type.attributes[name] { return value }
      if type === start { isPast = true }
    }
    return nil
  }
}
