// `datetime`: spans of time and zones.

enum DatetimeLibrary {
  static let deltas: StaticString = #"""
    import time as _time
    from operator import index as _index

    __all__ = ('date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR', 'UTC')

    MINYEAR = 1
    MAXYEAR = 9999
    _MAXORDINAL = 3652059
    _EPOCH = 719163
    _DAY = 86400 * 1000000


    def _divide_rounded(a, b):
        quotient, remainder = divmod(a, b)
        twice = 2 * remainder
        above = twice > b if b > 0 else twice < b
        if above or twice == b and quotient % 2 == 1:
            quotient += 1
        return quotient


    def _type_name(moment):
        cls = type(moment)
        return f'datetime.{cls.__name__}' if cls.__module__ == 'datetime' else cls.__name__


    @_native
    class timedelta:
        __slots__ = ('_days', '_seconds', '_microseconds')

        def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
            if (int is type(days) is type(seconds) is type(microseconds) is type(milliseconds)
                    is type(minutes) is type(hours) is type(weeks)):
                return cls._of((weeks * 7 + days) * _DAY + hours * 3600000000 + minutes * 60000000
                               + seconds * 1000000 + milliseconds * 1000 + microseconds)
            total = 0
            rest = 0.0
            for name, value, factor in (
                    ('microseconds', microseconds, 1), ('milliseconds', milliseconds, 1000),
                    ('seconds', seconds, 1000000), ('minutes', minutes, 60000000), ('hours', hours, 3600000000),
                    ('days', days, _DAY), ('weeks', weeks, 7 * _DAY)):
                if isinstance(value, int):
                    total += value * factor
                elif isinstance(value, float):
                    whole = int(value)
                    total += whole * factor
                    part = (value - whole) * factor
                    total += int(part)
                    rest += part - int(part)
                else:
                    raise TypeError(
                        f'unsupported type for timedelta {name} component: {type(value).__name__}')
            if rest:
                rounded = round(rest)
                if abs(rounded - rest) == 0.5:
                    # In the middle the sum, and not the part, is to become even.
                    odd = total & 1
                    rounded = int(2.0 * round((rest + odd) * 0.5) - odd)
                total += rounded
            return cls._of(total)

        @classmethod
        def _of(cls, total):
            days, rest = divmod(total, _DAY)
            if not -1 << 31 <= days < 1 << 31:
                raise OverflowError('Python int too large to convert to C int')
            if not -999999999 <= days <= 999999999:
                raise OverflowError(f'days={days}; must have magnitude <= 999999999')
            self = object.__new__(cls)
            self._days = days
            self._seconds, self._microseconds = divmod(rest, 1000000)
            return self

        def _total(self):
            return self._days * _DAY + self._seconds * 1000000 + self._microseconds

        days = property(lambda self: self._days, doc='days')
        seconds = property(lambda self: self._seconds, doc='seconds')
        microseconds = property(lambda self: self._microseconds, doc='microseconds')

        def total_seconds(self):
            return self._total() / 10**6

        def __repr__(self):
            parts = [f'{name}={value}' for name, value in (
                ('days', self._days), ('seconds', self._seconds), ('microseconds', self._microseconds)) if value]
            return f'{_type_name(self)}({", ".join(parts) or "0"})'

        def __str__(self):
            minutes, seconds = divmod(self._seconds, 60)
            hours, minutes = divmod(minutes, 60)
            text = f'{hours}:{minutes:02d}:{seconds:02d}'
            if self._days:
                text = f'{self._days} day{"" if abs(self._days) == 1 else "s"}, {text}'
            if self._microseconds:
                text += f'.{self._microseconds:06d}'
            return text

        def __add__(self, other):
            if isinstance(other, timedelta):
                return timedelta._of(self._total() + other._total())
            return NotImplemented

        __radd__ = __add__

        def __sub__(self, other):
            if isinstance(other, timedelta):
                return timedelta._of(self._total() - other._total())
            return NotImplemented

        def __rsub__(self, other):
            if isinstance(other, timedelta):
                return other - self
            return NotImplemented

        def __neg__(self):
            return timedelta._of(-self._total())

        def __pos__(self):
            return timedelta._of(self._total())

        def __abs__(self):
            return timedelta._of(abs(self._total()))

        def __mul__(self, other):
            if isinstance(other, int):
                return timedelta._of(self._total() * other)
            if isinstance(other, float):
                above, below = other.as_integer_ratio()
                return timedelta._of(_divide_rounded(self._total() * above, below))
            return NotImplemented

        __rmul__ = __mul__

        def __floordiv__(self, other):
            if isinstance(other, timedelta):
                return self._total() // other._total()
            if isinstance(other, int):
                return timedelta._of(self._total() // other)
            return NotImplemented

        def __truediv__(self, other):
            if isinstance(other, timedelta):
                return self._total() / other._total()
            if isinstance(other, int):
                if not other:
                    raise ZeroDivisionError('integer division or modulo by zero')
                return timedelta._of(_divide_rounded(self._total(), other))
            if isinstance(other, float):
                above, below = other.as_integer_ratio()
                if not above:
                    raise ZeroDivisionError('integer division or modulo by zero')
                return timedelta._of(_divide_rounded(below * self._total(), above))
            return NotImplemented

        def __mod__(self, other):
            if isinstance(other, timedelta):
                return timedelta._of(self._total() % other._total())
            return NotImplemented

        def __divmod__(self, other):
            if isinstance(other, timedelta):
                quotient, rest = divmod(self._total(), other._total())
                return quotient, timedelta._of(rest)
            return NotImplemented

        def __eq__(self, other):
            return self._total() == other._total() if isinstance(other, timedelta) else NotImplemented

        def __lt__(self, other):
            return self._total() < other._total() if isinstance(other, timedelta) else NotImplemented

        def __le__(self, other):
            return self._total() <= other._total() if isinstance(other, timedelta) else NotImplemented

        def __gt__(self, other):
            return self._total() > other._total() if isinstance(other, timedelta) else NotImplemented

        def __ge__(self, other):
            return self._total() >= other._total() if isinstance(other, timedelta) else NotImplemented

        def __hash__(self):
            return hash((self._days, self._seconds, self._microseconds))

        def __bool__(self):
            return self._total() != 0

        def __reduce__(self):
            return self.__class__, (self._days, self._seconds, self._microseconds)


    timedelta.__new__.__qualname__ = '__new__'
    timedelta.min = timedelta(-999999999)
    timedelta.max = timedelta(999999999, 86399, 999999)
    timedelta.resolution = timedelta(microseconds=1)


    @_native
    class tzinfo:
        __slots__ = ()

        def tzname(self, dt):
            raise NotImplementedError('a tzinfo subclass must implement tzname()')

        def utcoffset(self, dt):
            raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

        def dst(self, dt):
            raise NotImplementedError('a tzinfo subclass must implement dst()')

        def fromutc(self, dt):
            if not isinstance(dt, datetime):
                raise TypeError('fromutc: argument must be a datetime')
            if dt.tzinfo is not self:
                raise ValueError('fromutc: dt.tzinfo is not self')
            offset = dt.utcoffset()
            if offset is None:
                raise ValueError('fromutc: non-None utcoffset() result required')
            summer = dt.dst()
            if summer is None:
                raise ValueError('fromutc: non-None dst() result required')
            standard = offset - summer
            if standard:
                dt += standard
                summer = dt.dst()
                if summer is None:
                    raise ValueError('fromutc: tz.dst() gave inconsistent results; cannot convert')
            return dt + summer

        def __reduce__(self):
            return self.__class__, (), self.__dict__ or None


    def _offset_text(offset, seconds_sign=':'):
        """+HH:MM, and what is smaller where it is not 0."""
        total = offset._total()
        sign = '-' if total < 0 else '+'
        seconds, micro = divmod(abs(total), 1000000)
        minutes, seconds = divmod(seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f'{sign}{hours:02d}{seconds_sign}{minutes:02d}'
        if seconds or micro:
            text += f'{seconds_sign}{seconds:02d}'
        if micro:
            text += f'.{micro:06d}'
        return text


    @_native
    class timezone(tzinfo):
        __slots__ = ('_offset', '_name')
        __marker = object()

        def __new__(cls, offset=__marker, name=__marker):
            if offset is cls.__marker:
                raise TypeError("timezone() missing required argument 'offset' (pos 1)")
            if not isinstance(offset, timedelta):
                raise TypeError(f'timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}')
            if name is not cls.__marker and not isinstance(name, str):
                raise TypeError(f'timezone() argument 2 must be str, not {type(name).__name__}')
            if not -_DAY < offset._total() < _DAY:
                raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and '
                                 f'timedelta(hours=24), not {offset!r}.')
            if name is cls.__marker:
                if not offset and 'utc' in cls.__dict__:
                    return cls.utc
                name = None
            return cls._make(offset, name)

        @classmethod
        def _make(cls, offset, name):
            self = object.__new__(cls)
            self._offset = offset
            self._name = name
            return self

        def _check(self, dt, method):
            if dt is not None and not isinstance(dt, datetime):
                raise TypeError(
                    f'{method}(dt) argument must be a datetime instance or None, not {type(dt).__name__}')

        def utcoffset(self, dt):
            self._check(dt, 'utcoffset')
            return self._offset

        def dst(self, dt):
            self._check(dt, 'dst')
            return None

        def tzname(self, dt):
            self._check(dt, 'tzname')
            if self._name is not None:
                return self._name
            return 'UTC' + _offset_text(self._offset) if self._offset else 'UTC'

        def fromutc(self, dt):
            if not isinstance(dt, datetime):
                raise TypeError('fromutc() argument must be a datetime instance')
            if dt.tzinfo is not self:
                raise ValueError('fromutc: dt.tzinfo is not self')
            return dt + self._offset

        def __eq__(self, other):
            return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

        def __hash__(self):
            return hash(self._offset)

        def __repr__(self):
            if self is timezone.utc:
                return 'datetime.timezone.utc'
            name = '' if self._name is None else f', {self._name!r}'
            return f'{_type_name(self)}({self._offset!r}{name})'

        def __str__(self):
            return self.tzname(None)

        def __reduce__(self):
            return self.__class__, (self._offset,) if self._name is None else (self._offset, self._name)


    UTC = timezone.utc = timezone._make(timedelta(0), None)
    timezone.min = timezone._make(-timedelta(hours=23, minutes=59), None)
    timezone.max = timezone._make(timedelta(hours=23, minutes=59), None)
    """#
}
