// The module `configparser`: errors and references between values.

enum ConfigparserLibrary {
  static let source: StaticString = #"""
    import collections as _collections
    import collections.abc as _abc
    import itertools as _itertools
    import os as _os
    import re as _re

    __all__ = [
        'NoSectionError', 'DuplicateOptionError', 'DuplicateSectionError', 'NoOptionError', 'InterpolationError',
        'InterpolationDepthError', 'InterpolationMissingOptionError', 'InterpolationSyntaxError', 'ParsingError',
        'MissingSectionHeaderError', 'ConfigParser', 'RawConfigParser', 'Interpolation', 'BasicInterpolation',
        'ExtendedInterpolation', 'SectionProxy', 'ConverterMapping', 'DEFAULTSECT', 'MAX_INTERPOLATION_DEPTH',
    ]

    DEFAULTSECT = 'DEFAULT'
    MAX_INTERPOLATION_DEPTH = 10


    # Errors

    class Error(Exception):
        def __init__(self, msg=''):
            self.message = msg
            super().__init__(msg)

        def __repr__(self):
            return self.message

        __str__ = __repr__


    class NoSectionError(Error):
        def __init__(self, section):
            super().__init__(f'No section: {section!r}')
            self.section = section
            self.args = (section,)


    class NoOptionError(Error):
        def __init__(self, option, section):
            super().__init__(f'No option {option!r} in section: {section!r}')
            self.option, self.section = option, section
            self.args = (option, section)


    class DuplicateSectionError(Error):
        def __init__(self, section, source=None, lineno=None):
            place = '' if source is None else f'While reading from {source!r}' + (
                '' if lineno is None else f' [line {lineno:2d}]') + ': section '
            super().__init__((f'{place}{section!r}' if place else f'Section {section!r}') + ' already exists')
            self.section, self.source, self.lineno = section, source, lineno
            self.args = (section, source, lineno)


    class DuplicateOptionError(Error):
        def __init__(self, section, option, source=None, lineno=None):
            place = '' if source is None else f'While reading from {source!r}' + (
                '' if lineno is None else f' [line {lineno:2d}]') + ': option '
            what = f'{place}{option!r} in section {section!r}' if place else f'Option {option!r} in section {section!r}'
            super().__init__(what + ' already exists')
            self.section, self.option, self.source, self.lineno = section, option, source, lineno
            self.args = (section, option, source, lineno)


    class InterpolationError(Error):
        def __init__(self, option, section, msg):
            super().__init__(msg)
            self.option, self.section = option, section
            self.args = (option, section, msg)


    class InterpolationMissingOptionError(InterpolationError):
        def __init__(self, option, section, rawval, reference):
            super().__init__(option, section, (
                f'Bad value substitution: option {option!r} in section {section!r} contains an interpolation key '
                f'{reference!r} which is not a valid option name. Raw value: {rawval!r}'))
            self.reference = reference
            self.args = (option, section, rawval, reference)


    class InterpolationSyntaxError(InterpolationError):
        pass


    class InterpolationDepthError(InterpolationError):
        def __init__(self, option, section, rawval):
            super().__init__(option, section, (
                f'Recursion limit exceeded in value substitution: option {option!r} in section {section!r} contains an '
                f'interpolation key which cannot be substituted in {MAX_INTERPOLATION_DEPTH} steps. '
                f'Raw value: {rawval!r}'))
            self.args = (option, section, rawval)


    class ParsingError(Error):
        def __init__(self, source, *args):
            super().__init__(f'Source contains parsing errors: {source!r}')
            self.source = source
            self.errors = []
            self.args = (source,)

        def append(self, lineno, line):
            self.errors.append((lineno, line))
            self.message += f'\n\t[line {lineno:2d}]: {line!r}'
            return self


    class MissingSectionHeaderError(ParsingError):
        def __init__(self, filename, lineno, line):
            Error.__init__(self, f'File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}')
            self.source, self.lineno, self.line = filename, lineno, line
            self.args = (filename, lineno, line)


    # Interpolation

    class Interpolation:
        """Values as they are written."""

        def before_get(self, parser, section, option, value, defaults):
            return value

        def before_set(self, parser, section, option, value):
            return value

        def before_read(self, parser, section, option, value):
            return value

        def before_write(self, parser, section, option, value):
            return value


    class _Expansion(Interpolation):
        """What the two kinds of references have in common."""

        def before_get(self, parser, section, option, value, defaults):
            return self._expand(parser, section, option, option, value, value, defaults, 1)

        def before_set(self, parser, section, option, value):
            rest = self._reference.sub('', value.replace(self._sign * 2, ''))
            if self._sign in rest:
                raise ValueError(f'invalid interpolation syntax in {value!r} at position {value.find(self._sign)}')
            return value

        def _expand(self, parser, section, origin, option, raw, value, defaults, depth):
            if depth > MAX_INTERPOLATION_DEPTH:
                raise InterpolationDepthError(origin, section, raw)
            done = []
            while value:
                before, sign, value = value.partition(self._sign)
                done.append(before)
                if not sign:
                    break
                if value.startswith(self._sign):
                    done.append(self._sign)
                    value = value[1:]
                    continue
                match = self._reference.match(sign + value)
                if match is None:
                    raise InterpolationSyntaxError(origin, section, self._complaint(sign + value))
                value = (sign + value)[match.end():]
                found_section, found, text = self._find(parser, section, origin, match, raw, defaults)
                if self._sign in text:
                    where = defaults if found_section == section else dict(parser.items(found_section, raw=True))
                    text = self._expand(parser, found_section, origin, found, raw, text, where, depth + 1)
                done.append(text)
            return ''.join(done)


    class BasicInterpolation(_Expansion):
        """%(name)s stands for another value of the section."""
        _sign = '%'
        _reference = _re.compile(r'%\(([^)]+)\)s')

        def _complaint(self, rest):
            if rest[1:2] == '(':
                return f'bad interpolation variable reference {rest!r}'
            return f"'%' must be followed by '%' or '(', found: {rest!r}"

        def _find(self, parser, section, origin, match, raw, defaults):
            name = parser.optionxform(match.group(1))
            if name not in defaults:
                raise InterpolationMissingOptionError(origin, section, raw, name) from None
            return section, name, defaults[name]


    class ExtendedInterpolation(_Expansion):
        """${name} and ${section:name}."""
        _sign = '$'
        _reference = _re.compile(r'\$\{([^}]+)\}')

        def _complaint(self, rest):
            if rest[1:2] == '{':
                return f'bad interpolation variable reference {rest!r}'
            return f"'$' must be followed by '$' or '{{', found: {rest!r}"

        def _find(self, parser, section, origin, match, raw, defaults):
            path = match.group(1).split(':')
            if len(path) > 2:
                raise InterpolationSyntaxError(origin, section, f"More than one ':' found: {match.string!r}")
            name = parser.optionxform(path[-1])
            try:
                if len(path) == 1:
                    return section, name, defaults[name]
                return path[0], name, parser.get(path[0], name, raw=True)
            except (KeyError, NoSectionError, NoOptionError):
                raise InterpolationMissingOptionError(origin, section, raw, ':'.join(path)) from None
    """#
}
