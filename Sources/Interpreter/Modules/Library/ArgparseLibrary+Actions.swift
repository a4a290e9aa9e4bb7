// The module `argparse`: actions.

extension ArgparseLibrary {
  static let actions: StaticString = #"""
    # Actions

    class Action(_Attributes):
        def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None,
                     required=False, help=None, metavar=None, deprecated=False):
            self.option_strings, self.dest, self.nargs, self.const = option_strings, dest, nargs, const
            self.default, self.type, self.choices, self.required = default, type, choices, required
            self.help, self.metavar, self.deprecated = help, metavar, deprecated

        def _shown(self):
            names = ['option_strings', 'dest', 'nargs', 'const', 'default', 'type', 'choices', 'required', 'help',
                     'metavar', 'deprecated']
            return [(name, getattr(self, name)) for name in names]

        def format_usage(self):
            return self.option_strings[0]

        def __call__(self, parser, namespace, values, option_string=None):
            raise NotImplementedError('.__call__() not defined')


    class _StoreAction(Action):
        _what = 'store'

        def __init__(self, option_strings, dest, nargs=None, const=None, **kwargs):
            if nargs == 0:
                raise ValueError(self._no_arguments)
            if const is not None and nargs != OPTIONAL:
                raise ValueError(f'nargs must be {OPTIONAL!r} to supply const')
            super().__init__(option_strings, dest, nargs, const, **kwargs)

        _no_arguments = ('nargs for store actions must be != 0; if you have nothing to store, actions such as '
                         'store true or store const may be more appropriate')

        def __call__(self, parser, namespace, values, option_string=None):
            setattr(namespace, self.dest, values)


    class _Constant(Action):
        """Those that take no argument but know what to do."""

        def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None,
                     deprecated=False):
            super().__init__(option_strings, dest, 0, const, default, None, None, required, help, metavar, deprecated)


    class _StoreConstAction(_Constant):
        def __call__(self, parser, namespace, values, option_string=None):
            setattr(namespace, self.dest, self.const)


    class _StoreTrueAction(_StoreConstAction):
        def __init__(self, option_strings, dest, default=False, required=False, help=None, deprecated=False):
            super().__init__(option_strings, dest, True, default, required, help, None, deprecated)


    class _StoreFalseAction(_StoreConstAction):
        def __init__(self, option_strings, dest, default=True, required=False, help=None, deprecated=False):
            super().__init__(option_strings, dest, False, default, required, help, None, deprecated)


    class BooleanOptionalAction(Action):
        def __init__(self, option_strings, dest, default=None, required=False, help=None, deprecated=False, **old):
            names = []
            for option in option_strings:
                names.append(option)
                if option.startswith('--'):
                    if option.startswith('--no-'):
                        raise ValueError(f'invalid option name {option!r} for BooleanOptionalAction')
                    names.append('--no-' + option[2:])
            super().__init__(names, dest, 0, None, default, None, None, required, help, None, deprecated)

        def __call__(self, parser, namespace, values, option_string=None):
            if option_string in self.option_strings:
                setattr(namespace, self.dest, not option_string.startswith('--no-'))

        def format_usage(self):
            return ' | '.join(self.option_strings)


    def _appended(namespace, dest, values):
        setattr(namespace, dest, list(getattr(namespace, dest, None) or ()) + list(values))


    class _AppendAction(_StoreAction):
        _no_arguments = ('nargs for append actions must be != 0; if arg strings are not supplying the value to append, '
                         'the append const action may be more appropriate')

        def __call__(self, parser, namespace, values, option_string=None):
            _appended(namespace, self.dest, [values])


    class _ExtendAction(_AppendAction):
        def __call__(self, parser, namespace, values, option_string=None):
            _appended(namespace, self.dest, values)


    class _AppendConstAction(_Constant):
        def __call__(self, parser, namespace, values, option_string=None):
            _appended(namespace, self.dest, [self.const])


    class _CountAction(_Constant):
        def __init__(self, option_strings, dest, default=None, required=False, help=None, deprecated=False):
            super().__init__(option_strings, dest, None, default, required, help, None, deprecated)

        def __call__(self, parser, namespace, values, option_string=None):
            setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


    class _HelpAction(Action):
        def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None, deprecated=False):
            super().__init__(option_strings, dest, 0, default=default, help=help, deprecated=deprecated)

        def __call__(self, parser, namespace, values, option_string=None):
            parser.print_help()
            parser.exit()


    class _VersionAction(Action):
        def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS, help=None, deprecated=False):
            super().__init__(option_strings, dest, 0, default=default, deprecated=deprecated,
                             help="show program's version number and exit" if help is None else help)
            self.version = version

        def __call__(self, parser, namespace, values, option_string=None):
            formatter = parser._get_formatter()
            formatter.add_text(parser.version if self.version is None else self.version)
            parser._print_message(formatter.format_help(), _sys.stdout)
            parser.exit()


    class _SubParsersAction(Action):
        """Hands the rest of the arguments to the parser that the first of them names."""

        class _Choice(Action):
            def __init__(self, name, aliases, help):
                shown = f"{name} ({', '.join(aliases)})" if aliases else name
                super().__init__([], shown, help=help, metavar=shown)

        def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
            self._prog_prefix, self._parser_class = prog, parser_class
            self._name_parser_map, self._choices_actions, self._deprecated = {}, [], set()
            super().__init__(option_strings, dest, PARSER, choices=self._name_parser_map, required=required, help=help,
                             metavar=metavar)

        def add_parser(self, name, *, deprecated=False, aliases=(), **kwargs):
            if kwargs.get('prog') is None:
                kwargs['prog'] = f'{self._prog_prefix} {name}'
            for known in (name, *aliases):
                if known in self._name_parser_map:
                    what = 'subparser' if known == name else 'subparser alias'
                    raise ArgumentError(self, f'conflicting {what}: {known}')
            if 'help' in kwargs:
                self._choices_actions.append(self._Choice(name, aliases, kwargs.pop('help')))
            parser = self._parser_class(**kwargs)
            for known in (name, *aliases):
                self._name_parser_map[known] = parser
                if deprecated:
                    self._deprecated.add(known)
            return parser

        def _get_subactions(self):
            return self._choices_actions

        def __call__(self, parser, namespace, values, option_string=None):
            name, *rest = values
            if self.dest is not SUPPRESS:
                setattr(namespace, self.dest, name)
            try:
                chosen = self._name_parser_map[name]
            except KeyError:
                known = ', '.join(self._name_parser_map)
                raise ArgumentError(self, f'unknown parser {name!r} (choices: {known})') from None
            if name in self._deprecated:
                parser._warning(f"command '{name}' is deprecated")
            inner, extras = chosen.parse_known_args(rest, None)
            vars(namespace).update(vars(inner))
            if extras:
                vars(namespace).setdefault(_UNRECOGNIZED, [])
                getattr(namespace, _UNRECOGNIZED).extend(extras)


    _ACTIONS = {
        None: _StoreAction, 'store': _StoreAction, 'store_const': _StoreConstAction, 'store_true': _StoreTrueAction,
        'store_false': _StoreFalseAction, 'append': _AppendAction, 'append_const': _AppendConstAction,
        'count': _CountAction, 'help': _HelpAction, 'version': _VersionAction, 'parsers': _SubParsersAction,
        'extend': _ExtendAction,
    }
    """#
}
