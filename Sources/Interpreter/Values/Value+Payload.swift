// Instances of classes that inherit from a built-in type: the built-in part is the instance's payload.

extension Value {
  /// The built-in value in an instance of a subclass of a built-in type (`class Stack(list)`); the value itself for
  /// all others. Methods of built-in types read their `self` and their arguments through this.
  @inline(__always)
  public var payload: Value {
    if case .object(let object) = self, object.kind == .instance {
      let payload = unsafeDowncast(object, to: Instance.self).payload
      return payload.isUnbound ? self : payload
    }
    return self
  }
}
