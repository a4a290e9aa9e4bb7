// `typing`: type hints are accepted and kept, and nothing checks them.

enum TypingLibrary {
  static let source: StaticString = #"""
    import collections
    import collections.abc
    import contextlib
    from abc import ABCMeta, abstractmethod
    from types import GenericAlias, UnionType

    TYPE_CHECKING = False


    def _text(item):
        if isinstance(item, type) and not isinstance(item, GenericAlias):
            if item.__module__ == 'builtins':
                return item.__qualname__
            return f'{item.__module__}.{item.__qualname__}'
        if item is ...:
            return '...'
        if isinstance(item, list):
            return '[' + ', '.join(map(_text, item)) + ']'
        if item is None or item is type(None):
            return 'None'
        return repr(item)


    class _Joinable:
        """What makes a union by `|`."""
        __or__ = lambda self, other: Union[self, other]
        __ror__ = lambda self, other: Union[other, self]


    class _Form(_Joinable):
        """A name of the type language, such as Any or ClassVar, which may be subscribed."""

        def __init__(self, name, doc=''):
            self._name = name
            self.__doc__ = doc

        def __repr__(self):
            return 'typing.' + self._name

        def __getitem__(self, item):
            return _Alias(self, item if isinstance(item, tuple) else (item,))

        def __call__(self, *args, **kwargs):
            raise TypeError(f'Cannot instantiate {self!r}')

        def __mro_entries__(self, bases):
            raise TypeError(f'Cannot subclass {self!r}')

        def __instancecheck__(self, instance):
            raise TypeError(f'{self!r} cannot be used with isinstance()')

        def __subclasscheck__(self, subclass):
            raise TypeError(f'{self!r} cannot be used with issubclass()')


    class _Alias(_Joinable):
        """A form with its arguments: ClassVar[int], List[str]."""

        def __init__(self, origin, args, name=None):
            self.__origin__ = origin
            self.__args__ = args
            self._name = name or getattr(origin, '_name', None)
            self.__parameters__ = _parameters(args)

        def __repr__(self):
            name = f'typing.{self._name}' if self._name else _text(self.__origin__)
            return f'{name}[{", ".join(map(_text, self.__args__))}]'

        def __eq__(self, other):
            if not isinstance(other, _Alias):
                return NotImplemented
            return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

        def __hash__(self):
            return hash((self.__origin__, self.__args__))

        def __getitem__(self, item):
            items = item if isinstance(item, tuple) else (item,)
            given = dict(zip(self.__parameters__, items))
            return type(self)(self.__origin__, tuple(_replaced(arg, given) for arg in self.__args__), self._name)

        def __call__(self, *args, **kwargs):
            return self.__origin__(*args, **kwargs)

        def __mro_entries__(self, bases):
            if isinstance(self.__origin__, _Form):
                raise TypeError(f'Cannot subclass {self!r}')
            entries = [self.__origin__]
            if self._name and not any(base is Generic for base in bases):
                entries.append(Generic)
            return tuple(entries)

        def __getattr__(self, name):
            if name.startswith('__') and name.endswith('__'):
                raise AttributeError(name)
            return getattr(self.__origin__, name)

        def __instancecheck__(self, instance):
            raise TypeError('Subscripted generics cannot be used with class and instance checks')

        __subclasscheck__ = __instancecheck__


    def _parameters(args):
        found = []
        for arg in args:
            for each in [arg] if isinstance(arg, _Parameter) else getattr(arg, '__parameters__', ()):
                if each not in found:
                    found.append(each)
        return tuple(found)


    def _replaced(arg, given):
        if isinstance(arg, _Parameter):
            return given.get(arg, arg)
        inner = getattr(arg, '__parameters__', ())
        return arg[tuple(given.get(each, each) for each in inner)] if inner else arg


    class _NamedAlias(_Joinable):
        """List, Dict, Iterable …: another name of a class, which may be subscribed."""

        def __init__(self, name, origin):
            self._name = name
            self.__origin__ = origin

        def __repr__(self):
            return 'typing.' + self._name

        def __getitem__(self, item):
            return _Alias(self.__origin__, item if isinstance(item, tuple) else (item,), self._name)

        def __call__(self, *args, **kwargs):
            return self.__origin__(*args, **kwargs)

        def __mro_entries__(self, bases):
            return (self.__origin__,)

        def __instancecheck__(self, instance):
            return isinstance(instance, self.__origin__)

        def __subclasscheck__(self, subclass):
            return issubclass(subclass, self.__origin__)


    class _CallableAlias(_NamedAlias):
        def __getitem__(self, item):
            parameters, result = item
            args = (*parameters, result) if isinstance(parameters, list) else (parameters, result)
            return _CallableOf(self.__origin__, args, self._name)


    class _CallableOf(_Alias):
        def __repr__(self):
            *parameters, result = self.__args__
            shown = '...' if parameters == [...] else '[' + ', '.join(map(_text, parameters)) + ']'
            return f'typing.Callable[{shown}, {_text(result)}]'


    class _UnionForm(_Form):
        def __getitem__(self, item):
            items = []
            for each in item if isinstance(item, tuple) else (item,):
                for part in each.__args__ if isinstance(each, (_UnionOf, UnionType)) else (each,):
                    part = type(None) if part is None else part
                    if part not in items:
                        items.append(part)
            return items[0] if len(items) == 1 else _UnionOf(Union, tuple(items), 'Union')


    class _UnionOf(_Alias):
        def __repr__(self):
            if len(self.__args__) == 2 and type(None) in self.__args__:
                rest = [arg for arg in self.__args__ if arg is not type(None)]
                return f'typing.Optional[{_text(rest[0])}]'
            return f'typing.Union[{", ".join(map(_text, self.__args__))}]'

        def __eq__(self, other):
            return isinstance(other, _UnionOf) and set(self.__args__) == set(other.__args__)

        def __hash__(self):
            return hash(frozenset(self.__args__))

        def __instancecheck__(self, instance):
            return isinstance(instance, self.__args__)

        def __subclasscheck__(self, subclass):
            return issubclass(subclass, self.__args__)


    class _OptionalForm(_Form):
        def __getitem__(self, item):
            return Union[item, None]


    class _LiteralForm(_Form):
        def __getitem__(self, item):
            return _LiteralOf(self, item if isinstance(item, tuple) else (item,))


    class _LiteralOf(_Alias):
        def __repr__(self):
            return f'typing.Literal[{", ".join(map(repr, self.__args__))}]'


    class _AnnotatedForm(_Form):
        def __getitem__(self, item):
            return _AnnotatedOf(item[0], item[1:])


    class _AnnotatedOf(_Alias):
        def __init__(self, origin, metadata):
            super().__init__(origin, (origin,), 'Annotated')
            self.__metadata__ = metadata

        def __repr__(self):
            return f'typing.Annotated[{_text(self.__origin__)}, {", ".join(map(repr, self.__metadata__))}]'


    _AnyType = _metatype('_AnyMeta', {'__repr__': lambda cls: 'typing.Any' if cls is Any else type.__repr__(cls)})


    class Any(metaclass=_AnyType):
        def __new__(cls, *args, **kwargs):
            if cls is not Any:
                return super().__new__(cls)
            raise TypeError('Any cannot be instantiated')


    Union = _UnionForm('Union')
    Optional = _OptionalForm('Optional')
    Literal = _LiteralForm('Literal')
    Annotated = _AnnotatedForm('Annotated')
    for _name in ('ClassVar', 'Final', 'NoReturn', 'Never', 'Self', 'LiteralString', 'TypeAlias', 'Concatenate',
                  'TypeGuard', 'TypeIs', 'Required', 'NotRequired', 'ReadOnly', 'Unpack'):
        globals()[_name] = _Form(_name)

    for _name, _origin in (
            ('List', list), ('Dict', dict), ('Set', set), ('FrozenSet', frozenset), ('Tuple', tuple), ('Type', type),
            ('Deque', collections.deque), ('DefaultDict', collections.defaultdict),
            ('OrderedDict', collections.OrderedDict), ('Counter', collections.Counter),
            ('ChainMap', collections.ChainMap), ('ContextManager', contextlib.AbstractContextManager),
            ('AbstractSet', collections.abc.Set)):
        globals()[_name] = _NamedAlias(_name, _origin)
    for _name in ('Awaitable', 'Hashable', 'Iterable', 'Iterator', 'Generator', 'Reversible', 'Sized', 'Container',
                  'Collection', 'MutableSet', 'Mapping', 'MutableMapping', 'MappingView', 'KeysView', 'ItemsView',
                  'ValuesView', 'Sequence', 'MutableSequence'):
        globals()[_name] = _NamedAlias(_name, getattr(collections.abc, _name))
    Callable = _CallableAlias('Callable', collections.abc.Callable)
    Text = str


    class _NoDefaultType:
        def __repr__(self):
            return 'typing.NoDefault'


    NoDefault = _NoDefaultType()


    class _Parameter(_Joinable):
        """What is common to type variables, their tuples and parameter specifications."""

        def __init__(self, name, *, default=NoDefault):
            self.__name__ = name
            self._default = lambda: default

        def __repr__(self):
            if self.__infer_variance__:
                return self.__name__
            return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__

        @property
        def __default__(self):
            return self._default()

        def has_default(self):
            return self.__default__ is not NoDefault

        def __typing_subst__(self, arg):
            return arg

        def __mro_entries__(self, bases):
            raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')


    class TypeVar(_Parameter):
        def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False,
                     infer_variance=False, default=NoDefault):
            super().__init__(name, default=default)
            if len(constraints) == 1:
                raise TypeError('A single constraint is not allowed')
            if covariant and contravariant:
                raise ValueError('Bivariant types are not supported.')
            if constraints and bound is not None:
                raise TypeError('Constraints cannot be combined with bound=...')
            self._bound = lambda: bound
            self._constraints = lambda: constraints
            self.__covariant__ = covariant
            self.__contravariant__ = contravariant
            self.__infer_variance__ = infer_variance

        @property
        def __bound__(self):
            return self._bound()

        @property
        def __constraints__(self):
            return self._constraints()


    class ParamSpec(_Parameter):
        def __init__(self, name, *, bound=None, covariant=False, contravariant=False, infer_variance=False,
                     default=NoDefault):
            super().__init__(name, default=default)
            self.__bound__ = bound
            self.__covariant__ = covariant
            self.__contravariant__ = contravariant
            self.__infer_variance__ = infer_variance

        @property
        def args(self):
            return _Form(self.__name__ + '.args')

        @property
        def kwargs(self):
            return _Form(self.__name__ + '.kwargs')


    class TypeVarTuple(_Parameter):
        __infer_variance__ = True

        def __iter__(self):
            yield Unpack[self]


    def _type_parameter(kind, name, module, bound, constrained, default):
        """A parameter of `def f[T]()` and the like. What is written about it comes as functions without arguments."""
        made = globals()[kind](name) if kind == 'TypeVarTuple' else globals()[kind](name, infer_variance=True)
        made.__module__ = module
        if bound is not None:
            setattr(made, '_constraints' if constrained else '_bound', bound)
        if default is not None:
            made._default = default
        return made


    AnyStr = TypeVar('AnyStr', bytes, str)
    """#
}
