// Metaclasses of the library: types of classes, written in Python with the help of one function here.

extension ModuleBuilder {
  /// Gives the module the decorator `_native`, for classes that are written in C in CPython: messages name them with
  /// the module.
  func nativeClasses() {
    function("_native", "cls, /", .one { (f, type) throws(Raised) in
      type.type?.isNamedWithModule = true
      return type
    })
  }

  /// Gives the module `_metatype(name, methods, made=None)`, which makes a metaclass: the methods of a class whose
  /// instances are classes, and a function that each new class is shown (with what its body defined) before anybody
  /// else sees it.
  func metatypes(isAbstract: Bool = false) {
    let module = module
    function("_metatype", "name, methods, made=None, /", .three { (f, name, methods, made) throws(Raised) in
      guard let name = name.str, let methods = methods.dict else {
        throw f.typeError("_metatype() takes a name and a dict")
      }
      let type = TypeObject(
        name: f.interpreter.intern(name), bases: [f.types.type], attributes: Dict(), isHeapType: true,
        moduleName: module.name, interpreter: f.interpreter)
      type.mro = [type] + f.types.type.mro
      type.isMetatype = true
      type.isAbstractMetatype = isAbstract
      for item in methods.items { try type.attributes.set(item.key, item.value, f) }
      if !made.isUnbound, !made.isNone {
        type.classMade = { (f, type, namespace) throws(Raised) in
          _ = try f.call(made, .object(type), .object(namespace))
        }
      }
      return .object(type)
    })
  }
}
