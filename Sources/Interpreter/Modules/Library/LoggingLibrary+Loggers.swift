// `logging`: handlers, loggers and the functions of the module.

extension LoggingLibrary {
  static let loggers: StaticString = #"""
    import atexit
    import warnings

    # Handlers

    _handlers = []


    def getHandlerNames():
        return frozenset(handler.name for handler in _handlers if handler.name)


    def getHandlerByName(name):
        return next((handler for handler in _handlers if handler.name == name), None)


    class Handler(Filterer):
        name = None
        formatter = None
        _closed = False

        def __init__(self, level=NOTSET):
            super().__init__()
            self.setLevel(level)
            _handlers.append(self)

        def get_name(self):
            return self.name

        def set_name(self, name):
            self.name = name

        def setLevel(self, level):
            self.level = _level(level)

        def setFormatter(self, fmt):
            self.formatter = fmt

        def format(self, record):
            return (self.formatter or _plain).format(record)

        def emit(self, record):
            raise NotImplementedError('emit must be implemented by Handler subclasses')

        def handle(self, record):
            passed = self.filter(record)
            if passed:
                self.emit(passed)
            return passed

        def handleError(self, record):
            if raiseExceptions and sys.stderr:
                report = ['--- Logging error ---\n', *traceback.format_exception(sys.exception()),
                          f'Message: {record.msg!r}\n', f'Arguments: {record.args}\n']
                print(''.join(report), end='', file=sys.stderr)

        # There are no threads to keep out.
        createLock = acquire = release = flush = lambda self: None

        def close(self):
            self._closed = True
            if self in _handlers:
                _handlers.remove(self)

        def _shown(self):
            return ''

        def __repr__(self):
            return f'<{type(self).__name__} {self._shown()}({getLevelName(self.level)})>'


    class NullHandler(Handler):
        handle = emit = lambda self, record: None


    class StreamHandler(Handler):
        terminator = '\n'

        def __init__(self, stream=None):
            super().__init__()
            self.stream = sys.stderr if stream is None else stream

        def setStream(self, stream):
            before = self.stream
            if stream is before:
                return None
            self.flush()
            self.stream = stream
            return before

        def flush(self):
            getattr(self.stream, 'flush', lambda: None)()

        def emit(self, record):
            try:
                self.stream.write(f'{self.format(record)}{self.terminator}')
                self.flush()
            except RecursionError:
                raise
            except Exception:
                self.handleError(record)

        def _shown(self):
            name = getattr(self.stream, 'name', '')
            return f'{name} ' if name else ''


    class FileHandler(StreamHandler):
        def __init__(self, filename, mode='a', encoding=None, delay=False, errors=None):
            self.baseFilename = os.path.abspath(filename)
            self.mode, self.encoding, self.errors, self.delay = mode, encoding, errors, delay
            self._open = lambda: open(self.baseFilename, mode, encoding=encoding, errors=errors)
            super().__init__(_NO_STREAM if delay else self._open())
            if delay:
                self.stream = None

        def emit(self, record):
            if self.stream is None:
                if self._closed and self.mode == 'w':
                    return
                self.stream = self._open()
            super().emit(record)

        def close(self):
            if self.stream is not None:
                self.flush()
                self.stream.close()
                self.stream = None
            super().close()

        def _shown(self):
            return f'{self.baseFilename} '


    _NO_STREAM = object()


    class _ErrorOutput(StreamHandler):
        """Writes to what `sys.stderr` is at that moment."""

        def __init__(self, level):
            Handler.__init__(self, level)

        stream = property(lambda self: sys.stderr)


    lastResort = _ErrorOutput(WARNING)


    # Loggers

    class Logger(Filterer):
        propagate = True
        disabled = False
        parent = None

        def __init__(self, name, level=NOTSET):
            super().__init__()
            self.name = name
            self.handlers = []
            self.setLevel(level)

        def setLevel(self, level):
            self.level = _level(level)

        def addHandler(self, hdlr):
            if hdlr not in self.handlers:
                self.handlers.append(hdlr)

        def removeHandler(self, hdlr):
            if hdlr in self.handlers:
                self.handlers.remove(hdlr)

        def _upwards(self):
            """The loggers whose handlers see a record: this one, and those above as far as records propagate."""
            logger = self
            while logger is not None:
                yield logger
                logger = logger.parent if logger.propagate else None

        def hasHandlers(self):
            return any(logger.handlers for logger in self._upwards())

        def getEffectiveLevel(self):
            logger = self
            while not logger.level and logger.parent is not None:
                logger = logger.parent
            return logger.level

        def isEnabledFor(self, level):
            return not self.disabled and self.manager.disable < level >= self.getEffectiveLevel()

        def getChild(self, suffix):
            return getLogger(suffix if self is root else f'{self.name}.{suffix}')

        def getChildren(self):
            return {logger for logger in self.manager.loggerDict.values() if logger.parent is self}

        def log(self, level, msg, *args, **kwargs):
            if isinstance(level, int):
                if self.isEnabledFor(level):
                    self._log(level, msg, args, **kwargs)
            elif raiseExceptions:
                raise TypeError('level must be an integer')

        def exception(self, msg, *args, exc_info=True, **kwargs):
            self.error(msg, *args, exc_info=exc_info, **kwargs)

        def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
            file, line, function, stack = self.findCaller(stack_info, stacklevel)
            if isinstance(exc_info, BaseException):
                exc_info = type(exc_info), exc_info, exc_info.__traceback__
            elif exc_info and not isinstance(exc_info, tuple):
                exc_info = sys.exc_info()
            self.handle(self.makeRecord(self.name, level, file, line, msg, args, exc_info, function, extra, stack))

        def findCaller(self, stack_info=False, stacklevel=1):
            """Who called: file, line, function, and the stack as text where that is wanted."""
            stack = [frame for frame in traceback.extract_stack() if frame.filename != '<logging>']
            if stacklevel > len(stack):
                return '(unknown file)', 0, '(unknown function)', None
            frame = stack[-stacklevel]
            text = 'Stack (most recent call last):\n' + ''.join(traceback.format_list(stack)).rstrip('\n')
            return frame.filename, frame.lineno, frame.name, text if stack_info else None

        def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None):
            record = _new_record(name, level, fn, lno, msg, args, exc_info, func, sinfo)
            for key, value in (extra or {}).items():
                if hasattr(record, key) or key in ('asctime', 'message'):
                    raise KeyError(f'Attempt to overwrite {key!r} in LogRecord')
                setattr(record, key, value)
            return record

        def handle(self, record):
            passed = not self.disabled and self.filter(record)
            if passed:
                self.callHandlers(passed)

        def callHandlers(self, record):
            handlers = [handler for logger in self._upwards() for handler in logger.handlers]
            for handler in handlers or filter(None, [lastResort]):
                if handler.level <= record.levelno:
                    handler.handle(record)

        def __repr__(self):
            return f'<{type(self).__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>'

        def __reduce__(self):
            return getLogger, () if self is root else (self.name,)


    class RootLogger(Logger):
        def __init__(self, level):
            super().__init__('root', level)


    class LoggerAdapter:
        """A logger that adds something to what it is told."""

        def __init__(self, logger, extra=None, merge_extra=False):
            self.logger, self.extra, self.merge_extra = logger, extra, merge_extra

        name = property(lambda self: self.logger.name)

        def process(self, msg, kwargs):
            given = kwargs.get('extra') if self.merge_extra else None
            kwargs['extra'] = {**self.extra, **given} if given else self.extra
            return msg, kwargs

        def log(self, level, msg, *args, **kwargs):
            if self.isEnabledFor(level):
                msg, kwargs = self.process(msg, kwargs)
                self.logger.log(level, msg, *args, **kwargs)

        def exception(self, msg, *args, exc_info=True, **kwargs):
            self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

        def __getattr__(self, name):
            if name in ('isEnabledFor', 'setLevel', 'getEffectiveLevel', 'hasHandlers', 'manager'):
                return getattr(self.logger, name)
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

        def __repr__(self):
            return f'<{type(self).__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>'


    def _speaks_at(level):
        def method(self, msg, *args, **kwargs):
            if self.isEnabledFor(level):
                self._log(level, msg, args, **kwargs)

        def adapted(self, msg, *args, **kwargs):
            self.log(level, msg, *args, **kwargs)

        def function(msg, *args, **kwargs):
            if not root.handlers:
                basicConfig()
            root.log(level, msg, *args, **kwargs)

        return method, adapted, function


    for _name, _number in (('debug', DEBUG), ('info', INFO), ('warning', WARNING), ('error', ERROR),
                           ('critical', CRITICAL), ('fatal', CRITICAL)):
        for _place, _function in zip((Logger, LoggerAdapter, None), _speaks_at(_number)):
            _function.__name__ = _name
            if _place is None:
                globals()[_name] = _function
            else:
                setattr(_place, _name, _function)


    def exception(msg, *args, exc_info=True, **kwargs):
        error(msg, *args, exc_info=exc_info, **kwargs)


    def log(level, msg, *args, **kwargs):
        if not root.handlers:
            basicConfig()
        root.log(level, msg, *args, **kwargs)


    # All loggers by name

    class Manager:
        disable = 0

        def __init__(self, root):
            self.root = root
            self.loggerDict = {}

        def getLogger(self, name):
            if not isinstance(name, str):
                raise TypeError('A logger name must be a string')
            if name not in self.loggerDict:
                logger = self.loggerDict[name] = _logger_class(name)
                logger.manager = self
                for each in [logger, *(other for other in self.loggerDict.values() if _is_below(other, name))]:
                    each.parent = self._nearest_above(each.name)
            return self.loggerDict[name]

        def _nearest_above(self, name):
            while '.' in name:
                name, _, _ = name.rpartition('.')
                if name in self.loggerDict:
                    return self.loggerDict[name]
            return self.root


    def _is_below(logger, name):
        return logger.name.startswith(name + '.')


    _logger_class = Logger


    def getLoggerClass():
        return _logger_class


    def setLoggerClass(klass):
        global _logger_class
        if not issubclass(klass, Logger):
            raise TypeError(f'logger not derived from logging.Logger: {klass.__name__}')
        _logger_class = klass


    Logger.root = root = RootLogger(WARNING)
    Logger.manager = Manager(root)


    def getLogger(name=None):
        return root if name in (None, '', 'root') else Logger.manager.getLogger(name)


    # The module's settings

    def basicConfig(*, filename=None, filemode='a', format=None, datefmt=None, style='%', level=None, stream=None,
                    handlers=None, force=False, encoding=None, errors='backslashreplace', **unknown):
        if force:
            for old in list(root.handlers):
                root.removeHandler(old)
                old.close()
        if root.handlers:
            return
        if handlers is not None and (stream is not None or filename is not None):
            raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
        if stream is not None and filename is not None:
            raise ValueError("'stream' and 'filename' should not be specified together")
        if unknown:
            raise ValueError(f'Unrecognised argument(s): {", ".join(unknown)}')
        _, longer, *_ = _style(style)
        formatter = Formatter(format or longer, datefmt, style)
        if handlers is None:
            handlers = [FileHandler(filename, filemode, encoding, errors=errors) if filename else StreamHandler(stream)]
        for handler in handlers:
            handler.formatter = handler.formatter or formatter
            root.addHandler(handler)
        if level is not None:
            root.setLevel(level)


    def disable(level=CRITICAL):
        Manager.disable = _level(level)


    def shutdown(handlerList=None):
        for handler in list(_handlers if handlerList is None else handlerList)[::-1]:
            try:
                handler.flush()
                handler.close()
            except (OSError, ValueError):
                continue


    _own_showwarning = warnings.showwarning


    def captureWarnings(capture):
        warnings.showwarning = _log_warning if capture else _own_showwarning


    def _log_warning(message, category, filename, lineno, file=None, line=None):
        getLogger('py.warnings').warning(warnings.formatwarning(message, category, filename, lineno, line))


    atexit.register(shutdown)
    """#
}
