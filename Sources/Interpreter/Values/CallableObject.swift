// Objects of modules that can be called.

/// The base of modules' objects that scripts call. Their type's table has ``TypeBuilder/callable()``.
open class CallableObject: TypedObject {
  /// What calling the object does.
  open func call(_ f: Frame, _ arguments: CallArguments) throws(Raised) -> Value {
    .none
  }

  /// Whether the object, as an attribute of a class, becomes a method of its instances as functions do.
  open var bindsAsMethod: Bool { false }
}

extension TypeBuilder {
  /// The method `__call__` of a ``CallableObject``.
  public func callable() {
    let name = type.name.string
    method(
      "__call__", "self, /, *args, **kwargs",
      .three { f, this, arguments, keywords throws(Raised) in
        guard let callable = this.native(CallableObject.self) else {
          throw f.wrongReceiver(this, "__call__", of: name)
        }
        let named = keywords.dict?.items.compactMap { item in item.key.str.map { ($0, item.value) } } ?? []
        return try callable.call(f, CallArguments(arguments.tuple?.items ?? [], keywords: named))
      })
  }
}
