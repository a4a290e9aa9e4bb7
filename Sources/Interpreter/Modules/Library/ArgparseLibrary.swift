// The module `argparse`: what the others build on, and help.

enum ArgparseLibrary {
  static let source: StaticString = #"""
    import os as _os
    import re as _re
    import shutil as _shutil
    import sys as _sys
    import textwrap as _textwrap

    SUPPRESS = '==SUPPRESS=='
    OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, PARSER, REMAINDER = '?', '*', '+', 'A...', '...'
    _UNRECOGNIZED = '_unrecognized_args'

    __all__ = ['ArgumentParser', 'ArgumentError', 'ArgumentTypeError', 'BooleanOptionalAction', 'FileType',
               'HelpFormatter', 'ArgumentDefaultsHelpFormatter', 'RawDescriptionHelpFormatter', 'RawTextHelpFormatter',
               'MetavarTypeHelpFormatter', 'Namespace', 'Action', 'ONE_OR_MORE', 'OPTIONAL', 'PARSER', 'REMAINDER',
               'SUPPRESS', 'ZERO_OR_MORE']


    class _Attributes:
        """A repr of all attributes, as of a call with keywords."""

        def _shown(self):
            return list(vars(self).items())

        def __repr__(self):
            plain = [f'{name}={value!r}' for name, value in self._shown() if name.isidentifier()]
            odd = {name: value for name, value in self._shown() if not name.isidentifier()}
            return f'{type(self).__name__}({", ".join(plain + ([f"**{odd!r}"] if odd else []))})'


    class Namespace(_Attributes):
        def __init__(self, **kwargs):
            vars(self).update(kwargs)

        def __eq__(self, other):
            return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented

        def __contains__(self, key):
            return key in vars(self)


    def _label(action):
        """How messages name an action's argument; None where it has no name at all."""
        if action is None:
            return None
        if action.option_strings:
            return '/'.join(action.option_strings)
        for name in (action.metavar, action.dest):
            if name not in (None, SUPPRESS):
                return ', '.join(name) if isinstance(name, tuple) else name
        return '{' + ','.join(action.choices) + '}' if action.choices else None


    class ArgumentError(Exception):
        def __init__(self, argument, message):
            self.argument_name, self.message = _label(argument), message

        def __str__(self):
            return self.message if self.argument_name is None else f'argument {self.argument_name}: {self.message}'


    class ArgumentTypeError(Exception):
        pass


    class FileType:
        """Opens the file that an argument names; `-` is the standard input or output."""

        def __init__(self, mode='r', bufsize=-1, encoding=None, errors=None):
            self._mode, self._bufsize, self._encoding, self._errors = mode, bufsize, encoding, errors

        def __call__(self, string):
            if string != '-':
                try:
                    return open(string, self._mode, self._bufsize, self._encoding, self._errors)
                except OSError as failure:
                    raise ArgumentTypeError(f"can't open '{string}': {failure}")
            stream = _sys.stdin if 'r' in self._mode else _sys.stdout
            if 'r' not in self._mode and not set(self._mode) & set('wax'):
                raise ValueError(f'argument "-" with mode {self._mode!r}')
            return stream.buffer if 'b' in self._mode else stream

        def __repr__(self):
            given = [repr(value) for value in (self._mode, self._bufsize) if value != -1]
            named = [('encoding', self._encoding), ('errors', self._errors)]
            return f"FileType({', '.join(given + [f'{name}={value!r}' for name, value in named if value is not None])})"


    # Help

    class HelpFormatter:
        """Lays out usage and help; each section is a list of pieces of text that are joined at the end."""

        def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
            if width is None:
                width = _shutil.get_terminal_size().columns - 2
            self._prog = prog
            self._width = width
            self._step = indent_increment
            self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
            self._margin = 0
            self._reach = 0
            self._sections = [(None, [])]

        # What parsers add

        def _add(self, make, *arguments):
            self._sections[-1][1].append((make, arguments))

        def start_section(self, heading):
            self._margin += self._step
            self._sections.append((heading, []))

        def end_section(self):
            self._margin -= self._step
            heading, items = self._sections.pop()
            self._add(self._format_section, heading, items)

        def add_text(self, text):
            if text is not None and text is not SUPPRESS:
                self._add(self._format_text, text)

        def add_usage(self, usage, actions, groups, prefix=None):
            if usage is not SUPPRESS:
                self._add(self._format_usage, usage, actions, groups, prefix)

        def add_argument(self, action):
            if action.help is SUPPRESS:
                return
            self._measure(action)
            self._add(self._format_action, action)

        def _measure(self, action):
            reach = len(self._format_action_invocation(action)) + self._margin
            self._reach = max(self._reach, reach)
            with self._indented():
                for inner in self._iter_indented_subactions(action):
                    self._measure_flat(inner)

        def _measure_flat(self, action):
            reach = len(self._format_action_invocation(action)) + self._margin
            self._reach = max(self._reach, reach)

        def add_arguments(self, actions):
            for action in actions:
                self.add_argument(action)

        def format_help(self):
            text = self._format_items(self._sections[0][1])
            if text:
                text = _re.sub(r'\n\n\n+', '\n\n', text).strip('\n') + '\n'
            return text

        # Pieces

        def _indent(self):
            self._margin += self._step

        def _dedent(self):
            self._margin -= self._step

        def _indented(self):
            return _Indentation(self)

        def _format_items(self, items):
            pieces = [make(*arguments) for make, arguments in items]
            return ''.join(piece for piece in pieces if piece and piece is not SUPPRESS)

        def _format_section(self, heading, items):
            with self._indented():
                body = self._format_items(items)
            if not body:
                return ''
            title = '' if heading is None or heading is SUPPRESS else ' ' * self._margin + f'{heading}:\n'
            return f'\n{title}{body}\n'

        def _format_text(self, text):
            if '%(prog)' in text:
                text = text % {'prog': self._prog}
            room = max(self._width - self._margin, 11)
            return self._fill_text(text, room, ' ' * self._margin) + '\n\n'

        def _format_usage(self, usage, actions, groups, prefix):
            prefix = 'usage: ' if prefix is None else prefix
            if usage is not None:
                return f'{prefix}{usage % {"prog": self._prog}}\n\n'
            prog = str(self._prog)
            optionals = self._usage_parts([action for action in actions if action.option_strings], groups)
            positionals = self._usage_parts([action for action in actions if not action.option_strings], groups)
            line = ' '.join([prog] + optionals + positionals)
            if len(prefix) + len(line) > self._width - self._margin:
                line = '\n'.join(self._wrap_usage(prefix, prog, optionals, positionals))
            return f'{prefix}{line}\n\n'

        def _wrap_usage(self, prefix, prog, optionals, positionals):
            room = max(self._width - self._margin, 11)

            def lines(parts, indent, start=None):
                made, line = [], []
                reach = len(indent if start is None else start) - 1
                for part in parts:
                    if line and reach + 1 + len(part) > room:
                        made.append(indent + ' '.join(line))
                        line, reach = [], len(indent) - 1
                    line.append(part)
                    reach += len(part) + 1
                if line:
                    made.append(indent + ' '.join(line))
                if start is not None:
                    made[0] = made[0][len(indent):]
                return made

            if len(prefix) + len(prog) <= 0.75 * room:
                indent = ' ' * (len(prefix) + len(prog) + 1)
                if optionals:
                    return lines([prog] + optionals, indent, prefix) + lines(positionals, indent)
                return lines([prog] + positionals, indent, prefix) if positionals else [prog]
            indent = ' ' * len(prefix)
            together = lines(optionals + positionals, indent)
            if len(together) > 1:
                together = lines(optionals, indent) + lines(positionals, indent)
            return [prog] + together

        def _usage_parts(self, actions, groups):
            shown = [self._usage_part(action, groups) for action in actions]
            for group in groups:
                members = [action for action in group._members if action.help is not SUPPRESS]
                if not members or group._members[0] not in actions:
                    continue
                start = actions.index(group._members[0])
                if actions[start:start + len(group._members)] != group._members:
                    continue
                places = [actions.index(action) for action in members]
                for place in places[:-1]:
                    shown[place] += ' |'
                if len(places) > 1 or group.required:
                    opening, closing = '()' if group.required else '[]'
                    if len(places) > 1 or not group._members[0].option_strings == []:
                        shown[places[0]] = opening + shown[places[0]]
                        shown[places[-1]] += closing
                elif members[0].option_strings:
                    shown[places[0]] = f'[{shown[places[0]]}]'
            return [part for part in shown if part is not None]

        def _usage_part(self, action, groups):
            if action.help is SUPPRESS:
                return None
            holders = [group for group in groups if action in group._members]
            if not action.option_strings:
                part = self._format_args(action, self._get_default_metavar_for_positional(action))
                if holders and part[:1] == '[' and part[-1:] == ']':
                    part = part[1:-1]
                return part
            if action.nargs == 0:
                part = action.format_usage()
            else:
                arguments = self._format_args(action, self._get_default_metavar_for_optional(action))
                part = f'{action.option_strings[0]} {arguments}'
            return part if action.required or holders else f'[{part}]'

        def _format_action(self, action):
            column = min(self._reach + 2, self._max_help_position)
            room = max(self._width - column, 11)
            space = column - self._margin - 2
            header = self._format_action_invocation(action)
            margin = ' ' * self._margin
            lines = self._split_lines(self._expand_help(action), room) if action.help and action.help.strip() else []
            if not lines:
                text = f'{margin}{header}\n'
            elif len(header) <= space:
                text = f'{margin}{header:<{space}}  {lines.pop(0)}\n'
            else:
                text = f'{margin}{header}\n'
            text += ''.join(f'{" " * column}{line}\n' for line in lines)
            with self._indented():
                return text + ''.join(self._format_action(inner) for inner in self._iter_indented_subactions(action))

        def _format_action_invocation(self, action):
            if not action.option_strings:
                return ' '.join(self._metavar_formatter(action, self._get_default_metavar_for_positional(action))(1))
            names = ', '.join(action.option_strings)
            if action.nargs == 0:
                return names
            return f'{names} {self._format_args(action, self._get_default_metavar_for_optional(action))}'

        def _metavar_formatter(self, action, default_metavar):
            if action.metavar is not None:
                shown = action.metavar
            elif action.choices is not None:
                shown = '{' + ','.join(map(str, action.choices)) + '}'
            else:
                shown = default_metavar
            return lambda count: shown if isinstance(shown, tuple) else (shown,) * count

        def _format_args(self, action, default_metavar):
            metavar = self._metavar_formatter(action, default_metavar)
            nargs = action.nargs
            if nargs is None:
                return '%s' % metavar(1)
            if nargs == OPTIONAL:
                return '[%s]' % metavar(1)
            if nargs == ZERO_OR_MORE:
                names = metavar(1)
                return '[%s [%s ...]]' % names if len(names) == 2 else '[%s ...]' % names
            if nargs == ONE_OR_MORE:
                return '%s [%s ...]' % metavar(2)
            if nargs == REMAINDER:
                return '...'
            if nargs == PARSER:
                return '%s ...' % metavar(1)
            if nargs == SUPPRESS:
                return ''
            try:
                return ' '.join(['%s'] * nargs) % metavar(nargs)
            except TypeError:
                raise ValueError('invalid nargs value') from None

        def _expand_help(self, action):
            values = {name: getattr(value, '__name__', value) for name, value in vars(action).items()
                      if value is not SUPPRESS}
            values['prog'] = self._prog
            if values.get('choices') is not None:
                values['choices'] = ', '.join(map(str, values['choices']))
            return self._get_help_string(action) % values

        def _iter_indented_subactions(self, action):
            return action._get_subactions() if hasattr(action, '_get_subactions') else ()

        # What other formatters change

        def _split_lines(self, text, width):
            return _textwrap.wrap(' '.join(text.split()), width)

        def _fill_text(self, text, width, indent):
            return _textwrap.fill(' '.join(text.split()), width, initial_indent=indent, subsequent_indent=indent)

        def _get_help_string(self, action):
            return action.help

        def _get_default_metavar_for_optional(self, action):
            return action.dest.upper()

        def _get_default_metavar_for_positional(self, action):
            return action.dest


    class _Indentation:
        def __init__(self, formatter):
            self._formatter = formatter

        def __enter__(self):
            self._formatter._indent()

        def __exit__(self, *exception):
            self._formatter._dedent()


    class RawDescriptionHelpFormatter(HelpFormatter):
        def _fill_text(self, text, width, indent):
            return ''.join(map(indent.__add__, text.splitlines(keepends=True)))


    class RawTextHelpFormatter(RawDescriptionHelpFormatter):
        def _split_lines(self, text, width):
            return text.splitlines()


    class ArgumentDefaultsHelpFormatter(HelpFormatter):
        def _get_help_string(self, action):
            help = action.help or ''
            takes_default = action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE)
            if '%(default)' in help or action.default is SUPPRESS or not takes_default:
                return help
            return help + ' (default: %(default)s)'


    class MetavarTypeHelpFormatter(HelpFormatter):
        def _get_default_metavar_for_optional(self, action):
            return action.type.__name__

        _get_default_metavar_for_positional = _get_default_metavar_for_optional
    """#
}
