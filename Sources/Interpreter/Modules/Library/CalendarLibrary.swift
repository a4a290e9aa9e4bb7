// The module `calendar`.

enum CalendarLibrary {
  static let source: StaticString = #"""
    import datetime as _datetime
    import enum as _enum
    import itertools as _itertools

    __all__ = ['IllegalMonthError', 'IllegalWeekdayError', 'setfirstweekday', 'firstweekday', 'isleap', 'leapdays',
               'weekday', 'monthrange', 'monthcalendar', 'prmonth', 'month', 'prcal', 'calendar', 'timegm',
               'month_name', 'month_abbr', 'day_name', 'day_abbr', 'Calendar', 'TextCalendar', 'Day', 'Month',
               'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY', 'JANUARY', 'FEBRUARY',
               'MARCH', 'APRIL', 'MAY', 'JUNE', 'JULY', 'AUGUST', 'SEPTEMBER', 'OCTOBER', 'NOVEMBER', 'DECEMBER']

    error = ValueError


    class IllegalMonthError(ValueError, IndexError):
        def __init__(self, month):
            self.month = month

        def __str__(self):
            return f'bad month number {self.month!r}; must be 1-12'


    class IllegalWeekdayError(ValueError):
        def __init__(self, weekday):
            self.weekday = weekday

        def __str__(self):
            return f'bad weekday number {self.weekday!r}; must be 0 (Monday) to 6 (Sunday)'


    @_enum.global_enum
    class Month(_enum.IntEnum):
        JANUARY, FEBRUARY, MARCH, APRIL, MAY, JUNE, JULY, AUGUST, SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER = range(1, 13)


    @_enum.global_enum
    class Day(_enum.IntEnum):
        MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)


    day_name = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
    day_abbr = [name[:3] for name in day_name]
    month_name = [''] + [member.name.capitalize() for member in Month]
    month_abbr = [name[:3] for name in month_name]


    def isleap(year):
        return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


    def leapdays(y1, y2):
        def before(year):
            return (year - 1) // 4 - (year - 1) // 100 + (year - 1) // 400
        return before(y2) - before(y1)


    def weekday(year, month, day):
        # The calendar repeats itself after 400 years.
        if not _datetime.MINYEAR <= year <= _datetime.MAXYEAR:
            year = 2000 + year % 400
        return Day(_datetime.date(year, month, day).weekday())


    def _length(year, month):
        return 29 if month == 2 and isleap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


    def monthrange(year, month):
        if not 1 <= month <= 12:
            raise IllegalMonthError(month)
        return weekday(year, month, 1), _length(year, month)


    class Calendar:
        def __init__(self, firstweekday=0):
            self.firstweekday = firstweekday

        firstweekday = property(lambda self: self._first % 7, lambda self, day: setattr(self, '_first', day))

        getfirstweekday = lambda self: self.firstweekday
        setfirstweekday = lambda self, firstweekday: setattr(self, 'firstweekday', firstweekday)

        def iterweekdays(self):
            return (day % 7 for day in range(self.firstweekday, self.firstweekday + 7))

        def itermonthdays3(self, year, month):
            """All days of the weeks that the month touches."""
            first, count = monthrange(year, month)
            before = (first - self.firstweekday) % 7
            after = -(before + count) % 7
            earlier, later = (year - (month == 1), (month - 2) % 12 + 1), (year + (month == 12), month % 12 + 1)
            last = _length(*earlier)
            yield from ((*earlier, day) for day in range(last - before + 1, last + 1))
            yield from ((year, month, day) for day in range(1, count + 1))
            yield from ((*later, day) for day in range(1, after + 1))

        def itermonthdays4(self, year, month):
            for index, date in enumerate(self.itermonthdays3(year, month)):
                yield *date, (self.firstweekday + index) % 7

        def itermonthdates(self, year, month):
            return (_datetime.date(*date) for date in self.itermonthdays3(year, month))

        def itermonthdays(self, year, month):
            return (date[2] if date[:2] == (year, month) else 0 for date in self.itermonthdays3(year, month))

        def itermonthdays2(self, year, month):
            return ((day, (self.firstweekday + index) % 7) for index, day in enumerate(self.itermonthdays(year, month)))

        def monthdatescalendar(self, year, month):
            return _weeks(self.itermonthdates(year, month))

        def monthdays2calendar(self, year, month):
            return _weeks(self.itermonthdays2(year, month))

        def monthdayscalendar(self, year, month):
            return _weeks(self.itermonthdays(year, month))

        def _year(self, months, width):
            return [list(row) for row in _itertools.batched(months, width)]

        def yeardatescalendar(self, year, width=3):
            return self._year([self.monthdatescalendar(year, month) for month in range(1, 13)], width)

        def yeardays2calendar(self, year, width=3):
            return self._year([self.monthdays2calendar(year, month) for month in range(1, 13)], width)

        def yeardayscalendar(self, year, width=3):
            return self._year([self.monthdayscalendar(year, month) for month in range(1, 13)], width)


    def _weeks(days):
        return [list(week) for week in _itertools.batched(days, 7)]


    class TextCalendar(Calendar):
        def formatday(self, day, weekday, width):
            return (f'{day:2}' if day else '').center(width)

        def formatweek(self, theweek, width):
            return ' '.join(self.formatday(day, weekday, width) for day, weekday in theweek)

        def prweek(self, theweek, width):
            print(self.formatweek(theweek, width), end='')

        def formatweekday(self, day, width):
            return (day_name if width >= 9 else day_abbr)[day][:width].center(width)

        def formatweekheader(self, width):
            return ' '.join(self.formatweekday(day, width) for day in self.iterweekdays())

        def formatmonthname(self, theyear, themonth, width, withyear=True):
            title = f'{month_name[themonth]} {theyear!r}' if withyear else month_name[themonth]
            return title.center(width)

        def formatmonth(self, theyear, themonth, w=0, l=0):
            w, l = max(2, w), max(1, l)
            title = self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1)
            lines = [title.rstrip(), self.formatweekheader(w).rstrip()]
            lines += [self.formatweek(week, w).rstrip() for week in self.monthdays2calendar(theyear, themonth)]
            return ''.join(line + '\n' * l for line in lines)

        def prmonth(self, theyear, themonth, w=0, l=0):
            print(self.formatmonth(theyear, themonth, w, l), end='')

        def formatyear(self, theyear, w=2, l=1, c=6, m=3):
            w, l, c = max(2, w), max(1, l), max(2, c)
            width = 7 * (w + 1) - 1
            end = '\n' * l

            def row(texts):
                return (' ' * c).join(text.center(width) for text in texts)

            made = repr(theyear).center(width * m + c * (m - 1)).rstrip() + end
            for start, months in zip(range(1, 13, m), self.yeardays2calendar(theyear, m)):
                numbers = range(start, min(start + m, 13))
                titles = row(self.formatmonthname(theyear, number, width, False) for number in numbers)
                made += end + titles.rstrip() + end
                made += row(self.formatweekheader(w) for _ in numbers).rstrip() + end
                for index in range(max(map(len, months))):
                    weeks = [self.formatweek(weeks[index], w) if index < len(weeks) else '' for weeks in months]
                    made += row(weeks).rstrip() + end
            return made

        def pryear(self, theyear, w=0, l=0, c=6, m=3):
            print(self.formatyear(theyear, w, l, c, m), end='')


    _shared = TextCalendar()
    monthcalendar, prweek, week = _shared.monthdayscalendar, _shared.prweek, _shared.formatweek
    weekheader, prmonth, month = _shared.formatweekheader, _shared.prmonth, _shared.formatmonth
    calendar, prcal, firstweekday = _shared.formatyear, _shared.pryear, _shared.getfirstweekday


    def setfirstweekday(firstweekday):
        if not 0 <= firstweekday <= 6:
            raise IllegalWeekdayError(firstweekday)
        _shared.firstweekday = firstweekday


    def timegm(tuple):
        year, month, day, hour, minute, second = tuple[:6]
        days = _datetime.date(year, month, 1).toordinal() - _datetime.date(1970, 1, 1).toordinal() + day - 1
        return ((days * 24 + hour) * 60 + minute) * 60 + second
    """#
}
