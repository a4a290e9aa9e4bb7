// The module `argparse`: parsers.

extension ArgparseLibrary {
  static let parsers: StaticString = #"""
    class _Container:
        """What holds arguments: a parser or one of its groups, which share their registries."""

        def __init__(self, description, prefix_chars, argument_default, conflict_handler):
            self.description, self.prefix_chars = description, prefix_chars
            self.argument_default, self.conflict_handler = argument_default, conflict_handler
            if conflict_handler not in ('error', 'resolve'):
                raise ValueError(f'invalid conflict_resolution value: {conflict_handler!r}')
            self._registries = {'action': dict(_ACTIONS), 'type': {None: lambda string: string}}
            self._actions, self._by_option = [], {}
            self._action_groups, self._exclusive_groups = [], []
            self._defaults, self._numeric_options = {}, []

        def register(self, registry, value, object):
            self._registries.setdefault(registry, {})[value] = object

        def _registered(self, registry, value, default=None):
            try:
                return self._registries[registry].get(value, default)
            except TypeError:
                return default

        def set_defaults(self, **kwargs):
            self._defaults.update(kwargs)
            for known in self._actions:
                known.default = kwargs.get(known.dest, known.default)

        def get_default(self, dest):
            given = [known.default for known in self._actions if known.dest == dest and known.default is not None]
            return given[0] if given else self._defaults.get(dest)

        def add_argument(self, *args, **kwargs):
            prefixes = self.prefix_chars
            if not args or len(args) == 1 and args[0][0] not in prefixes:
                if args and 'dest' in kwargs:
                    raise ValueError('dest supplied twice for positional argument')
                kwargs = self._positional(*args, **kwargs)
            else:
                kwargs = self._optional(*args, **kwargs)
            fallback = self._defaults.get(kwargs['dest'], self.argument_default)
            if fallback is not None or kwargs['dest'] in self._defaults:
                kwargs.setdefault('default', fallback)
            given = kwargs.pop('action', None)
            make = self._registered('action', given, given)
            if not callable(make):
                raise ValueError(f'unknown action "{make}"')
            action = make(**kwargs)
            convert = self._registered('type', action.type, action.type)
            if not callable(convert):
                raise ValueError(f'{convert!r} is not callable')
            if convert is FileType:
                raise ValueError(f'{convert!r} is a FileType class object, instance of it must be passed')
            if hasattr(self, '_get_formatter'):
                try:
                    self._get_formatter()._format_args(action, None)
                except TypeError:
                    raise ValueError('length of metavar tuple does not match nargs') from None
            return self._adopt(action)

        def _positional(self, dest=None, **kwargs):
            if 'required' in kwargs:
                raise TypeError("'required' is an invalid argument for positionals")
            nargs = kwargs.get('nargs')
            if nargs == 0:
                raise ValueError('nargs for positionals must be != 0')
            kwargs['required'] = nargs not in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS)
            return dict(kwargs, dest=dest if dest is not None else kwargs.get('dest'), option_strings=[])

        def _optional(self, *names, **kwargs):
            for name in names:
                if name[0] not in self.prefix_chars:
                    raise ValueError(f"invalid option string {name!r}: must start with a character "
                                     f"{self.prefix_chars!r}")
            dest = kwargs.pop('dest', None)
            if dest is None:
                long = [name for name in names if len(name) > 1 and name[1] in self.prefix_chars]
                dest = (long or names)[0].lstrip(self.prefix_chars)
                if not dest:
                    raise ValueError(f"dest= is required for options like {names[0]!r}")
                dest = dest.replace('-', '_')
            return dict(kwargs, dest=dest, option_strings=list(names))

        def _adopt(self, action):
            self._resolve_conflicts(action)
            self._actions.append(action)
            action.container = self
            for name in action.option_strings:
                self._by_option[name] = action
                if _re.match(r'^-(?:\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)$', name):
                    self._numeric_options.append(True)
            return action

        def _resolve_conflicts(self, action):
            taken = [name for name in action.option_strings if name in self._by_option]
            if not taken:
                return
            if self.conflict_handler == 'error':
                plural = '' if len(taken) == 1 else 's'
                raise ArgumentError(action, f"conflicting option string{plural}: {', '.join(taken)}")
            for name in taken:
                older = self._by_option.pop(name)
                older.option_strings.remove(name)
                if not older.option_strings:
                    older.container._drop(older)

        def _drop(self, action):
            self._actions.remove(action)

        def add_argument_group(self, *args, **kwargs):
            self._action_groups.append(_ArgumentGroup(self, *args, **kwargs))
            return self._action_groups[-1]

        def add_mutually_exclusive_group(self, **kwargs):
            self._exclusive_groups.append(_MutuallyExclusiveGroup(self, **kwargs))
            return self._exclusive_groups[-1]


    class _ArgumentGroup(_Container):
        def __init__(self, container, title=None, description=None, **kwargs):
            super().__init__(description, kwargs.get('prefix_chars', container.prefix_chars),
                             kwargs.get('argument_default', container.argument_default),
                             kwargs.get('conflict_handler', container.conflict_handler))
            self.title, self._members, self._owner = title, [], container
            for name in ('_registries', '_actions', '_by_option', '_defaults', '_numeric_options',
                         '_exclusive_groups'):
                setattr(self, name, getattr(container, name))

        def _adopt(self, action):
            super()._adopt(action)
            self._members.append(action)
            return action

        def _drop(self, action):
            super()._drop(action)
            self._members.remove(action)


    class _MutuallyExclusiveGroup(_ArgumentGroup):
        def __init__(self, container, required=False):
            super().__init__(container)
            self.required = required

        def _adopt(self, action):
            if action.required:
                raise ValueError('mutually exclusive arguments must be optional')
            self._owner._adopt(action)
            self._members.append(action)
            return action

        def _drop(self, action):
            self._owner._drop(action)
            self._members.remove(action)


    class ArgumentParser(_Attributes, _Container):
        def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(),
                     formatter_class=HelpFormatter, prefix_chars='-', fromfile_prefix_chars=None, argument_default=None,
                     conflict_handler='error', add_help=True, allow_abbrev=True, exit_on_error=True):
            _Container.__init__(self, description, prefix_chars, argument_default, conflict_handler)
            self.prog = _os.path.basename(_sys.argv[0]) if prog is None else prog
            self.usage, self.epilog, self.formatter_class = usage, epilog, formatter_class
            self.fromfile_prefix_chars, self.add_help = fromfile_prefix_chars, add_help
            self.allow_abbrev, self.exit_on_error = allow_abbrev, exit_on_error
            self._positionals = self.add_argument_group('positional arguments')
            self._optionals = self.add_argument_group('options')
            self._commands = None
            if add_help:
                prefix = '-' if '-' in prefix_chars else prefix_chars[0]
                self.add_argument(prefix + 'h', prefix * 2 + 'help', action='help', default=SUPPRESS,
                                  help='show this help message and exit')
            for parent in parents:
                self._take_over(parent)

        def _shown(self):
            names = ['prog', 'usage', 'description', 'formatter_class', 'conflict_handler', 'add_help']
            return [(name, getattr(self, name)) for name in names]

        def _take_over(self, parent):
            """Adds the arguments of a parent, in groups of the same titles."""
            groups = {group.title: group for group in self._action_groups}
            homes = {}
            for group in parent._action_groups:
                if group.title not in groups:
                    groups[group.title] = self.add_argument_group(group.title, group.description)
                for action in group._members:
                    homes[action] = groups[group.title]
            for group in parent._exclusive_groups:
                copy = self.add_mutually_exclusive_group(required=group.required)
                for action in group._members:
                    homes[action] = copy
            for action in parent._actions:
                homes.get(action, self)._adopt(action)
            self._defaults.update(parent._defaults)

        def add_subparsers(self, *, title=None, description=None, prog=None, parser_class=None, action='parsers',
                           dest=SUPPRESS, required=False, help=None, metavar=None, option_strings=()):
            if self._commands is not None:
                raise ValueError('cannot have multiple subparser arguments')
            if title is not None or description is not None:
                self._commands = self.add_argument_group('subcommands' if title is None else title, description)
            else:
                self._commands = self._positionals
            if prog is None:
                formatter = self._get_formatter()
                formatter.add_usage(self.usage, [action for action in self._actions if not action.option_strings],
                                    self._exclusive_groups, '')
                prog = formatter.format_help().strip()
            make = self._registered('action', action, action)
            made = make(option_strings=[], prog=prog, parser_class=parser_class or type(self), dest=dest,
                        required=required, help=help, metavar=metavar)
            self._commands._adopt(made)
            return made

        def _adopt(self, action):
            (self._optionals if action.option_strings else self._positionals)._adopt(action)
            return action

        # Help

        def _get_formatter(self):
            return self.formatter_class(prog=self.prog)

        def format_usage(self):
            formatter = self._get_formatter()
            formatter.add_usage(self.usage, self._actions, self._exclusive_groups)
            return formatter.format_help()

        def format_help(self):
            formatter = self._get_formatter()
            formatter.add_usage(self.usage, self._actions, self._exclusive_groups)
            formatter.add_text(self.description)
            for group in self._action_groups:
                formatter.start_section(group.title)
                formatter.add_text(group.description)
                formatter.add_arguments(group._members)
                formatter.end_section()
            formatter.add_text(self.epilog)
            return formatter.format_help()

        def print_usage(self, file=None):
            self._print_message(self.format_usage(), _sys.stdout if file is None else file)

        def print_help(self, file=None):
            self._print_message(self.format_help(), _sys.stdout if file is None else file)

        def _print_message(self, message, file=None):
            if message:
                (_sys.stderr if file is None else file).write(message)

        def exit(self, status=0, message=None):
            self._print_message(message, _sys.stderr)
            _sys.exit(status)

        def error(self, message):
            self.print_usage(_sys.stderr)
            self.exit(2, f'{self.prog}: error: {message}\n')

        def _warning(self, message):
            self._print_message(f'{self.prog}: warning: {message}\n', _sys.stderr)

        # Parsing

        def parse_args(self, args=None, namespace=None):
            namespace, extras = self.parse_known_args(args, namespace)
            return self._without_extras(namespace, extras)

        def parse_known_args(self, args=None, namespace=None):
            return self._parse(args, namespace, intermixed=False)

        def parse_intermixed_args(self, args=None, namespace=None):
            namespace, extras = self.parse_known_intermixed_args(args, namespace)
            return self._without_extras(namespace, extras)

        def parse_known_intermixed_args(self, args=None, namespace=None):
            return self._parse(args, namespace, intermixed=True)

        def _without_extras(self, namespace, extras):
            if extras:
                message = f"unrecognized arguments: {' '.join(extras)}"
                if self.exit_on_error:
                    self.error(message)
                raise ArgumentError(None, message)
            return namespace

        def _parse(self, args, namespace, intermixed):
            args = list(_sys.argv[1:] if args is None else args)
            namespace = Namespace() if namespace is None else namespace
            defaults = [(action.dest, action.default) for action in self._actions
                        if SUPPRESS not in (action.dest, action.default) and (action.option_strings or not intermixed)]
            defaults += self._defaults.items()
            if intermixed:
                defaults += [(action.dest, action.default) for action in self._actions if not action.option_strings]
            for dest, value in defaults:
                if not hasattr(namespace, dest):
                    setattr(namespace, dest, value)
            if not self.exit_on_error:
                extras = _Parse(self, args, namespace, intermixed).run()
            else:
                try:
                    extras = _Parse(self, args, namespace, intermixed).run()
                except ArgumentError as failure:
                    self.error(str(failure))
            extras += vars(namespace).pop(_UNRECOGNIZED, [])
            return namespace, extras

        def convert_arg_line_to_args(self, arg_line):
            return [arg_line]

        def _value(self, action, string):
            """The converted value of one string."""
            convert = self._registered('type', action.type, action.type)
            try:
                return convert(string)
            except ArgumentTypeError as failure:
                raise ArgumentError(action, str(failure)) from None
            except (TypeError, ValueError):
                name = getattr(action.type, '__name__', repr(action.type))
                raise ArgumentError(action, f'invalid {name} value: {string!r}') from None

        def _check_value(self, action, value):
            if action.choices is None:
                return
            choices = action.choices
            if value not in (iter(choices) if isinstance(choices, str) else choices):
                known = ', '.join(map(repr, choices))
                raise ArgumentError(action, f'invalid choice: {value!r} (choose from {known})')

        def _values(self, action, strings):
            """What an action gets for the strings that belong to it."""
            nargs = action.nargs
            if nargs == OPTIONAL and not strings:
                value = action.const if action.option_strings else action.default
                if isinstance(value, str):
                    value = self._value(action, value)
                    self._check_value(action, value)
                return value
            if nargs == ZERO_OR_MORE and not strings and not action.option_strings:
                return [] if action.default is None else action.default
            if nargs == SUPPRESS:
                return SUPPRESS
            if nargs in (None, OPTIONAL):
                value = self._value(action, strings[0])
                self._check_value(action, value)
                return value
            values = [self._value(action, string) for string in strings]
            if nargs == PARSER:
                self._check_value(action, values[0])
            elif nargs != REMAINDER:
                for value in values:
                    self._check_value(action, value)
            return values
    """#
}
