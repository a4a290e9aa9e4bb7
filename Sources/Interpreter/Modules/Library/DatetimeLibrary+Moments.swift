// `datetime`: moments, a date with a time.

extension DatetimeLibrary {
  static let moments: StaticString = #"""
    @_native
    class datetime(date):
        __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')

        def __new__(cls, year=_missing, month=_missing, day=_missing, hour=0, minute=0, second=0, microsecond=0,
                    tzinfo=None, *, fold=0):
            _required(('year', year), ('month', month), ('day', day))
            self = object.__new__(cls)
            self._year, self._month, self._day = _check_date(year, month, day)
            self._hour, self._minute, self._second, self._microsecond = _check_time(
                hour, minute, second, microsecond, fold)
            self._tzinfo = _check_zone(tzinfo)
            self._fold = fold
            return self

        # Making

        @classmethod
        def _at(cls, seconds, micro, zone):
            if zone is None:
                fields = _local(seconds)
                made = cls(*fields[:6], micro)
                # The second of two equal hours at the end of summer time.
                if seconds >= 86400 and _local(seconds - 86400)[6] > fields[6]:
                    shift = _local(seconds - 86400)[6] - fields[6]
                    if _local(seconds - shift)[:6] == fields[:6]:
                        made = made.replace(fold=1)
                return made
            days, rest = divmod(seconds, 86400)
            ordinal = _EPOCH + days
            if not 1 <= ordinal <= _MAXORDINAL:
                raise ValueError(f'year {1970 + int(days // 365.2425)} is out of range')
            hour, rest = divmod(rest, 3600)
            made = cls(*_date(ordinal), hour, *divmod(rest, 60), micro, None if zone is False else zone)
            return made if zone is False else zone.fromutc(made)

        @classmethod
        def now(cls, tz=None):
            _check_zone(tz)
            return cls._at(*divmod(_now(), 1000000), tz)

        @classmethod
        def utcnow(cls):
            import warnings
            warnings.warn('datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. '
                          'Use timezone-aware objects to represent datetimes in UTC: '
                          'datetime.datetime.now(datetime.UTC).', DeprecationWarning, stacklevel=2)
            return cls._at(*divmod(_now(), 1000000), False)

        @classmethod
        def fromtimestamp(cls, timestamp, tz=None):
            _check_zone(tz)
            return cls._at(*_whole_seconds(timestamp), tz)

        @classmethod
        def utcfromtimestamp(cls, timestamp, /):
            import warnings
            warnings.warn('datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal in a future '
                          'version. Use timezone-aware objects to represent datetimes in UTC: '
                          'datetime.datetime.fromtimestamp(timestamp, datetime.UTC).', DeprecationWarning,
                          stacklevel=2)
            return cls._at(*_whole_seconds(timestamp), False)

        @classmethod
        def combine(cls, date, time, tzinfo=True):
            if not isinstance(date, _date_type):
                raise TypeError(f'combine() argument 1 must be datetime.date, not {type(date).__name__}')
            if not isinstance(time, _time_type):
                raise TypeError(f'combine() argument 2 must be datetime.time, not {type(time).__name__}')
            zone = time.tzinfo if tzinfo is True else tzinfo
            return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond, zone,
                       fold=time.fold)

        @classmethod
        def fromisoformat(cls, date_string, /):
            if not isinstance(date_string, str):
                raise TypeError('fromisoformat: argument must be str')
            try:
                year, month, day, end = _read_iso_date(date_string)
                if end == len(date_string):
                    return cls(year, month, day)
                fields = _read_iso_time(date_string[end + 1:])
            except _NotISO:
                raise ValueError(f'Invalid isoformat string: {date_string!r}') from None
            return cls(year, month, day, *fields)

        @classmethod
        def strptime(cls, date_string, format, /):
            *fields, offset, zone = _parse(date_string, format)
            if offset is None:
                return cls(*fields)
            offset = timedelta(microseconds=offset)
            return cls(*fields, timezone(offset) if zone is None else timezone(offset, zone))

        # Parts

        hour = property(lambda self: self._hour)
        minute = property(lambda self: self._minute)
        second = property(lambda self: self._second)
        microsecond = property(lambda self: self._microsecond)
        tzinfo = property(lambda self: self._tzinfo)
        fold = property(lambda self: self._fold)

        def date(self):
            return _date_type(self._year, self._month, self._day)

        def time(self):
            return _time_type(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

        def timetz(self):
            return _time_type(self._hour, self._minute, self._second, self._microsecond, self._tzinfo,
                              fold=self._fold)

        def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                    tzinfo=True, *, fold=None):
            return type(self)(
                self._year if year is None else year, self._month if month is None else month,
                self._day if day is None else day, self._hour if hour is None else hour,
                self._minute if minute is None else minute, self._second if second is None else second,
                self._microsecond if microsecond is None else microsecond,
                self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

        __replace__ = replace

        def utcoffset(self):
            return _zone_answer(self._tzinfo, 'utcoffset', self)

        def dst(self):
            return _zone_answer(self._tzinfo, 'dst', self)

        def tzname(self):
            return _zone_name(self._tzinfo, self)

        # Conversion

        def _micros(self):
            """Microseconds since the beginning of day 0."""
            return (self.toordinal() * 86400 + self._hour * 3600 + self._minute * 60 + self._second) * 1000000 \
                + self._microsecond

        def _local_seconds(self):
            """Seconds since 1970 of a moment that is told by the clock here."""
            told = (self.toordinal() - _EPOCH) * 86400 + self._hour * 3600 + self._minute * 60 + self._second
            answers = []
            for probe in (told - 86400, told + 86400):
                guess = told - _local(probe)[6]
                if _local(guess)[6] == told - guess and guess not in answers:
                    answers.append(guess)
            if answers:
                return (min, max)[self._fold](answers)
            # A moment that the clock leaves out.
            return (max, min)[self._fold](told - _local(probe)[6] for probe in (told - 86400, told + 86400))

        def timestamp(self):
            if self._tzinfo is None:
                return self._local_seconds() + self._microsecond / 1e6
            return (self - _epoch).total_seconds()

        def timetuple(self):
            summer = self.dst()
            return _timetuple(self._year, self._month, self._day, self._hour, self._minute, self._second,
                              -1 if summer is None else 1 if summer else 0)

        def utctimetuple(self):
            offset = self.utcoffset()
            moment = self - offset if offset else self
            return _timetuple(moment._year, moment._month, moment._day, moment._hour, moment._minute, moment._second,
                              0)

        def astimezone(self, tz=None):
            if tz is not None and not isinstance(tz, _tzinfo_type):
                raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")
            offset = self.utcoffset()
            if offset is None:
                seconds = self._local_seconds()
                offset = timedelta(seconds=_local(seconds)[6])
            in_utc = (self - offset).replace(tzinfo=UTC)
            if tz is None:
                *_, seconds, name = _local((in_utc - _epoch)._total() // 1000000)
                tz = timezone(timedelta(seconds=seconds), name)
            if self._tzinfo is tz:
                return self
            return tz.fromutc(in_utc.replace(tzinfo=tz))

        # Text

        def ctime(self):
            return (f'{_WEEKDAYS[self.weekday()]} {_MONTHS[self._month - 1]} {self._day:2d} '
                    f'{self._hour:02d}:{self._minute:02d}:{self._second:02d} {self._year:04d}')

        def isoformat(self, sep='T', timespec='auto'):
            text = (f'{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}'
                    + _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec))
            offset = self.utcoffset()
            return text if offset is None else text + _offset_text(offset)

        def __str__(self):
            return self.isoformat(sep=' ')

        def __repr__(self):
            fields = [self._year, self._month, self._day, self._hour, self._minute]
            if self._second or self._microsecond:
                fields.append(self._second)
            if self._microsecond:
                fields.append(self._microsecond)
            return _moment_repr(self, fields)

        # Arithmetic and order

        def __add__(self, other):
            if not isinstance(other, timedelta):
                return NotImplemented
            days, rest = divmod(self._micros() + other._total(), _DAY)
            if not 1 <= days <= _MAXORDINAL:
                raise OverflowError('date value out of range')
            seconds, micro = divmod(rest, 1000000)
            hour, seconds = divmod(seconds, 3600)
            return type(self)(*_date(days), hour, *divmod(seconds, 60), micro, self._tzinfo)

        __radd__ = __add__

        def __sub__(self, other):
            if isinstance(other, timedelta):
                return self + -other
            if not isinstance(other, datetime):
                return NotImplemented
            difference = self._micros() - other._micros()
            if self._tzinfo is not other._tzinfo:
                mine, theirs = self.utcoffset(), other.utcoffset()
                if mine != theirs:
                    if mine is None or theirs is None:
                        raise TypeError("can't subtract offset-naive and offset-aware datetimes")
                    difference -= mine._total() - theirs._total()
            return timedelta._of(difference)

        def _compare(self, other, equality=False):
            """Negative, 0 or positive; None where one knows its offset and the other does not."""
            if self._tzinfo is other._tzinfo:
                mine = theirs = None
            else:
                mine, theirs = self.utcoffset(), other.utcoffset()
            a, b = self._micros(), other._micros()
            if mine != theirs:
                if mine is None or theirs is None:
                    if equality:
                        return None
                    raise TypeError("can't compare offset-naive and offset-aware datetimes")
                a -= mine._total()
                b -= theirs._total()
            return (a > b) - (a < b)

        def __eq__(self, other):
            return self._compare(other, True) == 0 if isinstance(other, datetime) else NotImplemented

        def __lt__(self, other):
            return self._compare(other) < 0 if isinstance(other, datetime) else NotImplemented

        def __le__(self, other):
            return self._compare(other) <= 0 if isinstance(other, datetime) else NotImplemented

        def __gt__(self, other):
            return self._compare(other) > 0 if isinstance(other, datetime) else NotImplemented

        def __ge__(self, other):
            return self._compare(other) >= 0 if isinstance(other, datetime) else NotImplemented

        def __hash__(self):
            offset = self.replace(fold=0).utcoffset() if self._fold else self.utcoffset()
            return hash(self._micros() - (0 if offset is None else offset._total()))

        def __reduce__(self):
            fields = (self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond)
            return self.__class__, fields if self._tzinfo is None else fields + (self._tzinfo,)


    # Inside the class the names of its methods stand before those of the types.
    _date_type = date
    _time_type = time
    _tzinfo_type = tzinfo

    datetime.min = datetime(1, 1, 1)
    datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
    datetime.resolution = timedelta(microseconds=1)
    _epoch = datetime(1970, 1, 1, tzinfo=UTC)
    """#
}
