// What became of tests in `unittest`, collected and written.

extension UnittestLibrary {
  static let results: StaticString = #"""
    class TestResult:
        """Collects what became of tests."""
        __module__ = 'unittest.result'

        failfast = buffer = False

        def __init__(self, stream=None, descriptions=None, verbosity=None):
            self.failures, self.errors, self.skipped = [], [], []
            self.expectedFailures, self.unexpectedSuccesses, self.collectedDurations = [], [], []
            self.testsRun, self.shouldStop = 0, False

        def startTestRun(self):
            pass

        def stopTestRun(self):
            pass

        def startTest(self, test):
            self.testsRun += 1

        def stopTest(self, test):
            pass

        def addSuccess(self, test):
            pass

        def addError(self, test, err):
            self.errors.append((test, self._report(err, test)))
            self._after_failure()

        def addFailure(self, test, err):
            self.failures.append((test, self._report(err, test)))
            self._after_failure()

        def addSubTest(self, test, subtest, err):
            if err is not None:
                (self.addFailure if issubclass(err[0], test.failureException) else self.addError)(subtest, err)

        def addSkip(self, test, reason):
            self.skipped.append((test, reason))

        def addExpectedFailure(self, test, err):
            self.expectedFailures.append((test, self._report(err, test)))

        def addUnexpectedSuccess(self, test):
            self.unexpectedSuccesses.append(test)
            self._after_failure()

        def addDuration(self, test, elapsed):
            self.collectedDurations.append((str(test), elapsed))

        def _after_failure(self):
            if self.failfast:
                self.stop()

        def stop(self):
            self.shouldStop = True

        def wasSuccessful(self):
            return not (self.failures or self.errors or self.unexpectedSuccesses)

        def _report(self, err, test):
            """The traceback without the frames of this module, before the test's own and behind them."""
            kind, exception, tb = err
            while tb is not None and _is_ours(tb):
                tb = tb.tb_next
            count, end = 0, tb
            while end is not None and not _is_ours(end):
                count, end = count + 1, end.tb_next
            limit = count if end is not None and issubclass(kind, test.failureException) else None
            return ''.join(_traceback.format_exception(kind, exception, tb, limit))

        def __repr__(self):
            return (f'<{type(self).__module__}.{type(self).__qualname__} run={self.testsRun} errors={len(self.errors)} '
                    f'failures={len(self.failures)}>')


    def _is_ours(tb):
        return '__unittest' in tb.tb_frame.f_globals


    class TextTestResult(TestResult):
        """Writes what becomes of each test."""
        __module__ = 'unittest.runner'

        separator1, separator2 = '=' * 70, '-' * 70

        def __init__(self, stream, descriptions=True, verbosity=1, *, durations=None):
            super().__init__(stream, descriptions, verbosity)
            self.stream, self.descriptions, self.durations = stream, descriptions, durations
            self.dots, self.showAll = verbosity == 1, verbosity > 1
            self._line_is_open = False

        def getDescription(self, test):
            doc = test.shortDescription() if self.descriptions else None
            return f'{test}\n{doc}' if doc else str(test)

        def startTest(self, test):
            super().startTest(test)
            if self.showAll:
                self.stream.write(f'{self.getDescription(test)} ... ')
                self.stream.flush()
                self._line_is_open = True

        def _show(self, test, mark, words):
            if self.showAll:
                if isinstance(test, _SubTest):
                    if self._line_is_open:
                        self.stream.write('\n')
                    self.stream.write(f'  {self.getDescription(test)} ... ')
                elif not self._line_is_open:
                    self.stream.write(f'{self.getDescription(test)} ... ')
                self.stream.write(f'{words}\n')
                self._line_is_open = False
            elif self.dots:
                self.stream.write(mark)
            self.stream.flush()

        def addSuccess(self, test):
            super().addSuccess(test)
            self._show(test, '.', 'ok')

        def addError(self, test, err):
            super().addError(test, err)
            self._show(test, 'E', 'ERROR')

        def addFailure(self, test, err):
            super().addFailure(test, err)
            self._show(test, 'F', 'FAIL')

        def addSkip(self, test, reason):
            super().addSkip(test, reason)
            self._show(test, 's', f'skipped {reason!r}')

        def addExpectedFailure(self, test, err):
            super().addExpectedFailure(test, err)
            self._show(test, 'x', 'expected failure')

        def addUnexpectedSuccess(self, test):
            super().addUnexpectedSuccess(test)
            self._show(test, 'u', 'unexpected success')

        def printErrors(self):
            if self.dots or self.showAll:
                self.stream.write('\n')
            self.printErrorList('ERROR', self.errors)
            self.printErrorList('FAIL', self.failures)
            if self.unexpectedSuccesses:
                self.stream.write(f'{self.separator1}\n')
                for test in self.unexpectedSuccesses:
                    self.stream.write(f'UNEXPECTED SUCCESS: {self.getDescription(test)}\n')
            self.stream.flush()

        def printErrorList(self, flavour, errors):
            for test, report in errors:
                self.stream.write(f'{self.separator1}\n{flavour}: {self.getDescription(test)}\n{self.separator2}\n{report}\n')
    """#
}
