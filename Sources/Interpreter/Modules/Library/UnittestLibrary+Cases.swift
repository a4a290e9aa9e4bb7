// Test cases of `unittest`.

extension UnittestLibrary {
  static let cases: StaticString = #"""
    class TestCase:
        """A test: a subclass whose methods with names that begin with test are run, each on an instance of its own."""

        failureException = AssertionError
        longMessage = True
        maxDiff = 80 * 8
        _class_cleanups = ()

        def __init_subclass__(cls, **kwargs):
            super().__init_subclass__(**kwargs)
            cls._class_cleanups = []

        def __init__(self, methodName='runTest'):
            self._testMethodName = methodName
            self._cleanups, self._subtest, self._outcome = [], None, None
            self._types = {}
            method = getattr(self, methodName, None)
            if method is None and methodName != 'runTest':
                raise ValueError(f'no such test method in {type(self)}: {methodName}')
            self._testMethodDoc = getattr(method, '__doc__', None)
            for kind, name in ((dict, 'assertDictEqual'), (list, 'assertListEqual'), (tuple, 'assertTupleEqual'),
                               (set, 'assertSetEqual'), (frozenset, 'assertSetEqual'), (str, 'assertMultiLineEqual')):
                self.addTypeEqualityFunc(kind, name)

        def setUp(self):
            pass

        def tearDown(self):
            pass

        @classmethod
        def setUpClass(cls):
            pass

        @classmethod
        def tearDownClass(cls):
            pass

        def id(self):
            return f'{type(self).__module__}.{type(self).__qualname__}.{self._testMethodName}'

        def shortDescription(self):
            return self._testMethodDoc.strip().split('\n')[0].strip() if self._testMethodDoc else None

        def countTestCases(self):
            return 1

        def defaultTestResult(self):
            return TestResult()

        def __str__(self):
            return f'{self._testMethodName} ({self.id()})'

        def __repr__(self):
            return f'<{type(self).__module__}.{type(self).__qualname__} testMethod={self._testMethodName}>'

        def __eq__(self, other):
            return type(self) is type(other) and self._testMethodName == other._testMethodName

        def __hash__(self):
            return hash((type(self), self._testMethodName))

        # Running.

        def run(self, result=None):
            own = result is None
            if own:
                result = self.defaultTestResult()
                getattr(result, 'startTestRun', int)()
            result.startTest(self)
            try:
                self._run(result)
            finally:
                result.stopTest(self)
                if own:
                    getattr(result, 'stopTestRun', int)()
            return result

        __call__ = run

        def _run(self, result):
            method = getattr(self, self._testMethodName)
            for holder in type(self), method:
                if getattr(holder, '__unittest_skip__', False):
                    result.addSkip(self, holder.__unittest_skip_why__)
                    return
            expecting = getattr(type(self), '__unittest_expecting_failure__', False) or getattr(
                method, '__unittest_expecting_failure__', False)
            self._outcome = outcome = _Outcome(self, result, expecting)
            started = _time.perf_counter()
            if outcome.attempt(self.setUp):
                outcome.attempt(lambda: self._call(method), is_test=True)
                outcome.attempt(self.tearDown)
            self.doCleanups()
            self._outcome = None
            if hasattr(result, 'addDuration'):
                result.addDuration(self, _time.perf_counter() - started)
            if outcome.failed_as_expected is not None:
                result.addExpectedFailure(self, outcome.failed_as_expected)
            elif outcome.is_good and expecting:
                result.addUnexpectedSuccess(self)
            elif outcome.is_good:
                result.addSuccess(self)

        def _call(self, method):
            if method() is not None:
                _warnings.warn('It is deprecated to return a value that is not None from a test case '
                               f'({method})', DeprecationWarning, stacklevel=3)

        def debug(self):
            """Runs the test and lets its exceptions through."""
            self.setUp()
            getattr(self, self._testMethodName)()
            self.tearDown()
            _clean_up(self._cleanups)

        def skipTest(self, reason):
            raise SkipTest(reason)

        def addCleanup(self, function, /, *args, **kwargs):
            self._cleanups.append((function, args, kwargs))

        def doCleanups(self):
            outcome = self._outcome or _Outcome(self, self.defaultTestResult(), False)
            while self._cleanups:
                function, args, kwargs = self._cleanups.pop()
                outcome.attempt(lambda: function(*args, **kwargs))
            return outcome.is_good

        def enterContext(self, cm):
            return _enter(cm, self.addCleanup)

        @classmethod
        def addClassCleanup(cls, function, /, *args, **kwargs):
            cls._class_cleanups.append((function, args, kwargs))

        @classmethod
        def doClassCleanups(cls):
            cls.tearDown_exceptions = _clean_up(cls._class_cleanups)

        @classmethod
        def enterClassContext(cls, cm):
            return _enter(cm, cls.addClassCleanup)

        @_contextmanager
        def subTest(self, msg=None, **params):
            """A part of the test: it may fail, and the test goes on behind it."""
            outer = self._subtest
            inherited = outer.params if outer else {}
            self._subtest = _SubTest(self, msg, {**inherited, **params})
            try:
                if self._outcome is None:
                    yield
                else:
                    with self._outcome.part(self._subtest):
                        yield
            finally:
                self._subtest = outer

        # Assertions.

        def _formatMessage(self, msg, standard):
            if msg is None:
                return standard
            return f'{standard} : {msg}' if self.longMessage else msg

        def fail(self, msg=None):
            raise self.failureException(msg)

        def _fail(self, msg, standard):
            raise self.failureException(self._formatMessage(msg, standard))

        def _with_diff(self, standard, diff):
            if self.maxDiff is None or len(diff) <= self.maxDiff:
                return standard + diff
            return standard + (f'Diff is {len(diff)} characters long. Set self.maxDiff to None to see it.')

        def addTypeEqualityFunc(self, typeobj, function):
            self._types[typeobj] = function

        def assertEqual(self, first, second, msg=None):
            compare = self._types.get(type(first)) if type(first) is type(second) else None
            if compare is not None:
                compare = getattr(self, compare) if isinstance(compare, str) else compare
                compare(first, second, msg=msg)
            elif not first == second:
                self._fail(msg, '%s != %s' % tuple(_short_pair(first, second)))

        def assertNotEqual(self, first, second, msg=None):
            if not first != second:
                self._fail(msg, f'{_short(first)} == {_short(second)}')

        def assertTrue(self, expr, msg=None):
            if not expr:
                self._fail(msg, f'{_short(expr)} is not true')

        def assertFalse(self, expr, msg=None):
            if expr:
                self._fail(msg, f'{_short(expr)} is not false')

        def assertIs(self, expr1, expr2, msg=None):
            if expr1 is not expr2:
                self._fail(msg, f'{_text(expr1)} is not {_text(expr2)}')

        def assertIsNot(self, expr1, expr2, msg=None):
            if expr1 is expr2:
                self._fail(msg, f'unexpectedly identical: {_text(expr1)}')

        def assertIsNone(self, obj, msg=None):
            if obj is not None:
                self._fail(msg, f'{_text(obj)} is not None')

        def assertIsNotNone(self, obj, msg=None):
            if obj is None:
                self._fail(msg, 'unexpectedly None')

        def assertIn(self, member, container, msg=None):
            if member not in container:
                self._fail(msg, f'{_text(member)} not found in {_text(container)}')

        def assertNotIn(self, member, container, msg=None):
            if member in container:
                self._fail(msg, f'{_text(member)} unexpectedly found in {_text(container)}')

        def assertIsInstance(self, obj, cls, msg=None):
            if not isinstance(obj, cls):
                self._fail(msg, f'{_text(obj)} is not an instance of {cls!r}')

        def assertNotIsInstance(self, obj, cls, msg=None):
            if isinstance(obj, cls):
                self._fail(msg, f'{_text(obj)} is an instance of {cls!r}')

        def assertGreater(self, a, b, msg=None):
            if not a > b:
                self._fail(msg, f'{_text(a)} not greater than {_text(b)}')

        def assertGreaterEqual(self, a, b, msg=None):
            if not a >= b:
                self._fail(msg, f'{_text(a)} not greater than or equal to {_text(b)}')

        def assertLess(self, a, b, msg=None):
            if not a < b:
                self._fail(msg, f'{_text(a)} not less than {_text(b)}')

        def assertLessEqual(self, a, b, msg=None):
            if not a <= b:
                self._fail(msg, f'{_text(a)} not less than or equal to {_text(b)}')

        def _distance(self, first, second, places, delta):
            """Whether two numbers are near each other, and how to say in which sense."""
            if places is not None and delta is not None:
                raise TypeError('specify delta or places not both')
            difference = abs(first - second)
            if delta is not None:
                return difference <= delta, f'within {_text(delta)} delta ({_text(difference)} difference)'
            places = 7 if places is None else places
            return round(difference, places) == 0, f'within {places} places ({_text(difference)} difference)'

        def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
            if first != second:
                is_near, how = self._distance(first, second, places, delta)
                if not is_near:
                    self._fail(msg, f'{_text(first)} != {_text(second)} {how}')

        def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
            is_near, how = self._distance(first, second, places, delta)
            if first == second or is_near:
                how = how if delta is not None else how.partition(' (')[0]
                self._fail(msg, f'{_text(first)} == {_text(second)} {how}')

        def assertRegex(self, text, expected_regex, msg=None):
            pattern = _re.compile(expected_regex)
            if not pattern.search(text):
                self._fail(msg, f"Regex didn't match: {pattern.pattern!r} not found in {text!r}")

        def assertNotRegex(self, text, unexpected_regex, msg=None):
            pattern = _re.compile(unexpected_regex)
            if match := pattern.search(text):
                self._fail(msg, f'Regex matched: {match[0]!r} matches {pattern.pattern!r} in {text!r}')

        def assertMultiLineEqual(self, first, second, msg=None):
            self.assertIsInstance(first, str, 'First argument is not a string')
            self.assertIsInstance(second, str, 'Second argument is not a string')
            if first != second:
                end = '' if first.endswith('\n') and second.endswith('\n') else '\n'
                lines = [(text + end).splitlines(keepends=True) for text in (first, second)]
                import difflib
                diff = '\n' + ''.join(difflib.ndiff(*lines))
                self._fail(msg, self._with_diff('%s != %s' % tuple(_short_pair(first, second)), diff))

        def assertSequenceEqual(self, first, second, msg=None, seq_type=None):
            """Compares two sequences, and says where the first difference is."""
            name = seq_type.__name__ if seq_type else 'sequence'
            for which, value in ('First', first), ('Second', second):
                if seq_type and not isinstance(value, seq_type):
                    raise self.failureException(f'{which} sequence is not a {name}: {_short(value)}')
            if first == second:
                return
            standard = '{}s differ: {} != {}\n'.format(name.capitalize(), *_short_pair(first, second))
            lengths = [len(first), len(second)]
            for place in range(min(lengths)):
                if first[place] != second[place]:
                    standard += f'\nFirst differing element {place}:\n%s\n%s\n' % tuple(
                        _short_pair(first[place], second[place]))
                    break
            for which, longer, other in ('First', first, 1), ('Second', second, 0):
                more = len(longer) - lengths[other]
                if more > 0:
                    standard += (f'\n{which} {name} contains {more} additional elements.\n'
                                 f'First extra element {lengths[other]}:\n{_short(longer[lengths[other]])}\n')
            self._fail(msg, self._with_diff(standard, self._difference(first, second)))

        def _difference(self, first, second):
            import difflib
            import pprint
            lines = [pprint.pformat(value).splitlines() for value in (first, second)]
            return '\n' + '\n'.join(difflib.ndiff(*lines))

        def assertListEqual(self, list1, list2, msg=None):
            self.assertSequenceEqual(list1, list2, msg, list)

        def assertTupleEqual(self, tuple1, tuple2, msg=None):
            self.assertSequenceEqual(tuple1, tuple2, msg, tuple)

        def assertSetEqual(self, set1, set2, msg=None):
            parts = []
            for which, one, other in ('first', set1, set2), ('second', set2, set1):
                try:
                    only = one.difference(other)
                except TypeError as error:
                    self.fail(f'invalid type when attempting set difference: {error}')
                except AttributeError as error:
                    self.fail(f'{which} argument does not support set difference: {error}')
                if only:
                    rest = 'second' if which == 'first' else 'first'
                    parts += [f'Items in the {which} set but not the {rest}:', *map(repr, only)]
            if parts:
                self._fail(msg, '\n'.join(parts))

        def assertDictEqual(self, d1, d2, msg=None):
            self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
            self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
            if d1 != d2:
                self._fail(msg, self._with_diff('%s != %s' % tuple(_short_pair(d1, d2)), self._difference(d1, d2)))

        def assertCountEqual(self, first, second, msg=None):
            """Compares what two iterables hold, in any order."""
            counts = []
            for side, members in enumerate((list(first), list(second))):
                for member in members:
                    for entry in counts:
                        if entry[2] == member:
                            entry[side] += 1
                            break
                    else:
                        counts.append([1 - side, side, member])
            lines = [f'First has {mine}, Second has {theirs}:  {member!r}' for mine, theirs, member in counts if mine != theirs]
            if lines:
                self._fail(msg, '\n'.join(['Element counts were not equal:', *lines]))

        def assertRaises(self, expected_exception, *args, **kwargs):
            return _Raises(self, _checked(expected_exception, BaseException, 'assertRaises')).run(args, kwargs)

        def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
            block = _Raises(self, _checked(expected_exception, BaseException, 'assertRaisesRegex'), _re.compile(expected_regex))
            return block.run(args, kwargs)

        def assertWarns(self, expected_warning, *args, **kwargs):
            return _Warns(self, _checked(expected_warning, Warning, 'assertWarns')).run(args, kwargs)

        def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
            block = _Warns(self, _checked(expected_warning, Warning, 'assertWarnsRegex'), _re.compile(expected_regex))
            return block.run(args, kwargs)

        def assertLogs(self, logger=None, level=None):
            return _Logs(self, logger, level, True)

        def assertNoLogs(self, logger=None, level=None):
            return _Logs(self, logger, level, False)


    def _checked(expected, base, name):
        """What assertRaises and its like were given: one class of exceptions, or a tuple of such."""
        for kind in expected if isinstance(expected, tuple) else (expected,):
            if not (isinstance(kind, type) and issubclass(kind, base)):
                what = 'an exception type or tuple of exception types' if base is BaseException else (
                    'a warning class or tuple of warning classes')
                raise TypeError(f'{name}() arg 1 must be {what}')
        return expected


    def _enter(cm, add_cleanup):
        try:
            enter, leave = type(cm).__enter__, type(cm).__exit__
        except AttributeError:
            raise TypeError(f"'{type(cm).__module__}.{type(cm).__qualname__}' object does not support the context manager "
                            'protocol') from None
        value = enter(cm)
        add_cleanup(leave, cm, None, None, None)
        return value
    """#
}
