// `dataclasses`.

enum DataclassesLibrary {
  static let source: StaticString = #"""
    import abc
    import copy
    from types import GenericAlias, MappingProxyType

    __all__ = [
        'dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict',
        'astuple', 'make_dataclass', 'replace', 'is_dataclass',
    ]


    class FrozenInstanceError(AttributeError):
        pass


    class _HasDefaultFactory:
        def __repr__(self):
            return '<factory>'


    class _Missing:
        pass


    class _KwOnly:
        pass


    _HAS_DEFAULT_FACTORY = _HasDefaultFactory()
    MISSING = _Missing()
    KW_ONLY = _KwOnly()
    _FIELDS = '__dataclass_fields__'
    _PARAMS = '__dataclass_params__'
    _NOTHING = MappingProxyType({})


    # What becomes of an annotated name.
    _FIELD, _CLASSVAR, _INITVAR = '_FIELD', '_FIELD_CLASSVAR', '_FIELD_INITVAR'


    class InitVar:
        __slots__ = 'type',

        def __class_getitem__(cls, kind):
            made = cls()
            made.type = kind
            return made

        def __repr__(self):
            return f'dataclasses.InitVar[{getattr(self.type, "__name__", self.type)}]'


    class Field:
        __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata',
                     'kw_only', '_field_type')

        def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
            metadata = _NOTHING if metadata is None else MappingProxyType(metadata)
            values = None, None, default, default_factory, repr, hash, init, compare, metadata, kw_only, None
            for name, value in zip(Field.__slots__, values):
                setattr(self, name, value)

        def __repr__(self):
            return (f'Field(name={self.name!r},type={self.type!r},default={self.default!r},'
                    f'default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},'
                    f'hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},'
                    f'kw_only={self.kw_only!r},_field_type={self._field_type})')

        def __set_name__(self, owner, name):
            # A default that is a descriptor learns its name too.
            if hasattr(type(self.default), '__set_name__'):
                type(self.default).__set_name__(self.default, owner, name)

        __class_getitem__ = classmethod(GenericAlias)


    class _Params:
        __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen', 'match_args', 'kw_only', 'slots',
                     'weakref_slot')

        def __init__(self, *values):
            for name, value in zip(self.__slots__, values):
                setattr(self, name, value)

        def __repr__(self):
            return f'_DataclassParams({",".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)})'


    def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
              metadata=None, kw_only=MISSING):
        if default is not MISSING and default_factory is not MISSING:
            raise ValueError('cannot specify both default and default_factory')
        return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


    def _kind_of(annotation):
        if isinstance(annotation, InitVar) or annotation is InitVar:
            return _INITVAR
        if isinstance(annotation, str):
            head = annotation.split('[')[0].strip().rpartition('.')[2]
            return {'ClassVar': _CLASSVAR, 'InitVar': _INITVAR}.get(head, _FIELD)
        if getattr(annotation, '_name', None) == 'ClassVar' or getattr(
                getattr(annotation, '__origin__', None), '_name', None) == 'ClassVar':
            return _CLASSVAR
        return _FIELD


    def _make_field(cls, name, annotation, kw_only):
        default = getattr(cls, name, MISSING)
        if isinstance(default, Field):
            made = default
        else:
            if type(default).__name__ == 'member_descriptor':
                default = MISSING
            made = field(default=default)
        made.name = name
        made.type = annotation
        made._field_type = _kind_of(annotation)
        if made._field_type in (_CLASSVAR, _INITVAR) and made.default_factory is not MISSING:
            raise TypeError(f'field {name} cannot have a default factory')
        if made._field_type in (_FIELD, _INITVAR):
            if made.kw_only is MISSING:
                made.kw_only = kw_only
        elif made.kw_only is not MISSING:
            raise TypeError(f'field {name} is a ClassVar but specifies kw_only')
        if made._field_type is _FIELD and made.default.__class__.__hash__ is None:
            raise ValueError(f'mutable default {type(made.default)} for field {name} is not allowed: '
                             'use default_factory')
        return made


    def _own_fields(cls, kw_only):
        annotations = cls.__dict__.get('__annotations__', {})
        made = []
        seen_marker = False
        for name, annotation in annotations.items():
            if annotation is KW_ONLY or isinstance(annotation, str) and annotation.rpartition('.')[2] == 'KW_ONLY':
                if seen_marker:
                    raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
                seen_marker = True
                kw_only = True
            else:
                made.append(_make_field(cls, name, annotation, kw_only))
        for name, value in cls.__dict__.items():
            if isinstance(value, Field) and name not in annotations:
                raise TypeError(f'{name!r} is a field but has no type annotation')
        return made


    def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
        collected = {}
        any_frozen_base = False
        all_frozen_bases = None
        for base in cls.__mro__[-1:0:-1]:
            base_fields = getattr(base, _FIELDS, None)
            if base_fields is not None:
                for known in base_fields.values():
                    collected[known.name] = known
                if all_frozen_bases is None:
                    all_frozen_bases = True
                is_frozen = getattr(base, _PARAMS).frozen
                all_frozen_bases = all_frozen_bases and is_frozen
                any_frozen_base = any_frozen_base or is_frozen
        for own in _own_fields(cls, kw_only):
            collected[own.name] = own
            if isinstance(cls.__dict__.get(own.name), Field):
                if own.default is MISSING:
                    delattr(cls, own.name)
                else:
                    setattr(cls, own.name, own.default)
        if collected and all_frozen_bases is not None:
            if any_frozen_base and not frozen:
                raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
            if all_frozen_bases is False and frozen:
                raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
        setattr(cls, _FIELDS, collected)
        setattr(cls, _PARAMS, _Params(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                                      weakref_slot))
        own_hash = cls.__dict__.get('__hash__', MISSING)
        has_explicit_hash = not (own_hash is MISSING or own_hash is None and '__eq__' in cls.__dict__)
        if order and not eq:
            raise ValueError('eq must be true if order is true')
        plain = [known for known in collected.values() if known._field_type is _FIELD]
        if init:
            arguments = [known for known in collected.values() if known._field_type in (_FIELD, _INITVAR)]
            _set_new(cls, '__init__', _make_init(cls, arguments, frozen))
        _set_new(cls, '__replace__', _replace)
        if repr:
            _set_new(cls, '__repr__', _make_repr([known.name for known in plain if known.repr]))
        compared = [known.name for known in plain if known.compare]
        if eq:
            _set_new(cls, '__eq__', _make_eq(compared))
        if order:
            for name, holds in (('__lt__', lambda a, b: a < b), ('__le__', lambda a, b: a <= b),
                                ('__gt__', lambda a, b: a > b), ('__ge__', lambda a, b: a >= b)):
                if _set_new(cls, name, _make_order(compared, holds, name)):
                    raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__} Consider using '
                                    'functools.total_ordering')
        if frozen:
            _freeze(cls, plain)
        _decide_hash(cls, plain, unsafe_hash, eq, frozen, has_explicit_hash)
        if not getattr(cls, '__doc__'):
            cls.__doc__ = cls.__name__ + _signature_text(collected.values())
        if match_args:
            _set_new(cls, '__match_args__', tuple(
                known.name for known in collected.values()
                if known.init and not known.kw_only and known._field_type in (_FIELD, _INITVAR)))
        if slots:
            cls = _with_slots(cls, frozen, weakref_slot)
        abc.update_abstractmethods(cls)
        return cls
    """#
}
