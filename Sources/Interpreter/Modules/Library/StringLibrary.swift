// The part of the module `string` that is written in Python: its two extensible classes and capwords.

extension StringModule {
  static let library: StaticString = #"""
    __all__ = [
        "ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits",
        "printable", "punctuation", "whitespace", "Formatter", "Template",
    ]


    def capwords(s, sep=None):
        words = [word.capitalize() for word in s.split(sep)]
        return (" " if sep is None else sep).join(words)


    _missing = {}


    class Template:
        """Text with $name and ${name} in the places of values."""

        delimiter = "$"
        idpattern = r"(?a:[_a-z][_a-z0-9]*)"
        braceidpattern = None
        flags = 2

        # The pattern of a class with rules of its own for names; the usual rules need none.
        pattern = None

        def __init_subclass__(cls):
            super().__init_subclass__()
            import re
            own = cls.__dict__
            pattern = own.get("pattern")
            if pattern is None and cls.pattern is None and not {"idpattern", "braceidpattern", "flags"} & own.keys():
                return
            if pattern is None:
                mark, name = re.escape(cls.delimiter), cls.idpattern
                pattern = (rf"{mark}(?:(?P<escaped>{mark})|(?P<named>{name})"
                           rf"|\{{(?P<braced>{cls.braceidpattern or name})\}}|(?P<invalid>))")
            cls.pattern = re.compile(pattern, cls.flags | re.VERBOSE)

        def __init__(self, template):
            self.template = template

        def _values(self, mapping, kws):
            if mapping is _missing:
                return kws
            if not kws:
                return mapping
            merged = dict(mapping)
            merged.update(kws)
            return merged

        def _parts(self):
            """The kind, the text and the place of each part of the template."""
            if self.pattern is None:
                return _scan_template(self.template, self.delimiter)
            return self._matched_parts()

        def _matched_parts(self):
            end = 0
            for found in self.pattern.finditer(self.template):
                yield "text", self.template[end:found.start()], end
                end = found.end()
                groups = found.groupdict()
                for kind in ("named", "braced", "invalid"):
                    if groups.get(kind) is not None:
                        yield kind, groups[kind] if kind != "invalid" else found[0], found.start(kind)
                        break
                else:
                    if groups.get("escaped") is None:
                        raise ValueError("Unrecognized named group in pattern", self.pattern)
                    yield "text", self.delimiter, found.start()
            yield "text", self.template[end:], end

        def _fail(self, start):
            lines = self.template[:start].splitlines(keepends=True)
            if not lines:
                column, line = 1, 1
            else:
                column = start - len("".join(lines[:-1]))
                line = len(lines)
            raise ValueError("Invalid placeholder in string: line %d, col %d" % (line, column))

        def substitute(self, mapping=_missing, /, **kws):
            values = self._values(mapping, kws)
            parts = []
            for kind, text, start in self._parts():
                if kind in ("named", "braced"):
                    parts.append(str(values[text]))
                elif kind == "invalid":
                    self._fail(start)
                else:
                    parts.append(text)
            return "".join(parts)

        def safe_substitute(self, mapping=_missing, /, **kws):
            values = self._values(mapping, kws)
            parts = []
            for kind, text, start in self._parts():
                if kind in ("named", "braced"):
                    try:
                        parts.append(str(values[text]))
                    except KeyError:
                        parts.append(self.delimiter + (text if kind == "named" else "{" + text + "}"))
                else:
                    parts.append(text)
            return "".join(parts)

        def is_valid(self):
            return all(kind != "invalid" for kind, _, _ in _scan_template(self.template, self.delimiter))

        def get_identifiers(self):
            names = {}
            for kind, text, _ in self._parts():
                if kind in ("named", "braced"):
                    names[text] = True
            return list(names)


    class _Arguments:
        """The arguments of one call of a Formatter: which fields got which, and how fields are numbered."""

        def __init__(self, args, kwargs):
            self.args = args
            self.kwargs = kwargs
            self.used = set()
            self.next_number = 0
            self.numbering = None

        def full_name(self, field_name):
            first, _ = _split_field_name(field_name)
            if first == "":
                self._number("automatic")
                self.next_number += 1
                return str(self.next_number - 1) + field_name
            if isinstance(first, int):
                self._number("manual")
            return field_name

        def _number(self, kind):
            if self.numbering not in (None, kind):
                raise ValueError("cannot switch from manual field specification to automatic field numbering")
            self.numbering = kind


    class Formatter:
        """What str.format does, in steps that a subclass can change."""

        def format(self, format_string, /, *args, **kwargs):
            return self.vformat(format_string, args, kwargs)

        def vformat(self, format_string, args, kwargs):
            arguments = _Arguments(args, kwargs)
            text = self._render(format_string, arguments, 2)
            self.check_unused_args(arguments.used, args, kwargs)
            return text

        def _render(self, template, arguments, depth):
            if depth < 0:
                raise ValueError("Max string recursion exceeded")
            pieces = []
            for literal, name, spec, conversion in self.parse(template):
                pieces.append(literal)
                if name is not None:
                    pieces.append(self._field(arguments.full_name(name), spec, conversion, arguments, depth))
            return "".join(pieces)

        def _field(self, name, spec, conversion, arguments, depth):
            value, key = self.get_field(name, arguments.args, arguments.kwargs)
            arguments.used.add(key)
            value = self.convert_field(value, conversion)
            return self.format_field(value, self._render(spec, arguments, depth - 1))

        def get_value(self, key, args, kwargs):
            return args[key] if isinstance(key, int) else kwargs[key]

        def check_unused_args(self, used_args, args, kwargs):
            pass

        def format_field(self, value, format_spec):
            return format(value, format_spec)

        def convert_field(self, value, conversion):
            if conversion is None:
                return value
            if conversion == "s":
                return str(value)
            if conversion == "r":
                return repr(value)
            if conversion == "a":
                return ascii(value)
            raise ValueError("Unknown conversion specifier {0!s}".format(conversion))

        def parse(self, format_string):
            return _parse_format(format_string)

        def get_field(self, field_name, args, kwargs):
            first, steps = _split_field_name(field_name)
            value = self.get_value(first, args, kwargs)
            for is_attribute, step in steps:
                value = getattr(value, step) if is_attribute else value[step]
            return value, first
    """#
}
