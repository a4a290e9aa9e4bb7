// Suites, loaders and runners of `unittest`.

extension UnittestLibrary {
  static let running: StaticString = #"""
    class _Failure:
        """Stands for a class or module whose preparation failed, where a test would."""

        failureException = AssertionError

        def __init__(self, description):
            self._description = description

        def id(self):
            return self._description

        __str__ = id

        def __repr__(self):
            return f'<ErrorHolder description={self._description!r}>'

        def shortDescription(self):
            return None

        def countTestCases(self):
            return 0


    class TestSuite:
        """Tests and other suites, run one after the other; tests of one class together with its setUpClass."""
        __module__ = 'unittest.suite'

        def __init__(self, tests=()):
            self._tests = []
            self.addTests(tests)

        def addTest(self, test):
            if not callable(test):
                raise TypeError(f'{test!r} is not callable')
            if isinstance(test, type) and issubclass(test, (TestCase, TestSuite)):
                raise TypeError('TestCases and TestSuites must be instantiated before passing them to addTest()')
            self._tests.append(test)

        def addTests(self, tests):
            if isinstance(tests, str):
                raise TypeError('tests must be an iterable of tests, not a string')
            for test in tests:
                self.addTest(test)

        def countTestCases(self):
            return sum(test.countTestCases() for test in self._tests)

        def __iter__(self):
            return iter(self._tests)

        def __eq__(self, other):
            return type(self) is type(other) and list(self) == list(other)

        def __repr__(self):
            return f'<{type(self).__module__}.{type(self).__qualname__} tests={list(self)}>'

        def run(self, result, debug=False):
            _Run(result).tests(self)
            return result

        def __call__(self, *args, **kwargs):
            return self.run(*args, **kwargs)

        def debug(self):
            for test in self:
                test.debug()


    BaseTestSuite = TestSuite
    _module_cleanups = []


    def addModuleCleanup(function, /, *args, **kwargs):
        _module_cleanups.append((function, args, kwargs))


    def enterModuleContext(cm):
        return _enter(cm, addModuleCleanup)


    def doModuleCleanups():
        failures = _clean_up(_module_cleanups)
        if failures:
            raise failures[0][1]


    class _Run:
        """One run of a suite: prepares and cleans up after modules and classes between their tests."""

        def __init__(self, result):
            self.result, self.module, self.cls = result, None, None
            self.is_ready = True

        def tests(self, suite):
            for test in self._flat(suite):
                if self.result.shouldStop:
                    break
                self._enter(type(test))
                if self.is_ready:
                    test(self.result)
            self._enter(None)

        def _flat(self, suite):
            for test in suite:
                if isinstance(test, TestSuite):
                    yield from self._flat(test)
                else:
                    yield test

        def _enter(self, cls):
            """Goes over to a class: its module's preparation and its own, after the clean-up of those before."""
            if cls is self.cls:
                return
            module = getattr(cls, '__module__', None)
            if self.cls is not None and self.is_ready:
                name = self._name(self.cls)
                self._step(self.cls, 'tearDownClass', name)
            if self.cls is not None:
                self._cleanups(getattr(self.cls, '_class_cleanups', []), 'tearDownClass', self._name(self.cls))
            if module != self.module:
                if self.module is not None:
                    self._step(_sys.modules.get(self.module), 'tearDownModule', self.module)
                    self._cleanups(_module_cleanups, 'tearDownModule', self.module)
                self.module, self.module_is_ready = module, True
                if module is not None:
                    self.module_is_ready = self._step(_sys.modules.get(module), 'setUpModule', module)
            self.cls, self.is_ready = cls, True
            if cls is None:
                return
            self.is_ready = self.module_is_ready
            if self.is_ready and not getattr(cls, '__unittest_skip__', False):
                self.is_ready = self._step(cls, 'setUpClass', self._name(cls))
                if not self.is_ready:
                    self._cleanups(getattr(cls, '_class_cleanups', []), 'setUpClass', self._name(cls))

        def _name(self, cls):
            return f'{cls.__module__}.{cls.__qualname__}'

        def _step(self, holder, step, name):
            """Calls a preparation, and notes its failure as one of a test; whether it went well."""
            function = getattr(holder, step, None)
            if function is None or holder is not None and getattr(holder, '__unittest_skip__', False):
                return True
            try:
                function()
                return True
            except SkipTest as skipped:
                self.result.addSkip(_Failure(f'{step} ({name})'), str(skipped))
            except Exception:
                self.result.addError(_Failure(f'{step} ({name})'), _sys.exc_info())
            return False

        def _cleanups(self, cleanups, step, name):
            for failure in _clean_up(cleanups):
                self.result.addError(_Failure(f'{step} ({name})'), failure)


    class TestLoader:
        """Finds tests in classes and modules."""
        __module__ = 'unittest.loader'

        testMethodPrefix = 'test'
        sortTestMethodsUsing = None
        testNamePatterns = None
        suiteClass = TestSuite

        def __init__(self):
            self.errors = []

        def getTestCaseNames(self, testCaseClass):
            import fnmatch
            names = [name for name in dir(testCaseClass)
                     if name.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, name))]
            if self.testNamePatterns is not None:
                full = f'{testCaseClass.__module__}.{testCaseClass.__qualname__}.'
                names = [name for name in names
                         if any(fnmatch.fnmatchcase(full + name, pattern) for pattern in self.testNamePatterns)]
            return sorted(names)

        def loadTestsFromTestCase(self, testCaseClass):
            if issubclass(testCaseClass, TestSuite):
                raise TypeError('Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?')
            names = self.getTestCaseNames(testCaseClass)
            if not names and hasattr(testCaseClass, 'runTest'):
                names = ['runTest']
            return self.suiteClass(map(testCaseClass, names))

        def loadTestsFromModule(self, module, *, pattern=None):
            classes = [item for name in dir(module) if isinstance(item := getattr(module, name), type)
                       and issubclass(item, TestCase) and item not in (TestCase, FunctionTestCase)]
            suite = self.suiteClass(map(self.loadTestsFromTestCase, classes))
            load_tests = getattr(module, 'load_tests', None)
            return suite if load_tests is None else load_tests(self, suite, pattern)

        def loadTestsFromName(self, name, module=None):
            import importlib
            parts = name.split('.')
            found, holder = module, None
            if found is None:
                for length in range(len(parts), 0, -1):
                    try:
                        found = importlib.import_module('.'.join(parts[:length]))
                    except ImportError:
                        continue
                    parts = parts[length:]
                    break
                else:
                    raise ImportError(f'no module named {name!r}')
            for part in parts:
                holder, found = found, getattr(found, part)
            if isinstance(found, type(_sys)):
                return self.loadTestsFromModule(found)
            if isinstance(found, type) and issubclass(found, TestCase):
                return self.loadTestsFromTestCase(found)
            if isinstance(holder, type) and issubclass(holder, TestCase):
                return self.suiteClass([holder(parts[-1])])
            if isinstance(found, TestSuite):
                return found
            if callable(found):
                test = found()
                if isinstance(test, TestSuite):
                    return test
                if isinstance(test, TestCase):
                    return self.suiteClass([test])
                raise TypeError(f'calling {found} returned {test}, not a test')
            raise TypeError(f"don't know how to make test from: {found}")

        def loadTestsFromNames(self, names, module=None):
            return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

        def discover(self, start_dir, pattern='test*.py', top_level_dir=None):
            import fnmatch
            import importlib
            import os
            start = os.path.abspath(start_dir)
            if start not in _sys.path:
                _sys.path.insert(0, start)
            names = sorted(name for name in os.listdir(start) if fnmatch.fnmatch(name, pattern))
            return self.suiteClass([self.loadTestsFromModule(importlib.import_module(os.path.splitext(name)[0]))
                                    for name in names])


    defaultTestLoader = TestLoader()


    class TextTestRunner:
        """Runs tests and writes what becomes of them to the standard error stream."""
        __module__ = 'unittest.runner'

        resultclass = TextTestResult

        def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
                     warnings=None, *, tb_locals=False, durations=None):
            self.stream, self.descriptions, self.verbosity = stream, descriptions, verbosity
            self.failfast, self.buffer = failfast, buffer
            if resultclass is not None:
                self.resultclass = resultclass

        def _makeResult(self):
            return self.resultclass(self.stream or _sys.stderr, self.descriptions, self.verbosity)

        def run(self, test):
            result = self._makeResult()
            result.failfast, result.buffer = self.failfast, self.buffer
            stream = self.stream or _sys.stderr
            started = _time.perf_counter()
            result.startTestRun()
            try:
                test(result)
            finally:
                result.stopTestRun()
            elapsed = _time.perf_counter() - started
            if hasattr(result, 'printErrors'):
                result.printErrors()
            run = result.testsRun
            stream.write(f"{'-' * 70}\nRan {run} test{'' if run == 1 else 's'} in {elapsed:.3f}s\n\n")
            stream.write(self._summary(result) + '\n')
            stream.flush()
            return result

        def _summary(self, result):
            counts = [('failures', result.failures), ('errors', result.errors), ('skipped', result.skipped),
                      ('expected failures', result.expectedFailures), ('unexpected successes', result.unexpectedSuccesses)]
            if not result.wasSuccessful():
                verdict = 'FAILED'
            else:
                verdict = 'OK' if result.testsRun or result.skipped else 'NO TESTS RAN'
            details = ', '.join(f'{name}={len(tests)}' for name, tests in counts if tests)
            return f'{verdict} ({details})' if details else verdict


    class TestProgram:
        """The command line: runs the tests of a module, all or those named, and exits with a status that says how it went."""

        def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader,
                     exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *, tb_locals=False,
                     durations=None):
            import importlib
            self.module = importlib.import_module(module) if isinstance(module, str) else module
            self.verbosity, self.failfast, self.buffer, self.testLoader = verbosity, failfast, buffer, testLoader
            names = self._read(list(_sys.argv if argv is None else argv))
            if not names and defaultTest is not None:
                names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
            if names:
                self.test = testLoader.loadTestsFromNames(names, self.module)
            else:
                self.test = testLoader.loadTestsFromModule(self.module)
            runner = testRunner or TextTestRunner
            if isinstance(runner, type):
                runner = runner(verbosity=self.verbosity, failfast=bool(self.failfast), buffer=bool(self.buffer))
            self.result = runner.run(self.test)
            if exit:
                _sys.exit(0 if self.result.wasSuccessful() and (self.result.testsRun or self.result.skipped)
                          else 1 if not self.result.wasSuccessful() else 5)

        def _read(self, argv):
            import argparse
            import os
            parser = argparse.ArgumentParser(prog=os.path.basename(argv[0]) if argv else None)
            parser.add_argument('-v', '--verbose', dest='verbosity', action='store_const', const=2, help='Verbose output')
            parser.add_argument('-q', '--quiet', dest='verbosity', action='store_const', const=0, help='Quiet output')
            parser.add_argument('-f', '--failfast', action='store_true', default=None, help='Stop on first fail or error')
            parser.add_argument('-b', '--buffer', action='store_true', default=None, help='Accepted and ignored')
            parser.add_argument('-k', dest='patterns', action='append', help='Only run tests which match the given substring')
            parser.add_argument('tests', nargs='*', help='names of classes or methods to run')
            options = parser.parse_args(argv[1:])
            if options.verbosity is not None:
                self.verbosity = options.verbosity
            self.failfast = options.failfast if options.failfast is not None else self.failfast
            if options.patterns:
                self.testLoader.testNamePatterns = [p if '*' in p else f'*{p}*' for p in options.patterns]
            return options.tests


    main = TestProgram
    """#
}
