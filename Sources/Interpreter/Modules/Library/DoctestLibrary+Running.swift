// The module `doctest`: running examples, and holding what they print against what was wanted.

extension DoctestLibrary {
  static let running: StaticString = #"""
    class OutputChecker:
        """Says whether what was printed is what was wanted."""

        def check_output(self, want, got, optionflags):
            if got == want:
                return True
            if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (('True\n', '1\n'), ('False\n', '0\n')):
                return True
            if not optionflags & DONT_ACCEPT_BLANKLINE:
                want = re.sub(r'(?m)^<BLANKLINE>\s*?$', '', want)
                got = re.sub(r'(?m)^[^\S\n]+$', '', got)
            if optionflags & NORMALIZE_WHITESPACE:
                got, want = ' '.join(got.split()), ' '.join(want.split())
            if got == want:
                return True
            return bool(optionflags & ELLIPSIS) and _fits(want, got)

        def output_difference(self, example, got, optionflags):
            want = example.want
            if not optionflags & DONT_ACCEPT_BLANKLINE:
                got = re.sub(r'(?m)^[ ]*(?=\n)', BLANKLINE_MARKER, got)
            style = optionflags & (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF)
            if style and (style == REPORT_NDIFF or want.count('\n') > 2 and got.count('\n') > 2):
                return self._difference(want.splitlines(True), got.splitlines(True), style)
            if want and got:
                return f'Expected:\n{_indented(want)}Got:\n{_indented(got)}'
            if want:
                return f'Expected:\n{_indented(want)}Got nothing\n'
            return f'Expected nothing\nGot:\n{_indented(got)}' if got else 'Expected nothing\nGot nothing\n'

        def _difference(self, want, got, style):
            import difflib
            if style == REPORT_NDIFF:
                title, lines = 'ndiff with -expected +actual', list(difflib.ndiff(want, got))
            elif style == REPORT_UDIFF:
                title, lines = 'unified diff with -expected +actual', list(difflib.unified_diff(want, got, n=2))[2:]
            else:
                title, lines = 'context diff with expected followed by actual', list(difflib.context_diff(want, got, n=2))[2:]
            return f'Differences ({title}):\n' + _indented(''.join(line.rstrip() + '\n' for line in lines))


    def _fits(want, got):
        """Whether `got` is `want` with any text where that has an ellipsis."""
        pattern = '.*'.join(map(re.escape, want.split(ELLIPSIS_MARKER)))
        return re.fullmatch(pattern, got, re.DOTALL) is not None


    def _indented(text, indent=4):
        return re.sub('(?m)^(?!$)', ' ' * indent, text)


    class _Output(StringIO):
        """What an example prints; a last line that is not ended is."""

        def getvalue(self):
            text = super().getvalue()
            return text + '\n' if text and not text.endswith('\n') else text

        def renew(self):
            self.seek(0)
            self.truncate()


    class DocTestRunner:
        """Carries out the examples of tests and reports what differs."""

        DIVIDER = '*' * 70

        def __init__(self, checker=None, verbose=None, optionflags=0):
            self._checker = checker or OutputChecker()
            self._verbose = '-v' in sys.argv if verbose is None else verbose
            self.optionflags = self.original_optionflags = optionflags
            self.tries = self.failures = self.skips = 0
            # Failures, tries and skips by the names of tests.
            self._stats = {}

        def report_start(self, out, test, example):
            if self._verbose:
                expected = f'Expecting:\n{_indented(example.want)}' if example.want else 'Expecting nothing\n'
                out(f'Trying:\n{_indented(example.source)}{expected}')

        def report_success(self, out, test, example, got):
            if self._verbose:
                out('ok\n')

        def report_failure(self, out, test, example, got):
            out(self._failure_header(test, example)
                + self._checker.output_difference(example, got, self.optionflags))

        def report_unexpected_exception(self, out, test, example, exc_info):
            text = ''.join(traceback.format_exception(*exc_info))
            out(f'{self._failure_header(test, example)}Exception raised:\n{_indented(text)}')

        def _failure_header(self, test, example):
            line = '?' if test.lineno is None else test.lineno + example.lineno + 1
            place = f'File "{test.filename}", line {line}, in {test.name}' if test.filename else (
                f'Line {example.lineno + 1}, in {test.name}')
            return f'{self.DIVIDER}\n{place}\nFailed example:\n{_indented(example.source)}'

        def run(self, test, compileflags=None, out=None, clear_globs=True):
            """Carries out the examples of a test. TestResults."""
            own, output = sys.stdout, _Output()
            write = out or own.write
            hook, sys.displayhook = sys.displayhook, sys.__displayhook__
            sys.stdout = output
            try:
                counts = self._run(test, write, output)
            finally:
                sys.stdout, sys.displayhook = own, hook
                self.optionflags = self.original_optionflags
                if clear_globs:
                    test.globs.clear()
            failures, tries, skips = map(sum, zip(counts, self._stats.get(test.name, (0, 0, 0))))
            self._stats[test.name] = failures, tries, skips
            self.failures += counts[0]
            self.tries += counts[1]
            self.skips += counts[2]
            return TestResults(*counts[:2], skipped=counts[2])

        def _run(self, test, write, output):
            failures = tries = skips = 0
            for number, example in enumerate(test.examples):
                quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures > 0
                self.optionflags = self.original_optionflags
                for flag, wanted in example.options.items():
                    self.optionflags = self.optionflags | flag if wanted else self.optionflags & ~flag
                tries += 1
                if self.optionflags & SKIP:
                    skips += 1
                    continue
                if not quiet:
                    self.report_start(write, test, example)
                outcome, got, failure = self._outcome(test, example, number, output)
                if outcome == 'success':
                    if not quiet:
                        self.report_success(write, test, example, got)
                    continue
                failures += 1
                if not quiet:
                    if outcome == 'failure':
                        self.report_failure(write, test, example, got)
                    else:
                        self.report_unexpected_exception(write, test, example, failure)
                if self.optionflags & FAIL_FAST:
                    break
            return failures, tries, skips

        def _outcome(self, test, example, number, output):
            """('success', 'failure' or 'exception', what was printed, the exception)."""
            failure = None
            try:
                exec(compile(example.source, f'<doctest {test.name}[{number}]>', 'single'), test.globs)
            except KeyboardInterrupt:
                raise
            except BaseException as error:
                failure = type(error), error, error.__traceback__.tb_next
            got = output.getvalue()
            output.renew()
            check = self._checker.check_output
            if failure is None:
                return 'success' if check(example.want, got, self.optionflags) else 'failure', got, None
            raised = traceback.format_exception_only(*failure[:2])
            message = ''.join(raised[next((place for place, line in enumerate(raised) if line[:1] != ' '), 0):])
            if example.exc_msg is None:
                return 'exception', got, failure
            whole = got + ''.join(traceback.format_exception(*failure))
            if check(example.exc_msg, message, self.optionflags):
                return 'success', whole, failure
            if self.optionflags & IGNORE_EXCEPTION_DETAIL and _kind(example.exc_msg) == _kind(message):
                return 'success', whole, failure
            return 'failure', whole, failure

        def summarize(self, verbose=None):
            """Writes how many tests have failed. TestResults of all."""
            verbose = self._verbose if verbose is None else verbose
            empty = sorted(name for name, (_, tries, _) in self._stats.items() if not tries)
            passed = sorted((name, tries) for name, (failures, tries, _) in self._stats.items() if tries and not failures)
            failed = sorted((name, failures, tries) for name, (failures, tries, _) in self._stats.items() if failures)
            if verbose:
                self._list(empty, 'had no tests', lambda name: f'    {name}')
                self._list(passed, 'passed all tests', lambda item: f' {item[1]:3} {"test" if item[1] == 1 else "tests"} in {item[0]}')
            if failed:
                print(self.DIVIDER)
                print(f'{_count(len(failed), "item")} had failures:')
                for name, failures, tries in failed:
                    print(f' {failures:3} of {tries:3} in {name}')
            failures, tries, skips = (map(sum, zip(*self._stats.values())) if self._stats else (0, 0, 0))
            if verbose:
                print(f'{_count(tries, "test")} in {_count(len(self._stats), "item")}.')
                print(f'{tries - failures} passed' + (f' and {failures} failed.' if failures else '.'))
                if not failures:
                    print('Test passed.')
            if failures:
                print(f'***Test Failed*** {_count(failures, "failure")}' + (f' and {_count(skips, "skipped test")}' if skips else '') + '.')
            return TestResults(failures, tries, skipped=skips)

        def _list(self, names, what, show):
            if names:
                print(f'{_count(len(names), "item")} {what}:')
                for name in names:
                    print(show(name))

        def merge(self, other):
            for name, counts in other._stats.items():
                self._stats[name] = tuple(map(sum, zip(counts, self._stats.get(name, (0, 0, 0)))))


    def _count(number, noun):
        return f'{number} {noun}' if number == 1 else f'{number} {noun}s'


    def _kind(message):
        """The name of an exception's type, without its module and what follows it."""
        first = message.split('\n', 1)[0]
        return first.split(':', 1)[0].strip().rsplit('.', 1)[-1]


    class DocTestFailure(Exception):
        def __init__(self, test, example, got):
            self.test, self.example, self.got = test, example, got

        def __str__(self):
            return str(self.test)


    class UnexpectedException(Exception):
        def __init__(self, test, example, exc_info):
            self.test, self.example, self.exc_info = test, example, exc_info

        def __str__(self):
            return str(self.test)


    class DebugRunner(DocTestRunner):
        """Raises at the first difference."""

        def run(self, test, compileflags=None, out=None, clear_globs=True):
            results = super().run(test, compileflags, out, False)
            if clear_globs:
                test.globs.clear()
            return results

        def report_unexpected_exception(self, out, test, example, exc_info):
            raise UnexpectedException(test, example, exc_info)

        def report_failure(self, out, test, example, got):
            raise DocTestFailure(test, example, got)
    """#
}
