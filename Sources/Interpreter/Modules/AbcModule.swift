// The module `abc`: abstract base classes.

enum AbcModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.metatypes(isAbstract: true)
    m.function("_register", "cls, subclass, /", .two { (f, base, subclass) throws(Raised) in
      guard let base = base.type, let type = subclass.type else { throw f.typeError("Can only register classes") }
      if type.isSubtype(of: base) { return subclass }
      if try f.isSubclass(.object(base), subclass) {
        throw f.runtimeError("Refusing to create an inheritance cycle")
      }
      base.virtualSubclasses.append(type)
      return subclass
    })
    try m.source(AbcModule.source)
  }

  private static let source: StaticString = #"""
    def _class_repr(cls):
        return f"<class '{cls.__module__}.{cls.__qualname__}'>"


    ABCMeta = _metatype('ABCMeta', {
        'register': lambda cls, subclass: _register(cls, subclass),
        '__instancecheck__': lambda cls, instance: isinstance(instance, cls),
        '__subclasscheck__': lambda cls, subclass: issubclass(subclass, cls),
    })


    class ABC(metaclass=ABCMeta):
        __slots__ = ()


    def abstractmethod(funcobj):
        funcobj.__isabstractmethod__ = True
        return funcobj


    class abstractclassmethod(classmethod):
        __isabstractmethod__ = True

        def __init__(self, callable):
            callable.__isabstractmethod__ = True
            super().__init__(callable)


    class abstractstaticmethod(staticmethod):
        __isabstractmethod__ = True

        def __init__(self, callable):
            callable.__isabstractmethod__ = True
            super().__init__(callable)


    class abstractproperty(property):
        __isabstractmethod__ = True


    def get_cache_token():
        return 0


    def update_abstractmethods(cls):
        return cls
    """#
}
