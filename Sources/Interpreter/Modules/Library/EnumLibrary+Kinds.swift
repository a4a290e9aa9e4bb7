// `enum`: the kinds of enums, flags and checks.

extension EnumLibrary {
  static let kinds: StaticString = #"""
    class ReprEnum(Enum):
        pass


    class IntEnum(int, ReprEnum):
        __str__ = int.__repr__
        __format__ = int.__format__
        __hash__ = int.__hash__


    class StrEnum(str, ReprEnum):
        def __new__(cls, *values):
            if len(values) == 1 and not isinstance(values[0], str):
                raise TypeError(f'{values[0]!r} is not a string')
            if len(values) > 3:
                raise TypeError(f'too many arguments for str(): {values!r}')
            text = str(*values)
            member = str.__new__(cls, text)
            member._value_ = text
            return member

        __str__ = str.__str__
        __format__ = str.__format__
        __hash__ = str.__hash__

        @staticmethod
        def _generate_next_value_(name, start, count, last_values):
            return name.lower()


    class Flag(Enum):
        _boundary_ = STRICT

        def __init_subclass__(cls, *, boundary=None, **kwargs):
            super().__init_subclass__(**kwargs)
            if boundary is not None:
                _set(cls, '_boundary_', boundary)

        @staticmethod
        def _generate_next_value_(name, start, count, last_values):
            if not last_values:
                return start if start is not None else 1
            return 1 << max(last_values).bit_length()

        @classmethod
        def _missing_(cls, value):
            if not isinstance(value, int):
                raise ValueError('%r is not a valid %s' % (value, cls.__qualname__))
            bits = cls._fitting(value)
            if bits is None:
                return value
            return cls._value2member_map_.get(bits) or cls._combined(bits)

        @classmethod
        def _fitting(cls, value):
            """The bits that a number stands for, by the flag's boundary; None where it is to stay a number."""
            known, room = cls._flag_mask_, cls._all_bits_
            fits = ~room <= value <= room and not value & (room ^ known)
            if cls._boundary_ is KEEP:
                return value if value >= 0 else (1 << max(room.bit_length(), value.bit_length())) + value
            if fits or cls._boundary_ is CONFORM:
                return value & known
            if cls._boundary_ is EJECT:
                return None
            width = max(value.bit_length(), known.bit_length())
            raise ValueError('%r invalid value %r\n    given %s\n  allowed %s' % (
                cls, value, _bin(value, width), _bin(known, width)))

        @classmethod
        def _combined(cls, bits):
            """A member for several flags at once, or for none, or with bits that have no name."""
            made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, bits)
            parts = [member._name_ for member in cls if not member._value_ & ~bits]
            unnamed = bits & ~cls._flag_mask_
            if parts and unnamed:
                parts.append(str(unnamed))
            made._name_ = '|'.join(parts) or None
            made._value_ = bits
            cls._value2member_map_[bits] = made
            return made

        def __contains__(self, other):
            if not isinstance(other, self.__class__):
                raise TypeError("unsupported operand type(s) for 'in': %r and %r"
                                % (type(other).__qualname__, self.__class__.__qualname__))
            return other._value_ & self._value_ == other._value_

        def __iter__(self):
            return (member for member in self.__class__ if member._value_ & self._value_)

        def __len__(self):
            return self._value_.bit_count()

        def __repr__(self):
            name = self.__class__.__name__
            value_repr = int.__repr__ if isinstance(self._value_, int) else repr
            if self._name_ is None:
                return '<%s: %s>' % (name, value_repr(self._value_))
            return '<%s.%s: %s>' % (name, self._name_, value_repr(self._value_))

        def __str__(self):
            name = self.__class__.__name__
            if self._name_ is None:
                return '%s(%r)' % (name, self._value_)
            return '%s.%s' % (name, self._name_)

        def __bool__(self):
            return bool(self._value_)

        def _operand(self, other):
            """The bits of the other side of an operator; None where it has none for this flag."""
            if isinstance(other, type(self)):
                return other._value_
            return other if self._member_type_ is int and isinstance(other, int) else None

        def __invert__(self):
            if self._boundary_ in (EJECT, KEEP):
                return self.__class__(~self._value_)
            return self.__class__(self._singles_mask_ & ~self._value_)



    def _combining(operate):
        def combine(self, other):
            bits = self._operand(other)
            return NotImplemented if bits is None else type(self)(operate(self._value_, bits))
        return combine


    for _name in ('or', 'and', 'xor'):
        _function = _combining(getattr(_operator, f'__{_name}__'))
        _set(Flag, f'__{_name}__', _function)
        _set(Flag, f'__r{_name}__', _function)


    def _bin(value, width):
        text = format(value & (1 << width) - 1, 'b').rjust(width, '0') if value >= 0 else format(
            (1 << width) + value, 'b').rjust(width, '1')
        return ('0b0 ' if value >= 0 else '0b1 ') + text


    class IntFlag(int, ReprEnum, Flag):
        _boundary_ = KEEP
        __str__ = int.__repr__
        __format__ = int.__format__
        __hash__ = int.__hash__
        __repr__ = Flag.__repr__
        __or__ = __ror__ = Flag.__or__
        __and__ = __rand__ = Flag.__and__
        __xor__ = __rxor__ = Flag.__xor__
        __invert__ = Flag.__invert__
        __bool__ = Flag.__bool__


    FlagBoundary = StrEnum('FlagBoundary', [('STRICT', STRICT), ('CONFORM', CONFORM), ('EJECT', EJECT), ('KEEP', KEEP)])
    EnumCheck = StrEnum('EnumCheck', [('CONTINUOUS', CONTINUOUS), ('NAMED_FLAGS', NAMED_FLAGS), ('UNIQUE', UNIQUE)])


    def unique(enumeration):
        duplicates = [(name, member._name_) for name, member in enumeration.__members__.items()
                      if name != member._name_]
        if duplicates:
            details = ', '.join('%s -> %s' % (alias, name) for alias, name in duplicates)
            raise ValueError('duplicate values found in %r: %s' % (enumeration, details))
        return enumeration


    def verify(*checks):
        def check(enumeration):
            for kind in checks:
                if kind == UNIQUE:
                    duplicates = ['%s -> %s' % (name, member._name_)
                                  for name, member in enumeration.__members__.items() if name != member._name_]
                    if duplicates:
                        raise ValueError('aliases found in %r: %s' % (enumeration, ', '.join(duplicates)))
                elif kind == CONTINUOUS:
                    values = {member._value_ for member in enumeration}
                    if len(values) >= 2:
                        low, high = min(values), max(values)
                        if issubclass(enumeration, Flag):
                            whole = {1 << power for power in range(low.bit_length() - 1, high.bit_length())}
                        else:
                            whole = set(range(low, high + 1))
                        missing = sorted(whole - values)
                        if missing:
                            raise ValueError('invalid %s %r: missing values %s' % (
                                'Flag' if issubclass(enumeration, Flag) else 'enum', enumeration.__name__,
                                ', '.join(map(str, missing))))
            return enumeration
        return check


    def _global_repr(self):
        module = type(self).__module__.rpartition('.')[2]
        if self._name_ is None:
            return f'{module}.{type(self).__name__}({self._value_!r})'
        return '|'.join(name if name[:1].isdigit() else f'{module}.{name}' for name in self._name_.split('|'))


    def _global_str(self):
        return f'{type(self).__name__}({self._value_!r})' if self._name_ is None else self._name_


    def global_enum(cls, update_str=False):
        """Makes the members names of their module, which is how they show themselves from then on."""
        import sys
        _set(cls, '__repr__', _global_repr)
        if update_str or not issubclass(cls, ReprEnum):
            _set(cls, '__str__', _global_str)
        module = sys.modules[cls.__module__]
        for name, member in cls.__members__.items():
            setattr(module, name, member)
        return cls
    """#
}
