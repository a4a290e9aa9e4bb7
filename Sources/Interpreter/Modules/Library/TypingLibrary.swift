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


    class _Form:
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

        def __or__(self, other):
            return Union[self, other]

        def __ror__(self, other):
            return Union[other, self]


    class _Alias:
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

        def __or__(self, other):
            return Union[self, other]

        def __ror__(self, other):
            return Union[other, self]


    def _parameters(args):
        found = []
        for arg in args:
            for each in [arg] if isinstance(arg, TypeVar) else getattr(arg, '__parameters__', ()):
                if each not in found:
                    found.append(each)
        return tuple(found)


    def _replaced(arg, given):
        if isinstance(arg, TypeVar):
            return given.get(arg, arg)
        inner = getattr(arg, '__parameters__', ())
        return arg[tuple(given.get(each, each) for each in inner)] if inner else arg


    class _NamedAlias:
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

        def __or__(self, other):
            return Union[self, other]

        def __ror__(self, other):
            return Union[other, self]


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
            if cls is Any:
                raise TypeError('Any cannot be instantiated')
            return super().__new__(cls)


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


    class TypeVar:
        def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False,
                     infer_variance=False, default=None):
            self.__name__ = name
            self.__constraints__ = constraints
            self.__bound__ = bound
            self.__covariant__ = covariant
            self.__contravariant__ = contravariant
            self.__default__ = default

        def __repr__(self):
            return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__

        def __or__(self, other):
            return Union[self, other]

        def __ror__(self, other):
            return Union[other, self]


    class ParamSpec(TypeVar):
        @property
        def args(self):
            return _Form(self.__name__ + '.args')

        @property
        def kwargs(self):
            return _Form(self.__name__ + '.kwargs')


    class TypeVarTuple(TypeVar):
        def __iter__(self):
            yield Unpack[self]


    AnyStr = TypeVar('AnyStr', bytes, str)


    class Generic:
        """Abstract base class for generic types."""
        __slots__ = ()

        def __class_getitem__(cls, params):
            params = params if isinstance(params, tuple) else (params,)
            return _GenericOf(cls, params)


    class _GenericOf(_Alias):
        def __mro_entries__(self, bases):
            return (self.__origin__,)


    class SupportsIndex(metaclass=ABCMeta):
        @abstractmethod
        def __index__(self):
            pass


    class Protocol(Generic, metaclass=ABCMeta):
        __slots__ = ()
        _is_protocol = True
        _is_runtime_protocol = False

        def __init_subclass__(cls, **kwargs):
            super().__init_subclass__(**kwargs)
            cls._is_protocol = Protocol in cls.__bases__
            if cls._is_protocol and '__init__' not in cls.__dict__:
                cls.__init__ = _no_protocol_init

        @classmethod
        def __subclasshook__(cls, subclass):
            if not cls.__dict__.get('_is_protocol', False) or cls is Protocol:
                return NotImplemented
            if not cls.__dict__.get('_is_runtime_protocol', False):
                raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
            needed = {name for base in cls.__mro__ if base.__dict__.get('_is_protocol') and base is not Protocol
                      for name in [*base.__dict__, *base.__dict__.get('__annotations__', ())]
                      if not name.startswith('_is_') and (not name.startswith('__') or name in _protocol_dunders)}
            return all(any(name in base.__dict__ or name in base.__dict__.get('__annotations__', ())
                           for base in subclass.__mro__) for name in needed) or NotImplemented


    _protocol_dunders = {'__call__', '__len__', '__iter__', '__next__', '__getitem__', '__setitem__', '__contains__',
                         '__enter__', '__exit__', '__lt__', '__add__', '__int__', '__float__', '__index__'}


    def _no_protocol_init(self, *args, **kwargs):
        if type(self)._is_protocol:
            raise TypeError('Protocols cannot be instantiated')


    def runtime_checkable(cls):
        if not cls.__dict__.get('_is_protocol', False):
            raise TypeError('@runtime_checkable can be only applied to protocol classes, got %r' % cls)
        cls._is_runtime_protocol = True
        return cls


    # Named tuples and typed dicts

    class _NamedTupleForm:
        def __mro_entries__(self, bases):
            return (_NamedTuple,)

        def __call__(self, typename, fields=(), /, **kwargs):
            made = collections.namedtuple(typename, [name for name, kind in fields])
            made.__annotations__ = dict(fields)
            return made

        def __repr__(self):
            return '<function NamedTuple>'


    NamedTuple = _NamedTupleForm()


    class _NamedTuple(tuple):
        """Base of the classes that inherit from NamedTuple."""
        __slots__ = ()

        def __init_subclass__(cls, **kwargs):
            if _NamedTuple not in cls.__bases__:
                return
            names = list(cls.__dict__.get('__annotations__', {}))
            defaults = {}
            for name in names:
                if name in cls.__dict__:
                    defaults[name] = cls.__dict__[name]
                elif defaults:
                    last = list(defaults)[-1]
                    raise TypeError(f'Non-default namedtuple field {name} cannot follow default field {last}')
            plain = collections.namedtuple(cls.__name__, names, defaults=list(defaults.values()))
            for name in ('__new__', '__repr__', '_make', '_replace', '_asdict', '_fields', '_field_defaults',
                         '__match_args__', '__getnewargs__', *names):
                if name in plain.__dict__ and (name in names or name not in cls.__dict__):
                    setattr(cls, name, plain.__dict__[name])


    class TypedDict(dict):
        def __init_subclass__(cls, total=True, **kwargs):
            cls.__total__ = total
            cls.__required_keys__ = frozenset(cls.__dict__.get('__annotations__', ())) if total else frozenset()
            cls.__optional_keys__ = frozenset() if total else frozenset(cls.__dict__.get('__annotations__', ()))

        def __new__(cls, *args, **kwargs):
            return dict(*args, **kwargs)


    class NewType:
        def __init__(self, name, tp):
            self.__qualname__ = name
            self.__name__ = name.rpartition('.')[2]
            self.__supertype__ = tp
            self.__module__ = '__main__'

        def __call__(self, x, /):
            return x

        def __repr__(self):
            return f'{self.__module__}.{self.__qualname__}'

        def __or__(self, other):
            return Union[self, other]

        def __ror__(self, other):
            return Union[other, self]


    class ForwardRef:
        def __init__(self, arg):
            self.__forward_arg__ = arg

        def __repr__(self):
            return f'ForwardRef({self.__forward_arg__!r})'


    # Functions

    def cast(typ, val):
        return val


    def assert_type(val, typ, /):
        return val


    def assert_never(arg, /):
        value = repr(arg)
        if len(value) > 100:
            value = value[:100] + '...'
        raise AssertionError(f'Expected code to be unreachable, but got: {value}')


    def reveal_type(obj, /):
        import sys
        print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
        return obj


    def overload(func):
        def placeholder(*args, **kwds):
            raise NotImplementedError(
                'You should not call an overloaded function. A series of @overload-decorated functions outside a '
                'stub module should always be followed by an implementation that is not @overload-ed.')
        return placeholder


    def final(f):
        try:
            f.__final__ = True
        except (AttributeError, TypeError):
            pass
        return f


    def override(method, /):
        try:
            method.__override__ = True
        except (AttributeError, TypeError):
            pass
        return method


    def no_type_check(arg):
        return arg


    def dataclass_transform(**kwargs):
        return lambda cls_or_fn: cls_or_fn


    def get_origin(tp):
        if isinstance(tp, _AnnotatedOf):
            return Annotated
        if isinstance(tp, UnionType):
            return UnionType
        return getattr(tp, '__origin__', None)


    def get_args(tp):
        if isinstance(tp, _AnnotatedOf):
            return (tp.__origin__, *tp.__metadata__)
        args = getattr(tp, '__args__', ())
        if isinstance(tp, _CallableOf) and args[0] is not ...:
            return list(args[:-1]), args[-1]
        return args


    def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
        hints = {}
        owners = reversed(obj.__mro__) if isinstance(obj, type) else [obj]
        for owner in owners:
            annotations = owner.__dict__.get('__annotations__', {}) if isinstance(owner, type) else getattr(
                owner, '__annotations__', {})
            for name, value in annotations.items():
                hints[name] = type(None) if value is None else value
        return hints


    def is_typeddict(tp):
        return isinstance(tp, type) and tp is not TypedDict and issubclass(tp, TypedDict)


    for _name, _method in (('SupportsInt', '__int__'), ('SupportsFloat', '__float__'), ('SupportsAbs', '__abs__'),
                           ('SupportsBytes', '__bytes__'), ('SupportsRound', '__round__')):
        globals()[_name] = _NamedAlias(_name, object)
    del _name, _origin, _method

    IO = TextIO = BinaryIO = _Form('IO')
    """#
}
