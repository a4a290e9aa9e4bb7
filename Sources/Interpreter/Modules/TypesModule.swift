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
    WrapperDescriptorType = MethodDescriptorType = ClassMethodDescriptorType = type(str.upper)
    MethodWrapperType = type(''.upper)


    def new_class(name, bases=(), kwds=None, exec_body=None):
        namespace = {}
        if exec_body is not None:
            exec_body(namespace)
        resolved = resolve_bases(bases)
        if resolved is not bases:
            namespace['__orig_bases__'] = bases
        return type(name, resolved, namespace, **(kwds or {}))


    def resolve_bases(bases):
        resolved = []
        for base in bases:
            if isinstance(base, type) or not hasattr(base, '__mro_entries__'):
                resolved.append(base)
            else:
                resolved.extend(base.__mro_entries__(bases))
        return bases if resolved == list(bases) else tuple(resolved)


    def get_original_bases(cls, /):
        return cls.__dict__.get('__orig_bases__', cls.__bases__)


    class DynamicClassAttribute:
        """A property whose lookup on the class itself goes on to the metaclass."""

        def __init__(self, fget=None, fset=None, fdel=None, doc=None):
            self.fget = fget
            self.fset = fset
            self.fdel = fdel
            self.__doc__ = doc or fget.__doc__

        def __get__(self, instance, ownerclass=None):
            if instance is None:
                raise AttributeError()
            if self.fget is None:
                raise AttributeError('unreadable attribute')
            return self.fget(instance)

        def __set__(self, instance, value):
            if self.fset is None:
                raise AttributeError("can't set attribute")
            self.fset(instance, value)


    def coroutine(func):
        return func
    """#
}
