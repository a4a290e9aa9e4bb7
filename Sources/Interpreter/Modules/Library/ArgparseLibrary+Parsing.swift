// The module `argparse`: parsing.

extension ArgparseLibrary {
  static let parsing: StaticString = #"""
    class _Parse:
        """One parse: each string is classified (`O` an option, `A` an argument, `-` the marker `--`), and regular
        expressions over these letters decide how many arguments an action takes."""

        _COUNTS = {None: '(-*A-*)', OPTIONAL: '(-*A?-*)', ZERO_OR_MORE: '(-*[A-]*)', ONE_OR_MORE: '(-*A[A-]*)',
                   REMAINDER: '([AO-]*)', PARSER: '(-*A[AO-]*)', SUPPRESS: '(-*)'}

        def __init__(self, parser, strings, namespace, intermixed):
            self.parser, self.namespace, self.intermixed = parser, namespace, intermixed
            self.strings = self._read_files(strings) if parser.fromfile_prefix_chars else strings
            self.options = {}
            self.letters = self._classify()
            self.positionals = [action for action in parser._actions if not action.option_strings]
            self.conflicts = {}
            for group in parser._exclusive_groups:
                for action in group._members:
                    others = [other for other in group._members if other is not action]
                    self.conflicts.setdefault(action, []).extend(others)
            self.seen, self.given = set(), set()
            self.extras = []

        def run(self):
            if self.intermixed:
                self._check_intermixed()
            position, last = 0, max(self.options, default=-1)
            leftover = []
            while position <= last:
                next_option = min(index for index in self.options if index >= position)
                if not self.intermixed and position != next_option:
                    reached = self._take_positionals(position)
                    if reached > position:
                        position = reached
                        continue
                if position not in self.options:
                    skipped = self.strings[position:next_option]
                    (leftover if self.intermixed else self.extras).extend(skipped)
                    position = next_option
                position = self._take_option(position)
            if self.intermixed:
                position = self._take_intermixed(leftover, position)
            else:
                position = self._take_positionals(position)
            self.extras.extend(self.strings[position:])
            self._finish()
            return self.extras

        def _check_intermixed(self):
            names = [action.dest for action in self.positionals if action.nargs in (PARSER, REMAINDER)]
            if names:
                kind = next(action.nargs for action in self.positionals if action.nargs in (PARSER, REMAINDER))
                raise TypeError(f'parse_intermixed_args: positional arg with nargs={kind}')

        def _take_intermixed(self, leftover, position):
            """All arguments that no option took, those behind the last option included, as one row."""
            rest = leftover + self.strings[position:]
            letters = ''.join('-' if string == '--' else 'A' for string in rest)
            self.strings, self.letters, self.options = rest, letters, {}
            return self._take_positionals(0)

        # What the strings are

        def _read_files(self, strings):
            made = []
            for string in strings:
                if not string or string[0] not in self.parser.fromfile_prefix_chars:
                    made.append(string)
                    continue
                try:
                    with open(string[1:], errors='surrogateescape') as file:
                        lines = [word for line in file.read().splitlines()
                                 for word in self.parser.convert_arg_line_to_args(line)]
                except OSError as failure:
                    raise ArgumentError(None, str(failure)) from None
                made.extend(self._read_files(lines))
            return made

        def _classify(self):
            letters = []
            for index, string in enumerate(self.strings):
                if string == '--':
                    letters.append('-' + 'A' * (len(self.strings) - index - 1))
                    break
                option = self._option(string)
                if option is not None:
                    self.options[index] = option
                letters.append('A' if option is None else 'O')
            return ''.join(letters)

        def _option(self, string):
            """The ways to read a string as an option: (action, option, separator, explicit argument); None for an
            argument."""
            parser = self.parser
            if not string or string[0] not in parser.prefix_chars:
                return None
            known = parser._by_option
            if string in known:
                return [(known[string], string, None, None)]
            if len(string) == 1:
                return None
            name, separator, explicit = string.partition('=')
            if separator and name in known:
                return [(known[name], name, separator, explicit)]
            matches = self._abbreviations(string)
            if matches:
                return matches
            if _re.match(r'^-(?:\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)$', string):
                if not parser._numeric_options:
                    return None
            if ' ' in string:
                return None
            return [(None, string, None, None)]

        def _abbreviations(self, string):
            parser, known = self.parser, self.parser._by_option
            prefixes = parser.prefix_chars
            if string[1] in prefixes:
                if not parser.allow_abbrev:
                    return []
                name, separator, explicit = string.partition('=')
                if not separator:
                    separator = explicit = None
                return [(action, option, separator, explicit) for option, action in known.items()
                        if option.startswith(name)]
            short, rest = string[:2], string[2:]
            matches = []
            for option, action in known.items():
                if option == short:
                    matches.append((action, option, '', rest))
                elif option.startswith(string.partition('=')[0]) and (parser.allow_abbrev or option[1] not in prefixes):
                    name, separator, explicit = string.partition('=')
                    matches.append((action, option, separator or None, explicit if separator else None))
            return matches

        # Taking arguments

        def _pattern(self, action):
            pattern = self._COUNTS.get(action.nargs) if not isinstance(action.nargs, int) else None
            if pattern is None:
                pattern = '([-A]{%d})' % action.nargs if action.option_strings else (
                    '(-*' + '-*'.join('A' * action.nargs) + '-*)')
            if action.option_strings:
                # The marker ends what an option takes.
                pattern = pattern.replace('-*', '').replace('-', '')
            return pattern

        def _take_positionals(self, start):
            letters = self.letters[start:]
            for count in range(len(self.positionals), -1, -1):
                match = _re.match(''.join(map(self._pattern, self.positionals[:count])), letters)
                if match:
                    break
            lengths = [len(group) for group in match.groups()]
            taken = 0
            for action, length in zip(self.positionals, lengths):
                # What may be empty waits for arguments that stand behind later options.
                may_wait = action.nargs in (OPTIONAL, ZERO_OR_MORE) and not self.intermixed
                if length == 0 and may_wait and 'O' in self.letters[start:]:
                    break
                strings = self.strings[start:start + length]
                letters = self.letters[start:start + length]
                start += length
                taken += 1
                if action.nargs == PARSER:
                    if strings and strings[0] == '--':
                        strings.pop(0)
                elif action.nargs == REMAINDER:
                    if letters[:1] == '-':
                        strings.pop(0)
                elif '-' in letters:
                    strings.pop(letters.index('-'))
                self._act(action, strings)
            del self.positionals[:taken]
            return start

        def _take_option(self, start):
            ways = self.options[start]
            if len(ways) > 1:
                names = ', '.join(option for _, option, _, _ in ways)
                raise ArgumentError(None, f'ambiguous option: {self.strings[start]} could match {names}')
            action, option, separator, explicit = ways[0]
            calls = []
            while True:
                if action is None:
                    self.extras.append(self.strings[start])
                    return start + 1
                if explicit is None:
                    break
                count = self._count(action, 'A')
                if count == 1:
                    calls.append((action, [explicit], option))
                    stop = start + 1
                    explicit = None
                    action = None
                    break
                if count == 0 and option[1] not in self.parser.prefix_chars and explicit != '' and separator != '=':
                    calls.append((action, [], option))
                    option = option[0] + explicit[0]
                    following = self.parser._by_option.get(option)
                    if following is None:
                        for call in calls:
                            self._act(*call)
                        self.extras.append(option[0] + explicit)
                        return start + 1
                    action, rest = following, explicit[1:]
                    if rest.startswith('='):
                        separator, explicit = '=', rest[1:]
                    else:
                        separator, explicit = '', rest or None
                    continue
                raise ArgumentError(action, f'ignored explicit argument {explicit!r}')
            if action is not None:
                count = self._count(action, self.letters[start + 1:])
                stop = start + 1 + count
                calls.append((action, self.strings[start + 1:stop], option))
            for call in calls:
                self._act(*call)
            return stop

        def _count(self, action, letters):
            pattern = '()' if action.nargs == 0 else self._pattern(action)
            match = _re.match(pattern, letters)
            if match:
                return len(match.group(1))
            expected = {None: 'expected one argument', OPTIONAL: 'expected at most one argument',
                        ONE_OR_MORE: 'expected at least one argument'}.get(action.nargs)
            if expected is None:
                plural = '' if action.nargs == 1 else 's'
                expected = f'expected {action.nargs} argument{plural}'
            raise ArgumentError(action, expected)

        def _act(self, action, strings, option=None):
            self.seen.add(action)
            if action.deprecated:
                what = 'option' if option else 'argument'
                self.parser._warning(f"{what} {option or action.dest!r} is deprecated" if not option
                                     else f"option '{option}' is deprecated")
            value = self.parser._values(action, strings)
            if strings or action.option_strings or value is not action.default:
                self.given.add(action)
                for other in self.conflicts.get(action, ()):
                    if other in self.given:
                        raise ArgumentError(action, f'not allowed with argument {_label(other)}')
            if value is not SUPPRESS:
                action(self.parser, self.namespace, value, option)

        def _finish(self):
            parser, missing = self.parser, []
            for action in parser._actions:
                if action in self.seen:
                    continue
                if action.required:
                    missing.append(_label(action))
                elif isinstance(action.default, str) and hasattr(self.namespace, action.dest) and (
                        action.default is getattr(self.namespace, action.dest)):
                    setattr(self.namespace, action.dest, parser._value(action, action.default))
            if missing:
                raise ArgumentError(None, f"the following arguments are required: {', '.join(missing)}")
            for group in parser._exclusive_groups:
                if group.required and not any(action in self.given for action in group._members):
                    names = [_label(action) for action in group._members if action.help is not SUPPRESS]
                    raise ArgumentError(None, f"one of the arguments {' '.join(names)} is required")
    """#
}
