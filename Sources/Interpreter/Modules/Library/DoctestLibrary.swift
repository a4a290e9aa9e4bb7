// The module `doctest`: examples in docstrings, and whether they show what they say.

enum DoctestLibrary {
  static let source: StaticString = #"""
    import inspect
    import re
    import sys
    import traceback
    import unittest
    from collections import namedtuple
    from io import StringIO

    __all__ = ['register_optionflag', 'DONT_ACCEPT_TRUE_FOR_1', 'DONT_ACCEPT_BLANKLINE', 'NORMALIZE_WHITESPACE',
               'ELLIPSIS', 'SKIP', 'IGNORE_EXCEPTION_DETAIL', 'COMPARISON_FLAGS', 'REPORT_UDIFF', 'REPORT_CDIFF',
               'REPORT_NDIFF', 'REPORT_ONLY_FIRST_FAILURE', 'REPORTING_FLAGS', 'FAIL_FAST', 'Example', 'DocTest',
               'DocTestParser', 'DocTestFinder', 'DocTestRunner', 'OutputChecker', 'DocTestFailure',
               'UnexpectedException', 'DebugRunner', 'testmod', 'testfile', 'run_docstring_examples', 'DocTestSuite',
               'DocFileSuite', 'set_unittest_reportflags', 'script_from_examples', 'testsource']

    class TestResults(namedtuple('TestResults', 'failed attempted')):
        """How many examples failed and were tried, and beside these how many were skipped."""

        def __new__(cls, failed, attempted, *, skipped=0):
            results = super().__new__(cls, failed, attempted)
            results.skipped = skipped
            return results

        def __repr__(self):
            skipped = f', skipped={self.skipped}' if self.skipped else ''
            return f'TestResults(failed={self.failed}, attempted={self.attempted}{skipped})'


    OPTIONFLAGS_BY_NAME = {}


    def register_optionflag(name):
        return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


    DONT_ACCEPT_TRUE_FOR_1 = register_optionflag('DONT_ACCEPT_TRUE_FOR_1')
    DONT_ACCEPT_BLANKLINE = register_optionflag('DONT_ACCEPT_BLANKLINE')
    NORMALIZE_WHITESPACE = register_optionflag('NORMALIZE_WHITESPACE')
    ELLIPSIS = register_optionflag('ELLIPSIS')
    SKIP = register_optionflag('SKIP')
    IGNORE_EXCEPTION_DETAIL = register_optionflag('IGNORE_EXCEPTION_DETAIL')
    COMPARISON_FLAGS = (DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE | NORMALIZE_WHITESPACE | ELLIPSIS | SKIP
                        | IGNORE_EXCEPTION_DETAIL)
    REPORT_UDIFF = register_optionflag('REPORT_UDIFF')
    REPORT_CDIFF = register_optionflag('REPORT_CDIFF')
    REPORT_NDIFF = register_optionflag('REPORT_NDIFF')
    REPORT_ONLY_FIRST_FAILURE = register_optionflag('REPORT_ONLY_FIRST_FAILURE')
    FAIL_FAST = register_optionflag('FAIL_FAST')
    REPORTING_FLAGS = REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE | FAIL_FAST

    BLANKLINE_MARKER = '<BLANKLINE>'
    ELLIPSIS_MARKER = '...'


    # Examples and where they come from

    class Example:
        """A statement and what it should print."""

        def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
            self.source, self.want, self.exc_msg = [
                text if text is None or text.endswith('\n') or not text else text + '\n'
                for text in (source, want, exc_msg)]
            self.lineno, self.indent, self.options = lineno, indent, options or {}

        def _parts(self):
            return self.source, self.want, self.lineno, self.indent, self.options, self.exc_msg

        def __eq__(self, other):
            return self._parts() == other._parts() if type(self) is type(other) else NotImplemented

        def __hash__(self):
            return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


    class DocTest:
        """The examples of one docstring, which share their names."""

        def __init__(self, examples, globs, name, filename, lineno, docstring):
            self.examples, self.globs, self.docstring = examples, dict(globs), docstring
            self.name, self.filename, self.lineno = name, filename, lineno

        def __repr__(self):
            number = len(self.examples)
            count = {0: 'no examples', 1: '1 example'}.get(number, f'{number} examples')
            return f'<{type(self).__name__} {self.name} from {self.filename}:{self.lineno} ({count})>'

        def __lt__(self, other):
            if type(self) is not type(other):
                return NotImplemented
            return (self.name, self.filename, self.lineno or -1, id(self)) < (
                other.name, other.filename, other.lineno or -1, id(other))


    class DocTestParser:
        """Finds the examples in a text."""

        _option = re.compile(r'#\s*doctest:\s*([^\n\'"]*)$', re.MULTILINE)
        _failure = re.compile(r'Traceback \((?:most recent call last|innermost last)\):\s*$')

        def parse(self, string, name='<string>'):
            """The examples, and the texts between them."""
            lines = string.expandtabs().split('\n')
            margin = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
            lines = [line[margin:] for line in lines]
            parts, between, number = [], [], 0
            while number < len(lines):
                if not re.match(r' *>>>( |$)', lines[number]) and not re.match(r' *>>>', lines[number]):
                    between.append(lines[number])
                    number += 1
                    continue
                parts.append('\n'.join(between) + '\n' if between else '')
                between = []
                example, number = self._example(lines, number, name)
                if example:
                    parts.append(example)
            parts.append('\n'.join(between))
            return parts

        def _example(self, lines, first, name):
            indent = len(lines[first]) - len(lines[first].lstrip())
            number = first + 1
            while number < len(lines) and re.match(r' {%d}\.\.\.( |$)' % indent, lines[number]):
                number += 1
            statements = []
            for place in range(first, number):
                rest = lines[place][indent + 3:]
                if rest and rest[0] != ' ':
                    raise ValueError(f'line {place + 1} of the docstring for {name} lacks blank after '
                                     f'{lines[place][indent:indent + 3]}: {lines[place]!r}')
                statements.append(rest[1:])
            wanted = []
            while number < len(lines) and lines[number].strip() and not lines[number].lstrip().startswith('>>>'):
                if lines[number][:indent].strip():
                    raise ValueError(f'line {number + 1} of the docstring for {name} has inconsistent leading '
                                     f'whitespace: {lines[number]!r}')
                wanted.append(lines[number][indent:].rstrip() if not lines[number].strip() else lines[number][indent:])
                number += 1
            source, want = '\n'.join(statements), '\n'.join(wanted)
            if not [line for line in statements if line.strip() and not line.lstrip().startswith('#')]:
                return None, number
            return Example(source, want, self._failure_message(wanted), first, indent,
                           self._options(source, name, first)), number

        def _failure_message(self, wanted):
            """What follows an expected traceback: the lines that are not indented."""
            if not wanted or not self._failure.match(wanted[0]):
                return None
            for place, line in enumerate(wanted[1:], 1):
                if line and not line[0].isspace():
                    return '\n'.join(wanted[place:]) + '\n'
            return None

        def _options(self, source, name, lineno):
            options = {}
            for match in self._option.finditer(source):
                for word in match[1].replace(',', ' ').split():
                    if word[0] not in '+-' or word[1:] not in OPTIONFLAGS_BY_NAME:
                        raise ValueError(f'line {lineno + 1} of the doctest for {name} has an invalid option: {word!r}')
                    options[OPTIONFLAGS_BY_NAME[word[1:]]] = word[0] == '+'
            return options

        def get_examples(self, string, name='<string>'):
            return [part for part in self.parse(string, name) if isinstance(part, Example)]

        def get_doctest(self, string, globs, name, filename, lineno):
            return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)


    def _has_docstring(member):
        return inspect.isclass(member) or inspect.isroutine(inspect.unwrap(member))


    class DocTestFinder:
        """Finds the docstrings of an object and of what it contains."""

        def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
            self._parser, self._recurse, self._exclude_empty = parser, recurse, exclude_empty

        def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
            name = name or getattr(obj, '__name__', None)
            if name is None:
                raise ValueError(f"DocTestFinder.find: name must be given when obj.__name__ doesn't exist: {type(obj)!r}")
            if module is None:
                module = obj if isinstance(obj, type(sys)) else sys.modules.get(getattr(obj, '__module__', None))
            names = dict(vars(module) if globs is None and module else globs or {}) | (extraglobs or {})
            names.setdefault('__name__', '__main__')
            tests = []
            self._collect(tests, obj, name, module or None, names, set())
            return sorted(tests)

        def _collect(self, tests, obj, name, module, names, seen):
            if id(obj) in seen:
                return
            seen.add(id(obj))
            text = obj if isinstance(obj, str) else getattr(obj, '__doc__', None) or ''
            if isinstance(text, str) and (text or not self._exclude_empty):
                test = self._parser.get_doctest(text, names, name, getattr(module, '__file__', None),
                                                self._line_of(obj, text, module))
                if test.examples or not self._exclude_empty:
                    tests.append(test)
            if not self._recurse:
                return
            if isinstance(obj, type(sys)):
                for key, member in list(vars(obj).items()):
                    if self._is_own(member, obj) and _has_docstring(member):
                        self._collect(tests, member, f'{name}.{key}', module, names, seen)
                for key, member in (getattr(obj, '__test__', None) or {}).items():
                    self._collect(tests, member, f'{name}.__test__.{key}', module, names, seen)
            elif isinstance(obj, type):
                for key, member in list(vars(obj).items()):
                    member = getattr(member, '__func__', member)
                    if key in ('__dict__', '__weakref__'):
                        continue
                    if isinstance(member, property) or _has_docstring(member) and self._is_own(member, module):
                        self._collect(tests, member, f'{name}.{key}', module, names, seen)

        def _is_own(self, member, module):
            member = getattr(member, '__wrapped__', member)
            return module is None or getattr(member, '__module__', None) == module.__name__

        def _line_of(self, obj, text, module):
            """The line before that on which a docstring begins, as far as it is known."""
            if isinstance(obj, type(sys)):
                return 0
            try:
                obj = obj.fget if isinstance(obj, property) else obj
                lines, first = inspect.getsourcelines(obj)
            except (OSError, TypeError):
                return None
            for place, line in enumerate(lines):
                if re.match(r'\s*[rRuU]?("|\')', line):
                    return first - 1 + place
            return None


    # Running

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


    # Whole modules and files

    master = None


    def _run_all(tests, report, verbose, raise_on_error, optionflags):
        global master
        runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
        for test in tests:
            runner.run(test)
        if report:
            runner.summarize()
        if master is None:
            master = runner
        else:
            master.merge(runner)
        return TestResults(runner.failures, runner.tries, skipped=runner.skips)


    def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None,
                raise_on_error=False, exclude_empty=False):
        """Carries out the examples in a module's docstrings."""
        m = m or sys.modules.get('__main__')
        if not isinstance(m, type(sys)):
            raise TypeError(f'testmod: module required; {m!r}')
        finder = DocTestFinder(exclude_empty=exclude_empty)
        tests = finder.find(m, name or m.__name__, globs=globs, extraglobs=extraglobs)
        return _run_all(tests, report, verbose, raise_on_error, optionflags)


    def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True,
                 optionflags=0, extraglobs=None, raise_on_error=False, parser=DocTestParser(), encoding=None):
        """Carries out the examples in a file."""
        import os
        if package and not module_relative:
            raise ValueError('Package may only be specified for module-relative paths.')
        if module_relative:
            main = package or sys.modules['__main__']
            main = sys.modules[main] if isinstance(main, str) else main
            folder = os.path.dirname(getattr(main, '__file__', None) or sys.argv[0] or '')
            filename = os.path.join(folder, *filename.split('/'))
        with open(filename, encoding=encoding) as file:
            text = file.read()
        names = dict(globs or {}) | (extraglobs or {})
        names.setdefault('__name__', '__main__')
        test = parser.get_doctest(text, names, name or os.path.basename(filename), filename, 0)
        return _run_all([test], report, verbose, raise_on_error, optionflags)


    def run_docstring_examples(f, globs, verbose=False, name='NoName', compileflags=None, optionflags=0):
        """Carries out the examples in an object's docstring, with these names."""
        runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
        for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
            runner.run(test)


    # As tests of unittest

    _reportflags = 0


    def set_unittest_reportflags(flags):
        global _reportflags
        if flags & REPORTING_FLAGS != flags:
            raise ValueError('Only reporting flags allowed', flags)
        before, _reportflags = _reportflags, flags
        return before


    class DocTestCase(unittest.TestCase):
        def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
            super().__init__()
            self._dt_test, self._dt_optionflags, self._dt_checker = test, optionflags, checker
            self._dt_setUp, self._dt_tearDown = setUp, tearDown
            self._dt_globs = dict(test.globs)

        def setUp(self):
            if self._dt_setUp:
                self._dt_setUp(self._dt_test)

        def tearDown(self):
            if self._dt_tearDown:
                self._dt_tearDown(self._dt_test)
            self._dt_test.globs = dict(self._dt_globs)

        def runTest(self):
            written = StringIO()
            flags = self._dt_optionflags | (_reportflags if not self._dt_optionflags & REPORTING_FLAGS else 0)
            runner = DocTestRunner(checker=self._dt_checker, verbose=False, optionflags=flags)
            runner.DIVIDER = '-' * 70
            results = runner.run(self._dt_test, out=written.write, clear_globs=False)
            if results.failed:
                test = self._dt_test
                raise self.failureException(
                    f'Failed doctest test for {test.name}\n  File "{test.filename}", line {test.lineno}, in '
                    f'{test.name.rsplit(".", 1)[-1]}\n\n{written.getvalue()}')

        def id(self):
            return self._dt_test.name

        def shortDescription(self):
            return 'Doctest: ' + self._dt_test.name

        def __str__(self):
            *path, last = self._dt_test.name.split('.')
            return f'{last} ({".".join(path)})'

        __repr__ = __str__


    def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
        module = sys.modules[module] if isinstance(module, str) else module or sys.modules['__main__']
        tests = (test_finder or DocTestFinder()).find(module, globs=globs, extraglobs=extraglobs)
        return unittest.TestSuite([DocTestCase(test, **options) for test in tests if test.examples])


    def DocFileSuite(*paths, **options):
        raise NotImplementedError('ppd has no doctest.DocFileSuite: use doctest.testfile')


    def script_from_examples(s):
        """The examples of a text as a script; what they should print and the text between become comments."""
        lines = []
        for part in DocTestParser().parse(s):
            if isinstance(part, Example):
                lines.append(part.source[:-1])
                if part.want:
                    lines += ['# Expected:'] + [f'## {line}' for line in part.want.split('\n')[:-1]]
            else:
                lines += [f'# {line}'.rstrip() for line in part.split('\n')[:-1]]
        while lines and lines[-1] == '#':
            lines.pop()
        while lines and lines[0] == '#':
            lines.pop(0)
        return '\n'.join(lines) + '\n'


    def testsource(module, name):
        module = sys.modules[module] if isinstance(module, str) else module
        for test in DocTestFinder().find(module):
            if test.name == name:
                return script_from_examples(test.docstring)
        raise ValueError(name, 'not found in tests')
    """#
}
