// The module `pprint`.

enum PprintLibrary {
  static let source: StaticString = #"""
    import collections as _collections
    import dataclasses as _dataclasses
    import io as _io
    import re as _re
    import sys as _sys
    import types as _types

    __all__ = ['pprint', 'pformat', 'isreadable', 'isrecursive', 'saferepr', 'PrettyPrinter', 'pp']


    def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
               underscore_numbers=False):
        PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                      underscore_numbers=underscore_numbers).pprint(object)


    def pp(object, *args, sort_dicts=False, **kwargs):
        pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


    def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                             underscore_numbers=underscore_numbers).pformat(object)


    def saferepr(object):
        return PrettyPrinter()._flat(object, [], 0)[0]


    def isreadable(object):
        return PrettyPrinter().isreadable(object)


    def isrecursive(object):
        return PrettyPrinter().isrecursive(object)


    class _Order:
        """Sorts values that cannot be compared by their types' names."""

        def __init__(self, value):
            self._value = value

        def __lt__(self, other):
            a, b = self._value, other._value
            try:
                return a < b
            except TypeError:
                return (str(type(a)), id(a)) < (str(type(b)), id(b))


    def _item_order(item):
        return _Order(item[0]), _Order(item[1])


    _PLAIN = frozenset({str, bytes, bytearray, float, complex, bool, type(None)})


    class PrettyPrinter:
        def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                     underscore_numbers=False):
            if int(indent) < 0:
                raise ValueError('indent must be >= 0')
            if depth is not None and depth <= 0:
                raise ValueError('depth must be > 0')
            if not width:
                raise ValueError('width must be != 0')
            self._indent, self._width, self._depth = int(indent), int(width), depth
            self._stream = _sys.stdout if stream is None else stream
            self._compact, self._sorts, self._underscores = bool(compact), sort_dicts, underscore_numbers

        def pprint(self, object):
            self._stream.write(self.pformat(object) + '\n')

        def pformat(self, object):
            out = _io.StringIO()
            self._put(object, out, 0, 0, [], 0)
            return out.getvalue()

        def isreadable(self, object):
            _, is_readable, is_recursive = self._flat(object, [], 0)
            return is_readable and not is_recursive

        def isrecursive(self, object):
            return self._flat(object, [], 0)[2]

        def format(self, object, context, maxlevels, level):
            return self._flat(object, list(context), level, maxlevels or None)

        # On one line

        def _flat(self, value, around, level, depth=None):
            """The repr on one line, whether it can be read back, and whether the value contains itself."""
            depth = self._depth if depth is None else depth
            kind = type(value)
            if kind is int:
                return (f'{value:_d}' if self._underscores else repr(value)), True, False
            if kind in _PLAIN:
                return repr(value), True, False
            is_dict = issubclass(kind, dict) and kind.__repr__ is dict.__repr__
            is_list = issubclass(kind, (list, tuple)) and kind.__repr__ in (list.__repr__, tuple.__repr__)
            if not is_dict and not is_list:
                text = repr(value)
                return text, bool(text) and not text.startswith('<'), False
            opening, closing = '{}' if is_dict else '[]' if issubclass(kind, list) else '()'
            if not value:
                return opening + closing, True, False
            if depth and level >= depth:
                return f'{opening}...{closing}', False, False
            if id(value) in around:
                return _again(value), False, True
            around.append(id(value))
            made, is_readable, is_recursive = [], True, False
            if is_dict:
                entries = sorted(value.items(), key=_item_order) if self._sorts else value.items()
                members = [part for entry in entries for part in entry]
            else:
                members = value
            for member in members:
                text, readable, recursive = self.format(member, around, depth, level + 1)
                made.append(text)
                is_readable, is_recursive = is_readable and readable, is_recursive or recursive
            around.pop()
            if is_dict:
                made = [f'{key}: {member}' for key, member in zip(made[::2], made[1::2])]
            elif closing == ')' and len(made) == 1:
                closing = ',)'
            return opening + ', '.join(made) + closing, is_readable, is_recursive

        def _repr(self, value, around, level):
            return self.format(value, list(around), self._depth, level)[0]

        # On several lines

        def _put(self, value, out, column, after, around, level):
            """Writes a value that begins in a column and is followed by `after` characters on its last line."""
            if id(value) in around:
                out.write(_again(value))
                return
            text = self._repr(value, around, level)
            lay_out = self._layout(value) if len(text) > self._width - column - after else None
            if lay_out is None:
                out.write(text)
                return
            around.append(id(value))
            lay_out(value, out, column, after, around, level + 1)
            around.pop()

        def _layout(self, value):
            kind = type(value)
            # What a data class writes by itself is laid out; a __repr__ of its own is taken as it is.
            is_generated = getattr(kind.__repr__, '__module__', None) == _dataclasses.__name__
            if is_generated and _dataclasses.is_dataclass(kind):
                return self._put_dataclass
            for known, lay_out in ((dict, self._put_dict), (list, self._put_list), (tuple, self._put_tuple),
                                   (set, self._put_set), (frozenset, self._put_set), (str, self._put_str),
                                   (bytes, self._put_bytes), (_collections.OrderedDict, self._put_ordered),
                                   (_collections.defaultdict, self._put_default),
                                   (_collections.Counter, self._put_counter),
                                   (_collections.deque, self._put_deque), (_types.SimpleNamespace, self._put_namespace),
                                   (_types.MappingProxyType, self._put_proxy)):
                if kind.__repr__ is known.__repr__ and issubclass(kind, known):
                    return lay_out
            return None

        def _put_dict(self, value, out, column, after, around, level):
            items = sorted(value.items(), key=_item_order) if self._sorts else list(value.items())
            self._put_pairs('{', items, '}', out, column, after, around, level)

        def _put_pairs(self, opening, items, closing, out, column, after, around, level):
            out.write(opening + ' ' * (self._indent - 1))
            inner = column + self._indent
            for place, (key, member) in enumerate(items):
                is_last = place == len(items) - 1
                shown = self._repr(key, around, level)
                out.write(f'{shown}: ')
                self._put(member, out, inner + len(shown) + 2, after + 1 if is_last else 1, around, level)
                if not is_last:
                    out.write(',\n' + ' ' * inner)
            out.write(closing)

        def _put_list(self, value, out, column, after, around, level):
            out.write('[')
            self._put_items(list(value), out, column, after + 1, around, level)
            out.write(']')

        def _put_tuple(self, value, out, column, after, around, level):
            closing = ',)' if len(value) == 1 else ')'
            out.write('(')
            self._put_items(list(value), out, column, after + len(closing), around, level)
            out.write(closing)

        def _put_set(self, value, out, column, after, around, level):
            kind = type(value)
            opening, closing = ('{', '}') if kind is set else (f'{kind.__name__}({{', '})')
            column += 0 if kind is set else len(kind.__name__) + 1
            out.write(opening)
            self._put_items(sorted(value, key=_Order), out, column, after + len(closing), around, level)
            out.write(closing)

        def _put_items(self, items, out, column, after, around, level):
            column += self._indent
            if self._indent > 1:
                out.write(' ' * (self._indent - 1))
            used, separator = column, ''
            for place, item in enumerate(items):
                is_last = place == len(items) - 1
                rest = after if is_last else 1
                if self._compact:
                    text = self._repr(item, around, level)
                    room = self._width - (used + (2 if separator else 0)) - (after if is_last else 1)
                    if len(text) <= room or len(text) <= self._width - column - rest:
                        if separator and len(text) > room:
                            out.write(',\n' + ' ' * column)
                            used, separator = column, ''
                        out.write(separator + text)
                        used += len(separator) + len(text)
                        separator = ', '
                        continue
                if place:
                    out.write(',\n' + ' ' * column)
                self._put(item, out, column, rest, around, level)
                used, separator = self._width, ', '

        def _put_str(self, value, out, column, after, around, level):
            if not value:
                out.write(repr(value))
                return
            if level == 1:
                column, after = column + 1, after + 1
            room, pieces = self._width - column, []
            *lines, last = value.splitlines(True)
            for line, end in [*((line, room) for line in lines), (last, room - after)]:
                fits = len(repr(line)) <= end
                pieces += [repr(line)] if fits else self._filled(_re.findall(r'\S+\s*|\s+', line), room, end)
            self._put_pieces(pieces, out, column, level == 1)

        @staticmethod
        def _filled(parts, room, last_room):
            """The parts joined as far as they fit into room, or last_room where the last one stands."""
            runs = [parts[0]]
            for number, part in enumerate(parts[1:], 2):
                longer = runs[-1] + part
                if len(repr(longer)) <= (last_room if number == len(parts) else room):
                    runs[-1] = longer
                else:
                    runs.append(part)
            return [repr(run) for run in runs]

        @staticmethod
        def _put_pieces(pieces, out, column, in_brackets):
            if len(pieces) == 1:
                out.write(pieces[0])
                return
            text = ('\n' + ' ' * column).join(pieces)
            out.write(f'({text})' if in_brackets else text)

        def _put_bytes(self, value, out, column, after, around, level):
            if len(value) <= 4:
                out.write(repr(value))
                return
            if level == 1:
                column, after = column + 1, after + 1
            parts = [value[start:start + 4] for start in range(0, len(value), 4)]
            room = self._width - column
            # As in CPython, only a last part of less than four bytes leaves room for what follows.
            pieces = self._filled(parts, room, room if len(value) % 4 == 0 else room - after)
            self._put_pieces(pieces, out, column, level == 1)

        def _put_ordered(self, value, out, column, after, around, level):
            name = type(value).__name__
            out.write(f'{name}(')
            self._put(list(value.items()), out, column + len(name) + 1, after + 1, around, level)
            out.write(')')

        def _put_default(self, value, out, column, after, around, level):
            start = f'{type(value).__name__}({self._repr(value.default_factory, around, level)},'
            inner = column + len(type(value).__name__) + 1
            out.write(start + '\n' + ' ' * inner)
            self._put_dict(value, out, inner, after + 1, around, level)
            out.write(')')

        def _put_counter(self, value, out, column, after, around, level):
            name = type(value).__name__
            out.write(f'{name}({{' + ' ' * (self._indent - 1))
            inner = column + len(name) + 1 + self._indent
            items = value.most_common()
            for place, (key, count) in enumerate(items):
                shown = self._repr(key, around, level)
                out.write(f'{shown}: ')
                self._put(count, out, inner + len(shown) + 2, 1, around, level)
                if place < len(items) - 1:
                    out.write(',\n' + ' ' * inner)
            out.write('})')

        def _put_deque(self, value, out, column, after, around, level):
            name = type(value).__name__
            out.write(f'{name}(')
            inner = column + len(name) + 1
            out.write('[')
            if value.maxlen is None:
                self._put_items(list(value), out, inner, after + 2, around, level)
                out.write('])')
            else:
                self._put_items(list(value), out, inner, 2, around, level)
                out.write('],\n' + ' ' * inner + f'maxlen={value.maxlen!r})')

        def _put_named(self, items, name, out, column, after, around, level):
            out.write(f'{name}(')
            inner = column + len(name) + 1
            for place, (key, member) in enumerate(items):
                is_last = place == len(items) - 1
                out.write(f'{key}=')
                if id(member) in around:
                    out.write('...')
                else:
                    self._put(member, out, inner + len(key) + 1, after if is_last else 1, around, level)
                if not is_last:
                    out.write(',\n' + ' ' * inner)
            out.write(')')

        def _put_namespace(self, value, out, column, after, around, level):
            kind = type(value)
            name = 'namespace' if kind is _types.SimpleNamespace else kind.__name__
            self._put_named(list(vars(value).items()), name, out, column, after, around, level)

        def _put_dataclass(self, value, out, column, after, around, level):
            items = [(field.name, getattr(value, field.name)) for field in _dataclasses.fields(value) if field.repr]
            self._put_named(items, type(value).__name__, out, column, after, around, level)

        def _put_proxy(self, value, out, column, after, around, level):
            out.write('mappingproxy(')
            self._put(value.copy(), out, column + 13, after + 1, around, level)
            out.write(')')


    def _again(value):
        return f'<Recursion on {type(value).__name__} with id={id(value)}>'
    """#
}
