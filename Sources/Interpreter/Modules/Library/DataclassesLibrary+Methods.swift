// `dataclasses`: the methods that classes get, and the functions about them.

extension DataclassesLibrary {
  static let methods: StaticString = #"""
    def _set_new(cls, name, value):
        if name in cls.__dict__:
            return True
        if callable(value):
            value.__qualname__ = f'{cls.__qualname__}.{name}'
        setattr(cls, name, value)
        return False


    def _annotation_text(annotation):
        return annotation.__name__ if isinstance(annotation, type) else str(annotation)


    def _signature_text(fields):
        parts = []
        starred = False
        ordered = [known for known in fields if known._field_type is not _CLASSVAR and known.init]
        for known in [f for f in ordered if not f.kw_only] + [f for f in ordered if f.kw_only]:
            if known.kw_only and not starred:
                parts.append('*')
                starred = True
            text = f'{known.name}: {_annotation_text(known.type)}'
            if known.default is not MISSING:
                text += f' = {known.default!r}'
            elif known.default_factory is not MISSING:
                text += ' = <factory>'
            parts.append(text)
        return f'({", ".join(parts)})'


    def _make_init(cls, fields, frozen):
        positional = [known for known in fields if known.init and not known.kw_only]
        keyword = [known for known in fields if known.init and known.kw_only]
        seen = None
        for known in positional:
            if known.default is not MISSING or known.default_factory is not MISSING:
                seen = known
            elif seen is not None:
                raise TypeError(f'non-default argument {known.name!r} follows default argument {seen.name!r}')
        # The values that the function's text names.
        scope = {'_assign': object.__setattr__, '_missing': MISSING}
        receiver = 'self' if all(known.name != 'self' for known in fields) else '_self'

        def parameter(known):
            if known.default is not MISSING:
                scope[f'_default_{known.name}'] = known.default
                return f'{known.name}=_default_{known.name}'
            return known.name if known.default_factory is MISSING else f'{known.name}=_missing'

        body = []
        for known in fields:
            name = value = known.name
            if known.default_factory is not MISSING:
                scope[f'_make_{name}'] = known.default_factory
                made = f'_make_{name}()'
                value = f'{made} if {name} is _missing else {name}' if known.init else made
            elif not known.init:
                if known.default is MISSING:
                    continue
                scope[f'_default_{name}'] = known.default
                value = f'_default_{name}'
            if known._field_type is _INITVAR:
                if value != name:
                    body.append(f'{name} = {value}')
            elif frozen:
                body.append(f'_assign({receiver}, {name!r}, {value})')
            else:
                body.append(f'{receiver}.{name} = {value}')
        if hasattr(cls, '__post_init__'):
            passed = [known.name for known in fields if known._field_type is _INITVAR]
            body.append(f'{receiver}.__post_init__({", ".join(passed)})')
        parameters = [receiver] + [parameter(known) for known in positional]
        if keyword:
            parameters += ['*'] + [parameter(known) for known in keyword]
        lines = [f'def __init__({", ".join(parameters)}):'] + (body or ['pass'])
        exec('\n    '.join(lines), scope)
        made = scope['__init__']
        made.__module__ = cls.__module__
        made.__annotations__ = {known.name: known.type for known in positional + keyword}
        made.__annotations__['return'] = None
        return made


    def _make_repr(names):
        running = set()

        def __repr__(self):
            if id(self) in running:
                return '...'
            running.add(id(self))
            try:
                parts = ', '.join(f'{name}={getattr(self, name)!r}' for name in names)
                return f'{self.__class__.__qualname__}({parts})'
            finally:
                running.discard(id(self))
        return __repr__


    def _make_eq(names):
        def __eq__(self, other):
            if self is other:
                return True
            if other.__class__ is self.__class__:
                return all(getattr(self, name) == getattr(other, name) for name in names)
            return NotImplemented
        return __eq__


    def _make_order(names, holds, title):
        def compare(self, other):
            if other.__class__ is self.__class__:
                mine = tuple(getattr(self, name) for name in names)
                return holds(mine, tuple(getattr(other, name) for name in names))
            return NotImplemented
        compare.__name__ = title
        return compare


    def _freeze(cls, fields):
        names = {known.name for known in fields}

        def __setattr__(self, name, value):
            if type(self) is cls or name in names:
                raise FrozenInstanceError(f'cannot assign to field {name!r}')
            super(cls, self).__setattr__(name, value)

        def __delattr__(self, name):
            if type(self) is cls or name in names:
                raise FrozenInstanceError(f'cannot delete field {name!r}')
            super(cls, self).__delattr__(name)

        for function in (__setattr__, __delattr__):
            if _set_new(cls, function.__name__, function):
                raise TypeError(f'Cannot overwrite attribute {function.__name__} in class {cls.__name__}')


    def _decide_hash(cls, fields, unsafe_hash, eq, frozen, has_explicit_hash):
        if unsafe_hash:
            if has_explicit_hash:
                raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
        elif not eq:
            return
        elif not frozen:
            if not has_explicit_hash:
                cls.__hash__ = None
            return
        elif has_explicit_hash:
            return
        names = [known.name for known in fields if (known.compare if known.hash is None else known.hash)]
        cls.__hash__ = lambda self: hash(tuple(getattr(self, name) for name in names))


    def _with_slots(cls, frozen, weakref_slot):
        if '__slots__' in cls.__dict__:
            raise TypeError(f'{cls.__name__} already specifies __slots__')
        namespace = dict(cls.__dict__)
        names = tuple(known.name for known in fields(cls))
        inherited = {slot for base in cls.__mro__[1:-1] for slot in base.__dict__.get('__slots__', ())}
        namespace['__slots__'] = tuple(name for name in names if name not in inherited) + (
            ('__weakref__',) if weakref_slot else ())
        for name in names:
            namespace.pop(name, None)
        namespace.pop('__dict__', None)
        namespace.pop('__weakref__', None)
        namespace['__qualname__'] = cls.__qualname__
        made = type(cls)(cls.__name__, cls.__bases__, namespace)
        if frozen:
            # The methods that refuse changes ask for the class itself.
            for name in ('__setattr__', '__delattr__'):
                delattr(made, name)
            _freeze(made, fields(made))
        return made


    def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
                  match_args=True, kw_only=False, slots=False, weakref_slot=False):
        if weakref_slot and not slots:
            raise TypeError('weakref_slot is True but slots is False')

        def wrap(cls):
            return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)

        return wrap if cls is None else wrap(cls)


    def fields(class_or_instance):
        try:
            known = getattr(class_or_instance, _FIELDS)
        except AttributeError:
            raise TypeError('must be called with a dataclass type or instance') from None
        return tuple(each for each in known.values() if each._field_type is _FIELD)


    def is_dataclass(obj):
        return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


    def _is_instance(obj):
        return hasattr(type(obj), _FIELDS)


    def asdict(obj, *, dict_factory=dict):
        if not _is_instance(obj):
            raise TypeError('asdict() should be called on dataclass instances')
        return _converted(obj, lambda pairs: dict_factory(pairs))


    def astuple(obj, *, tuple_factory=tuple):
        if not _is_instance(obj):
            raise TypeError('astuple() should be called on dataclass instances')
        return _converted(obj, lambda pairs: tuple_factory([value for name, value in pairs]))


    def _converted(obj, make):
        if _is_instance(obj):
            return make([(known.name, _converted(getattr(obj, known.name), make)) for known in fields(obj)])
        if isinstance(obj, tuple) and hasattr(obj, '_fields'):
            return type(obj)(*[_converted(item, make) for item in obj])
        if isinstance(obj, (list, tuple)):
            return type(obj)(_converted(item, make) for item in obj)
        if isinstance(obj, dict):
            if hasattr(type(obj), 'default_factory'):
                result = type(obj)(obj.default_factory)
                for key, value in obj.items():
                    result[_converted(key, make)] = _converted(value, make)
                return result
            return type(obj)((_converted(key, make), _converted(value, make)) for key, value in obj.items())
        return copy.deepcopy(obj)


    def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                       unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False,
                       weakref_slot=False, module=None):
        namespace = dict(namespace or {})
        annotations = {}
        for item in fields:
            if isinstance(item, str):
                name, annotation = item, 'typing.Any'
            elif len(item) == 2:
                name, annotation = item
            elif len(item) == 3:
                name, annotation, default = item
                namespace[name] = default
            else:
                raise TypeError(f'Invalid field: {item!r}')
            if not isinstance(name, str) or not name.isidentifier():
                raise TypeError(f'Field names must be valid identifiers: {name!r}')
            if name in annotations:
                raise TypeError(f'Field name duplicated: {name!r}')
            annotations[name] = annotation
        namespace['__annotations__'] = annotations
        namespace.setdefault('__module__', module or 'types')
        cls = type(cls_name, tuple(bases), namespace)
        return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                         match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


    def replace(obj, /, **changes):
        if _is_instance(obj):
            return _replace(obj, **changes)
        raise TypeError('replace() should be called on dataclass instances')


    def _replace(self, /, **changes):
        for known in getattr(self, _FIELDS).values():
            if known._field_type is _CLASSVAR:
                continue
            if not known.init:
                if known.name in changes:
                    raise TypeError(f'field {known.name} is declared with init=False, it cannot be specified with '
                                    'replace()')
            elif known.name not in changes:
                if known._field_type is _INITVAR and known.default is MISSING:
                    raise TypeError(f'InitVar {known.name!r} must be specified with replace()')
                changes[known.name] = getattr(self, known.name)
        return self.__class__(**changes)
    """#
}
