// The module `types`: names of the interpreter's own types.

enum TypesModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    let types = m.types
    let kinds: KeyValuePairs<String, Object.Kind> = [
      "FunctionType": .function, "LambdaType": .function, "BuiltinFunctionType": .builtin,
      "BuiltinMethodType": .builtin, "MethodType": .boundMethod, "ModuleType": .module, "GeneratorType": .generator,
      "CellType": .cell, "TracebackType": .traceback,
    ]
    for (name, kind) in kinds { m.constant(name, .object(types[kind])) }
    m.constant("FrameType", .object(FrameRecord.type(types)))
    m.constant("NoneType", .object(types.none))
    m.constant("EllipsisType", .object(types.ellipsis))
    m.constant("NotImplementedType", .object(types.notImplemented))
    m.constant("SimpleNamespace", .object(SimpleNamespace.type(m.frame)))
    try m.source(source)
  }

  private static let source: StaticString = #"""
    GenericAlias = type(list[int])
    UnionType = type(int | str)
    MappingProxyType = type(type.__dict__)
    WrapperDescriptorType = type(str.__add__)
    MethodDescriptorType = type(str.upper)
    ClassMethodDescriptorType = type(dict.__dict__['fromkeys'])
    MethodWrapperType = type(''.__add__)


    def new_class(name, bases=(), kwds=None, exec_body=None):
        attributes = {}
        (exec_body or list)(attributes)
        return type(name, tuple(bases), attributes, **(kwds or {}))


    def resolve_bases(bases):
        def entries(base):
            named = None if isinstance(base, type) else getattr(base, '__mro_entries__', None)
            return (base,) if named is None else named(bases)
        return tuple(entry for base in bases for entry in entries(base))


    def get_original_bases(cls, /):
        return cls.__dict__.get('__orig_bases__', cls.__bases__)


    class DynamicClassAttribute:
        """A property whose lookup on the class itself goes on to the metaclass."""

        def __init__(self, fget=None, fset=None, fdel=None, doc=None):
            vars(self).update(fget=fget, fset=fset, fdel=fdel, __doc__=doc or getattr(fget, '__doc__', None))

        def __get__(self, instance, owner=None):
            if instance is not None and self.fget is not None:
                return self.fget(instance)
            raise AttributeError('unreadable attribute' if instance is not None else '')

        def __set__(self, instance, value):
            if self.fset is not None:
                return self.fset(instance, value)
            raise AttributeError("can't set attribute")


    def coroutine(func):
        return func
    """#
}
