// `datetime`: times of the day.

extension DatetimeLibrary {
  static let times: StaticString = #"""
    def _check_time(hour, minute, second, microsecond, fold):
        hour, minute, second, microsecond = _index(hour), _index(minute), _index(second), _index(microsecond)
        if not 0 <= hour <= 23:
            raise ValueError('hour must be in 0..23')
        if not 0 <= minute <= 59:
            raise ValueError('minute must be in 0..59')
        if not 0 <= second <= 59:
            raise ValueError('second must be in 0..59')
        if not 0 <= microsecond <= 999999:
            raise ValueError('microsecond must be in 0..999999')
        if fold not in (0, 1):
            raise ValueError('fold must be either 0 or 1')
        return hour, minute, second, microsecond


    def _check_zone(zone):
        if zone is not None and not isinstance(zone, tzinfo):
            raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(zone).__name__}'")
        return zone


    def _zone_answer(zone, method, moment):
        if zone is None:
            return None
        offset = getattr(zone, method)(moment)
        if offset is None:
            return None
        if not isinstance(offset, timedelta):
            raise TypeError(f'tzinfo.{method}() must return None or a timedelta, not {type(offset).__name__!r}')
        if not -_DAY < offset._total() < _DAY:
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and '
                             f'timedelta(hours=24), not {offset!r}.')
        return offset


    def _zone_name(zone, moment):
        if zone is None:
            return None
        name = zone.tzname(moment)
        if name is not None and not isinstance(name, str):
            raise TypeError(f"tzinfo.tzname() must return None or a string, not '{type(name).__name__}'")
        return name


    def _clock_text(hour, minute, second, microsecond, timespec):
        if timespec == 'auto':
            timespec = 'microseconds' if microsecond else 'seconds'
        if timespec == 'hours':
            return f'{hour:02d}'
        if timespec == 'minutes':
            return f'{hour:02d}:{minute:02d}'
        if timespec == 'seconds':
            return f'{hour:02d}:{minute:02d}:{second:02d}'
        if timespec == 'milliseconds':
            return f'{hour:02d}:{minute:02d}:{second:02d}.{microsecond // 1000:03d}'
        if timespec == 'microseconds':
            return f'{hour:02d}:{minute:02d}:{second:02d}.{microsecond:06d}'
        raise ValueError('Unknown timespec value')


    def _read_clock(text):
        hour = _digits(text, 0, 2)
        if len(text) == 2:
            return hour, 0, 0, 0
        colon = text[2] == ':'
        index = 3 if colon else 2
        minute = _digits(text, index, 2)
        index += 2
        if index == len(text):
            return hour, minute, 0, 0
        if colon:
            if text[index] != ':':
                raise _NotISO
            index += 1
        second = _digits(text, index, 2)
        index += 2
        if index == len(text):
            return hour, minute, second, 0
        fraction = text[index + 1:]
        if text[index] not in '.,' or not (fraction.isascii() and fraction.isdigit()):
            raise _NotISO
        return hour, minute, second, int(fraction[:6].ljust(6, '0'))


    def _read_iso_time(text):
        for index, char in enumerate(text):
            if char in '+-Z':
                break
        else:
            return *_read_clock(text), None
        clock = _read_clock(text[:index])
        if text[index] == 'Z':
            if index + 1 != len(text):
                raise _NotISO
            return *clock, UTC
        hour, minute, second, microsecond = _read_clock(text[index + 1:])
        offset = timedelta(hours=hour, minutes=minute, seconds=second, microseconds=microsecond)
        if not offset:
            return *clock, UTC
        return *clock, timezone(-offset if text[index] == '-' else offset)


    @_native
    class time:
        __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')

        def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
            self = object.__new__(cls)
            self._hour, self._minute, self._second, self._microsecond = _check_time(
                hour, minute, second, microsecond, fold)
            self._tzinfo = _check_zone(tzinfo)
            self._fold = fold
            return self

        @classmethod
        def fromisoformat(cls, time_string, /):
            if not isinstance(time_string, str):
                raise TypeError('fromisoformat: argument must be str')
            try:
                fields = _read_iso_time(time_string.removeprefix('T'))
            except _NotISO:
                raise ValueError(f'Invalid isoformat string: {time_string!r}') from None
            return cls(*fields)

        hour = property(lambda self: self._hour)
        minute = property(lambda self: self._minute)
        second = property(lambda self: self._second)
        microsecond = property(lambda self: self._microsecond)
        tzinfo = property(lambda self: self._tzinfo)
        fold = property(lambda self: self._fold)

        def utcoffset(self):
            return _zone_answer(self._tzinfo, 'utcoffset', None)

        def dst(self):
            return _zone_answer(self._tzinfo, 'dst', None)

        def tzname(self):
            return _zone_name(self._tzinfo, None)

        def isoformat(self, timespec='auto'):
            text = _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec)
            offset = self.utcoffset()
            return text if offset is None else text + _offset_text(offset)

        def __str__(self):
            return self.isoformat()

        def __repr__(self):
            fields = [self._hour, self._minute]
            if self._second or self._microsecond:
                fields.append(self._second)
            if self._microsecond:
                fields.append(self._microsecond)
            return _moment_repr(self, fields)

        def strftime(self, format):
            if not isinstance(format, str):
                raise TypeError(f'strftime() argument 1 must be str, not {type(format).__name__}')
            return _format(self, format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

        def __format__(self, fmt, /):
            if not isinstance(fmt, str):
                raise TypeError(f'__format__() argument 1 must be str, not {type(fmt).__name__}')
            return self.strftime(fmt) if fmt else str(self)

        def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
            return type(self)(
                self._hour if hour is None else hour, self._minute if minute is None else minute,
                self._second if second is None else second,
                self._microsecond if microsecond is None else microsecond,
                self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

        __replace__ = replace

        def _key(self):
            return self._hour, self._minute, self._second, self._microsecond

        def _compare(self, other, equality=False):
            """Negative, 0 or positive; None where one knows its offset and the other does not."""
            mine, theirs = self.utcoffset(), other.utcoffset()
            if mine == theirs:
                a, b = self._key(), other._key()
                return (a > b) - (a < b)
            if mine is None or theirs is None:
                if equality:
                    return None
                raise TypeError("can't compare offset-naive and offset-aware times")
            a, b = self._in_utc(mine), other._in_utc(theirs)
            return (a > b) - (a < b)

        def _in_utc(self, offset):
            return timedelta(hours=self._hour, minutes=self._minute, seconds=self._second,
                             microseconds=self._microsecond) - offset

        def __eq__(self, other):
            return self._compare(other, True) == 0 if isinstance(other, time) else NotImplemented

        def __lt__(self, other):
            return self._compare(other) < 0 if isinstance(other, time) else NotImplemented

        def __le__(self, other):
            return self._compare(other) <= 0 if isinstance(other, time) else NotImplemented

        def __gt__(self, other):
            return self._compare(other) > 0 if isinstance(other, time) else NotImplemented

        def __ge__(self, other):
            return self._compare(other) >= 0 if isinstance(other, time) else NotImplemented

        def __hash__(self):
            offset = self.utcoffset()
            return hash(self._key()) if offset is None else hash(self._in_utc(offset))

        def __reduce__(self):
            fields = self._key()
            return self.__class__, fields if self._tzinfo is None else fields + (self._tzinfo,)


    def _moment_repr(moment, fields):
        parts = [str(field) for field in fields]
        if moment.tzinfo is not None:
            parts.append(f'tzinfo={moment.tzinfo!r}')
        if moment.fold:
            parts.append('fold=1')
        return f'{_type_name(moment)}({", ".join(parts)})'


    time.min = time(0, 0, 0)
    time.max = time(23, 59, 59, 999999)
    time.resolution = timedelta(microseconds=1)
    """#
}
