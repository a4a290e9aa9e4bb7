// `configparser`: parsers and their sections.

extension ConfigparserLibrary {
  static let parsers: StaticString = #"""
    _unset = object()


    class RawConfigParser(_abc.MutableMapping):
        BOOLEAN_STATES = {'1': True, 'yes': True, 'true': True, 'on': True,
                          '0': False, 'no': False, 'false': False, 'off': False}
        SECTCRE = _re.compile(r'\[(?P<header>.+)\]')
        _DEFAULT_INTERPOLATION = Interpolation()

        def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=('=', ':'),
                     comment_prefixes=('#', ';'), inline_comment_marks=None, strict=True,
                     empty_lines_in_values=True, default_section=DEFAULTSECT, interpolation=_unset, converters=_unset,
                     allow_unnamed_section=False):
            self._make = dict_type
            self._sections = dict_type()
            self._common = dict_type()
            self._takes_bare_names = allow_no_value
            self._signs = tuple(delimiters)
            self._comment_marks = tuple(comment_prefixes or ())
            self._inline_marks = tuple(inline_comment_marks or ())
            self._is_strict = strict
            self._keeps_empty_lines = empty_lines_in_values
            self.default_section = default_section
            chosen = self._DEFAULT_INTERPOLATION if interpolation is _unset else interpolation
            self._interpolation = chosen or Interpolation()
            self.converters = ConverterMapping(self)
            for name, function in {} if converters is _unset else dict(converters).items():
                self.converters[name] = function
            sign = '|'.join(map(_re.escape, self._signs))
            optional = '?' if allow_no_value else ''
            self._option = _re.compile(rf'(?P<option>.*?)\s*(?:(?:{sign})\s*(?P<value>.*)){optional}$')
            if defaults:
                for key, value in defaults.items():
                    self._common[self.optionxform(key)] = value

        def optionxform(self, optionstr):
            return optionstr.lower()

        # Sections and options

        def defaults(self):
            return self._common

        def sections(self):
            return list(self._sections)

        def add_section(self, section):
            if section == self.default_section:
                raise ValueError(f'Invalid section name: {section!r}')
            if section in self._sections:
                raise DuplicateSectionError(section)
            self._sections[section] = self._make()

        def has_section(self, section):
            return section in self._sections

        def _section(self, section):
            if section == self.default_section:
                return self._common
            if section not in self._sections:
                raise NoSectionError(section)
            return self._sections[section]

        def options(self, section):
            if section not in self._sections:
                raise NoSectionError(section)
            return list({**self._sections[section], **{key: 0 for key in self._common}})

        def has_option(self, section, option):
            option = self.optionxform(option)
            if not section or section == self.default_section:
                return option in self._common
            return section in self._sections and (option in self._sections[section] or option in self._common)

        def remove_option(self, section, option):
            values = self._section(section or self.default_section)
            option = self.optionxform(option)
            existed = option in values
            values.pop(option, None)
            return existed

        def remove_section(self, section):
            existed = section in self._sections
            self._sections.pop(section, None)
            return existed

        def set(self, section, option, value=None):
            if value:
                value = self._interpolation.before_set(self, section, option, value)
            self._section(section or self.default_section)[self.optionxform(option)] = value

        # Values

        def _values(self, section, vars=None):
            values = {} if section == self.default_section else self._section(section)
            given = {self.optionxform(key): None if value is None else str(value)
                     for key, value in (vars or {}).items()}
            return {**self._common, **values, **given}

        def get(self, section, option, *, raw=False, vars=None, fallback=_unset):
            try:
                values = self._values(section, vars)
            except NoSectionError:
                if fallback is _unset:
                    raise
                return fallback
            option = self.optionxform(option)
            if option not in values:
                if fallback is _unset:
                    raise NoOptionError(option, section)
                return fallback
            value = values[option]
            if raw or value is None:
                return value
            return self._interpolation.before_get(self, section, option, value, values)

        def _get_converted(self, section, option, convert, fallback, options):
            try:
                return convert(self.get(section, option, **options))
            except (NoSectionError, NoOptionError):
                if fallback is _unset:
                    raise
                return fallback

        def getint(self, section, option, *, raw=False, vars=None, fallback=_unset, **kwargs):
            return self._get_converted(section, option, int, fallback, {'raw': raw, 'vars': vars})

        def getfloat(self, section, option, *, raw=False, vars=None, fallback=_unset, **kwargs):
            return self._get_converted(section, option, float, fallback, {'raw': raw, 'vars': vars})

        def getboolean(self, section, option, *, raw=False, vars=None, fallback=_unset, **kwargs):
            return self._get_converted(section, option, self._convert_to_boolean, fallback, {'raw': raw, 'vars': vars})

        def _convert_to_boolean(self, value):
            if value.lower() not in self.BOOLEAN_STATES:
                raise ValueError(f'Not a boolean: {value}')
            return self.BOOLEAN_STATES[value.lower()]

        def items(self, section=_unset, raw=False, vars=None):
            if section is _unset:
                return super().items()
            values = self._values(section, vars)
            return [(key, value if raw or value is None else
                     self._interpolation.before_get(self, section, key, value, values))
                    for key, value in values.items()]

        # Reading

        def read(self, filenames, encoding=None):
            done = []
            for name in [filenames] if isinstance(filenames, (str, bytes, _os.PathLike)) else filenames:
                try:
                    file = open(name, encoding=encoding)
                except OSError:
                    continue
                with file:
                    self.read_file(file, _os.fspath(name))
                done.append(_os.fspath(name))
            return done

        def read_string(self, string, source='<string>'):
            self.read_file(string.splitlines(keepends=True), source)

        def read_dict(self, dictionary, source='<dict>'):
            seen = set()
            for section, values in dictionary.items():
                section = str(section)
                if section != self.default_section:
                    try:
                        self.add_section(section)
                    except (DuplicateSectionError, ValueError):
                        if self._is_strict and section in seen:
                            raise
                seen.add(section)
                for key, value in values.items():
                    key = self.optionxform(str(key))
                    value = None if value is None else str(value)
                    if self._is_strict and (section, key) in seen:
                        raise DuplicateOptionError(section, key, source)
                    seen.add((section, key))
                    self.set(section, key, value)

        def read_file(self, f, source=None):
            source = getattr(f, 'name', '<???>') if source is None else source
            reading = _Reading(self, source)
            for number, line in enumerate(f, 1):
                reading.take(number, line)
            reading.finish()

        # Writing

        def write(self, fp, space_around_signs=True):
            sign = f' {self._signs[0]} ' if space_around_signs else self._signs[0]
            sections = ([(self.default_section, self._common)] if self._common else []) + list(self._sections.items())
            for section, values in sections:
                fp.write(f'[{section}]\n')
                for key, value in values.items():
                    value = self._interpolation.before_write(self, section, key, value)
                    text = '' if value is None and self._takes_bare_names else sign + str(value).replace('\n', '\n\t')
                    fp.write(f'{key}{text}\n')
                fp.write('\n')

        # As a mapping of sections

        def __getitem__(self, key):
            if key != self.default_section and key not in self._sections:
                raise KeyError(key)
            return SectionProxy(self, key)

        def __setitem__(self, key, value):
            if key in self and self[key] is value:
                return
            if key == self.default_section:
                self._common.clear()
            elif key in self._sections:
                self._sections[key].clear()
            self.read_dict({key: value})

        def __delitem__(self, key):
            if key == self.default_section:
                raise ValueError('Cannot remove the default section.')
            if key not in self._sections:
                raise KeyError(key)
            self.remove_section(key)

        def __contains__(self, key):
            return key == self.default_section or key in self._sections

        def __len__(self):
            return len(self._sections) + 1

        def __iter__(self):
            return _itertools.chain((self.default_section,), self._sections)

        def popitem(self):
            for key in self._sections:
                value = self[key]
                del self[key]
                return key, value
            raise KeyError


    class _Reading:
        """One file's lines, as they come."""

        def __init__(self, parser, source):
            self.parser, self.source = parser, source
            self.section = self.values = self.option = self.error = None
            self.indent = 0
            self.seen = set()
            self.lines = {}

        def take(self, number, line):
            parser = self.parser
            text = line.strip()
            if text.startswith(parser._comment_marks or ('\0',)):
                text = ''
                is_comment = True
            else:
                is_comment = False
                for prefix in parser._inline_marks:
                    for match in _re.finditer(_re.escape(prefix), line):
                        if match.start() == 0 or line[match.start() - 1].isspace():
                            text = min(text, line[:match.start()].strip(), key=len)
                            break
            if not text:
                if parser._keeps_empty_lines:
                    if not is_comment and self.option and self.lines.get(self.key) is not None:
                        self.lines[self.key].append('')
                else:
                    self.indent = float('inf')
                return
            indent = len(line) - len(line.lstrip())
            if self.values is not None and self.option and indent > self.indent:
                if self.lines.get(self.key) is None:
                    self._wrong(number, line)
                else:
                    self.lines[self.key].append(text)
                return
            self.indent = indent
            header = parser.SECTCRE.match(text)
            if header:
                self._open(header.group('header'), number)
            elif self.values is None:
                raise MissingSectionHeaderError(self.source, number, line)
            else:
                self._assign(text, number, line)

        @property
        def key(self):
            return self.section, self.option

        def _open(self, section, number):
            parser = self.parser
            self.option = None
            if section in parser._sections:
                if parser._is_strict and section in self.seen:
                    raise DuplicateSectionError(section, self.source, number)
                self.values = parser._sections[section]
            elif section == parser.default_section:
                self.values = parser._common
            else:
                self.values = parser._sections[section] = parser._make()
            self.seen.add(section)
            self.section = section

        def _assign(self, text, number, line):
            parser = self.parser
            match = parser._option.match(text)
            if match is None or not match.group('option'):
                return self._wrong(number, line)
            self.option = parser.optionxform(match.group('option').rstrip())
            if parser._is_strict and self.key in self.seen:
                raise DuplicateOptionError(self.section, self.option, self.source, number)
            self.seen.add(self.key)
            value = match.group('value')
            self.lines[self.key] = None if value is None else [value.strip()]
            self.values[self.option] = None

        def _wrong(self, number, line):
            self.error = (self.error or ParsingError(self.source)).append(number, line)

        def finish(self):
            parser = self.parser
            for (section, option), lines in self.lines.items():
                values = parser._common if section == parser.default_section else parser._sections[section]
                text = None if lines is None else '\n'.join(lines).rstrip()
                if text is not None:
                    text = parser._interpolation.before_read(parser, section, option, text)
                values[option] = text
            if self.error:
                raise self.error


    class ConfigParser(RawConfigParser):
        _DEFAULT_INTERPOLATION = BasicInterpolation()

        def set(self, section, option, value=None):
            if not isinstance(option, str):
                raise TypeError('option keys must be strings')
            if not isinstance(value, str) and (value is not None or not self._takes_bare_names):
                raise TypeError('option values must be strings')
            super().set(section, option, value)

        def add_section(self, section):
            if not isinstance(section, str):
                raise TypeError('section names must be strings')
            super().add_section(section)


    class SectionProxy(_abc.MutableMapping):
        """One section, as a mapping."""

        def __init__(self, parser, name):
            self._parser, self._name = parser, name

        parser = property(lambda self: self._parser)
        name = property(lambda self: self._name)

        def __repr__(self):
            return f'<Section: {self._name}>'

        def __getitem__(self, key):
            if not self._parser.has_option(self._name, key):
                raise KeyError(key)
            return self._parser.get(self._name, key)

        def __setitem__(self, key, value):
            if not isinstance(value, str) and (value is not None or not self._parser._takes_bare_names):
                raise TypeError('option values must be strings')
            self._parser.set(self._name, key, value)

        def __delitem__(self, key):
            own = self._parser._section(self._name)
            if self._parser.optionxform(key) not in own:
                raise KeyError(key)
            self._parser.remove_option(self._name, key)

        def __contains__(self, key):
            return self._parser.has_option(self._name, key)

        def _options(self):
            if self._name == self._parser.default_section:
                return list(self._parser.defaults())
            return self._parser.options(self._name)

        def __len__(self):
            return len(self._options())

        def __iter__(self):
            return iter(self._options())

        def get(self, option, fallback=None, *, raw=False, vars=None, **kwargs):
            return self._parser.get(self._name, option, raw=raw, vars=vars, fallback=fallback)

        def __getattr__(self, name):
            if name.startswith('get') and hasattr(self._parser, name):
                method = getattr(self._parser, name)
                return lambda option, fallback=None, **kwargs: method(self._name, option, fallback=fallback, **kwargs)
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")


    class ConverterMapping(_abc.MutableMapping):
        """name → function; a parser gets a method get<name> for each."""

        def __init__(self, parser):
            self._parser = parser
            self._data = {'int': parser.getint, 'float': parser.getfloat, 'boolean': parser.getboolean}

        def __getitem__(self, key):
            return self._data[key]

        def __setitem__(self, key, value):
            parser = self._parser
            self._data[key] = value
            setattr(parser, 'get' + key, lambda section, option, *, raw=False, vars=None, fallback=_unset:
                    parser._get_converted(section, option, value, fallback, {'raw': raw, 'vars': vars}))

        def __delitem__(self, key):
            del self._data[key]

        def __iter__(self):
            return iter(self._data)

        def __len__(self):
            return len(self._data)
    """#
}
