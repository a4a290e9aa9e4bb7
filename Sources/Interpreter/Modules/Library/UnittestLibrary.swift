// The module `unittest`: skipping, texts of values in messages, and the blocks of assertRaises and its like.

enum UnittestLibrary {
  static let source: StaticString = #"""
    import sys as _sys
    import time as _time
    import re as _re
    import traceback as _traceback
    import warnings as _warnings
    from contextlib import contextmanager as _contextmanager
    from functools import wraps as _wraps

    __all__ = ['TestResult', 'TestCase', 'TestSuite', 'TextTestRunner', 'TextTestResult', 'TestLoader', 'FunctionTestCase',
               'main', 'defaultTestLoader', 'SkipTest', 'skip', 'skipIf', 'skipUnless', 'expectedFailure', 'TestProgram',
               'addModuleCleanup', 'doModuleCleanups', 'enterModuleContext', 'BaseTestSuite']

    # Tracebacks leave out the frames of modules that have this.
    __unittest = True


    class SkipTest(Exception):
        """Raised by a test that is not to be run."""


    def skip(reason):
        """Decorates a test, or a class of tests, that is not to be run."""
        def mark(item):
            if not isinstance(item, type):
                @_wraps(item)
                def skipping(*args, **kwargs):
                    raise SkipTest(reason)
                item = skipping
            item.__unittest_skip__, item.__unittest_skip_why__ = True, reason
            return item

        if callable(reason) and not isinstance(reason, str):
            function, reason = reason, ''
            return mark(function)
        return mark


    def skipIf(condition, reason):
        return skip(reason) if condition else lambda item: item


    def skipUnless(condition, reason):
        return skipIf(not condition, reason)


    def expectedFailure(item):
        item.__unittest_expecting_failure__ = True
        return item


    # Texts of values in messages: at most so many characters, of which so many at the ends of a gap and for its note.
    _MOST, _END, _NOTE = 80, 5, 12


    def _text(value):
        try:
            return repr(value)
        except Exception:
            return object.__repr__(value)


    def _short(value):
        text = _text(value)
        return text[:_MOST] + ' [truncated]...' if len(text) > _MOST else text


    def _without_middle(text, head, tail):
        gap = len(text) - head - tail
        return f'{text[:head]}[{gap} chars]{text[len(text) - tail:]}' if gap > _NOTE else text


    def _short_pair(first, second):
        """The texts of two values. Where they are long, what both begin with is shortened, and if need be the rest."""
        texts = [_text(first), _text(second)]
        longest = max(map(len, texts))
        if longest <= _MOST:
            return texts
        common = 0
        while common < min(map(len, texts)) and texts[0][common] == texts[1][common]:
            common += 1
        kept = _MOST - _END - _NOTE - (longest - common)
        start = _without_middle(texts[0][:common], _END, max(kept, _END))
        if kept >= _END:
            return [start + text[common:] for text in texts]
        return [start + _without_middle(text[common:], _MOST - 3 * _END - 2 * _NOTE, _END) for text in texts]


    class _Expectation:
        """What assertRaises and its like return: a block that must end in a certain way."""

        def __init__(self, test, expected, pattern=None):
            self.test, self.expected, self.pattern, self.msg, self.call = test, expected, pattern, None, None

        def run(self, args, kwargs):
            """The block itself without arguments; else calls the first with the others inside it."""
            if not args:
                self.msg = kwargs.pop('msg', None)
                if kwargs:
                    raise TypeError(f"{next(iter(kwargs))!r} is an invalid keyword argument for this function")
                return self
            function, *args = args
            self.call = getattr(function, '__name__', str(function))
            with self:
                function(*args, **kwargs)

        def fail(self, message):
            raise self.test.failureException(self.test._formatMessage(self.msg, message))

        def missing(self, verb):
            name = getattr(self.expected, '__name__', None) or str(self.expected)
            self.fail(f'{name} not {verb}' + (f' by {self.call}' if self.call else ''))

        def check(self, thing):
            if self.pattern is not None and not self.pattern.search(str(thing)):
                self.fail(f'"{self.pattern.pattern}" does not match "{thing}"')


    class _Raises(_Expectation):
        def __enter__(self):
            return self

        def __exit__(self, kind, exception, tb):
            if exception is None:
                self.missing('raised')
            if not issubclass(kind, self.expected):
                return False
            self.exception = exception.with_traceback(None)
            self.check(exception)
            return True


    class _Warns(_Expectation):
        def __enter__(self):
            self._catching = _warnings.catch_warnings(record=True)
            self.warnings = self._catching.__enter__()
            _warnings.simplefilter('always', self.expected)
            return self

        def __exit__(self, kind, exception, tb):
            self._catching.__exit__(kind, exception, tb)
            if exception is not None:
                return
            found = [w for w in self.warnings if isinstance(w.message, self.expected)]
            if not found:
                self.missing('triggered')
            fitting = [w for w in found if self.pattern is None or self.pattern.search(str(w.message))]
            if not fitting:
                self.check(found[0].message)
            self.warning, self.filename, self.lineno = fitting[0].message, fitting[0].filename, fitting[0].lineno


    class _Logs:
        """The block of assertLogs, and by `wanted` of assertNoLogs."""

        def __init__(self, test, logger, level, wanted):
            import logging
            self.test, self.wanted = test, wanted
            self.logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
            self.level = logging.getLevelNamesMapping()[level] if isinstance(level, str) else level or logging.INFO
            self.records, self.output = [], []

        def __enter__(self):
            import logging
            block, style = self, logging.Formatter('%(levelname)s:%(name)s:%(message)s')

            class Recorder(logging.Handler):
                def emit(self, record):
                    block.records.append(record)
                    block.output.append(style.format(record))

            logger = self.logger
            self._before = logger.handlers, logger.level, logger.propagate
            recorder = Recorder()
            recorder.setLevel(self.level)
            logger.handlers, logger.propagate = [recorder], False
            logger.setLevel(self.level)
            return self if self.wanted else None

        def __exit__(self, kind, exception, tb):
            import logging
            self.logger.handlers, level, self.logger.propagate = self._before
            self.logger.setLevel(level)
            if exception is not None:
                return
            if self.wanted and not self.records:
                name = logging.getLevelName(self.level)
                self.test.fail(f'no logs of level {name} or higher triggered on {self.logger.name}')
            if not self.wanted and self.records:
                self.test.fail(f'Unexpected logs found: {self.output!r}')
    """#
}
