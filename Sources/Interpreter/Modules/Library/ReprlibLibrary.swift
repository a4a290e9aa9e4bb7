// The module `reprlib`.

enum ReprlibLibrary {
  static let source: StaticString = #"""
    import functools as _functools
    import itertools as _itertools

    __all__ = ['Repr', 'repr', 'recursive_repr']


    def recursive_repr(fillvalue='...'):
        """For a __repr__ that may meet its own object again: there it gives `fillvalue`."""
        def decorate(method):
            running = set()

            @_functools.wraps(method)
            def wrapper(self):
                key = id(self)
                if key in running:
                    return fillvalue
                running.add(key)
                try:
                    return method(self)
                finally:
                    running.discard(key)
            return wrapper
        return decorate


    class Repr:
        """Representations of limited size."""

        def __init__(self, *, maxlevel=6, maxtuple=6, maxlist=6, maxarray=5, maxdict=4, maxset=6, maxfrozenset=6,
                     maxdeque=6, maxstring=30, maxlong=40, maxother=30, fillvalue='...', indent=None):
            limits = dict(locals())
            del limits['self']
            vars(self).update(limits)

        def repr(self, x):
            return self.repr1(x, self.maxlevel)

        def repr1(self, x, level):
            kind = type(x).__name__.replace(' ', '_')
            known = {'set', 'list', 'tuple', 'dict', 'frozenset', 'deque', 'array', 'str', 'int'}
            method = getattr(self, 'repr_' + kind, None)
            if method is not None and (kind not in known or type(x).__module__ in ('builtins', 'collections', 'array')):
                return method(x, level)
            return self.repr_instance(x, level)

        def _joined(self, pieces, level):
            if self.indent is None or not pieces:
                return ', '.join(pieces)
            step = ' ' * self.indent if isinstance(self.indent, int) else self.indent
            margin = '\n' + step * (self.maxlevel - level + 1)
            return margin + (',' + margin).join(pieces) + ',\n' + step * (self.maxlevel - level)

        def _members(self, x, level, left, right, limit, trail=''):
            if level <= 0 and x:
                return left + self.fillvalue + right
            pieces = [self.repr1(member, level - 1) for member in _itertools.islice(x, limit)]
            if len(x) > limit:
                pieces.append(self.fillvalue)
            tail = trail if len(x) == 1 and self.indent is None else ''
            return left + self._joined(pieces, level) + tail + right

        def repr_tuple(self, x, level):
            return self._members(x, level, '(', ')', self.maxtuple, ',')

        def repr_list(self, x, level):
            return self._members(x, level, '[', ']', self.maxlist)

        def repr_array(self, x, level):
            if not x:
                return f"array('{x.typecode}')"
            return self._members(x, level, f"array('{x.typecode}', [", '])', self.maxarray)

        def repr_set(self, x, level):
            return self._members(_in_order(x), level, '{', '}', self.maxset) if x else 'set()'

        def repr_frozenset(self, x, level):
            return self._members(_in_order(x), level, 'frozenset({', '})', self.maxfrozenset) if x else 'frozenset()'

        def repr_deque(self, x, level):
            return self._members(x, level, 'deque([', '])', self.maxdeque)

        def repr_dict(self, x, level):
            if not x:
                return '{}'
            if level <= 0:
                return '{' + self.fillvalue + '}'
            pieces = [f'{self.repr1(key, level - 1)}: {self.repr1(x[key], level - 1)}'
                      for key in _itertools.islice(_in_order(x), self.maxdict)]
            if len(x) > self.maxdict:
                pieces.append(self.fillvalue)
            return '{' + self._joined(pieces, level) + '}'

        def _shortened(self, text, limit):
            if len(text) <= limit:
                return text
            head = max(0, (limit - 3) // 2)
            return text[:head] + self.fillvalue + text[len(text) - max(0, limit - 3 - head):]

        def repr_str(self, x, level):
            text = _builtin_repr(x[:self.maxstring])
            if len(text) <= self.maxstring:
                return text if len(x) <= self.maxstring else self._shortened(_builtin_repr(x), self.maxstring)
            head = max(0, (self.maxstring - 3) // 2)
            text = _builtin_repr(x[:head] + x[len(x) - max(0, self.maxstring - 3 - head):])
            return text[:head] + self.fillvalue + text[len(text) - max(0, self.maxstring - 3 - head):]

        def repr_int(self, x, level):
            return self._shortened(_builtin_repr(x), self.maxlong)

        def repr_instance(self, x, level):
            try:
                return self._shortened(_builtin_repr(x), self.maxother)
            except Exception:
                return f'<{type(x).__name__} instance at {id(x):#x}>'


    def _in_order(members):
        try:
            return sorted(members)
        except Exception:
            return list(members)


    _builtin_repr = repr
    aRepr = Repr()
    repr = aRepr.repr
    """#
}
