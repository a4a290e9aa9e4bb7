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
    """#
}
