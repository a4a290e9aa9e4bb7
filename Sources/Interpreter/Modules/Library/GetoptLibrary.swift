// The module `getopt`.

enum GetoptLibrary {
  static let source: StaticString = #"""
    import os as _os

    __all__ = ['GetoptError', 'error', 'getopt', 'gnu_getopt']


    class GetoptError(Exception):
        def __init__(self, msg, opt=''):
            self.msg = msg
            self.opt = opt
            super().__init__(msg, opt)

        def __str__(self):
            return self.msg


    error = GetoptError


    def getopt(args, shortopts, longopts=[]):
        """([(option, value), …], arguments): options end at the first argument that is none."""
        return _parse(list(args), shortopts, longopts, False)


    def gnu_getopt(args, shortopts, longopts=[]):
        """As `getopt`, with arguments among the options."""
        mixed = not shortopts.startswith('+') and not _os.environ.get('POSIXLY_CORRECT')
        return _parse(list(args), shortopts.removeprefix('+'), longopts, mixed)


    def _parse(args, short, long, mixed):
        long = [long] if isinstance(long, str) else list(long)
        options, rest = [], []
        while args:
            arg = args.pop(0)
            if arg == '--':
                break
            if arg.startswith('--'):
                options.append(_long(arg[2:], args, long))
            elif arg.startswith('-') and arg != '-':
                options += _short(arg[1:], args, short)
            elif mixed:
                rest.append(arg)
            else:
                args.insert(0, arg)
                break
        return options, rest + args


    def _long(text, args, long):
        name, equals, value = text.partition('=')
        fitting = [option for option in long if option.removesuffix('=') == name]
        fitting = fitting or [option for option in long if option.startswith(name)]
        if not fitting:
            raise GetoptError(f'option --{name} not recognized', name)
        if len(fitting) > 1:
            raise GetoptError(f'option --{name} not a unique prefix', name)
        full = fitting[0].removesuffix('=')
        if not fitting[0].endswith('='):
            if equals:
                raise GetoptError(f'option --{full} must not have an argument', full)
            return '--' + full, ''
        if not equals:
            if not args:
                raise GetoptError(f'option --{full} requires argument', full)
            value = args.pop(0)
        return '--' + full, value


    def _short(text, args, short):
        options = []
        while text:
            name, text = text[0], text[1:]
            place = short.find(name)
            if place < 0 or name == ':':
                raise GetoptError(f'option -{name} not recognized', name)
            value = ''
            if short[place + 1:place + 2] == ':':
                if not text:
                    if not args:
                        raise GetoptError(f'option -{name} requires argument', name)
                    text = args.pop(0)
                value, text = text, ''
            options.append(('-' + name, value))
        return options
    """#
}
