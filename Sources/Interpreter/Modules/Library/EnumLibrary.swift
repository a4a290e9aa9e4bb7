// `enum`.

enum EnumLibrary {
  static let source: StaticString = #"""
    import operator as _operator
    from types import DynamicClassAttribute, MappingProxyType

    __all__ = [
        'EnumType', 'EnumMeta', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto', 'unique',
        'property', 'verify', 'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP',
        'global_enum', 'CONTINUOUS', 'NAMED_FLAGS', 'UNIQUE', 'EnumCheck',
    ]

    _builtin_property = property
    STRICT, CONFORM, EJECT, KEEP = 'strict', 'conform', 'eject', 'keep'
    CONTINUOUS, NAMED_FLAGS, UNIQUE = 'no skipped integer values', 'multi-flag aliases may not contain unnamed flags', \
        'one name per value'


    class property(DynamicClassAttribute):
        """A property of members, whose name a member of the class may have as well."""

        def __set_name__(self, owner, name):
            self._place = owner.__name__, name

        def __set__(self, instance, value):
            if self.fset is None:
                raise AttributeError('<enum %r> cannot set attribute %r' % self._place)
            self.fset(instance, value)

        def __delete__(self, instance):
            if self.fdel is None:
                raise AttributeError('<enum %r> cannot delete attribute %r' % self._place)
            self.fdel(instance)


    class nonmember:
        def __init__(self, value):
            self.value = value


    class member:
        def __init__(self, value):
            self.value = value


    class auto:
        """Stands in a class body for the value that the member is to get."""

        def __init__(self, value=None):
            self._given = value

        def __repr__(self):
            return 'auto(%r)' % (self._given,)

        def _known(self):
            return self._given


    class _Later:
        """What a class body computes from values that are not known yet: R | W, where R = auto()."""

        def __init__(self, function, *operands):
            self._function = function
            self._operands = operands

        def _known(self):
            return self._function(*(part._known() if isinstance(part, (auto, _Later)) else part
                                    for part in self._operands))


    def _computing(function):
        return lambda *operands: _Later(function, *operands)


    for _kind in (auto, _Later):
        for _name in ('__or__', '__and__', '__xor__', '__add__', '__sub__', '__mul__', '__lshift__', '__rshift__',
                      '__invert__', '__neg__'):
            _function = getattr(_operator, _name)
            setattr(_kind, _name, _computing(_function))
            if _name not in ('__invert__', '__neg__'):
                setattr(_kind, '__r' + _name[2:], _computing(lambda a, b, function=_function: function(b, a)))
    del _kind, _name, _function


    def _is_dunder(name):
        return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_'


    def _is_sunder(name):
        return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'


    def _is_private(cls_name, name):
        prefix = f'_{cls_name}__'
        return len(name) > len(prefix) and name.startswith(prefix) and (name[-1] != '_' or name[-2] != '_')


    def _is_descriptor(value):
        return hasattr(value, '__get__') or hasattr(value, '__set__') or hasattr(value, '__delete__') or isinstance(
            value, (type(_is_dunder), classmethod, staticmethod, _builtin_property, type(len)))


    class _Body(dict):
        """The namespace of a class statement: a member's name is not used again, and reserved names are refused."""

        _known = {'_generate_next_value_', '_ignore_', '_missing_', '_numeric_repr_', '_order_', '_iter_member_',
                  '_iter_member_by_value_', '_iter_member_by_def_', '_add_alias_', '_add_value_alias_'}

        def __init__(self, class_name):
            self._class_name, self._members = class_name, set()

        def __setitem__(self, name, value):
            if not _is_private(self._class_name, name) and not _is_dunder(name):
                if _is_sunder(name):
                    if name not in self._known and self.get('__module__') != __name__:
                        raise ValueError(f'_sunder_ names, such as {name!r}, are reserved for future Enum use')
                elif name not in self.get('_ignore_', ()) and (name in self._members or not (
                        _is_descriptor(value) or isinstance(value, nonmember))):
                    if name in self:
                        raise TypeError('%r already defined as %r' % (name, self[name]))
                    self._members.add(name)
            super().__setitem__(name, value)


    # The metaclass' methods. `Enum` is the base of all; it is made without members.

    def _members_in(cls, namespace):
        """The names and values that the class body gives its members."""
        ignored = namespace.get('_ignore_', ())
        if isinstance(ignored, str):
            ignored = ignored.replace(',', ' ').split()
        for name, value in namespace.items():
            if name in ignored:
                _delete(cls, name)
            elif isinstance(value, nonmember):
                _set(cls, name, value.value)
            elif isinstance(value, member):
                yield name, value.value
            elif not (_is_dunder(name) or _is_sunder(name) or _is_private(cls.__name__, name)
                      or _is_descriptor(value)):
                if name == 'mro':
                    raise ValueError("invalid enum member name(s) 'mro'")
                yield name, value


    def _data_type(cls):
        """The type, other than enums, whose instances the members are."""
        for base in cls.__mro__[1:]:
            if base is object:
                return object
            if 'Enum' in globals() and issubclass(base, Enum):
                if base._member_type_ is not object:
                    return base._member_type_
            elif '__new__' in base.__dict__ or base.__module__ == 'builtins':
                return _data_type_of(base)
        return object


    def _data_type_of(base):
        for candidate in base.__mro__:
            if candidate.__module__ == 'builtins' and candidate is not object:
                return base
        return object


    def _own_new(cls):
        for base in cls.__mro__:
            if base is Enum or base is object or base.__module__ == 'builtins':
                return None
            if '__new_member__' in base.__dict__:
                return base.__dict__['__new_member__']
            if '__new__' in base.__dict__ and not issubclass(base, Enum):
                return base.__new__
        return None


    def _made(cls, namespace):
        if 'Enum' not in globals():
            for name, value in (('_member_map_', {}), ('_member_names_', []), ('_value2member_map_', {}),
                                ('_unhashable_values_', []), ('_member_type_', object)):
                _set(cls, name, value)
            return
        for base in cls.__mro__[1:]:
            if issubclass(base, Enum) and base._member_names_:
                raise TypeError('%r cannot extend %r' % (cls, base))
        member_type = _data_type(cls)
        for name, value in (('_member_map_', {}), ('_member_names_', []), ('_value2member_map_', {}),
                            ('_unhashable_values_', []), ('_member_type_', member_type)):
            _set(cls, name, value)
        if '__new__' in namespace:
            # Calling the class looks members up; its own __new__ makes them.
            _set(cls, '__new_member__', staticmethod(namespace['__new__']))
            _delete(cls, '__new__')
        is_flag = 'Flag' in globals() and issubclass(cls, Flag)
        if is_flag:
            _set(cls, '_flag_mask_', 0)
            _set(cls, '_singles_mask_', 0)
            _set(cls, '_all_bits_', 0)
            if '_boundary_' not in namespace:
                _set(cls, '_boundary_', next(
                    (base.__dict__['_boundary_'] for base in cls.__mro__[1:] if '_boundary_' in base.__dict__), STRICT))
        generate = namespace.get('_generate_next_value_', cls._generate_next_value_)
        if isinstance(generate, staticmethod):
            generate = generate.__func__
        last_values = []
        members = list(_members_in(cls, namespace))
        for name, value in members:
            _delete(cls, name)
        names = []
        for name, value in members:
            value = _resolve_auto(value, name, generate, last_values, len(names), cls)
            last_values.append(value)
            names.append(name)
            _add_member(cls, name, value, member_type, is_flag)
        if is_flag:
            _finish_flag(cls)
        _finish_methods(cls, member_type, namespace)


    def _resolve_auto(value, name, generate, last_values, count, cls):
        if isinstance(value, auto):
            if value._given is None:
                value._given = generate(name, 1, count, last_values[:])
            return value._given
        if isinstance(value, _Later):
            return value._known()
        if type(value) is tuple and any(isinstance(part, auto) for part in value):
            return tuple(_resolve_auto(part, name, generate, last_values, count, cls) for part in value)
        return value


    def _add_member(cls, name, value, member_type, is_flag):
        args = value if isinstance(value, tuple) and member_type is not tuple else (value,)
        if member_type is tuple:
            args = (value,)
        make = _own_new(cls)
        if make is not None:
            new = make(cls, *args)
            if not hasattr(new, '_value_'):
                new._value_ = value if member_type is object else member_type(*args)
        elif member_type is object:
            new = object.__new__(cls)
            new._value_ = value
        else:
            new = member_type.__new__(cls, *args)
            if not hasattr(new, '_value_'):
                new._value_ = member_type(*args) if len(args) != 1 or type(args[0]) is not member_type else value
        value = new._value_
        new._name_ = name
        new.__objclass__ = cls
        new._sort_order_ = len(cls._member_names_)
        if cls.__init__ is not object.__init__ and cls.__init__ is not Enum.__init__:
            new.__init__(*args)
        known = _known_member(cls, value)
        if known is not None:
            new = known
        else:
            single = not is_flag or not isinstance(value, int) or value > 0 and value & value - 1 == 0
            if single or not is_flag:
                cls._member_names_.append(name)
            if is_flag and isinstance(value, int):
                _set(cls, '_flag_mask_', cls._flag_mask_ | value)
                if single:
                    _set(cls, '_singles_mask_', cls._singles_mask_ | value)
        cls._member_map_[name] = new
        _set(cls, name, new)
        if known is None:
            try:
                cls._value2member_map_.setdefault(value, new)
            except TypeError:
                cls._unhashable_values_.append(value)


    def _known_member(cls, value):
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            for member in cls._member_map_.values():
                if member._value_ == value:
                    return member
            return None


    def _finish_flag(cls):
        _set(cls, '_all_bits_', (1 << cls._flag_mask_.bit_length()) - 1)


    def _finish_methods(cls, member_type, namespace):
        """Members print as members, unless the class or its data type says otherwise."""
        if member_type is object:
            return
        keeps_text = 'ReprEnum' in globals() and issubclass(cls, ReprEnum)
        for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
            if name not in namespace and not (keeps_text and name in ('__str__', '__format__')):
                inherited = getattr(cls, name)
                if inherited is getattr(member_type, name, None) or inherited is getattr(object, name, None):
                    _set(cls, name, getattr(Enum, name))


    def _iter(cls):
        return (cls._member_map_[name] for name in cls._member_names_)


    def _reversed(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))


    def _contains(cls, value):
        if isinstance(value, cls):
            return True
        try:
            cls(value)
            return True
        except ValueError:
            return value in cls._unhashable_values_ or value in cls._value2member_map_


    def _getitem(cls, name):
        return cls._member_map_[name]


    def _class_repr(cls):
        if 'Flag' in globals() and issubclass(cls, Flag):
            return '<flag %r>' % cls.__name__
        return '<enum %r>' % cls.__name__


    def _class_dir(cls):
        return sorted(set(['__class__', '__contains__', '__doc__', '__getitem__', '__init_subclass__', '__iter__',
                           '__len__', '__members__', '__module__', '__name__', '__qualname__'] + cls._member_names_))


    def _class_setattr(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError('cannot reassign member %r' % (name,))
        _set(cls, name, value)


    def _class_delattr(cls, name):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError('%r cannot delete member %r.' % (cls.__name__, name))
        _delete(cls, name)


    _missing = object()


    def _call(cls, value=_missing, names=_missing, *rest, module=None, qualname=None, type=None, start=1,
              boundary=None):
        if value is _missing:
            raise TypeError("EnumType.__call__() missing 1 required positional argument: 'value'")
        if cls._member_map_:
            return _find(cls, value if names is _missing else (value, names, *rest))
        if names is _missing:
            raise TypeError(
                f'{cls!r} has no members; specify `names=()` if you meant to create a new, empty, enum')
        return _create(cls, value, names, module, qualname, type, start, boundary)


    EnumType = EnumMeta = _metatype('EnumType', {
        '__prepare__': classmethod(lambda metacls, name, bases, /, **keywords: _Body(name)),
        '__call__': _call,
        '__iter__': _iter,
        '__reversed__': _reversed,
        '__len__': lambda cls: len(cls._member_names_),
        '__bool__': lambda cls: True,
        '__contains__': _contains,
        '__getitem__': _getitem,
        '__repr__': _class_repr,
        '__dir__': _class_dir,
        '__setattr__': _class_setattr,
        '__delattr__': _class_delattr,
        '__members__': _builtin_property(lambda cls: MappingProxyType(cls._member_map_)),
    }, _made)


    class Enum(metaclass=EnumType):
        def __new__(cls, value):
            return _find(cls, value)

        def __init__(self, *args, **kwds):
            pass

        @staticmethod
        def _generate_next_value_(name, start, count, last_values):
            if not last_values:
                return start
            try:
                return max(last_values) + 1
            except TypeError:
                raise TypeError('unable to sort non-numeric values') from None

        @classmethod
        def _missing_(cls, value):
            return None

        def __repr__(self):
            value_repr = self.__class__._member_type_.__repr__ if self.__class__._member_type_ in (
                int, str, float, bytes) else repr
            return '<%s.%s: %s>' % (self.__class__.__name__, self._name_, value_repr(self._value_))

        def __str__(self):
            return '%s.%s' % (self.__class__.__name__, self._name_)

        def __format__(self, format_spec):
            return str.__format__(str(self), format_spec)

        def __hash__(self):
            return hash(self._name_)

        def __dir__(self):
            added = [name for cls in type(self).__mro__ for name in cls.__dict__
                     if name[0] != '_' and name not in cls.__dict__.get('_member_map_', {})]
            return sorted(set(['__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value'] + added))

        def __reduce_ex__(self, proto):
            return self.__class__, (self._value_,)

        def __copy__(self):
            return self

        def __deepcopy__(self, memo):
            return self

        name = property(lambda self: self._name_)
        value = property(lambda self: self._value_)


    def _find(cls, value):
        if type(value) is cls:
            return value
        member = _known_member(cls, value)
        if member is not None:
            return member
        exc = None
        try:
            result = cls._missing_(value)
        except Exception as error:
            exc = error
            result = None
        try:
            if isinstance(result, cls):
                return result
            if 'Flag' in globals() and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int):
                return result
            invalid = ValueError('%r is not a valid %s' % (value, cls.__qualname__))
            if result is None and exc is None:
                raise invalid
            if exc is None:
                exc = TypeError('error in %s._missing_: returned %r instead of None or a valid member'
                                % (cls.__name__, result))
            if not isinstance(exc, ValueError):
                exc.__context__ = invalid
            raise exc
        finally:
            exc = None
            invalid = None


    def _create(cls, class_name, names, module, qualname, data_type, start, boundary):
        """The functional form: Enum('Color', 'RED GREEN')."""
        bases = (cls,) if data_type is None else (data_type, cls)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        namespace = {}
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            last_values = []
            for count, name in enumerate(names):
                value = cls._generate_next_value_(name, start, count, last_values[:])
                last_values.append(value)
                namespace[name] = value
        else:
            for item in names:
                name, value = (item, names[item]) if isinstance(item, str) else item
                namespace[name] = value
        if module is not None:
            namespace['__module__'] = module
        if qualname is not None:
            namespace['__qualname__'] = qualname
        if boundary is not None:
            namespace['_boundary_'] = boundary
        return type(class_name, bases, namespace)
    """#
}
