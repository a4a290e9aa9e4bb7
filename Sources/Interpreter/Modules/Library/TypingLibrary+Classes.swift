// `typing`: generic classes, protocols, named tuples and functions.

extension TypingLibrary {
  static let classes: StaticString = #"""
    class Generic:
        __slots__ = ()

        def __class_getitem__(cls, params):
            params = params if isinstance(params, tuple) else (params,)
            known = getattr(cls, '__parameters__', None)
            # A base like dict answers without a look at the parameters.
            is_own = not any(base.__module__ == 'builtins' and base is not object for base in cls.__mro__)
            if is_own and known and all(type(each) is TypeVar and not each.has_default() for each in known):
                if len(params) != len(known):
                    amount = 'many' if len(params) > len(known) else 'few'
                    raise TypeError(f'Too {amount} arguments for {cls}; actual {len(params)}, expected {len(known)}')
            return _GenericOf(cls, params)

        def __init_subclass__(cls, **kwargs):
            super().__init_subclass__(**kwargs)
            bases = cls.__dict__.get('__orig_bases__', ())
            named = [base for base in bases if getattr(base, '__origin__', None) is Generic]
            cls.__parameters__ = _parameters(named or bases)


    class _GenericOf(_Alias):
        def __mro_entries__(self, bases):
            return (self.__origin__,)


    def _generic_base(params):
        """The last base of `class C[T]`."""
        return Generic[tuple(Unpack[each] if isinstance(each, TypeVarTuple) else each for each in params)]


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


    class NewType(_Joinable):
        def __init__(self, name, tp):
            self.__qualname__ = name
            self.__name__ = name.rpartition('.')[2]
            self.__supertype__ = tp
            self.__module__ = '__main__'

        def __call__(self, x, /):
            return x

        def __repr__(self):
            return f'{self.__module__}.{self.__qualname__}'


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
        """The annotations of a class and its bases, of a function or of a module; texts are evaluated."""
        hints = {}
        for owner in reversed(obj.__mro__) if isinstance(obj, type) else [obj]:
            names, local = _names_around(owner)
            names = names if globalns is None else globalns
            for name, value in _own_annotations(owner).items():
                if isinstance(value, str):
                    value = eval(value, names, local if localns is None else localns)
                if not include_extras and get_origin(value) is Annotated:
                    value = value.__origin__
                hints[name] = type(None) if value is None else value
        return hints


    def _own_annotations(owner):
        if isinstance(owner, type):
            return owner.__dict__.get('__annotations__', {})
        return getattr(owner, '__annotations__', {})


    def _names_around(owner):
        """The names that the annotations of an object may use: its module's, and for a class its own."""
        import sys
        if isinstance(owner, type):
            return vars(sys.modules.get(owner.__module__, sys)), vars(owner)
        if isinstance(owner, type(sys)):
            return vars(owner), None
        while hasattr(owner, '__wrapped__'):
            owner = owner.__wrapped__
        return getattr(owner, '__globals__', {}), None


    def is_typeddict(tp):
        return isinstance(tp, type) and tp is not TypedDict and issubclass(tp, TypedDict)


    for _name, _method in (('SupportsInt', '__int__'), ('SupportsFloat', '__float__'), ('SupportsAbs', '__abs__'),
                           ('SupportsBytes', '__bytes__'), ('SupportsRound', '__round__')):
        globals()[_name] = _NamedAlias(_name, object)
    del _name, _origin, _method

    IO = TextIO = BinaryIO = _Form('IO')
    """#
}
