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
    ABCMeta = _metatype('ABCMeta', {
        'register': lambda cls, subclass: _register(cls, subclass),
    })


    class ABC(metaclass=ABCMeta):
        __slots__ = ()


    def abstractmethod(funcobj):
        setattr(funcobj, '__isabstractmethod__', True)
        return funcobj


    def _abstract(kind):
        """A method wrapper of some kind, whose functions are abstract."""
        def wrap(self, function):
            kind.__init__(self, abstractmethod(function))
        name = 'abstract' + kind.__name__
        return type(name, (kind,), {'__module__': 'abc', '__init__': wrap, '__isabstractmethod__': True})


    abstractclassmethod = _abstract(classmethod)
    abstractstaticmethod = _abstract(staticmethod)
    abstractproperty = type('abstractproperty', (property,), {'__module__': 'abc', '__isabstractmethod__': True})
    get_cache_token = lambda: 0
    update_abstractmethods = lambda cls: cls
    """#
}
