// The module `doctest`: the examples of whole modules and files, also as tests of `unittest`.

extension DoctestLibrary {
  static let modules: StaticString = #"""
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
