// The module `unittest.mock`: objects that take any call and remember it, and putting them in the place of others.

enum MockLibrary {
  static let source: StaticString = #"""
    import builtins
    import functools
    import importlib
    import inspect
    import io
    import sys

    __all__ = ['Mock', 'MagicMock', 'patch', 'sentinel', 'DEFAULT', 'ANY', 'call', 'create_autospec', 'FILTER_DIR',
               'NonCallableMock', 'NonCallableMagicMock', 'mock_open', 'PropertyMock', 'seal']

    FILTER_DIR = True


    class _Sentinel:
        def __init__(self, name):
            self.name = name

        def __repr__(self):
            return f'sentinel.{self.name}'

        def __reduce__(self):
            return getattr, (sentinel, self.name)


    class _Sentinels:
        """Makes an object of its own for each attribute."""

        def __init__(self):
            self._made = {}

        def __getattr__(self, name):
            if name == '__bases__':
                raise AttributeError
            return self._made.setdefault(name, _Sentinel(name))


    sentinel = _Sentinels()
    DEFAULT = sentinel.DEFAULT
    _missing = sentinel.MISSING


    class _Any:
        """Equal to everything."""

        def __eq__(self, other):
            return True

        def __ne__(self, other):
            return False

        def __repr__(self):
            return '<ANY>'


    ANY = _Any()


    class InvalidSpecError(Exception):
        pass


    # Calls

    class _Call(tuple):
        """(name, arguments, keyword arguments) of a call; a short one leaves out what is empty."""

        def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
            args, kwargs = (), {}
            for part in value:
                if isinstance(part, str):
                    name = part
                elif isinstance(part, tuple):
                    args = part
                else:
                    kwargs = part
            return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

        def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
            self._mock_name, self._mock_parent, self._mock_from_kall = name, parent, from_kall

        def __eq__(self, other):
            try:
                mine, others = _called(self), _called(other)
            except TypeError:
                return NotImplemented
            return mine == others

        __hash__ = None

        def __ne__(self, other):
            same = self.__eq__(other)
            return same if same is NotImplemented else not same

        def __call__(self, /, *args, **kwargs):
            if self._mock_name is None:
                return _Call(('', args, kwargs), name='()')
            return _Call((self._mock_name, args, kwargs), name=self._mock_name + '()', parent=self)

        def __getattr__(self, name):
            if name.startswith('__') or name.startswith('_mock_'):
                raise AttributeError(name)
            full = name if self._mock_name is None else f'{self._mock_name}.{name}'
            return _Call(name=full, parent=self, from_kall=False)

        # What tuples have by these names, calls record.
        def count(self, /, *args, **kwargs):
            return self.__getattr__('count')(*args, **kwargs)

        def index(self, /, *args, **kwargs):
            return self.__getattr__('index')(*args, **kwargs)

        @property
        def args(self):
            return self[-2]

        @property
        def kwargs(self):
            return self[-1]

        def __repr__(self):
            if not self._mock_from_kall:
                name = self._mock_name or 'call'
                return name if name.startswith('call') else f'call.{name}'
            name, args, kwargs = self if len(self) == 3 else ('', *self)
            name = f'call.{name}' if name and not name.startswith('()') else f'call{name}'
            return _as_call(name, args, kwargs)

        def call_list(self):
            """This call and those that came to it, in a chain."""
            chain, link = [], self
            while link is not None:
                if link._mock_from_kall:
                    chain.append(link)
                link = link._mock_parent
            return _CallList(reversed(chain))


    call = _Call(from_kall=False)


    def _called(value):
        """(name, arguments, keyword arguments), whichever of them a tuple has."""
        if not isinstance(value, tuple) or len(value) > 3:
            raise TypeError
        name, args, kwargs = '', (), {}
        for part in value:
            if isinstance(part, str):
                name = part
            elif isinstance(part, tuple):
                args = part
            elif isinstance(part, dict):
                kwargs = part
            else:
                raise TypeError
        return name, args, kwargs


    def _as_call(name, args, kwargs):
        words = [repr(arg) for arg in args] + [f'{key}={value!r}' for key, value in kwargs.items()]
        return f'{name}({", ".join(words)})'


    class _CallList(list):
        def __contains__(self, value):
            if not isinstance(value, list):
                return list.__contains__(self, value)
            size = len(value)
            return any(list(self[start:start + size]) == value for start in range(len(self) - size + 1))

        def __repr__(self):
            import pprint
            return pprint.pformat(list(self))
    """#
}
