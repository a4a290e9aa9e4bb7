// `datetime`: spans of time and dates. Times and moments are in `DatetimeLibrary+Times.swift`.

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
        """a / b, rounded to the nearest integer and to even in the middle."""
        quotient, remainder = divmod(a, b)
        twice = 2 * remainder
        above = twice > b if b > 0 else twice < b
        if above or twice == b and quotient % 2 == 1:
            quotient += 1
        return quotient


    def _type_name(moment):
        """The type's name in a repr: a script's class goes without its module."""
        cls = type(moment)
        return f'datetime.{cls.__name__}' if cls.__module__ == 'datetime' else cls.__name__


    @_native
    class timedelta:
        """Difference between two datetime values.

        timedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)

        All arguments are optional and default to 0.
        Arguments may be integers or floats, and may be positive or negative."""
        __slots__ = ('_days', '_seconds', '_microseconds')

        def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
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
        """Abstract base class for time zone info objects."""
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
        """Fixed offset from UTC implementation of tzinfo."""
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

  static let dates: StaticString = #"""
    _WEEKDAYS = ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')
    _MONTHS = ('Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')
    _missing = object()


    def _check_date(year, month, day):
        year, month, day = _index(year), _index(month), _index(day)
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f'year {year} is out of range')
        if not 1 <= month <= 12:
            raise ValueError('month must be in 1..12')
        if not 1 <= day <= _days_in_month(year, month):
            raise ValueError('day is out of range for month')
        return year, month, day


    def _required(*pairs):
        for position, (name, value) in enumerate(pairs, 1):
            if value is _missing:
                raise TypeError(f"function missing required argument '{name}' (pos {position})")


    def _format(moment, format, timetuple):
        """strftime, with the directives that know of zones and microseconds."""
        if '%' not in format:
            return format
        out = []
        index = 0
        while index < len(format):
            char = format[index]
            index += 1
            if char != '%' or index == len(format):
                out.append(char)
                continue
            char = format[index]
            index += 1
            if char == 'f':
                out.append(f'{getattr(moment, "microsecond", 0):06d}')
            elif char == 'z' or char == ':' and format[index:index + 1] == 'z':
                index += char == ':'
                offset = moment.utcoffset() if hasattr(moment, 'utcoffset') else None
                out.append('' if offset is None else _offset_text(offset, ':' if char == ':' else ''))
            elif char == 'Z':
                name = moment.tzname() if hasattr(moment, 'tzname') else None
                out.append((name or '').replace('%', '%%'))
            else:
                out.append('%' + char)
        return _time.strftime(''.join(out), timetuple)


    @_native
    class IsoCalendarDate(tuple):
        """The result of date.isocalendar() or datetime.isocalendar()"""

        def __new__(cls, year, week, weekday):
            return super().__new__(cls, (year, week, weekday))

        year = property(lambda self: self[0])
        week = property(lambda self: self[1])
        weekday = property(lambda self: self[2])

        def __reduce__(self):
            return tuple, (tuple(self),)

        def __repr__(self):
            return f'datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})'


    @_native
    class date:
        """date(year, month, day) --> date object"""
        __slots__ = ('_year', '_month', '_day')

        def __new__(cls, year=_missing, month=_missing, day=_missing):
            _required(('year', year), ('month', month), ('day', day))
            self = object.__new__(cls)
            self._year, self._month, self._day = _check_date(year, month, day)
            return self

        @classmethod
        def today(cls):
            """Current date or datetime:  same as self.__class__.fromtimestamp(time.time())."""
            return cls.fromtimestamp(_time.time())

        @classmethod
        def fromtimestamp(cls, timestamp, /):
            """Create a date from a POSIX timestamp."""
            return cls(*_local(_whole_seconds(timestamp)[0])[:3])

        @classmethod
        def fromordinal(cls, ordinal, /):
            """int -> date corresponding to a proleptic Gregorian ordinal."""
            ordinal = _index(ordinal)
            if ordinal < 1:
                raise ValueError('ordinal must be >= 1')
            if ordinal > _MAXORDINAL:
                raise ValueError(f'year is out of range')
            return cls(*_date(ordinal))

        @classmethod
        def fromisoformat(cls, date_string, /):
            if not isinstance(date_string, str):
                raise TypeError('fromisoformat: argument must be str')
            try:
                year, month, day, end = _read_iso_date(date_string)
                if end != len(date_string):
                    raise _NotISO
            except _NotISO:
                raise ValueError(f'Invalid isoformat string: {date_string!r}') from None
            return cls(year, month, day)

        @classmethod
        def fromisocalendar(cls, year, week, day):
            """int, int, int -> Construct a date from the ISO year, week number and weekday."""
            return cls(*_iso_to_date(year, week, day))

        year = property(lambda self: self._year)
        month = property(lambda self: self._month)
        day = property(lambda self: self._day)

        def ctime(self):
            return (f'{_WEEKDAYS[self.weekday()]} {_MONTHS[self._month - 1]} {self._day:2d} 00:00:00 '
                    f'{self._year:04d}')

        def strftime(self, format):
            """format -> strftime() style string."""
            if not isinstance(format, str):
                raise TypeError(f'strftime() argument 1 must be str, not {type(format).__name__}')
            return _format(self, format, self.timetuple())

        def __format__(self, fmt, /):
            if not isinstance(fmt, str):
                raise TypeError(f'__format__() argument 1 must be str, not {type(fmt).__name__}')
            return self.strftime(fmt) if fmt else str(self)

        def isoformat(self):
            """Return string in ISO 8601 format, YYYY-MM-DD."""
            return f'{self._year:04d}-{self._month:02d}-{self._day:02d}'

        def __str__(self):
            return self.isoformat()

        def __repr__(self):
            return f'{_type_name(self)}({self._year}, {self._month}, {self._day})'

        def timetuple(self):
            """Return time tuple, compatible with time.localtime()."""
            return _timetuple(self._year, self._month, self._day, 0, 0, 0, -1)

        def toordinal(self):
            """Return proleptic Gregorian ordinal.  January 1 of year 1 is day 1."""
            return _ordinal(self._year, self._month, self._day)

        def replace(self, year=None, month=None, day=None):
            """Return date with new specified fields."""
            return type(self)(self._year if year is None else year, self._month if month is None else month,
                              self._day if day is None else day)

        __replace__ = replace

        def weekday(self):
            """Return the day of the week represented by the date.
            Monday == 0 ... Sunday == 6"""
            return (self.toordinal() + 6) % 7

        def isoweekday(self):
            """Return the day of the week represented by the date.
            Monday == 1 ... Sunday == 7"""
            return self.toordinal() % 7 or 7

        def isocalendar(self):
            return IsoCalendarDate(*_iso_calendar(self.toordinal()))

        def _key(self):
            return self._year, self._month, self._day

        def _comparable(self, other):
            return isinstance(other, date) and not isinstance(other, datetime)

        def __eq__(self, other):
            return self._key() == other._key() if self._comparable(other) else NotImplemented

        def __lt__(self, other):
            return self._key() < other._key() if self._comparable(other) else NotImplemented

        def __le__(self, other):
            return self._key() <= other._key() if self._comparable(other) else NotImplemented

        def __gt__(self, other):
            return self._key() > other._key() if self._comparable(other) else NotImplemented

        def __ge__(self, other):
            return self._key() >= other._key() if self._comparable(other) else NotImplemented

        def __hash__(self):
            return hash(self._key())

        def __add__(self, other):
            if not isinstance(other, timedelta):
                return NotImplemented
            ordinal = self.toordinal() + other.days
            if not 1 <= ordinal <= _MAXORDINAL:
                raise OverflowError('date value out of range')
            return type(self).fromordinal(ordinal)

        __radd__ = __add__

        def __sub__(self, other):
            if isinstance(other, timedelta):
                return self + timedelta(-other.days)
            if isinstance(other, date):
                return timedelta(self.toordinal() - other.toordinal())
            return NotImplemented

        def __reduce__(self):
            return self.__class__, self._key()


    def _whole_seconds(timestamp):
        """A timestamp as seconds and microseconds, rounded to even."""
        if isinstance(timestamp, float):
            if timestamp != timestamp:
                raise ValueError('Invalid value NaN (not a number)')
            whole = int(timestamp // 1) if abs(timestamp) < 1e18 else None
            if whole is None:
                raise OverflowError('timestamp out of range for platform time_t')
            micro = round((timestamp - whole) * 1e6)
            return (whole + 1, 0) if micro == 1000000 else (whole, micro)
        seconds = _index(timestamp)
        if abs(seconds) >= 1 << 63:
            raise OverflowError('timestamp out of range for platform time_t')
        return seconds, 0


    def _timetuple(year, month, day, hour, minute, second, summer):
        ordinal = _ordinal(year, month, day)
        return _time.struct_time((year, month, day, hour, minute, second, (ordinal + 6) % 7,
                                  ordinal - _ordinal(year, 1, 1) + 1, summer))


    def _iso_to_date(year, week, day):
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f'Year is out of range: {year}')
        first = _first_iso_monday(year)
        weeks = (_first_iso_monday(year + 1) - first) // 7
        if not 1 <= week <= weeks:
            raise ValueError(f'Invalid week: {week}')
        if not 1 <= day <= 7:
            raise ValueError(f'Invalid day: {day} (range is [1, 7])')
        ordinal = first + (week - 1) * 7 + day - 1
        if not 1 <= ordinal <= _MAXORDINAL:
            raise ValueError(f'Year is out of range: {year}')
        return _date(ordinal)


    class _NotISO(Exception):
        pass


    def _digits(text, start, count):
        """So many digits as a number."""
        part = text[start:start + count]
        if len(part) != count or not (part.isascii() and part.isdigit()):
            raise _NotISO
        return int(part)


    def _read_iso_date(text):
        """Year, month, day, and where they end: YYYY-MM-DD, YYYYMMDD, YYYY-Www-D, YYYYWwwD, with or without D."""
        year = _digits(text, 0, 4)
        dashed = text[4:5] == '-'
        index = 5 if dashed else 4
        if text[index:index + 1] == 'W':
            week = _digits(text, index + 1, 2)
            index += 3
            day = 1
            if dashed:
                if text[index:index + 1] == '-':
                    day = _digits(text, index + 1, 1)
                    index += 2
            elif text[index:index + 1].isdigit():
                day = _digits(text, index, 1)
                index += 1
            return *_iso_to_date(year, week, day), index
        month = _digits(text, index, 2)
        index += 2
        if dashed:
            if text[index:index + 1] != '-':
                raise _NotISO
            index += 1
        return year, month, _digits(text, index, 2), index + 2


    date.min = date(1, 1, 1)
    date.max = date(9999, 12, 31)
    date.resolution = timedelta(days=1)
    """#
}
