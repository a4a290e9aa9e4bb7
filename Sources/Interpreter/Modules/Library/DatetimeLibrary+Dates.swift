// `datetime`: dates.

extension DatetimeLibrary {
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
        __slots__ = ('_year', '_month', '_day')

        def __new__(cls, year=_missing, month=_missing, day=_missing):
            _required(('year', year), ('month', month), ('day', day))
            self = object.__new__(cls)
            self._year, self._month, self._day = _check_date(year, month, day)
            return self

        @classmethod
        def today(cls):
            return cls.fromtimestamp(_time.time())

        @classmethod
        def fromtimestamp(cls, timestamp, /):
            return cls(*_local(_whole_seconds(timestamp)[0])[:3])

        @classmethod
        def fromordinal(cls, ordinal, /):
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
            return cls(*_iso_to_date(year, week, day))

        year = property(lambda self: self._year)
        month = property(lambda self: self._month)
        day = property(lambda self: self._day)

        def ctime(self):
            return (f'{_WEEKDAYS[self.weekday()]} {_MONTHS[self._month - 1]} {self._day:2d} 00:00:00 '
                    f'{self._year:04d}')

        def strftime(self, format):
            if not isinstance(format, str):
                raise TypeError(f'strftime() argument 1 must be str, not {type(format).__name__}')
            return _format(self, format, self.timetuple())

        def __format__(self, fmt, /):
            if not isinstance(fmt, str):
                raise TypeError(f'__format__() argument 1 must be str, not {type(fmt).__name__}')
            return self.strftime(fmt) if fmt else str(self)

        def isoformat(self):
            return f'{self._year:04d}-{self._month:02d}-{self._day:02d}'

        def __str__(self):
            return self.isoformat()

        def __repr__(self):
            return f'{_type_name(self)}({self._year}, {self._month}, {self._day})'

        def timetuple(self):
            return _timetuple(self._year, self._month, self._day, 0, 0, 0, -1)

        def toordinal(self):
            return _ordinal(self._year, self._month, self._day)

        def replace(self, year=None, month=None, day=None):
            return type(self)(self._year if year is None else year, self._month if month is None else month,
                              self._day if day is None else day)

        __replace__ = replace

        def weekday(self):
            return (self.toordinal() + 6) % 7

        def isoweekday(self):
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
        part = text[start:start + count]
        if len(part) != count or not (part.isascii() and part.isdigit()):
            raise _NotISO
        return int(part)


    def _read_iso_date(text):
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
