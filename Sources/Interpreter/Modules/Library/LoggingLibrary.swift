// `logging`.

enum LoggingLibrary {
  static let source: StaticString = #"""
    import os
    import sys
    import time
    import traceback
    import warnings

    CRITICAL = FATAL = 50
    ERROR = 40
    WARNING = WARN = 30
    INFO = 20
    DEBUG = 10
    NOTSET = 0

    raiseExceptions = True
    logProcesses = True
    logThreads = True
    logMultiprocessing = True
    _start_time = time.time_ns()
    _level_to_name = {CRITICAL: 'CRITICAL', ERROR: 'ERROR', WARNING: 'WARNING', INFO: 'INFO', DEBUG: 'DEBUG',
                      NOTSET: 'NOTSET'}
    _name_to_level = {'CRITICAL': CRITICAL, 'FATAL': FATAL, 'ERROR': ERROR, 'WARN': WARNING, 'WARNING': WARNING,
                      'INFO': INFO, 'DEBUG': DEBUG, 'NOTSET': NOTSET}


    def getLevelNamesMapping():
        return _name_to_level.copy()


    def getLevelName(level):
        known = _level_to_name.get(level)
        if known is None:
            known = _name_to_level.get(level)
        return 'Level %s' % level if known is None else known


    def addLevelName(level, levelName):
        _level_to_name[level] = levelName
        _name_to_level[levelName] = level


    def _checkLevel(level):
        if isinstance(level, int):
            return level
        if str(level) == level:
            if level not in _name_to_level:
                raise ValueError('Unknown level: %r' % level)
            return _name_to_level[level]
        raise TypeError('Level not an integer or a valid string: %r' % (level,))


    class LogRecord:
        """One event."""

        def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
            now = time.time_ns()
            self.name = name
            self.msg = msg
            if args and len(args) == 1 and isinstance(args[0], dict) and args[0]:
                args = args[0]
            self.args = args
            self.levelname = getLevelName(level)
            self.levelno = level
            self.pathname = pathname
            self.filename = os.path.basename(pathname)
            self.module = os.path.splitext(self.filename)[0]
            self.exc_info = exc_info
            self.exc_text = None
            self.stack_info = sinfo
            self.lineno = lineno
            self.funcName = func
            self.created = now / 1e9
            self.msecs = now % 1000000000 // 1000000 + 0.0
            self.relativeCreated = (now - _start_time) / 1e6
            self.thread = os.getpid()
            self.threadName = 'MainThread'
            self.taskName = None
            self.process = os.getpid()
            self.processName = 'MainProcess'
            processes = sys.modules.get('multiprocessing')
            if processes is not None:
                try:
                    self.processName = processes.current_process().name
                except Exception:
                    pass

        def __repr__(self):
            return '<LogRecord: %s, %s, %s, %s, "%s">' % (self.name, self.levelno, self.pathname, self.lineno, self.msg)

        def getMessage(self):
            msg = str(self.msg)
            if self.args:
                msg = msg % self.args
            return msg


    _record_factory = LogRecord


    def setLogRecordFactory(factory):
        global _record_factory
        _record_factory = factory


    def getLogRecordFactory():
        return _record_factory


    def makeLogRecord(dict):
        record = _record_factory(None, None, '', 0, '', (), None, None)
        record.__dict__.update(dict)
        return record


    class PercentStyle:
        default_format = '%(message)s'
        asctime_format = '%(asctime)s'
        asctime_search = '%(asctime)'

        def __init__(self, fmt, *, defaults=None):
            self._fmt = fmt or self.default_format
            self._defaults = defaults

        def usesTime(self):
            return self._fmt.find(self.asctime_search) >= 0

        def validate(self):
            if '%(' not in self._fmt:
                raise ValueError("Invalid format '%s' for '%s' style" % (self._fmt, self.default_format[0]))

        def _values(self, record):
            return {**self._defaults, **record.__dict__} if self._defaults else record.__dict__

        def _format(self, record):
            return self._fmt % self._values(record)

        def format(self, record):
            try:
                return self._format(record)
            except KeyError as e:
                raise ValueError('Formatting field not found in record: %s' % e)


    class StrFormatStyle(PercentStyle):
        default_format = '{message}'
        asctime_format = '{asctime}'
        asctime_search = '{asctime'

        def validate(self):
            if '{' not in self._fmt:
                raise ValueError('invalid format: no fields')

        def _format(self, record):
            return self._fmt.format(**self._values(record))


    class StringTemplateStyle(PercentStyle):
        default_format = '${message}'
        asctime_format = '${asctime}'
        asctime_search = '${asctime}'

        def usesTime(self):
            return self._fmt.find('$asctime') >= 0 or self._fmt.find(self.asctime_search) >= 0

        def validate(self):
            if '$' not in self._fmt:
                raise ValueError('invalid format: no fields')

        def _format(self, record):
            from string import Template
            return Template(self._fmt).substitute(**self._values(record))


    BASIC_FORMAT = '%(levelname)s:%(name)s:%(message)s'
    _STYLES = {
        '%': (PercentStyle, BASIC_FORMAT),
        '{': (StrFormatStyle, '{levelname}:{name}:{message}'),
        '$': (StringTemplateStyle, '${levelname}:${name}:${message}'),
    }


    class Formatter:
        """Turns a record into text."""
        converter = time.localtime
        default_time_format = '%Y-%m-%d %H:%M:%S'
        default_msec_format = '%s,%03d'

        def __init__(self, fmt=None, datefmt=None, style='%', validate=True, *, defaults=None):
            if style not in _STYLES:
                raise ValueError('Style must be one of: %s' % ','.join(_STYLES))
            self._style = _STYLES[style][0](fmt, defaults=defaults)
            if validate:
                self._style.validate()
            self._fmt = self._style._fmt
            self.datefmt = datefmt

        def formatTime(self, record, datefmt=None):
            moment = type(self).converter(record.created)
            if datefmt:
                return time.strftime(datefmt, moment)
            text = time.strftime(self.default_time_format, moment)
            return self.default_msec_format % (text, record.msecs) if self.default_msec_format else text

        def formatException(self, ei):
            text = ''.join(traceback.format_exception(ei[1]))
            return text[:-1] if text[-1:] == '\n' else text

        def usesTime(self):
            return self._style.usesTime()

        def formatMessage(self, record):
            return self._style.format(record)

        def formatStack(self, stack_info):
            return stack_info

        def format(self, record):
            record.message = record.getMessage()
            if self.usesTime():
                record.asctime = self.formatTime(record, self.datefmt)
            text = self.formatMessage(record)
            if record.exc_info and not record.exc_text:
                record.exc_text = self.formatException(record.exc_info)
            for more in (record.exc_text, record.stack_info and self.formatStack(record.stack_info)):
                if more:
                    text += more if text[-1:] == '\n' else '\n' + more
            return text


    _default_formatter = Formatter()


    class BufferingFormatter:
        def __init__(self, linefmt=None):
            self.linefmt = linefmt or _default_formatter

        def formatHeader(self, records):
            return ''

        def formatFooter(self, records):
            return ''

        def format(self, records):
            if not records:
                return ''
            return (self.formatHeader(records) + ''.join(self.linefmt.format(record) for record in records)
                    + self.formatFooter(records))


    class Filter:
        def __init__(self, name=''):
            self.name = name
            self.nlen = len(name)

        def filter(self, record):
            return not self.name or self.name == record.name or record.name.startswith(self.name + '.')


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
            for each in self.filters:
                result = each.filter(record) if hasattr(each, 'filter') else each(record)
                if not result:
                    return False
                if isinstance(result, LogRecord):
                    record = result
            return record


    _handlers = {}
    _handler_list = []


    def getHandlerByName(name):
        return _handlers.get(name)


    def getHandlerNames():
        return frozenset(_handlers)


    class Handler(Filterer):
        def __init__(self, level=NOTSET):
            Filterer.__init__(self)
            self._name = None
            self.level = _checkLevel(level)
            self.formatter = None
            self._closed = False
            _handler_list.append(self)

        @property
        def name(self):
            return self._name

        @name.setter
        def name(self, name):
            _handlers.pop(self._name, None)
            self._name = name
            if name:
                _handlers[name] = self

        def get_name(self):
            return self._name

        def set_name(self, name):
            self.name = name

        def createLock(self):
            self.lock = None

        def acquire(self):
            pass

        def release(self):
            pass

        def setLevel(self, level):
            self.level = _checkLevel(level)

        def format(self, record):
            return (self.formatter or _default_formatter).format(record)

        def emit(self, record):
            raise NotImplementedError('emit must be implemented by Handler subclasses')

        def handle(self, record):
            result = self.filter(record)
            if isinstance(result, LogRecord):
                record = result
            if result:
                self.emit(record)
            return result

        def setFormatter(self, fmt):
            self.formatter = fmt

        def flush(self):
            pass

        def close(self):
            self._closed = True
            _handlers.pop(self._name, None)
            if self in _handler_list:
                _handler_list.remove(self)

        def handleError(self, record):
            if raiseExceptions and sys.stderr:
                error = sys.exception()
                try:
                    sys.stderr.write('--- Logging error ---\n')
                    traceback.print_exception(error)
                    sys.stderr.write('Call stack:\n')
                    sys.stderr.write('Message: %r\nArguments: %s\n' % (record.msg, record.args))
                except OSError:
                    pass

        def __repr__(self):
            return '<%s (%s)>' % (self.__class__.__name__, getLevelName(self.level))


    class StreamHandler(Handler):
        terminator = '\n'

        def __init__(self, stream=None):
            Handler.__init__(self)
            self.stream = sys.stderr if stream is None else stream

        def flush(self):
            if self.stream and hasattr(self.stream, 'flush'):
                self.stream.flush()

        def emit(self, record):
            try:
                self.stream.write(self.format(record) + self.terminator)
                self.flush()
            except RecursionError:
                raise
            except Exception:
                self.handleError(record)

        def setStream(self, stream):
            if stream is self.stream:
                return None
            result = self.stream
            self.flush()
            self.stream = stream
            return result

        def __repr__(self):
            name = str(getattr(self.stream, 'name', ''))
            return '<%s %s(%s)>' % (self.__class__.__name__, name + ' ' if name else '', getLevelName(self.level))


    class FileHandler(StreamHandler):
        def __init__(self, filename, mode='a', encoding=None, delay=False, errors=None):
            self.baseFilename = os.path.abspath(os.fspath(filename))
            self.mode = mode
            self.encoding = encoding
            self.errors = errors
            self.delay = delay
            if delay:
                Handler.__init__(self)
                self.stream = None
            else:
                StreamHandler.__init__(self, self._open())

        def _open(self):
            return open(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors)

        def close(self):
            if self.stream:
                self.flush()
                self.stream.close()
                self.stream = None
            StreamHandler.close(self)

        def emit(self, record):
            if self.stream is None and (self.mode != 'w' or not self._closed):
                self.stream = self._open()
            if self.stream:
                StreamHandler.emit(self, record)

        def __repr__(self):
            return '<%s %s (%s)>' % (self.__class__.__name__, self.baseFilename, getLevelName(self.level))


    class _StderrHandler(StreamHandler):
        def __init__(self, level=NOTSET):
            Handler.__init__(self, level)

        @property
        def stream(self):
            return sys.stderr


    class NullHandler(Handler):
        def handle(self, record):
            pass

        def emit(self, record):
            pass


    lastResort = _StderrHandler(WARNING)


    class PlaceHolder:
        pass


    class Manager:
        """All loggers by name."""

        def __init__(self, root):
            self.root = root
            self.disable = 0
            self.loggerDict = {}
            self.loggerClass = None

        def getLogger(self, name):
            if not isinstance(name, str):
                raise TypeError('A logger name must be a string')
            logger = self.loggerDict.get(name)
            if isinstance(logger, Logger):
                return logger
            logger = (self.loggerClass or _logger_class)(name)
            logger.manager = self
            self.loggerDict[name] = logger
            logger.parent = self._parent(name)
            for other_name, other in self.loggerDict.items():
                if isinstance(other, Logger) and other_name.startswith(name + '.') and (
                        other.parent is logger.parent):
                    other.parent = logger
            return logger

        def _parent(self, name):
            while '.' in name:
                name = name.rpartition('.')[0]
                known = self.loggerDict.get(name)
                if isinstance(known, Logger):
                    return known
                if known is None:
                    self.loggerDict[name] = PlaceHolder()
            return self.root


    class Logger(Filterer):
        def __init__(self, name, level=NOTSET):
            Filterer.__init__(self)
            self.name = name
            self.level = _checkLevel(level)
            self.parent = None
            self.propagate = True
            self.handlers = []
            self.disabled = False

        def setLevel(self, level):
            self.level = _checkLevel(level)

        def debug(self, msg, *args, **kwargs):
            if self.isEnabledFor(DEBUG):
                self._log(DEBUG, msg, args, **kwargs)

        def info(self, msg, *args, **kwargs):
            if self.isEnabledFor(INFO):
                self._log(INFO, msg, args, **kwargs)

        def warning(self, msg, *args, **kwargs):
            if self.isEnabledFor(WARNING):
                self._log(WARNING, msg, args, **kwargs)

        def error(self, msg, *args, **kwargs):
            if self.isEnabledFor(ERROR):
                self._log(ERROR, msg, args, **kwargs)

        def exception(self, msg, *args, exc_info=True, **kwargs):
            self.error(msg, *args, exc_info=exc_info, **kwargs)

        def critical(self, msg, *args, **kwargs):
            if self.isEnabledFor(CRITICAL):
                self._log(CRITICAL, msg, args, **kwargs)

        fatal = critical

        def log(self, level, msg, *args, **kwargs):
            if not isinstance(level, int):
                if raiseExceptions:
                    raise TypeError('level must be an integer')
                return
            if self.isEnabledFor(level):
                self._log(level, msg, args, **kwargs)

        def findCaller(self, stack_info=False, stacklevel=1):
            frames = traceback.extract_stack()
            # Those of this module are on top.
            while frames and frames[-1].filename == '<logging>':
                frames.pop()
            if len(frames) < stacklevel:
                return '(unknown file)', 0, '(unknown function)', None
            frame = frames[-stacklevel]
            info = None
            if stack_info:
                info = 'Stack (most recent call last):\n' + ''.join(frames.format()).rstrip('\n')
            return frame.filename, frame.lineno, frame.name, info

        def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None):
            record = _record_factory(name, level, fn, lno, msg, args, exc_info, func, sinfo)
            if extra is not None:
                for key in extra:
                    if key in ('message', 'asctime') or key in record.__dict__:
                        raise KeyError('Attempt to overwrite %r in LogRecord' % key)
                    record.__dict__[key] = extra[key]
            return record

        def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
            fn, lno, func, sinfo = self.findCaller(stack_info, stacklevel)
            if exc_info:
                if isinstance(exc_info, BaseException):
                    exc_info = (type(exc_info), exc_info, exc_info.__traceback__)
                elif not isinstance(exc_info, tuple):
                    exc_info = sys.exc_info()
            self.handle(self.makeRecord(self.name, level, fn, lno, msg, args, exc_info, func, extra, sinfo))

        def handle(self, record):
            if self.disabled:
                return
            result = self.filter(record)
            if not result:
                return
            if isinstance(result, LogRecord):
                record = result
            self.callHandlers(record)

        def addHandler(self, hdlr):
            if hdlr not in self.handlers:
                self.handlers.append(hdlr)

        def removeHandler(self, hdlr):
            if hdlr in self.handlers:
                self.handlers.remove(hdlr)

        def hasHandlers(self):
            logger = self
            while logger:
                if logger.handlers:
                    return True
                if not logger.propagate:
                    return False
                logger = logger.parent
            return False

        def callHandlers(self, record):
            logger = self
            found = 0
            while logger:
                for handler in logger.handlers:
                    found += 1
                    if record.levelno >= handler.level:
                        handler.handle(record)
                logger = logger.parent if logger.propagate else None
            if not found and lastResort and record.levelno >= lastResort.level:
                lastResort.handle(record)

        def getEffectiveLevel(self):
            logger = self
            while logger:
                if logger.level:
                    return logger.level
                logger = logger.parent
            return NOTSET

        def isEnabledFor(self, level):
            if self.disabled or self.manager.disable >= level:
                return False
            return level >= self.getEffectiveLevel()

        def getChild(self, suffix):
            return self.manager.getLogger(suffix if self.root is self else self.name + '.' + suffix)

        def getChildren(self):
            return {logger for logger in self.manager.loggerDict.values()
                    if isinstance(logger, Logger) and logger.parent is self}

        def __repr__(self):
            return '<%s %s (%s)>' % (self.__class__.__name__, self.name, getLevelName(self.getEffectiveLevel()))

        def __reduce__(self):
            return getLogger, (self.name,)


    class RootLogger(Logger):
        def __init__(self, level):
            Logger.__init__(self, 'root', level)

        def __reduce__(self):
            return getLogger, ()


    _logger_class = Logger


    def setLoggerClass(klass):
        global _logger_class
        if klass is not Logger and not issubclass(klass, Logger):
            raise TypeError('logger not derived from logging.Logger: ' + klass.__name__)
        _logger_class = klass


    def getLoggerClass():
        return _logger_class


    class LoggerAdapter:
        def __init__(self, logger, extra=None, merge_extra=False):
            self.logger = logger
            self.extra = extra
            self.merge_extra = merge_extra

        def process(self, msg, kwargs):
            if self.merge_extra and 'extra' in kwargs:
                kwargs['extra'] = {**self.extra, **kwargs['extra']}
            else:
                kwargs['extra'] = self.extra
            return msg, kwargs

        def debug(self, msg, *args, **kwargs):
            self.log(DEBUG, msg, *args, **kwargs)

        def info(self, msg, *args, **kwargs):
            self.log(INFO, msg, *args, **kwargs)

        def warning(self, msg, *args, **kwargs):
            self.log(WARNING, msg, *args, **kwargs)

        def error(self, msg, *args, **kwargs):
            self.log(ERROR, msg, *args, **kwargs)

        def exception(self, msg, *args, exc_info=True, **kwargs):
            self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

        def critical(self, msg, *args, **kwargs):
            self.log(CRITICAL, msg, *args, **kwargs)

        def log(self, level, msg, *args, **kwargs):
            if self.isEnabledFor(level):
                msg, kwargs = self.process(msg, kwargs)
                self.logger.log(level, msg, *args, **kwargs)

        def isEnabledFor(self, level):
            return self.logger.isEnabledFor(level)

        def setLevel(self, level):
            self.logger.setLevel(level)

        def getEffectiveLevel(self):
            return self.logger.getEffectiveLevel()

        def hasHandlers(self):
            return self.logger.hasHandlers()

        @property
        def name(self):
            return self.logger.name

        def __repr__(self):
            return '<%s %s (%s)>' % (self.__class__.__name__, self.logger.name,
                                     getLevelName(self.logger.getEffectiveLevel()))


    root = RootLogger(WARNING)
    Logger.root = root
    Logger.manager = Manager(root)
    root.manager = Logger.manager


    def basicConfig(**kwargs):
        force = kwargs.pop('force', False)
        encoding = kwargs.pop('encoding', None)
        errors = kwargs.pop('errors', 'backslashreplace')
        if force:
            for handler in root.handlers[:]:
                root.removeHandler(handler)
                handler.close()
        if root.handlers:
            return
        handlers = kwargs.pop('handlers', None)
        if handlers is None:
            if 'stream' in kwargs and 'filename' in kwargs:
                raise ValueError("'stream' and 'filename' should not be specified together")
        elif 'stream' in kwargs or 'filename' in kwargs:
            raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
        if handlers is None:
            filename = kwargs.pop('filename', None)
            mode = kwargs.pop('filemode', 'a')
            if filename:
                handlers = [FileHandler(filename, mode, encoding=encoding, errors=errors)]
            else:
                handlers = [StreamHandler(kwargs.pop('stream', None))]
        datefmt = kwargs.pop('datefmt', None)
        style = kwargs.pop('style', '%')
        if style not in _STYLES:
            raise ValueError('Style must be one of: %s' % ','.join(_STYLES))
        formatter = Formatter(kwargs.pop('format', _STYLES[style][1]), datefmt, style)
        for handler in handlers:
            if handler.formatter is None:
                handler.setFormatter(formatter)
            root.addHandler(handler)
        level = kwargs.pop('level', None)
        if level is not None:
            root.setLevel(level)
        if kwargs:
            raise ValueError('Unrecognised argument(s): %s' % ', '.join(kwargs))


    def getLogger(name=None):
        if not name or isinstance(name, str) and name == root.name:
            return root
        return Logger.manager.getLogger(name)


    def _configured():
        if not root.handlers:
            basicConfig()
        return root


    def critical(msg, *args, **kwargs):
        _configured().critical(msg, *args, **kwargs)


    fatal = critical


    def error(msg, *args, **kwargs):
        _configured().error(msg, *args, **kwargs)


    def exception(msg, *args, exc_info=True, **kwargs):
        error(msg, *args, exc_info=exc_info, **kwargs)


    def warning(msg, *args, **kwargs):
        _configured().warning(msg, *args, **kwargs)


    def info(msg, *args, **kwargs):
        _configured().info(msg, *args, **kwargs)


    def debug(msg, *args, **kwargs):
        _configured().debug(msg, *args, **kwargs)


    def log(level, msg, *args, **kwargs):
        _configured().log(level, msg, *args, **kwargs)


    def disable(level=CRITICAL):
        root.manager.disable = _checkLevel(level)


    def shutdown(handlerList=None):
        for handler in reversed(_handler_list if handlerList is None else handlerList):
            try:
                handler.flush()
                handler.close()
            except (OSError, ValueError):
                pass


    def captureWarnings(capture):
        global _showwarning
        if capture and _showwarning is None:
            _showwarning = warnings.showwarning
            warnings.showwarning = _log_warning
        elif not capture and _showwarning is not None:
            warnings.showwarning = _showwarning
            _showwarning = None


    _showwarning = None


    def _log_warning(message, category, filename, lineno, file=None, line=None):
        logger = getLogger('py.warnings')
        if not logger.handlers:
            logger.addHandler(NullHandler())
        logger.warning(str(warnings.formatwarning(message, category, filename, lineno, line)))


    import atexit
    atexit.register(shutdown)
    """#
}
