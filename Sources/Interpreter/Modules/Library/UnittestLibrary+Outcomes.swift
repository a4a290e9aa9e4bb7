// unittest: what becomes of a test while it runs, the parts of one that are told apart, and functions as tests.

extension UnittestLibrary {
  static let outcomes: StaticString = #"""
    def _clean_up(cleanups):
        """Calls what is to be called at the end, the last first; the exceptions that it raises."""
        failures = []
        while cleanups:
            function, args, kwargs = cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception:
                failures.append(_sys.exc_info())
        return failures


    class _Outcome:
        """What became of one test so far."""

        def __init__(self, test, result, expecting):
            self.test, self.result, self.expecting = test, result, expecting
            self.is_good, self.failed_as_expected = True, None

        def attempt(self, step, is_test=False):
            """Runs a part of the test and notes how it ended; whether well."""
            try:
                step()
                return True
            except KeyboardInterrupt:
                raise
            except SkipTest as skipped:
                self.is_good = False
                self.result.addSkip(self.test, str(skipped))
            except BaseException as error:
                self.is_good = False
                if self.expecting and is_test:
                    self.failed_as_expected = _sys.exc_info()
                elif isinstance(error, self.test.failureException):
                    self.result.addFailure(self.test, _sys.exc_info())
                else:
                    self.result.addError(self.test, _sys.exc_info())
            return False

        @_contextmanager
        def part(self, subtest):
            try:
                yield
            except KeyboardInterrupt:
                raise
            except SkipTest as skipped:
                self.is_good = False
                self.result.addSkip(subtest, str(skipped))
            except BaseException:
                if self.expecting:
                    raise
                self.is_good = False
                self.result.addSubTest(self.test, subtest, _sys.exc_info())
                if getattr(self.result, 'failfast', False):
                    raise SkipTest('failfast') from None
            else:
                self.result.addSubTest(self.test, subtest, None)


    class _SubTest:
        def __init__(self, test_case, message, params):
            self.test_case, self.message, self.params = test_case, message, params
            self.failureException = test_case.failureException

        def _description(self):
            parts = [] if self.message is None else [f'[{self.message}]']
            if self.params:
                parts.append('({})'.format(', '.join(f'{key}={value!r}' for key, value in self.params.items())))
            return ' '.join(parts) or '(<subtest>)'

        def id(self):
            return f'{self.test_case.id()} {self._description()}'

        def shortDescription(self):
            return self.test_case.shortDescription()

        def __str__(self):
            return f'{self.test_case} {self._description()}'


    class FunctionTestCase(TestCase):
        """A test made of functions."""

        def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
            super().__init__()
            self._function, self._set_up, self._tear_down, self._description = testFunc, setUp, tearDown, description

        def setUp(self):
            if self._set_up is not None:
                self._set_up()

        def tearDown(self):
            if self._tear_down is not None:
                self._tear_down()

        def runTest(self):
            self._function()

        def id(self):
            return self._function.__name__

        def __str__(self):
            return f'{type(self).__module__}.{type(self).__qualname__} ({self._function.__name__})'

        def shortDescription(self):
            text = self._description or self._function.__doc__
            return text.split('\n')[0].strip() if text else None
    """#
}
