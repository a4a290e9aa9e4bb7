// `logging`: levels, records and how they become text. Handlers and loggers are in `LoggingLibrary+Loggers.swift`.

enum LoggingLibrary {
  static let source: StaticString = #"""
    import os
    import sys
    import time
    import traceback

    raiseExceptions = True
    _began = time.time()

    # Levels

    CRITICAL, ERROR, WARNING, INFO, DEBUG, NOTSET = 50, 40, 30, 20, 10, 0
    FATAL, WARN = CRITICAL, WARNING
    _names = {level: name for name, level in list(globals().items()) if name.isupper() and name not in ('FATAL', 'WARN')}
    _numbers = {name: level for name, level in list(globals().items()) if name.isupper()}


    def getLevelNamesMapping():
        return dict(_numbers)


    def getLevelName(level):
        for table in (_names, _numbers):
            if level in table:
                return table[level]
        return f'Level {level}'


    def addLevelName(level, levelName):
        _names[level], _numbers[levelName] = levelName, level


    def _level(given):
        """A level by its number or its name."""
        if isinstance(given, int):
            return given
        if not isinstance(given, str):
            raise TypeError(f'Level not an integer or a valid string: {given!r}')
        if given in _numbers:
            return _numbers[given]
        raise ValueError(f'Unknown level: {given!r}')


    # Records

    class LogRecord:
        def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
            now = time.time()
            file = os.path.basename(pathname)
            # A single dict among the arguments gives values by name.
            if args and len(args) == 1 and args[0] and isinstance(args[0], dict):
                args = args[0]
            vars(self).update(
                name=name, msg=msg, args=args, levelname=getLevelName(level), levelno=level, pathname=pathname,
                filename=file, module=os.path.splitext(file)[0], exc_info=exc_info, exc_text=None, stack_info=sinfo,
                lineno=lineno, funcName=func, created=now, msecs=float(int(now % 1 * 1000)),
                relativeCreated=(now - _began) * 1000, thread=os.getpid(), threadName='MainThread', taskName=None,
                process=os.getpid(), processName=_process_name())

        def getMessage(self):
            return str(self.msg) % self.args if self.args else str(self.msg)

        def __repr__(self):
            return f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, "{self.msg}">'


    def _process_name():
        library = sys.modules.get('multiprocessing')
        return library.current_process().name if library else 'MainProcess'


    _new_record = LogRecord


    def getLogRecordFactory():
        return _new_record


    def setLogRecordFactory(factory):
        global _new_record
        _new_record = factory


    def makeLogRecord(dict):
        record = _new_record(None, None, '', 0, '', (), None)
        vars(record).update(dict)
        return record


    # Text

    def _fill_template(text, values):
        from string import Template
        return Template(text).substitute(values)


    # By the style's sign: the usual format, a longer one, how to tell that the time is wanted, how to fill in.
    _styles = {
        '%': ('%(message)s', '%(levelname)s:%(name)s:%(message)s', ('%(asctime)',), '%(',
              lambda text, values: text % values),
        '{': ('{message}', '{levelname}:{name}:{message}', ('{asctime',), '{',
              lambda text, values: text.format(**values)),
        '$': ('${message}', '${levelname}:${name}:${message}', ('$asctime', '${asctime}'), '$', _fill_template),
    }
    BASIC_FORMAT = _styles['%'][1]


    def _style(sign):
        if sign in _styles:
            return _styles[sign]
        raise ValueError(f'Style must be one of: {",".join(_styles)}')


    class Formatter:
        converter = staticmethod(time.localtime)
        default_time_format = '%Y-%m-%d %H:%M:%S'
        default_msec_format = '%s,%03d'

        def __init__(self, fmt=None, datefmt=None, style='%', validate=True, *, defaults=None):
            usual, _, self._time_marks, needed, self._fill = _style(style)
            self._fmt = fmt or usual
            self.datefmt = datefmt
            self._defaults = defaults or {}
            if validate and needed not in self._fmt:
                raise ValueError(f"Invalid format '{self._fmt}' for '%' style" if style == '%'
                                 else 'invalid format: no fields')

        def usesTime(self):
            return any(mark in self._fmt for mark in self._time_marks)

        def formatTime(self, record, datefmt=None):
            moment = self.converter(record.created)
            shown = time.strftime(datefmt or self.default_time_format, moment)
            if datefmt or not self.default_msec_format:
                return shown
            return self.default_msec_format % (shown, record.msecs)

        def formatMessage(self, record):
            try:
                return self._fill(self._fmt, {**self._defaults, **vars(record)})
            except KeyError as missing:
                raise ValueError(f'Formatting field not found in record: {missing}') from None

        def formatException(self, ei):
            return ''.join(traceback.format_exception(ei[1])).removesuffix('\n')

        def formatStack(self, stack_info):
            return stack_info

        def format(self, record):
            record.message = record.getMessage()
            if self.usesTime():
                record.asctime = self.formatTime(record, self.datefmt)
            if record.exc_info and not record.exc_text:
                record.exc_text = self.formatException(record.exc_info)
            text = self.formatMessage(record)
            below = [record.exc_text, record.stack_info and self.formatStack(record.stack_info)]
            for part in filter(None, below):
                text = text.removesuffix('\n') + '\n' + part
            return text


    _plain = Formatter()


    class BufferingFormatter:
        formatHeader = formatFooter = lambda self, records: ''

        def __init__(self, linefmt=None):
            self.linefmt = linefmt or _plain

        def format(self, records):
            body = ''.join(map(self.linefmt.format, records))
            return self.formatHeader(records) + body + self.formatFooter(records) if records else ''


    # Filters

    class Filter:
        def __init__(self, name=''):
            self.name = name

        def filter(self, record):
            return not self.name or f'{record.name}.'.startswith(f'{self.name}.')


    class Filterer:
        def __init__(self):
            self.filters = []

        def addFilter(self, filter):
            if filter not in self.filters:
                self.filters.append(filter)

        def removeFilter(self, filter):
            if filter in self.filters:
                self.filters.remove(filter)

        def filter(self, record):
            """The record, or the one that a filter puts in its place; False where one refuses it."""
            for each in self.filters:
                answer = getattr(each, 'filter', each)(record)
                if not answer:
                    return False
                record = answer if isinstance(answer, LogRecord) else record
            return record
    """#
}
